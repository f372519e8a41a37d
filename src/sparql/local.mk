noinst_LTLIBRARIES += libkith-sparql.la
libkith_sparql_la_SOURCES = src/sparql/answer.c src/sparql/arena.c src/sparql/arena.h src/sparql/evaluate.c src/sparql/evaluate.h \
	src/sparql/expression.c src/sparql/function.c src/sparql/function.h src/sparql/function-text.c src/sparql/function-text.h \
	src/sparql/join.c src/sparql/lexer.c src/sparql/lexer.h src/sparql/match.c src/sparql/parser.c src/sparql/parser.h \
	src/sparql/parser-expressions.c src/sparql/parser-patterns.c src/sparql/parser-select.c src/sparql/parser-terms.c \
	src/sparql/path.c src/sparql/query.h src/sparql/scope.c src/sparql/select.c src/sparql/sparql.c src/sparql/sparql.h \
	src/sparql/store.c src/sparql/store.h src/sparql/terms.c src/sparql/terms.h src/sparql/value.c src/sparql/value.h
