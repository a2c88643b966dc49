/* align_lines.c - one cell to a line, where a blank parts the digits of a number: "3 8" is 38, if the lines are as many as the
 * columns and the numbers are more. And one row to a line, where nothing parts its figures. */
#include "base/arena.h"
#include "recognise/align_place.h"

enum { DIGITS = 9, FEW = 3 }; /* lines that prove nothing */

static bool same_line(const struct item *a, const struct item *b)
{
    return a->first_block == b->first_block && a->end_block == b->end_block;
}

/* The digits of items [from, to), which are those of one number; "" if they are not. */
static struct str digits_of(const struct alignment *a, const struct values *v, size_t from,
                            size_t to)
{
    char digits[DIGITS];
    size_t n = 0;
    for (size_t i = from; i < to; i++) {
        struct str text = place_item(a, v, i)->text;
        for (size_t k = 0; k < text.n; k++) {
            if (n == DIGITS || text.p[k] < '0' || text.p[k] > '9')
                return STR("");
            digits[n++] = text.p[k];
        }
    }
    return n > 0 && digits[0] != '0' ? arena_str(a->s->arena, (struct str){ digits, n }) : STR("");
}

/* What stands on one line as the item of one cell. */
static bool join(const struct alignment *a, const struct values *v, size_t from, size_t to,
                 struct item *out)
{
    const struct item *first = place_item(a, v, from), *last = place_item(a, v, to - 1);
    *out = *first;
    if (to == from + 1)
        return true;
    out->text = digits_of(a, v, from, to);
    out->raw.n = (size_t)(last->raw.p + last->raw.n - first->raw.p);
    return out->text.n > 0;
}

bool place_by_line(struct alignment *a, size_t row, const struct values *v, size_t m,
                   const size_t *columns)
{
    struct item cells[ALIGN_LINES];
    size_t n = 0;
    if (m < FEW || v->n <= m || a->s->records[a->rows[row].record].grid >= 0)
        return false;
    for (size_t i = 0, end; i < v->n; i = end, n++) {
        end = i + 1;
        while (end < v->n && same_line(place_item(a, v, i), place_item(a, v, end)))
            end++;
        if (n == m || !join(a, v, i, end, &cells[n]))
            return false;
    }
    if (n != m)
        return false;
    for (size_t c = 0; c < m; c++)
        place_cell(a, row, columns[c], &cells[c]);
    a->rows[row].full = true;
    return true;
}

bool place_by_digit(struct alignment *a, size_t row, const struct values *v, size_t m,
                    const size_t *columns)
{
    const struct item *all = v->n == 1 ? place_item(a, v, 0) : NULL;
    if (!a->s->glued || m < FEW || !all || all->text.n != m ||
        a->s->records[a->rows[row].record].grid >= 0)
        return false;
    for (size_t i = 0; i < m; i++)
        if (all->text.p[i] < '0' || all->text.p[i] > '9')
            return false;
    for (size_t c = 0; c < m; c++) {
        struct item digit = *all;
        digit.text = str_sub(all->text, c, 1);
        digit.raw = all->raw.n == m ? str_sub(all->raw, c, 1) : digit.text;
        place_cell(a, row, columns[c], &digit);
    }
    a->rows[row].full = true;
    return true;
}
