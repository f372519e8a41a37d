noinst_LTLIBRARIES += libkith-draw.la
libkith_draw_la_SOURCES = \
	src/draw/choose.c src/draw/choose.h \
	src/draw/curve.c src/draw/curve.h \
	src/draw/draw.c src/draw/draw.h \
	src/draw/engine.c src/draw/engine.h \
	src/draw/gv.c src/draw/gv.h \
	src/draw/label.c src/draw/label.h \
	src/draw/legend.c src/draw/legend.h \
	src/draw/lines.c \
	src/draw/paint.c src/draw/paint.h \
	src/draw/place.c src/draw/place.h \
	src/draw/scene.c src/draw/scene.h \
	src/draw/sheet.c src/draw/sheet.h \
	src/draw/style.c src/draw/style.h \
	src/draw/svg.c src/draw/svg.h
kithdrawdir = $(kithincludedir)/draw
kithdraw_HEADERS = src/draw/draw.h
libkith_draw_la_CPPFLAGS = $(AM_CPPFLAGS) $(GRAPHVIZ_CFLAGS)
