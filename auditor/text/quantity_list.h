/*
 * quantity_list.h - how a list of parts is read (prefix quantity_; inside text only).
 *
 * A list of parts begins behind a cue (其中, 包括, a bracket ...) and goes on through quantities of the
 * same class. Some places where it may already be over are certain (a full stop, the bracket's end),
 * others only possible (a stronger mark, a clause with a verb of its own): each possible end is a
 * reading. The wholes that the cue may refer to are readings too.
 */
#ifndef AUDITOR_TEXT_QUANTITY_LIST_H
#define AUDITOR_TEXT_QUANTITY_LIST_H

#include "text/quantity_inner.h"

enum { QUANTITY_PARTS = 80, QUANTITY_WHOLES = 6 };

struct quantity_list {
    size_t parts[QUANTITY_PARTS];
    struct decimal sums[QUANTITY_PARTS + 1]; /* sums[k]: of the first k parts */
    bool may_end[QUANTITY_PARTS + 1];        /* the list may be over behind k parts */
    bool pause[QUANTITY_PARTS + 1];          /* no more than 、 stands behind k parts */
    size_t count, sure; /* sure: so many are certainly members, by their kind */
    size_t
        rest; /* so many up to one that names the rest of them, with no more than a comma between */
    size_t run; /* so many of one kind follow each other, with no more than a comma between */
    size_t
        alike; /* from behind so many on each is worded as the one before it: 财政信息2条,人事信息1条 */
    bool closed; /* the last part is a catch-all */
    bool named;  /* the whole names all of them */
    bool apart;  /* semicolons part all of its members, and no mark stands before the first */
    bool undone; /* it is what is left of a larger whole: 剩余1件未审结 */
    bool open;   /* 等, 主要: the list does not claim to be complete */
    bool each;   /* a member tells of how many the next one is: 22个乡镇各1个 */
    bool rough;
    bool spread; /* 分别: one value for each of several wholes */
    struct decimal
        beside; /* counted between the members in other units: 政府文件54条、常务会议18期 */
    bool mixed; /* items counted in 条 and parts in 件 or the like */
};

struct quantity_cue {
    size_t at, end;   /* the words; the parts are behind it */
    bool strong;      /* 其中: may stand far from its whole */
    bool open;        /* 主要包括 */
    bool bracket;     /* only a bracket, without a word */
    bool stage_named; /* 新收申请中, 办结的申请中 */
    bool announced;   /* 四个板块分别, 分为三类: a number says how many parts there are */
    bool view;        /* 按渠道分, 从内容看: the whole was divided before, in another way */
    struct str named; /* "有效申请中": the words that the whole is called by; else empty */
    bool direct;      /* in "在40件申请中,", or without any word: only the count before it */
    bool single;      /* no more than the one part */
    bool likely;      /* nothing but the places of the numbers says so */
    size_t alike;     /* so many members that end in one word, all there are; 0 for none */
    enum quantity_stage stage;
};

struct quantity_wholes {
    size_t items[QUANTITY_WHOLES];
    size_t count;
    bool direct; /* 其中 follows the first of them, with no more than a comma between */
    struct decimal came_in;  /* last year's cases, told beside the wholes; 0 for none */
    struct decimal together; /* the sum of all, or of what came in and what was carried in */
    bool has_together;
};

/* Collects the parts from item first on; whole is what they most likely are parts of. */
void quantity_collect(const struct quantity_reader *r, size_t first, size_t cue_end, size_t whole,
                      struct quantity_list *list);
/* The kind of parts that an item's words name and that nothing else is called by (自然人, 当面, 专职,
 * 予以公开, 维持): a bit, or 0 for other words. */
unsigned quantity_kind(const struct quantity_reader *r, size_t item);

/* A clause that begins like this states something new and is no member of the list before it. */
bool quantity_begins_anew(struct str label);
bool quantity_begins_with_verb(struct str label);
/* What applicants, channels and replies, parts that requests have, are parts of; STAGE_NONE for others. */
enum quantity_stage quantity_stage_of_kind(const struct quantity_reader *r, size_t item);
/* Whether a count is divided into parts of this kind as a matter of course, and is none of them itself. */
bool quantity_has_kind(const struct quantity_reader *r, size_t item, unsigned kind);
/* Whether members of its kind may go untold: 满意 and 不满意, and nothing of 基本满意. */
bool quantity_may_have_gaps(const struct quantity_reader *r, size_t item);
/* Whether an item is one of a list that no word makes the parts of anything: "城关镇120条,柳河镇86条". */
bool quantity_is_member(const struct quantity_reader *r, size_t item);
/* Last year's cases, which came in beside those of this year. */
bool quantity_came_over(const struct quantity_reader *r, size_t item);
/* Whether a count begins a group of its own: another stage, or another verb in a clause of its own. */
bool quantity_begins_group(const struct quantity_reader *r, size_t item, size_t before);
/* 42个, 118家: the unit does not tell what is counted. */
bool quantity_counts_anything(const struct quantity *q);
/* "信函申请39件、在线申请1件": some of what came in, a member of a list of channels or applicants. */
bool quantity_is_one_sort(const struct quantity_reader *r, size_t item);

