/* notice.c - `auditor notice YEAR [AGENCY]`: what each agency is asked to correct, as letters and as lists. */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/json_read.h"
#include "base/lang.h"
#include "base/log.h"
#include "base/mem.h"
#include "command/chosen.h"
#include "command/layout.h"
#include "command/letters.h"
#include "office/issued.h"
#include "command/publish.h"
#include "command/stream.h"
#include "report/model.h"
#include "report/notice.h"
#include "report/output.h"
#include "report/wrap.h"
#include "store/item.h"

static const struct cli_option options[] = {
    { "deadline", "DATE",
      "整改期限（YYYY-MM-DD），默认为通知日期加 office.conf 的 notice_days（15 天）",
      "to be corrected by this day, default the date plus notice_days of office.conf (15)" },
    { "date", "DATE", "通知日期，默认今天", "date of the notice, default today" },
    { "number", "TEXT", "文号，其中 {n} 换成依次编号，如 政公整〔2025〕{n}号",
      "number of the letter; {n} in it counts the letters" },
    { "first", "N", "第一个编号，默认 1", "the first of these numbers, default 1" },
    { "least", "SEVERITY", "只列此程度以上的问题：veto major minor advice，默认 advice",
      "lists findings of this severity or above: veto major minor advice; default advice" },
    { "issue", NULL, "记入决定账：通知书已发出，期限从此有效；须有 --by",
      "records that they went out: their deadlines hold from now on; needs --by" },
    { "by", "NAME", "谁发出的", "who issues them" },
    { "template", NULL, "把通知书的 Word 模板放进办公文件夹的 reports/ 供修改，不出通知",
      "puts the Word template into the office's reports/ to be edited, and writes no notice" },
    { "output", "FORMAT[:PATH]",
      "输出：text json html csv xlsx docx，可重复；html:文件夹/、docx:文件夹/ 每机关一份",
      "output: text json html csv xlsx docx; repeatable; html:FOLDER/ and docx:FOLDER/ make one an "
      "agency" },
    { NULL, NULL, NULL, NULL },
};

enum {
    FORMATS = 1 << OUTPUT_TEXT | 1 << OUTPUT_JSON | 1 << OUTPUT_HTML | 1 << OUTPUT_CSV |
              1 << OUTPUT_XLSX | 1 << OUTPUT_DOCX
};

struct notice_run {
    const struct cli *cli;
    struct desk desk;
    struct chosen chosen;
    struct notice_facts facts;
    struct letters *letters;
    struct stream *stream; /* the lists */
    struct issued *letters_before;
    struct issued_letter letter; /* at hand */
    cJSON *returns; /* of the agency at hand: rule and fingerprint, and how often it came back */
    size_t written;
    long first;
    bool incomplete;
    bool issue;
    size_t issued;
};

static struct date today(void)
{
    time_t now = time(NULL);
    struct tm tm;
    localtime_r(&now, &tm);
    return (struct date){ tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday };
}

static int read_date(struct date *out, const struct cli *cli, const char *option, struct error *err)
{
    const char *value = cli_value(cli, option);
    if (!value || (date_parse_iso(str_of(value), out) && date_valid(*out)))
        return 0;
    return error_set(err, ERR_USAGE,
                     tr("--%s 应为日期，如 2025-03-31", "--%s is a date, as 2025-03-31"), option);
}

static int read_options(struct notice_run *r, struct error *err)
{
    const char *least = cli_value(r->cli, "least");
    r->facts.least = SEVERITY_ADVICE;
    r->first = 1;
    if (least && !audit_severity_parse(&r->facts.least, str_of(least)))
        return error_set(err, ERR_USAGE,
                         tr("--least %s：应为 veto、major、minor 或 advice",
                            "--least %s: is veto, major, minor or advice"),
                         least);
    r->facts.date = today();
    int rc = read_date(&r->facts.date, r->cli, "date", err);
    r->facts.deadline = date_add_days(r->facts.date, r->desk.office->notice_days);
    if (rc == 0)
        rc = read_date(&r->facts.deadline, r->cli, "deadline", err);
    if (rc == 0)
        rc = cli_number(r->cli, "first", 1, 1000000, &r->first, err);
    if (rc == 0 && date_cmp(r->facts.deadline, r->facts.date) < 0)
        rc = error_set(
            err, ERR_USAGE,
            tr("--deadline 早于通知日期", "--deadline lies before the date of the notice"));
    return rc;
}

/* "政公整〔2025〕{n}号" for the n-th letter. */
static char *numbered(const struct notice_run *r)
{
    const char *pattern = cli_value(r->cli, "number");
    const char *mark = pattern ? strstr(pattern, "{n}") : NULL;
    struct strbuf out = { 0 };
    if (mark)
        strbuf_fmt(&out, "%.*s%ld%s", (int)(mark - pattern), pattern, r->first + (long)r->written,
                   mark + 3);
    else
        strbuf_c(&out, pattern ? pattern : "");
    return strbuf_take(&out);
}

