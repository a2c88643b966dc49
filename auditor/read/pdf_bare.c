/* pdf_bare.c - tables without ruled lines, by the places of their words; see pdf_bare.h. */
#include "read/pdf_bare.h"

#include <math.h>

static const float FAR = 4; /* em between two lines of a table, at most */

/* From one seed: up, not beyond *first, and down as far as the table may reach. */
static void reach(const struct pdf_scroll *s, size_t seed, size_t *first, size_t *end)
{
    const struct pdf_level *levels = s->levels;
    size_t last = seed, down = seed, top = *first;
    *first = seed;
    while (*first > top && pdf_bare_belongs(s, *first - 1) &&
           (levels[*first - 1].inside ||
            levels[*first].y - levels[*first - 1].y < FAR * levels[*first].em))
        --*first;
    while (down + 1 < s->level_count && pdf_bare_belongs(s, down + 1) &&
           (levels[down + 1].inside || (levels[down].inside && levels[down + 1].seed) ||
            levels[down + 1].y - levels[down].y < FAR * levels[down].em)) {
        down++;
        if (levels[down].seed)
            last = down;
    }
    *end = last + 1; /* behind the last row only what is left of its label */
    while (*end <= down && levels[*end].y - levels[*end - 1].y < 1.9F * levels[*end].em &&
           levels[*end].y - levels[last].y < 4 * levels[last].em)
        ++*end;
}

static bool convincing(const struct pdf_scroll *s, size_t first, size_t end, size_t seed)
{
    const struct pdf_level *levels = s->levels;
    size_t seeds = 0;
    for (size_t i = first; i < end; i++)
        seeds += levels[i].seed;
    bool header = seed > first && levels[seed - 1].end - levels[seed - 1].first >= 2;
    bool many = levels[seed].end - levels[seed].first >= 5;
    return seeds >= 2 || header || many;
}

/* The table stands on the page that it begins on. */
static void use_words(struct pdf_cell *c)
{
    for (size_t k = 0; k < c->n; k++)
        ((struct pdf_word *)c->words[k])->used = true;
    for (const struct pdf_cell *rest = c->rest; rest; rest = rest->rest)
        for (size_t k = 0; k < rest->n; k++)
            ((struct pdf_word *)rest->words[k])->used = true;
}

static void add_table(struct pdf_scroll *s, size_t first, size_t end)
{
    struct pdf_table t = { 0 };
    struct pdf_atom *atoms = &s->atoms[s->levels[first].first];
    struct pdf_page *page = &s->pdf->pages[atoms->page];
    if (page->table_count == PDF_TABLES ||
        !pdf_bare_grid(s, atoms, s->levels[end - 1].end - s->levels[first].first, &t))
        return;
    for (size_t i = 0; i < t.n; i++)
        use_words(&t.cells[i]);
    t.line = pdf_table_line(&t);
    page->tables[page->table_count++] = t;
}

void pdf_bare(struct pdf *pdf)
{
    struct pdf_scroll *s = &(struct pdf_scroll){ 0 };
    size_t behind = 0, end; /* behind: the last table */
    pdf_bare_unroll(s, pdf);
    pdf_bare_levels(s);
    for (size_t i = 0; i < s->level_count; i = end) {
        size_t first = behind;
        const struct pdf_level *l = &s->levels[i];
        end = i + 1;
        if (l->framed) {
            float frame = pdf_bare_frame_end(s, l->page, l->y);
            while (end < s->level_count && s->levels[end].y < frame)
                end++;
            add_table(s, i, end);
            behind = end;
            continue;
        }
        if (!l->seed)
            continue;
        reach(s, i, &first, &end);
        behind = end;
        if (convincing(s, first, end, i))
            add_table(s, first, end);
    }
}
