#!/usr/bin/env python3
"""Make an office of sixty agencies in four groups over three years.

    office.py OUT [--seed N]

The agencies are a county, its departments, its towns and streets, and its zones. The same arguments give the same bytes.
What is wrong in it is written to OUT/story.json: who is late, who sent nothing, who borrowed whose words, who was renamed, which child
the county forgot in its sums, who has a wrong figure, who will appeal. What agencies send when they were asked to correct it lies in
OUT/corrections, to be laid over OUT/inbox: some of it corrects, some does not, one comes with an earlier date. OUT/profiles has a second sheet.
"""
import argparse
import copy
import csv
import decimal
import json
import os
import random

import figures
import generate
from places import BUREAUS, STREETS, TOWNS, ZONES, Agency
from report import deadline, draw_report

YEARS = (2022, 2023, 2024)
COUNTY, PINYIN, CITY, PROVINCE = "漱玉县", "shuyuxian", "霁川市", "云岚省"
MORE_BUREAUS = ["科学技术局", "工业和信息化局", "商务局", "水利局", "行政审批服务局", "乡村振兴局", "公安局", "机关事务管理局", "档案局", "地方金融局"]
MORE_TOWNS = ["柏舟镇", "浣沙镇", "鹿鸣镇", "萤川乡", "荻花镇"]
PROFILE = """id = shuyu
version = 1
title.zh = 漱玉县考核办法
title.en = Shuyu sheet
max = 100
model = deduction
bands = 90:优秀:excellent, 75:合格:passed, 0:不合格:failed
unlisted = off
"""
SHEET = """编号,指标,规则,分值,方式,每处扣分,封顶
1,按期公开,publication.late publication.missing,20,按处,10,20
2,数据准确,requests.* cells.blank disputes.total rollup.sum history.carry-over,50,按处,4,50
3,内容真实,copy.other-agency narrative.*,20,按处,5,20
4,材料报送,,10,人工,,
"""
CONF = "name = 漱玉县政务公开办公室\nprofile = national\nlanguage = zh\n"


def _agency(name, level, own, upper, short, names):
    agency = Agency(name, level, own, "www.%s.gov.cn" % PINYIN, PROVINCE, upper, COUNTY[0], short)
    agency.names = [name, *names]
    agency.phone, agency.address, agency.post = "0990-5550100", COUNTY + "学宫巷1号", "310200"
    return agency


AFTER = ("d99", "部门", _agency(COUNTY + "数据和档案管理局", "department", "我局", COUNTY, COUNTY + "数据和档案管理局", []))


def draw_agencies():
    """(code, group, agency) of all sixty."""
    out = [("c00", "县政府", _agency(COUNTY + "人民政府", "county", "我县", CITY, COUNTY, [COUNTY]))]
    for i, name in enumerate([b for b, _ in BUREAUS] + MORE_BUREAUS):
        out.append(("d%02d" % i, "部门", _agency(COUNTY + name, "department", "我局", COUNTY, COUNTY + name, [name])))
    for i, name in enumerate([t for t, _ in TOWNS] + MORE_TOWNS):
        out.append(("t%02d" % i, "乡镇街道", _agency(COUNTY + name + "人民政府", "township", "我镇", COUNTY, COUNTY + name, [name])))
    for i, (name, _) in enumerate(STREETS):
        short = COUNTY + name.replace("办事处", "")
        out.append(("s%02d" % i, "乡镇街道", _agency(COUNTY + name, "township", "我街道", COUNTY, short, [name])))
    for i, (name, _) in enumerate(ZONES[:3]):
        out.append(("z%02d" % i, "开发区", _agency(COUNTY + name, "zone", "管委会", COUNTY, COUNTY + name, [name])))
    return out


def _value(cells, row, column):
    return cells[row][column][2]


def _write(cells, row, column, value):
    cells[row][column] = [str(value), "number", value, None]


def carry(table, before):
    """What was carried out of last year is carried into this one."""
    cells = table.cells
    leaves = ("carried_in", "new", "granted", "total")
    for column in figures.PARTS:
        brought = _value(before.cells, "carried_out", column)
        whole = _value(cells, "total", column) + _value(cells, "carried_out", column)
        if brought > whole:
            for row in ("granted", "total"):
                _write(cells, row, column, _value(cells, row, column) + brought - whole)
            whole = brought
        _write(cells, "carried_in", column, brought)
        _write(cells, "new", column, whole - brought)
    for row in leaves:
        _write(cells, row, "all", sum(_value(cells, row, c) for c in figures.PARTS))


def carry_disputes(table, before):
    """What was pending last year has ended this year: it was upheld."""
    for row, columns in table.cells.items():
        lack = _value(before.cells, row, "pending") - _value(table.cells, row, "total")
        for column in ("upheld", "total"):
            if lack > 0:
                _write(table.cells, row, column, columns[column][2] + lack)


def keep_valid(table, before):
    """What was valid last year, what was made and what was repealed give what is valid now."""
    for row in ("regulations", "normative"):
        if row not in table.cells or row not in before.cells:
            continue
        had, made = _value(before.cells, row, "valid"), _value(table.cells, row, "made")
        repealed = min(_value(table.cells, row, "repealed"), had + made)
        _write(table.cells, row, "repealed", repealed)
        _write(table.cells, row, "valid", had + made - repealed)


def _sum(cells):
    """Counts as counts, money to the cent."""
    whole = sum(decimal.Decimal(str(c[2])) for c in cells)
    money = any(c[3] for c in cells)
    return [str(whole), "number", str(whole) if money else int(whole), cells[0][3]]


