/* quantity_statement.c - wholes and their parts: which reading holds, or none. */
#include "text/quantity_list.h"

/* The reading in which the sum holds: how many parts, or 0. */
static size_t holding(const struct quantity_list *list, struct decimal whole, bool single)
{
    if (list->undone && list->count > 2 && decimal_cmp(list->sums[list->count - 1], whole) == 0)
        return list->count -
               1; /* "3件,已审结2件,其中维持1件、纠正1件,剩余1件": of a larger whole */
    for (size_t k = list->count; k >= 1; k--) {
        bool inside = k < list->count && !list->may_end[k];
        if (inside && (list->pause[k] || k < list->sure || k < list->rest || list->alike <= k ||
                       (k == 1 && !single)))
            continue;
        if (decimal_cmp(list->sums[k], whole) == 0)
            return k;
    }
    return 0;
}

static size_t first_end(const struct quantity_list *list)
{
    size_t k = list->run ? list->run : 1;
    if (list->rest > k)
        k = list->rest;
    while (k < list->count && !list->may_end[k])
        k++;
    return k;
}

static void settle(struct quantity_statement *s, const struct quantity_list *list, size_t whole,
                   size_t parts, enum quantity_relation relation, const char *reason)
{
    s->whole = whole;
    s->part_count = parts;
    s->sum = list->sums[parts];
    s->relation = relation;
    s->reason = reason;
}

/* Judges the list against one whole; -1 when readings disagree. */
static int relation_to(const struct quantity_list *list, struct decimal whole)
{
    size_t sure = first_end(list);
    int least = decimal_cmp(list->sums[sure], whole);
    int most = decimal_cmp(list->sums[list->count], whole);
    if (least > 0)
        return QUANTITY_OVER;
    if (most > 0)
        return -1;
    if (list->count == 1)
        return QUANTITY_HOLDS; /* one member within its whole */
    return list->closed && !list->open ? QUANTITY_SHORT : QUANTITY_OPEN;
}

/* The whole, of all that may be meant, that the parts make. */
static bool holds(const struct quantity_reader *r, const struct quantity_list *list,
                  const struct quantity_wholes *w, struct quantity_statement *s)
{
    for (size_t k = 0; k < w->count; k++) {
        size_t parts = holding(list, quantity_value(r, w->items[k]), false);
        if (parts) {
            settle(s, list, w->items[k], parts, QUANTITY_HOLDS, NULL);
            return true;
        }
    }
    return false;
}

/* Numbers with decimals were rounded one by one: half a last digit each may be missing. */
static bool is_rounding(const struct quantity_reader *r, const struct quantity_list *list,
                        size_t whole)
{
    const struct quantity *q = &r->out->items[whole];
    struct decimal off = list->sums[list->count], allowed = { 0, 0 };
    struct decimal minus = { -q->value.value, q->value.scale };
    if (!quantity_add(&off, minus))
        return false;
    for (size_t k = 0; k <= list->count; k++) {
        size_t item = k < list->count ? list->parts[k] : whole;
        if (r->out->items[item].decimals > 0 && !quantity_add(&allowed, r->out->items[item].step))
            return false;
    }
    if (allowed.value == 0)
        return false;
    off.value = off.value < 0 ? -2 * off.value : 2 * off.value;
    return decimal_cmp(off, allowed) <= 0;
}

/* Of several wholes that the parts cannot make, the one that they miss by least. */
static size_t likeliest(const struct quantity_reader *r, const struct quantity_list *list,
                        const struct quantity_wholes *w)
{
    size_t best = w->items[0];
    for (size_t k = 1; k < w->count; k++)
        if (decimal_cmp(quantity_value(r, w->items[k]), list->sums[list->count]) <= 0 &&
            decimal_cmp(quantity_value(r, w->items[k]), quantity_value(r, best)) > 0)
            best = w->items[k];
    return best;
}

/* "公开8769条,其中网站5469条,报刊3600余条": parts of which there are more than that exceed the
 * whole all the more. */
static bool is_at_least(const struct quantity_reader *r, const struct quantity_list *list,
                        const struct quantity_wholes *w)
{
    for (size_t k = 0; k < w->count; k++)
        if (r->out->items[w->items[k]].approximate)
            return false;
    if (list->each)
        return false;
    for (size_t k = 0; k < list->count; k++) {
        const struct quantity *q = &r->out->items[list->parts[k]];
        if (q->approximate &&
            (!words_has(quantity_text(r, q->at, quantity_end(q)), "余 多") ||
             words_ends(quantity_label(r, list->parts[k]), "约 近 大约 将近 接近 大概 达")))
            return false;
    }
    return true;
}

