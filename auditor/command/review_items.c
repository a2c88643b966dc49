/* review_items.c - what had to be corrected, and what became of it, as a list; see review.h. */
#include <stdlib.h>
#include <string.h>

#include "base/json_read.h"
#include "base/lang.h"
#include "base/log.h"
#include "command/review.h"
#include "command/review_rows.h"
#include "office/corrections.h"

struct list {
    cJSON *rows;
    struct chosen chosen;
    int wanted; /* a state; -1: all */
    size_t counts[CORRECTION_STATES];
};

static void add_row(struct list *l, const struct correction *c, const struct chosen_agency *agency)
{
    const struct store_item *item = c->item;
    char until[DATE_LENGTH + 1] = "";
    bool mended = str_eq_c(item->state, "open") && !c->here;
    if (date_valid(c->due))
        date_write(until, c->due);
    cJSON *row = cJSON_CreateObject();
    review_rows_text(row, "agency", str_of(agency->agency));
    review_rows_text(row, "code", item->agency);
    review_rows_text(row, "rule", item->rule);
    review_rows_text(row, "fingerprint", item->fingerprint);
    review_rows_text(row, "severity", item->severity);
    cJSON_AddStringToObject(row, "state", corrections_name(c->state));
    cJSON_AddStringToObject(row, "label", corrections_label(c->state));
    cJSON_AddStringToObject(row, "review", c->review);
    cJSON_AddStringToObject(row, "mended", mended ? "?" : ""); /* settled below */
    review_rows_text(row, "found_on", item->found_on);
    cJSON_AddStringToObject(row, "due", until);
    review_rows_text(row, "closed_on", item->closed_on);
    cJSON_AddNumberToObject(row, "notices", (double)c->notices);
    cJSON_AddNumberToObject(row, "returns", (double)item->returns);
    bool wanted = l->wanted < 0 || corrections_is(c, (enum corrections_state)l->wanted);
    cJSON_AddBoolToObject(row, "wanted", wanted); /* taken out below */
    cJSON_AddItemToArray(l->rows, row);
}

static int take(void *user, const struct correction *c)
{
    struct list *l = user;
    const struct chosen_agency *agency = chosen_by_code(&l->chosen, c->item->agency);
    if (!agency)
        return 0;
    add_row(l, c, agency);
    for (int s = 0; s < CORRECTION_STATES; s++)
        l->counts[s] += corrections_is(c, (enum corrections_state)s);
    return 0;
}

static bool same_duty(const cJSON *a, const cJSON *b)
{
    return strcmp(json_string(a, "code"), json_string(b, "code")) == 0 &&
           strcmp(json_string(a, "rule"), json_string(b, "rule")) == 0;
}

static bool still_there(const cJSON *row)
{
    return strcmp(json_string(row, "review"), "closed") != 0 && *json_string(row, "mended") == '\0';
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
        if (strcmp(json_string(row, "mended"), "?") != 0)
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

static void keep_wanted(cJSON *rows)
{
    cJSON *next;
    for (cJSON *row = rows->child; row; row = next) {
        next = row->next;
        if (cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(row, "wanted")))
            cJSON_DeleteItemFromObjectCaseSensitive(row, "wanted");
        else
            cJSON_Delete(cJSON_DetachItemViaPointer(rows, row));
    }
}

static void line(struct strbuf *out, const cJSON *row)
{
    const char *mended = json_string(row, "mended");
    const char *review = json_string(row, "review");
    strbuf_fmt(out, "%s  %s  #%s  %s", json_string(row, "agency"), json_string(row, "rule"),
               json_string(row, "fingerprint"), json_string(row, "label"));
    if (strcmp(review, "open") != 0 && strcmp(review, "closed") != 0)
        strbuf_fmt(out, tr("（%s）", " (%s)"), check_review_label(review));
    if (strcmp(mended, "partly") == 0)
        strbuf_c(out, tr("（这一处已改，同一要求仍有他处未改）",
                         " (mended here, the duty is still not met elsewhere)"));
    else if (*mended)
        strbuf_c(out, tr("（交来新的内容，但未能判定）", " (other content came in, undecided)"));
    strbuf_fmt(out, tr("  发现 %s", "  found %s"), json_string(row, "found_on"));
    if (*json_string(row, "due"))
        strbuf_fmt(out, tr("  期限 %s", "  due %s"), json_string(row, "due"));
    if (*json_string(row, "closed_on"))
        strbuf_fmt(out, tr("  销号 %s", "  closed %s"), json_string(row, "closed_on"));
    if (number_at(row, "notices") > 1)
        strbuf_fmt(out, tr("  通知 %d 次", "  asked for %d times"), number_at(row, "notices"));
    if (number_at(row, "returns"))
        strbuf_fmt(out, tr("  再次出现 %d 次", "  came back %d×"), number_at(row, "returns"));
}

static void note_counts(const struct list *l)
{
    struct strbuf text = { 0 };
    for (int s = 0; s < CORRECTION_STATES; s++)
        if (l->counts[s])
            strbuf_fmt(&text, tr("%s%s %zu", "%s%s: %zu"), text.n ? tr("，", ", ") : "",
                       corrections_label((enum corrections_state)s), l->counts[s]);
    log_note("%s", text.n ? text.p : tr("没有整改事项", "there was nothing to correct"));
    strbuf_free(&text);
}

static bool read_state(int *state, const struct cli *cli)
{
    const char *word = cli_value(cli, "state");
    *state = -1;
    for (int s = 0; word && s < CORRECTION_STATES; s++)
        if (strcmp(word, corrections_name((enum corrections_state)s)) == 0)
            *state = s;
    if (!word || *state >= 0)
        return true;
    cli_usage_error(cli,
                    tr("--state %s：应为 open、overdue、fixed、late、withdrawn、spared 或 returned",
                       "--state %s: is open, overdue, fixed, late, withdrawn, spared or returned"),
                    word);
    return false;
}

int review_items(const struct cli *cli, struct desk *desk, int year, const char *agency)
{
    static const char *const columns[] = { "agency",   "code",     "rule",  "fingerprint",
                                           "severity", "state",    "label", "review",
                                           "mended",   "found_on", "due",   "closed_on",
                                           "notices",  "returns",  NULL };
    struct error err = { 0 };
    struct list l = { .wanted = -1 };
    struct corrections_options options = { .year = year, .today = decided_today() };
    if (!read_state(&l.wanted, cli) || !desk_day(cli, "deadline", &options.deadline))
        return EXIT_USAGE;
    l.rows = cJSON_CreateArray();
    int rc = chosen_find(&l.chosen, desk->store, year, agency, &err);
    options.agency = str_of(l.chosen.n == 1 ? l.chosen.list[0].code : "");
    if (rc == 0)
        rc = corrections_each(desk->store, &options, take, &l, &err);
    settle_mended(l.rows);
    keep_wanted(l.rows);
    if (rc == 0)
        rc = review_rows_write(cli, l.rows, columns, line, &err);
    if (rc == 0)
        note_counts(&l);
    cJSON_Delete(l.rows);
    chosen_free(&l.chosen);
    return rc ? cli_fail(&err) : EXIT_CLEAN;
}
