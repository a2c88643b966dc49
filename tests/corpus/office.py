#!/usr/bin/env python3
"""Make an office of sixty agencies in four groups over three years.

    office.py OUT [--seed N]

The agencies are a county, its departments, its towns and streets, and its zones. The same arguments give the same bytes.
What is wrong in it is written to OUT/story.json: who is late, who sent nothing, who borrowed whose words, who was renamed, which child
the county forgot in its sums, who sent a correction.
"""
import argparse
import csv
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
CONF = "name = 漱玉县政务公开办公室\nprofile = national\nlanguage = zh\n"


def _agency(name, level, own, upper, short, names):
    agency = Agency(name, level, own, "www.%s.gov.cn" % PINYIN, PROVINCE, upper, COUNTY[0], short)
    agency.names = [name, *names]
    agency.phone, agency.address, agency.post = "0990-5550100", COUNTY + "学宫巷1号", "310200"
    return agency


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


def keep_valid(table, before):
    """What was valid last year, what was made and what was repealed give what is valid now."""
    for row in ("regulations", "normative"):
        if row not in table.cells or row not in before.cells:
            continue
        had, made = _value(before.cells, row, "valid"), _value(table.cells, row, "made")
        repealed = min(_value(table.cells, row, "repealed"), had + made)
        _write(table.cells, row, "repealed", repealed)
        _write(table.cells, row, "valid", had + made - repealed)


def add(tables):
    """The table whose cells are the sums of those of `tables`."""
    first = tables[0]
    cells = {row: {c: 0 for c in columns} for row, columns in first.cells.items()}
    for row, columns in cells.items():
        for column in columns:
            _write(cells, row, column, sum(_value(t.cells, row, column) for t in tables))
    return figures.Table("requests", first.form, cells)


def _draw(rng, agency, year, before, requests=None):
    form = "2021"
    tables = figures.draw_tables(rng, form, agency)
    if before:
        keep_valid(tables["disclosure"], before.tables["disclosure"])
    if requests:
        tables["requests"] = requests
    elif before:
        carry(tables["requests"], before.tables["requests"])
    return draw_report(rng, agency, year, tables)


def _borrow(report, source):
    """The words of another report under one's own name."""
    for section in report.sections:
        other = source.section(section.key)
        if section.key in ("overview", "problems") and other:
            section.paragraphs = [p.replace(source.agency.short, report.agency.short) for p in other.paragraphs]


def _save(rng, out, year, name, report):
    shape = rng.choice(["html", "html", "text", "cells"])
    data, _, _, _, suffix = generate._render(rng, report, shape)  # noqa: SLF001
    folder = os.path.join(out, "inbox", str(year))
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


def make(out, seed):
    """Write the office; returns what is wrong in it."""
    agencies = draw_agencies()
    after = ("d99", "部门", _agency(COUNTY + "数据和档案管理局", "department", "我局", COUNTY, COUNTY + "数据和档案管理局", []))
    story = {"late": ["d05", "t03"], "missing": ["d07", "s02"], "copied": {"t06": "t05"}, "renamed": {"d33": "d99"}, "forgotten": "d10",
             "resubmitted": ["d12", "t08"], "year": YEARS[-1]}
    before = {}
    for year in YEARS:
        last, now = year == YEARS[-1], {}
        for code, _, agency in agencies[1:]:
            rng = random.Random("auditor-office:%d:%s:%d" % (seed, code, year))
            if last and code == "d33":
                agency = after[2]
            now[code] = _draw(rng, agency, year, before.get(code))
            if last and code in story["late"]:
                late = deadline(agency, year).replace(month=3, day=9)
                now[code].published = now[code].signed = now[code].byline_date = late
            if last and code in story["copied"]:
                _borrow(now[code], now[story["copied"][code]])
        children = [r.tables["requests"] for c, r in now.items() if not (last and c == story["forgotten"])]
        rng = random.Random("auditor-office:%d:c00:%d" % (seed, year))
        now["c00"] = _draw(rng, agencies[0][2], year, before.get("c00"), add(children))
        for code, report in now.items():
            rng = random.Random("auditor-office:%d:%s:%d:page" % (seed, code, year))
            if last and code in story["missing"]:
                continue
            _save(rng, out, year, "d99" if last and code == "d33" else code, report)
            if last and code in story["resubmitted"]:
                _save(rng, out, year, code + "-corrected", report)
        before = now
    write_register(out, agencies, ("d33", after))
    with open(os.path.join(out, "office.conf"), "w", encoding="utf-8") as file:
        file.write(CONF)
    with open(os.path.join(out, "story.json"), "w", encoding="utf-8") as file:
        json.dump(story, file, indent=1, sort_keys=True)
    return story


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    os.makedirs(options.out, exist_ok=True)
    make(options.out, options.seed)


if __name__ == "__main__":
    main()
