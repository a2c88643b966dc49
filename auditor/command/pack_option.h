/*
 * pack_option.h - the option --pack PATH of several verbs (prefix pack_option_).
 */
#ifndef AUDITOR_COMMAND_PACK_OPTION_H
#define AUDITOR_COMMAND_PACK_OPTION_H

#include "command/command.h"

/* Its line in a table of options: { "pack", PACK_OPTION }. */
#define PACK_OPTION                                                                                \
    "PATH", "另外使用这个规则包（文件夹或 zip），可重复",                                          \
        "use this pack, too: a folder or a zip; repeatable"

/* What the user named, NULL-terminated; the caller frees the list. ERR_ABSENT when one is not there. */
int pack_option_read(const char ***out, const struct cli *cli, struct error *err);

#endif /* AUDITOR_COMMAND_PACK_OPTION_H */
