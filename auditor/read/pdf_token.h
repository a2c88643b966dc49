/*
 * pdf_token.h - the tokens of a page content (prefix pdf_token_).
 */
#ifndef AUDITOR_READ_PDF_TOKEN_H
#define AUDITOR_READ_PDF_TOKEN_H

#include "base/str.h"

enum pdf_token_kind {
    PDF_TOKEN_END,
    PDF_TOKEN_NUMBER,
    PDF_TOKEN_NAME,
    PDF_TOKEN_WORD,
    PDF_TOKEN_STRING,
    PDF_TOKEN_OTHER
};

struct pdf_token {
    enum pdf_token_kind kind;
    double number;
    struct str text; /* of a name without its slash, of an operator, of a string as it is written */
};

/* The next token from *at on; arrays, dictionaries and inline images are PDF_TOKEN_OTHER,
 * read to their ends. */
struct pdf_token pdf_token_next(struct str content, size_t *at);

#endif /* AUDITOR_READ_PDF_TOKEN_H */
