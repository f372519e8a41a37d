/* The commands, one a file cmd-NAME.c. Each returns an exit code. */
#pragma once

int kith_cmd_actors(int argc, char **argv);
int kith_cmd_build(int argc, char **argv);
int kith_cmd_convert(int argc, char **argv);
int kith_cmd_evaluate(int argc, char **argv);
int kith_cmd_merge(int argc, char **argv);
int kith_cmd_parse(int argc, char **argv);
int kith_cmd_path(int argc, char **argv);
int kith_cmd_push(int argc, char **argv);
int kith_cmd_query(int argc, char **argv);
int kith_cmd_relations(int argc, char **argv);
int kith_cmd_show(int argc, char **argv);
int kith_cmd_stats(int argc, char **argv);
int kith_cmd_train(int argc, char **argv);
int kith_cmd_triples(int argc, char **argv);
int kith_cmd_draw(int argc, char **argv);
