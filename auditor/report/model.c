/* model.c - see model.h. */
#include "report/model.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/version.h"
#include "report/check_decision.h"
#include "report/undecided.h"

/* The text of a bilingual pair, NULL when node is none. */
static cJSON *pair_text(cJSON *node, enum lang lang)
{
    if (!cJSON_IsObject(node) || cJSON_GetArraySize(node) != 2)
        return NULL;
    cJSON *en = cJSON_GetObjectItemCaseSensitive(node, "en");
    cJSON *zh = cJSON_GetObjectItemCaseSensitive(node, "zh");
    if (!en || !zh)
        return NULL;
    return lang == LANG_EN ? en : zh;
}

/* In place, because replacing a member would lose its name. Stored JSON is some ten levels deep. */
static void localise(cJSON *node, enum lang lang)
{
    for (cJSON *child = node->child; child; child = child->next) {
        cJSON *text = pair_text(child, lang);
        if (!text) {
            localise(child, lang);
            continue;
        }
        char *value = cJSON_IsString(text) ? mem_strdup(text->valuestring) : NULL;
        cJSON_Delete(child->child);
        child->child = NULL;
        child->type = value ? cJSON_String : cJSON_NULL;
        child->valuestring = value;
    }
}

int model_parse(cJSON **out, struct str stored_json, enum lang lang, struct error *err)
{
    *out = cJSON_ParseWithLength(stored_json.p, stored_json.n);
    if (!*out)
        return error_set(err, ERR_FORMAT,
                         tr("存储的审核结果不是有效的 JSON", "a stored result is no valid JSON"));
    localise(*out, lang);
    return 0;
}

static void add_str(cJSON *object, const char *key, struct str s)
{
    char *copy = mem_strndup(s.p, s.n);
    cJSON_AddStringToObject(object, key, copy);
    free(copy);
}

cJSON *model_tool(const struct engine *engine, const char *profile)
{
    cJSON *tool = cJSON_CreateObject();
    cJSON_AddStringToObject(tool, "profile", profile);
    struct str digest = str_of(engine_digest(engine));
    struct strbuf text = { 0 };
    strbuf_c(&text, "sha256:");
    strbuf_str(&text, digest);
    cJSON_AddStringToObject(tool, "rules_digest", text.p);
    strbuf_free(&text);
    cJSON_AddStringToObject(tool, "version", AUDITOR_VERSION);
    return tool;
}

static cJSON *lines(const struct form_line *list, size_t n, enum lang lang)
{
    cJSON *array = cJSON_CreateArray();
    for (size_t i = 0; i < n; i++) {
        cJSON *line = cJSON_CreateObject();
        add_str(line, "group", list[i].group);
        add_str(line, "key", list[i].key);
        add_str(line, "name", lang == LANG_EN ? list[i].name_en : list[i].name_zh);
        cJSON_AddItemToArray(array, line);
    }
    return array;
}

/* Which cells a table has: by row, the keys of its columns. */
static cJSON *cells(const struct form_table *t)
{
    cJSON *rows = cJSON_CreateObject();
    for (size_t r = 0; r < t->row_count; r++) {
        cJSON *columns = cJSON_CreateArray();
        for (size_t c = 0; c < t->column_count; c++)
            if (t->types[r * t->column_count + c] != FORM_CELL_NONE)
                cJSON_AddItemToArray(columns, cJSON_CreateString(t->columns[c].key.p));
        cJSON_AddItemToObject(rows, t->rows[r].key.p, columns);
    }
    return rows;
}

cJSON *model_tables(const struct form *form, enum lang lang)
{
    cJSON *tables = cJSON_CreateArray();
    for (size_t i = 0; form && i < form->table_count; i++) {
        const struct form_table *t = &form->tables[i];
        cJSON *table = cJSON_CreateObject();
        cJSON_AddItemToObject(table, "cells", cells(t));
        cJSON_AddItemToObject(table, "columns", lines(t->columns, t->column_count, lang));
        add_str(table, "key", t->key);
        add_str(table, "name", lang == LANG_EN ? t->name_en : t->name_zh);
        cJSON_AddItemToObject(table, "rows", lines(t->rows, t->row_count, lang));
        add_str(table, "section", t->section);
        cJSON_AddItemToArray(tables, table);
    }
    return tables;
}

static cJSON *model_rule(const struct rule_info *info, enum lang lang)
{
    cJSON *rule = cJSON_CreateObject();
    cJSON *basis = cJSON_AddArrayToObject(rule, "basis");
    for (size_t k = 0; k < info->basis_count; k++) {
        char *text = mem_strndup(info->basis[k].p, info->basis[k].n);
        cJSON_AddItemToArray(basis, cJSON_CreateString(text));
        free(text);
    }
    add_str(rule, "remedy", info->remedy.in[lang]);
    add_str(rule, "title", info->title.in[lang]);
    return rule;
}

