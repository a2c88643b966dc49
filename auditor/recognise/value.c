/* value.c - the content of value cells. */
#include "recognise/value.h"

#include <string.h>

enum { LONGEST = 40 };

static const char *const UNITS[] = { "件",   "条",       "次",        "个", "项", "份",   "元",
                                     "万元", "亿元",     "宗",        "篇", "人", "人次", "起",
                                     "例",   "部",       "万",        "家", "户", "张",   "处",
                                     "种",   "%",        "则",        "批", "笔", "页",   "项次",
                                     "件次", "人民币元", "人民币万元" };
static const char *const DASHES[] = { "-", "—", "–", "―", "/", "\\", "_", "~", "*", "…", "–" };
static const char *const NOTHING[] = { "无", "零", "○", "〇", "/无", "暂无" };

static bool among(struct str s, const char *const *list, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (str_eq_c(s, list[i]))
            return true;
    }
    return false;
}

#define AMONG(s, list) among(s, list, sizeof(list) / sizeof((list)[0]))

static bool is_dash(struct str s)
{
    static const char FIRST[] = "-/\\_~*\xE2"; /* the first bytes of DASHES */
    if (s.n == 0 || s.n > 12)
        return false;
    for (size_t i = 0; i < s.n;) {
        size_t from = i;
        if (memchr(FIRST, s.p[i], sizeof(FIRST) - 1) == NULL)
            return false;
        str_next(s, &i);
        if (!AMONG(str_sub(s, from, i - from), DASHES))
            return false;
    }
    return true;
}

/* The unit without brackets; a longer note in brackets is no unit and may stand. */
static bool unit_of(struct str rest, struct str *unit)
{
    bool bracket = rest.n >= 2 && rest.p[0] == '(' && rest.p[rest.n - 1] == ')';
    if (bracket)
        rest = str_sub(rest, 1, rest.n - 2);
    *unit = rest;
    if (rest.n == 0 || AMONG(rest, UNITS))
        return true;
    *unit = STR("");
    return bracket && rest.n <= LONGEST;
}

/* Bytes of the sign of the yuan in front: "¥2.02" and its full-width form. */
static size_t yuan_sign(struct str s)
{
    return str_starts(s, STR("¥")) ? strlen("¥") : str_starts(s, STR("￥")) ? strlen("￥") : 0;
}

static bool starts_number(struct str s)
{
    unsigned char c = (unsigned char)s.p[0];
    if (c >= '0' && c <= '9')
        return true;
    bool sign = c == '+' || c == '-' || c == '.' || str_starts(s, STR("—")) ||
                str_starts(s, STR("−")) || yuan_sign(s) > 0;
    return sign && s.n > 1;
}

/* Most cells: a few digits and nothing else. */
static bool plain_digits(struct str text, struct decimal *value)
{
    *value = (struct decimal){ 0, 0 };
    for (size_t i = 0; i < text.n; i++) {
        if (text.p[i] < '0' || text.p[i] > '9')
            return false;
        value->value = value->value * 10 + (text.p[i] - '0');
    }
    return text.n != 0;
}

/* "1.", "2、": the number of a label. */
static bool opens_label(struct str text)
{
    size_t i = 0;
    while (i < text.n && text.p[i] >= '0' && text.p[i] <= '9')
        i++;
    if (i == 0 || i == text.n)
        return false;
    if (text.p[i] == '.')
        return i + 1 < text.n && (unsigned char)text.p[i + 1] >= 0x80;
    return str_starts(str_sub(text, i, text.n), STR("、"));
}

/* What stands in brackets at the end of a cell, if it can be a note: words, or any mark in square ones.
 * "12(3)" is none: it may be two figures. */
static struct str bracket_note(struct str text)
{
    char close = text.n > 2 ? text.p[text.n - 1] : '\0';
    size_t open = text.n;
    if (close != ')' && close != ']')
        return STR("");
    while (open > 0 && text.p[open - 1] != (close == ')' ? '(' : '['))
        open--;
    struct str note = str_sub(text, open, text.n - 1 - open);
    bool words = note.n > 0 && (unsigned char)note.p[0] >= 0x80 && !str_has(note, "年");
    return open > 1 && note.n <= LONGEST && (words || close == ']') ? note : STR("");
}

