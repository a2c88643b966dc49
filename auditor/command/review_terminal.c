/* review_terminal.c - findings one by one, question and answer; see review.h. */
#include <cjson/cJSON.h>
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/json_read.h"
#include "base/lang.h"
#include "base/log.h"
#include "command/review.h"
#include "report/model.h"
#include "report/text.h"

struct talk {
    const struct cli *cli;
    struct desk *desk;
    int year;
    struct date today;
    const struct chosen_agency *agency;
    struct decide_case c;
    struct decisions_before before;
    size_t recorded, skipped;
    bool stop; /* the person wants to, or the terminal closed */
    char *line;
    size_t cap;
};

/* The answer in a line of its own; false when there will be no more. */
static bool ask(struct talk *t, const char *question, struct str *answer)
{
    printf("%s", question);
    fflush(stdout);
    if (getline(&t->line, &t->cap, stdin) < 0) {
        t->stop = true;
        printf("\n");
        return false;
    }
    *answer = str_trim(str_of(t->line));
    return true;
}

static void show(const struct talk *t, const cJSON *result, const cJSON *finding,
                 const struct form *form, const char *review)
{
    struct strbuf out = { 0 };
    cJSON *one = cJSON_Duplicate(result, 1);
    cJSON *list = cJSON_CreateArray();
    struct text_style style = { .color = t->cli->color, .width = 80 };
    cJSON_AddItemToArray(list, cJSON_Duplicate(finding, 1));
    cJSON_ReplaceItemInObjectCaseSensitive(one, "findings", list);
    cJSON_ReplaceItemInObjectCaseSensitive(one, "open", cJSON_CreateArray());
    strbuf_char(&out, '\n');
    log_safe(&out, str_of(t->agency->agency));
    strbuf_fmt(&out, " %d  %s\n", t->year, check_review_label(review));
    text_report_result(&out, one, form, &style);
    fwrite(out.p, 1, out.n, stdout);
    cJSON_Delete(one);
    strbuf_free(&out);
}

/* Recorded at once, in a transaction of its own: what was answered is not lost, whatever happens next. */
static int record(struct talk *t, struct store_decision *d, struct error *err)
{
    struct error why = { 0 };
    bool known = false;
    int rc = decide_check(&t->c, d, &known, &why);
    if (rc == ERR_USAGE || known) {
        printf("%s\n", rc ? why.message : tr("早已记录", "had been recorded before"));
        return 0;
    }
    if (rc == 0)
        rc = decisions_note(&t->before, t->desk, t->year, t->agency, err);
    if (rc == 0)
        rc = store_begin(t->desk->store, err);
    if (rc == 0)
        rc = decide_record(&t->c, t->desk->store, d, err);
    if (rc)
        store_rollback(t->desk->store);
    else
        rc = store_commit(t->desk->store, err);
    if (rc == 0) {
        t->recorded++;
        printf(tr("已记录（第 %lld 条）\n", "recorded (number %lld)\n"), (long long)d->id);
    }
    return rc;
}

/* What must be said beside the kind. False: the person gave none, or the terminal closed. */
static bool ask_words(struct talk *t, struct store_decision *d)
{
    struct arena *arena = t->c.arena;
    struct str answer;
    bool confirm = str_eq_c(d->kind, "confirm");
    if (!confirm && (!ask(t, tr("理由：", "reason: "), &answer) || answer.n == 0))
        return false;
    if (!confirm)
        d->reason = arena_str(arena, answer);
    if (!confirm && !ask(t, tr("文号（可空）：", "document (may be empty): "), &answer))
        return false;
    if (!confirm)
        d->number = arena_str(arena, answer);
    if (!str_eq_c(d->kind, "waive"))
        return true;
    if (!ask(t, tr("有效期至（可空，如 2026-12-31）：", "last day (may be empty, as 2026-12-31): "),
             &answer))
        return false;
    d->expiry = arena_str(arena, answer);
    return true;
}

