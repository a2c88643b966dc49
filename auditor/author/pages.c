/* pages.c - the model of a rule's page and of the index; see pages.h. */
#include "author/pages.h"

#include <stdlib.h>
#include <string.h>

#include "author/case_file.h"
#include "base/file.h"
#include "base/lang.h"
#include "engine/declared.h"

enum { FIGURES_MAX = 64 << 20 };

static cJSON *text(struct str s)
{
    struct strbuf copy = { 0 };
    strbuf_str(&copy, s);
    cJSON *item = cJSON_CreateString(copy.p ? copy.p : "");
    strbuf_free(&copy);
    return item;
}

static void put(cJSON *object, const char *key, struct str s)
{
    cJSON_AddItemToObject(object, key, s.n ? text(s) : cJSON_CreateNull());
}

static struct str said(const struct audit_text *t)
{
    return t->in[lang_get()];
}

static const cJSON *at(const cJSON *object, const char *key)
{
    return cJSON_GetObjectItemCaseSensitive(object, key);
}

/* A string, or { zh =, en = }. */
static const char *translated(const cJSON *item)
{
    const char *own = cJSON_GetStringValue(at(item, lang_get() == LANG_ZH ? "zh" : "en"));
    const char *other = cJSON_GetStringValue(at(item, lang_get() == LANG_ZH ? "en" : "zh"));
    return cJSON_IsString(item) ? item->valuestring : own ? own : other;
}

static void add_basis_of(cJSON *list, const char *form, const cJSON *items)
{
    cJSON *o = cJSON_CreateObject();
    cJSON *copy = cJSON_IsString(items) ? cJSON_CreateArray() : cJSON_Duplicate(items, true);
    if (cJSON_IsString(items))
        cJSON_AddItemToArray(copy, cJSON_CreateString(items->valuestring));
    if (form)
        cJSON_AddStringToObject(o, "form", form);
    else
        cJSON_AddNullToObject(o, "form");
    cJSON_AddItemToObject(o, "items", copy);
    cJSON_AddItemToArray(list, o);
}

/* A string, a list, or lists by form. */
static cJSON *basis(const cJSON *declared)
{
    const cJSON *given = at(declared, "basis");
    cJSON *list = cJSON_CreateArray();
    const cJSON *item;
    if (cJSON_IsObject(given)) {
        cJSON_ArrayForEach(item, given) {
            add_basis_of(list, item->string, item);
        }
    } else if (given) {
        add_basis_of(list, NULL, given);
    }
    return list;
}

static cJSON *forms(const struct pages *pages, const struct rule_info *rule)
{
    const struct form_set *set = engine_forms(pages->engine);
    cJSON *list = cJSON_CreateArray();
    for (size_t i = 0; i < rule->form_count; i++)
        cJSON_AddItemToArray(list, text(rule->forms[i]));
    for (size_t i = 0; rule->form_count == 0 && i < set->n; i++)
        cJSON_AddItemToArray(list, text(set->forms[i]->id));
    return list;
}

/* Tables by the name that the newest form gives them. */
static struct str table_name(const struct form_set *set, const char *key)
{
    for (size_t i = set->n; i-- > 0;) {
        const struct form_table *table = form_table(set->forms[i], str_of(key));
        if (table)
            return lang_get() == LANG_ZH ? table->name_zh : table->name_en;
    }
    return str_of(key);
}

static void add_need(cJSON *list, const struct pages *pages, const char *key)
{
    cJSON *o = cJSON_CreateObject();
    cJSON_AddStringToObject(o, "key", key);
    put(o, "name", table_name(engine_forms(pages->engine), key));
    cJSON_AddItemToArray(list, o);
}

static cJSON *needs(const struct pages *pages, const cJSON *declared)
{
    const cJSON *given = at(declared, "needs");
    cJSON *list = cJSON_CreateArray();
    const cJSON *item;
    if (cJSON_IsString(given))
        add_need(list, pages, given->valuestring);
    cJSON_ArrayForEach(item, given) {
        add_need(list, pages, item->valuestring);
    }
    return list;
}

static cJSON *parameters(const struct pages *pages, const struct rule_info *rule)
{
    cJSON *list = cJSON_CreateArray();
    struct str owner = rule->parameters_of.n ? rule->parameters_of : rule->id;
    for (size_t i = 0; i < rule->parameter_count; i++) {
        const struct rule_parameter *p = &rule->parameters[i];
        const char *set = pages->profile ? profile_parameter(pages->profile, owner, p->name) : NULL;
        cJSON *o = cJSON_CreateObject();
        put(o, "default", p->value);
        put(o, "name", p->name);
        put(o, "set", str_of(set));
        cJSON_AddItemToArray(list, o);
    }
    return list;
}

