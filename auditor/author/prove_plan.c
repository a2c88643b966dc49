/* prove_plan.c - see prove_plan.h. */
#include "author/prove_plan.h"

#include <stdlib.h>

#include <cjson/cJSON.h>

#include "author/prove_judge.h"
#include "base/digest.h"
#include "base/lang.h"
#include "base/mem.h"
#include "read/read.h"

void plan_alarm(struct proof *proof, struct prove_alarm alarm)
{
    proof->alarms = mem_resize(proof->alarms, proof->alarm_n + 1, sizeof *proof->alarms);
    proof->alarms[proof->alarm_n++] = alarm;
}

/* The reports that the example says are free of defects. */
static int list_examples(struct file_list *out, const char *data, struct error *err)
{
    char *folder = file_join(data, "examples");
    char *path = file_join(folder, "expected.json");
    struct strbuf text = { 0 };
    struct error found = { 0 };
    int rc = file_read(&text, path, 0, &found);
    if (rc)
        rc = error_set(err, ERR_ABSENT,
                       tr("没有可用的示例报告（%s），请在命令后给出无差错的报告文件或文件夹",
                          "the examples are not there (%s); name clean reports, files or folders"),
                       found.message);
    cJSON *json = rc ? NULL : cJSON_ParseWithLength(text.p, text.n);
    const cJSON *d;
    cJSON_ArrayForEach(d, cJSON_GetObjectItemCaseSensitive(json, "documents")) {
        const cJSON *name = cJSON_GetObjectItemCaseSensitive(d, "path");
        const cJSON *kind = cJSON_GetObjectItemCaseSensitive(d, "kind");
        if (!cJSON_IsString(name) || !cJSON_IsString(kind) ||
            strcmp(kind->valuestring, "annual-report") != 0 ||
            cJSON_GetArraySize(cJSON_GetObjectItemCaseSensitive(d, "findings")) > 0)
            continue;
        char *file = file_join(folder, name->valuestring);
        file_list_add(out, file);
        free(file);
    }
    file_list_sort(out);
    cJSON_Delete(json);
    strbuf_free(&text);
    free(path);
    free(folder);
    return rc;
}

static int list_files(struct file_list *out, const struct prove_options *options, struct error *err)
{
    int rc = 0;
    if (options->path_n == 0)
        return list_examples(out, options->data, err);
    for (size_t i = 0; i < options->path_n && rc == 0; i++) {
        struct file_list found = { 0 };
        rc = read_walk(&found, options->paths[i], NULL, err);
        for (size_t k = 0; k < found.n && rc == 0; k++)
            file_list_add(out, found.paths[k]);
        file_list_free(&found);
    }
    file_list_sort(out);
    return rc;
}

static void free_original(struct mutation_original *o)
{
    report_free(o->report);
    doc_free(o->doc);
    strbuf_free(&o->bytes);
    free(o->fires);
    free(o->path);
}

/* Findings in a report that is said to be clean. */
static void note_alarms(struct proof *proof, struct mutation_original *o)
{
    struct engine_subject subject = { .report = o->report };
    engine_run(proof->engine, &subject, 1);
    struct audit *audit = subject.audit;
    for (size_t r = 0; r < audit->n; r++)
        for (size_t i = 0; i < audit->results[r].finding_count; i++) {
            const struct audit_finding *f = &audit->results[r].findings[i];
            if (f->informational)
                continue;
            o->fires[r] = true;
            if (f->cause.n || (proof->rule && !str_eq(proof->rule->id, audit->results[r].rule)))
                continue;
            struct str message = f->message.in[lang_get()];
            plan_alarm(proof,
                       (struct prove_alarm){ (uint32_t)proof->original_n, (uint16_t)r, UINT32_MAX,
                                             mem_strndup(message.p, message.n) });
        }
    audit_free(audit);
}

/* Whether the page is a report rather than one that speaks of reports: of a form that orders its sections half of
 * them are there, or an official table. */
static bool is_whole(const struct report *r)
{
    size_t due = 0, found = 0, tables = 0;
    for (size_t i = 0; r->form && i < r->form->section_count; i++) {
        const struct form_section *section = &r->form->sections[i];
        bool ordered = section->required && section->order;
        due += ordered;
        found += ordered && report_section(r, section->key);
    }
    for (size_t i = 0; i < r->table_count; i++)
        tables += r->tables[i].present;
    return r->kind == REPORT_ANNUAL && (tables || 2 * found >= due);
}

static void add_original(struct proof *proof, const char *path)
{
    struct mutation_original o = { .path = mem_strdup(path) };
    struct error unreadable = { 0 };
    const struct report_hint hint = { .path = path };
    int rc = read_bytes(&o.bytes, path, path, &unreadable);
    if (rc == 0)
        rc = read_document(&o.doc, strbuf_view(&o.bytes), path, NULL, &unreadable);
    if (rc == 0)
        o.report = recognise(o.doc, engine_forms(proof->engine), &hint);
    if (rc || !is_whole(o.report)) {
        proof->passed_over =
            mem_resize(proof->passed_over, proof->passed_over_n + 1, sizeof(char *));
        proof->passed_over[proof->passed_over_n++] = mem_strdup(path);
        free_original(&o);
        return;
    }
    o.fires = mem_zero(proof->rule_n + 1, sizeof *o.fires);
    note_alarms(proof, &o);
    proof->originals =
        mem_resize(proof->originals, proof->original_n + 1, sizeof *proof->originals);
    proof->originals[proof->original_n++] = o;
}

