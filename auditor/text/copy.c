/* copy.c - a report reduced to its own letters, and its marks; see copy.h. */
#include "text/copy.h"

#include <stdlib.h>

#include "base/mem.h"
#include "text/words.h"

/* Set in a mark of three figures, clear in the others. */
static const uint32_t FIGURE_MARK = UINT32_C(1) << 31;

static void push(struct copy_text *text, uint32_t c, uint32_t at, uint16_t section)
{
    text->letters = mem_grow(text->letters, text->n, &text->cap, sizeof *text->letters);
    text->letters[text->n++] = (struct copy_letter){ .c = c, .at = at, .section = section };
}

/* Digits, and Chinese numerals with what joins them: "1,234.5", "三百二十". */
static size_t figure(struct str s)
{
    static struct words digits =
        WORDS("0 1 2 3 4 5 6 7 8 9 〇 零 一 二 三 四 五 六 七 八 九 十 百 千 万 亿 两");
    size_t n = 0;
    for (;;) {
        size_t step = words_start_of(&digits, str_sub(s, n, s.n));
        if (step == 0 && n > 0 && (s.p[n - 1] >= '0' && s.p[n - 1] <= '9'))
            step = words_starts(str_sub(s, n, s.n), ", . % ‰");
        if (step == 0)
            return n;
        n += step;
    }
}

/* The value of a figure that says something of this agency alone; 0. */
static uint32_t telling(struct str figure, struct str behind)
{
    uint64_t value = 0;
    for (size_t i = 0; i < figure.n; i++) {
        char c = figure.p[i];
        if (c >= '0' && c <= '9' && value < UINT32_MAX)
            value = value * 10 + (uint64_t)(c - '0');
        else if (c != ',' && c != '.' && c != '%')
            return 0; /* in Chinese numerals: mostly small, or part of a name */
    }
    bool year = value >= 1990 && value <= 2100;
    bool hotline = value == 12345 || value == 12315 || value == 12388 || value == 110;
    if (value < 10 || value > UINT32_MAX || year || hotline ||
        words_starts(behind, "日 月 号 个工作日 天 年 时 点"))
        return 0;
    return (uint32_t)value;
}

static size_t name_at(struct str s, const struct str *names, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (names[i].n && str_starts(s, names[i]))
            return names[i].n;
    return 0;
}

/* A title in 《》; 0 when it is not closed within a sane length. */
static size_t book_title(struct str s)
{
    enum { TITLE_BYTES = 300 };
    if (!str_starts(s, STR("《")))
        return 0;
    size_t end = str_find(str_sub(s, 0, TITLE_BYTES), STR("》"));
    return end == SIZE_MAX ? 0 : end + strlen("》");
}

/* Letters are what carries meaning: Han, Latin, other scripts; punctuation is dropped. */
static bool meaningful(uint32_t c)
{
    if (c < 0x80)
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return c >= 0xC0 && !(c >= 0x2000 && c < 0x2E80) && !(c >= 0x3000 && c < 0x3040) && c < 0xE000;
}

void copy_add(struct copy_text *text, struct str words, uint32_t at, uint16_t section,
              const struct str *names, size_t name_count)
{
    for (size_t i = 0; i < words.n;) {
        struct str rest = str_sub(words, i, words.n);
        uint32_t where = at + (uint32_t)i;
        size_t n;
        if ((n = book_title(rest)) > 0) {
            push(text, 0x300A, where, section);
            i += n;
        } else if ((n = name_at(rest, names, name_count)) > 0) {
            push(text, 'N', where, section);
            i += n;
        } else if ((n = figure(rest)) > 0) {
            push(text, '0', where, section);
            text->letters[text->n - 1].figure =
                telling(str_sub(rest, 0, n), str_sub(rest, n, rest.n));
            i += n;
        } else {
            uint32_t c = str_next(words, &i);
            if (meaningful(c))
                push(text, c < 0x80 ? c | 0x20 : c, where, section);
        }
    }
}

void copy_break(struct copy_text *text)
{
    if (text->n && text->letters[text->n - 1].c != 0)
        push(text, 0, text->letters[text->n - 1].at, text->letters[text->n - 1].section);
}

void copy_text_free(struct copy_text *text)
{
    free(text->letters);
    *text = (struct copy_text){ 0 };
}

/* Spreads the bits of a sum of products over all of them. */
static uint32_t spread(uint64_t h)
{
    h ^= h >> 33;
    h *= UINT64_C(0xff51afd7ed558ccd);
    h ^= h >> 33;
    return (uint32_t)(h >> 16) & ~FIGURE_MARK;
}

/* Walks over the marks of a text: every run of COPY_RUN letters of one paragraph has a hash, and the
 * smallest of each window of COPY_WINDOW is a mark; of equals the last. */
struct walk {
    const struct copy_text *text;
    size_t next; /* letter to be read */
    size_t run;  /* letters of this paragraph read, at most COPY_RUN */
    uint64_t sum;
    uint32_t ring[COPY_WINDOW];
    size_t ring_at[COPY_WINDOW];
    size_t filled;
    size_t last; /* place of the mark given last; SIZE_MAX none */
};

