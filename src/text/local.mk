noinst_LTLIBRARIES += libkith-text.la
libkith_text_la_SOURCES = \
	src/text/document.c src/text/document.h \
	src/text/ud.c src/text/ud.h
nobase_kithinclude_HEADERS += src/text/document.h src/text/ud.h
