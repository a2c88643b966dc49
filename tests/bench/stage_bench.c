/*
 * stage_bench.c - where the CPU time of an audit goes, stage by stage, in one process.
 *
 *     stage_bench FOLDER
 *
 * Prints microseconds a document and the share of: reading the bytes, read_document(), recognise(),
 * the rules, the score, and the JSON text; once over all files after a warm-up of the first fifty.
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/digest.h"
#include "base/file.h"
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

static void audit_one(struct clock_sum *c, struct setup *setup, const char *path,
                      struct strbuf *bytes, struct strbuf *json)
{
    struct doc *doc = NULL;
    struct audit *audit = NULL;
    struct score *score = NULL;
    char hex[DIGEST_HEX];
    lap(c, STAGES);
    if (file_read(bytes, path, 0, NULL) != 0)
        return;
    lap(c, STAGE_FILE);
    digest_sha256(hex, strbuf_view(bytes));
    lap(c, STAGE_DIGEST);
    if (read_document(&doc, strbuf_view(bytes), path, NULL, NULL) != 0)
        return;
    lap(c, STAGE_READ);
    const struct report_hint hint = { 0 };
    struct report *report = recognise(doc, engine_forms(setup->engine), &hint);
    lap(c, STAGE_RECOGNISE);
    const struct rule_choice choice = { 0 };
    int rc = engine_run(setup->engine, report, &choice, &audit, NULL);
    lap(c, STAGE_RULES);
    if (rc == 0 && score_audit(&score, setup->engine, setup->model, setup->profile, audit, NULL,
                               true, NULL) == 0) {
        lap(c, STAGE_SCORE);
        struct check_input in = {
            .path = str_of(path), .sha256 = str_of(hex), .report = report, .audit = audit
        };
        strbuf_clear(json);
        check_json_document(json, &in, CHECK_JSON_ZH);
        lap(c, STAGE_JSON);
    }
    score_free(score);
    audit_free(audit);
    report_free(report);
    doc_free(doc);
}

int main(int argc, char **argv)
{
    struct error err = { 0 };
    struct file_list files = { 0 };
    struct setup *setup = NULL;
    struct setup_options options = { 0 };
    if (argc != 2 || file_walk(&files, argv[1], &err) != 0 ||
        setup_open(&setup, &options, &err) != 0) {
        fprintf(stderr, "stage_bench FOLDER: %s\n", err.message);
        return 1;
    }
    struct strbuf bytes = { 0 };
    struct strbuf json = { 0 };
    struct clock_sum warm = { 0 };
    struct clock_sum c = { 0 };
    for (size_t i = 0; i < files.n && i < 50; i++)
        audit_one(&warm, setup, files.paths[i], &bytes, &json);
    for (size_t i = 0; i < files.n; i++)
        audit_one(&c, setup, files.paths[i], &bytes, &json);
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
