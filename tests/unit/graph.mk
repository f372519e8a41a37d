unit_tests += tests/unit/test-graph tests/unit/test-json
tests_unit_test_graph_SOURCES = tests/unit/test-graph.c tests/unit/sample-graph.h
tests_unit_test_graph_LDADD = $(test_libs)
tests_unit_test_json_SOURCES = tests/unit/test-json.c tests/unit/sample-graph.h
tests_unit_test_json_LDADD = $(test_libs)
