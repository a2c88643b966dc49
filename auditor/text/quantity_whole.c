/* quantity_whole.c - what a list of parts may be the parts of; see quantity_list.h. */
#include "text/quantity_list.h"

enum { BACK_MAX = 10, SENTENCE_MAX = 3000 };

static void add_whole(struct quantity_wholes *w, size_t item)
{
    for (size_t k = 0; k < w->count; k++)
        if (w->items[k] == item)
            return;
    if (w->count < QUANTITY_WHOLES)
        w->items[w->count++] = item;
}

void quantity_find_stops(struct quantity_reader *r)
{
    size_t cap = 0, n;
    for (size_t i = 0; (i = quantity_point(r, POINT_STOP, i, r->text.n)) < r->text.n; i += n) {
        if (quantity_mark(r->text, i, &n) != BREAK_STOP || r->mask[i])
            continue;
        if (r->stop_count == cap) {
            cap = cap ? 2 * cap : 16;
            uint32_t *all = arena_alloc(r->arena, cap * sizeof *all);
            for (size_t k = 0; k < r->stop_count; k++)
                all[k] = r->stops[k];
            r->stops = all;
        }
        r->stops[r->stop_count++] = (uint32_t)i;
    }
}

/* The byte at which the sentence begins that holds byte at, or the sentence before it. */
static size_t sentence_start(const struct quantity_reader *r, size_t at, bool previous)
{
    size_t limit = at > SENTENCE_MAX ? at - SENTENCE_MAX : 0, n;
    size_t low = 0, high = r->stop_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (r->stops[middle] < at)
            low = middle + 1;
        else
            high = middle;
    }
    if (low < 1 + (size_t)previous || r->stops[low - 1 - previous] < limit)
        return limit;
    size_t stop = r->stops[low - 1 - previous];
    quantity_mark(r->text, stop, &n);
    return stop + n;
}

/* 新收申请中 names a count so well that it may stand some sentences before. */
static size_t far_start(const struct quantity_reader *r, size_t at)
{
    for (int i = 0; i < 3 && at > 0; i++)
        at = sentence_start(r, at, true);
    return at;
}

static bool is_whole(const struct quantity_reader *r, size_t item)
{
    const struct quantity *q = &r->out->items[item];
    bool became = words_ends(quantity_label(r, item),
                             "增至 升至 降至 减至 增加到 增加至 减少到 减少至 下降到 上升到");
    return quantity_counts(q) && (!q->comparison || became) &&
           !words_starts(quantity_label(r, item), "每") &&
           !quantity_is_mean(quantity_label(r, item));
}

/* "20件,其中" and "20件(其中": nothing but a mark between the count and the cue. */
static bool follows_directly(const struct quantity_reader *r, size_t item,
                             const struct quantity_cue *cue)
{
    const struct quantity *q = &r->out->items[item];
    size_t end = q->tail_at + q->tail_len;
    return end + 1 >= cue->at && (end == cue->at || r->text.p[end] == ',' || r->text.p[end] == '(');
}

bool quantity_came_over(const struct quantity_reader *r, size_t item)
{
    return quantity_stage(r, item) == STAGE_CARRIED &&
           words_has(quantity_label(r, item), "上年 上一年 去年 转入 往年 年结转 年度结转");
}

/* Whether a count begins a group of its own: another stage, or another verb in a clause of its own. */
bool quantity_begins_group(const struct quantity_reader *r, size_t item, size_t before)
{
    enum quantity_stage a = quantity_stage(r, before), b = quantity_stage(r, item);
    if (quantity_came_over(r, item) || quantity_came_over(r, before))
        return false;
    if (b != STAGE_NONE && a != STAGE_NONE)
        return a != b;
    if (b == STAGE_HANDLED && words_starts(quantity_label(r, item), "办结 已办结") &&
        decimal_cmp(quantity_value(r, item), quantity_value(r, before)) <= 0)
        return true; /* "采集事件47613件,办结47401件" */
    size_t two = STR("发现").n;
    struct str label = quantity_label(r, item);
    return quantity_between(r, quantity_end(&r->out->items[before]), r->out->items[item].at) >=
               BREAK_COMMA &&
           words_starts(label, "发现 编制 刊登 公开 发布 整改 收集 征集 采纳 印发 制发 下发 培训 "
                               "解读 回应 审查 审核 更新 废止 宣布 失效 现行") != 0 &&
           !str_eq(str_sub(label, 0, two), str_sub(quantity_label(r, before), 0, two));
}

