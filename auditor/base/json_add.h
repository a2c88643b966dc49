/*
 * json_add.h - members for a tree of cJSON (prefix json_add_).
 */
#ifndef AUDITOR_BASE_JSON_ADD_H
#define AUDITOR_BASE_JSON_ADD_H

#include <cjson/cJSON.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

static inline void json_add_str(cJSON *object, const char *key, struct str s)
{
    struct strbuf text = { 0 };
    strbuf_str(&text, s);
    cJSON_AddStringToObject(object, key, text.n ? text.p : "");
    strbuf_free(&text);
}

/* Thousandths as points; null when they are not known. */
static inline void json_add_points(cJSON *object, const char *key, bool known, int64_t thousandths)
{
    if (known)
        cJSON_AddNumberToObject(object, key, (double)thousandths / 1000);
    else
        cJSON_AddNullToObject(object, key);
}

#endif /* AUDITOR_BASE_JSON_ADD_H */
