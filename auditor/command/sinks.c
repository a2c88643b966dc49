/* sinks.c - see sinks.h. */
#include "command/sinks.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/digest.h"
#include "base/file.h"
#include "base/json.h"
#include "base/lang.h"
#include "base/mem.h"
#include "command/layout.h"
#include "report/check_junit.h"
#include "report/extract_text.h"
#include "report/junit.h"
#include "report/model.h"
#include "report/output.h"
#include "report/sarif.h"
#include "report/sheet.h"
#include "report/text.h"

enum { PAGE_DOCUMENTS = 100 }; /* in one HTML page */

struct sink {
    struct output output;
    struct sheet_book *book; /* XLSX */
    struct sarif *sarif;
    bool folder; /* HTML: a page a document */
    size_t written;
};

struct sinks {
    struct sink *list;
    size_t n;
    bool verdicts; /* check; else extract */
    const char *schema;
    struct text_style style;
    struct setup *setup;
    struct engine_plugin *layout;
    cJSON *page; /* models of the documents of a single HTML page */
    struct strbuf scratch;
    struct strbuf profile; /* "national@1.0.0"; empty when nothing is judged */
};

static bool wants(const struct sinks *s, enum output_format format)
{
    for (size_t i = 0; i < s->n; i++)
        if (s->list[i].output.format == format)
            return true;
    return false;
}

/* 0: nobody says. */
static unsigned known_width(void)
{
    struct winsize size;
    const char *columns = getenv("COLUMNS");
    long n = columns ? strtol(columns, NULL, 10) : 0;
    if (n < 40 && isatty(STDOUT_FILENO))
        n = ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 40 ? size.ws_col : 80;
    return n < 40 ? 0 : n < 120 ? (unsigned)n : 120;
}

unsigned sinks_width(void)
{
    unsigned width = known_width();
    return width ? width : 80;
}

unsigned sinks_list_width(void)
{
    unsigned width = known_width();
    return width ? width : UINT_MAX;
}

static int add_sink(struct sinks *s, const char *spec, unsigned allowed, struct error *err)
{
    s->list = mem_resize(s->list, s->n + 1, sizeof *s->list);
    struct sink *sink = &s->list[s->n++];
    *sink = (struct sink){ 0 };
    int rc = output_parse(&sink->output, spec, allowed, err);
    if (rc == 0)
        sink->folder = sink->output.format == OUTPUT_HTML && file_names_folder(sink->output.path);
    return rc;
}

int sinks_open(struct sinks **out, const struct cli *cli, const char *schema, unsigned allowed,
               struct error *err)
{
    struct sinks *s = mem_zero(1, sizeof *s);
    s->schema = schema;
    s->verdicts = strstr(schema, "check") != NULL;
    s->style = (struct text_style){ cli->color, sinks_width() };
    int rc = 0;
    for (size_t i = 0; rc == 0 && i < cli->value_count; i++)
        if (strcmp(cli->values[i].name, "output") == 0)
            rc = add_sink(s, cli->values[i].value, allowed, err);
    if (rc == 0 && s->n == 0)
        rc = add_sink(s, "text", allowed, err);
    if (rc == 0)
        rc = cli_outputs_apart(cli, err);
    if (rc) {
        sinks_close(s, true, NULL);
        return rc;
    }
    *out = s;
    return 0;
}

struct sinks_needs sinks_needs(const struct sinks *s)
{
    bool people = wants(s, OUTPUT_TEXT) || wants(s, OUTPUT_HTML) || wants(s, OUTPUT_CSV) ||
                  wants(s, OUTPUT_XLSX) || wants(s, OUTPUT_JUNIT) || wants(s, OUTPUT_SARIF);
    return (struct sinks_needs){
        .published = wants(s, OUTPUT_JSON) || wants(s, OUTPUT_NDJSON),
        .stored = s->verdicts && people,
        .extract = wants(s, OUTPUT_HTML),
    };
}

/* {"documents":[ … ],"schema":…,"tool":{…}}: keys in byte order. */
static void json_head(struct output *o)
{
    output_write(o, STR("{\"documents\":["));
}

static void json_tail(struct sinks *s, struct output *o)
{
    cJSON *tool = model_tool(s->setup->engine, s->profile.p ? s->profile.p : "");
    char *text = cJSON_PrintUnformatted(tool);
    strbuf_clear(&s->scratch);
    strbuf_fmt(&s->scratch, "],\"schema\":\"%s\",\"tool\":", s->schema);
    json_harden(&s->scratch, str_of(text));
    strbuf_c(&s->scratch, "}\n");
    output_write(o, strbuf_view(&s->scratch));
    cJSON_free(text);
    cJSON_Delete(tool);
}

/* {"documents": [model…], "lang"}: takes the list. */
static cJSON *page_model(cJSON *documents)
{
    cJSON *model = cJSON_CreateObject();
    cJSON_AddItemToObject(model, "documents", documents);
    cJSON_AddStringToObject(model, "lang", lang_get() == LANG_EN ? "en" : "zh");
    return model;
}

