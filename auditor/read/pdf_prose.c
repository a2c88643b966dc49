/* pdf_prose.c - see pdf_prose.h. */
#include "read/pdf_prose.h"

#include <math.h>
#include <stdlib.h>

static const float LONG = 0.45F; /* of the width there is: a line that may tell the margins */

static float middle(const struct pdf_line *l)
{
    return (l->box.y0 + l->box.y1) / 2;
}

static int by_value(const void *a, const void *b)
{
    float x = *(const float *)a, y = *(const float *)b;
    return x < y ? -1 : x > y;
}

/* Of the places where many long lines begin (or end), the one farthest out. */
static float edge(float *list, size_t n, bool right, float rough, float fallback)
{
    if (n > 0)
        qsort(list, n, sizeof *list, by_value);
    for (size_t k = 0; k < n; k++) {
        size_t i = right ? n - 1 - k : k, many = 0;
        for (size_t j = i; many < n && j < n && fabsf(list[j] - list[i]) < rough;
             j = right ? j - 1 : j + 1)
            many++;
        if (many * 6 >= n && (many > 1 || n == 1))
            return list[i];
    }
    return n > 0 ? list[right ? n - 1 : 0] : fallback;
}

static bool is_one_of(uint32_t c, const char *marks)
{
    struct str list = str_of(marks);
    for (size_t i = 0; i < list.n;)
        if (str_next(list, &i) == c)
            return true;
    return false;
}

/* Marks that never begin a line, and those that never end one. */
static bool closes(uint32_t c)
{
    return is_one_of(c, "、。，；：！？．）》〉〕】」』］”’%)]},.;:!?%‰℃…");
}

static bool opens(uint32_t c)
{
    return is_one_of(c, "（《〈〔【「『［“‘([{");
}

/* Where the line's text ends, a mark that may hang over the margin left out. */
static float text_end(const struct pdf_line *l)
{
    struct str t = l->words[l->n - 1]->text;
    size_t i = t.n;
    while (i > 0 && ((unsigned char)t.p[--i] & 0xC0) == 0x80)
        ;
    return l->box.x1 - (closes(str_next(t, &i)) ? l->em : 0);
}

/* The size of most characters. */
static float body_em(struct arena *arena, const struct pdf_prose_line *lines, size_t n)
{
    float *list = arena_alloc(arena, (n + 1) * sizeof *list);
    size_t count = 0;
    for (size_t i = 0; i < n; i++)
        if (lines[i].line->box.x1 - lines[i].line->box.x0 >= LONG * lines[i].width)
            list[count++] = lines[i].line->em;
    qsort(list, count, sizeof *list, by_value);
    return count > 0 ? list[count / 2] : 0;
}

static size_t begin_at(const struct pdf_prose_line *lines, size_t n, float x, float slack)
{
    size_t found = 0;
    for (size_t i = 0; i < n; i++)
        found += fabsf(lines[i].line->box.x0 - x) < slack;
    return found;
}

void pdf_prose_measure(struct pdf_prose *f, struct arena *arena, const struct pdf_prose_line *lines,
                       size_t count)
{
    float *x0 = arena_alloc(arena, (count + 1) * sizeof *x0), *x1, *pitch;
    x1 = arena_alloc(arena, (count + 1) * sizeof *x1);
    pitch = arena_alloc(arena, (count + 1) * sizeof *pitch);
    size_t n = 0, pitches = 0;
    for (size_t i = 0; i < count; i++) {
        const struct pdf_line *l = lines[i].line;
        if (l->box.x1 - l->box.x0 < LONG * lines[i].width)
            continue;
        x0[n] = l->box.x0;
        x1[n++] = text_end(l);
        if (i > 0 && lines[i - 1].where == lines[i].where)
            pitch[pitches++] = middle(l) - middle(lines[i - 1].line);
    }
    f->left = edge(x0, n, false, 5, 0);
    f->right = edge(x1, n, true, 16, 1e6F); /* a character or so may not have fitted */
    qsort(pitch, pitches, sizeof *pitch, by_value);
    f->pitch =
        pitches > 0 ? pitch[pitches / 5] : 0; /* others have a paragraph's end between them */
    f->em = body_em(arena, lines, count);
    if (begin_at(lines, count, f->left - 2 * f->em, 0.6F * f->em) >= 2)
        f->left -= 2 * f->em; /* all that is long begins a paragraph */
}

