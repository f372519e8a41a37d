noinst_LTLIBRARIES += libkith-rdf.la
libkith_rdf_la_SOURCES = src/rdf/rdf.h
nobase_kithinclude_HEADERS += src/rdf/rdf.h
libkith_rdf_la_CPPFLAGS = $(AM_CPPFLAGS) $(RAPTOR_CFLAGS) $(SPARQL_CFLAGS)
