/* pack_load.c - a pack's libraries, forms and rules, as a whole or not at all; see pack.h. */
#include <stdlib.h>
#include <string.h>

#include "base/lang.h"
#include "base/mem.h"
#include "engine/chunk.h"
#include "engine/engine_seal.h"
#include "engine/forms.h"

/* What a pack brings, until it is known that all of it is sound. */
struct load {
    struct pack *pack;
    struct engine *engine;
    struct form_file *forms;
    size_t form_count, form_cap;
    struct rule **rules;
    size_t rule_count, rule_cap;
    size_t libs_before;
    struct error *err;
};

static int load_form(struct load *l, struct str name)
{
    struct str label = pack_label(l->pack, l->engine, name);
    struct form_file form = { 0 };
    struct str text;
    int code = bundle_read(l->pack->bundle, name, &text, l->err);
    if (!code)
        code = forms_read(&form, l->engine, text, label.p, l->err);
    if (code)
        return code;
    l->forms = mem_grow(l->forms, l->form_count, &l->form_cap, sizeof *l->forms);
    l->forms[l->form_count++] = form;
    return 0;
}

static int load_forms(struct load *l)
{
    int code = 0;
    for (size_t i = 0; !code && i < bundle_count(l->pack->bundle); i++) {
        struct str name = bundle_name(l->pack->bundle, i);
        if (str_starts(name, STR("forms/")) && str_ends(name, STR(".lua")))
            code = load_form(l, name);
    }
    return code;
}

/* Whether a folder on the way to the file is a pack of its own. */
static bool of_other_pack(const struct bundle *bundle, struct str name)
{
    struct strbuf manifest = { 0 };
    bool found = false;
    for (size_t i = 0; i < name.n && !found; i++) {
        if (name.p[i] != '/')
            continue;
        strbuf_clear(&manifest);
        strbuf_fmt(&manifest, "%.*s/pack.lua", (int)i, name.p);
        found = bundle_has(bundle, strbuf_view(&manifest));
    }
    strbuf_free(&manifest);
    return found;
}

/* A rule file, told by its path below the pack's folder. */
static bool is_rule_file(struct str path)
{
    static const char *const folders[] = { "lib/", "forms/", "cases/" };
    if (!str_ends(path, STR(".lua")) || str_ends(path, STR(".cases.lua")) ||
        str_eq_c(path, "pack.lua"))
        return false;
    for (size_t i = 0; i < sizeof folders / sizeof folders[0]; i++)
        if (str_starts(path, str_of(folders[i])))
            return false;
    return true;
}

/* Two files of one pack with the same id: neither can be trusted to be the one that is meant. */
static void clash(struct engine *engine, struct rule *old, const struct rule *new)
{
    struct str id = old->info.id;
    struct str one = old->info.path;
    struct str two = new->info.path;
    struct audit_text fault;
    fault.in[LANG_ZH] = arena_fmt(engine->arena, "规则编号 %.*s 在两个文件里：%.*s、%.*s",
                                  STR_ARG(id), STR_ARG(one), STR_ARG(two));
    fault.in[LANG_EN] = arena_fmt(engine->arena, "rule id %.*s stands in two files: %.*s, %.*s",
                                  STR_ARG(id), STR_ARG(one), STR_ARG(two));
    rule_break(engine, old, &fault);
}

static struct rule *own_rule(const struct load *l, struct str id)
{
    for (size_t i = 0; i < l->rule_count; i++)
        if (str_eq(l->rules[i]->info.id, id))
            return l->rules[i];
    return NULL;
}

static bool listed(const struct str *list, size_t n, struct str id)
{
    for (size_t i = 0; i < n; i++)
        if (str_eq(list[i], id))
            return true;
    return false;
}

/* A rule that must not take the place of an earlier one stands beside it under its pack's name. */
static void stand_beside(struct load *l, struct rule *rule)
{
    rule->info.id =
        arena_fmt(l->engine->arena, "%.*s.%.*s", STR_ARG(rule->pack_id), STR_ARG(rule->info.id));
}

