/* register.c - agencies.csv read row by row; see register.h. */
#include "office/register.h"

#include <stdlib.h>
#include <string.h>

#include "base/csv.h"
#include "base/lang.h"
#include "base/mem.h"
#include "office/setup.h"
#include "text/literal.h"
#include "text/normalise.h"

struct table {
    const char *name;
    struct csv csv;
    struct agency_register *reg;
    int code, title, aliases, level, group, parent, host, deadline;
};

static int wrong(const struct table *t, size_t row, const char *column, struct str value,
                 const char *zh, const char *en, struct error *err)
{
    return error_set(err, ERR_CONFIG,
                     tr("%s:%u：“%s”一栏“%.*s”：%s", "%s:%u: column %s, \"%.*s\": %s"), t->name,
                     t->csv.rows[row].line, column, STR_ARG(value), tr(zh, en));
}

static int find_columns(struct table *t, struct error *err)
{
    t->code = csv_column(&t->csv, "代码|code");
    t->title = csv_column(&t->csv, "名称|name");
    t->aliases = csv_column(&t->csv, "别名|aliases");
    t->level = csv_column(&t->csv, "层级|level");
    t->group = csv_column(&t->csv, "分组|group");
    t->parent = csv_column(&t->csv, "上级|parent");
    t->host = csv_column(&t->csv, "域名|host");
    t->deadline = csv_column(&t->csv, "截止日|deadline");
    if (t->code < 0 || t->title < 0)
        return error_set(err, ERR_CONFIG,
                         tr("%s:1：表头必须有“代码”和“名称”（或 code、name）",
                            "%s:1: the header must have the columns code and name (代码, 名称)"),
                         t->name);
    return 0;
}

static bool parse_level(enum report_level *out, struct str text)
{
    static const struct {
        const char *word;
        enum report_level level;
    } words[] = {
        { "省", LEVEL_PROVINCE },       { "省级", LEVEL_PROVINCE },   { "市", LEVEL_CITY },
        { "市级", LEVEL_CITY },         { "县", LEVEL_COUNTY },       { "县级", LEVEL_COUNTY },
        { "区", LEVEL_COUNTY },         { "县区", LEVEL_COUNTY },     { "乡镇", LEVEL_TOWNSHIP },
        { "乡镇街道", LEVEL_TOWNSHIP }, { "乡", LEVEL_TOWNSHIP },     { "镇", LEVEL_TOWNSHIP },
        { "街道", LEVEL_TOWNSHIP },     { "部门", LEVEL_DEPARTMENT }, { "开发区", LEVEL_ZONE },
        { "管委会", LEVEL_ZONE },
    };
    bool ok = false;
    *out = LEVEL_UNKNOWN;
    if (text.n == 0)
        return true;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_eq_c(text, words[i].word)) {
            *out = words[i].level;
            return true;
        }
    *out = report_level_parse(text, &ok);
    return ok;
}

/* MM-DD of a day that exists in every year. */
static bool valid_day(struct str text)
{
    static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    if (text.n != 5 || text.p[2] != '-')
        return false;
    for (size_t i = 0; i < 5; i++)
        if (i != 2 && (text.p[i] < '0' || text.p[i] > '9'))
            return false;
    int month = (text.p[0] - '0') * 10 + text.p[1] - '0';
    int day = (text.p[3] - '0') * 10 + text.p[4] - '0';
    return month >= 1 && month <= 12 && day >= 1 && day <= days[month - 1];
}

/* Separated by ; or the Chinese marks for it. */
static void read_aliases(struct table *t, struct agency *a, struct str text)
{
    size_t room = 1;
    for (size_t i = 0; i < text.n;)
        room += str_next(text, &i) > 0;
    a->aliases = arena_alloc(t->reg->arena, room * sizeof *a->aliases);
    size_t from = 0;
    for (size_t i = 0; from < text.n;) {
        size_t end = i;
        uint32_t c = i < text.n ? str_next(text, &i) : 0;
        if (c != 0 && c != ';' && c != 0xFF1B && c != 0x3001 && c != '|')
            continue;
        struct str one = str_trim(str_sub(text, from, end - from));
        if (one.n)
            a->aliases[a->alias_count++] = arena_str(t->reg->arena, one);
        from = c == 0 ? text.n : i;
    }
}

/* "https://www.x.gov.cn/path" is a host too, to someone who copies it from a browser. */
static struct str host_of(struct str text)
{
    size_t scheme = str_find(text, STR("://"));
    if (scheme != SIZE_MAX)
        text = str_sub(text, scheme + 3, text.n);
    size_t slash = str_find(text, STR("/"));
    return slash == SIZE_MAX ? text : str_sub(text, 0, slash);
}

