bin_PROGRAMS += kith
kith_SOURCES = \
	src/cli/cli.h \
	src/cli/cli.c src/cli/commands.h \
	src/cli/main.c
kith_CPPFLAGS = $(AM_CPPFLAGS)
# the static stages: the commands use what the library hides
kith_LDADD = $(stages) $(stage_libs) -lm
