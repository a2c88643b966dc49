/*
 * diagnose_search.h - the search behind diagnose.c: which cells explain broken equations.
 *
 * A net holds the closed equations of a table (all cells numbers), what each is off by, and for
 * every cell the equations it stands in. A set of equations is a bit for each, `part`: those that
 * are to be explained; every other closed equation must go on holding as it does.
 */
#ifndef AUDITOR_RECOGNISE_DIAGNOSE_SEARCH_H
#define AUDITOR_RECOGNISE_DIAGNOSE_SEARCH_H

#include "recognise/diagnose.h"

struct net_use {
    uint16_t equation;
    int16_t factor;
};

struct net_cell {
    uint16_t cell;
    int64_t value;
    const struct net_use *uses; /* closed equations only */
    size_t n;
    bool counts; /* must not become negative */
};

struct net {
    const struct report_table *table;
    struct arena *arena;
    int64_t *off;           /* by equation: sum of factor * value; 0 holds */
    bool *closed;           /* by equation */
    struct net_cell *cells; /* by cell of the table; n == 0: in no closed equation */
    size_t cell_count, equation_count;
};

/* Candidates found, the likeliest kept. */
struct findings {
    struct diagnosis_candidate *list;
    int likely[DIAGNOSIS_CANDIDATES];
    size_t n, total;
};

void net_build(struct net *net, const struct report_table *table, struct arena *arena);

void search_one(const struct net *net, const bool *part, struct findings *out);
void search_two(const struct net *net, const bool *part, struct findings *out);
/* One row whose values all slipped by a column. */
void search_slip(const struct net *net, const bool *part, struct findings *out);

/* True if changing the cell alone by *delta mends every broken equation it stands in and breaks
 * none; at least `most` of them. */
bool net_mends(const struct net *net, size_t cell, int64_t *delta, size_t most);

void findings_add(const struct net *net, struct findings *out, struct diagnosis_candidate *c);

/* --- diagnose_kind.c --- */
const char *diagnose_kind(int64_t found, int64_t right);
int diagnose_likely(const struct net *net, const struct diagnosis_candidate *c);

#endif /* AUDITOR_RECOGNISE_DIAGNOSE_SEARCH_H */