/* 42个, 118家: the unit does not tell what is counted. */
bool quantity_counts_anything(const struct quantity *q)
{
    return q->class == QUANTITY_UNITS || q->class == QUANTITY_HOUSES ||
           q->class == QUANTITY_MATTERS || q->class == QUANTITY_KINDS;
}

/* Whether all words of two characters that a name is made of stand in a label: 网站信息 is what
 * "网站发布各类信息386条" counts. */
static bool has_words_of(struct str label, struct str name)
{
    size_t two = STR("审结").n;
    if (name.n < 2 * two || name.n > 4 * two || name.n % two)
        return false;
    size_t found = 0, said = 0;
    for (size_t i = 0; i < name.n; i += two) {
        struct str word = str_sub(name, i, two);
        if (words_starts(word, "门户 政府 主动 公开 发布 全部"))
            continue; /* they may be left out */
        said++;
        found += str_find(label, word) != SIZE_MAX;
    }
    return said > 1 && found == said;
}

/* "信函申请39件、在线申请1件": some of what came in, a member of a list of channels or applicants. */
bool quantity_is_one_sort(const struct quantity_reader *r, size_t item)
{
    if (!r->member_of[item])
        return false;
    const struct quantity_statement *s = &r->out->statements[r->member_of[item] - 1];
    for (size_t k = 0; k < s->part_count; k++)
        if (quantity_kind(r, s->parts[k]))
            return true;
    return false;
}

/* "延期答复20件": some of what was answered. */
static bool is_qualified(struct str label)
{
    return words_has(label, "延期 按时 按期 当场 逾期 超期 提前");
}

/* Whether words go on with another matter: 投诉举报 are more than 投诉. */
static bool is_with_more(struct str rest)
{
    return words_starts(rest, "、 和 及 与 举报 投诉 建议 提案 咨询 求助 诉讼 来访 信访") != 0;
}

/* "审结33件" is what "审结案件" names, "有效申请94件" what "有效申请" does. */
static bool is_named(const struct quantity_reader *r, size_t item, struct str name)
{
    struct str label = quantity_label(r, item), two = STR("审结");
    if (label.n < two.n || (is_qualified(label) && !is_qualified(name)))
        return false;
    struct str own = str_sub(label, words_starts(label, "其中 全年 本年度"), label.n);
    own = str_sub(own, 0, own.n - words_ends(own, "的为 的有 的共 为 有 共"));
    if (own.n >= 2 * two.n && str_find(name, own) != SIZE_MAX)
        return true; /* "其中县政府网站9284条。县政府网站公开的信息中" */
    if (words_starts(name, "已")) { /* "已立案提案中" */
        name = str_sub(name, STR("已").n, name.n);
        name = str_sub(name, 0, name.n - words_ends(name, "提案 建议 申请 案件 工单 事项"));
        return name.n >= two.n && str_find(label, name) != SIZE_MAX && !words_has(label, "未 不");
    }
    size_t at = str_find(label, name);
    if (at != SIZE_MAX && is_with_more(str_sub(label, at + name.n, label.n)))
        return false; /* "投诉举报31240件": more than the 投诉 among them */
    struct str last = str_sub(label, label.n - two.n, two.n);
    return at != SIZE_MAX || has_words_of(label, name) ||
           (!words_ends(str_sub(label, 0, label.n - two.n), "未 不 非") && str_starts(name, last) &&
            !is_with_more(str_sub(name, last.n, name.n)));
}

/* "(其中投诉24915件)。投诉中,商品类14203件": called by no more than the name. */
static bool is_called(const struct quantity_reader *r, size_t item, struct str name)
{
    struct str label = quantity_label(r, item);
    label = str_sub(label, words_starts(label, "其中"), label.n);
    return str_eq(label, name);
}

/* "收到申请87件。同比下降6.5%。其中,自然人79件": parts that only requests have, and what came in some sentences before
 * or is made up of it. */
