/* align_label.c - what a label of the stream is to a table, and whether its wording is in order. */
#include "recognise/align.h"

#include <string.h>

#include "base/arena.h"

enum { ORDINAL = 15, PROBLEMS = 256, FEW = 8 };

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

static const struct word_core *core_of(const struct alignment *a, enum word_role role, size_t index,
                                       size_t i)
{
    return vocabulary_core(a->s->forms[a->form]->words, a->table, role, index, i);
}

void align_read(const struct item *item, struct label_chars *out)
{
    struct strbuf core = { 0 };
    out->n = 0;
    if (item->text.n > LABEL_LONGEST)
        return;
    struct label_head head = label_head(item->text);
    label_core(item->text, &head, &core);
    label_chars(out, strbuf_view(&core));
    strbuf_free(&core);
}

unsigned align_similar(const struct alignment *a, const struct label_chars *label, uint32_t ordinal,
                       enum word_role role, size_t index)
{
    const struct form_line *line = role == WORD_ROW ? &a->t->rows[index] : &a->t->columns[index];
    unsigned best = 0;
    for (size_t i = 0; i <= line->alias_count; i++) {
        unsigned like = label_similar(label, &core_of(a, role, index, i)->chars);
        best = like > best ? like : best;
    }
    if (best == 0 || line->ordinal == 0 || ordinal == 0)
        return best;
    if (ordinal == line->ordinal)
        return best + ORDINAL;
    return best > ORDINAL ? best - ORDINAL : 0;
}

bool align_sees(const struct alignment *a, const struct item *item)
{
    const struct alignment *b = a->beside;
    if (item->hidden && !a->hidden)
        return false;
    return b == NULL || item < &b->s->items[b->first_item] || item >= &b->s->items[b->end_item];
}

bool align_sees_record(const struct alignment *a, const struct record *record)
{
    const struct alignment *b = a->beside;
    if (record->hidden && !a->hidden)
        return false;
    return b == NULL || record->end <= b->first_item || record->first >= b->end_item;
}

/* The wording of a core against one label. */
static enum align_wording compare(const struct word_core *found, const struct word_core *official,
                                  enum word_role role)
{
    bool enough = found->text.n * 5 >= official->text.n * 2;
    if (found->plain.n != 0 && str_eq(found->plain, official->plain))
        return WORDING_OFFICIAL;
    if (role == WORD_COLUMN && found->text.n != 0 && str_starts(official->text, found->text))
        return WORDING_CUT;
    if (enough && label_within(&found->chars, &official->chars))
        return WORDING_SHORT;
    return WORDING_OTHER;
}

enum align_wording align_wording(const struct alignment *a, const struct item *item,
                                 enum word_role role, size_t index)
{
    const struct form_line *line = role == WORD_ROW ? &a->t->rows[index] : &a->t->columns[index];
    const struct word *w = item->word[a->form];
    enum align_wording wording = WORDING_OTHER;
    struct strbuf core = { 0 }, plain = { 0 };
    struct word_core found;
    for (const struct word_use *u = w == NULL ? NULL : w->uses; u != NULL; u = u->next) {
        if (u->table == a->table && u->role == role && u->index == index)
            return WORDING_OFFICIAL;
    }
    struct label_head head = label_head(item->text);
    label_core(item->text, &head, &core);
    found.text = strbuf_view(&core);
    label_plain(found.text, &plain);
    found.plain = strbuf_view(&plain);
    label_chars(&found.chars, found.text);
    for (size_t i = 0; i <= line->alias_count && wording == WORDING_OTHER; i++)
        wording = compare(&found, core_of(a, role, index, i), role);
    strbuf_free(&core);
    strbuf_free(&plain);
    return wording;
}

static void more_problems(struct alignment *a)
{
    a->problem_cap = a->problem_cap == 0 ? FEW : 2 * a->problem_cap;
    struct table_problem *more = arena_alloc(a->s->arena, a->problem_cap * sizeof(*more));
    if (a->problem_count > 0)
        memcpy(more, a->problems, a->problem_count * sizeof(*more));
    a->problems = more;
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
    if (a->problem_count == PROBLEMS)
        return;
    if (a->problem_count == a->problem_cap)
        more_problems(a);
    a->problems[a->problem_count++] = problem;
}
