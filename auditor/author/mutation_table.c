/* mutation_table.c - rows, columns and whole tables. */
#include <stdlib.h>

#include "author/mutation_edit.h"
#include "author/mutation_make.h"

/* The cell of the same table at another place. */
static struct mutation_cell beside(const struct mutation_cell *c, size_t row, size_t column)
{
    struct mutation_cell other = *c;
    other.row = row;
    other.column = column;
    other.index = row * c->layout->column_count + column;
    other.cell = &c->table->cells[other.index];
    return other;
}

static bool fillable(const struct mutation_cell *c)
{
    return c->layout->types[c->index] != FORM_CELL_NONE && c->cell->block != 0 &&
           mutation_is_number(c);
}

/* Whether every cell of the row (or column) holds a number of its own, and not all are the same. */
static bool line_is_full(const struct mutation_cell *at, bool row)
{
    size_t n = row ? at->layout->column_count : at->layout->row_count;
    bool differ = false;
    for (size_t i = 0; i < n; i++) {
        struct mutation_cell c = row ? beside(at, at->row, i) : beside(at, i, at->column);
        struct mutation_cell first = row ? beside(at, at->row, 0) : beside(at, 0, at->column);
        if (!fillable(&c))
            return false;
        differ = differ || decimal_cmp(c.cell->value, first.cell->value) != 0;
    }
    return differ && n > 2;
}

/* Every value moves on by one, the first place becomes 0, the last value is lost. */
static bool shift(struct mutation *m, const struct mutation_cell *at, bool row)
{
    size_t n = row ? at->layout->column_count : at->layout->row_count;
    struct mutation_values v;
    bool ok = true;
    mutation_values_start(&v, at);
    for (size_t i = 0; i < n && ok; i++) {
        struct mutation_cell c = row ? beside(at, at->row, i) : beside(at, i, at->column);
        struct mutation_cell before = c;
        if (i)
            before = row ? beside(at, at->row, i - 1) : beside(at, i - 1, at->column);
        ok = mutation_set_cell(m, &c, i ? before.cell->raw : str_of("0"));
        v.values[c.index] = i ? before.cell->value : (struct decimal){ 0, 0 };
    }
    mutation_values_end(&v, m);
    mutation_at_cell(m, at);
    if (row)
        m->column = str_of("");
    else
        m->row = str_of("");
    m->line_only = true;
    m->coherent = m->expect_n == 0;
    return ok;
}

bool make_row_shift(struct mutation *m)
{
    struct mutation_cell at;
    return mutation_row_at(m, &at) && line_is_full(&at, true) && shift(m, &at, true);
}

bool make_column_shift(struct mutation *m)
{
    struct mutation_cell at;
    return mutation_column_at(m, &at) && line_is_full(&at, false) && shift(m, &at, false);
}

static bool exchange_values(struct mutation *m, const struct mutation_cell *at)
{
    struct mutation_values v;
    bool differ = false;
    bool ok = true;
    mutation_values_start(&v, at);
    for (size_t i = 0; i < at->layout->column_count && ok; i++) {
        struct mutation_cell a = beside(at, at->row, i);
        struct mutation_cell b = beside(at, at->row + 1, i);
        if (a.layout->types[a.index] == FORM_CELL_NONE &&
            b.layout->types[b.index] == FORM_CELL_NONE)
            continue;
        ok = fillable(&a) && fillable(&b);
        if (!ok)
            break;
        v.values[a.index] = b.cell->value;
        v.values[b.index] = a.cell->value;
        if (decimal_cmp(a.cell->value, b.cell->value) == 0)
            continue;
        differ = true;
        ok = mutation_set_cell(m, &a, b.cell->raw) && mutation_set_cell(m, &b, a.cell->raw);
    }
    mutation_values_end(&v, m);
    return ok && differ;
}

bool make_row_exchange(struct mutation *m)
{
    struct mutation_cell at;
    if (!mutation_row_at(m, &at) || at.row + 1 >= at.layout->row_count || !exchange_values(m, &at))
        return false;
    mutation_at_cell(m, &at);
    m->column = m->row = str_of("");
    m->coherent = m->expect_n == 0;
    return true;
}

/* The block of a row's label, if the label is all that stands in it; SIZE_MAX. */
static size_t label_block(const struct mutation *m, const struct mutation_cell *at, size_t row)
{
    const struct doc *doc = m->original->doc;
    struct str label = at->table->row_labels[row];
    if (label.n && label.p >= doc->raw.p && label.p < doc->raw.p + doc->raw.n) {
        size_t block = doc_block_at_raw(doc, (size_t)(label.p - doc->raw.p));
        return str_eq(str_trim(doc_block_raw(doc, block)), label) ? block : SIZE_MAX;
    }
    for (size_t b = at->table->first_block; label.n && b < at->table->end_block; b++)
        if (str_eq(str_trim(doc_block_raw(doc, b)), label))
            return b;
    return SIZE_MAX;
}

