/*
 * lineage.h - what an agency was called in other years (prefix lineage_).
 *
 * Out of the register, of which only those agencies are kept whose code differs between the years asked for: history
 * follows a renaming, not a merger (register_in_year()).
 *
 * Errors     Those of the register.
 */
#ifndef AUDITOR_OFFICE_LINEAGE_H
#define AUDITOR_OFFICE_LINEAGE_H

#include "base/arena.h"
#include "base/map.h"
#include "office/office.h"

struct lineage { /* {0} knows of no other code */
    struct map numbers;
    struct str *codes;
    size_t n, cap;
    struct arena *arena;
};

int lineage_load(struct lineage *out, const struct office *office, const int *years, size_t n,
                 struct error *err);
void lineage_free(struct lineage *lineage);

/* The code in that year of the agency that has `code` in another; the same one when nothing else is known. */
struct str lineage_code(const struct lineage *lineage, struct str code, int year);

#endif /* AUDITOR_OFFICE_LINEAGE_H */
