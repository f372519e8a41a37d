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
	src/draw/pack.c src/draw/pack.h \
	src/draw/page.c src/draw/page.h src/draw/page-assets.h \
	src/draw/paint.c src/draw/paint.h \
	src/draw/place.c src/draw/place.h \
	src/draw/scene.c src/draw/scene.h \
	src/draw/sheet.c src/draw/sheet.h \
	src/draw/style.c src/draw/style.h \
	src/draw/svg.c src/draw/svg.h
nodist_libkith_draw_la_SOURCES = src/draw/page-assets.c
kithdrawdir = $(kithincludedir)/draw
kithdraw_HEADERS = src/draw/draw.h
libkith_draw_la_CPPFLAGS = $(AM_CPPFLAGS) $(GRAPHVIZ_CFLAGS)

# The page's files as C: each line a string. Scripts in the order in which they need each other.
page_scripts = src/draw/page/dom.js src/draw/page/model.js src/draw/page/filters.js src/draw/page/drawing.js \
	src/draw/page/article.js src/draw/page/details.js src/draw/page/timeline.js src/draw/page/search.js \
	src/draw/page/main.js
page_files = src/draw/page/page.html src/draw/page/page.css $(page_scripts)
EXTRA_DIST += $(page_files)
CLEANFILES += src/draw/page-assets.c
page_quote = sed 's/\\/\\\\/g; s/"/\\"/g; s/^/"/; s/$$/\\n"/'
src/draw/page-assets.c: $(page_files) src/draw/local.mk
	$(AM_V_GEN)$(MKDIR_P) src/draw && { \
	  echo '#include "draw/page-assets.h"'; \
	  echo 'const char kith_page_html[] ='; $(page_quote) $(srcdir)/src/draw/page/page.html; echo ';'; \
	  echo 'const char kith_page_css[] ='; $(page_quote) $(srcdir)/src/draw/page/page.css; echo ';'; \
	  echo 'const char kith_page_script[] ='; \
	  for file in $(page_scripts); do $(page_quote) $(srcdir)/$$file; done; echo ';'; } >$@.tmp && mv $@.tmp $@
