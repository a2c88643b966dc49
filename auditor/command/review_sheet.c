/* review_sheet.c - findings as a table to fill in, and what was filled in; see review.h. */
#include <cjson/cJSON.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/csv.h"
#include "base/json_read.h"
#include "base/lang.h"
#include "base/log.h"
#include "base/mem.h"
#include "command/review.h"
#include "report/model.h"
#include "report/output.h"
#include "report/text.h"
#include "text/date.h"
#include "text/normalise.h"

enum column {
    COL_YEAR,
    COL_CODE,
    COL_AGENCY,
    COL_RULE,
    COL_FINGERPRINT,
    COL_EVIDENCE,
    COL_SEVERITY,
    COL_REVIEW,
    COL_PLACE,
    COL_QUOTE,
    COL_EXPECTED,
    COL_FOUND,
    COL_MESSAGE,
    COL_REMEDY,
    COL_DECISION, /* from here on to be filled in */
    COL_PERSON,
    COL_REASON,
    COL_DOCUMENT,
    COL_UNTIL,
    COL_TIME,
    COLUMNS
};

static const char *const headers[COLUMNS][2] = {
    { "年度", "year" },      { "机关代码", "code" },    { "机关", "agency" },
    { "规则", "rule" },      { "指纹", "fingerprint" }, { "证据", "evidence" },
    { "程度", "severity" },  { "状态", "review" },      { "位置", "place" },
    { "原文", "quote" },     { "应为", "expected" },    { "现为", "found" },
    { "问题", "message" },   { "改法", "remedy" },      { "决定", "decision" },
    { "决定人", "person" },  { "理由", "reason" },      { "文号", "document" },
    { "有效期至", "until" }, { "时间", "time" },
};

enum { EVIDENCE_SHOWN = 16 };

/* Export */

struct table {
    struct strbuf out;
    struct desk *desk;
    int year;
    const struct chosen_agency *agency;
    const struct decide_case *c;
    size_t rows;
};

static void cell(struct table *t, struct str text)
{
    csv_write_text(&t->out, text, false);
}

/* Spreadsheets take 1234567890123456 and 12e4567890123456 for numbers: a mark in front keeps them whole. */
static void code_cell(struct table *t, struct str hex)
{
    struct strbuf text = { 0 };
    strbuf_fmt(&text, "#%.*s", STR_ARG(hex));
    cell(t, strbuf_view(&text));
    strbuf_free(&text);
}

static void finding_row(struct table *t, const cJSON *result, const cJSON *finding,
                        const struct form *form)
{
    char hex[DIGEST_HEX];
    char year[16];
    struct str rule = str_of("");
    struct str fingerprint = json_text(finding, "fingerprint");
    const cJSON *place = cJSON_GetArrayItem(json_member(finding, "evidence"), 0);
    const struct audit_finding *f = decide_find(t->c, fingerprint, &rule);
    struct strbuf where = { 0 };
    if (!f)
        return;
    decided_evidence(hex, rule, f);
    text_report_place(&where, place, form);
    snprintf(year, sizeof year, "%d", t->year);
    cell(t, str_of(year));
    cell(t, str_of(t->agency->code));
    cell(t, str_of(t->agency->agency));
    cell(t, json_text(result, "rule"));
    code_cell(t, fingerprint);
    code_cell(t, (struct str){ hex, EVIDENCE_SHOWN });
    cell(t, str_of(audit_severity_label(f->severity)));
    cell(t, str_of(check_review_label(decide_review(t->c, rule, fingerprint))));
    cell(t, strbuf_view(&where));
    cell(t, json_text(place, "quote"));
    cell(t, json_text(finding, "expected"));
    cell(t, json_text(finding, "found"));
    cell(t, json_text(finding, "message"));
    cell(t, json_text(finding, "remedy"));
    for (int c = COL_DECISION; c < COLUMNS; c++)
        csv_write_text(&t->out, str_of(""), c + 1 == COLUMNS);
    t->rows++;
    strbuf_free(&where);
}

static int agency_rows(struct table *t, const struct chosen_agency *agency, struct error *err)
{
    struct decide_case c;
    cJSON *verdict = NULL;
    const cJSON *result;
    const cJSON *finding;
    int rc = decide_open(&c, t->desk->store, agency->id, t->year, str_of(agency->code),
                         decided_today(), err);
    if (rc == 0)
        rc = model_parse(&verdict, c.verdict, lang_get(), err);
    t->agency = agency;
    t->c = &c;
    const struct form *form =
        form_by_id(engine_forms(t->desk->setup->engine), json_text(verdict, "form"));
    cJSON_ArrayForEach(result, json_member(verdict, "results"))
        cJSON_ArrayForEach(finding, json_member(result, "findings"))
            finding_row(t, result, finding, form);
    cJSON_Delete(verdict);
    decide_close(&c);
    return rc;
}

