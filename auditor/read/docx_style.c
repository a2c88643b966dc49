/* docx_style.c - see docx_style.h. */
#include "read/docx_style.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/mem.h"

enum { MOST_STYLES = 20000 };

enum state { RAW, OPEN, DONE };

const struct docx_look docx_look_unset = { .bold = DOCX_UNSET,
                                           .hidden = DOCX_UNSET,
                                           .raised = DOCX_UNSET,
                                           .centered = DOCX_UNSET,
                                           .level = DOCX_UNSET,
                                           .list_level = DOCX_UNSET,
                                           .list = DOCX_UNSET };

void docx_look_apply(struct docx_look *look, const struct docx_look *over)
{
    if (over->bold != DOCX_UNSET)
        look->bold = over->bold;
    if (over->hidden != DOCX_UNSET)
        look->hidden = over->hidden;
    if (over->raised != DOCX_UNSET)
        look->raised = over->raised;
    if (over->centered != DOCX_UNSET)
        look->centered = over->centered;
    if (over->level != DOCX_UNSET)
        look->level = over->level;
    if (over->list != DOCX_UNSET)
        look->list = over->list;
    if (over->list_level != DOCX_UNSET)
        look->list_level = over->list_level;
    look->contents = look->contents || over->contents;
}

static signed char small(const struct docx_tag *tag)
{
    long n = docx_number(docx_value(tag), DOCX_UNSET);
    return (signed char)(n >= 0 && n <= 9 ? n : DOCX_UNSET);
}

void docx_look_read(struct docx_look *look, const struct docx_tag *tag)
{
    bool of_paragraph = tag->parent == W_P_PR;
    if (tag->name == W_BOLD)
        look->bold = docx_is_on(tag);
    else if (tag->name == W_VANISH)
        look->hidden = docx_is_on(tag);
    else if (tag->name == W_VERT_ALIGN)
        look->raised = str_eq_c(docx_value(tag), "superscript");
    else if (tag->name == W_JC && of_paragraph)
        look->centered = str_eq_c(docx_value(tag), "center");
    else if (tag->name == W_OUTLINE_LVL && of_paragraph)
        look->level = small(tag);
    else if (tag->name == W_NUM_ID && tag->parent == W_NUM_PR)
        look->list = docx_number(docx_value(tag), 0);
    else if (tag->name == W_ILVL && tag->parent == W_NUM_PR)
        look->list_level = small(tag);
}

/* "heading 1", "toc 2", "Title" are the same in every language of the program that wrote the file;
 * only WPS and translated templates write them otherwise. */
static void by_name(struct docx_look *look, struct str name)
{
    static const struct {
        struct str start;
        bool heading;
    } starts[] = {
        { STR_INIT("heading"), true }, { STR_INIT("Heading"), true }, { STR_INIT("标题"), true },
        { STR_INIT("toc "), false },   { STR_INIT("TOC "), false },   { STR_INIT("目录"), false },
    };
    if (str_eq_nocase(name, "title") && look->level == DOCX_UNSET)
        look->level = 0;
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++) {
        if (!str_starts(name, starts[i].start))
            continue;
        struct str rest = str_trim(str_sub(name, starts[i].start.n, name.n));
        long n = docx_number(rest, 0);
        if (!starts[i].heading && n > 0)
            look->contents = true;
        else if (starts[i].heading && n > 0 && n <= 9 && look->level == DOCX_UNSET)
            look->level = (signed char)(n - 1);
    }
}

struct reading {
    struct docx_styles *styles;
    struct docx_style *style; /* that is open */
    struct docx_look defaults;
    struct docx_look *look; /* to which properties go */
};

