/* claim.c - see claim.h. */
#include "text/claim.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/lang.h"
#include "base/mem.h"
#include "text/claim_label.h"
#include "text/literal.h"
#include "text/pattern.h"
#include "text/sentence.h"
#include "text/words.h"

enum { BEFORE_MAX = 300, TOPIC_MAX = 1200, TOPIC_GROUP = 1, THINGS_MAX = 256 };

/* Compiled once for each source: things share most of what they exclude. */
struct expression {
    struct str source;
    struct pattern *pattern;
};

struct conditions {
    const struct pattern *in[CLAIM_CONTEXTS]; /* NULL for none */
};

struct thing {
    struct claim_thing as;
    struct conditions fits, where, unless;
};

struct claim_set {
    struct arena *arena;
    struct expression *expressions;
    size_t expression_count, expression_cap;
    struct thing *things;
    size_t thing_count, thing_cap;
    const struct pattern *topics;
    struct conditions unless;
    unsigned classes;
    struct literal_set *words;          /* ids: of the things */
    uint64_t wordless[THINGS_MAX / 64]; /* a bit for each thing that has none */
};

struct claim_set *claim_new(void)
{
    struct claim_set *set = mem_zero(1, sizeof *set);
    set->arena = arena_new();
    set->words = literal_new();
    return set;
}

void claim_free(struct claim_set *set)
{
    if (!set)
        return;
    for (size_t i = 0; i < set->expression_count; i++)
        pattern_free(set->expressions[i].pattern);
    free(set->expressions);
    free(set->things);
    literal_free(set->words);
    arena_free(set->arena);
    free(set);
}

static int compile(struct claim_set *set, struct str source, const struct pattern **out,
                   struct error *err)
{
    *out = NULL;
    if (source.n == 0)
        return ERR_OK;
    for (size_t i = 0; !*out && i < set->expression_count; i++)
        if (str_eq(set->expressions[i].source, source))
            *out = set->expressions[i].pattern;
    if (*out)
        return ERR_OK;
    struct expression e = { arena_str(set->arena, source), NULL };
    int code = pattern_compile(&e.pattern, source, err);
    if (code)
        return code;
    set->expressions = mem_grow(set->expressions, set->expression_count, &set->expression_cap,
                                sizeof *set->expressions);
    set->expressions[set->expression_count++] = e;
    *out = e.pattern;
    return ERR_OK;
}

static int compile_all(struct claim_set *set, const struct claim_words *words,
                       struct conditions *out, struct error *err)
{
    int code = ERR_OK;
    for (size_t i = 0; !code && i < CLAIM_CONTEXTS; i++)
        code = compile(set, words->in[i], &out->in[i], err);
    return code;
}

int claim_begin(struct claim_set *set, unsigned classes, struct str topics,
                const struct claim_words *unless, struct error *err)
{
    set->classes = classes;
    int code = compile(set, topics, &set->topics, err);
    return code ? code : compile_all(set, unless, &set->unless, err);
}

int claim_add(struct claim_set *set, const struct claim_thing *as, struct error *err)
{
    struct thing thing = { .as = *as };
    if (set->thing_count == THINGS_MAX)
        return error_set(err, ERR_LIMIT, tr("最多 %d 项", "%d entries at most"), THINGS_MAX);
    thing.as.key = arena_str(set->arena, as->key);
    thing.as.topic = arena_str(set->arena, as->topic);
    thing.as.home = arena_str(set->arena, as->home);
    thing.as.words = NULL; /* they are in the set's words */
    int code = compile_all(set, &as->fits, &thing.fits, err);
    code = code ? code : compile_all(set, &as->where, &thing.where, err);
    code = code ? code : compile_all(set, &as->unless, &thing.unless, err);
    if (code)
        return code;
    for (size_t i = 0; i < as->word_count; i++)
        literal_add(set->words, as->words[i], (uint32_t)set->thing_count);
    if (as->word_count == 0)
        set->wordless[set->thing_count / 64] |= (uint64_t)1 << set->thing_count % 64;
    set->things = mem_grow(set->things, set->thing_count, &set->thing_cap, sizeof *set->things);
    set->things[set->thing_count++] = thing;
    return ERR_OK;
}

void claim_freeze(struct claim_set *set)
{
    literal_freeze(set->words);
}

struct str claim_key(const struct claim_set *set, size_t thing)
{
    return set->things[thing].as.key;
}

/* A quantity that is being looked at. */
struct look {
    const struct claim_set *set;
    const struct claim_place *place;
    struct str in[CLAIM_CONTEXTS]; /* what is before the quantity: once it was asked for */
    struct error *err;
    int code;
};

/* The word that begins last in a text, of those the longest: its place and length. */
struct last_word {
    size_t from, length;
};

static bool on_word(void *user, uint32_t id, size_t end, size_t length)
{
    struct last_word *last = user;
    (void)id;
    if (last->length == 0 || end - length >= last->from)
        *last = (struct last_word){ end - length, length };
    return true;
}

