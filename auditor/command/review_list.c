/* review_list.c - what was decided, and what was corrected, as lists; see review.h. */
#include <cjson/cJSON.h>
#include <stdio.h>
#include <string.h>

#include "base/csv.h"
#include "base/lang.h"
#include "base/log.h"
#include "command/layout.h"
#include "command/review.h"
#include "report/output.h"
#include "store/item.h"

enum { FORMATS = 1 << OUTPUT_TEXT | 1 << OUTPUT_JSON | 1 << OUTPUT_CSV };

/* Both lists are rows of named cells; a text shows them in a line each. */
struct list {
    cJSON *rows;
    struct chosen chosen;
    struct date deadline;  /* no date: none */
    char last[DIGEST_HEX]; /* the hash of the last decision */
};

static void add(cJSON *row, const char *key, struct str text)
{
    struct strbuf terminated = { 0 };
    strbuf_str(&terminated, text);
    cJSON_AddStringToObject(row, key, terminated.n ? terminated.p : "");
    strbuf_free(&terminated);
}

static const char *name_of(const struct list *l, struct str code)
{
    for (size_t i = 0; i < l->chosen.n; i++)
        if (str_eq_c(code, l->chosen.list[i].code))
            return l->chosen.list[i].agency;
    return NULL;
}

static int take_decision(void *user, const struct store_decision *d)
{
    struct list *l = user;
    enum decision_kind kind;
    const char *name = name_of(l, d->agency);
    snprintf(l->last, sizeof l->last, "%.*s", STR_ARG(d->hash));
    if (!name)
        return 0;
    cJSON *row = cJSON_CreateObject();
    cJSON_AddNumberToObject(row, "number", (double)d->id);
    add(row, "agency", str_of(name));
    add(row, "code", d->agency);
    add(row, "rule", d->rule);
    add(row, "fingerprint", d->fingerprint);
    add(row, "kind", d->kind);
    add(row, "label",
        decision_kind_parse(&kind, d->kind) ? str_of(decision_kind_label(kind)) : d->kind);
    add(row, "by", d->person);
    add(row, "at", d->made_at);
    add(row, "reason", d->reason);
    add(row, "document", d->number);
    add(row, "until", d->expiry);
    add(row, "hash", d->hash);
    cJSON_AddItemToArray(l->rows, row);
    return 0;
}

/* "open", "overdue", "fixed", "late" (fixed behind the deadline), "withdrawn"; its label. */
static const char *state_of(const struct list *l, const struct store_item *item, const char **label)
{
    struct date closed;
    bool fixed = str_eq_c(item->state, "fixed");
    bool dated = date_valid(l->deadline);
    struct date day = decided_today();
    if (fixed && date_parse_iso(item->closed_on, &closed))
        day = closed;
    bool late = dated && date_cmp(day, l->deadline) > 0;
    if (fixed) {
        *label = late ? tr("逾期整改", "corrected late") : tr("已整改", "corrected");
        return late ? "late" : "fixed";
    }
    if (!str_eq_c(item->state, "open")) {
        *label = tr("不再判为问题", "no longer found");
        return "withdrawn";
    }
    *label = late ? tr("逾期未整改", "overdue") : tr("待整改", "open");
    return late ? "overdue" : "open";
}

static int take_item(void *user, const struct store_item *item)
{
    struct list *l = user;
    const char *label = NULL;
    const char *name = name_of(l, item->agency);
    if (!name)
        return 0;
    const char *state = state_of(l, item, &label);
    cJSON *row = cJSON_CreateObject();
    add(row, "agency", str_of(name));
    add(row, "code", item->agency);
    add(row, "rule", item->rule);
    add(row, "fingerprint", item->fingerprint);
    add(row, "severity", item->severity);
    add(row, "state", str_of(state));
    add(row, "label", str_of(label));
    add(row, "found_on", item->found_on);
    add(row, "closed_on", item->closed_on);
    cJSON_AddNumberToObject(row, "returns", (double)item->returns);
    cJSON_AddItemToArray(l->rows, row);
    return 0;
}

