/* spread.c - see spread.h. */
#include "score/spread.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/* Groups of more rows are sorted by digits: what qsort() needs for 200 draws of 100,000 rows is most of the time
 * that a ranking takes. */
enum { SMALL = 256, DIGIT = 11 };

struct trial {
    int64_t score; /* millionths */
    uint32_t row;
};

/* SplitMix64 (Steele, Lea, Flood 2014): the same on every machine. */
static uint64_t next(uint64_t *state)
{
    uint64_t z = *state += 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

static int by_score(const void *a, const void *b)
{
    const struct trial *x = a;
    const struct trial *y = b;
    if (x->score != y->score)
        return x->score > y->score ? -1 : 1;
    return x->row < y->row ? -1 : x->row > y->row;
}

static int64_t score_of(const struct spread_row *row, const int64_t *change)
{
    int64_t score = row->score * 1000;
    for (size_t i = 0; !row->fixed && i < row->loss_count; i++)
        score -= row->losses[i].points * change[row->losses[i].weight];
    return score;
}

/* One pass, stable, the largest digit first. `lowest` is taken off every score. */
static void sort_digit(struct trial *to, const struct trial *from, size_t n, int64_t lowest,
                       unsigned shift)
{
    enum { VALUES = 1 << DIGIT };
    size_t start[VALUES + 1] = { 0 };
    for (size_t i = 0; i < n; i++)
        start[VALUES - ((uint64_t)(from[i].score - lowest) >> shift & (VALUES - 1))]++;
    for (size_t v = 1; v <= VALUES; v++)
        start[v] += start[v - 1];
    for (size_t i = 0; i < n; i++)
        to[start[VALUES - 1 - ((uint64_t)(from[i].score - lowest) >> shift & (VALUES - 1))]++] =
            from[i];
}

/* The highest score first; `room` holds as many trials again. */
static void sort_trials(struct trial *trials, size_t n, struct trial *room)
{
    int64_t lowest = trials[0].score;
    int64_t highest = trials[0].score;
    if (n <= SMALL) {
        qsort(trials, n, sizeof *trials, by_score);
        return;
    }
    for (size_t i = 1; i < n; i++) {
        lowest = trials[i].score < lowest ? trials[i].score : lowest;
        highest = trials[i].score > highest ? trials[i].score : highest;
    }
    struct trial *from = trials;
    struct trial *to = room;
    for (unsigned shift = 0; shift < 64 && (uint64_t)(highest - lowest) >> shift; shift += DIGIT) {
        struct trial *sorted = to;
        sort_digit(to, from, n, lowest, shift);
        to = from;
        from = sorted;
    }
    if (from != trials)
        memcpy(trials, from, n * sizeof *trials);
}

static void rank_group(struct spread_row *rows, size_t n, const int64_t *change,
                       struct trial *trials)
{
    for (size_t i = 0; i < n; i++)
        trials[i] = (struct trial){ score_of(&rows[i], change), (uint32_t)i };
    sort_trials(trials, n, trials + n);
    unsigned rank = 0;
    for (size_t i = 0; i < n; i++) {
        struct spread_row *row = &rows[trials[i].row];
        if (i == 0 || trials[i].score != trials[i - 1].score)
            rank = (unsigned)i + 1;
        row->best = row->best == 0 || rank < row->best ? rank : row->best;
        row->worst = rank > row->worst ? rank : row->worst;
    }
}

static void rank_groups(struct spread_row *rows, size_t n, const int64_t *change,
                        struct trial *trials)
{
    for (size_t from = 0, end = 0; from < n; from = end) {
        while (end < n && rows[end].group == rows[from].group)
            end++;
        rank_group(rows + from, end - from, change, trials);
    }
}

void spread_ranks(struct spread_row *rows, size_t n, size_t weights)
{
    struct trial *trials = mem_zero(2 * n + 1, sizeof *trials);
    int64_t *change = mem_zero(weights + 1, sizeof *change); /* thousandths of each weight */
    uint64_t state = SPREAD_SEED;
    for (size_t i = 0; i < n; i++)
        rows[i].best = rows[i].worst = 0;
    rank_groups(rows, n, change, trials);
    for (unsigned draw = 0; draw < SPREAD_DRAWS; draw++) {
        for (size_t w = 0; w < weights; w++)
            change[w] = (int64_t)(next(&state) % (20 * SPREAD_PERCENT + 1)) - 10 * SPREAD_PERCENT;
        rank_groups(rows, n, change, trials);
    }
    free(change);
    free(trials);
}
