/* quantity_point.c - the characters at which something may begin: one look at the text for all who ask. */
#include "text/quantity_inner.h"

static struct words beginnings[POINT_KINDS] = {
    [POINT_NUMBER] =
        WORDS("0 1 2 3 4 5 6 7 8 9 未 没 无 尚 〇 零 一 二 两 三 四 五 六 七 八 九 十 百 千 万 亿"),
    [POINT_NAME] = WORDS(
        "《 “ 第 ( [ 〔 ﹝ 邮 电 传 热 编 代 索 账 帐 . - _ / ? = & @ ~ + # 0 1 2 3 4 5 6 7 8 9 "
        "a b c d e f g h i j k l m n o p q r s t u v w x y z "
        "A B C D E F G H I J K L M N O P Q R S T U V W X Y Z"),
    [POINT_MARK] = WORDS("、 , : ; 。 . ! ?"),
    [POINT_DELIMITER] = WORDS("、 , : ; 。 . ! ? ( )"),
};

/* The kinds of each character, by words_first(). */
static struct {
    bool noted;
    unsigned char of[WORDS_BITS * 64];
} kinds;

static void note_kinds(void)
{
    for (size_t k = 0; k < POINT_KINDS; k++) {
        words_note(&beginnings[k]);
        for (unsigned i = 0; i < WORDS_BITS * 64; i++)
            kinds.of[i] |= (unsigned char)(words_bit(beginnings[k].firsts, i) << k);
    }
    kinds.noted = true;
}

bool quantity_find_points(struct quantity_reader *r)
{
    const unsigned char *p = (const unsigned char *)r->text.p;
    size_t n = r->text.n, words = n / 64 + 1;
    unsigned all = 0, here;
    if (!kinds.noted)
        note_kinds();
    r->points = arena_alloc(r->arena, POINT_KINDS * words * sizeof *r->points);
    r->point_words = words;
    for (size_t i = 0; i < n; i += words_char(p[i])) {
        while (n - i > 3 && (p[i] & 0xF0) == 0xE0 && !kinds.of[words_first(p + i, 3)])
            i += 3;
        here = kinds.of[words_first(p + i, n - i)];
        all |= here;
        uint64_t *at = r->points + i / 64;
        for (unsigned k = 0; k < POINT_KINDS; k++) /* without a branch */
            at[k * words] |= (uint64_t)(here >> k & 1) << i % 64;
    }
    return all & 1u << POINT_NUMBER;
}
