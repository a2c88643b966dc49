/* tree.c - writes mark-up that is small and properly nested; see tree.h. */
#include "read/tree.h"

#include <string.h>

#include "read/tree_write.h"

static const uint64_t cells = BIT(TAG_TD) | BIT(TAG_TH);
static const uint64_t rows = BIT(TAG_TR) | BIT(TAG_TD) | BIT(TAG_TH);
static const uint64_t fence = BIT(TAG_TABLE) | BIT(TAG_TD) | BIT(TAG_TH);
static const uint64_t inlines = BIT(TAG_UNKNOWN) | BIT(TAG_A) | BIT(TAG_B) | BIT(TAG_SPAN) |
                                BIT(TAG_SUP) | BIT(TAG_BUTTON) | BIT(TAG_VOID);

/* Blocks that do nothing but to part and to align text. */
static const uint64_t divs =
    BIT(TAG_BLOCK) | BIT(TAG_CENTER) | BIT(TAG_DD) | BIT(TAG_LI) | BIT(TAG_LIST) | BIT(TAG_P);
static const uint64_t headings =
    BIT(TAG_H1) | BIT(TAG_H2) | BIT(TAG_H3) | BIT(TAG_H4) | BIT(TAG_H5) | BIT(TAG_H6);

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

static void pop(struct tree *t)
{
    struct tree_entry *e = &t->stack[t->depth];
    if (e->name)
        tree_write_end(t);
    else if (e->end != LEFT_TEXT)
        tree_leave_end(t, e);
    else if (!e->silent)
        tree_break(t);
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

static bool in_cell(const struct tree *t)
{
    return t->open[TAG_TD] + t->open[TAG_TH] > 0;
}

void tree_start(struct tree *t, enum tag tag, const struct attributes *a)
{
    static const unsigned shown = EFFECT_HIDDEN | EFFECT_BOLD | EFFECT_LIGHT;
    unsigned effects = a ? effects_of(t, a) : 0;
    if (t->skipped_tables && BIT(tag) & (fence | BIT(TAG_TR) | BIT(TAG_ROWS))) {
        t->skipped_tables += tag == TAG_TABLE;
        tree_break(t);
        return;
    }
    end_implied(t, tag);
    if (tag == TAG_BR) {
        tree_break(t);
        return;
    }
    if (tag_is_void(tag)) {
        bool empty = tag == TAG_INPUT && (!in_cell(t) || attribute_field(a).n == 0);
        if (tree_written_as(tag) && !empty)
            tree_write_start(t, tag, a, effects & EFFECT_HIDDEN, false);
        return;
    }
    if (!tree_written_as(tag)) /* html, head, body, tbody: nothing but what they imply */
        return;
    bool plain = tag == TAG_SPAN || tag == TAG_UNKNOWN || (tag == TAG_A && !a->value[ATTR_HREF].p);
    bool centered = is_centered(t, tag, effects);
    if (plain && !(effects & shown)) {
        if (t->depth < TREE_INLINE_DEPTH)
            tree_push(t, tag, true, centered);
        return;
    }
    if (t->depth == TREE_DEPTH) {
        t->cut = true;
        t->skipped_tables += tag == TAG_TABLE;
        if (tag_is_block(tag))
            tree_break(t);
        return;
    }
    if (divs & BIT(tag) && !(effects & shown)) {
        tree_break(t);
        tree_push(t, tag, false, centered);
        return;
    }
    if (tag == TAG_SUP && !(effects & shown))
        tree_leave(t, tag, STR(""), centered);
    else if (tag == TAG_A && !(effects & shown) && tree_may_leave(a->value[ATTR_HREF]))
        tree_leave(t, tag, a->value[ATTR_HREF], centered);
    else
        tree_write_start(t, tag, a, effects, centered);
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
        tree_break(t);
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
        tree_break(t);
}

void tree_finish(struct tree *t)
{
    end_at(t, t->depth ? 1 : 0);
    tree_write_rest(t);
}
