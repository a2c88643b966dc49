/* quantity_cue.c - the words that say: here come the parts; see quantity_list.h. */
#include "text/quantity_cue.h"

#include <string.h>

/* 新收申请中, 在办结的申请中: the words name the whole. */
static bool names_stage(struct str words, struct quantity_cue *cue)
{
    bool inside = words_ends(words, "中 当中 里") != 0;
    if (words_has(words, "本级 县区 部门 乡镇 街道 办公室 直属 下属") ||
        (inside &&
         words_has(words, "否决 不予公开 不同意公开 同意公开 部分公开 无法提供 不予处理")))
        return false; /* of some of them */
    bool results = words_has(words, "办理结果 处理结果 答复结果 答复情况 办理情况");
    if (inside && words_has(words, "新收 收到 受理 接收"))
        cue->stage = STAGE_RECEIVED;
    else if ((inside && words_has(words, "办结 答复 办理的 处理的")) || results)
        cue->stage = STAGE_HANDLED;
    else
        return false;
    return true;
}

/* Where the words before a label end: in front of the line on which it begins. */
size_t quantity_lead_end(const struct quantity_reader *r, size_t item)
{
    size_t at = r->out->items[item].label_at;
    while (at > 0 && r->text.p[at - 1] == '\n')
        at--;
    return at;
}

/* "其中税收执法公示又分为事前87条": one of the members before is divided. Returns how many bytes name it and say so. */
static size_t name_whole(struct str behind, struct quantity_cue *cue)
{
    static struct words divide = WORDS("又分为 又包括 又包含 又可分为 再分为 分为 又分 细分为");
    size_t n, at = behind.n > STR("公示分").n ? words_last_in(&divide, behind, &n) : SIZE_MAX;
    if (at == SIZE_MAX || at < STR("公示").n || at > STR("一二三四五六七八九十").n)
        return 0;
    cue->named = str_sub(behind, 0, at);
    return at + n;
}

/* Words that say: here come the parts. They stand in the gap before the first part. */
static bool find_word(const struct quantity_reader *r, struct str gap, struct quantity_cue *cue,
                      size_t base)
{
    static struct words among = WORDS("其中 当中");
    static struct words introduce = WORDS(
        "分别为 分别是 分别公开 分别发布 分为 主要包括 主要有 主要是 包括 包含 涵盖 ,含 (含 组成为 "
        "集中在 均属于 分属");
    size_t n = 0, at;
    if (quantity_point(r, POINT_CUE, base, base + gap.n) == base + gap.n)
        return false; /* no character of such a word */
    at = words_last_in(&among, gap, &n);
    cue->strong = at != SIZE_MAX;
    if (at == SIZE_MAX)
        at = words_last_in(&introduce, gap, &n);
    if (at == SIZE_MAX)
        return false;
    struct str before = str_sub(gap, 0, at), word = str_sub(gap, at, n);
    cue->view = !cue->strong && words_has(before, "按 从 依照");
    bool counted = words_ends(before, "内容") && quantity_between(r, base + at + n, base + gap.n) ==
                                                     BREAK_NONE; /* "内容涵盖公告12条、通知8条" */
    if (!cue->view && ((!counted && words_ends(before, "不 未 内容 主要内容 方式")) ||
                       (!cue->strong && words_has(before, "最多 最集中 最高 最大 居前 前三 前五"))))
        return false;
    struct str behind = str_sub(gap, at + n, gap.n);
    if (cue->strong && !cue->view)
        n += name_whole(behind, cue); /* the words behind the name introduce the parts, too */
    cue->at = base + at;
    if (words_starts(word, ", ("))
        cue->at += 1;
    cue->end = base + at + n;
    if (r->depth[cue->end - 1] > r->depth[base + gap.n])
        return false; /* "较上年(含结转)405件" */
    /* "微信和微博分别发布140条、650条": each of them, which may divide no count before */
    size_t clause = before.n;
    while (clause > 0 && !strchr(",:;(", before.p[clause - 1]) &&
           !str_ends(str_sub(before, 0, clause), STR("。")))
        clause--;
    cue->likely = words_starts(word, "分别") && !cue->view &&
                  words_has(str_sub(before, clause, before.n - clause), "、 和 与 及");
    cue->open = words_has(word, "主要 集中在") || words_has(behind, "主要 重点 部分") ||
                words_ends(before, "主要") != 0;
    return true;
}

