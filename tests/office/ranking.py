#!/usr/bin/python3
"""`rank`: every place, range, movement and figure of the ranking and its summary is worked out again from the ledgers.

usage: ranking.py AUDITOR SOURCE
"""

import csv
import io
import json
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import zipfile

import jsonschema

PROGRAM = os.path.abspath(sys.argv[1])
SOURCE = pathlib.Path(sys.argv[2]).resolve()
SCHEMA = jsonschema.Draft202012Validator(json.loads((SOURCE / "docs/schema/rank.schema.json").read_text()))
LISTS = ("ranked", "incomplete", "notscored", "missing")


def run(office, *words, codes=(0, 2, 3)):
    done = subprocess.run([PROGRAM, *words, "--lang", "en"], cwd=office, capture_output=True, text=True, check=False,
                          env={**os.environ, "AUDITOR_DATA": str(SOURCE), "COLUMNS": "80"})
    assert done.returncode in codes, (words, done)
    return done.stdout


def ranking(office, year):
    text = run(office, "rank", year, "--output", "json")
    model = json.loads(text, object_pairs_hook=in_order)
    SCHEMA.validate(model)
    return model


def in_order(pairs):
    keys = [key.encode() for key, _ in pairs]
    assert keys == sorted(keys), keys
    return dict(pairs)


def check_places(model):
    """Ties share a rank; statistics and defects are those of the rows."""
    found = {}
    for group in model["groups"]:
        scores = [row["score"] for row in group["ranked"]]
        assert [row["rank"] for row in group["ranked"]] == [1 + sum(s > own for s in scores) for own in scores]
        for row in group["ranked"]:
            assert 1 <= row["range"]["best"] <= row["rank"] <= row["range"]["worst"] <= len(scores), row
        s = group["statistics"]
        assert s["agencies"] == sum(len(group[k]) for k in LISTS) and all(s[k] == len(group[k]) for k in LISTS)
        assert s["absent"] == len(group["missing"]) + sum(row["kind"] == "missing" for row in group["ranked"] + group["incomplete"])
        assert sum(s["distribution"]) == len(scores)
        if scores:
            assert abs(s["mean"] - statistics.mean(scores)) < 0.001 and s["median"] == statistics.median(scores)
            assert (s["highest"], s["lowest"]) == (max(scores), min(scores))
        for row in group["ranked"] + group["incomplete"] + group["notscored"]:
            for item in row["lost"]:
                agencies, count, points = found.get(item["rule"], (0, 0, 0))
                found[item["rule"]] = agencies + 1, count + item["count"], points + item["points"]
    for defect in model["defects"]:
        own = found.get(defect["rule"])
        assert not own or own[0] <= defect["agencies"], defect
    numbers = [d["agencies"] for d in model["defects"]]
    assert numbers == sorted(numbers, reverse=True) and set(found) <= {d["rule"] for d in model["defects"]}


def possible(row, other):
    """Whether weights within ±10 % can put `other` ahead of `row`."""
    def cost(r):
        found = {}
        for item in r["lost"]:
            if "indicator" in item:
                found[item["indicator"]] = found.get(item["indicator"], 0) + item["points"]
        return {} if r["vetoed"] else found
    a, b = cost(row), cost(other)
    reach = sum(abs(a.get(k, 0) - b.get(k, 0)) for k in {*a, *b}) * 0.1
    return other["score"] + reach > row["score"] + 1e-9


def check_ranges(model):
    """No range goes further than pairs of agencies can change places."""
    for group in model["groups"]:
        rows = group["ranked"]
        for row in rows:
            assert row["range"]["worst"] <= 1 + sum(possible(row, o) for o in rows if o is not row), row
            assert row["range"]["best"] >= 1 + sum(not possible(o, row) and o["score"] > row["score"] for o in rows if o is not row), row


def check_past(before, after):
    was = {row["code"]: (row, group["name"]) for group in before["groups"] for row in group["ranked"]}
    for group in after["groups"]:
        for row in group["ranked"]:
            if row["code"] not in was:
                assert row["past"] is None, row
                continue
            old, name = was[row["code"]]
            assert (row["past"]["rank"], row["past"]["score"], row["past"]["group"]) == (old["rank"], old["score"], name)
            assert abs(row["past"]["change"] - (row["score"] - old["score"])) < 1e-9
            assert abs(sum(row["past"]["moved"].values()) - row["past"]["change"]) < 1e-9
    assert any(row["past"] and row["past"]["change"] for group in after["groups"] for row in group["ranked"])


def check_ledgers(office, model):
    """What the ranking says an agency lost is what its ledger says."""
    for group in model["groups"]:
        for row in group["ranked"]:
            ledger = json.loads(run(office, "explain", row["code"], str(model["year"]), "--output", "json"))
            text = json.dumps(ledger, ensure_ascii=False)
            assert f'"score": {row["score"]:g}' in text, (row, text[:400])


def check_book(office, model):
    run(office, "rank", "2024", "--output", "xlsx:r.xlsx", "--output", "csv:r.csv", "--output", "html:r.html")
    with zipfile.ZipFile(office / "r.xlsx") as book:
        names = re.findall(r'<sheet name="([^"]+)"', book.read("xl/workbook.xml").decode())
        values = book.read("xl/worksheets/sheet2.xml").decode()
    assert names == ["ranking", "indicators", "findings", "missing"], names
    for line in re.findall(r"<row r=\"(?!1\")\d+\".*?</row>", values):
        numbers = [float(v) for v in re.findall(r'<c r="[A-Z]+\d+"(?: s="\d+")?><v>([^<]+)</v>', line)]
        assert abs(sum(numbers[:-1]) - numbers[-1]) < 1e-9, line
    rows = list(csv.DictReader(io.StringIO((office / "r.csv").read_text(encoding="utf-8-sig"))))
    assert len(rows) == sum(g["statistics"]["agencies"] for g in model["groups"])
    assert all(len(row) == 24 and None not in row for row in rows)
    page = (office / "r.html").read_text()
    assert "<svg" in page and "<script" not in page and "seed 1" in page


