/* office.c - finding, reading and making an office folder; see office.h. */
#include "office/office.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/conf.h"
#include "base/lang.h"
#include "base/log.h"
#include "base/mem.h"
#include "office/editor.h"
#include "office/register_book.h"

static const char *const known_keys[] = { "name",     "profile",     "profile.",
                                          "language", "notice_days", NULL };

static int read_language(struct office *o, const struct conf *conf, struct error *err)
{
    const char *value = conf_get(conf, "language");
    if (!value)
        return 0;
    o->has_language = true;
    o->language = strcmp(value, "en") == 0 ? LANG_EN : LANG_ZH;
    if (strcmp(value, "en") != 0 && strcmp(value, "zh") != 0)
        return error_set(err, ERR_CONFIG,
                         tr("%s：language 应为 zh 或 en", "%s: language is zh or en"), conf->name);
    return 0;
}

static int read_days(struct office *o, const struct conf *conf, struct error *err)
{
    const char *value = conf_get(conf, "notice_days");
    char *end = NULL;
    long days = value ? strtol(value, &end, 10) : OFFICE_NOTICE_DAYS;
    if (value && (*value == '\0' || *end || days < 1 || days > 365))
        return error_set(err, ERR_CONFIG,
                         tr("%s：notice_days 应为 1 到 365 的天数",
                            "%s: notice_days is a number of days, 1 to 365"),
                         conf->name);
    o->notice_days = (int)days;
    return 0;
}

/* A folder is named from where the settings stand, not from where the command runs. */
static char *profile_name(const struct office *o, const char *value)
{
    bool below = strchr(value, '/') && value[0] != '/';
    return below ? file_join(o->folder, value) : mem_strdup(value);
}

/* profile.2024: the sheet that a year keeps when the office goes on to another one. */
static int read_profiles(struct office *o, const struct conf *conf, struct error *err)
{
    const char *value = conf_get(conf, "profile");
    o->profile = profile_name(o, value && *value ? value : "national");
    o->years = mem_zero(conf->n + 1, sizeof *o->years);
    for (size_t i = 0; i < conf->n; i++) {
        const struct conf_entry *e = &conf->entries[i];
        if (strncmp(e->key, "profile.", 8) != 0)
            continue;
        char *end = NULL;
        long year = strtol(e->key + 8, &end, 10);
        if (strlen(e->key) != 12 || *end || year < 2000 || year > 2100 || !*e->value)
            return error_set(err, ERR_CONFIG,
                             tr("%s:%u：一个年度的评分细则应写成 profile.2024 = 名称",
                                "%s:%u: the profile of a year is written profile.2024 = NAME"),
                             conf->name, e->line);
        o->years[o->year_count++] = (struct office_year){ (int)year, profile_name(o, e->value) };
    }
    return 0;
}

const char *office_profile(const struct office *office, int year)
{
    for (size_t i = 0; i < office->year_count; i++)
        if (office->years[i].year == year)
            return office->years[i].profile;
    return office->profile;
}

static int read_conf(struct office *o, struct error *err)
{
    struct conf conf = { 0 };
    struct strbuf text = { 0 };
    char *path = file_join(o->folder, "office.conf");
    int rc = setup_read_text(&text, path, err);
    if (rc == ERR_ABSENT)
        rc = error_set(err, ERR_CONFIG,
                       tr("%s 不是办公文件夹（没有 office.conf）：用 auditor init 建立",
                          "%s is no office (there is no office.conf): auditor init makes one"),
                       o->folder);
    if (rc == 0)
        rc = conf_parse(&conf, path, strbuf_view(&text), err);
    if (rc == 0)
        rc = conf_check(&conf, known_keys, err);
    if (rc == 0)
        rc = read_language(o, &conf, err);
    if (rc == 0)
        rc = read_days(o, &conf, err);
    if (rc == 0) {
        const char *name = conf_get(&conf, "name");
        o->name = mem_strdup(name ? name : "");
        rc = read_profiles(o, &conf, err);
    }
    conf_free(&conf);
    strbuf_free(&text);
    free(path);
    return rc;
}

