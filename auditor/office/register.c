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
    int code, title, aliases, level, group, parent, host, deadline, from, to, predecessors;
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
    t->from = csv_column(&t->csv, "起始年度|from");
    t->to = csv_column(&t->csv, "终止年度|to");
    t->predecessors = csv_column(&t->csv, "前身|predecessors");
    if (t->code < 0 || t->title < 0)
        return error_set(err, ERR_CONFIG,
                         tr("%s:1：表头必须有“代码”和“名称”（或 code、name）",
                            "%s:1: the header must have the columns code and name (代码, 名称)"),
                         t->name);
    return 0;
}

static bool parse_level(enum report_level *out, struct str text)
{
    bool ok = false;
    *out = LEVEL_UNKNOWN;
    if (text.n == 0)
        return true;
    *out = report_level_read(text, &ok);
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

static size_t read_number(struct str text, size_t *at, int *out)
{
    size_t from = *at;
    for (*out = 0; *at < text.n && *at - from < 4 && text.p[*at] >= '0' && text.p[*at] <= '9';
         ++*at)
        *out = *out * 10 + text.p[*at] - '0';
    return *at - from;
}

static bool read_mark(struct str text, size_t *at, const char *chinese)
{
    struct str rest = str_sub(text, *at, text.n);
    if (str_starts(rest, str_of(chinese)))
        *at += strlen(chinese);
    else if (rest.n && strchr("-/.", rest.p[0]))
        ++*at;
    else
        return false;
    return true;
}

/* As spreadsheets show a day: "2月28日", "2/28", "2025-02-28", as 02-28. What is none stays as it is. */
static struct str plain_day(struct arena *arena, struct str text)
{
    int month = 0;
    int day = 0;
    size_t at = 0;
    if (read_number(text, &at, &month) == 4 &&
        (!read_mark(text, &at, "年") || !read_number(text, &at, &month)))
        return text;
    if (!read_mark(text, &at, "月") || !read_number(text, &at, &day))
        return text;
    struct str end = str_sub(text, at, text.n);
    if ((end.n && !str_eq_c(end, "日")) || month > 99 || day > 99)
        return text;
    return arena_fmt(arena, "%02d-%02d", month, day);
}

/* Separated by ; or the Chinese marks for it. */
static size_t read_list(struct table *t, struct str **list, struct str text)
{
    size_t room = 1, n = 0;
    for (size_t i = 0; i < text.n;)
        room += str_next(text, &i) > 0;
    *list = arena_alloc(t->reg->arena, room * sizeof **list);
    size_t from = 0;
    for (size_t i = 0; from < text.n;) {
        size_t end = i;
        uint32_t c = i < text.n ? str_next(text, &i) : 0;
        if (c != 0 && c != ';' && c != 0xFF1B && c != 0x3001 && c != '|')
            continue;
        struct str one = str_trim(str_sub(text, from, end - from));
        if (one.n)
            (*list)[n++] = arena_str(t->reg->arena, one);
        from = c == 0 ? text.n : i;
    }
    return n;
}

/* "2019" or "2019年"; empty leaves it open. */
static bool parse_year(int *out, struct str text)
{
    enum { FIRST = 2008, LAST = 2199 }; /* the first reports were about 2008 */
    *out = 0;
    if (str_ends(text, STR("年")))
        text.n -= strlen("年");
    if (text.n == 0)
        return true;
    for (size_t i = 0; i < text.n; i++) {
        if (text.n != 4 || text.p[i] < '0' || text.p[i] > '9')
            return false;
        *out = *out * 10 + text.p[i] - '0';
    }
    return *out >= FIRST && *out <= LAST;
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
    struct str from = csv_field(&t->csv, row, t->from);
    struct str to = csv_field(&t->csv, row, t->to);
    if (!parse_year(&a->from, from))
        return wrong(t, row, tr("起始年度", "from"), from, "应为年份，如 2019",
                     "expected a year such as 2019", err);
    if (!parse_year(&a->to, to))
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
    struct str level = csv_field(&t->csv, row, t->level);
    a.code = arena_str(arena, csv_field(&t->csv, row, t->code));
    a.name = arena_str(arena, csv_field(&t->csv, row, t->title));
    a.group = arena_str(arena, csv_field(&t->csv, row, t->group));
    a.parent = arena_str(arena, csv_field(&t->csv, row, t->parent));
    a.host = arena_str(arena, host_of(csv_field(&t->csv, row, t->host)));
    a.deadline = arena_str(arena, plain_day(arena, csv_field(&t->csv, row, t->deadline)));
    a.alias_count = read_list(t, &a.aliases, csv_field(&t->csv, row, t->aliases));
    a.predecessor_count = read_list(t, &a.predecessors, csv_field(&t->csv, row, t->predecessors));
    if (!parse_level(&a.level, level))
        return wrong(t, row, tr("层级", "level"), level, "应为 省、市、县、乡镇、部门、开发区 之一",
                     "expected province, city, county, township, department or zone", err);
    if (a.deadline.n && !valid_day(a.deadline))
        return wrong(t, row, tr("截止日", "deadline"), csv_field(&t->csv, row, t->deadline),
                     "应形如 01-31", "expected a day such as 01-31", err);
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

static int check_codes(const struct table *t, struct error *err)
{
    for (size_t i = 0; i < t->reg->n; i++) {
        const struct agency *a = &t->reg->agencies[i];
        if (a->parent.n && register_by_code(t->reg, a->parent) < 0)
            return error_set(
                err, ERR_CONFIG,
                tr("%s:%u：上级 %.*s 不在名录中", "%s:%u: the parent %.*s is not in the register"),
                t->name, a->line, STR_ARG(a->parent));
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
        if (csv_column(csv, "代码|code") >= 0 && csv_column(csv, "名称|name") >= 0)
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
