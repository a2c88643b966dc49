/* wrap_line.c - see wrap_line.h. */
#include "read/wrap_line.h"

#include <string.h>

#include "read/drawn_mark.h"
#include "text/numeral.h"

bool wrap_is_wide(uint32_t c)
{
    return c >= 0x1100;
}

static bool is_blank_character(uint32_t c)
{
    return c == ' ' || c == '\t' || c == 0xA0 || c == 0x3000;
}

bool wrap_is_blank(struct str line)
{
    for (size_t i = 0; i < line.n;) {
        uint32_t c = str_next(line, &i);
        if (!is_blank_character(c) && c != '\r')
            return false;
    }
    return true;
}

bool wrap_begins_blank(struct str line)
{
    size_t i = 0;
    return line.n > 0 && is_blank_character(str_next(line, &i));
}

/* "│ 规章" "+---+": a line of a table that is drawn. */
static bool is_drawn(struct str line)
{
    size_t i = 0, len;
    while (i < line.n && line.p[i] == ' ')
        i++;
    return i < line.n && drawn_mark_at(line, i, &len) >= DRAWN_UPRIGHT;
}

bool wrap_in_table(struct str line)
{
    return memchr(line.p, '|', line.n) || memchr(line.p, '\t', line.n) || is_drawn(line);
}

bool wrap_ends_any(struct str line, const char *const *marks, size_t n)
{
    while (line.n > 0 && strchr(" \r", line.p[line.n - 1]))
        line.n--;
    for (size_t k = 0; k < n; k++)
        if (str_ends(line, str_of(marks[k])))
            return true;
    return false;
}

bool wrap_ends_sentence(struct str line)
{
    static const char *const marks[] = { "。", "；", "：", "，", "！", "？", "、", ";", ":", "," };
    return wrap_ends_any(line, marks, sizeof marks / sizeof *marks);
}

static bool has_any(struct str line, const char *const *marks, size_t n)
{
    for (size_t k = 0; k < n; k++)
        if (str_find(line, str_of(marks[k])) != SIZE_MAX)
            return true;
    return false;
}

bool wrap_has_stop(struct str line)
{
    static const char *const marks[] = { "。", "；", "，", "、", ";", "," };
    return has_any(line, marks, sizeof marks / sizeof *marks);
}

bool wrap_is_running(struct str line)
{
    static const char *const marks[] = { "，", "。", "；", "：", ",", ";", ":" };
    return has_any(line, marks, sizeof marks / sizeof *marks);
}

bool wrap_has_words(struct str line)
{
    for (size_t i = 0; i < line.n;) {
        uint32_t c = str_next(line, &i);
        if (c > 0x3000 && c != 0xFEFF && !(c >= 0xFF10 && c <= 0xFF19))
            return true;
    }
    return false;
}

size_t wrap_indent_of(struct str line, size_t *bytes)
{
    size_t n = 0;
    *bytes = 0;
    for (size_t i = 0; i < line.n; *bytes = i) {
        uint32_t c = str_next(line, &i);
        if (c != ' ' && c != 0xA0 && c != 0x3000)
            break;
        n += c == 0x3000 ? 2 : 1;
    }
    return n;
}

size_t wrap_margin_of(struct str line)
{
    size_t start, columns = wrap_indent_of(line, &start), more;
    struct str words = str_sub(line, start, line.n);
    bool mark = words.n > 1 && strchr("*+-o", words.p[0]) && words.p[1] == ' ';
    return mark ? columns + 1 + wrap_indent_of(str_sub(words, 1, words.n), &more) : columns;
}

size_t wrap_unbroken(struct str line)
{
    size_t start, behind = 0;
    wrap_indent_of(line, &start);
    line = str_sub(line, start, line.n);
    bool wide = line.n > 0 && wrap_is_wide(str_next(line, &behind));
    size_t first = wide ? behind : 0, end = first;
    while (end < line.n && line.p[end] > ' ' && line.p[end] < 0x7F)
        end++;
    return end == first ? 0 : end - first + (wide ? 2 : 0);
}

bool wrap_has_figures(struct str line)
{
    unsigned figures = 0;
    for (struct str left = str_trim(line), token; str_split(&left, ' ', &token);) {
        size_t digits = 0;
        while (digits < token.n && token.p[digits] >= '0' && token.p[digits] <= '9')
            digits++;
        figures += token.n > 0 && digits == token.n;
    }
    return figures > 1;
}

