/* pdf_prose.c - see pdf_prose.h. */
#include "read/pdf_prose.h"

#include <math.h>

static float middle(const struct pdf_line *l)
{
    return (l->box.y0 + l->box.y1) / 2;
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
            if (need > 0 && !pdf_closes(c) && !(latin && narrow) && !opened)
                return need;
            need += narrow ? 0.52F : 1;
            latin = narrow;
            opened = pdf_opens(c);
        }
    }
    return need;
}

static bool centred(const struct pdf_margins *m, const struct pdf_line *l)
{
    float centre = (l->box.x0 + l->box.x1) / 2, middle_x = (m->left + m->right) / 2;
    return fabsf(centre - middle_x) < 0.8F * l->em;
}

/* In the middle, with room on both sides. */
static bool set_in(const struct pdf_margins *m, const struct pdf_line *l)
{
    return centred(m, l) && l->box.x0 > m->left + 2.5F * l->em;
}

static float letter_height(const struct pdf_line *l)
{
    for (size_t w = 0; w < l->n; w++)
        if (l->words[w]->wide)
            return l->words[w]->box.y1 - l->words[w]->box.y0;
    return l->box.y1 - l->box.y0;
}

/* Figures among the characters make a line seem larger than it is: then its height tells. */
static bool same_size(const struct pdf_line *a, const struct pdf_line *b)
{
    float em = a->em / b->em, height = letter_height(a) / letter_height(b);
    return (em > 0.94F && em < 1.06F) ||
           (em > 0.8F && em < 1.25F && height > 0.98F && height < 1.02F);
}

/* From a line that is full to its rest, in em. */
static const float FAR_REST = 3.2F;

/* Lines of one title: larger than the text, and in the middle, or the first one full; no farther from
 * each other than lines of the text are for their size, or as the rest of a full line may be. */
static bool titles(const struct pdf_margins *m, const struct pdf_line *a, const struct pdf_line *b)
{
    float most = fmaxf(2.4F * a->em, m->em > 0 ? 1.15F * m->pitch * a->em / m->em : 0);
    bool left = fabsf(a->box.x0 - b->box.x0) < 0.5F * a->em && m->right - a->box.x1 < 2 * a->em;
    bool both = centred(m, a) && centred(m, b);
    if (both && m->right - a->box.x1 < 2 * a->em && set_in(m, b) && !pdf_ends_sentence(a))
        most = fmaxf(most, FAR_REST * a->em);
    return a->em > 1.2F * m->em && same_size(a, b) && (left || both) &&
           middle(b) - middle(a) < most && !pdf_begins_item(b);
}

/* How many more brackets the line opens than it closes. */
static int open_brackets(const struct pdf_line *l)
{
    int open = 0;
    for (size_t w = 0; w < l->n; w++)
        for (size_t i = 0; i < l->words[w]->text.n;) {
            uint32_t c = str_next(l->words[w]->text, &i);
            open += pdf_is_one_of(c, "（《〔【“(") - pdf_is_one_of(c, "）》〕】”)");
        }
    return open;
}

/* Below what stands behind the number of an item that is set in: its number hangs. */
static bool hangs_below(const struct pdf_margins *m, const struct pdf_line *a, float x)
{
    static const float LEAST = 1.4F, MOST = 4.2F; /* em: a number's width */
    float off = (x - a->box.x0) / a->em;
    return pdf_begins_item(a) && a->box.x0 > m->left + 0.9F * a->em && off > LEAST && off < MOST;
}

/* May a line of the open paragraph begin where this one does? */
static bool begins_within(const struct pdf_prose *f, const struct pdf_prose_line *e)
{
    const struct pdf_margins *m = e->margins;
    float x = e->line->box.x0, em = f->before.line->em;
    if (f->lines > 1 && fabsf(x - f->before.line->box.x0) < 0.5F * em)
        return true;
    if (f->lines == 1 && hangs_below(m, f->before.line, x))
        return true;
    return m->hang > 0 ? fabsf(x - m->left - m->hang) < 0.6F * em : x <= m->left + 0.9F * em;
}

/* The next line's first characters had no room in it. Where full lines are drawn out to the width, one
 * that is not, and ends a sentence, is a paragraph's last. */
static bool is_full(const struct pdf_margins *m, const struct pdf_line *a, const struct pdf_line *b)
{
    if (m->justified && pdf_ends_sentence(a) && m->end - a->box.x1 > 0.3F * m->em)
        return false;
    return m->right - a->box.x1 < (unit(b) + 0.6F) * a->em;
}

