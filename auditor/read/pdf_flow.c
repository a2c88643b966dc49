/*
 * pdf_flow.c - what stands between the tables: lines become paragraphs again; see pdf_page.h.
 *
 * A line goes on with the next one when the next one's first characters had no room left in it.
 */
#include <math.h>
#include <stdlib.h>

#include "read/pdf_page.h"
#include "read/pdf_running.h"

struct element { /* a line or a table */
    const struct pdf_page *page;
    const struct pdf_line *line;
    const struct pdf_table *table;
    float y;
};

struct flow {
    struct doc_build *build;
    struct pdf *pdf;
    struct element *list;
    size_t n;
    float left, right;            /* of the text, on most pages */
    float pitch;                  /* from line to line of a paragraph */
    const struct element *before; /* the line that the open paragraph ends with */
    float indent;                 /* where its first line begins */
    size_t lines;                 /* of the open paragraph */
};

static float middle(const struct pdf_line *l)
{
    return (l->box.y0 + l->box.y1) / 2;
}

static int by_y(const void *a, const void *b)
{
    const struct element *x = a, *y = b;
    if (x->y != y->y)
        return x->y < y->y ? -1 : 1;
    float p = x->line ? x->line->box.x0 : 0, q = y->line ? y->line->box.x0 : 0;
    return p < q ? -1 : p > q;
}

static void add_page(struct flow *f, const struct pdf_page *page)
{
    struct arena *arena = f->pdf->arena;
    const struct pdf_word **words = arena_alloc(arena, (page->word_count + 1) * sizeof *words);
    size_t n = 0, first = f->n;
    for (size_t i = 0; i < page->word_count; i++)
        if (!page->words[i].used)
            words[n++] = &page->words[i];
    struct pdf_lines lines = pdf_lines(arena, words, n, 0);
    for (size_t i = 0; i < lines.n; i++)
        f->list[f->n++] =
            (struct element){ .page = page, .line = &lines.list[i], .y = middle(&lines.list[i]) };
    for (size_t i = 0; i < page->table_count; i++)
        f->list[f->n++] = (struct element){ .page = page,
                                            .table = &page->tables[i],
                                            .y = page->tables[i].box.y0 };
    qsort(f->list + first, f->n - first, sizeof *f->list, by_y);
}

static int by_value(const void *a, const void *b)
{
    float x = *(const float *)a, y = *(const float *)b;
    return x < y ? -1 : x > y;
}

/* The share-th part of the values in order. */
static float quantile(float *list, size_t n, float part, float fallback)
{
    if (n == 0)
        return fallback;
    qsort(list, n, sizeof *list, by_value);
    return list[(size_t)((float)(n - 1) * part)];
}

/* Where running text ends: of the places where many long lines end, the one farthest right. */
static float right_edge(float *list, size_t n)
{
    static const float ROUGH = 16; /* points: a character or so may not have fitted */
    if (n > 0)
        qsort(list, n, sizeof *list, by_value);
    for (size_t i = n; i-- > 0;) {
        size_t many = 0;
        while (many <= i && list[i - many] > list[i] - ROUGH)
            many++;
        if (many * 6 >= n && many >= 2)
            return list[i];
    }
    return n > 0 ? list[n - 1] : 1e6F;
}

/* Where lines of running text begin and end, and how far they lie from each other. */
static void measure(struct flow *f)
{
    struct arena *arena = f->pdf->arena;
    float *x0 = arena_alloc(arena, (f->n + 1) * sizeof *x0), *x1, *pitch;
    x1 = arena_alloc(arena, (f->n + 1) * sizeof *x1);
    pitch = arena_alloc(arena, (f->n + 1) * sizeof *pitch);
    size_t n = 0, pitches = 0;
    for (size_t i = 0; i < f->n; i++) {
        const struct pdf_line *l = f->list[i].line;
        if (!l || l->box.x1 - l->box.x0 < 0.45F * f->list[i].page->width)
            continue;
        x0[n] = l->box.x0;
        x1[n++] = l->box.x1;
        if (i > 0 && f->list[i - 1].line && f->list[i - 1].page == f->list[i].page)
            pitch[pitches++] = middle(l) - middle(f->list[i - 1].line);
    }
    f->left = quantile(x0, n, 0.1F, 0);
    f->right = right_edge(x1, n);
    f->pitch = quantile(pitch, pitches, 0.5F, 0);
}

static bool closes(uint32_t c)
{
    return c == 0x3001 || c == 0x3002 || c == 0xFF0C || c == 0xFF1B || c == 0xFF1A || c == 0xFF09 ||
           c == 0x300B || c == 0x201D || c == 0xFF01 || c == 0xFF1F || c == 0xFF0E || c == '%' ||
           c == ')' || c == ',' || c == '.' || c == ';' || c == ':';
}

