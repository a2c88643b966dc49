/* semver.c - see semver.h. */
#include "base/semver.h"

enum { MOST_DIGITS = 9 };

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_word(char c)
{
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
}

static bool all_digits(struct str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (!is_digit(s.p[i]))
            return false;
    return s.n > 0;
}

/* A number without leading zeros. */
static bool read_number(struct str s, uint32_t *out)
{
    if (!all_digits(s) || s.n > MOST_DIGITS || (s.n > 1 && s.p[0] == '0'))
        return false;
    *out = 0;
    for (size_t i = 0; i < s.n; i++)
        *out = *out * 10 + (uint32_t)(s.p[i] - '0');
    return true;
}

/* Words between dots: of -pre (numbers without leading zeros) or +build. */
static bool valid_words(struct str s, bool pre)
{
    size_t from = 0;
    for (size_t i = 0; i <= s.n; i++) {
        if (i < s.n && s.p[i] != '.') {
            if (!is_word(s.p[i]))
                return false;
            continue;
        }
        struct str word = str_sub(s, from, i - from);
        if (word.n == 0 || (pre && all_digits(word) && word.n > 1 && word.p[0] == '0'))
            return false;
        from = i + 1;
    }
    return true;
}

/* Numbers between dots, one to three. */
static bool read_core(struct semver *out, struct str core)
{
    size_t from = 0;
    for (size_t i = 0; i <= core.n; i++) {
        if (i < core.n && core.p[i] != '.')
            continue;
        if (out->parts_written == 3 ||
            !read_number(str_sub(core, from, i - from), &out->part[out->parts_written]))
            return false;
        out->parts_written++;
        from = i + 1;
    }
    return true;
}

/* Also with parts left out, as ranges have it. */
static bool read_version(struct semver *out, struct str text)
{
    *out = (struct semver){ .pre = { "", 0 } };
    size_t plus = str_find(text, STR("+"));
    if (plus != SIZE_MAX && !valid_words(str_sub(text, plus + 1, text.n), false))
        return false;
    text = str_sub(text, 0, plus == SIZE_MAX ? text.n : plus);
    size_t hyphen = str_find(text, STR("-"));
    if (hyphen != SIZE_MAX) {
        out->pre = str_sub(text, hyphen + 1, text.n);
        if (!valid_words(out->pre, true))
            return false;
        text = str_sub(text, 0, hyphen);
    }
    return read_core(out, text) && (out->parts_written == 3 || (hyphen & plus) == SIZE_MAX);
}

bool semver_parse(struct semver *out, struct str text)
{
    return read_version(out, text) && out->parts_written == 3;
}

static int sign(int64_t n)
{
    return n < 0 ? -1 : n > 0;
}

static int word_cmp(struct str a, struct str b)
{
    bool number = all_digits(a);
    if (number != all_digits(b))
        return number ? -1 : 1;
    if (number && a.n != b.n)
        return a.n < b.n ? -1 : 1;
    return sign(str_cmp(a, b));
}

/* A version without -pre is the later one; the words are compared one by one. */
static int pre_cmp(struct str a, struct str b)
{
    if (a.n == 0 || b.n == 0)
        return sign((int64_t)(a.n == 0) - (int64_t)(b.n == 0));
    struct str x, y;
    for (;;) {
        bool more_a = str_split(&a, '.', &x);
        bool more_b = str_split(&b, '.', &y);
        if (!more_a || !more_b)
            return sign((int64_t)more_a - (int64_t)more_b);
        int order = word_cmp(x, y);
        if (order)
            return order;
    }
}

static int core_cmp(const struct semver *a, const struct semver *b)
{
    for (int i = 0; i < 3; i++)
        if (a->part[i] != b->part[i])
            return a->part[i] < b->part[i] ? -1 : 1;
    return 0;
}

int semver_cmp(const struct semver *a, const struct semver *b)
{
    int order = core_cmp(a, b);
    return order ? order : pre_cmp(a->pre, b->pre);
}

