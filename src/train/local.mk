noinst_LTLIBRARIES += libkith-train.la
libkith_train_la_SOURCES =
