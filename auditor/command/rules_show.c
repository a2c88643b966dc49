/* rules_show.c - `auditor rules show RULE`, `auditor rules docs DIR`: rules as pages. */
#include <stdlib.h>

#include "author/pages.h"
#include "base/file.h"
#include "base/lang.h"
#include "base/log.h"
#include "base/version.h"
#include "command/layout.h"
#include "command/rules.h"
#include "command/rules_output.h"

enum { WIDTH = 80 };

struct library {
    struct pages pages;
    struct setup *national; /* whose profile tells points where no office does */
    cJSON *figures;
};

static int open_library(struct library *l, const struct cli *cli, struct setup *setup,
                        struct error *err)
{
    const char *path = cli_value(cli, "figures");
    int rc = path ? pages_figures(&l->figures, path, err) : 0;
    if (rc)
        return rc;
    if (!setup->profile && setup_open(&l->national, &(struct setup_options){ 0 }, NULL))
        l->national = NULL; /* then nothing is said of points */
    l->pages = (struct pages){ .engine = setup->engine,
                               .profile = setup->profile ? setup->profile
                                          : l->national  ? l->national->profile
                                                         : NULL,
                               .figures = l->figures,
                               .version = AUDITOR_VERSION };
    return 0;
}

static void close_library(struct library *l)
{
    cJSON_Delete(l->figures);
    setup_free(l->national);
}

static void write(struct strbuf *out, enum output_format format, bool color, const void *what)
{
    (void)color;
    if (format == OUTPUT_JSON)
        layout_json(out, what);
    else
        pages_text(out, what, WIDTH);
}

int rules_show(const struct cli *cli, struct setup *setup)
{
    struct error err = { 0 };
    struct library l = { 0 };
    if (cli->argument_count != 2)
        return cli_usage_error(
            cli, tr("用法：auditor rules show 规则", "usage: auditor rules show RULE"));
    const struct rule_info *rule = engine_rule_by_id(setup->engine, str_of(cli->arguments[1]));
    if (!rule) {
        log_error(tr("没有规则 %s；auditor rules list 列出全部规则",
                     "there is no rule %s; auditor rules list shows them all"),
                  cli->arguments[1]);
        return EXIT_NO_INPUT;
    }
    int rc = open_library(&l, cli, setup, &err);
    if (rc == 0) {
        cJSON *model = pages_rule(&l.pages, rule);
        struct rules_output output = { 1 << OUTPUT_TEXT | 1 << OUTPUT_JSON, write, model };
        rc = rules_output(cli, &output, &err);
        cJSON_Delete(model);
    }
    close_library(&l);
    return rc ? cli_fail(&err) : EXIT_CLEAN;
}

struct folder {
    const char *path;
    struct setup *setup;
    struct engine_plugin *layout;
    struct strbuf names;
};

static int write_page(struct folder *f, const char *name, const cJSON *model, struct error *err)
{
    struct strbuf html = { 0 };
    char *path = file_join(f->path, name);
    int rc = layout_html(&html, f->setup, f->layout, model, err);
    if (rc == 0)
        rc = file_write(path, strbuf_view(&html), err);
    strbuf_fmt(&f->names, "%s\n", name);
    strbuf_free(&html);
    free(path);
    return rc;
}

static int write_rules(struct folder *f, const struct pages *pages, struct error *err)
{
    int rc = 0;
    for (size_t i = 0; rc == 0 && i < engine_rule_count(pages->engine); i++) {
        const struct rule_info *rule = engine_rule(pages->engine, i);
        struct strbuf name = { 0 };
        cJSON *model = pages_rule(pages, rule);
        pages_name(&name, rule->id);
        rc = write_page(f, name.p, model, err);
        cJSON_Delete(model);
        strbuf_free(&name);
    }
    return rc;
}

static int write_folder(struct folder *f, const struct pages *pages, struct error *err)
{
    cJSON *index = pages_index(pages);
    int rc = layout_open(&f->layout, f->setup, "rules.lua", err);
    if (rc == 0)
        rc = write_rules(f, pages, err);
    if (rc == 0)
        rc = write_page(f, "index.html", index, err);
    if (rc == 0)
        rc = pages_mark(f->path, strbuf_view(&f->names), err);
    cJSON_Delete(index);
    return rc;
}

int rules_docs(const struct cli *cli, struct setup *setup)
{
    struct error err = { 0 };
    struct library l = { 0 };
    if (cli->argument_count != 2)
        return cli_usage_error(
            cli, tr("用法：auditor rules docs 文件夹", "usage: auditor rules docs DIR"));
    struct folder f = { .path = cli->arguments[1], .setup = setup };
    int rc = open_library(&l, cli, setup, &err);
    if (rc == 0)
        rc = pages_folder(f.path, cli_given(cli, "force"), &err);
    if (rc == 0)
        rc = write_folder(&f, &l.pages, &err);
    if (rc == 0)
        printf(tr("写好 %zu 条规则的页面：%s/index.html\n",
                  "wrote the pages of %zu rules: %s/index.html\n"),
               engine_rule_count(setup->engine), f.path);
    strbuf_free(&f.names);
    close_library(&l);
    return rc ? cli_fail(&err) : EXIT_CLEAN;
}
