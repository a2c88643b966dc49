/*
 * thin.h - a page without what nobody reads (prefix thin_).
 *
 * Drops scripts, styles, comments, and every tag and attribute without an effect, before the parser
 * sees them, in one pass whose work per byte is bounded. What is left says the same.
 *
 * Lines      Every line end of the page before its last text or element is still there: as '\n' in
 *            text and in start tags, where the parser counts it, and as '\r' (no white space then)
 *            in text where it stood in something dropped. It comes before whatever follows it.
 * Left out   The parser goes through text and values of attributes character by character, and has nothing to
 *            do there but to find references. So a stretch without one is left out: LEFT_OUT stands for it,
 *            and it is the next in its list. The line ends of a text are in it, unseen by the parser. What
 *            breaks a line, and where a link without further effects begins and ends, is left out in the same way.
 */
#ifndef AUDITOR_READ_THIN_H
#define AUDITOR_READ_THIN_H

#include "base/str.h"
#include "read/left_out.h"

struct thin {
    struct strbuf out;
    struct left_out texts;  /* of the page, breaks of its lines, links; in order */
    struct left_out values; /* of attributes, likewise */
    size_t unclosed;        /* comments, scripts and quotes that are never closed */
    size_t unclosed_at;     /* offset in the page of the first of them */
    size_t cut;             /* the depth of the page met the limit */
    size_t cut_at;
};

/* html is valid UTF-8 with neither '\r' nor NUL, and outlives *out, which is replaced; the caller calls
 * thin_free(). */
void thin_html(struct thin *out, struct str html);
void thin_free(struct thin *thin);

#endif /* AUDITOR_READ_THIN_H */
