unit_tests += tests/unit/test-weave
tests_unit_test_weave_LDADD = $(test_libs)
