/*
 * setup.h - finds the program's plugins and loads what a run needs (prefix setup_).
 *
 * The data folder (plugins/, rules/, reports/) is AUDITOR_DATA, else <prefix>/share/auditor beside
 * the real path of the executable, else, when run from a build folder, the source tree.
 *
 * Ownership  The setup owns engine, profile and model until setup_free().
 * Errors     ERR_CONFIG for a broken profile, form or model; ERR_ABSENT for a profile or data
 *            folder that is not there. A broken rule or a refused pack is no error: see engine.h.
 */
#ifndef AUDITOR_OFFICE_SETUP_H
#define AUDITOR_OFFICE_SETUP_H

#include "base/file.h"
#include "engine/engine.h"
#include "score/profile.h"

struct setup {
    char *data;    /* the data folder */
    char *layouts; /* the office's own, looked at before those of the program; NULL: none */
    struct engine *engine;
    struct profile *profile;
    struct engine_plugin *model;
    char profile_digest[65]; /* SHA-256 over the profile and its scoring model */
    char *version;           /* of the program */
};

struct setup_options {
    const char *profile; /* an id of plugins/profiles/, or a folder (has a slash); NULL: national */
    const char *profiles;     /* folder of the office's own profiles, looked at first; NULL */
    const char *layouts;      /* folder of the office's own layouts; NULL: none */
    const char *office_rules; /* folder of the office's own rules; NULL or absent: none */
    const char *const *packs; /* packs that the user named, NULL-terminated; NULL: none */
    bool rules_only;          /* neither profile nor scoring model */
    const char *over;         /* a pack, or a folder of rules, laid over all others; NULL: none */
};

/* The caller frees the path. */
int setup_data_folder(char **out, struct error *err);

/* Loads forms, all packs (packs.h) and the office's own rules; profile and model unless
 * options is NULL or says that they are not wanted. */
int setup_open(struct setup **out, const struct setup_options *options, struct error *err);
void setup_free(struct setup *setup); /* NULL is allowed */

/* Names on stderr every pack that is refused, every rule that could not be loaded (each answers all documents
 * with `error`), and what packs did to rules of earlier ones. */
void setup_warn(const struct setup *setup);

/* A text file that an official may have saved from a spreadsheet: UTF-8, UTF-16 with BOM, or
 * GB18030; *out gets UTF-8. ERR_CONFIG when it is none of them. */
int setup_read_text(struct strbuf *out, const char *path, struct error *err);

#endif /* AUDITOR_OFFICE_SETUP_H */
