/* docx_format.c - a number as Word's lists write it; see docx_list.h. */
#include "read/docx_list.h"

enum way {
    COUNTED,      /* 一百二十: one, hundred, two, ten */
    COUNTED_LOW,  /* 十二, but 一〇二 from a hundred on */
    COUNTED_BARE, /* 百二十: no 一 before a unit */
    BY_DIGIT,     /* 一〇 */
    CYCLE,        /* one character a number, as far as they reach */
    FROM_RUNE,    /* likewise, characters that follow each other in Unicode */
    WIDE,         /* full-width digits */
    PADDED,
    LETTERS,
    ROMAN,
    DASHED,
    NOTHING
};

static const struct format {
    const char *name;
    enum way way;
    const char *characters; /* from 0 for digits, then ten, hundred, thousand; from 1 for a cycle */
    unsigned first, count;  /* of runes */
} formats[] = {
    { "chineseCounting", COUNTED_LOW, "〇一二三四五六七八九十百千", 0, 0 },
    { "chineseCountingThousand", COUNTED, "零一二三四五六七八九十百千", 0, 0 },
    { "taiwaneseCounting", COUNTED_LOW, "〇一二三四五六七八九十百千", 0, 0 },
    { "taiwaneseCountingThousand", COUNTED, "零一二三四五六七八九十百千", 0, 0 },
    { "japaneseCounting", COUNTED_BARE, "〇一二三四五六七八九十百千", 0, 0 },
    { "koreanDigital2", COUNTED_BARE, "零一二三四五六七八九十百千", 0, 0 },
    { "chineseLegalSimplified", COUNTED, "零壹贰叁肆伍陆柒捌玖拾佰仟", 0, 0 },
    { "ideographLegalTraditional", COUNTED, "零壹貳參肆伍陸柒捌玖拾佰仟", 0, 0 },
    { "japaneseLegal", COUNTED, "〇壱弐参四伍六七八九拾百阡", 0, 0 },
    { "ideographDigital", BY_DIGIT, "〇一二三四五六七八九", 0, 0 },
    { "japaneseDigitalTenThousand", BY_DIGIT, "〇一二三四五六七八九", 0, 0 },
    { "taiwaneseDigital", BY_DIGIT, "〇一二三四五六七八九", 0, 0 },
    { "ideographTraditional", CYCLE, "甲乙丙丁戊己庚辛壬癸", 0, 0 },
    { "ideographZodiac", CYCLE, "子丑寅卯辰巳午未申酉戌亥", 0, 0 },
    { "decimalEnclosedCircle", FROM_RUNE, NULL, 0x2460, 20 },
    { "decimalEnclosedCircleChinese", FROM_RUNE, NULL, 0x2460, 20 },
    { "decimalEnclosedParen", FROM_RUNE, NULL, 0x2474, 20 },
    { "decimalEnclosedFullstop", FROM_RUNE, NULL, 0x2488, 20 },
    { "ideographEnclosedCircle", FROM_RUNE, NULL, 0x3280, 10 },
    { "decimalFullWidth", WIDE, NULL, 0, 0 },
    { "decimalFullWidth2", WIDE, NULL, 0, 0 },
    { "decimalZero", PADDED, NULL, 0, 0 },
    { "lowerLetter", LETTERS, NULL, 'a', 0 },
    { "upperLetter", LETTERS, NULL, 'A', 0 },
    { "lowerRoman", ROMAN, "mdclxvi", 0, 0 },
    { "upperRoman", ROMAN, "MDCLXVI", 0, 0 },
    { "numberInDash", DASHED, NULL, 0, 0 },
    { "none", NOTHING, NULL, 0, 0 },
    { "bullet", NOTHING, NULL, 0, 0 },
};

static const struct format *find_format(struct str name)
{
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (str_eq_c(name, formats[i].name))
            return &formats[i];
    return NULL;
}

/* All ideographs here take three bytes. */
static void add_character(struct strbuf *out, const char *characters, size_t i)
{
    strbuf_add(out, characters + 3 * i, 3);
}