static void find_requests(const struct quantity_reader *r, const struct quantity_cue *cue,
                          size_t first, struct quantity_wholes *w)
{
    static struct words contents =
        WORDS("申请内容 所涉内容 所涉事项 涉及内容 涉及事项 申请事项 申请类型 申请主题 申请类别 "
              "申请的内容 申请渠道 申请方式 受理渠道 "
              "受理层级 受理机关 受理单位");
    struct str lead = quantity_text(r, sentence_start(r, cue->at, false), cue->end);
    enum quantity_stage wanted = quantity_stage_of_kind(r, first);
    if (wanted == STAGE_NONE && cue->view)
        wanted = quantity_stage(r, first) == STAGE_RECEIVED ? STAGE_RECEIVED : STAGE_NONE;
    if (wanted == STAGE_NONE && words_inside(&contents, lead))
        wanted = STAGE_RECEIVED;
    for (size_t k = 0; k < w->count; k++)
        if (quantity_stage(r, w->items[k]) == wanted)
            return;
    if (wanted == STAGE_NONE)
        return;
    size_t start = far_start(r, cue->at);
    for (size_t i = first, steps = 0; i-- > 0 && steps < 3 * BACK_MAX; steps++) {
        const struct quantity *q = &r->out->items[i];
        if (q->at < start)
            break;
        bool came = quantity_stage(r, i) == wanted ||
                    (wanted == STAGE_RECEIVED && quantity_came_over(r, i));
        came = came && quantity_stage_of_kind(r, i) != STAGE_RECEIVED; /* "信函提交39件": a sort */
        if (quantity_end(q) <= cue->at && r->depth[q->at] == 0 && is_whole(r, i) &&
            quantity_same_unit(r, i, first) && came)
            add_whole(w, i);
        size_t of = r->member_of[i];
        if (came && of && r->out->statements[of - 1].whole > i)
            add_whole(w, r->out->statements[of - 1].whole);
    }
}

/* "主动公开的信息": all that was disclosed in the year, which may be told some sentences before. */
static bool is_of_work(struct str name)
{
    name = str_sub(name, words_starts(name, "全年 本年度 今年 本年"), name.n);
    name = str_sub(name, words_starts(name, "主动公开的 已公开的 公开的 主动公开"), name.n);
    return words_starts(name, "政府信息 信息 各类信息 各类政府信息") == name.n && name.n;
}

static bool is_disclosed(struct str label)
{
    return words_has(label, "公开 发布") &&
           words_ends(label, "信息 信息共 信息总数 信息共计 信息累计 信息合计 信息数量") &&
           !words_has(label, "依申请 不予 栏 申请");
}

/* "累计公开8776条,其中本年度668条。本年度公开的信息中": what a count is of the year, which the words of the cue name. */
static bool is_of_year(struct str label)
{
    label = str_sub(label, words_starts(label, "其中"), label.n);
    size_t year = words_starts(label, "本年度 本年 今年 当年");
    label = str_sub(label, year, label.n);
    return year &&
           words_starts(label, "新增公开 新增主动公开 主动公开 公开 新增 发布 为 共") == label.n;
}

/* Notes a count if the words of the cue name it; whether no other is looked for. */
static bool take_named(const struct quantity_reader *r, const struct quantity_cue *cue, size_t item,
                       struct quantity_wholes *w, size_t *steps)
{
    struct str label = quantity_label(r, item);
    if (!cue->stage_named && words_starts(cue->named, "本年度 本年 今年 当年 全年")) {
        if (quantity_item(r, item)->cumulative && !words_has(label, "全年 本年 今年 年内 当年"))
            return false; /* of all years */
        if (is_of_work(cue->named) && is_of_year(label)) {
            add_whole(w, item);
            return true;
        }
    }
    if (!cue->stage_named) {
        bool named = is_named(r, item, cue->named), called = is_called(r, item, cue->named);
        if (named || (is_of_work(cue->named) && is_disclosed(label)))
            add_whole(w, item);
        return called || named;
    }
    if (quantity_stage(r, item) != cue->stage || quantity_is_one_sort(r, item) ||
        is_qualified(label))
        return false;
    add_whole(w, item);
    if (!words_has(label, "新收") || words_has(quantity_text(r, cue->at, cue->end), "新收"))
        return true;
    *steps = 0; /* what was carried in may have been received, too */
    return false;
}

/* "收到申请327件。全部申请均已答复,其中予以公开183件": replies to all that came. */
static bool is_of_all(const struct quantity_reader *r, size_t first, size_t start, size_t cue_at)
{
    return quantity_stage_of_kind(r, first) == STAGE_HANDLED &&
           quantity_between(r, start, cue_at) <= BREAK_COMMA &&
           words_has(quantity_text(r, start, cue_at), "全部 均已 均按 均在");
}

/* What a cue may refer to: quantities of the parts' class before it, the nearest first. A quantity that
 * is itself a member of the list that this cue ends is the only one. */
