/* roster.c - see roster.h. */
#include "office/roster.h"

#include <stdlib.h>
#include <string.h>

#include "base/digest.h"
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

static const struct roster_class *class_of(struct roster *r, const struct store_standing *s)
{
    const struct str parts[] = { s->agency.level, s->agency.group, s->verdict.kind,
                                 s->verdict.form };
    struct strbuf key = { 0 };
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        strbuf_str(&key, parts[i]);
        strbuf_char(&key, '\0');
    }
    size_t number = map_get(&r->class_numbers, strbuf_view(&key));
    if (number == SIZE_MAX) {
        number = r->class_count;
        r->classes = mem_grow(r->classes, r->class_count, &r->class_cap, sizeof *r->classes);
        struct roster_class *class = arena_alloc(r->arena, sizeof *class);
        *class = (struct roster_class){ .level = arena_str(r->arena, parts[0]),
                                        .group = arena_str(r->arena, parts[1]),
                                        .kind = arena_str(r->arena, parts[2]),
                                        .form = arena_str(r->arena, parts[3]),
                                        .number = number };
        r->classes[r->class_count++] = class;
        map_add(&r->class_numbers, arena_str(r->arena, strbuf_view(&key)), (uint32_t)number);
    }
    strbuf_free(&key);
    return r->classes[number];
}

static const struct str *grade_of(struct roster *r, struct str grade)
{
    size_t number = map_get(&r->grade_numbers, grade);
    if (number == SIZE_MAX) {
        number = r->grade_count;
        r->grades = mem_grow(r->grades, r->grade_count, &r->grade_cap, sizeof *r->grades);
        struct str *kept = arena_alloc(r->arena, sizeof *kept);
        *kept = arena_str(r->arena, grade);
        r->grades[r->grade_count++] = kept;
        map_add(&r->grade_numbers, *kept, (uint32_t)number);
    }
    return r->grades[number];
}

static uint64_t report_digest(struct str sha256)
{
    uint64_t digest = sha256.n ? digest_fast(sha256) : 0;
    return sha256.n && digest == 0 ? 1 : digest;
}

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
                                           .class = class_of(r, s),
                                           .grade = grade_of(r, grade),
                                           .report = report_digest(v->sha256),
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
                                     .group = r->rows[i].class->group,
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

struct costs_reader {
    struct roster *roster;
    struct cost_rules *rules;
    size_t at; /* in by_code */
};

/* Both stand in the order of the codes; a standing without an agency is passed over. */
static int take_loss(void *user, int64_t standing, const struct store_loss *loss)
{
    struct costs_reader *reader = user;
    struct roster *r = reader->roster;
    size_t at = reader->at;
    while (at < r->n && r->by_code[at]->standing != standing)
        at++;
    if (at == r->n)
        return 0;
    reader->at = at;
    costs_add(&r->costs, reader->rules, (size_t)(r->by_code[at] - r->rows), loss);
    return 0;
}

int roster_costs(struct roster *r, struct store *store, struct cost_rules *rules, struct error *err)
{
    struct costs_reader reader = { r, rules, 0 };
    r->costs.from = mem_zero(r->n + 1, sizeof *r->costs.from);
    r->costs.count = mem_zero(r->n + 1, sizeof *r->costs.count);
    return store_assessment_losses(store, r->assessment, take_loss, &reader, err);
}

struct cost_span roster_row_costs(const struct roster *r, const struct roster_row *row)
{
    size_t i = (size_t)(row - r->rows);
    if (!r->costs.count || r->costs.count[i] == 0)
        return (struct cost_span){ NULL, 0 };
    return (struct cost_span){ r->costs.list + r->costs.from[i], r->costs.count[i] };
}

void roster_free(struct roster *r)
{
    free(r->rows);
    free(r->by_code);
    free(r->classes);
    free(r->grades);
    map_free(&r->class_numbers);
    map_free(&r->grade_numbers);
    costs_free(&r->costs);
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
