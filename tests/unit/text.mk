# Tests of src/text/.
unit_tests += tests/unit/test-boilerplate tests/unit/test-html tests/unit/test-reader tests/unit/test-tokens
tests_unit_test_boilerplate_SOURCES = tests/unit/test-boilerplate.c tests/unit/text-help.h
tests_unit_test_boilerplate_LDADD = $(test_libs)
tests_unit_test_html_SOURCES = tests/unit/test-html.c
tests_unit_test_html_LDADD = $(test_libs)
tests_unit_test_reader_SOURCES = tests/unit/test-reader.c tests/unit/text-help.h
tests_unit_test_reader_LDADD = $(test_libs)
tests_unit_test_tokens_SOURCES = tests/unit/test-tokens.c tests/unit/text-help.h
tests_unit_test_tokens_LDADD = $(test_libs)
EXTRA_DIST += tests/data/text/news-of-publishers.txt \
	tests/gold/boilerplate/aid-convoy.ranges tests/gold/boilerplate/aid-convoy.txt \
	tests/gold/boilerplate/border-crossing.ranges tests/gold/boilerplate/border-crossing.txt \
	tests/gold/boilerplate/central-bank.ranges tests/gold/boilerplate/central-bank.txt \
	tests/gold/boilerplate/election-recount.ranges tests/gold/boilerplate/election-recount.txt \
	tests/gold/boilerplate/fisheries-treaty.ranges tests/gold/boilerplate/fisheries-treaty.txt
