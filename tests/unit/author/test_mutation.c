/* test_mutation.c - a mutation changes what it says and nothing else, and knows what must see it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "author/mutation_edit.h"
#include "base/file.h"
#include "office/setup.h"
#include "read/read.h"

static struct setup *setup;
static struct mutation_original text_report, page_report, old_report;

static void open_report(struct mutation_original *o, const char *name)
{
    const struct report_hint none = { 0 };
    o->path = file_join(AUDITOR_SOURCE_DIR "/rules/annual-report/cases", name);
    assert_int_equal(file_read(&o->bytes, o->path, 0, NULL), 0);
    assert_int_equal(read_document(&o->doc, strbuf_view(&o->bytes), o->path, NULL, NULL), 0);
    o->report = recognise(o->doc, engine_forms(setup->engine), &none);
    o->fires = calloc(engine_rule_count(setup->engine), sizeof *o->fires);
}

static void close_report(struct mutation_original *o)
{
    report_free(o->report);
    doc_free(o->doc);
    strbuf_free(&o->bytes);
    free(o->fires);
    free(o->path);
}

static int open_all(void **state)
{
    struct error err = { 0 };
    (void)state;
    setenv("AUDITOR_DATA", AUDITOR_SOURCE_DIR, 1);
    if (setup_open(&setup, NULL, &err))
        fail_msg("%s", err.message);
    open_report(&text_report, "clean-2021.txt");
    open_report(&page_report, "clean-2021.html");
    open_report(&old_report, "clean-2008.txt");
    return 0;
}

static int close_all(void **state)
{
    (void)state;
    close_report(&text_report);
    close_report(&page_report);
    close_report(&old_report);
    setup_free(setup);
    return 0;
}

static const struct mutation_kind *kind(const char *id)
{
    for (size_t i = 0; i < mutation_kind_count; i++)
        if (strcmp(mutation_kinds[i].id, id) == 0)
            return &mutation_kinds[i];
    fail_msg("no kind %s", id);
    return NULL;
}

/* The document after the mutation; NULL where it changes nothing. */
static struct doc *mutate(struct mutation *m, const struct mutation_original *o, const char *id,
                          size_t site)
{
    struct doc *doc = NULL;
    *m = (struct mutation){ .kind = kind(id), .original = o, .site = site };
    if (mutation_plan(m))
        assert_int_equal(mutation_make(&doc, m, NULL), 0);
    return doc;
}

static bool same_cell(const struct report_cell *a, const struct report_cell *b)
{
    return a->kind == b->kind && str_eq(a->raw, b->raw) && a->line == b->line;
}

/* Compares all cells of all tables; the number of those that differ, and the last of them. */
static size_t differing(const struct report *a, const struct report *b,
                        const struct report_cell **was, const struct report_cell **is)
{
    size_t n = 0;
    assert_int_equal(a->table_count, b->table_count);
    for (size_t t = 0; t < a->table_count; t++) {
        const struct form_table *layout = a->tables[t].layout;
        assert_true(b->tables[t].present);
        for (size_t i = 0; i < layout->row_count * layout->column_count; i++) {
            if (same_cell(&a->tables[t].cells[i], &b->tables[t].cells[i]))
                continue;
            *was = &a->tables[t].cells[i];
            *is = &b->tables[t].cells[i];
            n++;
        }
    }
    return n;
}

static void one_cell_changes(const struct mutation_original *o)
{
    size_t made = 0;
    for (size_t site = 0; site < mutation_cells(o); site++) {
        struct mutation m;
        const struct report_hint none = { 0 };
        const struct report_cell *was = NULL, *is = NULL;
        struct doc *doc = mutate(&m, o, "cell.plus-one", site);
        if (doc) {
            struct report *now = recognise(doc, engine_forms(setup->engine), &none);
            assert_int_equal(differing(o->report, now, &was, &is), 1);
            assert_int_equal(is->value.value, was->value.value + 1);
            assert_true(m.expect_n >= 1);
            assert_true(m.exact == !str_eq_c(m.table, "disputes"));
            report_free(now);
            doc_free(doc);
            made++;
        }
        mutation_free(&m);
    }
    assert_int_equal(made, 25 * 7 + 15);
}

static void adding_one_changes_one_cell(void **state)
{
    (void)state;
    one_cell_changes(&text_report);
    one_cell_changes(&page_report);
}

static void the_broken_equations_are_expected(void **state)
{
    (void)state;
    struct mutation m; /* the first row is `new`, its last column `all` */
    size_t table_two = page_report.report->tables[0].layout->row_count *
                       page_report.report->tables[0].layout->column_count;
    struct doc *doc = mutate(&m, &page_report, "cell.plus-one", table_two + 6);
    assert_non_null(doc);
    assert_true(str_eq_c(m.row, "new") && str_eq_c(m.column, "all"));
    assert_int_equal(m.expect_n, 2);
    assert_true(str_eq_c(m.expect[0], "requests.row-total"));
    assert_true(str_eq_c(m.expect[1], "requests.balance"));
    doc_free(doc);
    mutation_free(&m);
}

