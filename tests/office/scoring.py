#!/usr/bin/python3
"""A sheet as offices write them, filled in by persons and quarters, played through. usage: scoring.py AUDITOR SOURCE"""

import decimal
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

YEAR = "2024"

CONF = """id = local
version = 1
title.zh = 季度方案
max = 100
model = deduction
bands = 90:好:good, 60:中:fair, 0:差:poor
top = 50:先进:advanced
unlisted = off
bonus = > 80
bonus.cap = 3
round = 2
"""

SHEET = """编号,指标,规则,分值,方式,每处扣分,封顶,分档,期评,底线,说明
1,年度报告,,30,汇总,,30,,,,
1.1,按期,publication.late,10,分档,,,1-10:2; 11-30:5; 31-:10,,,
1.2,数据,requests.* cells.blank,20,按处,1.5,不限,,,,
2,日常监测,,40,期评,,,,季度 平均 /100,24,
3,材料清单,,30,人工,,,,,,
4,亮点,,5,加分,,,,,,
"""

POINTS = """机关,指标,得分,期,填写人,日期,依据,说明
{code},2,{q1},一季度,,,,
{code},2,90,二季度,,,,
{code},2,85.5,2024Q3,,,,
{code},2,95,Q4,,,,
{code},3,27.25,,王某,2025-03-01,材料/1.pdf,抽查五件
{code},4,4,,王某,2025-03-01,,
"""


class Office:
    def __init__(self, auditor, source, folder):
        self.auditor, self.folder = auditor, folder
        shutil.copytree(source / "examples/office", folder)
        profile = folder / "profiles/local"
        profile.mkdir(parents=True)
        (profile / "profile.conf").write_text(CONF, encoding="utf-8")
        (profile / "sheet.csv").write_text(SHEET, encoding="utf-16")  # as a spreadsheet saves "Unicode text"
        conf = folder / "office.conf"
        conf.write_text(conf.read_text(encoding="utf-8").replace("profile = national", "profile = local"), encoding="utf-8")
        self.environment = {**os.environ, "NO_COLOR": "1"}
        (folder / "points").mkdir()

    def give(self, text, charset="utf-8-sig"):
        (self.folder / "points" / (YEAR + ".csv")).write_text(text, encoding=charset)

    def call(self, *words, expect):
        done = subprocess.run([self.auditor, *words, "--lang", "en"], cwd=self.folder, env=self.environment,
                              capture_output=True, text=True)
        assert done.returncode in expect, f"{words}: {done.returncode}\n{done.stdout}{done.stderr}"
        return done

    def ledger(self, code):
        text = self.call("explain", code, YEAR, "--output", "json", expect=(0,)).stdout
        return json.loads(text, parse_float=decimal.Decimal, parse_int=decimal.Decimal)["ledger"]


def adds_up(ledger):
    """The contract of a ledger: recomputed from its entries alone."""
    assert ledger["max"] - sum(e["amount"] for e in ledger["entries"]) == ledger["score"], ledger
    first = sum(level["lost"] for level in ledger["levels"] if level["parent"] is None)
    rest = sum(e["amount"] for e in ledger["entries"] if e["kind"] != "deduction")
    assert not ledger["levels"] or ledger["max"] - first - rest == ledger["score"], ledger


def amounts(ledger):
    return [(e["indicator"], e["kind"], str(e["amount"])) for e in ledger["entries"]]


def agency_code(office):
    """The agency whose report is late and has a blank cell."""
    rows = json.loads(office.call("rank", YEAR, "--output", "json", expect=(0, 3)).stdout)
    for group in rows["groups"]:
        for row in group["incomplete"]:
            if row["agency"] == "澄溪县公安局":
                return row["code"]
    raise AssertionError("the example has changed")


