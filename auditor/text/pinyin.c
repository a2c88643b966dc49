/* pinyin.c - see pinyin.h. */
#include "text/pinyin.h"

#include <string.h>

enum { MAX_LETTERS = 24, MAX_SYLLABLE = 6 };

/* For every initial, the finals that occur behind it. v stands for ü, also written u: after j, q,
 * x and y ü is spelt u. */
static const struct {
    const char *initial;
    const char *finals; /* each between two blanks */
} syllables[] = {
    { "zh", " a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo " },
    { "ch", " a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo " },
    { "sh", " a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo " },
    { "b", " a ai an ang ao ei en eng i ian iao ie in ing o u " },
    { "p", " a ai an ang ao ei en eng i ian iao ie in ing o ou u " },
    { "m", " a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u " },
    { "f", " a an ang ei en eng iao o ou u " },
    { "d", " a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo " },
    { "t", " a ai an ang ao e ei eng i ian iao ie ing ong ou u uan ui un uo " },
    { "n", " a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan ue un uo v ve " },
    { "l", " a ai an ang ao e ei eng i ia ian iang iao ie in ing iu o"
           " ong ou u uan ue un uo v ve " },
    { "g", " a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo " },
    { "k", " a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo " },
    { "h", " a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo " },
    { "j", " i ia ian iang iao ie in ing iong iu u uan ue un v van ve vn " },
    { "q", " i ia ian iang iao ie in ing iong iu u uan ue un v van ve vn " },
    { "x", " i ia ian iang iao ie in ing iong iu u uan ue un v van ve vn " },
    { "r", " an ang ao e en eng i ong ou u ua uan ui un uo " },
    { "z", " a ai an ang ao e ei en eng i ong ou u uan ui un uo " },
    { "c", " a ai an ang ao e en eng i ong ou u uan ui un uo " },
    { "s", " a ai an ang ao e en eng i ong ou u uan ui un uo " },
    { "y", " a an ang ao e i in ing o ong ou u uan ue un " },
    { "w", " a ai an ang ei en eng o u " },
    { "", " a ai an ang ao e ei en eng er o ou " },
};

static bool is_syllable(const char *letters, size_t n)
{
    for (size_t i = 0; i < sizeof syllables / sizeof *syllables; i++) {
        size_t initial = strlen(syllables[i].initial);
        if (n <= initial || memcmp(letters, syllables[i].initial, initial) != 0)
            continue;
        char final[MAX_SYLLABLE + 3] = { ' ' };
        memcpy(final + 1, letters + initial, n - initial);
        final[1 + n - initial] = ' ';
        if (strstr(syllables[i].finals, final))
            return true;
    }
    return false;
}

/* Says whether the letters are a row of syllables. reach[i]: the first i letters are one. */
static bool are_syllables(const char *letters, size_t n)
{
    bool reach[MAX_LETTERS + 1] = { true };
    for (size_t i = 0; i < n; i++)
        for (size_t k = 1; reach[i] && k <= MAX_SYLLABLE && i + k <= n; k++)
            reach[i + k] = reach[i + k] || is_syllable(letters + i, k);
    return reach[n];
}

/* The letter under a tone mark, 0 if c is none. */
static char under_tone(uint32_t c)
{
    switch (c) {
    case 0x101:
    case 0xE1:
    case 0x1CE:
    case 0xE0:
        return 'a';
    case 0x113:
    case 0xE9:
    case 0x11B:
    case 0xE8:
        return 'e';
    case 0x12B:
    case 0xED:
    case 0x1D0:
    case 0xEC:
        return 'i';
    case 0x14D:
    case 0xF3:
    case 0x1D2:
    case 0xF2:
        return 'o';
    case 0x16B:
    case 0xFA:
    case 0x1D4:
    case 0xF9:
        return 'u';
    case 0x1D6:
    case 0x1D8:
    case 0x1DA:
    case 0x1DC:
        return 'v';
    case 0x144:
    case 0x148:
    case 0x1F9:
        return 'n';
    default:
        return 0;
    }
}

/* Reads one letter of pinyin; 0 for a combining tone mark, -1 for anything else. */
static int letter(uint32_t c, bool *toned)
{
    if (c >= 'a' && c <= 'z')
        return (int)c;
    if (c == 0xFC)
        return 'v';
    if (c == 0x251)
        return 'a';
    if (c == 0x261)
        return 'g';
    char plain = under_tone(c);
    bool mark = c == 0x300 || c == 0x301 || c == 0x304 || c == 0x30C;
    *toned = *toned || plain || mark;
    return plain ? plain : mark ? 0 : -1;
}

size_t pinyin_bracket(struct str s, size_t at)
{
    size_t i = at;
    uint32_t c = str_next(s, &i);
    if (c != '(' && c != 0xFF08)
        return 0;
    char letters[MAX_LETTERS];
    size_t n = 0;
    bool toned = false;
    while (i < s.n) {
        c = str_next(s, &i);
        if (c == ')' || c == 0xFF09)
            break;
        if (c == ' ' && toned)
            continue;
        int l = letter(c, &toned);
        if (l < 0 || n == MAX_LETTERS)
            return 0;
        if (l)
            letters[n++] = (char)l;
    }
    if ((c != ')' && c != 0xFF09) || n == 0)
        return 0;
    bool noise =
        toned ? are_syllables(letters, n) : n >= 2 && n <= MAX_SYLLABLE && is_syllable(letters, n);
    return noise ? i - at : 0;
}
