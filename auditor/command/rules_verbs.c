/* rules_verbs.c - the verbs of `auditor rules`: how each is used. */
#include <stddef.h>

#include "base/lang.h"
#include "command/pack_option.h"
#include "command/rules.h"

static int run_with_rules(const struct cli *cli,
                          int (*run)(const struct cli *cli, struct setup *setup))
{
    struct error err = { 0 };
    struct setup *setup = NULL;
    int rc = rules_open(&setup, cli, &err);
    int code = rc ? cli_fail(&err) : run(cli, setup);
    setup_free(setup);
    return code;
}

static int run_list(const struct cli *cli)
{
    return run_with_rules(cli, rules_list);
}

static int run_show(const struct cli *cli)
{
    return run_with_rules(cli, rules_show);
}

static int run_docs(const struct cli *cli)
{
    return run_with_rules(cli, rules_docs);
}

static int run_prove(const struct cli *cli)
{
    return run_with_rules(cli, rules_prove);
}

static const struct command list = {
    "list",
    "rules list [--output FORMAT[:PATH]] [--pack PATH]",
    "列出起作用的规则包和规则，以及谁改动了哪条规则\n"
    "\n"
    "例：auditor rules list --pack city.zip",
    "lists the packs in use, the rules that judge, and who changed which\n"
    "\n"
    "Example: auditor rules list --pack city.zip",
    (const struct cli_option[]){
        { "output", "text|json", "输出格式，默认 text", "format, default text" },
        { "pack", PACK_OPTION },
        { NULL, NULL, NULL, NULL },
    },
    run_list,
};

static const struct command show = {
    "show",
    "rules show RULE [--output FORMAT[:PATH]] [--figures FILE]",
    "把一条规则写成一页：要求、依据、案例、改法、分值、实测数据、沿革\n"
    "\n"
    "例：auditor rules show requests.balance",
    "shows a rule as a page: duty, basis, examples, remedy, points, figures\n"
    "\n"
    "Example: auditor rules show requests.balance",
    (const struct cli_option[]){
        { "output", "FORMAT[:PATH]", "text json；默认 text，可重复",
          "text json; default text, repeatable" },
        { "pack", PACK_OPTION },
        { "figures", "FILE", "用 rules prove 写出的这个 JSON 中的实测数据",
          "measured figures from this JSON of rules prove" },
        { NULL, NULL, NULL, NULL },
    },
    run_show,
};

static const struct command docs = {
    "docs",
    "rules docs DIR [--figures FILE] [--force]",
    "把全部规则写成网页，一条一页，另有目录页\n"
    "\n"
    "例：auditor rules docs pages",
    "writes all rules as web pages, one each, and an index\n"
    "\n"
    "Example: auditor rules docs pages",
    (const struct cli_option[]){
        { "pack", PACK_OPTION },
        { "figures", "FILE", "用 rules prove 写出的这个 JSON 中的实测数据",
          "measured figures from this JSON of rules prove" },
        { "force", NULL, "文件夹不空也写入", "write to a folder that is not empty" },
        { NULL, NULL, NULL, NULL },
    },
    run_docs,
};

static const struct command new = {
    "new",
    "rules new ID [--dir DIR] [--title TEXT] [--function]",
    "新建一条带注释的规则和它的案例，写好就能运行\n"
    "\n"
    "编号写作 组.名。\n"
    "\n"
    "例：auditor rules new local.hotline --title 写明热线",
    "begins a rule with comments and cases, ready to run\n"
    "\n"
    "An id is GROUP.NAME.\n"
    "\n"
    "Example: auditor rules new local.hotline --title \"names the hotline\"",
    (const struct cli_option[]){
        { "pack", PACK_OPTION },
        { "dir", "DIR", "写到这个规则文件夹，默认为办公文件夹的 rules/",
          "the folder of rules to write to, default the office's rules/" },
        { "title", "TEXT", "规则的标题", "title of the rule" },
        { "function", NULL, "用函数写，默认用声明写",
          "written as a function; default is a declared one" },
        { NULL, NULL, NULL, NULL },
    },
    rules_new,
};

static const struct command lint = {
    "lint",
    "rules lint [RULE|PATH] [--strict] [--output FORMAT[:PATH]]",
    "检查规则、规则包和评分细则中载入时看不出的毛病\n"
    "\n"
    "有错误或警告时退出码为 2。\n"
    "\n"
    "例：auditor rules lint local.hotline",
    "finds in rules, packs and profiles what loading cannot\n"
    "\n"
    "Exit code 2 for errors and warnings.\n"
    "\n"
    "Example: auditor rules lint local.hotline",
    (const struct cli_option[]){
        { "output", "FORMAT[:PATH]", "text json；默认 text，可重复",
          "text json; default text, repeatable" },
        { "pack", PACK_OPTION },
        { "strict", NULL, "建议也算（退出码 2）", "advice counts, too (exit code 2)" },
        { NULL, NULL, NULL, NULL },
    },
    rules_lint,
};

