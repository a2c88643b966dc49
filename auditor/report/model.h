/*
 * model.h - the one model that every report shows, as cJSON (prefix model_).
 *
 * Built from what the pipeline or the database hands over: a stored document verdict
 * (check_json.h), the extraction in its model form (extract_json.h) and the form's names of rows
 * and columns. The caller deletes what it gets.
 */
#ifndef AUDITOR_REPORT_MODEL_H
#define AUDITOR_REPORT_MODEL_H

#include <cjson/cJSON.h>

#include "base/error.h"
#include "base/lang.h"
#include "engine/engine.h"

/* Parses stored JSON and picks the language: every {"en":…,"zh":…} becomes one text.
 * ERR_FORMAT when it is no JSON. */
int model_parse(cJSON **out, struct str stored_json, enum lang lang, struct error *err);

/* {"document": verdict, "extract": …|null, "tables": names of rows and columns, "rules": …,
 *  "lang": "zh", "tool": {…}, "undecided": as undecided.h has it}. Takes verdict and extract. */
cJSON *model_document(cJSON *verdict, cJSON *extract, const struct engine *engine,
                      const char *profile, enum lang lang);

/* {"profile", "rules_digest", "version"}: what judged. */
cJSON *model_tool(const struct engine *engine, const char *profile);

/* The names of a form's tables, rows and columns: {"requests": {"name", "rows": [{"key","name"}], …}}. */
cJSON *model_tables(const struct form *form, enum lang lang);

/* Title, severity and remedy by rule id, and the labels of states and severities. */
cJSON *model_rules(const struct engine *engine, enum lang lang);
cJSON *model_labels(void);

#endif /* AUDITOR_REPORT_MODEL_H */
