/* pattern.c - see pattern.h. */
#include "text/pattern.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <string.h>

#include "base/lang.h"
#include "base/mem.h"
#include "text/words.h"

enum {
    MAX_SOURCE = 16 * 1024,      /* bytes of a pattern */
    MATCH_LIMIT = 200 * 1000,    /* PCRE2's own count of steps */
    MIN_MATCH_LIMIT = 20 * 1000, /* for the longest subject, see match_limit() */
    MATCH_WORK = 400 * 1000 * 1000,
    DEPTH_LIMIT = 20 * 1000, /* only where there is no JIT */
    HEAP_LIMIT_KIB = 16 * 1024,
    STACK_START = 32 * 1024,
    STACK_LIMIT = 1024 * 1024,
    CHARACTER = 4,  /* bytes of one at most */
    NEEDED_MIN = 8, /* literals that are worth a look before matching: fewer are found as fast */
    NEEDED_MAX = 64
};

enum translation { UNTRANSLATED, TRANSLATED, UNTRANSLATABLE };

struct pattern {
    pcre2_code *code; /* NULL where `plain` is */
    size_t groups;
    size_t behind;   /* bytes that it may look back over */
    size_t shortest; /* characters of a match at least: many subjects are a cell of one digit */
    struct words *needed; /* one of them stands in every match, most subjects have none; or NULL */
    char *list;           /* of these words */
    char *plain;          /* a fixed string is all there is to find; or NULL */
    enum translation
        *translation; /* to machine code: a search makes it, and changes nothing else */
};

/* The scratch memory of the process; it is never given back. */
static struct {
    pcre2_match_context *context;
    pcre2_match_data *data;
    pcre2_jit_stack *stack;
    pcre2_compile_context *compile;
} scratch;

static void *need(void *p)
{
    if (!p)
        mem_exhausted();
    return p;
}

static void scratch_make(void)
{
    if (scratch.context)
        return;
    scratch.compile = need(pcre2_compile_context_create(NULL));
    pcre2_set_max_pattern_length(scratch.compile, MAX_SOURCE);
    pcre2_set_parens_nest_limit(scratch.compile, 50);
    scratch.data = need(pcre2_match_data_create(PATTERN_GROUPS, NULL));
    scratch.stack = need(pcre2_jit_stack_create(STACK_START, STACK_LIMIT, NULL));
    scratch.context = need(pcre2_match_context_create(NULL));
    pcre2_jit_stack_assign(scratch.context, NULL, scratch.stack);
    pcre2_set_depth_limit(scratch.context, DEPTH_LIMIT);
    pcre2_set_heap_limit(scratch.context, HEAP_LIMIT_KIB);
}

static int compile_error(struct error *err, int code, size_t at)
{
    PCRE2_UCHAR text[160];
    if (pcre2_get_error_message(code, text, sizeof text) < 0)
        text[0] = '\0';
    return error_set(err, ERR_PLUGIN,
                     tr("正则表达式第 %zu 字节处有误：%s", "pattern, at byte %zu: %s"), at,
                     (const char *)text);
}

/* Words that every match has, where they are few enough and can stand in a list. */
static void note_needed(struct pattern *p, struct str source)
{
    struct arena *arena = arena_new();
    struct strbuf list = { 0 };
    struct str *literals;
    size_t n = pattern_literals(source, arena, &literals);
    bool sound = n >= NEEDED_MIN && n <= NEEDED_MAX;
    for (size_t i = 0; sound && i < n; i++) {
        unsigned char first = (unsigned char)literals[i].p[0];
        sound = !str_has(literals[i], " ") && (first < 0x80 || (first >= 0xE0 && first < 0xF0));
        strbuf_c(&list, i ? " " : "");
        strbuf_str(&list, literals[i]);
    }
    if (sound) {
        p->list = list.p;
        p->needed = mem_zero(1, sizeof *p->needed);
        p->needed->list = p->list;
    } else {
        strbuf_free(&list);
    }
    arena_free(arena);
}

