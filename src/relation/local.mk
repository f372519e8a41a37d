noinst_LTLIBRARIES += libkith-relation.la
libkith_relation_la_SOURCES =
