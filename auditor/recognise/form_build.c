/* form_build.c - from the plain data of a form file to a form: identity, years, sections. */
#include <stdio.h>

#include "recognise/form_data.h"
#include "recognise/vocabulary.h"

enum { MOST_SECTIONS = 64, MOST_TABLES = 16 };

static int build_pattern(const struct form_data *d, const char *where, const char *field,
                         struct str source, struct pattern **out)
{
    struct error why = { 0 };
    if (pattern_compile(out, source, &why) != 0)
        return data_fail(d, where, "field \"%s\": %s", field, why.message);
    return 0;
}

static int build_content(const struct form_data *d, const cJSON *o, const char *where,
                         struct form_section *s)
{
    const cJSON *list, *item;
    int rc = data_list(d, o, where, "content", false, &list);
    if (rc != 0 || list == NULL)
        return rc;
    s->content = arena_alloc(d->arena, (size_t)cJSON_GetArraySize(list) * sizeof(*s->content) + 1);
    cJSON_ArrayForEach(item, list) {
        if (!cJSON_IsString(item))
            return data_fail(d, where, "field \"content\" must hold texts only");
        rc = build_pattern(d, where, "content", str_of(item->valuestring),
                           &s->content[s->content_count]);
        if (rc != 0)
            return rc;
        s->content_count++;
    }
    return 0;
}

static int build_section(const struct form_data *d, const cJSON *o, const char *where,
                         struct form_section *s)
{
    struct str class = STR("");
    int order = 0;
    int rc = data_known(d, o, where, &form_shape_section);
    if (rc == 0)
        rc = data_str(d, o, where, "key", true, &s->key);
    if (rc == 0)
        rc = data_str(d, o, where, "title", true, &s->title);
    if (rc == 0)
        rc = data_labels(d, o, where, "titles", &s->titles, &s->title_count);
    if (rc == 0)
        rc = data_str(d, o, where, "class", true, &class);
    if (rc == 0)
        rc = data_bool(d, o, where, "required", &s->required);
    if (rc == 0)
        rc = data_int(d, o, where, "order", &order);
    if (rc == 0)
        rc = build_pattern(d, where, "class", class, &s->klass);
    if (rc == 0)
        rc = build_content(d, o, where, s);
    s->order = (unsigned)order;
    return rc;
}

static int build_sections(const struct form_data *d, const cJSON *data, struct form *form)
{
    const cJSON *list, *item;
    int rc = data_list(d, data, "form", "sections", true, &list);
    if (rc != 0)
        return rc;
    if (cJSON_GetArraySize(list) > MOST_SECTIONS)
        return data_fail(d, "sections", "more than %d", MOST_SECTIONS);
    form->sections =
        arena_alloc(d->arena, (size_t)cJSON_GetArraySize(list) * sizeof(*form->sections));
    cJSON_ArrayForEach(item, list) {
        char where[64];
        snprintf(where, sizeof(where), "sections[%zu]", form->section_count + 1);
        struct form_section *s = &form->sections[form->section_count++];
        rc = build_section(d, item, where, s);
        if (rc != 0)
            return rc;
    }
    return 0;
}

static int build_tables(const struct form_data *d, const cJSON *data, struct form *form)
{
    const cJSON *list, *item;
    int rc = data_list(d, data, "form", "tables", false, &list);
    if (rc != 0 || list == NULL)
        return rc;
    if (cJSON_GetArraySize(list) > MOST_TABLES)
        return data_fail(d, "tables", "more than %d", MOST_TABLES);
    form->tables =
        arena_alloc(d->arena, (size_t)cJSON_GetArraySize(list) * sizeof(*form->tables) + 1);
    cJSON_ArrayForEach(item, list) {
        char where[64];
        snprintf(where, sizeof(where), "tables[%zu]", form->table_count + 1);
        rc = data_table(d, item, where, &form->tables[form->table_count++]);
        if (rc != 0)
            return rc;
    }
    return 0;
}

static int build_years(const struct form_data *d, const cJSON *data, struct form *form)
{
    const cJSON *years = cJSON_GetObjectItemCaseSensitive(data, "years");
    int rc = data_known(d, years, "years", &form_shape_years);
    if (rc == 0)
        rc = data_int(d, years, "years", "first", &form->first_year);
    if (rc == 0)
        rc = data_int(d, years, "years", "last", &form->last_year);
    if (rc == 0 && form->last_year != 0 && form->last_year < form->first_year)
        rc = data_fail(d, "years", "the last year lies before the first");
    return rc;
}

int form_build(struct form **out, const struct cJSON *data, const char *name, struct error *err)
{
    struct arena *arena = arena_new();
    struct form *form = arena_alloc(arena, sizeof(*form));
    form->arena = arena;
    struct form_data d = { name, arena, err };
    int rc = data_known(&d, data, "form", &form_shape);
    if (rc == 0)
        rc = data_str(&d, data, "form", "id", true, &form->id);
    if (rc == 0)
        rc = data_str(&d, data, "form", "like", false, &form->like);
    if (rc == 0)
        rc = build_years(&d, data, form);
    if (rc == 0)
        rc = build_sections(&d, data, form);
    if (rc == 0)
        rc = build_tables(&d, data, form);
    if (rc != 0) {
        form_free(form);
        return rc;
    }
    form->words = vocabulary_build(form);
    *out = form;
    return 0;
}
