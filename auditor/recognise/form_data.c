/* form_data.c - fields of a form, one function a kind of field. */
#include "recognise/form_data.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "text/normalise.h"

int data_fail(const struct form_data *d, const char *where, const char *format, ...)
{
    char what[300];
    va_list args;
    va_start(args, format);
    vsnprintf(what, sizeof(what), format, args);
    va_end(args);
    return error_set(d->err, ERR_CONFIG, "form %s: %s: %s", d->name, where, what);
}

int data_known(const struct form_data *d, const cJSON *o, const char *where,
               const struct shape *shape)
{
    if (!cJSON_IsObject(o))
        return data_fail(d, where, "must be a table with named fields");
    const cJSON *item;
    cJSON_ArrayForEach(item, o) {
        if (shape_field(shape, item->string) == NULL)
            return data_fail(d, where, "unknown field \"%s\"", item->string);
    }
    return 0;
}

int data_str(const struct form_data *d, const cJSON *o, const char *where, const char *field,
             bool needed, struct str *out)
{
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(o, field);
    *out = STR("");
    if (item == NULL && !needed)
        return 0;
    if (!cJSON_IsString(item) || item->valuestring[0] == '\0')
        return data_fail(d, where, "field \"%s\" must be a text that is not empty", field);
    *out = arena_str(d->arena, str_of(item->valuestring));
    return 0;
}

static struct str normal(const struct form_data *d, const char *s)
{
    struct strbuf b = { 0 };
    text_normalise(&b, str_of(s), 0, NULL);
    struct str kept = arena_str(d->arena, strbuf_view(&b));
    strbuf_free(&b);
    return kept;
}

int data_label(const struct form_data *d, const cJSON *o, const char *where, const char *field,
               bool needed, struct str *out)
{
    struct str s;
    int rc = data_str(d, o, where, field, needed, &s);
    *out = rc == 0 && s.n != 0 ? normal(d, s.p) : STR("");
    return rc;
}

int data_bool(const struct form_data *d, const cJSON *o, const char *where, const char *field,
              bool *out)
{
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(o, field);
    if (item != NULL && !cJSON_IsBool(item))
        return data_fail(d, where, "field \"%s\" must be true or false", field);
    *out = cJSON_IsTrue(item);
    return 0;
}

int data_int(const struct form_data *d, const cJSON *o, const char *where, const char *field,
             int *out)
{
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(o, field);
    *out = 0;
    if (item == NULL)
        return 0;
    if (!cJSON_IsNumber(item) || item->valuedouble != item->valueint || item->valueint < 0 ||
        item->valueint > 9999)
        return data_fail(d, where, "field \"%s\" must be an integer from 0 to 9999", field);
    *out = item->valueint;
    return 0;
}

int data_list(const struct form_data *d, const cJSON *o, const char *where, const char *field,
              bool needed, const cJSON **out)
{
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(o, field);
    *out = item;
    if (item == NULL && !needed)
        return 0;
    bool empty = cJSON_IsObject(item) && item->child == NULL;
    if (!cJSON_IsArray(item) && !empty)
        return data_fail(d, where, "field \"%s\" must be a list", field);
    if (needed && item->child == NULL)
        return data_fail(d, where, "field \"%s\" must not be empty", field);
    return 0;
}

int data_labels(const struct form_data *d, const cJSON *o, const char *where, const char *field,
                struct str **out, size_t *n)
{
    const cJSON *list, *item;
    int rc = data_list(d, o, where, field, false, &list);
    if (rc != 0 || list == NULL)
        return rc;
    *out = arena_alloc(d->arena, (size_t)cJSON_GetArraySize(list) * sizeof(struct str) + 1);
    cJSON_ArrayForEach(item, list) {
        if (!cJSON_IsString(item) || item->valuestring[0] == '\0')
            return data_fail(d, where, "field \"%s\" must hold texts only", field);
        (*out)[(*n)++] = normal(d, item->valuestring);
    }
    return 0;
}

int data_name(const struct form_data *d, const cJSON *o, const char *where, struct str *zh,
              struct str *en)
{
    const cJSON *name = cJSON_GetObjectItemCaseSensitive(o, "name");
    if (!cJSON_IsObject(name))
        return data_fail(d, where, "field \"name\" must be { zh = \"...\", en = \"...\" }");
    int rc = data_known(d, name, where, &form_shape_names);
    if (rc == 0)
        rc = data_str(d, name, where, "zh", true, zh);
    return rc != 0 ? rc : data_str(d, name, where, "en", true, en);
}
