/* profile_sheet.c - sheet.csv: one indicator a row; see profile.h and docs/profiles.md. */
#include <string.h>

#include "base/csv.h"
#include "base/lang.h"
#include "base/mem.h"
#include "score/points.h"
#include "score/profile.h"
#include "score/profile_shape.h"

enum column {
    COL_ID,
    COL_NAME,
    COL_RULES,
    COL_POINTS,
    COL_KIND,
    COL_UNIT,
    COL_CAP,
    COL_MUTEX,
    COL_GROUP,
    COL_GROUP_CAP,
    COL_NOTE,
    COLUMNS
};

/* Chinese and English: "编号|id". */
static const char *header(enum column column)
{
    return profile_sheet_shape.fields[column].name;
}

struct sheet {
    struct profile *profile;
    const char *name;
    struct csv csv;
    int at[COLUMNS];
    size_t cap;
};

static struct str field(const struct sheet *s, size_t row, enum column column)
{
    return csv_field(&s->csv, row, s->at[column]);
}

static int wrong(const struct sheet *s, size_t row, enum column column, const char *zh,
                 const char *en, struct error *err)
{
    const char *bar = strchr(header(column), '|');
    return error_set(err, ERR_CONFIG,
                     tr("%s:%u：“%.*s”一栏“%.*s”：%s", "%s:%u: column %.*s, \"%.*s\": %s"), s->name,
                     s->csv.rows[row].line, (int)(bar - header(column)), header(column),
                     STR_ARG(field(s, row, column)), tr(zh, en));
}

static int find_columns(struct sheet *s, struct error *err)
{
    for (int c = 0; c < COLUMNS; c++)
        s->at[c] = csv_column(&s->csv, header((enum column)c));
    for (int c = 0; c < COLUMNS; c++)
        if (s->at[c] < 0 && !shape_optional(&profile_sheet_shape.fields[c]))
            return error_set(err, ERR_CONFIG,
                             tr("%s:1：表头缺少“%s”一栏（竖线前后任选其一）",
                                "%s:1: the header lacks the column %s (either name)"),
                             s->name, header((enum column)c));
    return 0;
}

static int read_kind(const struct sheet *s, size_t row, struct profile_indicator *in,
                     struct error *err)
{
    struct str text = field(s, row, COL_KIND);
    if (str_eq_c(text, "一次") || str_eq_nocase(text, "once"))
        in->kind = PROFILE_ONCE;
    else if (str_eq_c(text, "按处") || str_eq_c(text, "每处") || str_eq_nocase(text, "each"))
        in->kind = PROFILE_EACH;
    else if (str_eq_c(text, "否决") || str_eq_nocase(text, "veto"))
        in->kind = PROFILE_VETO;
    else
        return wrong(s, row, COL_KIND, "应为 一次、按处 或 否决", "expected once, each or veto",
                     err);
    return 0;
}

/* *out keeps its value when the field is empty. */
static int read_points(const struct sheet *s, size_t row, enum column column, int64_t *out,
                       struct error *err)
{
    struct str text = field(s, row, column);
    if (text.n == 0 || points_parse(out, text))
        return 0;
    return wrong(s, row, column, "应为不带负号的分数，至多三位小数",
                 "expected points without a sign, at most three decimals", err);
}

/* A veto has no price; everything else needs its points, from which the rest follows. */
static int read_amounts(const struct sheet *s, size_t row, struct profile_indicator *in,
                        struct error *err)
{
    in->points = -1;
    int rc = read_points(s, row, COL_POINTS, &in->points, err);
    if (rc == 0 && in->points < 0 && in->kind != PROFILE_VETO)
        rc = wrong(s, row, COL_POINTS, "不能为空", "must not be empty", err);
    if (in->points < 0)
        in->points = 0;
    in->cap = in->points;
    in->unit = in->kind == PROFILE_VETO ? 0 : in->points;
    in->group_cap = -1;
    if (rc == 0)
        rc = read_points(s, row, COL_UNIT, &in->unit, err);
    if (rc == 0)
        rc = read_points(s, row, COL_CAP, &in->cap, err);
    if (rc == 0)
        rc = read_points(s, row, COL_GROUP_CAP, &in->group_cap, err);
    if (rc == 0 && in->group_cap >= 0 && in->group.n == 0)
        rc = wrong(s, row, COL_GROUP_CAP, "没有分组，不能有组封顶", "a group cap needs a group",
                   err);
    return rc;
}

static bool valid_rule(struct str rule)
{
    size_t dots = 0;
    for (size_t i = 0; i < rule.n; i++) {
        char c = rule.p[i];
        bool word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
        bool star = c == '*' && i + 1 == rule.n;
        if (!word && c != '.' && !star)
            return false;
        dots += c == '.';
    }
    return dots > 0;
}

/* No pattern stands twice: which indicator would it cost? */
static const struct profile_indicator *owner(const struct profile *p, struct str pattern)
{
    for (size_t i = 0; i < p->indicator_count; i++)
        for (size_t k = 0; k < p->indicators[i].rule_count; k++)
            if (str_eq(p->indicators[i].rules[k], pattern))
                return &p->indicators[i];
    return NULL;
}

