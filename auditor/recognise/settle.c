/* settle.c - a chapter in other words stands in for an official section; see section.h. */
#include "recognise/section.h"

static bool has_section(const struct report *r, const struct form_section *official)
{
    for (size_t i = 0; i < r->section_count; i++)
        if (r->sections[i].official == official)
            return true;
    return false;
}

static bool holds_table(const struct report *r, const struct report_section *s, struct str key)
{
    for (size_t i = 0; i < r->table_count; i++) {
        const struct report_table *t = &r->tables[i];
        if (t->present && str_eq(t->layout->section, key) && t->first_block >= s->first_block &&
            t->first_block < s->end_block)
            return true;
    }
    return false;
}

/* The chapter that may be the missing section: the only one without a class between its official
 * neighbours, or the one that holds its table. */
static struct report_section *stand_in(const struct report *r, const struct form_section *missing)
{
    struct report_section *only = NULL;
    size_t from = 0, to = r->section_count, count = 0, lacking = 0;
    unsigned low = 0, high = UINT32_MAX;
    for (size_t i = 0; i < r->section_count; i++) {
        const struct form_section *o = r->sections[i].official;
        if (o && o->order > 0 && o->order < missing->order && o->order >= low) {
            from = i + 1;
            low = o->order;
        }
    }
    for (size_t i = r->section_count; i-- > from;) {
        const struct form_section *o = r->sections[i].official;
        if (o && o->order > missing->order && o->order <= high) {
            to = i;
            high = o->order;
        }
    }
    for (size_t i = from; i < to; i++) {
        if (r->sections[i].official)
            continue;
        if (holds_table(r, &r->sections[i], missing->key))
            return &r->sections[i];
        only = &r->sections[i];
        count++;
    }
    for (size_t i = 0; i < r->form->section_count; i++) {
        const struct form_section *s = &r->form->sections[i];
        lacking += s->order > low && s->order < high && s->required && !has_section(r, s);
    }
    if (count != 1 || lacking != 1)
        return NULL;
    for (size_t i = 0; i < r->table_count; i++)
        if (str_eq(r->tables[i].layout->section, missing->key))
            return NULL; /* a section that consists of its table is known by it */
    return only;
}

void sections_settle(struct page *p)
{
    struct report *r = p->r;
    if (!r->form || r->section_count < 3)
        return;
    for (size_t i = 0; i < r->form->section_count; i++) {
        const struct form_section *missing = &r->form->sections[i];
        if (!missing->required || missing->order == 0 || has_section(r, missing))
            continue;
        struct report_section *s = stand_in(r, missing);
        if (!s)
            continue;
        s->official = missing;
        s->key = missing->key;
        s->match = MATCH_CLASS;
    }
}
