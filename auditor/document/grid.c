/*
 * grid.c - tables in the making: every cell gets its place in the full matrix.
 *
 * The work for a cell is bounded by DOC_MAX_COLS, and that for a tag by a constant, however tables
 * nest. What the limits refuse keeps its text: it goes to the block that is around.
 */
#include <stdlib.h>

#include "base/mem.h"
#include "document/build_state.h"

static struct grid_frame *top(struct doc_build *b)
{
    return b->depth ? &b->frames[b->depth - 1] : NULL;
}

uint32_t build_cell(const struct doc_build *b)
{
    for (size_t i = b->depth; i > 0; i--)
        if (b->frames[i - 1].cell)
            return b->frames[i - 1].cell;
    return 0;
}

/* A cell without a block of its own or of a nested table gets an empty one. */
static void end_cell(struct doc_build *b, struct grid_frame *f)
{
    if (!f->cell)
        return;
    build_end_block(b);
    struct doc_cell *cell = &b->doc->cells[f->cell - 1];
    if (b->doc->block_count == cell->first_block) {
        struct doc_block *block = build_block(b, cell->line);
        if (block)
            block->flags |= DOC_CELL_EMPTY;
        build_end_block(b);
    }
    cell->block_count = (uint32_t)(b->doc->block_count - cell->first_block);
    f->cell = 0;
}

/* Spans that ask for rows that never came are cut back to what the table has. */
static void clip_spans(struct doc *doc, uint32_t table, uint32_t first, uint32_t rows)
{
    for (size_t i = first; i < doc->cell_count; i++) {
        struct doc_cell *cell = &doc->cells[i];
        if (cell->table == table && cell->row_span > rows - cell->row)
            cell->row_span = rows - cell->row;
    }
}

static void end_table(struct doc_build *b)
{
    struct grid_frame *f = top(b);
    end_cell(b, f);
    build_end_block(b);
    struct doc_table *table = &b->doc->tables[f->table];
    table->rows = f->started ? f->row + 1 : 0;
    table->nests = f->nests;
    if (f->reach > table->rows)
        clip_spans(b->doc, f->table, table->first_cell, table->rows);
    b->depth--;
}

void grid_end_all(struct doc_build *b)
{
    b->skipped = 0;
    while (b->depth)
        end_table(b);
}

void grid_free(struct doc_build *b)
{
    for (size_t i = 0; i < DOC_MAX_DEPTH; i++)
        free(b->frames[i].until);
}

void doc_build_table(struct doc_build *b, uint32_t line)
{
    build_end_block(b);
    struct doc *doc = b->doc;
    struct grid_frame *f = top(b);
    /* As browsers do: a table between the cells of another one means that its end was forgotten. */
    if (!b->skipped && f && !f->cell)
        end_table(b);
    if (b->skipped || b->depth == DOC_MAX_DEPTH || doc->table_count == DOC_MAX_TABLES) {
        doc_build_notice(b, DOC_NOTICE_CUT, 1, line);
        b->skipped++;
        return;
    }
    uint32_t parent = build_cell(b);
    if ((f = top(b)) != NULL)
        f->nests = true;
    f = &b->frames[b->depth++];
    uint32_t *until = f->until;
    size_t cap = f->until_cap;
    *f = (struct grid_frame){ .table = (uint32_t)doc->table_count,
                              .until = until,
                              .until_cap = cap };
    doc->tables = mem_grow(doc->tables, doc->table_count, &b->table_cap, sizeof *doc->tables);
    doc->tables[doc->table_count++] = (struct doc_table){ .parent_cell = parent,
                                                          .first_cell = (uint32_t)doc->cell_count,
                                                          .line = line };
}

void doc_build_end_table(struct doc_build *b)
{
    build_end_block(b);
    if (b->skipped)
        b->skipped--;
    else if (b->depth)
        end_table(b);
}

void doc_build_guessed(struct doc_build *b)
{
    struct grid_frame *f = top(b);
    if (!b->skipped && f)
        b->doc->tables[f->table].guessed = true;
}

void doc_build_row(struct doc_build *b)
{
    build_end_block(b);
    if (b->skipped)
        return;
    if (!b->depth)
        doc_build_table(b, b->line);
    struct grid_frame *f = top(b);
    if (!f)
        return;
    end_cell(b, f);
    if (f->started)
        f->row++;
    f->started = true;
    f->col = 0;
}

