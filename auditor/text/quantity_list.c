/* quantity_list.c - the parts of a whole, and where their list may end; see quantity_list.h. */
#include "text/quantity_list.h"

#include <string.h>

enum { WALK_MAX = 200, APART = 18 /* bytes between which a mark is missing */ };

static bool is_text_class(enum quantity_class c)
{
    return c == QUANTITY_ITEM || c == QUANTITY_CASE || c == QUANTITY_COPY;
}

static bool same_class(const struct quantity *a, const struct quantity *b)
{
    return a->class == b->class || (is_text_class(a->class) && is_text_class(b->class));
}

/* 项, 个, 家 count anything: only with the very same unit. */
bool quantity_same_unit(const struct quantity_reader *r, size_t a, size_t b)
{
    const struct quantity *x = &r->out->items[a], *y = &r->out->items[b];
    if (!same_class(x, y))
        return false;
    if (x->class == QUANTITY_HOUSES || x->class == QUANTITY_OTHER || x->class == QUANTITY_TIMES)
        return str_eq(str_sub(r->text, x->unit_at, x->unit_len),
                      str_sub(r->text, y->unit_at, y->unit_len));
    return true;
}

/* The label without the words that introduce the list. */
static struct str own_label(const struct quantity_reader *r, size_t item, size_t cue_end)
{
    struct str label = quantity_label(r, item);
    size_t at = r->out->items[item].label_at;
    if (at < cue_end && cue_end <= r->out->items[item].at)
        label = quantity_text(r, cue_end, r->out->items[item].at);
    for (size_t n;
         (n = words_starts(
              label, "和 及 以及 与 另有 还有 : 通过 公开 发布 属于 包括 一是 二是 三是 四是 五是 "
                     "六是 是 透过 依托 利用 涉及 采用 在 以 由 经 于 为")) != 0;)
        label = str_sub(label, n, label.n);
    return label;
}

static bool is_catch_all(const struct quantity_reader *r, size_t item, size_t cue_end)
{
    struct str label = own_label(r, item, cue_end);
    struct str tail = quantity_tail(r, item);
    if (words_starts(label, "其他处理 其他法律 其它处理 其他法规 其他行政机关"))
        return false;
    return words_starts(label, "其他 其它 其余 剩余 余下 剩下") ||
           (label.n == 0 && words_starts(tail, "其他 其它 其余"));
}

/* "其他", "其他类信息": the rest, wherever it stands; "其他文件" may be one member among others. */
static bool is_rest_of_all(const struct quantity_reader *r, size_t item, size_t cue_end)
{
    struct str label = own_label(r, item, cue_end);
    label = str_sub(label, words_starts(label, "其他 其它 其余 剩余 余下 剩下"), label.n);
    label = str_sub(label, 0, label.n - words_ends(label, "有 为 共"));
    return words_starts(label, "类信息 类政府信息 类 各类政府信息 各类信息 各类 信息 政府信息 "
                               "方面信息 方面 方式 渠道 "
                               "内容 情形 的 部分 ”") == label.n;
}

/* "剩余500条": what is left of the whole. */
static bool is_rest(const struct quantity_reader *r, size_t item)
{
    return words_starts(own_label(r, item, 0), "其余 剩余 余下 剩下") != 0;
}

/* "...等83条": the member gathers what was not named. */
static bool is_and_so_on(const struct quantity_reader *r, size_t item, size_t cue_end)
{
    struct str label = own_label(r, item, cue_end);
    size_t at = str_find(label, STR("等"));
    if (at == SIZE_MAX || at == 0)
        return false;
    struct str rest = str_sub(label, at + STR("等").n, label.n);
    bool reason = words_starts(label, "因 由于") || words_starts(rest, "原因 理由 事由 因素");
    return !reason && !words_starts(rest, "级 候 待 次 距 同") && rest.n <= 30;
}

