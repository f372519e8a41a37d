noinst_LTLIBRARIES += libkith-weave.la
libkith_weave_la_SOURCES =