/* "38①", "38*", "38[注2]", "38(含补正1件)": the figure alone, and the unit that the brackets may hold. */
static struct str without_note(struct str text, struct str *unit)
{
    static const char *const marks[] = { "*", "※", "①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧", "⑨" };
    struct str note = bracket_note(text);
    if (note.n > 0) {
        *unit = AMONG(note, UNITS) ? note : *unit;
        return str_trim(str_sub(text, 0, text.n - note.n - 2));
    }
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (str_ends(text, str_of(marks[i])))
            return str_trim(str_sub(text, 0, text.n - strlen(marks[i])));
    return text;
}

static bool number_of(struct str text, struct decimal *value, struct str *unit)
{
    struct str rest, noted = STR("");
    *unit = STR("");
    if (text.n <= 9 && plain_digits(text, value))
        return true;
    if (text.n == 0 || text.n > 2 * LONGEST || !starts_number(text) || opens_label(text))
        return false;
    size_t sign = yuan_sign(text);
    text = without_note(text, &noted);
    if (!numeral_cell(str_sub(text, sign, text.n), value, &rest) || !unit_of(rest, unit))
        return false;
    if (unit->n == 0)
        *unit = noted;
    if (sign > 0 && unit->n == 0)
        *unit = STR("元");
    return true;
}

static size_t digits(struct str s, size_t at)
{
    size_t n = 0;
    while (at + n < s.n && s.p[at + n] >= '0' && s.p[at + n] <= '9')
        n++;
    return n;
}

/* "2、02", "2,02": two groups of digits and one mark that parts no figure. It is no number, but it fills a cell. */
static bool is_spoilt(struct str text)
{
    static const char *const marks[] = { "、", ",", "。", ";", "·" };
    enum { FEW = 8 };
    size_t at = yuan_sign(text);
    size_t n = digits(text, at);
    if (text.n > LONGEST || n == 0 || n > FEW)
        return false;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        size_t behind = at + n + strlen(marks[i]);
        struct str unit;
        if (str_starts(str_sub(text, at + n, text.n), str_of(marks[i])) && behind < text.n) {
            size_t m = digits(text, behind);
            return m > 0 && m <= FEW && unit_of(str_sub(text, behind + m, text.n), &unit);
        }
    }
    return false;
}

bool value_like(struct str text)
{
    struct decimal value;
    struct str unit;
    if (text.n == 0 || text.n > LONGEST)
        return false;
    if (starts_number(text) && number_of(text, &value, &unit))
        return true;
    return is_dash(text) || (text.n <= 6 && AMONG(text, NOTHING)) || is_spoilt(text);
}

void value_read(struct report_cell *cell, struct str text, bool torn)
{
    cell->unit = STR("");
    cell->kind = CELL_TEXT;
    if (text.n == 0)
        cell->kind = CELL_BLANK;
    else if (str_has(text, "\xEF\xBF\xBD")) /* a character that was lost, or not recognised */
        cell->kind = CELL_UNREADABLE;
    else if (!torn && number_of(text, &cell->value, &cell->unit))
        cell->kind = CELL_NUMBER;
    else if (is_dash(text))
        cell->kind = CELL_DASH;
}

void value_read_change(struct report_cell *cell, struct str text, bool torn)
{
    static const struct {
        const char *word;
        bool less;
    } signs[] = { { "减少", true },  { "减", true },  { "↓", true },
                  { "增加", false }, { "增", false }, { "↑", false } };
    value_read(cell, text, torn);
    for (size_t i = 0; !torn && cell->kind == CELL_TEXT && i < sizeof signs / sizeof *signs; i++) {
        struct str rest = str_sub(text, strlen(signs[i].word), text.n);
        if (!str_starts(text, str_of(signs[i].word)) || digits(rest, 0) == 0 ||
            !number_of(rest, &cell->value, &cell->unit))
            continue;
        cell->kind = CELL_NUMBER;
        if (signs[i].less)
            cell->value.value = -cell->value.value;
    }
}
