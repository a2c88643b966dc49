/* quantity_kind.c - words of a clause: what parts tell by themselves that they are parts of, what begins anew; see quantity_list.h. */
#include "text/quantity_list.h"

enum kind {
    KIND_APPLICANT = 1,
    KIND_CHANNEL = 2,
    KIND_POST = 4,
    KIND_REPLY = 8,
    KIND_DISPUTE = 16,
    KIND_PROPOSAL = 32,
    KIND_OPINION = 64,
    KIND_GRADE = 128,
    KIND_ACCESS = 256,
    KIND_RANK = 512,
    KIND_PROGRESS = 1024,
    KIND_PLACE = 2048,
    KIND_REVISION = 4096,
    KIND_HALF = 8192,
    KIND_SATISFACTION = 16384,
    KIND_QUARTER = 32768,
    KIND_LINE = 65536,
    KIND_ORIGIN = 131072,
    KIND_CLASS = 262144,
    KIND_SERVICE = 524288,
};

static struct words_sort kinds[] = {
    { KIND_APPLICANT, WORDS("自然人 公民 法人 企业提 企业申 商业企业 科研机构 社会公益组织 "
                            "法律服务机构") },
    { KIND_PLACE, WORDS("当场解决 当场答复 当场办结 当场整改 立即整改 现场解决 现场办结 现场答复 "
                        "现场整改 立行立改 限期整改 会后 转有关部门 转相关部门 转办") },
    { KIND_CHANNEL,
      WORDS("书面 当面 现场 电话 来电 来信 来访 网络 网上 互联网 信函 邮寄 传真 电子邮件") },
    { KIND_POST, WORDS("专职 兼职") },
    { KIND_REPLY, WORDS("予以公开 部分公开 不予公开 无法提供 不予处理 其他处理") },
    { KIND_DISPUTE, WORDS("维持 纠正 尚未审结 未审结 未结 正在审理 其他结果") },
    { KIND_PROPOSAL, WORDS("主办 协办 会办 分办") },
    { KIND_OPINION, WORDS("采纳 部分采纳 未采纳 予以采纳 不予采纳 解释说明 作出解释") },
    { KIND_GRADE, WORDS("优秀 良好 一般 合格 基本合格 不合格 较差 达标 不达标") },
    { KIND_ACCESS, WORDS("主动公开 依申请公开 不予公开 不公开") },
    { KIND_PROGRESS, WORDS("已办结 办结 已完成 正在推进 正在实施 已解决 正在办理 正在解决 未办结 "
                           "未解决 在办 仍在办理 尚在办理 尚未办结 当年办结 已整改 完成整改 "
                           "整改完成 正在整改 未整改 已修复 待修复 "
                           "已处置 已化解 已落实 正在") },
    { KIND_REVISION, WORDS("保留 继续有效 修改 拟修改 修订 拟修订 废止 拟废止 失效 宣布失效") },
    { KIND_HALF, WORDS("上半年 下半年") },
    { KIND_SATISFACTION,
      WORDS("非常满意 很满意 比较满意 较为满意 较满意 基本满意 不满意 满意 不太满意") },
    { KIND_QUARTER, WORDS("春季 夏季 秋季 冬季 一季度 二季度 三季度 四季度 第一季度 第二季度 "
                          "第三季度 第四季度 第一批 "
                          "第二批 第三批 第四批") },
    { KIND_LINE, WORDS("线上 线下") },
    { KIND_ORIGIN, WORDS("原创 转载 转发") },
    { KIND_SERVICE, WORDS("即办件 承诺件 上报件") },
    { KIND_CLASS, WORDS("A级 B级 C级 D级 M级 A等 B等 C等 D等 A类 B类 C类 D类") },
    { KIND_RANK, WORDS("中央 国家级 省级 市级 州级 县级 区级 乡级 镇级 乡镇级 街道级 村级 本级") },
};

static unsigned kind_of(struct str label)
{
    static struct words_sorts sorts = { .all = kinds, .count = sizeof kinds / sizeof *kinds };
    for (size_t n;
         (n = words_starts(
              label, QUANTITY_LEADS
              " 属 结果 标注为 标注 认定为 认定 确定为 列为 定为 评价为 评为 反馈 表示 “ ,")) != 0;)
        label = str_sub(label, n, label.n);
    if (words_starts(label, "书面答复 书面告知 书面回复 书面反馈 书面通知 书面送达 书面解 书面征"))
        return 0; /* how it was answered */
    size_t n;
    return (unsigned)words_sort_of(&sorts, label, &n);
}

unsigned quantity_kind(const struct quantity_reader *r, size_t item)
{
    if (!r->kinds[item])
        r->kinds[item] = kind_of(quantity_label(r, item)) + 1;
    return r->kinds[item] - 1;
}

/* Kinds of which any member may go untold: 满意 and 不满意, and nothing of 基本满意. */
static const unsigned with_gaps = KIND_SATISFACTION;

