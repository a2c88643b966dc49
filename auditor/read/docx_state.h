/*
 * docx_state.h - where the reader of a part stands (prefix docx_; docx_body.c, docx_paragraph.c,
 * docx_table.c, docx_picture.c and docx_field.c only).
 *
 * Paragraphs stand in cells, tables in text boxes, text boxes in paragraphs: each has its stack. A paragraph
 * is kept until its end, so that a text box that hangs on it does not cut it in two.
 */
#ifndef AUDITOR_READ_DOCX_STATE_H
#define AUDITOR_READ_DOCX_STATE_H

#include "read/docx_body.h"

enum { DOCX_NO_LINK = -1, DOCX_MOST_FIELDS = 64, DOCX_MOST_GRID = 1024 };

/* Text of one look. A '\v' in it breaks the line. */
struct docx_span {
    size_t from;
    unsigned flags;
    int link; /* index into links, or DOCX_NO_LINK */
};

struct docx_paragraph {
    struct strbuf text;
    struct docx_span *spans;
    size_t span_count, span_cap;
    struct docx_look style, own; /* of its style; of itself */
    struct str style_id;
    struct docx_look run_style, run;
    unsigned flags; /* of the run that is open */
    bool raised;    /* it stands higher than the line */
    uint32_t line;
    bool properties; /* pPr is open */
    bool contents;   /* it has text of a table of contents */
    bool joined;     /* its end was deleted: it goes on in the next one */
};

struct docx_above {
    uint32_t cell;      /* as doc_build_cell() gave it */
    uint32_t row, span; /* span in places */
    bool merged;
};

struct docx_table {
    uint32_t *grid; /* where each column of the file begins, in columns that can be told apart */
    size_t grid_count, grid_cap;
    struct docx_above *above; /* by place */
    size_t above_count, above_cap;
    uint32_t left;     /* the last cell of the row, as doc_build_cell() gave it; 0 for none */
    uint32_t left_end; /* the column of the file behind it */
    uint32_t row, column;
    long before, span;
    bool row_open, row_deleted, row_hidden, settled;
    bool cell_due; /* a cell began, and its properties are not yet known */
    bool cell_open, cell_deleted;
    bool merge, goes_on;  /* vMerge: of the cell, and that it continues the one above */
    bool wide, goes_left; /* hMerge, with the one before it */
    bool muted;           /* what is in the cell does not show */
};

struct docx_field {
    struct strbuf code;
    bool result; /* what comes now is shown */
    bool contents;
    int link;
};

struct docx_noticed {
    uint32_t count, line;
};

struct docx_body {
    struct doc_build *build;
    const struct docx_styles *styles;
    struct docx_lists *lists;
    const struct docx_relations *relations;
    struct arena *arena;
    unsigned part_flags;
    uint32_t line; /* paragraphs so far */
    struct docx_paragraph
        *paragraphs; /* [0] keeps what a deleted end joins to the next paragraph */
    size_t depth, cap;
    struct docx_table *tables;
    size_t table_depth, table_cap;
    struct docx_field fields[DOCX_MOST_FIELDS];
    size_t field_depth; /* may be larger than there is room for */
    struct str *links;
    size_t link_count, link_cap;
    int hyperlink;
    bool *taken; /* by open mc:AlternateContent: one of its choices was */
    size_t taken_depth, taken_cap;
    struct str *margins;
    size_t margin_count, margin_cap;
    struct strbuf alt;
    struct strbuf number;
    struct strbuf raised; /* scratch of raised_text() */
    struct docx_noticed deleted, comments;
    bool (*take_chunk)(void *user, struct str path);
    void *chunk_user;
    size_t chunk_count;
    bool chunk_lost;
};

/* docx_paragraph.c: ends, looks, text. */
void docx_paragraph_start(struct docx_body *b);
void docx_paragraph_end(struct docx_body *b);
void docx_paragraph_property(struct docx_body *b, const struct docx_tag *tag);
void docx_run_start(struct docx_body *b);
void docx_run_property(struct docx_body *b, const struct docx_tag *tag);
void docx_run_settle(struct docx_body *b); /* all its properties are known */
void docx_text(struct docx_body *b, struct str text);
void docx_symbol(struct docx_body *b, const struct docx_tag *tag);
/* Writes what waits for a paragraph to join: none comes here any more. */
void docx_paragraph_give_up(struct docx_body *b);
struct docx_paragraph *docx_paragraph_open(struct docx_body *b); /* NULL outside of all */

/* docx_table.c */
bool docx_table_start(struct docx_body *b);
void docx_table_end(struct docx_body *b);
void docx_row_start(struct docx_body *b);
bool docx_cell_start(struct docx_body *b);
void docx_cell_end(struct docx_body *b);
void docx_cell_open(struct docx_body *b); /* the cell that is due, before anything goes into it */
void docx_table_property(struct docx_body *b, const struct docx_tag *tag);
struct docx_table *docx_table_top(struct docx_body *b); /* NULL outside of all */
bool docx_is_muted(struct docx_body *b);

/* docx_picture.c: a picture, a chart, or what an object of another program shows; its words come first. */
void docx_picture(struct docx_body *b, const struct docx_tag *tag);
void docx_picture_words(struct docx_body *b, const struct docx_tag *tag);

/* docx_field.c */
void docx_field_char(struct docx_body *b, const struct docx_tag *tag);
void docx_field_code(struct docx_body *b, struct str text);
void docx_field_simple(struct docx_body *b, const struct docx_tag *tag);
void docx_hyperlink_start(struct docx_body *b, const struct docx_tag *tag);
void docx_hyperlink_end(struct docx_body *b);
int docx_link_now(const struct docx_body *b);
bool docx_in_code(const struct docx_body *b);     /* text here is an instruction, and not shown */
bool docx_in_contents(const struct docx_body *b); /* a table of contents */

#endif /* AUDITOR_READ_DOCX_STATE_H */
