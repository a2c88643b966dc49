/* test_shipped.c - real scoring sheets that ship as profiles: each comes to the result that its office would find. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/file.h"
#include "world.h"

static void read_file(struct strbuf *out, const char *id, const char *name)
{
    struct strbuf path = { 0 };
    struct error err = { 0 };
    strbuf_fmt(&path, AUDITOR_SOURCE_DIR "/plugins/profiles/%s/%s", id, name);
    if (file_read(out, path.p, 1 << 20, &err))
        fail_msg("%s", err.message);
    strbuf_free(&path);
}

static struct profile *shipped(const char *id)
{
    struct strbuf conf = { 0 };
    struct strbuf sheet = { 0 };
    struct profile *p = NULL;
    struct error err = { 0 };
    read_file(&conf, id, "profile.conf");
    read_file(&sheet, id, "sheet.csv");
    if (profile_parse(&p, "profile.conf", strbuf_view(&conf), "sheet.csv", strbuf_view(&sheet),
                      &err))
        fail_msg("%s: %s", id, err.message);
    strbuf_free(&conf);
    strbuf_free(&sheet);
    return p;
}

struct fill {
    const char *indicator;
    int64_t points; /* EXCUSED: does not apply */
};

enum { EXCUSED = INT32_MIN };

struct sample {
    const char *profile;
    const char *failed[4]; /* rules, each with one finding */
    struct fill fills[9];
    int64_t score;
    const char *grade; /* NULL: none */
};

static const struct sample samples[] = {
    /* S1: five points for each failing, ten at most */
    { "licheng-2020", { NULL }, { { "1.1", 5000 }, { "1.5", 5000 } }, 10000, NULL },
    { "licheng-2020", { "publication.late" }, { { "1.1", 5000 }, { "1.5", 5000 } }, 5000, NULL },
    { "licheng-2020",
      { "publication.late", "structure.section-missing" },
      { { "1.1", 0 }, { "1.5", 5000 } },
      0,
      NULL },
    /* S2: late costs two of four, none without a report */
    { "yuhuan-2018", { "publication.late" }, { { 0 } }, 2000, NULL },
    { "yuhuan-2018", { "publication.late", "publication.missing" }, { { 0 } }, 0, NULL },
    /* S4: 100 - 5 - 5 - 2 x 10 - 5 = 65 misses the line of 67; 70 reaches it */
    { "city-67",
      { "publication.missing" },
      { { "2", -5000 }, { "4", -20000 }, { "5", -5000 } },
      65000,
      "不达标" },
    { "city-67", { NULL }, { { "2", -5000 }, { "4", -20000 }, { "5", -5000 } }, 70000, "达标" },
    /* S9: without services 75 points stand for 100; above 80 a bonus counts */
    { "websites-2019",
      { NULL },
      { { "1.2", 0 },
        { "1.3", 0 },
        { "1.4", 0 },
        { "1.5", 0 },
        { "1.6", 0 },
        { "2.1", 60000 },
        { "2.2", EXCUSED },
        { "3", 9000 } },
      80000,
      "合格" },
    { "websites-2019",
      { NULL },
      { { "1.2", 0 },
        { "1.3", 0 },
        { "1.4", 0 },
        { "1.5", 0 },
        { "1.6", 0 },
        { "2.1", 63000 },
        { "2.2", EXCUSED },
        { "3", 9000 } },
      93000,
      "合格" },
    { "websites-2019",
      { NULL },
      { { "1.2", 0 },
        { "1.3", 0 },
        { "1.4", 0 },
        { "1.5", 0 },
        { "1.6", 0 },
        { "2.1", 40000 },
        { "2.2", 19999 },
        { "3", 9000 } },
      59999,
      "不合格" },
    { "websites-2019",
      { "safety.spam" },
      { { "1.2", 0 },
        { "1.3", 0 },
        { "1.4", 0 },
        { "1.5", 0 },
        { "1.6", 0 },
        { "2.1", 75000 },
        { "2.2", 25000 },
        { "3", 9000 } },
      100000,
      "不合格" },
    /* S12: 44 of 55 open the bonus; 21 and 12 are floors */
    { "mianyang-2022",
      { "structure.heading" },
      { { "1.2", 15000 }, { "2.1", 30000 }, { "2.2", 14000 }, { "3", 30000 }, { "4", 10000 } },
      98500,
      "合格" },
    { "mianyang-2022",
      { NULL },
      { { "1.2", 15000 }, { "2.1", 29500 }, { "2.2", 14000 }, { "3", 30000 }, { "4", 10000 } },
      88500,
      "合格" },
    { "mianyang-2022",
      { NULL },
      { { "1.2", 15000 }, { "2.1", 20500 }, { "2.2", 20000 }, { "3", 30000 }, { "4", 10000 } },
      85500,
      "不合格" },
    { "mianyang-2022",
      { NULL },
      { { "1.2", 15000 }, { "2.1", 35000 }, { "2.2", 11500 }, { "3", 30000 }, { "4", 0 } },
      91500,
      "不合格" },
    /* S14: (81.22 + 0.64) / (100 + 0.64) x 100 */
    { "guoyang-2020q3", { NULL }, { { "1", 81220 }, { "2", 640 } }, 81340, NULL },
    { "guoyang-2020q3", { NULL }, { { "1", 81220 }, { "2", EXCUSED } }, 81220, NULL },
};

static void check_sample(const struct world *w, const struct sample *sample, size_t number)
{
    struct profile *p = shipped(sample->profile);
    struct audit *a = new_audit(4);
    struct input_fill fills[9] = { { .points = 0 } };
    struct input input = { .fills = fills };
    for (size_t i = 0; i < 4 && sample->failed[i]; i++)
        add(a, sample->failed[i], STATE_FAIL, 1);
    for (size_t i = 0; i < 9 && sample->fills[i].indicator; i++) {
        const struct fill *f = &sample->fills[i];
        struct error err = { 0 };
        fills[i] = (struct input_fill){ .indicator = str_of(f->indicator),
                                        .points = f->points == EXCUSED ? 0 : f->points,
                                        .excused = f->points == EXCUSED };
        if (input_check_fill(p, &fills[i], &err))
            fail_msg("sample %zu: %s", number, err.message);
        input.fill_count++;
    }
    struct score *s = score_of(w, p, a, &input);
    if (s->score != sample->score || !s->complete)
        fail_msg("sample %zu, %s: %lld", number, sample->profile, (long long)s->score);
    if (sample->grade)
        assert_string_equal(s->grade->name.in[LANG_ZH].p, sample->grade);
    else
        assert_null(s->grade);
    score_free(s);
    drop_audit(a);
    profile_free(p);
}

static void real_sheets_come_to_known_results(void **state)
{
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++)
        check_sample(*state, &samples[i], i);
}

static void a_real_sheet_is_open_until_persons_filled_it_in(void **state)
{
    static const char *const ids[] = { "licheng-2020", "websites-2019", "mianyang-2022",
                                       "guoyang-2020q3" };
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
        struct profile *p = shipped(ids[i]);
        struct audit *a = new_audit(1);
        struct score *s = score_of(*state, p, a, NULL);
        assert_false(s->complete);
        assert_null(s->grade);
        assert_true(s->low < s->high);
        score_free(s);
        drop_audit(a);
        profile_free(p);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(real_sheets_come_to_known_results),
        cmocka_unit_test(a_real_sheet_is_open_until_persons_filled_it_in),
    };
    return cmocka_run_group_tests(tests, open_world, close_world);
}
