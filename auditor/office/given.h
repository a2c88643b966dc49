/*
 * given.h - points/YEAR.csv: what persons and periods gave each agency (prefix given_).
 *
 * Columns, by Chinese or English header, in any order: 机关 agency (code, name or alias), 指标 indicator (its id in
 * the sheet) and 得分 points (with a minus sign where points are taken; 不适用 or n/a: it does not apply), all
 * required; 期 period of an indicator that is scored by months, quarters or half years; 填写人 person, 日期 date,
 * 依据 evidence, 说明 note.
 *
 * Ownership  Owns all texts until given_free().
 * Errors     ERR_CONFIG; the message names file, row and column.
 */
#ifndef AUDITOR_OFFICE_GIVEN_H
#define AUDITOR_OFFICE_GIVEN_H

#include "office/register.h"
#include "score/input.h"

struct given;

/* Of the report year; reg is the register of that year. A file that is not there gives nothing. */
int given_read(struct given **out, const char *path, int year, const struct profile *profile,
               const struct agency_register *reg, struct error *err);
int given_parse(struct given **out, const char *name, struct str text, int year,
                const struct profile *profile, const struct agency_register *reg,
                struct error *err);
void given_free(struct given *given); /* NULL is allowed */

/* Sets fills and periods of the agency, an index into the register. given may be NULL. */
void given_take(const struct given *given, int agency, struct input *input);

/* "12.5", "-5", "不适用" or "n/a"; false when it is nothing of it. */
bool given_points(struct str text, int64_t *points, bool *excused);

/* Changes when anything given to the agency does; 0: nothing is. */
uint64_t given_digest(const struct given *given, int agency);

#endif /* AUDITOR_OFFICE_GIVEN_H */
