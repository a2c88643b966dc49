#!/usr/bin/python3
"""A report that is not due yet is neither missing nor passed. usage: due.py AUDITOR SOURCE"""

import csv
import io
import json
import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile

YEAR, NAME = "2024", "澄溪县白鹭洲乡人民政府"  # a township without a report: due by 31 January
BEFORE, AFTER = "2025-01-31", "2025-02-01"


class Office:
    def __init__(self, auditor, source, folder):
        self.auditor, self.folder = auditor, folder
        shutil.copytree(source / "examples/office", folder)
        shutil.copytree(source / "plugins/profiles/national", folder / "profiles/local")
        self.edit("office.conf", "profile = national", "profile = local")
        self.edit("profiles/local/profile.conf", "id = national", "id = local")

    def edit(self, name, old, new):
        path = self.folder / name
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{name}: {old}"
        path.write_text(text.replace(old, new), encoding="utf-8")

    def call(self, *words, expect=(0, 2, 3)):
        done = subprocess.run([self.auditor, *words, "--lang", "en"], cwd=self.folder, env={**os.environ, "NO_COLOR": "1"}, capture_output=True,
                              text=True, check=False)
        assert done.returncode in expect, f"{words}: {done.returncode}\n{done.stdout}{done.stderr}"
        return done

    def json(self, *words):
        return json.loads(self.call(*words, "--output", "json").stdout)

    def assess(self, day):
        return self.call("assess", YEAR, "--on", day)

    def group(self, *words):
        return next(g for g in self.json("rank", YEAR, *words)["groups"] if g["name"] == "乡镇街道")

    def lists(self):
        """In which lists of the ranking the agency stands."""
        return [key for key, rows in self.group().items() if isinstance(rows, list) and any(NAME in (r.get("name"), r.get("agency")) for r in rows)]

    def result(self):
        with sqlite3.connect(self.folder / "office.db") as db:
            document = json.loads(db.execute("select result from standing where agency = 'blx'").fetchone()[0])
        return document, next(r for r in document["results"] if r["rule"] == "publication.missing")


def before_the_deadline(o):
    said = o.assess(BEFORE)
    assert "not due yet" in said.stderr, said.stderr
    assert o.lists() == ["notdue"]
    s = o.group()["statistics"]
    assert (s["notdue"], s["missing"], s["absent"], s["agencies"]) == (1, 0, 0, 4), s
    assert o.group("--summary")["notdue"] == [{"code": "blx", "name": NAME}] and not o.group("--summary")["missing"]
    text = o.call("rank", YEAR)
    assert f"not due yet  {NAME}" in text.stdout and "no report" not in text.stdout and "assess 2024 again" in text.stderr
    rows = list(csv.reader(io.StringIO(o.call("rank", YEAR, "--output", "csv").stdout.lstrip("\ufeff"))))
    assert [row[1] for row in rows if row[3:4] == [NAME]] == ["not due yet"]
    page = o.call("rank", YEAR, "--output", "html").stdout
    assert "No report yet, and none is due" in page and "<h3>No report</h3>" not in page
    document, result = o.result()
    assert document["kind"] == "not-due" and document["score"] is None
    assert (result["state"], result["reason"]["code"], result["findings"]) == ("notapplicable", "not-due", []), result
    assert BEFORE in result["reason"]["message"]["en"]
    assert "not due yet" in o.call("report", NAME, YEAR).stdout and "none is due yet" in o.call("explain", NAME, YEAR).stdout
    notices = o.call("notice", YEAR)
    assert NAME not in notices.stdout and "assess 2024 again" in notices.stderr
    faulty, clean = re.search(r"something to correct: (\d+), without: (\d+)", notices.stderr).groups()
    assert int(faulty) + int(clean) == 15, notices.stderr  # of 16: of one nothing can be said yet


def the_day_after(o):
    o.assess(AFTER)
    assert o.lists() == ["missing"] and o.group()["statistics"]["notdue"] == 0
    document, result = o.result()
    assert document["kind"] == "missing" and (result["state"], result["severity"]) == ("fail", "veto")
    assert NAME in o.call("notice", YEAR).stdout


def a_day_alone_changes_no_report(o):
    """Only what did not come in is looked at again on another day."""
    o.assess(AFTER)
    before = {row["agency"]: row for group in o.json("rank", YEAR)["groups"] for row in group["ranked"]}
    o.assess(BEFORE)
    assert before == {row["agency"]: row for group in o.json("rank", YEAR)["groups"] for row in group["ranked"]}


def deadlines_are_those_of_the_profile_and_the_register(o):
    conf = "profiles/local/profile.conf"
    text = (o.folder / conf).read_text(encoding="utf-8")
    for key, expect in (("late", (0, 2, 3)), ("missing", (78,))):
        (o.folder / conf).write_text(text + f"publication.{key}.township = 02-20\n", encoding="utf-8")
        said = o.call("assess", YEAR, "--on", "2025-02-20", expect=expect)
        assert key == "late" or "write publication.late.township" in said.stderr, said.stderr
        if key == "late":
            assert o.lists() == ["notdue"]
            o.assess("2025-02-21")
            assert o.lists() == ["missing"]
    (o.folder / conf).write_text(text, encoding="utf-8")
    o.edit("agencies.csv", "blx,澄溪县白鹭洲乡人民政府,白鹭洲乡人民政府;白鹭洲乡,township,乡镇街道,xzf,www.chengxixian.gov.cn,",
           "blx,澄溪县白鹭洲乡人民政府,白鹭洲乡人民政府;白鹭洲乡,,乡镇街道,xzf,www.chengxixian.gov.cn,03-05")
    for day, where in (("2025-03-05", "notdue"), ("2025-03-06", "missing")):
        o.assess(day)
        assert o.lists() == [where], day
    o.edit("agencies.csv", "www.chengxixian.gov.cn,03-05", "www.chengxixian.gov.cn,")  # the level is told by the name
    for day, where in ((BEFORE, "notdue"), (AFTER, "missing")):
        o.assess(day)
        assert o.lists() == [where], day


def what_a_missing_report_gets_is_not_given_yet(o):
    conf = "profiles/local/profile.conf"
    text = (o.folder / conf).read_text(encoding="utf-8")
    (o.folder / conf).write_text(text + "missing = fixed 0\n", encoding="utf-8")
    for day, where in ((BEFORE, "notdue"), (AFTER, "ranked"), (BEFORE, "notdue")):
        o.assess(day)
        assert o.lists() == [where], day


def main(auditor, source):
    with tempfile.TemporaryDirectory() as folder:
        for play in (before_the_deadline, the_day_after, a_day_alone_changes_no_report, deadlines_are_those_of_the_profile_and_the_register,
                     what_a_missing_report_gets_is_not_given_yet):
            play(Office(auditor, pathlib.Path(source), pathlib.Path(folder) / play.__name__))


if __name__ == "__main__":
    main(*sys.argv[1:])