static void start_style(struct reading *r, const struct docx_tag *tag)
{
    struct docx_styles *s = r->styles;
    struct str id, type, by_default;
    docx_attribute(tag, "styleId", &id);
    bool typed = docx_attribute(tag, "type", &type);
    s->all = mem_grow(s->all, s->n, &s->cap, sizeof *s->all);
    r->style = &s->all[s->n++];
    *r->style = (struct docx_style){ .id = arena_str(s->arena, id),
                                     .based = { "", 0 },
                                     .of_paragraphs = !typed || str_eq_c(type, "paragraph"),
                                     .look = docx_look_unset };
    if (docx_attribute(tag, "default", &by_default))
        r->style->by_default =
            str_eq_c(by_default, "1") || str_eq_c(by_default, "true") || str_eq_c(by_default, "on");
    r->look = &r->style->look;
}

static bool on_start(void *user, const struct docx_tag *tag)
{
    struct reading *r = user;
    if (tag->name == W_DOC_DEFAULTS)
        r->look = &r->defaults;
    else if (tag->name == W_STYLE) {
        if (r->styles->n == MOST_STYLES)
            return false;
        start_style(r, tag);
    } else if (tag->name == W_BASED_ON && r->style)
        r->style->based = arena_str(r->styles->arena, docx_value(tag));
    else if (tag->name == W_NAME && r->style && tag->parent == W_STYLE)
        by_name(&r->style->look, docx_value(tag));
    else if (r->look)
        docx_look_read(r->look, tag);
    return true;
}

static void on_end(void *user, enum docx_name name)
{
    struct reading *r = user;
    if (name == W_STYLE || name == W_DOC_DEFAULTS) {
        r->style = NULL;
        r->look = NULL;
    }
}

static int by_id(const void *a, const void *b)
{
    return str_cmp(((const struct docx_style *)a)->id, ((const struct docx_style *)b)->id);
}

const struct docx_style *docx_style_find(const struct docx_styles *styles, struct str id)
{
    struct docx_style key = { .id = id };
    if (!styles->n)
        return NULL;
    return bsearch(&key, styles->all, styles->n, sizeof key, by_id);
}

/* A chain of styles that comes back to itself ends where it does. `open` has room for all styles. */
static void complete(struct docx_styles *styles, struct docx_style *style,
                     const struct docx_look *defaults, struct docx_style **open)
{
    size_t chain = 0;
    for (; style && style->state == RAW;
         style = (struct docx_style *)docx_style_find(styles, style->based)) {
        style->state = OPEN;
        open[chain++] = style;
    }
    struct docx_look look = style && style->state == DONE ? style->look : *defaults;
    while (chain > 0) {
        style = open[--chain];
        docx_look_apply(&look, &style->look);
        style->look = look;
        style->state = DONE;
    }
}

static void complete_all(struct docx_styles *styles, const struct docx_look *defaults)
{
    struct docx_style **open = mem_zero(styles->n + 1, sizeof *open);
    for (size_t i = 0; i < styles->n; i++)
        complete(styles, &styles->all[i],
                 styles->all[i].of_paragraphs ? defaults : &docx_look_unset, open);
    for (size_t i = 0; i < styles->n; i++)
        if (styles->all[i].of_paragraphs && styles->all[i].by_default)
            styles->plain = styles->all[i].look;
    free(open);
}

int docx_styles_read(struct docx_styles *out, struct str part, const char *what, struct error *err)
{
    struct reading r = { .styles = out, .defaults = docx_look_unset };
    struct docx_reader reader = { &r, on_start, on_end, NULL };
    out->arena = arena_new();
    int rc = docx_parse(part, what, &reader, err);
    if (rc == 0 && out->n > 1)
        qsort(out->all, out->n, sizeof *out->all, by_id);
    out->plain = r.defaults;
    if (rc == 0)
        complete_all(out, &r.defaults);
    return rc;
}

void docx_styles_free(struct docx_styles *styles)
{
    free(styles->all);
    arena_free(styles->arena);
    *styles = (struct docx_styles){ 0 };
}

struct docx_look docx_style_look(const struct docx_styles *styles, struct str id)
{
    const struct docx_style *style = id.n ? docx_style_find(styles, id) : NULL;
    if (style)
        return style->look;
    struct docx_look look = styles->plain;
    if (id.n)
        by_name(&look, id);
    return look;
}
