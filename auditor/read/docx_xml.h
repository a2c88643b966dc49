/*
 * docx_xml.h - a part of a Word file, element by element (prefix docx_).
 *
 * libxml2 calls back for every start, end and text; no tree is made. Names are told by number.
 *
 * Errors     ERR_DAMAGED: no well-formed XML. ERR_FORMAT: a document type, which no Word file has (so no
 *            entities either). ERR_LIMIT: nested beyond DOCX_DEPTH.
 */
#ifndef AUDITOR_READ_DOCX_XML_H
#define AUDITOR_READ_DOCX_XML_H

#include <stdbool.h>

#include "base/error.h"
#include "base/str.h"
#include "read/docx_name.h"

enum { DOCX_DEPTH = 240 }; /* below the limit of the parser, which would only say that it stopped */

struct docx_tag {
    enum docx_name name, parent;
    const char *prefix, *local; /* as written; prefix may be NULL */
    const unsigned char **attributes;
    int count;
};

struct docx_reader {
    void *user;
    /* False: nothing of what is inside is told, nor its end. */
    bool (*start)(void *user, const struct docx_tag *tag);
    void (*end)(void *user, enum docx_name name);
    void (*text)(void *user, enum docx_name in, struct str text);
};

int docx_parse(struct str part, const char *what, const struct docx_reader *reader,
               struct error *err);

/* The value of an attribute by its name without prefix; false, and "", when there is none. */
bool docx_attribute(const struct docx_tag *tag, const char *name, struct str *value);
/* The same among those that name another part: r:id, r:embed. */
bool docx_relation(const struct docx_tag *tag, const char *name, struct str *value);
struct str docx_value(const struct docx_tag *tag); /* of w:val; "" without */
bool docx_is_on(const struct docx_tag *tag);       /* a switch, which is on by being there */
long docx_number(struct str value, long without);  /* `without`: no number, or beyond a million */

#endif /* AUDITOR_READ_DOCX_XML_H */
