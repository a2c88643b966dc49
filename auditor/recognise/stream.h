/*
 * stream.h - the cells of a document as one stream, whatever shape they came in (prefix stream_).
 *
 * An item is what stands in one cell: of a grid, or of loose text where cells follow each other
 * line by line, with or without bars between them. A record is a run of items that belong to one
 * line of a table: a row of a grid; in loose text some labels and the values behind them.
 * Every text item that is a label of a form knows the word it is (vocabulary.h).
 *
 * Ownership  stream_free() frees the stream; texts of items lie in the document or the arena.
 */
#ifndef AUDITOR_RECOGNISE_STREAM_H
#define AUDITOR_RECOGNISE_STREAM_H

#include "recognise/report.h"
#include "recognise/vocabulary.h"

enum { STREAM_FORMS = 6 }; /* forms with tables that are tried: the newest ones */

enum item_kind { ITEM_TEXT, ITEM_VALUE, ITEM_BLANK };

struct item {
    struct str text, raw; /* normal; as found, trimmed */
    const struct word *word[STREAM_FORMS];
    uint32_t line;
    uint32_t first_block, end_block; /* half open */
    uint32_t record;
    uint32_t col, col_span; /* of a grid */
    uint32_t ordinal;
    uint8_t kind;
    bool known; /* a word of some form */
    bool alien; /* no word of any form begins with this text, whatever follows it */
    bool pad;   /* blank: only a run of bars or an empty line speaks of it */
    bool empty; /* blank: an empty line */
    bool torn;  /* several numbers in one cell */
    bool joins; /* no bar stands between it and the item before it */
    bool hidden;
};

struct record {
    uint32_t first, end; /* items, half open */
    int32_t grid;        /* table of the document, -1 for loose text */
    uint32_t row;        /* of the grid */
    bool hidden;
    bool values; /* one of its items is a value */
};

struct stream {
    const struct doc *doc;
    struct arena *arena;
    const struct form *forms[STREAM_FORMS];
    size_t form_count;
    struct item *items;
    size_t item_count, item_cap;
    struct record *records;
    size_t record_count, record_cap;
    uint32_t *known; /* the items that are words */
    size_t known_count;
    bool glued; /* the figures of a row are written without anything between them: "0000000" */
};

void stream_build(struct stream *s, const struct doc *doc, const struct form_set *forms,
                  struct arena *arena);
void stream_free(struct stream *s);

/* --- between stream.c, stream_loose.c and stream_lines.c --- */

struct stream_lexer {
    struct stream *s;
    struct strbuf scratch; /* for label cores */
    struct strbuf normal;
    bool cell_open;  /* text stands in the present cell of loose text */
    unsigned blanks; /* in a row */
    unsigned flags;  /* for text_normalise */
    uint32_t step;   /* lines from one cell of loose text to the next; 0: lines tell nothing */
    bool tight;      /* no empty lines part its rows */
    size_t link;     /* of the document: those before it begin in blocks before the present one */
};

struct item *stream_push(struct stream_lexer *x, int32_t grid, uint32_t row, bool hidden,
                         enum item_kind kind);
/* The last item begins a record of its own. */
void stream_new_record(struct stream *s, struct item *last);
/* Finds the ordinal and the words of a text item; true if it is known. */
bool stream_look_up(struct stream_lexer *x, struct str text, struct item *item);
/* A block that stands in no grid. */
void stream_loose(struct stream_lexer *x, size_t block);
void stream_spacing(struct stream_lexer *x); /* finds step and tight */
void stream_find_glued(struct stream *s);
/* "0010001": digits that can be no count, so each is a cell. */
bool stream_is_glued(const struct stream *s, struct str text);
/* Before such a block: the empty lines above it that are cells. They count, as pads, only where a
 * row is not full without them. */
void stream_blank_lines(struct stream_lexer *x, size_t block);

#endif /* AUDITOR_RECOGNISE_STREAM_H */
