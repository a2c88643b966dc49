/* register.c - agencies.csv read row by row; see register.h. */
#include "office/register.h"

#include <stdlib.h>
#include <string.h>

#include "base/csv.h"
#include "base/lang.h"
#include "base/mem.h"
#include "office/register_field.h"
#include "office/setup.h"
#include "text/literal.h"
#include "text/normalise.h"

enum column {
    CODE,
    NAME,
    ALIASES,
    LEVEL,
    GROUP,
    PARENT,
    HOST,
    DEADLINE,
    FROM,
    TO,
    PREDECESSORS,
    COLUMNS
};

/* The first two are those that messages and the manual give; the others are what people write, too. */
static const char *const headers[COLUMNS] = {
    [CODE] = "代码|code|机关代码|单位代码",
    [NAME] = "名称|name|机关名称|单位名称",
    [ALIASES] = "别名|aliases|简称",
    [LEVEL] = "层级|level",
    [GROUP] = "分组|group",
    [PARENT] = "上级|parent",
    [HOST] = "域名|host|网址",
    [DEADLINE] = "截止日|deadline|截止日期",
    [FROM] = "起始年度|from",
    [TO] = "终止年度|to",
    [PREDECESSORS] = "前身|predecessors",
};

struct table {
    const char *name;
    struct csv csv;
    struct agency_register *reg;
    int at[COLUMNS]; /* -1: there is no such column */
};

static int wrong(const struct table *t, size_t row, const char *column, struct str value,
                 const char *zh, const char *en, struct error *err)
{
    return error_set(err, ERR_CONFIG,
                     tr("%s:%u：“%s”一栏“%.*s”：%s", "%s:%u: column %s, \"%.*s\": %s"), t->name,
                     t->csv.rows[row].line, column, STR_ARG(value), tr(zh, en));
}

/* A column that is not read may be a note of the office, or one whose name is misspelt: it is told. */
static void note_unread(struct table *t)
{
    struct strbuf names = { 0 };
    for (size_t i = 0; t->csv.n && i < t->csv.rows[0].n; i++) {
        struct str header = t->csv.rows[0].fields[i];
        bool read = header.n == 0;
        for (size_t c = 0; !read && c < COLUMNS; c++)
            read = t->at[c] == (int)i;
        if (!read)
            strbuf_fmt(&names, "%s%.*s", names.n ? tr("、", ", ") : "", STR_ARG(header));
    }
    t->reg->unread = arena_str(t->reg->arena, strbuf_view(&names));
    strbuf_free(&names);
}

static int find_columns(struct table *t, struct error *err)
{
    for (size_t i = 0; i < COLUMNS; i++)
        t->at[i] = csv_column(&t->csv, headers[i]);
    if (t->at[CODE] < 0 || t->at[NAME] < 0)
        return error_set(err, ERR_CONFIG,
                         tr("%s:1：表头必须有“代码”和“名称”（或 code、name）",
                            "%s:1: the header must have the columns code and name (代码, 名称)"),
                         t->name);
    note_unread(t);
    return 0;
}

static struct str field(const struct table *t, size_t row, enum column column)
{
    return csv_field(&t->csv, row, t->at[column]);
}

/* A name may come back to another body later, never in the same year. */
static bool overlap(const struct agency *a, const struct agency *b)
{
    return !(a->to && b->from && a->to < b->from) && !(b->to && a->from && b->to < a->from);
}

static int check_unique(const struct table *t, size_t row, const struct agency *a,
                        struct error *err)
{
    if (a->code.n == 0)
        return wrong(t, row, tr("代码", "code"), a->code, "不能为空", "must not be empty", err);
    if (a->name.n == 0)
        return wrong(t, row, tr("名称", "name"), a->name, "不能为空", "must not be empty", err);
    if (map_get(&t->reg->codes, a->code) != SIZE_MAX)
        return wrong(t, row, tr("代码", "code"), a->code, "重复", "stands twice", err);
    size_t same = map_get(&t->reg->exact, a->name);
    if (same != SIZE_MAX && overlap(&t->reg->agencies[same], a))
        return wrong(t, row, tr("名称", "name"), a->name, "重复", "stands twice", err);
    return 0;
}

