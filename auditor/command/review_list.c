/* review_list.c - what was decided, as a list; see review.h. */
#include <stdio.h>
#include <string.h>

#include "base/json_read.h"
#include "base/lang.h"
#include "base/log.h"
#include "command/review.h"
#include "command/review_rows.h"

struct list {
    cJSON *rows;
    struct chosen chosen;
    char last[DIGEST_HEX]; /* the hash of the last decision */
};

static int take_decision(void *user, const struct store_decision *d)
{
    struct list *l = user;
    enum decision_kind kind;
    const struct chosen_agency *agency = chosen_by_code(&l->chosen, d->agency);
    snprintf(l->last, sizeof l->last, "%.*s", STR_ARG(d->hash));
    if (!agency)
        return 0;
    bool known = decision_kind_parse(&kind, d->kind);
    bool listed = known && kind == DECISION_NOTICE; /* what it asks for stands in `items` */
    cJSON *row = cJSON_CreateObject();
    cJSON_AddNumberToObject(row, "number", (double)d->id);
    review_rows_text(row, "agency", str_of(agency->agency));
    review_rows_text(row, "code", d->agency);
    review_rows_text(row, "rule", d->rule);
    review_rows_text(row, "fingerprint", d->fingerprint);
    review_rows_text(row, "kind", d->kind);
    review_rows_text(row, "label", known ? str_of(decision_kind_label(kind)) : d->kind);
    review_rows_text(row, "subject", listed ? str_of("") : d->subject);
    review_rows_text(row, "value", listed ? str_of("") : d->value);
    review_rows_text(row, "by", d->person);
    review_rows_text(row, "at", d->made_at);
    review_rows_text(row, "reason", d->reason);
    review_rows_text(row, "document", d->number);
    review_rows_text(row, "until", d->expiry);
    review_rows_text(row, "hash", d->hash);
    cJSON_AddItemToArray(l->rows, row);
    return 0;
}

static void line(struct strbuf *out, const cJSON *row)
{
    static const struct {
        const char *key, *zh, *en;
    } parts[] = {
        { "agency", "", "" },
        { "label", "", "" },
        { "rule", "", "" },
        { "fingerprint", "#", "#" },
        { "subject", "", "" },
        { "by", "", "" },
        { "at", "", "" },
        { "reason", "理由：", "reason: " },
        { "document", "文号 ", "document " },
        { "until", "至 ", "until " },
    };
    strbuf_fmt(out, "%d", cJSON_GetObjectItemCaseSensitive(row, "number")->valueint);
    bool notice = strcmp(json_string(row, "kind"), "notice") == 0; /* its reason is its date */
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        const char *text = json_string(row, parts[i].key);
        if (*text)
            strbuf_fmt(out, "  %s%s",
                       notice && strcmp(parts[i].key, "reason") == 0 ? tr("通知日期 ", "dated ")
                                                                     : tr(parts[i].zh, parts[i].en),
                       text);
    }
}

int review_list(const struct cli *cli, struct desk *desk, int year, const char *agency)
{
    static const char *const columns[] = { "number",      "agency", "code",  "rule",
                                           "fingerprint", "kind",   "label", "subject",
                                           "value",       "by",     "at",    "reason",
                                           "document",    "until",  "hash",  NULL };
    struct error err = { 0 };
    struct list l = { .rows = cJSON_CreateArray() };
    int rc = chosen_find(&l.chosen, desk->store, year, agency, &err);
    if (rc == 0)
        rc = store_decisions_verify(desk->store, &err);
    if (rc == 0)
        rc = store_decisions(desk->store, year, str_of(""), take_decision, &l, &err);
    if (rc == 0)
        rc = review_rows_write(cli, l.rows, columns, line, &err);
    if (rc == 0 && l.last[0])
        log_note(tr("%d 年度最后一条决定的校验值：%s", "hash of the last decision of %d: %s"), year,
                 l.last);
    else if (rc == 0)
        log_note(tr("%d 年度还没有决定", "nothing is decided about %d yet"), year);
    cJSON_Delete(l.rows);
    chosen_free(&l.chosen);
    return rc ? cli_fail(&err) : EXIT_CLEAN;
}
