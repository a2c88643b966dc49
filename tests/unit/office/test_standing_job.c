/* test_standing_job.c - a dossier survives the pipe, and damaged bytes are refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "office/standing_job.h"

/* A text that may stand in a static initialiser. */
#define TEXT(s)                                                                                    \
    {                                                                                              \
        (s), sizeof(s) - 1                                                                         \
    }

static struct standing_other others[] = {
    { .year = 2022,
      .level = LEVEL_COUNTY,
      .stored = true,
      .file = { .label = TEXT("a.txt"), .bytes = TEXT("snap\0shot"), .sha256 = TEXT("abc") } },
    { .role = STANDING_CHILD, .year = 2023, .code = TEXT("c1"), .name = TEXT("某局") },
};

static uint32_t stock[] = { 3, 70, 4000000000u };

static const struct standing_job example = {
    .year = 2023,
    .agency = 4,
    .received = DOSSIER_OTHER_YEAR,
    .operational = true,
    .file = { .source = PIPELINE_SNAPSHOT, .label = TEXT("own.txt"), .bytes = TEXT("own") },
    .verdict = TEXT("{}"),
    .others = others,
    .other_count = 2,
    .stock = stock,
    .stock_count = 3,
    .dates = TEXT("2024-04-10 "),
};

static void a_job_comes_back_as_it_was(void **state)
{
    struct strbuf bytes = { 0 };
    struct standing_job job;
    (void)state;
    standing_job_pack(&bytes, &example);
    assert_true(standing_job_unpack(&job, strbuf_view(&bytes)));
    assert_int_equal(job.year, 2023);
    assert_int_equal(job.agency, 4);
    assert_int_equal(job.received, DOSSIER_OTHER_YEAR);
    assert_true(job.operational && job.file.source == PIPELINE_SNAPSHOT);
    assert_true(str_eq_c(job.file.label, "own.txt") && str_eq_c(job.verdict, "{}"));
    assert_int_equal(job.other_count, 2);
    assert_true(job.others[0].stored && job.others[0].role == STANDING_PAST);
    assert_int_equal(job.others[0].file.bytes.n, 9);
    assert_true(job.others[1].role == STANDING_CHILD && str_eq_c(job.others[1].name, "某局"));
    assert_int_equal(job.stock_count, 3);
    assert_memory_equal(job.stock, stock, sizeof stock);
    assert_true(str_eq_c(job.dates, "2024-04-10 "));
    standing_job_free(&job);
    strbuf_free(&bytes);
}

static void cut_bytes_are_refused(void **state)
{
    struct strbuf bytes = { 0 };
    struct standing_job job;
    (void)state;
    standing_job_pack(&bytes, &example);
    for (size_t n = 0; n < bytes.n; n++)
        assert_false(standing_job_unpack(&job, (struct str){ bytes.p, n }));
    strbuf_char(&bytes, 'x');
    assert_false(standing_job_unpack(&job, strbuf_view(&bytes)));
    strbuf_free(&bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_job_comes_back_as_it_was),
        cmocka_unit_test(cut_bytes_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