static int add_rule(const struct sheet *s, size_t row, struct profile_indicator *in, size_t *cap,
                    struct str rule, struct error *err)
{
    if (!valid_rule(rule))
        return wrong(s, row, COL_RULES, "规则编号应形如 requests.balance 或 requests.*",
                     "expected rule ids such as requests.balance or requests.*", err);
    if (owner(s->profile, rule))
        return error_set(err, ERR_CONFIG,
                         tr("%s:%u：规则 %.*s 已在第 %u 行，一条规则只能归一个指标",
                            "%s:%u: rule %.*s stands in line %u already; it may cost only once"),
                         s->name, s->csv.rows[row].line, STR_ARG(rule),
                         owner(s->profile, rule)->line);
    in->rules = mem_grow(in->rules, in->rule_count, cap, sizeof *in->rules);
    in->rules[in->rule_count++] = arena_str(s->profile->arena, rule);
    return 0;
}

/* Ids separated by blanks, line breaks, comma, semicolon (also the Chinese ones). */
static int read_rules(const struct sheet *s, size_t row, struct profile_indicator *in,
                      struct error *err)
{
    struct str text = field(s, row, COL_RULES);
    size_t cap = 0;
    size_t from = 0;
    for (size_t i = 0; i <= text.n;) {
        size_t end = i;
        uint32_t c = i < text.n ? str_next(text, &i) : 0;
        if (c == 0)
            i = text.n + 1;
        if (c > ' ' && c != ',' && c != ';' && c != 0xFF0C && c != 0xFF1B && c != 0x3001 &&
            c != 0x3000 && c != 0xA0)
            continue;
        if (end > from) {
            int rc = add_rule(s, row, in, &cap, str_sub(text, from, end - from), err);
            if (rc)
                return rc;
        }
        from = i;
    }
    return 0;
}

static int check_id(const struct sheet *s, size_t row, struct str id, struct error *err)
{
    if (id.n == 0)
        return wrong(s, row, COL_ID, "不能为空", "must not be empty", err);
    for (size_t i = 0; i < s->profile->indicator_count; i++)
        if (str_eq(s->profile->indicators[i].id, id))
            return wrong(s, row, COL_ID, "编号重复", "stands twice", err);
    return 0;
}

static int read_row(struct sheet *s, size_t row, struct error *err)
{
    struct profile *p = s->profile;
    struct profile_indicator in = { .line = s->csv.rows[row].line };
    in.id = arena_str(p->arena, field(s, row, COL_ID));
    in.name = arena_str(p->arena, field(s, row, COL_NAME));
    in.note = arena_str(p->arena, field(s, row, COL_NOTE));
    in.mutex = arena_str(p->arena, field(s, row, COL_MUTEX));
    in.group = arena_str(p->arena, field(s, row, COL_GROUP));
    int rc = check_id(s, row, in.id, err);
    if (rc == 0)
        rc = read_kind(s, row, &in, err);
    if (rc == 0)
        rc = read_amounts(s, row, &in, err);
    if (rc)
        return rc;
    p->indicators = mem_grow(p->indicators, p->indicator_count, &s->cap, sizeof *p->indicators);
    p->indicators[p->indicator_count++] = in;
    return read_rules(s, row, &p->indicators[p->indicator_count - 1], err);
}

/* The cap of a group may stand in one of its rows or in all; then it must be the same. */
static int share_group_caps(struct sheet *s, struct error *err)
{
    struct profile *p = s->profile;
    for (size_t i = 0; i < p->indicator_count; i++) {
        struct profile_indicator *a = &p->indicators[i];
        for (size_t k = 0; a->group.n && a->group_cap >= 0 && k < p->indicator_count; k++) {
            struct profile_indicator *b = &p->indicators[k];
            if (!str_eq(a->group, b->group))
                continue;
            if (b->group_cap >= 0 && b->group_cap != a->group_cap)
                return error_set(err, ERR_CONFIG,
                                 tr("%s:%u：分组 %.*s 的组封顶与第 %u 行不同",
                                    "%s:%u: the cap of group %.*s differs from line %u"),
                                 s->name, b->line, STR_ARG(b->group), a->line);
            b->group_cap = a->group_cap;
        }
    }
    return 0;
}

int profile_read_sheet(struct profile *p, const char *name, struct str text, struct error *err)
{
    struct sheet s = { .profile = p, .name = name };
    int rc = csv_parse(&s.csv, name, text, err);
    if (rc)
        return rc;
    if (s.csv.n < 2)
        rc = error_set(err, ERR_CONFIG, tr("%s：没有指标", "%s: there is no indicator"), name);
    if (rc == 0)
        rc = find_columns(&s, err);
    for (size_t row = 1; rc == 0 && row < s.csv.n; row++)
        rc = read_row(&s, row, err);
    if (rc == 0)
        rc = share_group_caps(&s, err);
    csv_free(&s.csv);
    return rc;
}
