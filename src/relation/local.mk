noinst_LTLIBRARIES += libkith-relation.la
libkith_relation_la_SOURCES = src/relation/agent.c src/relation/blame.c src/relation/blame.h src/relation/claims.c src/relation/clause.c src/relation/clause.h src/relation/confidence.c src/relation/demands.c src/relation/demands.h \
	src/relation/emit.c src/relation/ends.c src/relation/ends.h src/relation/event.c src/relation/events.c src/relation/events.h src/relation/lexicon.c \
	src/relation/gifts.c src/relation/gifts.h src/relation/guess.c src/relation/guess.h \
	src/relation/pattern.h src/relation/quotes.c src/relation/quotes.h src/relation/scene.c src/relation/scene.h src/relation/standing.c \
	src/relation/speech.c src/relation/speech.h src/relation/standing.h src/relation/status.c src/relation/status.h src/relation/phrase.c src/relation/phrase.h src/relation/triples.c src/relation/triples.h \
	src/relation/wording.c src/relation/wording.h \
	src/relation/dates.c src/relation/dates.h src/relation/when.c src/relation/when.h
kithrelationdir = $(kithincludedir)/relation
kithrelation_HEADERS = src/relation/claims.h src/relation/lexicon.h src/relation/triples.h
