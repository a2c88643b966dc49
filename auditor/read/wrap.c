/* wrap.c - see wrap.h. */
#include "read/wrap.h"

#include <string.h>

#include "read/drawn_mark.h"
#include "text/numeral.h"

enum {
    WIDEST = 140,
    WIDEST_PARTED = 260, /* columns of a text browser that was given a wide window */
    NARROWEST = 40,      /* columns */
    INDENT = 4,
    SLACK = 4, /* columns that a full line may lack: marks are not put at the start of the next */
    LINES = 6, /* full ones make a width */
    FEW = 4,   /* do where all were cut within a sentence */
    SHARE = 6, /* of ten that are longer than half */
    SHARE_PARTED = 8
};

struct counts {
    unsigned of[WIDEST_PARTED + 1];
    unsigned whole[WIDEST_PARTED + 1]; /* of these, how many end a sentence */
    size_t most;
    bool beyond; /* a line is longer than any page is wide */
};

static bool is_blank(struct str line)
{
    for (size_t i = 0; i < line.n;) {
        uint32_t c = str_next(line, &i);
        if (c != ' ' && c != '\t' && c != '\r' && c != 0xA0 && c != 0x3000)
            return false;
    }
    return true;
}

static bool begins_blank(struct str line)
{
    size_t i = 0;
    uint32_t c = line.n > 0 ? str_next(line, &i) : 0;
    return c == ' ' || c == '\t' || c == 0xA0 || c == 0x3000;
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

static size_t length_of(struct str line, bool by_width)
{
    size_t n = 0;
    while (line.n > 0 && strchr(" \r", line.p[line.n - 1]))
        line.n--;
    for (size_t i = 0; i < line.n && n <= WIDEST_PARTED;)
        n += str_next(line, &i) >= 0x1100 && by_width ? 2 : 1;
    return n;
}

static bool ends_any(struct str line, const char *const *marks, size_t n)
{
    while (line.n > 0 && strchr(" \r", line.p[line.n - 1]))
        line.n--;
    for (size_t k = 0; k < n; k++)
        if (str_ends(line, str_of(marks[k])))
            return true;
    return false;
}

static bool ends_sentence(struct str line)
{
    static const char *const marks[] = { "。", "；", "：", "，", "！", "？", "、", ";", ":", "," };
    return ends_any(line, marks, sizeof marks / sizeof *marks);
}

static void add(struct counts *c, size_t n, bool whole)
{
    c->beyond |= n > WIDEST;
    if (n > WIDEST_PARTED)
        return;
    c->of[n]++;
    c->whole[n] += whole;
    c->most = n > c->most ? n : c->most;
}

/* Whether the line has words: a figure below a full line is the first cell of a table. */
static bool has_words(struct str line)
{
    for (size_t i = 0; i < line.n;) {
        uint32_t c = str_next(line, &i);
        if (c > 0x3000 && c != 0xFEFF && !(c >= 0xFF10 && c <= 0xFF19))
            return true;
    }
    return false;
}

/* Columns of the blanks that a line begins with; *bytes is their length. */
static size_t indent_of(struct str line, size_t *bytes)
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

/* "行政处罚    12    0", "予以公开 12 0 3": cells that blanks part. */
static bool has_cells(struct str line)
{
    return wrap_has_figures(line) || str_has(str_trim(line), "  ");
}

/* Columns of the word, number or address that a line begins with: it is not broken, and where it found no room the line above
 * is full without it. */
static size_t unbroken(struct str line)
{
    size_t start, n = 0;
    indent_of(line, &start);
    while (start + n < line.n && line.p[start + n] > ' ' && line.p[start + n] < 0x7F)
        n++;
    return n;
}

/* Columns of what stands before the words of a line: blanks, and the mark of a list's entry. */
static size_t margin_of(struct str line)
{
    size_t start, columns = indent_of(line, &start), more;
    struct str words = str_sub(line, start, line.n);
    bool mark = words.n > 1 && strchr("*+-o", words.p[0]) && words.p[1] == ' ';
    return mark ? columns + 1 + indent_of(str_sub(words, 1, words.n), &more) : columns;
}

static bool is_prose(struct str line)
{
    return has_words(line) && !has_cells(line) && !wrap_in_table(line);
}

/* The least length of a full line; 0 when there is no common one. */
static size_t full_length(const struct counts *c, bool by_width)
{
    size_t slack = by_width ? SLACK : SLACK / 2, least = by_width ? NARROWEST : NARROWEST / 2;
    unsigned full = 0, longer = 0;
    if (c->beyond || c->most < least || c->most > (by_width ? WIDEST : WIDEST / 2))
        return 0;
    unsigned alike = c->of[c->most];
    if ((alike >= LINES || (alike >= FEW && c->whole[c->most] == 0)) &&
        c->of[c->most - 1] * 3 < alike)
        return c->most - by_width; /* cut to the character, which may take two columns */
    for (size_t n = c->most / 2 + 1; n <= c->most; n++) {
        longer += c->of[n];
        full += n + slack > c->most ? c->of[n] : 0;
    }
    return full >= LINES && full * 10 >= longer * SHARE ? c->most + 1 - slack : 0;
}

/* Where paragraphs are short, most lines are not full: but those that break off in the midst of a sentence are, first lines
 * but for the blanks before them; elsewhere only headings do. */
static size_t torn_length(const struct counts *c, bool by_width)
{
    size_t slack = by_width ? SLACK : SLACK / 2, blanks = by_width ? INDENT : INDENT / 2;
    size_t least = by_width ? NARROWEST : NARROWEST / 2;
    unsigned torn = 0, other = 0, longest = 0;
    size_t most = c->most; /* but for a few that run over */
    for (; most > least && longest + c->of[most] < LINES / 2; most--)
        longest += c->of[most];
    if (c->beyond || most < least || most > (by_width ? WIDEST : WIDEST / 2))
        return 0;
    for (size_t n = most / 2 + 1; n <= c->most; n++)
        *(n + slack + blanks > most ? &torn : &other) += c->of[n] - c->whole[n];
    return torn >= LINES && torn >= 2 * other ? most + 1 - slack : 0;
}

/* Whether the next line is the mark behind a cell that has a line of its own. */
static bool ends_cell(struct str rest)
{
    struct str next;
    return str_split(&rest, '\n', &next) && str_eq_c(str_trim(next), "|");
}

/* As full_length(), of the lines within paragraphs: above counts them at the length that they would have had with the word
 * that begins the next one. */
static size_t parted_length(const struct counts *within, const struct counts *above, bool by_width)
{
    size_t slack = by_width ? SLACK : SLACK / 2, least = by_width ? NARROWEST : NARROWEST / 2;
    unsigned full = 0, longer = 0, whole = 0, longest = 0;
    size_t most = within->most; /* but for a few that run over */
    for (; most > least && longest + within->of[most] < LINES / 2; most--)
        longest += within->of[most];
    if (most < least || most > (by_width ? WIDEST_PARTED : WIDEST_PARTED / 2))
        return 0;
    for (size_t n = most / 2 + 1; n <= above->most; n++) {
        longer += above->of[n];
        if (n + slack > most) {
            full += above->of[n];
            whole += above->whole[n];
        }
    }
    bool enough = full >= LINES || (full >= FEW && full == longer && whole == 0);
    return enough && full * 10 >= longer * SHARE_PARTED && whole * 2 <= full ? most + 1 - slack : 0;
}

/* The width of lines where blank ones part paragraphs. */
static bool measure_parted(struct wrap *w, struct str text)
{
    struct counts within[2] = { 0 }, above[2] = { 0 };
    unsigned parted = 0;
    bool goes_on = false;
    struct str line, next;
    for (bool more = str_split(&text, '\n', &line); more; line = next) {
        more = str_split(&text, '\n', &next);
        bool begun = goes_on;
        goes_on = false;
        if (!is_prose(line))
            continue;
        if (!more || is_blank(next)) {
            parted += begun || length_of(line, true) >= NARROWEST;
            continue;
        }
        if (!is_prose(next) || wrap_begins_item(str_trim(next)))
            continue;
        goes_on = true;
        size_t word = unbroken(next);
        for (int k = 0; k < 2; k++) {
            size_t n = length_of(line, k > 0);
            add(&within[k], n, false);
            if (n <= WIDEST_PARTED)
                add(&above[k], n + word < WIDEST_PARTED ? n + word : WIDEST_PARTED,
                    ends_sentence(line));
        }
    }
    size_t by_width = parted_length(&within[1], &above[1], true);
    size_t by_chars = by_width > 0 ? 0 : parted_length(&within[0], &above[0], false);
    if (parted < LINES / 2 || by_width + by_chars == 0)
        return false;
    *w = (struct wrap){ .full = by_width + by_chars, .by_width = by_width > 0, .parted = true };
    return true;
}

void wrap_measure(struct wrap *w, struct str text)
{
    struct counts chars = { .most = 0 }, width = { .most = 0 };
    struct str line;
    *w = (struct wrap){ .full = 0 };
    if (measure_parted(w, text))
        return;
    while (str_split(&text, '\n', &line) && !(chars.beyond && width.beyond)) {
        if (is_blank(line) || wrap_in_table(line) || ends_cell(text))
            continue;
        w->indented |= begins_blank(line);
        bool whole = ends_sentence(line);
        add(&chars, length_of(line, false), whole);
        add(&width, length_of(line, true), whole);
    }
    size_t by_chars = full_length(&chars, false), by_width = full_length(&width, true);
    if (by_chars == 0 && by_width == 0)
        by_width = torn_length(&width, true);
    if (by_chars == 0 && by_width == 0)
        by_chars = torn_length(&chars, false);
    w->by_width = by_chars == 0;
    w->full = by_chars > 0 ? by_chars : by_width;
}

/* "— 3 —" */
static bool is_page_number(struct str line)
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

static bool has_stop(struct str line)
{
    static const char *const marks[] = { "。", "；", "，", "、", ";", "," };
    for (size_t k = 0; k < sizeof marks / sizeof *marks; k++)
        if (str_find(line, str_of(marks[k])) != SIZE_MAX)
            return true;
    return false;
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
                   !ends_sentence(str_sub(behind, m, m + 3));
    }
    return false;
}

