/* quantity_judge.c - whether a percentage is right, and what it was computed from; see quantity.h. */
#include "text/quantity_list.h"

/* The value of q in units of 10^-scale; false when it is too large to compute with. */
static bool scaled(const struct quantity *q, unsigned scale, int64_t *out)
{
    int64_t v = q->value.value;
    for (unsigned i = q->value.scale; i < scale; i++)
        v *= 10;
    *out = v;
    return v >= 0 && v < 1000000000000;
}

/* 1.8万条, and money that is told in 万 or 亿 with decimals. */
static bool was_rounded(const struct quantity *q)
{
    return q->value.value > 0 && (q->rounded || (q->class == QUANTITY_MONEY && q->decimals > 0));
}

/* How many units of the last decimal of a percentage may be due to wholes and parts that were rounded to 万,
 * rounded up. */
static int64_t slack(const struct quantity *part, const struct quantity *whole, int64_t right)
{
    int64_t ends = 0;
    if (was_rounded(whole))
        ends += (right * whole->step.value + whole->value.value - 1) / whole->value.value;
    if (was_rounded(part))
        ends += (right * part->step.value + part->value.value - 1) / part->value.value;
    return ends;
}

int quantity_judge_share(const struct quantity *percent, const struct quantity *part,
                         const struct quantity *whole, struct decimal *right)
{
    unsigned scale =
        part->value.scale > whole->value.scale ? part->value.scale : whole->value.scale;
    int64_t a, t, unit = percent->class == QUANTITY_PERCENT ? 100 : 1;
    if (scale > 4 || percent->value.scale > 4 || !scaled(part, scale, &a) ||
        !scaled(whole, scale, &t))
        return -1;
    if (t == 0 || percent->value.value > 1000000)
        return -1;
    for (unsigned i = 0; i < percent->value.scale; i++)
        unit *= 10;
    int64_t twice = 2 * (percent->value.value * t - a * unit);
    twice = twice < 0 ? -twice : twice;
    *right = (struct decimal){ (2 * a * unit + t) / (2 * t), percent->value.scale };
    t += slack(part, whole, right->value) * t;
    if (percent->rounded && percent->step.value > 1)
        t *= percent->step.value; /* "访问35万次,月均2.9万次" */
    return twice <= t ? 0 : twice <= 2 * t ? 1 : 2;
}

/* a - b */
static bool subtract(struct decimal *a, struct decimal b)
{
    b.value = -b.value;
    return quantity_add(a, b);
}

/* Percentages that should make a hundred: what they make. Each may be off by half a unit of its last decimal,
 * and was adjusted where they are off by as much as a unit each. */
static int judge_hundred(const struct quantities *all, const struct quantity_share *s,
                         struct decimal *right)
{
    struct decimal off = s->total, slack = { 0, 0 };
    *right = s->total;
    if (!subtract(&off, (struct decimal){ 100, 0 }))
        return -1;
    for (size_t i = s->part; i <= s->whole; i++)
        if (all->items[i].class == QUANTITY_PERCENT &&
            !quantity_add(&slack, (struct decimal){ 1, all->items[i].value.scale }))
            return -1;
    off.value = off.value < 0 ? -off.value : off.value;
    struct decimal twice = off;
    if (!quantity_add(&twice, off))
        return -1;
    return decimal_cmp(twice, slack) <= 0 ? 0 : decimal_cmp(off, slack) <= 0 ? 1 : 2;
}

/* By how many percentage points a rate changed: 1 where the rates, which were rounded one by one, leave it open. */
static int judge_rise(const struct quantities *all, const struct quantity_share *s,
                      struct decimal *right)
{
    const struct quantity *now = &all->items[s->part], *was = &all->items[s->whole];
    struct decimal stated = all->items[s->percent].value, off;
    *right = s->down ? was->value : now->value;
    if (!subtract(right, s->down ? now->value : was->value))
        return -1;
    off = *right;
    if (!subtract(&off, stated))
        return -1;
    unsigned scale = now->value.scale < was->value.scale ? now->value.scale : was->value.scale;
    scale = stated.scale < scale ? stated.scale : scale;
    off.value = off.value < 0 ? -off.value : off.value;
    return off.value == 0                                                 ? 0
           : decimal_cmp(off, (struct decimal){ 1, (uint8_t)scale }) <= 0 ? 1
                                                                          : 2;
}

