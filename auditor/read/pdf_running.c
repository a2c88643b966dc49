/* pdf_running.c - see pdf_running.h. */
#include "read/pdf_running.h"

#include <math.h>
#include <stdlib.h>

enum { EDGE_LINES = 3 /* lines of a page that may be header, or footer */ };

static const float EDGE = 0.13F; /* of the page's height */
static const float SAME = 4;     /* points */
static const float LIKE = 0.15F; /* of the size of letters */
static const float LARGE = 1.2F; /* times the size of the text */

struct candidate {
    const struct pdf_line *line;
    struct str mask; /* its text without digits and blanks */
    bool number;     /* of a page, as it seems */
    bool figure;     /* and nothing around it: it may as well be that of a table */
    int64_t value;   /* of the figure */
};

struct edge {
    struct candidate list[2 * EDGE_LINES];
    size_t n;
};

static struct str text_of(struct arena *arena, const struct pdf_line *l, bool digits)
{
    struct strbuf out = { 0 };
    for (size_t w = 0; w < l->n; w++) {
        struct str t = l->words[w]->text;
        for (size_t i = 0; i < t.n; i++)
            if (digits || t.p[i] < '0' || t.p[i] > '9')
                strbuf_char(&out, t.p[i]);
    }
    struct str kept = arena_str(arena, strbuf_view(&out));
    strbuf_free(&out);
    return kept;
}

/* "- 3 -", "3 / 12", "第3页 共12页": nothing but digits and what surrounds a page's number. */
static bool is_page_number(struct str text)
{
    static const char *const words[] = { "第", "页",   "共", "-",  "—",  "–",  "－", "/",
                                         "·",  "Page", "of", "，", ",",  "．", "─",  "~",
                                         "～", "(",    ")",  "（", "）", "|",  ".",  "一" };
    size_t digits = 0;
    for (size_t i = 0; i < text.n;) {
        size_t step = 0;
        if (text.p[i] >= '0' && text.p[i] <= '9') {
            digits++;
            step = 1;
        }
        for (size_t k = 0; k < sizeof words / sizeof *words && step == 0; k++)
            if (str_starts(str_sub(text, i, text.n), str_of(words[k])))
                step = strlen(words[k]);
        if (step == 0)
            return false;
        i += step;
    }
    return digits > 0 && digits <= 8;
}

/* Figures beside each other and nothing else: a row of a table, whatever other pages have there. */
static bool is_row(const struct pdf_line *line)
{
    for (size_t i = 0; i < line->n; i++)
        if (!line->words[i]->number)
            return false;
    return line->n > 1;
}

/* Bars, or a character by itself: of a table whose cells stand one to a line, as text copied off a page has them. */
static bool is_cell(struct str text)
{
    size_t i = 0;
    while (i < text.n && text.p[i] == '|')
        i++;
    if (i < text.n)
        str_next(text, &i);
    return i >= text.n && (text.n == 0 || text.p[0] < '0' || text.p[0] > '9');
}

static bool is_figure(struct str text, int64_t *value)
{
    enum { DIGITS = 8 };
    *value = 0;
    for (size_t i = 0; i < text.n; i++) {
        if (text.p[i] < '0' || text.p[i] > '9')
            return false;
        *value = *value * 10 + text.p[i] - '0';
    }
    return text.n > 0 && text.n <= DIGITS;
}

static void add(struct edge *e, struct arena *arena, const struct pdf_line *line)
{
    struct str text = text_of(arena, line, true);
    if (is_row(line) || is_cell(text))
        return;
    struct candidate *c = &e->list[e->n++];
    c->line = line;
    c->mask = text_of(arena, line, false);
    c->number = is_page_number(text);
    c->figure = is_figure(text, &c->value);
}

/* The lines at the upper and lower edge of a page. */
static void look(struct pdf *pdf, struct pdf_page *page, struct edge *e)
{
    const struct pdf_word **words = arena_alloc(pdf->arena, (page->word_count + 1) * sizeof *words);
    size_t n = 0;
    for (size_t i = 0; i < page->word_count; i++)
        if (!page->words[i].used)
            words[n++] = &page->words[i];
    struct pdf_lines lines = pdf_lines(pdf->arena, words, n, 0);
    for (size_t i = 0; i < lines.n && i < EDGE_LINES; i++)
        if (lines.list[i].box.y1 < EDGE * page->height)
            add(e, pdf->arena, &lines.list[i]);
    for (size_t i = lines.n; i-- > 0 && lines.n - i <= EDGE_LINES;)
        if (lines.list[i].box.y0 > (1 - EDGE) * page->height)
            add(e, pdf->arena, &lines.list[i]);
}

