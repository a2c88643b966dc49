/* profile_tree.c - what ties the rows of a sheet together: parents, sums, caps of groups; see profile.h. */
#include "base/lang.h"
#include "score/profile.h"

/* The row with this id; else the only one with this name. */
static int named(const struct profile *p, struct str name)
{
    int found = -1;
    for (size_t i = 0; i < p->indicator_count; i++) {
        if (str_eq(p->indicators[i].id, name))
            return (int)i;
        if (str_eq(p->indicators[i].name, name))
            found = found == -1 ? (int)i : -2;
    }
    return found;
}

/* 1.2.3 stands below 1.2 if that is a sum, else below 1. */
static int by_number(const struct profile *p, struct str id)
{
    while (id.n) {
        id.n--;
        if (id.p[id.n] != '.' && id.p[id.n] != '-')
            continue;
        for (size_t i = 0; i < p->indicator_count; i++)
            if (p->indicators[i].kind == PROFILE_SUM && str_eq(p->indicators[i].id, id))
                return (int)i;
    }
    return -1;
}

static int wrong(const struct profile *p, const struct profile_indicator *in, const char *zh,
                 const char *en, struct error *err)
{
    return error_set(err, ERR_CONFIG, tr("%.*s:%u：指标 %.*s：%s", "%.*s:%u: indicator %.*s: %s"),
                     STR_ARG(p->sheet_name), in->line, STR_ARG(in->id), tr(zh, en));
}

static int find_parent(const struct profile *p, struct profile_indicator *in, struct error *err)
{
    if (in->above.n == 0) {
        in->parent = by_number(p, in->id);
        return 0;
    }
    in->parent = named(p, in->above);
    if (in->parent < 0 || p->indicators[in->parent].kind != PROFILE_SUM)
        return wrong(p, in, "“上级”一栏应为方式是 汇总 的一行的编号或名称",
                     "column 上级 must name a row of kind sum, by id or name", err);
    return 0;
}

static int find_level(const struct profile *p, struct profile_indicator *in, struct error *err)
{
    in->level = 1;
    for (int up = in->parent; up >= 0; up = p->indicators[up].parent)
        if (++in->level > p->indicator_count)
            return wrong(p, in, "上级互相包含", "its parents run in a circle", err);
    return 0;
}

static bool has_children(const struct profile *p, int index)
{
    for (size_t i = 0; i < p->indicator_count; i++)
        if (p->indicators[i].parent == index)
            return true;
    return false;
}

/* A sum without points of its own is worth what stands below it. */
static int64_t worth(const struct profile *p, int index)
{
    const struct profile_indicator *in = &p->indicators[index];
    int64_t sum = 0;
    if (in->kind != PROFILE_SUM || in->points > 0)
        return in->kind == PROFILE_BONUS ? 0 : in->points;
    for (size_t i = 0; i < p->indicator_count; i++)
        if (p->indicators[i].parent == index)
            sum += worth(p, (int)i);
    return sum;
}

/* The cap of a group may stand in one of its rows or in all; then it must be the same. */
static int share_group_cap(const struct profile *p, const struct profile_indicator *a,
                           struct error *err)
{
    for (size_t k = 0; a->group.n && a->group_cap >= 0 && k < p->indicator_count; k++) {
        struct profile_indicator *b = &p->indicators[k];
        if (!str_eq(a->group, b->group))
            continue;
        if (b->group_cap >= 0 && b->group_cap != a->group_cap)
            return error_set(err, ERR_CONFIG,
                             tr("%.*s:%u：分组 %.*s 的组封顶与第 %u 行不同",
                                "%.*s:%u: the cap of group %.*s differs from line %u"),
                             STR_ARG(p->sheet_name), b->line, STR_ARG(b->group), a->line);
        b->group_cap = a->group_cap;
    }
    return 0;
}

static bool disjoint(const struct profile_indicator *a, const struct profile_indicator *b)
{
    for (size_t i = 0; i < a->applies_count; i++)
        for (size_t k = 0; k < b->applies_count; k++)
            if (str_eq(a->applies[i], b->applies[k]))
                return false;
    return a->applies_count && b->applies_count;
}

/* Whether two rows, with what stands above them, are never for the same agency. */
static bool apart(const struct profile *p, size_t i, size_t k)
{
    for (int a = (int)i; a >= 0; a = p->indicators[a].parent)
        for (int b = (int)k; b >= 0; b = p->indicators[b].parent)
            if (disjoint(&p->indicators[a], &p->indicators[b]))
                return true;
    return false;
}

/* No pattern stands twice for one agency: which indicator would it cost? */
static int check_twice(const struct profile *p, size_t k, struct str rule, size_t before,
                       struct error *err)
{
    const struct profile_indicator *in = &p->indicators[k];
    for (size_t i = 0; i <= k; i++)
        for (size_t r = 0; r < (i == k ? before : p->indicators[i].rule_count); r++)
            if (str_eq(p->indicators[i].rules[r], rule) && (i == k || !apart(p, i, k)))
                return error_set(
                    err, ERR_CONFIG,
                    tr("%.*s:%u：规则 %.*s 已在第 %u 行，一条规则只能归一个指标",
                       "%.*s:%u: rule %.*s stands in line %u already; it may cost only once"),
                    STR_ARG(p->sheet_name), in->line, STR_ARG(rule), p->indicators[i].line);
    return 0;
}

static int check_rules(const struct profile *p, size_t k, struct error *err)
{
    int rc = 0;
    for (size_t r = 0; rc == 0 && r < p->indicators[k].rule_count; r++)
        rc = check_twice(p, k, p->indicators[k].rules[r], r, err);
    return rc;
}

static int check_row(const struct profile *p, size_t i, struct error *err)
{
    const struct profile_indicator *in = &p->indicators[i];
    if (in->kind == PROFILE_SUM && !has_children(p, (int)i))
        return wrong(p, in, "汇总 的行没有下级", "a row of kind sum has nothing below it", err);
    if (in->kind == PROFILE_GATE && in->points == 0 && in->parent < 0)
        return wrong(p, in, "门槛 没有上级时要写分值", "a gate without a parent needs points", err);
    return check_rules(p, i, err);
}

int profile_read_tree(struct profile *p, struct error *err)
{
    int rc = 0;
    for (size_t i = 0; rc == 0 && i < p->indicator_count; i++)
        rc = find_parent(p, &p->indicators[i], err);
    for (size_t i = 0; rc == 0 && i < p->indicator_count; i++)
        rc = find_level(p, &p->indicators[i], err);
    for (size_t i = 0; rc == 0 && i < p->indicator_count; i++)
        rc = share_group_cap(p, &p->indicators[i], err);
    for (size_t i = 0; rc == 0 && i < p->indicator_count; i++)
        rc = check_row(p, i, err);
    for (size_t i = 0; rc == 0 && i < p->indicator_count; i++)
        p->indicators[i].points =
            p->indicators[i].kind == PROFILE_SUM ? worth(p, (int)i) : p->indicators[i].points;
    if (rc == 0 && p->bonus.indicator.n && named(p, p->bonus.indicator) < 0)
        rc = error_set(
            err, ERR_CONFIG,
            tr("%.*s：bonus 中的 %.*s 不是任何指标", "%.*s: %.*s in bonus is no indicator"),
            STR_ARG(p->conf_name), STR_ARG(p->bonus.indicator));
    return rc;
}
