unit_tests += tests/unit/test-base
tests_unit_test_base_LDADD = $(test_libs)
