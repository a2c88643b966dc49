/* quantity_unit.c - what is counted: the unit behind a number. */
#include "text/quantity_inner.h"

static struct words_sort units[] = {
    /* the longer ones first */
    { QUANTITY_VISITS, WORDS("人次 人·次 人/次") },
    { QUANTITY_POINTS, WORDS("个百分点 个点 百分点 分") },
    { QUANTITY_TIME, WORDS("个工作日 工作日 个月 个小时 小时 分钟 天 日 年 周 季度 个季度") },
    { QUANTITY_MONEY, WORDS("元") },
    { QUANTITY_OTHER,
      WORDS("平方米 平方公里 公里 千米 米 公顷 亩 吨 公斤 千瓦 户次 号 倍 折 岁 度 级 届 "
            "号楼 楼 层 点 时 月 位数 G M") },
    { QUANTITY_ITEM, WORDS("条次 条 篇次 篇 则 条目") },
    { QUANTITY_CASE, WORDS("件次 件 宗 起 例") },
    { QUANTITY_COPY, WORDS("份 册 本 张 幅 套 部 卷") },
    { QUANTITY_TIMES, WORDS("场次 场 次 期 轮 回 批次 批") },
    { QUANTITY_PERSONS, WORDS("余人 人 名 位") },
    { QUANTITY_KINDS, WORDS("大类 类 种") },
    { QUANTITY_UNITS, WORDS("个") },
    { QUANTITY_MATTERS, WORDS("项 大项") },
    { QUANTITY_HOUSES, WORDS("家 户 所 处 块 台 辆 间 座 片 版 通 笔 单 封 页 集 桩 节 堂 枚 支") },
};

/* Words that begin with a unit's character but are none: 人民, 次年, 条例, 份额, 户籍, 年度. */
static bool is_other_word(struct str rest)
{
    return words_starts(
               rest,
               "条例 条线 条块 件套 人民 人大 人员 次年 次日 位于 名单 名录 起来 起步 "
               "项目 个性 个体 类似 种类 分别 分公司 分局 分管 分类 分级 分为 分发 所有 "
               "通过 通知 通报 通告 笔记 笔试 单位 单独 单篇 单项 单个 单条 封面 页面 集中 集体 "
               "节约 节点 节日 支持 支出 支付 支部 支队 所属 所在 所辖 处理 处罚 处室 部门 部分 "
               "期间 场所 例如 家庭 本级 本年 本机关 "
               "本局 本镇 本级 点击 点名 级别 时间 元旦 日报 月报 周刊 版块 台账") != 0;
}

size_t quantity_unit(struct str rest, enum quantity_class *class)
{
    static struct words_sorts sorts = { .all = units, .count = sizeof units / sizeof *units };
    size_t n;
    int sort = words_sort_of(&sorts, rest, &n);
    *class = n ? (enum quantity_class)sort : QUANTITY_BARE;
    if (n == 0 || !is_other_word(rest))
        return n;
    *class = words_starts(rest, "项目") ? QUANTITY_MATTERS : QUANTITY_BARE;
    return *class == QUANTITY_BARE ? 0 : STR("项").n;
}
