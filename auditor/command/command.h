/*
 * command.h - a verb of the program: its name, its options, its function (prefix cli_).
 *
 * One verb, one file: each defines a const struct command, listed in commands.c.
 * Data goes to stdout, everything else to stderr. Exit codes: docs/outputs.md.
 */
#ifndef AUDITOR_COMMAND_COMMAND_H
#define AUDITOR_COMMAND_COMMAND_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

enum exit_code {
    EXIT_CLEAN = 0,
    EXIT_FAULT = 1, /* the tool could not do its work */
    EXIT_FINDINGS = 2,
    EXIT_INCOMPLETE = 3,
    EXIT_USAGE = 64,
    EXIT_NO_READABLE = 65, /* no input at all was readable */
    EXIT_NO_INPUT = 66,
    EXIT_CONFIG = 78
};

struct cli_option {
    const char *name;     /* without dashes; NULL ends a list */
    const char *argument; /* what it takes, as shown in help; NULL for a switch */
    const char *zh, *en;  /* one line of help */
};

struct cli_value {
    const char *name;
    const char *value; /* "" for a switch */
};

struct cli {
    const struct command *command;
    const struct command *verb; /* one of cli_verbs(command), NULL if that has none */
    const char **arguments;     /* what is no option; a verb is the first */
    size_t argument_count;
    struct cli_value *values;
    size_t value_count;
    size_t jobs; /* --jobs, default the number of cores */
    bool color;  /* of stdout */
};

struct command {
    const char *name;
    const char *usage;   /* "check PATH…" without the program's name */
    const char *zh, *en; /* what it does: a line, further ones and examples below */
    const struct cli_option *options;
    int (*run)(const struct cli *cli); /* an exit code */
};

extern const struct command *const commands[]; /* NULL at the end */
extern const struct command command_version;   /* what --version runs */

/* Parses and runs; the whole of main(). */
int cli_main(int argc, char **argv);

/* What follows "ocr" in the options of commands that read documents. */
#define OCR_OPTION                                                                                 \
    NULL, "扫描件（没有文字的 PDF）用 tesseract 识别文字，看不清的值为无法辨认；较慢",             \
        "recognise the text of scans (PDF without text) by tesseract; doubtful values are "        \
        "unreadable; slow"

extern const struct cli_option cli_common[]; /* of every command */

const struct command *cli_command(const char *name); /* NULL: there is none of this name */
/* The verbs of a command such as rules, each with its own usage and options; NULL: it has none. */
const struct command *const *cli_verbs(const struct command *command);
const struct command *cli_verb(const struct command *command, const char *name); /* NULL: none */
void cli_help(const struct command *command); /* or of a verb; NULL: of the whole program */

/* That no two --output go to one place, standard output or a file; ERR_USAGE. */
int cli_outputs_apart(const struct cli *cli, struct error *err);
/* The last value of an option, NULL if it was not given. */
const char *cli_value(const struct cli *cli, const char *name);
bool cli_given(const struct cli *cli, const char *name);
/* A whole number within [low, high]; *out keeps its value when the option is absent. */
int cli_number(const struct cli *cli, const char *name, long low, long high, long *out,
               struct error *err);

/* Says what is wrong with the call, how to get help, and returns EXIT_USAGE. */
int cli_usage_error(const struct cli *cli, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* Prints err and gives the exit code that its kind has. */
int cli_fail(const struct error *err);

#endif /* AUDITOR_COMMAND_COMMAND_H */
