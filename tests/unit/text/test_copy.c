/* test_copy.c - passages that two reports share, and the comparison of many. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/mem.h"
#include "text/copy.h"

static void add(struct copy_text *t, const char *paragraph, const char *name)
{
    struct str names[] = { str_of(name) };
    copy_add(t, str_of(paragraph), 0, 0, names, name ? 1 : 0);
    copy_break(t);
}

static const char MEADOW[] =
    "草甸镇全年在便民大厅摆放公开手册320册,安排两名专职人员回答群众提问,每周五整理答复口径。";
static const char MEADOW_TAKEN[] =
    "石桥镇全年在便民大厅摆放公开手册1,045册,安排三名专职人员回答群众提问,每周五整理答复口径。";

static void test_masks(void **state)
{
    (void)state;
    struct copy_text a = { 0 };
    struct copy_text b = { 0 };
    add(&a, MEADOW, "草甸镇");
    add(&b, MEADOW_TAKEN, "石桥镇");
    assert_int_equal(a.n, b.n);
    for (size_t i = 0; i < a.n; i++)
        assert_int_equal(a.letters[i].c, b.letters[i].c);
    assert_int_equal(a.letters[0].c, 'N');
    assert_int_equal(a.letters[a.n - 1].c, 0);
    copy_text_free(&a);
    copy_text_free(&b);

    add(&a, "依据《政务公开办法(试行)》第3条,APP上线;占12.5%", NULL);
    const uint32_t want[] = { 0x4F9D, 0x636E, 0x300A, 0x7B2C, '0',    0x6761, 'a',
                              'p',    'p',    0x4E0A, 0x7EBF, 0x5360, '0',    0 };
    assert_int_equal(a.n, sizeof want / sizeof *want);
    for (size_t i = 0; i < a.n; i++)
        assert_int_equal(a.letters[i].c, want[i]);
    copy_text_free(&a);
}

static void test_passage(void **state)
{
    (void)state;
    struct copy_text a = { 0 };
    struct copy_text b = { 0 };
    add(&a, "本镇的广播站每天清晨播送天气和农事。", NULL);
    add(&a, MEADOW, "草甸镇");
    add(&b, "集市管理所今年换了新的公示栏,玻璃上贴着办事流程。", NULL);
    add(&b, MEADOW_TAKEN, "石桥镇");
    struct copy_passage *list;
    size_t n;
    copy_common(&list, &n, &a, &b);
    assert_int_equal(n, 1);
    assert_int_equal(a.letters[list[0].a].c, 'N');
    assert_int_equal(list[0].a_len, list[0].b_len);
    assert_int_equal(list[0].own, list[0].a_len);
    free(list);
    copy_common(&list, &n, &b, &b); /* a text has all its long passages in common with itself */
    assert_int_equal(n, 1);
    free(list);
    copy_text_free(&a);
    copy_text_free(&b);
}

/* A changed word does not end a passage. */
static void test_changed_word(void **state)
{
    (void)state;
    struct copy_text a = { 0 };
    struct copy_text b = { 0 };
    add(&a, "每季度由分管负责人带队检查各股室的公开台账并当场指出遗漏事项限期补齐", NULL);
    add(&b, "每季度由分管负责人带队抽查各科室的公开台账并当场指出遗漏事项限期补齐", NULL);
    struct copy_passage *list;
    size_t n;
    copy_common(&list, &n, &a, &b);
    assert_int_equal(n, 1);
    assert_int_equal(list[0].a, 0);
    assert_int_equal(list[0].a_len, a.n - 1);
    free(list);
    copy_text_free(&a);
    copy_text_free(&b);
}

static void test_stock(void **state)
{
    (void)state;
    struct copy_text a = { 0 };
    add(&a, MEADOW, "草甸镇");
    uint32_t *marks;
    size_t n;
    copy_marks(&marks, &n, &a);
    assert_true(n >= 3);
    size_t own = copy_own(&a);
    assert_int_equal(own, a.n - 1);
    copy_set_aside(&a, marks, n);
    assert_true(copy_own(&a) < own / 2);
    struct copy_passage *list;
    size_t found;
    copy_common(&list, &found, &a, &a);
    assert_int_equal(found, 0); /* what is left of it is too short */
    free(list);
    free(marks);
    copy_text_free(&a);
}