/* "办结130件。从申请人看,自然人84件、法人43件": of those that came in, which may be told elsewhere. */
static bool is_of_other_stage(const struct quantity_reader *r, const struct quantity_list *list,
                              size_t whole)
{
    enum quantity_stage wanted = quantity_stage_of_list(r, list), stage = quantity_stage(r, whole);
    return wanted != STAGE_NONE && stage != STAGE_NONE && stage != wanted;
}

static void judge(const struct quantity_reader *r, struct quantity_list *list,
                  const struct quantity_wholes *w, struct quantity_statement *s)
{
    size_t nearest = likeliest(r, list, w);
    size_t together = w->has_together ? holding(list, w->together, true) : 0;
    bool rough = list->rough;
    for (size_t k = 0; k < w->count; k++)
        rough = rough ||
                (r->out->items[w->items[k]].approximate && !r->out->items[w->items[k]].rounded);
    int relation = relation_to(list, quantity_value(r, nearest));
    const char *excuse =
        relation < 0 || relation == QUANTITY_HOLDS
            ? NULL
            : quantity_excuse(r, list, w, nearest, relation, list->sums[first_end(list)]);
    bool within = w->has_together && decimal_cmp(list->sums[first_end(list)], w->together) <= 0;
    if (together || (relation == QUANTITY_OVER && within) || (w->count > 1 && list->spread))
        settle(s, list, nearest, together ? together : list->count, QUANTITY_AMBIGUOUS,
               "two-wholes");
    else if ((rough && !(relation == QUANTITY_OVER && is_at_least(r, list, w))) ||
             is_rounding(r, list, nearest))
        settle(s, list, nearest, list->count, QUANTITY_AMBIGUOUS, "approximate");
    else if (relation < 0 || excuse)
        settle(s, list, nearest, list->count, QUANTITY_AMBIGUOUS, excuse ? excuse : "list-end");
    else if (list->mixed && relation != QUANTITY_HOLDS && relation != QUANTITY_OPEN &&
             !(list->closed && quantity_is_slip_of(r, list, nearest)))
        settle(s, list, nearest, list->count, QUANTITY_AMBIGUOUS, "units");
    else
        settle(s, list, nearest, relation == QUANTITY_OVER ? first_end(list) : list->count,
               (enum quantity_relation)relation, NULL);
    for (size_t k = 0; k < w->count && s->relation != QUANTITY_AMBIGUOUS; k++)
        if (relation_to(list, quantity_value(r, w->items[k])) != (int)s->relation)
            settle(s, list, nearest, list->count, QUANTITY_AMBIGUOUS, "two-wholes");
}

static void add_statement(struct quantity_reader *r, const struct quantity_list *list,
                          struct quantity_statement *s)
{
    struct quantities *out = r->out;
    if (out->statement_count == r->statement_cap) {
        size_t cap = r->statement_cap ? 2 * r->statement_cap : 8;
        struct quantity_statement *all = arena_alloc(r->arena, cap * sizeof *all);
        for (size_t i = 0; i < out->statement_count; i++)
            all[i] = out->statements[i];
        out->statements = all;
        r->statement_cap = cap;
    }
    s->parts = arena_alloc(r->arena, s->part_count * sizeof *s->parts);
    for (size_t k = 0; k < s->part_count; k++) {
        s->parts[k] = list->parts[k];
        r->member_of[list->parts[k]] = out->statement_count + 1;
    }
    s->closed = list->closed && !list->open;
    size_t last = list->parts[s->part_count - 1], first = s->whole;
    if (last < s->whole) { /* a total behind its parts */
        first = list->parts[0];
        last = s->whole;
    }
    s->at = out->items[first].at;
    s->len = (uint32_t)(quantity_end(&out->items[last]) - s->at);
    out->statements[out->statement_count++] = *s;
}

void quantity_append_statement(struct quantity_reader *r, size_t whole, const size_t *parts,
                               size_t count, struct decimal sum, enum quantity_relation relation)
{
    struct quantity_list list = { .count = 0, .closed = true };
    struct quantity_statement s = {
        .whole = whole, .part_count = count, .sum = sum, .relation = relation
    };
    for (; list.count < count && list.count < QUANTITY_PARTS; list.count++)
        list.parts[list.count] = parts[list.count];
    s.part_count = list.count;
    add_statement(r, &list, &s);
}

/* "按内容分,公开225条,分别是A 100条、B 125条": what seems to be the first part is a whole itself. */
static bool is_divided(const struct quantity_reader *r, const struct quantity_list *list)
{
    struct quantity_cue own;
    size_t next = list->parts[0] + 1;
    if (next >= r->out->count || !quantity_counts(&r->out->items[next]) ||
        !quantity_find_cue(r, next, &own) || own.bracket || own.view || own.stage_named ||
        own.likely)
        return false;
    struct quantity_list parts = { .count = 0 };
    quantity_collect(r, next, own.end, list->parts[0], &parts);
    return parts.count > 1 && parts.count + 1 >= list->count;
}

