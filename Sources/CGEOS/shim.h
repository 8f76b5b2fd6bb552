/* The API without contexts does not compile: it is not safe for threads. */
#define GEOS_USE_ONLY_R_API 1
#include <geos_c.h>
