"""Defects of wording: hollow and missing statements, repeats, law and document names, slips."""
import re

import longer
from defects_text import add
from registry import ALL_FORMS, defect
from report import expect

NO_PROBLEM = ["无。", "暂无。", "{own}政府信息公开工作不存在问题。", "本年度无存在的主要问题。", "没有发现突出问题。", "问题：无；改进情况：无。",
              "今后继续努力。"]
LACKS = ["工作人员业务能力有待提高", "信息更新不够及时", "公开的内容还不够全面", "部分栏目更新周期偏长", "解读形式比较单一",
         "主动公开的意识还不够强", "与群众的互动较少"]


@defect("problems.hollow", "problems", ALL_FORMS)
def hollow(rng, report):
    report.section("problems").paragraphs = [rng.choice(NO_PROBLEM).format(own=report.agency.own)]
    expect(report, "content.problems", section="problems")
    report.may += ["content.off-topic", "structure.composition"]
    return True


@defect("problems.no-measures", "problems", ALL_FORMS)
def without_measures(rng, report):
    lacks = rng.sample(LACKS, 3)
    report.section("problems").paragraphs = [rng.choice([
        "%d年，%s政府信息公开工作还存在一些不足：一是%s；二是%s；三是%s。",
        "回顾%d年的工作，%s主要有以下问题。一是%s。二是%s。三是%s。"]) % (
        report.year, report.agency.own, *lacks)]
    expect(report, "content.problems", section="problems")
    return True


def _replace(report, key, paragraphs):
    """False where another defect stands already."""
    if any(e.get("section") == key or e["rules"] == ["wording.typo"] for e in report.expect):
        return False
    report.section(key).paragraphs = paragraphs
    report.ctx.claims = [c for c in report.ctx.claims if key != "overview"]
    return True


@defect("overview.generic", "overview", ALL_FORMS)
def generic(rng, report):
    """Words that would fit any organ in any year."""
    if not _replace(report, "overview", longer.generic(rng)):
        return False
    expect(report, "content.generic", section="overview")
    report.may += ["structure.assessment-results", "content.off-topic"]
    return True


@defect("section.off-topic", "topic", ALL_FORMS)
def off_topic(rng, report):
    """What stands under the heading is about something else, or is nothing."""
    key = rng.choice(["problems", "overview"])
    text = longer.off_topic(rng, report.agency) if rng.random() < 0.7 else \
        [rng.choice(["无。", "无", "无相关情况。", "没有。"])]
    if not _replace(report, key, text):
        return False
    hollow = key == "problems" and len(text) == 1       # "none" of problems is the other's to tell
    expect(report, ["content.off-topic"] + ["content.problems"] * hollow, section=key)
    report.may += ["content.problems", "content.generic", "structure.assessment-results",
                   "structure.section-empty"]
    return True


@defect("fees.unsaid", "fees", ("2021",), 2)
def fees_unsaid(rng, report):
    if not report.section("other").paragraphs:
        return False
    report.section("other").paragraphs = [rng.choice([
        "无其他需要报告的事项。", "本年度没有其他需要报告的事项。", "无。", "{own}无其他需报告事项。",
        "全年办理建议提案12件，答复内容均已公开，无其他需要报告的事项。",
        "落实年度政务公开要点情况：栏目更新及时，没有其他需要报告的事项。"]).format(own=report.agency.own)]
    expect(report, "content.fees")
    return True


@defect("overview.long", "overview", ("2021",), 2)
def long(rng, report):
    """More than a thousand characters by any way of counting."""
    section = report.section("overview")
    while len(re.findall("[一-龥0-9]", "".join(section.paragraphs))) < rng.randint(1150, 2500):
        section.paragraphs.append(longer.filler(rng, report, section.paragraphs))
    expect(report, "content.length", section="overview")
    return True


@defect("passage.repeated", "repeat", ALL_FORMS, 2)
def repeated(rng, report):
    """A passage of some length stands twice, in one section or in two."""
    text = longer.filler(rng, report, [])
    keys = [k for k in ("overview", "problems", "other") if report.section(k)]
    first, second = rng.choice(keys), rng.choice(keys)
    report.section(first).paragraphs.append(text)
    report.section(second).paragraphs.append(
        text if rng.random() < 0.6 else longer.filler(rng, report, [text]) + text)
    expect(report, "content.repeated", found=text[:12])
    report.may += ["structure.numbering", "narrative.itself"]
    return True


LAW = "《中华人民共和国政府信息公开条例》"
REPEALED_NEW = [          # said of the years from 2019 on
    LAW + "（国务院令第492号）", "国务院第492号令公布的" + LAW,
    "《条例》第三十一条关于每年3月31日前公布年度报告的规定", "《条例》第三十二条关于年度报告内容的规定"]
