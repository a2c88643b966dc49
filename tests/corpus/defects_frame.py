"""Defects of the frame: dates, title, years, sections, numbering, tables as such."""
import datetime
import re

import figures
import report as reports
from prose import NUMERALS
from registry import ALL_FORMS, defect
from report import expect

TABLE_KEYS = ["disclosure", "requests", "disputes"]


@defect("publication.late", "date", ALL_FORMS, 2)
def late(rng, report):
    days = rng.choice([1, 2, 5, rng.randint(3, 200)])
    last = reports.deadline(report.agency, report.year)
    if report.agency.level == "zone":            # its class is disputable: late for both
        last = datetime.date(report.year + 1, 3, 31)
    report.published = last + datetime.timedelta(days)
    report.byline_date = report.signed = report.published
    expect(report, "publication.late", found=report.published.isoformat(), days=days)
    return True


@defect("publication.undated", "date", ALL_FORMS)
def undated(rng, report):
    report.published = report.byline_date = None
    expect(report, "publication.undated")
    return True


@defect("publication.date-conflict", "date", ALL_FORMS, shapes=("html", "htmlgb"))
def date_conflict(rng, report):
    """The line under the title gives a date before the end of the year."""
    report.byline_date = datetime.date(report.year, rng.randint(5, 10), rng.randint(1, 28))
    expect(report, "publication.date-conflict", found=report.byline_date.isoformat())
    return True


@defect("publication.before-year-end", "date", ALL_FORMS)
def before_year_end(rng, report):
    report.published = datetime.date(report.year, rng.randint(3, 11), rng.randint(1, 28))
    report.byline_date = report.signed = report.published
    expect(report, "publication.date-conflict", found=report.published.isoformat())
    return True


@defect("publication.source", "page", ALL_FORMS, shapes=("html", "htmlgb"))
def source(rng, report):
    report.page_host = rng.choice(["www.kuaidu-wenku88.com", "m.xinxiwang365.net",
                                   "www.hljmirror.top", "baogao.fanwenyuan.com"])
    expect(report, "publication.source", found=report.page_host)
    return True


@defect("title.no-year", "title", ALL_FORMS)
def title_without_year(rng, report):
    if "brand-in-title" in report.damage:
        return False
    report.title = "%s政府信息公开工作年度报告" % report.agency.name
    report.page_title = report.title
    expect(report, "identity.title", missing="year")
    return True


@defect("title.no-agency", "title", ALL_FORMS)
def title_without_agency(rng, report):
    if "brand-in-title" in report.damage:
        return False
    report.title = "%d年政府信息公开工作年度报告" % report.year
    report.page_title = report.title
    expect(report, "identity.title", missing="agency")
    return True


@defect("year.title", "title", ALL_FORMS)
def title_year(rng, report):
    """Last year's title over this year's report."""
    old = str(report.year - 1)
    report.title = report.title.replace(str(report.year), old)
    report.page_title = report.page_title.replace(str(report.year), old)
    expect(report, "identity.year", found=old)
    report.may += ["structure.period", "publication.late", "structure.table-form"]
    report.damage.append("year-uncertain")
    return True


@defect("year.text", "overview", ALL_FORMS)
def text_year(rng, report):
    """The overview still speaks of last year."""
    section = report.section("overview")
    now = "%d年" % report.year
    hits = sum(p.count(now) for p in section.paragraphs)
    if not hits:
        return False
    old = "%d年" % (report.year - 1)
    section.paragraphs = [p.replace(now, old) for p in section.paragraphs]
    section.paragraphs.insert(1, "%s，%s继续深化政府信息公开各项工作。" % (old, report.agency.own))
    expect(report, "identity.year", section="overview", found=old[:-1])
    return True


@defect("year.impossible", "overview", ALL_FORMS)
def impossible_year(rng, report):
    year = rng.choice([2087, 2203, 1019, report.year + 70])
    report.section("overview").paragraphs.append(
        "截至%d年底，%s网站信息公开专栏累计发布信息%d条。" % (year, report.agency.own, rng.randint(90, 999)))
    expect(report, "identity.year", section="overview", found=str(year))
    return True


def _period(text):
    return re.search(r"[^。]*统计(?:期限|时限|时间)[^。]*。", text)