/* The string of "\Q...\E": names are searched so, each page's own. To find it takes no machine
 * code, which costs more than most pages have use for. */
static struct str plain_of(struct str source)
{
    struct str inner = str_sub(source, 2, source.n > 4 ? source.n - 4 : 0);
    bool plain = str_starts(source, STR("\\Q")) && str_ends(source, STR("\\E")) &&
                 source.n <= MAX_SOURCE && !str_has(inner, "\\E") &&
                 memchr(inner.p, '\0', inner.n) == NULL && str_valid(inner);
    return plain ? inner : str_of("");
}

/* Whether there is machine code. To make it takes three times as long as to compile, and most patterns are never
 * searched with: so the first search does. Where the system allows no JIT the same matching goes on, only slower. */
static bool is_translated(const struct pattern *p)
{
    if (*p->translation == UNTRANSLATED)
        *p->translation =
            pcre2_jit_compile(p->code, PCRE2_JIT_COMPLETE) == 0 ? TRANSLATED : UNTRANSLATABLE;
    return *p->translation == TRANSLATED;
}

int pattern_compile(struct pattern **out, struct str source, struct error *err)
{
    *out = NULL;
    struct str plain = plain_of(source);
    if (plain.n) {
        struct pattern *found = mem_zero(1, sizeof *found);
        found->shortest = str_chars(plain);
        found->plain = mem_strndup(plain.p, plain.n);
        *out = found;
        return ERR_OK;
    }
    scratch_make();
    int code = 0;
    PCRE2_SIZE at = 0;
    pcre2_code *compiled = pcre2_compile(
        (PCRE2_SPTR)(source.n ? source.p : ""), source.n,
        PCRE2_UTF | PCRE2_NEVER_BACKSLASH_C | PCRE2_USE_OFFSET_LIMIT, &code, &at, scratch.compile);
    if (!compiled)
        return compile_error(err, code, at);
    uint32_t groups = 0;
    uint32_t shortest = 0;
    uint32_t behind = 0;
    pcre2_pattern_info(compiled, PCRE2_INFO_CAPTURECOUNT, &groups);
    if (groups >= PATTERN_GROUPS) {
        pcre2_code_free(compiled);
        return error_set(err, ERR_PLUGIN,
                         tr("正则表达式有 %u 个捕获组，最多 %d 个；不需要的组请写成 (?:…)",
                            "pattern has %u capturing groups, at most %d are allowed; "
                            "write (?:...) where nothing is captured"),
                         (unsigned)groups, PATTERN_GROUPS - 1);
    }
    pcre2_pattern_info(compiled, PCRE2_INFO_MINLENGTH, &shortest);
    pcre2_pattern_info(compiled, PCRE2_INFO_MAXLOOKBEHIND, &behind);
    struct pattern *p = mem_zero(1, sizeof *p);
    p->code = compiled;
    p->groups = groups;
    p->shortest = shortest;
    p->behind = (size_t)CHARACTER * behind;
    p->translation = mem_zero(1, sizeof *p->translation);
    note_needed(p, source);
    *out = p;
    return ERR_OK;
}

void pattern_free(struct pattern *p)
{
    if (!p)
        return;
    pcre2_code_free(p->code);
    if (p->needed)
        words_drop(p->needed);
    free(p->needed);
    free(p->list);
    free(p->plain);
    free(p->translation);
    free(p);
}

size_t pattern_group_count(const struct pattern *p)
{
    return p->groups;
}

size_t pattern_group(const struct pattern *p, const char *name)
{
    int number = p->code ? pcre2_substring_number_from_name(p->code, (PCRE2_SPTR)name) : 0;
    return number > 0 ? (size_t)number : 0;
}

