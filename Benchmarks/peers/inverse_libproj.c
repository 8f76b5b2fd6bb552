// Row 25: geodesics from each position to the next, by libproj from C.
//
//   cc -O3 -o inverse_libproj inverse_libproj.c -lproj
//   inverse_libproj POSITIONS
#include <geodesic.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return time.tv_sec + time.tv_nsec / 1e9;
}

int main(int count, char **arguments) {
  FILE *file = count == 2 ? fopen(arguments[1], "rb") : NULL;
  if (!file) return 64;
  fseek(file, 0, SEEK_END);
  long places = ftell(file) / 16;
  rewind(file);
  double(*at)[2] = malloc(places * 16);
  if (!at || fread(at, 16, places, file) != (size_t)places) return 74;
  struct geod_geodesic ellipsoid;
  geod_init(&ellipsoid, 6378137, 1 / 298.257223563);
  double start = now(), sum = 0;
  for (long place = 0; place < places; place++) {
    long next = place + 1 < places ? place + 1 : 0;
    double length, from, to;
    geod_inverse(&ellipsoid, at[place][0], at[place][1], at[next][0], at[next][1], &length, &from, &to);
    sum += length;
  }
  double seconds = now() - start;
  printf("{\"seconds\":%.9f,\"amount\":%ld,\"answer\":\"%.0f km\"}\n", seconds, places, sum / 1000);
}
