/* form.c - looking things up in a form; a set of forms. */
#include "recognise/form.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/mem.h"

void form_free(struct form *form)
{
    if (form == NULL)
        return;
    for (size_t i = 0; i < form->section_count; i++) {
        struct form_section *s = &form->sections[i];
        pattern_free(s->klass);
        for (size_t k = 0; k < s->content_count; k++)
            pattern_free(s->content[k]);
    }
    for (size_t i = 0; i < form->table_count; i++)
        for (size_t k = 0; k < form->tables[i].bound_count; k++)
            pattern_free(form->tables[i].bounds[k].except);
    struct arena *arena = form->arena; /* the form itself stands in it */
    arena_free(arena);
}

void form_set_add(struct form_set *set, struct form *form)
{
    for (size_t i = 0; i < set->n; i++) {
        if (str_eq(set->forms[i]->id, form->id)) { /* a newer file of the same form */
            form_free(set->forms[i]);
            set->forms[i] = form;
            return;
        }
    }
    set->forms = mem_resize(set->forms, set->n + 1, sizeof(struct form *));
    size_t at = set->n++;
    for (; at > 0 && set->forms[at - 1]->first_year > form->first_year; at--)
        set->forms[at] = set->forms[at - 1];
    set->forms[at] = form;
}

void form_set_free(struct form_set *set)
{
    if (set == NULL)
        return;
    for (size_t i = 0; i < set->n; i++)
        form_free(set->forms[i]);
    free(set->forms);
    *set = (struct form_set){ 0 };
}

const struct form *form_of_year(const struct form_set *set, int year)
{
    for (size_t i = set->n; i > 0; i--) {
        const struct form *f = set->forms[i - 1];
        if (year > 0 && year >= f->first_year && (f->last_year == 0 || year <= f->last_year))
            return f;
    }
    return NULL;
}

const struct form *form_by_id(const struct form_set *set, struct str id)
{
    for (size_t i = 0; i < set->n; i++) {
        if (str_eq(set->forms[i]->id, id))
            return set->forms[i];
    }
    return NULL;
}

bool form_is_like(const struct form_set *set, const struct form *form, struct str id)
{
    for (size_t steps = 0; form != NULL && steps <= set->n; steps++) { /* two may name each other */
        if (str_eq(form->id, id))
            return true;
        form = form->like.n != 0 ? form_by_id(set, form->like) : NULL;
    }
    return false;
}

const struct form_table *form_table(const struct form *form, struct str key)
{
    for (size_t i = 0; i < form->table_count; i++) {
        if (str_eq(form->tables[i].key, key))
            return &form->tables[i];
    }
    return NULL;
}

static int line_of(const struct form_line *lines, size_t n, struct str key)
{
    for (size_t i = 0; i < n; i++) {
        if (str_eq(lines[i].key, key))
            return (int)i;
    }
    return -1;
}

int form_row(const struct form_table *t, struct str key)
{
    return line_of(t->rows, t->row_count, key);
}

int form_column(const struct form_table *t, struct str key)
{
    return line_of(t->columns, t->column_count, key);
}
