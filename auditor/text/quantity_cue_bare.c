/* quantity_cue_bare.c - lists that no word introduces; see quantity_cue.h. */
#include "text/quantity_cue.h"

#include <string.h>

enum { MEMBERS_MAX = 20 };

/* "工作人员9名,专职2名,兼职7名": at least two parts of a kind that tells the whole without a word. */
bool quantity_find_bare(const struct quantity_reader *r, size_t first, size_t from,
                        struct quantity_cue *cue)
{
    unsigned kind = quantity_kind(r, first);
    enum quantity_break before = quantity_between(r, from, r->out->items[first].at);
    size_t whole = first;
    while (whole > 0 && r->out->items[whole - 1].class == QUANTITY_PERCENT)
        whole--; /* "收回285份,回收率95%,满意270份" */
    size_t second = first + 1;
    while (second < r->out->count && (r->out->items[second].class == QUANTITY_PERCENT ||
                                      (!quantity_same_unit(r, first, second) &&
                                       quantity_between(r, quantity_end(&r->out->items[second - 1]),
                                                        r->out->items[second].at) == BREAK_NONE)))
        second++; /* "意见64条,采纳41条,采纳率64.1%,未采纳23条", "市级2期培训386人次,县级15期" */
    if (whole && r->member_of[whole - 1] && r->member_of[whole - 1] == r->member_of[first])
        return false; /* "省级8万条,市级23万条,县级42万条": beside each other */
    if (kind == 0 || whole-- == 0 || second >= r->out->count ||
        r->out->items[whole].label_len == 0 ||
        (quantity_kind(r, second) != kind && !quantity_is_rest(r, second) &&
         !(kind == quantity_kind(r, second + 1 < r->out->count ? second + 1 : second) &&
           words_starts(quantity_label(r, second), "其他 其它"))) ||
        !quantity_has_kind(r, whole, kind) || !quantity_same_unit(r, whole, first) ||
        !quantity_same_unit(r, first, second) || before == BREAK_PAUSE ||
        before > (whole + 1 < first ? BREAK_SEMICOLON : BREAK_COMMA) ||
        quantity_between(r, r->out->items[first].at, r->out->items[second].at) > BREAK_COMMA)
        return false;
    size_t third = second + 1;
    while (third < r->out->count && r->out->items[third].class == QUANTITY_PERCENT)
        third++;
    cue->likely = quantity_may_have_gaps(r, first) &&
                  (third >= r->out->count || quantity_kind(r, third) != kind);
    cue->at = cue->end = r->out->items[first].label_at;
    /* "融资类91条、用工类32条、保障类43条,办结155条,其余4条": of all of them, not of the last */
    return r->text.p[from] == '(' || !quantity_is_rest(r, second) || !quantity_is_member(r, whole);
}

bool quantity_find_pair(const struct quantity_reader *r, size_t first, size_t from,
                        struct quantity_cue *cue)
{
    const struct quantity *part = r->out->items + first, *whole = part - 1;
    if (first == 0 || first + 1 >= r->out->count || r->text.p[from] != ',' ||
        part->label_at != from + 1 || whole->label_len == 0 || whole->comparison ||
        r->member_of[first - 1] || !quantity_same_unit(r, first - 1, first) ||
        !quantity_same_unit(r, first, first + 1) ||
        words_has(quantity_label(r, first - 1), "发放 发出 印发") || /* not all came back */
        (words_has(quantity_label(r, first),
                   "审结") && /* some of the year before may be among them */
         words_has(quantity_label(r, first - 1), "新收 新增 新立 新受理 新发生")) ||
        quantity_between(r, quantity_end(part), part[1].at) > BREAK_COMMA ||
        quantity_is_member(r, first - 1) || !quantity_is_pair(r, first, first + 1))
        return false;
    cue->at = cue->end = part->label_at;
    return true;
}

