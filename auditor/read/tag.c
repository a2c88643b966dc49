/* tag.c - the HTML elements that matter here; see tag.h. */
#include "read/tag.h"

#include <stdint.h>
#include <string.h>

struct name {
    char name[12];
    unsigned char tag;
};

static const struct name names[] = {
    { "a", TAG_A },
    { "address", TAG_BLOCK },
    { "area", TAG_VOID },
    { "article", TAG_ARTICLE },
    { "aside", TAG_ASIDE },
    { "b", TAG_B },
    { "base", TAG_BASE },
    { "bgsound", TAG_VOID },
    { "blockquote", TAG_BLOCK },
    { "body", TAG_ROOT },
    { "br", TAG_BR },
    { "button", TAG_BUTTON },
    { "caption", TAG_BLOCK },
    { "center", TAG_CENTER },
    { "col", TAG_VOID },
    { "colgroup", TAG_ROWS },
    { "dd", TAG_DD },
    { "details", TAG_BLOCK },
    { "dir", TAG_LIST },
    { "div", TAG_BLOCK },
    { "dl", TAG_LIST },
    { "dt", TAG_DD },
    { "em", TAG_SPAN },
    { "embed", TAG_VOID },
    { "fieldset", TAG_BLOCK },
    { "figcaption", TAG_BLOCK },
    { "figure", TAG_BLOCK },
    { "font", TAG_SPAN },
    { "footer", TAG_FOOTER },
    { "form", TAG_FORM },
    { "frame", TAG_VOID },
    { "h1", TAG_H1 },
    { "h2", TAG_H2 },
    { "h3", TAG_H3 },
    { "h4", TAG_H4 },
    { "h5", TAG_H5 },
    { "h6", TAG_H6 },
    { "head", TAG_ROOT },
    { "header", TAG_HEADER },
    { "hr", TAG_BR },
    { "html", TAG_ROOT },
    { "i", TAG_SPAN },
    { "iframe", TAG_SKIPPED },
    { "img", TAG_IMG },
    { "input", TAG_INPUT },
    { "keygen", TAG_VOID },
    { "label", TAG_SPAN },
    { "legend", TAG_BLOCK },
    { "li", TAG_LI },
    { "link", TAG_VOID },
    { "main", TAG_ARTICLE },
    { "map", TAG_SPAN },
    { "marquee", TAG_BLOCK },
    { "menu", TAG_LIST },
    { "meta", TAG_META },
    { "nav", TAG_NAV },
    { "noembed", TAG_SKIPPED },
    { "noframes", TAG_SKIPPED },
    { "noscript", TAG_SKIPPED },
    { "ol", TAG_LIST },
    { "optgroup", TAG_BLOCK },
    { "option", TAG_OPTION },
    { "p", TAG_P },
    { "param", TAG_VOID },
    { "pre", TAG_PRE },
    { "script", TAG_SCRIPT },
    { "section", TAG_BLOCK },
    { "select", TAG_SELECT },
    { "small", TAG_SPAN },
    { "source", TAG_VOID },
    { "span", TAG_SPAN },
    { "strong", TAG_B },
    { "style", TAG_SCRIPT },
    { "sub", TAG_SPAN },
    { "summary", TAG_BLOCK },
    { "sup", TAG_SUP },
    { "svg", TAG_SKIPPED },
    { "table", TAG_TABLE },
    { "tbody", TAG_ROWS },
    { "td", TAG_TD },
    { "template", TAG_SKIPPED },
    { "textarea", TAG_TEXTAREA },
    { "tfoot", TAG_ROWS },
    { "th", TAG_TH },
    { "thead", TAG_ROWS },
    { "title", TAG_TITLE },
    { "tr", TAG_TR },
    { "track", TAG_VOID },
    { "u", TAG_SPAN },
    { "ul", TAG_LIST },
    { "wbr", TAG_VOID },
    { "xml", TAG_SKIPPED },
};

enum { SLOTS = 512 };

/* Filled on first use. A key is a name in small letters, of which eight bytes tell all apart. */
static struct slot {
    uint64_t key;
    unsigned char length, tag;
} slots[SLOTS];

/* Loads of a fixed size that may overlap cost much less than a copy of n bytes. */
static uint64_t key_of(const char *name, size_t n)
{
    uint64_t key = 0;
    uint32_t half[2];
    if (n >= sizeof key) {
        memcpy(&key, name, sizeof key);
    } else if (n >= sizeof half[0]) {
        memcpy(&half[0], name, sizeof half[0]);
        memcpy(&half[1], name + n - sizeof half[1], sizeof half[1]);
        key = half[0] | (uint64_t)half[1] << 32;
    } else {
        key = (unsigned char)name[0] | (uint64_t)(unsigned char)name[n / 2] << 8 |
              (uint64_t)(unsigned char)name[n - 1] << 16;
    }
    return key | 0x2020202020202020u; /* digits and ':' keep their value */
}

static struct slot *find_slot(uint64_t key, size_t n)
{
    unsigned i = (unsigned)(key * UINT64_C(0x9E3779B97F4A7C15) >> 55);
    while (slots[i].length && (slots[i].key != key || slots[i].length != n))
        i = (i + 1) & (SLOTS - 1);
    return &slots[i];
}

static void fill_slots(void)
{
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        size_t n = strlen(names[i].name);
        uint64_t key = key_of(names[i].name, n);
        *find_slot(key, n) =
            (struct slot){ .key = key, .length = (unsigned char)n, .tag = names[i].tag };
    }
}

enum tag tag_find(struct str name)
{
    static bool filled;
    if (!filled)
        fill_slots();
    filled = true;
    if (name.n == 0 || name.n >= sizeof names[0].name)
        return TAG_UNKNOWN;
    return (enum tag)find_slot(key_of(name.p, name.n), name.n)->tag;
}

bool tag_is_name(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == ':' || c == '_';
}

bool tag_is_block(enum tag tag)
{
    switch (tag) {
    case TAG_UNKNOWN:
    case TAG_A:
    case TAG_B:
    case TAG_BASE:
    case TAG_BUTTON:
    case TAG_IMG:
    case TAG_INPUT:
    case TAG_META:
    case TAG_SCRIPT:
    case TAG_SKIPPED:
    case TAG_SPAN:
    case TAG_SUP:
    case TAG_VOID:
        return false;
    default:
        return true;
    }
}

bool tag_is_void(enum tag tag)
{
    return tag == TAG_BASE || tag == TAG_BR || tag == TAG_IMG || tag == TAG_INPUT ||
           tag == TAG_META || tag == TAG_VOID;
}

bool tag_is_skipped(enum tag tag)
{
    return tag == TAG_SCRIPT || tag == TAG_SKIPPED;
}

bool tag_is_chrome(enum tag tag)
{
    return tag == TAG_NAV || tag == TAG_HEADER || tag == TAG_FOOTER || tag == TAG_ASIDE ||
           tag == TAG_SELECT || tag == TAG_TEXTAREA || tag == TAG_BUTTON || tag == TAG_OPTION;
}
