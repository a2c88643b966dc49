/* settle.c - a chapter in other words stands in for an official section; see section.h. */
#include "recognise/outline.h"
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

static bool is_numbered(const struct report *r)
{
    for (size_t i = 0; i < r->section_count; i++)
        if (r->headings[r->sections[i].heading].style == HEADING_CHAPTER)
            return true;
    return false;
}

/* A line that may be a heading without a number, and is not known as one. */
static bool may_head(const struct page *p, uint32_t block)
{
    enum { SHORTEST = 4, LONGEST = 24 };
    const struct report *r = p->r;
    struct str text = page_text(p, block);
    size_t chars = page_chars(text, LONGEST + 1);
    if (!page_running(p, block) || page_in_grid(p, block) || chars < SHORTEST || chars > LONGEST ||
        outline_has_marks(text) || !(outline_is_marked(p, block) || outline_is_bare(p, block)))
        return false;
    for (size_t i = 0; i < r->heading_count; i++)
        if (r->headings[i].block <= block && block <= r->headings[i].last_block)
            return false;
    return true;
}

/* The only such line in [from, to), p->blocks if there is none or more than one. */
static uint32_t only_head(const struct page *p, uint32_t from, uint32_t to)
{
    uint32_t only = p->blocks;
    for (uint32_t b = from; b < to; b++) {
        if (!may_head(p, b))
            continue;
        if (only != p->blocks)
            return p->blocks;
        only = b;
    }
    return only;
}

static uint32_t above_table(const struct page *p, const struct form_section *missing)
{
    for (size_t i = 0; i < p->r->table_count; i++) {
        const struct report_table *t = &p->r->tables[i];
        if (!t->present || !str_eq(t->layout->section, missing->key))
            continue;
        uint32_t b = t->first_block;
        while (b > p->body && p->doc->blocks[b - 1].text_len == 0)
            b--;
        return b > p->body && may_head(p, b - 1) ? b - 1 : p->blocks;
    }
    return p->blocks;
}

/* Where the first or the last heading would stand: p->blocks if no line does. */
static uint32_t at_the_ends(const struct page *p, const struct form_section *missing)
{
    enum { OWN_WORDS = 3 };
    const struct report *r = p->r;
    const struct report_section *last = &r->sections[r->section_count - 1];
    bool final = true;
    size_t plain = 0;
    if (missing->order == 1)
        return only_head(p, p->body, r->headings[r->sections[0].heading].block);
    for (size_t i = 0; i < r->form->section_count; i++)
        final = final && r->form->sections[i].order <= missing->order;
    for (size_t i = 0; i < r->section_count; i++)
        plain += r->headings[r->sections[i].heading].style == HEADING_PLAIN &&
                 r->sections[i].match == MATCH_CLASS;
    bool before = last->official && last->official->order + 1 == missing->order;
    return final && before && plain >= OWN_WORDS ? only_head(p, last->first_block, p->tail)
                                                 : p->blocks;
}

/* Headings and sections anew, with one more. */
static void insert(struct page *p, uint32_t block, const struct form_section *official)
{
    struct report *r = p->r;
    size_t h = 0, k = 0;
    while (h < r->heading_count && r->headings[h].block < block)
        h++;
    while (k < r->section_count && r->headings[r->sections[k].heading].block < block)
        k++;
    struct report_heading *headings =
        arena_alloc(r->arena, (r->heading_count + 1) * sizeof *headings);
    struct report_section *sections =
        arena_alloc(r->arena, (r->section_count + 1) * sizeof *sections);
    for (size_t i = 0; i <= r->heading_count; i++)
        if (i != h)
            headings[i] = r->headings[i - (i > h)];
    for (size_t i = 0; i <= r->section_count; i++)
        if (i != k) {
            sections[i] = r->sections[i - (i > k)];
            sections[i].heading += sections[i].heading >= h;
        }
    struct span line = page_span(p, block, 0, page_text(p, block).n);
    headings[h] = (struct report_heading){ .style = HEADING_PLAIN,
                                           .span = line,
                                           .title = line,
                                           .block = block,
                                           .last_block = block,
                                           .standalone = true };
    sections[k] = (struct report_section){ .key = official->key,
                                           .official = official,
                                           .match = MATCH_CLASS,
                                           .heading = h,
                                           .first_block = block + 1,
                                           .end_block = p->tail };
    r->headings = headings;
    r->heading_count++;
    r->sections = sections;
    r->section_count++;
    if (k + 1 < r->section_count)
        sections[k].end_block = headings[sections[k + 1].heading].block;
    sections[k].text_chars = section_chars(p, &sections[k]);
    if (k > 0) {
        sections[k - 1].end_block = block;
        sections[k - 1].text_chars = section_chars(p, &sections[k - 1]);
    }
}

static bool is_missing(const struct report *r, const struct form_section *s)
{
    return s->required && s->order > 0 && !has_section(r, s);
}

static void place_all(struct page *p,
                      uint32_t (*place)(const struct page *p, const struct form_section *missing))
{
    struct report *r = p->r;
    for (size_t i = 0; i < r->form->section_count; i++) {
        const struct form_section *missing = &r->form->sections[i];
        uint32_t block = is_missing(r, missing) ? place(p, missing) : p->blocks;
        if (block < p->blocks)
            insert(p, block, missing);
    }
}

void sections_settle(struct page *p)
{
    struct report *r = p->r;
    if (!r->form || r->section_count < 2)
        return;
    for (size_t i = 0; i < r->form->section_count && r->section_count >= 3; i++) {
        const struct form_section *missing = &r->form->sections[i];
        struct report_section *s = is_missing(r, missing) ? stand_in(r, missing) : NULL;
        if (!s)
            continue;
        s->official = missing;
        s->key = missing->key;
        s->match = MATCH_CLASS;
    }
    if (!is_numbered(r)) { /* what stands before or behind all others is told by them */
        place_all(p, above_table);
        place_all(p, at_the_ends);
    }
}
