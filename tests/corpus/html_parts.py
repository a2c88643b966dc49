"""Pieces of page chrome: head, menus, metadata, byline, footer, bulk. Used by the families."""
import html
from dataclasses import dataclass, field

MENU = ["首页", "政务公开", "政务服务", "互动交流", "新闻中心", "走进{place}", "专题专栏", "数据开放", "信息公开指南",
        "信息公开制度", "法定主动公开内容", "政府信息公开年报", "依申请公开", "机构职能", "领导信息", "政策文件", "政策解读",
        "规划计划", "财政信息", "行政许可", "行政处罚", "重大项目", "公共资源交易", "应急管理", "社会公益", "民生实事",
        "人事信息", "统计数据", "会议公开", "建议提案", "权责清单", "网上调查", "意见征集", "在线访谈", "领导信箱"]
SUBJECTS = ["综合政务/政务公开", "政务公开", "综合政务", "政府信息公开年报", "其他"]


@dataclass
class Page:
    """All that a family needs to draw a page."""
    report: object
    article: str
    charset: str                     # label in the page, "" for none
    place: str
    metas: list = field(default_factory=list)
    where: list = field(default_factory=list)     # which of meta, info, byline give the date
    columns: list = field(default_factory=list)
    index: str = ""

    @property
    def title(self):
        return html.escape(self.report.title, quote=False)


def date_text(rng, day, clock=True):
    if day is None:
        return ""
    y, m, d = day.year, day.month, day.day
    style = rng.randrange(6)
    if style == 0:
        return "%d年%d月%d日" % (y, m, d)
    if style == 1:
        return "%d/%d/%d" % (y, m, d)
    text = "%d-%02d-%02d" % (y, m, d)
    if clock and style < 4:
        text += " %02d:%02d" % (rng.randint(8, 18), rng.randint(0, 59))
        text += ":%02d" % rng.randint(0, 59) if style == 3 else ""
    return text


def draw_page(rng, report, article, charset):
    page = Page(report, article, charset, report.agency.short)
    page.columns = ["首页", "政务公开", rng.choice(["政府信息公开", "法定主动公开内容"]),
                    rng.choice(["政府信息公开年报", "年度报告"])]
    page.index = "%s%06d/%d-%05d" % (rng.choice(["01", "11", "K"]), rng.randint(1, 999999),
                                     (report.published or report.signed).year
                                     if report.published or report.signed else 2024,
                                     rng.randint(1, 99999))
    if report.published:
        page.where = [w for w in ("meta", "info", "byline") if rng.random() < 0.6]
        if not page.where or report.byline_date != report.published:
            page.where = sorted(set(page.where + ["info", "byline"]))
    page.metas = _metas(rng, page)
    return page


def _metas(rng, page):
    r = page.report
    tags = [("SiteName", page.place + "人民政府网"), ("SiteDomain", r.page_host),
            ("SiteIDCode", "%010d" % rng.randint(10 ** 9, 10 ** 10 - 1)),
            ("ColumnName", page.columns[-1]), ("ColumnType", "政务公开"),
            ("ArticleTitle", r.title), ("ContentSource", r.publisher), ("Author", ""),
            ("Keywords", "政府信息公开"), ("Description", ""), ("Url", "http://%s/zwgk/%d.html"
                                                         % (r.page_host, rng.randint(10, 99999)))]
    kept = [t for t in tags if t[0] == "SiteDomain" or rng.random() < 0.75]
    if r.script == "hant" or "brand-in-title" in r.damage:
        kept = [t for t in kept if t[0] != "Author"]
    if "meta" in page.where:
        kept.insert(min(4, len(kept)), ("PubDate", r.published.strftime("%Y-%m-%d %H:%M")))
    return kept


def meta_tags(rng, page, close=">"):
    case = rng.random() < 0.3
    out = []
    for name, content in page.metas:
        name = name.lower() if case and name != "SiteIDCode" else name
        out.append('<meta name="%s" content="%s"%s' % (name, html.escape(content), close))
    if page.report.head_noise:
        noise = html.escape(page.report.head_noise)
        out.insert(0, '<meta name="keywords" content="%s"%s' % (noise, close))
        out.insert(1, '<meta name="description" content="%s"%s' % (noise, close))
    return "\n".join(out)


def charset_tag(rng, page, close=">"):
    if not page.charset:
        return ""
    if rng.random() < 0.5:
        return '<meta http-equiv="Content-Type" content="text/html; charset=%s"%s' % (
            page.charset, close)
    return '<meta charset="%s"%s' % (page.charset, close)


def head(rng, page, close=">", bulk=1):
    """The head's inner mark-up; a long head puts the title late."""
    title = "<title>%s</title>" % html.escape(page.report.page_title, quote=False)
    parts = [charset_tag(rng, page, close), title, meta_tags(rng, page, close), styles(rng, bulk),
             script(rng, bulk)]
    return "\n".join(parts)


def styles(rng, bulk):
    lines = []
    for i in range(40 * bulk):
        lines.append(".c%d_%d{margin:%dpx 0 0 %dpx;padding:%dpx;font-size:%dpx;color:#%06x;"
                     "background:url(../images/bg_%d.png) no-repeat}"
                     % (i, rng.randint(1, 99), rng.randint(0, 40), rng.randint(0, 40),
                        rng.randint(0, 20), rng.randint(12, 22), rng.randint(0, 0xffffff), i))
    return '<style type="text/css">\n<!--\n%s\n-->\n</style>' % "\n".join(lines)


