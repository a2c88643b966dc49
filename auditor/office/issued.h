/*
 * issued.h - rectification notices that went out, and the deadlines they set (prefix issued_).
 *
 * A notice is a row of the ledger of decisions: kind "notice", its number, its deadline as the last day, and what
 * it asks for as the value: [["rule","fingerprint"], ...]. It changes no result.
 *
 * Errors     Those of the store.
 */
#ifndef AUDITOR_OFFICE_ISSUED_H
#define AUDITOR_OFFICE_ISSUED_H

#include <cjson/cJSON.h>

#include "store/decision.h"

/* Records a notice (report/notice.h) in a transaction of its own. *known: the last one of the agency was the same. */
int issued_add(bool *known, struct store *store, const cJSON *notice, const char *person,
               struct error *err);

/* What notices ask for in a year. */
struct issued;

/* Three texts by which a letter is known again. */
struct issued_letter {
    struct str number, date, deadline;
};

struct issued_due {
    const char *deadline; /* of the last notice that names it; NULL: none does */
    size_t count;         /* notices that name it */
};

int issued_read(struct issued **out, struct store *store, int year, struct error *err);
void issued_free(struct issued *issued); /* NULL is allowed */
/* but: this letter is left out of it; NULL: none is. */
struct issued_due issued_due(const struct issued *issued, struct str agency, struct str rule,
                             struct str fingerprint, const struct issued_letter *but);

#endif /* AUDITOR_OFFICE_ISSUED_H */
