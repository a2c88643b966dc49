/*
 * finding_diff.h - which findings of a standing are new, gone or still there (prefix finding_diff_).
 */
#ifndef AUDITOR_OFFICE_FINDING_DIFF_H
#define AUDITOR_OFFICE_FINDING_DIFF_H

#include "store/compare.h"

struct finding_place { /* owned texts */
    char *rule, *severity, *section, *table, *row, *column;
    char *fingerprint;
    uint32_t line;
    bool matched;
};

struct finding_places {
    struct finding_place *list;
    size_t n, cap;
};

struct finding_diff {
    struct finding_places before, after; /* those that are not matched are gone, or new */
    size_t same;
};

/* Standings by id, 0: has none. by_print: the fingerprint tells (one year); else rule and place. Findings that
 * another one explains are left out. */
int finding_diff_make(struct finding_diff *out, struct store *store, int64_t before, int64_t after,
                      bool by_print, struct error *err);
void finding_diff_free(struct finding_diff *diff);

#endif /* AUDITOR_OFFICE_FINDING_DIFF_H */
