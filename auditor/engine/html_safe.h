/*
 * html_safe.h - what may stand in a page: tags, text, addresses, styles (prefix html_; private to engine/).
 */
#ifndef AUDITOR_ENGINE_HTML_SAFE_H
#define AUDITOR_ENGINE_HTML_SAFE_H

#include <stdbool.h>

#include "base/str.h"

enum html_flag {
    HTML_VOID = 1, /* has no content and no end tag */
    HTML_LINE = 2  /* a line feed behind it: readable source, short lines */
};

/* The flags of a tag, -1 if it is not allowed. */
int html_tag(const char *name);

/* Appends text as it may stand in content and in a quoted attribute alike; control and bidirectional
 * characters become marks. */
void html_escape(struct strbuf *out, struct str text);

bool html_safe_address(struct str address); /* http, https, relative or #fragment */
bool html_safe_style(struct str style);     /* no functions, no quotes */

#endif /* AUDITOR_ENGINE_HTML_SAFE_H */
