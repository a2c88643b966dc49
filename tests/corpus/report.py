"""A report as its author meant it, before any mark-up: the truth that labels are made from.

Report.expect holds what a defect must cause, Report.may the rules that may rightly speak up
besides; every other rule of the catalogue must stay silent.
"""
import datetime
from dataclasses import dataclass, field

import figures
import prose
import prose_2008
from forms import SECTION_KEYS, form_of_year

NUMERALS = prose.NUMERALS
HEADINGS = {
    "overview": ["总体情况"],
    "disclosure": ["主动公开政府信息情况", "主动公开政府信息情况", "行政机关主动公开政府信息情况"],
    "requests": ["收到和处理政府信息公开申请情况", "收到和处理政府信息公开申请情况",
                 "行政机关收到和处理政府信息公开申请情况"],
    "disputes": ["政府信息公开行政复议、行政诉讼情况", "政府信息公开行政复议和行政诉讼情况",
                 "政府信息公开行政复议及行政诉讼情况", "政府信息公开行政复议行政诉讼情况",
                 "因政府信息公开工作被申请行政复议、提起行政诉讼情况"],
    "problems": ["存在的主要问题及改进情况", "存在的主要问题及改进情况",
                 "政府信息公开工作存在的主要问题及改进情况"],
    "other": ["其他需要报告的事项"],
}


@dataclass
class Section:
    key: str
    heading: str
    paragraphs: list
    ordinal: str = ""
    tables: list = field(default_factory=list)

    def line(self):
        return (self.ordinal + "、" if self.ordinal else "") + self.heading


@dataclass
class Report:
    agency: object
    year: int
    form: str
    title: str = ""
    opening: list = field(default_factory=list)
    sections: list = field(default_factory=list)
    tables: dict = field(default_factory=dict)
    published: object = None             # datetime.date or None
    signed: object = None
    byline_date: object = None           # other than `published` only in a defect
    publisher: str = ""
    page_host: str = ""
    page_title: str = ""
    head_noise: str = ""                 # what a hijacked page carries in its head
    script: str = "hans"
    kind: str = "annual-report"
    body: list = field(default_factory=list)       # running text of a document that is no report
    ctx: object = None
    defects: list = field(default_factory=list)
    expect: list = field(default_factory=list)
    may: list = field(default_factory=list)
    damage: list = field(default_factory=list)
    statements: list = field(default_factory=list)   # sums and shares that were spoilt
    sensitive: bool = False              # text noise would spoil the defect
    script_fixed: bool = False           # must stay in the simplified script
    signer: str = ""                     # who signs, if not the agency
    planted: str = ""                    # mark-up that a stranger put into the page
    annex: object = None                 # the statistics sheet of the years 2014 to 2018
    annex_title: str = ""

    def section(self, key):
        return next((s for s in self.sections if s.key == key), None)


def deadline(agency, year):
    if year >= 2019 and agency.level in ("township", "department", "zone"):
        return datetime.date(year + 1, 1, 31)
    return datetime.date(year + 1, 3, 31)


def _dates(rng, report):
    last = deadline(report.agency, report.year)
    first = datetime.date(report.year + 1, 1, 4)
    days = (last - first).days
    report.published = last if rng.random() < 0.1 else first + datetime.timedelta(
        rng.randint(6, days))
    report.signed = report.published - datetime.timedelta(rng.choice([0, 0, 1, 2, 5]))
    report.byline_date = report.published


def draw_title(rng, agency, year):
    name = rng.choice([agency.name, agency.name, agency.short])
    return rng.choice(["%s%d年政府信息公开工作年度报告" % (name, year), "%d年%s政府信息公开工作年度报告" % (year, name),
                       "%s%d年度政府信息公开工作年度报告" % (name, year), "%s%d年政府信息公开年度报告" % (name, year),
                       "%s政府信息公开工作年度报告（%d年）" % (name, year), "%d年度%s政府信息公开年报" % (year, name),
                       "%s关于%d年政府信息公开工作的年度报告" % (name, year)])


