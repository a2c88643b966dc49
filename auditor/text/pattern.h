/*
 * pattern.h - regular expressions (PCRE2 with JIT) under limits (prefix pattern_).
 *
 * Patterns are UTF-8; \d and \w know ASCII only, because the text they meet is normal text; \C is
 * refused, and so are more than PATTERN_GROUPS - 1 capturing groups. A subject that is not valid
 * UTF-8 must not be passed (normal text always is valid). A match that exceeds its limits (PCRE2's
 * own counts, fewer on a long subject) is an error, never "no match". Compiled patterns are
 * read-only and may be shared; the scratch memory of matching belongs to the process.
 */
#ifndef AUDITOR_TEXT_PATTERN_H
#define AUDITOR_TEXT_PATTERN_H

#include "base/arena.h"
#include "base/error.h"
#include "base/str.h"

struct pattern;

enum { PATTERN_GROUPS = 16 }; /* group 0 is the whole match */

struct pattern_match {
    size_t count;                                    /* groups known, at least 1 */
    size_t from[PATTERN_GROUPS], to[PATTERN_GROUPS]; /* SIZE_MAX: the group did not take part */
};

/* ERR_PLUGIN with the place in the pattern and PCRE2's message. Free with pattern_free(). */
int pattern_compile(struct pattern **out, struct str source, struct error *err);
void pattern_free(struct pattern *p); /* NULL is allowed */
size_t pattern_group_count(const struct pattern *p);
/* The number of a named group, 0 if there is none. */
size_t pattern_group(const struct pattern *p, const char *name);

/* Searches from byte `from` on. *found tells; ERR_LIMIT when the match limit was exceeded. */
int pattern_find(const struct pattern *p, struct str subject, size_t from, bool *found,
                 struct pattern_match *match, struct error *err);
/* The same where a literal of the pattern is known to end at byte `end`, and none behind it: no match begins there,
 * and none is looked for. SIZE_MAX: not known. */
int pattern_find_until(const struct pattern *p, struct str subject, size_t from, size_t end,
                       bool *found, struct pattern_match *match, struct error *err);

/* Literals of which one stands in every match of a regular expression, each of at least one Han
 * character or two others; none when that is not plain to see. Returns their number. */
size_t pattern_literals(struct str source, struct arena *arena, struct str **out);

/* Bytes of a match at most, with what is looked ahead or back for; SIZE_MAX: without end, or not plain to see. */
size_t pattern_longest(struct str source);

#endif /* AUDITOR_TEXT_PATTERN_H */
