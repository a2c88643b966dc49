/* mutation_edit.c - see mutation_edit.h. */
#include "author/mutation_edit.h"

#include <stdlib.h>

#include "base/mem.h"

size_t mutation_once(const struct mutation_original *o)
{
    (void)o;
    return 1;
}

size_t mutation_cells(const struct mutation_original *o)
{
    size_t n = 0;
    for (size_t t = 0; t < o->report->table_count; t++)
        n += o->report->tables[t].present ? o->report->tables[t].layout->row_count *
                                                o->report->tables[t].layout->column_count
                                          : 0;
    return n;
}

static size_t lines(const struct mutation_original *o, bool rows)
{
    size_t n = 0;
    for (size_t t = 0; t < o->report->table_count; t++) {
        const struct report_table *table = &o->report->tables[t];
        if (table->present)
            n += rows ? table->layout->row_count : table->layout->column_count;
    }
    return n;
}

size_t mutation_rows(const struct mutation_original *o)
{
    return lines(o, true);
}

size_t mutation_columns(const struct mutation_original *o)
{
    return lines(o, false);
}

size_t mutation_tables(const struct mutation_original *o)
{
    return o->report->table_count;
}

size_t mutation_sections(const struct mutation_original *o)
{
    return o->report->section_count;
}

size_t mutation_blocks(const struct mutation_original *o)
{
    return o->doc->block_count;
}

static void fill(struct mutation_cell *out, const struct report_table *table, size_t row,
                 size_t column)
{
    size_t index = row * table->layout->column_count + column;
    *out = (struct mutation_cell){ table, table->layout, row, column, index, &table->cells[index] };
}

bool mutation_cell_at(const struct mutation *m, struct mutation_cell *out)
{
    const struct report *r = m->original->report;
    size_t site = m->site;
    for (size_t t = 0; t < r->table_count; t++) {
        const struct report_table *table = &r->tables[t];
        if (!table->present)
            continue;
        size_t n = table->layout->row_count * table->layout->column_count;
        if (site < n) {
            fill(out, table, site / table->layout->column_count,
                 site % table->layout->column_count);
            return table->layout->types[site] != FORM_CELL_NONE && out->cell->block != 0;
        }
        site -= n;
    }
    return false;
}

static bool line_at(const struct mutation *m, bool rows, struct mutation_cell *out)
{
    const struct report *r = m->original->report;
    size_t site = m->site;
    for (size_t t = 0; t < r->table_count; t++) {
        const struct report_table *table = &r->tables[t];
        if (!table->present)
            continue;
        size_t n = rows ? table->layout->row_count : table->layout->column_count;
        if (site < n) {
            fill(out, table, rows ? site : 0, rows ? 0 : site);
            return true;
        }
        site -= n;
    }
    return false;
}

bool mutation_row_at(const struct mutation *m, struct mutation_cell *out)
{
    return line_at(m, true, out);
}

bool mutation_column_at(const struct mutation *m, struct mutation_cell *out)
{
    return line_at(m, false, out);
}

static bool is_paragraph(const struct mutation_original *o, uint32_t block)
{
    const struct report *r = o->report;
    const struct doc_block *b = &o->doc->blocks[block];
    if (!report_in_article(r, block) || report_in_table(r, block) || b->cell || b->text_len < 60 ||
        r->roles[block] != ROLE_BODY)
        return false;
    for (size_t i = 0; i < r->heading_count; i++)
        if (r->headings[i].block == block && r->headings[i].standalone)
            return false;
    return true;
}

size_t mutation_paragraphs(const struct mutation_original *o)
{
    size_t n = 0;
    for (uint32_t b = 0; b < o->doc->block_count; b++)
        n += is_paragraph(o, b);
    return n;
}

size_t mutation_paragraph_at(const struct mutation *m)
{
    size_t n = 0;
    for (uint32_t b = 0; b < m->original->doc->block_count; b++)
        if (is_paragraph(m->original, b) && n++ == m->site)
            return b;
    return SIZE_MAX;
}

