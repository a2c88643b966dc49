/* help.c - `auditor help [COMMAND]`: how the program, or one verb of it, is used. */
#include "base/lang.h"
#include "command/command.h"

static int run(const struct cli *cli)
{
    const char *name = cli->argument_count ? cli->arguments[0] : NULL;
    const struct command *command = name ? cli_command(name) : NULL;
    if (cli->argument_count > 1)
        return cli_usage_error(cli, tr("请只指明一个命令", "name one command"));
    if (name && !command)
        return cli_usage_error(cli, tr("没有命令 %s", "there is no command %s"), name);
    cli_help(command);
    return EXIT_CLEAN;
}

const struct command command_help = {
    "help",
    "help [COMMAND]",
    "显示程序或一个命令的用法",
    "shows how the program or a command is used",
    NULL,
    run,
};