/* Two rows of the form in the wrong order, each with its own label and values. */
bool make_row_order(struct mutation *m)
{
    struct mutation_cell at;
    if (!mutation_row_at(m, &at) || at.layout->record || at.row + 1 >= at.layout->row_count)
        return false;
    size_t a = label_block(m, &at, at.row);
    size_t b = label_block(m, &at, at.row + 1);
    if (a == SIZE_MAX || b == SIZE_MAX || !exchange_values(m, &at))
        return false;
    m->expect_n = 0; /* the labels went along */
    doc_edit_text(m->edit, a, at.table->row_labels[at.row + 1]);
    doc_edit_text(m->edit, b, at.table->row_labels[at.row]);
    mutation_at_cell(m, &at);
    m->column = m->row = str_of("");
    return true;
}

static bool drop_grid_row(struct mutation *m, const struct doc_cell *cell)
{
    doc_edit_drop_row(m->edit, cell->table, cell->row);
    return true;
}

/* In loose text the row's blocks go, and the bars behind them. */
static bool drop_loose_row(struct mutation *m, const struct mutation_cell *at, size_t first)
{
    const struct doc *doc = m->original->doc;
    size_t end = first + 1;
    for (size_t i = 0; i < at->layout->column_count; i++) {
        struct mutation_cell c = beside(at, at->row, i);
        if (c.cell->block > end)
            end = c.cell->block;
    }
    while (end < doc->block_count && (doc->blocks[end].flags & DOC_RULE))
        end++;
    for (size_t row = at->row + 1; row < at->layout->row_count; row++) {
        size_t next = label_block(m, at, row); /* never into the next row */
        if (next != SIZE_MAX && next > first && next < end)
            end = next;
    }
    doc_edit_drop(m->edit, first, end);
    return true;
}

bool make_row_drop(struct mutation *m)
{
    struct mutation_cell at;
    if (!mutation_row_at(m, &at) || at.layout->record || at.layout->rows[at.row].optional)
        return false;
    const struct doc *doc = m->original->doc;
    size_t label = label_block(m, &at, at.row);
    if (label == SIZE_MAX)
        return false;
    uint32_t cell = doc->blocks[label].cell;
    mutation_at_cell(m, &at);
    m->column = str_of("");
    mutation_say(m, at.table->row_labels[at.row], str_of(""));
    if (!cell)
        return drop_loose_row(m, &at, label);
    if (doc->cells[cell - 1].row_span > 1)
        return false;
    return drop_grid_row(m, &doc->cells[cell - 1]);
}

static const char other_label[] = "有关工作落实数";

bool make_row_rename(struct mutation *m)
{
    struct mutation_cell at;
    if (!mutation_row_at(m, &at))
        return false;
    size_t label = label_block(m, &at, at.row);
    if (label == SIZE_MAX)
        return false;
    doc_edit_text(m->edit, label, str_of(other_label));
    mutation_at_cell(m, &at);
    m->column = str_of("");
    mutation_say(m, at.table->row_labels[at.row], str_of(other_label));
    return true;
}

/* Header cells bear the column's label as the form has it. */
bool make_column_rename(struct mutation *m)
{
    struct mutation_cell at;
    if (!mutation_column_at(m, &at))
        return false;
    const struct doc *doc = m->original->doc;
    struct str label = at.layout->columns[at.column].label;
    for (size_t b = at.table->first_block; b < at.table->end_block; b++) {
        if (!str_eq(doc_block_text(doc, b), label))
            continue;
        doc_edit_text(m->edit, b, str_of(other_label));
        mutation_at_cell(m, &at);
        m->row = m->column = str_of("");
        mutation_say(m, label, str_of(other_label));
        return true;
    }
    return false;
}

static const struct report_table *table_at(const struct mutation *m)
{
    const struct report_table *t = &m->original->report->tables[m->site];
    return t->present ? t : NULL;
}

static void at_table(struct mutation *m, const struct report_table *t)
{
    m->section = t->layout->section;
    m->table = t->layout->key;
}

bool make_table_empty(struct mutation *m)
{
    const struct report_table *t = table_at(m);
    size_t n = t ? t->layout->row_count * t->layout->column_count : 0;
    for (size_t i = 0; i < n; i++) {
        struct mutation_cell c = {
            t, t->layout, i / t->layout->column_count, i % t->layout->column_count, i, &t->cells[i]
        };
        if (t->layout->types[i] == FORM_CELL_NONE || !c.cell->block)
            continue;
        if (!mutation_set_cell(m, &c, str_of("")))
            return false;
    }
    if (t)
        at_table(m, t);
    return n > 0;
}

bool make_table_drop(struct mutation *m)
{
    const struct report_table *t = table_at(m);
    if (!t)
        return false;
    doc_edit_drop(m->edit, t->first_block, t->end_block);
    at_table(m, t);
    return true;
}

bool make_table_image(struct mutation *m)
{
    const struct report_table *t = table_at(m);
    if (!t || m->original->doc->format != DOC_HTML)
        return false;
    size_t block = doc_edit_insert(m->edit, t->first_block, str_of("表"), 0);
    doc_edit_add_image(m->edit, block, str_of("table.png"));
    doc_edit_drop(m->edit, t->first_block, t->end_block);
    at_table(m, t);
    return true;
}
