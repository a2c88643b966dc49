/* setup.c - see setup.h. */
#include "office/setup.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/digest.h"
#include "base/lang.h"
#include "base/log.h"
#include "base/mem.h"
#include "base/version.h"
#include "office/packs.h"
#include "office/profiles.h"
#include "read/charset.h"

enum { TEXT_LIMIT = 16 << 20 };

int setup_read_text(struct strbuf *out, const char *path, struct error *err)
{
    struct strbuf bytes = { 0 };
    struct charset charset = { 0 };
    int rc = file_read(&bytes, path, TEXT_LIMIT, err);
    if (rc == 0) {
        charset_decode(&charset, strbuf_view(&bytes), str_of(""));
        if (charset.invalid)
            rc = error_set(err, ERR_CONFIG,
                           tr("%s：不是 UTF-8 或 GB18030 文本", "%s: is neither UTF-8 nor GB18030"),
                           path);
        strbuf_clear(out);
        strbuf_str(out, charset.text);
        charset_free(&charset);
    }
    strbuf_free(&bytes);
    return rc;
}

/* A folder is ours when it holds the plugins. */
static bool is_data(const char *folder)
{
    char *plugins = file_join(folder, "plugins/forms");
    bool found = file_is_folder(plugins);
    free(plugins);
    return found;
}

/* <prefix>/bin/auditor -> <prefix>/share/auditor */
static char *installed_folder(void)
{
    char path[PATH_MAX];
    ssize_t n = readlink("/proc/self/exe", path, sizeof path - 1);
    if (n <= 0)
        return NULL;
    path[n] = '\0';
    for (int up = 0; up < 2; up++) {
        char *slash = strrchr(path, '/');
        if (!slash)
            return NULL;
        *slash = '\0';
    }
    return file_join(path, "share/auditor");
}

int setup_data_folder(char **out, struct error *err)
{
    const char *named = getenv("AUDITOR_DATA");
    if (named && *named) {
        *out = mem_strdup(named);
    } else {
        *out = installed_folder();
#ifdef AUDITOR_SOURCE_DATA
        if (!*out || !is_data(*out)) {
            free(*out);
            *out = mem_strdup(AUDITOR_SOURCE_DATA);
        }
#endif
    }
    if (*out && is_data(*out))
        return 0;
    int rc = error_set(err, ERR_CONFIG,
                       tr("找不到程序的数据文件夹（%s 下没有 plugins/forms）：请设置 AUDITOR_DATA",
                          "the program's data folder is missing (no plugins/forms below %s): set "
                          "AUDITOR_DATA"),
                       *out ? *out : "/");
    free(*out);
    *out = NULL;
    return rc;
}

/* What is laid over all others is what the run is about: without it there is nothing to do. */
static int check_over(const struct setup *s, const char *over, struct error *err)
{
    for (size_t i = 0; i < engine_pack_count(s->engine); i++) {
        const struct pack_info *pack = engine_pack(s->engine, i);
        if (str_eq_c(pack->file, over) && pack->state == PACK_REFUSED)
            return error_set(err, ERR_CONFIG, "%s", pack->why.in[lang_get()].p);
    }
    return 0;
}

static int load_packs(struct setup *s, const struct setup_options *options, struct error *err)
{
    struct packs packs = { 0 };
    char *rules = file_join(s->data, "rules");
    const char *over = options ? options->over : NULL;
    int rc = packs_below(&packs, rules, PACK_NATIONAL, false, err);
    if (rc == 0 && options && options->office_rules)
        rc = packs_below(&packs, options->office_rules, PACK_OFFICE, true, err);
    for (size_t i = 0; rc == 0 && options && options->packs && options->packs[i]; i++)
        packs_add_named(&packs, options->packs[i]);
    if (rc == 0 && over && !file_exists(over))
        rc = error_set(err, ERR_ABSENT, tr("没有规则包 %s", "there is no pack %s"), over);
    if (rc == 0 && over)
        packs_add_named(&packs, over);
    if (rc == 0) {
        engine_load_packs(s->engine, packs.places, packs.n);
        rc = over ? check_over(s, packs.places[packs.n - 1].path, err) : 0;
    }
    packs_free(&packs);
    free(rules);
    return rc;
}

static int load_engine(struct setup *s, const struct setup_options *options, struct error *err)
{
    char *lib = file_join(s->data, "plugins/lib");
    char *forms = file_join(s->data, "plugins/forms");
    int rc = engine_new(&s->engine, lib, err);
    if (rc == 0)
        rc = engine_load_forms(s->engine, forms, err);
    if (rc == 0)
        rc = load_packs(s, options, err);
    free(lib);
    free(forms);
    return rc;
}

static int load_profile(struct setup *s, const char *folder, struct error *err)
{
    char *conf_path = file_join(folder, "profile.conf");
    char *sheet_path = file_join(folder, "sheet.csv");
    struct strbuf conf = { 0 };
    struct strbuf sheet = { 0 };
    int rc = setup_read_text(&conf, conf_path, err);
    if (rc == 0)
        rc = setup_read_text(&sheet, sheet_path, err);
    if (rc == 0)
        rc = profile_parse(&s->profile, conf_path, strbuf_view(&conf), sheet_path,
                           strbuf_view(&sheet), err);
    if (rc == 0)
        rc = profile_check(s->profile, s->engine, err);
    strbuf_free(&conf);
    strbuf_free(&sheet);
    free(conf_path);
    free(sheet_path);
    return rc;
}

