/*
 * carriers_link.h - which files a page names as its attachments (prefix carriers_link_; inside office only).
 *
 * A saved page names them by the address that they had on the host, or by where they lie beside it: what counts is the
 * last part of the address, decoded. Where the page only is looked through for its links it is not parsed: the bytes
 * behind "href=" are taken as they stand. Whether page and file are one report is for the judge to say (carriers.c).
 */
#ifndef AUDITOR_OFFICE_CARRIERS_LINK_H
#define AUDITOR_OFFICE_CARRIERS_LINK_H

#include "document/document.h"

/* The last part of an address or a path, percent signs decoded, as a person reads it; "" for none. Appended to out. */
void carriers_link_name(struct strbuf *out, struct str address);

/* Does a link of the document name the file? */
bool carriers_link_in(const struct doc *doc, struct str path);

/* Calls found for the address of every link in the bytes of a page. */
void carriers_link_each(struct str bytes, void (*found)(void *user, struct str href), void *user);

#endif /* AUDITOR_OFFICE_CARRIERS_LINK_H */
