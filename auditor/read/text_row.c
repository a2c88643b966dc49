/* text_row.c - see text_row.h. */
#include "read/text_row.h"

enum { HEADER_LINES = 48, PIECE_BYTES = 3 * 6 }; /* of a header whose cells were broken */

/* A row with a cell whose quotation mark is closed on a later line goes on to there. */
uint32_t text_row_quoted(struct str *line, struct str *behind)
{
    enum { LINES = 12 };
    struct str rest = *behind, next, row = *line;
    bool opens = (row.n > 0 && row.p[0] == '"') || str_has(row, "\t\"");
    if (!opens || str_count(row, '"') % 2 == 0)
        return 0;
    for (uint32_t n = 1; n <= LINES && str_split(&rest, '\n', &next); n++) {
        row.n = (size_t)(next.p + next.n - row.p);
        if (str_count(row, '"') % 2 != 0)
            continue;
        if (str_count(row, '\t') < 2)
            return 0;
        *line = row;
        *behind = rest;
        return n;
    }
    return 0;
}

static bool has_digit(struct str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (s.p[i] >= '0' && s.p[i] <= '9')
            return true;
    return false;
}

/* A part of a cell that was broken into lines, perhaps with the beginning of the next cell. */
static bool is_piece(struct str line, size_t tabs)
{
    bool words = tabs > 0 || (line.n <= PIECE_BYTES && !str_has(line, "、"));
    return str_trim(line).n > 0 && !has_digit(line) && words;
}

/* How many tabs the row has that follows the pieces, 0 if none follows. */
static size_t tabs_of_row(struct str rest)
{
    struct str next;
    for (uint32_t n = 0; n < HEADER_LINES && str_split(&rest, '\n', &next); n++)
        if (!is_piece(next, str_count(next, '\t')))
            return has_digit(next) ? str_count(next, '\t') : 0;
    return 0;
}

/* A row of a header whose cells were broken into lines ("本年⏎制发件数⇥本年⏎废止件数") goes on until it has as
 * many cells as the row above; what follows without a tab is of its last cell, if a whole row comes next. */
uint32_t text_row_broken(struct str *line, struct str *behind, size_t cols)
{
    size_t tabs = str_count(*line, '\t'), due = 0;
    if ((cols == 0 && tabs == 0) || !is_piece(*line, tabs))
        return 0;
    due = cols ? cols - 1 : tabs_of_row(*behind);
    if (due < 2 || tabs >= due)
        return 0;
    struct str rest = *behind, row = *line, next;
    struct str whole = row, after = rest; /* of the row as far as it is certain */
    uint32_t lines = 0;
    bool within = false; /* a piece that is neither end of its cell: only broken cells have it */
    for (uint32_t n = 1; n <= HEADER_LINES; n++) {
        struct str before = rest;
        if (!str_split(&rest, '\n', &next))
            next = STR("");
        size_t more = str_count(next, '\t');
        if (tabs == due && more >= due) {
            whole = row;
            after = before;
            lines = n - 1;
        }
        if (tabs + more > due || !is_piece(next, more))
            break;
        row.n = (size_t)(next.p + next.n - row.p);
        tabs += more;
        within |= more == 0;
        if (tabs == due && more > 0) {
            whole = row;
            after = rest;
            lines = n;
        }
    }
    if (!within)
        return 0;
    *line = whole;
    *behind = after;
    return lines;
}
