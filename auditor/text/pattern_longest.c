/*
 * pattern_longest.c - how long a match of a regular expression can be (see pattern.h).
 *
 * Reads the pattern as a sequence of atoms with their quantifiers and adds up. What is looked ahead or back
 * for counts as if it were part of the match. What is not understood makes the length unknown, never too small.
 */
#include <string.h>

#include "text/pattern.h"

enum { CHARACTER = 4 /* bytes of one at most */, DEPTH_MAX = 50 };

struct reader {
    struct str s;
    size_t i;
    int depth;
    bool caseless; /* (?i) holds here: the other case of a letter may be longer */
    bool confused; /* something that is not understood: the result is void */
};

static size_t plus(size_t a, size_t b)
{
    return a > SIZE_MAX - b ? SIZE_MAX : a + b;
}

static size_t times(size_t a, size_t n)
{
    return a && n > SIZE_MAX / a ? SIZE_MAX : a * n;
}

static bool at(const struct reader *r, char c)
{
    return r->i < r->s.n && r->s.p[r->i] == c;
}

static bool at_digit(const struct reader *r)
{
    return r->i < r->s.n && r->s.p[r->i] >= '0' && r->s.p[r->i] <= '9';
}

static size_t read_count(struct reader *r)
{
    size_t n = 0;
    for (; at_digit(r); r->i++)
        n = plus(times(n, 10), (size_t)(r->s.p[r->i] - '0'));
    return n;
}

/* Behind "{": how often the atom before may stand at most. */
static size_t read_braces(struct reader *r)
{
    r->confused = r->confused || !at_digit(r);
    size_t n = read_count(r);
    if (at(r, ',')) {
        r->i++;
        n = at_digit(r) ? read_count(r) : SIZE_MAX;
    }
    r->confused = r->confused || !at(r, '}');
    r->i++;
    return n;
}

static size_t read_quantifier(struct reader *r)
{
    size_t most = 1;
    if (at(r, '*') || at(r, '+')) {
        most = SIZE_MAX;
        r->i++;
    } else if (at(r, '?')) {
        r->i++;
    } else if (at(r, '{')) {
        r->i++;
        most = read_braces(r);
    } else {
        return 1;
    }
    if (at(r, '?') || at(r, '+')) /* reluctant, possessive */
        r->i++;
    return most;
}

static void skip_class(struct reader *r)
{
    r->i++; /* [ */
    if (at(r, '^'))
        r->i++;
    for (bool first = true; r->i < r->s.n && (first || !at(r, ']')); first = false) {
        bool escaped = at(r, '\\');
        if (at(r, '[') && r->i + 1 < r->s.n && r->s.p[r->i + 1] == ':')
            r->confused = true; /* [[:alpha:]] */
        str_next(r->s, &r->i);
        if (escaped && r->i < r->s.n)
            str_next(r->s, &r->i);
    }
    r->i++; /* ] */
}

static void read_group_head(struct reader *r)
{
    static const char *const heads[] = { "?:", "?>", "?=", "?!", "?<=", "?<!", "?i:" };
    struct str rest = str_sub(r->s, r->i, r->s.n);
    r->confused = r->confused || at(r, '*'); /* verbs */
    if (!at(r, '?'))
        return;
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        if (str_starts(rest, str_of(heads[i]))) {
            r->caseless = r->caseless || heads[i][1] == 'i';
            r->i += strlen(heads[i]);
            return;
        }
    if (!str_starts(rest, STR("?<")) && !str_starts(rest, STR("?P<")))
        r->confused = true; /* flags, conditions, recursion, comments */
    while (r->i < r->s.n && !at(r, '>'))
        r->i++;
    r->i++;
}

static size_t read_alternatives(struct reader *r);

static size_t read_group(struct reader *r)
{
    bool caseless = r->caseless; /* of the group around it */
    r->i++;                      /* ( */
    if (++r->depth > DEPTH_MAX) {
        r->confused = true;
        return 0;
    }
    read_group_head(r);
    size_t n = read_alternatives(r);
    r->confused = r->confused || !at(r, ')');
    r->i++;
    r->depth--;
    r->caseless = caseless;
    return n;
}

static size_t read_escape(struct reader *r)
{
    r->i++; /* the backslash */
    char c = r->i < r->s.n ? r->s.p[r->i] : '\0';
    bool word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    str_next(r->s, &r->i);
    if (word && strchr("bBAzZ", c))
        return 0;
    if (c == '\0' || (word && !strchr("dDwWsShHvVRN", c)))
        r->confused = true; /* \Q, \K, \p{..}, back references, code points */
    return CHARACTER;
}

static size_t read_atom(struct reader *r)
{
    size_t from = r->i;
    if (at(r, '('))
        return read_group(r);
    if (at(r, '\\'))
        return read_escape(r);
    if (at(r, '[')) {
        skip_class(r);
        return CHARACTER;
    }
    bool place = at(r, '^') || at(r, '$');
    bool any = at(r, '.') || r->caseless;
    str_next(r->s, &r->i);
    return place ? 0 : any ? CHARACTER : r->i - from;
}

static size_t read_alternatives(struct reader *r)
{
    size_t longest = 0, n = 0;
    while (r->i < r->s.n && !r->confused && !at(r, ')')) {
        if (at(r, '|')) {
            r->i++;
            n = 0;
            continue;
        }
        size_t atom = read_atom(r);
        n = plus(n, times(atom, read_quantifier(r)));
        longest = n > longest ? n : longest;
    }
    return longest;
}

size_t pattern_longest(struct str source)
{
    struct reader r = { .s = source };
    if (str_starts(source, STR("(?i)"))) {
        r.caseless = true;
        r.i = 4;
    }
    size_t n = read_alternatives(&r);
    return r.confused || r.i != source.n ? SIZE_MAX : n;
}
