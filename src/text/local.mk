noinst_LTLIBRARIES += libkith-text.la
libkith_text_la_SOURCES = \
	src/text/chars.c src/text/chars.h \
	src/text/contraction.c src/text/contraction.h \
	src/text/document.c src/text/document.h \
	src/text/layout.c src/text/layout.h \
	src/text/reader.c src/text/reader.h \
	src/text/scan.c src/text/scan.h \
	src/text/special.c \
	src/text/split.c src/text/split.h \
	src/text/tokenize.c src/text/tokenize.h \
	src/text/ud.c src/text/ud.h \
	src/text/wordlist.c src/text/wordlist.h
nobase_kithinclude_HEADERS += src/text/document.h src/text/reader.h src/text/ud.h