static void add_digits(struct strbuf *out, const char *characters, long n)
{
    char digits[24];
    size_t count = 0;
    for (; n > 0; n /= 10)
        digits[count++] = (char)(n % 10);
    while (count > 0)
        add_character(out, characters, (size_t)digits[--count]);
}

/* Up to 9999. A nought is said between digits, never at the end. */
static void add_counted(struct strbuf *out, const struct format *f, long n)
{
    static const long units[] = { 1000, 100, 10, 1 };
    bool any = false;
    bool gap = false;
    long whole = n;
    for (size_t i = 0; i < 4; i++) {
        long digit = n / units[i];
        n %= units[i];
        gap = gap || (any && digit == 0);
        if (digit == 0)
            continue;
        bool said = digit > 1 || units[i] == 1 ||
                    (f->way == COUNTED_BARE ? false : !(units[i] == 10 && whole < 20));
        if (gap && f->way == COUNTED)
            add_character(out, f->characters, 0);
        if (said)
            add_character(out, f->characters, (size_t)digit);
        if (units[i] > 1)
            add_character(out, f->characters, units[i] == 10 ? 10 : units[i] == 100 ? 11 : 12);
        any = true;
        gap = false;
    }
}

/* a to z, then aa, bb: as Word does. */
static void add_letters(struct strbuf *out, unsigned first, long n)
{
    enum { MOST = 20 };
    long repeat = (n - 1) / 26 + 1;
    for (long i = 0; i < repeat && i < MOST; i++)
        strbuf_char(out, (char)(first + (unsigned)((n - 1) % 26)));
}

static void add_roman(struct strbuf *out, const char *letters, long n)
{
    static const struct {
        long value;
        signed char a, b; /* places in letters; b: -1 for a single one */
    } parts[] = { { 1000, 0, -1 }, { 900, 2, 0 }, { 500, 1, -1 }, { 400, 2, 1 }, { 100, 2, -1 },
                  { 90, 4, 2 },    { 50, 3, -1 }, { 40, 4, 3 },   { 10, 4, -1 }, { 9, 6, 4 },
                  { 5, 5, -1 },    { 4, 6, 5 },   { 1, 6, -1 } };
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        for (; n >= parts[i].value; n -= parts[i].value) {
            strbuf_char(out, letters[parts[i].a]);
            if (parts[i].b >= 0)
                strbuf_char(out, letters[parts[i].b]);
        }
}

static void add_wide(struct strbuf *out, long n)
{
    char digits[24];
    size_t count = 0;
    for (; n > 0; n /= 10)
        digits[count++] = (char)(n % 10);
    while (count > 0)
        strbuf_rune(out, 0xFF10u + (unsigned)digits[--count]);
}

/* False when the format does not reach so far. */
static bool add_formatted(struct strbuf *out, const struct format *f, long n)
{
    switch (f->way) {
    case COUNTED:
    case COUNTED_BARE:
        add_counted(out, f, n);
        return n <= 9999;
    case COUNTED_LOW:
        if (n < 100)
            add_counted(out, f, n);
        else
            add_digits(out, f->characters, n);
        return true;
    case BY_DIGIT:
        add_digits(out, f->characters, n);
        return true;
    case CYCLE:
        if ((size_t)n * 3 > strlen(f->characters))
            return false;
        add_character(out, f->characters, (size_t)n - 1);
        return true;
    case FROM_RUNE:
        if (n > (long)f->count)
            return false;
        strbuf_rune(out, f->first + (unsigned)n - 1);
        return true;
    case WIDE:
        add_wide(out, n);
        return true;
    case PADDED:
        strbuf_fmt(out, "%02ld", n);
        return true;
    case LETTERS:
        add_letters(out, f->first, n);
        return true;
    case ROMAN:
        if (n <= 3999)
            add_roman(out, f->characters, n);
        return n <= 3999;
    case DASHED:
        strbuf_fmt(out, "- %ld -", n);
        return true;
    case NOTHING:
        return true;
    }
    return false;
}

void docx_list_format(struct strbuf *out, struct str format, long n)
{
    const struct format *f = find_format(format);
    bool counts = f && (f->way == NOTHING || (n > 0 && n <= 9999));
    if (!counts || !add_formatted(out, f, n))
        strbuf_fmt(out, "%ld", n);
}
