"""The running text of reports of the forms 2019 and 2021: own wording, invented facts."""
from dataclasses import dataclass, field

import claims
import sums
import sums_more

NUMERALS = "一二三四五六七八九十"
LAW = "《中华人民共和国政府信息公开条例》"


@dataclass
class Context:
    """What a sentence may speak of."""
    agency: object
    year: int
    tables: dict
    own: str
    lists: str                      # how lists are numbered: paren, shi, arabic
    claims: list = field(default_factory=list)    # what the text says of the tables
    besides: list = field(default_factory=list)   # sentences that repeat a table, beside those in said: (table, sentence)
    said: dict = field(default_factory=dict)      # the sentences that say it, by table

    @property
    def requests(self):
        return self.tables["requests"]


def numbered(rng, ctx, items, style):
    """Items as one paragraph each, or as one paragraph of 一是 ... 二是 ..."""
    if style == "paren":
        return ["（%s）%s" % (NUMERALS[i], t) for i, t in enumerate(items)]
    if style == "arabic":
        mark = rng.choice(["%d.%s", "%d、%s", "%d．%s"])
        return [mark % (i + 1, t) for i, t in enumerate(items)]
    if style == "block":
        return ["".join("%s是%s" % (NUMERALS[i], t) for i, t in enumerate(items))]
    return ["%s是%s" % (NUMERALS[i], t) for i, t in enumerate(items)]


def _note(ctx, **said):
    """What a true sentence says of the tables, for whoever spoils a table later."""
    for table, rows in said.items():
        for row in rows:
            metric = "%s.%s" % (table, row)
            ctx.claims.append({"of": metric, "value": claims.value_of(ctx.tables, metric)})


def request_sentence(rng, ctx):
    """What table three says, in words; silent about anything it does not say."""
    t = ctx.requests
    new, old = t.value("new", "all"), t.value("carried_in", "all")
    _note(ctx, requests=("new", "carried_in", "total", "carried_out"))
    if new == 0 and old == 0:
        return rng.choice(["%d年，%s未收到政府信息公开申请。", "%d年度%s未收到公民、法人或者其他组织提出的政府信息公开申请。",
                           "%d年，%s收到政府信息公开申请0件。"]) % (ctx.year, ctx.own)
    done, left = t.value("total", "all"), t.value("carried_out", "all")
    natural = t.value("new", "natural")
    text = "%d年，%s新收政府信息公开申请%d件，上年结转%d件" % (ctx.year, ctx.own, new, old)
    if rng.random() < 0.5 and new > 1:
        others = new - natural
        text += "。新收申请中，自然人申请%d件，法人或其他组织申请%d件" % (natural, others)
    if done == 0:
        return text + "，全部结转下年度继续办理。" if left else text + "。"
    text += "；本年度办结%d件，结转下年度继续办理%d件" % (done, left)
    if rng.random() < 0.6:
        text += "。" + result_parts(rng, t, done)
    return text + "。"


def result_parts(rng, t, done):
    """办结 and its parts: binds to what was handled, never to what was carried over."""
    groups = [("予以公开", ["granted"]), ("部分公开", ["partial"]),
              ("不予公开", ["refused.%d" % i for i in range(1, 9)]),
              ("无法提供", ["unavailable.%d" % i for i in range(1, 4)]),
              ("不予处理", ["declined.%d" % i for i in range(1, 6)]),
              ("其他处理", [r for r in t.cells if r.startswith("other")])]
    parts = [(n, sum(t.value(r, "all") for r in rows)) for n, rows in groups]
    shown = [p for p in parts if p[1]]
    decimals = rng.choice([1, 2])
    if rng.random() < 0.4:
        body = "，".join("%s%d件、占%s" % (n, v, sums.percent(v, done, decimals)) for n, v in shown)
    else:
        body = "、".join("%s%d件" % p for p in shown)
    return rng.choice(["办结的申请中，", "在办结的申请中，", "办理结果为："]) + body


def dispute_sentence(rng, ctx):
    t = ctx.tables["disputes"]
    review = t.value("review", "total")
    suits = t.value("direct", "total") + t.value("after_review", "total")
    _note(ctx, disputes=("review", "suits"))
    if review == 0 and suits == 0:
        return rng.choice(["全年未发生因政府信息公开引起的行政复议和行政诉讼案件。",
                           "本年度没有因政府信息公开工作被申请行政复议、提起行政诉讼。"])
    return "全年因政府信息公开引发的行政复议%d件，行政诉讼%d件。" % (review, suits)


