unit_tests += tests/unit/test-gazetteer tests/unit/test-actor tests/unit/test-referents
tests_unit_test_gazetteer_LDADD = $(test_libs)
tests_unit_test_actor_SOURCES = tests/unit/actor-help.h tests/unit/test-actor.c
tests_unit_test_actor_LDADD = $(test_libs)
tests_unit_test_referents_SOURCES = tests/unit/actor-help.h tests/unit/test-referents.c
tests_unit_test_referents_LDADD = $(test_libs)
actor_cases = \
	acronyms \
	acting \
	aliases \
	apposed \
	armed \
	bands \
	binding \
	bodies \
	bounds \
	captions \
	collectives \
	condolences \
	copula \
	demonyms \
	descriptions \
	doers \
	families \
	firms \
	forces \
	governments \
	groups \
	headed \
	holders \
	household \
	institutions \
	judge \
	lead \
	lived \
	mended \
	metonyms \
	namesakes \
	nested \
	nothing \
	offices \
	officials \
	opening \
	parties \
	parts \
	persons \
	pledges \
	posthouses \
	posts \
	pronouns \
	quotes \
	regime \
	relatives \
	rivals \
	running \
	served \
	shared \
	sides \
	sorts \
	splits \
	spoken \
	stand \
	statement \
	statements \
	states \
	sums \
	talk \
	terms \
	terms-of-office \
	those \
	titles \
	voices \
	waiting \
	whose
EXTRA_DIST += $(actor_cases:%=tests/data/actor/%.conllu)
# the actors alone, for tools/score_graph.py
check_PROGRAMS += tests/bench/actors
tests_bench_actors_LDADD = $(test_libs)
unit_tests += tests/unit/test-coreference
tests_unit_test_coreference_SOURCES = tests/cli/run.h tests/unit/test-coreference.c
tests_unit_test_coreference_LDADD = $(test_libs)
unit_tests += tests/unit/test-gold-actors
tests_unit_test_gold_actors_SOURCES = tests/unit/test-gold-actors.c tests/unit/gold-help.h
tests_unit_test_gold_actors_LDADD = $(test_libs)
tests_unit_test_gold_actors_CPPFLAGS = $(AM_CPPFLAGS) $(JSON_CFLAGS)
