/* text.c - plain text to a document; see text.h. */
#include "read/text.h"

#include <string.h>

#include "read/drawn.h"
#include "read/drawn_grid.h"
#include "read/drawn_mark.h"
#include "read/runs.h"
#include "read/text_row.h"
#include "read/wrap.h"

enum kind { BLANK, PROSE, RULE, PIPES, TABS, SEAM };

struct reader {
    struct doc_build *build;
    struct wrap wrap;
    bool runs;       /* see runs.h */
    bool few_lines;  /* likewise */
    bool drawn;      /* there may be drawn tables */
    struct str rest; /* behind the line that is read */
    uint32_t number; /* of that line */
    uint32_t step; /* from one line to the next: 0 where those are parts of one line of the file */
    enum kind table; /* PIPES or TABS while a table is open, else BLANK */
    size_t rows;     /* of the open table */
    size_t cols;     /* of its last row */
    bool bare;       /* its first row has no bar in front: one in front of another row is a cell */
    bool after_rule; /* the last line that is not blank was a rule */
    bool below;      /* the last line that is not blank was a cell with a bar behind it */
    bool spaced;     /* every other line of the file is empty: that says nothing */
    uint32_t blank;  /* the blank line since then that tells most, 0 for none */
    uint32_t blanks; /* how many */
    bool blank_cell; /* one of them is more than an empty line */
};

/* The cell separators: '|' but not "\|". */
static size_t count_pipes(struct str s)
{
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++)
        n += s.p[i] == '|' && (i == 0 || s.p[i - 1] != '\\');
    return n;
}

static bool only(struct str s, const char *allowed)
{
    for (size_t i = 0; i < s.n; i++)
        if (!strchr(allowed, s.p[i]))
            return false;
    return true;
}

/* Inside a table, a row whose cells are all empty; on its own, or without room for a cell between
 * the pipes, it is a rule. */
static bool is_empty_row(const struct reader *r, struct str line, size_t pipes)
{
    return r->table == PIPES && r->blanks == 0 && pipes >= 3 && r->cols + 1 == pipes &&
           memchr(line.p, ' ', line.n);
}

/* "label⇥" and "label⇥0" within a table: a row with one value, left blank or short. */
static bool is_short_row(struct str line)
{
    enum { SHORT = 24 };
    size_t tab = str_find(line, STR("\t"));
    return tab > 0 && str_trim(str_sub(line, tab, line.n)).n <= SHORT;
}

/* A line drawn across the page, as text browsers draw those of its mark-up: it says nothing, unlike a few strokes to be filled in. */
static bool is_across_page(struct str line)
{
    enum { ACROSS = 40 };
    return line.n >= ACROSS && only(line, "_");
}

static enum kind kind_of(const struct reader *r, struct str line)
{
    struct str inner = str_trim(line);
    if (!inner.n)
        return r->table == TABS && str_count(line, '\t') >= 2 ? TABS : BLANK;
    if (str_eq_c(inner, DRAWN_SEAM) || is_across_page(inner))
        return SEAM;
    size_t pipes = count_pipes(inner);
    if (pipes) {
        if (only(inner, "| \t") && !is_empty_row(r, inner, pipes))
            return RULE;
        if (pipes >= 2)
            return PIPES;
    }
    size_t tabs = str_count(line, '\t');
    bool within = str_count(inner, '\t') > 0;
    if (tabs == 1 && r->table == TABS && r->blanks == 0 && is_short_row(line))
        return TABS;
    return tabs >= 2 && (within || r->table == TABS) ? TABS : PROSE;
}

/* Whether every cell holds three dashes or more; a pipe in front of them may be an empty one. */
static bool all_dashes(struct str line)
{
    size_t runs = 0, run = 0;
    for (size_t i = 0; i <= line.n; i++) {
        if (i < line.n && line.p[i] == '-') {
            run++;
            continue;
        }
        if (run > 0 && run < 3)
            return false;
        runs += run > 0;
        run = 0;
    }
    return runs > 0 && runs >= count_pipes(line);
}