static char *item_key(struct strbuf *key, struct str rule, struct str fingerprint)
{
    strbuf_clear(key);
    strbuf_fmt(key, "%.*s\n%.*s", STR_ARG(rule), STR_ARG(fingerprint));
    return key->p;
}

static int take_item(void *user, const struct store_item *item)
{
    struct strbuf key = { 0 };
    if (item->returns)
        cJSON_AddNumberToObject(user, item_key(&key, item->rule, item->fingerprint),
                                (double)item->returns);
    strbuf_free(&key);
    return 0;
}

static struct notice_before before(void *user, const char *rule, const char *fingerprint)
{
    const struct notice_run *r = user;
    struct strbuf key = { 0 };
    struct issued_due due = issued_due(r->letters_before, str_of(r->facts.code), str_of(rule),
                                       str_of(fingerprint), &r->letter);
    const cJSON *returns = cJSON_GetObjectItemCaseSensitive(
        r->returns, item_key(&key, str_of(rule), str_of(fingerprint)));
    strbuf_free(&key);
    return (struct notice_before){ due.count, due.deadline,
                                   returns ? (size_t)returns->valueint : 0 };
}

static int one_agency(struct notice_run *r, const struct chosen_agency *agency, struct error *err)
{
    struct strbuf stored = { 0 };
    cJSON *verdict = NULL;
    char *number = numbered(r);
    int rc = store_standing_result(r->desk.store, agency->id, &stored, NULL, err);
    if (rc == 0)
        rc = model_parse(&verdict, strbuf_view(&stored), lang_get(), err);
    if (rc)
        goto out;
    r->facts.agency = agency->agency;
    r->facts.code = agency->code;
    r->facts.number = number;
    r->letter.number = str_of(number);
    cJSON_Delete(r->returns);
    r->returns = cJSON_CreateObject();
    rc =
        store_items(r->desk.store, r->facts.year, str_of(agency->code), take_item, r->returns, err);
    if (rc)
        goto out;
    r->incomplete = r->incomplete || agency->unreadable || !agency->complete;
    cJSON *notice = notice_model(verdict, r->desk.setup->engine, &r->facts);
    if (notice_items(notice) > 0) {
        bool known = true;
        rc = letters_write(r->letters, notice, err);
        if (rc == 0 && r->issue)
            rc = issued_add(&known, r->desk.store, notice, cli_value(r->cli, "by"), err);
        r->issued += !known;
        r->written++;
        if (rc == 0 && !stream_idle(r->stream)) {
            rc = stream_member(r->stream, notice, err);
            notice = NULL;
        }
    }
    cJSON_Delete(notice);
out:
    cJSON_Delete(verdict);
    strbuf_free(&stored);
    free(number);
    return rc;
}

static void item_text(struct strbuf *out, const cJSON *item, unsigned width)
{
    struct strbuf line = { 0 };
    strbuf_fmt(&line, "%d. [%s] %s：", json_int_at(item, "no"), json_string(item, "severity_label"),
               json_string(item, "title"));
    if (lang_get() == LANG_EN)
        line.n -= strlen("："), strbuf_c(&line, ": ");
    strbuf_fmt(&line, tr("%s（%s）", "%s (%s)"), json_string(item, "message"),
               json_string(item, "place"));
    strbuf_c(out, "  ");
    wrap_text(out, strbuf_view(&line), &(struct wrap){ 2, 5, width });
    strbuf_free(&line);
}

static void notice_text(struct strbuf *out, const cJSON *rest, const cJSON *notice, unsigned width)
{
    const cJSON *item;
    (void)rest;
    log_safe(out, str_of(json_string(notice, "agency")));
    strbuf_fmt(out, tr("  %d 项，%s 前整改%s\n", "  %d to be corrected by %s%s\n"),
               json_int_at(notice, "count"), json_string(notice, "deadline"),
               json_string(notice, "ordinal"));
    cJSON_ArrayForEach(item, cJSON_GetObjectItemCaseSensitive(notice, "again")) {
        strbuf_c(out, "  ");
        wrap_text(out, str_of(json_string(item, "text")), &(struct wrap){ 2, 5, width });
    }
    cJSON_ArrayForEach(item, cJSON_GetObjectItemCaseSensitive(notice, "items"))
        item_text(out, item, width);
    cJSON_ArrayForEach(item, cJSON_GetObjectItemCaseSensitive(notice, "undecided")) {
        struct strbuf line = { 0 };
        strbuf_fmt(&line, tr("未能判定：%s（%s）", "undecided: %s (%s)"),
                   json_string(item, "title"), json_string(item, "message"));
        strbuf_c(out, "  ");
        wrap_text(out, strbuf_view(&line), &(struct wrap){ 2, 5, width });
        strbuf_free(&line);
    }
}