def renamed(office):
    """History follows the predecessor."""
    path = office / "agencies.csv"
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    lines = [lines[0] + ",from,to,predecessors"] + [line + (",,2023," if line.startswith("mzj,") else ",,,") for line in lines[1:]]
    lines.append("mzx,澄溪县民政和养老局,澄溪县民政局;县民政局,department,部门,xzf,www.chengxixian.gov.cn,,2024,,mzj")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    before = ranking(office, "2023")
    run(office, "assess", "2023")
    run(office, "assess", "2024")
    after = ranking(office, "2024")
    rows = {row["code"]: row for group in after["groups"] for row in group["ranked"] + group["incomplete"]}
    old = next(row for group in before["groups"] for row in group["ranked"] if row["code"] == "mzj")
    assert "mzj" not in rows and rows["mzx"]["past"]["rank"] == old["rank"], rows.get("mzx")
    for agency in ((), ("mzx",), ("mzj",)):  # by its new code or its old one
        found = json.loads(run(office, "diff", "2023", "2024", *agency, "--output", "json"))["agencies"]
        one, = [a for a in found if a["code"] in ("mzx", "mzj")]
        assert one["code"] == "mzx" and one["before"]["score"] == old["score"] and one["after"]["score"] == rows["mzx"]["score"], one
        line, = [a for a in json.loads(run(office, "trend", *agency, "--output", "json"))["agencies"] if a["code"] in ("mzx", "mzj")]
        assert line["code"] == "mzx" and [y["score"] for y in line["years"]] == [old["score"], rows["mzx"]["score"]], line


def summary(office, model):
    text = run(office, "rank", "2024", "--summary")
    short = json.loads(run(office, "rank", "2024", "--summary", "--output", "json"), object_pairs_hook=in_order)
    SCHEMA.validate(short)
    for group, whole in zip(short["groups"], model["groups"], strict=True):
        rows, n = whole["ranked"], min(5, len(whole["ranked"]) // 2)
        assert group["best"]["rows"] == [row for row in rows if row["rank"] <= n]
        ends = {row["rank"] for row in rows[len(rows) - n:]}
        assert group["worst"]["rows"] == [row for row in rows if row["rank"] in ends and row not in group["best"]["rows"]]
        assert (group["missing"], group["statistics"]) == (whole["missing"], whole["statistics"])
    moved = [row for group in model["groups"] for row in group["ranked"] if row["past"] and row["past"]["change"]]
    assert short["movers"] == sorted(moved, key=lambda row: (-abs(row["past"]["change"]), row["code"]))[:10] and moved
    assert all(group["name"] in text for group in model["groups"]) and model["defects"][0]["title"] in text
    run(office, "rank", "2024", "--summary", "--output", "html:s.html", "--output", "xlsx:s.xlsx")
    page = (office / "s.html").read_text()
    assert "<svg" in page and model["defects"][0]["rule"] in page
    missing = [row["name"] for group in model["groups"] for row in group["missing"]]
    assert missing and all(name in page for name in missing)


def sixty(office):
    """An office of sixty agencies over three years: what is known to be wrong in it is what the ranking tells."""
    subprocess.run([sys.executable, SOURCE / "tests/corpus/office.py", office], check=True)
    story = json.loads((office / "story.json").read_text())
    for year in ("2022", "2023", "2024"):
        run(office, "assess", year)
    before, after = ranking(office, "2023"), ranking(office, "2024")
    for found in (before, after):
        check_places(found)
        check_ranges(found)
        assert len(found["groups"]) == 4 and sum(g["statistics"]["agencies"] for g in found["groups"]) == 60 and not found["unmatched"]
    rows = {row["code"]: row for group in after["groups"] for row in group["ranked"]}
    lost = {code: {item["rule"] for item in row["lost"]} for code, row in rows.items()}
    assert sorted(c for c in lost if "publication.late" in lost[c]) == sorted(story["late"]), lost
    assert sorted(row["code"] for group in after["groups"] for row in group["missing"]) == sorted(story["missing"])
    assert "rollup.sum" in lost["c00"] and not any("rollup.sum" in lost[c] for c in lost if c != "c00")
    for old, new in story["renamed"].items():
        then = next(row for group in before["groups"] for row in group["ranked"] if row["code"] == old)
        assert old not in rows and rows[new]["past"]["score"] == then["score"]
    for group in after["groups"]:
        for row in group["ranked"]:
            assert not row["past"] or abs(sum(row["past"]["moved"].values()) - row["past"]["change"]) < 1e-9, row


def main():
    with tempfile.TemporaryDirectory() as top:
        sixty(pathlib.Path(top) / "sixty")
    with tempfile.TemporaryDirectory() as top:
        office = pathlib.Path(top) / "office"
        shutil.copytree(SOURCE / "examples/office", office)
        run(office, "assess", "2024")
        assert "past" not in ranking(office, "2024")
        run(office, "assess", "2023")
        before, after = ranking(office, "2023"), ranking(office, "2024")
        assert after == ranking(office, "2024")
        for found in (before, after):
            check_places(found)
            check_ranges(found)
        check_past(before, after)
        check_ledgers(office, after)
        check_book(office, after)
        summary(office, after)
        renamed(office)


main()
