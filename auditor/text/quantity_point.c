/* quantity_point.c - the characters at which something may begin: one look at the text for all who ask. */
#include "text/quantity_inner.h"

static const char *const beginnings[POINT_KINDS] = {
    [POINT_NUMBER] = "0123456789未没无尚〇零一二两三四五六七八九十百千万亿",
    [POINT_NAME] = ("《“第([〔﹝邮电传热编代索账帐.-_/?=&@~+#0123456789"
                    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    [POINT_MARK] = "、,:;。.!?-\n",
    [POINT_STOP] = "。.!?",
    [POINT_DELIMITER] = "、,:;。.!?-()\n",
    [POINT_CUE] = "其当分主包涵含组集均",
    [POINT_NOTE] = "年上去往前同环相增降累历现共自截",
};

/* The kinds of each character. Some share a place, others, of two or four bytes, have none. */
enum { ASCII = 128, PLACES = ASCII + 64 * 64 };
static struct {
    bool noted;
    unsigned char of[PLACES];
} kinds;

static inline bool is_han(const unsigned char *p)
{
    return (*p & 0xF0) == 0xE0;
}

static inline unsigned place_of_han(const unsigned char *p)
{
    return ASCII + (((unsigned)p[1] << 6 ^ p[2]) & 4095);
}

static void note_kinds(void)
{
    for (size_t k = 0; k < POINT_KINDS; k++) {
        const unsigned char *p = (const unsigned char *)beginnings[k];
        for (; *p; p += words_char(*p))
            kinds.of[is_han(p) ? place_of_han(p) : *p] |= (unsigned char)(1u << k);
    }
    kinds.noted = true;
}

bool quantity_find_points(struct quantity_reader *r)
{
    const unsigned char *p = (const unsigned char *)r->text.p;
    size_t n = r->text.n, words = n / 64 + 1;
    unsigned all = 0;
    if (!kinds.noted)
        note_kinds();
    r->points = arena_alloc(r->arena, POINT_KINDS * words * sizeof *r->points);
    r->point_words = words;
    for (size_t i = 0; i < n; i += words_char(p[i])) {
        while (n - i > 3 && is_han(p + i) && !kinds.of[place_of_han(p + i)])
            i += 3;
        unsigned here = n - i >= 3 && is_han(p + i) ? kinds.of[place_of_han(p + i)]
                        : p[i] < ASCII              ? kinds.of[p[i]]
                                                    : 0;
        uint64_t *at = r->points + i / 64;
        all |= here;
        for (; here; here &= here - 1)
            at[(unsigned)__builtin_ctz(here) * words] |= (uint64_t)1 << i % 64;
    }
    return all & 1u << POINT_NUMBER;
}
