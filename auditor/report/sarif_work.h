/*
 * sarif_work.h - what the files of the SARIF writer share (prefix sarif_); see sarif.h.
 */
#ifndef AUDITOR_REPORT_SARIF_WORK_H
#define AUDITOR_REPORT_SARIF_WORK_H

#include <cjson/cJSON.h>

#include "base/json.h"
#include "report/sarif.h"

struct sarif {
    struct output *output;
    const struct engine *engine;
    const char *profile;
    FILE *artifacts;             /* spooled: they follow the results */
    struct strbuf notifications; /* what went wrong in the run itself */
    struct strbuf scratch;
    char **strangers; /* rules of the profile that no file defines, behind those of the engine */
    size_t stranger_count, stranger_cap;
    size_t documents, results;
};

/* {"text": …} under key. */
void sarif_message(struct json *j, const char *key, const char *text);
/* Where a rule stands in the list of the tool. */
size_t sarif_rule(struct sarif *s, const char *id);
const char *sarif_level(const char *severity); /* "error" "warning" "note" */

/* A finding or an undecided place of a result, each as one result of the run. */
struct sarif_item {
    const cJSON *result, *item;
    const cJSON *place; /* NULL: the document as a whole */
    const char *kind, *level;
};

struct sarif_where { /* of a document */
    struct str path;
    size_t artifact;
    const struct form *form;
    const cJSON *decisions; /* of persons; NULL outside an office */
};

void sarif_location(struct json *j, const cJSON *place, const struct sarif_where *where, int id);
void sarif_result(struct json *j, struct sarif *s, const struct sarif_item *item,
                  const struct sarif_where *where);

/* {"driver": …}: the tool and what its rules are. */
void sarif_tool(struct json *j, struct sarif *s);

#endif /* AUDITOR_REPORT_SARIF_WORK_H */