static int read_years(const struct table *t, size_t row, struct agency *a, struct error *err)
{
    struct str from = field(t, row, FROM);
    struct str to = field(t, row, TO);
    if (!register_read_year(&a->from, from))
        return wrong(t, row, tr("起始年度", "from"), from, "应为年份，如 2019",
                     "expected a year such as 2019", err);
    if (!register_read_year(&a->to, to))
        return wrong(t, row, tr("终止年度", "to"), to, "应为年份，如 2022",
                     "expected a year such as 2022", err);
    if (a->from && a->to && a->to < a->from)
        return wrong(t, row, tr("终止年度", "to"), to, "早于起始年度", "lies before the first year",
                     err);
    return 0;
}

static int read_row(struct table *t, size_t row, struct error *err)
{
    struct arena *arena = t->reg->arena;
    struct agency a = { .line = t->csv.rows[row].line };
    struct str level = field(t, row, LEVEL);
    a.code = arena_str(arena, field(t, row, CODE));
    a.name = arena_str(arena, field(t, row, NAME));
    a.group = arena_str(arena, field(t, row, GROUP));
    a.parent = arena_str(arena, field(t, row, PARENT));
    a.host = arena_str(arena, register_read_host(field(t, row, HOST)));
    a.deadline = arena_str(arena, register_read_day(arena, field(t, row, DEADLINE)));
    a.alias_count = register_read_list(arena, &a.aliases, field(t, row, ALIASES));
    a.predecessor_count = register_read_list(arena, &a.predecessors, field(t, row, PREDECESSORS));
    if (!register_read_level(&a.level, level))
        return wrong(t, row, tr("层级", "level"), level, "应为 省、市、县、乡镇、部门、开发区 之一",
                     "expected province, city, county, township, department or zone", err);
    if (a.deadline.n && !register_is_day(a.deadline))
        return wrong(t, row, tr("截止日", "deadline"), field(t, row, DEADLINE), "应形如 01-31",
                     "expected a day such as 01-31", err);
    int rc = read_years(t, row, &a, err);
    if (rc == 0)
        rc = check_unique(t, row, &a, err);
    if (rc == 0) {
        map_add(&t->reg->codes, a.code, (uint32_t)t->reg->n);
        map_set(&t->reg->exact, a.name, (uint32_t)t->reg->n);
        t->reg->agencies[t->reg->n++] = a;
    }
    return rc;
}

/* Walks back to what the agency was; a circle would never end. */
static bool in_circle(const struct agency_register *reg, const struct agency *a, struct str code,
                      unsigned depth)
{
    enum { GENERATIONS = 64 };
    for (size_t i = 0; i < a->predecessor_count; i++) {
        size_t before = map_get(&reg->codes, a->predecessors[i]);
        if (str_eq(a->predecessors[i], code) || depth > GENERATIONS)
            return true;
        if (before != SIZE_MAX && in_circle(reg, &reg->agencies[before], code, depth + 1))
            return true;
    }
    return false;
}

/* Walks up through the agencies above. */
static bool above_itself(const struct agency_register *reg, const struct agency *a)
{
    int at = register_by_code(reg, a->parent);
    for (size_t steps = 0; at >= 0 && steps < reg->n; steps++) {
        if (&reg->agencies[at] == a)
            return true;
        at = register_by_code(reg, reg->agencies[at].parent);
    }
    return false;
}

