/* doctor.c - `auditor doctor`: what is installed, what is missing, what cannot be loaded. */
#include <cjson/cJSON.h>
#include <libxml/xmlversion.h>
#include <lua.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/child.h"
#include "base/lang.h"
#include "base/version.h"
#include "command/command.h"
#include "command/sinks.h"
#include "office/office.h"
#include "office/setup.h"
#include "report/wrap.h"
#include "store/store.h"

static void told(const char *word, const char *name, const char *text)
{
    enum { TEXT = 18 }; /* the column where it begins */
    struct strbuf out = { 0 };
    strbuf_fmt(&out, "%s %-12s ", word, name);
    wrap_text(&out, str_of(text), &(struct wrap){ TEXT, TEXT, sinks_list_width() });
    fputs(out.p, stdout);
    strbuf_free(&out);
}

static void line(const char *name, bool good, const char *text)
{
    told(good ? tr("正常", "ok  ") : tr("出错", "FAIL"), name, text);
}

static void may_lack(const char *name, bool found, const char *text)
{
    told(found ? tr("正常", "ok  ") : tr("可选", "opt."), name, text);
}

/* Programs that later carriers of reports need; the main job does without them. */
static void programs(void)
{
    static const struct {
        const char *name, *zh, *en;
    } list[] = {
        { "pdftotext", "读取 PDF（软件包 poppler-utils）", "reads PDF (package poppler-utils)" },
        { "tesseract",
          "识别扫描件的文字，check --ocr 等用（软件包 tesseract-ocr、tesseract-ocr-chi-sim）",
          "recognises the text of scans, for check --ocr and others (packages tesseract-ocr, "
          "tesseract-ocr-chi-sim)" },
        { "soffice",
          "读取旧版 Word、WPS、RTF（软件包 libreoffice-writer），Excel "
          "附件和名录（libreoffice-calc）",
          "reads old Word, WPS and RTF (package libreoffice-writer), Excel annexes and registers "
          "(libreoffice-calc)" },
    };
    struct strbuf path = { 0 };
    for (size_t i = 0; i < sizeof list / sizeof *list; i++) {
        bool found = child_find(list[i].name, &path);
        may_lack(list[i].name, found, tr(list[i].zh, list[i].en));
    }
    strbuf_free(&path);
    bool tables = file_is_folder("/usr/share/poppler/cMap");
    may_lack("poppler-data", tables,
             tr("读取字体没有嵌入的中文 PDF（软件包 poppler-data）",
                "reads Chinese PDFs whose fonts are not in the file (package poppler-data)"));
}

static void libraries(void)
{
    printf("     Lua %s.%s, libxml2 %s, SQLite %s, cJSON %s\n",
           LUA_VERSION_MAJOR "." LUA_VERSION_MINOR, LUA_VERSION_RELEASE, LIBXML_DOTTED_VERSION,
           sqlite3_libversion(), cJSON_Version());
}

/* Broken rules answer every document with an error: they are named here first. */
static size_t broken_rules(const struct engine *engine)
{
    size_t broken = 0;
    for (size_t i = 0; i < engine_rule_count(engine); i++) {
        const struct rule_info *rule = engine_rule(engine, i);
        if (rule->load_error.n == 0)
            continue;
        broken++;
        printf("%s %.*s\n", tr("出错", "FAIL"), STR_ARG(rule->load_error));
    }
    return broken;
}

static bool check_data(struct office *office)
{
    struct setup *setup = NULL;
    struct error err = { 0 };
    const struct setup_options options = { 0 };
    int rc = office ? office_setup(&setup, office, 0, &err) : setup_open(&setup, &options, &err);
    if (rc) {
        line("plugins", false, err.message);
        return false;
    }
    char count[64];
    line("data", true, setup->data);
    snprintf(count, sizeof count, tr("%zu 条，摘要 %.12s", "%zu, digest %.12s"),
             engine_rule_count(setup->engine), engine_digest(setup->engine));
    line("rules", true, count);
    size_t broken = broken_rules(setup->engine);
    setup_free(setup);
    for (size_t i = 0; office && i < office->year_count; i++) {
        int year = office->years[i].year;
        setup = NULL;
        if (office_setup(&setup, office, year, &err) != 0) {
            char name[16];
            snprintf(name, sizeof name, "profile.%d", year);
            line(name, false, err.message);
            broken++;
        }
        setup_free(setup);
    }
    return broken == 0;
}

static bool check_register(const struct office *office)
{
    struct error err = { 0 };
    struct agency_register *agencies = NULL;
    int rc = office_register(&agencies, office, &err);
    struct strbuf text = { 0 };
    if (rc)
        strbuf_c(&text, err.message);
    else
        strbuf_fmt(&text, tr("%zu 个机关", "%zu agencies"), agencies->n);
    if (rc == 0 && agencies->unread.n)
        strbuf_fmt(&text, tr("；没有用到的栏：%.*s", "; columns that are not read: %.*s"),
                   STR_ARG(agencies->unread));
    line("register", rc == 0, text.p);
    strbuf_free(&text);
    register_free(agencies);
    return rc == 0;
}

static bool check_store(const struct office *office)
{
    struct error err = { 0 };
    struct store *store = NULL;
    if (!file_exists(office->database))
        return true; /* nothing was assessed yet */
    int rc = store_open(&store, office->database, false, &err);
    if (rc == 0)
        rc = store_verify(store, &err);
    line("database", rc == 0, rc ? err.message : office->database);
    store_close(store);
    return rc == 0;
}

static int run(const struct cli *cli)
{
    struct error err = { 0 };
    struct office *office = NULL;
    if (cli->argument_count)
        return cli_usage_error(cli, tr("doctor 不带参数", "doctor takes no argument"));
    printf("auditor %s\n", AUDITOR_VERSION);
    libraries();
    int rc = office_find(&office, &err);
    bool good = check_data(office);
    programs();
    if (rc == 0) {
        line("office", true, office->folder);
        good = check_register(office) && good;
        good = check_store(office) && good;
    } else if (rc == ERR_ABSENT) {
        printf("     %s\n", tr("当前文件夹不在办公文件夹中", "the working folder is in no office"));
    } else {
        line("office", false, err.message);
        good = false;
    }
    office_free(office);
    return good ? EXIT_CLEAN : EXIT_CONFIG;
}

const struct command command_doctor = {
    "doctor",
    "doctor",
    "检查程序所需的插件、程序库和当前办公文件夹",
    "checks plugins, libraries and the office folder at hand",
    NULL,
    run,
};
