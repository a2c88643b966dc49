"""Long passages full of figures that are all right, and single sentences in many more words.

A passage function takes (rng, ctx) and returns a list of paragraphs.
"""
from sums import cut, percent

HAN = "零一二三四五六七八九"


def han(value):
    """A number below a thousand in Chinese numerals."""
    if value < 10:
        return HAN[value]
    if value < 100:
        ten, one = divmod(value, 10)
        return ("" if ten == 1 else HAN[ten]) + "十" + (HAN[one] if one else "")
    hundred, rest = divmod(value, 100)
    if not rest:
        return HAN[hundred] + "百"
    tail = han(rest)
    if rest < 10:
        tail = "零" + tail
    elif rest < 20:
        tail = "一" + tail
    return HAN[hundred] + "百" + tail


def by_month(rng, ctx):
    """Quarters that make the year, in the three ways that offices write them."""
    total = rng.randint(80, 900)
    a, b, c, d = cut(rng, total, 4)
    style = rng.randrange(3)
    if style == 0:
        text = "按季度看，一季度发布%d条，二季度发布%d条，三季度发布%d条，四季度发布%d条，合计%d条。" % (a, b, c, d, total)
    elif style == 1:
        text = "政务公开专栏全年更新内容%d条，一、二、三、四季度分别为%d条、%d条、%d条、%d条。" % (total, a, b, c, d)
    else:
        text = "全年更新栏目内容%d条次，其中上半年%d条次、下半年%d条次。" % (total, a + b, c + d)
    return [text]


def several_years(rng, ctx):
    """Figures of other years beside this one's: none of them speaks of this year's tables."""
    before = rng.randint(20, 200)
    now = before + rng.randint(1, 60)
    rate = percent(now - before, before, 1)
    return ["门户网站在线咨询量由%d年的%d件增至%d年的%d件，增加%d件，增长%s。"
            % (ctx.year - 1, before, ctx.year, now, now - before, rate),
            "近三年，政策问答库条目分别为%d条、%d条、%d条，逐年递增。" % (before, before + 7, before + 19)]


def town_hall(rng, ctx):
    """What a township tells: people, posters, loudspeakers, in Chinese numerals too."""
    villages = rng.randint(6, 28)
    boards = cut(rng, villages + rng.randint(3, 9), 2)
    return ["辖区%s个村（社区）全部设立村务公开栏，共有公开栏%d块，其中室外%d块、室内%d块。"
            % (han(villages), sum(boards), *boards),
            "围绕惠农补贴、危房改造等%s类事项张贴公示%d份，广播播放%d余次，入户宣讲%d多户。"
            % (han(rng.randint(3, 9)), rng.randint(40, 300), rng.randint(3, 20) * 10,
               rng.randint(2, 9) * 100)]


def long_list(rng, ctx):
    """One whole and many members, the numbers before their names."""
    names = ["组织机构", "政策文件", "规划计划", "统计信息", "财政资金", "重大项目", "公共监管", "应急管理",
             "社会保障", "环境保护", "安全生产", "人事信息"]
    count = rng.randint(6, 11)
    total = rng.randint(200, 2400)
    parts = cut(rng, total, count)
    joint = rng.choice(["、", "，", "；"])
    body = joint.join("%s信息%d条" % p for p in zip(rng.sample(names, count), parts))
    lead = rng.choice(["按内容划分，公开%d条信息，分别是：%s。", "法定主动公开内容栏目本年度更新%d条，包括%s。",
                       "在县级平台公开%d条，具体为：%s。"])
    return [lead % (total, body)]


def people(rng, ctx):
    """Staff, training and posts: nested, with shares and other units between."""
    staff = rng.randint(4, 40)
    full = rng.randint(1, staff - 2)
    talks = rng.randint(3, 12)
    a, b = cut(rng, talks, 2)
    return ["现有从事政府信息公开工作人员%d人，其中专职%d人、兼职%d人，专职人员占%s。"
            % (staff, full, staff - full, percent(full, staff, 1)),
            "全年组织业务培训%s次（线上%s次、线下%s次），覆盖%d人次，人均学时%d.%d小时。"
            % (han(talks), han(a), han(b), rng.randint(30, 600), rng.randint(4, 20),
               rng.randint(0, 9))]


def hotline(rng, ctx):
    """The hotline: its name is a number, its shares are right, its units change."""
    total = rng.randint(200, 9000)
    a, b, c = cut(rng, total, 3)
    return ["12345政务服务便民热线转来工单%d件，其中咨询类%d件、求助类%d件、投诉举报类%d件，占比分别为%s、%s、%s。"
            % (total, a, b, c, *(percent(v, total, 2) for v in (a, b, c))),
            "工单办结率%s，满意率99.%d%%，平均办理时长%d.%d个工作日。"
            % (rng.choice(["100%", "达到100%"]), rng.randint(0, 9), rng.randint(1, 4),
               rng.randint(0, 9))]


