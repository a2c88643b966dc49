/* attribute.c - the attributes that matter, and what a style does; see attribute.h. */
#include "read/attribute.h"

#include <string.h>

static const char *const names[ATTR_COUNT] = {
    [ATTR_ALIGN] = "align",       [ATTR_ALT] = "alt",           [ATTR_COLSPAN] = "colspan",
    [ATTR_CONTENT] = "content",   [ATTR_EQUIV] = "http-equiv",  [ATTR_HIDDEN] = "hidden",
    [ATTR_HREF] = "href",         [ATTR_ITEMPROP] = "itemprop", [ATTR_NAME] = "name",
    [ATTR_PROPERTY] = "property", [ATTR_REL] = "rel",           [ATTR_ROWSPAN] = "rowspan",
    [ATTR_SELECTED] = "selected", [ATTR_SRC] = "src",           [ATTR_STYLE] = "style",
    [ATTR_TYPE] = "type",         [ATTR_VALUE] = "value",
};

const char *attribute_name(enum attribute attribute)
{
    return names[attribute];
}

enum attribute attribute_find(struct str name)
{
    static const unsigned char by_length[11][5] = {
        /* from 1, so that 0 ends the list */
        [3] = { ATTR_ALT + 1, ATTR_SRC + 1, ATTR_REL + 1 },
        [4] = { ATTR_HREF + 1, ATTR_NAME + 1, ATTR_TYPE + 1 },
        [5] = { ATTR_STYLE + 1, ATTR_ALIGN + 1, ATTR_VALUE + 1 },
        [6] = { ATTR_HIDDEN + 1 },
        [7] = { ATTR_COLSPAN + 1, ATTR_CONTENT + 1, ATTR_ROWSPAN + 1 },
        [8] = { ATTR_PROPERTY + 1, ATTR_ITEMPROP + 1, ATTR_SELECTED + 1 },
        [10] = { ATTR_EQUIV + 1 },
    };
    if (name.n > 10)
        return ATTR_OTHER;
    for (const unsigned char *id = by_length[name.n]; *id; id++) {
        const char *known = names[*id - 1];
        if ((name.p[0] | 0x20) == known[0] &&
            (memcmp(name.p, known, name.n) == 0 || str_eq_nocase(name, known)))
            return (enum attribute)(*id - 1);
    }
    return ATTR_OTHER;
}

bool attribute_fills_cell(struct str shown)
{
    enum { MARK = 3, FIGURE = 24 }; /* bytes */
    bool digit = false;
    for (size_t i = 0; i < shown.n && i < FIGURE; i++)
        digit |= shown.p[i] >= '0' && shown.p[i] <= '9';
    return shown.n > 0 && (shown.n <= MARK || (digit && shown.n <= FIGURE));
}

struct str attribute_field(const struct attributes *a)
{
    static const char *const types[] = { "text", "number", "tel" };
    struct str type = str_trim(a->value[ATTR_TYPE]), shown = str_trim(a->value[ATTR_VALUE]);
    bool writes = type.n == 0;
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        writes |= str_eq_nocase(type, types[i]);
    return writes && attribute_fills_cell(shown) ? shown : STR("");
}

unsigned attribute_number(struct str value, unsigned absent)
{
    value = str_trim(value);
    if (value.n && value.p[0] == '+')
        value = str_sub(value, 1, value.n);
    unsigned n = 0;
    size_t i = 0;
    for (; i < value.n && value.p[i] >= '0' && value.p[i] <= '9'; i++)
        n = n < 100000 ? n * 10 + (unsigned)(value.p[i] - '0') : n;
    return i ? n : absent;
}

enum property {
    DISPLAY,
    VISIBILITY,
    ALIGN,
    WEIGHT,
    OVERFLOW,
    POSITION,
    SIZE,
    OPACITY,
    INDENT,
    EXTENT,
    PLACE,
    MARGIN,
    CLIP,
    TRANSFORM,
    COLOUR,
    GROUND,
    OTHER
};

