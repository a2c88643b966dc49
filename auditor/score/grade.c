/* grade.c - see grade.h. */
#include "score/grade.h"

const struct profile_band *grade_of(const struct profile *profile, int64_t score, int best)
{
    for (size_t i = best > 0 ? (size_t)best : 0; i < profile->band_count; i++) {
        const struct profile_band *band = &profile->bands[i];
        /* score / max >= percent / 100, without dividing; percent is in thousandths */
        if ((int)i + 1 == (int)profile->band_count && best == (int)i)
            return band; /* a veto: the lowest, however few points are left */
        if (score * 100000 >= band->percent * profile->max)
            return band;
    }
    return NULL;
}