/* "2025-01-20 来源:": a line under the title. */
static bool begins_date(struct str line)
{
    size_t n = 0;
    if (!str_starts(line, STR("20")) && !str_starts(line, STR("19")))
        return false; /* a telephone number */
    while (n < line.n && line.p[n] >= '0' && line.p[n] <= '9')
        n++;
    return n == 4 && n + 1 < line.n && strchr("-/.", line.p[n]) && line.p[n + 1] >= '0' &&
           line.p[n + 1] <= '9';
}

/* "自2024.1.1-", "至": a date must follow. */
static bool wants_date(struct str line)
{
    static const char *const marks[] = { "-",  "—",  "–",  "~",  "～", "至",
                                         "到", "自", "从", "為", "为", "于" };
    return ends_any(line, marks, sizeof marks / sizeof *marks);
}

static bool begins_label(struct str line)
{
    enum { LABEL = 18 }; /* bytes of six characters */
    size_t wide = str_find(line, STR("：")), narrow = str_find(line, STR(":"));
    return wide <= LABEL || narrow <= LABEL;
}

static bool begins_any(struct str line, const char *const *words, size_t n)
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
    return ends_any(line, names, sizeof names / sizeof *names);
}

static bool is_running(struct str line)
{
    static const char *const marks[] = { "，", "。", "；", "：", ",", ";", ":" };
    for (size_t k = 0; k < sizeof marks / sizeof *marks; k++)
        if (str_find(line, str_of(marks[k])) != SIZE_MAX)
            return true;
    return false;
}

