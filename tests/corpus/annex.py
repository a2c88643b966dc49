"""The statistics annex of the report years 2014 to 2018: rows, consistent figures, wrong ones."""
from figures import Table, _number
from forms import Cell
from registry import defect
from report import expect
from sums import cut

# (key, label, unit); the order is that of the sheet
ROWS = [
    ("h1", "一、主动公开情况", ""),
    ("open", "（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）", "条"),
    ("open.normative", "其中：主动公开规范性文件数", "条"),
    ("issued.normative", "制发规范性文件总数", "件"),
    ("h2", "（二）通过不同渠道和方式公开政府信息的情况", ""),
    ("channel.1", "1.政府公报公开政府信息数", "条"), ("channel.2", "2.政府网站公开政府信息数", "条"),
    ("channel.3", "3.政务微博公开政府信息数", "条"), ("channel.4", "4.政务微信公开政府信息数", "条"),
    ("channel.5", "5.其他方式公开政府信息数", "条"),
    ("h3", "二、回应解读情况", ""),
    ("respond", "（一）回应公众关注热点或重大舆情数（不同方式回应同一热点或舆情计1次）", "次"),
    ("h4", "（二）通过不同渠道和方式回应解读的情况", ""),
    ("press", "1.参加或举办新闻发布会总次数", "次"),
    ("press.head", "其中：主要负责同志参加新闻发布会次数", "次"),
    ("talk", "2.政府网站在线访谈次数", "次"),
    ("talk.head", "其中：主要负责同志参加政府网站在线访谈次数", "次"),
    ("explain", "3.政策解读稿件发布数", "篇"), ("weibo", "4.微博微信回应事件数", "次"),
    ("otherway", "5.其他方式回应事件数", "次"),
    ("h5", "三、依申请公开情况", ""),
    ("received", "（一）收到申请数", "件"), ("received.1", "1.当面申请数", "件"),
    ("received.2", "2.传真申请数", "件"), ("received.3", "3.网络申请数", "件"),
    ("received.4", "4.信函申请数", "件"),
    ("done", "（二）申请办结数", "件"), ("done.1", "1.按时办结数", "件"), ("done.2", "2.延期办结数", "件"),
    ("reply", "（三）申请答复数", "件"), ("reply.1", "1.属于已主动公开范围数", "件"),
    ("reply.2", "2.同意公开答复数", "件"), ("reply.3", "3.同意部分公开答复数", "件"),
    ("reply.4", "4.不同意公开答复数", "件"),
    ("refuse.1", "其中：涉及国家秘密", "件"), ("refuse.2", "涉及商业秘密", "件"),
    ("refuse.3", "涉及个人隐私", "件"),
    ("refuse.4", "危及国家安全、公共安全、经济安全和社会稳定", "件"),
    ("refuse.5", "不是《条例》所指政府信息", "件"), ("refuse.6", "法律法规规定的其他情形", "件"),
    ("reply.5", "5.不属于本行政机关公开数", "件"), ("reply.6", "6.申请信息不存在数", "件"),
    ("reply.7", "7.告知作出更改补充数", "件"), ("reply.8", "8.告知通过其他途径办理数", "件"),
    ("review", "四、行政复议数量", "件"), ("review.1", "（一）维持具体行政行为数", "件"),
    ("review.2", "（二）被依法纠错数", "件"), ("review.3", "（三）其他情形数", "件"),
    ("suit", "五、行政诉讼数量", "件"),
    ("suit.1", "（一）维持具体行政行为或者驳回原告诉讼请求数", "件"),
    ("suit.2", "（二）被依法纠错数", "件"), ("suit.3", "（三）其他情形数", "件"),
    ("complaint", "六、举报投诉数量", "件"), ("fee", "七、依申请公开信息收取的费用", "万元"),
    ("h8", "八、机构建设和保障经费情况", ""),
    ("office", "（一）政府信息公开工作专门机构数", "个"), ("point", "（二）设置政府信息公开查阅点数", "个"),
    ("staff", "（三）从事政府信息公开工作人员数", "人"), ("staff.1", "1.专职人员数（不包括政府公报及政府网站工作人员数）", "人"),
    ("staff.2", "2.兼职人员数", "人"),
    ("budget", "（四）政府信息公开专项经费（不包括用于政府公报编辑管理及政府网站建设维护等方面的经费）", "万元"),
    ("h9", "九、政府信息公开会议和培训情况", ""),
    ("meeting", "（一）召开政府信息公开工作会议或专题会议数", "次"), ("class", "（二）举办各类培训班数", "次"),
    ("trained", "（三）接受培训人员数", "人次")]
