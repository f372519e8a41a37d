noinst_LTLIBRARIES += libkith-graph.la
libkith_graph_la_SOURCES = src/graph/graph.h src/graph/json.h
nobase_kithinclude_HEADERS += src/graph/graph.h src/graph/json.h
libkith_graph_la_CPPFLAGS = $(AM_CPPFLAGS) $(JSON_CFLAGS)
