unit_tests += tests/unit/test-conllu tests/unit/test-tree
tests_unit_test_conllu_LDADD = $(test_libs)
tests_unit_test_tree_LDADD = $(test_libs)
unit_tests += tests/unit/test-gradient
tests_unit_test_gradient_LDADD = $(test_libs)
