/*
 * xml.h - a part of an office file as a tree (prefix read_).
 *
 * For parts that are filled in and written again; documents that are audited are read as a stream.
 */
#ifndef AUDITOR_READ_XML_H
#define AUDITOR_READ_XML_H

#include <libxml/tree.h>

#include "base/error.h"
#include "base/str.h"

/* No entity, network or document type. ERR_FORMAT; the message begins with `name`. The caller frees the
 * tree with xmlFreeDoc(). */
int read_xml(xmlDoc **out, struct str bytes, const char *name, struct error *err);

#endif /* AUDITOR_READ_XML_H */
