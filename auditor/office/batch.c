/* batch.c - the pipeline as the work of a pool; see batch.h. */
#include "office/batch.h"

#include "office/pool.h"

static bool next_job(void *user, struct strbuf *out)
{
    const struct batch *batch = user;
    struct pipeline_job job = { 0 };
    if (!batch->next(batch->user, &job))
        return false;
    pipeline_pack_job(out, &job);
    return true;
}

static void work(void *user, struct str bytes, struct strbuf *result)
{
    const struct batch *batch = user;
    struct pipeline_job job = { 0 };
    struct pipeline_output out;
    if (!pipeline_unpack_job(&job, bytes))
        return;
    pipeline_document(&out, batch->pipeline, &job);
    pipeline_pack_output(result, &out);
    pipeline_output_free(&out);
}

static int done(void *user, struct str bytes, enum pool_outcome outcome, struct str result,
                struct error *err)
{
    const struct batch *batch = user;
    struct pipeline_job job = { 0 };
    struct pipeline_output out;
    if (!pipeline_unpack_job(&job, bytes))
        return error_set(err, ERR_INTERNAL, "a damaged job came back");
    if (outcome != POOL_DONE)
        pipeline_lost(&out, batch->pipeline, &job, pool_outcome_name(outcome));
    else if (!pipeline_unpack_output(&out, result))
        pipeline_lost(&out, batch->pipeline, &job, pool_outcome_name(POOL_CRASH));
    int rc = batch->done(batch->user, &out, err);
    pipeline_output_free(&out);
    return rc;
}

int batch_run(const struct batch *batch, struct error *err)
{
    enum { OCR_SECONDS = 600 }; /* a page takes some */
    struct pool pool = { .workers = batch->workers ? batch->workers : 1,
                         .seconds = batch->pipeline->read.ocr ? OCR_SECONDS : 0,
                         .user = (void *)batch,
                         .next = next_job,
                         .work = work,
                         .done = done };
    return pool_run(&pool, err);
}
