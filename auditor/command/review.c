/* review.c - `auditor review`: persons decide about findings; see review.h. */
#include "command/review.h"

#include <stdio.h>
#include <string.h>

#include "base/lang.h"
#include "office/assess.h"

static const struct cli_option options[] = {
    { "by", "NAME", "决定人：终端逐条复核、签署时必填",
      "who decides: required at the terminal and to sign" },
    { "reason", "TEXT", "签署、填报、认领的理由", "why it is signed, filled in or assigned" },
    { "document", "NUMBER", "所依据文件的文号", "number of the document it rests on" },
    { "evidence", "FILE", "fill：证明材料，记下它的摘要",
      "fill: the proof; its digest is recorded" },
    { "state", "STATE", "items：只列 open overdue fixed late withdrawn spared returned 之一",
      "items: only those that are open overdue fixed late withdrawn spared returned" },
    { "until", "DATE", "签署的有效期至，如 2026-12-31", "last day a signature holds" },
    { "deadline", "DATE", "items：没有通知书的事项的整改期限，过期未整改的标出",
      "items: until when, for what no notice named; what is late is marked" },
    { "output", "FORMAT[:PATH]", "list、items、changes 的输出：text json csv",
      "of list, items and changes: text json csv" },
    { NULL, NULL, NULL, NULL },
};

static struct str value_of(const struct cli *cli, const char *name)
{
    const char *value = cli_value(cli, name);
    return str_of(value ? value : "");
}

static int record_signature(const struct cli *cli, struct desk *desk, int year,
                            const struct chosen_agency *agency, struct date today,
                            struct error *err)
{
    struct decide_case c;
    bool known = false;
    struct store_decision d = { .kind = STR("sign"),
                                .person = value_of(cli, "by"),
                                .reason = value_of(cli, "reason"),
                                .number = value_of(cli, "document"),
                                .expiry = value_of(cli, "until") };
    int rc = decide_open(&c, desk->store, agency->id, year, str_of(agency->code), today, err);
    if (rc == 0)
        rc = decide_check(&c, &d, &known, err);
    if (rc == 0)
        rc = store_begin(desk->store, err);
    if (rc == 0 && !known)
        rc = decide_record(&c, desk->store, &d, err);
    if (rc)
        store_rollback(desk->store);
    else
        rc = store_commit(desk->store, err);
    if (rc == 0)
        printf("%s\n",
               known ? tr("早已记录", "had been recorded before")
                     : tr("已记录：对未判定的事项负责", "recorded: answers for what is undecided"));
    decide_close(&c);
    return rc;
}

static int sign(const struct cli *cli, struct desk *desk, int year, const char *name)
{
    struct error err = { 0 };
    struct chosen chosen = { 0 };
    struct decisions_before before = { 0 };
    struct date today = decided_today();
    int code = decisions_agency(&chosen, desk, year, name);
    if (code == 0) {
        int rc = decisions_note(&before, desk, year, &chosen.list[0], &err);
        if (rc == 0)
            rc = record_signature(cli, desk, year, &chosen.list[0], today, &err);
        if (rc == 0)
            rc = decisions_show(&before, desk, today, &err);
        code = rc ? cli_fail(&err) : 0;
    }
    decisions_free(&before);
    chosen_free(&chosen);
    return code;
}

struct document {
    const char *path;
    struct strbuf sha256;
};

static int take_document(void *user, const struct store_seen *seen)
{
    struct document *wanted = user;
    struct strbuf shown = { 0 };
    file_shown(&shown, seen->path);
    if (!seen->gone && str_eq_c(strbuf_view(&shown), wanted->path)) {
        strbuf_clear(&wanted->sha256);
        strbuf_str(&wanted->sha256, seen->sha256);
    }
    strbuf_free(&shown);
    return 0;
}

