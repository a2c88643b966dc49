/* standing_job.c - a dossier as bytes; see standing_job.h. */
#include "office/standing_job.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/wire.h"

static void put_file(struct strbuf *out, const struct pipeline_job *file)
{
    struct strbuf packed = { 0 };
    pipeline_pack_job(&packed, file);
    wire_put_str(out, strbuf_view(&packed));
    strbuf_free(&packed);
}

static void get_file(struct wire *w, struct pipeline_job *file)
{
    struct str packed = wire_str(w);
    if (!w->bad && !pipeline_unpack_job(file, packed))
        w->bad = true;
}

static void put_other(struct strbuf *out, const struct standing_other *o)
{
    wire_put_int(out, o->role);
    wire_put_int(out, o->year);
    wire_put_str(out, o->code);
    wire_put_str(out, o->name);
    wire_put_int(out, o->level);
    wire_put_int(out, o->stored);
    put_file(out, &o->file);
}

static void get_other(struct wire *w, struct standing_other *o)
{
    o->role = (enum standing_role)wire_int(w);
    o->year = (int)wire_int(w);
    o->code = wire_str(w);
    o->name = wire_str(w);
    o->level = (enum report_level)wire_int(w);
    o->stored = wire_int(w);
    get_file(w, &o->file);
}

void standing_job_pack(struct strbuf *out, const struct standing_job *job)
{
    wire_put_int(out, job->year);
    wire_put_int(out, job->agency);
    wire_put_int(out, job->received);
    wire_put_int(out, job->operational);
    put_file(out, &job->file);
    wire_put_str(out, job->verdict);
    wire_put_int(out, (int64_t)job->other_count);
    for (size_t i = 0; i < job->other_count; i++)
        put_other(out, &job->others[i]);
    wire_put_int(out, (int64_t)job->stock_count);
    for (size_t i = 0; i < job->stock_count; i++)
        wire_put_int(out, job->stock[i]);
}

bool standing_job_unpack(struct standing_job *job, struct str bytes)
{
    struct wire w = { bytes, false };
    *job = (struct standing_job){ 0 };
    job->year = (int)wire_int(&w);
    job->agency = (int)wire_int(&w);
    job->received = (enum dossier_received)wire_int(&w);
    job->operational = wire_int(&w);
    get_file(&w, &job->file);
    job->verdict = wire_str(&w);
    size_t n = wire_count(&w);
    job->others = mem_zero(n + 1, sizeof *job->others);
    for (; job->other_count < n && !w.bad; job->other_count++)
        get_other(&w, &job->others[job->other_count]);
    n = wire_count(&w);
    job->stock = mem_zero(n + 1, sizeof *job->stock);
    for (; job->stock_count < n && !w.bad; job->stock_count++)
        job->stock[job->stock_count] = (uint32_t)wire_int(&w);
    if (w.bad || w.rest.n)
        standing_job_free(job);
    return !w.bad && w.rest.n == 0;
}

void standing_job_free(struct standing_job *job)
{
    free(job->stock);
    free(job->others);
    *job = (struct standing_job){ 0 };
}
