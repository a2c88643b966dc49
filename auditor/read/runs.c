/* runs.c - see runs.h. */
#include "read/runs.h"

#include <stdio.h>
#include <string.h>

#include "read/wrap_line.h"

enum {
    TEARS = 3,      /* that make a text one of torn runs */
    BRACKET = 120,  /* bytes within which a bracket is closed again */
    SENTENCE = 600, /* bytes in which running text has a mark */
    ARTICLE = 1500, /* bytes, in one line */
    ROW = 10,       /* parts of a line, at most, where rows of tables are lines */
    PARTS = 40,     /* of it: a table of requests alone has 200 */
    SENTENCES = 4   /* parts with one: a table has none */
};

static const char MARKS[] = "，。、；：！？）】》〉”’」』％‰…,;:!?)]}%.";
/* That no line ends with: more must follow. */
static const char WANTING[] = "自从從至到于於在将將把由和与與及以的是有共约約近达達为為第即、，,—";
static const char ENDS[] = "。！？；!?;";
static const char UNITS[] = "年月日号號时時点點分条條件篇次个個份人名宗项項期场場户戶家元万萬亿億余"
                            "餘多部类類批起例页頁册冊幅张張位"
                            "处處字种種天周倍级級届屆岁歲所座台辆輛组組轮輪封则則度";
/* What begins with the character of a unit, and is none. */
static const char *const LABELS[] = { "部分公", "部分不", "部门", "處理", "处理",  "名称",
                                      "名稱",   "日期",   "时间", "時間", "分享",  "分类",
                                      "分類",   "点击",   "點擊", "人民", "号码",  "处罚",
                                      "處罰",   "期限",   "条数", "件数", "项目数" };

/* The character of s that begins at byte i stands in the set. */
static bool is_in(const char *set, struct str s, size_t i)
{
    size_t end = i;
    if (i >= s.n)
        return false;
    str_next(s, &end);
    return str_find(str_of(set), str_sub(s, i, end - i)) != SIZE_MAX;
}

static size_t last_character(struct str s)
{
    size_t i = s.n;
    while (i > 0 && ((unsigned char)s.p[--i] & 0xC0U) == 0x80)
        continue;
    return i;
}

static bool is_figure(struct str line)
{
    bool digit = false;
    for (size_t i = 0; i < line.n; i++) {
        bool is = line.p[i] >= '0' && line.p[i] <= '9';
        digit |= is;
        if (!is && !strchr(".,-/", line.p[i]))
            return false;
    }
    return digit;
}

static bool is_year(struct str line)
{
    return line.n == 4 && is_figure(line) &&
           (str_starts(line, STR("20")) || str_starts(line, STR("19")));
}

static struct str next_line(struct str *rest)
{
    struct str line = STR("");
    str_split(rest, '\n', &line);
    return str_trim(line);
}

static bool clings(struct str line)
{
    return is_in(MARKS, line, 0) && !str_starts(line, STR("![")); /* a picture, in Markdown */
}

/* Whether what stands behind a figure may belong to it: its unit or a mark, not a label ("部分公开") that begins like one. */
static bool has_unit(struct str line)
{
    for (size_t i = 0; i < sizeof LABELS / sizeof *LABELS; i++)
        if (str_starts(line, str_of(LABELS[i])))
            return false;
    return is_in(UNITS, line, 0) || clings(line);
}

bool runs_any(struct str text)
{
    struct str before = STR("");
    unsigned tears = 0;
    while (text.n > 0 && tears < TEARS) {
        struct str line = next_line(&text);
        if (before.n > 0 && !wrap_in_table(line))
            tears += clings(line) || (is_figure(before) && has_unit(line));
        before = line;
    }
    return tears >= TEARS;
}

bool runs_in_few_lines(struct str text)
{
    size_t lines = 0, parts = 0, sentences = 0, bars = 0;
    if (text.n < ARTICLE || memchr(text.p, '\t', text.n))
        return false;
    for (struct str line; str_split(&text, '\n', &line); lines++)
        for (struct str part; str_split(&line, ' ', &part);) {
            parts += part.n > 0;
            sentences += str_has(part, "。");
            bars += str_eq_c(part, "|");
        }
    return parts >= PARTS + ROW * (lines - 1) && sentences >= SENTENCES && bars * 4 < parts;
}

