/* pdf_column_cut.c - see pdf_column_cut.h. */
#include "read/pdf_column_cut.h"

#include <math.h>
#include <stdlib.h>

static const float APART = 0.5F;   /* em: what is closer stands at one height */
static const float LARGER = 1.08F; /* times the size of the text */
static const float GAP = 1.35F;    /* times the pitch: more than between two lines of a paragraph */

struct cutter {
    const struct pdf_piece *list;
    size_t n;
    float x;          /* of the gutter */
    float right[2];   /* where the left column ends, and the right one */
    float pitch, em;  /* from line to line; of most lines */
    size_t *above[2]; /* [side][i]: the last piece of a side before piece i; n: none */
    size_t *below[2]; /* the first one from piece i on */
};

static int by_value(const void *a, const void *b)
{
    float x = *(const float *)a, y = *(const float *)b;
    return x < y ? -1 : x > y;
}

static int side_of(const struct cutter *c, size_t i)
{
    return c->list[i].box.x0 < c->x ? 0 : 1;
}

static float height(const struct cutter *c, size_t i)
{
    return c->list[i].y;
}

/* Fills in what stands above and below every piece. */
static void look_around(struct cutter *c, struct arena *arena)
{
    size_t last[2] = { c->n, c->n }, next[2] = { c->n, c->n };
    for (int s = 0; s < 2; s++) {
        c->above[s] = arena_alloc(arena, (c->n + 1) * sizeof *c->above[s]);
        c->below[s] = arena_alloc(arena, (c->n + 1) * sizeof *c->below[s]);
    }
    for (size_t i = 0; i < c->n; i++) {
        int s = side_of(c, i);
        c->above[0][i] = last[0];
        c->above[1][i] = last[1];
        last[s] = i;
        c->right[s] = fmaxf(c->right[s], c->list[i].box.x1);
    }
    for (size_t i = c->n; i-- > 0;) {
        next[side_of(c, i)] = i;
        c->below[0][i] = next[0];
        c->below[1][i] = next[1];
    }
}

/* Breaks off within a sentence, for lack of room. */
static bool is_unfinished(const struct cutter *c, size_t i)
{
    const struct pdf_line *l = c->list[i].line;
    return l && !pdf_ends_sentence(l) && c->right[side_of(c, i)] - l->box.x1 < 2.5F * l->em;
}

static bool ends_text(const struct cutter *c, size_t i)
{
    return i < c->n && !is_unfinished(c, i);
}

static bool is_level(const struct cutter *c, size_t i, size_t k)
{
    return fabsf(height(c, i) - height(c, k)) < APART * c->list[i].line->em;
}

/* Most lines stand as far below each other as those of a paragraph do. */
static void measure(struct cutter *c, struct arena *arena)
{
    float *steps = arena_alloc(arena, (c->n + 1) * sizeof *steps);
    float *ems = arena_alloc(arena, (c->n + 1) * sizeof *ems);
    size_t n = 0, lines = 0;
    for (size_t i = 0; i < c->n; i++) {
        size_t above = c->above[side_of(c, i)][i];
        if (!c->list[i].line)
            continue;
        ems[lines++] = c->list[i].line->em;
        if (above < c->n && c->list[above].line && !is_level(c, i, above))
            steps[n++] = height(c, i) - height(c, above);
    }
    qsort(steps, n, sizeof *steps, by_value);
    qsort(ems, lines, sizeof *ems, by_value);
    c->pitch = n > 0 ? steps[n / 3] : 0;
    c->em = lines > 0 ? ems[lines / 2] : 0;
}

/* The last piece of the line that begins with piece i: its number may stand apart. */
static size_t line_end(const struct cutter *c, size_t i)
{
    while (i + 1 < c->n && side_of(c, i + 1) == side_of(c, i) && c->list[i + 1].line &&
           is_level(c, i, i + 1))
        i++;
    return i;
}

