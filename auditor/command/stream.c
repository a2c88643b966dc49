/* stream.c - see stream.h. */
#include "command/stream.h"

#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "base/mem.h"
#include "command/layout.h"
#include "command/sinks.h"
#include "report/output.h"
#include "report/sheet.h"

enum { PART = 256 }; /* members a call of the layout */

struct outlet {
    struct output output;
    struct sheet_book *book; /* XLSX */
};

struct stream {
    const struct stream_kind *kind;
    struct setup *setup;
    struct engine_plugin *layout;
    cJSON *rest;
    cJSON *part; /* members for the next call of `sheets` */
    cJSON *page; /* members of the page */
    size_t members, parts;
    unsigned width;
    struct outlet *list;
    size_t n;
    struct strbuf scratch;
};

static bool wants(const struct stream *s, enum output_format format)
{
    for (size_t i = 0; i < s->n; i++)
        if (s->list[i].output.format == format)
            return true;
    return false;
}

static bool wants_sheets(const struct stream *s)
{
    return wants(s, OUTPUT_CSV) || wants(s, OUTPUT_XLSX);
}

static void write_all(struct stream *s, enum output_format format)
{
    for (size_t i = 0; i < s->n; i++)
        if (s->list[i].output.format == format)
            output_write(&s->list[i].output, strbuf_view(&s->scratch));
    strbuf_clear(&s->scratch);
}

static void print_value(struct strbuf *out, const cJSON *value)
{
    char *json = cJSON_PrintUnformatted(value);
    json_harden(out, str_of(json));
    cJSON_free(json);
}

/* "key":value of the members of rest that stand before the list (or behind it). */
static void print_members(struct stream *s, bool before)
{
    const cJSON *item;
    cJSON_ArrayForEach(item, s->rest) {
        if ((strcmp(item->string, s->kind->list) < 0) != before)
            continue;
        strbuf_fmt(&s->scratch, before ? "\"%s\":" : ",\"%s\":", item->string);
        print_value(&s->scratch, item);
        strbuf_c(&s->scratch, before ? "," : "");
    }
}

static int open_outlet(struct outlet *o, struct error *err)
{
    if (o->output.format == OUTPUT_XLSX)
        return sheet_book_open(&o->book, o->output.path, err);
    return output_open(&o->output, err);
}

static int add_outlet(struct stream *s, const char *spec, struct error *err)
{
    s->list = mem_resize(s->list, s->n + 1, sizeof *s->list);
    struct outlet *o = &s->list[s->n++];
    *o = (struct outlet){ 0 };
    int rc = output_parse(&o->output, spec, s->kind->formats, err);
    return rc ? rc : open_outlet(o, err);
}

static int add_outlets(struct stream *s, const struct cli *cli, struct error *err)
{
    bool given = false;
    int rc = 0;
    for (size_t i = 0; rc == 0 && i < cli->value_count; i++) {
        const struct cli_value *value = &cli->values[i];
        if (strcmp(value->name, "output") != 0)
            continue;
        given = true;
        if (!s->kind->elsewhere || !s->kind->elsewhere(value->value))
            rc = add_outlet(s, value->value, err);
    }
    return rc || given ? rc : add_outlet(s, "text", err);
}

int stream_open(struct stream **out, const struct cli *cli, struct setup *setup,
                const struct stream_kind *kind, cJSON *rest, struct error *err)
{
    struct stream *s = mem_zero(1, sizeof *s);
    *s = (struct stream){ .kind = kind,
                          .setup = setup,
                          .rest = rest,
                          .part = cJSON_CreateArray(),
                          .page = cJSON_CreateArray(),
                          .width = sinks_width() };
    *out = NULL;
    int rc = add_outlets(s, cli, err);
    if (rc == 0 && (wants_sheets(s) || wants(s, OUTPUT_HTML)))
        rc = layout_open(&s->layout, setup, kind->layout, err);
    if (rc) {
        stream_close(s, NULL, true, NULL);
        return rc;
    }
    strbuf_char(&s->scratch, '{');
    print_members(s, true);
    strbuf_fmt(&s->scratch, "\"%s\":[", kind->list);
    write_all(s, OUTPUT_JSON);
    if (kind->head)
        kind->head(&s->scratch, rest, s->width);
    write_all(s, OUTPUT_TEXT);
    *out = s;
    return 0;
}

