/* layout.c - see layout.h. */
#include "command/layout.h"

#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "base/lang.h"

/* Nobody named the missing file on the command line. */
static int incomplete(int rc, struct error *err)
{
    if (rc != ERR_ABSENT)
        return rc;
    struct error found = *err;
    return error_set(err, ERR_CONFIG, tr("报告版式不完整：%s", "a report layout is incomplete: %s"),
                     found.message);
}

int layout_open(struct engine_plugin **out, const struct setup *setup, const char *name,
                struct error *err)
{
    char *own = setup->layouts ? file_join(setup->layouts, name) : NULL;
    char *reports = file_join(setup->data, "reports");
    char *path = file_join(reports, name);
    int rc = engine_plugin(setup->engine, own && file_exists(own) ? own : path, "layout", out, err);
    free(path);
    free(reports);
    free(own);
    return incomplete(rc, err);
}

int layout_html(struct strbuf *out, const struct setup *setup, struct engine_plugin *layout,
                const cJSON *model, struct error *err)
{
    char *own = setup->layouts ? file_join(setup->layouts, "assets") : NULL;
    char *assets = file_join(setup->data, "reports/assets");
    const char *const folders[] = { own ? own : assets, own ? assets : NULL, NULL };
    int rc = engine_render(setup->engine, layout, "html", model, folders, out, err);
    free(assets);
    free(own);
    return incomplete(rc, err);
}

void layout_value(struct strbuf *out, const cJSON *value)
{
    char *json = cJSON_PrintUnformatted(value);
    json_harden(out, str_of(json));
    cJSON_free(json);
}

void layout_json(struct strbuf *out, const cJSON *model)
{
    layout_value(out, model);
    strbuf_char(out, '\n');
}

void layout_members(struct strbuf *out, const cJSON *object, const char *list, bool before)
{
    const cJSON *item;
    cJSON_ArrayForEach(item, object) {
        if ((strcmp(item->string, list) < 0) != before)
            continue;
        strbuf_fmt(out, before ? "\"%s\":" : ",\"%s\":", item->string);
        layout_value(out, item);
        strbuf_c(out, before ? "," : "");
    }
}
