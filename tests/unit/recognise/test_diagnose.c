/* test_diagnose.c - wrong cells are found from the equations alone. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "forms_fixture.h"
#include "recognise/diagnose.h"

static unsigned seed = 7;

static unsigned draw(unsigned below)
{
    seed = seed * 1103515245U + 12345U;
    return (seed >> 16) % below;
}

struct sheet {
    struct report_table table;
    struct report_cell cells[200];
    struct arena *arena;
    int64_t right[200];
};

static void put(struct sheet *s, size_t cell, int64_t value)
{
    s->cells[cell].kind = CELL_NUMBER;
    s->cells[cell].value = (struct decimal){ value, 0 };
}

static size_t cell_at(const struct sheet *s, const char *row, const char *column)
{
    const struct form_table *t = s->table.layout;
    return (size_t)form_row(t, str_of(row)) * t->column_count +
           (size_t)form_column(t, str_of(column));
}

/* Random figures with every sum right: each equation's stated cell last. */
static void fill(struct sheet *s, const char *form, const char *table)
{
    const struct form_table *t = form_table(form_by_id(&forms, str_of(form)), str_of(table));
    memset(s, 0, sizeof(*s));
    s->table = (struct report_table){ .layout = t, .present = true, .cells = s->cells };
    s->arena = arena_new();
    size_t n = t->column_count;
    for (size_t i = 0; i < t->row_count * n; i++)
        put(s, i, draw(3) == 0 ? draw(400) : draw(4));
    for (int pass = 0; pass < 2; pass++) {
        for (size_t e = 0; e < t->equation_count; e++) {
            const struct form_equation *q = &t->equations[e];
            int64_t sum = 0;
            for (size_t i = 0; i < q->term_count; i++)
                sum += (int)q->terms[i].cell == q->stated
                           ? 0
                           : s->cells[q->terms[i].cell].value.value * q->terms[i].factor;
            if (q->stated >= 0) {
                put(s, (size_t)q->stated, sum);
                continue;
            }
            /* a balance: what came in makes up for it, or what goes out does */
            size_t in = q->terms[0].cell, out = q->terms[q->term_count - 1].cell;
            size_t cell = sum < 0 ? in : out;
            put(s, cell, s->cells[cell].value.value + (sum < 0 ? -sum : sum));
        }
    }
    for (size_t i = 0; i < t->row_count * n; i++)
        s->right[i] = s->cells[i].value.value;
}

static void empty(struct sheet *s)
{
    arena_free(s->arena);
}

static void right_figures_hold(void **state)
{
    (void)state;
    struct sheet s;
    fill(&s, "2021", "requests");
    const struct table_check *c = diagnose_table(&s.table, s.arena);
    for (size_t e = 0; e < s.table.layout->equation_count; e++)
        assert_int_equal(c->equations[e].state, EQUATION_HOLDS);
    assert_int_equal(c->diagnosis_count, 0);
    empty(&s);
}

static void expect_single(const struct diagnosis *d, size_t cell, int64_t right)
{
    assert_true(d->unique);
    assert_int_equal(d->n, 1);
    assert_int_equal(d->candidates[0].n, 1);
    assert_int_equal(d->candidates[0].changes[0].cell, cell);
    assert_int_equal(d->candidates[0].changes[0].right, right);
}

static void every_single_error_is_found(void **state)
{
    (void)state;
    static const int64_t SIZES[] = { 1, -1, 2, 9, -9, 10, 37, 90, 100, -250, 5000 };
    static const char *const FORMS[] = { "2019", "2021" };
    for (size_t f = 0; f < 2; f++) {
        struct sheet s;
        fill(&s, FORMS[f], "requests");
        size_t cells = s.table.layout->row_count * s.table.layout->column_count;
        for (size_t i = 0; i < cells; i++) {
            for (size_t k = 0; k < sizeof(SIZES) / sizeof(SIZES[0]); k++) {
                if (s.right[i] + SIZES[k] < 0)
                    continue;
                put(&s, i, s.right[i] + SIZES[k]);
                const struct table_check *c = diagnose_table(&s.table, s.arena);
                assert_int_equal(c->diagnosis_count, 1);
                expect_single(&c->diagnoses[0], i, s.right[i]);
                arena_reset(s.arena);
            }
            put(&s, i, s.right[i]);
        }
        empty(&s);
    }
}

/* Does some candidate of the diagnoses hold the change, or all of them together name it? */
static bool names(const struct table_check *c, size_t cell, int64_t right)
{
    for (size_t d = 0; d < c->diagnosis_count; d++) {
        for (size_t i = 0; i < c->diagnoses[d].n; i++) {
            const struct diagnosis_candidate *k = &c->diagnoses[d].candidates[i];
            for (size_t j = 0; j < k->n; j++) {
                if (k->changes[j].cell == cell && k->changes[j].right == right)
                    return true;
            }
        }
    }
    return false;
}

