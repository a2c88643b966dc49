/* changes.c - see changes.h. */
#include "office/changes.h"

#include <stdlib.h>

#include "base/digest.h"
#include "base/json.h"
#include "base/mem.h"

enum { QUOTE_CHARS = 120, LEAD_CHARS = 20, PAIRED = 400 };

struct change {
    const char *kind;
    struct str table, row, column, section, before, after;
};

struct telling {
    struct json j;
    size_t total;
};

static void tell(struct telling *t, const struct change *c)
{
    if (t->total++ >= CHANGES_TOLD)
        return;
    json_object(&t->j);
    json_key_str(&t->j, "after", c->after);
    json_key_str(&t->j, "before", c->before);
    json_key_str(&t->j, "column", c->column);
    json_key(&t->j, "kind");
    json_c(&t->j, c->kind);
    json_key_str(&t->j, "row", c->row);
    json_key_str(&t->j, "section", c->section);
    json_key_str(&t->j, "table", c->table);
    json_end_object(&t->j);
}

/* Head and tables */

static struct date published(const struct report *r)
{
    return r->published >= 0 ? r->dates[r->published].date : (struct date){ 0 };
}

static void compare_heads(struct telling *t, const struct report *a, const struct report *b)
{
    struct strbuf before = { 0 };
    struct strbuf after = { 0 };
    if (a->published >= 0)
        date_print(&before, published(a));
    if (b->published >= 0)
        date_print(&after, published(b));
    if (!str_eq(strbuf_view(&before), strbuf_view(&after)))
        tell(t, &(struct change){ .kind = "published",
                                  .before = strbuf_view(&before),
                                  .after = strbuf_view(&after) });
    if (!str_eq(str_trim(a->title), str_trim(b->title)))
        tell(t, &(struct change){ .kind = "title", .before = a->title, .after = b->title });
    strbuf_free(&before);
    strbuf_free(&after);
}

static bool says(const struct report_cell *c)
{
    return c->kind == CELL_NUMBER || c->kind == CELL_TEXT || c->kind == CELL_UNREADABLE;
}

static bool same_cell(const struct report_cell *a, const struct report_cell *b)
{
    if (!says(a) && !says(b))
        return true;
    if (a->kind == CELL_NUMBER && b->kind == CELL_NUMBER)
        return decimal_cmp(a->value, b->value) == 0 && str_eq(a->unit, b->unit);
    return a->kind == b->kind && str_eq(a->raw, b->raw);
}

static void compare_cells(struct telling *t, const struct report_table *a,
                          const struct report_table *b)
{
    const struct form_table *f = b->layout;
    for (size_t i = 0; i < f->row_count * f->column_count; i++)
        if (!same_cell(&a->cells[i], &b->cells[i]))
            tell(t, &(struct change){ .kind = "cell",
                                      .table = f->key,
                                      .row = f->rows[i / f->column_count].key,
                                      .column = f->columns[i % f->column_count].key,
                                      .section = f->section,
                                      .before = says(&a->cells[i]) ? a->cells[i].raw : str_of(""),
                                      .after = says(&b->cells[i]) ? b->cells[i].raw : str_of("") });
}

static struct str table_form(const struct report_table *t)
{
    return t && t->present ? t->form->id : str_of("");
}

static void compare_tables(struct telling *t, const struct report *a, const struct report *b)
{
    for (size_t i = 0; i < b->table_count; i++) {
        const struct report_table *is = &b->tables[i];
        const struct report_table *was = report_table(a, is->layout->key);
        if (was && was->present && is->present && was->layout == is->layout)
            compare_cells(t, was, is);
        else if (!str_eq(table_form(was), table_form(is)))
            tell(t, &(struct change){ .kind = "table",
                                      .table = is->layout->key,
                                      .section = is->layout->section,
                                      .before = table_form(was),
                                      .after = table_form(is) });
    }
}

/* Sentences: what stands between two full stops, however it is broken into lines and paragraphs. */

struct sentence {
    struct str section, text; /* normal text without blanks */
    uint64_t hash;
    bool known; /* it stands in the other one too */
};

struct sentences {
    const struct report *report;
    struct sentence *list;
    size_t n, cap;
    struct strbuf open; /* the one under way */
    struct sentence next;
    struct arena *arena;
};

static void end_sentence(struct sentences *s)
{
    if (s->open.n) {
        s->next.text = arena_str(s->arena, strbuf_view(&s->open));
        s->next.hash = digest_fast(s->next.text);
        s->list = mem_grow(s->list, s->n, &s->cap, sizeof *s->list);
        s->list[s->n++] = s->next;
    }
    strbuf_clear(&s->open);
}

static bool is_blank(uint32_t c)
{
    return c <= ' ' || c == 0xA0 || c == 0x3000 || c == 0x200B;
}

static bool is_stop(uint32_t c)
{
    return c == 0x3002 || c == 0xFF1B || c == ';' || c == 0xFF01 || c == '!' || c == 0xFF1F ||
           c == '?';
}

static void add_block(struct sentences *s, uint32_t block, struct str section)
{
    struct str text = doc_block_text(s->report->doc, block);
    for (size_t i = 0; i < text.n;) {
        uint32_t c = str_next(text, &i);
        if (is_blank(c))
            continue;
        if (s->open.n == 0)
            s->next = (struct sentence){ .section = section };
        strbuf_rune(&s->open, c);
        if (is_stop(c))
            end_sentence(s);
    }
}

