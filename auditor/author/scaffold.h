/*
 * scaffold.h - begins a rule: a commented file and its cases, ready to run (prefix scaffold_).
 *
 * The texts are those of plugins/templates/KIND.LANG.lua and KIND.LANG.cases.lua, in which @ID@ and @TITLE:default@ are filled
 * in. The rule with id "local.open-corner" becomes FOLDER/local/open-corner.lua.
 */
#ifndef AUDITOR_AUTHOR_SCAFFOLD_H
#define AUDITOR_AUTHOR_SCAFFOLD_H

#include "base/file.h"
#include "base/lang.h"

struct scaffold {
    const char *data;   /* the data folder, which has plugins/templates/ */
    const char *folder; /* of the pack; made if it is not there */
    const char *id;
    const char *kind;  /* "declared" or "function" */
    const char *title; /* NULL: that of the template */
    enum lang lang;    /* of the comments */
};

/* ERR_USAGE says what an id looks like. */
int scaffold_check_id(const char *id, struct error *err);

/* Adds the paths written to *written. ERR_USAGE when one of them is there already; then nothing is written. */
int scaffold_write(struct file_list *written, const struct scaffold *s, struct error *err);

#endif /* AUDITOR_AUTHOR_SCAFFOLD_H */
