noinst_LTLIBRARIES += libkith-train.la
libkith_train_la_SOURCES = \
	src/train/advice.c src/train/advice.h \
	src/train/align.c src/train/align.h \
	src/train/checkpoint.c src/train/checkpoint.h \
	src/train/coreference.c src/train/coreference.h \
	src/train/corpus.c src/train/corpus.h \
	src/train/crf.c \
	src/train/dataset.c src/train/dataset.h \
	src/train/export.c src/train/export.h \
	src/train/gum-names.c \
	src/train/heads.c \
	src/train/lemmas.c src/train/lemmas.h \
	src/train/name-lists.c src/train/name-lists.h \
	src/train/net.c src/train/net.h \
	src/train/re3d.c \
	src/train/score.c src/train/score.h \
	src/train/table.c src/train/table.h \
	src/train/teacher.c src/train/teacher.h \
	src/train/tape.c src/train/tape.h src/train/tape-private.h \
	src/train/trainer.c src/train/trainer.h \
	src/train/vectors.c src/train/vectors.h \
	src/train/writer.c src/train/writer.h
libkith_train_la_CPPFLAGS = $(AM_CPPFLAGS) $(JSON_CFLAGS)
