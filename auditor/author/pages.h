/*
 * pages.h - a rule as a page: model, terminal text, a folder of HTML pages (prefix pages_).
 *
 * The model is what `rules show --output json` prints and what reports/rules.lua lays out: the rule's texts in
 * the chosen language, how it is scored, an example that fails and one that passes taken from its cases, what
 * was measured of it, its history. Keys are in byte order; what is absent is null.
 *
 * Measured figures come from a file figures.json in the rule's pack, or one that the caller names: the JSON of
 * `rules prove`, of which only "originals" and of each member of "rules" id, pack, expected, found and
 * alarms are read, and "digest" (of the rule's file) where it is there: scripts/figures.py writes such a file.
 * Figures of another version of the pack, or of another file, are marked as such.
 *
 * Ownership  The caller deletes models and frees buffers.
 */
#ifndef AUDITOR_AUTHOR_PAGES_H
#define AUDITOR_AUTHOR_PAGES_H

#include <stdbool.h>

#include <cjson/cJSON.h>

#include "engine/engine.h"
#include "score/profile.h"

struct pages {
    struct engine *engine;
    const struct profile *profile; /* NULL: nothing is said of points */
    const cJSON *figures;          /* in place of those of the packs; NULL */
    const char *version;           /* of the program */
};

/* The JSON of a file of figures. */
int pages_figures(cJSON **out, const char *path, struct error *err);

cJSON *pages_rule(const struct pages *pages, const struct rule_info *rule);
/* All rules by group, the part of the id before the first dot. */
cJSON *pages_index(const struct pages *pages);

/* The rule's model for a terminal. */
void pages_text(struct strbuf *out, const cJSON *rule, unsigned width);

/* The name of a rule's page in the folder: "requests.balance.html". */
void pages_name(struct strbuf *out, struct str rule);

/* A folder to write pages to. ERR_USAGE when it holds anything and was not made by pages_mark(), unless
 * forced. The folder is made when it is not there. */
int pages_folder(const char *folder, bool force, struct error *err);
/* Marks the folder as ours, with the pages that it holds now; pages of an earlier run that are no longer among
 * them are deleted. names: '\n' behind each. */
int pages_mark(const char *folder, struct str names, struct error *err);

/* pages_example.c: the first cases that fail and that pass, as { "right":, "wrong": }. */
cJSON *pages_examples(const struct pages *pages, const struct rule_info *rule);

#endif /* AUDITOR_AUTHOR_PAGES_H */
