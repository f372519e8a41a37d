noinst_LTLIBRARIES += libkith-draw.la
libkith_draw_la_SOURCES = src/draw/draw.h
nobase_kithinclude_HEADERS += src/draw/draw.h
libkith_draw_la_CPPFLAGS = $(AM_CPPFLAGS) $(GRAPHVIZ_CFLAGS)
