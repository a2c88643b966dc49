/*
 * thin.h - a page without what nobody reads (prefix thin_).
 *
 * Drops scripts, styles, comments, and every tag and attribute without an effect, before the parser
 * sees them, in one pass whose work per byte is bounded. What is left says the same.
 *
 * Lines      Every line end of the page is still there: as '\n' in text, and as '\r' where it
 *            stood in something dropped or inside a tag ('\r' is no white space then; those of
 *            a tag come directly behind it). So counting both gives the line of everything.
 */
#ifndef AUDITOR_READ_THIN_H
#define AUDITOR_READ_THIN_H

#include "base/str.h"

struct thin {
    struct strbuf out;
    size_t unclosed;    /* comments, scripts and quotes that are never closed */
    size_t unclosed_at; /* offset in the page of the first of them */
    size_t cut;         /* the depth of the page met the limit */
    size_t cut_at;
};

/* html is valid UTF-8 with neither '\r' nor NUL. Replaces *out; the caller calls thin_free(). */
void thin_html(struct thin *out, struct str html);
void thin_free(struct thin *thin);

#endif /* AUDITOR_READ_THIN_H */
