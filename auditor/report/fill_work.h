/*
 * fill_work.h - what the files that fill a Word template share (prefix fill_); see fill.h.
 */
#ifndef AUDITOR_REPORT_FILL_WORK_H
#define AUDITOR_REPORT_FILL_WORK_H

#include <libxml/tree.h>
#include <stdbool.h>

#include "report/fill.h"

struct fill {
    const char *name; /* of the template, for messages */
    const cJSON *values;
    const char *list; /* the list that is being repeated, and its member; NULL */
    const cJSON *member;
    struct error *err;
};

bool fill_is(const xmlNode *node, const char *name);     /* <w:name> */
void fill_text(struct strbuf *out, const xmlNode *node); /* all text below node */
/* Fills the paragraph's own text, not that of paragraphs inside it (text boxes). */
int fill_paragraph(struct fill *f, xmlNode *paragraph);

#endif /* AUDITOR_REPORT_FILL_WORK_H */
