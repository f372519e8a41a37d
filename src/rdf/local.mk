noinst_LTLIBRARIES += libkith-rdf.la
libkith_rdf_la_SOURCES = src/rdf/dataset.c src/rdf/dataset.h \
	src/rdf/describe.c src/rdf/describe.h src/rdf/formats.c src/rdf/formats.h src/rdf/iri.c \
	src/rdf/iri.h src/rdf/jsonld.h src/rdf/jsonld-read.c src/rdf/jsonld-write.c src/rdf/lines.c src/rdf/names.c src/rdf/lines.h src/rdf/push.c src/rdf/push.h src/rdf/rdf.h src/rdf/read.c src/rdf/statements.c src/rdf/statements.h src/rdf/transcribe.c src/rdf/trig.c \
	src/rdf/understand.c src/rdf/vocabulary.c src/rdf/vocabulary.h src/rdf/write.c src/rdf/writer.c src/rdf/writer.h
kithrdfdir = $(kithincludedir)/rdf
kithrdf_HEADERS = src/rdf/rdf.h
libkith_rdf_la_CPPFLAGS = $(AM_CPPFLAGS) $(RAPTOR_CFLAGS) $(CURL_CFLAGS) $(JSON_CFLAGS)