int quantity_judge(const struct quantities *all, const struct quantity_share *s,
                   struct decimal *right)
{
    struct quantity part = all->items[s->part], whole = all->items[s->whole];
    struct decimal difference = part.value;
    if (s->of == QUANTITY_HUNDRED)
        return judge_hundred(all, s, right);
    if (s->of == QUANTITY_RISE)
        return judge_rise(all, s, right);
    if (s->of == QUANTITY_REST) {
        part.value = whole.value;
        if (!subtract(&part.value, difference))
            return -1;
    }
    if (s->of == QUANTITY_GROWTH &&
        !(s->down ? quantity_add(&whole.value, difference) : subtract(&whole.value, difference)))
        return -1;
    if (s->of == QUANTITY_CHANGE) {
        part.value = s->down ? whole.value : part.value;
        if (!subtract(&part.value, s->down ? difference : whole.value))
            return -1;
    }
    if (s->of == QUANTITY_TOGETHER)
        part.value = s->total;
    else if (s->total.value)
        whole.value = s->total;
    if (s->of == QUANTITY_CHANGE && part.value.value < 0 && whole.value.value > 0) {
        part.value.value = -part.value.value; /* it went the other way */
        int grade = quantity_judge_share(&all->items[s->percent], &part, &whole, right);
        right->value = -right->value;
        return grade < 0 ? grade : 2;
    }
    if (part.value.value < 0 || whole.value.value <= 0)
        return -1;
    int grade = quantity_judge_share(&all->items[s->percent], &part, &whole, right);
    if (grade == 2 && s->of == QUANTITY_SHARE && !s->total.value && s->whole + 1 == s->part) {
        struct decimal
            of_both; /* "维持2件、纠正1件,纠错率33.3%": the other is a member beside the part */
        if (quantity_add(&whole.value, part.value) &&
            quantity_judge_share(&all->items[s->percent], &part, &whole, &of_both) == 0)
            return -1;
    }
    return grade;
}

/* "62.5% + 21.3% + 16.2%" */
static void print_hundred(struct strbuf *out, const struct quantities *all,
                          const struct quantity_share *s)
{
    for (size_t i = s->part; i <= s->whole; i++) {
        if (all->items[i].class != QUANTITY_PERCENT)
            continue;
        strbuf_c(out, i > s->part ? " + " : "");
        decimal_print(out, all->items[i].value);
        strbuf_c(out, "%");
    }
}

void quantity_print_share(struct strbuf *out, const struct quantities *all,
                          const struct quantity_share *s)
{
    struct decimal part = all->items[s->part].value, whole = all->items[s->whole].value;
    bool rest = s->of == QUANTITY_REST, change = s->of == QUANTITY_CHANGE || rest;
    bool turned = s->down || rest;
    if (s->of == QUANTITY_HUNDRED) {
        print_hundred(out, all, s);
        return;
    }
    if (s->of == QUANTITY_RISE) {
        decimal_print(out, turned ? whole : part);
        strbuf_c(out, " - ");
        decimal_print(out, turned ? part : whole);
        return;
    }
    strbuf_c(out, change ? "(" : "");
    decimal_print(out, s->of == QUANTITY_TOGETHER ? s->total : change && turned ? whole : part);
    strbuf_c(out, change ? " - " : " / ");
    if (change) {
        decimal_print(out, turned ? part : whole);
        strbuf_c(out, ") / ");
    }
    strbuf_c(out, s->of == QUANTITY_GROWTH ? "(" : "");
    decimal_print(out, s->total.value && s->of != QUANTITY_TOGETHER ? s->total : whole);
    if (s->of == QUANTITY_GROWTH) {
        strbuf_c(out, s->down ? " + " : " - ");
        decimal_print(out, part);
        strbuf_c(out, ")");
    }
}

bool quantity_changes_unit(const struct quantity_reader *r, size_t part, size_t whole)
{
    const struct quantity *p = &r->out->items[part], *w = &r->out->items[whole];
    return w->class != p->class && quantity_same_unit(r, part, whole) && !w->comparison &&
           decimal_cmp(w->value, p->value) >= 0;
}