def add(tables):
    """The table whose cells are the sums of those of `tables`."""
    cells = {row: {c: _sum([t.cells[row][c] for t in tables]) for c in columns} for row, columns in tables[0].cells.items()}
    return figures.Table(tables[0].name, tables[0].form, cells)


def _draw(rng, agency, year, before, summed=None):
    tables = figures.draw_tables(rng, "2021", agency)
    if summed:
        tables = summed
    elif before:
        keep_valid(tables["disclosure"], before.tables["disclosure"])
        carry(tables["requests"], before.tables["requests"])
        carry_disputes(tables["disputes"], before.tables["disputes"])
    return draw_report(rng, agency, year, tables)


def _misprint(report):
    """A figure of table three is not what its row adds up to, however its author meant it."""
    wrong = copy.deepcopy(report)
    table = wrong.tables["requests"]
    _write(table.cells, "new", "all", _value(table.cells, "new", "all") + 7)
    return wrong


def _borrow(report, source):
    """The words of another report under one's own name."""
    for section in report.sections:
        other = source.section(section.key)
        if section.key in ("overview", "problems") and other:
            section.paragraphs = [p.replace(source.agency.short, report.agency.short) for p in other.paragraphs]


def _save(seed, out, year, code, report, folder="inbox"):
    rng = random.Random("auditor-office:%d:%s:%d:page" % (seed, code, year))
    name = "d99" if year == YEARS[-1] and code == "d33" else code
    shape = rng.choice(["html", "html", "text", "cells"])
    data, _, _, _, suffix = generate._render(rng, report, shape)  # noqa: SLF001
    folder = os.path.join(out, folder, str(year))
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "%s_%d.%s" % (name, year, suffix)), "wb") as file:
        file.write(data)


def write_register(out, agencies, renamed):
    with open(os.path.join(out, "agencies.csv"), "w", encoding="utf-8-sig", newline="") as file:
        rows = csv.writer(file)
        rows.writerow("code name aliases level group parent host deadline from to predecessors".split())
        for code, group, a in agencies:
            ends = YEARS[-1] - 1 if code == renamed[0] else ""
            rows.writerow([code, a.name, ";".join(n for n in a.names[1:] if n != a.name), a.level, group, "" if code == "c00" else "c00",
                           a.host, "", "", ends, ""])
        code, group, a = renamed[1]
        rows.writerow([code, a.name, "", a.level, group, "c00", a.host, "", YEARS[-1], "", renamed[0]])


def _draw_year(seed, year, agencies, before, story):
    """The reports of a year by code, as their authors meant them."""
    last, now = year == YEARS[-1], {}
    for code, _, agency in agencies[1:]:
        rng = random.Random("auditor-office:%d:%s:%d" % (seed, code, year))
        if last and code == "d33":
            agency = AFTER[2]
        now[code] = _draw(rng, agency, year, before.get(code))
        if last and code in story["late"]:
            late = deadline(agency, year).replace(month=3, day=9)
            now[code].published = now[code].signed = now[code].byline_date = late
        if last and code in story["copied"]:
            _borrow(now[code], now[story["copied"][code]])
    summed = {name: add([r.tables[name] for c, r in now.items() if not (last and name == "requests" and c == story["forgotten"])])
              for name in ("disclosure", "requests", "disputes")}
    rng = random.Random("auditor-office:%d:c00:%d" % (seed, year))
    now["c00"] = _draw(rng, agencies[0][2], year, before.get("c00"), summed)
    return now


def _correct(seed, out, now, story):
    """What comes in after the notices went out."""
    year = YEARS[-1]
    for code in story["corrected"]:
        _save(seed, out, year, code, now[code], "corrections")
    for code in story["uncorrected"]:
        again = _misprint(now[code])
        again.section("other").paragraphs.append("对通知指出的问题，本单位已经逐条核对。")
        _save(seed, out, year, code, again, "corrections")
    for code in story["backdated"]:
        now[code].published = now[code].signed = now[code].byline_date = deadline(now[code].agency, year).replace(month=1, day=17)
        _save(seed, out, year, code, now[code], "corrections")


def make(out, seed):
    """Write the office; returns what is wrong in it."""
    agencies = draw_agencies()
    story = {"late": ["d05", "t03"], "missing": ["d07", "s02"], "copied": {"t06": "t05"}, "renamed": {"d33": "d99"}, "forgotten": "d10",
             "misprint": ["d12", "d15", "t08", "t11", "s01"], "corrected": ["d12", "t08"], "uncorrected": ["d15"], "backdated": ["d05"],
             "appeals": {"won": "t11", "lost": "s01"}, "profiles": {str(y): "national" if y < YEARS[-1] else "shuyu" for y in YEARS},
             "year": YEARS[-1]}
    before = {}
    for year in YEARS:
        now = _draw_year(seed, year, agencies, before, story)
        for code, report in now.items():
            if year == YEARS[-1] and code in story["missing"]:
                continue
            wrong = year == YEARS[-1] and code in story["misprint"]
            _save(seed, out, year, code, _misprint(report) if wrong else report)
        before = now
    _correct(seed, out, now, story)
    write_register(out, agencies, ("d33", AFTER))
    _write_text(out, "office.conf", CONF)
    _write_text(out, "profiles/shuyu/profile.conf", PROFILE)
    _write_text(out, "profiles/shuyu/sheet.csv", SHEET)
    _write_text(out, "story.json", json.dumps(story, indent=1, sort_keys=True))
    return story


def _write_text(out, name, text):
    path = os.path.join(out, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    os.makedirs(options.out, exist_ok=True)
    make(options.out, options.seed)


if __name__ == "__main__":
    main()
