/*
 * build_state.h - a document in the making, shared by build.c, fold.c and grid.c only.
 *
 * The limits stand here. They are far above what a real page holds, and low enough that a hostile
 * file of READ_LIMIT bytes costs seconds and not the machine.
 */
#ifndef AUDITOR_DOCUMENT_BUILD_STATE_H
#define AUDITOR_DOCUMENT_BUILD_STATE_H

#include "document/build.h"

enum doc_limit {
    DOC_MAX_BLOCKS = 500000,
    DOC_MAX_CELLS = 300000,
    DOC_MAX_TABLES = 20000,
    DOC_MAX_DEPTH = 48,  /* tables in tables */
    DOC_MAX_COLS = 1024, /* columns of one table */
    DOC_MAX_LINKS = 200000,
    DOC_MAX_IMAGES = 100000,
    DOC_MAX_METAS = 2000,
    DOC_MAX_LINES = 2000000,
    DOC_MAX_ROW_SPAN = 200,
    DOC_MAX_COL_SPAN = 100
};

/* An open table. until[c] is the first row that no span from above covers in column c. */
struct grid_frame {
    uint32_t table; /* 0-based */
    uint32_t cell;  /* 1-based: the open cell, 0 between cells */
    uint32_t row, col;
    uint32_t reach; /* the rows that its spans ask for */
    bool started;   /* a row has begun */
    bool nests;
    uint32_t *until;
    size_t until_n, until_cap;
};

struct doc_build {
    struct doc *doc;
    size_t block_cap, cell_cap, table_cap, link_cap, image_cap, meta_cap, line_cap, notice_cap,
        page_cap;

    bool open;         /* the last block is open: text may be added to it */
    bool space;        /* a blank is due before the next text of the block */
    bool linked, bold; /* the open block has such text */
    bool beyond_link;  /* the open block has letters outside of links */
    bool beyond_bold;  /* the open block has letters that are not bold */
    bool full;         /* no more blocks */
    unsigned flags;    /* of the text from here on */
    unsigned level;
    uint32_t line;       /* of the last line entry */
    struct strbuf aside; /* hidden text from within the open block, to come behind it */
    unsigned aside_flags;
    uint32_t aside_line;
    uint32_t link;  /* 1-based: the open link */
    bool link_text; /* the open link has text */

    struct grid_frame frames[DOC_MAX_DEPTH];
    size_t depth;
    size_t skipped; /* open tables beyond a limit */
};

/* The innermost open cell, 1-based; text between the cells of a table belongs to what is around. */
uint32_t build_cell(const struct doc_build *b);
/* A new block without text at the line; NULL beyond the limit. */
struct doc_block *build_block(struct doc_build *b, uint32_t line);
void build_end_block(struct doc_build *b);
void build_aside(struct doc_build *b); /* what was kept aside becomes a block */
/* With all raw text there: decides the script and makes the normal text of every block. */
void build_settle(struct doc *doc);
void grid_end_all(struct doc_build *b);
void grid_free(struct doc_build *b);

#endif /* AUDITOR_DOCUMENT_BUILD_STATE_H */
