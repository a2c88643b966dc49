#!/usr/bin/env python3
"""SARIF and JUnit of check and report: valid, complete, the same bytes every time, and telling what the JSON tells.

usage: outputs.py PROGRAM SOURCE_FOLDER
"""

import collections
import csv
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import urllib.parse

import jsonschema
from lxml import etree

PROGRAM = os.path.abspath(sys.argv[1])
SOURCE = pathlib.Path(sys.argv[2]).resolve()
HERE = pathlib.Path(__file__).resolve().parent
SCHEMA = jsonschema.Draft202012Validator(json.loads((HERE / "sarif/sarif-schema-2.1.0.json").read_text()))
JUNIT = etree.XMLSchema(etree.parse(SOURCE / "tests/author/junit.xsd"))
LEVELS = {"veto": "error", "major": "error", "minor": "warning", "advice": "note"}
BROKEN_RULE = """return rule {
  id = "local.broken", title = { zh = "坏", en = "broken" }, severity = "minor",
  basis = { "第一条" }, remedy = { zh = "无", en = "none" },
  check = function(report) return report.agency.nothing.at.all end,
}
"""


def run(folder, *arguments, code):
    done = subprocess.run([PROGRAM, *arguments, "--lang", "en"], cwd=folder, capture_output=True, check=False,
                          env={**os.environ, "AUDITOR_DATA": str(SOURCE)})
    assert done.returncode == code, (arguments, done)
    return done.stdout, done.stderr.decode()


def sarif_of(path):
    log = json.loads(path.read_text())
    faults = [f"{list(e.path)}: {e.message[:200]}" for e in SCHEMA.iter_errors(log)]
    assert not faults, faults[:5]
    assert len(log["runs"]) == 1
    return log["runs"][0]


def junit_of(path):
    xml = etree.parse(path)
    JUNIT.assertValid(xml)
    for suite in xml.findall("testsuite"):
        cases = suite.findall("testcase")
        for word, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
            assert int(suite.get(word)) == sum(c.find(tag) is not None for c in cases), (word, suite.attrib)
        assert int(suite.get("tests")) == len(cases)
    return xml


def told_by_sarif(run_of, index):
    """What the run says of a document, as (rule, kind, level, message) counted."""
    return collections.Counter((r["ruleId"], r["kind"], r["level"], r["message"]["text"]) for r in run_of["results"]
                               if r["locations"][0]["physicalLocation"]["artifactLocation"]["index"] == index)


def due_in_sarif(document):
    due = collections.Counter()
    for r in document["results"]:
        for f in r["findings"]:
            kind, level = ("fail", LEVELS[f["severity"]]) if f["severity"] else ("informational", "none")
            due[(r["rule"], kind, level, f["message"])] += 1
        for place in r["open"]:
            due[(r["rule"], "open", "none", place["message"])] += 1
        if r["state"] == "notapplicable":
            due[(r["rule"], "notApplicable", "none", r["reason"]["message"])] += 1
        elif r["state"] in ("error", "unknown") and r["reason"] not in r["open"]:
            due[(r["rule"], "open", "none", r["reason"]["message"])] += 1
    return due


