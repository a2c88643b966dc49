/*
 * notice.h - what an agency is asked to correct: one rectification notice (prefix notice_).
 *
 * Made of the verdict on an agency. A finding that another one explains is no item: with its cause it goes.
 * What was left undecided is told apart, so that nobody takes it for passed.
 */
#ifndef AUDITOR_REPORT_NOTICE_H
#define AUDITOR_REPORT_NOTICE_H

#include <cjson/cJSON.h>

#include "engine/engine.h"
#include "text/date.h"

/* What is known of a finding from before this letter. */
struct notice_before {
    size_t asked;         /* letters that named it */
    const char *deadline; /* of the last of them; NULL: none did */
    size_t returns;       /* how often it came back after it was corrected */
};

struct notice_facts {
    const char *office, *agency, *code, *number; /* never NULL */
    int year;
    struct date date, deadline;
    enum audit_severity least; /* findings below it are counted, not listed */
    struct notice_before (*before)(void *user, const char *rule,
                                   const char *fingerprint); /* NULL: the first letter */
    void *user;
};

/* {"agency", …, "items": [{…}], …, "undecided": [{…}]}: keys in byte order, texts in the program's language
 * (docs/schema/notice.schema.json). verdict: the localised object of model_parse(). The caller deletes it. */
cJSON *notice_model(const cJSON *verdict, const struct engine *engine,
                    const struct notice_facts *facts);

/* How many things are to be corrected. */
size_t notice_items(const cJSON *notice);

#endif /* AUDITOR_REPORT_NOTICE_H */
