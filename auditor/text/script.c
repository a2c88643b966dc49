/* script.c - see script.h; also the parts of normalise.h that are about script alone. */
#include "text/script.h"

#include <string.h>

#include "text/normalise.h"

/* What stands in official labels and stock phrases, worded otherwise in Taiwan and Hong Kong, or
 * left as it is by OpenCC. Written after conversion by character. Only words that mean nothing
 * else in a text that is traditional: an archive (档案) is one, unless it is "normative". */
static const struct {
    struct str from, to;
} region_words[] = {
    { { "规范性档案", 15 }, { "规范性文件", 15 } },
    { { "政策档案", 12 }, { "政策文件", 12 } },
    { { "档案精神", 12 }, { "文件精神", 12 } },
    { { "程式", 6 }, { "程序", 6 } },
    { { "资讯", 6 }, { "信息", 6 } },
    { { "网际网路", 12 }, { "互联网", 9 } },
    { { "网路", 6 }, { "网络", 6 } },
    { { "最佳化", 9 }, { "优化", 6 } },
    { { "数位化", 9 }, { "数字化", 9 } },
    { { "巨观", 6 }, { "宏观", 6 } },
    { { "软体", 6 }, { "软件", 6 } },
    { { "硬体", 6 }, { "硬件", 6 } },
    { { "释出", 6 }, { "发布", 6 } },
    { { "透过", 6 }, { "通过", 6 } },
    { { "答覆", 6 }, { "答复", 6 } },
    { { "批覆", 6 }, { "批复", 6 } },
    { { "瞭解", 6 }, { "了解", 6 } },
    { { "随著", 6 }, { "随着", 6 } },
    { { "著力", 6 }, { "着力", 6 } },
    { { "著手", 6 }, { "着手", 6 } },
    { { "著重", 6 }, { "着重", 6 } },
};

const struct script_phrase *script_phrase_at(struct str s, size_t at, uint32_t first)
{
    size_t low = 0, high = script_phrase_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (script_phrases[middle].first < first)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < script_phrase_count && script_phrases[low].first == first; low++) {
        const struct script_phrase *phrase = &script_phrases[low];
        if (phrase->from_n <= s.n - at && memcmp(s.p + at, phrase->from, phrase->from_n) == 0)
            return phrase;
    }
    return NULL;
}

size_t script_word_end(char *text, size_t n)
{
    struct str all = { text, n };
    for (size_t i = 0; i < sizeof region_words / sizeof *region_words; i++) {
        struct str from = region_words[i].from, to = region_words[i].to;
        if (!str_ends(all, from))
            continue;
        memcpy(text + n - from.n, to.p, to.n);
        return n - from.n + to.n;
    }
    return n;
}

/* A character of three bytes. */
static uint32_t wide_at(const char *bytes)
{
    const unsigned char *p = (const unsigned char *)bytes;
    return (p[0] & 0xFu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
}

void text_script_count(struct str s, size_t *simplified, size_t *traditional)
{
    size_t counts[4] = { 0, 0, 0, 0 }; /* by what script_tell() says */
    for (size_t i = 0; i < s.n;) {
        for (; s.n - i >= 12 && str_four_wide(s.p + i); i += 12)
            for (size_t k = 0; k < 12; k += 3)
                counts[script_tell(wide_at(s.p + i + k))]++;
        while (i < s.n && (unsigned char)s.p[i] < 0xE3) /* below U+3000 nothing tells */
            i++;
        if (i < s.n)
            counts[script_tell(str_next(s, &i))]++;
    }
    *simplified = counts[1] + counts[3];
    *traditional = counts[2] + counts[3];
}

void text_simplify(struct strbuf *out, struct str s)
{
    size_t start = out->n;
    for (size_t i = 0; i < s.n;) {
        size_t at = i;
        uint32_t c = str_next(s, &i);
        uint32_t entry = script_entry(c);
        const struct script_phrase *phrase =
            entry & SCRIPT_PHRASE ? script_phrase_at(s, at, c) : NULL;
        if (phrase) {
            strbuf_add(out, phrase->to, phrase->to_n);
            i = at + phrase->from_n;
            continue;
        }
        uint32_t target = entry & SCRIPT_TARGET ? entry & SCRIPT_TARGET : c;
        if (target != c)
            strbuf_rune(out, target);
        else
            strbuf_add(out, s.p + at, i - at);
        if (entry & SCRIPT_WORD_END)
            out->n = start + script_word_end(out->p + start, out->n - start);
        out->p[out->n] = '\0';
    }
}