/* Quantities that stand in a list without being counted in it. */
static bool is_aside(const struct quantity_reader *r, size_t item, uint16_t year,
                     const struct quantity *beside)
{
    const struct quantity *q = &r->out->items[item];
    bool one = q->chinese && q->value.value == 1 && beside->chinese; /* 公开四件、部分公开一件 */
    if (q->comparison || q->cumulative || (!quantity_counts(q) && !one))
        return true;
    uint16_t of_list = year ? year : beside->year;
    if (q->year && of_list && q->year != of_list)
        return true;
    return words_has(quantity_label(r, item),
                     "不含 不包括 除外 除了 平均 单篇 最高 最低 最多 最少 每 月均 日均 年均 人均");
}

static bool says_open(const struct quantity_reader *r, size_t item)
{
    size_t end = quantity_end(&r->out->items[item]);
    return words_starts(str_sub(r->text, end, r->text.n), "等") != 0 ||
           words_ends(quantity_tail(r, item), "等") != 0;
}

/* A second 其中 between members, not in a bracket: what follows belongs to the member before it. */
static bool nests(const struct quantity_reader *r, size_t from, size_t to, unsigned char depth)
{
    for (size_t i = from; i < to; i++)
        if ((unsigned char)r->text.p[i] >= 0xE3 && r->depth[i] == depth &&
            (words_starts(quantity_text(r, i, to), "其中 包括 包含 分别 分属") ||
             (i > from && r->text.p[i - 1] == ',' && words_starts(quantity_text(r, i, to), "含"))))
            return true;
    return false;
}

static bool take_part(const struct quantity_reader *r, struct quantity_list *list, size_t item)
{
    const struct quantity *q = &r->out->items[item];
    if (list->count == QUANTITY_PARTS)
        return false;
    struct decimal sum = list->sums[list->count];
    if (!quantity_add(&sum, q->value))
        return false;
    list->parts[list->count++] = item;
    list->sums[list->count] = sum;
    list->may_end[list->count] = false;
    list->rough = list->rough || (q->approximate && !q->rounded);
    return true;
}

/* The state of walking through a list. */
struct walk {
    unsigned char depth;
    enum quantity_break usual; /* the strongest mark inside of the list so far */
    uint16_t year;
    bool verbs;   /* the first member begins with a verb */
    bool bracket; /* the list begins with one, and ends there */
    size_t and_so_on;
    size_t other; /* so many members stood up to the last catch-all that only closes a list's end */
    size_t plain; /* so many members stood up to the last that is called no more than 其他 */
    size_t loose; /* behind so many members a comma follows on the marks 、 */
    enum quantity_break before; /* the mark before the last member */
    bool commas;                /* no stronger mark stands between members */
    bool sentences;             /* a full stop stands between members */
    bool apart[3]; /* a semicolon or more stands behind the first and the second part */
};

/* Skips what belongs to the last member (behind a second 其中): up to a mark that separates members.
 * Returns the next item of the list, or the count of items. */
static size_t skip_nested(const struct quantity_reader *r, struct quantity_list *list,
                          struct walk *w, size_t i, size_t from)
{
    const struct quantities *out = r->out;
    if (w->usual < BREAK_COMMA)
        return out->count;
    for (size_t end = i + WALK_MAX; i < out->count && i < end; i++) {
        enum quantity_break b = quantity_between(r, from, out->items[i].at);
        if (b == BREAK_STOP || r->depth[out->items[i].at] < w->depth)
            return out->count;
        if (b >= BREAK_SEMICOLON && b >= w->usual && !nests(r, from, out->items[i].at, w->depth))
            return i;
        from = quantity_end(&out->items[i]);
    }
    list->open = true;
    return out->count;
}

/* "动态12条、通知30条,共发布42条;专题18条": the members so far, added up; the list may go on behind it. */
static bool is_subtotal(const struct quantity_reader *r, const struct quantity_list *list,
                        size_t item)
{
    struct str label = quantity_label(r, item);
    return list->count > 1 &&
           (words_starts(label, "共 合计 小计 总计 累计") || words_ends(label, "合计 共计 共")) &&
           decimal_cmp(list->sums[list->count], r->out->items[item].value) == 0;
}

