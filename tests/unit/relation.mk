unit_tests += tests/unit/test-lexicon tests/unit/test-claims tests/unit/test-triples
tests_unit_test_lexicon_LDADD = $(test_libs)
tests_unit_test_triples_LDADD = $(test_libs)
tests_unit_test_claims_SOURCES = tests/unit/test-claims.c tests/unit/relation-help.h
tests_unit_test_claims_LDADD = $(test_libs)
EXTRA_DIST += tests/data/relation/claims.conllu
