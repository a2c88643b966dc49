/* pdf_line.c - words into lines; see pdf_page.h. */
#include <math.h>
#include <stdlib.h>

#include "read/pdf_page.h"
#include "text/numeral.h"

/* Two words stand in one line when their middles are closer than this, in em. */
static const float LEVEL = 0.5F;

static float middle(const struct pdf_box *b)
{
    return (b->y0 + b->y1) / 2;
}

static int by_height(const void *a, const void *b)
{
    const struct pdf_word *x = a, *y = b;
    float p = middle(&x->box), q = middle(&y->box);
    if (p != q)
        return p < q ? -1 : 1;
    if (x->box.x0 != y->box.x0)
        return x->box.x0 < y->box.x0 ? -1 : 1;
    return str_cmp(x->text, y->text);
}

/* A point or a comma by itself, maybe of another font: it is much narrower than half an em. */
static bool is_mark(const struct pdf_word *w)
{
    return w->glyphs < 1 && !w->number;
}

/* Beside each other, and at one height? */
static bool level(const struct pdf_word *a, float y, const struct pdf_word *b)
{
    float em = is_mark(a) == is_mark(b) ? fminf(a->em, b->em) : is_mark(a) ? b->em : a->em;
    return fabsf(y - middle(&b->box)) <= LEVEL * em;
}

void pdf_number_lines(struct pdf *pdf)
{
    uint32_t line = 0;
    for (size_t p = 0; p < pdf->page_count; p++) {
        struct pdf_page *page = &pdf->pages[p];
        const struct pdf_word *first = NULL;
        page->line = line + 1;
        qsort(page->words, page->word_count, sizeof *page->words, by_height);
        for (size_t i = 0; i < page->word_count; i++) {
            struct pdf_word *w = &page->words[i];
            if (first == NULL || !level(first, middle(&first->box), w)) {
                first = w;
                line++;
            }
            w->line = line;
        }
    }
}

static int by_pointer_height(const void *a, const void *b)
{
    return by_height(*(const struct pdf_word *const *)a, *(const struct pdf_word *const *)b);
}

static int by_left(const void *a, const void *b)
{
    const struct pdf_word *x = *(const struct pdf_word *const *)a;
    const struct pdf_word *y = *(const struct pdf_word *const *)b;
    if (x->box.x0 != y->box.x0)
        return x->box.x0 < y->box.x0 ? -1 : 1;
    return by_height(x, y);
}

static void add_line(struct pdf_lines *lines, const struct pdf_word **words, size_t n)
{
    struct pdf_line line = { .box = words[0]->box, .words = words, .n = n };
    float width[2] = { 0, 0 }, glyphs[2] = { 0, 0 }; /* of Chinese words, of all */
    for (size_t i = 0; i < n; i++) {
        const struct pdf_word *w = words[i];
        line.box.x0 = fminf(line.box.x0, w->box.x0);
        line.box.y0 = fminf(line.box.y0, w->box.y0);
        line.box.x1 = fmaxf(line.box.x1, w->box.x1);
        line.box.y1 = fmaxf(line.box.y1, w->box.y1);
        for (int k = w->wide ? 0 : 1; k < 2; k++) {
            width[k] += w->box.x1 - w->box.x0;
            glyphs[k] += w->glyphs;
        }
    }
    line.sure = glyphs[0] > 0; /* Latin letters have many widths */
    line.em = line.sure ? width[0] / glyphs[0] : width[1] / glyphs[1];
    lines->list[lines->n++] = line;
}

/* Words of one height, sorted from the left, into lines parted by gaps. */
static void part(struct pdf_lines *lines, const struct pdf_word **words, size_t n, float gap)
{
    size_t from = 0;
    for (size_t i = 1; i <= n; i++) {
        bool ends = i == n;
        if (!ends && gap > 0) {
            float em = fminf(words[i - 1]->em, words[i]->em);
            ends = words[i]->box.x0 - words[i - 1]->box.x1 > gap * em;
        }
        if (ends) {
            add_line(lines, words + from, i - from);
            from = i;
        }
    }
}