PRACTICE_NEW = ["对收到的公开申请，自收到之日起15个工作日内予以答复。", "对不能当场答复的申请，一律在15个工作日内答复申请人。",
                "坚持“以公开为原则、不公开为例外”，稳步扩大公开范围。", "遵循公开为原则、不公开为例外的要求，主动公开各类信息。"]
REPEALED_OLD = [LAW + "（国务院令第711号）", "新修订的" + LAW + "（国务院第711号令）",
                "《条例》第四十九条关于年度报告公布时限的规定", "《条例》第五十条关于年度报告内容的规定"]
CITING = ["{own}严格执行{x}，依法编制并公布本报告。", "按照{x}要求，{own}认真梳理全年工作。", "根据{x}，编制本年度报告。"]


@defect("law.repealed", "law", ALL_FORMS, 2)
def repealed(rng, report):
    if report.year == 2018:           # without a date it may have come out after the revision
        return False
    if report.year >= 2019 and rng.random() < 0.5:
        text = rng.choice(PRACTICE_NEW)
    else:
        cited = rng.choice(REPEALED_NEW if report.year >= 2019 else REPEALED_OLD)
        text = rng.choice(CITING).format(own=report.agency.own, x=cited)
    add(rng, report, text)
    expect(report, "law.repealed", section="overview")
    return True


@defect("law.number-broken", "law", ALL_FORMS, 2)
def number_broken(rng, report):
    """A document number that cannot be one."""
    mark, y = report.agency.mark, report.year
    number = rng.choice(["国办发〔%d〕号" % y, "国办函〔%d1〕%d号" % (y, rng.randint(3, 40)),
                         "%s政办发〔%d年〕%d号" % (mark, y, rng.randint(2, 60)),
                         "%s政发〔%d〕0号" % (mark, y), "国办发〔%d〕%d号" % (y + 20, rng.randint(2, 60)),
                         "%s府办〔20%d〕%d号" % (mark, y, rng.randint(2, 60))])
    text = rng.choice(["落实《关于做好政务公开重点工作的通知》（%s）要求，逐项明确责任。", "按照《政务公开工作要点》（%s）的部署，细化工作任务。"])
    add(rng, report, text % number)
    expect(report, "law.number", section="overview", found=number[number.index("〔"):])
    return True


@defect("law.number-issuer", "law", ("2021",))
def number_issuer(rng, report):
    """The national format, said to come from another body."""
    issuer = rng.choice(["国务院", "司法部", "国务院办公厅政府信息与政府信息公开办公室", "省人民政府办公厅"])
    text = "%s《关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）" % issuer
    add(rng, report, "本报告依据%s编制。" % text)
    expect(report, "law.number", section="overview")
    return True


@defect("law.number-twice", "law", ALL_FORMS)
def number_twice(rng, report):
    """One number under two titles."""
    number = "%s府办发〔%d〕%d号" % (report.agency.mark, report.year, rng.randint(2, 90))
    a, b = rng.sample(["政务公开工作要点", "信息发布审核制度", "政务新媒体管理办法", "公共企事业单位信息公开实施细则",
                       "政务公开考核办法"], 2)
    add(rng, report, "印发《%s》（%s），推动任务落地。" % (a, number))
    report.section("overview").paragraphs.append("严格落实《%s》（%s），规范日常管理。" % (b, number))
    expect(report, "law.number", found=number)
    return True


SLIPS = [("行政权利", ["公开行政权利清单和责任清单，接受群众监督。", "规范行政权利运行，及时公示流程图。"]),
         ("机构概括", ["门户网站设有机构概括、政策文件、政府信息公开等栏目。", "更新机构概括、领导分工等信息。"]),
         ("截止至", ["截止至%(y)d年12月31日，公开专栏运行平稳。", "截止至%(y)d年底，各栏目信息更新及时。"]),
         ("民政互动", ["优化“民政互动”栏目，及时办理网民留言。", "民政互动平台收到的咨询全部按期答复。"]),
         ("完善看", ["修订完善看信息发布审核制度，明确审核责任。", "进一步完善看依申请公开办理流程。"]),
         ("12月31止", ["各项数据统计到%(y)d年12月31止。"])]


@defect("wording.typo", "typo", ALL_FORMS, 2)
def typo(rng, report):
    slip, texts = rng.choice(SLIPS)
    text = rng.choice(texts)
    add(rng, report, text % {"y": report.year} if "%(" in text else text)
    expect(report, "wording.typo", section="overview", found=slip)
    if slip == "12月31止":
        report.may.append("structure.period")
    return True