static void read_sentences(struct sentences *s)
{
    const struct report *r = s->report;
    const struct report_section *last = NULL;
    for (uint32_t b = r->first_block; b < r->end_block; b++) {
        const struct report_section *section = report_section_of_block(r, b);
        bool prose = !report_in_table(r, b) && report_in_article(r, b) &&
                     (r->roles[b] == ROLE_BODY || r->roles[b] == ROLE_SIGNATURE);
        if (section != last || report_in_table(r, b))
            end_sentence(s);
        last = section;
        if (prose)
            add_block(s, b, section ? section->key : str_of(""));
    }
    end_sentence(s);
    strbuf_free(&s->open);
}

static int by_hash(const void *p, const void *q)
{
    const struct sentence *a = *(struct sentence *const *)p;
    const struct sentence *b = *(struct sentence *const *)q;
    return a->hash != b->hash ? (a->hash < b->hash ? -1 : 1) : (a > b) - (a < b);
}

static struct sentence **sorted(struct sentences *s)
{
    struct sentence **list = mem_zero(s->n + 1, sizeof *list);
    for (size_t i = 0; i < s->n; i++)
        list[i] = &s->list[i];
    if (s->n > 1)
        qsort(list, s->n, sizeof *list, by_hash);
    return list;
}

/* Each sentence is known as often as it stands on the other side. */
static void match(struct sentences *a, struct sentences *b)
{
    struct sentence **x = sorted(a);
    struct sentence **y = sorted(b);
    for (size_t i = 0, k = 0; i < a->n && k < b->n;) {
        if (x[i]->hash == y[k]->hash)
            x[i++]->known = y[k++]->known = true;
        else if (x[i]->hash < y[k]->hash)
            i++;
        else
            k++;
    }
    free(x);
    free(y);
}

/* How many bytes two texts have in common at their beginning and at their end. */
static size_t common(struct str a, struct str b, size_t *start)
{
    size_t least = a.n < b.n ? a.n : b.n;
    size_t head = 0, tail = 0;
    while (head < least && a.p[head] == b.p[head])
        head++;
    while (tail < least - head && a.p[a.n - 1 - tail] == b.p[b.n - 1 - tail])
        tail++;
    *start = head;
    return head + tail;
}

/* The old wording of a new sentence. */
static struct sentence *find_old(struct sentences *before, const struct sentence *is, size_t *start)
{
    struct sentence *best = NULL;
    size_t most = is->text.n / 2, tried = 0, at = 0;
    for (size_t i = 0; i < before->n && tried < PAIRED; i++) {
        struct sentence *was = &before->list[i];
        if (was->known || !str_eq(was->section, is->section))
            continue;
        size_t shared = common(was->text, is->text, &at);
        tried++;
        if (shared <= most || shared < was->text.n / 2)
            continue;
        most = shared;
        best = was;
        *start = at;
    }
    return best;
}

/* Some letters before byte `start` of the text, and what follows. */
static struct str quote(struct arena *arena, struct str text, size_t start)
{
    size_t from = start < text.n ? start : text.n;
    size_t end;
    for (int chars = 0; from > 0 && chars < LEAD_CHARS; chars++)
        do
            from--;
        while (from > 0 && ((unsigned char)text.p[from] & 0xC0) == 0x80);
    end = from;
    for (int chars = 0; end < text.n && chars < QUOTE_CHARS; chars++)
        str_next(text, &end);
    struct str part = str_sub(text, from, end - from);
    return arena_fmt(arena, "%s%.*s%s", from ? "…" : "", STR_ARG(part), end < text.n ? "…" : "");
}

static void tell_sentences(struct telling *t, struct sentences *a, struct sentences *b)
{
    for (size_t i = 0; i < b->n; i++) {
        const struct sentence *is = &b->list[i];
        size_t start = 0;
        if (is->known)
            continue;
        struct sentence *was = find_old(a, is, &start);
        struct change c = { .kind = "text", .section = is->section };
        c.after = quote(b->arena, is->text, start);
        c.before = was ? quote(b->arena, was->text, start) : str_of("");
        if (was)
            was->known = true;
        tell(t, &c);
    }
    for (size_t i = 0; i < a->n; i++)
        if (!a->list[i].known)
            tell(t, &(struct change){ .kind = "text",
                                      .section = a->list[i].section,
                                      .before = quote(b->arena, a->list[i].text, 0) });
}

static void compare_texts(struct telling *t, const struct report *before,
                          const struct report *after)
{
    struct sentences a = { .report = before, .arena = arena_new() };
    struct sentences b = { .report = after, .arena = a.arena };
    read_sentences(&a);
    read_sentences(&b);
    match(&a, &b);
    tell_sentences(t, &a, &b);
    free(a.list);
    free(b.list);
    arena_free(a.arena);
}

void changes_json(struct strbuf *out, const struct report *before, const struct report *after,
                  bool carriers)
{
    struct telling t = { .total = 0 };
    json_start(&t.j, out);
    json_object(&t.j);
    json_key(&t.j, "changes");
    json_array(&t.j);
    compare_heads(&t, before, after);
    compare_tables(&t, before, after);
    if (!carriers)
        compare_texts(&t, before, after);
    json_end_array(&t.j);
    json_key_str(&t.j, "form", after->form ? after->form->id : str_of(""));
    json_key(&t.j, "total");
    json_int(&t.j, (int64_t)t.total);
    json_end_object(&t.j);
}
