/* given.c - see given.h. */
#include "office/given.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/csv.h"
#include "base/digest.h"
#include "base/file.h"
#include "base/lang.h"
#include "base/mem.h"
#include "office/setup.h"
#include "score/points.h"

enum column {
    COL_AGENCY,
    COL_INDICATOR,
    COL_POINTS,
    COL_PERIOD,
    COL_PERSON,
    COL_DATE,
    COL_EVIDENCE,
    COL_NOTE,
    COLUMNS
};

static const char *const headers[COLUMNS] = { "机关|agency",   "指标|indicator", "得分|points",
                                              "期|period",     "填写人|person",  "日期|date",
                                              "依据|evidence", "说明|note" };

struct share { /* of one agency */
    struct input_fill *fills;
    size_t fill_count, fill_cap;
    struct input_period *periods;
    size_t period_count, period_cap;
    struct strbuf text; /* all of its rows, for the digest */
};

struct given {
    struct share *shares; /* by agency of the register */
    size_t n;
    struct arena *arena;
};

struct reader {
    struct given *given;
    struct csv csv;
    const char *name;
    int year;
    const struct profile *profile;
    const struct agency_register *reg;
    int at[COLUMNS];
};

static struct str field(const struct reader *r, size_t row, enum column column)
{
    return csv_field(&r->csv, row, r->at[column]);
}

static int wrong(const struct reader *r, size_t row, enum column column, const char *why,
                 struct error *err)
{
    size_t n = str_find(str_of(headers[column]), STR("|"));
    return error_set(err, ERR_CONFIG,
                     tr("%s:%u：“%.*s”一栏“%.*s”：%s", "%s:%u: column %.*s, \"%.*s\": %s"), r->name,
                     r->csv.rows[row].line, (int)n, headers[column], STR_ARG(field(r, row, column)),
                     why);
}

static int find_columns(struct reader *r, struct error *err)
{
    for (int c = 0; c < COLUMNS; c++)
        r->at[c] = csv_column(&r->csv, headers[c]);
    for (int c = 0; c <= COL_POINTS; c++)
        if (r->at[c] < 0)
            return error_set(err, ERR_CONFIG,
                             tr("%s:1：表头缺少“%s”一栏（竖线前后任选其一）",
                                "%s:1: the header lacks the column %s (either name)"),
                             r->name, headers[c]);
    return 0;
}

bool given_points(struct str text, int64_t *points, bool *excused)
{
    bool minus = str_starts(text, STR("-"));
    *points = 0;
    *excused = str_eq_c(text, "不适用") || str_eq_nocase(text, "n/a");
    if (!*excused && !points_parse(points, str_sub(text, minus, text.n)))
        return false;
    *points = minus ? -*points : *points;
    return true;
}

static const struct profile_indicator *by_period(const struct profile *p, struct str id)
{
    for (size_t i = 0; i < p->indicator_count; i++)
        if (p->indicators[i].kind == PROFILE_PERIOD && str_eq(p->indicators[i].id, id))
            return &p->indicators[i];
    return NULL;
}

static bool is_filled(const struct profile *p, struct str id)
{
    for (size_t i = 0; i < p->indicator_count; i++)
        if (profile_by_hand(&p->indicators[i]) && str_eq(p->indicators[i].id, id))
            return true;
    return false;
}

static int add_period(struct reader *r, size_t row, struct share *share,
                      const struct profile_indicator *in, int64_t points, struct error *err)
{
    struct input_period p = { in->id, 0, points };
    struct error why = { 0 };
    int year = 0;
    if (!input_read_period(field(r, row, COL_PERIOD), in->combine.periods, &p.period, &year))
        return wrong(r, row, COL_PERIOD,
                     tr("应为该指标的一期，如 3月、二季度、2024Q2、上半年",
                        "expected a period of the indicator, as 2024-03, Q2 or H1"),
                     err);
    if (year && year != r->year)
        return wrong(r, row, COL_PERIOD, tr("不是这一年度的", "is of another year"), err);
    if (input_check_period(r->profile, &p, &why))
        return wrong(r, row, COL_POINTS, why.message, err);
    for (size_t i = 0; i < share->period_count; i++)
        if (share->periods[i].period == p.period && str_eq(share->periods[i].indicator, in->id))
            return wrong(r, row, COL_PERIOD, tr("该期已经填过", "stands twice"), err);
    share->periods =
        mem_grow(share->periods, share->period_count, &share->period_cap, sizeof *share->periods);
    share->periods[share->period_count++] = p;
    return 0;
}

