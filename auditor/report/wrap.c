/* wrap.c - see wrap.h. */
#include "report/wrap.h"

#include <utf8proc.h>

#include "base/log.h"

enum { PIECE_MAX = 40 }; /* columns of what is kept on one line at most */

static bool is_digit(uint32_t c)
{
    return c >= '0' && c <= '9';
}

static bool is_blank(uint32_t c)
{
    return c == ' ' || c == '\n';
}

static bool is_wide(uint32_t c)
{
    return c > 0x2E7F;
}

static bool is_han(uint32_t c)
{
    return (c >= 0x3400 && c < 0xA000) || c >= 0x20000;
}

/* What no line begins with: closing brackets and what ends a phrase. */
static bool is_closing(uint32_t c)
{
    switch (c) {
    case 0x3001: /* 、 */
    case 0x3002: /* 。 */
    case 0x3009: /* 〉 》 」 』 】 〕 */
    case 0x300B:
    case 0x300D:
    case 0x300F:
    case 0x3011:
    case 0x3015:
    case 0xFF01: /* ！ ） ， ： ； ？ */
    case 0xFF09:
    case 0xFF0C:
    case 0xFF1A:
    case 0xFF1B:
    case 0xFF1F:
        return true;
    default:
        return false;
    }
}

/* What no line ends with. */
static bool is_opening(uint32_t c)
{
    return c == 0x3008 || c == 0x300A || c == 0x300C || c == 0x300E || c == 0x3010 || c == 0x3014 ||
           c == 0xFF08;
}

/* Whether a line may be broken between two neighbours. A Latin word stays whole, and so does a number
 * with what stands before and behind it: "第 12 行", "12 件", "line 12". */
static bool may_break(uint32_t before, uint32_t c, uint32_t next)
{
    if (is_blank(c))
        return !is_digit(before) && !is_digit(next);
    if (is_blank(before))
        return false; /* the break came before the blank, which begins its word */
    if (is_closing(c) || is_opening(before))
        return false;
    if (is_digit(before))
        return is_wide(c) && !is_han(c);                             /* punctuation and brackets */
    return is_wide(before) || is_wide(c) ? before != 0x7B2C : false; /* 第 */
}

/* The end of the piece that begins at `from`, and its width. */
static size_t piece_end(struct str s, size_t from, unsigned *width)
{
    size_t i = from;
    uint32_t before = 0;
    *width = 0;
    while (i < s.n) {
        size_t at = i;
        uint32_t c = str_next(s, &i);
        size_t ahead = i;
        uint32_t next = i < s.n ? str_next(s, &ahead) : 0;
        int w = utf8proc_charwidth((utf8proc_int32_t)(is_blank(c) ? ' ' : c));
        if (at > from && (may_break(before, c, next) || *width + (unsigned)w > PIECE_MAX))
            return at;
        *width += w > 0 ? (unsigned)w : 0;
        before = c;
    }
    return i;
}

void wrap_text(struct strbuf *out, struct str text, const struct wrap *wrap)
{
    struct strbuf safe = { 0 };
    unsigned column = wrap->column;
    log_safe(&safe, text);
    struct str s = strbuf_view(&safe);
    for (size_t from = 0; from < s.n;) {
        unsigned width = 0;
        size_t end = piece_end(s, from, &width);
        if (column + width > wrap->width && column > wrap->hang) {
            while (out->n && out->p[out->n - 1] == ' ')
                out->n--;
            strbuf_char(out, '\n');
            for (column = 0; column < wrap->hang; column++)
                strbuf_char(out, ' ');
            for (; from < end && is_blank((unsigned char)s.p[from]); from++)
                width--;
        }
        for (; from < end; from++)
            strbuf_char(out, s.p[from] == '\n' ? ' ' : s.p[from]);
        column += width;
    }
    strbuf_char(out, '\n');
    strbuf_free(&safe);
}

/* Where the further lines of one begin: below its second column, if it has one, else a little to the right of its first. */
static unsigned hang_of(struct str line)
{
    enum { FURTHEST = 46 };
    unsigned indent = 0, column = 0;
    uint32_t before[2] = { 0, 0 };
    while (indent < line.n && line.p[indent] == ' ')
        indent++;
    for (size_t i = 0; i < line.n;) {
        uint32_t c = str_next(line, &i);
        if (column > indent && c != ' ' && before[0] == ' ' && before[1] == ' ' &&
            column <= FURTHEST)
            return column;
        before[1] = before[0];
        before[0] = c;
        column += c > 0x2E7F ? 2 : 1;
    }
    return indent + 2;
}

void wrap_lines(struct strbuf *out, struct str text, unsigned width)
{
    struct str line;
    if (str_ends(text, STR("\n")))
        text.n--;
    while (str_split(&text, '\n', &line))
        wrap_text(out, line, &(struct wrap){ 0, hang_of(line), width });
}
