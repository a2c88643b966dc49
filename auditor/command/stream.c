/* stream.c - see stream.h. */
#include "command/stream.h"

#include <stdlib.h>

#include "base/mem.h"
#include "command/layout.h"
#include "command/outlets.h"
#include "command/sinks.h"

enum { PART = 256 }; /* members a call of the layout */

struct stream {
    const struct stream_kind *kind;
    struct outlets *outlets;
    cJSON *rest;
    cJSON *part; /* members for the next call of `sheets` */
    cJSON *page; /* members of the page */
    size_t members;
    unsigned width;
    struct strbuf scratch;
};

int stream_open(struct stream **out, const struct cli *cli, struct setup *setup,
                const struct stream_kind *kind, cJSON *rest, struct error *err)
{
    const struct outlets_kind outlets = { kind->layout, kind->formats, kind->elsewhere };
    struct stream *s = mem_zero(1, sizeof *s);
    *s = (struct stream){ .kind = kind,
                          .rest = rest,
                          .part = cJSON_CreateArray(),
                          .page = cJSON_CreateArray(),
                          .width = sinks_width() };
    *out = NULL;
    int rc = outlets_open(&s->outlets, cli, setup, &outlets, err);
    if (rc) {
        stream_close(s, NULL, true, NULL);
        return rc;
    }
    strbuf_char(&s->scratch, '{');
    layout_members(&s->scratch, rest, kind->list, true);
    strbuf_fmt(&s->scratch, "\"%s\":[", kind->list);
    outlets_write(s->outlets, OUTPUT_JSON, &s->scratch);
    if (kind->head)
        kind->head(&s->scratch, rest, s->width);
    outlets_write(s->outlets, OUTPUT_TEXT, &s->scratch);
    *out = s;
    return 0;
}

bool stream_idle(const struct stream *s)
{
    return outlets_idle(s->outlets);
}

/* rest with the list in it, as a layout gets it. */
static cJSON *model_of(const struct stream *s, cJSON *list, bool last)
{
    cJSON *model = cJSON_Duplicate(s->rest, 1);
    cJSON_AddItemReferenceToObject(model, s->kind->list, list);
    cJSON_AddBoolToObject(model, "last", last);
    return model;
}

static int flush_part(struct stream *s, bool last, struct error *err)
{
    cJSON *model = model_of(s, s->part, last);
    int rc = outlets_tables(s->outlets, model, err);
    cJSON_Delete(model);
    cJSON_Delete(s->part);
    s->part = cJSON_CreateArray();
    return rc;
}

int stream_member(struct stream *s, cJSON *member, struct error *err)
{
    int rc = 0;
    if (outlets_want(s->outlets, OUTPUT_JSON)) {
        strbuf_c(&s->scratch, s->members ? ",\n" : "\n");
        layout_value(&s->scratch, member);
        outlets_write(s->outlets, OUTPUT_JSON, &s->scratch);
    }
    if (outlets_want(s->outlets, OUTPUT_TEXT)) {
        s->kind->member(&s->scratch, s->rest, member, s->width);
        outlets_write(s->outlets, OUTPUT_TEXT, &s->scratch);
    }
    if (outlets_want(s->outlets, OUTPUT_HTML) && s->members < STREAM_PAGE)
        cJSON_AddItemToArray(s->page, cJSON_Duplicate(member, 1));
    s->members++;
    if (!outlets_want_tables(s->outlets)) {
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
    int rc = outlets_page(s->outlets, model, err);
    cJSON_Delete(model);
    return rc;
}

static int finish(struct stream *s, struct error *err)
{
    strbuf_c(&s->scratch, "]");
    layout_members(&s->scratch, s->rest, s->kind->list, false);
    strbuf_c(&s->scratch, "}\n");
    outlets_write(s->outlets, OUTPUT_JSON, &s->scratch);
    if (s->kind->tail)
        s->kind->tail(&s->scratch, s->rest, s->width);
    outlets_write(s->outlets, OUTPUT_TEXT, &s->scratch);
    int rc = outlets_want_tables(s->outlets) ? flush_part(s, true, err) : 0;
    if (rc == 0 && outlets_want(s->outlets, OUTPUT_HTML))
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
    int closed = outlets_close(s->outlets, failed || rc, rc ? NULL : err);
    rc = rc ? rc : closed;
    cJSON_Delete(s->rest);
    cJSON_Delete(s->part);
    cJSON_Delete(s->page);
    strbuf_free(&s->scratch);
    free(s);
    return rc;
}
