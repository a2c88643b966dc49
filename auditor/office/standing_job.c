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
    wire_put_int(out, o->child);
    wire_put_int(out, o->year);
    wire_put_str(out, o->code);
    wire_put_str(out, o->name);
    wire_put_int(out, o->level);
    wire_put_int(out, o->stored);
    put_file(out, &o->file);
}

static void get_other(struct wire *w, struct standing_other *o)
{
    o->child = wire_int(w);
    o->year = (int)wire_int(w);
    o->code = wire_str(w);
    o->name = wire_str(w);
    o->level = (enum report_level)wire_int(w);
    o->stored = wire_int(w);
    get_file(w, &o->file);
}

static void put_copy(struct strbuf *out, const struct dossier_copy *c)
{
    wire_put_str(out, c->code);
    wire_put_str(out, c->name);
    wire_put_int(out, c->year);
    wire_put_str(out, c->document);
    wire_put_int(out, c->permille);
    wire_put_int(out, (int64_t)c->section_count);
    for (size_t i = 0; i < c->section_count; i++) {
        wire_put_str(out, c->sections[i].section);
        wire_put_int(out, c->sections[i].permille);
    }
    wire_put_int(out, (int64_t)c->passage_count);
    for (size_t i = 0; i < c->passage_count; i++) {
        const struct dossier_passage *p = &c->passages[i];
        wire_put_int(out, p->own.at);
        wire_put_int(out, p->own.len);
        wire_put_int(out, p->own.block);
        wire_put_str(out, p->quote);
        wire_put_int(out, p->line);
    }
}

static void get_copy(struct wire *w, struct dossier_copy *c)
{
    c->code = wire_str(w);
    c->name = wire_str(w);
    c->year = (int)wire_int(w);
    c->document = wire_str(w);
    c->permille = (unsigned)wire_int(w);
    size_t n = wire_count(w);
    struct dossier_share *sections = mem_zero(n + 1, sizeof *sections);
    for (; c->section_count < n && !w->bad; c->section_count++) {
        sections[c->section_count].section = wire_str(w);
        sections[c->section_count].permille = (unsigned)wire_int(w);
    }
    n = wire_count(w);
    struct dossier_passage *passages = mem_zero(n + 1, sizeof *passages);
    for (; c->passage_count < n && !w->bad; c->passage_count++) {
        struct dossier_passage *p = &passages[c->passage_count];
        p->own.at = (uint32_t)wire_int(w);
        p->own.len = (uint32_t)wire_int(w);
        p->own.block = (uint32_t)wire_int(w);
        p->quote = wire_str(w);
        p->line = (uint32_t)wire_int(w);
    }
    c->sections = sections;
    c->passages = passages;
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
    wire_put_int(out, (int64_t)job->copy_count);
    for (size_t i = 0; i < job->copy_count; i++)
        put_copy(out, &job->copies[i]);
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
    job->copies = mem_zero(n + 1, sizeof *job->copies);
    for (; job->copy_count < n && !w.bad; job->copy_count++)
        get_copy(&w, &job->copies[job->copy_count]);
    if (w.bad || w.rest.n)
        standing_job_free(job);
    return !w.bad && w.rest.n == 0;
}

void standing_job_free(struct standing_job *job)
{
    for (size_t i = 0; i < job->copy_count; i++) {
        free((void *)job->copies[i].sections);
        free((void *)job->copies[i].passages);
    }
    free(job->copies);
    free(job->others);
    *job = (struct standing_job){ 0 };
}