/* "---|:--:|---" under the first row of a table; with three dashes where a row has its label, anywhere. */
static bool is_separator(const struct reader *r, struct str line)
{
    return only(line, "|-: \t") && str_has(line, "--") && (r->rows <= 1 || all_dashes(line));
}

static void end_table(struct reader *r)
{
    if (r->table != BLANK)
        doc_build_end_table(r->build);
    r->table = BLANK;
    r->rows = r->cols = 0;
}

/* "本年⏎制发件数" in quotation marks, as spreadsheets copy a cell of several lines. */
static struct str without_quotes(struct str cell)
{
    struct str inner = str_trim(cell);
    bool quoted = inner.n > 2 && inner.p[0] == '"' && inner.p[inner.n - 1] == '"';
    return quoted && memchr(inner.p, '\n', inner.n) ? str_sub(inner, 1, inner.n - 2) : cell;
}

static void add_cell(struct reader *r, struct str cell, uint32_t line)
{
    cell = without_quotes(cell);
    doc_build_cell(r->build, 1, 1, false, line);
    size_t slash;
    while ((slash = str_find(cell, STR("\\|"))) != SIZE_MAX) {
        doc_build_text(r->build, str_sub(cell, 0, slash), line);
        doc_build_text(r->build, STR("|"), line);
        cell = str_sub(cell, slash + 2, cell.n);
    }
    doc_build_text(r->build, cell, line);
    doc_build_end_cell(r->build);
}

static bool leads_with_pipe(struct str line)
{
    line = str_trim(line);
    return line.n > 0 && line.p[0] == '|';
}

/* A row without the pipes at its ends. */
static struct str strip_pipes(const struct reader *r, struct str line)
{
    bool cell = r->table == PIPES && r->blanks == 0 && r->bare;
    line = str_trim(line);
    if (line.n && line.p[0] == '|' && !cell)
        line = str_sub(line, 1, line.n);
    if (cell && count_pipes(line) + 1 == r->cols)
        return line; /* a bar at its end parts an empty cell from the others */
    if (line.n && line.p[line.n - 1] == '|' && (line.n < 2 || line.p[line.n - 2] != '\\'))
        line.n--;
    return line;
}

static void add_row(struct reader *r, struct str line, enum kind kind, uint32_t number)
{
    struct str row = kind == PIPES ? strip_pipes(r, line) : line;
    size_t cols = 1 + (kind == PIPES ? count_pipes(row) : str_count(row, '\t'));
    /* after blank lines it is the same table only if it has the same columns */
    if (r->table != kind || (r->blanks && r->cols != cols))
        end_table(r);
    if (kind == PIPES && is_separator(r, row))
        return;
    if (r->table == BLANK) {
        doc_build_table(r->build, number);
        r->bare = !leads_with_pipe(line);
    }
    r->table = kind;
    r->cols = cols;
    r->rows++;
    doc_build_row(r->build);
    size_t start = 0;
    for (size_t i = 0; i <= row.n; i++) {
        bool end =
            i == row.n ||
            (kind == TABS ? row.p[i] == '\t' : row.p[i] == '|' && (i == 0 || row.p[i - 1] != '\\'));
        if (!end)
            continue;
        add_cell(r, str_sub(row, start, i - start), number);
        start = i + 1;
    }
}

/* Blank lines between two rules are a cell that is blank; where every other line of the file is
 * empty, only one with a blank character in it is. */
static void add_blank_cell(struct reader *r)
{
    if (r->after_rule && r->blank && (r->blank_cell || !r->spaced))
        doc_build_empty(r->build, r->blank);
}

/* Whether the paragraph, whose last line is line, goes on with the next line, but for those that are skipped: by its width, and
 * in a text of runs by its words. */
static bool goes_on(struct reader *r, struct str paragraph, struct str line, unsigned *skipped)
{
    if (wrap_goes_on(&r->wrap, line, line.p == paragraph.p, &r->rest, skipped))
        return true;
    *skipped = 0;
    return r->runs && runs_go_on(paragraph, line, r->rest);
}

