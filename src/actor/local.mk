noinst_LTLIBRARIES += libkith-actor.la
libkith_actor_la_SOURCES =
