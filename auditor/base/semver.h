/*
 * semver.h - semantic versions (semver.org 2.0.0) and ranges of them (prefix semver_).
 *
 * A range is one or more of these, all of which must hold, separated by blanks or commas:
 *
 *   1.2.3  =1.2.3   this version           1.2   1   any version that begins so
 *   >1.2  >=1.2  <2  <=2.1                 compared; parts that are left out count as 0
 *   ^1.2   up to the next 2 (^0.2: to 0.3) ~1.2  up to the next 1.3
 *   *      any
 *
 * A pre-release of the bound itself is not below it: 2.0.0-rc.1 does not satisfy "<2".
 */
#ifndef AUDITOR_BASE_SEMVER_H
#define AUDITOR_BASE_SEMVER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

struct semver {
    uint32_t part[3];       /* major, minor, patch */
    struct str pre;         /* "rc.1"; points into the text that was parsed */
    unsigned parts_written; /* 3 for a whole version */
};

/* A whole version: three numbers, perhaps -pre and +build (which does not count). */
bool semver_parse(struct semver *out, struct str text);
int semver_cmp(const struct semver *a, const struct semver *b); /* -1, 0, 1 */

bool semver_range_valid(struct str range);
bool semver_in(const struct semver *version,
               struct str range); /* false if the range is not valid */

#endif /* AUDITOR_BASE_SEMVER_H */
