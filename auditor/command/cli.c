/* cli.c - the command line: verb, options, help, language; see command.h. */
#include "command/command.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/lang.h"
#include "base/log.h"
#include "base/mem.h"
#include "office/office.h"

static const struct cli_option *find_option(const struct cli_option *list, const char *name,
                                            size_t n)
{
    for (; list && list->name; list++)
        if (strlen(list->name) == n && strncmp(list->name, name, n) == 0)
            return list;
    return NULL;
}

/* The file of "FORMAT:PATH", "" for standard output; NULL for another option. */
static const char *output_place(const struct cli_value *value)
{
    if (strcmp(value->name, "output") != 0)
        return NULL;
    const char *colon = strchr(value->value, ':');
    return !colon || strcmp(colon, ":-") == 0 ? "" : colon + 1;
}

int cli_outputs_apart(const struct cli *cli, struct error *err)
{
    for (size_t i = 0; i < cli->value_count; i++)
        for (size_t k = 0; k < i; k++) {
            const char *one = output_place(&cli->values[k]), *two = output_place(&cli->values[i]);
            if (!one || !two || strcmp(one, two) != 0)
                continue;
            if (!*one)
                return error_set(err, ERR_USAGE,
                                 tr("只能有一种输出写到标准输出，其余请用 格式:文件",
                                    "only one output can go to standard output; give the others "
                                    "as FORMAT:PATH"));
            return error_set(
                err, ERR_USAGE,
                tr("两种输出不能写到同一个文件：%s", "two outputs cannot go to one file: %s"), one);
        }
    return 0;
}

const char *cli_value(const struct cli *cli, const char *name)
{
    const char *value = NULL;
    for (size_t i = 0; i < cli->value_count; i++)
        if (strcmp(cli->values[i].name, name) == 0)
            value = cli->values[i].value;
    return value;
}

bool cli_given(const struct cli *cli, const char *name)
{
    return cli_value(cli, name) != NULL;
}

int cli_number(const struct cli *cli, const char *name, long low, long high, long *out,
               struct error *err)
{
    const char *value = cli_value(cli, name);
    if (!value)
        return 0;
    char *end;
    errno = 0;
    long n = strtol(value, &end, 10);
    if (*value == '\0' || *end != '\0' || errno || n < low || n > high)
        return error_set(err, ERR_USAGE,
                         tr("--%s 应为 %ld 到 %ld 的整数，得到“%s”",
                            "--%s takes a whole number from %ld to %ld, not \"%s\""),
                         name, low, high, value);
    *out = n;
    return 0;
}

int cli_usage_error(const struct cli *cli, const char *format, ...)
{
    char message[512];
    va_list args;
    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    log_error("%s", message);
    log_error(tr("用法见：auditor %s%s%s%s--help", "for usage see: auditor %s%s%s%s--help"),
              cli->command ? cli->command->name : "", cli->command ? " " : "",
              cli->verb ? cli->verb->name : "", cli->verb ? " " : "");
    return EXIT_USAGE;
}

int cli_fail(const struct error *err)
{
    log_error("%s", err->message);
    switch (err->code) {
    case ERR_USAGE:
        return EXIT_USAGE;
    case ERR_ABSENT:
        return EXIT_NO_INPUT;
    case ERR_CONFIG:
        return EXIT_CONFIG;
    default:
        return EXIT_FAULT;
    }
}

static void add_value(struct cli *cli, const char *name, const char *value)
{
    cli->values = mem_resize(cli->values, cli->value_count + 1, sizeof *cli->values);
    cli->values[cli->value_count++] = (struct cli_value){ name, value };
}

/* Of the verb if there is one; before its name, an option of any verb will do until it is known. */
static const struct cli_option *option_of(const struct cli *cli, const char *name, size_t n)
{
    const struct cli_option *option = find_option(cli_common, name, n);
    if (option || !cli->command)
        return option;
    if (cli->verb)
        return find_option(cli->verb->options, name, n);
    option = find_option(cli->command->options, name, n);
    const struct command *const *verbs = cli_verbs(cli->command);
    for (; verbs && *verbs && !option; verbs++)
        option = find_option((*verbs)->options, name, n);
    return option;
}

/* Takes "--name", "--name=value" or "--name value" at argv[*i]. */
static int take_option(struct cli *cli, int argc, char **argv, int *i)
{
    const char *name = argv[*i] + 2;
    size_t n = strcspn(name, "=");
    const struct cli_option *option = option_of(cli, name, n);
    if (!option)
        return cli_usage_error(cli, tr("不认识的选项 %s", "unknown option %s"), argv[*i]);
    if (!option->argument) {
        if (name[n] == '=')
            return cli_usage_error(cli, tr("选项 --%s 不带值", "option --%s takes no value"),
                                   option->name);
        add_value(cli, option->name, "");
        return 0;
    }
    if (name[n] == '=') {
        add_value(cli, option->name, name + n + 1);
        return 0;
    }
    if (*i + 1 >= argc)
        return cli_usage_error(cli, tr("选项 --%s 缺少值（%s）", "option --%s needs a value (%s)"),
                               option->name, option->argument);
    add_value(cli, option->name, argv[++*i]);
    return 0;
}

const struct command *cli_command(const char *name)
{
    for (size_t i = 0; commands[i]; i++)
        if (strcmp(commands[i]->name, name) == 0)
            return commands[i];
    return NULL;
}