def opening_words(rng, ctx):
    a, y = ctx.agency, ctx.year
    return rng.choice([
        "%d年，%s围绕%s中心工作，把政务公开作为改进作风、服务群众的重要抓手，各项任务有序落地。" % (y, ctx.own, a.upper),
        "%d年，%s认真执行%s（以下简称《条例》），按照《%s%d年政务公开重点任务清单》细化分工，压实责任。"
        % (y, ctx.own, LAW, a.upper, y),
        "%d年以来，%s坚持以公开为常态、不公开为例外，紧扣群众关切推进决策、执行、管理、服务、结果“五公开”。" % (y, ctx.own),
        "过去一年，%s聚焦“十四五”规划目标，持续拓展公开渠道，政府信息公开工作平稳有序。" % ctx.own,
        "根据%s和%s有关要求，%s结合实际，扎实做好%d年度政府信息公开各项工作。" % (LAW, a.upper, ctx.own, y)])


def aspect_disclosure(rng, ctx):
    words = [rng.choice(["聚焦财政预决算、重大项目、公共资源配置等领域，及时更新公开目录。",
                         "围绕群众办事的高频事项，编制办事指南并同步在大厅和网站公布。",
                         "对权责清单、机构职能和领导分工等信息实行动态调整，做到应公开尽公开。"]),
             rng.choice([sums.right_channels, sums.open_list, sums.nested])(rng, ctx)]
    if rng.random() < 0.5:
        words.append(sums.visits(rng, ctx))
    return "".join(words)


def aspect_requests(rng, ctx):
    ctx.said = {"requests": request_sentence(rng, ctx), "disputes": dispute_sentence(rng, ctx)}
    return "".join([rng.choice(["规范登记、审核、办理、答复、归档各环节，畅通网络、信函和当面申请渠道。",
                                "完善依申请公开会商机制，疑难件由法律顾问提前介入。",
                                "严格按照法定时限办理申请，答复文书统一格式、统一用印。"]),
                    ctx.said["requests"], ctx.said["disputes"]])


def aspect_management(rng, ctx):
    number = "%s府办发〔%d〕%d号" % (ctx.agency.mark, ctx.year, rng.randint(3, 98))
    return rng.choice([
        "落实信息发布“三审三校”制度，未经审核的内容一律不得上网。",
        "印发《%s政府信息公开保密审查办法》（%s），明确先审查、后公开。" % (ctx.agency.short, number),
        "对现行文件进行集中清理，规范公文属性标注，历史文件数字化工作基本完成。",
        "健全政府信息全生命周期管理机制，%s" % sums.meetings(rng, ctx)])


def aspect_platform(rng, ctx):
    host = ctx.agency.host
    return rng.choice([
        "依托门户网站（http://%s/）优化信息公开专栏，新增智能检索入口。" % host,
        "加强网站与政务新媒体融合，清理僵尸账号，%s" % sums.visits(rng, ctx),
        "在%d个便民服务点设置公开专区，配备自助查询终端，方便群众就近查阅。" % rng.randint(3, 25),
        "改版升级公开平台，打通12345热线知识库，%s" % sums.rate(rng, ctx)])


def aspect_supervision(rng, ctx):
    """Governments must report assessment, public review and accountability results."""
    text = rng.choice(["将政务公开纳入年度绩效管理，定期开展自查。", "主要负责同志定期听取汇报，研究解决难点问题。"])
    text += sums.meetings(rng, ctx)
    if ctx.agency.is_government or rng.random() < 0.5:
        text += rng.choice([
            "工作考核方面，政务公开占绩效考核分值的%d%%，考核结果为良好；社会评议方面，全年开展满意度调查2次，总体评价较好；"
            "责任追究方面，未发生需要追究责任的情形。" % rng.randint(4, 6),
            "年度工作考核结果全部为合格以上等次，社会评议结果为满意，全年没有责任追究情况。",
            "开展政府信息公开工作考核并通报结果，邀请群众代表进行社会评议，评议结果良好，本年度未出现责任追究情形。"])
    return text


ASPECTS = [("主动公开", "主动公开情况", aspect_disclosure), ("依申请公开", "依申请公开办理情况", aspect_requests),
           ("政府信息管理", "加强政府信息管理", aspect_management),
           ("平台建设", "推进公开平台建设", aspect_platform), ("监督保障", "强化监督保障", aspect_supervision)]