def plays(auditor, source, folder):
    office = Office(auditor, source, folder)
    office.call("assess", YEAR, expect=(3,))
    code = agency_code(office)
    empty = office.ledger(code)
    adds_up(empty)
    assert [(g["indicator"], g["state"], len(g["missing"])) for g in empty["given"]] == [("2", "open", 4), ("3", "open", 0)]

    # three of four quarters: still open
    office.give("".join(line for line in POINTS.format(code=code, q1="80").splitlines(True) if "Q4" not in line))
    office.call("assess", YEAR, expect=(3,))
    assert office.ledger(code)["given"][0]["missing"] == [4]
    assert "periods missing: 4" in office.call("explain", code, YEAR, expect=(0,)).stdout

    # 40 x (80 + 90 + 85.5 + 95) / 400 = 35.05; late by 17 days: 5; one blank row: 1.5; files 27.25; 3 of 4 for the bonus
    office.give(POINTS.format(code=code, q1="80"), charset="gb18030")
    office.call("assess", YEAR, expect=(3,))  # the others have not been filled in
    full = office.ledger(code)
    adds_up(full)
    assert amounts(full) == [("1.1", "deduction", "5"), ("1.2", "deduction", "1.5"), ("2", "deduction", "4.95"),
                             ("3", "deduction", "2.75"), ("4", "bonus", "-3")], amounts(full)
    assert str(full["score"]) == "88.8"
    assert full["entries"][3]["note"] == "王某 2025-03-01 材料/1.pdf 抽查五件"
    assert [(level["indicator"], str(level["score"])) for level in full["levels"]] == [("1", "23.5"), ("2", "35.05"), ("3", "27.25")]
    ranked = [row for group in json.loads(office.call("rank", YEAR, "--output", "json", expect=(0, 3)).stdout)["groups"]
              for row in group["ranked"]]
    assert [(row["code"], row["rank"], row["grade"]) for row in ranked] == [(code, 1, "fair")], ranked

    # 40 x (0 + 90 + 85.5 + 50) / 400 = 22.55 is below the floor of 24
    office.give(POINTS.format(code=code, q1="0").replace(",95,", ",50,"))
    office.call("assess", YEAR, expect=(3,))
    low = office.ledger(code)
    adds_up(low)
    assert low["vetoed"] and low["entries"][-1]["kind"] == "veto" and str(low["levels"][1]["score"]) == "22.55", low

    # what cannot be is refused before anything is written, by row and column
    office.give(POINTS.format(code=code, q1="101"))
    refused = office.call("assess", YEAR, expect=(78,)).stderr
    assert f"points/{YEAR}.csv:2: column 得分" in refused, refused
    assert office.ledger(code) == low


def without_report(auditor, source, folder):
    """What an agency gets that handed nothing in, as the profile says; the ranking follows."""
    office = Office(auditor, source, folder)
    sheet = "编号,指标,规则,分值,方式,每处扣分,封顶\n1,有报告,publication.missing,41,一次,,\n2,按期,publication.late,10,一次,,\n"
    (folder / "profiles/local/sheet.csv").write_text(sheet, encoding="utf-8")
    for missing, score, grade in (("", None, None), ("judged", 59, "poor"), ("fixed 0", 0, "poor"), ("定为 75.5", 75.5, "fair")):
        conf = CONF + "blocking =\n" + (f"missing = {missing}\n" if missing else "")
        (folder / "profiles/local/profile.conf").write_text(conf, encoding="utf-8")
        office.call("assess", YEAR, expect=(0, 2, 3))
        model = json.loads(office.call("rank", YEAR, "--output", "json", expect=(0, 3)).stdout)
        group = next(g for g in model["groups"] if g["statistics"]["absent"])
        listed = [row["name"] for row in group["missing"]]
        ranked = [row for row in group["ranked"] if row["kind"] == "missing"]
        shown = office.call("rank", YEAR, expect=(0, 3)).stdout
        assert group["statistics"]["absent"] == 1 and model["groups"].count(group) == 1
        if score is None:
            assert listed == ["澄溪县白鹭洲乡人民政府"] and not ranked and "no report" in shown
            continue
        others = [row["score"] for row in group["ranked"] if row["kind"] != "missing"]
        assert [(row["score"], row["grade"], row["rank"]) for row in ranked] == [(score, grade, 1 + sum(s > score for s in others))], ranked
        assert not listed and group["statistics"]["lowest"] == min(score, *others) and "(no report)" in shown
        assert missing == "judged" or ranked[0]["range"]["worst"] <= len(others) + 1
        adds_up(office.ledger(ranked[0]["code"]))
        office.call("rank", YEAR, "--output", "csv:r.csv", expect=(0, 3))
        assert "(no report)" in (folder / "r.csv").read_text(encoding="utf-8-sig")
        summary = json.loads(office.call("rank", YEAR, "--summary", "--output", "json", expect=(0, 3)).stdout)
        assert [row["name"] for g in summary["groups"] for row in g["missing"]] == ["澄溪县白鹭洲乡人民政府"]


