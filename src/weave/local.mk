noinst_LTLIBRARIES += libkith-weave.la
libkith_weave_la_SOURCES = src/weave/weave.c src/weave/weave.h
kithweavedir = $(kithincludedir)/weave
kithweave_HEADERS = src/weave/weave.h
