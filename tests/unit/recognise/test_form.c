/* test_form.c - the official forms are built whole; wrong data is refused with the field's name. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "forms.h"

static int load(void **state)
{
    static struct form_set set;
    set = (struct form_set){ 0 };
    forms_load(&set);
    *state = &set;
    return 0;
}

static int unload(void **state)
{
    form_set_free(*state);
    return 0;
}

static void years_choose_the_form(void **state)
{
    const struct form_set *set = *state;
    static const struct {
        int year;
        const char *id;
    } CASES[] = { { 2008, "2008" }, { 2018, "2008" }, { 2019, "2019" },
                  { 2020, "2019" }, { 2021, "2021" }, { 2030, "2021" } };
    for (size_t i = 0; i < sizeof(CASES) / sizeof(CASES[0]); i++)
        assert_true(str_eq_c(form_of_year(set, CASES[i].year)->id, CASES[i].id));
    assert_null(form_of_year(set, 0));
    assert_null(form_by_id(set, STR("2022")));
}

static size_t cells(const struct form_table *t)
{
    size_t n = 0;
    for (size_t i = 0; i < t->row_count * t->column_count; i++)
        n += t->types[i] != FORM_CELL_NONE;
    return n;
}

static void tables_have_the_official_size(void **state)
{
    const struct form_set *set = *state;
    static const struct {
        const char *form, *table;
        size_t rows, cells, equations;
    } CASES[] = { { "2019", "disclosure", 8, 22, 0 },  { "2019", "requests", 23, 161, 37 },
                  { "2019", "disputes", 3, 15, 3 },    { "2021", "disclosure", 6, 10, 0 },
                  { "2021", "requests", 25, 175, 39 }, { "2021", "disputes", 3, 15, 3 } };
    for (size_t i = 0; i < sizeof(CASES) / sizeof(CASES[0]); i++) {
        const struct form *f = form_by_id(set, str_of(CASES[i].form));
        const struct form_table *t = form_table(f, str_of(CASES[i].table));
        assert_int_equal(t->row_count, CASES[i].rows);
        assert_int_equal(cells(t), CASES[i].cells);
        assert_int_equal(t->equation_count, CASES[i].equations);
    }
}

/* A bound is written out for the rows that have its cells: two kinds of documents, one of them again
 * for those who make no regulations. */
static void bounds_are_written_out(void **state)
{
    const struct form_table *now = form_table(form_by_id(*state, STR("2021")), STR("disclosure"));
    const struct form_table *before =
        form_table(form_by_id(*state, STR("2019")), STR("disclosure"));
    assert_int_equal(now->bound_count, 3);
    assert_int_equal(before->bound_count, 9);
    const struct form_bound *b = &now->bounds[1];
    assert_int_equal(b->kind, BOUND_MOST);
    assert_int_equal(b->cells[0] / now->column_count, form_row(now, STR("normative")));
    assert_int_equal(b->limit[1] % now->column_count, form_column(now, STR("valid")));
    assert_int_equal(now->bounds[2].kind, BOUND_NONE);
    assert_non_null(now->bounds[2].except);
    assert_int_equal(now->bounds[2].cell_count, 3);
}

static void cells_know_what_they_hold(void **state)
{
    const struct form *f = form_by_id(*state, STR("2019"));
    const struct form_table *t = form_table(f, STR("disclosure"));
    size_t n = t->column_count;
    assert_int_equal(
        t->types[(size_t)form_row(t, STR("licences")) * n + (size_t)form_column(t, STR("change"))],
        FORM_CELL_SIGNED);
    assert_int_equal(t->types[(size_t)form_row(t, STR("procurement")) * n +
                              (size_t)form_column(t, STR("amount"))],
                     FORM_CELL_MONEY);
    assert_int_equal(
        t->types[(size_t)form_row(t, STR("fees")) * n + (size_t)form_column(t, STR("decisions"))],
        FORM_CELL_NONE);
    assert_true(t->columns_by_row);
    assert_true(form_table(f, STR("disputes"))->record);
    t = form_table(form_by_id(*state, STR("2021")), STR("disclosure"));
    assert_true(str_eq_c(t->units[form_row(t, STR("fees"))], "万元"));
}

static bool is_class(const struct form *f, const char *key, const char *heading)
{
    bool found = false;
    struct pattern_match m;
    for (size_t i = 0; i < f->section_count; i++) {
        if (str_eq_c(f->sections[i].key, key))
            pattern_find(f->sections[i].klass, str_of(heading), 0, &found, &m, NULL);
    }
    return found;
}