int office_open(struct office **out, const char *folder, struct error *err)
{
    struct office *o = mem_zero(1, sizeof *o);
    *out = NULL;
    o->folder = mem_strdup(folder);
    o->database = file_join(folder, "office.db");
    o->inbox = file_join(folder, "inbox");
    o->rules = file_join(folder, "rules");
    o->profiles = file_join(folder, "profiles");
    o->layouts = file_join(folder, "reports");
    o->output = file_join(folder, "output");
    int rc = read_conf(o, err);
    if (rc)
        office_free(o);
    else
        *out = o;
    return rc;
}

int office_find(struct office **out, struct error *err)
{
    char folder[PATH_MAX];
    *out = NULL;
    if (!getcwd(folder, sizeof folder))
        return error_set(err, ERR_IO, tr("无法确定当前文件夹", "cannot tell the working folder"));
    for (;;) {
        char *conf = file_join(folder, "office.conf");
        bool found = file_exists(conf);
        free(conf);
        if (found)
            return office_open(out, folder, err);
        char *slash = strrchr(folder, '/');
        if (!slash || slash == folder)
            break;
        *slash = '\0';
    }
    return error_set(
        err, ERR_ABSENT,
        tr("当前文件夹及其上级都不是办公文件夹：用 auditor init 建立一个",
           "neither this folder nor one above it is an office: auditor init makes one"));
}

void office_free(struct office *office)
{
    if (!office)
        return;
    free(office->folder);
    free(office->name);
    free(office->profile);
    for (size_t i = 0; i < office->year_count; i++)
        free(office->years[i].profile);
    free(office->years);
    free(office->database);
    free(office->inbox);
    free(office->rules);
    free(office->profiles);
    free(office->layouts);
    free(office->output);
    free(office);
}

static int register_of_book(struct agency_register **out, const char *path, struct error *err)
{
    struct strbuf text = { 0 };
    int rc = register_book_read(&text, path, err);
    if (rc == 0)
        rc = register_parse(out, path, strbuf_view(&text), err);
    strbuf_free(&text);
    return rc;
}

int office_register(struct agency_register **out, const struct office *office, struct error *err)
{
    char *path = file_join(office->folder, "agencies.csv");
    char *book = register_book_find(office->folder);
    int rc = book && !file_exists(path) ? register_of_book(out, book, err)
                                        : register_read(out, path, err);
    if (rc == ERR_ABSENT)
        rc = error_set(err, ERR_CONFIG, tr("没有机关名录 %s", "there is no register %s"), path);
    else if (book && file_exists(path))
        log_warn(tr("有 agencies.csv，不读 %s", "there is an agencies.csv: %s is not read"), book);
    free(book);
    free(path);
    return rc;
}

int office_given(struct given **out, const struct office *office, const struct profile *profile,
                 const struct agency_register *agencies, int year, struct error *err)
{
    struct strbuf path = { 0 };
    strbuf_fmt(&path, "%s/points/%d.csv", office->folder, year);
    int rc = given_read(out, path.p, year, profile, agencies, err);
    strbuf_free(&path);
    return rc;
}

int office_setup(struct setup **out, const struct office *office, int year, struct error *err)
{
    int rc = office_setup_as(out, office, NULL, office_profile(office, year), err);
    if (rc == ERR_ABSENT && err)
        rc = err->code = ERR_CONFIG; /* the settings name what is not there */
    return rc;
}

int office_setup_as(struct setup **out, const struct office *office, const char *rules,
                    const char *profile, struct error *err)
{
    struct setup_options options = { .profile = profile ? profile : office->profile,
                                     .profiles = office->profiles,
                                     .layouts = office->layouts,
                                     .office_rules = office->rules,
                                     .packs = office->packs,
                                     .over = rules };
    return setup_open(out, &options, err);
}

