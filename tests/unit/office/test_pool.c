/* test_pool.c - workers that behave, crash, hang and eat memory. */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/mem.h"
#include "office/pool.h"

struct job_list {
    size_t n, next;
    char (*what)(size_t job); /* what the worker does: '.' works, or how it misbehaves */
    size_t delivered;
    size_t lost[4];
    size_t bytes;
    size_t light;     /* bytes of a job; 0: none is light */
    size_t largest;   /* group that a worker got */
    int fail_at;      /* done() fails at this job; -1 never */
    unsigned seconds; /* a job may take; 0: more than any of these takes on a busy machine */
};

static bool next(void *user, struct strbuf *job)
{
    struct job_list *list = user;
    if (list->next == list->n)
        return false;
    strbuf_fmt(job, "%c%zu", list->what(list->next), list->next);
    list->next++;
    return true;
}

static void eat_memory(void)
{
    for (;;) {
        char *p = mem_alloc(16 << 20);
        memset(p, 1, 16 << 20);
        __asm__ volatile("" : : "r"(p) : "memory"); /* so that it is not optimised away */
    }
}

static size_t light(void *user, struct str job)
{
    (void)job;
    return ((const struct job_list *)user)->light;
}

static void work_on(struct str job, struct strbuf *result)
{
    switch (job.p[0]) {
    case 'c':
        raise(SIGKILL);
        break;
    case 'h':
        for (;;)
            pause();
    case 'm':
        eat_memory();
        break;
    case 's':
        nanosleep(&(struct timespec){ 0, 2000000 }, NULL);
        break;
    case 'b':
        for (int i = 0; i < 1 << 20; i++)
            strbuf_char(result, 'x');
        break;
    default:
        break;
    }
    strbuf_str(result, str_sub(job, 1, job.n));
}

static void work(void *user, struct pool_task *tasks, size_t n)
{
    (void)user;
    for (size_t i = 0; i < n; i++) {
        strbuf_fmt(tasks[i].result, "%zu ", n);
        work_on(tasks[i].job, tasks[i].result);
    }
}

static int done(void *user, struct str job, enum pool_outcome outcome, struct str result,
                struct error *err)
{
    struct job_list *list = user;
    char number[32];
    snprintf(number, sizeof number, "%zu", list->delivered);
    assert_true(str_eq_c(str_sub(job, 1, job.n), number)); /* in order */
    if (outcome == POOL_DONE) {
        size_t group = strtoul(result.p, NULL, 10);
        assert_true(str_ends(result, str_of(number)));
        list->largest = group > list->largest ? group : list->largest;
    } else {
        assert_int_equal(result.n, 0);
    }
    list->lost[outcome]++;
    list->bytes += result.n;
    if (list->fail_at >= 0 && list->delivered == (size_t)list->fail_at)
        return error_set(err, ERR_DATABASE, "full");
    list->delivered++;
    return 0;
}

static int run(struct job_list *list, size_t workers, struct error *err)
{
    struct pool pool = { .workers = workers,
                         .seconds = list->seconds ? list->seconds : 60,
                         .memory_mb = 400,
                         .user = list,
                         .next = next,
                         .light = light,
                         .work = work,
                         .done = done };
    list->next = list->delivered = list->bytes = list->largest = 0;
    memset(list->lost, 0, sizeof list->lost);
    return pool_run(&pool, err);
}

static char fine(size_t job)
{
    return job % 7 == 3 ? 's' : '.';
}

static void results_come_in_order_whatever_the_number_of_workers(void **state)
{
    (void)state;
    struct job_list list = { .n = 1000, .what = fine, .fail_at = -1 };
    for (int i = 0; i < 6; i++) {
        list.light = i % 2;
        assert_int_equal(run(&list, (size_t)i + 1, NULL), 0);
        assert_int_equal(list.delivered, 1000);
        assert_int_equal(list.lost[POOL_DONE], 1000);
        assert_true(list.light ? list.largest > 1 : list.largest == 1);
    }
}

static void a_group_is_bounded_by_its_bytes(void **state)
{
    (void)state;
    struct job_list list = { .n = 200, .what = fine, .fail_at = -1 };
    list.light = POOL_GROUP_BYTES / 3;
    assert_int_equal(run(&list, 2, NULL), 0);
    assert_int_equal(list.delivered, 200);
    assert_int_equal(list.largest, 3);
}

