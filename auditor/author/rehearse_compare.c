/* rehearse_compare.c - see rehearse_compare.h. */
#include "author/rehearse_compare.h"

#include <stdlib.h>

#include "base/mem.h"

enum { NEARLY_PERCENT = 90 };

static void add(struct rehearse_moves *moves, struct rehearse_move move)
{
    moves->list = mem_grow(moves->list, moves->n, &moves->cap, sizeof *moves->list);
    moves->list[moves->n++] = move;
}

/* The rule's line, made on first sight: the list stays in the order of ids. */
static struct rehearse_rule *rule_of(struct rehearse_comparison *c, struct str id)
{
    size_t low = 0;
    size_t high = c->rule_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (str_cmp(c->rules[middle].id, id) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    if (low < c->rule_count && str_eq(c->rules[low].id, id))
        return &c->rules[low];
    c->rules = mem_grow(c->rules, c->rule_count, &c->rule_cap, sizeof *c->rules);
    memmove(&c->rules[low + 1], &c->rules[low], (c->rule_count - low) * sizeof *c->rules);
    c->rules[low] = (struct rehearse_rule){ .id = id };
    c->rule_count++;
    return &c->rules[low];
}

static void tally(struct rehearse_tally *t, struct str *pack, const struct rehearse_result *r)
{
    if (!r)
        return;
    *pack = r->pack;
    t->documents++;
    t->states[r->state]++;
    t->findings += r->n;
    t->points += r->deduction;
}

static bool same_words(const struct rehearse_finding *a, const struct rehearse_finding *b)
{
    return a->severity == b->severity && a->caused == b->caused && str_eq(a->message, b->message) &&
           str_eq(a->expected, b->expected) && str_eq(a->found, b->found);
}

/* Both lists are sorted: what stands on one side only appears or vanishes. */
static void compare_findings(struct rehearse_comparison *c, struct rehearse_rule *rule,
                             struct rehearse_move m)
{
    size_t i = 0;
    size_t k = 0;
    size_t before = m.before ? m.before->n : 0;
    size_t after = m.after ? m.after->n : 0;
    while (i < before || k < after) {
        const struct rehearse_finding *was = i < before ? &m.before->findings[i] : NULL;
        const struct rehearse_finding *is = k < after ? &m.after->findings[k] : NULL;
        int order = !was ? 1 : !is ? -1 : str_cmp(was->fingerprint, is->fingerprint);
        m.was = order <= 0 ? was : NULL;
        m.is = order >= 0 ? is : NULL;
        i += order <= 0;
        k += order >= 0;
        if (order < 0) {
            rule->vanish++;
            add(&c->vanish, m);
        } else if (order > 0) {
            rule->appear++;
            add(&c->appear, m);
        } else if (!same_words(was, is)) {
            rule->change++;
            add(&c->change, m);
        }
    }
}

static void compare_results(struct rehearse_comparison *c, const struct rehearse_document *d,
                            const struct rehearse_result *before,
                            const struct rehearse_result *after)
{
    struct rehearse_rule *rule = rule_of(c, before ? before->rule : after->rule);
    struct rehearse_move move = { .document = d, .before = before, .after = after };
    tally(&rule->before, &rule->pack_before, before);
    tally(&rule->after, &rule->pack_after, after);
    compare_findings(c, rule, move);
    if (before && after && before->state == after->state)
        return;
    rule->states++;
    add(&c->states, move);
}

static void compare_document(struct rehearse_comparison *c, const struct rehearse_document *d)
{
    size_t i = 0;
    size_t k = 0;
    while (i < d->before.n || k < d->after.n) {
        const struct rehearse_result *was = i < d->before.n ? &d->before.results[i] : NULL;
        const struct rehearse_result *is = k < d->after.n ? &d->after.results[k] : NULL;
        int order = !was ? 1 : !is ? -1 : str_cmp(was->rule, is->rule);
        compare_results(c, d, order <= 0 ? was : NULL, order >= 0 ? is : NULL);
        i += order <= 0;
        k += order >= 0;
    }
}

static struct str rule_id(const struct rehearse_move *m)
{
    return m->before ? m->before->rule : m->after->rule;
}

static int by_rule(const void *p, const void *q)
{
    const struct rehearse_move *a = p;
    const struct rehearse_move *b = q;
    int order = str_cmp(rule_id(a), rule_id(b));
    if (order == 0)
        order = str_cmp(a->document->path, b->document->path);
    if (order || (!a->was && !a->is))
        return order;
    const struct rehearse_finding *x = a->is ? a->is : a->was;
    const struct rehearse_finding *y = b->is ? b->is : b->was;
    if (x->line != y->line)
        return x->line < y->line ? -1 : 1;
    order = str_cmp(x->fingerprint, y->fingerprint);
    return order ? order : str_cmp(x->message, y->message);
}

static void sort(struct rehearse_moves *moves)
{
    if (moves->n > 1)
        qsort(moves->list, moves->n, sizeof *moves->list, by_rule);
}

void rehearse_compare(struct rehearse_comparison *out, const struct rehearse_document *documents,
                      size_t n)
{
    *out = (struct rehearse_comparison){ 0 };
    for (size_t i = 0; i < n; i++)
        if (documents[i].lost.n == 0) {
            out->judged += documents[i].path.n > 0;
            compare_document(out, &documents[i]);
        }
    sort(&out->appear);
    sort(&out->vanish);
    sort(&out->change);
    sort(&out->states);
}

void rehearse_compare_free(struct rehearse_comparison *c)
{
    free(c->appear.list);
    free(c->vanish.list);
    free(c->change.list);
    free(c->states.list);
    free(c->rules);
    *c = (struct rehearse_comparison){ 0 };
}

size_t rehearse_fires(const struct rehearse_tally *t)
{
    return t->states[STATE_FAIL] + t->states[STATE_INFORMATIONAL];
}

size_t rehearse_applies(const struct rehearse_tally *t)
{
    return t->documents - t->states[STATE_NOTAPPLICABLE] - t->states[STATE_NOTSELECTED] -
           t->states[STATE_NOTCHECKED];
}

bool rehearse_never(const struct rehearse_tally *t)
{
    return t->documents > t->states[STATE_NOTSELECTED] && t->states[STATE_ERROR] == 0 &&
           rehearse_fires(t) == 0;
}

bool rehearse_nearly(const struct rehearse_tally *t)
{
    return rehearse_fires(t) > 0 && rehearse_fires(t) * 100 >= rehearse_applies(t) * NEARLY_PERCENT;
}