/* "50件:A 30件", "50件——A 30件、B 20件——" and "50件(A 30件、B 20件)". */
bool quantity_find_mark(const struct quantity_reader *r, size_t first, size_t from,
                        struct quantity_cue *cue)
{
    size_t to = r->out->items[first].at;
    if (first == 0 || to == from)
        return false;
    size_t tail = r->out->items[first - 1].tail_len, mark = from + tail;
    bool dash = str_starts(quantity_text(r, mark, to), STR("--"));
    size_t behind = mark + 1 + dash;
    while (behind < to && r->text.p[behind] == '\n')
        behind++;
    if (mark >= to || tail > 36 || (!dash && !strchr("(:", r->text.p[mark])) ||
        quantity_between(r, behind, to) != BREAK_NONE ||
        r->depth[to] != r->depth[from - 1] + (r->text.p[mark] == '('))
        return false;
    cue->bracket = true;
    cue->at = cue->end = mark + 1 + dash;
    return !words_has(quantity_text(r, from, to), "不含 另 除 详见 其他");
}

/* Whether the words say what was done, or that it is all there is; not what a member may be called. */
bool quantity_is_done(struct str label)
{
    if (words_starts(label, "公开指南 公开制度 公开年 公开目录 公开栏 公开规定 公开平台 公开专栏 "
                            "公开办法 处理结果 开展情况"))
        return false;
    return words_starts(label,
                        "公开 全年 年内 本年 共 发布 收到 受理 办理 接到 新收 制作 编发 推送 "
                        "开展 处理 接待 接听 作出 查处 归集 印发 处罚 立案 检查 抽查 排查 举办 "
                        "召开 组织 建成 走访 征集") ||
           words_ends(label, "共 共计 总数 总数为 总量 总量为") ||
           words_has(label, "合计 累计 总计 全年 共公开 共发布 共收到 共受理 共接 共办 公开信息 "
                            "公开政府信息 发布信息 发布各类 收到申请 服务用户 热线接听 热线受理 "
                            "热线呼入");
}

/* "涉及内容:学籍14件,招生12件,其他4件": behind a head, or beside another, a count is a member. */
bool quantity_is_member(const struct quantity_reader *r, size_t item)
{
    const struct quantity *q = &r->out->items[item];
    size_t lead = quantity_lead_end(r, item);
    bool headed = lead > 0 && (r->text.p[lead - 1] == ':' ||
                               (r->text.p[lead - 1] == ',' &&
                                words_ends(quantity_text(r, 0, lead - 1), "中 看 分") != 0));
    bool beside = item > 0 && quantity_same_unit(r, item - 1, item) &&
                  quantity_between(r, quantity_end(q - 1), q->at) <= BREAK_COMMA;
    struct str label = quantity_label(r, item);
    return (headed || beside) && (!quantity_is_done(label) || (headed && label.n <= STR("公开").n));
}

/* "政府网站公开2055条,政务微博公开560条,其他方式公开285条": one of several carriers. */
static bool is_carrier(struct str label, struct str first, struct str last)
{
    static struct words carriers =
        WORDS("网站 微博 微信 公众号 公报 头条 抖音 视频号 报刊 报纸 广播 电视 客户端 公示栏 "
              "公开栏 专栏 新媒体");
    const size_t word = STR("公开信息").n;
    if (!words_inside(&carriers, label) || words_has(label, "等 各 共 总 多种"))
        return false;
    return words_starts(last, "其他方式 其它方式 其他渠道 其它渠道 其他途径 其他平台 其他媒体 "
                              "其他载体 其他新媒体 其他网站 其他形式") ||
           (label.n > word && first.n > word &&
            str_eq(str_sub(label, label.n - word, word), str_sub(first, first.n - word, word)));
}