/* "有效30张,无效8张": two that leave nothing over. */
bool quantity_is_pair(const struct quantity_reader *r, size_t a, size_t b);
/* Whether two items may be whole and part by their units. */
bool quantity_same_unit(const struct quantity_reader *r, size_t a, size_t b);

/* Why parts that are not the whole (relation) need not be wrong: the reason of an ambiguous statement, or NULL.
 * `sure` is the sum of those that are certainly its parts. */
const char *quantity_excuse(const struct quantity_reader *r, const struct quantity_list *list,
                            const struct quantity_wholes *w, size_t whole, int relation,
                            struct decimal sure);

/* Members that may share what they count: women and party members, what was opened and closed, what was published
 * here and there at the same time, who made it and in which form. */
bool quantity_overlaps(const struct quantity_reader *r, const struct quantity_list *list);

/* "人大建议和政协提案57件,人大建议32件,政协提案25件": members that the whole names, all there are; in a list, and behind the
 * whole without a word between. */
bool quantity_is_named_by(const struct quantity_reader *r, const struct quantity_list *list,
                          size_t whole, size_t cue_end);
bool quantity_find_names(const struct quantity_reader *r, size_t first, size_t from,
                         struct quantity_cue *cue);

/* Words that introduce a member of a list and are no part of its name. */
#define QUANTITY_LEADS                                                                                                       \
    "和 及 以及 与 另有 还有 其中 包括 包含 通过 透过 依托 利用 采用 采取 来自 属于 以 由 " \
    "一是 二是 三是 四是 五是 六是 :"

/* "资讯452条,景区类148条、节庆类52条、提示类252条": members right behind the count, all of which end in one word. */
size_t quantity_find_alike(const struct quantity_reader *r, size_t first, size_t from,
                           struct quantity_cue *cue);
/* Whether the words of a count say what was done: 发布, 受理. */
bool quantity_is_done(struct str label);

/* Whether parts miss their whole by a slip of one number. */
bool quantity_is_slip_of_any(const struct quantity_reader *r, const struct quantity_list *list,
                             size_t whole);

/* Whether one digit, left out, put in, changed or exchanged with its neighbour, makes the other number. */
bool quantity_is_slip(int64_t a, int64_t b);

/* Parts that miss their whole by a slip of one number, and by little or of a large one: that is no accident. Nor is
 * it one where the last of them is said to be the rest. */
bool quantity_is_slip_of(const struct quantity_reader *r, const struct quantity_list *list,
                         size_t whole);

/* Whether among whole and parts, or right behind them, stands a number of which no unit says what it counts:
 * "建议15件、提案19,其中主办22件". */
bool quantity_has_bare(const struct quantity_reader *r, const struct quantity_list *list,
                       size_t whole);

/* Notes where sentences end, which quantity_find_wholes() needs. */
void quantity_find_stops(struct quantity_reader *r);
/* What a cue before item first may refer to: quantities of its class, the nearest first. */
void quantity_find_wholes(const struct quantity_reader *r, const struct quantity_cue *cue,
                          size_t first, struct quantity_wholes *w);
/* Which stage of a request the parts are results of. */
enum quantity_stage quantity_stage_of_list(const struct quantity_reader *r,
                                           const struct quantity_list *list);
/* Drops those that the list cannot be parts of, and adds up those that it may be parts of together. */
void quantity_sift_wholes(const struct quantity_reader *r, const struct quantity_list *list,
                          struct quantity_wholes *w);

/* "28个村中按月更新的19个": how long the words up to 中 are that make an item some of the count right before it; 0 for none. */
size_t quantity_among(const struct quantity_reader *r, size_t item, size_t before);

/* Finds the words or the mark before item first that make it the first part of a list. */
bool quantity_find_cue(const struct quantity_reader *r, size_t first, struct quantity_cue *cue);

/* Whether the item is a total behind its parts ("A 12件、B 9件,共计21件"), and which parts. They are those
 * whose sum comes nearest to it; sums are not in order. */
bool quantity_find_total(const struct quantity_reader *r, size_t item, struct quantity_list *list);

/* Whether counts in other units before the parts make up what they fall short by: "来信37封,工单418件,合计455件". */
bool quantity_is_mixed_total(const struct quantity_reader *r, size_t item,
                             const struct quantity_list *list);

/* Whether the item tells by how much a count changed ("由62台增加到85台,新增23台"): the larger count is the whole of
 * the smaller one and the item. */
bool quantity_find_step(const struct quantity_reader *r, size_t item, size_t *whole,
                        struct quantity_list *list);

#endif /* AUDITOR_TEXT_QUANTITY_LIST_H */
