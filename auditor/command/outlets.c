/* outlets.c - see outlets.h. */
#include "command/outlets.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "command/layout.h"
#include "report/sheet.h"

struct outlet {
    struct output output;
    struct sheet_book *book; /* XLSX */
};

struct outlets {
    struct setup *setup;
    struct engine_plugin *layout;
    struct outlet *list;
    size_t n, parts;
};

bool outlets_idle(const struct outlets *o)
{
    return o->n == 0;
}

bool outlets_want(const struct outlets *o, enum output_format format)
{
    for (size_t i = 0; i < o->n; i++)
        if (o->list[i].output.format == format)
            return true;
    return false;
}

bool outlets_want_tables(const struct outlets *o)
{
    return outlets_want(o, OUTPUT_CSV) || outlets_want(o, OUTPUT_XLSX);
}

void outlets_write(struct outlets *o, enum output_format format, struct strbuf *text)
{
    for (size_t i = 0; i < o->n; i++)
        if (o->list[i].output.format == format)
            output_write(&o->list[i].output, strbuf_view(text));
    strbuf_clear(text);
}

static int open_outlet(struct outlet *o, struct error *err)
{
    if (o->output.format == OUTPUT_XLSX)
        return sheet_book_open(&o->book, o->output.path, err);
    return output_open(&o->output, err);
}

static int add_outlet(struct outlets *o, const char *spec, unsigned formats, struct error *err)
{
    o->list = mem_resize(o->list, o->n + 1, sizeof *o->list);
    struct outlet *outlet = &o->list[o->n++];
    *outlet = (struct outlet){ 0 };
    int rc = output_parse(&outlet->output, spec, formats, err);
    return rc ? rc : open_outlet(outlet, err);
}

static int add_outlets(struct outlets *o, const struct cli *cli, const struct outlets_kind *kind,
                       struct error *err)
{
    bool given = false;
    int rc = 0;
    for (size_t i = 0; rc == 0 && i < cli->value_count; i++) {
        const struct cli_value *value = &cli->values[i];
        if (strcmp(value->name, "output") != 0)
            continue;
        given = true;
        if (!kind->elsewhere || !kind->elsewhere(value->value))
            rc = add_outlet(o, value->value, kind->formats, err);
    }
    return rc || given ? rc : add_outlet(o, "text", kind->formats, err);
}

int outlets_open(struct outlets **out, const struct cli *cli, struct setup *setup,
                 const struct outlets_kind *kind, struct error *err)
{
    struct outlets *o = mem_zero(1, sizeof *o);
    o->setup = setup;
    int rc = add_outlets(o, cli, kind, err);
    if (rc == 0 && (outlets_want_tables(o) || outlets_want(o, OUTPUT_HTML)))
        rc = layout_open(&o->layout, setup, kind->layout, err);
    *out = rc ? NULL : o;
    if (rc)
        outlets_close(o, true, NULL);
    return rc;
}

static int write_tables(struct outlets *o, const cJSON *tables, struct error *err)
{
    struct strbuf text = { 0 };
    int rc = 0;
    for (size_t i = 0; rc == 0 && i < o->n; i++)
        if (o->list[i].book)
            rc = sheet_book_add(o->list[i].book, tables, err);
    if (rc == 0 && outlets_want(o, OUTPUT_CSV))
        rc = sheet_csv(&text, tables, o->parts == 0, err);
    outlets_write(o, OUTPUT_CSV, &text);
    strbuf_free(&text);
    o->parts++;
    return rc;
}

int outlets_tables(struct outlets *o, const cJSON *part, struct error *err)
{
    cJSON *tables = NULL;
    int rc = engine_call(o->setup->engine, o->layout, "sheets", part, &tables, err);
    if (rc == 0)
        rc = write_tables(o, tables, err);
    cJSON_Delete(tables);
    return rc;
}

int outlets_page(struct outlets *o, const cJSON *model, struct error *err)
{
    struct strbuf text = { 0 };
    int rc = layout_html(&text, o->setup, o->layout, model, err);
    outlets_write(o, OUTPUT_HTML, &text);
    strbuf_free(&text);
    return rc;
}

int outlets_close(struct outlets *o, bool failed, struct error *err)
{
    int rc = 0;
    if (!o)
        return 0;
    for (size_t i = 0; i < o->n; i++) {
        struct outlet *outlet = &o->list[i];
        int closed = outlet->book ? sheet_book_close(outlet->book, rc ? NULL : err) : 0;
        rc = rc ? rc : closed;
        closed = output_close(&outlet->output, failed || rc, rc ? NULL : err);
        rc = rc ? rc : closed;
    }
    free(o->list);
    free(o);
    return rc;
}
