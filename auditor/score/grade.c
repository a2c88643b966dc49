/* grade.c - see grade.h. */
#include "score/grade.h"

const struct profile_band *grade_of(const struct profile *profile, int64_t score, bool vetoed)
{
    if (vetoed && profile->band_count)
        return &profile->bands[profile->band_count - 1];
    for (size_t i = 0; i < profile->band_count; i++) {
        const struct profile_band *band = &profile->bands[i];
        /* score / max >= percent / 100, without dividing; percent is in thousandths */
        if (score * 100000 >= band->percent * profile->max)
            return band;
    }
    return NULL;
}
