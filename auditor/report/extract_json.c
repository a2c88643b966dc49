/* extract_json.c - see extract_json.h. Keys are written in byte order. */
#include "report/extract_json.h"

#include <string.h>

#include "recognise/passage.h"
#include "report/extract_numbers.h"

struct writer {
    struct json j;
    const struct report *r;
    bool model;
    struct arena *arena; /* of one paragraph's quantities */
};

static void key_line(struct writer *w, uint32_t line)
{
    json_key(&w->j, "line");
    if (line)
        json_int(&w->j, line);
    else
        json_null(&w->j);
}

static void key_date(struct writer *w, const char *key, struct date d)
{
    struct strbuf iso = { 0 };
    if (date_valid(d))
        date_print(&iso, d);
    json_key_str(&w->j, key, strbuf_view(&iso));
    strbuf_free(&iso);
}

/* In the model: where raw begins in the document's raw text. */
static void key_at(struct writer *w, uint32_t at)
{
    if (!w->model)
        return;
    json_key(&w->j, "at");
    json_int(&w->j, at);
}

static void dates(struct writer *w)
{
    json_key(&w->j, "dates");
    json_array(&w->j);
    for (size_t i = 0; i < w->r->date_count; i++) {
        const struct report_date *d = &w->r->dates[i];
        json_object(&w->j);
        key_date(w, "date", d->date);
        json_key_str(&w->j, "label", d->label);
        key_line(w, d->line);
        json_key_str(&w->j, "quote", d->quote);
        json_key(&w->j, "source");
        json_c(&w->j, report_date_source_name(d->source));
        json_end_object(&w->j);
    }
    json_end_array(&w->j);
}

static void composition(struct writer *w)
{
    const struct report_composition *c = &w->r->composition;
    json_key(&w->j, "composition");
    if (!c->found) {
        json_null(&w->j);
        return;
    }
    json_object(&w->j);
    key_line(w, span_line(w->r, c->span));
    json_key(&w->j, "open");
    json_bool(&w->j, c->open);
    json_key(&w->j, "parts");
    json_array(&w->j);
    for (size_t i = 0; i < c->part_count; i++) {
        json_object(&w->j);
        json_key_str(&w->j, "section",
                     c->parts[i].official ? c->parts[i].official->key : str_of(""));
        json_key_str(&w->j, "text", span_raw(w->r, c->parts[i].span));
        json_end_object(&w->j);
    }
    json_end_array(&w->j);
    json_key(&w->j, "stated");
    if (c->stated)
        json_int(&w->j, c->stated);
    else
        json_null(&w->j);
    json_end_object(&w->j);
}

static void period(struct writer *w)
{
    const struct report_period *p = &w->r->period;
    json_key(&w->j, "period");
    if (!p->found) {
        json_null(&w->j);
        return;
    }
    json_object(&w->j);
    key_date(w, "from", p->from);
    key_line(w, span_line(w->r, p->span));
    json_key_str(&w->j, "quote", span_raw(w->r, p->span));
    key_date(w, "to", p->to);
    json_end_object(&w->j);
}

static void tags(struct writer *w)
{
    const struct doc *doc = w->r->doc;
    json_key(&w->j, "tags");
    json_array(&w->j);
    for (size_t i = 0; i < doc->meta_count; i++) {
        const struct doc_meta *m = &doc->metas[i];
        json_object(&w->j);
        json_key_str(&w->j, "content", doc_string(doc, m->content, m->content_len));
        key_line(w, m->line);
        json_key_str(&w->j, "name", doc_string(doc, m->name, m->name_len));
        json_end_object(&w->j);
    }
    json_end_array(&w->j);
}

static void marks(struct writer *w)
{
    json_key(&w->j, "marks");
    json_array(&w->j);
    for (size_t i = 0; i < w->r->mark_count; i++) {
        json_object(&w->j);
        json_key(&w->j, "code");
        json_c(&w->j, w->r->marks[i].code);
        key_line(w, span_line(w->r, w->r->marks[i].span));
        json_end_object(&w->j);
    }
    json_end_array(&w->j);
}

static void meta(struct writer *w)
{
    json_key(&w->j, "meta");
    if (!w->r) {
        json_null(&w->j);
        return;
    }
    json_object(&w->j);
    json_key_str(&w->j, "charset", str_of(w->r->doc->charset));
    composition(w);
    dates(w);
    json_key_str(&w->j, "host", w->r->host);
    marks(w);
    period(w);
    tags(w);
    json_end_object(&w->j);
}

