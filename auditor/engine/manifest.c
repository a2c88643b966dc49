/* manifest.c - the manifest of a pack, pack.lua, field by field; see pack.h. */
#include <cjson/cJSON.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/lang.h"
#include "engine/fault.h"
#include "engine/shapes.h"
#include "engine/state.h"

enum { MOST_ITEMS = 1000, ID_MAX = 64 };

static const char *const levels[] = { "national", "province", "city", "county", "office", NULL };

const char *engine_pack_level_name(enum pack_level level)
{
    return levels[level];
}

struct manifest {
    struct pack *pack;
    struct engine *engine;
    const struct cJSON *data;
    const char *label; /* "city.zip/pack.lua" */
    struct error *err;
};

static int fail(const struct manifest *m, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static int fail(const struct manifest *m, const char *format, ...)
{
    char what[400];
    va_list args;
    va_start(args, format);
    vsnprintf(what, sizeof what, format, args);
    va_end(args);
    return error_set(m->err, ERR_CONFIG, "%s: %s", m->label, what);
}

static int wrong(const struct manifest *m, const char *field, const char *expected)
{
    return fail(m, tr("字段 %s 应为%s", "field '%s' must be %s"), field, expected);
}

static const cJSON *field(const struct manifest *m, const char *name)
{
    return cJSON_GetObjectItemCaseSensitive(m->data, name);
}

static struct str keep(const struct manifest *m, const char *s)
{
    return arena_str(m->engine->arena, str_of(s));
}

static int check_known(const struct manifest *m)
{
    if (!cJSON_IsObject(m->data))
        return fail(m, tr("应为带名字的字段", "must have named fields"));
    for (const cJSON *item = m->data->child; item; item = item->next) {
        if (!shape_field(&shape_pack, item->string))
            return fail(m, tr("不认识字段 %s", "unknown field '%s'"), item->string);
    }
    return 0;
}

/* As a rule's: it becomes part of one. */
static bool is_id(const char *s)
{
    size_t n = s ? strlen(s) : 0;
    for (size_t i = 0; i < n; i++) {
        bool word = (s[i] >= 'a' && s[i] <= 'z') || (s[i] >= '0' && s[i] <= '9');
        if (!word && (i == 0 || i + 1 == n || !strchr(".-_", s[i])))
            return false;
    }
    return n > 0 && n <= ID_MAX;
}

static int read_identity(const struct manifest *m)
{
    struct pack_info *info = &m->pack->info;
    const char *id = cJSON_GetStringValue(field(m, "id"));
    const char *version = cJSON_GetStringValue(field(m, "version"));
    if (!is_id(id))
        return wrong(m, "id",
                     tr("小写字母、数字、点和连字符",
                        "a string of lower-case letters, digits, dots and hyphens"));
    if (strcmp(id, "office") == 0)
        return fail(m, tr("编号 office 留给办公文件夹中的散放规则",
                          "the id 'office' is that of an office's loose rules"));
    info->id = info->name = keep(m, id);
    info->version = str_of("");
    if (!version)
        return wrong(m, "version", tr("文字，如 \"1.0.0\"", "a string, as \"1.0.0\""));
    info->version = keep(m, version);
    if (!semver_parse(&m->pack->version, info->version))
        return fail(m,
                    tr("版本“%s”不是三段式语义版本（如 1.0.0）",
                       "version '%s' is no semantic version (as 1.0.0)"),
                    version);
    info->name = arena_fmt(m->engine->arena, "%s@%s", id, version);
    return 0;
}

static int read_interface(const struct manifest *m)
{
    const cJSON *item = field(m, "interface");
    if (!cJSON_IsNumber(item) || item->valuedouble != item->valueint)
        return wrong(m, "interface", tr("整数", "an integer"));
    if (item->valueint != ENGINE_PACK_INTERFACE)
        return fail(m,
                    tr("规则包按插件接口第 %d 版编写，本程序提供第 %d 版",
                       "written for version %d of the plugin interface, this program has %d"),
                    item->valueint, ENGINE_PACK_INTERFACE);
    return 0;
}

static int read_title(const struct manifest *m)
{
    struct pack_info *info = &m->pack->info;
    const cJSON *title = field(m, "title");
    const char *zh = cJSON_GetStringValue(title);
    const char *en = zh;
    if (cJSON_IsObject(title)) {
        zh = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(title, "zh"));
        en = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(title, "en"));
        zh = zh ? zh : en;
        en = en ? en : zh;
    }
    if (title && !zh)
        return wrong(m, "title", "{ zh =, en = }");
    info->title.in[LANG_ZH] = zh ? keep(m, zh) : info->id;
    info->title.in[LANG_EN] = en ? keep(m, en) : info->id;
    return 0;
}

static int read_level(const struct manifest *m)
{
    struct pack_info *info = &m->pack->info;
    const cJSON *level = field(m, "level");
    const cJSON *region = field(m, "region");
    if (region && !cJSON_IsString(region))
        return wrong(m, "region", tr("文字", "a string"));
    info->region = keep(m, cJSON_GetStringValue(region));
    if (!level)
        return 0;
    for (size_t i = 0; levels[i]; i++)
        if (cJSON_IsString(level) && strcmp(level->valuestring, levels[i]) == 0) {
            info->level = (enum pack_level)i;
            return 0;
        }
    return wrong(m, "level", "national | province | city | county | office");
}

static bool is_year(const cJSON *item)
{
    return !item || (cJSON_IsNumber(item) && item->valuedouble == item->valueint &&
                     item->valueint >= 2000 && item->valueint <= 2999);
}

