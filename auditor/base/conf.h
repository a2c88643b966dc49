/*
 * conf.h - small settings files: "key = value" lines (prefix conf_).
 *
 * '#' starts a comment line. A key holds letters, digits, '.', '_' and '-'. A value goes to
 * the end of the line, trimmed. UTF-8, with or without a BOM. A key twice is an error.
 */
#ifndef AUDITOR_BASE_CONF_H
#define AUDITOR_BASE_CONF_H

#include <stddef.h>

#include "base/error.h"
#include "base/str.h"

struct conf_entry {
    char *key;
    char *value;
    unsigned line; /* from 1 */
};

struct conf {
    char *name; /* of the file, for messages */
    struct conf_entry *entries;
    size_t n;
    size_t cap;
};

int conf_parse(struct conf *out, const char *name, struct str text, struct error *err);
int conf_read(struct conf *out, const char *path, struct error *err);
const char *conf_get(const struct conf *conf, const char *key); /* NULL: not there */
void conf_free(struct conf *conf);

/* ERR_CONFIG naming file, line and key when a key is not in the list (NULL-terminated).
 * An entry that ends in '.' allows every key that starts with it. */
int conf_check(const struct conf *conf, const char *const *known, struct error *err);

#endif /* AUDITOR_BASE_CONF_H */