/* What the line adds to its paragraph: the blanks before one that goes on are the page's, not the sentence's, and
 * would part "20" from "25年". The line itself keeps them: its width is measured with them. */
static struct str words_of(const struct reader *r, struct str paragraph, struct str line)
{
    while (r->wrap.parted && line.p != paragraph.p && line.n > 0 && line.p[0] == ' ')
        line = str_sub(line, 1, line.n);
    return line;
}

static void add_prose(struct reader *r, struct str line, uint32_t number)
{
    unsigned skipped;
    struct str all = line;
    while (goes_on(r, all, line, &skipped)) {
        while (line.n > 0 && strchr(" \r", line.p[line.n - 1]))
            line.n--;
        doc_build_text(r->build, words_of(r, all, line), number);
        str_split(&r->rest, '\n', &line);
        all.n = (size_t)(line.p + line.n - all.p);
        number = r->number += r->step * (1 + skipped);
    }
    doc_build_text(r->build, words_of(r, all, line), number);
    doc_build_break(r->build);
}

/* "## **一、总体情况**": a heading, or a line in bold, as programs write it that turn pages into Markdown. */
static struct str without_marks(struct str line)
{
    enum { DEEPEST = 6 };
    struct str inner = str_trim(line);
    size_t marks = 0;
    while (marks < inner.n && inner.p[marks] == '#')
        marks++;
    if (marks > 0 && marks <= DEEPEST && marks < inner.n && inner.p[marks] == ' ')
        line = inner = str_trim(str_sub(inner, marks, inner.n));
    bool bold = inner.n > 4 && str_starts(inner, STR("**")) && str_ends(inner, STR("**"));
    struct str words = bold ? str_sub(inner, 2, inner.n - 4) : inner;
    return bold && !str_has(words, "**") && words.p[0] != '*' ? words : line;
}

/* "6 | ||": one cell with its bar; more bars follow, and nothing else. */
static bool is_padded_cell(struct str line)
{
    size_t bar = str_find(line, STR("|"));
    bool cell = bar != SIZE_MAX && str_trim(str_sub(line, 0, bar)).n > 0;
    return cell && bar + 1 < line.n && only(str_sub(line, bar + 1, line.n), "| \t");
}

/* "1 | 0 | 0 |": cells with figures, a bar behind each, and no label before them. */
static bool is_row_of_values(struct str line)
{
    return line.n > 2 && strchr("0123456789+-/", line.p[0]) && line.p[line.n - 1] == '|' &&
           count_pipes(line) >= 2;
}

/* "本年制发件数 |": a cell to a line, with a bar behind it. */
static bool is_barred_cell(struct str line)
{
    line = str_trim(line);
    return line.n > 1 && line.p[line.n - 1] == '|' && count_pipes(line) == 1;
}

static bool barred_cell_follows(struct str rest)
{
    struct str next;
    while (str_split(&rest, '\n', &next))
        if (str_trim(next).n > 0)
            return is_barred_cell(next);
    return false;
}

/* Where each cell has a line, the bars that fill up a row stand behind its last cell or below it, and cells
 * without paragraphs of their own stand side by side. */
static bool add_column_line(struct reader *r, struct str line, uint32_t number)
{
    line = str_trim(line);
    bool padded = is_padded_cell(line) && (r->below || barred_cell_follows(r->rest));
    if (r->table != BLANK || (!padded && !(r->below && is_row_of_values(line))))
        return false;
    while (!only(line, "| \t")) {
        size_t bar = str_find(line, STR("|"));
        struct str cell = str_sub(line, 0, bar + 1);
        if (str_trim(str_sub(line, 0, bar)).n > 0) {
            doc_build_text(r->build, cell, number);
            doc_build_break(r->build);
        } else {
            doc_build_rule(r->build, str_trim(cell), number);
        }
        line = str_trim(str_sub(line, bar + 1, line.n));
    }
    if (line.n > 0)
        doc_build_rule(r->build, line, number);
    r->below = r->after_rule = true;
    r->blank = r->blanks = 0;
    r->blank_cell = false;
    return true;
}