/* An id that an earlier pack has: a manifest must say that it is meant, loose files always mean it. */
static void check_place(struct load *l, struct rule *rule)
{
    const struct slot *slot = slot_find(l->engine, rule->info.id);
    if (!slot || !slot_last(slot))
        return;
    if (!rule->info.load_error.n && !l->pack->place.loose &&
        !listed(l->pack->replace, l->pack->replace_count, rule->info.id)) {
        struct str was = slot_last(slot)->info.pack;
        struct audit_text fault;
        fault.in[LANG_ZH] = arena_fmt(
            l->engine->arena,
            "%.*s/%.*s：规则 %.*s 已在 %.*s 中；要代替它，请在 pack.lua 的 replace 中写明",
            STR_ARG(rule->pack_id), STR_ARG(rule->info.path), STR_ARG(rule->info.id), STR_ARG(was));
        fault.in[LANG_EN] = arena_fmt(l->engine->arena,
                                      "%.*s/%.*s: rule %.*s is in %.*s already; to replace it, "
                                      "name it under replace in pack.lua",
                                      STR_ARG(rule->pack_id), STR_ARG(rule->info.path),
                                      STR_ARG(rule->info.id), STR_ARG(was));
        rule_break(l->engine, rule, &fault);
    }
    if (rule->info.load_error.n) /* it hurts nobody: the sound rule stays */
        stand_beside(l, rule);
}

static void load_rules(struct load *l)
{
    struct bundle *bundle = l->pack->bundle;
    for (size_t i = 0; i < bundle_count(bundle); i++) {
        struct str name = bundle_name(bundle, i);
        if (!is_rule_file(name) || of_other_pack(bundle, name))
            continue;
        struct rule *rule = rule_load(l->engine, l->pack, name);
        check_place(l, rule);
        struct rule *twin = own_rule(l, rule->info.id);
        if (twin) {
            clash(l->engine, twin, rule);
            rule_free(l->engine, rule);
            continue;
        }
        l->rules = mem_grow(l->rules, l->rule_count, &l->rule_cap, sizeof *l->rules);
        l->rules[l->rule_count++] = rule;
    }
}

static void take_forms(struct load *l)
{
    struct pack_info *info = &l->pack->info;
    struct arena *arena = l->engine->arena;
    info->forms = arena_alloc(arena, (l->form_count + 1) * sizeof *info->forms);
    info->forms_were = arena_alloc(arena, (l->form_count + 1) * sizeof *info->forms_were);
    for (size_t i = 0; i < l->form_count; i++) {
        info->forms[i] = arena_str(arena, l->forms[i].form->id);
        info->forms_were[i] = forms_take(l->engine, &l->forms[i], info->name);
    }
    info->form_count = l->form_count;
}

static void take_rules(struct load *l)
{
    struct engine *engine = l->engine;
    struct pack *p = l->pack;
    for (size_t i = 0; i < l->rule_count; i++) {
        struct rule *rule = l->rules[i];
        engine->rules =
            mem_grow(engine->rules, engine->rule_count, &engine->rule_cap, sizeof *engine->rules);
        engine->rules[engine->rule_count++] = rule;
        slot_add(engine, slot_of(engine, rule->info.id),
                 (struct slot_event){ .kind = SLOT_DEFINED, .by = p, .rule = rule });
    }
    for (size_t i = 0; i < p->deselect_count; i++)
        slot_add(engine, slot_of(engine, p->deselect[i]),
                 (struct slot_event){ .kind = SLOT_DESELECTED, .by = p });
    for (size_t i = 0; i < p->relevel_count; i++)
        slot_add(engine, slot_of(engine, p->relevel[i].rule),
                 (struct slot_event){
                     .kind = SLOT_RELEVELLED, .by = p, .severity = p->relevel[i].severity });
    p->info.rule_count = l->rule_count;
}

static void undo(struct load *l)
{
    for (size_t i = 0; i < l->rule_count; i++)
        rule_free(l->engine, l->rules[i]);
    for (size_t i = 0; i < l->form_count; i++)
        form_free(l->forms[i].form);
    chunk_drop_libs(l->engine, l->libs_before);
}

int pack_load(struct pack *pack, struct engine *engine, struct error *err)
{
    struct load l = {
        .pack = pack, .engine = engine, .libs_before = engine->lib_count, .err = err
    };
    int code = pack_check_needs(pack, engine, err);
    if (!code) {
        chunk_load_libs(engine, pack->bundle, STR("lib/"), pack->info.id);
        code = load_forms(&l);
    }
    if (!code) {
        load_rules(&l);
        code = pack_check_changes(pack, engine, l.rules, l.rule_count, err);
    }
    if (code) {
        undo(&l);
    } else {
        take_forms(&l);
        take_rules(&l);
        pack->settled = true;
    }
    free(l.forms);
    free(l.rules);
    return code;
}
