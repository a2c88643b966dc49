/*
 * pdf_struck.c - text with a line through it was deleted: a Word file that is printed with its tracked
 * changes shows it so. It is no part of the text, as in the Word file; see pdf_page.h.
 */
#include <math.h>

#include "read/pdf_page.h"

/* em: of a word's middle, where such a line lies, and no line under it; of its ends and a character's edge */
static const float MIDDLE = 0.3F, EDGE = 0.3F;

struct stroke {
    struct pdf_page *page;
    const struct pdf_box *line;
    size_t first, end; /* words near its height */
};

static float middle(const struct pdf_word *w)
{
    return (w->box.y0 + w->box.y1) / 2;
}

static bool crosses(const struct pdf_box *line, const struct pdf_word *w)
{
    float shared = fminf(line->x1, w->box.x1) - fmaxf(line->x0, w->box.x0);
    return !w->used && w->text.n > 0 && fabsf(line->y0 - middle(w)) < MIDDLE * w->em &&
           shared > EDGE * w->em;
}

/* Words are sorted by their height. */
static void find_near(struct stroke *s)
{
    enum { WORDS = 1000 };
    static const float NEAR = 30; /* points */
    size_t low = 0, high = s->page->word_count;
    while (low < high) {
        size_t mid = (low + high) / 2;
        if (middle(&s->page->words[mid]) < s->line->y0 - NEAR)
            low = mid + 1;
        else
            high = mid;
    }
    for (s->first = s->end = low; s->end < s->page->word_count && s->end - low < WORDS &&
                                  middle(&s->page->words[s->end]) < s->line->y0 + NEAR;)
        s->end++;
}

/* The edge between two characters, or of a word, that is nearest to x: where it is, and how many bytes
 * lie before it. */
static size_t edge_at(const struct pdf_word *w, float x, float *at)
{
    size_t best = 0;
    float here = w->box.x0;
    *at = here;
    for (size_t i = 0; i < w->text.n;) {
        here += pdf_glyph(str_next(w->text, &i)) * w->em;
        if (fabsf(here - x) < fabsf(*at - x)) {
            *at = here;
            best = i;
        }
    }
    return best;
}

static bool ends_at_edge(const struct stroke *s, float x)
{
    for (size_t i = s->first; i < s->end; i++) {
        const struct pdf_word *w = &s->page->words[i];
        float at;
        if (!crosses(s->line, w))
            continue;
        (void)edge_at(w, x, &at);
        if (fabsf(at - x) < EDGE * w->em)
            return true;
    }
    return false;
}

static struct pdf_word part_of(const struct pdf_word *w, size_t from, size_t end)
{
    struct pdf_word part = *w;
    float before = 0, glyphs = 0;
    for (size_t i = 0; i < end;) {
        bool within = i >= from;
        float glyph = pdf_glyph(str_next(w->text, &i));
        before += within ? 0 : glyph;
        glyphs += within ? glyph : 0;
    }
    part.text = str_sub(w->text, from, end - from);
    part.glyphs = glyphs;
    part.box.x0 = w->box.x0 + before * w->em;
    part.box.x1 = part.box.x0 + glyphs * w->em;
    return part;
}

/* What is left of a word stays; `more` gets what stands behind the line. */
static void strike(const struct pdf_box *line, struct pdf_word *w, struct pdf_word *more)
{
    float at;
    size_t from = edge_at(w, line->x0, &at), end = edge_at(w, line->x1, &at), all = w->text.n;
    struct pdf_word head = part_of(w, 0, from), tail = part_of(w, end, all);
    *w = from > 0 ? head : tail;
    *more = from > 0 ? tail : part_of(w, w->text.n, w->text.n);
}

static void add_words(struct pdf *pdf, struct pdf_page *page, const struct pdf_word *more, size_t n)
{
    struct pdf_word *all = arena_alloc(pdf->arena, (page->word_count + n + 1) * sizeof *all);
    size_t kept = 0;
    for (size_t i = 0; i < page->word_count; i++)
        if (page->words[i].text.n > 0)
            all[kept++] = page->words[i];
    for (size_t i = 0; i < n; i++)
        if (more[i].text.n > 0)
            all[kept++] = more[i];
    page->words = all;
    page->word_count = kept;
}

static size_t strike_page(struct pdf *pdf, struct pdf_page *page, uint32_t *line)
{
    enum { MOST = 2000 }; /* words that are parted */
    struct pdf_word *more = arena_alloc(pdf->arena, MOST * sizeof *more);
    size_t n = 0, kept = 0, struck = 0;
    for (size_t r = 0; r < page->rule_count; r++) {
        struct stroke s = { .page = page, .line = &page->rules[r].box };
        bool is_stroke = !page->rules[r].vertical;
        if (is_stroke)
            find_near(&s);
        is_stroke = is_stroke && ends_at_edge(&s, s.line->x0) && ends_at_edge(&s, s.line->x1);
        for (size_t i = s.first; is_stroke && i < s.end && n < MOST; i++)
            if (crosses(s.line, &page->words[i])) {
                *line = struck++ == 0 && *line == 0 ? page->words[i].line : *line;
                strike(s.line, &page->words[i], &more[n++]);
            }
        if (!is_stroke)
            page->rules[kept++] = page->rules[r];
    }
    page->rule_count = kept;
    if (struck > 0)
        add_words(pdf, page, more, n);
    return struck;
}

void pdf_struck(struct pdf *pdf, struct doc_build *b)
{
    enum { RULES = 4000 }; /* of one page: beyond it they are no strokes of a pen */
    uint32_t line = 0;
    size_t struck = 0;
    for (size_t p = 0; p < pdf->page_count; p++)
        if (pdf->pages[p].rule_count <= RULES)
            struck += strike_page(pdf, &pdf->pages[p], &line);
    if (struck == 0)
        return;
    doc_build_notice(b, DOC_NOTICE_DELETED, (uint32_t)struck, line);
    pdf_number_lines(pdf);
}