int office_setup_here(struct setup **out, const struct setup_options *options, struct error *err)
{
    struct setup_options here = *options;
    struct office *office = NULL;
    int rc = office_find(&office, err);
    if (rc == 0) {
        here.office_rules = office->rules;
        here.layouts = office->layouts;
        here.profiles = office->profiles;
        if (!here.profile)
            here.profile = office->profile;
    }
    if (rc == 0 || rc == ERR_ABSENT)
        rc = setup_open(out, &here, err);
    office_free(office);
    if (rc == ERR_ABSENT && err)
        rc = err->code = ERR_CONFIG;
    return rc;
}

/* Copies a file of the template; the name of the office's own profile goes into its copy. */
static int copy_file(const char *from, const char *to, struct error *err)
{
    struct strbuf bytes = { 0 };
    int rc = file_read(&bytes, from, 0, err);
    if (rc == 0)
        rc = file_write(to, strbuf_view(&bytes), err);
    strbuf_free(&bytes);
    return rc;
}

static int copy_tree(const char *from, const char *to, struct error *err)
{
    struct file_list files = { 0 };
    int rc = file_walk(&files, from, err);
    for (size_t i = 0; rc == 0 && i < files.n; i++) {
        char *target = file_join(to, files.paths[i] + strlen(from) + 1);
        rc = copy_file(files.paths[i], target, err);
        free(target);
    }
    file_list_free(&files);
    return rc;
}

/* The national sheet is where an office's own one begins. */
static int copy_sheet(const char *data, const char *folder, struct error *err)
{
    char *from = file_join(data, "plugins/profiles/national/sheet.csv");
    char *to = file_join(folder, "profiles/local/sheet.csv");
    int rc = copy_file(from, to, err);
    free(from);
    free(to);
    return rc;
}

static int make_folders(const char *folder, int year, struct error *err)
{
    struct strbuf inbox = { 0 };
    char *output = file_join(folder, "output");
    strbuf_fmt(&inbox, "%s/inbox/%d", folder, year);
    int rc = file_make_folder(inbox.p, err);
    if (rc == 0)
        rc = file_make_folder(output, err);
    strbuf_free(&inbox);
    free(output);
    return rc;
}

/* Who makes the office in another language than the default goes on in it. */
static int keep_language(const char *conf, struct error *err)
{
    struct strbuf text = { 0 };
    int rc = file_read(&text, conf, 0, err);
    if (rc == 0) {
        strbuf_c(&text, "language = en\n");
        rc = file_write(conf, strbuf_view(&text), err);
    }
    strbuf_free(&text);
    return rc;
}

static int write_editor(const char *data, const char *folder, struct error *err)
{
    char *rules = file_join(folder, "rules");
    int rc = editor_write(rules, data, err);
    free(rules);
    return rc;
}

int office_init(const char *folder, int year, struct error *err)
{
    char *conf = file_join(folder, "office.conf");
    char *data = NULL;
    char *template = NULL;
    int rc = 0;
    if (file_exists(conf))
        rc = error_set(err, ERR_USAGE, tr("%s 已是办公文件夹", "%s is an office already"), folder);
    if (rc == 0)
        rc = setup_data_folder(&data, err);
    if (rc == 0) {
        template = file_join(data, "plugins/office");
        rc = make_folders(folder, year, err);
    }
    if (rc == 0)
        rc = copy_sheet(data, folder, err);
    if (rc == 0)
        rc = write_editor(data, folder, err);
    if (rc == 0) /* office.conf comes with it, and makes the folder an office */
        rc = copy_tree(template, folder, err);
    if (rc == 0 && lang_get() == LANG_EN)
        rc = keep_language(conf, err);
    free(template);
    free(data);
    free(conf);
    return rc;
}
