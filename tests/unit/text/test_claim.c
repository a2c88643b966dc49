/* What a number counts: words and order of things, topics, years, contexts. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/error.h"
#include "text/claim.h"

static struct claim_set *set_of(const struct claim_thing *things, size_t n)
{
    struct error err = { 0 };
    struct claim_set *set = claim_new();
    struct claim_words unless = { .in = { [CLAIM_CLAUSE] = STR_INIT("上半年|所属") } };
    unsigned classes = 1u << QUANTITY_CASE | 1u << QUANTITY_COPY;
    assert_int_equal(claim_begin(set, classes, STR("^.*(申请|信访|建议)"), &unless, &err), 0);
    for (size_t i = 0; i < n; i++)
        assert_int_equal(claim_add(set, &things[i], &err), 0);
    claim_freeze(set);
    return set;
}

/* The keys of all claims of a paragraph, joined by blanks; "-" for a quantity that is none. */
static void claims_of(const struct claim_set *set, const char *text, const char *section,
                      char out[200])
{
    struct arena *arena = arena_new();
    struct quantities all;
    struct error err = { 0 };
    out[0] = '\0';
    quantity_read(arena, str_of(text), &all);
    for (size_t i = 0; i < all.count; i++) {
        struct claim_place place = { .text = str_of(text),
                                     .section = str_of(section),
                                     .heading = str_of(""),
                                     .quantity = &all.items[i],
                                     .year = 2023 };
        size_t thing, n = strlen(out);
        assert_int_equal(claim_find(set, &place, &thing, &err), 0);
        struct str key = thing == SIZE_MAX ? STR("-") : claim_key(set, thing);
        snprintf(out + n, 200 - n, "%s%.*s", n ? " " : "", STR_ARG(key));
    }
    arena_free(arena);
}

static const struct str requests[] = { STR_INIT("申请") };
static const struct str done[] = { STR_INIT("办结"), STR_INIT("申请") };
static const struct str reviews[] = { STR_INIT("复议") };
static const struct str rest[] = { STR_INIT("结转") };

static const struct claim_thing things[] = {
    { .key = STR_INIT("new"),
      .words = requests,
      .word_count = 1,
      .fits = { .in = { [CLAIM_LABEL] = STR_INIT("新收.*申请$") } } },
    { .key = STR_INIT("done"),
      .words = done,
      .word_count = 2,
      .topic = STR_INIT("申请"),
      .not_classes = 1u << QUANTITY_COPY,
      .fits = { .in = { [CLAIM_LABEL] = STR_INIT("^(?:全年)?办结$") } } },
    { .key = STR_INIT("review"),
      .words = reviews,
      .word_count = 1,
      .home = STR_INIT("disputes"),
      .where = { .in = { [CLAIM_BEFORE] = STR_INIT("信息公开") } },
      .unless = { .in = { [CLAIM_SENTENCE] = STR_INIT("执法") } },
      .fits = { .in = { [CLAIM_LABEL] = STR_INIT("复议$") } } },
    { .key = STR_INIT("left"),
      .words = rest,
      .word_count = 1,
      .any_year = true,
      .lasting = true,
      .topic = STR_INIT("申请"),
      .quiet_topic = true,
      .fits = { .in = { [CLAIM_LABEL] = STR_INIT("结转") } } },
    { .key = STR_INIT("behind"), .fits = { .in = { [CLAIM_TAIL] = STR_INIT("^(?:的)?申请") } } },
};

static void test_claims(void **state)
{
    static const struct {
        const char *text, *section, *keys;
    } cases[] = {
        { "新收政府信息公开申请12件。", "", "new" },
        { "新收政府信息公开申请12条。", "", "-" }, /* no class of the set */
        { "新收申请约12件。", "", "-" },
        { "新收申请比上年增加12件。", "", "-" },
        { "共收到12件申请。", "", "behind" },
        { "办理申请12件的申请。", "", "-" }, /* a word before it: what is behind does not count */
        { "新收申请12件,办结10件。", "", "new done" },
        { "全年新收申请(含网上、当面)12件。", "", "new" }, /* the label goes round the bracket */
        { "新收申请(含上年3件(网上1件))12件。", "", "- - new" },
        { "新收申请12件,办结10份。", "", "new -" },
        { "受理信访12件,办结10件。", "", "- -" },
        { "新收申请12件。受理信访3件,办结2件。", "", "new - -" },
        { "上半年新收申请12件;新收申请30件。", "", "- new" },
        { "2022年,新收申请12件,办结11件。", "", "- -" },
        { "2022年新收申请9件。2023年新收申请12件。", "", "- new" },
        { "2022年申请结转3件。", "", "left" }, /* of any year */
        { "结转信访3件。", "", "-" },
        { "累计新收申请12件。", "", "-" },
        { "申请累计结转2件。", "", "left" },
        { "行政复议3件。", "", "-" },
        { "行政复议3件。", "disputes", "review" },
        { "因信息公开引起行政复议3件。", "", "review" },
        { "行政执法中,行政复议3件。", "disputes", "-" },
        /* each number of a row has the name in its place */
        { "新收申请、办结分别为12件、10件。", "", "new done" },
        { "今年办结、新收申请、信访的件数分别为10、12和3。", "",
          "- - -" }, /* no class of the set */
        { "新收申请、办结和结转的申请数分别为1,204件、10件和3件,均已办结9件。", "",
          "new done left -" },
        { "新收申请、办结、结转分别为12件、10件。", "", "left -" }, /* a name too many: all of it */
        { "办结分别为12件、10件。", "", "- -" },                    /* too few */
        { "其中,新收申请、办结依次为12件和10件。", "", "new done" },
    };
    struct claim_set *set = set_of(things, sizeof things / sizeof *things);
    char found[200];
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        claims_of(set, cases[i].text, cases[i].section, found);
        if (strcmp(found, cases[i].keys) != 0)
            fail_msg("%s: %s, not %s", cases[i].text, found, cases[i].keys);
    }
    claim_free(set);
}

static void test_broken(void **state)
{
    struct claim_thing thing = { .key = STR_INIT("x"),
                                 .fits = { .in = { [CLAIM_LABEL] = STR_INIT("(") } } };
    struct error err = { 0 };
    (void)state;
    struct claim_set *set = set_of(NULL, 0);
    assert_int_equal(claim_add(set, &thing, &err), ERR_PLUGIN);
    thing.fits.in[CLAIM_LABEL] = STR("a");
    for (size_t i = 0; i < 256; i++)
        assert_int_equal(claim_add(set, &thing, &err), 0);
    assert_int_equal(claim_add(set, &thing, &err), ERR_LIMIT);
    claim_free(set);
    claim_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_claims),
        cmocka_unit_test(test_broken),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
