/* review.c - `auditor review`: persons decide about findings; see review.h. */
#include "command/review.h"

#include <stdio.h>
#include <string.h>

#include "base/lang.h"

static const struct cli_option options[] = {
    { "by", "NAME", "决定人：终端逐条复核、签署时必填",
      "who decides: required at the terminal and to sign" },
    { "reason", "TEXT", "签署的理由", "why it is signed" },
    { "document", "NUMBER", "签署所依据文件的文号", "number of the document a signature rests on" },
    { "until", "DATE", "签署的有效期至，如 2026-12-31", "last day a signature holds" },
    { "deadline", "DATE", "items：整改期限，过期未整改的标出",
      "items: until when; what is late is marked" },
    { "output", "FORMAT[:PATH]", "list、items 的输出：text json csv",
      "of list and items: text json csv" },
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

enum verb { TERMINAL, LIST, ITEMS, EXPORT, IMPORT, SIGN };

static enum verb verb_of(const char *word)
{
    static const char *const names[] = { "list", "items", "export", "import", "sign" };
    for (int i = 0; i < 5; i++)
        if (strcmp(word, names[i]) == 0)
            return (enum verb)(LIST + i);
    return TERMINAL;
}

static int start(const struct cli *cli, struct desk *desk, enum verb verb, int year)
{
    const char *const *words = cli->arguments;
    const char *agency = "all";
    size_t at = verb == TERMINAL ? 1 : 2;
    bool reads = verb == LIST || verb == ITEMS || verb == EXPORT;
    int code = reads ? desk_open_store(desk, cli) : desk_open_writing(desk, cli);
    if (code)
        return code;
    if (cli->argument_count > at)
        agency = words[at];
    switch (verb) {
    case LIST:
        return review_list(cli, desk, year, agency);
    case ITEMS:
        return review_items(cli, desk, year, agency);
    case EXPORT:
        return review_export(cli, desk, year, words[2]);
    case IMPORT:
        return review_import(cli, desk, words[1]);
    case SIGN:
        return sign(cli, desk, year, words[1]);
    case TERMINAL:
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
    static const size_t least[] = { 1, 2, 2, 3, 2, 3 };
    static const size_t most[] = { 2, 3, 3, 3, 2, 3 };
    if (n < least[verb] || n > most[verb])
        return cli_usage_error(
            cli, tr("应为 review 年度 [机关]，或 review list|items|export|import|sign …",
                    "expected review YEAR [AGENCY], or review "
                    "list|items|export|import|sign …"));
    const char *word = cli->arguments[verb == TERMINAL ? 0 : verb == SIGN ? 2 : 1];
    if (verb != IMPORT && !desk_year(cli, word, &year))
        return EXIT_USAGE;
    if ((verb == TERMINAL || verb == SIGN) && !cli_value(cli, "by"))
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
    "  auditor review sign 机关 2024 --by 张三 --reason …   为未判定的事项签署",
    "decides about findings one by one: confirm, dismiss, waive, appeal, uphold\n"
    "\n"
    "  auditor review 2024 --by \"A. Person\"       at the terminal\n"
    "  auditor review export 2024 review.csv      a table to fill in with a spreadsheet\n"
    "  auditor review import review.csv           reads it back; one wrong row, and none is "
    "recorded\n"
    "  auditor review list 2024 [AGENCY]          all decisions\n"
    "  auditor review items 2024 [AGENCY]         what was corrected, what is late, what came "
    "back\n"
    "  auditor review sign AGENCY 2024 --by NAME --reason TEXT   answers for what is undecided",
    options,
    run,
};
