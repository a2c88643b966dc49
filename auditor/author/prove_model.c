/* prove_model.c - a proof as plain data, for JSON and for the page; see prove.h. */
#include <stdlib.h>

#include <cjson/cJSON.h>

#include "author/prove_judge.h"
#include "base/file.h"
#include "base/json_add.h"
#include "base/lang.h"

static void put_number(cJSON *object, const char *key, size_t n)
{
    cJSON_AddNumberToObject(object, key, (double)n);
}

static void put_answer(cJSON *object, const char *key, enum prove_answer answer)
{
    if (answer == PROVE_NONE)
        cJSON_AddNullToObject(object, key);
    else
        cJSON_AddBoolToObject(object, key, answer == PROVE_YES);
}

static void put_rules(cJSON *object, const char *key, const struct proof *proof,
                      const uint16_t *list, size_t n)
{
    cJSON *array = cJSON_AddArrayToObject(object, key);
    for (size_t i = 0; i < n; i++) {
        cJSON *holder = cJSON_CreateObject();
        json_add_str(holder, "id", engine_rule(proof->engine, list[i])->id);
        cJSON_AddItemToArray(array, cJSON_DetachItemFromObject(holder, "id"));
        cJSON_Delete(holder);
    }
}

static void put_tally(cJSON *object, const struct prove_kind_tally *t)
{
    put_number(object, "as_meant", t->as_meant);
    put_number(object, "coherent", t->coherent);
    put_number(object, "defects", t->made - t->coherent - t->harmless);
    put_number(object, "harmless", t->harmless);
    put_number(object, "lost", t->lost);
    put_number(object, "made", t->made);
    put_number(object, "placed", t->placed);
    put_number(object, "placed_of", t->placed_of);
    put_number(object, "right", t->right);
    put_number(object, "right_of", t->right_of);
    put_number(object, "seen", t->seen);
    put_number(object, "strays", t->strays);
}

static void add_kinds(cJSON *model, const struct proof *proof)
{
    cJSON *kinds = cJSON_AddArrayToObject(model, "kinds");
    for (size_t k = 0; k < mutation_kind_count; k++) {
        const struct mutation_kind *kind = &mutation_kinds[k];
        cJSON *o = cJSON_CreateObject();
        cJSON *by_rule = cJSON_CreateObject();
        for (size_t r = 0; r < proof->rule_n; r++)
            if (proof->kinds[k].by_rule[r]) {
                cJSON *n = cJSON_CreateNumber((double)proof->kinds[k].by_rule[r]);
                struct strbuf id = { 0 };
                strbuf_str(&id, engine_rule(proof->engine, r)->id);
                cJSON_AddItemToObject(by_rule, id.p, n);
                strbuf_free(&id);
            }
        cJSON_AddItemToObject(o, "by_rule", by_rule);
        cJSON_AddStringToObject(o, "id", kind->id);
        if (kind->note_zh)
            cJSON_AddStringToObject(o, "note", tr(kind->note_zh, kind->note_en));
        else
            cJSON_AddNullToObject(o, "note");
        cJSON *tally = cJSON_AddObjectToObject(o, "tally");
        put_tally(tally, &proof->kinds[k]);
        cJSON_AddStringToObject(o, "title", tr(kind->zh, kind->en));
        cJSON_AddItemToArray(kinds, o);
    }
}

static void add_rules(cJSON *model, const struct proof *proof)
{
    cJSON *rules = cJSON_AddArrayToObject(model, "rules");
    for (size_t r = 0; r < proof->rule_n; r++) {
        const struct rule_info *rule = engine_rule(proof->engine, r);
        const struct prove_tally *t = &proof->rules[r];
        if (proof->rule && proof->rule != rule)
            continue;
        cJSON *o = cJSON_CreateObject();
        put_number(o, "alarms", t->alarms);
        put_number(o, "expected", t->expected);
        put_number(o, "fired", t->fired);
        put_number(o, "found", t->found);
        json_add_str(o, "id", rule->id);
        json_add_str(o, "pack", rule->pack);
        put_number(o, "strays", t->strays);
        json_add_str(o, "title", rule->title.in[lang_get()]);
        cJSON_AddItemToArray(rules, o);
    }
}

static void add_originals(cJSON *model, const struct proof *proof)
{
    cJSON *list = cJSON_AddArrayToObject(model, "originals");
    for (size_t i = 0; i < proof->original_n; i++) {
        const struct mutation_original *original = &proof->originals[i];
        struct strbuf shown = { 0 };
        cJSON *o = cJSON_CreateObject();
        json_add_str(o, "agency", original->report->agency);
        if (original->report->form)
            json_add_str(o, "form", original->report->form->id);
        else
            cJSON_AddNullToObject(o, "form");
        file_shown(&shown, str_of(file_name(original->path)));
        json_add_str(o, "name", strbuf_view(&shown));
        put_number(o, "year", (size_t)original->report->year);
        strbuf_free(&shown);
        cJSON_AddItemToArray(list, o);
    }
}

/* What is not as it should be, each by name. */
static bool is_notable(const struct prove_mutant *m)
{
    bool harmless = (mutation_kinds[m->kind].flags & MUTATION_HARMLESS) != 0;
    if (m->lost)
        return true;
    if (harmless || m->coherent)
        return false;
    return !m->seen || m->as_meant == PROVE_NO || m->placed == PROVE_NO || m->right == PROVE_NO ||
           m->stray_n;
}

