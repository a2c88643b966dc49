/* pdf_bare_level.c - what stands at one height, and whether a table has it; see pdf_bare.h. */
#include <math.h>

#include "read/pdf_bare.h"

enum { COLUMNS = 3 /* values of a row that tell the columns of its table */ };

static const float BORDER = 4; /* em that a header reaches farther to the left than its figures */

static float width(const struct pdf_line *l)
{
    return l->box.x1 - l->box.x0;
}

/* Between two lines that are near: a row. */
static bool in_row(const struct pdf_scroll *s, const struct pdf_level *l)
{
    static const float NEAR = 3.5F; /* em */
    struct pdf_box box = { s->atoms[l->first].line->box.x0, l->y - NEAR * l->em,
                           s->atoms[l->end - 1].line->box.x1, l->y };
    if (pdf_bare_rules(s, &box) == 0)
        return false;
    box.y0 = l->y;
    box.y1 = l->y + NEAR * l->em;
    return pdf_bare_rules(s, &box) > 0;
}

static void judge_level(const struct pdf_scroll *s, struct pdf_level *l)
{
    const struct pdf_atom *atoms = s->atoms;
    size_t values = 0, texts = 0, behind = 0;
    float covered = 0;
    for (size_t i = l->first; i < l->end; i++) {
        covered += width(atoms[i].line);
        values += atoms[i].value;
        texts += !atoms[i].value && values == 0;
        behind += !atoms[i].value && values > 0;
    }
    float all = atoms[l->end - 1].line->box.x1 - atoms[l->first].line->box.x0;
    l->prose = all > 18 * l->em && covered > 0.8F * all && !in_row(s, l);
    l->seed = !l->prose && behind == 0 && ((values > 0 && texts > 0) || values >= 3);
}

static bool left_of(const struct pdf_scroll *s, size_t level, float x)
{
    const struct pdf_level *l = &s->levels[level];
    return !l->prose && !s->atoms[l->first].value && s->atoms[l->first].line->box.x1 <= x;
}

/* Values alone, with a label of an even number of lines: half of them above, half below. */
static bool between_labels(const struct pdf_scroll *s, size_t i)
{
    const struct pdf_level *l = &s->levels[i];
    for (size_t k = l->first; k < l->end; k++)
        if (!s->atoms[k].value)
            return false;
    float x = s->atoms[l->first].line->box.x0;
    return l->y - l[-1].y < 1.1F * l->em && l[1].y - l->y < 1.1F * l->em && left_of(s, i - 1, x) &&
           left_of(s, i + 1, x);
}

/* A long label of several lines, with its row's figures at a height between two of them; lines of
 * running text are not as near to what stands beside them. */
static bool is_label(const struct pdf_scroll *s, const struct pdf_level *l,
                     const struct pdf_level *near)
{
    const struct pdf_atom *last = &s->atoms[near->end - 1];
    return near->seed && last->value && l->end - l->first == 1 &&
           fabsf(near->y - l->y) < 1.1F * l->em &&
           last->line->box.x0 > s->atoms[l->first].line->box.x1;
}

static void find_labels(struct pdf_scroll *s)
{
    for (size_t i = 0; i < s->level_count; i++) {
        struct pdf_level *l = &s->levels[i];
        if (l->prose &&
            ((i > 0 && is_label(s, l, l - 1)) || (i + 1 < s->level_count && is_label(s, l, l + 1))))
            l->prose = false;
    }
}

/* The first of the values that a level ends with; its end: there are none. */
static size_t first_value(const struct pdf_scroll *s, const struct pdf_level *l)
{
    size_t i = l->end;
    while (i > l->first && s->atoms[i - 1].value)
        i--;
    return i;
}