/* 篇 and 件 may be parts of each other, but a list that goes on in the one does not end in the other. */
static bool unit_like(const struct quantity_reader *r, size_t a, size_t b)
{
    const struct quantity *x = &r->out->items[a], *y = &r->out->items[b];
    return str_eq(str_sub(r->text, x->unit_at, x->unit_len),
                  str_sub(r->text, y->unit_at, y->unit_len)) ||
           x->class == y->class;
}

/* "复议后起诉9件;审结案件中,维持10件": what was counted is divided once more. */
static bool divides_anew(const struct quantity_reader *r, size_t item)
{
    size_t at = r->out->items[item].label_at;
    if (words_has(quantity_label(r, item), "办件中 结件中 复件中 理件中"))
        return true; /* "主办71件、协办25件,主办件中A类52件" */
    while (at > 0 && r->text.p[at - 1] == '\n')
        at--;
    return at > 0 && strchr(",:", r->text.p[at - 1]) &&
           words_ends(quantity_text(r, 0, at - 1), "件中 请中 当中 信息中 事项中 解读中") != 0;
}

/* Whether the list may, or must, be over before the item that is separated by b. */
static bool is_over(const struct quantity_reader *r, struct quantity_list *list, struct walk *w,
                    size_t item, enum quantity_break b, bool *may)
{
    struct str label = quantity_label(r, item);
    *may = false;
    if (b == BREAK_STOP)
        return !w->sentences;
    if (b >= BREAK_COMMA && divides_anew(r, item))
        return true;
    if (((b >= BREAK_SEMICOLON && words_starts(label, "行政诉讼 行政复议")) ||
         (list->count > 1 && words_starts(label, "复议后 经复议 提起诉讼 提起行政诉讼"))) &&
        !words_has(quantity_label(r, list->parts[0]), "诉讼 复议"))
        return true;
    unsigned kind = quantity_kind(r, item);
    bool same_kind = kind && kind == quantity_kind(r, list->parts[0]);
    if (b >= BREAK_COMMA && quantity_begins_anew(label) && !same_kind)
        return true;
    if (b >= BREAK_COMMA && list->count > 1 && !list->mixed &&
        !unit_like(r, item, list->parts[0])) {
        list->open = list->open || w->other == list->count;
        return true;
    }
    bool rest = is_rest(r, item) || (b == BREAK_COMMA && is_catch_all(r, item, 0) &&
                                     is_rest_of_all(r, item, 0)); /* "A 79条、B 39条,其他195条" */
    if (list->count > 1 && b > w->usual && (list->closed || !rest)) {
        *may = true;
        w->loose = b == BREAK_COMMA && !list->closed ? list->count : 0;
        /* "维持2件、其他结果1件,尚未审结1件": one more of the kind behind a comma may belong to it */
        if (list->closed && !(b == BREAK_COMMA && same_kind)) {
            /* "规章11条、其他文件102条;建议1条": 其他文件 may be one member among others */
            list->open =
                list->open || (w->other == list->count && !quantity_begins_with_verb(label));
            return true;
        }
    }
    bool money = r->out->items[item].class == QUANTITY_MONEY; /* spent on what the verb says */
    if (b >= BREAK_COMMA && quantity_begins_with_verb(label) && !w->verbs && !money &&
        !w->bracket) {
        *may = true;
        w->loose = 0;
    }
    if (b >= BREAK_COMMA && list->closed && !w->other && !is_catch_all(r, item, 0))
        *may = true;
    return false;
}

/* How many bytes two texts end in alike. */
static size_t same_end(struct str a, struct str b)
{
    size_t n = 0;
    while (n < a.n && n < b.n && a.p[a.n - 1 - n] == b.p[b.n - 1 - n])
        n++;
    return n;
}