/* Small print is not set as wide as the text: its own lines tell how far apart they are. */
static bool below_small_print(const struct pdf_prose *f, float dy)
{
    static const float SMALL = 0.85F, FAR = 1.4F; /* of the text's size, of its pitch */
    const struct pdf_line *a = f->before.line;
    return f->pitch > 0 && a->sure && a->em < SMALL * f->before.margins->em &&
           dy > FAR * f->pitch && dy > f->pitch + 0.5F * a->em;
}

static bool far_below(const struct pdf_prose *f, const struct pdf_prose_line *e)
{
    const struct pdf_line *a = f->before.line;
    float pitch = f->before.margins->pitch, dy = middle(e->line) - middle(a);
    bool ended = pdf_ends_sentence(a) && a->sure && e->line->sure;
    if (f->before.where == e->where && below_small_print(f, dy))
        return true;
    return f->before.where == e->where && pitch > 0 && dy > (ended ? 1.06F : 1.17F) * pitch &&
           dy > pitch + (ended ? 0.1F : 0.2F) * a->em;
}

/* A label of a byline, its value on the next line: no sentence ends there. */
static bool ends_open(const struct pdf_line *l)
{
    struct str t = l->words[l->n - 1]->text;
    return !pdf_ends_sentence(l) || str_ends(t, STR("：")) || str_ends(t, STR(":"));
}

/* The rest of what stands in the middle and fills a line. */
static bool centred_rest(const struct pdf_prose *f, const struct pdf_prose_line *e)
{
    const struct pdf_margins *m = e->margins;
    const struct pdf_line *a = f->before.line, *b = e->line;
    return f->lines == 1 && f->before.where == e->where && f->indent < 2.6F * a->em &&
           set_in(m, b) && is_full(m, a, b) && ends_open(a) && !pdf_begins_item(b);
}

/* Begins so far to the right that nothing below it goes on with it: a signature, a title. */
static bool stands_alone(const struct pdf_prose *f, const struct pdf_margins *m)
{
    enum { FEW = 8 }; /* lines that told the margins: they may be elsewhere */
    float most = m->told < FEW ? 3.2F : 6;
    return f->lines == 1 && (f->indent > most * f->before.line->em || set_in(m, f->before.line));
}

/* Set in letters of another size. A line that is drawn out to its width seems to have wider ones, and
 * none higher; one of characters and figures tells its size only roughly, so there its height has to
 * say the same. */
static bool other_size(const struct pdf_line *a, const struct pdf_line *b)
{
    float em = b->em / a->em, height = letter_height(b) / letter_height(a);
    if (a->sure && b->sure)
        return (em < 0.85F || em > 1.18F) && (height < 0.95F || height > 1.05F);
    height = (b->box.y1 - b->box.y0) / (a->box.y1 - a->box.y0);
    return (em < 0.8F && height < 0.85F) || (em > 1.25F && height > 1.18F);
}

bool pdf_prose_goes_on(const struct pdf_prose *f, const struct pdf_prose_line *e)
{
    const struct pdf_prose_line *p = &f->before;
    if (!p->line)
        return false;
    const struct pdf_margins *m = p->margins;
    const struct pdf_line *a = p->line, *b = e->line;
    float em = a->em;
    if (p->where == e->where && titles(m, a, b))
        return true;
    if (other_size(a, b) || far_below(f, e))
        return false;
    if (centred_rest(f, e))
        return true;
    if (stands_alone(f, m))
        return false;
    if (!begins_within(f, e) || (pdf_begins_item(b) && pdf_ends_sentence(a)))
        return false;
    bool paragraph = f->indent < 2.6F * em && !pdf_begins_item(b);
    bool unfinished = !pdf_ends_sentence(a) && m->right - a->box.x1 < 0.3F * (m->right - m->left);
    bool left = m->hang > 0 || b->box.x0 <= e->margins->left + 0.9F * em;
    if (paragraph && left && (unfinished || f->brackets > 0))
        return true;
    return is_full(m, a, b);
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
    bool joined = pdf_prose_goes_on(f, e);
    if (!joined) {
        doc_build_break(f->build);
        f->indent = l->box.x0 - e->margins->left;
        f->lines = 0;
        f->brackets = 0;
        f->pitch = 0;
    } else if (f->lines == 1 && f->before.where == e->where) {
        f->pitch = middle(l) - middle(f->before.line);
    }
    f->brackets += open_brackets(l);
    doc_build_flags(f->build, !joined && set_in(e->margins, l) ? DOC_CENTERED : 0);
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