/* The things of one word, in their order. */
struct candidates {
    struct last_word word;
    uint64_t bits[THINGS_MAX / 64];
};

static bool on_candidate(void *user, uint32_t id, size_t end, size_t length)
{
    struct candidates *c = user;
    if (end - length == c->word.from && length == c->word.length)
        c->bits[id / 64] |= (uint64_t)1 << id % 64;
    return true;
}

static struct str since_semicolon(struct str s)
{
    size_t i = s.n;
    while (i > 0 && s.p[i - 1] != ';')
        i--;
    return str_sub(s, i, s.n);
}

/* At most so many bytes of the text before the quantity. */
static struct str before_of(const struct look *look, size_t most)
{
    struct str text = look->place->text;
    size_t at = look->place->quantity->at, from = at > most ? at - most : 0;
    while (from < at && ((unsigned char)text.p[from] & 0xC0) == 0x80)
        from++;
    return str_sub(text, from, at - from);
}

/* The text of a context; what is before the quantity is found when it is first asked for. */
static struct str text_in(struct look *look, enum claim_context context)
{
    if (context < CLAIM_BEFORE || look->in[CLAIM_BEFORE].p)
        return look->in[context];
    look->in[CLAIM_BEFORE] = before_of(look, BEFORE_MAX);
    look->in[CLAIM_SENTENCE] = sentence_last(look->in[CLAIM_BEFORE]);
    look->in[CLAIM_CLAUSE] = since_semicolon(look->in[CLAIM_SENTENCE]);
    return look->in[context];
}

static bool matches(struct look *look, const struct pattern *p, enum claim_context context)
{
    bool found = false;
    if (!look->code)
        look->code = pattern_find(p, text_in(look, context), 0, &found, NULL, look->err);
    return found;
}

static bool match_all(struct look *look, const struct conditions *c)
{
    for (size_t i = 0; i < CLAIM_CONTEXTS; i++)
        if (c->in[i] && !matches(look, c->in[i], (enum claim_context)i))
            return false;
    return true;
}

static bool match_none(struct look *look, const struct conditions *c)
{
    for (size_t i = 0; i < CLAIM_CONTEXTS; i++)
        if (c->in[i] && matches(look, c->in[i], (enum claim_context)i))
            return false;
    return true;
}

/* "2022年结转4件": the year before is named for what came from it. */
static bool is_carried(struct str behind)
{
    static const char *const words[] = { "结转", "度结转", "转入", "接转", "遗留", "转来" };
    bool found = false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        found = found || str_starts(behind, str_of(words[i]));
    return found;
}

/* "比2022年提高2.1个百分点": the year before is named to compare with. */
static bool is_compared(struct str before)
{
    return words_ends(before, "比 较 与 同 相较于") && !words_ends(before, "连同");
}

/* The year that is named last in a sentence; 0 for none. */
static unsigned last_year(struct str s)
{
    const struct str mark = STR("年");
    for (size_t n = s.n; n >= mark.n + 4;) {
        const char *last = memrchr(s.p, mark.p[mark.n - 1], n);
        n = last ? (size_t)(last - s.p) : 0;
        size_t i = n + 1; /* behind the mark, if it is one */
        if (i < mark.n + 4)
            break;
        const char *p = s.p + i - mark.n - 4;
        bool digits =
            p[0] == '2' && p[1] == '0' && p[2] >= '0' && p[2] <= '9' && p[3] >= '0' && p[3] <= '9';
        if (digits && str_eq(str_sub(s, i - mark.n, mark.n), mark) &&
            !is_carried(str_sub(s, i, s.n)) && !is_compared(str_sub(s, 0, i - mark.n - 4)))
            return 2000u + (unsigned)(p[2] - '0') * 10 + (unsigned)(p[3] - '0');
    }
    return 0;
}

static bool is_of_year(struct look *look, const struct thing *thing)
{
    unsigned year = look->place->year;
    if (thing->as.any_year || !year)
        return true;
    unsigned named = look->place->quantity->year;
    if (!named)
        named = last_year(text_in(look, CLAIM_SENTENCE));
    return !named || named == year;
}

static bool names_topic(struct str text, const struct pattern_match *m, struct str topic)
{
    size_t from = m->count > TOPIC_GROUP ? m->from[TOPIC_GROUP] : SIZE_MAX;
    return from != SIZE_MAX && str_eq(str_sub(text, from, m->to[TOPIC_GROUP] - from), topic);
}

/* Whether a text speaks of anything that is a topic; *is gets whether the last of them is this one. */
static bool speaks(struct look *look, struct str text, struct str topic, bool *is)
{
    struct pattern_match m;
    bool found = false;
    if (text.n && look->set->topics && !look->code)
        look->code = pattern_find(look->set->topics, text, 0, &found, &m, look->err);
    *is = found && names_topic(text, &m, topic);
    return found;
}

