bin_PROGRAMS += kith
kith_SOURCES = \
	src/cli/cli.c src/cli/cli.h \
	src/cli/cmd-actors.c src/cli/cmd-build.c src/cli/cmd-convert.c src/cli/cmd-path.c src/cli/cmd-push.c src/cli/cmd-query.c \
	src/cli/cmd-relations.c src/cli/cmd-show.c src/cli/cmd-stats.c \
	src/cli/cmd-evaluate.c src/cli/cmd-parse.c src/cli/cmd-train.c src/cli/cmd-triples.c \
	src/cli/cmd-draw.c \
	src/cli/commands.h \
	src/cli/evaluate-chains.c src/cli/evaluate-chains.h \
	src/cli/graph-io.c src/cli/graph-io.h \
	src/cli/input.c src/cli/input.h \
	src/cli/inspect.c src/cli/inspect.h \
	src/cli/main.c \
	src/cli/resources.c src/cli/resources.h \
	src/cli/table.c src/cli/table.h
kith_CPPFLAGS = $(AM_CPPFLAGS) $(JSON_CFLAGS)
# the static stages: the commands use what the library hides
kith_LDADD = $(stages) $(stage_libs) -lm
