/*
 * rehearse_lines.h - lines of a rehearsal for a terminal, out of its model (prefix lines_).
 *
 * Private to rehearse_text.c and rehearse_text_agency.c. What the model lacks is "" and 0.
 */
#ifndef AUDITOR_AUTHOR_REHEARSE_LINES_H
#define AUDITOR_AUTHOR_REHEARSE_LINES_H

#include <cjson/cJSON.h>
#include <stdbool.h>

#include "base/str.h"

enum { LINES_SHOWN = 12 }; /* of a list; JSON has them all */

struct lines {
    struct strbuf *out;
    struct strbuf line; /* being made */
    unsigned width;
};

bool lines_true(const cJSON *object, const char *key);

/* Ends the line being made: it begins at `column`, what does not fit hangs two further. */
void lines_end(struct lines *p, unsigned column);
void lines_head(struct lines *p, const char *title, int count);
/* "and 7 more", if there are. */
void lines_more(struct lines *p, int total, int shown, unsigned column);

/* rehearse_text_agency.c: whose grade, whose score alone, and whose rank changes. */
void lines_agencies(struct lines *p, const cJSON *list);

#endif /* AUDITOR_AUTHOR_REHEARSE_LINES_H */