/* "财政信息2条,人事信息1条", "公开指南1条,公开年报1条": two words that both begin or end with. */
static bool is_worded_alike(const struct quantity_reader *r, size_t a, size_t b)
{
    struct str x = quantity_label(r, a), y = quantity_label(r, b);
    const size_t two = STR("信息").n;
    return x.n >= two && y.n >= two &&
           (str_eq(str_sub(x, 0, two), str_sub(y, 0, two)) || same_end(x, y) >= two);
}

static void note_member(const struct quantity_reader *r, struct quantity_list *list, struct walk *w,
                        size_t item, size_t cue_end, enum quantity_break b)
{
    bool other = is_catch_all(r, item, cue_end);
    if (is_and_so_on(r, item, cue_end))
        w->and_so_on++;
    size_t at = r->out->items[item].at, label = r->out->items[item].label_at;
    unsigned kind = quantity_kind(r, item);
    if (other && (w->other || !list->closed))
        w->other = kind || is_rest_of_all(r, item, cue_end) ? 0 : list->count;
    list->closed = list->closed || other;
    w->commas = w->commas && b <= BREAK_COMMA;
    bool in_step = w->commas || (b == BREAK_SEMICOLON && b == w->before);
    w->before = b;
    if (other && in_step && is_rest_of_all(r, item, cue_end))
        list->rest = list->count;
    bool plain = other && own_label(r, item, cue_end).n <= STR("其他申请").n;
    if (plain || (kind && kind == quantity_kind(r, list->parts[0])))
        list->sure = list->count;
    bool next = list->run + 1 == list->count ||
                (list->run + 2 == list->count && w->plain + 1 == list->count);
    if (kind && kind == quantity_kind(r, list->parts[0]) && next &&
        (list->run == 0 || b <= BREAK_COMMA))
        list->run = list->count; /* "维持4件,纠正2件,其他2件,未审结1件" */
    w->plain = plain ? list->count : w->plain;
    if (list->count == 1 || !is_worded_alike(r, list->parts[list->count - 2], item))
        list->alike = list->count;
    if (list->count == 1)
        w->verbs = quantity_begins_with_verb(
            quantity_text(r, cue_end > label && cue_end <= at ? cue_end : label, at));
}

/* 属实 and 不属实, 答复类 and 非答复类: one is what the other is not. */
bool quantity_is_opposite(struct str a, struct str b)
{
    size_t no = words_starts(b, "不 未 非");
    return no && a.n >= STR("属实").n && a.n + no == b.n && str_eq(str_sub(b, no, b.n - no), a);
}

/* Members that leave nothing over: adopted and not adopted, persons and bodies. */
static bool is_complete(const struct quantity_reader *r, const struct quantity_list *list,
                        size_t cue_end)
{
    static struct words pairs[][2] = {
        { WORDS("采纳 予以采纳 已采纳 吸收采纳"), WORDS("未采纳 不采纳 不予采纳 未予采纳") },
        { WORDS("自然人 公民"), WORDS("法人") },
        { WORDS("满意 非常满意 很满意"), WORDS("不满意") },
        { WORDS("线上"), WORDS("线下") },
        { WORDS("上半年"), WORDS("下半年") },
        { WORDS("一季度 第一季度"), WORDS("四季度 第四季度") },
        { WORDS("原创"), WORDS("转载 转发") },
        { WORDS("主办"), WORDS("协办 会办 分办") },
        { WORDS("合格"), WORDS("不合格") },
        { WORDS("通过"), WORDS("未通过 不通过") },
        { WORDS("有效"), WORDS("无效") },
        { WORDS("已办结 办结"), WORDS("未办结 正在办理 在办 仍在办理") },
        { WORDS("已整改 整改完成"), WORDS("正在整改 未整改") },
        { WORDS("主动公开"), WORDS("不予公开 不公开") },
    };
    for (size_t p = 0; p < sizeof pairs / sizeof *pairs; p++) {
        size_t met = 0;
        for (size_t k = 0; k < list->count; k++) {
            struct str label = own_label(r, list->parts[k], cue_end);
            met |= words_start_of(&pairs[p][0], label) ? 1 : 0;
            met |= words_start_of(&pairs[p][1], label) ? 2 : 0;
        }
        if (met == 3)
            return true;
    }
    return list->count == 2 && quantity_is_opposite(own_label(r, list->parts[0], cue_end),
                                                    own_label(r, list->parts[1], cue_end));
}