/* Does every value stand above or below one of the other level? */
static bool same_columns(const struct pdf_scroll *s, const struct pdf_level *a,
                         const struct pdf_level *b)
{
    size_t i = first_value(s, a), k = first_value(s, b), same = 0, n = a->end - i;
    if (n < COLUMNS || n != b->end - k)
        return false;
    for (; i < a->end; i++, k++) {
        const struct pdf_box *x = &s->atoms[i].line->box, *y = &s->atoms[k].line->box;
        same += fminf(x->x1, y->x1) > fmaxf(x->x0, y->x0);
    }
    return same == n;
}

/* Between two rows of the same columns that are near stands what is left of the columns. */
static void find_inside(struct pdf_scroll *s, size_t a, size_t b)
{
    static const float NEAR = 20; /* em */
    struct pdf_level *x = &s->levels[a], *y = &s->levels[b];
    if (y->y - x->y > NEAR * x->em || !same_columns(s, x, y))
        return;
    float left =
        fminf(s->atoms[first_value(s, x)].line->box.x0, s->atoms[first_value(s, y)].line->box.x0);
    for (size_t i = a + 1; i < b; i++)
        if (s->atoms[s->levels[i].end - 1].line->box.x1 > left + 0.5F * x->em)
            return;
    for (size_t i = a + 1; i < b; i++)
        s->levels[i].inside = true;
}

/* Are there columns below whose border no text of the level crosses? Then it is a line of their
 * header, however full it is. */
static bool above_columns(const struct pdf_scroll *s, const struct pdf_level *l,
                          const struct pdf_level *row)
{
    size_t v = first_value(s, row), right = 0;
    if (row->end - v < COLUMNS || l->end - l->first < 2)
        return false;
    float border = s->atoms[v].line->box.x0, end = s->atoms[row->end - 1].line->box.x1;
    for (size_t i = l->first; i < l->end; i++) {
        const struct pdf_line *x = s->atoms[i].line;
        if ((x->box.x0 < border - BORDER * l->em && x->box.x1 > border + 0.5F * l->em) ||
            x->box.x0 > end + BORDER * l->em || x->box.x1 - x->box.x0 > 18 * l->em)
            if (x->box.x1 > border)
                return false;
        right += x->box.x1 > border;
    }
    return right > 0;
}

/* Two texts that begin, end or have their middles below each other. */
static bool aligned(const struct pdf_line *a, const struct pdf_line *b)
{
    float slack = 0.5F * a->em;
    return fabsf(a->box.x0 - b->box.x0) < slack || fabsf(a->box.x1 - b->box.x1) < slack ||
           fabsf(a->box.x0 + a->box.x1 - b->box.x0 - b->box.x1) < 2 * slack;
}

/* As many texts as the row has, one above each. */
static bool heads_row(const struct pdf_scroll *s, const struct pdf_level *l,
                      const struct pdf_level *row)
{
    size_t n = l->end - l->first;
    if (n < 2 || n != row->end - row->first)
        return false;
    for (size_t i = 0; i < n; i++)
        if (!aligned(s->atoms[l->first + i].line, s->atoms[row->first + i].line))
            return false;
    return true;
}

/* A text where the values stand, behind the row's label. */
static bool right_of_labels(const struct pdf_scroll *s, const struct pdf_level *l,
                            const struct pdf_level *row)
{
    size_t v = first_value(s, row);
    float em = l->em, border = s->atoms[v].line->box.x0 - BORDER * em;
    return v > row->first && s->atoms[v - 1].line->box.x1 < border + 3 * em && !l->prose &&
           s->atoms[l->first].line->box.x0 > border;
}

/* A text where the labels stand. */
static bool left_of_values(const struct pdf_scroll *s, const struct pdf_level *l,
                           const struct pdf_level *row)
{
    size_t v = first_value(s, row);
    return v > row->first && !s->atoms[l->first].enumerated && l->end - l->first == 1 &&
           s->atoms[l->first].line->box.x1 < s->atoms[v].line->box.x0 + 0.3F * l->em;
}