static int read_years(const struct manifest *m)
{
    struct pack_info *info = &m->pack->info;
    const cJSON *years = field(m, "years");
    const cJSON *first = cJSON_GetObjectItemCaseSensitive(years, "first");
    const cJSON *last = cJSON_GetObjectItemCaseSensitive(years, "last");
    int named = (first != NULL) + (last != NULL);
    if (!years)
        return 0;
    if (!is_year(first) || !is_year(last) || cJSON_GetArraySize(years) != named || named == 0)
        return wrong(m, "years", "{ first = 2027, last = 2028 }");
    info->first_year = first ? first->valueint : 0;
    info->last_year = last ? last->valueint : 0;
    if (last && info->last_year < info->first_year)
        return fail(m, tr("years：最后一年早于第一年", "years: the last lies before the first"));
    return 0;
}

static int read_list(const struct manifest *m, const char *name, struct str **out, size_t *n)
{
    const cJSON *list = field(m, name);
    const cJSON *item;
    int size = cJSON_GetArraySize(list);
    if (list && (!cJSON_IsArray(list) || size > MOST_ITEMS))
        return wrong(m, name, tr("规则编号的列表", "a list of rule ids"));
    *out = arena_alloc(m->engine->arena, ((size_t)size + 1) * sizeof **out);
    cJSON_ArrayForEach(item, list) {
        if (!cJSON_IsString(item))
            return wrong(m, name, tr("规则编号的列表", "a list of rule ids"));
        (*out)[(*n)++] = keep(m, item->valuestring);
    }
    return 0;
}

static bool is_table(const cJSON *item)
{
    return cJSON_IsObject(item) || (cJSON_IsArray(item) && !item->child); /* {} is either */
}

static int read_severities(const struct manifest *m)
{
    struct pack *p = m->pack;
    const cJSON *table = field(m, "severity");
    const cJSON *item;
    int size = cJSON_GetArraySize(table);
    if (table && (!is_table(table) || size > MOST_ITEMS))
        return wrong(m, "severity", "{ [\"rule.id\"] = \"minor\" }");
    p->relevel = arena_alloc(m->engine->arena, ((size_t)size + 1) * sizeof *p->relevel);
    cJSON_ArrayForEach(item, table) {
        struct pack_relevel *r = &p->relevel[p->relevel_count++];
        r->rule = keep(m, item->string);
        if (!cJSON_IsString(item) || !audit_severity_parse(&r->severity, str_of(item->valuestring)))
            return fail(m,
                        tr("severity：%s 应为 veto、major、minor 或 advice",
                           "severity: %s must be veto, major, minor or advice"),
                        item->string);
    }
    return 0;
}

static int read_needs(const struct manifest *m)
{
    struct pack *p = m->pack;
    const cJSON *table = field(m, "needs");
    const cJSON *item;
    int size = cJSON_GetArraySize(table);
    if (table && (!is_table(table) || size > MOST_ITEMS))
        return wrong(m, "needs", "{ [\"annual-report\"] = \">=1.0 <2\" }");
    p->needs = arena_alloc(m->engine->arena, ((size_t)size + 1) * sizeof *p->needs);
    cJSON_ArrayForEach(item, table) {
        struct pack_need *need = &p->needs[p->need_count++];
        need->id = keep(m, item->string);
        need->range = keep(m, cJSON_GetStringValue(item));
        if (!cJSON_IsString(item) || !semver_range_valid(need->range))
            return fail(m,
                        tr("needs：%s 的版本范围应如 \">=1.0 <2\"",
                           "needs: the range of %s must be written as \">=1.0 <2\""),
                        item->string);
    }
    return 0;
}

/* Its identity first: a refusal can then name it. */
static int read_fields(const struct manifest *m)
{
    struct pack *p = m->pack;
    int code = read_identity(m);
    if (!code)
        code = read_title(m);
    if (!code)
        code = read_interface(m);
    if (!code)
        code = check_known(m);
    if (!code)
        code = read_level(m);
    if (!code)
        code = read_years(m);
    if (!code)
        code = read_needs(m);
    if (!code)
        code = read_list(m, "deselect", &p->deselect, &p->deselect_count);
    if (!code)
        code = read_list(m, "replace", &p->replace, &p->replace_count);
    if (!code)
        code = read_severities(m);
    if (code) /* what is missing may stand there by another name: that says more */
        (void)check_known(m);
    return code;
}

/* Gives a message the line of the field that it names. */
static void locate(const struct manifest *m, struct str text)
{
    struct strbuf located = { 0 };
    if (!m->err || m->err->code == ERR_OK)
        return;
    fault_locate(&located, str_of(m->err->message), str_of(m->label), text);
    error_set(m->err, m->err->code, "%.*s", STR_ARG(strbuf_view(&located)));
    strbuf_free(&located);
}

int manifest_read(struct pack *pack, struct engine *engine, struct error *err)
{
    struct str label = pack_label(pack, engine, STR("pack.lua"));
    struct cJSON *data = NULL;
    struct str text;
    int code = bundle_read(pack->bundle, STR("pack.lua"), &text, err);
    if (!code)
        code = engine_data_text(engine, text, label.p, "pack", &data, err);
    struct manifest m = { pack, engine, data, label.p, err };
    pack->need_count = pack->deselect_count = pack->replace_count = pack->relevel_count = 0;
    if (!code) {
        code = read_fields(&m);
        locate(&m, text);
    }
    cJSON_Delete(data);
    return code;
}
