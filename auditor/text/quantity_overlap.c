/* quantity_overlap.c - members that may share what they count; see quantity_list.h. */
#include "text/quantity_list.h"

/* "部门解读5份、专家解读3份、图解7份": who made it and what it looks like; "自然人20件、网上18件": who asked, and how. */
static bool mixes_aspects(const struct quantity_reader *r, const struct quantity_list *list)
{
    enum { WHO = 1, FORM = 2 };
    static struct words_sort aspects[] = {
        { WHO, WORDS("部门解读 专家解读 媒体解读 领导解读 负责人解读 主要负责人解读 官方解读 "
                     "第三方解读 主要负责同志解读 负责同志解读 分管领导解读 主要领导解读 "
                     "部门负责人 主要负责人 专家 媒体 新闻发言人 一把手 牵头人 起草人") },
        { FORM, WORDS("图解 图文 图表 图片 图示 文字 文稿 视频 短视频 音频 音视频 动漫 动画 漫画 "
                      "长图 海报 H5 问答 一图读懂 直播 微视频 案例 访谈 发布会 新闻发布会") },
    };
    static struct words_sorts sorts = { .all = aspects, .count = sizeof aspects / sizeof *aspects };
    unsigned met = 0;
    size_t n;
    for (size_t k = 0; k < list->count; k++) {
        struct str label = quantity_label(r, list->parts[k]);
        for (; (n = words_starts(label, QUANTITY_LEADS " 采用 制作 发布 形成 政策")) != 0;)
            label = str_sub(label, n, label.n);
        met |= (unsigned)words_sort_of(&sorts, label, &n);
    }
    return met == (WHO | FORM);
}

/* "其中重复36封": a sort of letters, not what is counted twice. */
static bool is_named_so(struct str label)
{
    return words_starts(str_sub(label, words_starts(label, "其中 : ,"), label.n), "重复 重复的") &&
           words_ends(label, "重复 重复的");
}

bool quantity_overlaps(const struct quantity_reader *r, const struct quantity_list *list)
{
    bool opened = false, closed = false, shared = mixes_aspects(r, list);
    size_t accounts = 0; /* who opened one may have opened another */
    bool of_levels = r->out->items[list->parts[0]].class != QUANTITY_HOUSES; /* of headings */
    for (size_t k = 0; k < list->count; k++) {
        struct str label = quantity_label(r, list->parts[k]);
        struct str tail = quantity_tail(r, list->parts[k]);
        shared = shared || words_has(label, "女 党员 团员 本科 研究生 少数民族 岁 督办") ||
                 words_has(tail, "女 党员 团员 本科 研究生 少数民族");
        accounts += words_has(tail, "开设 开通") && !quantity_is_rest(r, list->parts[k]);
        shared = shared || words_has(label, "既 同步 交叉 兼顾 同时") ||
                 (words_has(label, "重复") && !is_named_so(label) &&
                  !words_has(label, "重复申请 重复信件 重复来 重复件 重复投 重复诉 重复举 重复反 "
                                    "重复留 重复提 重复工单 重复信访")) ||
                 (of_levels && words_has(label, "一级 二级 三级")) ||
                 words_has(tail, "同步 重复") ||
                 (words_has(label, "含") && words_has(label, "结转"));
        size_t item = list->parts[k]; /* "补贴412.3万元3986户": who gets one may get another */
        shared = shared || (item > 0 && r->out->items[item - 1].class == QUANTITY_MONEY &&
                            quantity_end(&r->out->items[item - 1]) == r->out->items[item].at);
        shared =
            shared || (r->out->items[item].class == QUANTITY_TIMES && /* one meeting, two heads */
                       words_ends(label, "出席 参加 参与 主持"));
        opened = opened || words_has(label, "新增 新开 新建 新设 保留 现有");
        closed = closed || words_has(label, "撤销 取消 注销 关停 停用 调整 整合");
    }
    /* "发布858条,两个平台同步推送,其中…", "410条,部分信息同步公开" */
    size_t first = list->parts[0];
    if (first > 0)
        shared = shared || words_has(quantity_text(r, quantity_end(&r->out->items[first - 1]),
                                                   r->out->items[first].label_at),
                                     "同步 重复 交叉 重叠");
    size_t end = quantity_end(&r->out->items[list->parts[list->count - 1]]), stop = end, n;
    for (; stop < r->text.n && stop < end + 120; stop += n)
        if (quantity_mark(r->text, stop, &n) >= BREAK_SEMICOLON)
            break;
    shared = shared ||
             words_has(quantity_text(r, end, stop),
                       "同步 重复 交叉 兼有 先复议 不重复 重叠 多渠道 多个渠道 多平台 多个平台");
    return shared || (opened && closed) || accounts > 1;
}