static int check_unique(const struct table *t, size_t row, const struct agency *a,
                        struct error *err)
{
    if (a->code.n == 0)
        return wrong(t, row, tr("代码", "code"), a->code, "不能为空", "must not be empty", err);
    if (a->name.n == 0)
        return wrong(t, row, tr("名称", "name"), a->name, "不能为空", "must not be empty", err);
    for (size_t i = 0; i < t->reg->n; i++) {
        if (str_eq(t->reg->agencies[i].code, a->code))
            return wrong(t, row, tr("代码", "code"), a->code, "重复", "stands twice", err);
        if (str_eq(t->reg->agencies[i].name, a->name))
            return wrong(t, row, tr("名称", "name"), a->name, "重复", "stands twice", err);
    }
    return 0;
}

static int read_row(struct table *t, size_t row, struct error *err)
{
    struct arena *arena = t->reg->arena;
    struct agency a = { .line = t->csv.rows[row].line };
    struct str level = csv_field(&t->csv, row, t->level);
    a.code = arena_str(arena, csv_field(&t->csv, row, t->code));
    a.name = arena_str(arena, csv_field(&t->csv, row, t->title));
    a.group = arena_str(arena, csv_field(&t->csv, row, t->group));
    a.parent = arena_str(arena, csv_field(&t->csv, row, t->parent));
    a.host = arena_str(arena, host_of(csv_field(&t->csv, row, t->host)));
    a.deadline = arena_str(arena, csv_field(&t->csv, row, t->deadline));
    read_aliases(t, &a, csv_field(&t->csv, row, t->aliases));
    if (!parse_level(&a.level, level))
        return wrong(t, row, tr("层级", "level"), level, "应为 省、市、县、乡镇、部门、开发区 之一",
                     "expected province, city, county, township, department or zone", err);
    if (a.deadline.n && !valid_day(a.deadline))
        return wrong(t, row, tr("截止日", "deadline"), a.deadline, "应形如 01-31",
                     "expected a day such as 01-31", err);
    int rc = check_unique(t, row, &a, err);
    if (rc == 0)
        t->reg->agencies[t->reg->n++] = a;
    return rc;
}

static int check_parents(const struct table *t, struct error *err)
{
    for (size_t i = 0; i < t->reg->n; i++) {
        const struct agency *a = &t->reg->agencies[i];
        if (a->parent.n && register_by_code(t->reg, a->parent) < 0)
            return error_set(
                err, ERR_CONFIG,
                tr("%s:%u：上级 %.*s 不在名录中", "%s:%u: the parent %.*s is not in the register"),
                t->name, a->line, STR_ARG(a->parent));
    }
    return 0;
}

static void add_name(struct agency_register *reg, struct str name, uint32_t agency)
{
    enum { SHORTEST = 9 }; /* bytes: two characters are a word of many titles */
    struct strbuf text = { 0 };
    text_normalise(&text, name, TEXT_T2S, NULL);
    if (text.n >= SHORTEST)
        literal_add(reg->names, strbuf_view(&text), agency);
    strbuf_free(&text);
}

void register_index(struct agency_register *reg)
{
    reg->names = literal_new();
    for (size_t i = 0; i < reg->n; i++) {
        const struct agency *a = &reg->agencies[i];
        add_name(reg, a->name, (uint32_t)i);
        for (size_t k = 0; k < a->alias_count; k++)
            add_name(reg, a->aliases[k], (uint32_t)i);
    }
    literal_freeze(reg->names);
}

int register_parse(struct agency_register **out, const char *name, struct str text,
                   struct error *err)
{
    struct table t = { .name = name };
    *out = NULL;
    int rc = csv_parse(&t.csv, name, text, err);
    if (rc)
        return rc;
    t.reg = mem_zero(1, sizeof *t.reg);
    t.reg->arena = arena_new();
    t.reg->agencies = mem_zero(t.csv.n + 1, sizeof *t.reg->agencies);
    rc = find_columns(&t, err);
    for (size_t row = 1; rc == 0 && row < t.csv.n; row++)
        rc = read_row(&t, row, err);
    if (rc == 0)
        rc = check_parents(&t, err);
    if (rc == 0)
        register_index(t.reg);
    csv_free(&t.csv);
    if (rc)
        register_free(t.reg);
    else
        *out = t.reg;
    return rc;
}

int register_read(struct agency_register **out, const char *path, struct error *err)
{
    struct strbuf text = { 0 };
    *out = NULL;
    int rc = setup_read_text(&text, path, err);
    if (rc == 0)
        rc = register_parse(out, path, strbuf_view(&text), err);
    strbuf_free(&text);
    return rc;
}

void register_free(struct agency_register *reg)
{
    if (!reg)
        return;
    literal_free(reg->names);
    arena_free(reg->arena);
    free(reg->agencies);
    free(reg);
}

int register_by_code(const struct agency_register *reg, struct str code)
{
    for (size_t i = 0; i < reg->n; i++)
        if (str_eq(reg->agencies[i].code, code))
            return (int)i;
    return -1;
}
