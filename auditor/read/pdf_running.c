/* pdf_running.c - see pdf_running.h. */
#include "read/pdf_running.h"

#include <math.h>
#include <stdlib.h>

enum {
    EDGE_LINES = 3, /* lines of a page that may be header, or footer */
    MARKS = 100     /* words of its watermark */
};

static const float EDGE = 0.13F; /* of the page's height */
static const float SAME = 4;     /* points */
static const float LARGE = 2;    /* times the size of most letters: no text, but a watermark */

struct candidate {
    const struct pdf_line *line;
    struct str mask; /* its text without digits and blanks */
    bool number;     /* of a page */
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

static void add(struct edge *e, struct arena *arena, const struct pdf_line *line)
{
    if (is_row(line))
        return;
    struct candidate *c = &e->list[e->n++];
    c->line = line;
    c->mask = text_of(arena, line, false);
    c->number = is_page_number(text_of(arena, line, true));
}

/* The lines at the upper and lower edge of a page. */
static void look(struct pdf *pdf, struct pdf_page *page, struct edge *e)
{
    const struct pdf_word **words = arena_alloc(pdf->arena, (page->word_count + 1) * sizeof *words);
    size_t n = 0;
    for (size_t i = 0; i < page->word_count; i++)
        words[n++] = &page->words[i];
    struct pdf_lines lines = pdf_lines(pdf->arena, words, n, 0);
    for (size_t i = 0; i < lines.n && i < EDGE_LINES; i++)
        if (lines.list[i].box.y1 < EDGE * page->height)
            add(e, pdf->arena, &lines.list[i]);
    for (size_t i = lines.n; i-- > 0 && lines.n - i <= EDGE_LINES;)
        if (lines.list[i].box.y0 > (1 - EDGE) * page->height)
            add(e, pdf->arena, &lines.list[i]);
}

static bool alike(const struct candidate *a, const struct candidate *b)
{
    return str_eq(a->mask, b->mask) && fabsf(a->line->box.y0 - b->line->box.y0) < SAME;
}

static bool repeated(const struct edge *edges, size_t pages, size_t page, const struct candidate *c)
{
    size_t times = 0, near = page < 4 ? 0 : page - 4; /* a chapter has its own header */
    for (size_t p = near; p < pages && p <= page + 4; p++)
        for (size_t i = 0; i < edges[p].n; i++)
            times += p != page && alike(&edges[p].list[i], c);
    return times >= (pages > 3 ? 2 : 1);
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

static bool outermost(const struct edge *e, size_t i, const struct pdf_page *page)
{
    const struct pdf_box *b = &e->list[i].line->box;
    bool lower = b->y0 > page->height / 2;
    for (size_t k = 0; k < page->word_count; k++) {
        const struct pdf_box *w = &page->words[k].box;
        if (lower ? w->y0 > b->y1 : w->y1 < b->y0)
            return false;
    }
    return true;
}

static int by_em(const void *a, const void *b)
{
    float x = *(const float *)a, y = *(const float *)b;
    return x < y ? -1 : x > y;
}

/* The size of most words. */
static float usual_em(struct pdf *pdf)
{
    size_t n = 0, most = 1;
    for (size_t p = 0; p < pdf->page_count; p++)
        most += pdf->pages[p].word_count;
    float *list = arena_alloc(pdf->arena, most * sizeof *list);
    for (size_t p = 0; p < pdf->page_count; p++)
        for (size_t i = 0; i < pdf->pages[p].word_count; i++)
            list[n++] = pdf->pages[p].words[i].em;
    qsort(list, n, sizeof *list, by_em);
    return n > 0 ? list[n / 2] : 0;
}

static bool has_word(const struct pdf_page *page, const struct pdf_word *word)
{
    for (size_t i = 0; i < page->word_count; i++) {
        const struct pdf_word *w = &page->words[i];
        if (str_eq(w->text, word->text) && fabsf(w->box.x0 - word->box.x0) < SAME / 2 &&
            fabsf(w->box.y0 - word->box.y0) < SAME / 2)
            return true;
    }
    return false;
}

/* Large letters that the page before or the next one has at the very same place: a watermark. */
static void take_watermark(struct pdf *pdf, size_t p, float large)
{
    struct pdf_page *page = &pdf->pages[p];
    for (size_t i = 0; i < page->word_count && page->running.n < 2 * EDGE_LINES + MARKS; i++) {
        struct pdf_word *w = &page->words[i];
        const struct pdf_word **one = NULL;
        if (w->used || w->em < large ||
            !((p > 0 && has_word(page - 1, w)) ||
              (p + 1 < pdf->page_count && has_word(page + 1, w))))
            continue;
        one = arena_alloc(pdf->arena, sizeof *one);
        *one = w;
        page->running.list[page->running.n++] =
            (struct pdf_line){ .box = w->box, .em = w->em, .words = one, .n = 1 };
        w->used = true;
    }
}

void pdf_running_find(struct pdf *pdf)
{
    struct edge *edges = arena_alloc(pdf->arena, (pdf->page_count + 1) * sizeof *edges);
    for (size_t p = 0; p < pdf->page_count; p++)
        look(pdf, &pdf->pages[p], &edges[p]);
    for (size_t p = 0; p < pdf->page_count; p++) {
        struct pdf_page *page = &pdf->pages[p];
        page->running.list =
            arena_alloc(pdf->arena, (2 * EDGE_LINES + MARKS) * sizeof *page->running.list);
        for (size_t i = 0; i < edges[p].n; i++) {
            const struct candidate *c = &edges[p].list[i];
            bool again = repeated(edges, pdf->page_count, p, c);
            if (in_table(page, c->line) || !(again || (c->number && outermost(&edges[p], i, page))))
                continue;
            page->running.list[page->running.n++] = *c->line;
            for (size_t w = 0; w < c->line->n; w++)
                ((struct pdf_word *)c->line->words[w])->used = true;
        }
    }
    float large = LARGE * usual_em(pdf);
    for (size_t p = 0; pdf->page_count > 1 && p < pdf->page_count; p++)
        take_watermark(pdf, p, large);
}
