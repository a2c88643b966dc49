/*
 * charset.h - in what charset a file is written, and its text in UTF-8 (prefix charset_).
 *
 * Asked in this order: a byte order mark, zero bytes (UTF-16), bytes that are valid UTF-8 whatever
 * the label says, the label in the file if the bytes bear it out, what the bytes look like, and in
 * the end uchardet. A page labelled gb2312 or gbk is GB18030.
 */
#ifndef AUDITOR_READ_CHARSET_H
#define AUDITOR_READ_CHARSET_H

#include <stdbool.h>

#include "base/str.h"

/* The text is valid UTF-8 without NUL and CR (line ends are '\n'). It is a view of the bytes where
 * nothing had to be changed, else of `own`. */
struct charset {
    struct str text;
    struct strbuf own;
    char name[24];     /* "UTF-8", "GB18030", "BIG5-HKSCS", "UTF-16LE" ... */
    bool relabelled;   /* the label in the file says otherwise */
    size_t invalid;    /* bytes that became U+FFFD */
    size_t invalid_at; /* offset in text of the first of them */
};

/* headers are the HTTP headers saved with the file, "" without any. */
void charset_decode(struct charset *out, struct str bytes, struct str headers);

/* "UTF-16LE" or "UTF-16BE" when the zero bytes of s tell it, without a mark; else NULL. */
const char *charset_utf16(struct str s);

/* How many of the bytes at p are ASCII, up to the first that is not. */
size_t charset_ascii(const unsigned char *p, size_t left);
void charset_free(struct charset *charset);

#endif /* AUDITOR_READ_CHARSET_H */
