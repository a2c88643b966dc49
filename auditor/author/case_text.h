/*
 * case_text.h - the document of a case as bytes (prefix case_text_).
 *
 * A case writes its document out (`document`), takes a base document of a pack's cases/ folder (`base`), or
 * puts a `fragment` in the place of what stands in a `section` (default: the overview) of a base document
 * (default: clean-2021, as a page when the fragment begins with a tag). `edits` then replace text.
 */
#ifndef AUDITOR_AUTHOR_CASE_TEXT_H
#define AUDITOR_AUTHOR_CASE_TEXT_H

#include <cjson/cJSON.h>

#include "engine/engine.h"

/* Replaces *out. A base is sought in the rule's own pack, then in the others. ERR_CONFIG names what is wrong
 * with the case. */
int case_text_make(struct strbuf *out, struct engine *engine, const struct rule_info *rule,
                   const cJSON *c, struct error *err);

/* The name under which a reader sees it; NULL: none. */
const char *case_text_name(const cJSON *c);

#endif /* AUDITOR_AUTHOR_CASE_TEXT_H */
