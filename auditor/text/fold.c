/* fold.c - see fold.h. */
#include "text/fold.h"

#include <string.h>

#include <utf8proc.h>

/* Radicals that fonts in PDF files put in place of the character, and that NFKC does not know: what
 * Unicode's EquivalentUnifiedIdeograph.txt says of them. By code. */
static const struct {
    uint16_t radical, character;
} radicals[] = {
    { 0x2E81, 0x5382 }, { 0x2E82, 0x4E5B }, { 0x2E83, 0x4E5A }, { 0x2E84, 0x4E59 },
    { 0x2E85, 0x4EBB }, { 0x2E86, 0x5182 }, { 0x2E88, 0x5200 }, { 0x2E89, 0x5202 },
    { 0x2E8A, 0x535C }, { 0x2E8B, 0x353E }, { 0x2E8C, 0x5C0F }, { 0x2E8D, 0x5C0F },
    { 0x2E8E, 0x5140 }, { 0x2E8F, 0x5C23 }, { 0x2E90, 0x5C22 }, { 0x2E92, 0x5DF3 },
    { 0x2E93, 0x5E7A }, { 0x2E94, 0x5F51 }, { 0x2E96, 0x5FC4 }, { 0x2E97, 0x5FC3 },
    { 0x2E98, 0x624C }, { 0x2E99, 0x6535 }, { 0x2E9B, 0x65E1 }, { 0x2E9C, 0x65E5 },
    { 0x2E9D, 0x6708 }, { 0x2E9E, 0x6B7A }, { 0x2E9F, 0x6BCD }, { 0x2EA0, 0x6C11 },
    { 0x2EA1, 0x6C35 }, { 0x2EA2, 0x6C3A }, { 0x2EA3, 0x706C }, { 0x2EA4, 0x722B },
    { 0x2EA5, 0x722B }, { 0x2EA6, 0x4E2C }, { 0x2EA7, 0x725B }, { 0x2EA8, 0x72AD },
    { 0x2EA9, 0x738B }, { 0x2EAB, 0x76EE }, { 0x2EAC, 0x793A }, { 0x2EAD, 0x793B },
    { 0x2EAF, 0x7CF9 }, { 0x2EB0, 0x7E9F }, { 0x2EB1, 0x7F53 }, { 0x2EB2, 0x7F52 },
    { 0x2EB3, 0x34C1 }, { 0x2EB4, 0x5197 }, { 0x2EB6, 0x7F8A }, { 0x2EB9, 0x8002 },
    { 0x2EBA, 0x8080 }, { 0x2EBB, 0x807F }, { 0x2EBC, 0x8089 }, { 0x2EBE, 0x8279 },
    { 0x2EBF, 0x8279 }, { 0x2EC0, 0x8279 }, { 0x2EC1, 0x864E }, { 0x2EC2, 0x8864 },
    { 0x2EC3, 0x8980 }, { 0x2EC4, 0x897F }, { 0x2EC5, 0x89C1 }, { 0x2EC6, 0x89D2 },
    { 0x2EC8, 0x8BA0 }, { 0x2EC9, 0x8D1D }, { 0x2ECB, 0x8F66 }, { 0x2ECC, 0x8FB6 },
    { 0x2ECD, 0x8FB6 }, { 0x2ECE, 0x8FB6 }, { 0x2ECF, 0x9091 }, { 0x2ED0, 0x9485 },
    { 0x2ED1, 0x9577 }, { 0x2ED2, 0x9578 }, { 0x2ED3, 0x957F }, { 0x2ED4, 0x95E8 },
    { 0x2ED6, 0x961D }, { 0x2ED7, 0x96E8 }, { 0x2ED8, 0x9752 }, { 0x2ED9, 0x97E6 },
    { 0x2EDA, 0x9875 }, { 0x2EDB, 0x98CE }, { 0x2EDC, 0x98DE }, { 0x2EDD, 0x98DF },
    { 0x2EDF, 0x98E0 }, { 0x2EE0, 0x9963 }, { 0x2EE2, 0x9A6C }, { 0x2EE3, 0x9AA8 },
    { 0x2EE4, 0x9B3C }, { 0x2EE5, 0x9C7C }, { 0x2EE6, 0x9E1F }, { 0x2EE7, 0x5364 },
    { 0x2EE8, 0x9EA6 }, { 0x2EE9, 0x9EC4 }, { 0x2EEA, 0x9EFE }, { 0x2EEB, 0x6589 },
    { 0x2EEC, 0x9F50 }, { 0x2EED, 0x6B6F }, { 0x2EEE, 0x9F7F }, { 0x2EEF, 0x7ADC },
    { 0x2EF0, 0x9F99 }, { 0x2EF1, 0x9F9C }, { 0x2EF2, 0x4E80 }, { 0x2EF3, 0x9F9F },
};

static uint32_t fold_supplement(uint32_t c)
{
    size_t low = 0, high = sizeof radicals / sizeof *radicals;
    while (low < high) {
        size_t mid = (low + high) / 2;
        if (radicals[mid].radical == c)
            return radicals[mid].character;
        if (radicals[mid].radical < c)
            low = mid + 1;
        else
            high = mid;
    }
    return c;
}

static bool in(uint32_t c, uint32_t from, uint32_t to)
{
    return c - from <= to - from;
}

