noinst_LTLIBRARIES += libkith-syntax.la
libkith_syntax_la_SOURCES = \
	src/syntax/agree.c src/syntax/agree.h \
	src/syntax/analyzer.c src/syntax/analyzer.h \
	src/syntax/conllu.c src/syntax/conllu.h \
	src/syntax/decode.c src/syntax/decode.h \
	src/syntax/encoder.c src/syntax/encoder.h \
	src/syntax/features.c src/syntax/features.h \
	src/syntax/forms.c src/syntax/forms.h \
	src/syntax/hash.h \
	src/syntax/heads.c src/syntax/heads.h \
	src/syntax/kernel.c src/syntax/kernel.h src/syntax/kernel-body.h src/syntax/kernel-bytes.h \
	src/syntax/kernel-float.h \
	src/syntax/kernel-avx2.c src/syntax/kernel-avx512.c src/syntax/kernel-fma.c src/syntax/kernel-fma512.c \
	src/syntax/kernel-plain.c src/syntax/kernel-sse4.c \
	src/syntax/lemma.c src/syntax/lemma.h \
	src/syntax/model.c src/syntax/model.h \
	src/syntax/mend.c src/syntax/mend.h \
	src/syntax/mend-attached.c src/syntax/mend-clauses.c src/syntax/mend-names.c src/syntax/mend-objects.c \
	src/syntax/mend-parts.c src/syntax/mend-parts.h \
	src/syntax/model-pack.c \
	src/syntax/model-file.c src/syntax/model-file.h \
	src/syntax/network.c src/syntax/network.h \
	src/syntax/tree.c src/syntax/tree.h
kithsyntaxdir = $(kithincludedir)/syntax
kithsyntax_HEADERS = src/syntax/analyzer.h src/syntax/conllu.h
