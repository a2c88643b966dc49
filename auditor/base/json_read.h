/*
 * json_read.h - looking into JSON that cJSON has parsed (prefix json_).
 *
 * Keys are told by case. What is returned belongs to the object.
 */
#ifndef AUDITOR_BASE_JSON_READ_H
#define AUDITOR_BASE_JSON_READ_H

#include <cjson/cJSON.h>

#include "base/str.h"

/* NULL when there is none, or object is no object. */
static inline const cJSON *json_member(const cJSON *object, const char *key)
{
    return cJSON_GetObjectItemCaseSensitive(object, key);
}

/* "" when there is none, or it is no string. */
static inline struct str json_text(const cJSON *object, const char *key)
{
    const char *text = cJSON_GetStringValue(json_member(object, key));
    return str_of(text ? text : "");
}

/* The same as a C string. */
static inline const char *json_string(const cJSON *object, const char *key)
{
    return json_text(object, key).p;
}

/* NULL when there is none, or it is no string. */
static inline const char *json_string_if(const cJSON *object, const char *key)
{
    return cJSON_GetStringValue(json_member(object, key));
}

/* 0 when there is none, or it is no number. */
static inline double json_number(const cJSON *object, const char *key)
{
    const cJSON *item = json_member(object, key);
    return cJSON_IsNumber(item) ? item->valuedouble : 0;
}

/* The same of a whole number. */
static inline int json_int_at(const cJSON *object, const char *key)
{
    return (int)json_number(object, key);
}

#endif /* AUDITOR_BASE_JSON_READ_H */
