/*
 * gb18030.h - GB18030 (and its subsets GBK, GB2312) to UTF-8 (prefix gb18030_).
 *
 * Pairs of bytes go through a table, filled once a process from the system's converter; the rare
 * four-byte characters go through the converter itself.
 */
#ifndef AUDITOR_READ_GB18030_H
#define AUDITOR_READ_GB18030_H

#include "base/str.h"

/* Appends the text; returns how many bytes had no meaning and became U+FFFD. *first gets the offset
 * of the first of them in out, and stays as it is when there is none. */
size_t gb18030_decode(struct strbuf *out, struct str bytes, size_t *first);

#endif /* AUDITOR_READ_GB18030_H */
