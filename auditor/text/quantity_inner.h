/*
 * quantity_inner.h - what the files of quantity.c share (prefix quantity_; inside text only).
 */
#ifndef AUDITOR_TEXT_QUANTITY_INNER_H
#define AUDITOR_TEXT_QUANTITY_INNER_H

#include "text/quantity.h"
#include "text/words.h"

/* How strongly two places of a text are separated: by the strongest mark between them. */
enum quantity_break { BREAK_NONE, BREAK_PAUSE, BREAK_COMMA, BREAK_SEMICOLON, BREAK_STOP };

/* Characters at which something may begin, by what it is. */
enum quantity_point {
    POINT_NUMBER,
    POINT_NAME,
    POINT_MARK,
    POINT_STOP,
    POINT_DELIMITER,
    POINT_CUE,
    POINT_NOTE,
    POINT_KINDS
};

/* A paragraph being read. `mask` has a byte for each byte of text: 1 where no number is read. */
struct quantity_reader {
    struct arena *arena;
    struct str text;
    uint64_t *points; /* for each kind of point_words numbers: a bit for each byte of text */
    size_t point_words;
    unsigned char *mask;
    unsigned char *depth; /* of brackets, at each byte */
    struct quantities *out;
    size_t item_cap, statement_cap, share_cap;
    size_t row_at;   /* where the next figure of a row begins; 0 for none */
    uint32_t *stops; /* marks that end a sentence, once they were asked for */
    size_t stop_count;
    size_t *share_of;      /* the last share that took an item for its part, +1; 0 for none */
    size_t *member_of;     /* statement that counted an item as part, +1; 0 for none */
    unsigned *kinds;       /* quantity_kind() of an item once it was asked for, +1 */
    unsigned char *stages; /* quantity_stage() of an item, likewise */
};

/* str_next() for the usual case: ASCII and Chinese. */
static inline uint32_t quantity_char(struct str s, size_t *i)
{
    const unsigned char *p = (const unsigned char *)s.p + *i;
    if (*p < 0x80) {
        *i += 1;
        return *p;
    }
    if (*p < 0xE0 || *p >= 0xF0 || s.n - *i < 3)
        return str_next(s, i);
    *i += 3;
    return (uint32_t)(p[0] & 0x0F) << 12 | (uint32_t)(p[1] & 0x3F) << 6 | (p[2] & 0x3F);
}

/* The length of the unit at the beginning of rest and its class; 0 and QUANTITY_BARE for none. */
size_t quantity_unit(struct str rest, enum quantity_class *class);

/* "1 203件": thousands set off by a blank, and the unit shows that it is one number. Adds the group to the number at byte at;
 * returns the length of its unit, or 0. */
size_t quantity_add_group(const struct quantity_reader *r, size_t at, struct numeral *n,
                          enum quantity_class *class);
/* "新收申请 件 54 45 -9": whether the number from at to end, its unit's length included, stands in a row of a table that lost
 * its grid; what stands above its columns is not known. Asked of one number after the other. */
bool quantity_in_row(struct quantity_reader *r, size_t at, size_t end, size_t unit);

/* The mark at byte at of the text and its length; BREAK_NONE with the length of the character. */
enum quantity_break quantity_mark(struct str text, size_t at, size_t *length);
enum quantity_break quantity_between(const struct quantity_reader *r, size_t from, size_t to);

/* The text of [from, to), empty when there is none. */
struct str quantity_text(const struct quantity_reader *r, size_t from, size_t to);

/* Notes the points of the text; whether a number may begin anywhere. */
bool quantity_find_points(struct quantity_reader *r);

/* The first point of a kind from byte i on; `end` for none before it. */
static inline size_t quantity_point(const struct quantity_reader *r, enum quantity_point kind,
                                    size_t i, size_t end)
{
    const uint64_t *bits = r->points + kind * r->point_words;
    if (i >= end)
        return end;
    uint64_t here = bits[i / 64] & UINT64_MAX << i % 64;
    for (i /= 64; !here && (i + 1) * 64 < end;)
        here = bits[++i];
    if (here)
        i = i * 64 + (size_t)__builtin_ctzll(here);
    return here && i < end ? i : end;
}

void quantity_mask(struct quantity_reader *r);
void quantity_scan(struct quantity_reader *r);
void quantity_find_statements(struct quantity_reader *r);
void quantity_find_shares(struct quantity_reader *r);

/* Notes that parts make the sum of a whole, or miss it; nothing says 等. */
void quantity_append_statement(struct quantity_reader *r, size_t whole, const size_t *parts,
                               size_t count, struct decimal sum, enum quantity_relation relation);

/* "公开1310条。具体如下:1.网站820条。2.公众号395条。3.公开栏95条。": notes whether numbered members make the count before. */
void quantity_find_numbered(struct quantity_reader *r);

/* "上年结转9件、新收126件、办结131件、结转下年40件": notes what came in and does not agree with what became of it. */
void quantity_find_balances(struct quantity_reader *r);

