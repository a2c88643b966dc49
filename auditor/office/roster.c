/* roster.c - see roster.h. */
#include "office/roster.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "score/rank.h"

struct search { /* for the n-th assessment of a year, counted back */
    struct roster *out;
    long back;
};

static int take_assessment(void *user, const struct store_assessment *a)
{
    struct search *s = user;
    struct roster *r = s->out;
    if (s->back-- != 0)
        return 0;
    r->assessment = a->id;
    r->profile = arena_str(r->arena, a->profile);
    r->profile_digest = arena_str(r->arena, a->profile_digest);
    r->rules_digest = arena_str(r->arena, a->rules_digest);
    r->version = arena_str(r->arena, a->version);
    r->finished_at = arena_str(r->arena, a->finished_at);
    return 0;
}

static int find_assessment(struct roster *r, struct store *store, const char *name,
                           struct error *err)
{
    char *end = NULL;
    long year = strtol(name, &end, 10);
    struct search search = { .out = r };
    if (end && *end == '~')
        search.back = strtol(end + 1, &end, 10);
    if (!end || end == name || *end || year < 2000 || year > 2100 || search.back < 0 ||
        search.back > 1000)
        return error_set(err, ERR_USAGE,
                         tr("%s 不是报告年度；也可写 2024~1，指该年度再前一次审核",
                            "%s is no report year; 2024~1 is the assessment before that of 2024"),
                         name);
    r->year = (int)year;
    int rc = store_assessments(store, r->year, take_assessment, &search, err);
    if (rc == 0 && r->assessment == 0)
        rc = error_set(err, ERR_ABSENT,
                       tr("没有做完的审核 %s：请先运行 auditor assess %d",
                          "there is no finished assessment %s: run auditor assess %d"),
                       name, r->year);
    return rc;
}

struct loader {
    struct roster *out;
    enum lang lang;
};

static int take_standing(void *user, const struct store_standing *s)
{
    struct loader *l = user;
    struct roster *r = l->out;
    const struct store_audit *v = &s->verdict;
    struct str grade = l->lang == LANG_EN ? v->grade_en : v->grade_zh;
    r->rows = mem_grow(r->rows, r->n, &r->cap, sizeof *r->rows);
    r->rows[r->n++] = (struct roster_row){ .standing = s->id,
                                           .code = arena_str(r->arena, s->agency.code),
                                           .name = arena_str(r->arena, s->agency.name),
                                           .level = arena_str(r->arena, s->agency.level),
                                           .group = arena_str(r->arena, s->agency.group),
                                           .grade = arena_str(r->arena, grade),
                                           .kind = arena_str(r->arena, v->kind),
                                           .form = arena_str(r->arena, v->form),
                                           .sha256 = arena_str(r->arena, v->sha256),
                                           .scored = v->scored,
                                           .complete = v->complete,
                                           .vetoed = v->vetoed,
                                           .score = v->score,
                                           .low = v->low,
                                           .high = v->high,
                                           .max = v->max };
    return 0;
}

static void rank(struct roster *r)
{
    struct rank_row *rows = mem_zero(r->n + 1, sizeof *rows);
    for (size_t i = 0; i < r->n; i++)
        rows[i] = (struct rank_row){ .code = r->rows[i].code,
                                     .group = r->rows[i].group,
                                     .ranked = r->rows[i].scored && r->rows[i].complete,
                                     .score = r->rows[i].score,
                                     .index = i };
    rank_rows(rows, r->n);
    for (size_t i = 0; i < r->n; i++)
        r->rows[rows[i].index].rank = rows[i].rank;
    free(rows);
}

static int by_code(const void *a, const void *b)
{
    return str_cmp((*(const struct roster_row *const *)a)->code,
                   (*(const struct roster_row *const *)b)->code);
}

int roster_load(struct roster *out, struct store *store, const char *name, enum lang lang,
                struct error *err)
{
    *out = (struct roster){ .arena = arena_new() };
    int rc = find_assessment(out, store, name, err);
    if (rc == 0)
        rc = store_standings(store, out->assessment, str_of(""), take_standing,
                             &(struct loader){ out, lang }, err);
    if (rc)
        return rc;
    rank(out);
    out->by_code = mem_zero(out->n + 1, sizeof *out->by_code);
    for (size_t i = 0; i < out->n; i++)
        out->by_code[i] = &out->rows[i];
    if (out->n > 1)
        qsort(out->by_code, out->n, sizeof *out->by_code, by_code);
    return 0;
}

void roster_free(struct roster *r)
{
    free(r->rows);
    free(r->by_code);
    if (r->arena)
        arena_free(r->arena);
    *r = (struct roster){ 0 };
}

const struct roster_row *roster_find(const struct roster *r, struct str code)
{
    const struct roster_row key = { .code = code };
    const struct roster_row *wanted = &key;
    const struct roster_row **found =
        r->n ? bsearch(&wanted, r->by_code, r->n, sizeof *r->by_code, by_code) : NULL;
    return found ? *found : NULL;
}
