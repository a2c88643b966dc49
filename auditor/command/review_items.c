/* review_items.c - what had to be corrected, and what became of it, as a list; see review.h. */
#include <stdlib.h>
#include <string.h>

#include "base/lang.h"
#include "base/log.h"
#include "command/notice_issue.h"
#include "command/review.h"
#include "command/review_rows.h"
#include "store/item.h"

/* What is counted, and what --state names. `returned`: came back after it was fixed, or was asked for twice. */
static const char *const states[][3] = {
    { "open", "待整改", "open" },
    { "overdue", "逾期未整改", "overdue" },
    { "fixed", "已整改", "corrected" },
    { "late", "逾期整改", "corrected late" },
    { "withdrawn", "不再判为问题", "no longer found" },
    { "spared", "不再要求整改", "not asked for any more" },
    { "returned", "再次出现或再次通知", "came back or was asked for again" },
};
enum { STATES = sizeof states / sizeof *states, RETURNED = STATES - 1 };

struct list {
    cJSON *rows;
    struct desk *desk;
    int year;
    struct chosen chosen;
    const struct chosen_agency *agency; /* of the last row */
    struct decide_case c;               /* its case; no arena: nobody decided about it */
    struct date deadline;               /* of what no notice named; no date: none */
    struct notice_issued *issued;
    const char *wanted; /* a state; NULL: all */
    size_t counts[STATES];
    struct error *err;
};

/* A decision that says what becomes of a finding. */
static int note_decision(void *user, const struct store_decision *d)
{
    bool *any = user;
    *any = *any || d->fingerprint.n > 0;
    return 0;
}

/* Where nobody decided anything the verdict needs not be read. */
static int open_case(struct list *l, const struct chosen_agency *agency)
{
    bool any = false;
    struct str code = str_of(agency->code);
    l->agency = agency;
    decide_close(&l->c);
    int rc = store_decisions(l->desk->store, l->year, code, note_decision, &any, l->err);
    if (rc == 0 && any)
        rc = decide_open(&l->c, l->desk->store, agency->id, l->year, code, decided_today(), l->err);
    return rc;
}

static const char *label_of(const char *state)
{
    for (size_t i = 0; i < STATES; i++)
        if (strcmp(states[i][0], state) == 0)
            return tr(states[i][1], states[i][2]);
    return state;
}

/* Closed, or what a person decided about it. */
static const char *review_of(const struct list *l, const struct store_item *item)
{
    if (!str_eq_c(item->state, "open"))
        return "closed";
    return l->c.arena ? decide_review(&l->c, item->rule, item->fingerprint) : "open";
}

static const char *state_of(const struct store_item *item, const char *review, struct date due)
{
    struct date day = decided_today();
    bool fixed = str_eq_c(item->state, "fixed");
    if (fixed)
        date_parse_iso(item->closed_on, &day);
    bool late = date_valid(due) && date_cmp(day, due) > 0;
    if (fixed)
        return late ? "late" : "fixed";
    if (!str_eq_c(item->state, "open"))
        return "withdrawn";
    if (strcmp(review, "dismissed") == 0 || strcmp(review, "waived") == 0)
        return "spared";
    return late ? "overdue" : "open";
}

static void add_row(struct list *l, const struct store_item *item)
{
    const struct chosen_agency *agency = l->agency;
    struct notice_due due =
        notice_issued_due(l->issued, item->agency, item->rule, item->fingerprint);
    struct date day = l->deadline;
    char until[DATE_LENGTH + 1] = "";
    if (due.deadline)
        date_parse_iso(str_of(due.deadline), &day);
    if (date_valid(day))
        date_write(until, day);
    const char *review = review_of(l, item);
    const char *state = state_of(item, review, day);
    bool here = str_eq_c(item->found_in, agency->sha256);
    cJSON *row = cJSON_CreateObject();
    review_rows_text(row, "agency", str_of(agency->agency));
    review_rows_text(row, "code", item->agency);
    review_rows_text(row, "rule", item->rule);
    review_rows_text(row, "fingerprint", item->fingerprint);
    review_rows_text(row, "severity", item->severity);
    cJSON_AddStringToObject(row, "state", state);
    cJSON_AddStringToObject(row, "label", label_of(state));
    cJSON_AddStringToObject(row, "review", review);
    /* Other bytes came in, and the item itself is in them no more; settled below. */
    cJSON_AddStringToObject(row, "mended", str_eq_c(item->state, "open") && !here ? "?" : "");
    review_rows_text(row, "found_on", item->found_on);
    cJSON_AddStringToObject(row, "due", until);
    review_rows_text(row, "closed_on", item->closed_on);
    cJSON_AddNumberToObject(row, "notices", (double)due.count);
    cJSON_AddNumberToObject(row, "returns", (double)item->returns);
    cJSON_AddItemToArray(l->rows, row);
}

static int take_item(void *user, const struct store_item *item)
{
    struct list *l = user;
    const struct chosen_agency *agency = chosen_by_code(&l->chosen, item->agency);
    int rc = agency && agency != l->agency ? open_case(l, agency) : 0;
    if (rc == 0 && agency)
        add_row(l, item);
    return rc;
}

static bool same_duty(const cJSON *a, const cJSON *b)
{
    return strcmp(review_rows_at(a, "code"), review_rows_at(b, "code")) == 0 &&
           strcmp(review_rows_at(a, "rule"), review_rows_at(b, "rule")) == 0;
}

static bool still_there(const cJSON *row)
{
    return strcmp(review_rows_at(row, "review"), "closed") != 0 &&
           *review_rows_at(row, "mended") == '\0';
}