/* What stands before the first document. */
static int begin_stream(struct sinks *s, struct sink *sink, struct error *err)
{
    strbuf_clear(&s->scratch);
    if (sink->output.format == OUTPUT_JSON)
        json_head(&sink->output);
    else if (sink->output.format == OUTPUT_JUNIT)
        junit_head(&s->scratch);
    else if (sink->output.format == OUTPUT_SARIF)
        return sarif_open(&sink->sarif, &sink->output, s->setup->engine, s->profile.p, err);
    output_write(&sink->output, strbuf_view(&s->scratch));
    return 0;
}

/* A page of nothing tells whether the layout and its style sheet are all there, before any work. */
static int load_layout(struct sinks *s, struct error *err)
{
    if (!wants(s, OUTPUT_HTML) && !wants(s, OUTPUT_CSV) && !wants(s, OUTPUT_XLSX))
        return 0;
    int rc = layout_open(&s->layout, s->setup, "agency.lua", err);
    if (rc || !wants(s, OUTPUT_HTML))
        return rc;
    cJSON *model = page_model(cJSON_CreateArray());
    struct error nothing = { 0 };
    strbuf_clear(&s->scratch);
    rc = layout_html(&s->scratch, s->setup, s->layout, model, &nothing);
    cJSON_Delete(model);
    if (rc == ERR_PLUGIN) /* it may count on a document, and gets one */
        return 0;
    if (rc && err)
        *err = nothing;
    return rc;
}

int sinks_begin(struct sinks *s, struct setup *setup, struct error *err)
{
    s->setup = setup;
    const struct profile *profile = setup->profile;
    if (profile)
        strbuf_fmt(&s->profile, "%.*s@%.*s", STR_ARG(profile->id), STR_ARG(profile->version));
    int rc = load_layout(s, err);
    for (size_t i = 0; rc == 0 && i < s->n; i++) {
        struct sink *sink = &s->list[i];
        if (sink->folder)
            rc = file_make_folder(sink->output.path, err);
        else if (sink->output.format == OUTPUT_XLSX)
            rc = sheet_book_open(&sink->book, sink->output.path, err);
        else
            rc = output_open(&sink->output, err);
        if (rc == 0)
            rc = begin_stream(s, sink, err);
    }
    return rc;
}

/* A page's file name is made of our own digits, never of what a document says. */
static char *page_path(const struct sink *sink, struct str label)
{
    char hex[DIGEST_HEX];
    digest_sha256(hex, label);
    struct strbuf name = { 0 };
    strbuf_fmt(&name, "%zu-%.8s.html", sink->written + 1, hex);
    char *path = file_join(sink->output.path, name.p);
    strbuf_free(&name);
    return path;
}

static int html_page(struct sinks *s, struct sink *sink, const cJSON *document, struct str label,
                     struct error *err)
{
    cJSON *list = cJSON_CreateArray();
    cJSON_AddItemToArray(list, cJSON_Duplicate(document, 1));
    cJSON *model = page_model(list);
    struct strbuf html = { 0 };
    char *path = page_path(sink, label);
    int rc = layout_html(&html, s->setup, s->layout, model, err);
    if (rc == 0)
        rc = file_write(path, strbuf_view(&html), err);
    free(path);
    strbuf_free(&html);
    cJSON_Delete(model);
    return rc;
}

static int html_add(struct sinks *s, struct sink *sink, const cJSON *document, struct str label,
                    struct error *err)
{
    if (sink->folder)
        return html_page(s, sink, document, label, err);
    if (sink->written >= PAGE_DOCUMENTS)
        return error_set(
            err, ERR_USAGE,
            tr("一个网页最多放 %d 份文件；请用 --output html:文件夹/ 每份一页",
               "one page holds at most %d documents; use --output html:FOLDER/ for a page each"),
            PAGE_DOCUMENTS);
    if (!s->page)
        s->page = cJSON_CreateArray();
    if (sink->written == (size_t)cJSON_GetArraySize(s->page))
        cJSON_AddItemToArray(s->page, cJSON_Duplicate(document, 1));
    return 0;
}

static int sheets(struct sinks *s, struct sink *sink, const cJSON *document, struct error *err)
{
    cJSON *list = cJSON_CreateArray();
    cJSON_AddItemToArray(list, cJSON_Duplicate(document, 1));
    cJSON *model = page_model(list);
    cJSON *tables = NULL;
    int rc = engine_call(s->setup->engine, s->layout, "sheets", model, &tables, err);
    if (rc == 0 && sink->book) {
        rc = sheet_book_add(sink->book, tables, err);
    } else if (rc == 0) {
        strbuf_clear(&s->scratch);
        rc = sheet_csv(&s->scratch, tables, sink->written == 0, err);
        output_write(&sink->output, strbuf_view(&s->scratch));
    }
    cJSON_Delete(tables);
    cJSON_Delete(model);
    return rc;
}