def a_sheet_for_a_year(auditor, source, folder):
    """The office goes on to another sheet; a year that was scored keeps its own when the settings say so."""
    office = Office(auditor, source, folder)
    conf = folder / "office.conf"
    text = conf.read_text(encoding="utf-8")

    def settings(*lines):
        conf.write_text("\n".join([text.rstrip("\n"), *lines]) + "\n", encoding="utf-8")

    def scored():
        model = json.loads(office.call("rank", YEAR, "--output", "json", expect=(0, 3)).stdout)
        return model["profile"]["name"], [i["id"] for i in model["profile"]["indicators"]], model["groups"]

    first = office.call("assess", YEAR, expect=(0, 2, 3))
    assert "profile" not in first.stderr, first.stderr
    former = scored()
    text = text.replace("profile = local", "profile = national")
    settings()
    warned = office.call("rank", YEAR, expect=(0, 3)).stderr
    assert f"profile.{YEAR} = local" in warned, warned
    moved = office.call("assess", YEAR, expect=(0, 2, 3)).stderr
    assert "now scored by national" in moved and f"profile.{YEAR} = local" in moved, moved
    assert scored()[0] == "national"
    settings(f"profile.{YEAR} = local")
    assert "now scored by local" in office.call("assess", YEAR, expect=(0, 2, 3)).stderr
    assert scored() == former, "the year has its own sheet again"
    quiet = office.call("assess", YEAR, expect=(0, 2, 3))
    assert "profile" not in quiet.stderr and " 0 audited, 0 judged again" in quiet.stdout, quiet.stdout + quiet.stderr
    assert "changed since" not in office.call("rank", YEAR, expect=(0, 3)).stderr
    same = json.loads(office.call("rules", "rehearse", "--against", YEAR, "--output", "json", expect=(0,)).stdout)
    assert same["after"]["profile"] == "local" and not same["summary"]["changed"]
    (folder / "more").mkdir()
    named = json.loads(office.call("rules", "rehearse", "--against", YEAR, "--rules", "./more", "--output", "json", expect=(0, 2)).stdout)
    assert named["after"]["profile"] == "local"
    sheet = folder / "profiles/local/profile.conf"
    sheet.write_text(sheet.read_text(encoding="utf-8") + "\n# looked at\n", encoding="utf-8")
    assert "edited since" not in office.call("assess", YEAR, expect=(0, 2, 3)).stderr, "it is the newest year"
    (folder / "inbox/2025").mkdir()
    office.call("assess", "2025", expect=(0, 2, 3))
    sheet.write_text(sheet.read_text(encoding="utf-8") + "\n# and again\n", encoding="utf-8")
    assert "profile local was edited since" in office.call("assess", YEAR, expect=(0, 2, 3)).stderr
    for wrong in ("profile.24 = local", "profile.2024x = local", "profile.1999 = local", "profile.2024 ="):
        settings(wrong)
        assert "profile.2024 = NAME" in office.call("assess", YEAR, expect=(78,)).stderr, wrong
    settings("profile.2023 = nosuch")
    assert "nosuch" in office.call("doctor", expect=(78,)).stdout
    assert office.call("rank", YEAR, expect=(0, 3)).stdout, "another year's sheet is not looked at"


def main():
    auditor, source = sys.argv[1], pathlib.Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as folder:
        plays(auditor, source, pathlib.Path(folder) / "office")
        without_report(auditor, source, pathlib.Path(folder) / "missing")
        a_sheet_for_a_year(auditor, source, pathlib.Path(folder) / "years")


main()
