/* tree_write.c - what of the page's elements is written, and when; see tree_write.h. */
#include "read/tree_write.h"

#include <string.h>

static const uint64_t cells = BIT(TAG_TD) | BIT(TAG_TH);
static const uint64_t rows = BIT(TAG_TR) | BIT(TAG_TD) | BIT(TAG_TH);

/* What an element is written as. The parser knows no element that <div> would close but <p>, which
 * is written as <div> as well. */
static const char *const written_as[TAG_COUNT] = {
    [TAG_UNKNOWN] = "span",
    [TAG_A] = "a",
    [TAG_ARTICLE] = "article",
    [TAG_ASIDE] = "aside",
    [TAG_B] = "b",
    [TAG_BASE] = "base",
    [TAG_BLOCK] = "div",
    [TAG_BR] = "br",
    [TAG_BUTTON] = "button",
    [TAG_CENTER] = "div",
    [TAG_DD] = "div",
    [TAG_FOOTER] = "footer",
    [TAG_FORM] = "form",
    [TAG_H1] = "h1",
    [TAG_H2] = "h2",
    [TAG_H3] = "h3",
    [TAG_H4] = "h4",
    [TAG_H5] = "h5",
    [TAG_H6] = "h6",
    [TAG_HEADER] = "header",
    [TAG_IMG] = "img",
    [TAG_INPUT] = "input",
    [TAG_LI] = "div",
    [TAG_LIST] = "div",
    [TAG_META] = "meta",
    [TAG_NAV] = "nav",
    [TAG_OPTION] = "option",
    [TAG_P] = "div",
    [TAG_PRE] = "pre",
    [TAG_SELECT] = "select",
    [TAG_SPAN] = "span",
    [TAG_SUP] = "sup",
    [TAG_TABLE] = "table",
    [TAG_TD] = "td",
    [TAG_TEXTAREA] = "textarea",
    [TAG_TH] = "th",
    [TAG_TITLE] = "title",
    [TAG_TR] = "tr",
};

const char *tree_written_as(enum tag tag)
{
    return written_as[tag];
}

void tree_break(struct tree *t)
{
    t->breaks = t->text;
}

static void write_lines(struct tree *t, char c)
{
    for (; t->lines; t->lines--)
        strbuf_char(t->out, c);
}

static void write_end(struct tree *t, const char *name)
{
    strbuf_add(t->out, "</", 2);
    strbuf_c(t->out, name);
    strbuf_char(t->out, '>');
}

/* A cell that was just written gets its alignment. */
static void align_cell(struct tree *t, bool centered)
{
    struct tree_entry *cell = &t->stack[t->written];
    if (t->fresh && cell->says_centered != centered) {
        t->out->n--;
        strbuf_c(t->out, centered ? " align=\"center\">" : " align=\"left\">");
        cell->says_centered = centered;
    }
    if (t->fresh)
        t->cells_centered = cell->says_centered;
    t->fresh = false;
}

static void end_wrap(struct tree *t)
{
    struct tree_entry *e = &t->stack[t->written];
    if (!e->wrap)
        return;
    write_end(t, e->wrap);
    e->wrap = NULL;
    t->text = t->breaks = false;
}

/* Writes what is owed before text, an image or an element that holds either: from here on what is
 * written is aligned as the page has it. */
static void settle(struct tree *t, bool sure)
{
    struct tree_entry *e = &t->stack[t->written];
    bool centered = t->stack[t->depth].centered;
    align_cell(t, sure ? centered : e->centered);
    if (centered == e->says_centered) {
        end_wrap(t);
    } else if (!e->wrap) {
        /* the parser would close <b> before <center> */
        bool plain = !centered || t->open[TAG_B];
        e->wrap = plain ? "div" : "center";
        strbuf_char(t->out, '<');
        strbuf_c(t->out, e->wrap);
        if (plain)
            strbuf_c(t->out, centered ? " align=\"center\"" : " align=\"left\"");
        write_lines(t, '\n');
        strbuf_char(t->out, '>');
        t->breaks = false;
    }
    if (t->breaks)
        left_out_add(t->texts, t->out, LEFT_BREAK, STR(""));
    t->breaks = false;
}