/* What the declarations of one style attribute add up to. */
struct css {
    unsigned effects;
    bool none;   /* display:none; a later display takes back only this */
    bool unseen; /* visibility:hidden */
    bool clips;  /* overflow:hidden */
    bool flat;   /* width or height next to nothing */
    bool placed; /* position absolute or fixed */
    bool away;   /* moved far out of the page */
    struct str colour, ground;
};

static enum property find_property(struct str name)
{
    struct known {
        const char *name;
        enum property property;
    };
    static const struct known by_length[17][6] = {
        [3] = { { "top", PLACE } },
        [4] = { { "left", PLACE }, { "clip", CLIP } },
        [5] = { { "width", EXTENT }, { "color", COLOUR }, { "right", PLACE } },
        [6] = { { "height", EXTENT } },
        [7] = { { "display", DISPLAY }, { "opacity", OPACITY } },
        [8] = { { "overflow", OVERFLOW }, { "position", POSITION } },
        [9] = { { "font-size", SIZE }, { "max-width", EXTENT }, { "transform", TRANSFORM } },
        [10] = { { "text-align", ALIGN },
                 { "background", GROUND },
                 { "margin-top", MARGIN },
                 { "visibility", VISIBILITY },
                 { "max-height", EXTENT } },
        [11] = { { "font-weight", WEIGHT }, { "text-indent", INDENT }, { "margin-left", MARGIN } },
        [16] = { { "background-color", GROUND } },
    };
    if (name.n >= sizeof by_length / sizeof *by_length)
        return OTHER;
    for (const struct known *k = by_length[name.n]; k->name; k++)
        if ((name.p[0] | 0x20) == k->name[0] && str_eq_nocase(name, k->name))
            return k->property;
    return OTHER;
}

/* The amount of a length without its unit, in whole units; *ok is false when it is no number. */
static long css_length(struct str value, bool *ok)
{
    size_t i = 0;
    bool negative = value.n && value.p[0] == '-';
    long n = 0;
    i += negative;
    size_t digits = i;
    for (; i < value.n && value.p[i] >= '0' && value.p[i] <= '9'; i++)
        n = n < 1000000 ? n * 10 + (value.p[i] - '0') : n;
    *ok = i > digits || (i < value.n && value.p[i] == '.');
    for (; i < value.n && (value.p[i] == '.' || (value.p[i] >= '0' && value.p[i] <= '9')); i++)
        if (value.p[i] != '.' && value.p[i] != '0' && n == 0)
            n = 1; /* a part of one is not nothing */
    if (i < value.n && value.p[i] == '%' && n > 0)
        n = n < 100 ? 2 : n; /* a share of something is not flat */
    return negative ? -n : n;
}

static bool is(struct str a, const char *b)
{
    return str_eq_nocase(a, b);
}

static void css_size(struct css *css, enum property property, struct str value)
{
    enum { FAR = 500, VERY_FAR = 2000 };
    bool ok;
    long n = css_length(value, &ok);
    if (!ok)
        return;
    if (property == SIZE)
        css->effects |= n == 0 || is(value, "1px") || is(value, "1pt") ? EFFECT_HIDDEN : 0;
    else if (property == OPACITY)
        css->effects |= n == 0 || str_starts(value, STR("0.0")) || str_starts(value, STR(".0"))
                            ? EFFECT_HIDDEN
                            : 0;
    else if (property == INDENT)
        css->effects |= n <= -FAR ? EFFECT_HIDDEN : 0;
    else if (property == MARGIN && n <= -VERY_FAR)
        css->effects |= EFFECT_HIDDEN;
    else if (property == EXTENT)
        css->flat = css->flat || (n >= 0 && n <= 1);
    else
        css->away = css->away || n <= -FAR;
}

static void css_weight(struct css *css, struct str value)
{
    bool ok;
    long n = css_length(value, &ok);
    css->effects &= ~(unsigned)(EFFECT_BOLD | EFFECT_LIGHT);
    if (is(value, "bold") || is(value, "bolder") || (ok && n >= 600))
        css->effects |= EFFECT_BOLD;
    else if (is(value, "normal") || is(value, "lighter") || ok)
        css->effects |= EFFECT_LIGHT;
}

