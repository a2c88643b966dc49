/*
 * diagnose.h - which equations of a table do not hold, and which cells explain it (prefix diagnose_).
 *
 * Table three's equations over its cells are an error-locating code: every single wrong cell breaks a
 * pattern of equations of its own, so it is found and its right value computed; any two wrong cells are
 * always seen. The search takes the smallest set of cell changes that makes every broken equation
 * hold and breaks none, cell values staying integers not below zero; broken equations that share no
 * cell are explained apart. Nothing is ever corrected: a diagnosis is an explanation.
 */
#ifndef AUDITOR_RECOGNISE_DIAGNOSE_H
#define AUDITOR_RECOGNISE_DIAGNOSE_H

#include "recognise/report.h"

enum equation_state {
    EQUATION_HOLDS,
    EQUATION_BROKEN,
    EQUATION_OPEN /* a cell in it is not a number: nothing is proved */
};

struct diagnosis_change {
    uint16_t cell;
    int64_t found, right;
    /* How a person would name it: "digits-swapped", "digit-mistyped", "digit-lost", "digit-added",
     * "column-shifted", "off-by-one", "mistyped". */
    const char *kind;
};

enum { DIAGNOSIS_CHANGES = 8, DIAGNOSIS_CANDIDATES = 12 };

struct diagnosis_candidate { /* one smallest explanation: one or two cells, or a row's values that
                              * all slipped by one column */
    struct diagnosis_change changes[DIAGNOSIS_CHANGES];
    size_t n;
};

struct diagnosis {
    struct diagnosis_candidate *candidates; /* likeliest first, at most
                                              * DIAGNOSIS_CANDIDATES */
    size_t n;                               /* 0: no explanation of one or two cells */
    size_t total;                           /* how many there are, listed or not */
    bool unique;                            /* exactly one smallest explanation */
    size_t *equations; /* the broken equations it explains, indexes into layout->equations */
    size_t equation_count;
    size_t lead; /* the equation that names the cell best: the finding stands there */
};

struct equation_check {
    enum equation_state state;
    int64_t left, right;               /* stated sum or left side; sum of the parts or right side */
    int open_cell;                     /* EQUATION_OPEN: the first cell that is no number */
    const struct diagnosis *diagnosis; /* EQUATION_BROKEN */
};

struct table_check {
    const struct report_table *table;
    struct equation_check *equations; /* as layout->equations */
    struct diagnosis *diagnoses;
    size_t diagnosis_count;
};

/* All memory comes from the arena. table must be present. */
struct table_check *diagnose_table(const struct report_table *table, struct arena *arena);

/* The formula with its numbers, parts first: "12 + 3 + 0 = 14"; for a balance "128 + 3 = 130 + 0". */
void diagnose_formula(const struct report_table *table, size_t equation, struct strbuf *out);

#endif /* AUDITOR_RECOGNISE_DIAGNOSE_H */
