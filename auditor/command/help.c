/* help.c - `auditor help [COMMAND [VERB]]`: how the program, or a part of it, is used. */
#include <stdio.h>
#include <string.h>

#include "base/lang.h"
#include "command/command.h"
#include "command/sinks.h"
#include "report/wrap.h"

const struct cli_option cli_common[] = {
    { "lang", "zh|en", "输出语言，默认 zh", "language of the output, default zh" },
    { "jobs", "N", "工作进程数，默认为处理器核数",
      "number of workers, default the number of cores" },
    { "quiet", NULL, "只报告错误，不显示进度", "errors only, no progress" },
    { "color", "auto|always|never", "终端颜色，默认 auto", "colours on a terminal, default auto" },
    { "help", NULL, "显示本命令的用法", "show the usage of this command" },
    { "version", NULL, "显示程序版本和规则摘要", "show the version and the digest of the rules" },
    { NULL, NULL, NULL, NULL },
};

enum { OPTION_TEXT = 33, COMMAND_TEXT = 13 }; /* the columns where they begin */

static void print_options(const struct cli_option *list)
{
    struct strbuf line = { 0 };
    for (; list && list->name; list++) {
        char left[64];
        snprintf(left, sizeof left, "--%s%s%s", list->name, list->argument ? " " : "",
                 list->argument ? list->argument : "");
        strbuf_clear(&line);
        strbuf_fmt(&line, "  %-30s ", left);
        wrap_text(&line, str_of(tr(list->zh, list->en)),
                  &(struct wrap){ OPTION_TEXT, OPTION_TEXT, sinks_width() });
        fputs(line.p, stdout);
    }
    strbuf_free(&line);
}

static void print_lines(const char *text)
{
    struct strbuf out = { 0 };
    wrap_lines(&out, str_of(text), sinks_width());
    fputs(out.p, stdout);
    strbuf_free(&out);
}

/* The first line of what it does. */
static void print_commands(const struct command *const *list)
{
    for (; *list; list++) {
        const char *does = tr((*list)->zh, (*list)->en);
        struct strbuf line = { 0 };
        strbuf_fmt(&line, "  %-10s ", (*list)->name);
        wrap_text(&line, (struct str){ does, strcspn(does, "\n") },
                  &(struct wrap){ COMMAND_TEXT, COMMAND_TEXT, sinks_width() });
        fputs(line.p, stdout);
        strbuf_free(&line);
    }
    printf("\n");
}

static void print_command(const struct command *command)
{
    const struct command *const *verbs = cli_verbs(command);
    struct strbuf text = { 0 };
    strbuf_fmt(&text, tr("用法：auditor %s\n\n%s\n", "usage: auditor %s\n\n%s\n"), command->usage,
               tr(command->zh, command->en));
    print_lines(text.p);
    printf("\n");
    strbuf_free(&text);
    if (verbs) {
        print_commands(verbs);
        printf(tr("auditor %s 动词 --help 显示各自的用法\n\n",
                  "auditor %s VERB --help shows how each is used\n\n"),
               command->name);
    }
    if (command->options && command->options->name) {
        printf("%s\n", tr("选项：", "Options:"));
        print_options(command->options);
        printf("\n");
    }
}

void cli_help(const struct command *command)
{
    if (command) {
        print_command(command);
    } else {
        printf(
            "%s\n\n",
            tr("用法：auditor 命令 [选项] …\n\n审核政府信息公开工作年度报告，并给出可核对的评分。",
               "usage: auditor COMMAND [OPTIONS] ...\n\nChecks and scores annual reports on "
               "government information disclosure."));
        printf("%s\n", tr("命令：", "Commands:"));
        print_commands(commands);
    }
    printf("%s\n", tr("通用选项：", "Common options:"));
    print_options(cli_common);
    printf("\n");
    print_lines(tr(
        "退出码：0 无达到 --fail-on 的问题；1 程序未能完成；2 有问题或低于 --fail-under；"
        "3 审核未完成；64 用法错误；65 无可读文件；66 文件不存在；78 配置错误。",
        "Exit codes: 0 nothing at or above --fail-on; 1 the program failed; 2 findings, or score "
        "under --fail-under; 3 audit incomplete; 64 usage; 65 no input was readable; 66 input does "
        "not exist; 78 bad configuration."));
}

static int run(const struct cli *cli)
{
    const char *name = cli->argument_count ? cli->arguments[0] : NULL;
    const struct command *command = name ? cli_command(name) : NULL;
    if (cli->argument_count > 2)
        return cli_usage_error(cli, tr("请只指明一个命令", "name one command"));
    if (name && !command)
        return cli_usage_error(cli, tr("没有命令 %s", "there is no command %s"), name);
    if (cli->argument_count == 2) {
        command = cli_verb(command, cli->arguments[1]);
        if (!command)
            return cli_usage_error(cli, tr("%s 没有动词 %s", "%s has no verb %s"), name,
                                   cli->arguments[1]);
    }
    cli_help(command);
    return EXIT_CLEAN;
}

const struct command command_help = {
    "help",
    "help [COMMAND [VERB]]",
    "显示程序或一个命令的用法",
    "shows how the program or a command is used",
    NULL,
    run,
};