def compare_sarif(found, documents):
    rules = [rule["id"] for rule in found["tool"]["driver"]["rules"]]
    assert len(found["artifacts"]) == len(documents)
    for i, (artifact, document) in enumerate(zip(found["artifacts"], documents)):
        assert told_by_sarif(found, i) == due_in_sarif(document), document["path"]
        for key in ("agency", "complete", "duties", "kind", "score", "year"):
            assert artifact["properties"][key] == document[key], key
        states = {r["rule"]: r["state"] for r in document["results"]}
        assert artifact["properties"]["passed"] == [r for r, s in states.items() if s == "pass"]
        assert artifact["properties"]["notselected"] == [r for r, s in states.items() if s == "notselected"]
        prints = {f["fingerprint"] for r in document["results"] for f in r["findings"]}
        assert prints == {r["partialFingerprints"]["auditorFingerprint/v1"] for r in found["results"]
                          if "partialFingerprints" in r and r["locations"][0]["physicalLocation"]["artifactLocation"]["index"] == i}
    for result in found["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
        place = result["locations"][0]["physicalLocation"]
        assert found["artifacts"][place["artifactLocation"]["index"]]["location"]["uri"] == place["artifactLocation"]["uri"]


def compare_junit(xml, documents):
    tags = {"pass": None, "informational": None, "fail": "failure", "error": "error", "notapplicable": "skipped", "notselected": "skipped"}
    suites = xml.findall("testsuite")
    assert [s.get("name") for s in suites] == [d["path"] for d in documents]
    for suite, document in zip(suites, documents):
        assert len(suite.findall("testcase")) == len(document["results"])
        for case, result in zip(suite.findall("testcase"), document["results"]):
            assert case.get("name").split(" ")[0] == result["rule"]
            expected = tags[result["state"]] if result["state"] != "unknown" else "skipped" if result["reason"]["cause"] else "error"
            assert (case[0].tag if len(case) else None) == expected, (document["path"], result)
            if expected == "failure":
                assert case[0].get("type") == result["severity"] and result["findings"][0]["message"] in case[0].get("message")


def three(folder, *words, code):
    run(folder, "check", *words, "--output", "sarif:run.sarif", "--output", "junit:run.xml", "--output", "json:run.json", code=code)
    documents = json.loads((folder / "run.json").read_text())["documents"]
    found, xml = sarif_of(folder / "run.sarif"), junit_of(folder / "run.xml")
    compare_sarif(found, documents)
    compare_junit(xml, documents)
    return found, xml, documents


def all_examples(top):
    shutil.copytree(SOURCE / "examples", top / "in")
    found, _, documents = three(top, "in", code=2)
    assert len(documents) > 15 and found["invocations"][0]["executionSuccessful"]
    kinds = collections.Counter(r["kind"] for r in found["results"])
    assert kinds["fail"] > 10 and kinds["notApplicable"] > 10, kinds
    cells = [r for r in found["results"] if r["locations"][0].get("logicalLocations", [{}])[0].get("kind") == "cell"]
    names = {r["locations"][0]["logicalLocations"][0]["fullyQualifiedName"] for r in cells}
    assert any(name.startswith("requests/") and name.count("/") == 2 for name in names), names
    assert all(r["locations"][0]["physicalLocation"]["region"]["startLine"] > 0 for r in cells)
    former = (top / "run.sarif").read_bytes(), (top / "run.xml").read_bytes()
    for jobs in ("1", "3"):
        three(top, "in", "--jobs", jobs, code=2)
        assert former == ((top / "run.sarif").read_bytes(), (top / "run.xml").read_bytes()), jobs


def rules_have_help(top):
    out = subprocess.run([PROGRAM, "check", str(sorted((SOURCE / "examples/documents").rglob("*.html"))[0]), "--output", "sarif"], cwd=top,
                         capture_output=True, check=False, env={**os.environ, "AUDITOR_DATA": str(SOURCE)}).stdout
    chinese = json.loads(out)["runs"][0]
    assert chinese["language"] == "zh-CN" and "改正" in chinese["tool"]["driver"]["rules"][0]["help"]["text"]
    found, _, _ = three(top, str(SOURCE / "examples/documents"), code=2)
    for rule in found["tool"]["driver"]["rules"]:
        assert rule["help"]["text"] and rule["help"]["markdown"] and rule["shortDescription"]["text"], rule
        assert rule["defaultConfiguration"]["level"] == LEVELS[rule["properties"]["severity"]]
    assert found["language"] == "en-US"


def unreadable_is_not_passed(top):
    (top / "in").mkdir()
    (top / "in/坏 50%#1:2.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(99))
    (top / b"in/\xc4\xea.html".decode(errors="surrogateescape")).write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(99))
    found, xml, _ = three(top, "in", code=65)
    assert not found["invocations"][0]["executionSuccessful"]
    assert [n["descriptor"]["id"] for n in found["invocations"][0]["toolExecutionNotifications"]] == ["unreadable"] * 2
    uris = [a["location"]["uri"] for a in found["artifacts"]]
    assert sorted(uris) == sorted(["in/%C4%EA.html", "in/" + urllib.parse.quote("坏 50%#1:2.html", safe="")]), uris
    assert {r["kind"] for r in found["results"]} == {"open"}
    assert not xml.xpath("//testcase[not(*)]"), "nothing passed"


def broken_rule_is_told(top):
    pack = top / "pack"
    (pack / "local").mkdir(parents=True)
    (pack / "local/broken.lua").write_text(BROKEN_RULE)
    shutil.copy(sorted((SOURCE / "examples/documents").rglob("*.html"))[0], top / "page.html")
    run(top, "check", "page.html", "--pack", "pack", "--fail-on", "veto", "--output", "sarif:run.sarif", code=0)
    found = sarif_of(top / "run.sarif")
    notes = found["invocations"][0]["toolExecutionNotifications"]
    assert [n["associatedRule"]["id"] for n in notes] == ["local.broken"] and "nothing" in notes[0]["message"]["text"], notes
    assert not found["invocations"][0]["executionSuccessful"]


def a_choice_of_rules(top):
    page = str(sorted((SOURCE / "examples/documents").rglob("*.html"))[0])
    run(top, "check", page, "--rule", "requests.*", "--output", "sarif:run.sarif", "--fail-on", "veto", code=0)
    found = sarif_of(top / "run.sarif")
    listed = found["artifacts"][0]["properties"]
    assert len(listed["notselected"]) > 30 and all(r.startswith("requests.") for r in listed["passed"])
    assert all(r["ruleId"].startswith("requests.") for r in found["results"])


def of_an_office(top):
    shutil.copytree(SOURCE / "examples/office", top / "office")
    office = top / "office"
    years = sorted(p.name for p in (office / "inbox").iterdir() if p.is_dir())
    subprocess.run([PROGRAM, "assess", years[-1]], cwd=office, capture_output=True, check=False, env={**os.environ, "AUDITOR_DATA": str(SOURCE)})
    done = subprocess.run([PROGRAM, "report", "all", years[-1], "--output", "sarif:run.sarif", "--output", "junit:run.xml"], cwd=office,
                          capture_output=True, check=False, env={**os.environ, "AUDITOR_DATA": str(SOURCE)})
    assert done.returncode in (0, 2, 3), done
    artifacts = sarif_of(office / "run.sarif")["artifacts"]
    assert len(artifacts) == len(junit_of(office / "run.xml").findall("testsuite")) > 5
    for artifact in artifacts:
        path = office / urllib.parse.unquote(artifact["location"]["uri"])
        assert path.is_file() or artifact["properties"]["kind"] == "missing", path


def decisions_are_suppressions(top):
    """Waived, appealed, and an appeal that was turned down; what nobody decided has an empty list."""
    office, year = top / "office", "2023"
    shutil.copytree(SOURCE / "examples/office", office)
    environment = {**os.environ, "AUDITOR_DATA": str(SOURCE)}

    def call(*words):
        return subprocess.run([PROGRAM, *words, "--lang", "en"], cwd=office, capture_output=True, check=False, text=True, env=environment)

    call("assess", year)
    assert call("waive", "zjj", year, "structure.section-missing", "--by", "A", "--reason", "moved", "--document", "X1").returncode == 0
    call("review", "export", year, "r.csv")
    sheet = list(csv.DictReader((office / "r.csv").read_text(encoding="utf-8-sig").splitlines()))
    rows = [r for r in sheet if r["code"] == "jtj" and r["rule"].startswith("structure.")][:2]
    for kinds in (("appeal", "appeal"), ("", "uphold")):
        with open(office / "r.csv", "w", encoding="utf-8-sig", newline="") as file:
            writer = csv.DictWriter(file, rows[0].keys())
            writer.writeheader()
            writer.writerows({**row, "decision": kind, "person": "B", "reason": "because"} for row, kind in zip(rows, kinds))
        assert call("review", "import", "r.csv").returncode == 0
    call("report", "all", year, "--output", "sarif:run.sarif", "--output", "junit:run.xml")
    found = sarif_of(office / "run.sarif")
    told = {(r["ruleId"], s["status"], s["kind"]): s["justification"] for r in found["results"] for s in r["suppressions"]}
    assert set(told) == {("structure.section-missing", "accepted", "external"), (rows[0]["rule"], "underReview", "external"),
                         (rows[1]["rule"], "rejected", "external")}, told
    assert told["structure.section-missing", "accepted", "external"].startswith("waived: moved (A, 20") and "X1" in str(told)
    cases = junit_of(office / "run.xml").xpath("//testcase[starts-with(@name, 'structure.section-missing')]")
    skipped = [c.find("skipped").get("message") for c in cases if c.find("skipped") is not None]
    assert any(m.startswith("waived: ") for m in skipped), skipped


def nothing_half_written(top):
    run(top, "check", "absent.html", "--output", "sarif:run.sarif", "--output", "junit:run.xml", code=66)
    assert not list(top.iterdir()), list(top.iterdir())


def main():
    for test in (all_examples, rules_have_help, unreadable_is_not_passed, broken_rule_is_told, a_choice_of_rules, of_an_office,
                 decisions_are_suppressions, nothing_half_written):
        with tempfile.TemporaryDirectory(prefix="auditor-outputs-") as name:
            test(pathlib.Path(name))
        print(f"ok {test.__name__}")


if __name__ == "__main__":
    main()
