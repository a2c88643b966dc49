/*
 * wire.h - numbers and texts as bytes between two processes of one machine (prefix wire_).
 *
 * What one side puts the other gets in the same order. Nothing here is kept or sent elsewhere: numbers are
 * those of the machine.
 *
 * Ownership  What wire_str() gives is a view into the bytes, and ends with a NUL behind it.
 * Errors     `bad` is set when something was missing, and stays; what is asked for then is 0 or "".
 */
#ifndef AUDITOR_BASE_WIRE_H
#define AUDITOR_BASE_WIRE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

struct wire {
    struct str rest; /* begin with all of the bytes */
    bool bad;
};

void wire_put_int(struct strbuf *out, int64_t value);
void wire_put_str(struct strbuf *out, struct str s);

int64_t wire_int(struct wire *w);
struct str wire_str(struct wire *w);
/* How many members follow, each of which takes a byte at least. */
size_t wire_count(struct wire *w);
bool wire_whole(const struct wire *w); /* all was there, and nothing is left */

#endif /* AUDITOR_BASE_WIRE_H */
