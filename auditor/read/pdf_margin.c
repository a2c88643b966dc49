/* pdf_margin.c - see pdf_margin.h. */
#include "read/pdf_margin.h"

#include <math.h>
#include <stdlib.h>

static const float LONG = 0.45F; /* of the width there is: a line that may tell the margins */

enum { FEW = 8 };

struct measure {
    const struct pdf_prose_line *lines;
    size_t n;
    struct pdf_margins *out;
    struct arena *arena;
};

static float middle(const struct pdf_line *l)
{
    return (l->box.y0 + l->box.y1) / 2;
}

static int by_value(const void *a, const void *b)
{
    float x = *(const float *)a, y = *(const float *)b;
    return x < y ? -1 : x > y;
}

/* Of the places where many long lines begin (or end), the one farthest out; where there are few
 * lines, each is one. */
static float edge(float *list, size_t n, bool right, float rough, float fallback)
{
    if (n > 0)
        qsort(list, n, sizeof *list, by_value);
    for (size_t k = 0; k < n; k++) {
        size_t i = right ? n - 1 - k : k, many = 0;
        for (size_t j = i; many < n && j < n && fabsf(list[j] - list[i]) < rough;
             j = right ? j - 1 : j + 1)
            many++;
        if (n < FEW || (many * 6 >= n && many > 1))
            return list[i];
    }
    return n > 0 ? list[right ? n - 1 : 0] : fallback;
}

static bool is_long(const struct pdf_prose_line *l)
{
    return l->line->box.x1 - l->line->box.x0 >= LONG * l->width;
}

/* The size of most characters. */
static float body_em(const struct measure *m)
{
    float *list = arena_alloc(m->arena, (m->n + 1) * sizeof *list);
    size_t count = 0;
    for (size_t i = 0; i < m->n; i++)
        if (is_long(&m->lines[i]))
            list[count++] = m->lines[i].line->em;
    qsort(list, count, sizeof *list, by_value);
    return count > 0 ? list[count / 2] : 0;
}

static bool is_body(const struct measure *m, const struct pdf_prose_line *l)
{
    float ratio = l->line->em / m->out->em;
    return !l->line->sure || (ratio > 0.88F && ratio < 1.13F);
}

/* Of two lines below each other that are both of the text: how far from each other; 0: they are
 * not. */
static float step(const struct measure *m, size_t i)
{
    const struct pdf_prose_line *a = &m->lines[i - 1], *b = &m->lines[i];
    if (a->where != b->where || !is_body(m, a) || !is_body(m, b))
        return 0;
    return fmaxf(0, middle(b->line) - middle(a->line));
}

static void measure_sides(struct measure *m)
{
    float *x0 = arena_alloc(m->arena, (m->n + 1) * sizeof *x0);
    float *x1 = arena_alloc(m->arena, (m->n + 1) * sizeof *x1);
    for (size_t i = 0; i < m->n; i++)
        if (is_long(&m->lines[i]) && is_body(m, &m->lines[i])) {
            x0[m->out->told] = m->lines[i].line->box.x0;
            x1[m->out->told++] = pdf_text_end(m->lines[i].line);
        }
    m->out->left = edge(x0, m->out->told, false, 5, 0);
    m->out->right = edge(x1, m->out->told, true, 16, 1e6F); /* a character may not have fitted */
}

/* Has it no room for more, and more to say? */
static bool breaks_off(const struct measure *m, const struct pdf_prose_line *l)
{
    return is_long(l) && m->out->right - l->line->box.x1 < 2 * m->out->em &&
           !pdf_ends_sentence(l->line);
}

/* Lines of a paragraph below each other tell it, and where there are few, the lower ones of all
 * distances: others have a paragraph's end between them. */