/* "政策类发布信息30条;其他发布信息20条": the members repeat words that the whole does not end in. */
static bool is_refrain(const struct quantity_reader *r, const struct quantity_list *list,
                       size_t whole)
{
    struct str first = quantity_label(r, list->parts[0]), of_whole = quantity_label(r, whole);
    size_t words = first.n, least = STR("发布信息").n;
    for (size_t k = 1; k < list->count; k++) {
        size_t n = same_end(first, quantity_label(r, list->parts[k]));
        words = n < words ? n : words;
    }
    return words >= least && same_end(first, of_whole) < least;
}

/* "252条,占总数的9.1%": what a member is told to be of the whole. */
static bool tells_share(const struct quantity_reader *r, size_t item)
{
    size_t end = quantity_end(&r->out->items[item]);
    struct str behind = str_sub(r->text, end, STR("(约占总").n);
    if (behind.n > 0 && strchr(",(", behind.p[0]))
        behind = str_sub(behind, 1, behind.n);
    return words_starts(behind, "占总 约占总 占全部 占全年 占公开总 占信息总 占比") != 0;
}

/* What is known of a list once it was read to its end. */
static void finish(const struct quantity_reader *r, struct quantity_list *list,
                   const struct walk *w, size_t cue_end, size_t whole)
{
    if (list->count == 0)
        return;
    list->spread = words_has(quantity_label(r, list->parts[0]), "分别");
    list->may_end[list->count] = true;
    /* "复议6件,其中维持4件;诉讼5件": a list of semicolons begins with a mark, or is closed, or names one kind */
    size_t word = STR("其中").n;
    bool announced =
        cue_end < r->text.n &&
        (strchr(",:", r->text.p[cue_end]) || (cue_end > 0 && r->text.p[cue_end - 1] == ':') ||
         (cue_end > word && r->text.p[cue_end - word - 1] == ':'));
    if (list->count > 1 && w->apart[1] && !announced && !is_rest(r, list->parts[1]) &&
        !is_refrain(r, list, whole) &&
        !(tells_share(r, list->parts[0]) && tells_share(r, list->parts[1])) &&
        (list->count == 2 || !w->apart[2] || (!list->closed && list->sure < 2)))
        list->may_end[1] = true;
    size_t last = list->parts[list->count - 1];
    if (w->loose && w->loose + 3 <= list->count)
        list->may_end[w->loose] = false; /* "A 14条、B 9条,C 8条、D 5条,E 2条": marks at random */
    if (w->other && w->other < list->count)
        list->closed = false;
    if (w->and_so_on == 1 && list->count > 1 && is_and_so_on(r, last, cue_end))
        list->closed = true;
    list->closed = list->closed || is_complete(r, list, cue_end);
    list->open = list->open || says_open(r, last);
    list->undone =
        is_rest(r, last) && words_starts(quantity_tail(r, last),
                                         "未 尚未 正在 仍 待 将 结转 转入 按规定 在办 在审") != 0;
}

/* "其中:水源地公告20期。出厂水公告36期。": the next sentence is worded as the last member. */
static bool goes_on(const struct quantity_reader *r, const struct quantity_list *list, size_t item)
{
    const struct quantity *q = &r->out->items[item];
    size_t last = list->parts[list->count - 1];
    return quantity_same_unit(r, last, item) && !words_has(quantity_label(r, item), "共 累计") &&
           !words_starts(quantity_text(r, quantity_end(q), r->text.n),
                         ",其中 ,包括 。其中 (其中") &&
           quantity_between(r, quantity_end(&r->out->items[last]), q->label_at) == BREAK_STOP &&
           quantity_between(r, q->label_at, q->at) == BREAK_NONE &&
           same_end(quantity_label(r, last), quantity_label(r, item)) >= STR("公告").n &&
           !quantity_begins_anew(quantity_label(r, item));
}