/* "partly": another place of the same duty is still wrong; "unverified": the duty could not be decided. Rows of one
 * agency and rule stand together. */
static void settle_mended(cJSON *rows)
{
    cJSON *row;
    const cJSON *first = rows->child;
    cJSON_ArrayForEach(row, rows) {
        bool other = false;
        if (!same_duty(first, row))
            first = row;
        if (strcmp(review_rows_at(row, "mended"), "?") != 0)
            continue;
        for (const cJSON *r = first; r && same_duty(r, row); r = r->next)
            other = other || still_there(r);
        cJSON_ReplaceItemInObjectCaseSensitive(row, "mended",
                                               cJSON_CreateString(other ? "partly" : "unverified"));
    }
}

static int number_at(const cJSON *row, const char *key)
{
    return cJSON_GetObjectItemCaseSensitive(row, key)->valueint;
}

static bool is_in(const cJSON *row, size_t state)
{
    if (state == RETURNED)
        return number_at(row, "returns") > 0 || number_at(row, "notices") > 1;
    return strcmp(review_rows_at(row, "state"), states[state][0]) == 0;
}

static void count_and_choose(struct list *l)
{
    cJSON *next;
    for (cJSON *row = l->rows->child; row; row = next) {
        bool wanted = l->wanted == NULL;
        next = row->next;
        for (size_t i = 0; i < STATES; i++) {
            l->counts[i] += is_in(row, i);
            wanted = wanted || (strcmp(l->wanted, states[i][0]) == 0 && is_in(row, i));
        }
        if (!wanted)
            cJSON_Delete(cJSON_DetachItemViaPointer(l->rows, row));
    }
}

static void line(struct strbuf *out, const cJSON *row)
{
    const char *mended = review_rows_at(row, "mended");
    const char *review = review_rows_at(row, "review");
    strbuf_fmt(out, "%s  %s  #%s  %s", review_rows_at(row, "agency"), review_rows_at(row, "rule"),
               review_rows_at(row, "fingerprint"), review_rows_at(row, "label"));
    if (strcmp(review, "open") != 0 && strcmp(review, "closed") != 0)
        strbuf_fmt(out, tr("（%s）", " (%s)"), check_review_label(review));
    if (strcmp(mended, "partly") == 0)
        strbuf_c(out, tr("（这一处已改，同一要求仍有他处未改）",
                         " (mended here, the duty is still not met elsewhere)"));
    else if (*mended)
        strbuf_c(out, tr("（交来新的内容，但未能判定）", " (other content came in, undecided)"));
    strbuf_fmt(out, tr("  发现 %s", "  found %s"), review_rows_at(row, "found_on"));
    if (*review_rows_at(row, "due"))
        strbuf_fmt(out, tr("  期限 %s", "  due %s"), review_rows_at(row, "due"));
    if (*review_rows_at(row, "closed_on"))
        strbuf_fmt(out, tr("  销号 %s", "  closed %s"), review_rows_at(row, "closed_on"));
    if (number_at(row, "notices") > 1)
        strbuf_fmt(out, tr("  通知 %d 次", "  asked for %d times"), number_at(row, "notices"));
    if (number_at(row, "returns"))
        strbuf_fmt(out, tr("  再次出现 %d 次", "  came back %d×"), number_at(row, "returns"));
}

static void note_counts(const struct list *l)
{
    struct strbuf text = { 0 };
    for (size_t i = 0; i < STATES; i++)
        if (l->counts[i])
            strbuf_fmt(&text, tr("%s%s %zu", "%s%s: %zu"), text.n ? tr("，", ", ") : "",
                       tr(states[i][1], states[i][2]), l->counts[i]);
    log_note("%s", text.n ? text.p : tr("没有整改事项", "there was nothing to correct"));
    strbuf_free(&text);
}

static bool read_options(struct list *l, const struct cli *cli)
{
    l->wanted = cli_value(cli, "state");
    bool known = l->wanted == NULL;
    for (size_t i = 0; i < STATES && !known; i++)
        known = strcmp(l->wanted, states[i][0]) == 0;
    if (!known)
        cli_usage_error(
            cli,
            tr("--state %s：应为 open、overdue、fixed、late、withdrawn、spared 或 returned",
               "--state %s: is open, overdue, fixed, late, withdrawn, spared or returned"),
            l->wanted);
    return known && desk_day(cli, "deadline", &l->deadline);
}

int review_items(const struct cli *cli, struct desk *desk, int year, const char *agency)
{
    static const char *const columns[] = { "agency",   "code",     "rule",  "fingerprint",
                                           "severity", "state",    "label", "review",
                                           "mended",   "found_on", "due",   "closed_on",
                                           "notices",  "returns",  NULL };
    struct error err = { 0 };
    struct list l = { .desk = desk, .year = year, .err = &err };
    if (!read_options(&l, cli))
        return EXIT_USAGE;
    l.rows = cJSON_CreateArray();
    int rc = chosen_find(&l.chosen, desk->store, year, agency, &err);
    if (rc == 0)
        rc = notice_issued_read(&l.issued, desk->store, year, &err);
    if (rc == 0)
        rc = store_items(desk->store, year, str_of(l.chosen.n == 1 ? l.chosen.list[0].code : ""),
                         take_item, &l, &err);
    settle_mended(l.rows);
    count_and_choose(&l);
    if (rc == 0)
        rc = review_rows_write(cli, l.rows, columns, line, &err);
    if (rc == 0)
        note_counts(&l);
    decide_close(&l.c);
    notice_issued_free(l.issued);
    cJSON_Delete(l.rows);
    chosen_free(&l.chosen);
    return rc ? cli_fail(&err) : EXIT_CLEAN;
}
