/*
 * watching.h - does a command's work again whenever a file changes (prefix watching_): --watch.
 *
 * Each run is a process of its own: plugins are loaded afresh, and whatever a half-written file does to a run,
 * the watch goes on. Changes are gathered for WATCHING_QUIET milliseconds; what happens during a run starts the
 * next one. Nothing on the screen is cleared.
 *
 * Ends by Ctrl-C (or SIGTERM, SIGHUP) with the exit code of the last run that came to its end. A first run that
 * ends with a wrong call or a missing input ends the watch, too.
 */
#ifndef AUDITOR_COMMAND_WATCHING_H
#define AUDITOR_COMMAND_WATCHING_H

#include "base/watch.h"
#include "command/command.h"

enum { WATCHING_QUIET = 100 }; /* ms */

struct watching {
    void *user;
    /* In its own process; changed: the path of the file that set it off, NULL in the first run. An exit code. */
    int (*run)(void *user, const char *changed);
    /* Names what to watch; called before each run. */
    int (*targets)(void *user, struct watch *w, struct error *err);
};

int watching_run(const struct watching *w); /* an exit code */

/* What judges here: packs, forms, libraries, profiles, scoring models and layouts of the installation and of
 * the office, if there is one, and the packs that the command line names. */
int watching_rules(struct watch *w, const struct cli *cli, struct error *err);
/* Leaves out what --output writes. */
void watching_outputs(struct watch *w, const struct cli *cli);

#endif /* AUDITOR_COMMAND_WATCHING_H */
