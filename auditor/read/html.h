/*
 * html.h - a page to a document (prefix html_).
 */
#ifndef AUDITOR_READ_HTML_H
#define AUDITOR_READ_HTML_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "document/build.h"

/* Hands the page, valid UTF-8 with neither '\r' nor NUL, to b. Its first line is `line`. Without
 * thinning the parser sees the page as it is: slower, less sturdy, for tests to compare with. */
int html_read(struct doc_build *b, struct str page, uint32_t line, bool thinned, struct error *err);

#endif /* AUDITOR_READ_HTML_H */