static int check_codes(const struct table *t, struct error *err)
{
    for (size_t i = 0; i < t->reg->n; i++) {
        const struct agency *a = &t->reg->agencies[i];
        if (a->parent.n && register_by_code(t->reg, a->parent) < 0)
            return error_set(
                err, ERR_CONFIG,
                tr("%s:%u：上级 %.*s 不在名录中", "%s:%u: the parent %.*s is not in the register"),
                t->name, a->line, STR_ARG(a->parent));
        if (above_itself(t->reg, a))
            return error_set(err, ERR_CONFIG,
                             tr("%s:%u：%.*s 的上级绕回了它自己",
                                "%s:%u: the agencies above %.*s lead back to itself"),
                             t->name, a->line, STR_ARG(a->code));
        for (size_t k = 0; k < a->predecessor_count; k++)
            if (register_by_code(t->reg, a->predecessors[k]) < 0)
                return error_set(
                    err, ERR_CONFIG,
                    tr("%s:%u：前身 %.*s 不在名录中（撤销的机关也要留一行，写明终止年度）",
                       "%s:%u: the predecessor %.*s is not in the register (keep the row of an "
                       "agency that is gone, with its last year)"),
                    t->name, a->line, STR_ARG(a->predecessors[k]));
        if (in_circle(t->reg, a, a->code, 0))
            return error_set(err, ERR_CONFIG,
                             tr("%s:%u：%.*s 的前身绕回了它自己",
                                "%s:%u: the predecessors of %.*s lead back to itself"),
                             t->name, a->line, STR_ARG(a->code));
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

static void note(struct map *map, struct str name, uint32_t agency)
{
    size_t other = map_add(map, name, agency);
    if (other != SIZE_MAX && other != agency)
        map_set(map, name, REGISTER_SEVERAL);
}

void register_index(struct agency_register *reg)
{
    map_free(&reg->codes);
    map_free(&reg->exact);
    for (size_t i = 0; i < reg->n; i++) {
        const struct agency *a = &reg->agencies[i];
        map_add(&reg->codes, a->code, (uint32_t)i);
        note(&reg->exact, a->name, (uint32_t)i);
        note(&reg->cores, register_core(a->name), (uint32_t)i);
        for (size_t k = 0; k < a->alias_count; k++)
            note(&reg->aliases, register_core(a->aliases[k]), (uint32_t)i);
    }
}

void register_index_titles(struct agency_register *reg)
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

/* Above the header may stand what the table is called. */
static void skip_titles(struct csv *csv, const struct csv *whole)
{
    enum { TITLES = 10 };
    for (size_t i = 0; i < whole->n && i < TITLES; i++) {
        *csv = (struct csv){ .rows = whole->rows + i, .n = whole->n - i };
        if (csv_column(csv, headers[CODE]) >= 0 && csv_column(csv, headers[NAME]) >= 0)
            return;
    }
    *csv = *whole;
}

int register_parse(struct agency_register **out, const char *name, struct str text,
                   struct error *err)
{
    struct table t = { .name = name };
    struct csv whole = { 0 };
    *out = NULL;
    int rc = csv_parse(&whole, name, text, err);
    if (rc)
        return rc;
    skip_titles(&t.csv, &whole);
    t.reg = mem_zero(1, sizeof *t.reg);
    t.reg->arena = arena_new();
    t.reg->agencies = mem_zero(t.csv.n + 1, sizeof *t.reg->agencies);
    rc = find_columns(&t, err);
    for (size_t row = 1; rc == 0 && row < t.csv.n; row++)
        rc = read_row(&t, row, err);
    if (rc == 0)
        rc = check_codes(&t, err);
    if (rc == 0)
        register_index(t.reg);
    csv_free(&whole);
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
    map_free(&reg->codes);
    map_free(&reg->exact);
    map_free(&reg->cores);
    map_free(&reg->aliases);
    arena_free(reg->arena);
    free(reg->agencies);
    free(reg->assigned);
    free(reg);
}

int register_by_code(const struct agency_register *reg, struct str code)
{
    size_t at = map_get(&reg->codes, code);
    return at == SIZE_MAX ? -1 : (int)at;
}
