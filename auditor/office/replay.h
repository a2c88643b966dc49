/*
 * replay.h - the stored documents of a year judged again, in memory only (prefix replay_).
 *
 * Every document of an assessment that has a snapshot goes through a pipeline in worker processes, as
 * `assess` does it, but no file is opened, nothing is parsed and nothing is written. What had no
 * snapshot could not be read when it was assessed, and no rule makes it readable: it is passed over.
 *
 * Ownership  All that is pointed to belongs to the caller. The store may be open for reading only.
 */
#ifndef AUDITOR_OFFICE_REPLAY_H
#define AUDITOR_OFFICE_REPLAY_H

#include "office/pipeline.h"
#include "store/store.h"

struct replay {
    struct store *store;
    int year;
    int64_t assessment;
    const struct pipeline *pipeline;
    size_t workers;
    const char *what; /* for the line of progress */
    void *user;
    /* By path. A document that could not be judged is `operational`; its problem says why. */
    int (*done)(void *user, const struct pipeline_output *out, struct error *err);
};

int replay_run(const struct replay *replay, struct error *err);

/* The register as it was when the assessment was made. */
int replay_register(struct agency_register **out, struct store *store, int64_t assessment,
                    struct error *err);

#endif /* AUDITOR_OFFICE_REPLAY_H */
