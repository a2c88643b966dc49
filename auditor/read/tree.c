/* tree.c - writes mark-up that is small and properly nested; see tree.h. */
#include "read/tree.h"

#include <string.h>

#define BIT(tag) (UINT64_C(1) << (tag))

_Static_assert(TAG_COUNT <= 64, "a set of tags is a 64-bit word");

static const uint64_t cells = BIT(TAG_TD) | BIT(TAG_TH);
static const uint64_t rows = BIT(TAG_TR) | BIT(TAG_TD) | BIT(TAG_TH);
static const uint64_t fence = BIT(TAG_TABLE) | BIT(TAG_TD) | BIT(TAG_TH);
static const uint64_t inlines =
    BIT(TAG_UNKNOWN) | BIT(TAG_A) | BIT(TAG_B) | BIT(TAG_SPAN) | BIT(TAG_BUTTON) | BIT(TAG_VOID);
/* Blocks that do nothing but to part and to align text. */
static const uint64_t divs =
    BIT(TAG_BLOCK) | BIT(TAG_CENTER) | BIT(TAG_DD) | BIT(TAG_LI) | BIT(TAG_LIST) | BIT(TAG_P);
static const uint64_t headings =
    BIT(TAG_H1) | BIT(TAG_H2) | BIT(TAG_H3) | BIT(TAG_H4) | BIT(TAG_H5) | BIT(TAG_H6);

/* What an element is written as. The parser knows no element that <div> would close but <p>, which
 * is written as <div> as well. */
static const char *const written_as[TAG_COUNT] = {
    [TAG_UNKNOWN] = "span", [TAG_A] = "a",           [TAG_ARTICLE] = "article",
    [TAG_ASIDE] = "aside",  [TAG_B] = "b",           [TAG_BASE] = "base",
    [TAG_BLOCK] = "div",    [TAG_BR] = "br",         [TAG_BUTTON] = "button",
    [TAG_CENTER] = "div",   [TAG_DD] = "div",        [TAG_FOOTER] = "footer",
    [TAG_FORM] = "form",    [TAG_H1] = "h1",         [TAG_H2] = "h2",
    [TAG_H3] = "h3",        [TAG_H4] = "h4",         [TAG_H5] = "h5",
    [TAG_H6] = "h6",        [TAG_HEADER] = "header", [TAG_IMG] = "img",
    [TAG_LI] = "div",       [TAG_LIST] = "div",      [TAG_META] = "meta",
    [TAG_NAV] = "nav",      [TAG_OPTION] = "option", [TAG_P] = "div",
    [TAG_PRE] = "pre",      [TAG_SELECT] = "select", [TAG_SPAN] = "span",
    [TAG_TABLE] = "table",  [TAG_TD] = "td",         [TAG_TEXTAREA] = "textarea",
    [TAG_TH] = "th",        [TAG_TITLE] = "title",   [TAG_TR] = "tr",
};

/* The place, from 1, of the innermost open element of the set; 0 when there is none before one of
 * the set `until`. */
static size_t find(const struct tree *t, uint64_t set, uint64_t until)
{
    for (size_t i = t->depth; i > 0; i--) {
        uint64_t bit = BIT(t->stack[i].tag);
        if (set & bit)
            return i;
        if (until & bit)
            return 0;
    }
    return 0;
}

static void break_text(struct tree *t)
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
    char tag[16] = "</";
    size_t n = strlen(name);
    memcpy(tag + 2, name, n);
    tag[n + 2] = '>';
    strbuf_add(t->out, tag, n + 3);
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
    if (t->breaks) {
        strbuf_add(t->out, "<br", 3);
        write_lines(t, '\n');
        strbuf_char(t->out, '>');
    }
    t->breaks = false;
}

static void pop(struct tree *t)
{
    struct tree_entry *e = &t->stack[t->depth];
    if (e->name) {
        align_cell(t, e->centered); /* an empty one */
        end_wrap(t);
        write_end(t, e->name);
        t->written = e->outer;
        if (tag_is_block(e->tag))
            t->text = t->breaks = false;
    } else if (!e->silent) {
        break_text(t);
    }
    t->open[e->tag]--;
    t->depth--;
}

/* Ends the element at the place, from 1, and all in it; 0 ends nothing. */
static void end_at(struct tree *t, size_t place)
{
    while (place && t->depth >= place)
        pop(t);
}

