"""Documents that are no annual report though they speak of one: each must be told apart."""
import datetime

import prose
import sums
from report import Report, draw_report, expect

NUMERALS = prose.NUMERALS


def _blank(rng, agency, year, kind, title):
    r = Report(agency, year, "2021" if year > 2020 else "2019" if year > 2018 else "2008")
    r.kind, r.title, r.page_title = kind, title, title
    r.page_host, r.publisher = agency.host, agency.name
    r.published = r.byline_date = datetime.date(year + 1, rng.randint(1, 3), rng.randint(1, 28))
    r.ctx = prose.Context(agency, year, {}, agency.own, "paren")
    return r


def collection(rng, agency, year):
    """Several model texts on one page, stripped of names, years and places."""
    count = rng.randint(3, 6)
    title = "政府信息公开工作年度报告" + rng.choice(["范文", "", "模板"])
    r = _blank(rng, agency, year, "collection", title + "(%s%d篇)" % (
        rng.choice(["精选", "通用", "共"]), count))
    r.page_host = "www.fanwendaquan99.com"
    r.publisher = "范文网"
    r.body = ["政府信息公开工作年度报告，欢迎阅读与收藏。"]
    for i in range(count):
        r.body += ["政府信息公开工作年度报告 篇%d" % (i + 1), "一、总体情况",
                   "年，我局认真贯彻落实上级部署，扎实推进政务公开各项工作。", "二、主动公开政府信息情况",
                   sums.right_channels(rng, r.ctx), "三、存在的主要问题及改进措施",
                   "一是人员力量不足，二是信息更新不及时。今后我局将加以改进。"]
    r.body += ["上一篇：办公室工作总结", "下一篇：年度述职报告范文"]
    return r


def half_year(rng, agency, year):
    r = _blank(rng, agency, year, "other",
               "%s%d年上半年政府信息公开工作%s" % (agency.name, year, rng.choice(["总结", "情况报告"])))
    r.published = r.byline_date = datetime.date(year, 7, rng.randint(2, 28))
    r.body = ["%d年上半年，%s按照年度安排推进政府信息公开工作，现将有关情况报告如下。" % (year, agency.own),
              "一、工作开展情况", sums.right_channels(rng, r.ctx).replace("全年", "上半年"), "二、存在问题",
              "部分栏目更新不够及时。", "三、下半年工作打算", "加强培训，健全制度，丰富内容。"]
    return r


def news(rng, agency, year):
    r = _blank(rng, agency, year, "other", rng.choice([
        "%s召开%d年政府信息公开年度报告编制培训会", "%s部署%d年度政府信息公开年报发布工作"])
        % (agency.name, year))
    r.body = ["本网讯（记者 周某）近日，%s召开政府信息公开工作年度报告编制培训会，各科室负责人参加。" % agency.name,
              "会议讲解了年度报告的格式要求和常见错误，现场解答了与会人员的疑问。",
              "会议强调，各单位要严把时间节点，确保数据真实准确，按时完成发布任务。",
              "下一步，将对各单位年度报告开展集中核查，发现问题及时反馈整改。"]
    return r


def paper(rng, agency, year):
    r = _blank(rng, agency, year, "other", "基层政府信息公开年度报告的文本质量研究")
    r.page_host, r.publisher = "www.xueshu-lunwen.net", "学术期刊网"
    r.body = ["摘要：本文以%d年度若干基层政府的信息公开工作年度报告为样本，考察文本质量的影响因素。" % year,
              "关键词：政府信息公开；年度报告；文本质量", "一、问题的提出",
              "年度报告是政府信息公开制度的重要组成部分，既有研究多关注发布率，较少涉及数据之间的勾稽关系。",
              "二、研究设计", "本文抽取%d份报告，由两名编码员独立编码。" % rng.randint(80, 400), "三、研究发现",
              "结果显示，表格数据错误多出现在合计栏。", "参考文献", "[1] 某某. 行政公开的测量[J]. 公共治理评论, %d(3): 12-20."
              % (year - 1)]
    return r


def rule_of_law(rng, agency, year):
    r = _blank(rng, agency, year, "other", "%s%d年法治政府建设年度报告" % (agency.name, year))
    r.body = ["%d年，%s深入推进依法行政，现将法治政府建设情况报告如下。" % (year, agency.own), "一、主要举措和成效",
              "（一）健全依法决策机制。重大行政决策全部经过合法性审查。",
              "（二）推进政务公开。及时公开行政执法信息，办理政府信息公开申请%d件。" % rng.randint(1, 30),
              "二、存在的不足和原因", "执法人员能力有待提高。", "三、下一年度工作安排", "加强执法培训，完善监督机制。"]
    return r


def template(rng, agency, year):
    """The blank form with its instructions."""
    r = draw_report(rng, agency, max(year, 2021))
    r.kind, r.title = "other", "政府信息公开工作年度报告（格式）"
    r.page_title = r.title
    r.opening = ["XX（单位名称）XXXX年政府信息公开工作年度报告。"]
    r.section("overview").paragraphs = ["（本部分说明主动公开、依申请公开、政府信息管理、平台建设、监督保障情况。）"]
    r.section("problems").paragraphs = ["（本部分填写存在的问题和改进情况。）"]
    r.section("other").paragraphs = ["（如无其他事项，填写“无”。）"]
    for table in r.tables.values():
        for row in table.cells:
            for column in table.cells[row]:
                table.put(row, column, "", "blank", None)
    r.sensitive = True
    return r


KINDS = [collection, half_year, news, paper, rule_of_law, template]


def draw_other(rng, agency, year):
    """A document that must be recognised as no report."""
    write = rng.choice(KINDS)
    report = write(rng, agency, year)
    report.defects.append("kind." + write.__name__)
    expect(report, "identity.not-a-report", defect="kind." + write.__name__)
    report.may += ["identity.title", "identity.year", "structure.numbering",
                   "content.placeholder", "publication.source", "publication.date-conflict"]
    return report
