/*
 * stage_bench.c - where the CPU time of an audit goes, stage by stage, in one process.
 *
 *     stage_bench [--counted] FOLDER
 *
 * Prints microseconds a document and the share of: reading the bytes, read_document(), recognise(),
 * the rules, the score, and the JSON text; once over all files after a warm-up of the first fifty, in groups as
 * a worker takes them. Counted: with all instructions of rules counted, as under an emulator, where each rule
 * would take long enough to be run again.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/digest.h"
#include "base/file.h"
#include "office/pool.h"
#include "office/setup.h"
#include "read/read.h"
#include "report/check_json.h"
#include "score/score.h"

enum stage {
    STAGE_FILE,
    STAGE_DIGEST,
    STAGE_READ,
    STAGE_RECOGNISE,
    STAGE_RULES,
    STAGE_SCORE,
    STAGE_JSON,
    STAGES
};

static const char *const names[STAGES] = {
    "bytes of the file", "SHA-256", "read", "recognise", "rules", "score", "JSON"
};

struct clock_sum {
    double at;
    double sums[STAGES];
};

static void lap(struct clock_sum *c, enum stage stage)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    double now = (double)t.tv_sec + (double)t.tv_nsec / 1e9;
    if (stage < STAGES)
        c->sums[stage] += now - c->at;
    c->at = now;
}

struct page {
    const char *path;
    char sha256[DIGEST_HEX];
    struct doc *doc;
    struct report *report;
};

/* False: it is no page. */
static bool open_page(struct clock_sum *c, struct page *page, struct strbuf *bytes)
{
    lap(c, STAGES);
    if (file_read(bytes, page->path, 0, NULL) != 0)
        return false;
    lap(c, STAGE_FILE);
    digest_sha256(page->sha256, strbuf_view(bytes));
    lap(c, STAGE_DIGEST);
    if (read_document(&page->doc, strbuf_view(bytes), page->path, NULL, NULL) != 0)
        return false;
    lap(c, STAGE_READ);
    return true;
}

static void write_page(struct clock_sum *c, struct setup *setup, const struct page *page,
                       struct audit *audit, struct strbuf *json)
{
    struct score *score = NULL;
    lap(c, STAGES);
    if (score_audit(&score, setup->engine, setup->model, setup->profile, audit, NULL, true, NULL) ==
        0) {
        lap(c, STAGE_SCORE);
        struct check_input in = { .path = str_of(page->path),
                                  .sha256 = str_of(page->sha256),
                                  .report = page->report,
                                  .audit = audit };
        strbuf_clear(json);
        check_json_document(json, &in, CHECK_JSON_ZH);
        lap(c, STAGE_JSON);
    }
    score_free(score);
}

static void audit_group(struct clock_sum *c, struct setup *setup, char *const *paths, size_t n,
                        struct strbuf *bytes, struct strbuf *json)
{
    struct page pages[POOL_GROUP] = { { 0 } };
    struct engine_subject subjects[POOL_GROUP] = { { 0 } };
    size_t read = 0;
    for (size_t i = 0; i < n; i++) {
        pages[read] = (struct page){ .path = paths[i] };
        read += open_page(c, &pages[read], bytes);
    }
    lap(c, STAGES);
    for (size_t i = 0; i < read; i++) {
        const struct report_hint hint = { 0 };
        pages[i].report = recognise(pages[i].doc, engine_forms(setup->engine), &hint);
        subjects[i].report = pages[i].report;
    }
    lap(c, STAGE_RECOGNISE);
    engine_run(setup->engine, subjects, read);
    lap(c, STAGE_RULES);
    for (size_t i = 0; i < read; i++) {
        write_page(c, setup, &pages[i], subjects[i].audit, json);
        audit_free(subjects[i].audit);
        report_free(pages[i].report);
        doc_free(pages[i].doc);
    }
}

static void audit_all(struct clock_sum *c, struct setup *setup, const struct file_list *files,
                      size_t n, struct strbuf *bytes, struct strbuf *json)
{
    for (size_t i = 0; i < n; i += POOL_GROUP) {
        size_t group = n - i < POOL_GROUP ? n - i : POOL_GROUP;
        audit_group(c, setup, &files->paths[i], group, bytes, json);
    }
}

int main(int argc, char **argv)
{
    struct error err = { 0 };
    struct file_list files = { 0 };
    struct setup *setup = NULL;
    struct setup_options options = { 0 };
    bool counted = argc == 3 && strcmp(argv[1], "--counted") == 0;
    if ((argc != 2 && !counted) || file_walk(&files, argv[argc - 1], &err) != 0 ||
        setup_open(&setup, &options, &err) != 0) {
        fprintf(stderr, "stage_bench [--counted] FOLDER: %s\n", err.message);
        return 1;
    }
    if (counted)
        engine_count(setup->engine);
    struct strbuf bytes = { 0 };
    struct strbuf json = { 0 };
    struct clock_sum warm = { 0 };
    struct clock_sum c = { 0 };
    audit_all(&warm, setup, &files, files.n < 50 ? files.n : 50, &bytes, &json);
    audit_all(&c, setup, &files, files.n, &bytes, &json);
    double total = 0;
    for (int s = 0; s < STAGES; s++)
        total += c.sums[s];
    for (int s = 0; s < STAGES; s++)
        printf("  %-18s %7.0f us  %5.1f %%\n", names[s], c.sums[s] / (double)files.n * 1e6,
               100 * c.sums[s] / total);
    strbuf_free(&bytes);
    strbuf_free(&json);
    file_list_free(&files);
    setup_free(setup);
    return 0;
}