/* Where the clause begins that ends at byte at, not before floor. */
static size_t clause_start(struct str text, size_t at, size_t floor)
{
    while (at > floor) {
        size_t n, p = at - 1;
        while (p > floor && ((unsigned char)text.p[p] & 0xC0) == 0x80)
            p--;
        if (quantity_mark(text, p, &n) != BREAK_NONE || text.p[p] == '\n')
            break;
        at = p;
    }
    return at;
}

/* "新收申请中,自然人14件" and the same in one clause. */
static bool find_stage(const struct quantity_reader *r, size_t first, size_t from,
                       struct quantity_cue *cue)
{
    size_t label_at = quantity_lead_end(r, first);
    size_t middle = str_find(quantity_label(r, first), STR("中"));
    cue->at = label_at;
    if (middle != SIZE_MAX && middle > 6 && middle < 40) {
        cue->end = r->out->items[first].label_at + middle + STR("中").n;
        if (names_stage(quantity_text(r, r->out->items[first].label_at, cue->end), cue))
            return true;
    }
    if (label_at <= from + 3 || !strchr(",:", r->text.p[label_at - 1]))
        return false;
    cue->at = clause_start(r->text, label_at - 1, from);
    cue->end = label_at;
    return names_stage(quantity_text(r, cue->at, label_at - 1), cue);
}

/* "从申请内容看,涉及征地的14件": the same whole seen in another way. */
static bool names_view(struct str words)
{
    static struct words leads =
        WORDS("从 按 按照 分渠道 分类别 分类型 分方式 分部门 分层级 分领域");
    size_t n, at = words_last_in(&leads, words, &n);
    bool divided = words_starts(words, "分") && words_ends(words, "看 来看 上看") &&
                   !words_has(words, "近年 历年 上年 去年 同期 两年 三年 五年");
    if (divided ||
        words_ends(words, "构成如下 分布如下 结构如下 分类如下 明细如下 分别如下 具体如下"))
        return true;
    if (words_starts(words, "依 就 以 所涉 涉及 申请人中 申请中 其他申请中"))
        at = 0;
    if (at == SIZE_MAX || (at > 0 && !words_starts(str_sub(words, at, words.n), "按 分")) ||
        words_has(words,
                  "近年 近两年 近三年 近几年 近五年 历年 往年 上年 去年 同期 总量 总体 总的 整体"))
        return false; /* "从总量看,全年作出许可决定653件" divides nothing */
    return words_ends(words,
                      "看 来看 上看 论 而论 分 区分 划分 分类 统计 来分 分析 来说 而言 而论 计 "
                      "中 构成 归类 方式 渠道 途径 来源 类型 类别 内容 主体 对象 领域 载体") != 0;
}

static bool find_view(const struct quantity_reader *r, size_t first, size_t from,
                      struct quantity_cue *cue)
{
    size_t label_at = quantity_lead_end(r, first);
    size_t inside = words_starts(
        quantity_label(r, first),
        "申请人中 申请方式中 申请渠道中 申请主体中 申请内容中 答复结果中 "
        "办理结果中 处理结果中 答复情况中 申请内容涉及 申请内容为 申请事项涉及 所涉内容为");
    cue->at = label_at;
    cue->end = r->out->items[first].label_at + inside;
    cue->strong = inside > 0;
    if (inside)
        return true;
    if (label_at <= from + 3 || !strchr(",:", r->text.p[label_at - 1]))
        return false;
    size_t at = clause_start(r->text, label_at - 1, from);
    struct str head = quantity_text(r, at, label_at - 1);
    bool is_head =
        r->text.p[label_at - 1] == ':' && quantity_kind(r, first) &&
        words_ends(head,
                   "渠道 途径 方式 来源 来源情况 渠道情况 途径情况 身份情况 来源方面 渠道方面 "
                   "方式方面 申请人方面 主体方面 申请主体 申请人情况");
    bool is_sorts = r->text.p[label_at - 1] == ':' && head.n <= STR("一二三四五六七八九十").n &&
                    words_ends(head, "分类 分类情况 类别 类型 构成") &&
                    !words_has(head, "前 居 位 主要 重点 最 其中 其他");
    bool is_aspect =
        words_starts(head, "内容方面 结果方面 类型方面 来源方面 渠道方面 内容上 来源上 "
                           "渠道上 类型上 申请内容 咨询内容 投诉对象 诉求类型 "
                           "内容分布 类型分布 类别分布 渠道分布 来源分布") == head.n &&
        head.n;
    if (!is_head && !is_sorts && !is_aspect && !names_view(head))
        return false;
    cue->stage_named = is_head; /* "受理渠道:网上6件": of what was received */
    cue->stage = is_head ? STAGE_RECEIVED : STAGE_NONE;
    cue->at = at;
    cue->end = label_at;
    cue->strong = true;
    return true;
}

