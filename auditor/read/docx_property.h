/*
 * docx_property.h - who wrote a Word file and when, as tags of the document (prefix docx_properties_; inside read only).
 *
 * A broken part tells what it could until it broke.
 */
#ifndef AUDITOR_READ_DOCX_PROPERTY_H
#define AUDITOR_READ_DOCX_PROPERTY_H

#include "document/build.h"

void docx_properties_read(struct doc_build *build, struct str part, const char *what);

#endif /* AUDITOR_READ_DOCX_PROPERTY_H */
