/* test_restore.c - what was stored comes back: written again it is the same, byte for byte. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"
#include "report/restore.h"

static struct str text(struct arena *arena, const char *s)
{
    return arena_str(arena, str_of(s));
}

static struct audit_text both(struct arena *arena, const char *zh, const char *en)
{
    struct audit_text t;
    t.in[LANG_ZH] = text(arena, zh);
    t.in[LANG_EN] = text(arena, en);
    return t;
}

static void fill_diagnosis(struct audit_diagnosis *d, struct arena *arena)
{
    d->present = true;
    d->candidate_count = 2;
    d->candidate_total = 9;
    d->candidates = arena_alloc(arena, 2 * sizeof *d->candidates);
    d->candidate_sizes = arena_alloc(arena, 2 * sizeof *d->candidate_sizes);
    for (size_t i = 0; i < 2; i++) {
        d->candidates[i] = arena_alloc(arena, sizeof **d->candidates);
        d->candidates[i][0] = (struct audit_change){ .row = text(arena, "new"),
                                                     .column = text(arena, i ? "all" : "legal"),
                                                     .found = text(arena, "1"),
                                                     .right = text(arena, "2"),
                                                     .kind = text(arena, "mistyped") };
        d->candidate_sizes[i] = 1;
    }
    d->changes = d->candidates[0];
    d->change_count = 1;
}

static void fill_finding(struct audit_finding *f, struct arena *arena, bool informational)
{
    f->severity = informational ? SEVERITY_NONE : SEVERITY_MAJOR;
    f->informational = informational;
    f->message = both(arena, "不等", "not \"equal\"");
    f->remedy = both(arena, "核对", "check");
    f->basis = arena_alloc(arena, sizeof *f->basis);
    f->basis[f->basis_count++] = text(arena, "第五十条");
    f->evidence = arena_alloc(arena, 2 * sizeof *f->evidence);
    f->evidence_count = 2;
    f->evidence[0] = (struct audit_place){ .table = text(arena, "requests"),
                                           .row = text(arena, "new"),
                                           .column = text(arena, "all"),
                                           .quote = text(arena, "131"),
                                           .line = 7,
                                           .raw_at = 90,
                                           .raw_len = 3 };
    f->evidence[1] = (struct audit_place){ .document = text(arena, "2022/a.txt"), .line = 9 };
    f->expected = text(arena, "130");
    f->found = text(arena, "131");
    f->formula = text(arena, "1 + 1 = 3");
    f->fingerprint = text(arena, informational ? "0123456789abcdef" : "fedcba9876543210");
    f->cause = text(arena, informational ? "fedcba9876543210" : "");
    if (!informational)
        fill_diagnosis(&f->diagnosis, arena);
}

static struct audit *example(void)
{
    struct audit *audit = mem_zero(1, sizeof *audit);
    struct arena *arena = audit->arena = arena_new();
    audit->n = 3;
    audit->results = arena_alloc(arena, 3 * sizeof *audit->results);
    struct audit_result *r = &audit->results[0];
    *r = (struct audit_result){ .rule = text(arena, "a.fails"),
                                .pack = text(arena, "p@1.0.0"),
                                .state = STATE_FAIL,
                                .severity = SEVERITY_MAJOR };
    r->findings = arena_alloc(arena, 2 * sizeof *r->findings);
    r->finding_count = 2;
    fill_finding(&r->findings[0], arena, false);
    fill_finding(&r->findings[1], arena, true);
    r->overrides = arena_alloc(arena, sizeof *r->overrides);
    r->overrides[r->override_count++] =
        (struct audit_override){ OVERRIDE_RELEVELLED, text(arena, "city@1.0.0"),
                                 text(arena, "minor") };
    r = &audit->results[1];
    *r = (struct audit_result){ .rule = text(arena, "b.open"), .state = STATE_UNKNOWN };
    r->open = arena_alloc(arena, sizeof *r->open);
    r->open[r->open_count++] = (struct audit_reason){ .code = text(arena, "undecided"),
                                                      .message = both(arena, "不明", "unclear"),
                                                      .place.section = text(arena, "other") };
    r->reason = &r->open[0];
    r = &audit->results[2];
    *r = (struct audit_result){ .rule = text(arena, "pack.x"), .state = STATE_ERROR, .gap = true };
    r->reason = arena_alloc(arena, sizeof *r->reason);
    r->reason->code = text(arena, "pack-refused");
    r->reason->message = both(arena, "不能用", "unusable");
    return audit;
}

static void write_json(struct strbuf *out, const struct audit *audit, const char *code)
{
    struct check_input in = { .path = STR("x.html"), .audit = audit };
    in.problem.code = code;
    in.problem.message.in[LANG_ZH] = STR("坏了");
    in.problem.message.in[LANG_EN] = STR("broken");
    check_json_document(out, &in, CHECK_JSON_STORED);
}

static void what_is_restored_is_written_alike(void **state)
{
    struct strbuf stored = { 0 }, again = { 0 };
    struct audit *audit = example(), *restored = NULL;
    struct audit_text message;
    char code[24];
    (void)state;
    write_json(&stored, audit, NULL);
    assert_int_equal(
        restore_audit(&restored, strbuf_view(&stored), code, sizeof code, &message, NULL), 0);
    write_json(&again, restored, NULL);
    assert_string_equal(stored.p, again.p);
    assert_string_equal(code, "");
    assert_true(restored->results[0].findings[1].informational);
    assert_true(restored->results[2].gap && !restored->results[1].gap);
    assert_true(audit_is_open(&restored->results[1]));
    strbuf_free(&stored);
    strbuf_free(&again);
    audit_free(audit);
    audit_free(restored);
}

static void a_problem_is_restored_and_damage_refused(void **state)
{
    struct strbuf stored = { 0 };
    struct audit *audit = example(), *restored = NULL;
    struct audit_text message;
    struct error err = { 0 };
    char code[24];
    (void)state;
    write_json(&stored, audit, "format");
    assert_int_equal(
        restore_audit(&restored, strbuf_view(&stored), code, sizeof code, &message, NULL), 0);
    assert_string_equal(code, "format");
    assert_true(str_eq_c(message.in[LANG_EN], "broken"));
    audit_free(restored);
    const struct str damaged = { stored.p, stored.n / 2 };
    assert_int_equal(restore_audit(&restored, damaged, code, sizeof code, &message, &err),
                     ERR_FORMAT);
    assert_int_equal(restore_audit(&restored, STR("{\"results\":[{\"rule\":\"a\"}]}"), code,
                                   sizeof code, &message, &err),
                     ERR_FORMAT); /* without a state */
    assert_null(restored);
    strbuf_free(&stored);
    audit_free(audit);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_restored_is_written_alike),
        cmocka_unit_test(a_problem_is_restored_and_damage_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