static int write_table(struct table *t, const char *path, struct error *err)
{
    struct output output = { .format = OUTPUT_CSV };
    struct strbuf spec = { 0 };
    strbuf_fmt(&spec, "csv:%s", path);
    int rc = output_parse(&output, spec.p, 1 << OUTPUT_CSV, err);
    if (rc == 0)
        rc = output_open(&output, err);
    if (rc == 0)
        output_write(&output, strbuf_view(&t->out));
    int closed = output_close(&output, rc != 0, rc ? NULL : err);
    strbuf_free(&spec);
    return rc ? rc : closed;
}

int review_export(const struct cli *cli, struct desk *desk, int year, const char *path)
{
    struct error err = { 0 };
    struct chosen chosen = { 0 };
    struct table t = { .desk = desk, .year = year };
    (void)cli;
    desk_compare(desk, year);
    csv_write_bom(&t.out);
    for (int c = 0; c < COLUMNS; c++)
        csv_write_text(&t.out, str_of(headers[c][lang_get() == LANG_EN]), c + 1 == COLUMNS);
    int rc = chosen_find(&chosen, desk->store, year, "all", &err);
    for (size_t i = 0; rc == 0 && i < chosen.n; i++)
        rc = agency_rows(&t, &chosen.list[i], &err);
    if (rc == 0)
        rc = write_table(&t, path, &err);
    if (rc == 0)
        log_note(tr("%zu 处问题", "findings: %zu"), t.rows);
    chosen_free(&chosen);
    strbuf_free(&t.out);
    return rc ? cli_fail(&err) : EXIT_CLEAN;
}

/* Import */

struct import {
    struct desk *desk;
    struct csv csv;
    const char *path;
    int at[COLUMNS];
    struct chosen chosen; /* of the year at hand */
    int year;
    struct decide_case *cases; /* by agency of chosen; not opened: no arena */
    struct decisions_before before;
    struct date today;
    size_t recorded, known, wrong;
    struct arena *arena;
};

static struct str field(const struct import *im, size_t row, enum column column)
{
    struct str text = csv_field(&im->csv, row, im->at[column]);
    return str_starts(text, STR("'")) ? str_sub(text, 1, text.n) : text;
}

/* Every row that is wrong is told; then nothing is recorded. */
static void tell(struct import *im, size_t row, const char *why)
{
    log_error("%s:%u: %s", im->path, im->csv.rows[row].line, why);
    im->wrong++;
}

static void close_year(struct import *im)
{
    for (size_t i = 0; i < im->chosen.n; i++)
        if (im->cases[i].arena)
            decide_close(&im->cases[i]);
    free(im->cases);
    im->cases = NULL;
    chosen_free(&im->chosen);
    im->year = 0;
}

static int open_year(struct import *im, int year, struct error *err)
{
    if (im->year == year)
        return 0;
    close_year(im);
    int rc = chosen_find(&im->chosen, im->desk->store, year, "all", err);
    im->cases = mem_zero(im->chosen.n + 1, sizeof *im->cases);
    im->year = rc ? 0 : year;
    return rc;
}

static int find_case(struct decide_case **out, struct import *im, struct str code,
                     struct error *err)
{
    for (size_t i = 0; i < im->chosen.n; i++) {
        const struct chosen_agency *a = &im->chosen.list[i];
        if (!str_eq_c(code, a->code))
            continue;
        *out = &im->cases[i];
        int rc = decisions_note(&im->before, im->desk, im->year, a, err);
        if (rc == 0 && !im->cases[i].arena)
            rc = decide_open(&im->cases[i], im->desk->store, a->id, im->year, code, im->today, err);
        return rc;
    }
    return error_set(err, ERR_USAGE,
                     tr("名录中没有代码为 %.*s 的机关", "no agency has the code %.*s"),
                     STR_ARG(code));
}

/* In either language, as word or as label. */
static bool read_kind(struct str text, enum decision_kind *kind)
{
    enum lang lang = lang_get();
    bool found = decision_kind_parse(kind, text);
    for (int l = 0; l < LANG_COUNT && !found; l++) {
        lang_set((enum lang)l);
        for (int k = 0; k < DECISION_KINDS && !found; k++)
            if (str_eq_nocase(text, decision_kind_label((enum decision_kind)k))) {
                *kind = (enum decision_kind)k;
                found = true;
            }
    }
    lang_set(lang);
    return found;
}

/* As spreadsheets write days: 2026/2/3. What is none is left as it is, for the check to say. */
static struct str read_day(struct import *im, struct str text)
{
    struct date_hit hit;
    char day[DATE_LENGTH + 1];
    if (text.n == 0 || !date_find(text, 0, 0, &hit) || hit.at || hit.length != text.n ||
        str_find(text, STR(":")) < text.n)
        return text;
    date_write(day, hit.date);
    return arena_str(im->arena, str_of(day));
}

static struct str read_code(struct str text)
{
    return str_starts(text, STR("#")) ? str_sub(text, 1, text.n) : text;
}