bool quantity_may_have_gaps(const struct quantity_reader *r, size_t item)
{
    return (quantity_kind(r, item) & with_gaps) != 0;
}

enum quantity_stage quantity_stage_of_kind(const struct quantity_reader *r, size_t item)
{
    unsigned kind = quantity_kind(r, item);
    if (kind & (KIND_APPLICANT | KIND_CHANNEL))
        return STAGE_RECEIVED;
    return kind & KIND_REPLY ? STAGE_HANDLED : STAGE_NONE;
}

static unsigned kinds_of_whole(const struct quantity_reader *r, size_t item)
{
    struct str label = quantity_label(r, item), tail = quantity_tail(r, item);
    enum quantity_stage stage = quantity_stage(r, item);
    unsigned all = stage == STAGE_RECEIVED  ? KIND_APPLICANT | KIND_CHANNEL
                   : stage == STAGE_HANDLED ? KIND_REPLY
                                            : 0;
    if (stage == STAGE_NONE && words_has(label, "咨询 诉求"))
        all |= KIND_CHANNEL;
    if (words_has(label, "人员 力量 干部") || words_has(tail, "人员"))
        all |= KIND_POST;
    if ((stage != STAGE_RECEIVED || words_has(label, "被申请人")) &&
        (words_has(label, "复议 诉讼") || words_has(tail, "复议 诉讼")))
        all |= KIND_DISPUTE;
    if (words_has(label, "建议 提案") || words_has(tail, "建议 提案"))
        all |= KIND_PROPOSAL;
    if (words_has(label, "收回 回收 测评 评议 评价 回访"))
        all |= KIND_SATISFACTION;
    if (words_has(label, "清理 复核 梳理") || words_has(tail, "清理 复核 梳理"))
        all |= KIND_REVISION;
    if (words_has(label, "意见 建议") || words_has(tail, "意见 建议"))
        all |= KIND_OPINION;
    return all | KIND_GRADE | KIND_ACCESS | KIND_RANK | KIND_PROGRESS | KIND_PLACE | KIND_HALF |
           KIND_QUARTER | KIND_LINE | KIND_ORIGIN | KIND_CLASS |
           KIND_SERVICE; /* whatever is counted */
}

bool quantity_has_kind(const struct quantity_reader *r, size_t item, unsigned kind)
{
    if (!(kinds_of_whole(r, item) & kind))
        return false;
    if (kind == KIND_REPLY && words_ends(quantity_label(r, item), "公开"))
        return false; /* one of the replies itself */
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (kinds[i].sort == (int)kind && words_inside(&kinds[i].words, quantity_label(r, item)))
            return false;
    return true;
}

bool quantity_begins_anew(struct str label)
{
    if (words_starts(label,
                     "本机关不掌握 本机关未掌握 本机关无 本单位不掌握 上年度政府信息 "
                     "上年度信息公开 上年度年报 上年度报告 上年度工作 总结 总体 总则 共青团"))
        return false; /* what a reply says, last year's report, nouns */
    return words_starts(
               label,
               "全年 本年 年内 全县 全市 全区 全镇 全乡 我局 我县 我市 我区 我镇 本局 本机关 "
               "本单位 同时 此外 另外 并 共 总 累计 上年 去年 截至 目前 同比 较 比 今年 "
               "结转 转结 转下 申请办结 申请答复 发生 引发 因政府信息 因信息公开 均 已 全部 按时 "
               "按期 实际 收取 群众 "
               "平均 单篇 单条 最高 占 办结率 "
               "答复率 满意 人均 日均") != 0;
}

bool quantity_begins_with_verb(struct str label)
{
    if (words_starts(label, "公开栏 公开专 公开目录 公开指南 公开平台 公开查阅 公开制度 公开年 "
                            "在线 解读材料 解读类 解读信息 解读及 解读和 解读与 解读回应 回应类 "
                            "回应信息 回应关切 公示栏") ||
        words_ends(label, "类 类信息"))
        return false; /* nouns */
    return words_starts(
               label,
               "发布 公开 公布 制发 制定 印发 出台 召开 开展 举办 组织 办理 办结 答复 回复 回应 "
               "收到 受理 新收 接受 接到 接待 推送 编发 编制 更新 审核 审查 处理 解答 报送 上报 "
               "培训 刊登 刊发 上传 整改 清理 废止 修订 修改 解读 转发 采纳 通过 透过 依托 利用 在 "
               "撰写 录入 完成 增设 设立 设置 建成 配备 发放 张贴 维持 纠正 撤销 研究 听取 审议 "
               "讨论 "
               "学习 检查 抽查 督查 督办 通报 约谈 曝光 宣传 采集 采编 报道 播出 转载 点击 浏览 "
               "访问 "
               "关注 下载 评论 阅读 征求 征集 邀请 参加 参与 报名 走访 调研 开通 新建 建立 打造") !=
           0;
}