static void paragraphs(struct writer *w, uint32_t from, uint32_t to)
{
    const struct doc *doc = w->r->doc;
    json_key(&w->j, "paragraphs");
    json_array(&w->j);
    for (uint32_t b = from; b < to; b++) {
        struct str raw = doc_block_raw(doc, b);
        if (raw.n == 0 || report_in_table(w->r, b) || !report_in_article(w->r, b) ||
            (doc->blocks[b].flags & DOC_RULE))
            continue;
        json_object(&w->j);
        key_at(w, doc->blocks[b].raw);
        key_line(w, doc->blocks[b].line);
        if (!w->model) {
            struct quantities all;
            arena_reset(w->arena);
            struct str text = passage_text(w->r, b);
            quantity_read(w->arena, text, &all);
            extract_numbers(&w->j, doc, text, &all);
        }
        json_key_str(&w->j, "text", raw);
        json_end_object(&w->j);
    }
    json_end_array(&w->j);
}

/* What stands before the first heading: legal basis, composition, period. Its key is null. */
static void preamble(struct writer *w)
{
    const struct report *r = w->r;
    uint32_t end = r->end_block;
    for (size_t i = 0; i < r->section_count; i++) {
        uint32_t heading = r->headings[r->sections[i].heading].block;
        if (heading < end)
            end = heading;
    }
    if (r->first_block >= end)
        return;
    json_object(&w->j);
    json_key_str(&w->j, "heading", str_of(""));
    json_key_str(&w->j, "key", str_of(""));
    key_line(w, r->doc->blocks[r->first_block].line);
    paragraphs(w, r->first_block, end);
    json_end_object(&w->j);
}

static void sections(struct writer *w)
{
    json_key(&w->j, "sections");
    json_array(&w->j);
    if (w->r)
        preamble(w);
    for (size_t i = 0; w->r && i < w->r->section_count; i++) {
        const struct report_section *s = &w->r->sections[i];
        const struct report_heading *h = &w->r->headings[s->heading];
        json_object(&w->j);
        if (w->model)
            key_at(w, w->r->doc->blocks[h->block].raw);
        json_key_str(&w->j, "heading", span_raw(w->r, h->span));
        json_key_str(&w->j, "key", s->key);
        key_line(w, w->r->doc->blocks[h->block].line);
        paragraphs(w, s->first_block, s->end_block);
        json_end_object(&w->j);
    }
    json_end_array(&w->j);
}

static void cell_value(struct writer *w, const struct report_cell *c, enum form_cell_type type)
{
    json_key(&w->j, "value");
    if (c->kind != CELL_NUMBER) {
        json_null(&w->j);
        return;
    }
    struct strbuf number = { 0 };
    decimal_print(&number, c->value);
    if (type == FORM_CELL_MONEY)
        json_str(&w->j, strbuf_view(&number));
    else
        json_raw(&w->j, strbuf_view(&number));
    strbuf_free(&number);
}

static void cell(struct writer *w, const struct report_table *t, size_t row, size_t column)
{
    const struct form_table *f = t->layout;
    size_t i = row * f->column_count + column;
    enum form_cell_type type = (enum form_cell_type)f->types[i];
    const struct report_cell *c = &t->cells[i];
    json_object(&w->j);
    json_key(&w->j, "kind");
    json_c(&w->j, report_cell_kind_name(c->kind));
    key_line(w, c->line);
    json_key(&w->j, "raw");
    json_str(&w->j, c->raw);
    if (type == FORM_CELL_MONEY)
        json_key_str(&w->j, "unit", c->unit.n ? c->unit : f->units[row]);
    cell_value(w, c, type);
    json_end_object(&w->j);
}

/* Indexes of lines, sorted by key: JSON objects are written in byte order. */
static size_t sorted_lines(const struct form_line *lines, size_t n, size_t *order, size_t max)
{
    size_t count = n < max ? n : max;
    for (size_t i = 0; i < count; i++) {
        size_t k = i;
        while (k > 0 && str_cmp(lines[order[k - 1]].key, lines[i].key) > 0) {
            order[k] = order[k - 1];
            k--;
        }
        order[k] = i;
    }
    return count;
}

enum { LINES_MAX = 256 };

