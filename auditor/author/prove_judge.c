/* prove_judge.c - see prove_judge.h. */
#include "author/prove_judge.h"

#include <stdlib.h>

#include "base/mem.h"
#include "score/profile.h"

bool judge_names(struct str expectation, struct str rule)
{
    struct str name;
    while (expectation.n && str_split(&expectation, '|', &name))
        if (str_eq(name, rule))
            return true;
    return false;
}

bool judge_expects(const struct mutation *m, struct str rule)
{
    for (size_t i = 0; i < m->expect_n; i++)
        if (judge_names(m->expect[i], rule))
            return true;
    return false;
}

static bool allows(const struct mutation *m, struct str rule)
{
    struct str rest = str_of(m->kind->may);
    struct str pattern;
    while (rest.n && str_split(&rest, ' ', &pattern))
        if (profile_matches(pattern, rule))
            return true;
    return judge_expects(m, rule);
}

static bool at_line(const struct mutation *m, struct str row, struct str column)
{
    bool same_row = m->row.n && str_eq(m->row, row);
    bool same_column = m->column.n && str_eq(m->column, column);
    return same_row || same_column;
}

static bool at_place(const struct mutation *m, const struct audit_place *p)
{
    if (m->table.n) {
        if (!str_eq(m->table, p->table))
            return false;
        if (m->line_only && (m->row.n || m->column.n))
            return at_line(m, p->row, p->column);
        return (!m->row.n || str_eq(m->row, p->row)) &&
               (!m->column.n || str_eq(m->column, p->column));
    }
    return str_eq(m->section, p->section);
}

/* The one cell that a unique diagnosis names, if it is this mutation's. */
static const struct audit_change *diagnosed(const struct mutation *m, const struct audit_finding *f)
{
    const struct audit_diagnosis *d = &f->diagnosis;
    if (!d->present || !d->unique || d->change_count != 1 ||
        !str_eq(f->evidence[0].table, m->table))
        return NULL;
    const struct audit_change *c = &d->changes[0];
    return str_eq(c->row, m->row) && str_eq(c->column, m->column) ? c : NULL;
}

/* In a cell where two equations cross the finding must stand there, or its diagnosis name it. */
static bool is_placed(const struct mutation *m, const struct audit_finding *f)
{
    if (m->table.n && diagnosed(m, f))
        return true;
    if (m->exact)
        return at_place(m, &f->evidence[0]);
    for (size_t i = 0; i < f->evidence_count; i++)
        if (at_place(m, &f->evidence[i]))
            return true;
    return false;
}

static bool names_value(const struct mutation *m, const struct audit_finding *f)
{
    const struct audit_change *c = diagnosed(m, f);
    struct str was = strbuf_view(&m->from);
    return (c && str_eq(c->right, was)) ||
           (at_place(m, &f->evidence[0]) && str_eq(f->expected, was));
}

static void add(uint16_t **list, uint16_t *n, size_t value)
{
    *list = mem_resize(*list, (size_t)*n + 1, sizeof **list);
    (*list)[(*n)++] = (uint16_t)value;
}

static void judge_finding(struct prove_mutant *out, const struct mutation *m,
                          const struct audit_finding *f)
{
    if (out->placed != PROVE_NONE && is_placed(m, f))
        out->placed = PROVE_YES;
    if (out->right != PROVE_NONE && names_value(m, f))
        out->right = PROVE_YES;
}

static void judge_rule(struct prove_mutant *out, const struct mutation *m, size_t rule,
                       const struct audit_result *r)
{
    size_t leads = 0;
    size_t caused = 0;
    for (size_t i = 0; i < r->finding_count; i++) {
        const struct audit_finding *f = &r->findings[i];
        if (f->informational)
            continue;
        if (f->cause.n) { /* explained by another finding, it may still name the value */
            caused++;
            if (out->right != PROVE_NONE && names_value(m, f))
                out->right = PROVE_YES;
        } else {
            leads++;
            judge_finding(out, m, f);
        }
    }
    if (leads) {
        add(&out->leads, &out->lead_n, rule);
        out->seen = true;
        if (!allows(m, r->rule))
            add(&out->strays, &out->stray_n, rule);
    } else if (caused) {
        add(&out->caused, &out->caused_n, rule);
    }
}

