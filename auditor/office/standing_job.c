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

static void put_decision(struct strbuf *out, const struct store_decision *d)
{
    const struct str texts[] = { d->rule,   d->fingerprint, d->evidence, d->kind,
                                 d->person, d->made_at,     d->reason,   d->number,
                                 d->expiry, d->subject,     d->value };
    wire_put_int(out, d->id);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        wire_put_str(out, texts[i]);
}

static void get_decision(struct wire *w, struct store_decision *d)
{
    struct str *const texts[] = { &d->rule,   &d->fingerprint, &d->evidence, &d->kind,
                                  &d->person, &d->made_at,     &d->reason,   &d->number,
                                  &d->expiry, &d->subject,     &d->value };
    d->id = wire_int(w);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        *texts[i] = wire_str(w);
}

static void put_item(struct strbuf *out, const struct store_item *item)
{
    const struct str texts[] = {
        item->rule,     item->fingerprint, item->severity,  item->found_on,
        item->found_in, item->state,       item->closed_on, item->closed_in
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        wire_put_str(out, texts[i]);
    wire_put_int(out, item->returns);
}

static void get_item(struct wire *w, struct store_item *item)
{
    struct str *const texts[] = { &item->rule,      &item->fingerprint, &item->severity,
                                  &item->found_on,  &item->found_in,    &item->state,
                                  &item->closed_on, &item->closed_in };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        *texts[i] = wire_str(w);
    item->returns = wire_int(w);
}

static void put_persons(struct strbuf *out, const struct standing_job *job)
{
    wire_put_int(out, (int64_t)job->decision_count);
    for (size_t i = 0; i < job->decision_count; i++)
        put_decision(out, &job->decisions[i]);
    wire_put_int(out, (int64_t)job->item_count);
    for (size_t i = 0; i < job->item_count; i++)
        put_item(out, &job->items[i]);
    wire_put_str(out, job->dates);
    wire_put_int(out, job->today.year);
    wire_put_int(out, job->today.month);
    wire_put_int(out, job->today.day);
}

static void get_persons(struct wire *w, struct standing_job *job)
{
    size_t n = wire_count(w);
    job->decisions = mem_zero(n + 1, sizeof *job->decisions);
    for (; job->decision_count < n && !w->bad; job->decision_count++)
        get_decision(w, &job->decisions[job->decision_count]);
    n = wire_count(w);
    job->items = mem_zero(n + 1, sizeof *job->items);
    for (; job->item_count < n && !w->bad; job->item_count++)
        get_item(w, &job->items[job->item_count]);
    job->dates = wire_str(w);
    job->today.year = (int)wire_int(w);
    job->today.month = (int)wire_int(w);
    job->today.day = (int)wire_int(w);
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
    put_persons(out, job);
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
    get_persons(&w, job);
    if (w.bad || w.rest.n)
        standing_job_free(job);
    return !w.bad && w.rest.n == 0;
}

void standing_job_free(struct standing_job *job)
{
    free(job->stock);
    free(job->decisions);
    free(job->items);
    free(job->others);
    *job = (struct standing_job){ 0 };
}