/* One step of PCRE2 can run over the rest of the subject, so a long subject gets fewer of them. */
static uint32_t match_limit(size_t subject)
{
    size_t steps = subject ? MATCH_WORK / subject : MATCH_LIMIT;
    if (steps > MATCH_LIMIT)
        return MATCH_LIMIT;
    return steps < MIN_MATCH_LIMIT ? MIN_MATCH_LIMIT : (uint32_t)steps;
}

static void copy_groups(struct pattern_match *match, int count)
{
    const PCRE2_SIZE *pairs = pcre2_get_ovector_pointer(scratch.data);
    match->count = (size_t)count;
    for (size_t i = 0; i < PATTERN_GROUPS; i++) {
        bool known = i < match->count && pairs[2 * i] != PCRE2_UNSET;
        match->from[i] = known ? pairs[2 * i] : SIZE_MAX;
        match->to[i] = known ? pairs[2 * i + 1] : SIZE_MAX;
    }
}

static int match_error(struct error *err, int code)
{
    switch (code) {
    case PCRE2_ERROR_MATCHLIMIT:
    case PCRE2_ERROR_DEPTHLIMIT:
    case PCRE2_ERROR_HEAPLIMIT:
    case PCRE2_ERROR_JIT_STACKLIMIT:
        return error_set(err, ERR_LIMIT,
                         tr("正则表达式匹配超出限额；请把重复写得更确切",
                            "a pattern exceeded its match limit; make its repetitions stricter"));
    case PCRE2_ERROR_NOMEMORY:
        need(NULL);
        break;
    default:
        break;
    }
    PCRE2_UCHAR text[160];
    if (pcre2_get_error_message(code, text, sizeof text) < 0)
        text[0] = '\0';
    return error_set(err, ERR_INTERNAL, tr("正则表达式匹配失败：%s", "matching failed: %s"),
                     (const char *)text);
}

static bool find_plain(const char *plain, struct str subject, size_t from,
                       struct pattern_match *match)
{
    size_t at = str_find(str_sub(subject, from, subject.n), str_of(plain));
    if (at == SIZE_MAX)
        return false;
    for (size_t i = 0; match && i < PATTERN_GROUPS; i++) {
        match->count = 1;
        match->from[i] = i ? SIZE_MAX : from + at;
        match->to[i] = i ? SIZE_MAX : from + at + strlen(plain);
    }
    return true;
}

int pattern_find(const struct pattern *p, struct str subject, size_t from, bool *found,
                 struct pattern_match *match, struct error *err)
{
    return pattern_find_until(p, subject, from, SIZE_MAX, found, match, err);
}

int pattern_find_until(const struct pattern *p, struct str subject, size_t from, size_t end,
                       bool *found, struct pattern_match *match, struct error *err)
{
    *found = false;
    if (from > subject.n || subject.n - from < p->shortest)
        return ERR_OK;
    bool hinted = end != SIZE_MAX; /* then its literals were met already */
    if (p->needed && !hinted && !words_inside(p->needed, str_sub(subject, from, subject.n)))
        return ERR_OK;
    if (p->plain) {
        *found = find_plain(p->plain, subject, from, match);
        return ERR_OK;
    }
    pcre2_set_match_limit(scratch.context, match_limit(subject.n - from));
    pcre2_set_offset_limit(scratch.context, end < subject.n ? end + p->behind : PCRE2_UNSET);
    PCRE2_SPTR text = (PCRE2_SPTR)(subject.n ? subject.p : "");
    int count = is_translated(p) ? pcre2_jit_match(p->code, text, subject.n, from, 0, scratch.data,
                                                   scratch.context)
                                 : pcre2_match(p->code, text, subject.n, from, PCRE2_NO_UTF_CHECK,
                                               scratch.data, scratch.context);
    if (count == PCRE2_ERROR_NOMATCH)
        return ERR_OK;
    if (count < 0)
        return match_error(err, count);
    *found = true;
    if (match)
        copy_groups(match, count);
    return ERR_OK;
}
