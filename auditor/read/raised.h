/*
 * raised.h - figures that stand higher than the line (prefix raised_).
 *
 * "46" with a raised "1" is a number and that of a note, not 461: as people see it, 46Â¹. More than two
 * digits are no note.
 */
#ifndef AUDITOR_READ_RAISED_H
#define AUDITOR_READ_RAISED_H

#include "base/str.h"

/* The text with raised digits, in scratch, which is replaced; the text itself if it has none or too many. */
struct str raised_text(struct strbuf *scratch, struct str text);

#endif /* AUDITOR_READ_RAISED_H */