/* Where the blanks that a paragraph begins with were lost, its first line is shorter by two characters: one that is running
 * text and breaks off in the midst of it goes on. */
static bool is_full(const struct wrap *w, struct str line, bool first)
{
    static const char *const stops[] = { "。", "；", "：", "！", "？", ";", ":" };
    size_t n = length_of(line, w->by_width), blanks = w->by_width ? INDENT : INDENT / 2;
    if (n >= w->full)
        return true;
    bool heading = (wrap_begins_item(line) || wrap_ends_name(line)) && !is_running(line);
    return first && !w->indented && n + blanks >= w->full && !heading &&
           !ends_any(line, stops, sizeof stops / sizeof *stops);
}

/* A title or a line of "发布时间：" and "来源：" that fills its line: what stands below is another such line, a title or a
 * paragraph that fills its own first line; the rest of either is short. */
static bool is_head(const struct wrap *w, struct str line, struct str next)
{
    static const char *const labels[] = { "发布", "發布",   "發佈",   "来源",   "來源",
                                          "时间", "時間",   "日期",   "成文",   "索引",
                                          "作者", "信息来", "信息來", "公开日", "公開日" };
    static const char *const opening[] = { "根据", "根據", "按照", "依据", "依據",
                                           "现",   "現",   "本",   "为",   "為" };
    bool full = is_full(w, next, true);
    if (begins_label(line) && begins_any(line, labels, sizeof labels / sizeof *labels))
        return !has_stop(line) && (full || wrap_ends_name(next) || begins_label(next));
    return wrap_ends_name(line) &&
           (begins_label(next) || (full && !has_stop(line) &&
                                   !begins_any(line, opening, sizeof opening / sizeof *opening)));
}