void quantity_collect(const struct quantity_reader *r, size_t first, size_t cue_end, size_t whole,
                      struct quantity_list *list)
{
    const struct quantities *out = r->out;
    unsigned kind = quantity_kind(r, first), kind_of_whole = quantity_kind(r, whole);
    struct walk w = { .depth = r->depth[out->items[first].at], .year = out->items[whole].year };
    w.commas = true;
    w.bracket =
        (cue_end > 0 && r->text.p[cue_end - 1] == '(') || w.depth > r->depth[out->items[whole].at];
    size_t last_end = cue_end;
    for (size_t i = first; i < out->count && i < first + WALK_MAX; i++) {
        const struct quantity *q = &out->items[i];
        if (r->depth[q->at] > w.depth)
            continue;
        enum quantity_break b = quantity_between(r, last_end, q->at);
        bool may = false;
        bool next = b == BREAK_STOP && list->count && cue_end < r->text.n &&
                    r->text.p[cue_end] == ':' && goes_on(r, list, i);
        if (r->depth[q->at] < w.depth || (b == BREAK_STOP && !next))
            break;
        w.sentences = next;
        if (list->count && nests(r, last_end, q->at, w.depth)) {
            if (b >= BREAK_SEMICOLON && w.usual < BREAK_SEMICOLON)
                break; /* it divides something else behind the list */
            i = skip_nested(r, list, &w, i, quantity_end(q));
            if (i == out->count)
                break;
            q = &out->items[i];
            b = BREAK_SEMICOLON;
        }
        if (quantity_same_unit(r, i, first) && is_subtotal(r, list, i)) {
            list->may_end[list->count] = true;
            list->closed = false; /* what closed it, closed the members of this sum */
            last_end = quantity_end(q);
            continue;
        }
        if (!quantity_same_unit(r, i, first) || is_aside(r, i, w.year, &out->items[first])) {
            if (list->count && !q->comparison && !q->approximate && r->depth[q->at] == w.depth &&
                q->class != QUANTITY_MONEY && quantity_counts(q))
                quantity_add(&list->beside, q->value);
            if (list->count && quantity_counts(q) && b >= BREAK_COMMA)
                list->may_end[list->count] = true; /* a clause about something else */
            if (list->count && b >= BREAK_COMMA && quantity_begins_anew(quantity_label(r, i)) &&
                quantity_counts(q))
                break;
            continue;
        }
        if (list->count > 1 && kind && w.usual == BREAK_SEMICOLON && b <= BREAK_COMMA &&
            quantity_kind(r, i) != kind)
            continue; /* "予以公开5件;不予公开3件,理由是…2件;": said of the member before it */
        if (list->count &&
            (is_over(r, list, &w, i, b, &may) ||
             (b >= BREAK_SEMICOLON && kind_of_whole && quantity_kind(r, i) == kind_of_whole)))
            break; /* "不予处理10件,其中:信访9件;其他处理3件" */
        if (list->count && b >= BREAK_SEMICOLON &&
            decimal_cmp(q->value, out->items[whole].value) > 0 &&
            quantity_between(r, quantity_end(&out->items[whole]), cue_end) < BREAK_SEMICOLON)
            may = true; /* "我局举办46场,其中:甲7场;县区举办118场" */
        list->may_end[list->count] = list->may_end[list->count] || may;
        list->pause[list->count] =
            b == BREAK_PAUSE || (b == BREAK_NONE && q->at < last_end + APART);
        if (list->count < 3)
            w.apart[list->count] = b >= BREAK_SEMICOLON;
        if (!take_part(r, list, i))
            break;
        if (list->count > 1 && b > w.usual)
            w.usual = b;
        note_member(r, list, &w, i, cue_end, b);
        list->mixed = list->mixed || q->class != out->items[whole].class;
        last_end = quantity_end(q);
    }
    finish(r, list, &w, cue_end, whole);
}
