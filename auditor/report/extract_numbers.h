/*
 * extract_numbers.h - what a paragraph says in numbers, as keys of its JSON object (prefix extract_).
 *
 * text/quantity.h reads them; every rule on the narrative decides by what is shown here. Of the keys "quantities",
 * "shares" and "statements" those with content are written. Parts and wholes are named by their place in
 * "quantities", from 0.
 */
#ifndef AUDITOR_REPORT_EXTRACT_NUMBERS_H
#define AUDITOR_REPORT_EXTRACT_NUMBERS_H

#include <cjson/cJSON.h>

#include "base/json.h"
#include "document/document.h"
#include "text/quantity.h"

/* The keys, into an open object. */
void extract_numbers(struct json *j, const struct doc *doc, struct str text,
                     const struct quantities *all);

/* For people: a line for each statement and share of a paragraph's object, and one with the other quantities. */
void extract_numbers_text(struct strbuf *out, const cJSON *paragraph);

#endif /* AUDITOR_REPORT_EXTRACT_NUMBERS_H */
