noinst_LTLIBRARIES += libkith-actor.la
libkith_actor_la_SOURCES = \
	src/actor/gazetteer.c src/actor/gazetteer.h
nobase_kithinclude_HEADERS += src/actor/entities.h src/actor/gazetteer.h