static void classes_tell_headings_apart(void **state)
{
    static const struct {
        const char *form, *key, *heading;
    } CASES[] = {
        { "2021", "overview", "总体情况" },
        { "2021", "disclosure", "行政机关主动公开政府信息的情况" },
        { "2021", "requests", "收到和处理政府信息公开申请情况" },
        { "2021", "disputes", "因政府信息公开工作被申请行政复议、提起行政诉讼情况" },
        { "2021", "problems", "存在的主要问题及改进举措" },
        { "2021", "other", "其他需要报告的事项" },
        { "2008", "fees", "政府信息公开的收费及减免情况" },
        { "2008", "requests", "依申请公开政府信息和不予公开政府信息情况" },
        { "2008", "disputes", "复议、诉讼和申诉情况" },
        { "2008", "extra", "咨询处理情况" },
    };
    static const char *const KEYS[] = { "overview", "disclosure", "requests", "fees",
                                        "disputes", "problems",   "other" };
    for (size_t i = 0; i < sizeof(CASES) / sizeof(CASES[0]); i++) {
        const struct form *f = form_by_id(*state, str_of(CASES[i].form));
        for (size_t k = 0; k < sizeof(KEYS) / sizeof(KEYS[0]); k++) {
            bool own = strcmp(KEYS[k], CASES[i].key) == 0;
            if (is_class(f, KEYS[k], CASES[i].heading) != own)
                fail_msg("%s is%s of class %s", CASES[i].heading, own ? " not" : "", KEYS[k]);
        }
    }
}

/* Wrong data: the field at `path` (dots, numbers from 0) becomes JSON; the message names it. */
static void refuses(const char *path, const char *json, const char *expected)
{
    char copy[100];
    cJSON *data = forms_data("2021"), *o = data;
    strncpy(copy, path, sizeof(copy) - 1);
    copy[sizeof(copy) - 1] = '\0';
    char *rest = NULL, *step = strtok_r(copy, ".", &rest);
    for (char *next; (next = strtok_r(NULL, ".", &rest)) != NULL; step = next)
        o = cJSON_IsArray(o) ? cJSON_GetArrayItem(o, step[0] - '0')
                             : cJSON_GetObjectItemCaseSensitive(o, step);
    cJSON_DeleteItemFromObjectCaseSensitive(o, step);
    if (json != NULL)
        cJSON_AddItemToObject(o, step, cJSON_Parse(json));
    struct form *form = NULL;
    struct error err = { 0 };
    assert_int_equal(form_build(&form, data, "x.lua", &err), ERR_CONFIG);
    if (strstr(err.message, "x.lua") == NULL || strstr(err.message, expected) == NULL)
        fail_msg("%s: message is: %s", path, err.message);
    cJSON_Delete(data);
}

static void wrong_data_is_refused_by_name(void **state)
{
    (void)state;
    refuses("id", NULL, "\"id\"");
    refuses("colour", "1", "\"colour\"");
    refuses("years", "{\"first\":2022,\"last\":2021}", "years");
    refuses("sections.0.class", "\"(\"", "sections[1]: field \"class\"");
    refuses("sections.0.titel", "\"x\"", "\"titel\"");
    refuses("tables.0.rows.0.label", "3", "tables[1].rows[1]: field \"label\"");
    refuses("tables.0.rows.1.columns", "[\"valid\",\"made\"]", "columns");
    refuses("tables.1.rows.3.key", "\"new\"", "stands twice");
    refuses("tables.1.columns.0.type", "\"float\"", "\"type\"");
    refuses("tables.1.equations.0.stated", "\"sum\"", "equations[1]");
    refuses("tables.1.equations.1.parts", "[\"granted\",\"nothing\"]", "nothing");
    refuses("tables.1.equations.2.each", "\"cell\"", "\"each\"");
    refuses("tables.0.bounds.0.sum", "[\"nothing\"]", "bounds[1]: field \"sum\" names no column");
    refuses("tables.0.bounds.0.sum", NULL, "\"sum\" must not be empty");
    refuses("tables.0.bounds.0.needs", "[\"valid\"]", "either");
    refuses("tables.0.bounds.1.lines", "[\"made\"]", "names no row");
    refuses("tables.0.bounds.1.levels", "[\"village\"]", "\"village\"");
    refuses("tables.0.bounds.1.except", "\"(\"", "\"except\"");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(years_choose_the_form),
        cmocka_unit_test(tables_have_the_official_size),
        cmocka_unit_test(bounds_are_written_out),
        cmocka_unit_test(cells_know_what_they_hold),
        cmocka_unit_test(classes_tell_headings_apart),
        cmocka_unit_test(wrong_data_is_refused_by_name),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