static int record_owner(const struct cli *cli, struct desk *desk, int year, const char *code,
                        struct error *err)
{
    char now[DECIDED_MOMENT];
    int64_t assessment = 0;
    struct document document = { .path = cli->arguments[2] };
    decided_now(now);
    int rc = assess_find(&assessment, desk->store, year, err);
    if (rc == 0)
        rc = store_documents(desk->store, year, assessment, take_document, &document, err);
    if (rc == 0 && document.sha256.n == 0)
        rc = error_set(err, ERR_ABSENT,
                       tr("收件箱 %d 中没有读到 %s", "the inbox of %d has no document %s"), year,
                       document.path);
    struct store_decision d = { .year = year,
                                .agency = str_of(code),
                                .kind = STR("assign"),
                                .person = value_of(cli, "by"),
                                .made_at = str_of(now),
                                .reason = value_of(cli, "reason"),
                                .number = value_of(cli, "document"),
                                .subject = str_of(document.path),
                                .value = strbuf_view(&document.sha256) };
    if (rc == 0)
        rc = store_begin(desk->store, err);
    if (rc == 0)
        rc = store_decision_add(desk->store, &d, err);
    if (rc)
        store_rollback(desk->store);
    else
        rc = store_commit(desk->store, err);
    strbuf_free(&document.sha256);
    return rc;
}

static int assign(const struct cli *cli, struct desk *desk, int year)
{
    struct error err = { 0 };
    struct chosen chosen = { 0 };
    int code = decisions_agency(&chosen, desk, year, cli->arguments[3]);
    if (code == 0 && record_owner(cli, desk, year, chosen.list[0].code, &err) != 0)
        code = cli_fail(&err);
    if (code == 0)
        printf(tr("已记录；运行 auditor assess %d 即按此对应\n",
                  "recorded: auditor assess %d goes by it\n"),
               year);
    chosen_free(&chosen);
    return code;
}

enum verb { TERMINAL, LIST, ITEMS, CHANGES, EXPORT, IMPORT, SIGN, ASSIGN, FILL, VERBS };

static enum verb verb_of(const char *word)
{
    static const char *const names[VERBS] = { "",       "list", "items",  "changes", "export",
                                              "import", "sign", "assign", "fill" };
    for (int i = LIST; i < VERBS; i++)
        if (strcmp(word, names[i]) == 0)
            return (enum verb)i;
    return TERMINAL;
}

static int wrong_words(const struct cli *cli, enum verb verb)
{
    static const char *const words[VERBS][2] = {
        { "", "" },
        { "list 年度 [机关]", "list YEAR [AGENCY]" },
        { "items 年度 [机关]", "items YEAR [AGENCY]" },
        { "changes 年度 [机关]", "changes YEAR [AGENCY]" },
        { "export 年度 文件.csv", "export YEAR FILE.csv" },
        { "import 文件.csv", "import FILE.csv" },
        { "sign 机关 年度 --by 姓名 --reason 理由", "sign AGENCY YEAR --by NAME --reason TEXT" },
        { "assign 年度 文件 机关 --by 姓名", "assign YEAR FILE AGENCY --by NAME" },
        { "fill 机关 年度 指标 得分 --by 姓名 --document 文号",
          "fill AGENCY YEAR INDICATOR POINTS --by NAME --document NUMBER" },
    };
    return cli_usage_error(cli, tr("应为 review %s", "expected review %s"),
                           tr(words[verb][0], words[verb][1]));
}

static int start(const struct cli *cli, struct desk *desk, enum verb verb, int year)
{
    const char *const *words = cli->arguments;
    const char *agency = "all";
    size_t at = verb == TERMINAL ? 1 : 2;
    bool reads = verb >= LIST && verb <= EXPORT;
    int code = reads ? desk_open_store(desk, cli, year) : desk_open_writing(desk, cli, year);
    if (code)
        return code;
    if (cli->argument_count > at)
        agency = words[at];
    switch (verb) {
    case LIST:
        return review_list(cli, desk, year, agency);
    case ITEMS:
        return review_items(cli, desk, year, agency);
    case CHANGES:
        return review_changes(cli, desk, year, agency);
    case EXPORT:
        return review_export(cli, desk, year, words[2]);
    case IMPORT:
        return review_import(cli, desk, words[1]);
    case SIGN:
        return sign(cli, desk, year, words[1]);
    case ASSIGN:
        return assign(cli, desk, year);
    case FILL:
        return review_fill(cli, desk, year);
    case TERMINAL:
    case VERBS:
        break;
    }
    return review_terminal(cli, desk, year, agency);
}

