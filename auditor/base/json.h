/*
 * json.h - writes JSON straight into a buffer (prefix json_).
 *
 * A tree costs ten times as much as printing; results are printed. The caller writes object
 * keys in byte order (the contract of all our JSON); in a debug build a wrong order, or a
 * value where a key is due, aborts. Text is escaped here; invalid UTF-8 becomes U+FFFD.
 */
#ifndef AUDITOR_BASE_JSON_H
#define AUDITOR_BASE_JSON_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

enum { JSON_DEPTH = 32 };

struct json {
    struct strbuf *out; /* not owned */
    int depth;
    bool comma[JSON_DEPTH];      /* a member stands before, at each depth */
    struct str last[JSON_DEPTH]; /* the last key, to check the order; literals or stable text */
};

void json_start(struct json *j, struct strbuf *out);
void json_object(struct json *j); /* { */
void json_end_object(struct json *j);
void json_array(struct json *j); /* [ */
void json_end_array(struct json *j);
void json_key(struct json *j, const char *key); /* key must stay alive until the object ends */
void json_str(struct json *j, struct str s);
void json_c(struct json *j, const char *s); /* NULL writes null */
/* A member; an empty text is an absent fact, null. */
void json_key_str(struct json *j, const char *key, struct str s);
void json_int(struct json *j, int64_t value);
void json_bool(struct json *j, bool value);
void json_null(struct json *j);
void json_raw(struct json *j, struct str json_text);  /* one value that is JSON already */
void json_milli(struct json *j, int64_t thousandths); /* 92500 -> 92.5, exact */

/* Appends JSON that another printer made (cJSON leaves such characters as they are), escaping what
 * steers a terminal as json_escape() does. */
void json_harden(struct strbuf *out, struct str json_text);

/* Escapes s as the inside of a JSON string, without the quotes. */
void json_escape(struct strbuf *out, struct str s);

#endif /* AUDITOR_BASE_JSON_H */
