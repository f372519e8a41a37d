noinst_LTLIBRARIES += libkith-text.la
libkith_text_la_SOURCES = \
	src/text/boilerplate.c src/text/boilerplate.h \
	src/text/chars.c src/text/chars.h \
	src/text/contraction.c src/text/contraction.h \
	src/text/credit.c src/text/credit.h \
	src/text/cue-table.c src/text/cue-table.h \
	src/text/cues.c src/text/cues.h \
	src/text/document.c src/text/document.h \
	src/text/furniture.c src/text/furniture.h \
	src/text/headline.c src/text/headline.h \
	src/text/html.c src/text/html.h \
	src/text/layout.c src/text/layout.h \
	src/text/mail.c src/text/mail.h \
	src/text/metadata.c src/text/metadata.h \
	src/text/reader.c src/text/reader.h \
	src/text/scan.c src/text/scan.h \
	src/text/special.c \
	src/text/split.c src/text/split.h \
	src/text/split-model.c src/text/split-model.h \
	src/text/split-weights.c \
	src/text/tokenize.c src/text/tokenize.h \
	src/text/ud.c src/text/ud.h \
	src/text/wordlist.c src/text/wordlist.h
libkith_text_la_CPPFLAGS = $(AM_CPPFLAGS) $(XML_CFLAGS)
kithtextdir = $(kithincludedir)/text
kithtext_HEADERS = src/text/document.h src/text/html.h src/text/reader.h src/text/ud.h

# Makes src/text/split-weights.c from treebanks; not installed. Learning lives in src/train/.
noinst_PROGRAMS += train-splitter
train_splitter_SOURCES = src/train/train-splitter.c
train_splitter_LDADD = libkith-text.la libkith-base.la $(XML_LIBS) $(GLIB_LIBS) -lm