static void end_rows(struct tree *t)
{
    while (t->open[TAG_TR] + t->open[TAG_TD] + t->open[TAG_TH]) {
        size_t place = find(t, rows, BIT(TAG_TABLE));
        if (!place)
            return;
        end_at(t, place);
    }
}

/* What the start of this element ends, though its end tag is not there. */
static void end_implied(struct tree *t, enum tag tag)
{
    uint64_t bit = BIT(tag);
    if (bit & cells)
        end_at(t, find(t, cells, BIT(TAG_TABLE)));
    else if (bit & (BIT(TAG_TR) | BIT(TAG_ROWS)))
        end_rows(t);
    else if (bit & (BIT(TAG_LI) | BIT(TAG_DD)) && t->open[tag])
        end_at(t, find(t, bit, fence | BIT(TAG_LIST)));
    else if (tag == TAG_OPTION && t->open[tag])
        end_at(t, find(t, bit, ~inlines));
    else if (tag == TAG_A && t->open[tag])
        end_at(t, find(t, bit, ~inlines));
    else if (tag == TAG_TABLE && t->open[TAG_TABLE]) {
        size_t place = find(t, fence, 0);
        if (place && t->stack[place].tag == TAG_TABLE)
            end_at(t, place); /* between the cells: its end was forgotten */
    }
    if (tag_is_block(tag) && tag != TAG_BR && t->open[TAG_P])
        end_at(t, find(t, BIT(TAG_P), ~inlines));
}

static void write_value(struct strbuf *out, enum attribute attribute, struct str value)
{
    size_t limit = str_starts(value, STR("data:")) ? 40 : 8192;
    strbuf_char(out, ' ');
    strbuf_c(out, attribute_name(attribute));
    strbuf_add(out, "=\"", 2);
    if (value.n > limit) {
        value.n = limit;
        while (value.n && ((unsigned char)value.p[value.n] & 0xC0) == 0x80)
            value.n--;
    }
    for (size_t i = 0; i < value.n; i++) {
        char c = value.p[i];
        if (c == '"')
            strbuf_add(out, "&quot;", 6);
        else
            strbuf_char(out, c == '\n' ? ' ' : c);
    }
    strbuf_char(out, '"');
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
    if (!(divs & BIT(tag)) || !(*effects & EFFECT_CENTER) || t->open[TAG_B])
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
    } kept[] = { { TAG_A, ATTR_HREF },        { TAG_BASE, ATTR_HREF },  { TAG_IMG, ATTR_SRC },
                 { TAG_IMG, ATTR_ALT },       { TAG_META, ATTR_NAME },  { TAG_META, ATTR_PROPERTY },
                 { TAG_META, ATTR_ITEMPROP }, { TAG_META, ATTR_EQUIV }, { TAG_META, ATTR_CONTENT },
                 { TAG_TD, ATTR_ROWSPAN },    { TAG_TD, ATTR_COLSPAN }, { TAG_TH, ATTR_ROWSPAN },
                 { TAG_TH, ATTR_COLSPAN } };
    const char *name = choose_name(t, tag, &effects);
    strbuf_char(t->out, '<');
    strbuf_c(t->out, name);
    for (size_t i = 0; a && i < sizeof kept / sizeof kept[0]; i++)
        if (kept[i].tag == tag && a->value[kept[i].attribute].p)
            write_value(t->out, kept[i].attribute, a->value[kept[i].attribute]);
    if (effects)
        write_effects(t->out, effects);
    write_lines(t, '\n');
    strbuf_char(t->out, '>');
    return name;
}

/* An element that is not written. */
static struct tree_entry *push(struct tree *t, enum tag tag, bool silent, bool centered)
{
    struct tree_entry *e = &t->stack[++t->depth];
    *e = (struct tree_entry){ .tag = (unsigned char)tag, .silent = silent, .centered = centered };
    t->open[tag]++;
    return e;
}

/* Where a style of at least eight bytes is remembered: by its length and samples of it. */
static struct tree_style *style_slot(struct tree *t, struct str css)
{
    uint64_t middle;
    uint64_t end;
    memcpy(&middle, css.p + (css.n - 8) / 2, sizeof middle);
    memcpy(&end, css.p + css.n - 8, sizeof end);
    uint64_t mixed = (middle + end * 31 + css.n) * UINT64_C(0x9E3779B97F4A7C15);
    return &t->styles[(mixed >> 32) % TREE_STYLES];
}