/* The parser has nothing to do in it. */
static bool is_plain(struct str value)
{
    return !memchr(value.p, '&', value.n) && !memchr(value.p, '"', value.n) &&
           !memchr(value.p, '\n', value.n);
}

static size_t limit_of(struct str value)
{
    return str_starts(value, STR("data:")) ? 40 : 8192;
}

static void escape_value(struct strbuf *out, struct str value)
{
    for (size_t i = 0; i < value.n; i++) {
        char c = value.p[i];
        if (c == '"')
            strbuf_add(out, "&quot;", 6);
        else
            strbuf_char(out, c == '\n' || c == LEFT_OUT ? ' ' : c);
    }
    if (str_starts(value, STR("&#"))) /* alone it might be read as the mark */
        strbuf_char(out, ' ');
}

static void write_value(struct tree *t, enum attribute attribute, struct str value)
{
    enum { SHORT = 3 }; /* is read as fast as its mark */
    size_t limit = limit_of(value);
    strbuf_char(t->out, ' ');
    strbuf_c(t->out, attribute_name(attribute));
    strbuf_add(t->out, "=\"", 2);
    if (value.n > limit) {
        value.n = limit;
        while (value.n && ((unsigned char)value.p[value.n] & 0xC0) == 0x80)
            value.n--;
    }
    if (value.n > SHORT && is_plain(value))
        left_out_add(t->values, t->out, LEFT_TEXT, value);
    else
        escape_value(t->out, value);
    strbuf_char(t->out, '"');
}

static void write_effects(struct strbuf *out, unsigned effects)
{
    if (effects & EFFECT_HIDDEN)
        strbuf_c(out, " hidden=\"\"");
    if (effects & (EFFECT_CENTER | EFFECT_ASIDE))
        strbuf_c(out, effects & EFFECT_CENTER ? " align=\"center\"" : " align=\"left\"");
    if (effects & EFFECT_BOLD)
        strbuf_c(out, " style=\"font-weight:bold\"");
    else if (effects & EFFECT_LIGHT)
        strbuf_c(out, " style=\"font-weight:normal\"");
}

/* The name that says most of the effects, which it then takes away: an attribute is so dear to
 * parse that <center> pays. The parser would close <b> before it. */
static const char *choose_name(const struct tree *t, enum tag tag, unsigned *effects)
{
    if (!(*effects & EFFECT_CENTER) || t->open[TAG_B] || strcmp(written_as[tag], "div") != 0)
        return written_as[tag];
    *effects &= ~(unsigned)EFFECT_CENTER;
    return "center";
}

/* Gives the name that it was written as. */
static const char *write_tag(struct tree *t, enum tag tag, const struct attributes *a,
                             unsigned effects)
{
    static const struct {
        unsigned char tag, attribute;
    } kept[] = { { TAG_A, ATTR_HREF },        { TAG_BASE, ATTR_HREF },
                 { TAG_IMG, ATTR_SRC },       { TAG_IMG, ATTR_ALT },
                 { TAG_META, ATTR_NAME },     { TAG_META, ATTR_PROPERTY },
                 { TAG_META, ATTR_ITEMPROP }, { TAG_META, ATTR_EQUIV },
                 { TAG_META, ATTR_CONTENT },  { TAG_TD, ATTR_ROWSPAN },
                 { TAG_TD, ATTR_COLSPAN },    { TAG_TH, ATTR_ROWSPAN },
                 { TAG_TH, ATTR_COLSPAN },    { TAG_INPUT, ATTR_TYPE },
                 { TAG_INPUT, ATTR_VALUE },   { TAG_OPTION, ATTR_SELECTED } };
    const char *name = choose_name(t, tag, &effects);
    strbuf_char(t->out, '<');
    strbuf_c(t->out, name);
    for (size_t i = 0; a && i < sizeof kept / sizeof kept[0]; i++)
        if (kept[i].tag == tag && a->value[kept[i].attribute].p)
            write_value(t, kept[i].attribute, a->value[kept[i].attribute]);
    if (effects)
        write_effects(t->out, effects);
    write_lines(t, '\n');
    strbuf_char(t->out, '>');
    return name;
}

