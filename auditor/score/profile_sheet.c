/* profile_sheet.c - sheet.csv: one indicator a row; see profile.h and docs/profiles.md. */
#include <string.h>

#include "base/csv.h"
#include "base/lang.h"
#include "base/mem.h"
#include "recognise/report.h"
#include "score/cell.h"
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
    COL_PARENT,
    COL_APPLIES,
    COL_STEPS,
    COL_PERIODS,
    COL_FLOOR,
    COL_EFFECT,
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
    static const struct {
        const char *zh;
        enum profile_kind kind;
    } words[] = {
        { "一次", PROFILE_ONCE }, { "按处", PROFILE_EACH },   { "每处", PROFILE_EACH },
        { "否决", PROFILE_VETO }, { "分档", PROFILE_GRADED }, { "门槛", PROFILE_GATE },
        { "人工", PROFILE_HAND }, { "期评", PROFILE_PERIOD }, { "加分", PROFILE_BONUS },
        { "汇总", PROFILE_SUM },  { "合计", PROFILE_SUM },
    };
    struct str text = field(s, row, COL_KIND);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_eq_c(text, words[i].zh) || str_eq_nocase(text, profile_kind_name(words[i].kind))) {
            in->kind = words[i].kind;
            return 0;
        }
    return wrong(s, row, COL_KIND, "应为 一次、按处、分档、门槛、否决、人工、期评、加分 或 汇总",
                 "expected once, each, graded, gate, veto, hand, period, bonus or sum", err);
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

/* "不限" is no limit. */
static int read_cap(const struct sheet *s, size_t row, int64_t *out, struct error *err)
{
    struct str text = field(s, row, COL_CAP);
    if (!str_eq_c(text, "不限") && !str_eq_nocase(text, "none"))
        return read_points(s, row, COL_CAP, out, err);
    *out = -1;
    return 0;
}

/* A veto has no price, a gate and a sum may take theirs from others; everything else needs its
 * points, from which the rest follows. */
static int read_amounts(const struct sheet *s, size_t row, struct profile_indicator *in,
                        struct error *err)
{
    bool free_of = in->kind == PROFILE_VETO || in->kind == PROFILE_GATE || in->kind == PROFILE_SUM;
    in->points = -1;
    int rc = read_points(s, row, COL_POINTS, &in->points, err);
    if (rc == 0 && in->points < 0 && !free_of)
        rc = wrong(s, row, COL_POINTS, "不能为空", "must not be empty", err);
    in->cap = in->points;
    in->points = in->points < 0 ? 0 : in->points;
    if (in->kind != PROFILE_SUM) /* one without points has no cap of its own */
        in->cap = in->points;
    if (in->kind == PROFILE_HAND && in->points == 0) /* it takes points, and gives none */
        in->cap = -1;
    in->unit = in->kind == PROFILE_VETO ? 0 : in->points;
    in->group_cap = -1;
    if (rc == 0)
        rc = read_points(s, row, COL_UNIT, &in->unit, err);
    if (rc == 0)
        rc = read_cap(s, row, &in->cap, err);
    if (rc == 0)
        rc = read_points(s, row, COL_GROUP_CAP, &in->group_cap, err);
    if (rc == 0 && in->group_cap >= 0 && in->group.n == 0)
        rc = wrong(s, row, COL_GROUP_CAP, "没有分组，不能有组封顶", "a group cap needs a group",
                   err);
    return rc;
}

static int read_steps(const struct sheet *s, size_t row, struct profile_indicator *in,
                      struct error *err)
{
    struct str text = field(s, row, COL_STEPS);
    if (in->kind != PROFILE_GRADED)
        return text.n == 0 ? 0
                           : wrong(s, row, COL_STEPS, "只有方式为 分档 的行才能写",
                                   "only a row of kind graded has it", err);
    if (cell_steps(text, &in->steps, &in->step_count))
        return 0;
    return wrong(s, row, COL_STEPS, "应形如 1-10:2; 11-30:5; 31-:10，天数首尾相接",
                 "expected days and points without a gap, as 1-10:2; 11-30:5; 31-:10", err);
}

static int read_periods(const struct sheet *s, size_t row, struct profile_indicator *in,
                        struct error *err)
{
    struct str text = field(s, row, COL_PERIODS);
    if (in->kind != PROFILE_PERIOD)
        return text.n == 0 ? 0
                           : wrong(s, row, COL_PERIODS, "只有方式为 期评 的行才能写",
                                   "only a row of kind period has it", err);
    if (cell_combine(text, &in->combine))
        return 0;
    return wrong(s, row, COL_PERIODS, "应形如 季度 平均、月度 合计 /10、季度 加权 20:20:30:30 /100",
                 "expected as quarterly mean, monthly sum /10, quarterly weights 20:20:30:30 /100",
                 err);
}

