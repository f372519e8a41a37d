noinst_LTLIBRARIES += libkith-base.la
libkith_base_la_SOURCES = \
	src/base/api.h \
	src/base/chars.c src/base/chars.h \
	src/base/error.c src/base/error.h \
	src/base/file.c src/base/file.h \
	src/base/iso8601.c src/base/iso8601.h \
	src/base/output.c src/base/output.h \
	src/base/slug.c src/base/slug.h \
	src/base/types.c src/base/types.h
kithbasedir = $(kithincludedir)/base
kithbase_HEADERS = src/base/api.h src/base/chars.h src/base/error.h src/base/file.h src/base/iso8601.h \
	src/base/output.h src/base/slug.h src/base/types.h
