/* docx_list.c - see docx_list.h. */
#include "read/docx_list.h"

#include <limits.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/mem.h"

enum { MOST_LISTS = 20000, MOST_TEXT = 400, MOST_LINKS = 8 };

#define NOT_YET LONG_MIN

struct level {
    bool there;
    bool legal; /* all numbers in digits */
    bool bullet, tight;
    long start;
    long restart;           /* after a level above this one; 0 never, DOCX_UNSET after any */
    struct str format;      /* "" is decimal */
    struct str text, style; /* "第%1章"; the paragraph style that it numbers */
};

/* abstractNum: how a list looks, and how far it has counted. */
struct docx_definition {
    long id;
    struct level levels[DOCX_LEVELS];
    long count[DOCX_LEVELS];
    struct str taken_from; /* the style whose list defines it */
};

/* num: a list of a definition, perhaps with levels of its own. */
struct docx_list {
    long id, definition_id;
    struct docx_definition *definition; /* NULL: there is none */
    struct level *own;                  /* DOCX_LEVELS of them, or NULL */
    long begin[DOCX_LEVELS];            /* where it begins anew, or NOT_YET */
    bool begun[DOCX_LEVELS];
};

struct reading {
    struct docx_lists *lists;
    const struct docx_styles *styles;
    struct docx_definition *definition; /* that is open */
    struct docx_list *list;
    struct level *level;
    long override; /* the level that is overridden, or DOCX_UNSET */
};

static bool start_definition(struct reading *r, const struct docx_tag *tag)
{
    struct docx_lists *l = r->lists;
    struct str id;
    if (l->definition_count == MOST_LISTS)
        return false;
    docx_attribute(tag, "abstractNumId", &id);
    l->definitions =
        mem_grow(l->definitions, l->definition_count, &l->definition_cap, sizeof *l->definitions);
    r->definition = &l->definitions[l->definition_count++];
    r->level = NULL; /* it may have moved */
    *r->definition = (struct docx_definition){ .id = docx_number(id, DOCX_UNSET) };
    for (size_t i = 0; i < DOCX_LEVELS; i++)
        r->definition->count[i] = NOT_YET;
    return true;
}

static bool start_list(struct reading *r, const struct docx_tag *tag)
{
    struct docx_lists *l = r->lists;
    struct str id;
    if (l->list_count == MOST_LISTS)
        return false;
    docx_attribute(tag, "numId", &id);
    l->lists = mem_grow(l->lists, l->list_count, &l->list_cap, sizeof *l->lists);
    r->list = &l->lists[l->list_count++];
    *r->list = (struct docx_list){ .id = docx_number(id, DOCX_UNSET), .definition_id = DOCX_UNSET };
    for (size_t i = 0; i < DOCX_LEVELS; i++)
        r->list->begin[i] = NOT_YET;
    return true;
}

static long level_number(const struct docx_tag *tag)
{
    struct str value;
    docx_attribute(tag, "ilvl", &value);
    long n = docx_number(value, DOCX_UNSET);
    return n >= 0 && n < DOCX_LEVELS ? n : DOCX_UNSET;
}

static bool start_level(struct reading *r, const struct docx_tag *tag)
{
    long n = level_number(tag);
    struct level *levels = NULL;
    if (n == DOCX_UNSET)
        n = r->override;
    if (r->definition) {
        levels = r->definition->levels;
    } else if (r->list) {
        if (!r->list->own)
            r->list->own = arena_alloc(r->lists->arena, DOCX_LEVELS * sizeof *r->list->own);
        levels = r->list->own;
    }
    if (!levels || n == DOCX_UNSET)
        return false;
    r->level = &levels[n];
    *r->level = (struct level){ .there = true,
                                .start = 1,
                                .restart = DOCX_UNSET,
                                .format = { "", 0 },
                                .text = { "", 0 },
                                .style = { "", 0 } };
    return true;
}

