/*
 * docx_part.h - which parts of a Word file belong together (prefix docx_).
 *
 * A part names others by an id that its .rels part resolves.
 *
 * Ownership  {0} is an empty list; free with docx_relations_free().
 */
#ifndef AUDITOR_READ_DOCX_PART_H
#define AUDITOR_READ_DOCX_PART_H

#include "base/archive.h"
#include "read/docx_xml.h"

struct docx_relation {
    struct str id, type; /* the last word of its type: "styles" */
    struct str target;   /* a path in the file, or any address when outside */
    bool outside;
};

struct docx_relations {
    struct docx_relation *all;
    size_t n, cap;
    struct arena *arena;
};

/* Those of a part ("" for the file as a whole); a part without any gives an empty list. */
int docx_relations_read(struct docx_relations *out, struct archive_door *door, struct str of,
                        const char *what, struct error *err);
void docx_relations_free(struct docx_relations *relations);

/* NULL when there is none. */
const struct docx_relation *docx_relation_by_id(const struct docx_relations *relations,
                                                struct str id);
const struct docx_relation *docx_relation_by_type(const struct docx_relations *relations,
                                                  const char *type);

#endif /* AUDITOR_READ_DOCX_PART_H */