static void cell_text(struct strbuf *out, const cJSON *cell)
{
    struct strbuf text = { 0 };
    if (cJSON_IsNumber(cell))
        strbuf_fmt(&text, "%lld", (long long)cell->valuedouble);
    else
        strbuf_c(&text, cell->valuestring);
    /* what spreadsheets would take for a number or a power of ten is kept whole */
    if (strcmp(cell->string, "fingerprint") == 0 || strcmp(cell->string, "hash") == 0)
        strbuf_c(out, text.n ? "#" : "");
    strbuf_str(out, strbuf_view(&text));
    strbuf_free(&text);
}

static void write_csv(struct strbuf *out, const cJSON *rows)
{
    const cJSON *row;
    const cJSON *cell;
    csv_write_bom(out);
    cJSON_ArrayForEach(cell, cJSON_GetArrayItem(rows, 0))
        csv_write_text(out, str_of(cell->string), cell->next == NULL);
    cJSON_ArrayForEach(row, rows)
        cJSON_ArrayForEach(cell, row) {
            struct strbuf text = { 0 };
            cell_text(&text, cell);
            csv_write_text(out, strbuf_view(&text), cell->next == NULL);
            strbuf_free(&text);
        }
}

static void write_text(struct strbuf *out, const cJSON *rows)
{
    static const char *const keys[] = { "number",   "agency", "rule",     "fingerprint",
                                        "label",    "by",     "at",       "reason",
                                        "document", "until",  "found_on", "closed_on" };
    const cJSON *row;
    cJSON_ArrayForEach(row, rows) {
        bool first = true;
        for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
            const cJSON *cell = cJSON_GetObjectItemCaseSensitive(row, keys[i]);
            struct strbuf text = { 0 };
            if (cell)
                cell_text(&text, cell);
            if (text.n && !first)
                strbuf_c(out, "  ");
            log_safe(out, strbuf_view(&text));
            first = first && text.n == 0;
            strbuf_free(&text);
        }
        const cJSON *returns = cJSON_GetObjectItemCaseSensitive(row, "returns");
        if (returns && returns->valueint)
            strbuf_fmt(out, tr("  再次出现 %d 次", "  came back %d times"), returns->valueint);
        strbuf_char(out, '\n');
    }
}

static int write(const struct cli *cli, const struct list *l, struct error *err)
{
    const char *spec = cli_value(cli, "output");
    struct output output = { 0 };
    struct strbuf bytes = { 0 };
    int rc = output_parse(&output, spec ? spec : "text", FORMATS, err);
    if (rc == 0 && output.format == OUTPUT_JSON)
        layout_json(&bytes, l->rows);
    else if (rc == 0 && output.format == OUTPUT_CSV)
        write_csv(&bytes, l->rows);
    else if (rc == 0)
        write_text(&bytes, l->rows);
    if (rc == 0)
        rc = output_open(&output, err);
    if (rc == 0)
        output_write(&output, strbuf_view(&bytes));
    int closed = output_close(&output, rc != 0, rc ? NULL : err);
    strbuf_free(&bytes);
    return rc ? rc : closed;
}

int review_list(const struct cli *cli, struct desk *desk, int year, const char *agency)
{
    struct error err = { 0 };
    struct list l = { .rows = cJSON_CreateArray() };
    int rc = chosen_find(&l.chosen, desk->store, year, agency, &err);
    if (rc == 0)
        rc = store_decisions_verify(desk->store, &err);
    if (rc == 0)
        rc = store_decisions(desk->store, year, str_of(""), take_decision, &l, &err);
    if (rc == 0)
        rc = write(cli, &l, &err);
    if (rc == 0 && l.last[0])
        log_note(tr("%d 年度最后一条决定的校验值：%s", "hash of the last decision of %d: %s"), year,
                 l.last);
    cJSON_Delete(l.rows);
    chosen_free(&l.chosen);
    return rc ? cli_fail(&err) : EXIT_CLEAN;
}

int review_items(const struct cli *cli, struct desk *desk, int year, const char *agency)
{
    struct error err = { 0 };
    struct list l = { .rows = NULL };
    if (!desk_day(cli, "deadline", &l.deadline))
        return EXIT_USAGE;
    l.rows = cJSON_CreateArray();
    int rc = chosen_find(&l.chosen, desk->store, year, agency, &err);
    if (rc == 0)
        rc = store_items(desk->store, year, str_of(""), take_item, &l, &err);
    if (rc == 0)
        rc = write(cli, &l, &err);
    cJSON_Delete(l.rows);
    chosen_free(&l.chosen);
    return rc ? cli_fail(&err) : EXIT_CLEAN;
}
