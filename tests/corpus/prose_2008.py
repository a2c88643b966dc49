"""The running text of reports up to the year 2018: no national layout, no national table."""
import sums
from prose import NUMERALS, opening_words


def general(rng, ctx):
    return [opening_words(rng, ctx),
            "（一）加强组织领导。明确由一名分管领导负责，确定%d名工作人员具体承办。" % rng.randint(1, 4),
            "（二）完善工作制度。修订信息发布审核、保密审查和责任追究等制度，严格按程序公开。",
            "（三）抓好业务培训。" + sums.meetings(rng, ctx)]


def proactive(rng, ctx):
    return ["（一）公开的数量。" + sums.right_channels(rng, ctx),
            "（二）公开的主要内容。" + rng.choice(["主要包括机构职能、政策法规、规划计划、业务工作和统计数据等。",
                                          "重点公开财政预决算、行政许可、民生项目和应急管理信息。"]),
            "（三）公开的形式。" + rng.choice([sums.visits, sums.open_list])(rng, ctx)]


def on_request(rng, ctx):
    total = rng.choice([0, 0, rng.randint(3, 60)])
    if total == 0:
        return ["%d年，%s未收到政府信息公开申请，也没有不予公开政府信息的情况。" % (ctx.year, ctx.own)]
    a, b, c = sums.cut(rng, total, 3)
    done = "%d年，%s共收到政府信息公开申请%d件，其中当面申请%d件、网络申请%d件、信函申请%d件。" % (
        ctx.year, ctx.own, total, a, b, c)
    a, b, c = sums.cut(rng, total, 3)
    return [done, "答复申请%d件，其中同意公开%d件，同意部分公开%d件，不同意公开%d件。" % (total, a, b, c)]


def consult(rng, ctx):
    total = rng.randint(20, 600)
    a, b, c = sums.cut(rng, total, 3)
    return ["全年接受群众咨询%d人次，其中现场咨询%d人次，电话咨询%d人次，网上咨询%d人次。" % (total, a, b, c)]


def fees(rng, ctx):
    return [rng.choice(["%d年，%s未收取检索、复制、邮寄等费用，没有减免费用的情况。",
                        "%d年度%s没有发生依申请公开收费及减免情况。"]) % (ctx.year, ctx.own)]


def disputes(rng, ctx):
    return [rng.choice(["%d年，%s未发生因政府信息公开申请行政复议、提起行政诉讼的情况。",
                        "%d年度，没有针对%s政府信息公开工作的行政复议和行政诉讼案件。"]) % (ctx.year, ctx.own)]


def problems(rng, ctx):
    return ["（一）存在的主要问题。一是信息更新还不够及时，二是公开形式不够丰富，三是业务培训有待加强。",
            "（二）改进措施。一是建立更新台账，落实专人负责；二是运用新媒体拓展公开渠道；"
            "三是每半年组织一次培训，%d年底前实现工作人员全覆盖。" % (ctx.year + 1)]


def other(rng, ctx):
    return [rng.choice(["无。", "没有其他需要报告的事项。", "本单位无其他需要报告的事项。"])]


HEADINGS = {
    "overview": ["概述", "总体情况", "主要工作概述", "基本工作情况", "政府信息公开工作概述"],
    "disclosure": ["主动公开政府信息情况", "主动公开政府信息的情况", "主动公开情况"],
    "requests": ["依申请公开政府信息情况", "依申请公开政府信息和不予公开政府信息情况", "依申请公开情况"],
    "extra": ["咨询处理情况", "咨询投诉处理情况"],
    "fees": ["政府信息公开的收费及减免情况", "收费及减免情况", "依申请信息公开收费情况"],
    "disputes": ["因政府信息公开申请行政复议、提起行政诉讼的情况", "行政复议和行政诉讼情况", "复议、诉讼和申诉情况"],
    "problems": ["存在的主要问题和改进措施", "存在的主要问题及改进情况", "存在问题及改进措施"],
    "other": ["其他需要报告的事项", "其他应报告的事项"],
}
WRITERS = {"overview": general, "disclosure": proactive, "requests": on_request, "extra": consult,
           "fees": fees, "disputes": disputes, "problems": problems, "other": other}
ORDER = ["overview", "disclosure", "requests", "extra", "fees", "disputes", "problems", "other"]


def plan(rng):
    """(key, heading) of the sections, in order; the extra one is not always there."""
    keys = [k for k in ORDER if k != "extra" or rng.random() < 0.4]
    return [(k, rng.choice(HEADINGS[k])) for k in keys]


def ordinal(index):
    return NUMERALS[index]
