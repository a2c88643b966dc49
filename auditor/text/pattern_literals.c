/*
 * pattern_literals.c - the literals that a regular expression cannot match without (see pattern.h).
 *
 * Reads the pattern as a sequence of atoms. Every run of plain characters that must occur, and every
 * group that must, is a candidate; of the candidates the one with the longest shortest literal wins.
 * An alternation needs a literal in each branch. What is not understood gives no literal, never a
 * wrong one.
 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "text/pattern.h"

enum { SET_MAX = 512, DEPTH_MAX = 12, CASED_MAX = 3, CLASS_MAX = 8 };

/* One of these stands in every match; n 0: nothing is known. It is large: only what is used is written. */
struct set {
    struct str items[SET_MAX];
    size_t n;
};

struct reader {
    struct str s;
    size_t i;
    int depth;
    bool caseless; /* (?i) holds here */
    bool confused; /* something that is not understood: the result is void */
    struct arena *arena;
};

struct run { /* plain characters in a row */
    char text[256];
    size_t n, last; /* last: where its last character begins */
};

static size_t worth(const struct set *set)
{
    size_t least = 0;
    for (size_t i = 0; i < set->n; i++)
        if (i == 0 || set->items[i].n < least)
            least = set->items[i].n;
    return least;
}

static void prefer(struct set *best, const struct set *other)
{
    if (other->n == 0 || worth(other) <= worth(best))
        return;
    memcpy(best->items, other->items, other->n * sizeof *other->items);
    best->n = other->n;
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* A caseless run: its longest part without letters; else its first letters in every case. */
static void prefer_caseless(struct reader *r, const struct run *run, struct set *best)
{
    struct set set;
    size_t from = 0, n = 0, letters = 0;
    set.n = 0;
    for (size_t i = 0; i < run->n; i++) {
        size_t start = i;
        while (i < run->n && !is_letter(run->text[i]))
            i++;
        if (i - start > n) {
            from = start;
            n = i - start;
        }
    }
    if (n >= 2) {
        set.n = 1;
        set.items[0] = arena_str(r->arena, (struct str){ run->text + from, n });
    } else {
        while (letters < run->n && letters < CASED_MAX && is_letter(run->text[letters]))
            letters++;
        for (unsigned cases = 0; letters >= 2 && cases < 1u << letters; cases++) {
            char text[CASED_MAX];
            for (size_t i = 0; i < letters; i++)
                text[i] = (char)((run->text[i] & ~0x20) | (cases >> i & 1 ? 0x20 : 0));
            set.items[set.n++] = arena_str(r->arena, (struct str){ text, letters });
        }
    }
    prefer(best, &set);
}

static void end_run(struct reader *r, struct run *run, struct set *best)
{
    if (run->n >= 2 && r->caseless) {
        prefer_caseless(r, run, best);
    } else if (run->n >= 2) {
        struct set set;
        set.n = 1;
        set.items[0] = arena_str(r->arena, (struct str){ run->text, run->n });
        prefer(best, &set);
    }
    run->n = run->last = 0;
}

static bool at(const struct reader *r, char c)
{
    return r->i < r->s.n && r->s.p[r->i] == c;
}

/* How often the atom before must occur at least. Behind all but ONE something else may stand. */
enum least { LEAST_NONE, LEAST_ONE, LEAST_SOME, LEAST_TWO };

static enum least read_braces(struct reader *r)
{
    char first = r->s.p[r->i + 1], second = r->i + 2 < r->s.n ? r->s.p[r->i + 2] : 0;
    bool more = second >= '0' && second <= '9';
    while (r->i < r->s.n && r->s.p[r->i] != '}')
        r->i++;
    r->i++;
    if (first == ',' || first == '0')
        return LEAST_NONE; /* {0,n}; {01} is taken for it, which is safe */
    return first == '1' && !more ? LEAST_SOME : LEAST_TWO;
}

static enum least read_quantifier(struct reader *r)
{
    enum least least = LEAST_ONE;
    if (at(r, '*') || at(r, '?')) {
        least = LEAST_NONE;
        r->i++;
    } else if (at(r, '+')) {
        least = LEAST_SOME;
        r->i++;
    } else if (at(r, '{') && r->i + 1 < r->s.n &&
               ((r->s.p[r->i + 1] >= '0' && r->s.p[r->i + 1] <= '9') || r->s.p[r->i + 1] == ',')) {
        least = read_braces(r);
    } else {
        return LEAST_ONE;
    }
    if (at(r, '?') || at(r, '+'))
        r->i++;
    return least;
}

/* Reads a class. Its members, if they are few and plain; else none. */
static void read_class(struct reader *r, struct set *members)
{
    bool plain = true;
    members->n = 0;
    r->i++; /* [ */
    if (at(r, '^')) {
        plain = false;
        r->i++;
    }
    for (bool first = true; r->i < r->s.n && (first || r->s.p[r->i] != ']'); first = false) {
        size_t from = r->i;
        char c = r->s.p[r->i];
        if (c == '[' && r->i + 1 < r->s.n && r->s.p[r->i + 1] == ':')
            r->confused = true; /* [[:alpha:]] */
        plain = plain && c != '\\' && c != '-' && c != '[' && !(r->caseless && is_letter(c));
        str_next(r->s, &r->i);
        if (c == '\\' && r->i < r->s.n)
            str_next(r->s, &r->i);
        if (plain && members->n < CLASS_MAX)
            members->items[members->n++] = str_sub(r->s, from, r->i - from);
        else
            plain = false;
    }
    r->i++; /* ] */
    if (!plain)
        members->n = 0;
}

/* Members that occur twice in a row at least: every pair of them. */
static void pair_members(struct reader *r, const struct set *members, struct set *pairs)
{
    for (size_t i = 0; i < members->n; i++)
        for (size_t k = 0; k < members->n; k++)
            pairs->items[pairs->n++] = arena_fmt(r->arena, "%.*s%.*s", STR_ARG(members->items[i]),
                                                 STR_ARG(members->items[k]));
}

static void read_class_atom(struct reader *r, struct set *best)
{
    struct set members, pairs;
    pairs.n = 0;
    read_class(r, &members);
    enum least least = read_quantifier(r);
    if (least == LEAST_TWO)
        pair_members(r, &members, &pairs);
    else if (least != LEAST_NONE)
        prefer(&pairs, &members);
    if (worth(&pairs) >= 2)
        prefer(best, &pairs);
}

static void read_alternatives(struct reader *r, struct set *out);

/* Behind "(": what kind of group. Sets *counts when what it holds is part of the match. */
static void read_group_head(struct reader *r, bool *counts)
{
    *counts = true;
    if (!at(r, '?'))
        return;
    r->i++;
    char c = r->i < r->s.n ? r->s.p[r->i] : 0;
    char next = r->i + 1 < r->s.n ? r->s.p[r->i + 1] : 0;
    if (c == ':' || c == '>') {
        r->i++;
    } else if (c == 'i' && next == ':') {
        r->caseless = true;
        r->i += 2;
    } else if (c == '=' || c == '!') {
        *counts = false;
        r->i++;
    } else if (c == '<' && (next == '=' || next == '!')) {
        *counts = false;
        r->i += 2;
    } else if (c == '<' || (c == 'P' && next == '<')) {
        while (r->i < r->s.n && r->s.p[r->i] != '>')
            r->i++;
        r->i++;
    } else {
        r->confused = true; /* flags, conditions, recursion, comments */
    }
}

static void read_group(struct reader *r, struct set *best)
{
    bool counts;
    struct set inner;
    inner.n = 0;
    r->i++;                                     /* ( */
    if (at(r, '*') || ++r->depth > DEPTH_MAX) { /* verbs */
        r->confused = true;
        return;
    }
    bool caseless = r->caseless; /* of the group around it */
    read_group_head(r, &counts);
    read_alternatives(r, &inner);
    r->caseless = caseless;
    r->depth--;
    if (!at(r, ')')) {
        r->confused = true;
        return;
    }
    r->i++;
    if (read_quantifier(r) != LEAST_NONE && counts)
        prefer(best, &inner);
}

/* A plain character, possibly escaped; false: it was no plain one and has been passed over. */
static bool read_plain(struct reader *r, struct run *run)
{
    unsigned char c = (unsigned char)r->s.p[r->i];
    if (c == '\\') {
        c = r->i + 1 < r->s.n ? (unsigned char)r->s.p[r->i + 1] : 0;
        bool letter =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == 0;
        if (letter && !strchr("dDwWsSbBhHvVRNAzZ", c))
            r->confused = true; /* \Q, \p{..}, back references, code points */
        r->i += 2;
        if (letter)
            return false;
        run->last = run->n;
        run->text[run->n++] = (char)c;
        return true;
    }
    size_t from = r->i;
    str_next(r->s, &r->i);
    if (c == '.' || c == '^' || c == '$')
        return false;
    run->last = run->n;
    memcpy(run->text + run->n, r->s.p + from, r->i - from);
    run->n += r->i - from;
    return true;
}

static void read_sequence(struct reader *r, struct set *best)
{
    struct run run = { .n = 0 };
    while (r->i < r->s.n && !r->confused && !at(r, '|') && !at(r, ')')) {
        if (at(r, '(')) {
            end_run(r, &run, best);
            read_group(r, best);
            continue;
        }
        if (at(r, '[')) {
            end_run(r, &run, best);
            read_class_atom(r, best);
            continue;
        }
        if (run.n + 16 > sizeof run.text)
            end_run(r, &run, best);
        bool plain = read_plain(r, &run);
        enum least least = read_quantifier(r);
        if (plain && least == LEAST_NONE)
            run.n = run.last;
        if (plain && least == LEAST_TWO) {
            size_t n = run.n - run.last;
            memcpy(run.text + run.n, run.text + run.last, n);
            run.n += n;
        }
        if (!plain || least != LEAST_ONE)
            end_run(r, &run, best);
    }
    end_run(r, &run, best);
}

/* The union of the branches; nothing when one branch has nothing or they are too many. */
static void read_alternatives(struct reader *r, struct set *out)
{
    bool sound = true;
    for (;;) {
        struct set branch;
        branch.n = 0;
        read_sequence(r, &branch);
        if (branch.n == 0 || out->n + branch.n > SET_MAX)
            sound = false;
        for (size_t i = 0; sound && i < branch.n; i++)
            out->items[out->n++] = branch.items[i];
        if (r->confused || !at(r, '|'))
            break;
        r->i++;
    }
    if (!sound)
        out->n = 0;
}

size_t pattern_literals(struct str source, struct arena *arena, struct str **out)
{
    struct reader r = { .s = source, .arena = arena };
    struct set set;
    set.n = 0;
    *out = NULL;
    if (str_starts(source, STR("(?i)"))) {
        r.caseless = true;
        r.i = 4;
    }
    read_alternatives(&r, &set);
    if (r.confused || r.i < source.n || set.n == 0)
        return 0;
    *out = arena_alloc(arena, set.n * sizeof **out);
    memcpy(*out, set.items, set.n * sizeof **out);
    return set.n;
}
