/* wire.c - jobs and outputs as bytes between two processes of one machine; see pipeline.h. */
#include <string.h>

#include "base/wire.h"
#include "office/pipeline.h"

void pipeline_pack_job(struct strbuf *out, const struct pipeline_job *job)
{
    wire_put_int(out, job->source);
    wire_put_str(out, job->path);
    wire_put_str(out, job->label);
    wire_put_str(out, job->sha256);
    wire_put_str(out, job->bytes);
    wire_put_str(out, job->carriers);
    wire_put_int(out, (int64_t)job->better);
}

bool pipeline_unpack_job(struct pipeline_job *out, struct str bytes)
{
    struct wire c = { bytes, false };
    out->source = (enum pipeline_source)wire_int(&c);
    out->path = wire_str(&c);
    out->label = wire_str(&c);
    out->sha256 = wire_str(&c);
    out->bytes = wire_str(&c);
    out->carriers = wire_str(&c);
    out->better = (size_t)wire_int(&c);
    return wire_whole(&c);
}

static void put_summary(struct strbuf *out, const struct pipeline_output *o)
{
    const int64_t numbers[] = {
        o->unreadable,
        o->missing,
        o->not_due,
        o->operational,
        o->from_file,
        o->kind,
        o->level,
        o->year,
        o->complete,
        (int64_t)o->open,
        (int64_t)o->open_blocking,
        o->worst,
        (int64_t)o->finding_count,
        o->scored,
        o->vetoed,
        o->score,
        o->low,
        o->high,
        o->max,
        o->agency,
        o->match,
        (int64_t)o->xxh3,
        o->stamp.size,
        o->stamp.mtime_ns,
        o->stamp.ctime_ns,
        (int64_t)o->stamp.inode,
    };
    strbuf_add(out, numbers, sizeof numbers);
    strbuf_add(out, o->problem, sizeof o->problem);
}

static void get_summary(struct wire *c, struct pipeline_output *o)
{
    o->unreadable = wire_int(c);
    o->missing = wire_int(c);
    o->not_due = wire_int(c);
    o->operational = wire_int(c);
    o->from_file = wire_int(c);
    o->kind = (enum report_kind)wire_int(c);
    o->level = (enum report_level)wire_int(c);
    o->year = (int)wire_int(c);
    o->complete = wire_int(c);
    o->open = (size_t)wire_int(c);
    o->open_blocking = (size_t)wire_int(c);
    o->worst = (enum audit_severity)wire_int(c);
    o->finding_count = (size_t)wire_int(c);
    o->scored = wire_int(c);
    o->vetoed = wire_int(c);
    o->score = wire_int(c);
    o->low = wire_int(c);
    o->high = wire_int(c);
    o->max = wire_int(c);
    o->agency = (int)wire_int(c);
    o->match = (enum register_match)wire_int(c);
    o->xxh3 = (uint64_t)wire_int(c);
    o->stamp.size = wire_int(c);
    o->stamp.mtime_ns = wire_int(c);
    o->stamp.ctime_ns = wire_int(c);
    o->stamp.inode = (uint64_t)wire_int(c);
    if (c->bad || c->rest.n < sizeof o->problem) {
        c->bad = true;
        return;
    }
    memcpy(o->problem, c->rest.p, sizeof o->problem);
    o->problem[sizeof o->problem - 1] = '\0';
    c->rest = str_sub(c->rest, sizeof o->problem, c->rest.n);
}

static void put_finding(struct strbuf *out, const struct pipeline_finding *f)
{
    wire_put_int(out, f->severity);
    wire_put_int(out, f->caused);
    wire_put_int(out, f->line);
    wire_put_int(out, f->deduction);
    wire_put_str(out, f->rule);
    wire_put_str(out, f->fingerprint);
    wire_put_str(out, f->section);
    wire_put_str(out, f->table);
    wire_put_str(out, f->row);
    wire_put_str(out, f->column);
}

static void get_finding(struct wire *c, struct pipeline_finding *f)
{
    f->severity = (enum audit_severity)wire_int(c);
    f->caused = wire_int(c);
    f->line = (uint32_t)wire_int(c);
    f->deduction = wire_int(c);
    f->rule = wire_str(c);
    f->fingerprint = wire_str(c);
    f->section = wire_str(c);
    f->table = wire_str(c);
    f->row = wire_str(c);
    f->column = wire_str(c);
}

void pipeline_pack_output(struct strbuf *out, const struct pipeline_output *o)
{
    put_summary(out, o);
    wire_put_str(out, o->grade.in[LANG_ZH]);
    wire_put_str(out, o->grade.in[LANG_EN]);
    wire_put_str(out, o->label);
    wire_put_str(out, o->agency_name);
    wire_put_str(out, o->host);
    wire_put_str(out, o->form);
    wire_put_str(out, o->published);
    wire_put_str(out, o->sha256);
    wire_put_str(out, o->check);
    wire_put_str(out, o->stored);
    wire_put_str(out, o->extract);
    wire_put_str(out, o->snapshot);
    wire_put_str(out, o->marks);
    wire_put_str(out, o->met);
    wire_put_str(out, o->changes);
    wire_put_int(out, (int64_t)o->findings_n);
    for (size_t i = 0; i < o->findings_n; i++)
        put_finding(out, &o->findings[i]);
}

bool pipeline_unpack_output(struct pipeline_output *o, struct str bytes)
{
    struct wire c = { bytes, false };
    *o = (struct pipeline_output){ .arena = arena_new() };
    get_summary(&c, o);
    o->grade.in[LANG_ZH] = wire_str(&c);
    o->grade.in[LANG_EN] = wire_str(&c);
    o->label = wire_str(&c);
    o->agency_name = wire_str(&c);
    o->host = wire_str(&c);
    o->form = wire_str(&c);
    o->published = wire_str(&c);
    o->sha256 = wire_str(&c);
    o->check = wire_str(&c);
    o->stored = wire_str(&c);
    o->extract = wire_str(&c);
    o->snapshot = wire_str(&c);
    o->marks = wire_str(&c);
    o->met = wire_str(&c);
    o->changes = wire_str(&c);
    size_t n = wire_count(&c);
    if (c.bad) {
        pipeline_output_free(o);
        return false;
    }
    o->findings = arena_alloc(o->arena, (n + 1) * sizeof *o->findings);
    for (; o->findings_n < n && !c.bad; o->findings_n++)
        get_finding(&c, &o->findings[o->findings_n]);
    if (!wire_whole(&c))
        pipeline_output_free(o);
    return wire_whole(&c);
}
