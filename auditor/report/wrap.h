/*
 * wrap.h - text on lines of a width (prefix wrap_).
 *
 * Columns are those of a terminal: a Han character takes two. Control and bidirectional characters are
 * shown as marks.
 */
#ifndef AUDITOR_REPORT_WRAP_H
#define AUDITOR_REPORT_WRAP_H

#include "base/str.h"

struct wrap {
    unsigned column; /* where the text begins */
    unsigned hang;   /* where its further lines begin */
    unsigned width;
};

/* Appends the text and a line feed. A Latin word stays whole, a number stays with its unit; a piece
 * too long for any line goes beyond the width. */
void wrap_text(struct strbuf *out, struct str text, const struct wrap *wrap);
/* Every line of the text by itself. What goes on begins below the line's second column, two blanks behind its first, or else a
 * little to the right of the line. */
void wrap_lines(struct strbuf *out, struct str text, unsigned width);

#endif /* AUDITOR_REPORT_WRAP_H */
