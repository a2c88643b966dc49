/*
 * quantity.h - quantities in running text, and what the text says about their relation
 * (prefix quantity_).
 *
 * Works on the normal text of one paragraph, from left to right and in linear time.
 *
 * Quantities   Every number that counts something: "1264条", "1.8万余人次", "46.20万元", "75.0%", and
 *              the words that say none ("未收到"). Numbers in names and places are passed over: dates,
 *              document numbers, articles of law, titles in 《》, short quotations, URLs, telephone and
 *              postal codes, versions, ordinals. A count knows its label (the words of its clause
 *              before it), its tail (those behind it) and whether the clause compares or accumulates.
 * Statements   A whole and its parts: "共T条,其中A a条、B b条", "T件(A a件、B b件)", "新收申请中,A a件…".
 *              Where the list of parts ends is not always certain, nor which of several counts is the
 *              whole: a reading in which the sum holds wins; without one, `relation` is wrong only if
 *              every reading is, else it is ambiguous.
 * Shares       A percentage with the part and the whole that it was computed from: "占总数的9.1%",
 *              "占比", "分别占a%、b%", "办结率"; and growth with its numbers: "较上年增加6件,增长26.1%",
 *              "较上年的4963条增长3.3%". Satisfaction and what refers to something outside of the text
 *              are none. Percentages without counts that name the rest make a hundred. Multiples and means with their numbers too: "是上年787人次的3.3倍", "平均每期34.7人次".
 *
 * Ownership    Everything is in the arena that was given; offsets are bytes of the text.
 * Errors       None: what is not understood is left out.
 */
#ifndef AUDITOR_TEXT_QUANTITY_H
#define AUDITOR_TEXT_QUANTITY_H

#include "base/arena.h"
#include "base/str.h"
#include "text/numeral.h"

/* What a unit counts. Quantities of one class may be parts of each other. */
enum quantity_class {
    QUANTITY_BARE,    /* no unit known */
    QUANTITY_ITEM,    /* 条 篇 则: items of information */
    QUANTITY_CASE,    /* 件 宗 起 例 */
    QUANTITY_COPY,    /* 份 册 本 张 幅 套 */
    QUANTITY_TIMES,   /* 次 场 期 轮 */
    QUANTITY_VISITS,  /* 人次 */
    QUANTITY_PERSONS, /* 人 名 位 */
    QUANTITY_UNITS,   /* 个 */
    QUANTITY_MATTERS, /* 项 */
    QUANTITY_HOUSES,  /* 家 户 所 处 */
    QUANTITY_KINDS,   /* 种 类 大类 */
    QUANTITY_MONEY,   /* 元, 万元 and 亿元 applied to the value */
    QUANTITY_TIME,    /* 天 个工作日 小时 年 */
    QUANTITY_POINTS,  /* 个百分点 分 */
    QUANTITY_PERCENT,
    QUANTITY_ZERO, /* a word that says none; value 0, no unit */
    QUANTITY_OTHER /* any other measure */
};

struct quantity {
    uint32_t at, len;           /* the number with its unit */
    uint32_t unit_at, unit_len; /* "" for QUANTITY_BARE and QUANTITY_ZERO */
    uint32_t label_at, label_len;
    uint32_t tail_at, tail_len;
    struct decimal value;
    struct decimal
        step; /* what the last digit is worth, of a number with decimals: 1000 in 31.4万 */
    enum quantity_class class;
    uint16_t year;    /* named in its clause, 0 if none */
    uint8_t decimals; /* as written */
    bool approximate; /* 余, 近, 约, a range, or rounded to 万 with decimals */
    bool rounded;     /* approximate for no other reason than its decimals */
    bool chinese;     /* written in Chinese numerals */
    bool comparison;  /* 较上年, 同比, 增加: a difference, or a value of another year */
    bool cumulative;  /* 累计, 截至, 历年 */
};

enum quantity_relation {
    QUANTITY_HOLDS,     /* the parts make the whole; or one part within it */
    QUANTITY_OVER,      /* they exceed it */
    QUANTITY_SHORT,     /* they fall short, and a catch-all member closes the list */
    QUANTITY_OPEN,      /* they fall short, and nothing says that the list is complete */
    QUANTITY_AMBIGUOUS, /* another reading of whole or list is possible; see reason */
};

struct quantity_statement {
    uint32_t at, len; /* from the whole to its last part */
    size_t whole;     /* index into items */
    size_t *parts;
    size_t part_count;
    size_t
        left; /* counts with the whole: requests that went on, beside those handled; 0 for none */
    struct decimal sum;
    enum quantity_relation relation;
    bool closed; /* the last member is a catch-all, and nothing says 等 or 主要 */
    const char *
        reason; /* ambiguous: "two-wholes", "list-end", "approximate", "units", "overlap"; else NULL */
};

enum quantity_of {
    QUANTITY_SHARE,   /* part of whole */
    QUANTITY_GROWTH,  /* part is the difference, whole what it grew or shrank to */
    QUANTITY_CHANGE,  /* part is what it became, whole what it was */
    QUANTITY_OF_LIST, /* part of what the members of a list add up to; whole is another member */
    QUANTITY_MEAN,    /* no percentage but a multiple or a mean: part divided by whole */
    QUANTITY_REST, /* what part leaves over of whole: a rate of 合格 where 不合格 are counted */
    QUANTITY_TOGETHER, /* several counts of whole; total is what they make, part the last of them */
    QUANTITY_RISE,   /* no percentage but percentage points: from the rate whole to the rate part */
    QUANTITY_HUNDRED /* no counts: the percentages from part to whole, which make a hundred */
};

struct quantity_share {
    size_t percent, part, whole; /* indexes into items */
    bool ambiguous; /* another whole could be meant, or something else than this part is counted */
    enum quantity_of of;
    bool down; /* it shrank */
    struct decimal
        total; /* of the list; of a mean what divides it, where no number tells; of a hundred what
                * they make; 0 otherwise */
};

struct quantities {
    struct str text;        /* that they were read from; not copied */
    struct quantity *items; /* in reading order */
    size_t count;
    struct quantity_statement *statements;
    size_t statement_count;
    struct quantity_share *shares;
    size_t share_count;
};

/* Everything that text, normal text of one paragraph, says in numbers. */
void quantity_read(struct arena *arena, struct str text, struct quantities *out);

/* How a stated percentage stands to its part and whole (R26): at the decimals stated it is 0: right,
 * 1: cut or adjusted by less than one unit of the last decimal, 2: wrong; -1: not computable.
 * *right gets the percentage rounded half up at these decimals (not written for -1). */
int quantity_judge_share(const struct quantity *percent, const struct quantity *part,
                         const struct quantity *whole, struct decimal *right);

/* The same of a share or a growth that was found; of a hundred *right gets what the percentages make. */
int quantity_judge(const struct quantities *all, const struct quantity_share *share,
                   struct decimal *right);
/* What is divided by what, as people write it: "26 / 120", "6 / (29 - 6)", "(5128 - 4963) / 4963"; of a hundred what is
 * added up. */
void quantity_print_share(struct strbuf *out, const struct quantities *all,
                          const struct quantity_share *share);

const char *quantity_class_name(enum quantity_class class);          /* "item", "case" ... */
const char *quantity_relation_name(enum quantity_relation relation); /* "holds" ... */

#endif /* AUDITOR_TEXT_QUANTITY_H */