static const char *kind_of(char key)
{
    switch (key) {
    case 'c':
        return "confirm";
    case 'd':
        return "dismiss";
    case 'w':
        return "waive";
    case 'a':
        return "appeal";
    case 'u':
        return "uphold";
    default:
        return NULL;
    }
}

/* Until it is decided or passed over. */
static int decide(struct talk *t, struct str rule, struct str fingerprint, struct error *err)
{
    struct str answer;
    const char *question = tr("[c]确认 [d]不成立 [w]免扣 [a]申诉 [u]维持 [s]跳过 [q]结束：",
                              "[c]onfirm [d]ismiss [w]aive [a]ppeal [u]phold [s]kip [q]uit: ");
    size_t before = t->recorded;
    int rc = 0;
    while (rc == 0 && t->recorded == before && ask(t, question, &answer)) {
        char key = answer.n == 1 ? (char)tolower((unsigned char)answer.p[0]) : '\0';
        struct store_decision d = { .rule = rule,
                                    .fingerprint = fingerprint,
                                    .person = str_of(cli_value(t->cli, "by")) };
        if (key == 'q')
            t->stop = true;
        if (key == 's')
            t->skipped++;
        if (key == 'q' || key == 's')
            break;
        const char *kind = kind_of(key);
        if (!kind)
            continue;
        d.kind = str_of(kind);
        if (ask_words(t, &d))
            rc = record(t, &d, err);
    }
    return rc;
}

static int work_on(struct talk *t, const cJSON *verdict, struct error *err)
{
    const struct form *form =
        form_by_id(engine_forms(t->desk->setup->engine), json_text(verdict, "form"));
    const cJSON *result;
    const cJSON *finding;
    int rc = 0;
    cJSON_ArrayForEach(result, json_member(verdict, "results"))
        cJSON_ArrayForEach(finding, json_member(result, "findings")) {
            struct str rule;
            struct str fingerprint = json_text(finding, "fingerprint");
            if (rc || t->stop || !decide_find(&t->c, fingerprint, &rule))
                continue;
            const char *review = decide_review(&t->c, rule, fingerprint);
            if (strcmp(review, "open") != 0 && strcmp(review, "appealed") != 0)
                continue;
            show(t, result, finding, form, review);
            rc = decide(t, rule, fingerprint, err);
        }
    return rc;
}

static int one_agency(struct talk *t, const struct chosen_agency *agency, struct error *err)
{
    cJSON *verdict = NULL;
    t->agency = agency;
    int rc = decide_open(&t->c, t->desk->store, agency->id, t->year, str_of(agency->code), t->today,
                         err);
    if (rc == 0)
        rc = model_parse(&verdict, t->c.verdict, lang_get(), err);
    if (rc == 0)
        rc = work_on(t, verdict, err);
    cJSON_Delete(verdict);
    decide_close(&t->c);
    return rc;
}

int review_terminal(const struct cli *cli, struct desk *desk, int year, const char *agency)
{
    struct error err = { 0 };
    struct chosen chosen = { 0 };
    struct talk t = { .cli = cli, .desk = desk, .year = year, .today = decided_today() };
    if (!isatty(STDIN_FILENO))
        return cli_usage_error(cli, tr("不在终端上：请用 review export 和 review import",
                                       "no terminal: use review export and review import"));
    int rc = chosen_find(&chosen, desk->store, year, agency, &err);
    for (size_t i = 0; rc == 0 && !t.stop && i < chosen.n; i++)
        rc = one_agency(&t, &chosen.list[i], &err);
    if (rc == 0)
        printf(tr("记录 %zu 项决定，跳过 %zu 处\n",
                  "decisions recorded: %zu, findings skipped: %zu\n"),
               t.recorded, t.skipped);
    if (rc == 0)
        rc = decisions_show(&t.before, desk, t.today, &err);
    decisions_free(&t.before);
    chosen_free(&chosen);
    free(t.line);
    return rc ? cli_fail(&err) : EXIT_CLEAN;
}
