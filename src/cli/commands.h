/* The commands, one a file cmd-NAME.c. Each returns an exit code. */
#pragma once
