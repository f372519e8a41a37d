unit_tests += tests/unit/test-lines tests/unit/test-rdf tests/unit/test-sparql
tests_unit_test_lines_LDADD = $(test_libs)
tests_unit_test_rdf_SOURCES = tests/unit/test-rdf.c tests/unit/sample-graph.h
tests_unit_test_rdf_LDADD = $(test_libs)
tests_unit_test_sparql_SOURCES = tests/unit/test-sparql.c tests/unit/sample-graph.h
tests_unit_test_sparql_LDADD = $(test_libs)
EXTRA_DIST += tests/bench/make-graph