/* How much room the first characters of a line need that stay together, in em. */
static float unit(const struct pdf_line *l)
{
    float need = 0;
    bool latin = false, opened = false;
    for (size_t w = 0; w < l->n; w++) {
        struct str t = l->words[w]->text;
        if (w > 0 && pdf_blank_between(l->words[w - 1], l->words[w]))
            return need;
        for (size_t i = 0; i < t.n;) {
            uint32_t c = str_next(t, &i);
            bool narrow = c < 0x80;
            if (need > 0 && !closes(c) && !(latin && narrow) && !opened)
                return need;
            need += narrow ? 0.52F : 1;
            latin = narrow;
            opened = opens(c);
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

static bool centred(const struct pdf_prose *f, const struct pdf_line *l)
{
    float centre = (l->box.x0 + l->box.x1) / 2, middle_x = (f->left + f->right) / 2;
    return fabsf(centre - middle_x) < 0.8F * l->em;
}

/* In the middle, with room on both sides. */
static bool set_in(const struct pdf_prose *f, const struct pdf_line *l)
{
    return centred(f, l) && l->box.x0 > f->left + 2.5F * l->em;
}

/* Lines of one title: larger than the text, and in the middle, or the first one full. */
static bool titles(const struct pdf_prose *f, const struct pdf_line *a, const struct pdf_line *b)
{
    float ratio = a->em / b->em;
    bool left = fabsf(a->box.x0 - b->box.x0) < 0.5F * a->em && f->right - a->box.x1 < 2 * a->em;
    return a->em > 1.2F * f->em && ratio > 0.94F && ratio < 1.06F &&
           (left || (centred(f, a) && centred(f, b))) && middle(b) - middle(a) < 2 * a->em &&
           !pdf_begins_item(b);
}

/* How many more brackets the line opens than it closes. */
static int open_brackets(const struct pdf_line *l)
{
    int open = 0;
    for (size_t w = 0; w < l->n; w++)
        for (size_t i = 0; i < l->words[w]->text.n;) {
            uint32_t c = str_next(l->words[w]->text, &i);
            open += is_one_of(c, "（《〔【“(") - is_one_of(c, "）》〕】”)");
        }
    return open;
}

/* Does the line go on where the one before it ended? */
static bool goes_on(const struct pdf_prose *f, const struct pdf_prose_line *e)
{
    const struct pdf_prose_line *p = &f->before;
    if (!p->line)
        return false;
    const struct pdf_line *a = p->line, *b = e->line;
    float em = a->em;
    if (p->where == e->where && titles(f, a, b))
        return true;
    if (a->sure && b->sure && (b->em < 0.85F * em || b->em > 1.18F * em))
        return false;
    if (p->where == e->where && f->pitch > 0 && middle(b) - middle(a) > 1.17F * f->pitch &&
        middle(b) - middle(a) > f->pitch + 0.2F * em)
        return false;
    if (f->lines == 1 && (f->indent > f->left + 6 * em || set_in(f, a)))
        return false; /* begins far to the right: a signature, a title */
    bool begins_left = b->box.x0 <= f->left + 0.9F * em;
    bool hangs = fabsf(b->box.x0 - a->box.x0) < 0.5F * em && f->lines > 1;
    if (!begins_left && !hangs)
        return false;
    if (pdf_begins_item(b) && ends_sentence(a))
        return false;
    bool paragraph = f->indent < f->left + 2.6F * em && !pdf_begins_item(b);
    bool unfinished = !ends_sentence(a) && f->right - a->box.x1 < 0.3F * (f->right - f->left);
    if (paragraph && begins_left && (unfinished || f->brackets > 0))
        return true;
    return f->right - a->box.x1 < (unit(b) + 0.6F) * em;
}

/* Between two lines of a paragraph a blank stands for the line's end only in Latin text; addresses
 * and numbers go on. */
static bool blank_at_end(const struct pdf_line *a, const struct pdf_line *b)
{
    struct str x = a->words[a->n - 1]->text, y = b->words[0]->text;
    bool letters = (x.p[x.n - 1] | 0x20) >= 'a' && (x.p[x.n - 1] | 0x20) <= 'z' &&
                   (y.p[0] | 0x20) >= 'a' && (y.p[0] | 0x20) <= 'z';
    return letters && !str_has(x, "/") && !str_has(x, ".") && !str_has(x, "@");
}

void pdf_prose_write(struct pdf_prose *f, const struct pdf_prose_line *e)
{
    const struct pdf_line *l = e->line;
    bool joined = goes_on(f, e);
    if (!joined) {
        doc_build_break(f->build);
        f->indent = l->box.x0;
        f->lines = 0;
        f->brackets = 0;
    }
    f->brackets += open_brackets(l);
    doc_build_flags(f->build, !joined && set_in(f, l) ? DOC_CENTERED : 0);
    if (joined && blank_at_end(f->before.line, l))
        doc_build_text(f->build, STR(" "), l->words[0]->line);
    pdf_write_line(f->build, l);
    f->before = *e;
    f->lines++;
}

void pdf_prose_end(struct pdf_prose *f)
{
    doc_build_break(f->build);
    doc_build_flags(f->build, 0);
    f->before = (struct pdf_prose_line){ 0 };
}