static cJSON *mutant_object(const struct proof *proof, const struct prove_mutant *mutant)
{
    struct mutation m;
    cJSON *o = cJSON_CreateObject();
    prove_recall(&m, proof, mutant);
    put_answer(o, "as_meant", mutant->as_meant);
    json_add_str(o, "column", m.column);
    json_add_str(o, "from", strbuf_view(&m.from));
    cJSON_AddStringToObject(o, "kind", m.kind->id);
    cJSON_AddBoolToObject(o, "lost", mutant->lost);
    cJSON *missing = cJSON_AddArrayToObject(o, "missing");
    for (size_t i = 0; i < mutant->missing_n; i++) {
        cJSON *holder = cJSON_CreateObject();
        json_add_str(holder, "id", m.expect[mutant->missing[i]]);
        cJSON_AddItemToArray(missing, cJSON_DetachItemFromObject(holder, "id"));
        cJSON_Delete(holder);
    }
    put_number(o, "original", mutant->original);
    put_answer(o, "placed", mutant->placed);
    put_answer(o, "right", mutant->right);
    json_add_str(o, "row", m.row);
    json_add_str(o, "section", m.section);
    cJSON_AddBoolToObject(o, "seen", mutant->seen);
    put_rules(o, "seen_by", proof, mutant->leads, mutant->lead_n);
    put_rules(o, "strays", proof, mutant->strays, mutant->stray_n);
    json_add_str(o, "table", m.table);
    json_add_str(o, "to", strbuf_view(&m.to));
    mutation_free(&m);
    return o;
}

static void add_alarms(cJSON *model, const struct proof *proof)
{
    cJSON *list = cJSON_AddArrayToObject(model, "alarms");
    for (size_t i = 0; i < proof->alarm_n; i++) {
        const struct prove_alarm *a = &proof->alarms[i];
        cJSON *o = cJSON_CreateObject();
        if (a->mutant == UINT32_MAX)
            cJSON_AddNullToObject(o, "kind");
        else
            cJSON_AddStringToObject(o, "kind", mutation_kinds[proof->mutants[a->mutant].kind].id);
        cJSON_AddStringToObject(o, "message", a->message);
        put_number(o, "original", a->original);
        json_add_str(o, "rule", engine_rule(proof->engine, a->rule)->id);
        cJSON_AddItemToArray(list, o);
    }
}

static void add_tool(cJSON *model, const struct proof *proof, const char *version)
{
    struct strbuf digest = { 0 };
    cJSON *tool = cJSON_AddObjectToObject(model, "tool");
    strbuf_fmt(&digest, "sha256:%s", engine_digest(proof->engine));
    json_add_str(tool, "rules_digest", strbuf_view(&digest));
    cJSON_AddStringToObject(tool, "version", version);
    strbuf_free(&digest);
}

/* The rules that nothing hit: those that judge dossiers, which a single report cannot, or the others. */
static void add_silent(cJSON *model, const char *key, const struct proof *proof, bool dossiers)
{
    cJSON *silent = cJSON_AddArrayToObject(model, key);
    for (uint16_t r = 0; r < proof->rule_n; r++) {
        const struct rule_info *rule = engine_rule(proof->engine, r);
        if (proof->rules[r].fired || (rule->scope != SCOPE_DOCUMENT) != dossiers ||
            (proof->rule && proof->rule != rule))
            continue;
        cJSON *holder = cJSON_CreateObject();
        json_add_str(holder, "id", rule->id);
        cJSON_AddItemToArray(silent, cJSON_DetachItemFromObject(holder, "id"));
        cJSON_Delete(holder);
    }
}

cJSON *prove_model(const struct proof *proof, const char *version)
{
    cJSON *model = cJSON_CreateObject();
    add_alarms(model, proof);
    put_number(model, "candidates", proof->candidates);
    cJSON_AddBoolToObject(model, "full", proof->full);
    cJSON_AddBoolToObject(model, "holds", prove_holds(proof));
    add_kinds(model, proof);
    cJSON_AddStringToObject(model, "lang", lang_get() == LANG_EN ? "en" : "zh");
    cJSON *notable = cJSON_AddArrayToObject(model, "notable");
    for (size_t i = 0; i < proof->mutant_n; i++)
        if (is_notable(&proof->mutants[i]))
            cJSON_AddItemToArray(notable, mutant_object(proof, &proof->mutants[i]));
    add_originals(model, proof);
    cJSON *passed = cJSON_AddArrayToObject(model, "passed_over");
    for (size_t i = 0; i < proof->passed_over_n; i++) {
        struct strbuf shown = { 0 };
        file_shown(&shown, str_of(file_name(proof->passed_over[i])));
        cJSON_AddItemToArray(passed, cJSON_CreateString(shown.p));
        strbuf_free(&shown);
    }
    if (proof->rule)
        json_add_str(model, "rule", proof->rule->id);
    else
        cJSON_AddNullToObject(model, "rule");
    add_rules(model, proof);
    cJSON_AddStringToObject(model, "schema", "auditor/prove/1");
    struct strbuf seed = { 0 };
    strbuf_fmt(&seed, "%llu", (unsigned long long)proof->seed); /* JSON's numbers lose digits */
    json_add_str(model, "seed", strbuf_view(&seed));
    strbuf_free(&seed);
    add_tool(model, proof, version);
    put_tally(cJSON_AddObjectToObject(model, "total"), &proof->total);
    add_silent(model, "unproven", proof, true);
    add_silent(model, "untriggered", proof, false);
    return model;
}
