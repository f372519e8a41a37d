cli_tests += tests/cli/test-build
tests_cli_test_build_SOURCES = tests/cli/run.h tests/cli/test-build.c
tests_cli_test_build_CPPFLAGS = $(AM_CPPFLAGS) $(JSON_CFLAGS)
tests_cli_test_build_LDADD = $(JSON_LIBS) $(GLIB_LIBS)
cli_tests += tests/cli/test-graph-commands
tests_cli_test_graph_commands_SOURCES = tests/cli/run.h tests/cli/test-graph-commands.c
tests_cli_test_graph_commands_LDADD = $(GLIB_LIBS)
EXTRA_DIST += $(graph_data)
graph_data = tests/data/good/talks.json tests/data/good/talks.ttl tests/data/bad/cut.json tests/data/bad/cut.nt \
	tests/data/bad/cut.ttl tests/data/bad/deep.json tests/data/bad/evidence.json tests/data/bad/iri.nt \
	tests/data/bad/latin-1.ttl tests/data/bad/laughs.rdf tests/data/bad/nobody.json tests/data/bad/other.ttl \
	tests/data/bad/two-texts.json
cli_tests += tests/cli/test-manual
tests_cli_test_manual_LDADD = $(GLIB_LIBS)
cli_tests += tests/cli/test-train
tests_cli_test_train_SOURCES = tests/cli/run.h tests/cli/test-train.c
tests_cli_test_train_LDADD = $(GLIB_LIBS)
cli_tests += tests/cli/test-queries
tests_cli_test_queries_SOURCES = tests/cli/run.h tests/cli/test-queries.c
tests_cli_test_queries_LDADD = $(GLIB_LIBS)
EXTRA_DIST += tests/data/queries/harbour.json