static const struct command test = {
    "test",
    "rules test [RULE] [--watch] [--output FORMAT[:PATH]]",
    "运行规则自带的案例\n"
    "\n"
    "默认全部规则。有不符时退出码为 2。\n"
    "\n"
    "例：auditor rules test local.hotline --watch\n"
    "    auditor rules test --output text --output junit:tests.xml",
    "runs the cases that stand beside the rules\n"
    "\n"
    "Of all rules by default. Exit code 2 if a case does not come out.\n"
    "\n"
    "Examples: auditor rules test local.hotline --watch\n"
    "          auditor rules test --output text --output junit:tests.xml",
    (const struct cli_option[]){
        { "output", "FORMAT[:PATH]", "text json junit；默认 text，可重复",
          "text json junit; default text, repeatable" },
        { "pack", PACK_OPTION },
        { "watch", NULL, "文件改动后重新运行，按 Ctrl-C 结束",
          "runs again when a file changes; Ctrl-C ends it" },
        { NULL, NULL, NULL, NULL },
    },
    rules_test,
};

static const struct command prove = {
    "prove",
    "rules prove [RULE] [PATH…] [--full] [--seed N] [--output FORMAT[:PATH]]",
    "在无差错的报告中逐处造出差错，看哪条规则发现\n"
    "\n"
    "默认用示例报告，也可以给出自己的文件或文件夹。有差错没有发现，或无差错处有误报时，\n"
    "退出码为 2。\n"
    "\n"
    "例：auditor rules prove requests.balance\n"
    "    auditor rules prove inbox/2024 --full --output html:proof.html",
    "puts defects into clean reports, and sees which rule finds each\n"
    "\n"
    "The reports are those of the examples, or files and folders of your own. Exit code 2\n"
    "if a defect is missed or a clean report fires.\n"
    "\n"
    "Examples: auditor rules prove requests.balance\n"
    "          auditor rules prove inbox/2024 --full --output html:proof.html",
    (const struct cli_option[]){
        { "output", "FORMAT[:PATH]", "text json html；默认 text，可重复",
          "text json html; default text, repeatable" },
        { "pack", PACK_OPTION },
        { "seed", "N", "抽样的种子，默认 1", "seed of the sample, default 1" },
        { "full", NULL, "对全部报告做出全部变异，默认抽样",
          "all mutations of all reports; default is a sample" },
        { NULL, NULL, NULL, NULL },
    },
    run_prove,
};

static const struct command rehearse = {
    "rehearse",
    "rules rehearse --against YEAR [--rules PACK] [--profile P] [--output FORMAT[:PATH]]",
    "以改动后的规则或评分细则重新评判已存的年度，与原结果相比\n"
    "\n"
    "不改动已存的内容。有变化时退出码为 2。\n"
    "\n"
    "例：auditor rules rehearse --against 2024 --rules rules/\n"
    "    auditor rules rehearse --against 2024 --profile profiles/draft",
    "judges a stored year again under changed rules, and compares\n"
    "\n"
    "Or under another profile. Nothing stored is changed. Exit code 2 if anything differs.\n"
    "\n"
    "Examples: auditor rules rehearse --against 2024 --rules rules/\n"
    "          auditor rules rehearse --against 2024 --profile profiles/draft",
    (const struct cli_option[]){
        { "output", "FORMAT[:PATH]", "text json html csv xlsx；默认 text，可重复",
          "text json html csv xlsx; default text, repeatable" },
        { "pack", PACK_OPTION },
        { "against", "YEAR", "与此年度已存的审核相比", "the assessed year to compare with" },
        { "rules", "PACK", "覆盖于现用规则之上的规则包（文件夹或 zip）或规则文件夹",
          "a pack (folder or zip) or a folder of rules laid over those in use" },
        { "profile", "P", "改用的评分细则（编号或文件夹）", "another profile, an id or a folder" },
        { NULL, NULL, NULL, NULL },
    },
    rules_rehearse,
};

static const struct command reference = {
    "reference",
    "rules reference [DIR]",
    "写出插件接口的参考（中、英文）和编辑器用的类型文件\n"
    "\n"
    "不给文件夹时写到标准输出。\n"
    "\n"
    "例：auditor rules reference docs",
    "writes the reference of the plugin interface and the types for editors\n"
    "\n"
    "Without a folder, to standard output.\n"
    "\n"
    "Example: auditor rules reference docs",
    (const struct cli_option[]){
        { NULL, NULL, NULL, NULL },
    },
    rules_reference,
};

const struct command *const rules_verbs[] = {
    &list, &show, &docs, &new, &lint, &test, &prove, &rehearse, &reference, NULL,
};
