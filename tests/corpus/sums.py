"""Sentences with figures: right ones, right ones that look wrong, and wrong ones on demand.

A sentence function takes (rng, ctx) and returns text. The `wrong_*` functions return
(text, expected, found, related) where related holds every figure a finding may print.
"""


def cut(rng, total, count):
    """`count` positive parts that make `total` (total >= count)."""
    marks = sorted(rng.sample(range(1, total), count - 1)) if count > 1 else []
    edges = [0] + marks + [total]
    return [b - a for a, b in zip(edges, edges[1:])]


def percent(part, whole, decimals):
    """Half-up at the decimals stated, in integers, so that no binary fraction decides."""
    scale = 10 ** decimals
    units = (part * 100 * scale * 2 + whole) // (2 * whole)
    if decimals == 0:
        return "%d%%" % units
    return "%d.%0*d%%" % (units // scale, decimals, units % scale)


CHANNELS = ["政府门户网站", "政务微信公众号", "政务微博", "政府公报", "新闻媒体", "今日头条号", "政务公开栏", "便民服务中心查阅点"]
TOPICS = ["规划计划类", "财政资金类", "人事任免类", "行政执法类", "政策文件类", "工作动态类", "公共服务类", "民生保障类"]
VERBS = ["主动公开政府信息", "累计发布各类政府信息", "主动公开各类信息", "公开政务信息"]
UNITS = ["条", "条", "条", "件", "篇"]


def _listed(rng, names, numbers, unit):
    style = rng.randrange(4)
    if style == 0:
        return "、".join("%s%d%s" % (n, v, unit) for n, v in zip(names, numbers))
    if style == 1:
        return "，".join("通过%s公开%d%s" % (n, v, unit) for n, v in zip(names, numbers))
    if style == 2:
        return "，".join("%s%d%s" % (n, v, unit) for n, v in zip(names, numbers))
    return "；".join("%s发布信息%d%s" % (n, v, unit) for n, v in zip(names, numbers))


def _whole(rng, ctx, total, unit):
    lead = rng.choice(["全年共", "全年", "%d年，%s共" % (ctx.year, ctx.own), "本年度累计", "一年来，"])
    return "%s%s%d%s" % (lead, rng.choice(VERBS), total, unit)


def channels(rng, ctx, total=None, shift=0, closed=None):
    """A whole and its parts; `shift` spoils the last but one part, `closed` forces a catch-all."""
    count = rng.randint(2, 5)
    total = total or rng.randint(40, 3000)
    numbers = cut(rng, total, count)
    unit = rng.choice(UNITS)
    closed = rng.random() < 0.5 if closed is None else closed
    names = rng.sample(CHANNELS if rng.random() < 0.5 else TOPICS, count)
    if closed:
        names[-1] = rng.choice(["其他渠道", "其他方式", "其他", "其他信息"])
    numbers[0] += shift
    text = "%s，其中%s。" % (_whole(rng, ctx, total, unit), _listed(rng, names, numbers, unit))
    return text, total, sum(numbers), numbers


def right_channels(rng, ctx):
    return channels(rng, ctx)[0]


def open_list(rng, ctx):
    """Parts that do not reach the whole and do not claim to."""
    total = rng.randint(120, 2500)
    numbers = cut(rng, total, 4)[:3]
    names = rng.sample(TOPICS, 3)
    body = "、".join("%s信息%d条" % (n, v) for n, v in zip(names, numbers))
    lead = rng.choice(["其中", "主要包括", "其中重点公开"])
    return "全年公开信息%d条，%s%s等。" % (total, lead, body)


def nested(rng, ctx):
    total = rng.randint(60, 900)
    a, b, c = cut(rng, total, 3)
    a1 = rng.randint(0, a)
    return ("通过各类平台发布政策解读及动态信息共%d篇，其中政策解读%d篇（其中文字解读%d篇、图片图表解读%d篇），"
            "部门动态%d篇，其他信息%d篇。" % (total, a, a1, a - a1, b, c))


def visits(rng, ctx):
    """Approximations and unlike units: nothing to add up."""
    return rng.choice([
        "门户网站全年总访问量近%d万人次，其中移动端约%d万余人次。" % (rng.randint(9, 90), rng.randint(2, 8)),
        "举办“政府开放日”活动%d场次，其中邀请群众代表%d余人次，发放宣传资料%d多份。"
        % (rng.randint(2, 9), rng.randint(10, 40) * 10, rng.randint(5, 30) * 100),
        "微信公众号推送图文消息%d条，阅读量达%d.%d万余次，其中单篇最高阅读量%d次。"
        % (rng.randint(90, 700), rng.randint(3, 60), rng.randint(1, 9), rng.randint(2000, 9000))])


def ratio(rng, ctx):
    total = rng.randint(30, 900)
    count = rng.randint(2, 4)
    numbers = cut(rng, total, count)
    decimals = rng.choice([0, 1, 1, 2, 2])
    names = ["网上办理", "窗口受理", "电话转办", "来信登记"][:count]
    pieces = ["%s%d件，占%s" % (n, v, percent(v, total, decimals)) for n, v in zip(names, numbers)]
    return "全年共受理各类政务咨询%d件，其中%s。" % (total, "；".join(pieces))


def rate(rng, ctx):
    total = rng.randint(20, 600)
    done = total if rng.random() < 0.5 else total - rng.randint(1, total // 10)
    decimals = rng.choice([1, 2]) if done != total else 0
    return "受理群众留言%d件，已办结%d件，办结率为%s。" % (total, done, percent(done, total, decimals))


def trio(rng, ctx):
    """One subject, a share each, separated from the counts."""
    total = rng.randint(30, 500)
    numbers = cut(rng, total, 3)
    return ("全年发布政策解读材料%d篇，其中图解%d篇、视频解读%d篇、文字解读%d篇，分别占解读材料总数的%s、%s、%s。"
            % (total, *numbers, *(percent(n, total, 2) for n in numbers)))


def meetings(rng, ctx):
    n = rng.randint(2, 6)
    return rng.choice([
        "先后召开专题推进会议%d次，开展业务培训%d期，参训人员%d人次。"
        % (n, rng.randint(1, 4), rng.randint(30, 300)),
        "组织参加上级培训%d次，其中线上培训1次，%d名工作人员参加学习。" % (n, rng.randint(5, 40)),
        "调整充实政务公开专兼职人员%d名，其中专职1名、兼职%d名。" % (n + 1, n)])


def two_wholes(rng, ctx):
    """Two totals before 其中: a careful reader cannot say which is meant, or it is the first."""
    a, b = rng.randint(50, 400), rng.randint(5, 40)
    part = rng.randint(1, b - 1)
    return ("全年办理人大代表建议%d件、政协提案%d件，其中主办件%d件，均已按时答复并公开答复情况。"
            % (a, b, part))


def growth(rng, ctx):
    return rng.choice([
        "较上年增长%d.%d%%，公开质量和时效同步提升。" % (rng.randint(2, 60), rng.randint(1, 9)),
        "第三方测评显示，群众对政务公开工作的满意度为%d.%d%%。" % (rng.randint(90, 98), rng.randint(1, 9)),
        "12345热线按期答复率保持在99%以上。", "公开内容审核率达到100%。"])


def decoy(rng, ctx):
    """What looks like a defect at first sight and is none."""
    a = ctx.agency
    return rng.choice([
        "贯彻落实《%s政府信息公开规定》，对某些历史遗留事项逐项明确公开属性。" % a.province,
        "信息公开专栏（http://xxgk.%s/）增设LED屏同步展示，页面适配4×4宫格布局。"
        % a.host.replace("www.", ""),
        "集中开展打击网络赌博宣传，公开体育彩票公益金使用情况%d项。" % rng.randint(2, 9),
        "机关统一社会信用代码为11%06dMB%07dX，已在机构职能栏目公开。"
        % (rng.randint(110000, 659999), rng.randint(0, 9999999)),
        "受理编号为%d0230000%06d的申请已按期办结。" % (ctx.year * 1000 + 115, rng.randint(1, 999999)),
        "编制《%s国土空间总体规划（2021—2035年）》，规划文本和图件全部公开。" % a.short,
        "公开%d年度部门决算和%d年度部门预算，明细到项级科目。" % (ctx.year - 1, ctx.year),
        "与%d年相比，公开栏目由%d个增加到%d个。" % (ctx.year - 1, *sorted(rng.sample(range(8, 40), 2))),
        "落实国务院部署（国办发〔%d〕12号），对照中国政府网（www.gov.cn）栏目逐项核对。" % ctx.year,
        "热线接听时间为9:00—17:30，咨询电话%s，传真%s。" % (a.phone, a.phone[:-1] + "0")])


def wrong_over(rng, ctx):
    text, total, found, numbers = channels(rng, ctx, shift=rng.randint(1, 60))
    return text, total, found, numbers


def wrong_under_closed(rng, ctx):
    count_total = rng.randint(200, 3000)
    while True:
        text, total, found, numbers = channels(rng, ctx, count_total, 0, True)
        if numbers[0] > 3:
            break
    drop = rng.randint(1, numbers[0] - 2)
    old, new = "%d" % numbers[0], "%d" % (numbers[0] - drop)
    head, tail = text.split("，其中", 1)
    tail = tail.replace(old, new, 1)
    return head + "，其中" + tail, total, found - drop, [numbers[0] - drop] + numbers[1:]


def wrong_nested(rng, ctx):
    total = rng.randint(60, 900)
    a, b, c = cut(rng, total, 3)
    extra = rng.randint(1, 9)
    a1 = rng.randint(0, a)
    text = ("通过各类平台发布政策解读及动态信息共%d篇，其中政策解读%d篇（其中文字解读%d篇、图片图表解读%d篇），"
            "部门动态%d篇，其他信息%d篇。" % (total, a, a1, a - a1 + extra, b, c))
    return text, a, a + extra, [a1, a - a1 + extra]


def wrong_percent(rng, ctx):
    total = rng.randint(40, 900)
    done = rng.randint(10, total - 5)
    decimals = rng.choice([1, 2])
    right = percent(done, total, decimals)
    off = rng.choice([-1, 1]) * rng.uniform(1.5, 9.0)
    value = float(right[:-1]) + off
    if not 0.5 <= value <= 99.4:
        value = float(right[:-1]) - off
    found = "%.*f%%" % (decimals, value)
    text = rng.choice([
        "受理群众留言%d件，已办结%d件，办结率为%s。",
        "全年共受理各类政务咨询%d件，其中网上办理%d件，占%s。",
        "全年发布政策解读材料%d篇，其中视频解读%d篇，占比%s。"]) % (total, done, found)
    return text, right, found, []


# What may follow the five aspects; none states a whole that another sentence states too.
ASIDES = [ratio, trio, two_wholes, growth, decoy, decoy]
