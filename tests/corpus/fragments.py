#!/usr/bin/env python3
"""Difficult passages from practice, each put into a sound report: who must speak, and who must not.

    fragments.py PROGRAM [--only WORD] [--keep FOLDER]

A file of fragments/ holds passages separated by lines of `====`. A passage is a head of `key: value`
lines, a line `----`, and the text:

    about    what it is
    form     2021 (the default), 2019 or 2008: which report it goes into
    into     overview (default), opening, problems, other, a table's key, headings, or document
    as       text or html only; a passage of running text is tried in both
    date     day of publication
    expect   RULE [what its finding must name]; any number of them
    may      rules that may speak besides, separated by blanks
    open     why the program does not get it right yet: told, not held against it

Every rule that is neither expected nor allowed must stay silent. Exit code 2 when one does not.
"""
import argparse
import datetime
import glob
import json
import os
import random
import subprocess
import sys
import tempfile

import figures
import html_article
import html_families
import html_parts
import prose
import text_shapes
from catalogue import RULES
from forms import COLUMNS, KINDS, OUTCOMES, SECTION_KEYS, disclosure_blocks, request_rows
from html_tables import Markup
from places import Agency
from report import HEADINGS, NUMERALS, Report, Section

HERE = os.path.dirname(os.path.abspath(__file__))
YEARS = {"2021": 2023, "2019": 2020, "2008": 2016}
REQUESTS = {"new": (35, 7), "carried_in": (3, 0), "granted": (16, 4), "partial": (4, 0),
            "refused.4": (1, 1), "unavailable.1": (8, 1), "declined.1": (4, 1), "total": (34, 7),
            "carried_out": (4, 0)}
DISPUTES = {"review": (2, 1, 0, 0, 3), "direct": (1, 0, 0, 0, 1), "after_review": (0,) * 5}
DISCLOSURE = {"normative": (2, 1, 11), "licences": (168,), "penalties": (23,), "fees": ("12.50",)}
DISCLOSURE_2019 = {"normative": (2, 2, 11), "licences": (14, 1, 168), "penalties": (96, -3, 23),
                   "services": (5, 0, 40), "fees": (2, 0), "procurement": (3, "37.20")}


def number(value):
    return [str(value), "number", value, None]


def requests_table(form):
    cells = {row: {c: number(0) for c in COLUMNS} for row in request_rows(form)}
    values = dict(REQUESTS, **{"other" if form == "2019" else "other.3": (1, 0)})
    for row, (natural, business) in values.items():
        for column, value in (("natural", natural), ("business", business),
                              ("all", natural + business)):
            cells[row][column] = number(value)
    return figures.Table("requests", form, cells)


def disclosure_table(form):
    values = DISCLOSURE_2019 if form == "2019" else DISCLOSURE
    cells = {}
    for _, _, rows in disclosure_blocks(form):
        for row, _, columns in rows:
            line = values.get(row, (0,) * len(columns))
            cells[row] = {c: number(v) for c, v in zip(columns, line)}
    return figures.Table("disclosure", form, cells)


def tables_of(form):
    disputes = {k: {o: number(v) for o, v in zip(OUTCOMES, DISPUTES[k])} for k in KINDS}
    return {"disclosure": disclosure_table(form), "requests": requests_table(form),
            "disputes": figures.Table("disputes", form, disputes)}


def sections_of(form, year):
    texts = {"overview": ["%d年，我局围绕防汛抗旱和农村供水两项重点，在门户网站增设“水情发布”栏目。" % year],
             "problems": ["存在的问题：基层水管单位报送信息不够及时。改进情况：从5月起实行周调度，逾期的由办公室督办。"],
             "other": ["%d年，我局没有收取信息处理费。无其他需要报告的事项。" % year]}
    keys, heads = SECTION_KEYS, {k: v[0] for k, v in HEADINGS.items()}
    if form == "2008":
        keys = ["overview", "disclosure", "requests", "fees", "disputes", "problems", "other"]
        heads = dict(heads, overview="概述", requests="依申请公开政府信息情况", fees="收费及减免情况",
                     disputes="行政复议和行政诉讼情况")
        texts.update(disclosure=["全年主动公开政府信息214条。"], requests=["收到政府信息公开申请6件，均已答复。"],
                     fees=["没有收费，也没有减免。"], disputes=["没有发生行政复议和行政诉讼。"])
    return [Section(k, heads[k], list(texts.get(k, [])), NUMERALS[i],
                    [k] if form != "2008" and k in ("disclosure", "requests", "disputes") else [])
            for i, k in enumerate(keys)]


def base(form):
    """A sound report of an invented county's water bureau."""
    year = YEARS[form]
    agency = Agency("漱玉县水务局", "department", "我局", "swj.shuyuxian.gov.cn", "云岚省", "漱玉县", "漱", "漱玉县水务局",
                    ["漱玉县水务局"], "0937-3315620", "漱玉县青石巷16号", "735400")
    report = Report(agency, year, form, "漱玉县水务局%d年政府信息公开工作年度报告" % year)
    report.opening = ["根据%s，现公布漱玉县水务局%d年政府信息公开工作年度报告。数据统计期限自%d年1月1日起至%d年12月31日止。"
                      % (prose.LAW, year, year, year)]
    report.sections = sections_of(form, year)
    report.tables = {} if form == "2008" else tables_of(form)
    report.published = report.byline_date = datetime.date(year + 1, 1, 18)
    report.signed = report.published
    report.publisher, report.page_host = agency.name, agency.host
    report.page_title = report.title
    return report


