/* page.c - see page.h. */
#include "recognise/page.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "recognise/number.h"
#include "recognise/outline.h"
#include "text/literal.h"
#include "text/normalise.h"

struct trigger {
    unsigned hit;
    const char *words; /* separated by one blank */
};

static const struct trigger triggers[] = {
    { HIT_NAME,
      "信息公开 政务公开 年度报告 公开年报 法治政府 年度报表 网站工作 政府信息 依法行政" },
    { HIT_DATE, "日期 时间 发布于 发表于 有效期" },
    { HIT_META, "索引号 发布机构 发文机关 发文机构 发文字号 公开主体 主题分类 主题词 有效性 "
                "体裁分类 组配分类 "
                "公开方式 公开范围 信息名称 公开责任部门 服务对象 信息索引 公开目录" },
    { HIT_TOOLS, "来源 稿源 作者 发布者 浏览 点击 阅读 字体 字号 访问量 打印 关闭 分享 收藏 保存为 "
                 "保护色 名称 标题 文号 "
                 "关键词 编辑" },
    { HIT_END, "历年 往年 往期 上一 下一 上篇 下篇 上条 下条 前一篇 后一篇 相关 热门 推荐 最新 "
               "精彩 猜你 评论 "
               "返回 扫 打印 关闭 分享 版权 "
               "主办 承办 凡本网 免责 责编 责任编辑 网站地图 友情链接 网站导航 技术支持 联系我们 "
               "标识码 备案 收藏 设为 纠错 投稿 ICP "
               "公网安备 Copyright CopyRight COPYRIGHT 下载文档 该文章 图片新闻 微信扫" },
    { HIT_CRUMB, "位置 首页 > »" },
    { HIT_PERIOD,
      "统计 报告期 所列数据 时限 期限 起止 数据时间 数据的时间 报告时段 时间跨度 时间范围 "
      "报告数据 使用的数据" },
    { HIT_COMPOSITION, "组成 构成 部分 包括 包含 分为 方面 章节 涵盖 主要内容" },
    { HIT_MARK, "篇 范文 参考文献 摘要 关键词 关键字 提要 作者简介 基金项目 本网讯 记者 通讯员 "
                "本报 日讯 网讯 报讯 近日 日前 仅展示" },
    { HIT_RUNNING, "一是 二是 三是 四是 五是 六是 七是 八是 九是 十是 第一 第二 第三 第四 第五 "
                   "第六 第七 第八 第九" },
    { HIT_GOVERNMENT, "人民政府 办事处 管委会 管理委员会 委员会 局 厅 办公室 中心 支队 大队" },
    { HIT_YEAR, "年" },
    { HIT_PUBLISHER,
      "发布机构 发文机关 发文机构 公开主体 信息来源 来源 发布单位 公开责任部门 责任部门 信息提供" },
    { HIT_LEAVING,
      "即将离开 是否继续 继续访问 浏览器 建议使用 关键字 欢迎 跳转 avascript 访问的链接" },
    { HIT_BLANK, "XX xx ×× __ ** 单位名称 机关名称 Xx" },
    { HIT_COUNTY,
      "县(市 县(区 县区 区县 各县 市县 县级 各区 市辖区 旗县 设区 市本级 市直 区(市 区市县" },
};

static struct literal_set *automaton(void)
{
    static struct literal_set *set; /* kept for the life of the process */
    if (set)
        return set;
    struct {
        struct str word;
        uint32_t hits;
    } all[320];
    size_t n = 0;
    for (size_t i = 0; i < sizeof triggers / sizeof *triggers; i++) {
        struct str rest = str_of(triggers[i].words), word;
        while (str_split(&rest, ' ', &word)) {
            size_t k = 0; /* a word of two groups is one literal with both marks */
            while (k < n && !str_eq(all[k].word, word))
                k++;
            if (k == n && n < sizeof all / sizeof *all) {
                all[n].word = word;
                all[n++].hits = 0;
            }
            if (k < n)
                all[k].hits |= triggers[i].hit;
        }
    }
    set = literal_new();
    for (size_t k = 0; k < n; k++)
        literal_add(set, all[k].word, all[k].hits);
    literal_freeze(set);
    return set;
}

struct scan {
    struct page *page;
    uint32_t block;
};

/* Hits come in the order of their ends, so the block only ever moves on. */
static bool note(void *user, uint32_t id, size_t end, size_t length)
{
    struct scan *s = user;
    const struct doc *doc = s->page->doc;
    (void)length;
    while (s->block + 1 < s->page->blocks &&
           end > doc->blocks[s->block].text + doc->blocks[s->block].text_len)
        s->block++;
    s->page->hits[s->block] |= id;
    return true;
}