static int run(const struct cli *cli)
{
    struct desk desk = { 0 };
    int year = 0;
    size_t n = cli->argument_count;
    enum verb verb = n ? verb_of(cli->arguments[0]) : TERMINAL;
    static const size_t least[VERBS] = { 1, 2, 2, 2, 3, 2, 3, 4, 5 };
    static const size_t most[VERBS] = { 2, 3, 3, 3, 3, 2, 3, 4, 5 };
    if (n < least[verb] || n > most[verb])
        return verb != TERMINAL
                   ? wrong_words(cli, verb)
                   : cli_usage_error(cli,
                                     tr("应为 review 年度 [机关]，或 review "
                                        "list|items|changes|export|import|sign|assign|fill …",
                                        "expected review YEAR [AGENCY], or review "
                                        "list|items|changes|export|import|sign|assign|fill …"));
    const char *word = cli->arguments[verb == TERMINAL ? 0 : verb == SIGN || verb == FILL ? 2 : 1];
    if (verb != IMPORT && !desk_year(cli, word, &year))
        return EXIT_USAGE;
    bool decides = verb == TERMINAL || verb == SIGN || verb == ASSIGN || verb == FILL;
    if (decides && !cli_value(cli, "by"))
        return cli_usage_error(cli, tr("须写明 --by", "--by is required"));
    int code = start(cli, &desk, verb, year);
    desk_close(&desk);
    return code;
}

const struct command command_review = {
    "review",
    "review YEAR [AGENCY] --by NAME",
    "逐条复核：确认、不成立、免扣、申诉、维持，记入只增不改的决定账\n"
    "\n"
    "  auditor review 2024 --by 张三            在终端逐条决定\n"
    "  auditor review export 2024 复核.csv      导出，在 Excel 中填写\n"
    "  auditor review import 复核.csv           读回；有一行不对就一行也不记\n"
    "  auditor review list 2024 [机关]          全部决定\n"
    "  auditor review items 2024 [机关]         整改情况：待整改、逾期、已整改、再次出现\n"
    "  auditor review changes 2024 [机关]       报告收到之后改了什么\n"
    "  auditor review fill 机关 2024 指标 得分 --by 张三 --document …   由人填写的指标\n"
    "  auditor review sign 机关 2024 --by 张三 --reason …   为未判定的事项签署\n"
    "  auditor review assign 2024 文件 机关 --by 张三   指定一份文件属于哪个机关",
    "decides about findings one by one: confirm, dismiss, waive, appeal, uphold\n"
    "\n"
    "  auditor review 2024 --by \"A. Person\"       at the terminal\n"
    "  auditor review export 2024 review.csv      a table to fill in with a spreadsheet\n"
    "  auditor review import review.csv           reads it back; one wrong row, and none is "
    "recorded\n"
    "  auditor review list 2024 [AGENCY]          all decisions\n"
    "  auditor review items 2024 [AGENCY]         what was corrected, what is late, what came "
    "back\n"
    "  auditor review changes 2024 [AGENCY]       what reports say otherwise than they did\n"
    "  auditor review fill AGENCY 2024 INDICATOR POINTS --by NAME --document …   fills in an "
    "indicator\n"
    "  auditor review sign AGENCY 2024 --by NAME --reason TEXT   answers for what is undecided\n"
    "  auditor review assign 2024 FILE AGENCY --by NAME          says whose a document is",
    options,
    run,
};