static uint64_t power(void)
{
    uint64_t p = 1;
    for (int i = 0; i < COPY_RUN - 1; i++)
        p *= UINT64_C(1099511628211);
    return p;
}

static bool smallest(struct walk *w, uint32_t *mark, size_t *at)
{
    size_t best = 0;
    size_t n = w->filled < COPY_WINDOW ? w->filled : COPY_WINDOW;
    for (size_t k = 1; k < n; k++)
        if (w->ring[k] < w->ring[best] ||
            (w->ring[k] == w->ring[best] && w->ring_at[k] > w->ring_at[best]))
            best = k;
    if (n == 0 || w->ring_at[best] == w->last)
        return false;
    w->last = *at = w->ring_at[best];
    *mark = w->ring[best];
    return true;
}

/* A paragraph shorter than a window still has one mark, given at its end. */
static bool paragraph_end(struct walk *w, uint32_t *mark, size_t *at)
{
    bool given = w->filled > 0 && w->filled < COPY_WINDOW && smallest(w, mark, at);
    w->run = w->filled = 0;
    w->sum = 0;
    return given;
}

static bool next_mark(struct walk *w, uint64_t top, uint32_t *mark, size_t *at)
{
    while (w->next < w->text->n) {
        size_t i = w->next++;
        uint32_t c = w->text->letters[i].c;
        if (c == 0) {
            if (paragraph_end(w, mark, at))
                return true;
            continue;
        }
        if (w->run == COPY_RUN)
            w->sum -= (w->text->letters[i - COPY_RUN].c + 1) * top;
        else
            w->run++;
        w->sum = w->sum * UINT64_C(1099511628211) + c + 1;
        if (w->run < COPY_RUN)
            continue;
        size_t slot = w->filled++ % COPY_WINDOW;
        w->ring[slot] = spread(w->sum);
        w->ring_at[slot] = i + 1 - COPY_RUN;
        if (w->filled >= COPY_WINDOW && smallest(w, mark, at))
            return true;
    }
    return false;
}

int copy_by_mark(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a;
    uint32_t y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

struct mark_list {
    uint32_t *marks;
    size_t n, cap;
};

static void add_mark(struct mark_list *list, uint32_t mark)
{
    list->marks = mem_grow(list->marks, list->n, &list->cap, sizeof *list->marks);
    list->marks[list->n++] = mark;
}

/* Three telling figures in a row, of one paragraph, not all the same. */
static void mark_figures(struct mark_list *list, const struct copy_text *text)
{
    uint32_t last[3] = { 0 };
    for (size_t i = 0; i < text->n; i++) {
        if (text->letters[i].c == 0)
            memset(last, 0, sizeof last);
        if (text->letters[i].figure == 0)
            continue;
        last[0] = last[1];
        last[1] = last[2];
        last[2] = text->letters[i].figure;
        if (last[0] && (last[0] != last[1] || last[1] != last[2]))
            add_mark(list, spread(((uint64_t)last[0] * 1000003 + last[1]) * 1000003 + last[2]) |
                               FIGURE_MARK);
    }
}

void copy_marks(uint32_t **out, size_t *n, const struct copy_text *text)
{
    struct walk w = { .text = text, .last = SIZE_MAX };
    uint64_t top = power();
    struct mark_list list = { 0 };
    uint32_t mark;
    size_t at, kept = 0;
    while (next_mark(&w, top, &mark, &at))
        add_mark(&list, mark);
    mark_figures(&list, text);
    if (list.n)
        qsort(list.marks, list.n, sizeof *list.marks, copy_by_mark);
    for (size_t i = 0; i < list.n; i++)
        if (i == 0 || list.marks[i] != list.marks[i - 1])
            list.marks[kept++] = list.marks[i];
    *out = list.marks;
    *n = kept;
}

static void note_stock(struct copy_text *text, size_t from, size_t to)
{
    for (size_t i = from; i < to && i < text->n; i++)
        text->letters[i].stock = true;
}

void copy_set_aside(struct copy_text *text, const uint32_t *stock, size_t stock_count)
{
    struct walk w = { .text = text, .last = SIZE_MAX };
    uint64_t top = power();
    uint32_t mark;
    size_t at, covered = SIZE_MAX; /* end of the stock that the mark before gave */
    while (stock_count && next_mark(&w, top, &mark, &at)) {
        if (bsearch(&mark, stock, stock_count, sizeof mark, copy_by_mark) == NULL) {
            covered = SIZE_MAX;
            continue;
        }
        note_stock(text, covered < at ? covered : at, at + COPY_RUN);
        covered = at + COPY_RUN;
    }
}

size_t copy_own(const struct copy_text *text)
{
    size_t own = 0;
    for (size_t i = 0; i < text->n; i++)
        own += text->letters[i].c != 0 && !text->letters[i].stock;
    return own;
}