/* Whether two counts before bear a name: whose parts follow is then not told. */
static bool names_two(const struct quantity_reader *r, size_t first, struct str name)
{
    enum { LOOK = 10 };
    size_t met = 0;
    for (size_t i = first, steps = 0; i-- > 0 && steps < LOOK && met < 2; steps++)
        met += quantity_same_unit(r, i, first) && str_find(quantity_label(r, i), name) != SIZE_MAX;
    return met > 1;
}

/* "村务公示里财务类165张": the same in one clause. */
static bool find_named_within(const struct quantity_reader *r, size_t first,
                              struct quantity_cue *cue)
{
    struct str label = quantity_label(r, first);
    const size_t least = STR("公示信息").n, most = STR("一二三四五六七八九十").n;
    size_t inside = label.n > least + STR("里").n ? str_find(label, STR("里")) : SIZE_MAX;
    if (inside == SIZE_MAX || inside < least || inside > most || inside + STR("里").n == label.n ||
        words_starts(str_sub(label, inside, label.n), "里程 里面 里外 里约"))
        return false;
    size_t lead = words_starts(label, "在 上述 所");
    cue->named = str_sub(label, lead, inside - lead);
    if (names_two(r, first, cue->named))
        return false;
    cue->at = r->out->items[first].label_at;
    cue->end = cue->at + inside + STR("里").n;
    return true;
}

/* "有效申请中,涉及征地的14件": the words of a count before it. */
static bool find_named(const struct quantity_reader *r, size_t first, size_t from,
                       struct quantity_cue *cue)
{
    size_t label_at = quantity_lead_end(r, first);
    if (first > 0 && label_at > from && find_named_within(r, first, cue))
        return true;
    if (first == 0 || label_at <= from + 3 || !strchr(",:", r->text.p[label_at - 1]))
        return false;
    size_t at = clause_start(r->text, label_at - 1, from);
    struct str name = quantity_text(r, at, label_at - 1);
    size_t end = words_ends(name, "当中 之中 中 里"), start = words_starts(name, "在 上述 所 其");
    const size_t each = STR("各乡镇").n;
    if (r->text.p[label_at - 1] == ':' && words_starts(name, "各") && name.n > each &&
        words_ends(name, "数为 数量为 量为 情况为 分别为 如下")) {
        start = STR("各").n; /* "乡镇公开4557条。各乡镇公开数量为:" */
        end = name.n - each;
    }
    if (end == 0 || start + end + STR("审结").n > name.n)
        return false;
    cue->named = str_sub(name, start, name.n - end - start);
    cue->at = at;
    cue->end = label_at;
    return true;
}

/* "154件中,答复类(予以公开、不予公开等)123件": every mark between stands in brackets. */
static bool is_in_brackets(const struct quantity_reader *r, size_t from, size_t to)
{
    bool bracket = false;
    for (size_t i = from, n; i < to; i += n) {
        enum quantity_break b = quantity_mark(r->text, i, &n);
        bracket = bracket || r->text.p[i] == ')';
        if (b != BREAK_NONE && r->depth[i] == r->depth[from])
            return false;
    }
    return bracket;
}

size_t quantity_among(const struct quantity_reader *r, size_t item, size_t before)
{
    struct str label = quantity_label(r, item);
    size_t inside = r->out->items[before + 1].label_at == quantity_end(&r->out->items[before])
                        ? str_find(label, STR("中"))
                        : SIZE_MAX;
    return inside != SIZE_MAX && inside <= 8 * STR("中").n &&
                   !words_starts(str_sub(label, inside, label.n),
                                 "中心 中学 中小 中央 中国 中共 中午 中旬 中层")
               ? inside + STR("中").n
               : 0;
}

