/* align_label.c - what a label of the stream is to a table, and whether its wording is in order. */
#include "base/mem.h"
#include "recognise/align.h"
#include "recognise/label.h"

enum { ORDINAL = 15 };

/* Words without a meaning of their own; their coming and going changes no label. */
static const char *const PARTICLES[] = {
    "的", "之", "和", "与", "及", "或", "等", "度", "类", "了"
};

const struct word_use *align_use(const struct alignment *a, const struct item *item,
                                 enum word_role role)
{
    return item->known ? word_use(item->word[a->form], a->table, role) : NULL;
}

bool align_any_use(const struct alignment *a, const struct item *item)
{
    const struct word *w = item->known ? item->word[a->form] : NULL;
    for (const struct word_use *u = w == NULL ? NULL : w->uses; u != NULL; u = u->next) {
        if (u->table == a->table)
            return true;
    }
    return false;
}

static struct str core_of(const struct alignment *a, enum word_role role, size_t index, size_t i)
{
    return vocabulary_core(a->s->forms[a->form]->words, a->table, role, index, i);
}

unsigned align_similar(const struct alignment *a, const struct item *item, enum word_role role,
                       size_t index)
{
    const struct form_line *line = role == WORD_ROW ? &a->t->rows[index] : &a->t->columns[index];
    struct strbuf core = { 0 };
    unsigned best = 0;
    if (item->text.n > LABEL_LONGEST)
        return 0;
    label_read(item->text, &core);
    for (size_t i = 0; i <= line->alias_count; i++) {
        unsigned like = label_similar(strbuf_view(&core), core_of(a, role, index, i));
        best = like > best ? like : best;
    }
    strbuf_free(&core);
    if (best == 0 || line->ordinal == 0 || item->ordinal == 0)
        return best;
    if (item->ordinal == line->ordinal)
        return best + ORDINAL;
    return best > ORDINAL ? best - ORDINAL : 0;
}

static void without_particles(struct str s, struct strbuf *out)
{
    strbuf_clear(out);
    for (size_t i = 0; i < s.n;) {
        size_t from = i;
        bool drop = false;
        str_next(s, &i);
        struct str c = str_sub(s, from, i - from);
        for (size_t k = 0; k < sizeof(PARTICLES) / sizeof(PARTICLES[0]); k++)
            drop |= str_eq_c(c, PARTICLES[k]);
        if (!drop)
            strbuf_str(out, c);
    }
}

static bool same_but_particles(struct str a, struct str b)
{
    struct strbuf x = { 0 }, y = { 0 };
    without_particles(a, &x);
    without_particles(b, &y);
    bool same = x.n != 0 && str_eq(strbuf_view(&x), strbuf_view(&y));
    strbuf_free(&x);
    strbuf_free(&y);
    return same;
}

enum align_wording align_wording(const struct alignment *a, const struct item *item,
                                 enum word_role role, size_t index)
{
    const struct form_line *line = role == WORD_ROW ? &a->t->rows[index] : &a->t->columns[index];
    const struct word *w = item->word[a->form];
    enum align_wording wording = WORDING_OTHER;
    struct strbuf core = { 0 };
    for (const struct word_use *u = w == NULL ? NULL : w->uses; u != NULL; u = u->next) {
        if (u->table == a->table && u->role == role && u->index == index)
            return WORDING_OFFICIAL;
    }
    label_read(item->text, &core);
    struct str found = strbuf_view(&core);
    for (size_t i = 0; i <= line->alias_count && wording == WORDING_OTHER; i++) {
        struct str official = core_of(a, role, index, i);
        bool enough = found.n * 5 >= official.n * 2;
        if (same_but_particles(found, official))
            wording = WORDING_OFFICIAL;
        else if (role == WORD_COLUMN && found.n != 0 && str_starts(official, found))
            wording = WORDING_CUT;
        else if (enough && label_within(found, official))
            wording = WORDING_SHORT;
    }
    strbuf_free(&core);
    return wording;
}

void align_problem(struct alignment *a, struct table_problem problem, const struct item *at)
{
    if (at != NULL) {
        problem.line = at->line;
        problem.block = at->first_block + 1;
    }
    for (size_t i = 0; i < a->problem_count; i++) {
        const struct table_problem *p = &a->problems[i];
        if (p->kind == problem.kind && p->index == problem.index && p->line == problem.line &&
            str_eq(p->found, problem.found))
            return;
    }
    if (a->problem_count < a->problem_cap)
        a->problems[a->problem_count++] = problem;
}