static void the_more_workers_the_smaller_their_groups(void **state)
{
    (void)state;
    static const size_t most[] = { POOL_GROUP, POOL_GROUP, POOL_GROUPED / 4, POOL_GROUP_LEAST };
    for (size_t i = 0; i < 4; i++) {
        struct job_list list = { .n = 1000, .what = fine, .fail_at = -1, .light = 1 };
        assert_int_equal(run(&list, (size_t)1 << i, NULL), 0);
        assert_int_equal(list.delivered, 1000);
        assert_int_equal(list.largest, most[i]);
    }
}

static void few_jobs_are_spread_over_the_workers(void **state)
{
    (void)state;
    struct job_list list = { .n = 12, .what = fine, .fail_at = -1, .light = 1 };
    assert_int_equal(run(&list, 4, NULL), 0);
    assert_int_equal(list.delivered, 12);
    assert_int_equal(list.largest, 1);
}

static void no_job_is_no_work(void **state)
{
    (void)state;
    struct job_list list = { .n = 0, .what = fine, .fail_at = -1 };
    assert_int_equal(run(&list, 2, NULL), 0);
    assert_int_equal(list.delivered, 0);
}

static char crashing(size_t job)
{
    return job % 10 == 4 ? 'c' : '.';
}

static void a_crash_costs_one_document(void **state)
{
    (void)state;
    struct job_list list = { .n = 100, .what = crashing, .fail_at = -1 };
    for (int i = 0; i < 2; i++) {
        list.light = (size_t)i;
        assert_int_equal(run(&list, 2, NULL), 0);
        assert_int_equal(list.lost[POOL_CRASH], 10);
        assert_int_equal(list.lost[POOL_DONE], 90);
    }
}

static char hanging(size_t job)
{
    return job == 305 ? 'h' : '.'; /* in a group, if there are groups */
}

static void a_hang_is_ended_by_the_clock(void **state)
{
    (void)state;
    struct job_list list = { .n = 600, .what = hanging, .fail_at = -1, .seconds = 2, .light = 1 };
    assert_int_equal(run(&list, 2, NULL), 0);
    assert_int_equal(list.lost[POOL_TIMEOUT], 1);
    assert_int_equal(list.lost[POOL_DONE], 599);
}

static char greedy(size_t job)
{
    return job == 2 ? 'm' : '.';
}

static void memory_is_limited(void **state)
{
    (void)state;
    struct job_list list = { .n = 6, .what = greedy, .fail_at = -1, .light = 1 };
    assert_int_equal(run(&list, 2, NULL), 0);
    assert_int_equal(list.lost[POOL_MEMORY], 1);
    assert_int_equal(list.lost[POOL_DONE], 5);
}

static char big(size_t job)
{
    (void)job;
    return 'b';
}

static void large_results_pass_through_small_sockets(void **state)
{
    (void)state;
    struct job_list list = { .n = 64, .what = big, .fail_at = -1, .light = 1 };
    assert_int_equal(run(&list, 3, NULL), 0);
    assert_true(list.bytes > 64u << 20);
}

static void an_error_of_the_receiver_ends_the_run(void **state)
{
    (void)state;
    struct job_list list = { .n = 500, .what = fine, .fail_at = 17 };
    struct error err = { 0 };
    assert_int_equal(run(&list, 2, &err), ERR_DATABASE);
    assert_int_equal(list.delivered, 17);
    assert_string_equal(err.message, "full");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(results_come_in_order_whatever_the_number_of_workers),
        cmocka_unit_test(a_group_is_bounded_by_its_bytes),
        cmocka_unit_test(the_more_workers_the_smaller_their_groups),
        cmocka_unit_test(few_jobs_are_spread_over_the_workers),
        cmocka_unit_test(no_job_is_no_work),
        cmocka_unit_test(a_crash_costs_one_document),
        cmocka_unit_test(a_hang_is_ended_by_the_clock),
        cmocka_unit_test(memory_is_limited),
        cmocka_unit_test(large_results_pass_through_small_sockets),
        cmocka_unit_test(an_error_of_the_receiver_ends_the_run),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