cJSON *model_rules(const struct engine *engine, enum lang lang)
{
    cJSON *rules = cJSON_CreateObject();
    for (size_t i = 0; i < engine_rule_count(engine); i++) {
        const struct rule_info *info = engine_rule(engine, i);
        char *id = mem_strndup(info->id.p, info->id.n);
        cJSON_AddItemToObject(rules, id, model_rule(info, lang));
        free(id);
    }
    return rules;
}

/* Of a rule that several packs have, the one that judged this document is told. */
static void rules_that_judged(cJSON *rules, const cJSON *document, const struct engine *engine,
                              enum lang lang)
{
    const cJSON *result;
    cJSON_ArrayForEach(result, cJSON_GetObjectItemCaseSensitive(document, "results")) {
        const char *id = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(result, "rule"));
        const char *pack = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(result, "pack"));
        const struct rule_info *shown = engine_rule_by_id(engine, str_of(id));
        if (!shown || !pack || str_eq_c(shown->pack, pack))
            continue;
        const struct rule_info *judged = engine_rule_in(engine, str_of(id), str_of(pack));
        if (judged)
            cJSON_ReplaceItemInObjectCaseSensitive(rules, id, model_rule(judged, lang));
    }
}

cJSON *model_labels(void)
{
    cJSON *labels = cJSON_CreateObject();
    cJSON *states = cJSON_AddObjectToObject(labels, "states");
    for (int s = STATE_PASS; s <= STATE_FIXED; s++)
        cJSON_AddStringToObject(states, audit_state_name((enum audit_state)s),
                                audit_state_label((enum audit_state)s));
    cJSON *severities = cJSON_AddObjectToObject(labels, "severities");
    for (int s = SEVERITY_ADVICE; s <= SEVERITY_VETO; s++)
        cJSON_AddStringToObject(severities, audit_severity_name((enum audit_severity)s),
                                audit_severity_label((enum audit_severity)s));
    cJSON *decisions = cJSON_AddObjectToObject(labels, "decisions");
    for (int k = 0; k < DECISION_KINDS; k++)
        cJSON_AddStringToObject(decisions, decision_kind_name((enum decision_kind)k),
                                decision_kind_label((enum decision_kind)k));
    cJSON *effects = cJSON_AddObjectToObject(labels, "effects");
    for (int e = EFFECT_HOLDS; e <= EFFECT_SETTLED; e++)
        cJSON_AddStringToObject(effects, decision_effect_name((enum decision_effect)e),
                                decision_effect_label((enum decision_effect)e));
    static const char *const reviews[] = { "open",   "confirmed", "dismissed",
                                           "waived", "appealed",  "closed" };
    cJSON *states_of_review = cJSON_AddObjectToObject(labels, "reviews");
    for (size_t i = 0; i < sizeof reviews / sizeof *reviews; i++)
        cJSON_AddStringToObject(states_of_review, reviews[i], check_review_label(reviews[i]));
    return labels;
}

/* The form whose labels the tables bear, else the form of the report's year. */
static const struct form *shown_form(const cJSON *verdict, const cJSON *extract,
                                     const struct engine *engine)
{
    const cJSON *id = cJSON_GetObjectItemCaseSensitive(
        cJSON_GetObjectItemCaseSensitive(extract, "tables"), "form");
    if (!cJSON_IsString(id))
        id = cJSON_GetObjectItemCaseSensitive(verdict, "form");
    return cJSON_IsString(id) ? form_by_id(engine_forms(engine), str_of(id->valuestring)) : NULL;
}

cJSON *model_document(cJSON *verdict, cJSON *extract, const struct engine *engine,
                      const char *profile, enum lang lang)
{
    cJSON *model = cJSON_CreateObject();
    const struct form *form = shown_form(verdict, extract, engine);
    cJSON_AddItemToObject(model, "document", verdict);
    cJSON_AddItemToObject(model, "extract", extract ? extract : cJSON_CreateNull());
    cJSON_AddItemToObject(model, "labels", model_labels());
    cJSON_AddStringToObject(model, "lang", lang == LANG_EN ? "en" : "zh");
    cJSON *rules = model_rules(engine, lang);
    rules_that_judged(rules, verdict, engine, lang);
    cJSON_AddItemToObject(model, "rules", rules);
    cJSON_AddItemToObject(model, "tables", model_tables(form, lang));
    cJSON_AddItemToObject(model, "tool", model_tool(engine, profile));
    cJSON_AddItemToObject(
        model, "undecided",
        undecided_groups(cJSON_GetObjectItemCaseSensitive(verdict, "results"), true));
    return model;
}