/* version < bound, whose pre-releases do not count as below it. */
static bool below(const struct semver *version, const struct semver *bound)
{
    int order = core_cmp(version, bound);
    return order < 0 || (order == 0 && bound->pre.n && pre_cmp(version->pre, bound->pre) < 0);
}

/* The first version that no longer begins with the parts before `kept`, which count on by one. */
static struct semver next_of(const struct semver *v, unsigned kept)
{
    struct semver next = { .pre = { "", 0 }, .parts_written = 3 };
    for (unsigned i = 0; i < kept; i++)
        next.part[i] = v->part[i];
    if (kept)
        next.part[kept - 1]++;
    return next;
}

/* At least the bound and below the next version that differs in the parts kept. */
static bool within(const struct semver *version, const struct semver *bound, unsigned kept)
{
    struct semver next = next_of(bound, kept);
    return semver_cmp(version, bound) >= 0 && below(version, &next);
}

/* ^ keeps the first part that is not zero. */
static unsigned caret_parts(const struct semver *v)
{
    for (unsigned i = 0; i < v->parts_written; i++)
        if (v->part[i])
            return i + 1;
    return v->parts_written;
}

enum operator{ OP_EQUAL, OP_LESS, OP_LESS_EQUAL, OP_MORE, OP_MORE_EQUAL, OP_CARET, OP_TILDE };

static enum operator take_operator(struct str *term)
{
    static const struct {
        struct str word;
        enum operator op;
    } words[] = { { { "<=", 2 }, OP_LESS_EQUAL }, { { ">=", 2 }, OP_MORE_EQUAL },
                  { { "<", 1 }, OP_LESS },        { { ">", 1 }, OP_MORE },
                  { { "=", 1 }, OP_EQUAL },       { { "^", 1 }, OP_CARET },
                  { { "~", 1 }, OP_TILDE } };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_starts(*term, words[i].word)) {
            *term = str_sub(*term, words[i].word.n, term->n);
            return words[i].op;
        }
    return OP_EQUAL;
}

static bool holds(const struct semver *version, const struct semver *bound, enum operator op)
{
    switch (op) {
    case OP_LESS:
        return below(version, bound);
    case OP_LESS_EQUAL:
        return semver_cmp(version, bound) <= 0;
    case OP_MORE:
        return semver_cmp(version, bound) > 0;
    case OP_MORE_EQUAL:
        return semver_cmp(version, bound) >= 0;
    case OP_CARET:
        return within(version, bound, caret_parts(bound));
    case OP_TILDE:
        return within(version, bound, bound->parts_written > 1 ? 2 : 1);
    default:
        return bound->parts_written == 3 ? semver_cmp(version, bound) == 0
                                         : within(version, bound, bound->parts_written);
    }
}

/* The next term from *i on, an operator and its version, also with blanks between them. */
static struct str next_term(struct str range, size_t *i)
{
    size_t from = *i;
    while (*i < range.n && strchr("<>=^~", range.p[*i]))
        ++*i;
    while (*i > from && *i < range.n && range.p[*i] == ' ')
        ++*i;
    while (*i < range.n && range.p[*i] != ' ' && range.p[*i] != ',')
        ++*i;
    struct str term = str_sub(range, from, *i - from);
    ++*i;
    return term;
}

/* Walks the terms of a range. version NULL: only whether they can be read. */
static bool check_range(const struct semver *version, struct str range)
{
    bool any = false;
    for (size_t i = 0; i < range.n;) {
        struct str term = next_term(range, &i);
        if (term.n == 0)
            continue;
        any = true;
        struct semver bound;
        if (str_eq_c(term, "*"))
            continue;
        enum operator op = take_operator(&term);
        if (!read_version(&bound, str_trim(term)) || (version && !holds(version, &bound, op)))
            return false;
    }
    return any;
}

bool semver_range_valid(struct str range)
{
    return check_range(NULL, range);
}

bool semver_in(const struct semver *version, struct str range)
{
    return check_range(version, range);
}
