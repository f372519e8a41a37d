unit_tests += tests/unit/test-jsonld tests/unit/test-lines tests/unit/test-push tests/unit/test-rdf tests/unit/test-sparql \
	tests/unit/test-sparql-language
tests_unit_test_jsonld_SOURCES = tests/unit/test-jsonld.c tests/unit/sample-graph.h
tests_unit_test_jsonld_LDADD = $(test_libs)
tests_unit_test_push_SOURCES = tests/unit/test-push.c tests/unit/store.h
tests_unit_test_push_LDADD = $(test_libs)
tests_unit_test_lines_LDADD = $(test_libs)
tests_unit_test_rdf_SOURCES = tests/unit/test-rdf.c tests/unit/sample-graph.h
tests_unit_test_rdf_LDADD = $(test_libs)
tests_unit_test_sparql_SOURCES = tests/unit/test-sparql.c tests/unit/sample-graph.h
tests_unit_test_sparql_LDADD = $(test_libs)
tests_unit_test_sparql_language_LDADD = $(test_libs)
EXTRA_DIST += tests/bench/make-graph
