noinst_LTLIBRARIES += libkith-actor.la
libkith_actor_la_SOURCES = \
	src/actor/acting.c \
	src/actor/chains.c \
	src/actor/collectives.c \
	src/actor/deeds.c src/actor/deeds.h \
	src/actor/entities.c src/actor/entities.h \
	src/actor/families.c \
	src/actor/finder.c src/actor/finder.h \
	src/actor/firms.c \
	src/actor/gazetteer.c src/actor/gazetteer.h \
	src/actor/joint.c \
	src/actor/kinds.c src/actor/kinds.h \
	src/actor/label.c \
	src/actor/mend.c \
	src/actor/metonym.c \
	src/actor/names.c \
	src/actor/nominals.c \
	src/actor/predicates.c \
	src/actor/pronouns.c \
	src/actor/regimes.c \
	src/actor/resolve-aliases.c \
	src/actor/resolve-bodies.c \
	src/actor/resolve-later.c \
	src/actor/resolve-names.c \
	src/actor/resolve-nominals.c \
	src/actor/resolve-owners.c \
	src/actor/resolve-persons.c \
	src/actor/resolve-places.c \
	src/actor/resolve-pronouns.c \
	src/actor/resolve-syntax.c \
	src/actor/shared.c \
	src/actor/spans.c src/actor/spans.h \
	src/actor/undertakings.c \
	src/actor/titles.c \
	src/actor/voices.c \
	src/actor/why.c
kithactordir = $(kithincludedir)/actor
kithactor_HEADERS = src/actor/entities.h src/actor/gazetteer.h