static void measure_pitch(struct measure *m)
{
    enum { ENOUGH = 3 };
    float *sure = arena_alloc(m->arena, (m->n + 1) * sizeof *sure);
    float *list = arena_alloc(m->arena, (m->n + 1) * sizeof *list), dy;
    size_t surely = 0, count = 0;
    for (size_t i = 1; i < m->n; i++) {
        if ((dy = step(m, i)) <= 0)
            continue;
        if (is_long(&m->lines[i]))
            list[count++] = dy;
        if (breaks_off(m, &m->lines[i - 1]) && !pdf_begins_item(m->lines[i].line))
            sure[surely++] = dy;
    }
    qsort(sure, surely, sizeof *sure, by_value);
    qsort(list, count, sizeof *list, by_value);
    m->out->pitch = count > 0 ? list[count / 5] : 0;
    if (surely >= ENOUGH || (surely > 0 && sure[surely / 2] < m->out->pitch))
        m->out->pitch = sure[surely / 2];
}

/* Lines that break off within a sentence tell whether lines are drawn out to the width. */
static void measure_ends(struct measure *m)
{
    enum { ENOUGH = 4 };
    static const float SAME = 0.1F; /* em */
    float *ends = arena_alloc(m->arena, (m->n + 1) * sizeof *ends);
    size_t count = 0, same = 0;
    for (size_t i = 0; i < m->n; i++)
        if (is_body(m, &m->lines[i]) && breaks_off(m, &m->lines[i]) &&
            pdf_text_end(m->lines[i].line) == m->lines[i].line->box.x1) /* marks may hang over */
            ends[count++] = m->lines[i].line->box.x1;
    qsort(ends, count, sizeof *ends, by_value);
    for (size_t i = 0; i < count; i++)
        same += fabsf(ends[i] - ends[count / 2]) < SAME * m->out->em;
    m->out->justified = count >= ENOUGH && same * 10 >= count * 9;
    if (m->out->justified)
        m->out->end = ends[count / 2];
}

/* Lines that go on with a full one above them that begins at `from`, and begin at x from there. */
static size_t count_behind(const struct measure *m, float from, float x)
{
    size_t found = 0;
    float em = m->out->em;
    for (size_t i = 1; i < m->n; i++) {
        const struct pdf_line *a = m->lines[i - 1].line, *b = m->lines[i].line;
        float dy = step(m, i);
        found += dy > 0 && dy < m->out->pitch + 0.3F * em && breaks_off(m, &m->lines[i - 1]) &&
                 fabsf(a->box.x0 - from) < 0.6F * em && fabsf(b->box.x0 - from - x) < 0.6F * em &&
                 !pdf_begins_item(b);
    }
    return found;
}

/* Where lines begin that go on with a full one and stand to the left of all that is long. */
static float find_left(const struct measure *m)
{
    float em = m->out->em, left = m->out->left;
    for (size_t i = 1; i < m->n; i++) {
        float x = m->lines[i].line->box.x0, dy = step(m, i);
        if (dy > 0 && dy < m->out->pitch + 0.3F * em && breaks_off(m, &m->lines[i - 1]) &&
            m->out->left - x > 0.9F * em && m->out->left - x < 4.5F * em &&
            !pdf_begins_item(m->lines[i].line))
            left = fminf(left, x);
    }
    return left;
}

/* All that is long may begin a paragraph; or paragraphs hang: all but their first line stands to
 * the right. */
static void measure_indent(struct measure *m)
{
    float em = m->out->em, left = m->out->left;
    size_t indented = count_behind(m, left + 2 * em, -2 * em), best = 0;
    for (int k = 1; k <= 4; k++) {
        size_t found = count_behind(m, left, (float)k * em);
        if (found > best && found > 1 && found > 2 * indented) {
            best = found;
            m->out->hang = (float)k * em;
        }
    }
    if (best == 0)
        m->out->left = find_left(m);
}

struct pdf_margins pdf_margin_measure(struct arena *arena, const struct pdf_prose_line *lines,
                                      size_t n)
{
    struct pdf_margins out = { 0 };
    struct measure m = { lines, n, &out, arena };
    out.em = body_em(&m);
    measure_sides(&m);
    measure_pitch(&m);
    measure_ends(&m);
    measure_indent(&m);
    return out;
}