def period_sentence(rng, year):
    return rng.choice([
        "本报告数据的统计期限自%d年1月1日起至%d年12月31日止。", "报告中数据统计时限为%d年1月1日至%d年12月31日。",
        "所列数据统计时间从%d年1月1日起，到%d年12月31日止。", "统计期限：%d年1月1日—%d年12月31日。",
        "本年报中数据的统计期限为%d年1月1日到%d年12月31日。"]) % (year, year)


def composition(rng, report, count=None):
    names = [s.heading for s in report.sections]
    quoted = "、".join("“%s”" % n for n in names) if rng.random() < 0.4 else \
        "、".join(names[:-1]) + rng.choice(["和", "以及", "、"]) + names[-1]
    number = NUMERALS[(count or len(names)) - 1]
    if count is None and rng.random() < 0.3:
        return "本报告由%s组成。" % quoted
    return rng.choice(["本报告由%s等%s个部分组成。", "全文包括%s，共%s部分。", "报告内容包括%s共%s个部分。",
                       "本年度报告由%s%s部分组成。"]) % (quoted, number)


def contact(report):
    a = report.agency
    return ("本报告的电子版可在%s网站（http://%s/）下载。如对报告有疑问，请与%s联系（地址：%s，邮编：%s，电话：%s）。"
            % (a.short, a.host, a.short, a.address, a.post, a.phone))


def draw_opening(rng, report):
    law = prose.LAW
    notice = rng.choice(["国务院办公厅政府信息与政务公开办公室有关通知", "%s的统一部署" % report.agency.upper,
                         "上级有关要求"])
    base = rng.choice(["根据%s和%s，现公布%s%d年政府信息公开工作年度报告。", "按照%s及%s，%s编制了%d年度报告，现予公布。",
                       "依据%s和%s，现将%s%d年政府信息公开工作情况报告如下。"]) % (
        law, notice, report.agency.short, report.year)
    parts = [base]
    if rng.random() < 0.55 or report.form == "2008":
        parts.append(composition(rng, report))
    parts.append(period_sentence(rng, report.year))
    if rng.random() < 0.6:
        parts.append(contact(report))
    report.opening = ["".join(parts)] if rng.random() < 0.7 else parts


def _sections_2008(rng, report):
    for i, (key, heading) in enumerate(prose_2008.plan(rng)):
        text = prose_2008.WRITERS[key](rng, report.ctx)
        report.sections.append(Section(key, heading, text, NUMERALS[i]))


def _sections_table(rng, report):
    writers = {"overview": prose.overview, "problems": prose.problems, "other": prose.other}
    for i, key in enumerate(SECTION_KEYS):
        text = writers[key](rng, report.ctx) if key in writers else []
        tables = [key] if key in report.tables else []
        section = Section(key, rng.choice(HEADINGS[key]), text, NUMERALS[i], tables)
        report.sections.append(section)


def draw_report(rng, agency, year, tables=None):
    """A clean report: nothing in it breaks a rule. tables: of a form since 2019, drawn already."""
    form = form_of_year(year)
    report = Report(agency, year, form)
    if form != "2008":
        report.tables = tables or figures.draw_tables(rng, form, agency)
    report.ctx = prose.Context(agency, year, report.tables, agency.own,
                               rng.choice(["paren", "shi", "arabic", "paren", "block"]))
    (_sections_2008 if form == "2008" else _sections_table)(rng, report)
    draw_opening(rng, report)
    _dates(rng, report)
    report.title = draw_title(rng, agency, year)
    report.page_host = agency.host
    report.page_title = rng.choice(["%s_%s", "%s-%s", "%s"])
    site = agency.short + rng.choice(["政府门户网站", "人民政府网站", "政务公开平台"])
    if report.page_title.count("%s") == 2:
        report.page_title %= (report.title, site)
    else:
        report.page_title %= report.title
    report.publisher = agency.name
    if agency.level in ("province", "city", "county") and rng.random() < 0.5:
        report.publisher += "办公厅" if agency.level == "province" else "办公室"
    return report


def expect(report, rules, **place):
    """Note that one of `rules` must fail at `place` (section, table, row, column, ...)."""
    entry = {"rules": [rules] if isinstance(rules, str) else list(rules)}
    entry.update({k: v for k, v in place.items() if v is not None})
    report.expect.append(entry)