/* Whether the nearest paragraph above that speaks of anything speaks of the thing. */
static bool is_above(struct look *look, struct str topic)
{
    bool is = false;
    for (size_t i = 0; i < look->place->above_count; i++)
        if (speaks(look, look->place->above[i], topic, &is))
            break;
    return is;
}

/* At home a silent text speaks of the thing; elsewhere the paragraph above may have spoken of it. */
static bool is_of_topic(struct look *look, const struct thing *thing, bool home)
{
    struct str topic = thing->as.topic;
    bool is = false, quiet = thing->as.quiet_topic;
    if (topic.n == 0 || str_find(look->in[CLAIM_LABEL], topic) != SIZE_MAX)
        return true;
    struct str before = text_in(look, CLAIM_BEFORE);
    if (speaks(look, before, topic, &is) || (quiet && before.p > look->place->text.p &&
                                             speaks(look, before_of(look, TOPIC_MAX), topic, &is)))
        return is;
    bool in_heading = speaks(look, look->place->heading, topic, &is);
    if (is || (quiet && is_above(look, topic)))
        return true;
    return !in_heading &&
           (home || (quiet && str_find(text_in(look, CLAIM_SENTENCE), topic) != SIZE_MAX));
}

/* Behind the words that name a time, to the number, no other number but those of a date. */
static bool no_number_behind(struct str sentence, size_t from)
{
    for (size_t i = from; i < sentence.n; i++) {
        if (sentence.p[i] < '0' || sentence.p[i] > '9')
            continue;
        while (i < sentence.n && sentence.p[i] >= '0' && sentence.p[i] <= '9')
            i++;
        if (!words_starts(str_sub(sentence, i, sentence.n), "月 日"))
            return false;
    }
    return true;
}

/* "2023年,累计受理41件", "全年累计": what the year reported on brought, and no running total of several. */
static bool is_total_of_year(struct look *look)
{
    struct str sentence = text_in(look, CLAIM_SENTENCE);
    size_t at = str_find(sentence, STR("年"));
    bool year = at != SIZE_MAX && last_year(sentence) == look->place->year && look->place->year;
    if (!year && !words_has(sentence, "全年 本年 年内 当年 一年来"))
        return false;
    return words_has(look->in[CLAIM_LABEL], "累计") &&
           !words_has(sentence, "截至 截止 以来 至今 历年 历次 现有 自20 开通") &&
           no_number_behind(sentence, at == SIZE_MAX ? 0 : at);
}

static bool is_claim(struct look *look, const struct thing *thing)
{
    bool home = thing->as.home.n && str_eq(thing->as.home, look->place->section);
    bool total = look->place->quantity->cumulative && !thing->as.lasting;
    return (!total || is_total_of_year(look)) && is_of_year(look, thing) &&
           match_none(look, &look->set->unless) && is_of_topic(look, thing, home) &&
           (home || match_all(look, &thing->where)) && match_none(look, &thing->unless);
}

/* The things that the words allow. */
static void find_candidates(const struct look *look, struct candidates *c)
{
    const struct claim_set *set = look->set;
    *c = (struct candidates){ .word = { 0, 0 } };
    literal_scan(set->words, look->in[CLAIM_LABEL], on_word, &c->word);
    if (c->word.length) {
        literal_scan(set->words, look->in[CLAIM_LABEL], on_candidate, c);
        return;
    }
    struct last_word behind = { 0, 0 };
    literal_scan(set->words, look->in[CLAIM_TAIL], on_word, &behind);
    if (behind.length)
        memcpy(c->bits, set->wordless, sizeof c->bits);
}

/* The first bit that is set, from bit i on; THINGS_MAX for none. */
static size_t next_bit(const uint64_t bits[THINGS_MAX / 64], size_t i)
{
    for (; i < THINGS_MAX; i = (i / 64 + 1) * 64) {
        uint64_t rest = bits[i / 64] >> i % 64;
        if (rest)
            return i + (size_t)__builtin_ctzll(rest);
    }
    return THINGS_MAX;
}

int claim_find(const struct claim_set *set, const struct claim_place *place, size_t *out,
               struct error *err)
{
    const struct quantity *q = place->quantity;
    struct look look = { .set = set, .place = place, .err = err };
    struct candidates c;
    *out = SIZE_MAX;
    if (!(set->classes & 1u << q->class) || q->approximate || q->comparison)
        return ERR_OK;
    look.in[CLAIM_LABEL] = claim_label(place->text, q);
    look.in[CLAIM_TAIL] = str_sub(place->text, q->tail_at, q->tail_len);
    find_candidates(&look, &c);
    for (size_t i = 0; (i = next_bit(c.bits, i)) < THINGS_MAX && !look.code; i++) {
        const struct thing *thing = &set->things[i];
        if ((thing->as.not_classes & 1u << q->class) || !match_all(&look, &thing->fits))
            continue;
        if (is_claim(&look, thing))
            *out = i;
        break;
    }
    return look.code;
}
