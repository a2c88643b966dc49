/* pack.c - loads packs of rules and folders of forms; see engine.h. */
#include <cjson/cJSON.h>
#include <stdlib.h>
#include <string.h>

#include "base/digest.h"
#include "base/file.h"
#include "base/lang.h"
#include "base/mem.h"
#include "engine/chunk.h"
#include "engine/engine_seal.h"

struct manifest {
    struct str id, pack; /* "annual-report", "annual-report@1.0.0" */
};

static int read_manifest(struct engine *engine, const char *path, struct manifest *out,
                         struct error *err)
{
    static const char *const known[] = { "author", "description", "forms",   "homepage",
                                         "id",     "interface",   "license", "region",
                                         "title",  "version",     "years",   NULL };
    struct cJSON *data = NULL;
    int code = engine_data(engine, path, "pack", &data, err);
    if (code)
        return code;
    const char *id = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(data, "id"));
    const char *version = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(data, "version"));
    if (!id || !*id || strpbrk(id, "/@ "))
        code = error_set(err, ERR_CONFIG,
                         tr("%s: 字段 id 应为文字", "%s: field 'id' must be a string"), path);
    else if (!version || !*version)
        code = error_set(err, ERR_CONFIG,
                         tr("%s: 字段 version 应为文字", "%s: field 'version' must be a string"),
                         path);
    for (const cJSON *item = data->child; item && !code; item = item->next) {
        bool found = false;
        for (size_t i = 0; known[i]; i++)
            found = found || strcmp(known[i], item->string) == 0;
        if (!found)
            code = error_set(err, ERR_CONFIG, tr("%s: 不认识字段 %s", "%s: unknown field '%s'"),
                             path, item->string);
    }
    if (!code) {
        out->id = arena_str(engine->arena, str_of(id));
        out->pack = arena_fmt(engine->arena, "%s@%s", id, version);
    }
    cJSON_Delete(data);
    return code;
}

/* Where a rule of this id stands or belongs. */
static size_t rule_position(const struct engine *engine, struct str id)
{
    size_t low = 0, high = engine->rule_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (str_cmp(engine->rules[middle]->info.id, id) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
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

static void add_rule(struct engine *engine, struct rule *rule)
{
    size_t at = rule_position(engine, rule->info.id);
    if (at < engine->rule_count && str_eq(engine->rules[at]->info.id, rule->info.id)) {
        if (str_eq(engine->rules[at]->info.pack, rule->info.pack)) {
            clash(engine, engine->rules[at], rule);
            rule_free(engine, rule);
            return;
        }
        if (rule->info.load_error.n) { /* it hurts nobody: the sound rule stays, it stands beside */
            rule->info.id = arena_fmt(engine->arena, "%.*s.%.*s", STR_ARG(rule->pack_id),
                                      STR_ARG(rule->info.id));
            add_rule(engine, rule);
            return;
        }
        rule->info.replaces = engine->rules[at]->info.pack;
        rule_free(engine, engine->rules[at]);
        engine->rules[at] = rule;
        return;
    }
    engine->rules =
        mem_grow(engine->rules, engine->rule_count, &engine->rule_cap, sizeof *engine->rules);
    memmove(&engine->rules[at + 1], &engine->rules[at],
            (engine->rule_count - at) * sizeof *engine->rules);
    engine->rules[at] = rule;
    engine->rule_count++;
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

static int load_rules(struct engine *engine, const char *folder, const struct manifest *m,
                      struct error *err)
{
    struct file_list files = { 0 };
    int code = file_walk(&files, folder, err);
    size_t skip = strlen(folder);
    for (size_t i = 0; !code && i < files.n; i++) {
        const char *below = files.paths[i] + skip;
        while (*below == '/')
            below++;
        struct rule_source source = {
            .pack_id = m->id, .pack = m->pack, .path = str_of(below), .file = files.paths[i]
        };
        if (is_rule_file(source.path))
            add_rule(engine, rule_load(engine, &source));
    }
    file_list_free(&files);
    return code;
}

int engine_load_pack(struct engine *engine, const char *folder, struct error *err)
{
    struct manifest manifest = { STR("office"), STR("office@0") };
    char *file = file_join(folder, "pack.lua");
    char *lib = file_join(folder, "lib");
    char *forms = file_join(folder, "forms");
    int code = 0;
    if (!file_is_folder(folder))
        code = error_set(err, ERR_ABSENT, tr("没有规则包文件夹 %s", "there is no pack folder %s"),
                         folder);
    if (!code && file_exists(file))
        code = read_manifest(engine, file, &manifest, err);
    if (!code)
        code = chunk_load_libs(engine, lib, manifest.id, err);
    if (!code && file_is_folder(forms))
        code = engine_load_forms(engine, forms, err);
    if (!code)
        code = load_rules(engine, folder, &manifest, err);
    engine_seal(engine);
    free(file);
    free(lib);
    free(forms);
    return code;
}

static int load_form(struct engine *engine, const char *path, struct error *err)
{
    struct cJSON *data = NULL;
    struct form *form = NULL;
    struct strbuf bytes = { 0 };
    int code = engine_data(engine, path, "form", &data, err);
    if (!code)
        code = form_build(&form, data, path, err);
    if (!code)
        code = file_read(&bytes, path, CHUNK_FILE_MAX, err);
    if (!code) {
        form_set_add(&engine->forms, form);
        engine->form_files = mem_grow(engine->form_files, engine->form_count, &engine->form_cap,
                                      sizeof *engine->form_files);
        struct engine_form *file = &engine->form_files[engine->form_count++];
        file->name = arena_str(engine->arena, str_of(file_name(path)));
        digest_sha256(file->digest, strbuf_view(&bytes));
    } else {
        form_free(form);
    }
    strbuf_free(&bytes);
    cJSON_Delete(data);
    return code;
}

int engine_load_forms(struct engine *engine, const char *folder, struct error *err)
{
    struct file_list files = { 0 };
    int code = file_walk(&files, folder, err);
    for (size_t i = 0; !code && i < files.n; i++)
        if (str_eq_c(file_extension(files.paths[i]), "lua"))
            code = load_form(engine, files.paths[i], err);
    file_list_free(&files);
    engine_seal(engine);
    return code;
}