/* General punctuation, U+2000 to U+206F; 0 is "drop", UINT32_MAX is "ask further". */
static uint32_t fold_general(uint32_t c)
{
    if (c <= 0x200A || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F)
        return ' ';
    if (in(c, 0x2010, 0x2015))
        return '-';
    if (c == 0x2018 || in(c, 0x201A, 0x201C) || in(c, 0x201E, 0x201F))
        return 0x201C;
    if (c == 0x2019 || c == 0x201D)
        return 0x201D;
    if (in(c, 0x200B, 0x200F) || in(c, 0x202A, 0x202E) || c >= 0x2060)
        return 0;
    return UINT32_MAX;
}

/* CJK punctuation, U+3000 to U+303F. */
static uint32_t fold_cjk(uint32_t c)
{
    if (c == 0x3000)
        return ' ';
    if (c == 0x300C || c == 0x300E || c == 0x301D)
        return 0x201C;
    if (c == 0x300D || c == 0x300F || c == 0x301E || c == 0x301F)
        return 0x201D;
    if (c == 0x301C)
        return '~';
    return c <= 0x301B ? c : UINT32_MAX;
}

/* What needs no library. */
static uint32_t fold_known(uint32_t c)
{
    if (in(c, 0xFF01, 0xFF5E))
        return c == 0xFF02 ? '"' : c - 0xFEE0;
    if (in(c, 0x3000, 0x303F))
        return fold_cjk(c);
    if (in(c, 0x2000, 0x206F))
        return fold_general(c);
    if (in(c, 0x80, 0x9F) || c == 0xAD || in(c, 0xE000, 0xF8FF) || in(c, 0xFE00, 0xFE0F) ||
        c == 0xFEFF || in(c, 0xFFF9, 0xFFFB) || c >= 0xE0000)
        return c == 0x85 ? ' ' : 0;
    if (in(c, 0x3400, 0x9FFF) || in(c, 0x20000, 0x2F7FF) || in(c, 0x30000, 0x3FFFF) || c == 0xFFFD)
        return c;
    if (c == 0xA0)
        return ' ';
    if (c == 0xB7 || in(c, 0x2502, 0x25FF) || in(c, 0x2460, 0x2473))
        return c;
    if (c == 0x2212 || c == 0x2500 || c == 0x2501 || c == 0xFE58 || c == 0xFE63)
        return '-';
    if (c == 0x2236)
        return ':';
    if (c == 0x223C)
        return '~';
    /* Circled numbers stay: as plain digits they would be taken for figures. */
    if (in(c, 0x24EA, 0x24FF) || in(c, 0x3251, 0x325F) || in(c, 0x3280, 0x3289) ||
        in(c, 0x32B1, 0x32BF))
        return c;
    uint32_t radical = in(c, 0x2E80, 0x2EFF) ? fold_supplement(c) : c;
    return radical != c ? radical : UINT32_MAX;
}

static size_t fold_nfkc(uint32_t c, uint32_t out[FOLD_MAX])
{
    utf8proc_int32_t buffer[FOLD_MAX];
    int boundary = 0;
    utf8proc_ssize_t n =
        utf8proc_decompose_char((utf8proc_int32_t)c, buffer, FOLD_MAX,
                                UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_STABLE, &boundary);
    if (n > 0 && n <= FOLD_MAX)
        n = utf8proc_normalize_utf32(buffer, n, UTF8PROC_COMPOSE | UTF8PROC_STABLE);
    if (n <= 0 || n > FOLD_MAX) {
        out[0] = c;
        return 1;
    }
    for (utf8proc_ssize_t i = 0; i < n; i++)
        out[i] = (uint32_t)buffer[i];
    return (size_t)n;
}

size_t fold_char(uint32_t c, uint32_t out[FOLD_MAX])
{
    uint32_t known = fold_known(c);
    if (known != UINT32_MAX) {
        out[0] = known;
        return known != 0;
    }
    switch (utf8proc_category((utf8proc_int32_t)c)) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_CO:
    case UTF8PROC_CATEGORY_CS:
        return 0;
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
        out[0] = ' ';
        return 1;
    default:
        break;
    }
    size_t n = fold_nfkc(c, out);
    for (size_t i = 0; i < n; i++) { /* what a compatibility form contains is folded too */
        uint32_t again = out[i] < 0x80 ? UINT32_MAX : fold_known(out[i]);
        if (again != UINT32_MAX && again != 0)
            out[i] = again;
    }
    return n;
}

uint32_t fold_radical(uint32_t c)
{
    uint32_t out[FOLD_MAX];
    if (in(c, 0x2E80, 0x2EFF))
        return fold_supplement(c);
    if (c == 0x2F3E) /* fonts draw the simplified form with it */
        return 0x6237;
    return in(c, 0x2F00, 0x2FDF) && fold_nfkc(c, out) == 1 ? out[0] : c;
}

bool fold_is_mark(uint32_t c)
{
    if (c < 0x300 || in(c, 0x2E80, 0x3029) || in(c, 0x3400, 0x9FFF))
        return false;
    return utf8proc_get_property((utf8proc_int32_t)c)->combining_class != 0;
}

size_t fold_join(uint32_t base, uint32_t mark, uint32_t out[FOLD_MAX])
{
    utf8proc_int32_t buffer[2] = { (utf8proc_int32_t)base, (utf8proc_int32_t)mark };
    utf8proc_ssize_t n = utf8proc_normalize_utf32(buffer, 2, UTF8PROC_COMPOSE | UTF8PROC_STABLE);
    if (n != 1) {
        out[0] = base;
        out[1] = mark;
        return 2;
    }
    out[0] = (uint32_t)buffer[0];
    return 1;
}