static int read_floor(const struct sheet *s, size_t row, struct profile_indicator *in,
                      struct error *err)
{
    struct str floor = field(s, row, COL_FLOOR);
    struct str effect = field(s, row, COL_EFFECT);
    in->floor = -1;
    if (floor.n && (!cell_share(floor, in->points, &in->floor) || in->floor > in->points))
        return wrong(s, row, COL_FLOOR, "应为不超过分值的分数，或分值的百分比，如 21、60%",
                     "expected points up to what it is worth, or a percentage, as 21 or 60%", err);
    in->has_effect = effect.n > 0;
    if (in->has_effect && in->kind != PROFILE_VETO && floor.n == 0)
        return wrong(s, row, COL_EFFECT, "只有 否决 或写有底线的行才有后果",
                     "only a veto or a row with a floor has an effect", err);
    if (in->has_effect && !profile_read_effect(s->profile, effect, &in->effect))
        return wrong(s, row, COL_EFFECT, "应为 至多 59、定为 59、等次 或 等次 良好（等次名）",
                     "expected ceiling 59, fixed 59, grade, or grade and the name of a band", err);
    return 0;
}

static bool is_group(const struct profile *p, struct str word)
{
    for (size_t i = 0; i < p->group_count; i++)
        if (str_eq(p->groups[i], word))
            return true;
    return false;
}

static int read_applies(const struct sheet *s, size_t row, struct profile_indicator *in,
                        struct error *err)
{
    struct str rest = field(s, row, COL_APPLIES);
    struct str word;
    size_t cap = 0;
    while (cell_word(&rest, &word)) {
        bool ok = false;
        (void)report_level_read(word, &ok);
        if (!ok && !is_group(s->profile, word))
            return wrong(s, row, COL_APPLIES, "应为机关层级，或 profile.conf 的 groups 所列的分组",
                         "expected kinds of bodies, or groups that profile.conf names under groups",
                         err);
        in->applies = mem_grow(in->applies, in->applies_count, &cap, sizeof *in->applies);
        in->applies[in->applies_count++] = arena_str(s->profile->arena, word);
    }
    return 0;
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

static int add_rule(const struct sheet *s, size_t row, struct profile_indicator *in, size_t *cap,
                    struct str rule, struct error *err)
{
    if (!valid_rule(rule))
        return wrong(s, row, COL_RULES, "规则编号应形如 requests.balance 或 requests.*",
                     "expected rule ids such as requests.balance or requests.*", err);
    in->rules = mem_grow(in->rules, in->rule_count, cap, sizeof *in->rules);
    in->rules[in->rule_count++] = arena_str(s->profile->arena, rule);
    return 0;
}

/* What a rule can decide needs rules; what a person or the other rows decide has none. */
static int read_rules(const struct sheet *s, size_t row, struct profile_indicator *in,
                      struct error *err)
{
    struct str rest = field(s, row, COL_RULES);
    struct str rule;
    size_t cap = 0;
    bool none = in->kind == PROFILE_HAND || in->kind == PROFILE_PERIOD || in->kind == PROFILE_SUM;
    if (none && rest.n)
        return wrong(s, row, COL_RULES, "人工、期评 和 汇总 的行没有规则",
                     "a row of kind hand, period or sum has no rules", err);
    while (cell_word(&rest, &rule)) {
        int rc = add_rule(s, row, in, &cap, rule, err);
        if (rc)
            return rc;
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

static void read_texts(const struct sheet *s, size_t row, struct profile_indicator *in)
{
    struct arena *arena = s->profile->arena;
    in->id = arena_str(arena, field(s, row, COL_ID));
    in->name = arena_str(arena, field(s, row, COL_NAME));
    in->note = arena_str(arena, field(s, row, COL_NOTE));
    in->mutex = arena_str(arena, field(s, row, COL_MUTEX));
    in->group = arena_str(arena, field(s, row, COL_GROUP));
    in->above = arena_str(arena, field(s, row, COL_PARENT));
    in->parent = -1;
    in->level = 1;
}

static int read_row(struct sheet *s, size_t row, struct error *err)
{
    static int (*const readers[])(const struct sheet *, size_t, struct profile_indicator *,
                                  struct error *) = { read_kind,    read_amounts, read_steps,
                                                      read_periods, read_floor,   read_applies,
                                                      read_rules };
    struct profile *p = s->profile;
    int rc = check_id(s, row, field(s, row, COL_ID), err);
    if (rc)
        return rc;
    p->indicators = mem_grow(p->indicators, p->indicator_count, &s->cap, sizeof *p->indicators);
    struct profile_indicator *in = &p->indicators[p->indicator_count++];
    *in = (struct profile_indicator){ .line = s->csv.rows[row].line };
    read_texts(s, row, in);
    for (size_t i = 0; rc == 0 && i < sizeof readers / sizeof *readers; i++)
        rc = readers[i](s, row, in, err);
    return rc;
}

int profile_read_sheet(struct profile *p, const char *name, struct str text, struct error *err)
{
    struct sheet s = { .profile = p, .name = name };
    p->sheet_name = arena_str(p->arena, str_of(name));
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
        rc = profile_read_tree(p, err);
    csv_free(&s.csv);
    return rc;
}
