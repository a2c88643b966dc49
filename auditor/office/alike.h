/*
 * alike.h - which agencies' reports of a year are worth comparing letter by letter (prefix alike_).
 *
 * Compares the stored marks of all reports that count (text/copy.h). Agencies of one parent, or without one
 * of one group, are a family: their reports often come from one template.
 *
 * Memory     Four bytes a mark and sixteen while they are compared: some 150 MB at 10,000 reports.
 */
#ifndef AUDITOR_OFFICE_ALIKE_H
#define AUDITOR_OFFICE_ALIKE_H

#include "office/register.h"
#include "store/store.h"
#include "text/copy.h"

struct alike {
    const struct agency_register *agencies;
    uint32_t **marks; /* by agency; NULL: no report that counts */
    size_t *mark_counts;
    uint32_t *families;
    size_t *pair_first;      /* by agency: into pairs[], with one more behind the last */
    struct copy_pair *pairs; /* both ways: a is the agency, b the other */
    struct copy_field field;
};

int alike_open(struct alike *alike, struct store *store, int64_t assessment,
               const struct agency_register *agencies, struct error *err);
void alike_close(struct alike *alike);

/* Those marks of the agency's own report that are stock, sorted; *out is the caller's. */
void alike_stock(uint32_t **out, size_t *n, const struct alike *alike, size_t agency);

#endif /* AUDITOR_OFFICE_ALIKE_H */
