#!/usr/bin/python3
"""`diff` and `trend`: every number recomputed from the rankings and the ledgers; each cause of a change played by itself.

usage: compare.py AUDITOR SOURCE
"""

import csv
import io
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unicodedata

import jsonschema

PROGRAM = os.path.abspath(sys.argv[1])
SOURCE = pathlib.Path(sys.argv[2]).resolve()
CAUSES = ("work", "rules", "profile", "scope", "other")
RULE = """local basis = require "basis"
return rule {
  id = "local.always", title = { zh = "必错", en = "always wrong" }, severity = "minor", basis = basis.report,
  remedy = { zh = "无", en = "none" },
  check = function(report, out) out:fail { message = { zh = "错", en = "wrong" } } end,
}
"""


def run(office, *words, code=0):
    done = subprocess.run([PROGRAM, *words, "--lang", "en"], cwd=office, capture_output=True, text=True, check=False,
                          env={**os.environ, "AUDITOR_DATA": str(SOURCE), "COLUMNS": "80"})
    assert code is None or done.returncode == code, (words, done)
    return done


def model(office, verb, *words):
    found = json.loads(run(office, verb, *words, "--output", "json").stdout)
    schema = json.loads((SOURCE / f"docs/schema/{verb}.schema.json").read_text())
    jsonschema.Draft202012Validator(schema).validate(found)
    return found


def filled(top, profile="national"):
    """The example office, with a sheet of its own that can be changed."""
    office = top / "office"
    shutil.copytree(SOURCE / "examples/office", office)
    shutil.copytree(SOURCE / "plugins/profiles" / profile, office / "profiles/own")
    conf = (office / "office.conf").read_text()
    (office / "office.conf").write_text(conf.replace("profile = national", "profile = own"))
    return office


def assess(office, *years):
    for year in years:
        run(office, "assess", year, code=None)


def ranking(office, year):
    groups = json.loads(run(office, "rank", year, "--output", "json", code=None).stdout)["groups"]
    return {row["code"]: row for group in groups for row in group["ranked"]}


def check_sums(found):
    for agency in found["agencies"]:
        if agency["change"] is None:
            assert agency["moved"] is None
            continue
        assert abs(sum(agency["moved"][c] for c in CAUSES) - agency["change"]) < 1e-9, agency
        assert abs(agency["after"]["score"] - agency["before"]["score"] - agency["change"]) < 1e-9, agency


def between_years(top):
    office = filled(top)
    assess(office, "2023", "2024")
    found = model(office, "diff", "2023", "2024")
    check_sums(found)
    before, after = ranking(office, "2023"), ranking(office, "2024")
    both = before.keys() & after.keys()
    assert len(both) > 8 and found["totals"]["unknown"] > 0
    listed = {a["code"]: a for a in found["agencies"]}
    for code in both:
        change = after[code]["score"] - before[code]["score"]
        if code not in listed:
            assert change == 0 and before[code]["rank"] == after[code]["rank"], code
            continue
        agency = listed[code]
        assert (agency["before"]["rank"], agency["after"]["rank"]) == (before[code]["rank"], after[code]["rank"])
        assert abs(agency["change"] - change) < 1e-9
        assert agency["moved"]["profile"] == agency["moved"]["rules"] == 0, "neither sheet nor rules changed"
        new = {}
        for f in agency["findings"]["new"]:
            new[f["rule"]] = new.get(f["rule"], 0) + 1
        lost = {item["rule"] for item in after[code]["lost"]}
        assert lost <= {*new, *(f["rule"] for f in agency["findings"]["gone"])} or agency["findings"]["same"], agency
    assert found["totals"]["better"] == sum(after[c]["score"] > before[c]["score"] for c in both)
    assert found["totals"]["worse"] == sum(after[c]["score"] < before[c]["score"] for c in both)
    gone = [a for a in found["agencies"] if a["report"] == "gone"]
    assert gone and all(a["after"]["kind"] == "missing" and a["change"] is None for a in gone)
    backwards = model(office, "diff", "2024", "2023")
    assert [-a["change"] for a in backwards["agencies"] if a["change"]] and sum(a["change"] or 0 for a in backwards["agencies"]) == -sum(
        a["change"] or 0 for a in found["agencies"])
    one = model(office, "diff", "2023", "2024", gone[0]["code"])
    assert [a["code"] for a in one["agencies"]] == [gone[0]["code"]]


def one_cause_at_a_time(top):
    office = filled(top)
    assess(office, "2024")
    start = ranking(office, "2024")
    sheet = office / "profiles/own/sheet.csv"
    text = sheet.read_text(encoding="utf-8-sig")
    assert "publication.late,10," in text
    sheet.write_text(text.replace("publication.late,10,", "publication.late,7,"), encoding="utf-8-sig")
    assess(office, "2024")
    found = model(office, "diff", "2024")
    check_sums(found)
    late = [c for c, row in start.items() if any(item["rule"] == "publication.late" for item in row["lost"])]
    moved = {a["code"]: a["moved"] for a in found["agencies"] if a["change"]}
    assert late and set(moved) >= set(late), (late, moved)
    assert all(moved[c]["profile"] == 3 and moved[c]["work"] == moved[c]["rules"] == moved[c]["scope"] == 0 for c in late), moved
    assert all(not a["findings"]["new"] and not a["findings"]["gone"] for a in found["agencies"])
    (office / "rules/local").mkdir(parents=True)
    (office / "rules/local/always.lua").write_text(RULE)
    sheet.write_text(sheet.read_text(encoding="utf-8-sig") + "9.9,必错,local.always,2,一次,,,,,,\n", encoding="utf-8-sig")
    assess(office, "2024")
    found = model(office, "diff", "2024~1", "2024")
    check_sums(found)
    assert found["before"]["rules_digest"] != found["after"]["rules_digest"]
    scored = [a for a in found["agencies"] if a["change"] is not None and not a["after"]["vetoed"]]
    assert len(scored) > 5
    for agency in scored:
        assert agency["moved"]["scope"] == -2 and [f["rule"] for f in agency["findings"]["new"]] == ["local.always"], agency
    assert "scope" in run(office, "diff", "2024").stdout
    run(office, "diff", "2024~2", "2024")
    run(office, "diff", "2024~9", "2024", code=66)
    assess(office, "2023")
    for words in (["2024~x", "2024"], ["12", "2024"], ["2023", "2024", "nobody"], [], ["2023", "2024", "a", "b"], ["2023", "2024", "--output", "sarif"]):
        run(office, "diff", *words, code=64)
    run(office, "diff", "2009", "2024", code=66)


