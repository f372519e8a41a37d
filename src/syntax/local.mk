noinst_LTLIBRARIES += libkith-syntax.la
libkith_syntax_la_SOURCES = \
	src/syntax/tree.c src/syntax/tree.h
