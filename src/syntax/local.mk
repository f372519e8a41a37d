noinst_LTLIBRARIES += libkith-syntax.la
libkith_syntax_la_SOURCES = \
	src/syntax/analyzer.h \
	src/syntax/conllu.c src/syntax/conllu.h \
	src/syntax/tree.c src/syntax/tree.h
nobase_kithinclude_HEADERS += src/syntax/analyzer.h src/syntax/conllu.h