static unsigned effects_of(struct tree *t, const struct attributes *a)
{
    struct str css = a->value[ATTR_STYLE];
    if (css.n < 8)
        return attribute_effects(a, attribute_style(css));
    struct tree_style *slot = style_slot(t, css);
    if (!slot->css.n || !str_eq(slot->css, css))
        *slot = (struct tree_style){ css, attribute_style(css) };
    return attribute_effects(a, slot->effects);
}

/* What the page means by them; align on a table places the table, not the text in it. */
static bool is_centered(const struct tree *t, enum tag tag, unsigned effects)
{
    if (tag == TAG_TABLE)
        return false;
    if (tag == TAG_CENTER || (tag_is_block(tag) && effects & EFFECT_CENTER))
        return true;
    return t->stack[t->depth].centered && !(tag_is_block(tag) && effects & EFFECT_ASIDE);
}

/* An element that is written. Cells are aligned later, by what they hold, and rows as it is likely
 * that their cells will be: like those of the row before. */
static void push_written(struct tree *t, enum tag tag, const struct attributes *a, unsigned effects,
                         bool centered)
{
    bool frame = tag == TAG_TABLE || BIT(tag) & rows;
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
    struct tree_entry *e = push(t, tag, false, centered);
    e->name = name;
    e->says_centered = want;
    e->outer = (unsigned)t->written;
    t->written = t->depth;
    t->fresh = (BIT(tag) & cells) != 0;
    if (tag_is_block(tag))
        t->text = false;
}

void tree_start(struct tree *t, enum tag tag, const struct attributes *a)
{
    static const unsigned shown = EFFECT_HIDDEN | EFFECT_BOLD | EFFECT_LIGHT;
    unsigned effects = a ? effects_of(t, a) : 0;
    if (t->skipped_tables && BIT(tag) & (fence | BIT(TAG_TR) | BIT(TAG_ROWS))) {
        t->skipped_tables += tag == TAG_TABLE;
        break_text(t);
        return;
    }
    end_implied(t, tag);
    if (tag == TAG_BR) {
        break_text(t);
        return;
    }
    if (tag_is_void(tag)) {
        if (written_as[tag]) {
            settle(t, false);
            write_tag(t, tag, a, effects & EFFECT_HIDDEN);
        }
        return;
    }
    if (!written_as[tag]) /* html, head, body, tbody: nothing but what they imply */
        return;
    bool plain = tag == TAG_SPAN || tag == TAG_UNKNOWN || (tag == TAG_A && !a->value[ATTR_HREF].p);
    bool centered = is_centered(t, tag, effects);
    if (plain && !(effects & shown)) {
        if (t->depth < TREE_INLINE_DEPTH)
            push(t, tag, true, centered);
        return;
    }
    if (t->depth == TREE_DEPTH) {
        t->cut = true;
        t->skipped_tables += tag == TAG_TABLE;
        if (tag_is_block(tag))
            break_text(t);
        return;
    }
    if (divs & BIT(tag) && !(effects & shown)) {
        break_text(t);
        push(t, tag, false, centered);
        return;
    }
    push_written(t, tag, a, effects, centered);
}

/* Inline elements may end while blocks that began in them go on; one that was not written is then
 * just forgotten. */
static void end_found(struct tree *t, size_t place)
{
    struct tree_entry *e = &t->stack[place];
    if (!e->silent || place == t->depth) {
        end_at(t, place);
        return;
    }
    t->open[e->tag]--;
    e->tag = TAG_VOID;
    t->open[TAG_VOID]++;
}

void tree_end(struct tree *t, enum tag tag)
{
    uint64_t bit = BIT(tag);
    if (t->skipped_tables && bit & (fence | BIT(TAG_TR) | BIT(TAG_ROWS))) {
        t->skipped_tables -= tag == TAG_TABLE;
        break_text(t);
        return;
    }
    if (tag == TAG_ROWS) {
        end_rows(t);
        return;
    }
    uint64_t set = bit & headings ? headings : bit & cells ? cells : bit;
    uint64_t until = tag == TAG_TABLE                    ? 0
                     : bit & rows                        ? BIT(TAG_TABLE)
                     : bit & (BIT(TAG_LI) | BIT(TAG_DD)) ? fence | BIT(TAG_LIST)
                                                         : fence;
    /* an end without its start is no reason to search the whole stack */
    bool possible = set != bit || t->open[tag];
    size_t place = possible ? find(t, set, until & ~set) : 0;
    if (place)
        end_found(t, place);
    else if (tag == TAG_P || tag == TAG_BR)
        break_text(t);
}

void tree_finish(struct tree *t)
{
    end_at(t, t->depth ? 1 : 0);
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
