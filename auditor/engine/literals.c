/*
 * literals.c - the literals that a regular expression cannot match without (see prefilter.h).
 *
 * Reads the pattern as a sequence of atoms. Every run of plain characters that must occur, and every
 * group that must, is a candidate; of the candidates the one with the longest shortest literal wins.
 * An alternation needs a literal in each branch. What is not understood gives no literal, never a
 * wrong one.
 */
#include <stdlib.h>
#include <string.h>

#include "engine/prefilter.h"

enum { SET_MAX = 64, DEPTH_MAX = 20 };

struct set { /* one of these stands in every match; n 0: nothing is known */
    struct str items[SET_MAX];
    size_t n;
};

struct reader {
    struct str s;
    size_t i;
    int depth;
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
    if (other->n > 0 && worth(other) > worth(best))
        *best = *other;
}

static void end_run(struct reader *r, struct run *run, struct set *best)
{
    if (run->n >= 2) {
        struct set set = { .n = 1 };
        set.items[0] = arena_str(r->arena, (struct str){ run->text, run->n });
        prefer(best, &set);
    }
    run->n = run->last = 0;
}

static bool at(const struct reader *r, char c)
{
    return r->i < r->s.n && r->s.p[r->i] == c;
}

/* Reads a quantifier; *least is how often the atom must occur. */
static void read_quantifier(struct reader *r, unsigned *least)
{
    *least = 1;
    if (at(r, '*') || at(r, '?')) {
        *least = 0;
        r->i++;
    } else if (at(r, '+')) {
        r->i++;
        *least = 2; /* what follows does not directly follow the first */
    } else if (at(r, '{') && r->i + 1 < r->s.n &&
               ((r->s.p[r->i + 1] >= '0' && r->s.p[r->i + 1] <= '9') || r->s.p[r->i + 1] == ',')) {
        *least = r->s.p[r->i + 1] == '0' || r->s.p[r->i + 1] == ',' ? 0 : 2;
        while (r->i < r->s.n && r->s.p[r->i] != '}')
            r->i++;
        r->i++;
    } else {
        return;
    }
    if (at(r, '?') || at(r, '+'))
        r->i++;
}

static void skip_class(struct reader *r)
{
    r->i++; /* [ */
    if (at(r, '^'))
        r->i++;
    if (at(r, ']'))
        r->i++;
    while (r->i < r->s.n && r->s.p[r->i] != ']') {
        if (r->s.p[r->i] == '[' && r->i + 1 < r->s.n && r->s.p[r->i + 1] == ':')
            r->confused = true; /* [[:alpha:]] */
        r->i += r->s.p[r->i] == '\\' ? 2 : 1;
    }
    r->i++;
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
    unsigned least;
    struct set inner = { .n = 0 };
    r->i++;                                     /* ( */
    if (at(r, '*') || ++r->depth > DEPTH_MAX) { /* verbs */
        r->confused = true;
        return;
    }
    read_group_head(r, &counts);
    read_alternatives(r, &inner);
    r->depth--;
    if (!at(r, ')')) {
        r->confused = true;
        return;
    }
    r->i++;
    read_quantifier(r, &least);
    if (counts && least > 0)
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
    unsigned least;
    while (r->i < r->s.n && !r->confused && !at(r, '|') && !at(r, ')')) {
        if (at(r, '(')) {
            end_run(r, &run, best);
            read_group(r, best);
            continue;
        }
        if (at(r, '[')) {
            end_run(r, &run, best);
            skip_class(r);
            read_quantifier(r, &least);
            continue;
        }
        if (run.n + 8 > sizeof run.text)
            end_run(r, &run, best);
        bool plain = read_plain(r, &run);
        read_quantifier(r, &least);
        if (plain && least == 0)
            run.n = run.last;
        if (!plain || least != 1)
            end_run(r, &run, best);
    }
    end_run(r, &run, best);
}

/* The union of the branches; nothing when one branch has nothing or they are too many. */
static void read_alternatives(struct reader *r, struct set *out)
{
    bool sound = true;
    for (;;) {
        struct set branch = { .n = 0 };
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

size_t prefilter_literals(struct str source, struct arena *arena, struct str **out)
{
    struct reader r = { .s = source, .arena = arena };
    struct set set = { .n = 0 };
    *out = NULL;
    read_alternatives(&r, &set);
    if (r.confused || r.i < source.n || set.n == 0)
        return 0;
    *out = arena_alloc(arena, set.n * sizeof **out);
    memcpy(*out, set.items, set.n * sizeof **out);
    return set.n;
}