static bool row_exists(const struct report_table *t, size_t row)
{
    for (size_t c = 0; c < t->layout->column_count; c++)
        if (t->cells[row * t->layout->column_count + c].kind != CELL_ABSENT)
            return true;
    return false;
}

static void table(struct writer *w, const struct report_table *t)
{
    if (!t->present) {
        json_null(&w->j);
        return;
    }
    const struct form_table *f = t->layout;
    size_t rows[LINES_MAX], columns[LINES_MAX];
    size_t row_count = sorted_lines(f->rows, f->row_count, rows, LINES_MAX);
    size_t column_count = sorted_lines(f->columns, f->column_count, columns, LINES_MAX);
    json_object(&w->j);
    for (size_t i = 0; i < row_count; i++) {
        if (!row_exists(t, rows[i]))
            continue;
        json_key(&w->j, f->rows[rows[i]].key.p);
        json_object(&w->j);
        for (size_t k = 0; k < column_count; k++) {
            size_t at = rows[i] * f->column_count + columns[k];
            if (f->types[at] == FORM_CELL_NONE || t->cells[at].kind == CELL_ABSENT)
                continue;
            json_key(&w->j, f->columns[columns[k]].key.p);
            cell(w, t, rows[i], columns[k]);
        }
        json_end_object(&w->j);
    }
    json_end_object(&w->j);
}

/* The form whose labels the tables bear: table three tells, else the first table that is there. */
static struct str labels_form(const struct report *r)
{
    struct str id = str_of("");
    for (size_t i = 0; i < r->table_count; i++) {
        const struct report_table *t = &r->tables[i];
        if (!t->present)
            continue;
        if (str_eq_c(t->layout->key, "requests"))
            return t->form->id;
        if (id.n == 0)
            id = t->form->id;
    }
    return id;
}

static void tables(struct writer *w)
{
    json_key(&w->j, "tables");
    json_object(&w->j);
    size_t n = w->r ? w->r->table_count : 0;
    bool form_written = false;
    for (;;) { /* tables and "form" in byte order; there are three of them */
        const struct report_table *next = NULL;
        for (size_t i = 0; i < n; i++) {
            const struct report_table *t = &w->r->tables[i];
            struct str last = w->j.last[w->j.depth];
            if ((last.p == NULL || str_cmp(last, t->layout->key) < 0) &&
                (!next || str_cmp(t->layout->key, next->layout->key) < 0))
                next = t;
        }
        if (!form_written && (!next || str_cmp(STR("form"), next->layout->key) < 0)) {
            json_key_str(&w->j, "form", w->r ? labels_form(w->r) : str_of(""));
            form_written = true;
            continue;
        }
        if (!next)
            break;
        json_key(&w->j, next->layout->key.p);
        table(w, next);
    }
    json_end_object(&w->j);
}

void extract_json_document(struct strbuf *out, const struct check_input *in,
                           enum extract_json_form form, enum lang lang)
{
    struct writer w = { .r = in->report,
                        .model = form == EXTRACT_JSON_MODEL,
                        .arena = arena_new() };
    const struct report *r = in->report;
    json_start(&w.j, out);
    json_object(&w.j);
    json_key_str(&w.j, "agency", r ? r->agency : str_of(""));
    json_key_str(&w.j, "form", r && r->form ? r->form->id : str_of(""));
    json_key(&w.j, "kind");
    json_c(&w.j, r ? report_kind_name(r->kind) : "unreadable");
    json_key(&w.j, "level");
    json_c(&w.j, report_level_name(r ? r->level : LEVEL_UNKNOWN));
    meta(&w);
    json_key_str(&w.j, "path", in->path);
    check_json_problem(&w.j, &in->problem, (enum check_json_form)lang);
    key_date(&w, "published",
             r && r->published >= 0 ? r->dates[r->published].date : (struct date){ 0 });
    json_key(&w.j, "script");
    json_c(&w.j, r ? report_script_name(r->doc->script) : NULL);
    sections(&w);
    json_key_str(&w.j, "sha256", in->sha256);
    tables(&w);
    json_key_str(&w.j, "title", r ? r->title : str_of(""));
    json_key(&w.j, "year");
    if (r && r->year)
        json_int(&w.j, r->year);
    else
        json_null(&w.j);
    json_end_object(&w.j);
    arena_free(w.arena);
}