struct pdf_lines pdf_lines(struct arena *arena, const struct pdf_word **words, size_t n, float gap)
{
    struct pdf_lines lines = { .list = arena_alloc(arena, (n + 1) * sizeof *lines.list) };
    if (n > 1)
        qsort(words, n, sizeof *words, by_pointer_height);
    for (size_t from = 0; from < n;) {
        float sum = middle(&words[from]->box); /* the height drifts with mixed fonts */
        size_t end = from + 1, letter = from;
        while (end < n && level(words[is_mark(words[end]) ? letter : end - 1],
                                sum / (float)(end - from), words[end])) {
            letter = is_mark(words[end]) ? letter : end; /* the bars of a menu lie all as low */
            sum += middle(&words[end++]->box);
        }
        qsort(words + from, end - from, sizeof *words, by_left);
        part(&lines, words + from, end - from, gap);
        from = end;
    }
    return lines;
}

static bool is_latin(struct str text, bool last)
{
    unsigned char c = (unsigned char)text.p[last ? text.n - 1 : 0];
    return c < 0x80 && c != '(' && c != ')' && c != ',' && c != ':';
}

bool pdf_blank_between(const struct pdf_word *a, const struct pdf_word *b)
{
    float gap = b->box.x0 - a->box.x1, em = fminf(a->em, b->em);
    bool latin = is_latin(a->text, true) && is_latin(b->text, false);
    return gap > (latin ? 0.12F : 0.45F) * em;
}

/* "3." or "12、" at the start. */
static bool arabic_item(struct str text)
{
    size_t i = 0;
    while (i < text.n && i < 3 && text.p[i] >= '0' && text.p[i] <= '9')
        i++;
    struct str rest = str_sub(text, i, text.n);
    return i > 0 &&
           (str_starts(rest, STR("、")) || str_starts(rest, STR("．")) ||
            (str_starts(rest, STR(".")) && !(rest.n > 1 && rest.p[1] >= '0' && rest.p[1] <= '9')));
}

/* (2023年) and (2023) are no items. */
static bool short_number(struct str text, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (text.p[i] < '0' || text.p[i] > '9')
            return false;
    return n < 3;
}

bool pdf_enumerated(struct str text)
{
    static const char *const opens[] = { "（", "(", "" };
    static const char *const closes[] = { "）", ")", "、" };
    for (size_t k = 0; k < 3; k++) {
        if (!str_starts(text, str_of(opens[k])))
            continue;
        struct str inner = str_sub(text, strlen(opens[k]), 18);
        size_t end = SIZE_MAX;
        for (size_t c = k < 2 ? 0 : 2; c < (k < 2 ? 2U : 3U) && end == SIZE_MAX; c++)
            end = str_find(inner, str_of(closes[c]));
        return (end != SIZE_MAX && end > 0 && end <= 9 &&
                (numeral_ordinal(str_sub(inner, 0, end)) > 0 || short_number(inner, end))) ||
               (k == 2 && arabic_item(text));
    }
    return false;
}

/* The number may be in words of its own: digits and brackets often have another font. */
bool pdf_begins_item(const struct pdf_line *line)
{
    char text[32];
    size_t n = 0;
    for (size_t i = 0; i < line->n && n < sizeof text; i++) {
        struct str t = line->words[i]->text;
        size_t take = t.n < sizeof text - n ? t.n : sizeof text - n;
        memcpy(text + n, t.p, take);
        n += take;
    }
    return pdf_enumerated((struct str){ text, n });
}

bool pdf_is_one_of(uint32_t c, const char *marks)
{
    struct str list = str_of(marks);
    for (size_t i = 0; i < list.n;)
        if (str_next(list, &i) == c)
            return true;
    return false;
}

/* Marks that never begin a line, and those that never end one. */
bool pdf_closes(uint32_t c)
{
    return pdf_is_one_of(c, "、。，；：！？．）》〉〕】」』］”’%)]},.;:!?%‰℃…");
}

bool pdf_opens(uint32_t c)
{
    return pdf_is_one_of(c, "（《〈〔【「『［“‘([{");
}

/* Where the line's text ends, a mark that may hang over the margin left out. */
float pdf_text_end(const struct pdf_line *l)
{
    struct str t = l->words[l->n - 1]->text;
    size_t i = t.n;
    while (i > 0 && ((unsigned char)t.p[--i] & 0xC0) == 0x80)
        ;
    return l->box.x1 - (pdf_closes(str_next(t, &i)) ? l->em : 0);
}

bool pdf_ends_sentence(const struct pdf_line *l)
{
    static const char *const ends[] = { "。", "；", "：", ":", ";", "！", "？" };
    struct str t = l->words[l->n - 1]->text;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (str_ends(t, str_of(ends[i])))
            return true;
    return false;
}
