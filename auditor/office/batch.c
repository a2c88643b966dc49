/* batch.c - the pipeline as the work of a pool; see batch.h. */
#include "office/batch.h"

#include "office/pool.h"
#include "read/kind.h"

enum { LIGHT_BYTES = 1 << 20 };

static bool next_job(void *user, struct strbuf *out)
{
    const struct batch *batch = user;
    struct pipeline_job job = { 0 };
    if (!batch->next(batch->user, &job))
        return false;
    pipeline_pack_job(out, &job);
    return true;
}

/* A page or a text of usual size: milliseconds. What a document contains is not known before it is read: a file
 * that belies its name only makes those of its group wait. */
static size_t light(void *user, struct str bytes)
{
    struct pipeline_job job = { 0 };
    struct file_stamp stamp;
    (void)user;
    if (!pipeline_unpack_job(&job, bytes) || job.carriers.n)
        return 0;
    size_t size = job.bytes.n;
    if (job.source == PIPELINE_FILE) {
        bool named =
            kind_named_page(job.path.p) || str_eq_nocase(file_extension(job.path.p), "txt");
        if (!named || file_stat(&stamp, job.path.p, NULL) != 0 || stamp.size > LIGHT_BYTES)
            return 0;
        size = (size_t)stamp.size;
    }
    return size <= LIGHT_BYTES ? size + 1 : 0;
}

static void work(void *user, struct pool_task *tasks, size_t n)
{
    const struct batch *batch = user;
    struct pipeline_job jobs[POOL_GROUP] = { { 0 } };
    struct pipeline_output outs[POOL_GROUP];
    for (size_t i = 0; i < n; i++)
        if (!pipeline_unpack_job(&jobs[i], tasks[i].job))
            return;
    pipeline_documents(outs, batch->pipeline, jobs, n);
    for (size_t i = 0; i < n; i++) {
        pipeline_pack_output(tasks[i].result, &outs[i]);
        pipeline_output_free(&outs[i]);
    }
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
                         .light = light,
                         .work = work,
                         .done = done };
    return pool_run(&pool, err);
}