@defect("period.wrong-year", "period", ALL_FORMS, 1.5)
def period_year(rng, report):
    for i, text in enumerate(report.opening):
        found = _period(text)
        if found:
            wrong = found.group().replace(str(report.year), str(report.year - 1))
            report.opening[i] = text.replace(found.group(), wrong)
            expect(report, "structure.period", found=str(report.year - 1))
            report.may.append("identity.year")
            return True
    return False


@defect("period.short", "period", ALL_FORMS)
def period_short(rng, report):
    for i, text in enumerate(report.opening):
        found = _period(text)
        if found:
            wrong = found.group().replace("12月31日", "11月30日")
            report.opening[i] = text.replace(found.group(), wrong)
            expect(report, "structure.period", found="11月30日")
            return True
    return False


@defect("period.missing", "period", ALL_FORMS)
def period_missing(rng, report):
    report.opening = [_period(t).re.sub("", t) if _period(t) else t for t in report.opening]
    report.opening = [t for t in report.opening if t]
    expect(report, "structure.period")
    return True


def _renumber(report):
    for i, section in enumerate(report.sections):
        section.ordinal = NUMERALS[i]


@defect("section.missing", "frame", ALL_FORMS, 2)
def section_missing(rng, report):
    keys = ["overview", "disclosure", "requests", "disputes", "problems", "other"]
    if report.form == "2008":
        keys = ["fees", "disputes", "problems"]
        report.annex = None           # its rows would be the item that is missing
    key = rng.choice(keys)
    report.sections = [s for s in report.sections if s.key != key]
    report.tables.pop(key, None)
    if key in TABLE_KEYS:
        report.may.append("structure.table-missing")
    if key == "overview":
        report.may.append("structure.assessment-results")
    if key == "other":
        report.may.append("content.fees")
    _renumber(report)
    reports.draw_opening(rng, report)
    expect(report, "structure.section-missing", missing=key)
    return True


@defect("section.empty", "frame", ALL_FORMS, 1.5)
def section_empty(rng, report):
    key = rng.choice(["problems", "other"])
    report.section(key).paragraphs = []
    if key == "other":                # something must follow, or the end of text is its content
        report.signed = None
        report.may.append("content.fees")
    expect(report, "structure.section-empty", section=key)
    return True


@defect("section.swapped", "frame", weight=1.5)
def section_swapped(rng, report):
    i = rng.randrange(len(report.sections) - 1)
    s = report.sections
    s[i], s[i + 1] = s[i + 1], s[i]
    _renumber(report)
    reports.draw_opening(rng, report)
    expect(report, "structure.section-order")
    return True


RENAMED = {"overview": ["工作基本情况概述", "年度工作回顾"],
           "disclosure": ["政府信息主动发布工作开展情况", "信息公开目录建设情况"],
           "requests": ["依申请公开政府信息办理情况", "群众申请政府信息办理情况"],
           "disputes": ["行政复议和行政诉讼情况", "涉诉涉复议情况"],
           "problems": ["存在的不足与下一步打算", "工作中的短板和努力方向"],
           "other": ["其他情况说明", "补充说明"]}


@defect("section.renamed", "frame", weight=1.5)
def section_renamed(rng, report):
    section = rng.choice(report.sections)
    section.heading = rng.choice(RENAMED[section.key])
    reports.draw_opening(rng, report)
    expect(report, "structure.heading", section=section.key, found=section.heading,
           informational=True)
    return True


@defect("numbering.sections", "frame", ALL_FORMS)
def numbering_sections(rng, report):
    """From some section on every ordinal is one too high."""
    at = rng.randrange(2, len(report.sections) - 1)
    for i in range(at, len(report.sections)):
        report.sections[i].ordinal = NUMERALS[i + 1]
    expect(report, "structure.numbering", found=NUMERALS[at + 1])
    return True


@defect("numbering.items", "problems", ALL_FORMS, 1.5)
def numbering_items(rng, report):
    section = report.section("problems")
    if section is None:
        return False
    for i, text in enumerate(section.paragraphs):
        if "一是" in text and "二是" in text:
            section.paragraphs[i] = text.replace("二是", "三是", 1)
            if "三是" in text:
                section.paragraphs[i] = text.replace("二是", "\0").replace("三是", "四是") \
                    .replace("\0", "三是")
            expect(report, "structure.numbering", section="problems")
            return True
    return False