/* "按季度看,一季度6条,二季度8条,合计14条": the list ends in a total of its own. */
static bool has_total(const struct quantity_reader *r, const struct quantity_list *list)
{
    struct quantity_list own;
    size_t last = list->parts[list->count - 1], total = last;
    if (!quantity_find_total(r, total, &own) &&
        (++total >= r->out->count || !quantity_find_total(r, total, &own)))
        return false;
    return own.parts[0] == list->parts[0] &&
           decimal_cmp(own.sums[own.count], quantity_value(r, total)) == 0;
}

/* What is seen in another way is what a list divides, not one of its members. */
static bool is_of_list(const struct quantity_reader *r, const struct quantity_list *list,
                       const struct quantity_statement *s)
{
    struct decimal twice = quantity_value(r, s->whole);
    bool large = quantity_add(&twice, twice) && decimal_cmp(s->sum, twice) > 0 &&
                 !quantity_is_slip_of_any(r, list, s->whole);
    return (quantity_stage(r, s->whole) == STAGE_NONE &&
            (large || quantity_is_member(r, s->whole))) ||
           words_starts(quantity_label(r, s->whole), "其他 其它 其余 剩余 余下") ||
           words_has(quantity_label(r, s->whole), "没有办 未办 未答 尚未 在办");
}

/* Whether numbers that no word calls parts miss the whole so that it is no accident. */
static bool is_likely(const struct quantity_reader *r, const struct quantity_cue *cue,
                      const struct quantity_list *list, size_t whole)
{
    if (cue->alike)
        return list->count == cue->alike && quantity_is_slip_of_any(r, list, whole);
    return list->count > 1 && quantity_is_slip_of(r, list, whole);
}

/* "按渠道分,A 205个、B 103个。按单位分,C 67个、D 50个,E 272个": what was divided to its end in one view is so in another.
 * The last member belongs to the list, with which one number is mistyped, or the list is short. */
static bool exceeds_again(const struct quantity_reader *r, const struct quantity_list *list,
                          const struct quantity_statement *s)
{
    bool before = false;
    for (size_t k = 0; k < r->out->statement_count; k++) {
        const struct quantity_statement *other = &r->out->statements[k];
        before = before || (other->whole == s->whole && other->part_count > 1 &&
                            other->relation == QUANTITY_HOLDS);
    }
    return before && s->relation == QUANTITY_AMBIGUOUS &&
           str_eq(str_of(s->reason), STR("list-end")) && !list->open && !list->rough &&
           list->count > 2 &&
           decimal_cmp(list->sums[list->count], quantity_value(r, s->whole)) > 0 &&
           quantity_is_slip_of_any(r, list, s->whole);
}

/* "收到88件:线上71件,线下17件;学生34件,教职工9件,其他居民45件": behind the parts that make the whole it is divided once
 * more, down to one that names the rest. */
static void read_second(struct quantity_reader *r, const struct quantity_list *list,
                        const struct quantity_statement *first)
{
    size_t from = list->parts[first->part_count], before = list->parts[first->part_count - 1];
    struct quantity_list second = { .count = 0 };
    struct quantity_cue own; /* words of its own may introduce it */
    if (quantity_find_cue(r, from, &own) ||
        quantity_between(r, quantity_end(quantity_item(r, before)), quantity_item(r, from)->at) !=
            BREAK_SEMICOLON)
        return;
    quantity_collect(r, from, quantity_item(r, from)->label_at, first->whole, &second);
    if (second.count < 2 || !second.closed || second.open || second.rough || second.mixed ||
        !words_starts(quantity_label(r, second.parts[second.count - 1]), "其他 其它 其余"))
        return;
    int order = decimal_cmp(second.sums[second.count], quantity_value(r, first->whole));
    if (order && !quantity_is_slip_of_any(r, &second, first->whole))
        return;
    struct quantity_statement s = { .at = 0 };
    settle(&s, &second, first->whole, second.count,
           order == 0  ? QUANTITY_HOLDS
           : order > 0 ? QUANTITY_OVER
                       : QUANTITY_SHORT,
           NULL);
    add_statement(r, &second, &s);
}

/* "来电4380个,咨询类833个,其中疫苗138个;投诉类1333个;其他2214个": behind the first semicolon goes on what the whole is itself a
 * member of. */
static bool is_of_outer(const struct quantity_reader *r, const struct quantity_list *list,
                        size_t whole)
{
    return list->apart && whole > 0 && whole < list->parts[0] &&
           quantity_stage(r, whole) == STAGE_NONE && quantity_is_member(r, whole) &&
           quantity_same_unit(r, whole - 1, whole) &&
           decimal_cmp(quantity_value(r, whole - 1), quantity_value(r, whole)) > 0;
}