static cJSON *patterns(const struct pages *pages, const struct rule_info *rule,
                       const cJSON *declared)
{
    cJSON *list = cJSON_CreateArray();
    const cJSON *item;
    cJSON_ArrayForEach(item, at(declared, "patterns")) {
        const cJSON *source = cJSON_IsString(item) ? item : at(item, "pattern");
        size_t literals = declared_literals(pages->engine, rule, str_of(item->string));
        cJSON *o = cJSON_CreateObject();
        cJSON_AddNumberToObject(o, "literals", (double)literals);
        cJSON_AddStringToObject(o, "name", item->string);
        put(o, "pattern", str_of(cJSON_GetStringValue(source)));
        cJSON_AddItemToArray(list, o);
    }
    return list;
}

static cJSON *history(const cJSON *declared)
{
    cJSON *list = cJSON_CreateArray();
    const cJSON *item;
    cJSON_ArrayForEach(item, at(declared, "history")) {
        cJSON *o = cJSON_CreateObject();
        put(o, "date", str_of(cJSON_GetStringValue(at(item, "date"))));
        put(o, "text", str_of(translated(at(item, "text"))));
        cJSON_AddItemToArray(list, o);
    }
    return list;
}

/* What the profile makes of it: the indicator that it stands in. */
static cJSON *points(const struct pages *pages, const struct rule_info *rule)
{
    const struct profile *p = pages->profile;
    int i = p ? profile_indicator(p, rule->id, NULL) : -1;
    if (!p)
        return cJSON_CreateNull();
    cJSON *o = cJSON_CreateObject();
    const struct profile_indicator *in = i < 0 ? NULL : &p->indicators[i];
    cJSON_AddItemToObject(o, "cap",
                          in && in->cap >= 0 ? cJSON_CreateNumber((double)in->cap / 1000)
                                             : cJSON_CreateNull());
    put(o, "indicator", in ? in->id : str_of(""));
    put(o, "kind", str_of(in ? profile_kind_name(in->kind) : NULL));
    put(o, "name", in ? in->name : str_of(""));
    cJSON_AddItemToObject(o, "points",
                          in ? cJSON_CreateNumber((double)in->points / 1000) : cJSON_CreateNull());
    put(o, "profile", said(&p->title));
    cJSON_AddItemToObject(o, "unit",
                          in ? cJSON_CreateNumber((double)in->unit / 1000) : cJSON_CreateNull());
    return o;
}

int pages_figures(cJSON **out, const char *path, struct error *err)
{
    struct strbuf bytes = { 0 };
    *out = NULL;
    int rc = file_read(&bytes, path, FIGURES_MAX, err);
    if (rc == 0) {
        *out = cJSON_ParseWithLength(bytes.p, bytes.n);
        if (!cJSON_IsArray(at(*out, "rules")))
            rc = error_set(err, ERR_CONFIG,
                           tr("%s：不是 auditor rules prove 写出的 JSON",
                              "%s: is no JSON as written by auditor rules prove"),
                           path);
    }
    if (rc) {
        cJSON_Delete(*out);
        *out = NULL;
    }
    strbuf_free(&bytes);
    return rc;
}

static void copy_number(cJSON *to, const char *key, const cJSON *from)
{
    const cJSON *item = at(from, key);
    cJSON_AddNumberToObject(to, key, cJSON_IsNumber(item) ? item->valuedouble : 0);
}

static cJSON *figures_of(const cJSON *all, const struct rule_info *rule)
{
    const cJSON *item;
    cJSON_ArrayForEach(item, at(all, "rules")) {
        const char *id = cJSON_GetStringValue(at(item, "id"));
        const char *pack = cJSON_GetStringValue(at(item, "pack"));
        const char *digest = cJSON_GetStringValue(at(item, "digest"));
        const cJSON *originals = at(all, "originals");
        if (!id || !str_eq_c(rule->id, id))
            continue;
        cJSON *o = cJSON_CreateObject();
        copy_number(o, "alarms", item);
        copy_number(o, "expected", item);
        copy_number(o, "found", item);
        cJSON_AddNumberToObject(o, "originals",
                                cJSON_IsNumber(originals) ? originals->valuedouble
                                                          : cJSON_GetArraySize(originals));
        put(o, "pack", str_of(pack));
        bool changed = digest && strcmp(digest, rule->digest) != 0;
        cJSON_AddBoolToObject(o, "stale", changed || !pack || !str_eq_c(rule->pack, pack));
        return o;
    }
    return cJSON_CreateNull();
}

static cJSON *figures(const struct pages *pages, const struct rule_info *rule)
{
    struct str bytes;
    if (pages->figures)
        return figures_of(pages->figures, rule);
    if (engine_pack_file(pages->engine, rule, STR("figures.json"), &bytes, NULL))
        return cJSON_CreateNull();
    cJSON *all = cJSON_ParseWithLength(bytes.p, bytes.n);
    cJSON *found = figures_of(all, rule);
    cJSON_Delete(all);
    return found;
}

