"""Defects of the running text: sums, shares, placeholders, law names, spam, personal data."""
import re

import sums
from registry import ALL_FORMS, defect
from report import expect

ANY_HTML = ("html", "htmlgb")


def add(rng, report, text, key="overview"):
    """The sentence as its own paragraph or at the end of one that is there."""
    paragraphs = report.section(key).paragraphs
    if rng.random() < 0.5 and len(paragraphs) > 1:
        paragraphs[-1] += text
    else:
        paragraphs.append(text)


def narrative(rng, report, write, rule):
    text, expected, found, numbers = write(rng, report.ctx)
    report.may.append("narrative.itself")     # the total of another sentence may be another one
    report.statements.append({"rule": rule, "right": str(expected), "said": str(found),
                              "parts": numbers})
    add(rng, report, text)
    expect(report, rule, section="overview", expected=str(expected), found=str(found),
           quote=text[:20])
    return True


@defect("narrative.over", "sum", ALL_FORMS, 1.5)
def over(rng, report):
    return narrative(rng, report, sums.wrong_over, "narrative.sum")


@defect("narrative.under-closed", "sum", ALL_FORMS)
def under_closed(rng, report):
    return narrative(rng, report, sums.wrong_under_closed, "narrative.sum")


@defect("narrative.nested", "sum", ALL_FORMS)
def nested(rng, report):
    return narrative(rng, report, sums.wrong_nested, "narrative.sum")


@defect("narrative.percent", "percent", ALL_FORMS, 2)
def percent(rng, report):
    return narrative(rng, report, sums.wrong_percent, "narrative.percent")


PLACEHOLDERS = [
    ("全年共召开政务公开专题会议XX次，培训人员XX人次。", "XX"),
    ("设立政务公开专区××个，接待群众××余人次。", "××"),
    ("本年度共发布政策解读材料____篇。", "____"),
    ("20XX年，{own}将继续加大公开力度。", "20XX年"),
    ("联系电话：***-*******，联系人：***。", "***"),
    ("（单位名称）高度重视政府信息公开工作。", "（单位名称）"),
    ("全年发布信息xx条，其中图文信息xx条。", "xx"),
    ("该部分以表格形式报告，请按实际情况填写。", "该部分以表格形式报告"),
]


@defect("content.placeholder", "placeholder", ALL_FORMS, 2)
def placeholder(rng, report):
    text, mark = rng.choice(PLACEHOLDERS)
    add(rng, report, text.replace("{own}", report.agency.own))
    expect(report, "content.placeholder", section="overview", found=mark)
    return True


SPAM = ["澳门新濠赌场官网", "365体育投注平台", "六合彩开奖直播", "AG真人娱乐_首页", "BET博彩官方网站",
        "成人电影在线观看", "时时彩计划软件"]


@defect("safety.spam-title", "page", ALL_FORMS, 1.5, ANY_HTML)
def spam_title(rng, report):
    word = rng.choice(SPAM)
    report.page_title = "%s-%s" % (word, report.page_title)
    report.damage.append("brand-in-title")
    expect(report, "safety.spam", found=word)
    return True


@defect("safety.spam-head", "page", ALL_FORMS, 1, ANY_HTML)
def spam_head(rng, report):
    words = rng.sample(SPAM, 3)
    report.head_noise = "、".join(words)
    expect(report, "safety.spam", found=words[0])
    return True


@defect("safety.spam-text", "page", ALL_FORMS, 0.5, ("text", "cells", "pipe"))
def spam_text(rng, report):
    """A first line of keywords, as mirrors leave it."""
    words = rng.sample(SPAM, 2)
    report.head_noise = "-".join(words)
    expect(report, "safety.spam", found=words[0])
    return True


@defect("safety.foreign-link", "link", ALL_FORMS, 1.5)
def foreign_link(rng, report):
    host = rng.choice(["www.yx-bx998.com", "www.hongli2020.net", "wap.zx6688.top",
                       "www.jiuzhoucp.cc"])
    report.opening = [re.sub(r"本报告的电子版可在.*?。", "", t) for t in report.opening]
    report.opening = [t for t in report.opening if t]
    report.opening.append("本报告电子版可登录%s网站（http://%s/zwgk/）查阅下载。"
                          % (report.agency.short, host))
    expect(report, "safety.foreign-link", found=host)
    return True


WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]


def identity_number(rng):
    """An invented number with a right check digit; no county has these area codes."""
    body = "%06d%04d%02d%02d%03d" % (rng.choice([330199, 420199, 510199]), rng.randint(1951, 2001),
                                     rng.randint(1, 12), rng.randint(1, 28), rng.randint(1, 999))
    return body + "10X98765432"[sum(int(d) * w for d, w in zip(body, WEIGHTS)) % 11]


def bank_card(rng):
    body = "622848" + "".join(str(rng.randint(0, 9)) for _ in range(12))
    digits = [int(d) for d in body]
    total = 0
    for i, d in enumerate(reversed(digits)):
        d = d * 2 if i % 2 == 0 else d
        total += d - 9 if d > 9 else d
    return body + str((10 - total % 10) % 10)


@defect("safety.identity-number", "personal", ALL_FORMS)
def identity(rng, report):
    number = identity_number(rng)
    add(rng, report, "申请人赵某某（身份证号：%s）申请公开的事项已按期答复。" % number)
    expect(report, "safety.personal-data", section="overview", severity="veto",
           masked=number[-4:])
    return True


@defect("safety.bank-card", "personal", ALL_FORMS)
def card(rng, report):
    number = bank_card(rng)
    add(rng, report, "补贴资金已汇入申请人银行账户（卡号%s）。" % number)
    expect(report, "safety.personal-data", section="overview", severity="veto",
           masked=number[-4:])
    return True


@defect("safety.mobile", "personal", ALL_FORMS)
def mobile(rng, report):
    number = "1%s%08d" % (rng.choice(["38", "39", "58", "77", "86"]), rng.randint(0, 99999999))
    add(rng, report, "如需了解详情，可与经办人钱某联系，手机：%s。" % number)
    expect(report, "safety.personal-data", section="overview", severity="minor",
           masked=number[-4:])
    return True


WRONG_LAWS = ["《中华人民共和国信息公开条例》", "《政务公开条例》", "《中华人民共和国政务公开条例》",
              "《中华人民共和国政府信息公开法》", "《中华人民共和国政府信息公开管理条例》"]


@defect("law.name", "law", ALL_FORMS, 1.5)
def law_name(rng, report):
    name = rng.choice(WRONG_LAWS)
    add(rng, report, "组织全体干部认真学习%s，不断提高依法公开的能力。" % name)
    expect(report, "law.name", section="overview", found=name)
    return True


@defect("text.script", "script", ALL_FORMS)
def traditional(rng, report):
    report.script = "hant"
    expect(report, "text.script")
    return True


@defect("overview.no-assessment", "assessment")
def no_assessment(rng, report):
    """A people's government that gives no results of assessment, review and accountability."""
    if not report.agency.is_government or report.agency.name.endswith("办事处"):
        return False
    section = report.section("overview")
    if section is None or "测评" in "".join(section.paragraphs):
        return False                  # an opinion poll may pass for an assessment
    section.paragraphs = [re.sub(r"(工作考核方面|年度工作考核结果|开展政府信息公开工作考核)[^。]*。", "", p)
                          for p in section.paragraphs]
    expect(report, "structure.assessment-results")
    return True