static const struct report_table *requests_of(const struct report *r)
{
    return report_table(r, STR("requests"));
}

static void a_dropped_row_is_gone_and_no_other(void **state)
{
    const struct mutation_original *const all[] = { &text_report, &page_report };
    const struct report_hint none = { 0 };
    (void)state;
    for (size_t i = 0; i < 2; i++) {
        struct mutation m;
        size_t row = all[i]->report->tables[0].layout->row_count + 5;
        struct doc *doc = mutate(&m, all[i], "row.dropped", row);
        assert_non_null(doc);
        struct report *now = recognise(doc, engine_forms(setup->engine), &none);
        const struct report_table *t = requests_of(now);
        assert_int_equal(t->problem_count, 1);
        assert_int_equal(t->problems[0].kind, PROBLEM_ROW_MISSING);
        assert_int_equal(t->problems[0].index, 5);
        assert_true(str_eq(m.row, t->layout->rows[5].key));
        report_free(now);
        doc_free(doc);
        mutation_free(&m);
    }
}

static void moved_sections_keep_their_numbers_in_order(void **state)
{
    const struct report_hint none = { 0 };
    struct mutation m;
    (void)state;
    struct doc *doc = mutate(&m, &page_report, "section.moved", 2);
    assert_non_null(doc);
    struct report *now = recognise(doc, engine_forms(setup->engine), &none);
    assert_int_equal(now->section_count, 6);
    assert_true(str_eq_c(now->sections[2].key, "disputes"));
    assert_true(str_eq_c(now->sections[3].key, "requests"));
    for (size_t i = 0; i < 6; i++)
        assert_int_equal(now->headings[now->sections[i].heading].number, i + 1);
    const struct report_cell *was = NULL, *is = NULL;
    assert_int_equal(differing(page_report.report, now, &was, &is), 0);
    report_free(now);
    doc_free(doc);
    mutation_free(&m);
}

/* Every kind is made on one of the reports at least, and again gives the same. */
static void the_whole_catalogue_can_be_made(void **state)
{
    const struct mutation_original *const all[] = { &text_report, &page_report, &old_report };
    (void)state;
    for (size_t k = 0; k < mutation_kind_count; k++) {
        size_t made = 0;
        for (size_t i = 0; i < 3; i++) {
            size_t sites = mutation_kinds[k].sites(all[i]);
            for (size_t site = 0; site < sites; site++) {
                struct mutation m = { .kind = &mutation_kinds[k],
                                      .original = all[i],
                                      .site = site };
                made += mutation_plan(&m);
                mutation_free(&m);
            }
        }
        /* the example's reports have what these need: a percentage in the text */
        if (made == 0 && strcmp(mutation_kinds[k].id, "text.percentage") != 0)
            fail_msg("%s is never made", mutation_kinds[k].id);
    }
}

static void ids_are_unique_and_expectations_name_rules(void **state)
{
    (void)state;
    for (size_t k = 0; k < mutation_kind_count; k++) {
        const struct mutation_kind *a = &mutation_kinds[k];
        struct str rest = str_of(a->expect), rule;
        assert_true(a->zh && *a->zh && a->en && *a->en);
        for (size_t i = 0; i < k; i++)
            assert_string_not_equal(a->id, mutation_kinds[i].id);
        while (rest.n && str_split(&rest, ' ', &rule)) {
            struct str name = rule;
            bool known = false;
            while (rule.n && str_split(&rule, '|', &name))
                known = known || engine_rule_by_id(setup->engine, name);
            if (!known && !str_eq_c(name, "text.damage"))
                fail_msg("%s expects %.*s", a->id, STR_ARG(name));
        }
    }
}

static void damaged_bytes_are_told_by_the_reader(void **state)
{
    struct mutation m;
    (void)state;
    struct doc *doc = mutate(&m, &page_report, "bytes.damaged", 0);
    assert_non_null(doc);
    assert_true(doc->notice_count > 0);
    doc_free(doc);
    mutation_free(&m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(adding_one_changes_one_cell),
        cmocka_unit_test(the_broken_equations_are_expected),
        cmocka_unit_test(a_dropped_row_is_gone_and_no_other),
        cmocka_unit_test(moved_sections_keep_their_numbers_in_order),
        cmocka_unit_test(the_whole_catalogue_can_be_made),
        cmocka_unit_test(ids_are_unique_and_expectations_name_rules),
        cmocka_unit_test(damaged_bytes_are_told_by_the_reader),
    };
    return cmocka_run_group_tests(tests, open_all, close_all);
}