/* From a row up: its header. Where there are many columns, it may have much room. */
static void find_header(struct pdf_scroll *s, size_t row)
{
    enum { MANY = 5 };
    static const float NEAR = 5, ROOMY = 16; /* em */
    const struct pdf_level *r = &s->levels[row];
    bool many = r->end - first_value(s, r) >= MANY;
    size_t top = row;
    for (size_t i = row; i-- > 0 && !s->levels[i].seed && !s->levels[i].framed;) {
        struct pdf_level *l = &s->levels[i];
        bool heads = heads_row(s, l, r);
        if (s->levels[top].y - l->y > (many || heads ? ROOMY : NEAR) * l->em)
            break;
        if (above_columns(s, l, r) || heads || (many && right_of_labels(s, l, r)))
            top = i;
        else if (!(many && left_of_values(s, l, r)) && !pdf_bare_belongs(s, i))
            break;
    }
    /* what stands alone between the rows above and the header belongs to the table as well */
    if (!many && top >= 2 && top < row && s->levels[top - 2].seed && pdf_bare_belongs(s, top - 1) &&
        s->levels[top].y - s->levels[top - 2].y < 1.5F * ROOMY * s->levels[top].em)
        s->levels[top - 1].inside = true;
    for (size_t i = top; i < row; i++)
        s->levels[i].inside = true;
}

static void find_headers(struct pdf_scroll *s)
{
    for (size_t i = s->level_count; i-- > 0;)
        if (s->levels[i].seed)
            find_header(s, i);
}

static void measure(struct pdf_scroll *s)
{
    for (size_t i = 0; i < s->level_count; i++) {
        struct pdf_level *l = &s->levels[i];
        l->y = s->atoms[l->first].y;
        for (size_t k = l->first; k < l->end; k++) {
            l->y = fminf(l->y, s->atoms[k].y);
            l->em = fmaxf(l->em, s->atoms[k].line->em);
        }
    }
}

void pdf_bare_levels(struct pdf_scroll *s)
{
    size_t seed = SIZE_MAX;
    measure(s);
    for (size_t i = 0; i < s->level_count; i++)
        judge_level(s, &s->levels[i]);
    find_labels(s);
    for (size_t i = 1; i + 1 < s->level_count; i++)
        s->levels[i].seed = s->levels[i].seed || between_labels(s, i);
    for (size_t i = 0; i < s->level_count; i++) {
        s->levels[i].framed = pdf_bare_frame_end(s, s->levels[i].page, s->levels[i].y) > 0;
        if (!s->levels[i].seed)
            continue;
        if (seed != SIZE_MAX)
            find_inside(s, seed, i);
        seed = i;
    }
    find_headers(s);
}

/* A line by itself that begins a chapter, with no values at the height of one of its lines. */
static bool is_heading(const struct pdf_scroll *s, size_t i)
{
    const struct pdf_level *l = &s->levels[i];
    size_t n_atoms = l->end - l->first;
    const struct pdf_line *number = s->atoms[l->first].line; /* a tab may stand behind it */
    bool apart = n_atoms == 2 && number->n == 1 && number->words[0]->glyphs <= 3 &&
                 !s->atoms[l->first + 1].value;
    if ((n_atoms != 1 && !apart) || !s->atoms[l->first].enumerated)
        return false;
    bool near_above = i > 0 && l[-1].seed && l->y - l[-1].y < 1.2F * l->em;
    bool near_below = i + 1 < s->level_count && l[1].seed && l[1].y - l->y < 1.2F * l->em;
    return !near_above && !near_below;
}

static bool ends_with_stop(const struct pdf_line *l)
{
    struct str t = l->words[l->n - 1]->text;
    return str_ends(t, STR("。")) || str_ends(t, STR("；")) || str_ends(t, STR("："));
}

bool pdf_bare_belongs(const struct pdf_scroll *s, size_t level)
{
    const struct pdf_level *l = &s->levels[level];
    if (l->framed || l->seed || l->inside)
        return !l->framed;
    bool stop = l->end - l->first == 1 && ends_with_stop(s->atoms[l->first].line);
    return !l->prose && !stop && !is_heading(s, level);
}