void mutation_at_cell(struct mutation *m, const struct mutation_cell *c)
{
    m->section = c->layout->section;
    m->table = c->layout->key;
    m->row = c->layout->rows[c->row].key;
    m->column = c->layout->columns[c->column].key;
}

void mutation_at_section(struct mutation *m, uint32_t block)
{
    const struct report_section *s = report_section_of_block(m->original->report, block);
    m->section = s ? s->key : str_of("");
}

size_t mutation_equations(const struct mutation_cell *c)
{
    size_t n = 0;
    for (size_t i = 0; i < c->layout->equation_count; i++) {
        const struct form_equation *e = &c->layout->equations[i];
        for (size_t k = 0; k < e->term_count; k++)
            n += e->terms[k].cell == c->index;
    }
    return n;
}

bool mutation_is_number(const struct mutation_cell *c)
{
    return c->cell->kind == CELL_NUMBER;
}

void mutation_say(struct mutation *m, struct str from, struct str to)
{
    strbuf_clear(&m->from);
    strbuf_clear(&m->to);
    strbuf_str(&m->from, from);
    strbuf_str(&m->to, to);
}

/* The text of a block with all that was replaced in it so far. */
static void patched(struct strbuf *out, const struct mutation *m, const struct doc_block *b)
{
    struct str raw = strbuf_view(&m->original->doc->raw);
    size_t at = b->raw;
    size_t end = b->raw + b->raw_len;
    while (at < end) {
        const struct mutation_patch *next = NULL;
        for (size_t i = 0; i < m->patch_n; i++) {
            const struct mutation_patch *p = &m->patches[i];
            if (p->at >= at && p->at < end && (!next || p->at < next->at))
                next = p;
        }
        strbuf_str(out, str_sub(raw, at, (next ? next->at : end) - at));
        if (next)
            strbuf_c(out, next->with);
        at = next ? next->at + next->len : end;
    }
}

bool mutation_replace(struct mutation *m, size_t at, size_t len, struct str with)
{
    const struct doc *doc = m->original->doc;
    size_t block = doc_block_at_raw(doc, at);
    if (block >= doc->block_count || len == 0)
        return false;
    const struct doc_block *b = &doc->blocks[block];
    if (at < b->raw || at + len > b->raw + b->raw_len)
        return false;
    m->patches = mem_grow(m->patches, m->patch_n, &m->patch_cap, sizeof *m->patches);
    m->patches[m->patch_n++] = (struct mutation_patch){ at, len, mem_strndup(with.p, with.n) };
    struct strbuf text = { 0 };
    patched(&text, m, b);
    doc_edit_text(m->edit, block, strbuf_view(&text));
    strbuf_free(&text);
    return true;
}

/* The place of a cell's own text in doc->raw; SIZE_MAX when it was put together of several. */
static size_t own_text(const struct mutation *m, const struct report_cell *cell)
{
    const struct strbuf *raw = &m->original->doc->raw;
    if (cell->raw.n && cell->raw.p >= raw->p && cell->raw.p + cell->raw.n <= raw->p + raw->n)
        return (size_t)(cell->raw.p - raw->p);
    struct str block = doc_block_raw(m->original->doc, cell->block - 1);
    if (cell->raw.n && str_eq(str_trim(block), cell->raw))
        return (size_t)(str_trim(block).p - raw->p);
    return SIZE_MAX;
}

bool mutation_set_cell(struct mutation *m, const struct mutation_cell *c, struct str text)
{
    size_t at = own_text(m, c->cell);
    if (at == SIZE_MAX)
        return false;
    return mutation_replace(m, at, c->cell->raw.n, text);
}

