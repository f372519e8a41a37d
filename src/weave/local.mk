noinst_LTLIBRARIES += libkith-weave.la
libkith_weave_la_SOURCES = src/weave/evidence.c src/weave/evidence.h src/weave/identity.c \
	src/weave/identity.h src/weave/weave.c src/weave/weave.h
kithweavedir = $(kithincludedir)/weave
kithweave_HEADERS = src/weave/identity.h src/weave/weave.h