/* "在40件申请中,自然人14件". */
static bool find_among(const struct quantity_reader *r, size_t first, size_t from,
                       struct quantity_cue *cue)
{
    size_t whole = first;
    while (whole > 0 && r->out->items[whole - 1].class == QUANTITY_TIME)
        whole--; /* "145条信息中,10个工作日内公开的125条" */
    if (whole == 0 || !quantity_same_unit(r, whole - 1, first))
        return false;
    size_t label_at = r->out->items[whole].label_at;
    from = quantity_end(&r->out->items[whole - 1]);
    size_t inside = quantity_among(r, first, whole - 1);
    if (inside) {
        cue->at = from;
        cue->end = from + inside;
        return true;
    }
    struct str tail = quantity_tail(r, whole - 1);
    size_t mark = from + tail.n;
    if (!words_ends(tail, "中 当中 里 里面 之内") || mark >= r->text.n ||
        !strchr(",:", r->text.p[mark]) ||
        (label_at != mark + 1 && !is_in_brackets(r, mark + 1, label_at)))
        return false;
    cue->at = mark;
    cue->end = mark + 1;
    return true;
}

/* "分为五类:A 12条、B 9条" and "四个板块分别公开12条、9条…": the number of the parts is no part. */
static bool find_announced(const struct quantity_reader *r, size_t first, struct quantity_cue *cue)
{
    if (first < 2)
        return false;
    const struct quantity *kinds = &r->out->items[first - 1];
    size_t from = quantity_end(&r->out->items[first - 2]), to = r->out->items[first].at;
    size_t end = quantity_end(kinds), mark = end + quantity_tail(r, first - 1).n;
    bool names = kinds->class == QUANTITY_KINDS || kinds->class == QUANTITY_UNITS ||
                 kinds->class == QUANTITY_MATTERS;
    if (!kinds->chinese || !names || quantity_between(r, end, to) > BREAK_COMMA ||
        words_has(quantity_text(r, from, kinds->at), "最多 最集中 最高 最大 居前"))
        return false;
    if (mark < to && r->text.p[mark] == ':') {
        if (!words_ends(quantity_text(r, from, kinds->at),
                        "分为 分成 包括 包含 涵盖 归纳为 概括为 划分为 "
                        "归为"))
            return false;
        cue->end = mark + 1;
    } else if (!words_has(quantity_text(r, end, to),
                          "分别公开 分别发布 分别为 分别是 分别有 分别达") ||
               !find_word(r, quantity_text(r, end, to), cue, end)) {
        return false;
    }
    cue->at = clause_start(r->text, kinds->at, from);
    cue->strong = cue->announced = true;
    return true;
}

/* What stands between the quantity before and the first part makes the list, or nothing does. */
bool quantity_find_cue(const struct quantity_reader *r, size_t first, struct quantity_cue *cue)
{
    size_t to = r->out->items[first].at;
    size_t from = first ? quantity_end(&r->out->items[first - 1]) : 0;
    *cue = (struct quantity_cue){ .at = from };
    if (first > 0 && quantity_end(&r->out->items[first - 1]) == to)
        return quantity_find_cue(r, first - 1, cue); /* "城市1206户1655人": of the persons, too */
    if (find_announced(r, first, cue))
        return true;
    if (find_word(r, quantity_text(r, from, to), cue, from)) {
        enum quantity_break before = quantity_between(r, from, cue->at);
        enum quantity_break behind = quantity_between(r, cue->end, to);
        if (!cue->strong && cue->open && behind == BREAK_COMMA &&
            !strchr(",:", r->text.p[cue->end]))
            return false; /* "理由主要是国家秘密,其他原因5件": what they are, not how many */
        return behind < BREAK_SEMICOLON &&
               (cue->strong || before <= (cue->view ? BREAK_SEMICOLON : BREAK_COMMA));
    }
    cue->stage_named = find_stage(r, first, from, cue);
    if (cue->stage_named)
        return true;
    cue->view = find_view(r, first, from, cue);
    if (cue->view)
        return true;
    cue->bracket = first > 0 && to > from && r->text.p[from] == '(' &&
                   r->out->items[first].label_at == from + 1 &&
                   quantity_find_bare(r, first, from, cue);
    if (cue->bracket)
        return true; /* "培训班14期(市级3期、县级11期)" */
    cue->direct =
        find_among(r, first, from, cue) || quantity_find_bare(r, first, from, cue) ||
        quantity_find_closed(r, first, from, cue) || quantity_find_names(r, first, from, cue) ||
        quantity_find_pair(r, first, from, cue) || quantity_find_mended(r, first, from, cue);
    if (cue->direct || find_named(r, first, from, cue) || quantity_find_mark(r, first, from, cue))
        return true;
    cue->alike = quantity_find_alike(r, first, from, cue);
    cue->direct = cue->likely = cue->alike || quantity_find_likely(r, first, from, cue);
    return cue->likely;
}