/* The scoring model counts into the profile's digest: it changes every score. */
static int load_model(struct setup *s, struct error *err)
{
    struct strbuf path = { 0 };
    struct strbuf bytes = { 0 };
    strbuf_fmt(&path, "%s/plugins/scoring/%.*s.lua", s->data, STR_ARG(s->profile->model));
    int rc = file_read(&bytes, path.p, TEXT_LIMIT, err);
    if (rc == ERR_ABSENT)
        rc = error_set(err, ERR_CONFIG,
                       tr("评分方案 %.*s 要用的评分模型 %.*s 不存在（一般用 model = deduction）；"
                          "现有的在 %s/plugins/scoring",
                          "profile %.*s names a scoring model %.*s that does not exist (most use "
                          "model = deduction); those there are: %s/plugins/scoring"),
                       STR_ARG(s->profile->id), STR_ARG(s->profile->model), s->data);
    if (rc == 0)
        rc = engine_plugin(s->engine, path.p, "scoring", &s->model, err);
    if (rc == 0) {
        struct digest *d = digest_new();
        digest_field(d, str_of(s->profile->digest));
        digest_field(d, strbuf_view(&bytes));
        digest_end(d, s->profile_digest);
    }
    strbuf_free(&path);
    strbuf_free(&bytes);
    return rc;
}

int setup_open(struct setup **out, const struct setup_options *options, struct error *err)
{
    struct setup *s = mem_zero(1, sizeof *s);
    *out = NULL;
    s->version = mem_strdup(AUDITOR_VERSION);
    s->layouts = options && options->layouts ? mem_strdup(options->layouts) : NULL;
    int rc = setup_data_folder(&s->data, err);
    if (rc == 0)
        rc = load_engine(s, options, err);
    if (rc == 0 && options && !options->rules_only) {
        char *folder = NULL;
        rc = profiles_find(&folder, options->profile ? options->profile : "national",
                           options->profiles, s->data, err);
        if (rc == 0)
            rc = load_profile(s, folder, err);
        if (rc == 0)
            rc = load_model(s, err);
        free(folder);
    }
    if (rc)
        setup_free(s);
    else
        *out = s;
    return rc;
}

void setup_free(struct setup *setup)
{
    if (!setup)
        return;
    profile_free(setup->profile);
    engine_free(setup->engine);
    free(setup->data);
    free(setup->layouts);
    free(setup->version);
    free(setup);
}

/* What packs did to rules of earlier ones. */
static void note_overrides(const struct rule_info *rule)
{
    for (size_t i = 0; i < rule->override_count; i++) {
        const struct audit_override *o = &rule->overrides[i];
        const char *what =
            o->kind == OVERRIDE_REPLACED
                ? tr("规则 %.*s 由 %.*s 代替（原属 %.*s）", "rule %.*s: %.*s replaces that of %.*s")
            : o->kind == OVERRIDE_DESELECTED
                ? tr("规则 %.*s 由 %.*s 取消选用（属 %.*s）",
                     "rule %.*s: %.*s deselects that of %.*s")
                : tr("规则 %.*s 由 %.*s 改变程度（原为 %.*s）",
                     "rule %.*s: %.*s changes its severity, which was %.*s");
        log_note(what, STR_ARG(rule->id), STR_ARG(o->by), STR_ARG(o->was));
    }
}

static void warn_packs(const struct engine *engine)
{
    for (size_t i = 0; i < engine_pack_count(engine); i++) {
        const struct pack_info *pack = engine_pack(engine, i);
        struct str why = pack->why.in[lang_get()];
        if (pack->state == PACK_REFUSED)
            log_error(tr("规则包被拒绝，它的规则都没有检查，审核不算完成：%.*s（%.*s）",
                         "a pack is refused, none of its rules is checked and no audit counts as "
                         "complete: %.*s (%.*s)"),
                      STR_ARG(why), STR_ARG(pack->file));
        else if (pack->state == PACK_SUPERSEDED)
            log_note(tr("规则包 %.*s（%.*s）未用：%.*s", "pack %.*s (%.*s) is not used: %.*s"),
                     STR_ARG(pack->name), STR_ARG(pack->file), STR_ARG(why));
    }
}

void setup_warn(const struct setup *setup)
{
    warn_packs(setup->engine);
    for (size_t i = 0; i < engine_rule_count(setup->engine); i++) {
        const struct rule_info *rule = engine_rule(setup->engine, i);
        if (rule->load_error.n && !rule->gap)
            log_warn(tr("规则不能用，记为执行出错：%.*s",
                        "a rule cannot be used and counts as an error: %.*s"),
                     STR_ARG(rule->load_error));
        note_overrides(rule);
    }
}
