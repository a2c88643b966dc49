/* pdf_ink.c - see pdf_ink.h. */
#include "read/pdf_ink.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

enum { DARK = 140, TILE = 4, WHITE = 255, MOST = 20000 };

/* A number of the head of a PGM; comments and blanks before it are passed over. */
static size_t head_number(struct str s, size_t *at)
{
    size_t value = 0;
    while (*at < s.n && (s.p[*at] < '0' || s.p[*at] > '9')) {
        if (s.p[*at] == '#')
            while (*at < s.n && s.p[*at] != '\n')
                ++*at;
        ++*at;
    }
    for (; *at < s.n && s.p[*at] >= '0' && s.p[*at] <= '9' && value < 100000; ++*at)
        value = value * 10 + (size_t)(s.p[*at] - '0');
    return value;
}

bool pdf_ink_open(struct pdf_ink *ink, struct strbuf *pgm)
{
    struct str s = strbuf_view(pgm);
    size_t at = 2;
    if (!str_starts(s, STR("P5")))
        return false;
    ink->width = head_number(s, &at);
    ink->height = head_number(s, &at);
    size_t most = head_number(s, &at);
    ink->pixels = (unsigned char *)pgm->p + at + 1;
    return most == 255 && ink->width > 0 && ink->height > 0 && at < s.n &&
           s.n - at - 1 == ink->width * ink->height;
}

static void add(struct pdf_ink_list *out, struct pdf_ink_box box)
{
    if (out->n >= MOST)
        return;
    out->list = mem_grow(out->list, out->n, &out->cap, sizeof *out->list);
    out->list[out->n++] = box;
}

static bool dark(const struct pdf_ink *ink, size_t x, size_t y)
{
    return ink->pixels[y * ink->width + x] < DARK;
}

/* Runs of black along rows, or along columns. */
static void find_runs(const struct pdf_ink *ink, bool vertical, size_t shortest,
                      struct pdf_ink_list *out)
{
    size_t across = vertical ? ink->width : ink->height;
    size_t along = vertical ? ink->height : ink->width;
    for (size_t a = 0; a < across; a++)
        for (size_t from = 0, b = 0; b <= along; b++) {
            if (b < along && (vertical ? dark(ink, a, b) : dark(ink, b, a)))
                continue;
            if (b - from >= shortest)
                add(out, vertical ? (struct pdf_ink_box){ a, from, a + 1, b, true }
                                  : (struct pdf_ink_box){ from, a, b, a + 1, false });
            from = b + 1;
        }
}

/* With a seam of one pixel: lines fade at their edges. */
static void erase(struct pdf_ink *ink, const struct pdf_ink_box *line)
{
    size_t x0 = line->vertical && line->x0 > 0 ? line->x0 - 1 : line->x0;
    size_t y0 = !line->vertical && line->y0 > 0 ? line->y0 - 1 : line->y0;
    size_t x1 = line->vertical && line->x1 < ink->width ? line->x1 + 1 : line->x1;
    size_t y1 = !line->vertical && line->y1 < ink->height ? line->y1 + 1 : line->y1;
    for (size_t y = y0; y < y1; y++)
        memset(ink->pixels + y * ink->width + x0, WHITE, x1 - x0);
}

void pdf_ink_lines(struct pdf_ink *ink, size_t shortest, struct pdf_ink_list *out)
{
    find_runs(ink, false, shortest, out);
    find_runs(ink, true, shortest, out);
    for (size_t i = 0; i < out->n; i++)
        erase(ink, &out->list[i]);
}

struct tiles {
    unsigned char *black;
    size_t width, height;
    size_t *stack;
};

static struct tiles make_tiles(const struct pdf_ink *ink)
{
    struct tiles t = { .width = ink->width / TILE + 1, .height = ink->height / TILE + 1 };
    t.black = mem_zero(t.width * t.height, 1);
    t.stack = mem_zero(t.width * t.height, sizeof *t.stack);
    for (size_t y = 0; y < ink->height; y++)
        for (size_t x = 0; x < ink->width; x++)
            t.black[y / TILE * t.width + x / TILE] |= dark(ink, x, y);
    return t;
}

/* All tiles that hang together with one; they become white. */
static struct pdf_ink_box spread(struct tiles *t, size_t first)
{
    struct pdf_ink_box box = { first % t->width, first / t->width, 0, 0, false };
    size_t n = 0;
    t->black[first] = 0;
    t->stack[n++] = first;
    while (n > 0) {
        size_t at = t->stack[--n], x = at % t->width, y = at / t->width;
        box.x0 = x < box.x0 ? x : box.x0;
        box.x1 = x + 1 > box.x1 ? x + 1 : box.x1;
        box.y1 = y + 1 > box.y1 ? y + 1 : box.y1;
        const size_t beside[] = { x > 0 ? at - 1 : at, x + 1 < t->width ? at + 1 : at,
                                  y > 0 ? at - t->width : at,
                                  y + 1 < t->height ? at + t->width : at };
        for (size_t i = 0; i < 4; i++)
            if (t->black[beside[i]]) {
                t->black[beside[i]] = 0;
                t->stack[n++] = beside[i];
            }
    }
    return box;
}

void pdf_ink_marks(const struct pdf_ink *ink, size_t height, struct pdf_ink_list *out)
{
    struct tiles t = make_tiles(ink);
    for (size_t i = 0; i < t.width * t.height; i++) {
        if (!t.black[i])
            continue;
        struct pdf_ink_box box = spread(&t, i);
        if ((box.y1 - box.y0) * TILE >= height)
            add(out, (struct pdf_ink_box){ box.x0 * TILE, box.y0 * TILE, box.x1 * TILE,
                                           box.y1 * TILE, false });
    }
    free(t.black);
    free(t.stack);
}

void pdf_ink_free(struct pdf_ink_list *list)
{
    free(list->list);
    *list = (struct pdf_ink_list){ 0 };
}