bool stream_idle(const struct stream *s)
{
    return s->n == 0;
}

/* rest with the list in it, as a layout gets it. */
static cJSON *model_of(const struct stream *s, cJSON *list, bool last)
{
    cJSON *model = cJSON_Duplicate(s->rest, 1);
    cJSON_AddItemReferenceToObject(model, s->kind->list, list);
    cJSON_AddBoolToObject(model, "last", last);
    return model;
}

static int write_sheets(struct stream *s, const cJSON *tables, struct error *err)
{
    int rc = 0;
    for (size_t i = 0; rc == 0 && i < s->n; i++) {
        struct outlet *o = &s->list[i];
        if (o->book)
            rc = sheet_book_add(o->book, tables, err);
    }
    if (rc == 0 && wants(s, OUTPUT_CSV))
        rc = sheet_csv(&s->scratch, tables, s->parts == 0, err);
    write_all(s, OUTPUT_CSV);
    s->parts++;
    return rc;
}

static int flush_part(struct stream *s, bool last, struct error *err)
{
    cJSON *tables = NULL;
    cJSON *model = model_of(s, s->part, last);
    int rc = engine_call(s->setup->engine, s->layout, "sheets", model, &tables, err);
    if (rc == 0)
        rc = write_sheets(s, tables, err);
    cJSON_Delete(tables);
    cJSON_Delete(model);
    cJSON_Delete(s->part);
    s->part = cJSON_CreateArray();
    return rc;
}

int stream_member(struct stream *s, cJSON *member, struct error *err)
{
    int rc = 0;
    if (wants(s, OUTPUT_JSON)) {
        strbuf_c(&s->scratch, s->members ? ",\n" : "\n");
        print_value(&s->scratch, member);
        write_all(s, OUTPUT_JSON);
    }
    if (wants(s, OUTPUT_TEXT)) {
        s->kind->member(&s->scratch, s->rest, member, s->width);
        write_all(s, OUTPUT_TEXT);
    }
    if (wants(s, OUTPUT_HTML) && s->members < STREAM_PAGE)
        cJSON_AddItemToArray(s->page, cJSON_Duplicate(member, 1));
    s->members++;
    if (!wants_sheets(s)) {
        cJSON_Delete(member);
        return 0;
    }
    cJSON_AddItemToArray(s->part, member);
    if (s->members % PART == 0)
        rc = flush_part(s, false, err);
    return rc;
}

static int write_page(struct stream *s, struct error *err)
{
    size_t shown = s->members < STREAM_PAGE ? s->members : STREAM_PAGE;
    cJSON *model = model_of(s, s->page, true);
    cJSON_AddNumberToObject(model, "more", (double)(s->members - shown));
    int rc = layout_html(&s->scratch, s->setup, s->layout, model, err);
    write_all(s, OUTPUT_HTML);
    cJSON_Delete(model);
    return rc;
}

static int finish(struct stream *s, struct error *err)
{
    strbuf_c(&s->scratch, "]");
    print_members(s, false);
    strbuf_c(&s->scratch, "}\n");
    write_all(s, OUTPUT_JSON);
    if (s->kind->tail)
        s->kind->tail(&s->scratch, s->rest, s->width);
    write_all(s, OUTPUT_TEXT);
    int rc = wants_sheets(s) ? flush_part(s, true, err) : 0;
    if (rc == 0 && wants(s, OUTPUT_HTML))
        rc = write_page(s, err);
    return rc;
}

int stream_close(struct stream *s, cJSON *late, bool failed, struct error *err)
{
    int rc = 0;
    if (s && late)
        for (cJSON *item = late->child; item; item = late->child)
            cJSON_AddItemToObject(s->rest, item->string, cJSON_DetachItemViaPointer(late, item));
    cJSON_Delete(late);
    if (!s)
        return 0;
    if (!failed)
        rc = finish(s, err);
    for (size_t i = 0; i < s->n; i++) {
        struct outlet *o = &s->list[i];
        int closed = o->book ? sheet_book_close(o->book, rc ? NULL : err) : 0;
        rc = rc ? rc : closed;
        closed = output_close(&o->output, failed || rc, rc ? NULL : err);
        rc = rc ? rc : closed;
    }
    cJSON_Delete(s->rest);
    cJSON_Delete(s->part);
    cJSON_Delete(s->page);
    strbuf_free(&s->scratch);
    free(s->list);
    free(s);
    return rc;
}
