/* input.c - see input.h. */
#include "score/input.h"

#include "base/lang.h"
#include "score/points.h"

static const struct profile_indicator *find(const struct profile *p, struct str id)
{
    for (size_t i = 0; i < p->indicator_count; i++)
        if (str_eq(p->indicators[i].id, id))
            return &p->indicators[i];
    return NULL;
}

static int wrong(const struct profile *p, struct str id, const char *zh, const char *en,
                 struct error *err)
{
    return error_set(err, ERR_CONFIG, tr("评分方案 %.*s，指标 %.*s：%s", "profile %.*s, %.*s: %s"),
                     STR_ARG(p->id), STR_ARG(id), tr(zh, en));
}

/* What is worth something gives some of it; what is worth nothing takes up to its cap. */
static bool within(const struct profile_indicator *in, int64_t points)
{
    if (in->points > 0)
        return points >= 0 && points <= in->points;
    bool free_of = in->kind == PROFILE_VETO || in->cap < 0;
    return points <= 0 && (free_of ? points >= -POINTS_MAX : points >= -in->cap);
}

int input_check_fill(const struct profile *profile, const struct input_fill *fill,
                     struct error *err)
{
    const struct profile_indicator *in = find(profile, fill->indicator);
    if (!in || !profile_by_hand(in))
        return wrong(profile, fill->indicator, "没有这个由人填写的指标",
                     "there is no such indicator for a person to fill in", err);
    if (!fill->excused && !within(in, fill->points))
        return wrong(profile, fill->indicator, "分数超出该指标的范围",
                     "the points are not within what it is worth", err);
    return 0;
}

/* The most that a single period gives; of a sum without a mark of its own only the whole is limited. */
static int64_t most_of_period(const struct profile_indicator *in)
{
    return in->combine.full ? in->combine.full : in->points;
}

int input_check_period(const struct profile *profile, const struct input_period *row,
                       struct error *err)
{
    const struct profile_indicator *in = find(profile, row->indicator);
    if (!in || in->kind != PROFILE_PERIOD)
        return wrong(profile, row->indicator, "没有这个按期评分的指标",
                     "there is no such indicator that is scored by periods", err);
    if (row->period < 1 || row->period > in->combine.periods)
        return wrong(profile, row->indicator, "没有这一期", "there is no such period", err);
    if (row->points < 0 || row->points > most_of_period(in))
        return wrong(profile, row->indicator, "分数超出一期的满分",
                     "the points exceed the full mark of a period", err);
    return 0;
}

static bool take(struct str *text, const char *word)
{
    if (!str_starts(*text, str_of(word)))
        return false;
    *text = str_sub(*text, str_of(word).n, text->n);
    return true;
}

static unsigned take_number(struct str *text)
{
    static const char *const zh[] = { "一", "二", "三", "四", "五", "六", "七", "八", "九" };
    unsigned n = 0;
    while (text->n && text->p[0] >= '0' && text->p[0] <= '9' && n < 10000) {
        n = n * 10 + (unsigned)(text->p[0] - '0');
        *text = str_sub(*text, 1, text->n);
    }
    if (n)
        return n;
    bool ten = take(text, "十");
    for (unsigned i = 0; i < 9; i++)
        if (take(text, zh[i]))
            return i + 1 + (ten ? 10 : 0);
    return ten ? 10 : 0;
}

/* "2024-", "2024年", "2024" before a letter. */
static int take_year(struct str *text)
{
    struct str rest = *text;
    unsigned year = take_number(&rest);
    if (year < 1000 || year > 9999 || rest.n == 0)
        return 0;
    (void)(take(&rest, "-") || take(&rest, "/") || take(&rest, ".") || take(&rest, "年度") ||
           take(&rest, "年"));
    *text = str_trim(rest);
    return (int)year;
}

bool input_read_period(struct str text, unsigned periods, unsigned *period, int *year)
{
    text = str_trim(text);
    *year = take_year(&text);
    *period = 0;
    unsigned kind = 0; /* how many a year the words mean; 0: they do not say */
    if (take(&text, "上半年") || take(&text, "下半年")) {
        *period = str_ends((struct str){ text.p - 9, 9 }, STR("上半年")) ? 1 : 2;
        kind = 2;
    } else {
        if (take(&text, "Q") || take(&text, "q"))
            kind = 4;
        else if (take(&text, "H") || take(&text, "h"))
            kind = 2;
        else
            (void)take(&text, "第");
        *period = take_number(&text);
        if (kind == 0 && (take(&text, "季度") || take(&text, "季")))
            kind = 4;
        else if (kind == 0 && (take(&text, "月份") || take(&text, "月")))
            kind = 12;
    }
    return text.n == 0 && (kind == 0 || kind == periods) && *period >= 1 && *period <= periods;
}