def media(rng, ctx):
    """Scaled and approximate numbers with their members in brackets."""
    posts = rng.randint(100, 2000)
    a, b, c = cut(rng, posts, 3)
    return ["“两微一端”共发布信息%d条（微信%d条、微博%d条、客户端%d条），总阅读量突破%d万次。"
            % (posts, a, b, c, rng.randint(11, 300)),
            "粉丝量约%d.%d万，较年初净增%d余人；单条最高转发%d次。"
            % (rng.randint(1, 40), rng.randint(1, 9), rng.randint(2, 90) * 100,
               rng.randint(100, 999))]


def together(rng, ctx):
    """A whole page of figures, as departments with much to tell write it."""
    out = []
    for write in rng.sample([by_month, several_years, town_hall, long_list, people, hotline,
                             media], rng.randint(3, 5)):
        out += write(rng, ctx)
    return out if rng.random() < 0.5 else ["".join(out)]


PASSAGES = [by_month, several_years, town_hall, long_list, people, hotline, media, together,
            together]


# ---- wrong ones: (text, expected, found, related) as in sums.py

def wrong_quarters(rng, ctx):
    total = rng.randint(80, 900)
    parts = cut(rng, total, 4)
    extra = rng.randint(2, 30)
    parts[rng.randrange(4)] += extra
    text = rng.choice(["专题专栏全年更新内容%d条，其中一季度%d条、二季度%d条、三季度%d条、四季度%d条。",
                       "全年编发政务公开动态%d条，其中，一季度%d条，二季度%d条，三季度%d条，四季度%d条。"]) % (total, *parts)
    return text, total, total + extra, parts


def wrong_brackets(rng, ctx):
    posts = rng.randint(100, 2000)
    parts = cut(rng, posts, 3)
    extra = rng.randint(1, 25)
    parts[rng.randrange(3)] += extra
    text = rng.choice(["“两微一端”共发布信息%d条（其中微信%d条、微博%d条、客户端%d条）。",
                       "政务新媒体全年发布信息%d条，含微信公众号%d条、微博%d条、其他账号%d条。"]) % (posts, *parts)
    return text, posts, posts + extra, parts


def wrong_staff(rng, ctx):
    staff = rng.randint(6, 40)
    full = rng.randint(2, staff - 2)
    extra = rng.randint(1, 3)
    text = rng.choice(["现有政府信息公开工作人员%d名，其中专职人员%d名、兼职人员%d名。",
                       "配备信息公开工作人员共%d名，其中：专职%d名，兼职%d名。"]) % (staff, full, staff - full + extra)
    return text, staff, staff + extra, [full, staff - full + extra]


def wrong_catch_all(rng, ctx):
    total = rng.randint(120, 900)
    a, b, c = cut(rng, total, 3)
    drop = rng.randint(1, max(1, a - 1)) if a > 1 else 0
    if not drop:
        return wrong_catch_all(rng, ctx)
    text = rng.choice(["全年接受群众咨询%d人次，其中现场咨询%d人次，电话咨询%d人次，其他方式咨询%d人次。",
                       "办理网民留言%d件，其中建议类%d件、求助类%d件、其他类%d件。"]) % (total, a - drop, b, c)
    return text, total, total - drop, [a - drop, b, c]


def wrong_rate(rng, ctx):
    total = rng.randint(60, 900)
    done = rng.randint(20, total - 9)
    right = percent(done, total, 1)
    wrong = percent(done, total, 1)
    while wrong == right or abs(float(wrong[:-1]) - float(right[:-1])) < 1.5:
        wrong = percent(rng.randint(10, total - 1), total, 1)
    text = rng.choice(["网上信访事项受理%d件，办结%d件，办结率%s。", "全年征集意见建议%d条，采纳%d条，采纳率为%s。",
                       "发放调查问卷%d份，回收%d份，回收率%s。", "共办理政务热线工单%d件，其中咨询类%d件，占工单总量的%s。"]) % (
        total, done, wrong)
    return text, right, wrong, []


def wrong_shares(rng, ctx):
    total = rng.randint(90, 900)
    parts = cut(rng, total, 3)
    shares = [percent(v, total, 2) for v in parts]
    at = rng.randrange(3)
    right = shares[at]
    shift = rng.choice([-1, 1]) * rng.uniform(2, 8)
    value = float(right[:-1]) + shift
    value = value if 0.5 < value < 99 else float(right[:-1]) - shift
    shares[at] = "%.2f%%" % value
    text = ("全年发布政策解读%d篇，其中文字解读%d篇、图文解读%d篇、视频解读%d篇，占比分别为%s、%s、%s。"
            % (total, *parts, *shares))
    return text, right, shares[at], []


WRONG_SUMS = [wrong_quarters, wrong_brackets, wrong_staff, wrong_catch_all]
WRONG_SHARES = [wrong_rate, wrong_shares]