static void add_line(struct reader *r, struct str line, uint32_t number)
{
    if (add_column_line(r, line, number))
        return;
    enum kind kind = kind_of(r, line);
    if (kind == SEAM)
        return;
    if (kind == BLANK) {
        if (r->blanks++ == 0 || (line.n && !r->blank_cell))
            r->blank = number;
        r->blank_cell = r->blank_cell || line.n > 0;
        return;
    }
    if (kind == PIPES || kind == TABS) {
        add_row(r, line, kind, number);
    } else {
        end_table(r);
        if (kind == RULE) {
            add_blank_cell(r);
            doc_build_rule(r->build, str_trim(line), number);
        } else {
            add_prose(r, without_marks(line), number);
        }
    }
    r->after_rule = kind == RULE;
    r->below = kind == PROSE && is_barred_cell(line);
    r->blank = r->blanks = 0;
    r->blank_cell = false;
}

/* Is every other line empty, as when line ends were doubled on the way? */
static bool is_spaced(struct str text)
{
    size_t all = 0;
    size_t adjacent = 0;
    bool before = false;
    struct str line;
    while (str_split(&text, '\n', &line)) {
        all += line.n > 0;
        adjacent += before && line.n > 0;
        before = line.n > 0;
    }
    return adjacent * 10 <= all;
}

static void read_lines(struct reader *r, struct str text);

/* An article in few lines, part by part. */
static void read_parts(struct reader *r, struct str line)
{
    struct reader outer = *r;
    struct strbuf parts = { 0 };
    runs_part(&parts, line);
    r->runs = true;
    r->step = 0;
    read_lines(r, strbuf_view(&parts));
    r->runs = outer.runs;
    r->step = outer.step;
    r->rest = outer.rest;
    strbuf_free(&parts);
}

/* A table that is drawn from the first line of the text on; false when there is none. */
static bool read_drawn(struct reader *r, struct str text)
{
    struct reader outer = *r;
    struct str part;
    uint32_t lines;
    struct drawn_grid *grid = drawn_is_edge(text) ? drawn_grid_read(text) : NULL;
    if (grid) {
        end_table(r);
        lines = drawn_grid_add(grid, r->build, r->number, r->step);
        r->after_rule = r->below = r->blank_cell = false;
        r->blank = r->blanks = 0;
    } else {
        struct strbuf rows = { 0 };
        lines = drawn_flatten(&rows, text);
        r->drawn = false;
        if (lines > 0)
            read_lines(r, strbuf_view(&rows));
        r->drawn = outer.drawn;
        strbuf_free(&rows);
    }
    if (lines == 0)
        return false;
    for (uint32_t i = 0; i < lines; i++)
        str_split(&text, '\n', &part);
    r->rest = text;
    r->number = outer.number + outer.step * (lines - 1);
    return true;
}

static void read_lines(struct reader *r, struct str text)
{
    struct str part;
    for (r->rest = text; str_split(&r->rest, '\n', &part); r->number += r->step, text = r->rest) {
        uint32_t number = r->number;
        if (r->drawn && read_drawn(r, text))
            continue;
        if (r->step > 0 && (r->few_lines || runs_in_few_lines(part))) {
            read_parts(r, part);
            continue;
        }
        bool open = r->table == TABS && r->blanks == 0;
        uint32_t more = text_row_quoted(&part, &r->rest);
        more += text_row_broken(&part, &r->rest, open ? r->cols : 0);
        r->number += r->step * more;
        add_line(r, part, number);
    }
}

void plain_read(struct doc_build *b, struct str text, uint32_t line)
{
    struct reader r = { .build = b,
                        .drawn = drawn_any(text),
                        .spaced = is_spaced(text),
                        .few_lines = runs_in_few_lines(text),
                        .number = line,
                        .step = 1 };
    wrap_measure(&r.wrap, text);
    r.runs = (r.wrap.full == 0 || r.wrap.parted) && runs_any(text);
    read_lines(&r, text);
    end_table(&r);
}
