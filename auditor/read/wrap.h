/*
 * wrap.h - paragraphs that were broken into lines of one width (prefix wrap_).
 *
 * Text saved "with line breaks" or copied off paper has lines of the same number of characters or of
 * the same width; a line that is full goes on in the next one. Nothing is joined in a file whose
 * lines have no common width. What text browsers write has blank lines between paragraphs and a margin
 * before all: there the lines that another one stands directly below tell the width.
 */
#ifndef AUDITOR_READ_WRAP_H
#define AUDITOR_READ_WRAP_H

#include <stdbool.h>

#include "base/str.h"

/* Bytes that no line of a page has. */
enum { WRAP_BEYOND = 420 };

/* What a line is measured in. */
enum wrap_unit {
    WRAP_CHARACTERS,
    WRAP_COLUMNS, /* a Chinese character takes two */
    WRAP_NARROW,  /* columns, too, but quotation marks, dashes and dots take one */
    WRAP_UNITS
};

struct wrap {
    size_t full; /* a line of so many is full; 0: the lines of the file are paragraphs */
    enum wrap_unit unit;
    bool indented; /* paragraphs begin with blanks */
    bool parted;   /* by blank lines, too: within a paragraph all lines but the last are full */
};

void wrap_measure(struct wrap *w, struct str text);
/* Whether the paragraph, whose first line it may be, goes on behind the line: *rest, which begins with the next line, then begins with the line that
 * goes on, and *skipped more lines, the number of a page among blank ones, lie before it. */
bool wrap_goes_on(const struct wrap *w, struct str line, bool first, struct str *rest,
                  unsigned *skipped);

#endif /* AUDITOR_READ_WRAP_H */
