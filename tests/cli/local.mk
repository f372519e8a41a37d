cli_tests += tests/cli/test-build
tests_cli_test_build_SOURCES = tests/cli/run.h tests/cli/test-build.c
tests_cli_test_build_CPPFLAGS = $(AM_CPPFLAGS) $(JSON_CFLAGS)
tests_cli_test_build_LDADD = $(JSON_LIBS) $(GLIB_LIBS)
