/*
 * script_gen.c - build tool: OpenCC's dictionaries, as text -> script_table.c.
 *
 * Usage: script_gen TSCharacters.txt STCharacters.txt TSPhrases.txt > script_table.c
 * A line is "key TAB candidate candidate ..."; the first candidate is taken. It stands on base
 * alone and runs while the project is being built, so faults end it with a message.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/mem.h"
#include "text/script.h"

static uint32_t table[SCRIPT_LIMIT];

struct pair {
    struct str from, to;
    uint32_t first;
};

static void die(const char *what, const char *detail)
{
    fprintf(stderr, "script_gen: %s: %s\n", what, detail);
    exit(1);
}

/* The content of a dictionary; it stays for as long as the tool runs. */
static struct str load(const char *path)
{
    static struct strbuf texts[3];
    static size_t n;
    struct error err;
    if (file_read(&texts[n], path, 0, &err) != 0)
        die(path, err.message);
    return strbuf_view(&texts[n++]);
}

static uint32_t first_rune(struct str s)
{
    size_t i = 0;
    uint32_t c = s.n ? str_next(s, &i) : 0;
    if (c >= SCRIPT_LIMIT)
        die("a character is outside the table", "raise SCRIPT_LIMIT");
    return c;
}

/* Takes one line apart; false for a line without a pair. */
static bool read_pair(struct str line, struct str *key, struct str *candidates)
{
    *candidates = line;
    return str_split(candidates, '\t', key) && key->n && candidates->p && candidates->n;
}

static bool has_word(struct str words, struct str word)
{
    struct str part;
    while (str_split(&words, ' ', &part))
        if (str_eq(part, word))
            return true;
    return false;
}

/* One direction of the character dictionaries: the targets, or only the flag. A character that may
 * also stay as it is does not tell the script. */
static void read_characters(const char *path, bool targets, uint32_t only)
{
    struct str rest = load(path);
    struct str line, key, candidates;
    while (str_split(&rest, '\n', &line)) {
        if (!read_pair(line, &key, &candidates))
            continue;
        uint32_t c = first_rune(key);
        if (targets && first_rune(candidates) != c)
            table[c] |= first_rune(candidates);
        table[c] |= has_word(candidates, key) ? SCRIPT_SHARED : only;
    }
}

/* Says whether the character table alone turns from into to. */
static bool follows_from_table(struct str from, struct str to)
{
    size_t i = 0, k = 0;
    while (i < from.n && k < to.n) {
        uint32_t c = str_next(from, &i);
        uint32_t target = table[c] & SCRIPT_TARGET;
        if ((target ? target : c) != str_next(to, &k))
            return false;
    }
    return true;
}

/* By first character, then the longest first. */
static int pair_cmp(const void *a, const void *b)
{
    const struct pair *x = a, *y = b;
    if (x->first != y->first)
        return x->first < y->first ? -1 : 1;
    if (x->from.n != y->from.n)
        return x->from.n > y->from.n ? -1 : 1;
    return str_cmp(x->from, y->from);
}

static void print_phrases(const char *path)
{
    struct str rest = load(path);
    struct str line, key, candidates, to;
    struct pair *pairs = NULL;
    size_t n = 0, cap = 0;
    while (str_split(&rest, '\n', &line)) {
        if (!read_pair(line, &key, &candidates) || !str_split(&candidates, ' ', &to))
            continue;
        if (str_chars(key) != str_chars(to) || follows_from_table(key, to))
            continue;
        pairs = mem_grow(pairs, n, &cap, sizeof *pairs);
        pairs[n++] = (struct pair){ key, to, first_rune(key) };
        table[first_rune(key)] |= SCRIPT_PHRASE;
    }
    if (n == 0)
        die(path, "no phrases in it");
    qsort(pairs, n, sizeof *pairs, pair_cmp);
    printf("const struct script_phrase script_phrases[] = {\n");
    for (size_t i = 0; i < n; i++)
        printf("    { 0x%X, %zu, %zu, \"%.*s\", \"%.*s\" },\n", (unsigned)pairs[i].first,
               pairs[i].from.n, pairs[i].to.n, STR_ARG(pairs[i].from), STR_ARG(pairs[i].to));
    printf("};\nconst size_t script_phrase_count = %zu;\n\n", n);
    free(pairs);
}

/* Two levels: page numbers, then pages of 64. Page 0 is the empty one. */
static void print_table(void)
{
    enum { PAGES = SCRIPT_LIMIT / SCRIPT_PAGE };
    static unsigned short page_of[PAGES];
    unsigned used = 1;
    printf("const uint32_t script_pages[][SCRIPT_PAGE] = {\n    { 0 },\n");
    for (size_t page = 0; page < PAGES; page++) {
        const uint32_t *entries = table + page * SCRIPT_PAGE;
        bool empty = true;
        for (size_t i = 0; i < SCRIPT_PAGE; i++)
            empty = empty && entries[i] == 0;
        if (empty)
            continue;
        page_of[page] = (unsigned short)used++;
        printf("    {");
        for (size_t i = 0; i < SCRIPT_PAGE; i++)
            printf(" 0x%X,", (unsigned)entries[i]);
        printf(" },\n");
    }
    printf("};\n\nconst uint16_t script_index[SCRIPT_LIMIT / SCRIPT_PAGE] = {");
    for (size_t page = 0; page < PAGES; page++)
        printf("%s%u,", page % 24 ? " " : "\n    ", page_of[page]);
    printf("\n};\n");
}

/* The two flags that tell the script, side by side: whoever only counts them touches little memory. */
static void print_tells(void)
{
    printf("\nconst uint64_t script_tells[SCRIPT_PLANE / SCRIPT_TELLS] = {");
    for (uint32_t from = 0; from < SCRIPT_PLANE; from += SCRIPT_TELLS) {
        uint64_t word = 0;
        for (uint32_t i = 0; i < SCRIPT_TELLS; i++)
            word |= (uint64_t)(table[from + i] / SCRIPT_SIMPLIFIED & 3) << 2 * i;
        printf("%s0x%llX,", from / SCRIPT_TELLS % 6 ? " " : "\n    ", (unsigned long long)word);
    }
    printf("\n};\n");
}

static void finish_flags(void)
{
    const uint32_t both = SCRIPT_TRADITIONAL | SCRIPT_SIMPLIFIED;
    struct strbuf one = { 0 };
    for (uint32_t c = 0x80; c < SCRIPT_LIMIT; c++) {
        if ((table[c] & SCRIPT_SHARED) || (table[c] & both) == both)
            table[c] &= ~(both | SCRIPT_SHARED);
        strbuf_clear(&one);
        strbuf_rune(&one, table[c] & SCRIPT_TARGET ? table[c] & SCRIPT_TARGET : c);
        if (str_has(STR(SCRIPT_WORD_ENDS), one.p))
            table[c] |= SCRIPT_WORD_END;
    }
    strbuf_free(&one);
}

int main(int argc, char **argv)
{
    if (argc != 4)
        die("usage", "script_gen TSCharacters STCharacters TSPhrases");
    read_characters(argv[1], true, SCRIPT_TRADITIONAL);
    read_characters(argv[2], false, SCRIPT_SIMPLIFIED);
    finish_flags();
    printf("/* Generated by script_gen from OpenCC's dictionaries. */\n"
           "#include \"text/script.h\"\n\n");
    print_phrases(argv[3]);
    print_table();
    print_tells();
    return 0;
}