bool wrap_has_cells(struct str line)
{
    return wrap_has_figures(line) || str_has(str_trim(line), "  ");
}

bool wrap_is_prose(struct str line)
{
    return wrap_has_words(line) && !wrap_has_cells(line) && !wrap_in_table(line);
}

bool wrap_is_page_number(struct str line)
{
    size_t digits = 0;
    for (size_t i = 0; i < line.n;) {
        uint32_t c = str_next(line, &i);
        bool digit = c >= '0' && c <= '9';
        digits += digit;
        if (!digit && c != ' ' && c != '-' && c != 0x2014 && c != 0x2015 && c != 0x2013 &&
            c != '\r' && c != 0xB7 && c != 0x3000)
            return false;
    }
    return digits > 0 && digits <= 3;
}

/* "（二）" "(3)": a number. Other brackets are part of a sentence. */
static bool begins_bracket(struct str line)
{
    enum { NUMBER = 30 }; /* bytes: asked of whole paragraphs, too */
    size_t open = str_starts(line, STR("(")) ? 1 : str_starts(line, STR("（")) ? 3 : 0;
    if (open == 0)
        return false;
    struct str inner = str_sub(line, open, line.n < open + NUMBER ? line.n : open + NUMBER);
    size_t narrow = str_find(inner, STR(")")), wide = str_find(inner, STR("）"));
    inner = str_sub(inner, 0, narrow < wide ? narrow : wide);
    size_t digits = 0;
    while (digits < inner.n && inner.p[digits] >= '0' && inner.p[digits] <= '9')
        digits++;
    return inner.n > 0 && (digits == inner.n || numeral_ordinal(inner) > 0);
}

bool wrap_begins_item(struct str line)
{
    static const char *const marks[] = { "、", ".", "．", ")", "）" };
    size_t n = 0;
    if (str_starts(line, STR("第")) || begins_bracket(line))
        return true;
    while (n < line.n && n < 2 && line.p[n] >= '0' && line.p[n] <= '9')
        n++;
    bool arabic = n > 0;
    while (!arabic && n < 9 && n + 3 <= line.n && numeral_ordinal(str_sub(line, 0, n + 3)) > 0)
        n += 3;
    struct str behind = str_sub(line, n, line.n);
    for (size_t k = 0; n > 0 && k < sizeof marks / sizeof *marks; k++) {
        size_t m = strlen(marks[k]);
        if (str_starts(behind, str_of(marks[k])))
            return behind.n > m && (behind.p[m] < '0' || behind.p[m] > '9') &&
                   (behind.p[m] < 'a' || behind.p[m] > 'z') && /* "5.cn" */
                   !wrap_ends_sentence(str_sub(behind, m, m + 3));
    }
    return false;
}

bool wrap_begins_date(struct str line)
{
    size_t n = 0;
    if (!str_starts(line, STR("20")) && !str_starts(line, STR("19")))
        return false; /* a telephone number */
    while (n < line.n && line.p[n] >= '0' && line.p[n] <= '9')
        n++;
    return n == 4 && n + 1 < line.n && strchr("-/.", line.p[n]) && line.p[n + 1] >= '0' &&
           line.p[n + 1] <= '9';
}

bool wrap_begins_label(struct str line)
{
    enum { LABEL = 18 }; /* bytes of six characters */
    size_t wide = str_find(line, STR("：")), narrow = str_find(line, STR(":"));
    return wide <= LABEL || narrow <= LABEL;
}

bool wrap_begins_any(struct str line, const char *const *words, size_t n)
{
    for (size_t k = 0; k < n; k++)
        if (str_starts(line, str_of(words[k])))
            return true;
    return false;
}

bool wrap_ends_name(struct str line)
{
    static const char *const names[] = { "报告", "報告", "年报", "年報" };
    while (line.n > 0 && strchr(" \r", line.p[line.n - 1]))
        line.n--;
    size_t wide = str_find(line, STR("（")), narrow = str_find(line, STR("("));
    if (wide != SIZE_MAX && str_ends(line, STR("）")))
        line.n = wide;
    else if (narrow != SIZE_MAX && str_ends(line, STR(")")))
        line.n = narrow;
    return wrap_ends_any(line, names, sizeof names / sizeof *names);
}
