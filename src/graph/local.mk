noinst_LTLIBRARIES += libkith-graph.la
libkith_graph_la_SOURCES = src/graph/graph.h src/graph/graphml.c src/graph/graphml.h src/graph/json.h src/graph/private.h src/graph/scan.h \
	src/graph/check.c src/graph/find.c src/graph/graph.c src/graph/json-read.c src/graph/json-write.c \
	src/graph/merge.c src/graph/scan.c
kithgraphdir = $(kithincludedir)/graph
kithgraph_HEADERS = src/graph/graph.h src/graph/graphml.h src/graph/json.h
libkith_graph_la_CPPFLAGS = $(AM_CPPFLAGS) $(JSON_CFLAGS)