static void every_pair_is_seen_and_explained(void **state)
{
    (void)state;
    struct sheet s;
    size_t named = 0, unique = 0, pairs = 3000;
    fill(&s, "2021", "requests");
    for (size_t k = 0; k < pairs; k++) {
        size_t a = draw(175), b = draw(175);
        int64_t x = 1 + draw(60), y = 1 + draw(60);
        if (a == b)
            b = (b + 1) % 175;
        put(&s, a, s.right[a] + x);
        put(&s, b, s.right[b] + y);
        const struct table_check *c = diagnose_table(&s.table, s.arena);
        assert_true(c->diagnosis_count > 0);
        bool both = names(c, a, s.right[a]) && names(c, b, s.right[b]), sole = true;
        for (size_t d = 0; d < c->diagnosis_count; d++) {
            assert_true(c->diagnoses[d].n > 0);
            sole &= c->diagnoses[d].unique;
        }
        named += both;
        unique += both && sole;
        if (sole && !both)
            fail_msg("pair %zu: said to be unique, but it was another", k);
        put(&s, a, s.right[a]);
        put(&s, b, s.right[b]);
        arena_reset(s.arena);
    }
    assert_true(named * 100 >= pairs * 97);
    assert_true(unique * 100 >= pairs * 90);
    empty(&s);
}

static void errors_apart_are_told_apart(void **state)
{
    (void)state;
    static const char *const CELLS[][2] = { { "granted", "natural" },
                                            { "refused.3", "business" },
                                            { "declined.2", "other" },
                                            { "carried_out", "all" } };
    struct sheet s;
    fill(&s, "2021", "requests");
    for (size_t i = 0; i < 4; i++) {
        size_t cell = cell_at(&s, CELLS[i][0], CELLS[i][1]);
        put(&s, cell, s.right[cell] + 7 + (int64_t)i * 5);
    }
    const struct table_check *c = diagnose_table(&s.table, s.arena);
    assert_int_equal(c->diagnosis_count, 4);
    for (size_t i = 0; i < 4; i++) {
        size_t cell = cell_at(&s, CELLS[i][0], CELLS[i][1]);
        assert_true(c->diagnoses[i].unique);
        assert_true(names(c, cell, s.right[cell]));
    }
    empty(&s);
}

static void two_errors_in_a_row_are_both_found(void **state)
{
    (void)state;
    struct sheet s;
    fill(&s, "2021", "requests");
    size_t a = cell_at(&s, "granted", "natural"), b = cell_at(&s, "granted", "legal");
    put(&s, a, s.right[a] + 3);
    put(&s, b, s.right[b] + 11);
    const struct table_check *c = diagnose_table(&s.table, s.arena);
    assert_int_equal(c->diagnosis_count, 1);
    assert_true(c->diagnoses[0].unique);
    assert_int_equal(c->diagnoses[0].candidates[0].n, 2);
    assert_true(names(c, a, s.right[a]) && names(c, b, s.right[b]));
    empty(&s);
}

static void a_slipped_row_is_one_cause(void **state)
{
    (void)state;
    static const char *const COLUMNS[] = { "natural", "business", "research",
                                           "welfare", "legal",    "other" };
    static const int64_t FOUND[] = { 0, 14, 5, 3, 0, 2 };
    struct sheet s;
    fill(&s, "2021", "requests");
    for (size_t i = 0; i < 6; i++) { /* what the row was: 14 5 3 0 2 0 */
        size_t cell = cell_at(&s, "refused.6", COLUMNS[i]);
        size_t total = cell_at(&s, "total", COLUMNS[i]), out = cell_at(&s, "new", COLUMNS[i]);
        int64_t delta = (i < 5 ? FOUND[i + 1] : 0) - s.right[cell];
        put(&s, total, s.right[total] + delta);
        put(&s, out, s.right[out] + delta);
        put(&s, cell, FOUND[i]);
        static const char *const ROWS[] = { "refused.6", "total", "new" };
        for (size_t r = 0; r < 3; r++) {
            size_t all = cell_at(&s, ROWS[r], "all");
            put(&s, all, s.cells[all].value.value + delta);
        }
    }
    const struct table_check *c = diagnose_table(&s.table, s.arena);
    assert_int_equal(c->diagnosis_count, 1);
    assert_true(c->diagnoses[0].unique);
    assert_string_equal(c->diagnoses[0].candidates[0].changes[0].kind, "column-shifted");
    assert_true(names(c, cell_at(&s, "refused.6", "natural"), 14));
    empty(&s);
}