static const struct stream_kind kind = {
    "notice.lua", FORMATS, "notices", NULL, notice_text, NULL, letters_take,
};

static cJSON *beside_the_notices(const struct notice_run *r)
{
    cJSON *rest = cJSON_CreateObject();
    cJSON_AddStringToObject(rest, "lang", lang_get() == LANG_EN ? "en" : "zh");
    cJSON_AddStringToObject(rest, "office", r->desk.office->name);
    cJSON_AddStringToObject(rest, "schema", "auditor/notice/1");
    cJSON_AddNumberToObject(rest, "year", r->facts.year);
    return rest;
}

static int write_all(struct notice_run *r, const char *agency, struct error *err)
{
    int rc = read_options(r, err);
    if (rc == 0)
        rc = chosen_find(&r->chosen, r->desk.store, r->facts.year, agency, err);
    char date[DATE_LENGTH + 1] = "", deadline[DATE_LENGTH + 1] = "";
    if (rc == 0)
        rc = issued_read(&r->letters_before, r->desk.store, r->facts.year, err);
    if (rc == 0) {
        date_write(date, r->facts.date);
        date_write(deadline, r->facts.deadline);
        r->letter = (struct issued_letter){ .date = str_of(date), .deadline = str_of(deadline) };
        r->facts.before = before;
        r->facts.user = r;
    }
    if (rc == 0)
        rc = letters_open(&r->letters, r->cli, r->desk.setup, r->chosen.n, err);
    if (rc == 0)
        rc = stream_open(&r->stream, r->cli, r->desk.setup, &kind, beside_the_notices(r), err);
    size_t not_due = 0;
    for (size_t i = 0; rc == 0 && i < r->chosen.n; i++) {
        not_due += r->chosen.list[i].not_due;
        rc = one_agency(r, &r->chosen.list[i], err);
    }
    int closed = stream_close(r->stream, NULL, rc != 0, rc ? NULL : err);
    rc = rc ? rc : closed;
    if (rc == 0)
        log_note(tr("%zu 个机关有需要整改的问题，%zu 个没有",
                    "agencies with something to correct: %zu, without: %zu"),
                 r->written, r->chosen.n - r->written - not_due);
    if (rc == 0)
        desk_note_not_due(not_due, r->facts.year);
    if (rc == 0 && r->issue)
        log_note(tr("记入 %zu 份通知", "notices recorded: %zu"), r->issued);
    else if (rc == 0 && r->written)
        log_note(tr("发出后请加 --issue --by 记下，期限才作数",
                    "when they go out, record them with --issue --by: then their deadlines count"));
    return rc;
}

static int run(const struct cli *cli)
{
    struct notice_run r = { .cli = cli };
    struct error err = { 0 };
    bool template = cli_given(cli, "template");
    if (!template && (cli->argument_count < 1 || cli->argument_count > 2))
        return cli_usage_error(cli, tr("请指明报告年度，可再指明一个机关",
                                       "name a report year, and an agency if it is for one"));
    if (!template && !desk_year(cli, cli->arguments[0], &r.facts.year))
        return EXIT_USAGE;
    r.issue = cli_given(cli, "issue");
    if (r.issue && !cli_value(cli, "by"))
        return cli_usage_error(cli, tr("--issue 须写明 --by", "--issue needs --by"));
    if (publish_check(cli, FORMATS, &err) != 0)
        return cli_fail(&err);
    int code = template  ? desk_open(&r.desk, cli, 0)
               : r.issue ? desk_open_writing(&r.desk, cli, r.facts.year)
                         : desk_open_store(&r.desk, cli, r.facts.year);
    if (code == 0) {
        r.facts.office = r.desk.office->name;
        if (!template)
            desk_compare(&r.desk, r.facts.year);
        int rc = template
                     ? letters_template(r.desk.setup, &err)
                     : write_all(&r, cli->argument_count == 2 ? cli->arguments[1] : "all", &err);
        code = rc ? cli_fail(&err) : r.incomplete ? EXIT_INCOMPLETE : EXIT_CLEAN;
    }
    letters_close(r.letters);
    issued_free(r.letters_before);
    cJSON_Delete(r.returns);
    chosen_free(&r.chosen);
    desk_close(&r.desk);
    return code;
}

const struct command command_notice = {
    "notice",
    "notice YEAR [AGENCY] [--output FORMAT[:PATH]]",
    "整改通知书：逐机关列明问题、依据、证据、改正要求和期限",
    "rectification notices: an agency's faults with article, evidence, correction and deadline",
    options,
    run,
};
