/* review_changes.c - what reports say otherwise than when they came in, as a list; see review.h. */
#include <stdio.h>
#include <string.h>

#include "base/json_read.h"
#include "base/lang.h"
#include "base/log.h"
#include "command/review.h"
#include "command/review_rows.h"
#include "report/text.h"
#include "store/revision.h"

struct list {
    cJSON *rows;
    struct chosen chosen;
    const struct form_set *forms;
    struct strbuf code, published; /* of the content before */
    size_t changed, backdated;
};

/* What the page says of the day on which it was published, before and after it was changed. */
static const char *dated(struct str before, struct str after)
{
    if (before.n == 0 || after.n == 0)
        return "unknown";
    int order = str_cmp(after, before);
    return order > 0 ? "later" : order < 0 ? "earlier" : "same";
}

static cJSON *new_row(struct list *l, const struct store_revision *r, const char *name)
{
    struct str before = strbuf_view(&l->published);
    cJSON *row = cJSON_CreateObject();
    review_rows_text(row, "agency", str_of(name));
    review_rows_text(row, "code", r->agency);
    cJSON_AddNumberToObject(row, "number", (double)r->number);
    review_rows_text(row, "seen_on", r->seen_on);
    review_rows_text(row, "path", r->path);
    review_rows_text(row, "published_before", before);
    review_rows_text(row, "published", r->published);
    cJSON_AddStringToObject(row, "dated", dated(before, r->published));
    return row;
}

static void add_row(struct list *l, const struct store_revision *r, const char *name,
                    const char *kind, const cJSON *change, const struct form *form)
{
    struct strbuf place = { 0 };
    cJSON *row = new_row(l, r, name);
    cJSON_AddStringToObject(row, "kind", kind);
    if (form && *json_string(change, "section"))
        text_report_place(&place, change, form);
    review_rows_text(row, "place", strbuf_view(&place));
    for (const char *const *key =
             (const char *const[]){ "section", "table", "row", "column", "before", "after", NULL };
         *key; key++)
        cJSON_AddStringToObject(row, *key, json_string(change, *key));
    cJSON_AddItemToArray(l->rows, row);
    strbuf_free(&place);
}

static void add_changes(struct list *l, const struct store_revision *r, const char *name)
{
    struct strbuf text = { 0 };
    const cJSON *change;
    strbuf_str(&text, r->changes);
    cJSON *all = cJSON_Parse(text.p); /* null where it was compared with nothing */
    bool compared = cJSON_IsObject(all);
    const struct form *form = form_by_id(l->forms, str_of(json_string(all, "form")));
    cJSON_ArrayForEach(change, cJSON_GetObjectItemCaseSensitive(all, "changes"))
        add_row(l, r, name, json_string(change, "kind"), change, form);
    const cJSON *count = cJSON_GetObjectItemCaseSensitive(all, "total");
    int total = cJSON_IsNumber(count) ? count->valueint : 0;
    int told = cJSON_GetArraySize(cJSON_GetObjectItemCaseSensitive(all, "changes"));
    if (total > told)
        add_row(l, r, name, "more", NULL, form);
    if (!compared)
        add_row(l, r, name, r->sha256.n ? "uncompared" : "withdrawn", NULL, form);
    bool changed = !compared || total > 0;
    l->changed += changed;
    l->backdated +=
        changed && strcmp(dated(strbuf_view(&l->published), r->published), "earlier") == 0;
    cJSON_Delete(all);
    strbuf_free(&text);
}

static int take(void *user, const struct store_revision *r)
{
    struct list *l = user;
    const struct chosen_agency *agency = chosen_by_code(&l->chosen, r->agency);
    bool first = !str_eq(strbuf_view(&l->code), r->agency);
    if (agency && !first)
        add_changes(l, r, agency->agency);
    if (first || r->published.n) {
        strbuf_clear(&l->published);
        strbuf_str(&l->published, r->published);
    }
    strbuf_clear(&l->code);
    strbuf_str(&l->code, r->agency);
    return 0;
}

static const char *kind_label(const char *kind)
{
    static const char *const labels[][3] = {
        { "published", "发布日期", "date of publication" },
        { "title", "标题", "title" },
        { "table", "表格", "table" },
        { "cell", "单元格", "cell" },
        { "text", "文字", "text" },
        { "more", "其余改动未逐一列出", "more changes than are listed" },
        { "withdrawn", "报告已不在收件箱", "the report has left the inbox" },
        { "uncompared", "内容已换，无法与原来的比较",
          "other content, which cannot be compared with the former" },
    };
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        if (strcmp(kind, labels[i][0]) == 0)
            return tr(labels[i][1], labels[i][2]);
    return kind;
}

static void line(struct strbuf *out, const cJSON *row)
{
    const char *kind = json_string(row, "kind");
    const char *place = json_string(row, "place");
    const char *before = json_string(row, "before");
    const char *after = json_string(row, "after");
    const char *none = tr("（无）", "(nothing)");
    strbuf_fmt(out, "%s  %s  %s", json_string(row, "agency"), json_string(row, "seen_on"),
               kind_label(kind));
    if (*place)
        strbuf_fmt(out, tr("（%s）", " (%s)"), place);
    if (*before || *after)
        strbuf_fmt(out, tr("：%s → %s", ": %s → %s"), *before ? before : none,
                   *after ? after : none);
    if (strcmp(json_string(row, "dated"), "earlier") == 0 && strcmp(kind, "published") == 0)
        strbuf_c(out, tr("，日期倒签", ", dated back"));
}

int review_changes_rows(cJSON **out, struct desk *desk, int year, const struct chosen *chosen,
                        const struct chosen_agency *agency, struct error *err)
{
    struct list l = { .rows = cJSON_CreateArray(),
                      .chosen = *chosen,
                      .forms = engine_forms(desk->setup->engine) };
    cJSON *row;
    int rc = store_revisions(desk->store, year, str_of(agency->code), take, &l, err);
    cJSON_ArrayForEach(row, l.rows)
        cJSON_AddStringToObject(row, "label", kind_label(json_string(row, "kind")));
    *out = l.rows;
    strbuf_free(&l.code);
    strbuf_free(&l.published);
    return rc;
}

int review_changes(const struct cli *cli, struct desk *desk, int year, const char *agency)
{
    static const char *const columns[] = {
        "agency",    "code",   "number", "seen_on", "path",    "published_before",
        "published", "dated",  "kind",   "place",   "section", "table",
        "row",       "column", "before", "after",   NULL
    };
    struct error err = { 0 };
    struct list l = { .rows = cJSON_CreateArray(), .forms = engine_forms(desk->setup->engine) };
    int rc = chosen_find(&l.chosen, desk->store, year, agency, &err);
    if (rc == 0)
        rc = store_revisions(desk->store, year,
                             str_of(l.chosen.n == 1 ? l.chosen.list[0].code : ""), take, &l, &err);
    if (rc == 0)
        rc = review_rows_write(cli, l.rows, columns, line, &err);
    if (rc == 0 && l.changed == 0)
        log_note("%s", tr("报告收到之后没有改动", "no report was changed after it came in"));
    else if (rc == 0)
        log_note(tr("报告收到之后改过 %zu 次，其中 %zu 次把发布日期改早",
                    "reports changed after they came in: %zu, dated back: %zu"),
                 l.changed, l.backdated);
    cJSON_Delete(l.rows);
    chosen_free(&l.chosen);
    strbuf_free(&l.code);
    strbuf_free(&l.published);
    return rc ? cli_fail(&err) : EXIT_CLEAN;
}