/* "共87起,占道经营类52起、乱堆乱放类23起、其他12起": a list that names the rest divides the count before it. */
bool quantity_find_closed(const struct quantity_reader *r, size_t first, size_t from,
                          struct quantity_cue *cue)
{
    const struct quantities *out = r->out;
    size_t whole = first - (first > 1 && out->items[first - 1].class == QUANTITY_MONEY);
    unsigned kind = quantity_kind(r, first);
    if (whole-- == 0 || r->member_of[whole] || !quantity_same_unit(r, whole, first) ||
        (kind && kind == quantity_kind(r, whole)) || quantity_is_member(r, whole) ||
        (whole > 0 && quantity_between(r, quantity_end(&out->items[whole - 1]),
                                       out->items[whole].at) <= BREAK_PAUSE) ||
        decimal_cmp(out->items[whole].value, out->items[first].value) < 0 ||
        !words_starts(quantity_text(r, from, r->text.n), ", :"))
        return false;
    struct str label = quantity_label(r, whole), next = quantity_label(r, first);
    const size_t one = STR("类").n;
    if (label.n > one && next.n > one && !quantity_is_done(label) &&
        str_eq(str_sub(label, label.n - one, one), str_sub(next, next.n - one, one)))
        return false; /* "宅基地类31件,征地类28件,保障类19件,其他23件" */
    for (size_t i = first + 1, end = quantity_end(&out->items[first]), larger = 0;
         i < out->count && i < first + MEMBERS_MAX; i++) {
        const struct quantity *q = &out->items[i];
        larger += decimal_cmp(q->value, out->items[whole].value) > 0;
        if (larger > 1)
            return false; /* it is one of them itself */
        if (quantity_between(r, end, q->at) > BREAK_COMMA || q->comparison ||
            quantity_stage(r, i) >= STAGE_HANDLED || !quantity_same_unit(r, first, i) ||
            r->depth[q->at] != r->depth[out->items[first].at])
            return false;
        end = quantity_end(q);
        if (i > first + 1 &&
            words_starts(quantity_label(r, i), "其他 其它 其余 剩余 和其他 及其他")) {
            cue->at = cue->end = out->items[first].label_at;
            cue->likely =
                !quantity_is_done(label) && whole + 1 == first; /* it may be the first of them */
            return !is_carrier(quantity_label(r, whole), quantity_label(r, first),
                               quantity_label(r, i));
        }
    }
    return false;
}

/* "接听9410次,人工接听6120次,智能应答3290次": members follow their whole, which is large enough to tell by their sum
 * that they are. */
bool quantity_find_likely(const struct quantity_reader *r, size_t first, size_t from,
                          struct quantity_cue *cue)
{
    enum { LARGE = 1000 };
    const struct quantity *all = r->out->items, *whole = all + first - 1, *part = all + first;
    if (first == 0 || first + 1 >= r->out->count || r->member_of[first - 1] ||
        (!quantity_is_rest(r, first + 1) && decimal_cmp(whole->value, part->value) <= 0) ||
        !quantity_is_done(quantity_label(r, first - 1)) ||
        quantity_is_done(quantity_label(r, first)) || whole->comparison || whole->approximate ||
        part->label_len == 0 || decimal_cmp(whole->value, (struct decimal){ LARGE, 0 }) < 0 ||
        !quantity_same_unit(r, first - 1, first) || !quantity_same_unit(r, first, first + 1) ||
        quantity_between(r, from, part->at) != BREAK_COMMA ||
        quantity_between(r, quantity_end(part), part[1].at) > BREAK_COMMA ||
        r->depth[whole->at] != r->depth[part->at])
        return false;
    cue->at = cue->end = part->label_at;
    return true;
}

/* "发现问题37个,整改37个": of what was found no more can be put right. */
bool quantity_find_mended(const struct quantity_reader *r, size_t first, size_t from,
                          struct quantity_cue *cue)
{
    size_t next = first + 1;
    while (next < r->out->count && r->out->items[next].class == QUANTITY_PERCENT)
        next++;
    if (first == 0 || !quantity_same_unit(r, first - 1, first) ||
        r->out->items[first - 1].comparison ||
        !words_starts(quantity_label(r, first),
                      "整改 已整改 完成整改 年内整改 已完成整改 全部整改") ||
        !words_has(quantity_label(r, first - 1), "发现 查出 排查出 查摆 反馈") ||
        quantity_between(r, from, r->out->items[first].at) != BREAK_COMMA)
        return false;
    size_t end = quantity_end(&r->out->items[first]), stop = end, n;
    while (stop < r->text.n && stop < end + 60 &&
           quantity_mark(r->text, stop, &n) < BREAK_SEMICOLON)
        stop += n;
    if (words_has(quantity_text(r, end, stop), "上年 去年 往年 遗留 以前 历史 上级 通报 移交"))
        return false; /* some of what was found before with it */
    struct decimal both = quantity_value(r, first - 1);
    if (first > 1 && quantity_same_unit(r, first - 2, first - 1) &&
        quantity_add(&both, quantity_value(r, first - 2)) &&
        decimal_cmp(both, quantity_value(r, first)) == 0)
        return false; /* "上级通报5个,自查发现36个,已整改41个" */
    cue->at = cue->end = r->out->items[first].label_at;
    cue->single = next >= r->out->count || !quantity_is_rest(r, next);
    return true;
}
