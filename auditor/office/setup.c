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
            rc = error_set(err, ERR_FORMAT,
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

/* Every folder below rules/ that has a manifest is a pack. */
static int load_packs(struct setup *s, struct error *err)
{
    struct file_list files = { 0 };
    char *rules = file_join(s->data, "rules");
    int rc = file_walk(&files, rules, err);
    for (size_t i = 0; rc == 0 && i < files.n; i++) {
        if (strcmp(file_name(files.paths[i]), "pack.lua") != 0)
            continue;
        char *folder =
            mem_strndup(files.paths[i], (size_t)(file_name(files.paths[i]) - files.paths[i]) - 1);
        rc = engine_load_pack(s->engine, folder, err);
        free(folder);
    }
    file_list_free(&files);
    free(rules);
    return rc;
}

static int load_engine(struct setup *s, const struct setup_options *options, struct error *err)
{
    const char *office_rules = options ? options->office_rules : NULL;
    char *lib = file_join(s->data, "plugins/lib");
    char *forms = file_join(s->data, "plugins/forms");
    int rc = engine_new(&s->engine, lib, err);
    if (rc == 0)
        rc = engine_load_forms(s->engine, forms, err);
    if (rc == 0)
        rc = load_packs(s, err);
    if (rc == 0 && office_rules && file_is_folder(office_rules))
        rc = engine_load_pack(s->engine, office_rules, err);
    if (rc == 0 && options && options->over)
        rc = engine_load_pack(s->engine, options->over, err);
    free(lib);
    free(forms);
    return rc;
}

/* A name with a slash is a folder; else one of the office's profiles, or of the program's. */
static char *profile_folder(const struct setup *s, const struct setup_options *options)
{
    const char *name = options->profile ? options->profile : "national";
    if (strchr(name, '/'))
        return mem_strdup(name);
    if (options->profiles) {
        char *own = file_join(options->profiles, name);
        if (file_is_folder(own))
            return own;
        free(own);
    }
    char *profiles = file_join(s->data, "plugins/profiles");
    char *folder = file_join(profiles, name);
    free(profiles);
    return folder;
}

static int load_profile(struct setup *s, const char *folder, struct error *err)
{
    char *conf_path = file_join(folder, "profile.conf");
    char *sheet_path = file_join(folder, "sheet.csv");
    struct strbuf conf = { 0 };
    struct strbuf sheet = { 0 };
    int rc = 0;
    if (!file_is_folder(folder))
        rc = error_set(err, ERR_ABSENT, tr("没有评分方案 %s", "there is no profile %s"), folder);
    if (rc == 0)
        rc = setup_read_text(&conf, conf_path, err);
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
                       tr("评分方案 %.*s 要用的评分模型 %.*s 不存在",
                          "profile %.*s names a scoring model %.*s that does not exist"),
                       STR_ARG(s->profile->id), STR_ARG(s->profile->model));
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
    int rc = setup_data_folder(&s->data, err);
    if (rc == 0)
        rc = load_engine(s, options, err);
    if (rc == 0 && options) {
        char *folder = profile_folder(s, options);
        rc = load_profile(s, folder, err);
        free(folder);
        if (rc == 0)
            rc = load_model(s, err);
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
    free(setup->version);
    free(setup);
}

void setup_warn(const struct setup *setup)
{
    for (size_t i = 0; i < engine_rule_count(setup->engine); i++) {
        const struct rule_info *rule = engine_rule(setup->engine, i);
        if (rule->load_error.n)
            log_warn(tr("规则不能用，记为执行出错：%.*s",
                        "a rule cannot be used and counts as an error: %.*s"),
                     STR_ARG(rule->load_error));
        else if (rule->replaces.n)
            log_note(tr("规则 %.*s 用 %.*s 的，代替 %.*s 的",
                        "rule %.*s is that of %.*s, in place of %.*s"),
                     STR_ARG(rule->id), STR_ARG(rule->pack), STR_ARG(rule->replaces));
    }
}
