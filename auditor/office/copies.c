/* copies.c - see copies.h. */
#include "office/copies.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "recognise/wording.h"

enum {
    WORTH_TELLING = 100, /* letters that must be shared */
    PASSAGES = 12,       /* the longest are told */
    QUOTE_CHARS = 120
};

void copies_marks(struct strbuf *out, const struct report *report)
{
    struct copy_text text = { 0 };
    uint32_t *marks;
    size_t n;
    wording_of(&text, report);
    copy_marks(&marks, &n, &text);
    for (size_t i = 0; i < n; i++)
        for (int shift = 0; shift < 32; shift += 8)
            strbuf_char(out, (char)(marks[i] >> shift & 0xFF));
    free(marks);
    copy_text_free(&text);
}

/* Where the letters [from, from + n) stand in the normal text; all in one paragraph. */
static struct span span_of(const struct copy_text *text, size_t from, size_t n,
                           const struct report *r)
{
    size_t at = text->letters[from].at;
    size_t last = text->letters[from + n - 1].at;
    size_t block = doc_block_at_text(r->doc, at);
    size_t block_end = r->doc->blocks[block].text + r->doc->blocks[block].text_len;
    size_t end = text->letters[from + n].at; /* a paragraph always ends in a letter 0 */
    if (end <= last || end > block_end) {
        size_t i = 0;
        str_next(str_sub(strbuf_view(&r->doc->text), last, block_end - last), &i);
        end = last + i;
    }
    return (struct span){ (uint32_t)at, (uint32_t)(end - at), (uint32_t)block };
}

static struct str clipped(struct str raw)
{
    size_t i = 0;
    for (size_t chars = 0; i < raw.n && chars < QUOTE_CHARS; chars++)
        str_next(raw, &i);
    return str_sub(raw, 0, i);
}

/* Letters of a text or a section. Where most of it is stock, little is left that could be copied, and a share of that
 * says nothing: no less than a third of all letters is what counts as own. */
struct measure {
    size_t all, own;
};

static void add_letter(struct measure *m, const struct copy_letter *letter)
{
    m->all += letter->c != 0;
    m->own += letter->c != 0 && !letter->stock;
}

/* What was taken over: own letters, and letters of passages that figures prove. */
struct taken {
    size_t own, by_figures;
};

static unsigned share_of(const struct taken *taken, const struct measure *m)
{
    size_t own = m->own > m->all / 3 ? m->own : m->all / 3;
    size_t of_own = own ? taken->own * 1000 / own : 0;
    size_t of_all = m->all ? taken->by_figures * 1000 / m->all : 0;
    return (unsigned)(of_own > of_all ? of_own : of_all);
}

struct comparison {
    const struct report *report;
    struct copy_text text;
    struct measure whole;
    struct measure *sections; /* of the report */
    struct arena *arena;
};

static int longest_first(const void *p, const void *q)
{
    const struct copy_passage *a = p;
    const struct copy_passage *b = q;
    if (a->own != b->own)
        return a->own < b->own ? 1 : -1;
    return (a->a > b->a) - (a->a < b->a);
}

static int by_place(const void *p, const void *q)
{
    const struct copy_passage *a = p;
    const struct copy_passage *b = q;
    return (a->a > b->a) - (a->a < b->a);
}

static void tell_passages(struct dossier_copy *out, const struct comparison *c,
                          struct copy_passage *list, size_t n, const struct copy_text *other_text,
                          const struct report *other)
{
    if (n > PASSAGES) {
        qsort(list, n, sizeof *list, longest_first);
        n = PASSAGES;
        qsort(list, n, sizeof *list, by_place);
    }
    struct dossier_passage *told = arena_alloc(c->arena, (n + 1) * sizeof *told);
    for (size_t i = 0; i < n; i++) {
        struct span there = span_of(other_text, list[i].b, list[i].b_len, other);
        told[i].own = span_of(&c->text, list[i].a, list[i].a_len, c->report);
        told[i].quote = arena_str(c->arena, clipped(span_raw(other, there)));
        told[i].line = span_line(other, there);
    }
    out->passages = told;
    out->passage_count = n;
}

static void tell_sections(struct dossier_copy *out, const struct comparison *c,
                          const struct taken *section_taken)
{
    const struct report *r = c->report;
    struct dossier_share *shares = arena_alloc(c->arena, (r->section_count + 1) * sizeof *shares);
    size_t n = 0;
    for (size_t s = 0; s < r->section_count; s++)
        if (section_taken[s].own || section_taken[s].by_figures)
            shares[n++] = (struct dossier_share){ r->sections[s].key,
                                                  share_of(&section_taken[s], &c->sections[s]) };
    out->sections = shares;
    out->section_count = n;
}

/* False when too little is shared. */
static bool compare(struct dossier_copy *out, const struct comparison *c,
                    const struct copies_other *other)
{
    struct copy_text text = { 0 };
    struct copy_passage *list;
    struct taken taken = { 0 };
    size_t n;
    wording_of(&text, other->report);
    copy_common(&list, &n, &c->text, &text);
    struct taken *sections = mem_zero(c->report->section_count + 1, sizeof *sections);
    for (size_t i = 0; i < n; i++) {
        struct taken *section = &sections[c->text.letters[list[i].a].section];
        size_t by_figures = copy_by_figures(&list[i]) ? list[i].a_len : 0;
        taken.own += list[i].own;
        taken.by_figures += by_figures;
        section->own += list[i].own;
        section->by_figures += by_figures;
    }
    bool worth = taken.own >= WORTH_TELLING || taken.by_figures >= WORTH_TELLING;
    if (worth) {
        *out = (struct dossier_copy){ .code = other->code,
                                      .name = other->name,
                                      .year = other->year,
                                      .document = other->document,
                                      .permille = share_of(&taken, &c->whole) };
        tell_sections(out, c, sections);
        tell_passages(out, c, list, n, &text, other->report);
    }
    free(sections);
    free(list);
    copy_text_free(&text);
    return worth;
}

static int most_alike(const void *p, const void *q)
{
    const struct dossier_copy *a = p;
    const struct dossier_copy *b = q;
    if (a->permille != b->permille)
        return a->permille < b->permille ? 1 : -1;
    int order = str_cmp(a->code, b->code);
    return order ? order : (a->year < b->year) - (a->year > b->year);
}

void copies_find(struct dossier_copy **out, size_t *n, struct arena *arena,
                 const struct report *report, const struct copies_other *others, size_t other_count,
                 const uint32_t *stock, size_t stock_count)
{
    struct comparison c = { .report = report, .arena = arena };
    *n = 0;
    *out = arena_alloc(arena, (other_count + 1) * sizeof **out);
    wording_of(&c.text, report);
    copy_set_aside(&c.text, stock, stock_count);
    c.sections = mem_zero(report->section_count + 1, sizeof *c.sections);
    for (size_t i = 0; i < c.text.n; i++) {
        add_letter(&c.whole, &c.text.letters[i]);
        add_letter(&c.sections[c.text.letters[i].section], &c.text.letters[i]);
    }
    for (size_t i = 0; i < other_count; i++)
        *n += compare(&(*out)[*n], &c, &others[i]);
    if (*n > 1)
        qsort(*out, *n, sizeof **out, most_alike);
    free(c.sections);
    copy_text_free(&c.text);
}