static int add_fill(struct reader *r, size_t row, struct share *share, int64_t points, bool excused,
                    struct error *err)
{
    struct arena *arena = r->given->arena;
    struct error why = { 0 };
    struct input_fill fill = { .indicator = arena_str(arena, field(r, row, COL_INDICATOR)),
                               .points = points,
                               .excused = excused,
                               .person = arena_str(arena, field(r, row, COL_PERSON)),
                               .time = arena_str(arena, field(r, row, COL_DATE)),
                               .evidence = arena_str(arena, field(r, row, COL_EVIDENCE)),
                               .note = arena_str(arena, field(r, row, COL_NOTE)) };
    if (input_check_fill(r->profile, &fill, &why))
        return wrong(r, row, is_filled(r->profile, fill.indicator) ? COL_POINTS : COL_INDICATOR,
                     why.message, err);
    for (size_t i = 0; i < share->fill_count; i++)
        if (str_eq(share->fills[i].indicator, fill.indicator))
            return wrong(r, row, COL_INDICATOR, tr("该机关的这一项已经填过", "stands twice"), err);
    share->fills =
        mem_grow(share->fills, share->fill_count, &share->fill_cap, sizeof *share->fills);
    share->fills[share->fill_count++] = fill;
    return 0;
}

static void note_row(const struct reader *r, size_t row, struct share *share)
{
    for (int c = COL_INDICATOR; c < COLUMNS; c++) {
        strbuf_str(&share->text, field(r, row, (enum column)c));
        strbuf_char(&share->text, '\0');
    }
}

static int read_row(struct reader *r, size_t row, struct error *err)
{
    int64_t points = 0;
    bool excused = false;
    int agency = register_named(r->reg, field(r, row, COL_AGENCY));
    if (agency < 0)
        return wrong(r, row, COL_AGENCY,
                     tr("名册中没有，或有几个", "is not in the register, or there are several"),
                     err);
    if (!given_points(field(r, row, COL_POINTS), &points, &excused))
        return wrong(r, row, COL_POINTS,
                     tr("应为分数或 不适用", "expected points, or n/a where it does not apply"),
                     err);
    struct share *share = &r->given->shares[agency];
    const struct profile_indicator *in = by_period(r->profile, field(r, row, COL_INDICATOR));
    int rc = in && !excused ? add_period(r, row, share, in, points, err)
                            : add_fill(r, row, share, points, excused, err);
    if (rc == 0 && !in && field(r, row, COL_PERIOD).n)
        rc = wrong(r, row, COL_PERIOD,
                   tr("这个指标不按期评分", "the indicator is not scored by periods"), err);
    note_row(r, row, share);
    return rc;
}

int given_parse(struct given **out, const char *name, struct str text, int year,
                const struct profile *profile, const struct agency_register *reg, struct error *err)
{
    struct reader r = { .name = name, .year = year, .profile = profile, .reg = reg };
    *out = NULL;
    int rc = csv_parse(&r.csv, name, text, err);
    if (rc)
        return rc;
    r.given = mem_zero(1, sizeof *r.given);
    r.given->arena = arena_new();
    r.given->n = reg->n;
    r.given->shares = mem_zero(reg->n + 1, sizeof *r.given->shares);
    if (r.csv.n)
        rc = find_columns(&r, err);
    for (size_t row = 1; rc == 0 && row < r.csv.n; row++)
        rc = read_row(&r, row, err);
    csv_free(&r.csv);
    if (rc)
        given_free(r.given);
    else
        *out = r.given;
    return rc;
}

int given_read(struct given **out, const char *path, int year, const struct profile *profile,
               const struct agency_register *reg, struct error *err)
{
    struct strbuf text = { 0 };
    *out = NULL;
    if (!file_exists(path))
        return 0;
    int rc = setup_read_text(&text, path, err);
    if (rc == 0)
        rc = given_parse(out, path, strbuf_view(&text), year, profile, reg, err);
    strbuf_free(&text);
    return rc;
}

void given_free(struct given *given)
{
    if (!given)
        return;
    for (size_t i = 0; i < given->n; i++) {
        free(given->shares[i].fills);
        free(given->shares[i].periods);
        strbuf_free(&given->shares[i].text);
    }
    free(given->shares);
    arena_free(given->arena);
    free(given);
}

void given_take(const struct given *given, int agency, struct input *input)
{
    if (!given || agency < 0 || (size_t)agency >= given->n)
        return;
    const struct share *share = &given->shares[agency];
    input->fills = share->fills;
    input->fill_count = share->fill_count;
    input->periods = share->periods;
    input->period_count = share->period_count;
}

uint64_t given_digest(const struct given *given, int agency)
{
    if (!given || agency < 0 || (size_t)agency >= given->n || given->shares[agency].text.n == 0)
        return 0;
    return digest_fast(strbuf_view(&given->shares[agency].text));
}