def outputs(top):
    office = filled(top)
    assess(office, "2023", "2024")
    for verb, words in (("diff", ["2023", "2024"]), ("trend", [])):
        run(office, verb, *words, "--output", f"html:{verb}.html", "--output", f"xlsx:{verb}.xlsx", "--output", f"csv:{verb}.csv")
        assert (office / f"{verb}.xlsx").read_bytes()[:2] == b"PK"
        former = (office / f"{verb}.html").read_bytes()
        run(office, verb, *words, "--output", f"html:{verb}.html")
        assert former == (office / f"{verb}.html").read_bytes()
        for line in run(office, verb, *words).stdout.splitlines():
            width = sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)
            assert width <= 80, (width, line)
    assert b"<svg" in (office / "trend.html").read_bytes()
    rows = list(csv.DictReader(io.StringIO((office / "diff.csv").read_text(encoding="utf-8-sig"))))
    found = model(office, "diff", "2023", "2024")
    assert [r["code"] for r in rows] == [a["code"] for a in found["agencies"]]


def over_the_years(top):
    office = filled(top)
    run(office, "trend", code=66)
    years = sorted(p.name for p in (office / "inbox").iterdir())
    assess(office, *years)
    found = model(office, "trend")
    assert [y["year"] for y in found["years"]] == [int(y) for y in years]
    for i, year in enumerate(years):
        ranks = ranking(office, year)
        for agency in found["agencies"]:
            cell = agency["years"][i]
            row = ranks.get(agency["code"])
            assert (cell["score"], cell["rank"]) == ((row["score"], row["rank"]) if row else (None, None)), (agency["code"], year)
        for group in found["years"][i]["groups"]:
            scores = [a["years"][i]["score"] for a in found["agencies"] if a["group"] == group["name"] and a["years"][i]["rank"]]
            assert group["ranked"] == len(scores)
            assert group["mean"] is None if not scores else abs(group["mean"] - sum(scores) / len(scores)) < 0.0006
    code = next(a["code"] for a in found["agencies"] if sum(y["score"] is not None for y in a["years"]) > 2
                and any(y["score"] and y["score"] < y["max"] for y in a["years"]))
    one = model(office, "trend", code)
    assert len(one["agencies"]) == 1 and one["rules"]
    for rule in one["rules"]:
        whole = next(r for r in found["rules"] if r["rule"] == rule["rule"])
        assert all(a <= 0 or b > 0 for a, b in zip(rule["counts"], whole["counts"]))
    run(office, "trend", "nobody", code=64)
    run(office, "trend", "a", "b", code=64)


def called_as_people_call_them(top):
    """An agency is asked for by code, name or alias, and by the name that only an earlier register has."""
    office = filled(top)
    assess(office, "2023", "2024")
    register = office / "agencies.csv"
    text = register.read_text(encoding="utf-8-sig")
    known = next(r for r in csv.DictReader(io.StringIO(text)) if r["aliases"] and text.count(r["name"]) == 1)
    names = known["code"], known["name"], known["aliases"].split(";")[0]
    for verb, words in (("diff", ["2023", "2024"]), ("trend", [])):
        first, *others = [model(office, verb, *words, name)["agencies"] for name in names]
        assert len(first) == 1 and all(first == o for o in others), (verb, names)
        refused = run(office, verb, *words, names[1][-3:-1], "--output", "json", code=64)
        assert refused.stdout == "" and "code or the full name" in refused.stderr, refused
    register.write_text(text.replace(names[1], "新改名机关").replace(names[2], "新改名"), encoding="utf-8")
    assess(office, "2024")
    for verb, words in (("diff", ["2023", "2024"]), ("trend", [])):
        assert [a["code"] for a in model(office, verb, *words, names[2])["agencies"]] == [names[0]], verb


def called_alike_since(top):
    """A name that the newer register knows for two agencies is not settled by the older one, where one had it."""
    office = filled(top)
    register = office / "agencies.csv"
    rows = list(csv.DictReader(io.StringIO(register.read_text(encoding="utf-8-sig"))))
    for year, named in (("2023", 1), ("2024", 2)):
        for row in rows[:named]:
            row["aliases"] = "合用名"
        with register.open("w", encoding="utf-8", newline="") as out:
            writer = csv.DictWriter(out, rows[0].keys())
            writer.writeheader()
            writer.writerows(rows)
        assess(office, year)
    for verb, words in (("diff", ["2023", "2024"]), ("trend", [])):
        refused = run(office, verb, *words, "合用名", code=64)
        assert "several agencies" in refused.stderr, refused


def main():
    for test in (between_years, one_cause_at_a_time, outputs, over_the_years, called_as_people_call_them, called_alike_since):
        with tempfile.TemporaryDirectory(prefix="auditor-compare-") as name:
            test(pathlib.Path(name))
        print(f"ok {test.__name__}")


if __name__ == "__main__":
    main()