static bool has_finding(const struct prove_mutant *out, const struct audit *audit,
                        struct str expectation)
{
    for (size_t i = 0; i < out->lead_n; i++)
        if (judge_names(expectation, audit->results[out->leads[i]].rule))
            return true;
    for (size_t i = 0; i < out->caused_n; i++)
        if (judge_names(expectation, audit->results[out->caused[i]].rule))
            return true;
    return false;
}

void judge_mutant(struct prove_mutant *out, const struct mutation *m, const struct audit *audit,
                  const struct rule_info *only)
{
    bool harmless = (m->kind->flags & MUTATION_HARMLESS) != 0;
    out->coherent = m->coherent;
    if (!harmless && !m->coherent) {
        out->placed = m->table.n || m->section.n ? PROVE_NO : PROVE_NONE;
        out->right = m->exact ? PROVE_NO : PROVE_NONE;
    }
    for (size_t r = 0; r < audit->n; r++)
        if (!m->original->fires[r])
            judge_rule(out, m, r, &audit->results[r]);
    if (harmless)
        return;
    out->as_meant = m->expect_n ? PROVE_YES : PROVE_NONE;
    for (size_t i = 0; i < m->expect_n; i++) {
        if (has_finding(out, audit, m->expect[i]))
            continue;
        add(&out->missing, &out->missing_n, i);
        if (!only || judge_names(m->expect[i], only->id))
            out->as_meant = PROVE_NO;
    }
    if (only && m->expect_n)
        out->seen = out->as_meant == PROVE_YES;
}

static void pack_list(struct strbuf *out, const uint16_t *list, uint16_t n)
{
    strbuf_add(out, &n, sizeof n);
    if (n)
        strbuf_add(out, list, n * sizeof *list);
}

static bool unpack_list(struct str *in, uint16_t **list, uint16_t *n)
{
    if (in->n < sizeof *n)
        return false;
    memcpy(n, in->p, sizeof *n);
    *in = str_sub(*in, sizeof *n, in->n);
    if (in->n < *n * sizeof **list)
        return false;
    *list = *n ? mem_zero(*n, sizeof **list) : NULL;
    if (*n)
        memcpy(*list, in->p, *n * sizeof **list);
    *in = str_sub(*in, *n * sizeof **list, in->n);
    return true;
}

void judge_pack(struct strbuf *out, const struct prove_mutant *m)
{
    strbuf_char(out, (char)m->coherent);
    strbuf_char(out, (char)m->lost);
    strbuf_char(out, (char)m->seen);
    strbuf_char(out, (char)m->as_meant);
    strbuf_char(out, (char)m->placed);
    strbuf_char(out, (char)m->right);
    pack_list(out, m->leads, m->lead_n);
    pack_list(out, m->caused, m->caused_n);
    pack_list(out, m->strays, m->stray_n);
    pack_list(out, m->missing, m->missing_n);
}

bool judge_unpack(struct prove_mutant *m, struct str in)
{
    enum { FLAGS = 6 };
    if (in.n < FLAGS)
        return false;
    m->coherent = in.p[0] != 0;
    m->lost = in.p[1] != 0;
    m->seen = in.p[2] != 0;
    m->as_meant = (enum prove_answer)in.p[3];
    m->placed = (enum prove_answer)in.p[4];
    m->right = (enum prove_answer)in.p[5];
    in = str_sub(in, FLAGS, in.n);
    return unpack_list(&in, &m->leads, &m->lead_n) && unpack_list(&in, &m->caused, &m->caused_n) &&
           unpack_list(&in, &m->strays, &m->stray_n) &&
           unpack_list(&in, &m->missing, &m->missing_n) && in.n == 0;
}
