/*
 * cell.h - what a cell of a scoring sheet may say beyond a word or points (prefix cell_).
 *
 * Officials write what their input method gives them: full-width digits, colons, commas and dashes are read as
 * the ASCII ones, 至 as a dash, 天 and 日 are left out.
 *
 * Ownership  Lists are heap arrays that the caller frees; texts point into the cell.
 * Errors     False: the cell says something else; what was read so far is dropped.
 */
#ifndef AUDITOR_SCORE_CELL_H
#define AUDITOR_SCORE_CELL_H

#include "score/profile.h"

/* Takes the next word off *rest: parted by blanks, line breaks, comma, semicolon, also Chinese ones. */
bool cell_word(struct str *rest, struct str *word);

/* "1-10:2; 11-30:5; 31-:10": days and points without a gap; 每天 or * before the points: for each day. The
 * last step goes on. */
bool cell_steps(struct str text, struct profile_step **out, size_t *n);

/* "季度 平均", "monthly sum /10", "季度 加权 1:1:1:2 /100". */
bool cell_combine(struct str text, struct profile_combine *out);

/* "21", or "60%" of the points. */
bool cell_share(struct str text, int64_t points, int64_t *out);

#endif /* AUDITOR_SCORE_CELL_H */