static void css_declare(struct css *css, enum property property, struct str value)
{
    const char *bang = value.n ? memchr(value.p, '!', value.n) : NULL;
    if (bang)
        value = str_trim((struct str){ value.p, (size_t)(bang - value.p) });
    switch (property) {
    case DISPLAY:
        css->none = is(value, "none");
        break;
    case VISIBILITY:
        css->unseen = is(value, "hidden") || is(value, "collapse");
        break;
    case ALIGN:
        css->effects &= ~(unsigned)(EFFECT_CENTER | EFFECT_ASIDE);
        css->effects |= is(value, "center") ? EFFECT_CENTER : EFFECT_ASIDE;
        break;
    case WEIGHT:
        css_weight(css, value);
        break;
    case OVERFLOW:
        css->clips = is(value, "hidden");
        break;
    case POSITION:
        css->placed = is(value, "absolute") || is(value, "fixed");
        break;
    case CLIP:
        css->clips = css->flat = css->flat || str_starts(value, STR("rect(0"));
        break;
    case TRANSFORM:
        css->effects |= is(value, "scale(0)") || is(value, "scale(0,0)") ? EFFECT_HIDDEN : 0;
        break;
    case COLOUR:
        css->colour = value;
        break;
    case GROUND:
        css->ground = value;
        break;
    default:
        css_size(css, property, value);
        break;
    }
}

/* "#fff", "#FFFFFF" and "white" are one colour. */
static bool is_white(struct str colour)
{
    return is(colour, "#fff") || is(colour, "#ffffff") || is(colour, "white");
}

static bool same_colour(struct str a, struct str b)
{
    if (a.n == 0 || b.n == 0)
        return false;
    if (is(a, "inherit") || is(a, "initial") || is(a, "unset") || is(a, "transparent"))
        return false; /* no colour of its own */
    return (a.n == b.n && memcmp(a.p, b.p, a.n) == 0) || (is_white(a) && is_white(b));
}

unsigned attribute_style(struct str style)
{
    struct css css = { 0 };
    struct str rest = style;
    struct str part;
    while (str_split(&rest, ';', &part)) {
        while (part.n && (unsigned char)part.p[0] <= ' ')
            part = str_sub(part, 1, part.n);
        /* most declarations of a word processor end here */
        if (part.n < 5 || str_starts(part, STR("mso-")) ||
            !strchr("bcdfhlmoprtvwBCDFHLMOPRTVW", part.p[0]))
            continue;
        const char *colon = memchr(part.p, ':', part.n < 20 ? part.n : 20);
        if (!colon)
            continue;
        struct str name = { part.p, (size_t)(colon - part.p) };
        while (name.n && (unsigned char)name.p[name.n - 1] <= ' ')
            name.n--;
        enum property property = name.n ? find_property(name) : OTHER;
        if (property != OTHER)
            css_declare(&css, property,
                        str_trim(str_sub(part, (size_t)(colon - part.p) + 1, part.n)));
    }
    if (css.none || css.unseen || (css.flat && css.clips) || (css.away && css.placed) ||
        same_colour(css.colour, css.ground))
        css.effects |= EFFECT_HIDDEN;
    return css.effects;
}

unsigned attribute_effects(const struct attributes *attributes, unsigned style)
{
    const struct str *value = attributes->value;
    unsigned effects = style;
    if (value[ATTR_HIDDEN].p && !is(value[ATTR_HIDDEN], "false"))
        effects |= EFFECT_HIDDEN;
    if (value[ATTR_ALIGN].p && !(effects & (EFFECT_CENTER | EFFECT_ASIDE)))
        effects |=
            is(str_trim(value[ATTR_ALIGN]), "center") || is(str_trim(value[ATTR_ALIGN]), "middle")
                ? EFFECT_CENTER
                : EFFECT_ASIDE;
    return effects;
}
