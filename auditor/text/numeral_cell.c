/* numeral_cell.c - the number in a table cell; see numeral.h. */
#include "text/numeral.h"

#include "text/numeral_chinese.h"

enum { MAX_UNIT_CHARS = 6 };

/* Takes a sign off the front of *text: -1, 1, or 0 when there is none. */
static int take_sign(struct str *text)
{
    static const struct {
        const char *word;
        int sign;
    } signs[] = {
        { "+", 1 },  { "-", -1 },  { "增加", 1 }, { "减少", -1 },
        { "增", 1 }, { "减", -1 }, { "↑", 1 },    { "↓", -1 },
    };
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        struct str word = str_of(signs[i].word);
        if (!str_starts(*text, word))
            continue;
        *text = str_trim(str_sub(*text, word.n, text->n));
        return signs[i].sign;
    }
    return 0;
}

/* Says whether s can be a unit: a few Han characters that hold no number, or a percent sign. */
static bool is_unit(struct str s)
{
    if (str_eq_c(s, "%") || str_eq_c(s, "‰"))
        return true;
    size_t count = 0;
    for (size_t i = 0; i < s.n; count++) {
        uint32_t c = str_next(s, &i);
        bool scale = count == 0 && numeral_chinese_unit(c) >= 10000; /* 万元 */
        if (c < 0x4E00 || c > 0x9FFF || numeral_chinese_digit(c) >= 0 ||
            (numeral_chinese_unit(c) && !scale))
            return false;
    }
    return count <= MAX_UNIT_CHARS;
}

/* Says whether the unit is money, which keeps its scale word: 万元, 亿美元. */
static bool is_money(struct str unit)
{
    return str_ends(unit, STR("元"));
}

bool numeral_cell(struct str text, struct decimal *out, struct str *unit)
{
    text = str_trim(text);
    int sign = take_sign(&text);
    struct numeral n;
    bool ascii = text.n && text.p[0] >= '0' && text.p[0] <= '9';
    if (!ascii && !str_eq_c(text, "零") && !str_eq_c(text, "〇"))
        return false;
    if (!numeral_read(text, 0, &n) || n.approximate)
        return false;
    struct str rest = str_sub(text, n.length, text.n);
    if (is_money(rest)) { /* read again up to the scale word, which belongs to the unit */
        size_t digits = 0;
        while (digits < text.n && (unsigned char)text.p[digits] < 0x80)
            digits++;
        rest = str_sub(text, digits, text.n);
        if (!numeral_read(str_sub(text, 0, digits), 0, &n) || n.length != digits)
            return false;
    }
    if (!is_unit(rest))
        return false;
    *out = n.value;
    if (sign < 0)
        out->value = -out->value;
    *unit = rest;
    return true;
}
