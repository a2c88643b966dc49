/* wording.c - a report's own running text; see wording.h. */
#include "recognise/wording.h"

#include "text/words.h"

enum { NAMES = 4 };

/* Where the place's name ends in the name of one of its bodies: behind 县 in "云溪县教育局"; 0 when it
 * is not to be told. */
static size_t place_end(struct str name)
{
    static const char *const ends[] = { "自治州", "自治县", "省", "市", "州", "盟",
                                        "县",     "区",     "旗", "镇", "乡", "街道" };
    size_t best = 0;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        struct str end = str_of(ends[i]);
        for (size_t at = 3; at + end.n <= name.n; at += 3)
            if (str_starts(str_sub(name, at, name.n), end) && at + end.n > best)
                best = at + end.n;
    }
    return best < name.n ? best : 0;
}

static void add_name(struct str *names, size_t *n, struct str name)
{
    enum { BYTES_MIN = 6 }; /* two characters: one is in too many words */
    if (name.n >= BYTES_MIN && *n < NAMES)
        names[(*n)++] = name;
}

/* The longest first: copy_add() takes the first that fits. */
static size_t names_of(struct str *names, struct str agency)
{
    struct str government = STR("人民政府");
    size_t n = 0;
    add_name(names, &n, agency);
    if (str_ends(agency, government)) {
        add_name(names, &n, str_sub(agency, 0, agency.n - government.n));
        return n;
    }
    size_t place = place_end(agency);
    if (place) {
        struct str body = str_sub(agency, place, agency.n);
        struct str where = str_sub(agency, 0, place);
        add_name(names, &n, body.n > where.n ? body : where);
        add_name(names, &n, body.n > where.n ? where : body);
    }
    return n;
}

static size_t sentence_end(struct str text, size_t from)
{
    static struct words ends = WORDS("。 ; ! ?");
    size_t at = words_skip(&ends, text, from);
    return at < text.n ? at + words_char((unsigned char)text.p[at]) : text.n;
}

/* Sentences that the law makes alike: on what the report rests, of what time it is, whom to ask. */
static bool required(struct str sentence)
{
    return words_has(
        sentence, "根据《 依据《 按照《 依照《 遵照《 统计期限 统计时限 联系电话 联系地址 邮政编码 "
                  "邮编: 信息公开年度报告由 电子版可在 如有疑问");
}

/* Behind the quotation that opens at `at`: the words of a law, a document or a speech, which are nobody's own. 0: it is
 * short, is never closed, or nothing before it says whose words they are. */
static size_t quotation_end(struct str text, size_t at)
{
    enum { SHORTEST = 16, LONGEST_BYTES = 3000, BEFORE_BYTES = 60 };
    struct str open = STR("“");
    struct str close = STR("”");
    size_t from = at > BEFORE_BYTES ? at - BEFORE_BYTES : 0;
    struct str rest = str_sub(text, at + open.n, LONGEST_BYTES);
    size_t end = str_find(rest, close);
    if (end > rest.n || str_chars(str_sub(rest, 0, end)) < SHORTEST ||
        !words_has(str_sub(text, from, at - from),
                   "》 规定 要求 指出 强调 明确 提出 条例 办法 意见 通知 第一条 款"))
        return 0;
    return at + open.n + end + close.n;
}

/* The first such quotation within [from, to): where it begins, `to` when there is none; *end is behind it. */
static size_t find_quotation(struct str text, size_t from, size_t to, size_t *end)
{
    struct str open = STR("“");
    for (size_t at = from; at < to; at += open.n) {
        size_t next = str_find(str_sub(text, at, to - at), open);
        if (next > to - at)
            break;
        at += next;
        *end = quotation_end(text, at);
        if (*end)
            return at;
    }
    return *end = to;
}

static void add_block(struct copy_text *out, const struct report *r, uint32_t block,
                      uint16_t section, const struct str *names, size_t name_count)
{
    const struct doc_block *b = &r->doc->blocks[block];
    struct str text = doc_block_text(r->doc, block);
    for (size_t from = 0, to; from < text.n; from = to) {
        size_t end = find_quotation(text, from, sentence_end(text, from), &to);
        struct str sentence = str_sub(text, from, end - from);
        if (!required(sentence))
            copy_add(out, sentence, b->text + (uint32_t)from, section, names, name_count);
        if (required(sentence) || to > end)
            copy_break(out);
    }
    copy_break(out);
}

void wording_of(struct copy_text *out, const struct report *r)
{
    struct str names[NAMES];
    size_t name_count = names_of(names, r->agency);
    if (r->kind != REPORT_ANNUAL)
        return;
    size_t heading = 0;
    for (size_t s = 0; s < r->section_count; s++)
        for (uint32_t b = r->sections[s].first_block; b < r->sections[s].end_block; b++) {
            while (heading < r->heading_count && r->headings[heading].block < b)
                heading++;
            bool head = heading < r->heading_count && r->headings[heading].block == b &&
                        r->headings[heading].standalone;
            if (!head && r->roles[b] == ROLE_BODY && !report_in_table(r, b))
                add_block(out, r, b, (uint16_t)s, names, name_count);
        }
}
