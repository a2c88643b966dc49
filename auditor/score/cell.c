/* cell.c - see cell.h. */
#include "score/cell.h"

#include <stdlib.h>

#include "base/mem.h"
#include "score/points.h"

static bool parts_words(uint32_t c)
{
    return c <= ' ' || c == ',' || c == ';' || c == 0xFF0C || c == 0xFF1B || c == 0x3001 ||
           c == 0x3000 || c == 0xA0;
}

bool cell_word(struct str *rest, struct str *word)
{
    size_t from = 0;
    size_t i = 0;
    while (i < rest->n) {
        size_t at = i;
        if (!parts_words(str_next(*rest, &i)))
            continue;
        if (at > from) {
            *word = str_sub(*rest, from, at - from);
            *rest = str_sub(*rest, i, rest->n);
            return true;
        }
        from = i;
    }
    *word = str_sub(*rest, from, rest->n);
    *rest = str_sub(*rest, rest->n, 0);
    return word->n > 0;
}

/* The ASCII character that is meant; 0: none. */
static char plain(uint32_t c)
{
    static const struct {
        uint32_t c;
        char meant;
    } table[] = {
        { 0xFF1A, ':' }, { 0xFF1B, ';' }, { 0xFF0C, ',' },
        { 0xFF0D, '-' }, { 0x2013, '-' }, { 0x2014, '-' },
        { 0xFF5E, '-' }, { '~', '-' },    { 0x81F3, '-' }, /* 至 */
        { 0xFF0F, '/' }, { 0xFF0E, '.' }, { 0x3000, ' ' },
        { 0xA0, ' ' },   { 0x6BCF, '*' }, /* 每 */
    };
    if (c >= 0xFF10 && c <= 0xFF19)
        return (char)('0' + (c - 0xFF10));
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (table[i].c == c)
            return table[i].meant;
    return c > 0 && c < 0x80 ? (char)c : 0;
}

static void to_plain(struct strbuf *out, struct str text)
{
    for (size_t i = 0; i < text.n;) {
        size_t at = i;
        uint32_t c = str_next(text, &i);
        char meant = plain(c);
        if (meant)
            strbuf_char(out, meant);
        else if (c != 0x5929 && c != 0x65E5) /* 天 日 */
            strbuf_str(out, str_sub(text, at, i - at));
    }
}

static bool whole(struct str text, int64_t *out)
{
    text = str_trim(text);
    if (text.n == 0 || text.n > 6)
        return false;
    *out = 0;
    for (size_t i = 0; i < text.n; i++) {
        if (text.p[i] < '0' || text.p[i] > '9')
            return false;
        *out = *out * 10 + (text.p[i] - '0');
    }
    return true;
}

/* What stands before and behind the first `sep`; false: there is none. */
static bool cut(struct str text, char sep, struct str *before, struct str *behind)
{
    size_t at = str_find(text, (struct str){ &sep, 1 });
    *before = str_trim(str_sub(text, 0, at));
    *behind = at == SIZE_MAX ? str_of("") : str_trim(str_sub(text, at + 1, text.n));
    return at != SIZE_MAX;
}

/* "1-10:2" or "11-:*0.5"; *next is the day that follows, -1 when it is open. */
static bool read_step(struct str text, struct profile_step *out, int64_t *next)
{
    struct str days;
    struct str points;
    struct str from;
    struct str to;
    if (!cut(text, ':', &days, &points))
        return false;
    bool range = cut(days, '-', &from, &to);
    int64_t last = 0;
    if (!whole(from, &out->from) || (to.n && !whole(to, &last)))
        return false;
    *next = !range ? out->from + 1 : to.n ? last + 1 : -1;
    out->per_unit = points.n && points.p[0] == '*';
    return (*next < 0 || *next > out->from) &&
           points_parse(&out->points, str_sub(points, out->per_unit, points.n));
}

bool cell_steps(struct str text, struct profile_step **out, size_t *n)
{
    struct strbuf b = { 0 };
    struct str part;
    size_t cap = 0;
    int64_t next = 0; /* where the next step must begin; 0: it is the first */
    bool fine = true;
    *out = NULL;
    *n = 0;
    to_plain(&b, text);
    for (struct str rest = strbuf_view(&b); fine && str_split(&rest, ';', &part);) {
        struct profile_step step = { 0 };
        int64_t due = next;
        if (str_trim(part).n == 0)
            continue;
        fine = read_step(str_trim(part), &step, &next) && step.from > 0 &&
               (due == 0 || step.from == due);
        *out = mem_grow(*out, *n, &cap, sizeof **out);
        (*out)[(*n)++] = step;
    }
    fine = fine && *n > 0;
    if (!fine) {
        free(*out);
        *out = NULL;
        *n = 0;
    }
    strbuf_free(&b);
    return fine;
}

static bool is_word(struct str word, const char *zh, const char *zh_long, const char *en)
{
    return str_eq_c(word, zh) || str_eq_c(word, zh_long) || str_eq_nocase(word, en);
}

static bool read_weights(struct str text, struct profile_combine *out)
{
    struct str part;
    unsigned n = 0;
    int64_t sum = 0;
    while (str_split(&text, ':', &part)) {
        if (n == out->periods || !points_parse(&out->weights[n], part))
            return false;
        sum += out->weights[n++];
    }
    return n == out->periods && sum > 0;
}

static bool read_periods(struct str word, struct profile_combine *out)
{
    out->periods = is_word(word, "月", "月度", "monthly")           ? 12
                   : is_word(word, "季", "季度", "quarterly")       ? 4
                   : is_word(word, "半年", "半年度", "half-yearly") ? 2
                                                                    : 0;
    for (unsigned i = 0; i < out->periods; i++)
        out->weights[i] = 1;
    return out->periods > 0;
}

bool cell_combine(struct str text, struct profile_combine *out)
{
    struct strbuf b = { 0 };
    struct str word;
    *out = (struct profile_combine){ 0 };
    to_plain(&b, text);
    struct str rest = strbuf_view(&b);
    bool fine = cell_word(&rest, &word) && read_periods(word, out) && cell_word(&rest, &word);
    bool weighted = fine && is_word(word, "加权", "加权平均", "weights");
    out->sum = fine && is_word(word, "合计", "累计", "sum");
    fine = fine && (weighted || out->sum || is_word(word, "平均", "均值", "mean"));
    if (weighted)
        fine = cell_word(&rest, &word) && read_weights(word, out);
    if (fine && cell_word(&rest, &word))
        fine = word.p[0] == '/' && points_parse(&out->full, str_sub(word, 1, word.n)) &&
               out->full > 0 && !cell_word(&rest, &word);
    strbuf_free(&b);
    return fine;
}

bool cell_share(struct str text, int64_t points, int64_t *out)
{
    if (!str_ends(text, STR("%")))
        return points_parse(out, text);
    if (!points_parse(out, str_sub(text, 0, text.n - 1)) || *out > 100000)
        return false;
    *out = points * *out / 100000;
    return true;
}