/* In letters of one size: a title's line that a signature repeats on the next page is none. */
static bool alike(const struct candidate *a, const struct candidate *b)
{
    float x = a->line->words[0]->em, y = b->line->words[0]->em;
    return str_eq(a->mask, b->mask) && fabsf(a->line->box.y0 - b->line->box.y0) < SAME &&
           fabsf(x - y) <= LIKE * fmaxf(x, y);
}

/* Larger than most of the text: a title, which a cover may have at the same place. */
static bool is_large(const struct pdf *pdf, const struct candidate *c)
{
    size_t smaller = 0, all = 0;
    for (size_t p = 0; p < pdf->page_count; p++)
        for (size_t i = 0; i < pdf->pages[p].word_count; i++, all++)
            smaller += pdf->pages[p].words[i].em * LARGE < c->line->words[0]->em;
    return smaller * 2 > all;
}

static bool repeated(const struct pdf *pdf, const struct edge *edges, size_t page,
                     const struct candidate *c)
{
    size_t times = 0, near = page < 4 ? 0 : page - 4; /* a chapter has its own header */
    size_t pages = pdf->page_count;
    for (size_t p = near; p < pages && p <= page + 4; p++)
        for (size_t i = 0; i < edges[p].n; i++)
            times += p != page && alike(&edges[p].list[i], c);
    return times >= (pages > 3 || (times > 0 && is_large(pdf, c)) ? 2 : 1);
}

/* Whether a figure counts the pages: it is that of this one, or pages nearby are counted on from it. */
static bool counts_pages(const struct pdf *pdf, const struct edge *edges, size_t page,
                         const struct candidate *c)
{
    bool on = c->value == (int64_t)page + 1;
    for (size_t p = page < 4 ? 0 : page - 4; p < pdf->page_count && p <= page + 4; p++)
        for (size_t i = 0; i < edges[p].n; i++) {
            const struct candidate *other = &edges[p].list[i];
            on = on || (p != page && other->figure &&
                        other->value - c->value == (int64_t)p - (int64_t)page);
        }
    return on;
}

static bool beside(const struct pdf_page *page, const struct pdf_rule *list, size_t n, float y)
{
    for (size_t i = 0; i < n; i++) {
        const struct pdf_box *r = &list[i].box;
        if (list[i].vertical && r->y0 < y && r->y1 > y && r->y1 - r->y0 < 0.9F * page->height)
            return true;
    }
    return false;
}

static bool in_table(const struct pdf_page *page, const struct pdf_line *line)
{
    float y = (line->box.y0 + line->box.y1) / 2;
    return beside(page, page->rules, page->rule_count, y) ||
           beside(page, page->edges, page->edge_count, y);
}

static bool outermost(const struct candidate *c, const struct pdf_page *page)
{
    const struct pdf_box *b = &c->line->box;
    bool lower = b->y0 > page->height / 2;
    for (size_t k = 0; k < page->word_count; k++) {
        const struct pdf_box *w = &page->words[k].box;
        if (!page->words[k].used && (lower ? w->y0 > b->y1 : w->y1 < b->y0))
            return false;
    }
    return true;
}

/* Whether the line is one that goes on over the pages, and no part of the text. */
static bool is_running(const struct pdf *pdf, const struct edge *edges, size_t page,
                       const struct candidate *c)
{
    if (in_table(&pdf->pages[page], c->line) || (c->figure && !counts_pages(pdf, edges, page, c)))
        return false;
    return repeated(pdf, edges, page, c) || (c->number && outermost(c, &pdf->pages[page]));
}

/* Does it underline a word? */
static bool is_underline(const struct pdf_page *page, const struct pdf_box *line)
{
    for (size_t i = 0; i < page->word_count; i++) {
        const struct pdf_word *w = &page->words[i];
        float y = (w->box.y0 + w->box.y1) / 2;
        if (line->y0 > y && line->y0 - y < 0.9F * w->em && w->box.x1 > line->x0 &&
            w->box.x0 < line->x1 && w->box.x1 < line->x1 + w->em)
            return true;
    }
    return false;
}

/* A short line that nothing crosses or prolongs and no table stands below: there the notes of a page
 * are. */
