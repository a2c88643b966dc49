/*
 * mime.h - web archives: a page with its pictures in one file, .mht (prefix mime_; inside read only).
 *
 * Browsers and Word save them; a letter (.eml) is written in the same way. GMime takes them apart. Of the parts one
 * is the page: the one that the archive names, else the first page in it, else the first text; where that page has
 * frames, the page in one of them if it has more to read. Lines are those of the
 * page as it was before it was packed.
 *
 * Limits     MIME_PARTS parts, looked for MIME_DEPTH deep.
 * Ownership  mime_free() whatever mime_open() returned.
 * Errors     ERR_DAMAGED: no page in it, or the file ends within it. ERR_LIMIT. Messages begin with `name`.
 */
#ifndef AUDITOR_READ_MIME_H
#define AUDITOR_READ_MIME_H

#include <stdbool.h>

#include "base/error.h"
#include "base/str.h"

enum { MIME_DEPTH = 20, MIME_PARTS = 20000 };

struct mime {
    struct strbuf page;     /* its bytes, unpacked, in its own charset */
    struct strbuf headers;  /* how the archive labels them, for charset_decode() */
    struct strbuf location; /* the address that it was saved from; empty when that is not told */
};

/* By the lines that it begins with. */
bool mime_is(struct str bytes);
int mime_open(struct mime *out, struct str bytes, const char *name, struct error *err);
void mime_free(struct mime *mime);

#endif /* AUDITOR_READ_MIME_H */