static void names_the_slip_of_the_pen(void **state)
{
    (void)state;
    static const struct {
        int64_t right, found;
        const char *kind;
    } CASES[] = { { 128, 218, "digits-swapped" },
                  { 128, 12, "digit-lost" },
                  { 128, 1288, "digit-added" },
                  { 128, 158, "digit-mistyped" },
                  { 128, 129, "off-by-one" },
                  { 128, 77, "mistyped" },
                  { 0, 7, "mistyped" } };
    struct sheet s;
    fill(&s, "2021", "disputes");
    size_t cells = s.table.layout->row_count * s.table.layout->column_count;
    for (size_t k = 0; k < sizeof(CASES) / sizeof(CASES[0]); k++) {
        for (size_t i = 0; i < cells; i++)
            put(&s, i, 0);
        put(&s, cell_at(&s, "review", "upheld"), CASES[k].right);
        put(&s, cell_at(&s, "review", "total"), CASES[k].found);
        const struct table_check *c = diagnose_table(&s.table, s.arena);
        assert_int_equal(c->diagnosis_count, 1);
        const struct diagnosis *d = &c->diagnoses[0];
        assert_false(d->unique && d->total != 1);
        assert_true(d->total > 1 || CASES[k].found < CASES[k].right);
        assert_int_equal(d->candidates[0].changes[0].cell, cell_at(&s, "review", "total"));
        assert_string_equal(d->candidates[0].changes[0].kind, CASES[k].kind);
        arena_reset(s.arena);
    }
    empty(&s);
}

static void a_blank_proves_nothing(void **state)
{
    (void)state;
    struct sheet s;
    fill(&s, "2021", "requests");
    size_t blank = cell_at(&s, "partial", "other");
    s.cells[blank].kind = CELL_BLANK;
    const struct table_check *c = diagnose_table(&s.table, s.arena);
    size_t open = 0;
    for (size_t e = 0; e < s.table.layout->equation_count; e++) {
        assert_int_not_equal(c->equations[e].state, EQUATION_BROKEN);
        open += c->equations[e].state == EQUATION_OPEN && c->equations[e].open_cell == (int)blank;
    }
    assert_int_equal(open, 2);
    empty(&s);
}

static void the_lead_states_the_wrong_cell(void **state)
{
    (void)state;
    static const struct {
        const char *row, *column, *rule;
    } CASES[] = { { "refused.1", "all", "requests.row-total" },
                  { "total", "research", "requests.results-total" },
                  { "refused.1", "research", "requests.row-total" },
                  { "carried_in", "research", "requests.row-total" } };
    struct sheet s;
    fill(&s, "2021", "requests");
    for (size_t k = 0; k < sizeof(CASES) / sizeof(CASES[0]); k++) {
        size_t cell = cell_at(&s, CASES[k].row, CASES[k].column);
        put(&s, cell, s.right[cell] + 4);
        const struct table_check *c = diagnose_table(&s.table, s.arena);
        size_t lead = c->diagnoses[0].lead;
        assert_true(str_eq_c(s.table.layout->equations[lead].rule, CASES[k].rule));
        put(&s, cell, s.right[cell]);
        arena_reset(s.arena);
    }
    empty(&s);
}

static void formulas_read_as_written(void **state)
{
    (void)state;
    struct sheet s;
    struct strbuf out = { 0 };
    fill(&s, "2021", "disputes");
    for (size_t i = 0; i < 5; i++)
        put(&s, i, (int64_t[]){ 12, 3, 0, 1, 14 }[i]);
    diagnose_formula(&s.table, 0, &out);
    assert_string_equal(out.p, "12 + 3 + 0 + 1 = 14");
    empty(&s);
    fill(&s, "2021", "requests");
    put(&s, cell_at(&s, "new", "all"), 128);
    put(&s, cell_at(&s, "carried_in", "all"), 3);
    put(&s, cell_at(&s, "total", "all"), 130);
    put(&s, cell_at(&s, "carried_out", "all"), 0);
    strbuf_clear(&out);
    diagnose_formula(&s.table, s.table.layout->equation_count - 1, &out);
    assert_string_equal(out.p, "128 + 3 = 130 + 0");
    strbuf_free(&out);
    empty(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(right_figures_hold),
        cmocka_unit_test(every_single_error_is_found),
        cmocka_unit_test(every_pair_is_seen_and_explained),
        cmocka_unit_test(errors_apart_are_told_apart),
        cmocka_unit_test(two_errors_in_a_row_are_both_found),
        cmocka_unit_test(a_slipped_row_is_one_cause),
        cmocka_unit_test(names_the_slip_of_the_pen),
        cmocka_unit_test(a_blank_proves_nothing),
        cmocka_unit_test(the_lead_states_the_wrong_cell),
        cmocka_unit_test(formulas_read_as_written),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