static void add_declared(cJSON *o, const struct pages *pages, const struct rule_info *rule,
                         const cJSON *declared)
{
    struct str version = rule->pack;
    cJSON_AddItemToObject(o, "basis", basis(declared));
    put(o, "deselected", rule->deselected);
    struct strbuf digest = { 0 };
    strbuf_fmt(&digest, "sha256:%s", rule->digest);
    put(o, "digest", strbuf_view(&digest));
    strbuf_free(&digest);
    cJSON_AddStringToObject(o, "documents", rule->any_document ? "any" : "annual-report");
    cJSON_AddItemToObject(o, "examples", pages_examples(pages, rule));
    cJSON_AddItemToObject(o, "figures", figures(pages, rule));
    put(o, "file", rule->path);
    cJSON_AddItemToObject(o, "forms", forms(pages, rule));
    cJSON_AddItemToObject(o, "history", history(declared));
    put(o, "id", rule->id);
    cJSON_AddStringToObject(o, "lang", tr("zh", "en"));
    put(o, "load_error", rule->load_error);
    cJSON_AddItemToObject(o, "needs", needs(pages, declared));
    put(o, "pack", version);
    cJSON_AddItemToObject(o, "parameters", parameters(pages, rule));
    cJSON_AddItemToObject(o, "patterns", patterns(pages, rule, declared));
    cJSON_AddItemToObject(o, "points", points(pages, rule));
    put(o, "relevelled",
        rule->relevelled ? str_of(audit_severity_name(rule->relevelled)) : str_of(""));
    put(o, "remedy", said(&rule->remedy));
}

cJSON *pages_rule(const struct pages *pages, const struct rule_info *rule)
{
    cJSON *o = cJSON_CreateObject();
    cJSON *declared = NULL;
    declared_rule(pages->engine, rule, &declared, NULL);
    add_declared(o, pages, rule, declared);
    cJSON_AddStringToObject(o, "schema", "auditor/rule/1");
    cJSON_AddStringToObject(o, "scope", engine_scope_name(rule->scope));
    cJSON_AddStringToObject(o, "severity", audit_severity_name(rule->severity));
    cJSON_AddStringToObject(o, "severity_label", audit_severity_label(rule->severity));
    put(o, "title", said(&rule->title));
    cJSON *tool = cJSON_AddObjectToObject(o, "tool");
    cJSON_AddStringToObject(tool, "version", pages->version);
    put(o, "why", said(&rule->why));
    cJSON_Delete(declared);
    return o;
}

static struct str group_of(struct str id)
{
    return str_sub(id, 0, str_find(id, STR(".")));
}

static cJSON *entry(const struct pages *pages, const struct rule_info *rule)
{
    cJSON *o = cJSON_CreateObject();
    cJSON_AddItemToObject(o, "forms", forms(pages, rule));
    put(o, "id", rule->id);
    put(o, "load_error", rule->load_error);
    cJSON_AddItemToObject(o, "points", points(pages, rule));
    cJSON_AddStringToObject(o, "severity", audit_severity_name(rule->severity));
    cJSON_AddStringToObject(o, "severity_label", audit_severity_label(rule->severity));
    put(o, "title", said(&rule->title));
    return o;
}

cJSON *pages_index(const struct pages *pages)
{
    cJSON *o = cJSON_CreateObject();
    cJSON *groups = cJSON_AddArrayToObject(o, "groups");
    cJSON *rules = NULL;
    struct str last = { "", 0 };
    for (size_t i = 0; i < engine_rule_count(pages->engine);
         i++) { /* by id: groups stand together */
        const struct rule_info *rule = engine_rule(pages->engine, i);
        if (!rules || !str_eq(last, group_of(rule->id))) {
            cJSON *group = cJSON_CreateObject();
            last = group_of(rule->id);
            put(group, "key", last);
            rules = cJSON_AddArrayToObject(group, "rules");
            cJSON_AddItemToArray(groups, group);
        }
        cJSON_AddItemToArray(rules, entry(pages, rule));
    }
    cJSON_AddStringToObject(o, "lang", tr("zh", "en"));
    cJSON *packs = cJSON_AddArrayToObject(o, "packs");
    for (size_t i = 0; i < engine_pack_count(pages->engine); i++)
        if (engine_pack(pages->engine, i)->state == PACK_USED) {
            cJSON *pack = cJSON_CreateObject();
            put(pack, "name", engine_pack(pages->engine, i)->name);
            put(pack, "title", said(&engine_pack(pages->engine, i)->title));
            cJSON_AddItemToArray(packs, pack);
        }
    cJSON_AddStringToObject(o, "schema", "auditor/rules-index/1");
    cJSON *tool = cJSON_AddObjectToObject(o, "tool");
    cJSON_AddStringToObject(tool, "version", pages->version);
    return o;
}