def script(rng, bulk):
    lines = ["var _hmt=_hmt||[];"]
    for i in range(30 * bulk):
        lines.append("function fn%d(a,b){if(a<b&&b>%d){document.getElementById('m%d').style."
                     "display='none';return '<td>'+a+'</td>';}else{return %d;}}"
                     % (i, rng.randint(1, 99), i, rng.randint(1, 9999)))
    return '<script type="text/javascript">\n%s\n</script>' % "\n".join(lines)


def menu(rng, page, item="<li><a href=\"%s\" target=\"_blank\">%s</a></li>", count=None):
    names = rng.sample(MENU, count or rng.randint(12, 30))
    out = []
    for name in names:
        link = rng.choice(["/col/col%d/index.html", "./list_%d.htm", "javascript:void(%d)",
                           "../zwgk/%d/"]) % rng.randint(100, 9999)
        out.append(item % (link, name.format(place=page.place)))
    return "\n".join(out)


def crumbs(rng, page):
    joint = rng.choice([" > ", " &gt;&gt; ", " / ", "&nbsp;&gt;&nbsp;", "-"])
    return rng.choice(["当前位置：", "您现在的位置：", "您的位置："]) + joint.join(
        '<a href="/">%s</a>' % c for c in page.columns)


def info_pairs(rng, page):
    """The metadata table's content: label and value."""
    r = page.report
    signed = r.signed.isoformat() if r.signed and rng.random() < 0.6 else ""
    pairs = [("索 引 号", page.index), (rng.choice(["发布机构", "公开主体", "信息来源"]), r.publisher),
             ("主题分类", rng.choice(SUBJECTS)), ("发文字号", ""), ("名　　称", r.title), ("关 键 词", "")]
    if signed and r.byline_date == r.published:
        pairs.insert(2, (rng.choice(["成文日期", "生成日期"])
                         if r.signed == r.published else "成文日期", signed))
    if "info" in page.where:
        pairs.insert(3, (rng.choice(["发布日期", "发布时间", "公开日期"]),
                         date_text(rng, r.published)))
    pairs.append(("有 效 性", "有效"))
    return pairs


def byline(rng, page):
    r = page.report
    pieces = []
    if "byline" in page.where:
        pieces.append(rng.choice(["发布时间：%s", "发布日期：%s", "日期：%s", "时间：%s", "发布时间:[ %s ]"])
                      % date_text(rng, r.byline_date))
    pieces.append(rng.choice(["来源：%s", "信息来源：%s"]) % html.escape(r.publisher))
    pieces.append(rng.choice(["浏览次数：%d", "点击数：%d 次", "阅读：%d"]) % rng.randint(10, 9000))
    rng.shuffle(pieces)
    pieces.append(rng.choice(["字体：【大 中 小】", "【字体：大 中 小】", "字号：[大] [中] [小]"]))
    return rng.choice(["&nbsp;&nbsp;", " | ", "</span><span>"]).join(
        "<span>%s</span>" % p for p in pieces)


def hidden(rng, page):
    """What a browser does not show: kept in the file, no part of the report."""
    if page.report.planted:
        return page.report.planted
    own = page.report.agency.host
    return rng.choice([
        '<ul class="sub" style="display:none"><li><a href="http://%s/zwgk/">政务公开</a></li>'
        '<li><a href="/hdjl/">互动交流</a></li></ul>' % own,
        '<div style="display:none"><a href="javascript:void(0)">分享</a></div>',
        '<div style="display:none" id="share_title">%s</div>' % page.title,
        '<input type="hidden" id="docid" value="%d"><div style="display: none">微信扫一扫分享</div>'
        % rng.randint(1, 999999),
        '<div hidden class="qr">扫码查看手机版</div>', "<!-- 正文开始 -->"])


def related(rng, page):
    r = page.report
    items = "".join('<li><a href="./t%d.html">%s</a><span>%d-%02d-%02d</span></li>'
                    % (rng.randint(1, 9999), t, r.year + 1, rng.randint(1, 3), rng.randint(1, 28))
                    for t in rng.sample(["政务公开工作要点", "信息公开指南更新公告", "部门预算公开", "行政执法公示",
                                         "政策解读：惠民补贴怎么领"], 3))
    return rng.choice(["", "<h4>相关信息</h4><ul>%s</ul>" % items])


def footer(rng, page):
    a = page.report.agency
    return rng.choice([
        "主办：%s　承办：%s　网站标识码：%010d<br>备案号：%sICP备%08d号-%d　公网安备 %014d号",
        "版权所有：%s　技术支持：%s信息中心　标识码%010d<br><a href=\"https://beian.miit.gov.cn/\">%sICP备%08d号-%d</a>"
        "　公安备案 %014d"]) % (
        page.place, a.upper, rng.randint(10 ** 9, 10 ** 10 - 1), a.mark,
        rng.randint(10 ** 7, 10 ** 8 - 1),
        rng.randint(1, 9), rng.randint(10 ** 13, 10 ** 14)) + rng.choice([
            "　联系电话：%s" % a.phone, "　建议使用1024×768分辨率浏览",
            '<script src="//dcs.conac.cn/js/12/000/0000/60429971/CA12.js"></script>', ""])