void mutation_renumber(struct strbuf *out, const struct mutation_cell *c, struct str number)
{
    struct str raw = c->cell->raw;
    size_t from = 0;
    while (from < raw.n && !(raw.p[from] >= '0' && raw.p[from] <= '9'))
        from++;
    size_t end = from;
    while (end < raw.n && ((raw.p[end] >= '0' && raw.p[end] <= '9') ||
                           ((raw.p[end] == '.' || raw.p[end] == ',') && end + 1 < raw.n)))
        end++;
    if (from == raw.n) { /* written in other digits */
        strbuf_str(out, number);
        strbuf_str(out, c->cell->unit);
        return;
    }
    size_t sign = from && (raw.p[from - 1] == '-' || raw.p[from - 1] == '+') ? 1 : 0;
    strbuf_str(out, str_sub(raw, 0, from - sign));
    strbuf_str(out, number);
    strbuf_str(out, str_sub(raw, end, raw.n));
}

void mutation_values_start(struct mutation_values *v, const struct mutation_cell *at)
{
    size_t n = at->layout->row_count * at->layout->column_count;
    v->at = at;
    v->values = mem_zero(n + 1, sizeof *v->values);
    v->known = mem_zero(n + 1, sizeof *v->known);
    for (size_t i = 0; i < n; i++) {
        v->values[i] = at->table->cells[i].value;
        v->known[i] = at->table->cells[i].kind == CELL_NUMBER;
    }
}

/* In millionths, which all cells of official tables fit. */
static int64_t millionths(struct decimal d)
{
    int64_t value = d.value;
    for (unsigned i = d.scale; i < 6; i++)
        value *= 10;
    return value;
}

static bool broken(const struct mutation_values *v, const struct form_equation *e)
{
    int64_t sum = 0;
    for (size_t k = 0; k < e->term_count; k++) {
        if (!v->known[e->terms[k].cell])
            return false;
        sum += e->terms[k].factor * millionths(v->values[e->terms[k].cell]);
    }
    return sum != 0;
}

void mutation_expect(struct mutation *m, struct str rule)
{
    for (size_t i = 0; i < m->expect_n; i++)
        if (str_eq(m->expect[i], rule))
            return;
    if (m->expect_n < MUTATION_RULES)
        m->expect[m->expect_n++] = rule;
}

void mutation_values_end(struct mutation_values *v, struct mutation *m)
{
    const struct form_table *layout = v->at->layout;
    for (size_t i = 0; i < layout->equation_count; i++)
        if (broken(v, &layout->equations[i]))
            mutation_expect(m, layout->equations[i].rule);
    mutation_expect_bounds(v, m);
    free(v->values);
    free(v->known);
}

bool mutation_replace_in(struct mutation *m, size_t block, struct str from, struct str to)
{
    struct strbuf text = { 0 };
    struct str rest = doc_block_raw(m->original->doc, block);
    bool found = false;
    for (size_t at; from.n && (at = str_find(rest, from)) != SIZE_MAX;
         rest = str_sub(rest, at + from.n, rest.n)) {
        strbuf_str(&text, str_sub(rest, 0, at));
        strbuf_str(&text, to);
        found = true;
    }
    strbuf_str(&text, rest);
    if (found)
        doc_edit_text(m->edit, block, strbuf_view(&text));
    strbuf_free(&text);
    return found;
}

size_t mutation_insert(struct mutation *m, const char *section, struct str text, unsigned flags)
{
    const struct report *r = m->original->report;
    const struct report_section *s = section ? report_section(r, str_of(section)) : NULL;
    size_t before = r->end_block;
    if (!s && r->section_count)
        s = &r->sections[0];
    if (s) {
        before = s->end_block;
        m->section = s->key;
        for (uint32_t b = s->first_block; b < s->end_block; b++)
            if (report_in_table(r, b)) { /* above the table, not behind it */
                before = b;
                break;
            }
    }
    mutation_say(m, str_of(""), text);
    return doc_edit_insert(m->edit, before, text, flags);
}
