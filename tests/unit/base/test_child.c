/* test_child.c - programs and functions in fenced processes. */
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/child.h"

static enum child_end run(const char *const *argv, struct str input, struct strbuf *out,
                          struct child_result *result)
{
    struct child child;
    struct child_task task = { .argv = argv, .input = input, .seconds = 5, .output_mb = 1 };
    child_start(&child, &task);
    return child_finish(&child, out, result);
}

static enum child_end shell(const char *script, struct strbuf *out, struct child_result *result)
{
    const char *argv[] = { "sh", "-c", script, NULL };
    return run(argv, STR(""), out, result);
}

static void gives_input_and_takes_output(void **state)
{
    (void)state;
    static const char *const cat[] = { "cat", NULL };
    struct strbuf out = { 0 };
    char *much = malloc(900000);
    memset(much, 'x', 900000);
    assert_int_equal(run(cat, STR("a\0b"), &out, NULL), CHILD_DONE);
    assert_int_equal(out.n, 3);
    assert_memory_equal(out.p, "a\0b", 3);
    strbuf_clear(&out);
    assert_int_equal(run(cat, (struct str){ much, 900000 }, &out, NULL), CHILD_DONE);
    assert_int_equal(out.n, 900000);
    free(much);
    strbuf_free(&out);
}

static void says_how_it_ended(void **state)
{
    (void)state;
    static const char *const nothing[] = { "no-such-program-anywhere", NULL };
    struct strbuf out = { 0 };
    struct child_result result;
    assert_int_equal(run(nothing, STR(""), &out, NULL), CHILD_ABSENT);
    assert_int_equal(shell("echo oops >&2; exit 3", &out, &result), CHILD_FAILED);
    assert_int_equal(result.status, 3);
    assert_string_equal(result.messages, "oops\n");
    assert_int_equal(shell("kill -9 $$", &out, &result), CHILD_FAILED);
    assert_int_equal(result.status, -1);
    assert_int_equal(out.n, 0);
    strbuf_free(&out);
}

static void stops_what_says_too_much(void **state)
{
    (void)state;
    struct strbuf out = { 0 };
    assert_int_equal(
        shell("while :; do echo 0123456789012345678901234567890123456789; done", &out, NULL),
        CHILD_OUTPUT);
    assert_int_equal(out.n, 1 << 20);
    strbuf_clear(&out);
    assert_int_equal(shell("i=0; while [ $i -lt 2000 ]; do echo many >&2; i=$((i+1)); done; echo "
                           "done",
                           &out, NULL),
                     CHILD_DONE);
    assert_string_equal(out.p, "done\n");
    strbuf_free(&out);
}

static void stops_what_takes_too_long(void **state)
{
    (void)state;
    static const char *const sleep[] = { "sleep", "60", NULL };
    struct strbuf out = { 0 };
    struct child child;
    struct child_task task = { .argv = sleep, .input = STR(""), .seconds = 1 };
    child_start(&child, &task);
    pid_t pid = child.pid;
    assert_int_equal(child_finish(&child, &out, NULL), CHILD_TIME);
    assert_int_equal(kill(pid, 0), -1); /* gone */
    strbuf_free(&out);
}

/* A program that leaves another one behind: the pipes stay open, the group is killed. */
static void leaves_nothing_behind(void **state)
{
    (void)state;
    struct strbuf out = { 0 };
    assert_int_equal(shell("sleep 60 >/dev/null 2>&1 & echo $!", &out, NULL), CHILD_DONE);
    pid_t pid = (pid_t)atoi(out.p);
    assert_true(pid > 1);
    for (int i = 0; i < 100 && kill(pid, 0) == 0; i++)
        usleep(10000); /* until whoever adopted it has taken notice */
    char name[64];
    snprintf(name, sizeof name, "/proc/%d/cmdline", (int)pid);
    FILE *f = fopen(name, "r");
    int first = f ? fgetc(f) : EOF; /* of one that only waits to be reaped it is empty */
    if (f)
        fclose(f);
    assert_int_equal(first, EOF);
    strbuf_free(&out);
}

static void keeps_what_is_here_to_itself(void **state)
{
    (void)state;
    struct strbuf out = { 0 };
    setenv("AUDITOR_TEST_SECRET", "x", 1);
    int fd = dup(0); /* not closed on exec */
    assert_int_equal(shell("env; ls /proc/self/fd | wc -l; pwd", &out, NULL), CHILD_DONE);
    close(fd);
    assert_null(strstr(out.p, "SECRET"));
    assert_non_null(strstr(out.p, "LC_ALL=C.UTF-8"));
    assert_non_null(strstr(out.p, "\n4\n/\n")); /* three, and the folder that ls reads */
    strbuf_free(&out);
}

static int count_bytes(void *user, struct str input, struct strbuf *out)
{
    strbuf_fmt(out, "%zu", input.n);
    return *(int *)user;
}

static int eat_memory(void *user, struct str input, struct strbuf *out)
{
    (void)user;
    (void)input;
    for (;;)
        strbuf_add(out, "0123456789", 10);
    return 0;
}

static void calls_a_function(void **state)
{
    (void)state;
    struct strbuf out = { 0 };
    struct child child;
    struct child_result result;
    int status = 0;
    struct child_task task = { .call = count_bytes, .user = &status, .input = STR("four") };
    child_start(&child, &task);
    assert_int_equal(child_finish(&child, &out, &result), CHILD_DONE);
    assert_string_equal(out.p, "4");
    status = 7;
    child_start(&child, &task);
    assert_int_equal(child_finish(&child, &out, &result), CHILD_FAILED);
    assert_int_equal(result.status, 7);
    struct child_task hungry = { .call = eat_memory, .input = STR(""), .memory_mb = 200 };
#ifndef AUDITOR_SANITIZED
    child_start(&child, &hungry);
    assert_int_equal(child_finish(&child, &out, &result), CHILD_FAILED);
#else
    (void)hungry;
#endif
    strbuf_free(&out);
}

static int try_sockets(void *user, struct str input, struct strbuf *out)
{
    static const int families[] = { AF_INET, AF_INET6, AF_UNIX };
    (void)user;
    (void)input;
    for (size_t i = 0; i < 3; i++)
        strbuf_char(out, socket(families[i], SOCK_STREAM, 0) >= 0 ? 'y'
                         : errno == EACCES                        ? 'n'
                                                                  : '?');
    return 0;
}

static void has_no_network(void **state)
{
    struct child_task task = { .call = try_sockets };
    struct strbuf out = { 0 };
    struct child child;
    (void)state;
    child_start(&child, &task);
    assert_int_equal(child_finish(&child, &out, NULL), CHILD_DONE);
    assert_string_equal(out.p, "nny");
    strbuf_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_input_and_takes_output),
        cmocka_unit_test(says_how_it_ended),
        cmocka_unit_test(stops_what_says_too_much),
        cmocka_unit_test(stops_what_takes_too_long),
        cmocka_unit_test(leaves_nothing_behind),
        cmocka_unit_test(keeps_what_is_here_to_itself),
        cmocka_unit_test(calls_a_function),
        cmocka_unit_test(has_no_network),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
