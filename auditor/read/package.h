/*
 * package.h - a Word file as one XML file (flat OPC, what Word saves as .xml; prefix package_; inside read only).
 *
 * Its parts are those of a .docx: they are put into one, in memory. Parts that are no XML (pictures) are left out.
 *
 * Ownership  out belongs to the caller.
 * Errors     ERR_DAMAGED: no sound XML, no part in it, or two parts of one name. Messages begin with `name`.
 */
#ifndef AUDITOR_READ_PACKAGE_H
#define AUDITOR_READ_PACKAGE_H

#include <stdbool.h>

#include "base/error.h"
#include "base/str.h"

bool package_is(struct str bytes);
int package_to_docx(struct strbuf *out, struct str bytes, const char *name, struct error *err);

/* ERR_DAMAGED, for a Word file in either kind of XML. */
int package_damaged(const char *name, struct error *err);

#endif /* AUDITOR_READ_PACKAGE_H */