static void read_level(struct reading *r, const struct docx_tag *tag)
{
    struct level *level = r->level;
    struct str value = docx_value(tag);
    if (tag->name == W_START)
        level->start = docx_number(value, 1);
    else if (tag->name == W_NUM_FMT) {
        level->format = arena_str(r->lists->arena, value);
        level->bullet = str_eq_c(value, "bullet");
    } else if (tag->name == W_LVL_TEXT)
        level->text =
            arena_str(r->lists->arena, str_sub(value, 0, value.n > MOST_TEXT ? 0 : value.n));
    else if (tag->name == W_LVL_RESTART)
        level->restart = docx_number(value, DOCX_UNSET);
    else if (tag->name == W_P_STYLE)
        level->style = arena_str(r->lists->arena, value);
    else if (tag->name == W_SUFF)
        level->tight = str_eq_c(value, "nothing");
    else if (tag->name == W_IS_LGL)
        level->legal = docx_is_on(tag);
}

static bool on_start(void *user, const struct docx_tag *tag)
{
    struct reading *r = user;
    struct arena *arena = r->lists->arena;
    switch (tag->name) {
    case MC_CHOICE: /* formats of a later version; what stands beside it is known to all */
    case W_R_PR:
        return false;
    case W_ABSTRACT_NUM:
        return start_definition(r, tag);
    case W_NUM:
        return start_list(r, tag);
    case W_LVL_OVERRIDE:
        r->override = level_number(tag);
        return r->list != NULL && r->override != DOCX_UNSET;
    case W_LVL:
        return start_level(r, tag);
    case W_ABSTRACT_NUM_ID:
        if (r->list)
            r->list->definition_id = docx_number(docx_value(tag), DOCX_UNSET);
        break;
    case W_START_OVERRIDE:
        if (r->list && r->override != DOCX_UNSET)
            r->list->begin[r->override] = docx_number(docx_value(tag), 1);
        break;
    case W_NUM_STYLE_LINK:
        if (r->definition)
            r->definition->taken_from = arena_str(arena, docx_value(tag));
        break;
    default:
        if (r->level)
            read_level(r, tag);
    }
    return true;
}

static void on_end(void *user, enum docx_name name)
{
    struct reading *r = user;
    if (name == W_ABSTRACT_NUM)
        r->definition = NULL;
    else if (name == W_NUM)
        r->list = NULL;
    else if (name == W_LVL)
        r->level = NULL;
    else if (name == W_LVL_OVERRIDE)
        r->override = DOCX_UNSET;
}

static int by_definition(const void *a, const void *b)
{
    long x = ((const struct docx_definition *)a)->id;
    long y = ((const struct docx_definition *)b)->id;
    return (x > y) - (x < y);
}

static int by_list(const void *a, const void *b)
{
    long x = ((const struct docx_list *)a)->id;
    long y = ((const struct docx_list *)b)->id;
    return (x > y) - (x < y);
}

static struct docx_list *find_list(const struct docx_lists *l, long id)
{
    struct docx_list key = { .id = id };
    return l->list_count ? bsearch(&key, l->lists, l->list_count, sizeof key, by_list) : NULL;
}

static struct docx_definition *find_definition(const struct docx_lists *l, long id)
{
    struct docx_definition key = { .id = id };
    if (!l->definition_count)
        return NULL;
    return bsearch(&key, l->definitions, l->definition_count, sizeof key, by_definition);
}

/* A definition may say no more than the style whose list has it. */
static void link_list(const struct docx_lists *l, struct docx_list *list,
                      const struct docx_styles *styles)
{
    struct docx_definition *d = find_definition(l, list->definition_id);
    for (int i = 0; i < MOST_LINKS && d && d->taken_from.n; i++) {
        const struct docx_style *style = docx_style_find(styles, d->taken_from);
        const struct docx_list *other = style ? find_list(l, style->look.list) : NULL;
        d = other ? find_definition(l, other->definition_id) : NULL;
    }
    list->definition = d;
}

