/*
 * tables_map.h - between tables.c and tables_torn.c: where tables were found (prefix
 * tables_; inside recognise only).
 *
 * Ownership  Everything lives in the report's arena.
 */
#ifndef AUDITOR_RECOGNISE_TABLES_MAP_H
#define AUDITOR_RECOGNISE_TABLES_MAP_H

#include "recognise/align.h"
#include "recognise/tables.h"

struct located {
    struct alignment *a;   /* NULL: not there. Its stream is gone: items must not be used */
    struct located *again; /* the same table at another place; NULL for none */
    struct str *row_labels;
    uint32_t line, first_block, end_block;
    bool torn;
    bool guessed; /* no lines part its cells (doc_table.guessed) */
};

struct table_map {
    const struct form *forms[STREAM_FORMS];
    size_t form_count;
    struct located *tables[STREAM_FORMS]; /* by form, by table */
    uint8_t *covered;                     /* a bit for each block */
    uint8_t *scraps;                      /* likewise: of torn tables */
};

/* What speaks for a form: the reading of a table that fits best, of all forms. `own` wins when it fits
 * as well. NULL: the table was not found. */
struct located *tables_best(const struct table_map *map, struct str key, const struct form *own,
                            const struct form **form);
/* Marks anew the blocks of all tables found. */
void tables_cover(struct report *r, struct table_map *map);

/* Looks for each table once more elsewhere. Where that one has other numbers, each has a problem. */
void tables_find_again(struct table_map *map, const struct stream *s);

/* Which of two places of a table is judged: that of the report's year, by the lines above them; that in the
 * table's own section; the first. Sections must be known. */
struct located *tables_judged(const struct report *r, struct located *l);

/* After the tables are found and covered: drops those that are torn, and looks for scraps of those that
 * are not there. Only where cells are told by places or lines alone (PDF; for the latter, text): in a
 * grid that its author made a cell is a cell. */
void tables_find_torn(struct report *r, struct table_map *map, const struct stream *s);
const struct located *tables_torn(const struct table_map *map,
                                  struct str key); /* NULL: it is not */

#endif /* AUDITOR_RECOGNISE_TABLES_MAP_H */
