/*
 * profile_shape.h - the keys of profile.conf and the columns of sheet.csv, for checks and the reference.
 */
#ifndef AUDITOR_SCORE_PROFILE_SHAPE_H
#define AUDITOR_SCORE_PROFILE_SHAPE_H

#include "base/shape.h"

extern const struct shape profile_shape;
extern const struct shape profile_sheet_shape; /* in the order of the sheet's columns */

#endif /* AUDITOR_SCORE_PROFILE_SHAPE_H */