@defect("numbering.paren", "overview", ALL_FORMS)
def numbering_paren(rng, report):
    section = report.section("overview")
    hits = [i for i, p in enumerate(section.paragraphs) if p.startswith("（三）")]
    if not hits:
        return False
    section.paragraphs[hits[0]] = "（四）" + section.paragraphs[hits[0]][3:]
    for i in range(hits[0] + 1, len(section.paragraphs)):
        p = section.paragraphs[i]
        if p[0] == "（" and p[1] in NUMERALS and p[2] == "）":
            section.paragraphs[i] = "（%s）%s" % (NUMERALS[NUMERALS.index(p[1]) + 1], p[3:])
    expect(report, "structure.numbering", section="overview", found="（四）")
    return True


@defect("numbering.announced", "overview")
def numbering_announced(rng, report):
    if report.ctx.lists not in ("paren", "shi"):
        return False
    report.section("overview").paragraphs[0] += "主要从六个方面开展工作："
    text = report.section("overview").paragraphs[0].replace("主要从五个方面开展工作：", "")
    report.section("overview").paragraphs[0] = text
    expect(report, "structure.numbering", section="overview")
    return True


@defect("composition.count", "composition", ALL_FORMS, 1.5)
def composition_count(rng, report):
    wrong = len(report.sections) + rng.choice([-1, 1])
    report.opening = [re.sub(r"(本报告由|全文包括|报告内容包括|本年度报告由)[^。]*。", "", t)
                      for t in report.opening]
    report.opening.append(reports.composition(rng, report, wrong))
    report.opening = [t for t in report.opening if t]
    expect(report, "structure.composition", found=NUMERALS[wrong - 1])
    return True


@defect("table.missing", "frame")
def table_missing(rng, report):
    key = rng.choice(TABLE_KEYS)
    report.tables[key].carrier = "absent"
    expect(report, ["structure.table-missing"], section=key)
    report.may.append("structure.section-empty")
    return True


@defect("table.image", "frame", shapes=("html", "htmlgb"))
def table_image(rng, report):
    key = rng.choice(TABLE_KEYS)
    report.tables[key].carrier = "image"
    expect(report, ["structure.table-image"], section=key)
    report.may += ["structure.section-empty", "structure.table-missing"]
    return True


@defect("table.form", "frame")
def table_form(rng, report):
    """The table of the other era under this year's heading."""
    other = "2019" if report.form == "2021" else "2021"
    key = rng.choice(["disclosure", "requests"])
    if key == "disclosure":
        report.tables[key] = figures.draw_disclosure(rng, other, report.agency)
    else:
        size = max([c[2] for row in report.tables[key].cells.values() for c in row.values()])
        report.tables[key] = figures.draw_requests(rng, other, size)
    expect(report, "structure.table-form", section=key, table=key)
    report.may.append("structure.table-labels")
    return True


@defect("table.row-missing", "frame")
def row_missing(rng, report):
    key, rows = rng.choice([("requests", ["refused.3", "refused.8", "declined.3", "unavailable.2",
                                          "declined.5", "partial"]),
                            ("disclosure", ["regulations", "coercion", "fees"])])
    row = rng.choice(rows)
    report.tables[key].dropped.append(row)
    expect(report, "structure.table-labels", section=key, table=key, row=row)
    if key == "requests":
        report.may += ["requests.results-total", "cells.blank"]
    return True


@defect("table.row-renamed", "frame")
def row_renamed(rng, report):
    key, row, label = rng.choice([("requests", "refused.5", "5.内部管理事项"),
                                  ("requests", "declined.1", "1.来访反映问题"),
                                  ("requests", "unavailable.1", "1.档案已移交"),
                                  ("disclosure", "penalties", "执法检查"),
                                  ("disclosure", "licences", "审批服务")])
    report.tables[key].renamed[row] = label
    expect(report, "structure.table-labels", section=key, table=key, row=row,
           found=label.split(".")[-1])
    report.damage.append("lenient:%s:%s" % (key, row))
    if key == "requests":
        report.may += ["requests.results-total", "requests.balance"]
    return True