int docx_lists_read(struct docx_lists *out, struct str part, const struct docx_styles *styles,
                    const char *what, struct error *err)
{
    struct reading r = { .lists = out, .styles = styles, .override = DOCX_UNSET };
    struct docx_reader reader = { &r, on_start, on_end, NULL };
    out->arena = arena_new();
    int rc = docx_parse(part, what, &reader, err);
    if (out->definition_count > 1)
        qsort(out->definitions, out->definition_count, sizeof *out->definitions, by_definition);
    if (out->list_count > 1)
        qsort(out->lists, out->list_count, sizeof *out->lists, by_list);
    for (size_t i = 0; i < out->list_count; i++)
        link_list(out, &out->lists[i], styles);
    return rc;
}

void docx_lists_free(struct docx_lists *lists)
{
    free(lists->definitions);
    free(lists->lists);
    arena_free(lists->arena);
    *lists = (struct docx_lists){ 0 };
}

static const struct level *level_of(const struct docx_list *list, size_t k)
{
    return list->own && list->own[k].there ? &list->own[k] : &list->definition->levels[k];
}

int docx_list_level(const struct docx_lists *lists, long list, struct str style)
{
    const struct docx_list *l = find_list(lists, list);
    for (size_t k = 0; l && l->definition && style.n && k < DOCX_LEVELS; k++)
        if (str_eq(level_of(l, k)->style, style))
            return (int)k;
    return DOCX_UNSET;
}

static long first(const struct docx_list *list, size_t k)
{
    return list->begin[k] != NOT_YET ? list->begin[k] : level_of(list, k)->start;
}

static void count(struct docx_list *list, size_t k)
{
    long *counts = list->definition->count;
    bool anew = list->begin[k] != NOT_YET && !list->begun[k];
    counts[k] = anew || counts[k] == NOT_YET ? first(list, k) : counts[k] + 1;
    list->begun[k] = true;
    for (size_t j = k + 1; j < DOCX_LEVELS; j++) {
        long restart = level_of(list, j)->restart;
        if (restart == DOCX_UNSET || (long)k < restart)
            counts[j] = NOT_YET;
    }
}

static void add_number(struct docx_list *list, size_t k, size_t of, struct strbuf *out)
{
    const struct level *level = level_of(list, of);
    long n = list->definition->count[of];
    bool legal = level_of(list, k)->legal && !str_eq_c(level->format, "none");
    docx_list_format(out, legal ? (struct str){ "", 0 } : level->format,
                     n == NOT_YET ? first(list, of) : n);
}

/* LibreOffice writes the text of a level into RTF with a question mark for what its code page has not: 一? was 一、. */
static void add_mark(struct strbuf *out, struct str text, size_t i)
{
    bool lost = text.p[i] == '?' && i + 1 == text.n && i > 1 && text.p[i - 2] == '%';
    if (lost)
        strbuf_c(out, "、");
    else
        strbuf_char(out, text.p[i]);
}

void docx_list_next(struct docx_lists *lists, long id, int wanted, struct strbuf *out)
{
    struct docx_list *list = find_list(lists, id);
    size_t k = wanted >= 0 && wanted < DOCX_LEVELS ? (size_t)wanted : 0;
    if (!list || !list->definition || !level_of(list, k)->there)
        return;
    count(list, k);
    const struct level *level = level_of(list, k);
    struct str text = level->text;
    size_t before = out->n;
    for (size_t i = 0; !level->bullet && i < text.n; i++) {
        bool number =
            text.p[i] == '%' && i + 1 < text.n && text.p[i + 1] >= '1' && text.p[i + 1] <= '9';
        if (number)
            add_number(list, k, (size_t)(text.p[++i] - '1'), out);
        else
            add_mark(out, text, i);
    }
    /* behind "一、" nobody would type the blank that Word puts there */
    if (out->n > before && !level->tight && (unsigned char)out->p[out->n - 1] < 0x80)
        strbuf_char(out, ' ');
}
