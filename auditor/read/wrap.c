/* wrap.c - see wrap.h. */
#include "read/wrap.h"

#include <string.h>

#include "read/wrap_line.h"

enum {
    WIDEST = 140,
    WIDEST_PARTED = 260, /* columns or characters of a text browser that was given a wide window */
    NARROWEST = 40,      /* columns */
    INDENT = 4,
    SLACK = 4, /* columns that a full line may lack: marks are not put at the start of the next */
    LINES = 6, /* full ones make a width */
    FEW = 4,   /* do where all were cut within a sentence, or alike to the character */
    SHARE = 6, /* of ten that are longer than half */
    SHARE_PARTED = 8
};

struct counts {
    unsigned of[WIDEST_PARTED + 1];
    unsigned whole[WIDEST_PARTED + 1]; /* of these, how many end a sentence */
    size_t most;
    bool beyond; /* a line is longer than any page is wide */
};

/* Quotation marks, dashes and dots: a column or two, as the program took them that wrote the text. */
static bool is_mark_of_any_width(uint32_t c)
{
    return c >= 0x2010 && c <= 0x2027;
}

static size_t length_of(struct str line, enum wrap_unit unit)
{
    size_t n = 0;
    while (line.n > 0 && strchr(" \r", line.p[line.n - 1]))
        line.n--;
    for (size_t i = 0; i < line.n && n <= WIDEST_PARTED;) {
        uint32_t c = str_next(line, &i);
        bool two = unit != WRAP_CHARACTERS && wrap_is_wide(c) &&
                   !(unit == WRAP_NARROW && is_mark_of_any_width(c));
        n += two ? 2 : 1;
    }
    return n;
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

/* The lines that another one stands directly below, where blank lines part paragraphs. */
struct parted {
    struct counts within;
    struct counts above; /* as long as they would be with the word that begins the next one */
    size_t longest;      /* of all lines */
};

/* The widest of the lengths, from the narrowest page on, among which most lines are, slack apart. */
static size_t densest(const struct counts *c, size_t slack)
{
    size_t best = 0;
    unsigned most = 0, within = 0;
    for (size_t n = 1; n <= c->most; n++) {
        within += c->of[n] - (n > slack ? c->of[n - slack] : 0);
        if (n >= NARROWEST && c->of[n] > 0 && within >= most) {
            most = within;
            best = n;
        }
    }
    return best;
}

/* The least length of a full line, 0 when there is no common one; *lines is how many are. A few are enough where no line is
 * longer. */
static size_t parted_length(const struct parted *p, enum wrap_unit unit, unsigned *lines)
{
    size_t slack = unit == WRAP_CHARACTERS ? SLACK / 2 : SLACK, most = densest(&p->within, slack);
    unsigned full = 0, longer = 0, whole = 0, alike = p->within.of[most];
    *lines = alike;
    if (most == 0)
        return 0;
    if (unit == WRAP_CHARACTERS && alike >= FEW && p->within.of[most - 1] * 3 < alike &&
        p->within.whole[most] * 2 <= alike)
        return most; /* cut to the character */
    for (size_t n = most / 2 + 1; n <= p->above.most; n++) {
        longer += p->above.of[n];
        if (n + slack > most) {
            full += p->above.of[n];
            whole += p->above.whole[n];
        }
    }
    *lines = full;
    bool enough = full >= LINES || (full == longer && p->longest <= most);
    return enough && full * 10 >= longer * SHARE_PARTED && whole * 2 <= full ? most + 1 - slack : 0;
}

/* Whether the line, which the next one stands directly below, is text: no label of a table, and none of a page's head or foot. */
static bool is_of_paragraph(struct str line, struct str next)
{
    return (wrap_is_running(line) || wrap_is_running(next)) && !wrap_begins_label(str_trim(line)) &&
           !wrap_begins_label(str_trim(next));
}

static void add_parted(struct parted p[WRAP_UNITS], struct str line, struct str next, bool within)
{
    bool whole = wrap_ends_sentence(line);
    for (unsigned k = 0; k < WRAP_UNITS; k++) {
        size_t n = length_of(line, (enum wrap_unit)k), with_word = n + wrap_unbroken(next);
        p[k].longest = n > p[k].longest ? n : p[k].longest;
        if (!within || n > WIDEST_PARTED)
            continue;
        add(&p[k].within, n, whole);
        add(&p[k].above, with_word < WIDEST_PARTED ? with_word : WIDEST_PARTED, whole);
    }
}

/* The width of lines where blank ones part paragraphs. */
static bool measure_parted(struct wrap *w, struct str text)
{
    struct parted counted[WRAP_UNITS] = { 0 };
    unsigned parted = 0, most = 0;
    bool goes_on = false;
    struct str line, next;
    for (bool more = str_split(&text, '\n', &line); more; line = next) {
        next = STR("");
        more = str_split(&text, '\n', &next);
        bool begun = goes_on;
        goes_on = false;
        if (!wrap_is_prose(line))
            continue;
        bool last = wrap_is_blank(next);
        parted += last && (begun || length_of(line, WRAP_COLUMNS) >= NARROWEST);
        goes_on = !last && wrap_is_prose(next) && !wrap_begins_item(str_trim(next));
        add_parted(counted, line, next, goes_on && is_of_paragraph(line, next));
    }
    *w = (struct wrap){ .full = 0 };
    for (unsigned k = 0, lines; parted >= LINES / 2 && k < WRAP_UNITS; k++) {
        size_t full = parted_length(&counted[k], (enum wrap_unit)k, &lines);
        if (full == 0 || lines < most)
            continue;
        most = lines;
        *w = (struct wrap){ .full = full, .unit = (enum wrap_unit)k, .parted = true };
    }
    return w->parted;
}

void wrap_measure(struct wrap *w, struct str text)
{
    struct counts chars = { .most = 0 }, width = { .most = 0 };
    struct str line;
    if (measure_parted(w, text))
        return;
    while (str_split(&text, '\n', &line) && !(chars.beyond && width.beyond)) {
        if (wrap_is_blank(line) || wrap_in_table(line) || ends_cell(text))
            continue;
        w->indented |= wrap_begins_blank(line);
        bool whole = wrap_ends_sentence(line);
        add(&chars, length_of(line, WRAP_CHARACTERS), whole);
        add(&width, length_of(line, WRAP_COLUMNS), whole);
    }
    size_t by_chars = full_length(&chars, false), by_width = full_length(&width, true);
    if (by_chars == 0 && by_width == 0)
        by_width = torn_length(&width, true);
    if (by_chars == 0 && by_width == 0)
        by_chars = torn_length(&chars, false);
    w->unit = by_chars > 0 ? WRAP_CHARACTERS : WRAP_COLUMNS;
    w->full = by_chars > 0 ? by_chars : by_width;
}

/* "自2024.1.1-", "至": a date must follow. */
static bool wants_date(struct str line)
{
    static const char *const marks[] = { "-",  "—",  "–",  "~",  "～", "至",
                                         "到", "自", "从", "為", "为", "于" };
    return wrap_ends_any(line, marks, sizeof marks / sizeof *marks);
}

/* Where the blanks that a paragraph begins with were lost, its first line is shorter by two characters: one that is running
 * text and breaks off in the midst of it goes on. */
static bool is_full(const struct wrap *w, struct str line, bool first)
{
    static const char *const stops[] = { "。", "；", "：", "！", "？", ";", ":" };
    size_t n = length_of(line, w->unit), blanks = w->unit == WRAP_CHARACTERS ? INDENT / 2 : INDENT;
    if (n >= w->full)
        return true;
    bool heading = (wrap_begins_item(line) || wrap_ends_name(line)) && !wrap_is_running(line);
    return first && !w->indented && n + blanks >= w->full && !heading &&
           !wrap_ends_any(line, stops, sizeof stops / sizeof *stops);
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
    if (wrap_begins_label(line) && wrap_begins_any(line, labels, sizeof labels / sizeof *labels))
        return !wrap_has_stop(line) && (full || wrap_ends_name(next) || wrap_begins_label(next));
    return wrap_ends_name(line) &&
           (wrap_begins_label(next) ||
            (full && !wrap_has_stop(line) &&
             !wrap_begins_any(line, opening, sizeof opening / sizeof *opening)));
}

/* Behind a full stop or a heading that fills its line, a short line without any mark is a heading, or the first cell of a
 * table. */
static bool may_be_heading(const struct wrap *w, struct str line, struct str next)
{
    while (wrap_begins_blank(line)) {
        size_t i = 0;
        str_next(line, &i);
        line = str_sub(line, i, line.n);
    }
    bool whole =
        wrap_begins_item(line) && (str_ends(line, STR("情况")) || str_ends(line, STR("事项")));
    bool part = !wrap_ends_sentence(next) && length_of(next, w->unit) < w->full;
    return (wrap_ends_sentence(line) || whole) && part;
}

/* Within a paragraph that blank lines part from others: what follows a full line, unless it begins anew or is drawn in. What
 * stands at the right is a signature or a date. */
static bool parted_goes_on(const struct wrap *w, struct str line, struct str rest)
{
    struct str next;
    if (!str_split(&rest, '\n', &next) || wrap_is_blank(next) || wrap_has_cells(line) ||
        wrap_has_cells(next) || wrap_in_table(next) || wrap_margin_of(line) * 2 > w->full)
        return false;
    size_t start, indent = wrap_indent_of(next, &start);
    struct str words = str_sub(next, start, next.n);
    return length_of(line, w->unit) + wrap_unbroken(next) >= w->full &&
           indent <= wrap_margin_of(line) && !wrap_begins_item(words) &&
           !is_head(w, str_trim(line), words);
}

bool wrap_goes_on(const struct wrap *w, struct str line, bool first, struct str *rest,
                  unsigned *skipped)
{
    enum { BETWEEN = 5 };
    struct str after = *rest, next;
    bool page = false;
    *skipped = 0;
    if (w->full == 0 || wrap_in_table(line) || wrap_begins_date(line))
        return false;
    if (w->parted)
        return parted_goes_on(w, line, after);
    if (!is_full(w, line, first))
        return false;
    for (struct str left = after; str_split(&after, '\n', &next); left = after) {
        bool blank = wrap_is_blank(next),
             number = !blank && !page && *skipped > 0 && wrap_is_page_number(next);
        if (!blank && !number) {
            if ((*skipped > 0 && !page) || wrap_in_table(next) || wrap_begins_item(next) ||
                (wrap_begins_date(next) && !wants_date(line)) || may_be_heading(w, line, next) ||
                is_head(w, line, next) || !wrap_has_words(next) ||
                (w->indented && wrap_begins_blank(next)))
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
