unit_tests += tests/unit/test-rdf
tests_unit_test_rdf_SOURCES = tests/unit/test-rdf.c tests/unit/sample-graph.h
tests_unit_test_rdf_LDADD = $(test_libs)
