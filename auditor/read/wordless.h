/*
 * wordless.h - documents that say nothing to a program (prefix wordless_).
 */
#ifndef AUDITOR_READ_WORDLESS_H
#define AUDITOR_READ_WORDLESS_H

#include "base/error.h"
#include "document/document.h"

/* ERR_FORMAT where no text stands in the document but headers, footers and menus: no_text_layer when
 * there are pictures, which may show it, no_text for a page without them. Word files are asked when
 * they are read; pages when it is known that their head does not tell what they are, either. */
int wordless_check(const struct doc *doc, const char *name, struct error *err);

#endif /* AUDITOR_READ_WORDLESS_H */