static void cut_to_first(struct quantity_list *list)
{
    *list = (struct quantity_list){ .parts = { list->parts[0] },
                                    .sums = { [1] = list->sums[1] },
                                    .may_end = { [1] = true },
                                    .count = 1,
                                    .rough = list->rough };
}

static void read_cue(struct quantity_reader *r, const struct quantity_cue *cue, size_t first,
                     struct quantity_wholes *w)
{
    struct quantity_list list = { .count = 0, .open = cue->open };
    quantity_collect(r, first, cue->end, w->items[0], &list);
    if (list.count == 0 || (cue->bracket && list.count < 2))
        return;
    if (cue->single)
        cut_to_first(&list);
    struct quantity_statement s = { .at = 0 };
    if (!holds(r, &list, w, &s)) {
        if (is_of_outer(r, &list, w->items[0]))
            cut_to_first(&list);
        if (cue->view && (is_divided(r, &list) || has_total(r, &list)))
            return;
        if (cue->likely && !is_likely(r, cue, &list, w->items[0]))
            return;
        quantity_sift_wholes(r, &list, w);
        judge(r, &list, w, &s);
        if (cue->view && is_of_other_stage(r, &list, s.whole))
            settle(&s, &list, s.whole, list.count, QUANTITY_AMBIGUOUS, "two-wholes");
    }
    if (cue->view && w->count == 1 && exceeds_again(r, &list, &s))
        settle(&s, &list, s.whole, list.count, QUANTITY_OVER, NULL);
    if (s.relation == QUANTITY_OPEN && ((cue->direct && !cue->likely) || cue->announced))
        return; /* no word says that they are parts of it, or all of them are parts of another */
    if (s.relation == QUANTITY_OVER && cue->view && (s.part_count < 2 || is_of_list(r, &list, &s)))
        return;
    add_statement(r, &list, &s);
    if (s.relation == QUANTITY_HOLDS && s.part_count > 1 && s.part_count < list.count)
        read_second(r, &list, &s);
}

/* A total leaves no doubt about its parts, whether they exceed it or fall short. */
static void read_total(struct quantity_reader *r, size_t item)
{
    struct quantity_list list;
    size_t whole = item;
    bool total = quantity_find_total(r, item, &list);
    if (!total && !quantity_find_step(r, item, &whole, &list))
        return;
    struct quantity_statement s = { .at = 0 };
    list.closed = true;
    int order = decimal_cmp(list.sums[list.count], quantity_value(r, whole));
    bool rough = list.rough || quantity_is_mixed_total(r, item, &list) ||
                 quantity_has_bare(r, &list, whole) ||
                 (r->out->items[whole].approximate && !r->out->items[whole].rounded) ||
                 is_rounding(r, &list, whole);
    settle(&s, &list, whole, list.count,
           order == 0  ? QUANTITY_HOLDS
           : rough     ? QUANTITY_AMBIGUOUS
           : order > 0 ? QUANTITY_OVER
           : list.open ? QUANTITY_OPEN
                       : QUANTITY_SHORT,
           order && rough ? "approximate" : NULL);
    add_statement(r, &list, &s);
    for (size_t k = 0; k < s.part_count && !total; k++)
        r->member_of[list.parts[k]] = 0; /* nothing is divided */
}

void quantity_find_statements(struct quantity_reader *r)
{
    bool stops = false;
    for (size_t i = 1; i < r->out->count; i++) {
        struct quantity_cue cue;
        const struct quantity *q = &r->out->items[i];
        if (!quantity_counts(q))
            continue;
        struct quantity_list step;
        size_t whole;
        if (!quantity_find_cue(r, i, &cue) ||
            (cue.bracket && quantity_find_step(r, i, &whole, &step))) {
            read_total(r, i);
            continue;
        }
        if (!stops)
            quantity_find_stops(r);
        stops = true;
        /* "其中12个部门公开200条": the count that is divided stands in the same clause */
        size_t first = i;
        struct quantity_wholes w = { .count = 0 };
        quantity_find_wholes(r, &cue, first, &w);
        while (w.count == 0 && first + 1 < r->out->count &&
               quantity_between(r, quantity_end(&r->out->items[first]),
                                r->out->items[first + 1].at) == BREAK_NONE) {
            first++;
            w = (struct quantity_wholes){ .count = 0 };
            if (quantity_counts(&r->out->items[first]))
                quantity_find_wholes(r, &cue, first, &w);
        }
        if (w.count && !r->out->items[first].comparison && !r->out->items[first].cumulative)
            read_cue(r, &cue, first, &w);
    }
}
