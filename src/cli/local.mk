bin_PROGRAMS += kith
kith_SOURCES = \
	src/cli/cli.c src/cli/cli.h \
	src/cli/cmd-evaluate.c src/cli/cmd-parse.c src/cli/cmd-train.c \
	src/cli/commands.h \
	src/cli/input.c src/cli/input.h \
	src/cli/main.c
kith_CPPFLAGS = $(AM_CPPFLAGS) $(JSON_CFLAGS)
# the static stages: the commands use what the library hides
kith_LDADD = $(stages) $(stage_libs) -lm
