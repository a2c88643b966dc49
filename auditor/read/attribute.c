/* attribute.c - the attributes that matter, and what a style does; see attribute.h. */
#include "read/attribute.h"

#include <string.h>

static const char *const names[ATTR_COUNT] = {
    [ATTR_ALIGN] = "align",       [ATTR_ALT] = "alt",           [ATTR_COLSPAN] = "colspan",
    [ATTR_CONTENT] = "content",   [ATTR_EQUIV] = "http-equiv",  [ATTR_HIDDEN] = "hidden",
    [ATTR_HREF] = "href",         [ATTR_ITEMPROP] = "itemprop", [ATTR_NAME] = "name",
    [ATTR_PROPERTY] = "property", [ATTR_ROWSPAN] = "rowspan",   [ATTR_SRC] = "src",
    [ATTR_STYLE] = "style",
};

const char *attribute_name(enum attribute attribute)
{
    return names[attribute];
}

enum attribute attribute_find(struct str name)
{
    if (name.n < 3 || name.n > 10 || !strchr("ACHINPRSachinprs", name.p[0]))
        return ATTR_OTHER;
    for (int i = 0; i < ATTR_COUNT; i++)
        if ((names[i][0] ^ name.p[0]) % 32 == 0 && str_eq_nocase(name, names[i]))
            return (enum attribute)i;
    return ATTR_OTHER;
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

/* What the declarations of one style attribute add up to. */
struct css {
    unsigned effects;
    bool clips;  /* overflow:hidden */
    bool flat;   /* width or height next to nothing */
    bool placed; /* position absolute or fixed */
    bool away;   /* moved far out of the page */
};

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

static void css_size(struct css *css, struct str name, struct str value)
{
    bool ok;
    long n = css_length(value, &ok);
    if (!ok)
        return;
    if (is(name, "font-size"))
        css->effects |= n == 0 ? EFFECT_HIDDEN : 0;
    else if (is(name, "opacity"))
        css->effects |= n == 0 ? EFFECT_HIDDEN : 0;
    else if (is(name, "text-indent"))
        css->effects |= n <= -500 ? EFFECT_HIDDEN : 0;
    else if (is(name, "width") || is(name, "height") || is(name, "max-height") ||
             is(name, "max-width"))
        css->flat = css->flat || (n >= 0 && n <= 1);
    else if (is(name, "left") || is(name, "top") || is(name, "margin-left") ||
             is(name, "margin-top") || is(name, "right"))
        css->away = css->away || n <= -500;
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

static void css_declare(struct css *css, struct str name, struct str value)
{
    size_t bang = str_find(value, STR("!"));
    if (bang != SIZE_MAX)
        value = str_trim(str_sub(value, 0, bang));
    if (is(name, "display")) {
        css->effects &= ~(unsigned)EFFECT_HIDDEN;
        css->effects |= is(value, "none") ? EFFECT_HIDDEN : 0;
    } else if (is(name, "visibility")) {
        css->effects |= is(value, "hidden") || is(value, "collapse") ? EFFECT_HIDDEN : 0;
    } else if (is(name, "text-align")) {
        css->effects &= ~(unsigned)(EFFECT_CENTER | EFFECT_ASIDE);
        css->effects |= is(value, "center") ? EFFECT_CENTER : EFFECT_ASIDE;
    } else if (is(name, "font-weight")) {
        css_weight(css, value);
    } else if (is(name, "overflow")) {
        css->clips = is(value, "hidden");
    } else if (is(name, "position")) {
        css->placed = is(value, "absolute") || is(value, "fixed");
    } else {
        css_size(css, name, value);
    }
}

unsigned attribute_style(struct str style)
{
    struct css css = { 0 };
    struct str rest = style;
    struct str part;
    while (str_split(&rest, ';', &part)) {
        size_t colon = str_find(part, STR(":"));
        if (colon == SIZE_MAX)
            continue;
        struct str name = str_trim(str_sub(part, 0, colon));
        /* most declarations of a word processor end here */
        if (name.n < 3 || name.n > 11 || !strchr("dfhlmoprtvwDFHLMOPRTVW", name.p[0]))
            continue;
        css_declare(&css, name, str_trim(str_sub(part, colon + 1, part.n)));
    }
    if ((css.flat && css.clips) || (css.away && css.placed))
        css.effects |= EFFECT_HIDDEN;
    return css.effects;
}

unsigned attribute_effects(const struct attributes *attributes)
{
    const struct str *value = attributes->value;
    unsigned effects = value[ATTR_STYLE].p ? attribute_style(value[ATTR_STYLE]) : 0;
    if (value[ATTR_HIDDEN].p && !is(value[ATTR_HIDDEN], "false"))
        effects |= EFFECT_HIDDEN;
    if (value[ATTR_ALIGN].p && !(effects & (EFFECT_CENTER | EFFECT_ASIDE)))
        effects |= is(str_trim(value[ATTR_ALIGN]), "center") ||
                           is(str_trim(value[ATTR_ALIGN]), "middle")
                       ? EFFECT_CENTER
                       : EFFECT_ASIDE;
    return effects;
}
