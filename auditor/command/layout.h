/*
 * layout.h - the layouts of reports/ and their style sheets (prefix layout_). A file of that name in the office's
 * own reports/ goes before the program's, assets/ likewise.
 *
 * Errors     ERR_CONFIG for a layout or style sheet that is not there: the installation is incomplete,
 *            no input is. ERR_PLUGIN when the layout fails.
 */
#ifndef AUDITOR_COMMAND_LAYOUT_H
#define AUDITOR_COMMAND_LAYOUT_H

#include <cjson/cJSON.h>
#include <stdbool.h>

#include "office/setup.h"

/* name: "agency.lua". The engine owns the layout. */
int layout_open(struct engine_plugin **out, const struct setup *setup, const char *name,
                struct error *err);
/* Appends the page of the model. */
int layout_html(struct strbuf *out, const struct setup *setup, struct engine_plugin *layout,
                const cJSON *model, struct error *err);
/* cJSON's text of a model, hardened like all our JSON, and a line feed. */
void layout_json(struct strbuf *out, const cJSON *model);
void layout_value(struct strbuf *out, const cJSON *value); /* the same without the line feed */
/* The members of an object that stand before `list` in the order of their keys, "key":value, each; or
 * those behind it, ,"key":value. For an object whose list is written piece by piece. */
void layout_members(struct strbuf *out, const cJSON *object, const char *list, bool before);

#endif /* AUDITOR_COMMAND_LAYOUT_H */
