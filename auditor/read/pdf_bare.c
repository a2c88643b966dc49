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

/* Do texts above the row stand above its label and above its last figure? */
static bool has_header(const struct pdf_scroll *s, size_t first, size_t seed)
{
    const struct pdf_level *row = &s->levels[seed];
    bool label = false, figure = false;
    for (size_t i = s->levels[first].first; i < row->first; i++) {
        const struct pdf_line *l = s->atoms[i].line;
        const struct pdf_line *a = s->atoms[row->first].line, *b = s->atoms[row->end - 1].line;
        float middle = l->box.x0 + l->box.x1;
        label = label || fabsf(l->box.x0 - a->box.x0) < 0.3F * l->em ||
                fabsf(middle - a->box.x0 - a->box.x1) < 0.6F * l->em;
        figure = figure ||
                 (l->box.x0 > a->box.x1 && (fabsf(l->box.x0 - b->box.x0) < 0.3F * l->em ||
                                            fabsf(middle - b->box.x0 - b->box.x1) < 0.6F * l->em));
    }
    return label && figure;
}

static bool convincing(const struct pdf_scroll *s, size_t first, size_t end, size_t seed)
{
    const struct pdf_level *levels = s->levels;
    size_t seeds = 0;
    for (size_t i = first; i < end; i++)
        seeds += levels[i].seed;
    bool header = seed > first && levels[seed - 1].end - levels[seed - 1].first >= 2;
    bool many = levels[seed].end - levels[seed].first >= 5;
    return seeds >= 2 || header || many || has_header(s, first, seed);
}

static void use_words(struct pdf_cell *c)
{
    for (const struct pdf_cell *part = c; part; part = part->rest)
        for (size_t k = 0; k < part->n; k++) {
            const struct pdf_word *w = part->words[k];
            ((struct pdf_word *)w)->used = true;
            if (w->whole)
                ((struct pdf_word *)w->whole)->used = true;
        }
}

/* The table stands on the page that it begins on. */
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
