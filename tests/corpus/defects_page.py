"""Defects of the page: who publishes, whose report it is, hidden links, lost characters."""
import re

import damage
from places import draw_agency
from registry import ALL_FORMS, defect
from report import expect

ANY_HTML = ("html", "htmlgb")
NO_ORGAN = ["岚澜日报", "砚陵晚报社", "本网", "本站", "网络", "互联网", "新华网", "云岚在线", "佚名", "霁川新闻网", "转载", "本站原创"]


@defect("publication.publisher", "publisher", ALL_FORMS, 2)
def publisher(rng, report):
    report.publisher = rng.choice(NO_ORGAN)
    report.sensitive = True
    if report.published is None:
        return False
    expect(report, "publication.publisher", found=report.publisher)
    return True


def _stranger(rng, report):
    """An agency of the same kind in another place; None when chance finds none."""
    own = report.agency
    for _ in range(300):
        other = draw_agency(rng)
        if other.level == "township" and other.short[-4:] == own.short[-4:]:
            continue                     # one town of many counties by its name
        if other.level == own.level and other.short[:2] != own.short[:2] \
                and (other.upper[:2] != own.upper[:2] or own.level == "province"):
            return other
    return None


STRANGE = ["根据年度工作安排，现公布{o}{y}年政府信息公开工作年度报告。", "本报告由{o}编制，全面反映{o}{y}年政府信息公开工作情况。",
           "现将{o}{y}年政府信息公开工作情况报告如下。", "{y}年，{o}认真执行政府信息公开各项规定，现将有关情况报告如下。"]


@defect("identity.agency", "agency", ALL_FORMS, 2)
def stranger(rng, report):
    """The text calls itself another agency: copied, and one name forgotten."""
    other = _stranger(rng, report)
    if other is None:
        return False
    text = rng.choice(STRANGE).format(o=other.name, y=report.year)
    hits = [i for i, t in enumerate(report.opening) if report.agency.short in t]
    if hits and rng.random() < 0.4 and other.short not in report.opening[hits[0]]:
        at = hits[0]
        report.opening[at] = re.sub(
            r"(现公布|，|现将)%s(%d年|编制)" % (report.agency.short, report.year),
            lambda m: m.group(1) + other.name + m.group(2), report.opening[at], count=1)
        if other.name not in report.opening[at]:
            report.opening.insert(0, text)
    else:
        report.opening.insert(0, text)
    expect(report, "identity.agency", found=other.name)
    return True


@defect("identity.signature", "agency", ALL_FORMS)
def signature(rng, report):
    """Another agency signs."""
    if not report.signed:
        return False
    other = _stranger(rng, report)
    if other is None:
        return False
    report.signer = other.name
    expect(report, "identity.agency", found=report.signer)
    return True


HIDERS = ['<div style="display:none">%s</div>', "<DIV style='DISPLAY: none;'>%s</DIV>",
          '<div style="position:absolute;left:-9999px;top:-3000px">%s</div>',
          '<p style="font-size:0;line-height:0">%s</p>', '<span style="visibility: hidden">%s</span>',
          '<div style="text-indent:-9999px;height:1px;overflow:hidden">%s</div>',
          '<marquee height="1" width="1" scrollamount="3000">%s</marquee>',
          '<div style="width:0px;height:0px;overflow:hidden">%s</div>',
          '<div style="opacity:0">%s</div>']
BAIT = ["棋牌游戏大厅", "娱乐城开户", "私家侦探", "代开发票", "减肥药批发", "手机靓号", "网站友情链接", "体育投注"]


@defect("safety.hidden-link", "hidden", ALL_FORMS, 2, ANY_HTML)
def hidden_link(rng, report):
    hosts = ["www.%s%d.%s" % (rng.choice(["hb", "yl", "qp", "wz", "jj"]), rng.randint(100, 9999),
                              rng.choice(["com", "net", "top", "cc", "vip"])) for _ in range(3)]
    links = " ".join('<a href="http://%s/">%s</a>' % (h, rng.choice(BAIT)) for h in hosts)
    report.planted = rng.choice(HIDERS) % links
    expect(report, "safety.hidden-link", found=hosts[0])
    report.may.append("safety.spam")
    return True


MOJIBAKE = ["锟斤拷锟斤拷锟斤拷锟斤拷", "鏀垮簻淇℃伅鍏紑", "闂備礁缍婂畷鐢", "\ufffd\ufffd\ufffd\ufffd\ufffd", "烫烫烫烫屯屯屯屯"]


@defect("text.mojibake", "damage", ALL_FORMS, 2, ("html", "text", "cells", "pipe"))
def mojibake(rng, report):
    """Characters that were lost before the page was saved."""
    paragraphs = report.section("overview").paragraphs
    at = rng.randrange(len(paragraphs))
    paragraphs[at] += rng.choice(MOJIBAKE)
    report.script_fixed = True
    expect(report, "text.damage", section="overview")
    report.may += ["safety.spam", "text.script"]
    return True


@defect("text.readings", "damage", ALL_FORMS, 1, ("text", "cells", "pipe"))
def readings(rng, report):
    """Readings in brackets after words, as some mirrors put them."""
    for section in report.sections:
        section.paragraphs = [p.replace("公开", "公(gong)开(kai)").replace("信息", "信(xìn)息(xī)", 1)
                              for p in section.paragraphs]
    expect(report, "text.damage", informational=True)
    return True


@defect("text.lost-marks", "damage", ALL_FORMS, 1, ("text", "cells", "pipe"))
def lost_marks(rng, report):
    if not damage.lost_marks(report):
        return False
    expect(report, "text.damage", informational=True)
    return True