/* An element that is not written. */
struct tree_entry *tree_push(struct tree *t, enum tag tag, bool silent, bool centered)
{
    struct tree_entry *e = &t->stack[++t->depth];
    *e = (struct tree_entry){ .tag = (unsigned char)tag, .silent = silent, .centered = centered };
    t->open[tag]++;
    return e;
}

bool tree_may_leave(struct str href)
{
    return href.n <= limit_of(href) && is_plain(href);
}

void tree_leave(struct tree *t, enum tag tag, struct str href, bool centered)
{
    bool link = tag == TAG_A;
    settle(t, false);
    write_lines(t, '\r');
    left_out_add(t->texts, t->out, link ? LEFT_LINK : LEFT_RAISED, href);
    tree_push(t, tag, false, centered)->end = link ? LEFT_LINK_END : LEFT_RAISED_END;
}

void tree_leave_end(struct tree *t, struct tree_entry *e)
{
    left_out_add(t->texts, t->out, (enum left_kind)e->end, STR(""));
    e->end = LEFT_TEXT;
    e->silent = true;
}

/* As the parser ends a link that a table or a cell begins in. */
static void end_link_around(struct tree *t)
{
    size_t i = t->depth;
    while (i > t->written && t->stack[i].end != LEFT_LINK_END)
        i--;
    if (i > t->written)
        tree_leave_end(t, &t->stack[i]);
}

/* An element that is written. Cells are aligned later, by what they hold, and rows as it is likely
 * that their cells will be: like those of the row before. */
void tree_write_start(struct tree *t, enum tag tag, const struct attributes *a, unsigned effects,
                      bool centered)
{
    if (tag_is_void(tag)) {
        settle(t, false);
        write_tag(t, tag, a, effects);
        t->text |= tag == TAG_INPUT;
        return;
    }
    bool frame = tag == TAG_TABLE || BIT(tag) & rows;
    if (tag == TAG_TABLE || BIT(tag) & cells)
        end_link_around(t);
    if (tag_is_block(tag))
        t->breaks = false;
    if (frame) {
        align_cell(t, t->stack[t->written].centered);
        end_wrap(t);
    } else {
        settle(t, false);
    }
    const struct tree_entry *outer = &t->stack[t->written];
    bool says = outer->wrap ? !outer->says_centered : outer->says_centered;
    effects &= ~(unsigned)(EFFECT_CENTER | EFFECT_ASIDE);
    bool want = tag == TAG_TABLE ? false
                : tag == TAG_TR  ? t->cells_centered
                : frame          ? says
                                 : centered;
    if (tag != TAG_TABLE && says != want)
        effects |= want ? EFFECT_CENTER : EFFECT_ASIDE;
    const char *name = write_tag(t, tag, a, effects);
    struct tree_entry *e = tree_push(t, tag, false, centered);
    e->name = name;
    e->says_centered = want;
    e->outer = (unsigned)t->written;
    t->written = t->depth;
    t->fresh = (BIT(tag) & cells) != 0;
    if (tag_is_block(tag))
        t->text = false;
}

void tree_write_end(struct tree *t)
{
    struct tree_entry *e = &t->stack[t->depth];
    align_cell(t, e->centered); /* an empty one */
    end_wrap(t);
    write_end(t, e->name);
    t->written = e->outer;
    if (tag_is_block(e->tag))
        t->text = t->breaks = false;
}

void tree_write_rest(struct tree *t)
{
    end_wrap(t);
}

void tree_lines(struct tree *t, size_t n)
{
    t->lines += n;
}

void tree_text(struct tree *t, bool sure)
{
    settle(t, sure);
    write_lines(t, '\r');
    t->text = true;
}

bool tree_blank(struct tree *t)
{
    if (!t->text || t->breaks)
        return false;
    write_lines(t, '\r');
    return true;
}
