/*
 * zip_up.h - a zip in memory, for tests.
 */
#ifndef AUDITOR_TESTS_READ_ZIP_UP_H
#define AUDITOR_TESTS_READ_ZIP_UP_H

#include "base/str.h"

struct zip_part {
    const char *name;
    const char *content; /* NULL leaves the part out */
};

struct strbuf zip_up(const struct zip_part *parts, size_t n); /* the caller frees it */

#endif /* AUDITOR_TESTS_READ_ZIP_UP_H */
