/*
 * notice_issue.h - rectification notices that went out, and the deadlines they set (prefix notice_issue_).
 *
 * A notice is a row of the ledger of decisions: kind "notice", its number, its deadline as the last day, and what
 * it asks for as the value: [["rule","fingerprint"], ...]. It changes no result.
 *
 * Errors     Those of the store.
 */
#ifndef AUDITOR_COMMAND_NOTICE_ISSUE_H
#define AUDITOR_COMMAND_NOTICE_ISSUE_H

#include <cjson/cJSON.h>

#include "store/decision.h"

/* Records a notice (report/notice.h) in a transaction of its own. *known: the last one of the agency was the same. */
int notice_issue(bool *known, struct store *store, const cJSON *notice, const char *person,
                 struct error *err);

/* What notices ask for in a year. */
struct notice_issued;

struct notice_due {
    const char *deadline; /* of the last notice that names it; NULL: none does */
    size_t count;         /* notices that name it */
};

int notice_issued_read(struct notice_issued **out, struct store *store, int year,
                       struct error *err);
void notice_issued_free(struct notice_issued *issued); /* NULL is allowed */
struct notice_due notice_issued_due(const struct notice_issued *issued, struct str agency,
                                    struct str rule, struct str fingerprint);

#endif /* AUDITOR_COMMAND_NOTICE_ISSUE_H */
