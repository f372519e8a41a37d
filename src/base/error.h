/* The one error domain of kith. */
#pragma once

#include "base/api.h"

#define KITH_ERROR (kith_error_quark())

typedef enum {
  KITH_ERROR_IO,     /* a file cannot be read or written */
  KITH_ERROR_INPUT,  /* the content of an input is not what it must be */
  KITH_ERROR_LIMIT,  /* an input is larger than is allowed */
  KITH_ERROR_MODEL,  /* a model or data file is damaged, foreign or missing */
  KITH_ERROR_USAGE,  /* an option or argument is wrong */
  KITH_ERROR_NAME,   /* a name that no actor has, or more than one */
  KITH_ERROR_OUTPUT, /* a result cannot be rendered or serialised */
  KITH_ERROR_REMOTE, /* a server refuses or does not answer */
} KithError;

KITH_API GQuark kith_error_quark(void);