/* "增长26.1%" with the numbers that it was computed from. */
bool quantity_find_growth(const struct quantity_reader *r, size_t percent,
                          struct quantity_share *share);

/* "网络申请95件。占申请总量的76%": a clause that says nothing but a percentage goes on with the count before it, whatever mark
 * stands between. */
bool quantity_goes_on(const struct quantity_reader *r, size_t part, size_t percent);

/* "同比增长20%,由150万次增至180万次": the numbers stand behind. */
bool quantity_find_change_behind(const struct quantity_reader *r, size_t percent,
                                 struct quantity_share *share);

/* "由92%提高到97%,提高5个百分点" with the two rates; whether words end in what says that something grew: 1, or shrank: -1. */
bool quantity_find_rise(const struct quantity_reader *r, size_t item, struct quantity_share *share);
int quantity_turn(struct str words);

/* Notes a share; forgets those of a percentage that stand behind the first `known`; whether one of them says that
 * it is right. */
void quantity_append_share(struct quantity_reader *r, struct quantity_share share);
void quantity_drop_shares(struct quantity_reader *r, size_t known, size_t percent);
bool quantity_is_settled(const struct quantity_reader *r, size_t known, size_t percent);

/* "是上年787人次的3.3倍", "平均每期34.7人次", "月均11.3件" with the numbers that it was computed from. */
bool quantity_find_mean(const struct quantity_reader *r, size_t item, struct quantity_share *share);

/* How many percentages follow each other, from item first on, with nothing but marks between them. */
size_t quantity_row_length(const struct quantity_reader *r, size_t first);
/* "A 26件,占44.1%;B 5件,占8.5%;C 28件,占47.5%": percentages of what their parts add up to, which need not be said.
 * It is certain where all or all but one of them are right by this sum. */
void quantity_find_rows(struct quantity_reader *r);

/* "咨询类占62.5%,求助类占21.3%,其他占16.2%": percentages without counts, one of them of the rest. */
void quantity_find_hundreds(struct quantity_reader *r);

/* The part and the whole of a percentage, where no word but only their places tell them. A whole that it fits, in
 * this sentence or the two before it, is taken before all others. */
bool quantity_find_ratio(const struct quantity_reader *r, size_t percent,
                         struct quantity_share *share);

/* "检出不合格5批次,不合格率1.56%": the count whose words are those of the rate; *several where others may be meant with it. */
bool quantity_find_rated(const struct quantity_reader *r, size_t percent, size_t *part,
                         bool *several);
/* "质量98件、售后117件,合计占总数285件的75.4%": whether several counts before a percentage are meant, not the last; *found tells
 * whether they and what they are of are known. */
bool quantity_find_together(const struct quantity_reader *r, size_t percent,
                            struct quantity_share *share, bool *found);
/* "其他768条,校级平台(网站和门户)占18.6%": whether words with a bracket behind them stand between a count and a percentage. */
bool quantity_has_subject(const struct quantity_reader *r, size_t part, size_t percent);
/* Whether a rate names a matter, 举报, and a count another one. */
bool quantity_is_of_other_matter(const struct quantity_reader *r, size_t percent, size_t whole);

/* A count that can be whole or part: no percentage, money of time, bare number or zero word. */
bool quantity_counts(const struct quantity *q);
/* A number with no unit and nothing but a mark behind it: "提案19,". */
bool quantity_is_bare(const struct quantity_reader *r, size_t item);
/* 95件 of 97条: what is counted may change its unit on the way, where a percentage says so. */
bool quantity_changes_unit(const struct quantity_reader *r, size_t part, size_t whole);
/* a + b; false when it does not fit. */
bool quantity_add(struct decimal *a, struct decimal b);

static inline struct decimal quantity_value(const struct quantity_reader *r, size_t item)
{
    return r->out->items[item].value;
}

static inline const struct quantity *quantity_item(const struct quantity_reader *r, size_t i)
{
    return &r->out->items[i];
}

/* Whether no more than a comma stands between two items. */
bool quantity_adjoins(const struct quantity_reader *r, size_t a, size_t b);
/* Whether it counts something, and not roughly; what was rounded is judged as such. */
bool quantity_is_plain(const struct quantity *q);
struct str quantity_label(const struct quantity_reader *r, size_t item);
/* "院均584条", "月均": of each, no count of its own. */
bool quantity_is_mean(struct str label);
bool quantity_is_rest(const struct quantity_reader *r, size_t item); /* "其余37个" */
struct str quantity_tail(const struct quantity_reader *r, size_t item);
size_t quantity_end(const struct quantity *q);

/* Stages of a request that parts and wholes speak of. */
enum quantity_stage { STAGE_NONE, STAGE_RECEIVED, STAGE_HANDLED, STAGE_CARRIED };
enum quantity_stage quantity_stage(const struct quantity_reader *r, size_t item);

#endif /* AUDITOR_TEXT_QUANTITY_INNER_H */