/* Moves f->col to the first free column of the row; false when the table is full. */
static bool find_column(struct grid_frame *f)
{
    while (f->col < f->until_n && f->until[f->col] > f->row)
        f->col++;
    return f->col < DOC_MAX_COLS;
}

static void set_until(struct grid_frame *f, uint32_t from, uint32_t end, uint32_t row)
{
    for (; f->until_n < end; f->until_n++) {
        f->until = mem_grow(f->until, f->until_n, &f->until_cap, sizeof *f->until);
        f->until[f->until_n] = 0;
    }
    for (uint32_t c = from; c < end; c++)
        f->until[c] = row;
}

static void cover(struct grid_frame *f, uint32_t row_span, uint32_t col_span)
{
    uint32_t end = f->col + col_span;
    if (row_span > 1) {
        set_until(f, f->col, end, f->row + row_span);
        if (f->row + row_span > f->reach)
            f->reach = f->row + row_span;
    }
    f->col = end;
}

/* A span of 0 means the rest of the table; clip_spans() finds out how long that is. */
static uint32_t clip(unsigned span, unsigned limit, unsigned zero)
{
    if (span == 0)
        return zero;
    return span < limit ? span : limit;
}

uint32_t doc_build_cell(struct doc_build *b, unsigned row_span, unsigned col_span, bool header,
                        uint32_t line)
{
    build_end_block(b);
    if (b->skipped)
        return 0;
    if (!b->depth || !top(b)->started)
        doc_build_row(b);
    struct grid_frame *f = top(b);
    if (!f)
        return 0;
    end_cell(b, f);
    if (!find_column(f) || b->doc->cell_count == DOC_MAX_CELLS || b->full) {
        doc_build_notice(b, DOC_NOTICE_CUT, 1, line);
        return 0;
    }
    struct doc *doc = b->doc;
    struct doc_table *table = &doc->tables[f->table];
    doc->cells = mem_grow(doc->cells, doc->cell_count, &b->cell_cap, sizeof *doc->cells);
    struct doc_cell *cell = &doc->cells[doc->cell_count++];
    *cell = (struct doc_cell){ .table = f->table,
                               .row = f->row,
                               .col = f->col,
                               .row_span = clip(row_span, DOC_MAX_ROW_SPAN, DOC_MAX_ROW_SPAN),
                               .col_span = clip(col_span, DOC_MAX_COL_SPAN, 1),
                               .first_block = (uint32_t)doc->block_count,
                               .line = line,
                               .header = header,
                               .hidden = (b->flags & DOC_HIDDEN) != 0 };
    cover(f, cell->row_span, cell->col_span);
    f->cell = (uint32_t)doc->cell_count;
    table->cell_count++;
    if (f->col > table->cols)
        table->cols = f->col;
    return f->cell;
}

void doc_build_grow(struct doc_build *b, uint32_t number)
{
    struct grid_frame *f = top(b);
    build_end_block(b);
    if (b->skipped || !f || !number || number > b->doc->cell_count)
        return;
    end_cell(b, f);
    struct doc_cell *cell = &b->doc->cells[number - 1];
    bool next = cell->table == f->table && cell->row + cell->row_span == f->row;
    if (!next || cell->row_span == DOC_MAX_ROW_SPAN)
        return;
    cell->row_span++;
    set_until(f, cell->col, cell->col + cell->col_span, f->row + 1);
    if (f->col < cell->col + cell->col_span)
        f->col = cell->col + cell->col_span;
}

void doc_build_widen(struct doc_build *b, uint32_t number, unsigned columns)
{
    struct grid_frame *f = top(b);
    build_end_block(b);
    if (b->skipped || !f || !number || number > b->doc->cell_count)
        return;
    end_cell(b, f);
    struct doc_cell *cell = &b->doc->cells[number - 1];
    uint32_t more = clip(columns, DOC_MAX_COL_SPAN - cell->col_span, 0);
    if (cell->table != f->table || cell->row != f->row || cell->col + cell->col_span != f->col)
        return;
    cell->col_span += more;
    f->col += more;
    struct doc_table *table = &b->doc->tables[f->table];
    if (f->col > table->cols)
        table->cols = f->col;
}

void doc_build_end_cell(struct doc_build *b)
{
    build_end_block(b);
    if (!b->skipped && b->depth)
        end_cell(b, top(b));
}