/* Behind a full stop or a heading that fills its line, a short line without any mark is a heading, or the first cell of a
 * table. */
static bool may_be_heading(const struct wrap *w, struct str line, struct str next)
{
    while (begins_blank(line)) {
        size_t i = 0;
        str_next(line, &i);
        line = str_sub(line, i, line.n);
    }
    bool whole =
        wrap_begins_item(line) && (str_ends(line, STR("情况")) || str_ends(line, STR("事项")));
    bool part = !ends_sentence(next) && length_of(next, w->by_width) < w->full;
    return (ends_sentence(line) || whole) && part;
}

/* Within a paragraph that blank lines part from others: what follows a full line, unless it begins anew or is drawn in. */
static bool parted_goes_on(const struct wrap *w, struct str line, struct str rest)
{
    struct str next;
    if (!str_split(&rest, '\n', &next) || is_blank(next) || has_cells(line) || has_cells(next) ||
        wrap_in_table(next))
        return false;
    size_t start;
    indent_of(next, &start);
    struct str words = str_sub(next, start, next.n);
    return length_of(line, w->by_width) + unbroken(next) >= w->full &&
           indent_of(next, &start) <= margin_of(line) && !wrap_begins_item(words) &&
           !is_head(w, str_trim(line), words);
}

bool wrap_goes_on(const struct wrap *w, struct str line, bool first, struct str *rest,
                  unsigned *skipped)
{
    enum { BETWEEN = 5 };
    struct str after = *rest, next;
    bool page = false;
    *skipped = 0;
    if (w->full == 0 || (!w->parted && !is_full(w, line, first)) || wrap_in_table(line) ||
        begins_date(line))
        return false;
    if (w->parted)
        return parted_goes_on(w, line, after);
    for (struct str left = after; str_split(&after, '\n', &next); left = after) {
        bool blank = is_blank(next),
             number = !blank && !page && *skipped > 0 && is_page_number(next);
        if (!blank && !number) {
            if ((*skipped > 0 && !page) || wrap_in_table(next) || wrap_begins_item(next) ||
                (begins_date(next) && !wants_date(line)) || may_be_heading(w, line, next) ||
                is_head(w, line, next) || !has_words(next) || (w->indented && begins_blank(next)))
                return false;
            *rest = left;
            return true;
        }
        page |= number;
        if (++*skipped > BETWEEN)
            return false;
    }
    return false;
}