/* How much room the first characters of a line need that stay together, in em. */
static float unit(const struct pdf_line *l)
{
    float need = 0;
    bool latin = false;
    for (size_t w = 0; w < l->n; w++) {
        struct str t = l->words[w]->text;
        if (w > 0 && pdf_blank_between(l->words[w - 1], l->words[w]))
            return need;
        for (size_t i = 0; i < t.n;) {
            uint32_t c = str_next(t, &i);
            bool narrow = c < 0x80;
            bool opens = c == 0xFF08 || c == 0x300A || c == 0x201C || c == '(';
            if (need > 0 && !closes(c) && !(latin && narrow))
                return need;
            need += narrow ? 0.52F : 1;
            latin = narrow || opens;
        }
    }
    return need;
}

static bool ends_sentence(const struct pdf_line *l)
{
    static const char *const ends[] = { "。", "；", "：", ":", ";", "！", "？" };
    struct str t = l->words[l->n - 1]->text;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (str_ends(t, str_of(ends[i])))
            return true;
    return false;
}

/* Does the line go on where the one before it ended? */
static bool goes_on(const struct flow *f, const struct element *e)
{
    const struct element *p = f->before;
    if (!p)
        return false;
    const struct pdf_line *a = p->line, *b = e->line;
    float em = a->em;
    if (b->em < 0.85F * em || b->em > 1.18F * em)
        return false;
    if (p->page == e->page && f->pitch > 0 && middle(b) - middle(a) > 1.3F * f->pitch &&
        middle(b) - middle(a) > 1.6F * em)
        return false;
    if (f->indent > f->left + 6 * em && f->lines == 1)
        return false; /* begins far to the right: a signature, a title */
    bool begins_left = b->box.x0 <= f->left + 0.9F * em;
    bool hangs = fabsf(b->box.x0 - a->box.x0) < 0.5F * em && f->lines > 1;
    if (!begins_left && !hangs)
        return false;
    if (pdf_enumerated(b->words[0]->text) && ends_sentence(a))
        return false;
    return f->right - a->box.x1 < (unit(b) + 0.6F) * em;
}

static void write_line(struct flow *f, const struct element *e)
{
    const struct pdf_line *l = e->line;
    bool joined = goes_on(f, e);
    float centre = (l->box.x0 + l->box.x1) / 2, middle_x = (f->left + f->right) / 2;
    bool centred = fabsf(centre - middle_x) < l->em && l->box.x0 > f->left + 2.5F * l->em;
    if (!joined) {
        doc_build_break(f->build);
        f->indent = l->box.x0;
        f->lines = 0;
    }
    doc_build_flags(f->build, centred && !joined ? DOC_CENTERED : 0);
    if (joined) {
        const struct pdf_line *a = f->before->line;
        const struct pdf_word *last = a->words[a->n - 1], *first = l->words[0];
        unsigned char x = (unsigned char)last->text.p[last->text.n - 1];
        unsigned char y = (unsigned char)first->text.p[0];
        if (x < 0x80 && y < 0x80 && !(last->number && first->number))
            doc_build_text(f->build, STR(" "), first->line);
    }
    pdf_write_line(f->build, l);
    f->before = e;
    f->lines++;
}

static void write_table(struct flow *f, const struct element *e)
{
    doc_build_break(f->build);
    doc_build_flags(f->build, 0);
    pdf_write_table(f->build, e->table, f->pdf->arena);
    f->before = NULL;
}

/* Headers, footers and page numbers: at the end, set apart. */
static void write_running(struct flow *f)
{
    doc_build_break(f->build);
    doc_build_flags(f->build, DOC_CHROME);
    for (size_t p = 0; p < f->pdf->page_count; p++) {
        const struct pdf_page *page = &f->pdf->pages[p];
        for (size_t i = 0; i < page->running.n; i++) {
            pdf_write_line(f->build, &page->running.list[i]);
            doc_build_break(f->build);
        }
    }
    doc_build_flags(f->build, 0);
}

void pdf_flow(struct pdf *pdf, struct doc_build *b)
{
    struct flow f = { .build = b, .pdf = pdf };
    size_t most = 0;
    for (size_t p = 0; p < pdf->page_count; p++)
        most += pdf->pages[p].word_count + pdf->pages[p].table_count;
    f.list = arena_alloc(pdf->arena, (most + 1) * sizeof *f.list);
    for (size_t p = 0; p < pdf->page_count; p++)
        add_page(&f, &pdf->pages[p]);
    measure(&f);
    for (size_t i = 0; i < f.n; i++) {
        if (f.list[i].table)
            write_table(&f, &f.list[i]);
        else
            write_line(&f, &f.list[i]);
    }
    write_running(&f);
}