static bool parts_notes(const struct pdf_page *page, const struct pdf_box *line)
{
    static const float LEAST = 40, MOST = 0.45F, NEAR = 3,
                       WIDTH = 1.5F; /* points; of the page's width */
    float width = line->x1 - line->x0;
    size_t below = 0;
    if (width < LEAST || width > MOST * page->width || line->y0 < page->height / 2)
        return false;
    for (size_t i = 0; i < page->rule_count; i++) {
        const struct pdf_box *r = &page->rules[i].box;
        bool own = r->x0 > line->x0 - WIDTH && r->x1 < line->x1 + WIDTH &&
                   r->y0 > line->y0 - WIDTH && r->y1 < line->y1 + WIDTH; /* an edge of it */
        if (!own && r->y0 < line->y0 + NEAR && r->y1 > line->y0 - NEAR && r->x1 > line->x0 - NEAR)
            return false;
        below += !own && r->y1 > line->y0 + NEAR;
    }
    return below <= 1 && !is_underline(page, line); /* that of a footer */
}

/* How large the letters of notes may be that begin so, of the text's. */
static float note_size(struct str text)
{
    static const float SMALLER = 0.93F, NUMBERED = 0.97F, MARKED = 1.03F;
    static const char *const marks[] = { "注", "①", "※", "*", "[1]", "［1］", "备注", "说明：" };
    size_t digits = 0;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (str_starts(text, str_of(marks[i])))
            return MARKED;
    while (digits < text.n && text.p[digits] >= '0' && text.p[digits] <= '9')
        digits++;
    return digits == text.n && digits <= 2 ? NUMBERED : SMALLER;
}

/* Is all that stands below a line smaller than what stands above it, or marked as notes are and no
 * larger? */
static bool are_notes(const struct pdf_page *page, float y)
{
    const struct pdf_word *first = NULL;
    float above = 0, below = 0;
    for (size_t i = 0; i < page->word_count; i++) { /* from top to bottom */
        const struct pdf_word *w = &page->words[i];
        if (!w->used && w->box.y0 >= y && !first)
            first = w;
        if (w->used || !w->wide)
            continue;
        if (w->box.y0 < y)
            above = w->em;
        else
            below = fmaxf(below, w->em);
    }
    return below > 0 && below < note_size(first->text) * above;
}

static void take_notes(struct pdf *pdf, struct pdf_page *page, float y)
{
    const struct pdf_word **words = arena_alloc(pdf->arena, (page->word_count + 1) * sizeof *words);
    size_t n = 0;
    for (size_t i = 0; i < page->word_count; i++)
        if (!page->words[i].used && page->words[i].box.y0 > y) {
            page->words[i].used = true;
            words[n++] = &page->words[i];
        }
    struct pdf_lines notes = pdf_lines(pdf->arena, words, n, 0), all = page->running;
    all.list = arena_alloc(pdf->arena, (all.n + notes.n + 1) * sizeof *all.list);
    if (all.n > 0)
        memcpy(all.list, page->running.list, all.n * sizeof *all.list);
    if (notes.n > 0)
        memcpy(all.list + all.n, notes.list, notes.n * sizeof *all.list);
    all.n += notes.n;
    page->running = all;
}

static void find_notes(struct pdf *pdf, struct pdf_page *page)
{
    enum { RULES = 4000 }; /* of a page of text */
    for (size_t i = 0; i < page->rule_count && page->rule_count <= RULES; i++) {
        const struct pdf_box *line = &page->rules[i].box;
        if (!page->rules[i].vertical && parts_notes(page, line) && are_notes(page, line->y0)) {
            take_notes(pdf, page, line->y0);
            return;
        }
    }
}

void pdf_running_find(struct pdf *pdf)
{
    struct edge *edges = arena_alloc(pdf->arena, (pdf->page_count + 1) * sizeof *edges);
    for (size_t p = 0; p < pdf->page_count; p++)
        look(pdf, &pdf->pages[p], &edges[p]);
    for (size_t p = 0; p < pdf->page_count; p++) {
        struct pdf_page *page = &pdf->pages[p];
        struct pdf_line *list = arena_alloc(pdf->arena, (page->running.n + 2 * EDGE_LINES) *
                                                            sizeof *page->running.list);
        if (page->running.n > 0)
            memcpy(list, page->running.list, page->running.n * sizeof *list);
        page->running.list = list;
        for (size_t i = 0; i < edges[p].n; i++) {
            const struct candidate *c = &edges[p].list[i];
            if (!is_running(pdf, edges, p, c))
                continue;
            page->running.list[page->running.n++] = *c->line;
            for (size_t w = 0; w < c->line->n; w++)
                ((struct pdf_word *)c->line->words[w])->used = true;
        }
        find_notes(pdf, page);
    }
}