static int read_row(struct import *im, size_t row, struct error *err)
{
    enum decision_kind kind;
    struct decide_case *c = NULL;
    bool known = false;
    struct str year = field(im, row, COL_YEAR);
    char text[8];
    if (!read_kind(field(im, row, COL_DECISION), &kind) || kind > DECISION_SIGN)
        return error_set(
            err, ERR_USAGE,
            tr("“决定”应为 确认、不成立、免扣、申诉、维持 之一，而不是“%.*s”",
               "the decision is confirm, dismiss, waive, appeal or uphold, not \"%.*s\""),
            STR_ARG(field(im, row, COL_DECISION)));
    snprintf(text, sizeof text, "%.*s", (int)(year.n < 7 ? year.n : 7), year.p);
    if (strspn(text, "0123456789") != 4 || year.n != 4)
        return error_set(err, ERR_USAGE, tr("年度“%.*s”应写成 2024", "year %.*s: write it as 2024"),
                         STR_ARG(year));
    int rc = open_year(im, atoi(text), err);
    if (rc == 0)
        rc = find_case(&c, im, field(im, row, COL_CODE), err);
    if (rc)
        return rc;
    struct store_decision d = { .kind = str_of(decision_kind_name(kind)),
                                .rule = field(im, row, COL_RULE),
                                .fingerprint = read_code(field(im, row, COL_FINGERPRINT)),
                                .evidence = read_code(field(im, row, COL_EVIDENCE)),
                                .person = field(im, row, COL_PERSON),
                                .reason = field(im, row, COL_REASON),
                                .number = field(im, row, COL_DOCUMENT),
                                .expiry = read_day(im, field(im, row, COL_UNTIL)),
                                .made_at = read_day(im, field(im, row, COL_TIME)) };
    rc = kind == DECISION_SIGN ? error_set(err, ERR_USAGE, "%s",
                                           tr("签署请用 review sign", "to sign, use review sign"))
                               : decide_check(c, &d, &known, err);
    im->known += rc == 0 && known;
    if (rc || known)
        return rc;
    im->recorded++;
    return decide_record(c, im->desk->store, &d, err);
}

static int find_columns(struct import *im, struct error *err)
{
    for (int c = 0; c < COLUMNS; c++) {
        char names[64];
        snprintf(names, sizeof names, "%s|%s", headers[c][0], headers[c][1]);
        im->at[c] = csv_column(&im->csv, names);
        bool needed = c == COL_YEAR || c == COL_CODE || c == COL_FINGERPRINT ||
                      (c >= COL_DECISION && c <= COL_REASON);
        if (im->at[c] < 0 && needed)
            return error_set(err, ERR_CONFIG,
                             tr("%s:1：表头缺少“%s”一栏", "%s:1: the header lacks the column %s"),
                             im->path, headers[c][lang_get() == LANG_EN]);
    }
    return 0;
}

static int read_rows(struct import *im, struct error *err)
{
    int rc = store_begin(im->desk->store, err);
    for (size_t row = 1; rc == 0 && row < im->csv.n; row++) {
        struct error why = { 0 };
        if (field(im, row, COL_DECISION).n == 0)
            continue;
        int wrong = read_row(im, row, &why);
        if (wrong == ERR_DATABASE || wrong == ERR_INTERNAL) {
            *err = why;
            rc = wrong;
        } else if (wrong) {
            tell(im, row, why.message);
        }
    }
    if (rc == 0 && im->wrong)
        rc = error_set(err, ERR_CONFIG,
                       tr("%s：%zu 行有误，一项也没有记录",
                          im->wrong == 1 ? "%s: %zu row is wrong, nothing was recorded"
                                         : "%s: %zu rows are wrong, nothing was recorded"),
                       im->path, im->wrong);
    if (rc)
        store_rollback(im->desk->store);
    else
        rc = store_commit(im->desk->store, err);
    return rc;
}

int review_import(const struct cli *cli, struct desk *desk, const char *path)
{
    struct error err = { 0 };
    struct strbuf text = { 0 };
    struct import im = {
        .desk = desk, .path = path, .today = decided_today(), .arena = arena_new()
    };
    (void)cli;
    int rc = setup_read_text(&text, path, &err);
    if (rc == 0)
        rc = csv_parse(&im.csv, path, strbuf_view(&text), &err);
    if (rc == 0)
        rc = find_columns(&im, &err);
    if (rc == 0)
        rc = read_rows(&im, &err);
    if (rc == 0)
        printf(tr("记录 %zu 项决定，%zu 项早已记录\n",
                  "decisions recorded: %zu, had been before: %zu\n"),
               im.recorded, im.known);
    if (rc == 0 && im.recorded + im.known == 0)
        log_note(tr("“决定”一栏没有填写", "the column of decisions is empty"));
    close_year(&im);
    if (rc == 0 && im.recorded)
        rc = decisions_show(&im.before, desk, im.today, &err);
    decisions_free(&im.before);
    csv_free(&im.csv);
    arena_free(im.arena);
    strbuf_free(&text);
    return rc ? cli_fail(&err) : EXIT_CLEAN;
}
