/* test_literal.c - many fixed strings in one pass, against a search one by one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "text/literal.h"

struct seen {
    struct strbuf log;
    size_t left;
};

static bool note(void *user, uint32_t id, size_t end, size_t length)
{
    struct seen *seen = user;
    strbuf_fmt(&seen->log, "%u@%zu-%zu ", (unsigned)id, end - length, end);
    return --seen->left > 0;
}

static void finds_overlapping_ones_in_order(void **state)
{
    (void)state;
    struct literal_set *set = literal_new();
    static const char *const words[] = { "he", "she", "hers", "his", "e", "she" };
    for (uint32_t i = 0; i < 6; i++)
        literal_add(set, str_of(words[i]), i);
    literal_freeze(set);
    struct seen seen = { .left = 100 };
    literal_scan(set, STR("ushers"), note, &seen);
    assert_string_equal(seen.log.p, "1@1-4 5@1-4 0@2-4 4@3-4 2@2-6 ");
    strbuf_clear(&seen.log);
    seen.left = 2;
    literal_scan(set, STR("ushers"), note, &seen);
    assert_string_equal(seen.log.p, "1@1-4 5@1-4 ");
    strbuf_free(&seen.log);
    literal_free(set);
}

static void finds_nothing_in_nothing(void **state)
{
    (void)state;
    struct seen seen = { .left = 1 };
    struct literal_set *set = literal_new();
    literal_freeze(set);
    literal_scan(set, STR("政府"), note, &seen);
    literal_free(set);
    set = literal_new();
    literal_add(set, STR(""), 1);
    literal_add(set, STR("府"), 2);
    literal_freeze(set);
    literal_scan(set, (struct str){ NULL, 0 }, note, &seen);
    assert_null(seen.log.p);
    literal_scan(set, STR("政府"), note, &seen);
    assert_string_equal(seen.log.p, "2@3-6 ");
    strbuf_free(&seen.log);
    literal_free(set);
    literal_free(NULL);
}

static bool tally(void *user, uint32_t id, size_t end, size_t length)
{
    (void)end, (void)length;
    ((size_t *)user)[id]++;
    return true;
}

static uint32_t draw(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 16;
}

/* Words over few letters overlap and fail in every way; enough of them to run out of rows. */
static void agrees_with_a_search_one_by_one(void **state)
{
    (void)state;
    enum { WORDS = 3000, LETTERS = 60 };
    static char words[WORDS][8];
    static size_t counts[WORDS];
    uint32_t seed = 7;
    struct literal_set *set = literal_new();
    for (uint32_t w = 0; w < WORDS; w++) {
        size_t n = 1 + draw(&seed) % 6;
        for (size_t i = 0; i < n; i++)
            words[w][i] = (char)('A' + draw(&seed) % (w % 2 ? 3 : LETTERS));
        literal_add(set, (struct str){ words[w], n }, w);
    }
    literal_freeze(set);
    struct strbuf text = { 0 };
    for (int i = 0; i < 4000; i++)
        strbuf_char(&text, (char)('A' + draw(&seed) % (i % 3 ? 3 : LETTERS)));
    literal_scan(set, strbuf_view(&text), tally, counts);
    for (size_t w = 0; w < WORDS; w++) {
        size_t expected = 0, n = strlen(words[w]);
        for (size_t i = 0; i + n <= text.n; i++)
            expected += memcmp(text.p + i, words[w], n) == 0;
        assert_int_equal(counts[w], expected);
    }
    strbuf_free(&text);
    literal_free(set);
}

/* Words that begin with characters of all lengths, few enough that hardly a place may begin one. */
static void agrees_where_hardly_a_word_begins(void **state)
{
    (void)state;
    enum { WORDS = 40, ROUNDS = 60, PIECES = 16 };
    static const char *const pieces[PIECES] = { "公", "开", "年", "日",  "报", "件",
                                                "1",  "2",  ",",  "(",   "é",  "\xF0\x9F\x98\x80",
                                                "，", "。", "信", "\xFF" };
    uint32_t seed = 11;
    for (int round = 0; round < ROUNDS; round++) {
        struct strbuf words[WORDS] = { { 0 } }, text = { 0 };
        size_t counts[WORDS] = { 0 };
        struct literal_set *set = literal_new();
        for (uint32_t w = 0; w < WORDS; w++) {
            for (uint32_t n = 1 + draw(&seed) % 5; n > 0; n--)
                strbuf_c(&words[w], pieces[draw(&seed) % PIECES]);
            literal_add(set, strbuf_view(&words[w]), w);
        }
        literal_freeze(set);
        for (int i = 0; i < 400; i++)
            strbuf_c(&text, pieces[draw(&seed) % PIECES]);
        literal_scan(set, strbuf_view(&text), tally, counts);
        for (size_t w = 0; w < WORDS; w++) {
            size_t expected = 0;
            for (size_t i = 0; i + words[w].n <= text.n; i++)
                expected += memcmp(text.p + i, words[w].p, words[w].n) == 0;
            assert_int_equal(counts[w], expected);
            strbuf_free(&words[w]);
        }
        strbuf_free(&text);
        literal_free(set);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_overlapping_ones_in_order),
        cmocka_unit_test(finds_nothing_in_nothing),
        cmocka_unit_test(agrees_with_a_search_one_by_one),
        cmocka_unit_test(agrees_where_hardly_a_word_begins),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
