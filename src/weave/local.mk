noinst_LTLIBRARIES += libkith-weave.la
libkith_weave_la_SOURCES = src/weave/weave.c src/weave/weave.h
nobase_kithinclude_HEADERS += src/weave/weave.h