/* A line that begins as headings do, and is none of a paragraph. */
static bool is_heading(const struct cutter *c, size_t i)
{
    const struct pdf_line *l = c->list[i].line;
    if (!l || side_of(c, i) == 1 || !pdf_begins_item(l))
        return false;
    const struct pdf_line *end = c->list[line_end(c, i)].line;
    return !pdf_ends_sentence(end) &&
           (c->right[0] - end->box.x1 > 2 * l->em || end->em > LARGER * c->em);
}

static bool is_lesser(const struct cutter *c, size_t i)
{
    struct str text = c->list[i].line->words[0]->text;
    return str_starts(text, STR("（")) || (unsigned char)text.p[0] < 0x80;
}

/* A column may end with a lesser heading, and be a line longer than the other. */
static bool ends_column(const struct cutter *c, size_t i)
{
    size_t next = line_end(c, i) + 1;
    return is_lesser(c, i) && (next >= c->n || (is_heading(c, next) && !is_lesser(c, next)));
}

/* Do only headings follow on the left? */
static bool is_last(const struct cutter *c, size_t i)
{
    for (size_t k = i; k < c->n; k = line_end(c, k) + 1)
        if (!is_heading(c, k))
            return false;
    return true;
}

/* Is there a hole on the right that lines on the left, the heading among them, stand beside? */
static bool has_hole(const struct cutter *c, size_t i)
{
    size_t above = c->above[1][i], below = c->below[1][i], beside = 0;
    float em = c->list[i].line->em;
    if (above == c->n || height(c, i) - height(c, above) < APART * em)
        return false;
    if (below == c->n)
        return is_last(c, i);
    for (size_t k = above + 1; k < below; k = c->list[k].line ? line_end(c, k) + 1 : k + 1)
        beside += height(c, k) - height(c, above) > APART * em &&
                  height(c, below) - height(c, k) > APART * em;
    return height(c, below) - height(c, i) > APART * em &&
           height(c, below) - height(c, above) > ((float)beside + 0.7F) * c->pitch;
}

static bool is_across(const struct cutter *c, size_t i)
{
    return is_heading(c, i) && !ends_column(c, i) && has_hole(c, i) && ends_text(c, c->above[1][i]);
}

/* Before piece i, both columns have a gap at one height: their paragraphs may end together. */
static bool has_gap(const struct cutter *c, size_t i)
{
    size_t above[2] = { c->above[0][i], c->above[1][i] };
    size_t below[2] = { c->below[0][i], c->below[1][i] };
    if (above[0] == c->n || above[1] == c->n || (below[0] == c->n && below[1] == c->n))
        return false;
    for (int s = 0; s < 2; s++)
        if (below[s] < c->n && height(c, below[s]) - height(c, above[s]) < GAP * c->pitch)
            return false;
    return height(c, i) - fmaxf(height(c, above[0]), height(c, above[1])) > GAP * c->pitch;
}

/* Are paragraphs set in columns one by one? Then what breaks off on the left goes on on the right,
 * and the right one ends what is said. */
static bool are_single(const struct cutter *c)
{
    size_t single = 0, others = 0;
    for (size_t i = 1; i < c->n; i++) {
        if (!has_gap(c, i))
            continue;
        bool ended = ends_text(c, c->above[1][i]);
        single += ended && is_unfinished(c, c->above[0][i]);
        others += !ended;
    }
    return single > others;
}

size_t pdf_column_cut(struct arena *arena, const struct pdf_piece *list, size_t n, float x,
                      size_t *cuts)
{
    struct cutter c = { .list = list, .n = n, .x = x };
    size_t parts = 0, behind = 0; /* behind: the first piece behind a heading */
    look_around(&c, arena);
    measure(&c, arena);
    bool single = c.pitch > 0 && are_single(&c);
    cuts[parts++] = 0;
    for (size_t i = 1; i < n && c.pitch > 0; i++) {
        bool across = is_across(&c, i);
        if (across || i == behind || (single && has_gap(&c, i) && ends_text(&c, c.above[1][i])))
            cuts[parts++] = i;
        if (across)
            behind = line_end(&c, i) + 1;
    }
    return parts;
}
