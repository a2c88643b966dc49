/*
 * literal.h - finds many fixed strings in one pass over a text (Aho-Corasick; prefix literal_).
 *
 * Debian has no such library for C. Build once (add, then freeze), then scan from any process.
 */
#ifndef AUDITOR_TEXT_LITERAL_H
#define AUDITOR_TEXT_LITERAL_H

#include "base/str.h"

struct literal_set;

struct literal_set *literal_new(void);
void literal_free(struct literal_set *set);
/* literal is copied and must not be empty; ids may repeat. */
void literal_add(struct literal_set *set, struct str literal, uint32_t id);
void literal_freeze(struct literal_set *set);

/* Calls hit for every occurrence, overlapping ones too, in order of their end; `end` is the byte
 * behind it. A hit that returns false stops the scan. */
typedef bool literal_hit(void *user, uint32_t id, size_t end, size_t length);
void literal_scan(const struct literal_set *set, struct str text, literal_hit *hit, void *user);

#endif /* AUDITOR_TEXT_LITERAL_H */