/* Words that everybody has, with three figures that only two have: who copied did not even change these. */
static void test_figures(void **state)
{
    (void)state;
    static const char same[] =
        "全年主动公开信息1,284条,其中网站发布967条,新媒体发布317条,办结申请12345件";
    static const char other[] =
        "全年主动公开信息1,284条,其中网站发布968条,新媒体发布316条,办结申请12345件";
    static const char empty[] =
        "依申请20个工作日内答复,2023年3月31日前,12345热线受理,召开会议2次、培训1次、检查3次";
    struct copy_text a = { 0 };
    struct copy_text b = { 0 };
    struct copy_passage *list;
    uint32_t *marks;
    size_t n, count;
    add(&a, same, NULL);
    copy_marks(&marks, &n, &a);
    assert_true(marks[n - 1] >> 31);
    copy_set_aside(&a, marks, n);
    add(&b, other, NULL);
    copy_common(&list, &count, &a, &b);
    assert_int_equal(count, 0);
    free(list);
    copy_text_free(&b);
    add(&b, same, NULL);
    copy_common(&list, &count, &a, &b);
    assert_int_equal(count, 1);
    assert_int_equal(list[0].same, 3);
    assert_true(copy_by_figures(&list[0]));
    free(list);
    free(marks);
    copy_text_free(&a);
    copy_text_free(&b);

    add(&a, empty, NULL); /* none of these figures tells anything */
    copy_marks(&marks, &n, &a);
    assert_false(marks[n - 1] >> 31);
    free(marks);
    copy_text_free(&a);
}

static uint32_t seed;

static uint32_t random_mark(void)
{
    seed = seed * 1664525 + 1013904223;
    return seed >> 4;
}

enum { REPORTS = 60, OWN = 100 };

/* Sixty reports in three families: 100 marks of their own each, with template[] of the family's. */
static void make(struct copy_report *reports, uint32_t **store, size_t template)
{
    uint32_t common[3][OWN];
    seed = 7;
    for (int f = 0; f < 3; f++)
        for (size_t k = 0; k < template; k++)
            common[f][k] = random_mark();
    for (uint32_t i = 0; i < REPORTS; i++) {
        uint32_t *marks = mem_alloc(3 * OWN * sizeof *marks);
        size_t n = 0;
        for (; n < OWN; n++)
            marks[n] = random_mark();
        for (size_t k = 0; k < template; k++)
            marks[n++] = common[i % 3][k];
        store[i] = marks;
        reports[i] = (struct copy_report){ marks, n, i % 3 };
    }
}

static void test_field(void **state)
{
    (void)state;
    struct copy_report reports[REPORTS];
    uint32_t *store[REPORTS];
    struct copy_field f;
    make(reports, store, 60);
    copy_compare(&f, reports, REPORTS);
    assert_int_equal(f.pair_count, 0); /* a template is no copying */
    assert_int_equal(f.stock_count, 180);
    uint32_t *stock;
    size_t n;
    copy_stock_of(&stock, &n, &f, 1);
    assert_int_equal(n, 180);
    for (size_t i = 1; i < n; i++)
        assert_true(stock[i - 1] < stock[i]);
    free(stock);
    copy_field_free(&f);

    memcpy(store[41], store[8], 50 * sizeof **store);  /* half of its own from another family */
    memcpy(store[50], store[20], 20 * sizeof **store); /* too little */
    copy_compare(&f, reports, REPORTS);
    assert_int_equal(f.pair_count, 1);
    assert_int_equal(f.pairs[0].a, 8);
    assert_int_equal(f.pairs[0].b, 41);
    assert_int_equal(f.pairs[0].shared, 50);
    copy_field_free(&f);
    for (int i = 0; i < REPORTS; i++)
        free(store[i]);
}

/* What stands in half of a small family only is stock there, and nowhere else. */
static void test_family(void **state)
{
    (void)state;
    struct copy_report reports[REPORTS];
    uint32_t *store[REPORTS];
    struct copy_field f;
    make(reports, store, 0);
    for (uint32_t i = 0; i < REPORTS; i++)
        reports[i].family = i < 12 ? 0 : i - 11; /* one of twelve, others alone */
    for (int i = 1; i < 6; i++)
        memcpy(store[i], store[0], 40 * sizeof **store);
    copy_compare(&f, reports, REPORTS);
    assert_int_equal(f.stock_count, 0); /* six of sixty */
    assert_int_equal(f.family_stock_count, 40);
    assert_int_equal(f.pair_count, 0);
    uint32_t *stock;
    size_t n;
    copy_stock_of(&stock, &n, &f, 3);
    assert_int_equal(n, 0);
    free(stock);
    copy_stock_of(&stock, &n, &f, 0);
    assert_int_equal(n, 40);
    free(stock);
    copy_field_free(&f);
    for (int i = 0; i < REPORTS; i++)
        free(store[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_masks),        cmocka_unit_test(test_passage),
        cmocka_unit_test(test_changed_word), cmocka_unit_test(test_stock),
        cmocka_unit_test(test_figures),      cmocka_unit_test(test_field),
        cmocka_unit_test(test_family),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