WHOLES = {"received": ["received.%d" % i for i in range(1, 5)], "done": ["done.1", "done.2"],
          "reply": ["reply.%d" % i for i in range(1, 9)],
          "reply.4": ["refuse.%d" % i for i in range(1, 7)],
          "review": ["review.1", "review.2", "review.3"],
          "suit": ["suit.1", "suit.2", "suit.3"], "staff": ["staff.1", "staff.2"]}
EXACT = ["received", "done", "reply", "reply.4", "staff"]
TITLES = ["政府信息公开情况统计表", "%d年政府信息公开情况统计表", "附件：政府信息公开情况统计表（%d年度）", "附表：%d年度政府信息公开工作统计表"]


def _share(rng, values, whole, parts, total):
    """Spread a total over its parts, some of them nought."""
    some = rng.sample(parts, rng.randint(1, min(len(parts), max(1, total))))
    for part in parts:
        values[part] = 0
    for part, value in zip(some, cut(rng, total, len(some)) if total else [0] * len(some)):
        values[part] = value
    values[whole] = total


def draw(rng, agency):
    """A sheet in which all relations hold."""
    v = {key: 0 for key, _, unit in ROWS if unit}
    busy = rng.choice([0, 1, 4, 30])
    for whole in ("received", "review", "suit"):
        _share(rng, v, whole, WHOLES[whole], rng.randint(0, busy * (3 if whole == "received" else 1)))
    _share(rng, v, "done", WHOLES["done"], v["received"])
    _share(rng, v, "reply", WHOLES["reply"], v["received"])
    _share(rng, v, "reply.4", WHOLES["reply.4"], v["reply.4"])
    _share(rng, v, "staff", WHOLES["staff"], rng.randint(2, 40))
    for i in range(1, 6):
        v["channel.%d" % i] = rng.choice([0, rng.randint(1, 900)])
    v["channel.2"] = rng.randint(40, 900)
    v["open"] = rng.randint(v["channel.2"] // 2, v["channel.2"])
    v["issued.normative"] = rng.randint(0, 12)
    v["open.normative"] = rng.randint(0, min(v["issued.normative"], v["open"]))
    v["press"], v["talk"] = rng.randint(0, 6), rng.randint(0, 4)
    v["press.head"], v["talk.head"] = rng.randint(0, v["press"]), rng.randint(0, v["talk"])
    for key in ("respond", "explain", "weibo", "complaint", "meeting", "class", "office", "point"):
        v[key] = rng.randint(0, 9)
    v["trained"] = v["class"] * rng.randint(8, 60)
    cells = {key: {"count": _number(v[key])} for key, _, unit in ROWS if unit}
    return Table("annex", "2008", cells)


def grid_of(table):
    grid = [[Cell("统　计　指　标", role="head"), Cell("单位", role="head"),
             Cell("统计数", role="head")]]
    for key, label, unit in ROWS:
        value = Cell(table.raw(key, "count"), role="value", key=(key, "count")) if unit \
            else Cell("")
        grid.append([Cell(label), Cell(unit or "——"), value])
    return grid


def attach(rng, report):
    """Give the report its sheet, as most of those years have."""
    report.annex = draw(rng, report.agency)
    title = rng.choice(TITLES)
    report.annex_title = title % report.year if "%" in title else title


def _wrong(rng, report, row, value):
    if report.annex is None:
        return False
    right = report.annex.value(row, "count")
    if value == right or value < 0:
        return False
    report.annex.put_number(row, "count", value)
    return True


@defect("annex.sum", "annex", ("2008",), 3)
def wrong_sum(rng, report):
    """A whole that is not the sum of its parts."""
    row = rng.choice(EXACT)
    if report.annex is None:
        return False
    right = report.annex.value(row, "count")
    wrong = right + rng.choice([-1, 1]) * rng.randint(1, 9)
    if not _wrong(rng, report, row, wrong):
        return False
    expect(report, "annex.sums", found=str(wrong))
    report.may += ["narrative.itself"]
    return True


@defect("annex.cases", "annex", ("2008",), 1)
def wrong_cases(rng, report):
    """More cases by outcome than there were."""
    if report.annex is None:
        return False
    row = rng.choice(["review", "suit"])
    part = row + ".%d" % rng.randint(1, 3)
    _wrong(rng, report, part, report.annex.value(row, "count") + rng.randint(1, 5))
    expect(report, "annex.sums")
    return True


@defect("annex.doubt", "annex", ("2008",), 1)
def doubt(rng, report):
    """The head of the organ at more conferences than there were; more on the page than by any way."""
    if report.annex is None:
        return False
    row = rng.choice(["press", "talk"])
    report.annex.put_number(row + ".head", "count",
                            report.annex.value(row, "count") + rng.randint(1, 4))
    expect(report, "annex.sums", informational=True)
    return True