void quantity_find_wholes(const struct quantity_reader *r, const struct quantity_cue *cue,
                          size_t first, struct quantity_wholes *w)
{
    const struct quantities *out = r->out;
    size_t start = sentence_start(r, cue->at, false);
    bool leads = quantity_between(r, start, cue->at) == BREAK_NONE && cue->at - start < 40;
    bool far = cue->stage_named || is_of_work(cue->named);
    if ((leads || cue->announced) && (cue->strong || cue->stage_named || cue->named.n))
        start = far ? far_start(r, cue->at) : sentence_start(r, cue->at, true);
    bool opens = cue->bracket || (r->text.p[cue->at ? cue->at - 1 : 0] == '(');
    if (opens && leads &&
        cue->at > start + 1) { /* "全部答复(其中公开10件)": of what the sentence tells */
        leads = false;
        start = sentence_start(r, cue->at, false);
    }
    unsigned char depth = r->depth[cue->at < r->text.n ? cue->at : r->text.n - 1];
    bool near = false;
    for (size_t i = first, steps = 0; i-- > 0 && steps < BACK_MAX; steps++) {
        const struct quantity *q = &out->items[i];
        if (q->at < start)
            break;
        if (quantity_end(q) > cue->at)
            continue;
        bool bracket = opens;
        if (r->depth[q->at] != depth && !(bracket && r->depth[q->at] + 1 == depth) &&
            !(cue->named.n && is_called(r, i, cue->named)))
            continue;
        if (bracket && i + 1 == first && q->comparison && quantity_same_unit(r, i, first) &&
            quantity_end(q) + 1 >= cue->at) {
            add_whole(w, i); /* "减少8个(关停5个、整合3个)" */
            break;
        }
        bool divides = cue->view && r->member_of[i] &&
                       r->out->statements[r->member_of[i] - 1].relation == QUANTITY_HOLDS;
        if (cue->view && !divides &&
            (quantity_stage_of_kind(r, i) == STAGE_RECEIVED ||
             (q->class == QUANTITY_ITEM && out->items[first].class != q->class &&
              words_has(quantity_text(r, start, cue->end), "申请"))))
            continue; /* "信函提交39件": a sort of them; "公开412条。按申请方式看,信函8件": something else */
        if (quantity_same_unit(r, i, first) && quantity_came_over(r, i) &&
            quantity_stage_of_kind(r, first) == STAGE_HANDLED)
            w->came_in = q->value; /* replies may be to both */
        if (!is_whole(r, i) || !quantity_same_unit(r, i, first) ||
            (quantity_stage(r, i) == STAGE_CARRIED &&
             (leads || cue->view || quantity_stage_of_kind(r, first) == STAGE_HANDLED ||
              (!quantity_came_over(r, i) && !bracket && !follows_directly(r, i, cue)))))
            continue;
        if (cue->stage_named || cue->named.n) {
            if (take_named(r, cue, i, w, &steps))
                break;
            continue;
        }
        size_t of = r->member_of[i];
        bool added = of && out->statements[of - 1].whole > i; /* up to a total behind it */
        if (cue->view && of && !added) {
            if (quantity_stage(r, i) == STAGE_HANDLED &&
                quantity_stage_of_kind(r, first) == STAGE_HANDLED)
                add_whole(w, i); /* "56件中已办55件。按结果分:" */
            add_whole(w, out->statements[r->member_of[i] - 1].whole);
            break;
        }
        if (w->count && quantity_counts_anything(q) &&
            quantity_begins_group(r, w->items[w->count - 1], i))
            break;
        if (w->count && near && quantity_between(r, quantity_end(q), cue->at) >= BREAK_SEMICOLON)
            break; /* what another part of the sentence counted */
        if (w->count == 0) {
            near = quantity_between(r, quantity_end(q), cue->at) < BREAK_SEMICOLON;
            w->direct = cue->strong && !cue->view && near && follows_directly(r, i, cue);
        }
        add_whole(w, i);
        if (r->member_of[i] && !bracket)
            add_whole(w, out->statements[r->member_of[i] - 1].whole);
        if ((of && !added) || (!cue->strong && !quantity_came_over(r, i)) || bracket)
            break;
    }
    leads = leads || (w->count == 0 && cue->strong && is_of_all(r, first, start, cue->at));
    if ((w->count == 0 || cue->view) && leads && !cue->stage_named && !cue->named.n)
        find_requests(r, cue, first, w);
}
