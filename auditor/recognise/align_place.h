/*
 * align_place.h - shared by the two ways of placing values (prefix place_): by count, in
 * align_place.c, and by position in a grid, in align_grid.c.
 */
#ifndef AUDITOR_RECOGNISE_ALIGN_PLACE_H
#define AUDITOR_RECOGNISE_ALIGN_PLACE_H

#include "recognise/align.h"

enum { PLACE_VALUES = 160 };

struct values { /* items of the stream that stand behind the label of a row */
    uint32_t item[PLACE_VALUES];
    size_t n;
};

const struct item *place_item(const struct alignment *a, const struct values *v, size_t i);
void place_cell(struct alignment *a, size_t row, size_t column, const struct item *item);
/* The columns that a row has, from left to right. */
size_t place_columns(const struct alignment *a, size_t row, size_t *out);
void place_values(const struct alignment *a, const struct align_row *row, struct values *v);

/* By position in the grid. False, and nothing set, when a value stands in no column of its own. */
bool place_by_grid(struct alignment *a, size_t row, const struct values *v);

/* By the line of loose text that a cell stands on. False, and nothing set, unless the lines are as many as the columns. */
bool place_by_line(struct alignment *a, size_t row, const struct values *v, size_t m,
                   const size_t *columns);

/* By the digits of one number, where the figures of other rows run together beyond doubt and these are as many as the columns. */
bool place_by_digit(struct alignment *a, size_t row, const struct values *v, size_t m,
                    const size_t *columns);

/* A merged cell at the end of a row, written once for every column that its header covers likewise:
 * takes the repetitions off; false when there are none. */
bool place_merged(const struct alignment *a, size_t row, struct values *v, size_t m,
                  const size_t *columns);

#endif /* AUDITOR_RECOGNISE_ALIGN_PLACE_H */
