/*
 * label.h - the charset a file names itself (prefix label_).
 */
#ifndef AUDITOR_READ_LABEL_H
#define AUDITOR_READ_LABEL_H

#include "base/str.h"

/* The label of <meta>, of an XML declaration or of HTTP headers, in canonical form; "" for none. */
void label_find(struct str bytes, struct str headers, char out[24]);

/* gb2312, gbk, cp936 ... -> GB18030; big5, cp950 -> BIG5-HKSCS; others in capitals. */
void label_canonical(struct str label, char out[24]);

#endif /* AUDITOR_READ_LABEL_H */