def apply(report, fragment):
    """Put the passage where it belongs."""
    into, lines = fragment["into"], fragment["text"].split("\n")
    if fragment.get("date"):
        report.published = datetime.date.fromisoformat(fragment["date"])
        report.byline_date = report.signed = report.published
    if into == "opening":
        report.opening = lines
    elif into == "headings":
        for section, line in zip(report.sections, lines):
            section.ordinal, section.heading = "", line
    elif into in ("disclosure", "requests", "disputes") and report.tables:
        section = report.section(into)
        section.tables, section.paragraphs = [], lines
    elif into == "overview":
        report.section(into).paragraphs += lines
    else:
        report.section(into).paragraphs = lines


def render(fragment, shape):
    if fragment["into"] == "document":
        return fragment["text"]
    report = base(fragment["form"])
    apply(report, fragment)
    rng = random.Random(fragment["name"])
    if shape == "text":
        return text_shapes.plain(rng, report, "pipe", lambda grid: grid, False)
    markup = Markup("word", "plain")
    article = html_article.article(rng, markup, report, lambda grid: grid)
    page = html_parts.draw_page(rng, report, article, "utf-8")
    return html_families.modern(rng, page)


def parse(path):
    """The passages of one file."""
    out = []
    with open(path, encoding="utf-8") as file:
        parts = file.read().strip("\n").split("\n====\n")
    for i, part in enumerate(parts, 1):
        head, _, text = part.partition("\n----\n")
        fragment = {"name": "%s-%02d" % (os.path.basename(path)[:-4], i), "form": "2021",
                    "into": "overview", "expect": [], "may": [], "text": text.strip("\n")}
        for line in head.split("\n"):
            key, _, value = line.partition(": ")
            if key == "expect":
                rule, _, found = value.partition(" ")
                fragment["expect"].append((rule, found))
            else:
                fragment[key] = value.split() if key == "may" else value
        known = set(fragment["may"]) | {r for r, _ in fragment["expect"]}
        assert text and "about" in fragment and known <= set(RULES), fragment["name"]
        out.append(fragment)
    return out


def write(fragments, folder):
    """{path: fragment} of the documents written."""
    files = {}
    for fragment in fragments:
        plain = fragment["into"] in ("overview", "problems", "other", "opening", "headings")
        shapes = [fragment["as"]] if "as" in fragment else ["text", "html"] if plain else ["text"]
        for shape in shapes:
            name = fragment["name"] + (".html" if shape == "html" else ".txt")
            with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
                file.write(render(fragment, shape))
            files[name] = fragment
    return files


def costs(result):
    """Does the rule object, by a finding that no other one explains?"""
    return result["state"] == "error" or result["state"] == "fail" and any(
        f.get("severity") and not f.get("cause") for f in result.get("findings") or [])


def judge(fragment, document):
    """What the program got wrong."""
    bad = []
    results = {r["rule"]: r for r in document.get("results") or []}
    expected = {rule for rule, _ in fragment["expect"]}
    for rule, found in fragment["expect"]:
        result = results.get(rule)
        said = json.dumps(result, ensure_ascii=False) if result else ""
        if not result or result["state"] != "fail":
            bad.append("%s is %s" % (rule, result and result["state"]))
        elif found and found not in said:
            bad.append("%s does not name %s" % (rule, found))
    for rule, result in results.items():
        if rule in RULES and rule not in expected and rule not in fragment["may"] \
                and costs(result):
            finding = (result.get("findings") or [{}])[0]
            bad.append("%s speaks: %s" % (rule, finding.get("message") or result.get("reason")))
    return bad


def run(program, fragments, folder):
    """[(file, fragment, what is wrong)] of every document."""
    files = write(fragments, folder)
    out = os.path.join(folder, "..", "fragments.ndjson") if folder else None
    subprocess.run([program, "check", folder, "--output", "ndjson:" + out, "--quiet"],
                   check=False, stdout=subprocess.DEVNULL)
    done = []
    with open(out, encoding="utf-8") as file:
        for line in file:
            document = json.loads(line)
            name = os.path.basename(document["path"])
            done.append((name, files[name], judge(files[name], document)))
    return done


def report_of(done):
    """Prints what is wrong; True when nothing is that is not known."""
    broken = [d for d in done if d[2] and "open" not in d[1]]
    known = [d for d in done if d[2] and "open" in d[1]]
    mended = {d[1]["name"] for d in done if "open" in d[1]} - {d[1]["name"] for d in known}
    for name, fragment, bad in broken + known:
        print("%s %s (%s)%s" % ("OPEN" if "open" in fragment else "WRONG", name, fragment["about"],
                                "".join("\n    " + b for b in bad)))
    for name in sorted(mended):
        print("no longer open, take the mark off: %s" % name)
    print("%d passages in %d documents: %d wrong, %d open"
          % (len({d[1]["name"] for d in done}), len(done), len(broken), len(known)))
    return not broken


def main(argv):
    p = argparse.ArgumentParser(description="Try the program on difficult passages.")
    p.add_argument("program")
    p.add_argument("--only", default="")
    p.add_argument("--keep", metavar="FOLDER")
    options = p.parse_args(argv)
    fragments = [f for path in sorted(glob.glob(os.path.join(HERE, "fragments", "*.txt")))
                 for f in parse(path) if options.only in f["name"]]
    with tempfile.TemporaryDirectory() as work:
        folder = options.keep or os.path.join(work, "documents")
        os.makedirs(folder, exist_ok=True)
        return 0 if report_of(run(options.program, fragments, folder)) else 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