/* The heading of a section in a cell, beside or between official tables. */
static bool is_section_cell(const struct page *p, uint32_t block)
{
    enum { LONGEST = 40 * 3 };
    struct str text = page_text(p, block);
    size_t len = 0;
    if (text.n == 0 || text.n > LONGEST || report_in_table(p->r, block))
        return false;
    number_chapter(text, &len);
    return outline_is_official(p, str_sub(text, len, text.n), false);
}

/* A table of data: several rows and columns, no cell with a paragraph, none with a table. One that frames official tables
 * together with the headings of their sections is the page itself. */
static void find_grids(struct page *p)
{
    enum { ROWS = 3, COLUMNS = 2, LONG = 80 * 3 };
    const struct doc *doc = p->doc;
    bool *official = arena_alloc(p->r->arena, doc->table_count + 1);
    p->grids = arena_alloc(p->r->arena, doc->table_count + 1);
    for (size_t t = 0; t < doc->table_count; t++)
        p->grids[t] =
            doc->tables[t].rows >= ROWS && doc->tables[t].cols >= COLUMNS && !doc->tables[t].nests;
    for (uint32_t b = 0; b < p->blocks; b++)
        if (doc->blocks[b].cell > 0 && report_in_table(p->r, b))
            official[doc->cells[doc->blocks[b].cell - 1].table] = true;
    for (uint32_t b = 0; b < p->blocks; b++) {
        size_t t = doc->blocks[b].cell > 0 ? doc->cells[doc->blocks[b].cell - 1].table : 0;
        if (doc->blocks[b].cell > 0 && p->grids[t])
            p->grids[t] =
                doc->blocks[b].text_len <= LONG && !(official[t] && is_section_cell(p, b));
    }
}

bool page_in_grid(const struct page *p, uint32_t block)
{
    uint32_t cell = p->doc->blocks[block].cell;
    return cell > 0 && p->grids[p->doc->cells[cell - 1].table];
}

void page_scan(struct page *p)
{
    find_grids(p);
    p->hits = arena_alloc(p->r->arena, (p->blocks + 1) * sizeof *p->hits);
    if (p->blocks == 0)
        return;
    struct scan s = { p, 0 };
    literal_scan(automaton(), strbuf_view(&p->doc->text), note, &s);
}

bool page_usable(const struct page *p, uint32_t block)
{
    const struct doc_block *b = &p->doc->blocks[block];
    return b->text_len > 0 && !(b->flags & (DOC_HIDDEN | DOC_CHROME | DOC_CELL_EMPTY | DOC_RULE));
}

bool page_prose(const struct page *p, uint32_t block)
{
    enum { LONG = 30 * 3, VERY_LONG = 60 * 3 };
    const struct doc_block *b = &p->doc->blocks[block];
    if (b->text_len < LONG || !page_usable(p, block) || (b->flags & DOC_LINKED))
        return false;
    struct str text = page_text(p, block);
    bool sentence = str_has(text, "。") || str_ends(text, STR(";")) || str_ends(text, STR(":"));
    return sentence || (b->text_len >= VERY_LONG && str_has(text, ","));
}

bool page_running(const struct page *p, uint32_t block)
{
    return p->roles[block] == ROLE_BODY && p->doc->blocks[block].text_len > 0 &&
           !report_in_table(p->r, block);
}

uint32_t page_next(const struct page *p, uint32_t block)
{
    for (block++; block < p->blocks; block++) {
        const struct doc_block *b = &p->doc->blocks[block];
        if (b->text_len > 0 && !(b->flags & DOC_HIDDEN))
            break;
    }
    return block;
}

struct span page_span(const struct page *p, uint32_t block, size_t from, size_t len)
{
    struct span s = { p->doc->blocks[block].text + (uint32_t)from, (uint32_t)len, block };
    return s;
}

size_t page_chars(struct str s, size_t limit)
{
    size_t n = 0;
    for (size_t i = 0; i < s.n && n < limit; i++) {
        for (; n + 4 < limit && s.n - i > 12 && str_four_wide(s.p + i); i += 12)
            n += 4;
        n += ((unsigned char)s.p[i] & 0xC0) != 0x80;
    }
    return n;
}

struct str page_file_name(struct page *p)
{
    const struct str none = { "", 0 };
    if (!p->hint || !p->hint->path)
        return none;
    struct str name = str_of(file_name(p->hint->path));
    struct str extension = file_extension(p->hint->path);
    if (extension.n > 0 && extension.n + 1 < name.n)
        name = str_sub(name, 0, name.n - extension.n - 1);
    struct strbuf text = { 0 };
    text_normalise(&text, name, 0, NULL);
    struct str kept = arena_str(p->r->arena, strbuf_view(&text));
    strbuf_free(&text);
    return kept;
}

void *page_keep(struct page *p, void *heap, size_t n, size_t size)
{
    void *kept = arena_alloc(p->r->arena, n * size + 1);
    if (n > 0)
        memcpy(kept, heap, n * size);
    free(heap);
    return kept;
}