def overview(rng, ctx, extra=()):
    """Paragraphs of the first section; `extra` are sentences that must stand in it."""
    items = []
    for short, long, write in ASPECTS:
        head = short if rng.random() < 0.5 else long
        items.append(head + rng.choice(["。", "。", "：", "方面。"]) + write(rng, ctx))
    paragraphs = [opening_words(rng, ctx)]
    if ctx.lists == "paren" and rng.random() < 0.3:
        paragraphs[0] += "主要从五个方面开展工作："
    paragraphs += numbered(rng, ctx, items, ctx.lists)
    figures = [w(rng, ctx) for w in rng.sample(sums.ASIDES, rng.randint(1, 3))]
    paragraphs.append("此外，" + figures[0])
    paragraphs += figures[1:] + list(extra)
    if rng.random() < 0.5:
        paragraphs.append(claims.true_of_tables(rng, ctx))
    if rng.random() < 0.4:
        paragraphs += rng.choice(sums_more.PASSAGES)(rng, ctx)
    return [p for i, p in enumerate(paragraphs) if p and p not in paragraphs[:i]]


PROBLEMS = ["公开内容与群众期待还有差距，部分领域信息更新不够及时；", "政策解读形式较为单一，图解、视频等方式运用不多；",
            "基层工作人员变动频繁，业务能力有待提升；", "依申请公开答复的规范化水平仍需提高；",
            "平台互动功能发挥不充分，公众参与度不高；", "个别科室对公开属性认定不准，存在应公开未公开的现象；"]
MEASURES = ["健全信息更新台账，逐月督办，确保栏目不断档；", "丰富解读方式，重要文件与解读材料同步起草、同步审批、同步发布；",
            "每季度组织一次业务培训，编发典型案例供学习参考；", "邀请法律顾问参与答复审核，统一文书模板；",
            "优化网站检索和留言功能，及时回应群众关切；", "建立公开属性源头认定机制，强化保密审查；"]


def end_sentence(items):
    return [t if i + 1 < len(items) else t[:-1] + "。" for i, t in enumerate(items)]


def problems(rng, ctx):
    """Problems found and measures taken, numbered in one of several ways."""
    count = rng.randint(2, 4)
    picked = rng.sample(range(len(PROBLEMS)), count)
    bad = end_sentence([PROBLEMS[i] for i in picked])
    good = end_sentence([MEASURES[i] for i in picked])
    plan = rng.choice(["%d年，%s将重点做好以下工作：" % (ctx.year + 1, ctx.own), "下一步，%s将采取以下措施：" % ctx.own,
                       "针对上述问题，%s将从以下%s个方面加以改进：" % (ctx.own, NUMERALS[count - 1]
                                                     if count != 2 else "两")])
    style = rng.randrange(3)
    if style == 0:
        return (["（一）存在的主要问题"] + numbered(rng, ctx, bad, "arabic")
                + ["（二）" + rng.choice(["改进情况", "改进措施"]), plan] + numbered(rng, ctx, good, "arabic"))
    if style == 1:
        return (["%d年，%s政府信息公开工作虽取得一定进展，但仍存在一些不足：" % (ctx.year, ctx.own)]
                + numbered(rng, ctx, bad, "block") + [plan] + numbered(rng, ctx, good, "block"))
    return (["（一）主要问题。" + numbered(rng, ctx, bad, "block")[0],
             "（二）改进情况。" + plan + numbered(rng, ctx, good, "block")[0]])


FEES = ["%d年，%s未收取政府信息公开信息处理费。", "按照《政府信息公开信息处理费管理办法》，%d年%s没有向申请人收取信息处理费。",
        "%d年度，%s发出收费通知0件，信息处理费收取总金额0元。", "依申请公开信息处理费收取情况：%d年%s没有收取。",
        "%d年%s依申请提供政府信息，未产生信息处理费。", "关于信息处理费：%d年%s收取0元。",
        "%d年，%s依申请公开政府信息没有收取任何费用。", "%d年度%s向申请人提供政府信息均为免费，无收费情况。",
        "%d年，%s严格落实政府信息公开信息处理费管理有关规定，全年收取信息处理费0元。"]


def fees(rng, ctx):
    return rng.choice(FEES) % (ctx.year, ctx.own)


def other(rng, ctx):
    words = [rng.choice(["无其他需要报告的事项。", "本年度没有其他需要报告的事项。", "无。"])]
    if rng.random() < 0.6 or ctx.year >= 2021:
        words = [fees(rng, ctx)] + (words[:1] if words[0] != "无。" else [])
    if rng.random() < 0.3:
        words.insert(0, "全年办理人大代表建议%d件、政协提案%d件，答复内容均已在网站公开。"
                     % (rng.randint(1, 30), rng.randint(1, 30)))
    return words
