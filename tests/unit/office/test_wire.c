/* test_wire.c - jobs and outputs survive the pipe, and damaged bytes are refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "office/pipeline.h"

/* A text that may stand in a static initialiser. */
#define TEXT(s)                                                                                    \
    {                                                                                              \
        (s), sizeof(s) - 1                                                                         \
    }

static struct pipeline_finding findings[] = {
    { .rule = TEXT("requests.balance"), .severity = SEVERITY_MAJOR, .line = 7, .deduction = 2500 },
    { .rule = TEXT("cells.blank"), .caused = true },
};

static const struct pipeline_output example = {
    .problem = "io",
    .from_file = true,
    .kind = REPORT_COLLECTION,
    .level = LEVEL_TOWNSHIP,
    .year = 2024,
    .complete = true,
    .open = 3,
    .worst = SEVERITY_VETO,
    .scored = true,
    .score = 92500,
    .low = -1,
    .agency = -1,
    .match = MATCH_PATH,
    .xxh3 = UINT64_MAX,
    .stamp = { 1, 2, 3, UINT64_MAX },
    .grade = { { TEXT("优秀"), TEXT("excellent") } },
    .label = TEXT("a/b.html"),
    .snapshot = TEXT("x\0y"),
    .stored = TEXT("{}"),
    .findings = findings,
    .findings_n = 2,
};

static void an_output_comes_back_as_it_was(void **state)
{
    (void)state;
    struct strbuf bytes = { 0 };
    struct pipeline_output out;
    pipeline_pack_output(&bytes, &example);
    assert_true(pipeline_unpack_output(&out, strbuf_view(&bytes)));
    assert_string_equal(out.problem, "io");
    assert_true(out.from_file && out.complete && out.scored && !out.unreadable);
    assert_int_equal(out.kind, REPORT_COLLECTION);
    assert_int_equal(out.level, LEVEL_TOWNSHIP);
    assert_int_equal(out.worst, SEVERITY_VETO);
    assert_int_equal(out.score, 92500);
    assert_int_equal(out.low, -1);
    assert_int_equal(out.agency, -1);
    assert_int_equal(out.match, MATCH_PATH);
    assert_true(out.xxh3 == UINT64_MAX && out.stamp.inode == UINT64_MAX);
    assert_string_equal(out.grade.in[LANG_EN].p, "excellent"); /* still terminated */
    assert_int_equal(out.snapshot.n, 3);
    assert_int_equal(out.findings_n, 2);
    assert_int_equal(out.findings[0].deduction, 2500);
    assert_true(out.findings[1].caused);
    pipeline_output_free(&out);
    strbuf_free(&bytes);
}

static void every_cut_is_noticed(void **state)
{
    (void)state;
    struct strbuf bytes = { 0 };
    struct pipeline_output out;
    pipeline_pack_output(&bytes, &example);
    for (size_t n = 0; n < bytes.n; n++)
        assert_false(pipeline_unpack_output(&out, (struct str){ bytes.p, n }));
    strbuf_char(&bytes, 'x');
    assert_false(pipeline_unpack_output(&out, strbuf_view(&bytes)));
    strbuf_free(&bytes);
}

static void a_job_comes_back_as_it_was(void **state)
{
    (void)state;
    struct strbuf bytes = { 0 };
    struct pipeline_job job = { PIPELINE_SNAPSHOT, STR("p"),      STR("l"), STR("a\0b"),
                                STR("s"),          STR("x\0y\0"), 1 };
    struct pipeline_job out = { 0 };
    pipeline_pack_job(&bytes, &job);
    assert_true(pipeline_unpack_job(&out, strbuf_view(&bytes)));
    assert_int_equal(out.source, PIPELINE_SNAPSHOT);
    assert_true(str_eq(out.path, job.path) && str_eq(out.label, job.label));
    assert_true(str_eq(out.carriers, job.carriers) && out.better == 1);
    assert_true(str_eq(out.bytes, job.bytes) && str_eq(out.sha256, job.sha256));
    assert_false(pipeline_unpack_job(&out, (struct str){ bytes.p, bytes.n - 1 }));
    strbuf_free(&bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_output_comes_back_as_it_was),
        cmocka_unit_test(every_cut_is_noticed),
        cmocka_unit_test(a_job_comes_back_as_it_was),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