static void text(struct sinks *s, struct sink *sink, const cJSON *verdict, const cJSON *extract)
{
    strbuf_clear(&s->scratch);
    if (s->verdicts)
        text_report_document(&s->scratch, verdict, engine_forms(s->setup->engine), &s->style);
    else
        extract_text_document(&s->scratch, extract, engine_forms(s->setup->engine), &s->style);
    output_write(&sink->output, strbuf_view(&s->scratch));
}

static void junit(struct sinks *s, struct sink *sink, const cJSON *verdict)
{
    strbuf_clear(&s->scratch);
    check_junit_document(&s->scratch, verdict, sink->written, s->setup->engine, s->profile.p);
    output_write(&sink->output, strbuf_view(&s->scratch));
}

static int one(struct sinks *s, struct sink *sink, const struct pipeline_output *d,
               const cJSON *model, struct error *err)
{
    const cJSON *verdict = cJSON_GetObjectItemCaseSensitive(model, "document");
    struct str published = s->verdicts ? d->check : d->extract;
    int rc = 0;
    switch (sink->output.format) {
    case OUTPUT_TEXT:
        text(s, sink, verdict, model);
        break;
    case OUTPUT_JSON:
        if (sink->written)
            output_write(&sink->output, STR(",\n"));
        output_write(&sink->output, published);
        break;
    case OUTPUT_NDJSON:
        output_write(&sink->output, published);
        output_write(&sink->output, STR("\n"));
        break;
    case OUTPUT_HTML:
        rc = html_add(s, sink, model, d->label, err);
        break;
    case OUTPUT_JUNIT:
        junit(s, sink, verdict);
        break;
    case OUTPUT_SARIF:
        sarif_document(sink->sarif, verdict, d->label);
        break;
    default:
        rc = sheets(s, sink, model, err);
        break;
    }
    sink->written++;
    return rc;
}

/* The model of the document, or for extract the extraction itself; NULL when nobody needs it. */
static int document_model(struct sinks *s, const struct pipeline_output *d, cJSON **out,
                          struct error *err)
{
    struct sinks_needs needs = sinks_needs(s);
    *out = NULL;
    if (!s->verdicts)
        return wants(s, OUTPUT_TEXT) ? model_parse(out, d->extract, lang_get(), err) : 0;
    if (!needs.stored)
        return 0;
    cJSON *verdict = NULL;
    cJSON *extract = NULL;
    int rc = model_parse(&verdict, d->stored, lang_get(), err);
    if (rc == 0 && needs.extract)
        rc = model_parse(&extract, d->extract, lang_get(), err);
    if (rc) {
        cJSON_Delete(verdict);
    } else if (!s->layout) { /* the names of rules, rows and labels are what layouts ask for */
        *out = cJSON_CreateObject();
        cJSON_AddItemToObject(*out, "document", verdict);
    } else {
        *out = model_document(verdict, extract, s->setup->engine, s->profile.p, lang_get());
        if (d->changes.n)
            cJSON_AddItemToObject(*out, "changes",
                                  cJSON_ParseWithLength(d->changes.p, d->changes.n));
    }
    return rc;
}

int sinks_document(struct sinks *s, const struct pipeline_output *d, struct error *err)
{
    cJSON *model = NULL;
    int rc = document_model(s, d, &model, err);
    for (size_t i = 0; rc == 0 && i < s->n; i++)
        rc = one(s, &s->list[i], d, model, err);
    cJSON_Delete(model);
    return rc;
}

static int finish(struct sinks *s, struct sink *sink, struct error *err)
{
    if (sink->output.format == OUTPUT_JSON)
        json_tail(s, &sink->output);
    if (sink->output.format == OUTPUT_JUNIT) {
        strbuf_clear(&s->scratch);
        junit_tail(&s->scratch);
        output_write(&sink->output, strbuf_view(&s->scratch));
    }
    if (sink->output.format != OUTPUT_HTML || sink->folder)
        return 0;
    cJSON *model = page_model(s->page ? cJSON_Duplicate(s->page, 1) : cJSON_CreateArray());
    strbuf_clear(&s->scratch);
    int rc = layout_html(&s->scratch, s->setup, s->layout, model, err);
    if (rc == 0)
        output_write(&sink->output, strbuf_view(&s->scratch));
    cJSON_Delete(model);
    return rc;
}

int sinks_close(struct sinks *s, bool failed, struct error *err)
{
    int rc = 0;
    for (size_t i = 0; i < s->n; i++) {
        struct sink *sink = &s->list[i];
        int bad = failed || rc ? 0 : finish(s, sink, err);
        int ended = sarif_close(sink->sarif, failed || bad || rc, bad ? NULL : err);
        bad = bad ? bad : ended;
        if (sink->book) {
            int closed = sheet_book_close(sink->book, bad ? NULL : err);
            bad = bad ? bad : closed;
        }
        int closed = output_close(&sink->output, failed || bad || rc, bad ? NULL : err);
        bad = bad ? bad : closed;
        rc = rc ? rc : bad;
    }
    cJSON_Delete(s->page);
    strbuf_free(&s->scratch);
    strbuf_free(&s->profile);
    free(s->list);
    free(s);
    return rc;
}