int plan_originals(struct proof *proof, const struct prove_options *options, struct error *err)
{
    struct file_list files = { 0 };
    int rc = list_files(&files, options, err);
    for (size_t i = 0; rc == 0 && i < files.n; i++)
        add_original(proof, files.paths[i]);
    if (rc == 0 && proof->original_n == 0)
        rc = error_set(
            err, ERR_USAGE,
            tr("给出的文件中没有完整可用的年度报告", "none of the files is a whole annual report"));
    file_list_free(&files);
    return rc;
}

/* One mutation that could be made; of those of one slot the lowest draw is. */
struct candidate {
    uint32_t kind, original, site;
    uint64_t slot, draw;
};

struct candidates {
    struct candidate *list;
    size_t n, cap;
};

static uint64_t draw(const struct proof *proof, const struct mutation *m, struct str slot)
{
    struct strbuf key = { 0 };
    strbuf_fmt(&key, "%llu %.*s %s %zu", (unsigned long long)proof->seed, STR_ARG(slot),
               file_name(m->original->path), m->site);
    uint64_t h = digest_fast(strbuf_view(&key));
    strbuf_free(&key);
    return h;
}

static bool of_form(const struct proof *proof, const struct rule_info *rule,
                    const struct form *form)
{
    for (size_t i = 0; i < rule->form_count; i++)
        if (form_is_like(engine_forms(proof->engine), form, rule->forms[i]))
            return true;
    return rule->form_count == 0;
}

/* Whether one of the rules that an expectation names can judge the original: it is of another form,
 * or fires on the clean original already. A rule that is not loaded is missed, not excused. */
static bool can_answer(const struct proof *proof, const struct mutation *m, struct str expectation)
{
    bool excused = false;
    for (size_t r = 0; r < proof->rule_n; r++) {
        const struct rule_info *rule = engine_rule(proof->engine, r);
        if (!judge_names(expectation, rule->id))
            continue;
        if (!m->original->fires[r] && of_form(proof, rule, m->original->report->form))
            return true;
        excused = true;
    }
    return !excused;
}

static bool judgeable(const struct proof *proof, const struct mutation *m)
{
    for (size_t i = 0; i < m->expect_n; i++)
        if (can_answer(proof, m, m->expect[i]))
            return true;
    return m->expect_n == 0;
}

static void consider(struct proof *proof, struct candidates *all, uint32_t kind, uint32_t original,
                     uint32_t site, bool wanted_only)
{
    struct mutation m = { .kind = &mutation_kinds[kind],
                          .original = &proof->originals[original],
                          .site = site };
    struct strbuf slot = { 0 };
    bool wanted = mutation_plan(&m) && judgeable(proof, &m);
    if (wanted && wanted_only)
        wanted = judge_expects(&m, proof->rule->id) || (m.kind->flags & MUTATION_HARMLESS);
    if (wanted) {
        mutation_slot(&slot, &m);
        all->list = mem_grow(all->list, all->n, &all->cap, sizeof *all->list);
        all->list[all->n++] =
            (struct candidate){ kind, original, site, digest_fast(strbuf_view(&slot)),
                                draw(proof, &m, strbuf_view(&slot)) };
    }
    strbuf_free(&slot);
    mutation_free(&m);
}

static int by_slot(const void *a, const void *b)
{
    const struct candidate *x = a, *y = b;
    if (x->slot != y->slot)
        return x->slot < y->slot ? -1 : 1;
    if (x->draw != y->draw)
        return x->draw < y->draw ? -1 : 1;
    return 0;
}

static int by_kind(const void *a, const void *b)
{
    const struct candidate *x = a, *y = b;
    if (x->kind != y->kind)
        return x->kind < y->kind ? -1 : 1;
    if (x->original != y->original)
        return x->original < y->original ? -1 : 1;
    return (x->site > y->site) - (x->site < y->site);
}

static void collect(struct proof *proof, struct candidates *all, bool wanted_only)
{
    for (uint32_t k = 0; k < mutation_kind_count; k++)
        for (uint32_t o = 0; o < proof->original_n; o++) {
            size_t sites = mutation_kinds[k].sites(&proof->originals[o]);
            for (uint32_t s = 0; s < sites; s++)
                consider(proof, all, k, o, s, wanted_only);
        }
}

/* The mutations that aim at the rule. Without any the whole sample is tried: perhaps some hit it. */
static void collect_for_rule(struct proof *proof, struct candidates *all)
{
    collect(proof, all, true);
    for (size_t i = 0; i < all->n; i++)
        if (!(mutation_kinds[all->list[i].kind].flags & MUTATION_HARMLESS))
            return;
    all->n = 0;
    collect(proof, all, false);
}

void plan_mutants(struct proof *proof)
{
    struct candidates all = { 0 };
    if (proof->rule)
        collect_for_rule(proof, &all);
    else
        collect(proof, &all, false);
    proof->candidates = all.n;
    size_t n = all.n;
    if (!proof->full && n) {
        qsort(all.list, n, sizeof *all.list, by_slot);
        n = 1;
        for (size_t i = 1; i < all.n; i++)
            if (all.list[i].slot != all.list[n - 1].slot)
                all.list[n++] = all.list[i];
    }
    if (n > 1)
        qsort(all.list, n, sizeof *all.list, by_kind);
    proof->mutants = mem_zero(n + 1, sizeof *proof->mutants);
    for (size_t i = 0; i < n; i++) {
        const struct candidate *c = &all.list[i];
        proof->mutants[i] =
            (struct prove_mutant){ .kind = c->kind, .original = c->original, .site = c->site };
    }
    proof->mutant_n = n;
    free(all.list);
}
