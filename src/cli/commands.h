/* The commands, one a file cmd-NAME.c. Each returns an exit code. */
#pragma once

int kith_cmd_evaluate(int argc, char **argv);
int kith_cmd_parse(int argc, char **argv);
int kith_cmd_train(int argc, char **argv);