void runs_part(struct strbuf *out, struct str line)
{
    for (struct str part; str_split(&line, ' ', &part);)
        if (part.n > 0) {
            strbuf_str(out, part);
            strbuf_char(out, '\n');
        }
}

/* The last bytes of s, whole characters. */
static struct str tail(struct str s, size_t n)
{
    size_t from = s.n > n ? s.n - n : 0;
    while (from < s.n && ((unsigned char)s.p[from] & 0xC0U) == 0x80)
        from++;
    return str_sub(s, from, s.n);
}

/* Near its end a bracket stands open. */
static bool is_open(struct str s)
{
    static const char *const pairs[] = { "（(", "）)", "《〈【「『“", "》〉】」』”" };
    int round = 0, other = 0;
    s = tail(s, BRACKET);
    for (size_t i = 0; i < s.n;) {
        size_t at = i;
        unsigned char lead = (unsigned char)s.p[at];
        str_next(s, &i);
        if (lead != '(' && lead != ')' && lead != 0xE2 && lead != 0xE3 && lead != 0xEF)
            continue; /* no bracket begins so: most characters, and every line asks */
        round += is_in(pairs[0], s, at);
        round -= is_in(pairs[1], s, at) && round > 0;
        other += is_in(pairs[2], s, at);
        other -= is_in(pairs[3], s, at) && other > 0;
    }
    return round > 0 || other > 0;
}

/* "一、", "（二）", "3.": the heading is to come. */
static bool is_number_alone(struct str s)
{
    static const char *const BEHIND[] = { "、", ".", "．", ")", "）" };
    enum { LONGEST = 12 };            /* bytes */
    static const char words[] = "总"; /* a number without any is not one */
    char line[LONGEST + sizeof words];
    if (s.n == 0 || s.n > LONGEST)
        return false;
    int n = snprintf(line, sizeof line, "%.*s%s", STR_ARG(s), words);
    for (size_t k = 0; k < sizeof BEHIND / sizeof *BEHIND; k++)
        if (str_ends(s, str_of(BEHIND[k])))
            return wrap_begins_item(str_sub(str_of(line), 0, (size_t)n));
    return false;
}

/* Text of sentences, be it their beginning: no heading, label or line of facts. */
static bool is_running(struct str s)
{
    s = tail(s, SENTENCE);
    return str_has(s, "，") || str_has(s, "。");
}

static bool ends_with_colon(struct str s)
{
    return str_ends(s, STR("：")) || str_ends(s, STR(":"));
}

static bool is_wanting(struct str s)
{
    return is_in(WANTING, s, last_character(s));
}

/* Whether a figure belongs to the words before it: not where it begins a paragraph ("2024年，") or an item ("1、"). */
static bool figure_goes_on(struct str paragraph, struct str figure, struct str behind)
{
    if (!has_unit(behind))
        return false;
    if (is_wanting(paragraph) || is_running(paragraph))
        return !is_in("、.．", behind, 0) || is_wanting(paragraph);
    bool year = is_year(figure) && str_starts(behind, STR("年"));
    return !wrap_begins_item(paragraph) && !is_in("、.．", behind, 0) &&
           (!year || ends_with_colon(paragraph));
}

/* A note to a label, or what announces a table. */
static bool ends_alone(struct str s)
{
    return str_ends(s, STR("）")) || str_ends(s, STR(")")) || str_ends(s, STR("表"));
}

bool runs_go_on(struct str paragraph, struct str line, struct str rest)
{
    struct str next = next_line(&rest);
    paragraph = str_trim(paragraph);
    if (next.n == 0 || wrap_in_table(next) || wrap_in_table(line) || wrap_has_figures(line))
        return false;
    if (clings(next))
        return true;
    if (is_figure(str_trim(line)))
        return has_unit(next);
    bool figure = is_figure(next);
    struct str behind = next_line(&rest);
    if (is_number_alone(paragraph))
        return !figure || has_unit(behind);
    if (is_open(paragraph))
        return !wrap_begins_item(next) && (!figure || has_unit(behind));
    if (is_in(ENDS, paragraph, last_character(paragraph)))
        return false;
    if (figure)
        return figure_goes_on(paragraph, next, behind);
    if (wrap_begins_item(next) || ends_with_colon(paragraph) || ends_alone(paragraph))
        return false;
    return is_running(paragraph) || is_wanting(paragraph);
}
