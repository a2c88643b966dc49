/* wire.c - jobs and outputs as bytes between two processes of one machine; see pipeline.h. */
#include <string.h>

#include "office/pipeline.h"

/* Reads what put_*() wrote; `bad` stays once something was missing. */
struct cursor {
    struct str rest;
    bool bad;
};

static void put_int(struct strbuf *out, int64_t value)
{
    strbuf_add(out, &value, sizeof value);
}

static void put_str(struct strbuf *out, struct str s)
{
    put_int(out, (int64_t)s.n);
    strbuf_str(out, s);
    strbuf_char(out, '\0'); /* views stay terminated on the other side */
}

static int64_t get_int(struct cursor *c)
{
    int64_t value = 0;
    if (c->rest.n < sizeof value) {
        c->bad = true;
        return 0;
    }
    memcpy(&value, c->rest.p, sizeof value);
    c->rest = str_sub(c->rest, sizeof value, c->rest.n);
    return value;
}

static struct str get_str(struct cursor *c)
{
    int64_t n = get_int(c);
    if (c->bad || n < 0 || (uint64_t)n >= c->rest.n) {
        c->bad = true;
        return str_of("");
    }
    struct str s = str_sub(c->rest, 0, (size_t)n);
    c->rest = str_sub(c->rest, (size_t)n + 1, c->rest.n);
    return s;
}

void pipeline_pack_job(struct strbuf *out, const struct pipeline_job *job)
{
    put_int(out, job->source);
    put_str(out, job->path);
    put_str(out, job->label);
    put_str(out, job->sha256);
    put_str(out, job->bytes);
}

bool pipeline_unpack_job(struct pipeline_job *out, struct str bytes)
{
    struct cursor c = { bytes, false };
    out->source = (enum pipeline_source)get_int(&c);
    out->path = get_str(&c);
    out->label = get_str(&c);
    out->sha256 = get_str(&c);
    out->bytes = get_str(&c);
    return !c.bad && c.rest.n == 0;
}

static void put_summary(struct strbuf *out, const struct pipeline_output *o)
{
    const int64_t numbers[] = {
        o->unreadable,
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

static void get_summary(struct cursor *c, struct pipeline_output *o)
{
    o->unreadable = get_int(c);
    o->operational = get_int(c);
    o->from_file = get_int(c);
    o->kind = (enum report_kind)get_int(c);
    o->level = (enum report_level)get_int(c);
    o->year = (int)get_int(c);
    o->complete = get_int(c);
    o->open = (size_t)get_int(c);
    o->open_blocking = (size_t)get_int(c);
    o->worst = (enum audit_severity)get_int(c);
    o->finding_count = (size_t)get_int(c);
    o->scored = get_int(c);
    o->vetoed = get_int(c);
    o->score = get_int(c);
    o->low = get_int(c);
    o->high = get_int(c);
    o->max = get_int(c);
    o->agency = (int)get_int(c);
    o->match = (enum register_match)get_int(c);
    o->xxh3 = (uint64_t)get_int(c);
    o->stamp.size = get_int(c);
    o->stamp.mtime_ns = get_int(c);
    o->stamp.ctime_ns = get_int(c);
    o->stamp.inode = (uint64_t)get_int(c);
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
    put_int(out, f->severity);
    put_int(out, f->caused);
    put_int(out, f->line);
    put_int(out, f->deduction);
    put_str(out, f->rule);
    put_str(out, f->fingerprint);
    put_str(out, f->section);
    put_str(out, f->table);
    put_str(out, f->row);
    put_str(out, f->column);
}

static void get_finding(struct cursor *c, struct pipeline_finding *f)
{
    f->severity = (enum audit_severity)get_int(c);
    f->caused = get_int(c);
    f->line = (uint32_t)get_int(c);
    f->deduction = get_int(c);
    f->rule = get_str(c);
    f->fingerprint = get_str(c);
    f->section = get_str(c);
    f->table = get_str(c);
    f->row = get_str(c);
    f->column = get_str(c);
}

void pipeline_pack_output(struct strbuf *out, const struct pipeline_output *o)
{
    put_summary(out, o);
    put_str(out, o->grade.in[LANG_ZH]);
    put_str(out, o->grade.in[LANG_EN]);
    put_str(out, o->label);
    put_str(out, o->agency_name);
    put_str(out, o->host);
    put_str(out, o->form);
    put_str(out, o->published);
    put_str(out, o->sha256);
    put_str(out, o->check);
    put_str(out, o->stored);
    put_str(out, o->extract);
    put_str(out, o->snapshot);
    put_int(out, (int64_t)o->findings_n);
    for (size_t i = 0; i < o->findings_n; i++)
        put_finding(out, &o->findings[i]);
}

bool pipeline_unpack_output(struct pipeline_output *o, struct str bytes)
{
    struct cursor c = { bytes, false };
    *o = (struct pipeline_output){ .arena = arena_new() };
    get_summary(&c, o);
    o->grade.in[LANG_ZH] = get_str(&c);
    o->grade.in[LANG_EN] = get_str(&c);
    o->label = get_str(&c);
    o->agency_name = get_str(&c);
    o->host = get_str(&c);
    o->form = get_str(&c);
    o->published = get_str(&c);
    o->sha256 = get_str(&c);
    o->check = get_str(&c);
    o->stored = get_str(&c);
    o->extract = get_str(&c);
    o->snapshot = get_str(&c);
    int64_t n = get_int(&c);
    if (c.bad || n < 0 || (uint64_t)n > c.rest.n) {
        pipeline_output_free(o);
        return false;
    }
    o->findings = arena_alloc(o->arena, ((size_t)n + 1) * sizeof *o->findings);
    for (; o->findings_n < (size_t)n && !c.bad; o->findings_n++)
        get_finding(&c, &o->findings[o->findings_n]);
    if (c.bad || c.rest.n)
        pipeline_output_free(o);
    return !c.bad && c.rest.n == 0;
}
