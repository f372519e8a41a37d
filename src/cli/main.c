/* kith: the table of commands. */
#include <stdio.h>
#include <string.h>

#include "cli/cli.h"
#include "cli/commands.h"
#include "config.h"

static const KithCommand commands[] = {
    {"build", "text to graph: the main job", kith_cmd_build},
    {"evaluate", "score a language model on annotated text", kith_cmd_evaluate},
    {"parse", "the language analysis alone, as CoNLL-U", kith_cmd_parse},
    {"triples", "open triples, a line each", kith_cmd_triples},
    {"train", "make a language model out of treebanks", kith_cmd_train},
    {"actors", "who is in a graph", kith_cmd_actors},
    {"relations", "what is said in it", kith_cmd_relations},
    {"show", "one actor: names, roles, relations, each with its sentence", kith_cmd_show},
    {"path", "how two actors are connected", kith_cmd_path},
    {"query", "SPARQL 1.1 over the graph and its named graphs", kith_cmd_query},
    {"stats", "counts, degrees, classes", kith_cmd_stats},
    {"convert", "a graph in another format", kith_cmd_convert},
    {"merge", "many graphs into one, the same actor once", kith_cmd_merge},
    {"push", "a graph into a triple store", kith_cmd_push},
    {"draw", "a picture of the graph: SVG, PNG, PDF, DOT, a page to explore", kith_cmd_draw},
    {NULL, NULL, NULL},
};

static void
print_help(FILE *out)
{
  fputs("Usage: kith COMMAND [OPTION...] [ARGUMENT...]\n\n"
        "News text in, knowledge graph out.\n\nCommands:\n",
        out);
  for (const KithCommand *c = commands; c->name; c++)
    fprintf(out, "  %-10s %s\n", c->name, c->summary);
  fputs("\n'kith COMMAND --help' tells more of each; 'kith --version' prints the version.\n", out);
}

/* Flushes standard output: a failed write is a failure. */
static int
finish(int code)
{
  if (fflush(stdout) == 0 && !ferror(stdout))
    return code;
  if (code == KITH_EXIT_DONE)
    perror("kith: standard output");
  return code == KITH_EXIT_DONE ? KITH_EXIT_FAILED : code;
}

int
main(int argc, char **argv)
{
  if (argc < 2) {
    print_help(stderr);
    return KITH_EXIT_USAGE;
  }
  if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0 || strcmp(argv[1], "help") == 0) {
    print_help(stdout);
    return finish(KITH_EXIT_DONE);
  }
  if (strcmp(argv[1], "--version") == 0) {
    printf("kith %s\n", PACKAGE_VERSION);
    return finish(KITH_EXIT_DONE);
  }
  for (const KithCommand *c = commands; c->name; c++) {
    if (strcmp(c->name, argv[1]) != 0)
      continue;
    g_autofree char *name = g_strconcat("kith ", c->name, NULL);
    g_set_prgname(name);
    argv[1] = name;
    return finish(c->run(argc - 1, argv + 1));
  }
  return kith_cli_usage("kith", "there is no command '%s'", argv[1]);
}