const struct command *cli_verb(const struct command *command, const char *name)
{
    const struct command *const *verbs = cli_verbs(command);
    for (; verbs && *verbs; verbs++)
        if (strcmp((*verbs)->name, name) == 0)
            return *verbs;
    return NULL;
}

/* The first word behind a command that has verbs is one of them. */
static int take_verb(struct cli *cli, const char *name)
{
    cli->verb = cli_verb(cli->command, name);
    if (!cli->verb)
        return cli_usage_error(cli, tr("%s 没有动词 %s", "%s has no verb %s"), cli->command->name,
                               name);
    for (size_t i = 0; i < cli->value_count; i++)
        if (!option_of(cli, cli->values[i].name, strlen(cli->values[i].name)))
            return cli_usage_error(cli, tr("不认识的选项 --%s", "unknown option --%s"),
                                   cli->values[i].name);
    return 0;
}

static int parse(struct cli *cli, int argc, char **argv)
{
    bool only_arguments = false;
    for (int i = 1; i < argc; i++) {
        const char *a = argv[i];
        if (!only_arguments && strcmp(a, "--") == 0) {
            only_arguments = true;
        } else if (!only_arguments && strcmp(a, "-h") == 0) {
            add_value(cli, "help", "");
        } else if (!only_arguments && strncmp(a, "--", 2) == 0) {
            int rc = take_option(cli, argc, argv, &i);
            if (rc)
                return rc;
        } else if (!cli->command) {
            cli->command = cli_command(a);
            if (!cli->command)
                return cli_usage_error(cli, tr("没有命令 %s", "there is no command %s"), a);
        } else {
            if (cli->argument_count == 0 && cli_verbs(cli->command) && take_verb(cli, a))
                return EXIT_USAGE;
            cli->arguments[cli->argument_count++] = a;
        }
    }
    return 0;
}

/* The language decides how everything after it speaks, errors of the call included. */
static int choose_language(struct cli *cli, int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        const char *value = NULL;
        if (strcmp(argv[i], "--") == 0)
            break;
        if (strncmp(argv[i], "--lang=", 7) == 0)
            value = argv[i] + 7;
        else if (strcmp(argv[i], "--lang") == 0 && i + 1 < argc)
            value = argv[i + 1];
        if (!value)
            continue;
        if (strcmp(value, "en") == 0)
            lang_set(LANG_EN);
        else if (strcmp(value, "zh") == 0)
            lang_set(LANG_ZH);
        else
            return cli_usage_error(cli, tr("--lang 应为 zh 或 en", "--lang is zh or en"));
    }
    return 0;
}

/* Within an office the program speaks the office's language, unless the call names another. What is wrong with
 * the office is for the verb to say. */
static void take_office_language(const struct cli *cli)
{
    struct office *office = NULL;
    if (!cli_given(cli, "lang") && office_find(&office, NULL) == 0 && office->has_language)
        lang_set(office->language);
    office_free(office);
}

static int apply_common(struct cli *cli)
{
    struct error err = { 0 };
    long jobs = sysconf(_SC_NPROCESSORS_ONLN);
    if (jobs < 1)
        jobs = 1;
    if (cli_number(cli, "jobs", 1, 256, &jobs, &err))
        return cli_usage_error(cli, "%s", err.message);
    cli->jobs = (size_t)jobs;
    const char *color = cli_value(cli, "color");
    if (color && strcmp(color, "auto") != 0 && strcmp(color, "always") != 0 &&
        strcmp(color, "never") != 0)
        return cli_usage_error(
            cli, tr("--color 应为 auto、always 或 never", "--color is auto, always or never"));
    if (color && strcmp(color, "always") == 0)
        cli->color = true;
    else if (!color || strcmp(color, "auto") == 0)
        cli->color = log_is_screen(STDOUT_FILENO) && !getenv("NO_COLOR");
    log_quiet(cli_given(cli, "quiet"));
    return 0;
}

/* --help and --version are answered whatever else was asked for. */
static int answer(struct cli *cli)
{
    if (cli_given(cli, "help"))
        cli_help(cli->verb ? cli->verb : cli->command);
    else if (cli_given(cli, "version"))
        return command_version.run(&(struct cli){ .command = &command_version });
    else if (!cli->command)
        return cli_usage_error(cli, tr("缺少命令", "a command is missing"));
    else
        return (cli->verb ? cli->verb : cli->command)->run(cli);
    return EXIT_CLEAN;
}

int cli_main(int argc, char **argv)
{
    struct cli cli = { 0 };
    cli.arguments = mem_zero((size_t)argc + 1, sizeof *cli.arguments);
    int code = choose_language(&cli, argc, argv);
    if (code == 0)
        code = parse(&cli, argc, argv);
    if (code == 0) {
        take_office_language(&cli);
        code = apply_common(&cli);
    }
    if (code == 0)
        code = answer(&cli);
    if (fflush(stdout) != 0 || ferror(stdout)) {
        if (code != EXIT_FAULT) /* else who wrote there has said so */
            log_error(tr("写标准输出失败：%s", "cannot write to standard output: %s"),
                      error_system(errno));
        code = EXIT_FAULT;
    }
    free(cli.arguments);
    free(cli.values);
    return code;
}
