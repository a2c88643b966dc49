/*
 * copies.h - which other reports a report has passages of (prefix copies_).
 *
 * In two steps. Where a document is audited its marks are taken, a few kilobytes that are stored with it
 * (text/copy.h). When all are known, the marks of a year say which reports are worth comparing and what is
 * common stock; these few are then read again, letter by letter, where the dossier is judged.
 *
 * Ownership  Results live in the arena that is given, and point into the reports.
 */
#ifndef AUDITOR_OFFICE_COPIES_H
#define AUDITOR_OFFICE_COPIES_H

#include "base/arena.h"
#include "engine/dossier.h"

/* The report's marks as bytes (32 bits each, sorted, little-endian); nothing for what is no annual report. */
void copies_marks(struct strbuf *out, const struct report *report);

struct copies_other {
    struct str code, name;
    int year;
    struct str document; /* its path, as evidence names it */
    const struct report *report;
};

/* What the report shares with the others, the most alike first; those with less than a hundred letters of it
 * are left out. stock: sorted marks that are set aside. */
void copies_find(struct dossier_copy **out, size_t *n, struct arena *arena,
                 const struct report *report, const struct copies_other *others, size_t other_count,
                 const uint32_t *stock, size_t stock_count);

#endif /* AUDITOR_OFFICE_COPIES_H */
