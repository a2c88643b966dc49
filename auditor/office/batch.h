/*
 * batch.h - many documents through the pipeline in worker processes (prefix batch_).
 */
#ifndef AUDITOR_OFFICE_BATCH_H
#define AUDITOR_OFFICE_BATCH_H

#include "office/pipeline.h"

struct batch {
    const struct pipeline *pipeline;
    size_t workers;
    void *user;
    /* Fills the next job, whose texts must live until the next call; false when there is none. */
    bool (*next)(void *user, struct pipeline_job *job);
    /* In the order of the jobs; out is freed by the batch. A code other than 0 ends the run. */
    int (*done)(void *user, const struct pipeline_output *out, struct error *err);
};

int batch_run(const struct batch *batch, struct error *err);

#endif /* AUDITOR_OFFICE_BATCH_H */
