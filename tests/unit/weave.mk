unit_tests += tests/unit/test-weave tests/unit/test-identity
tests_unit_test_weave_LDADD = $(test_libs)
tests_unit_test_identity_LDADD = $(test_libs)
check_PROGRAMS += tests/bench/merge
tests_bench_merge_LDADD = $(test_libs)
