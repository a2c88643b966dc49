#!/usr/bin/python3
"""Decisions of persons and what was corrected, through a year. usage: decisions.py AUDITOR SOURCE"""

import csv
import json
import os
import pathlib
import pty
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

YEAR = "2023"
HOUSING, HEALTH, EDUCATION = "zjj", "wjj", "jtj"
MISSING, CONFLICT, HEADING = "structure.section-missing", "publication.date-conflict", "structure.heading"


class Office:
    def __init__(self, auditor, source, folder):
        self.auditor, self.folder = auditor, folder
        shutil.copytree(source / "examples/office", folder)
        self.environment = {**os.environ, "AUDITOR_DATA": str(source)}

    def call(self, *words, expect=(0, 2, 3), lang="en"):
        done = subprocess.run([self.auditor, *words, "--lang", lang], cwd=self.folder, env=self.environment, capture_output=True, text=True,
                              check=False)
        assert done.returncode in expect, f"{words}: {done.returncode}\n{done.stdout}{done.stderr}"
        return done

    def assess(self, *words):
        return self.call("assess", YEAR, *words)

    def database(self):
        return sqlite3.connect(self.folder / "office.db")

    def verdict(self, agency):
        with self.database() as db:
            return json.loads(db.execute("select s.result from standing s join assessment a on a.id = s.assessment where a.year = ?"
                                         " and s.agency = ? order by a.serial desc", [YEAR, agency]).fetchone()[0])

    def result(self, agency, rule):
        return next(r for r in self.verdict(agency)["results"] if r["rule"] == rule)

    def finding(self, agency, rule):
        return self.result(agency, rule)["findings"][0]

    def decisions(self):
        with self.database() as db:
            return db.execute("select count(*) from decision").fetchone()[0]

    def edit(self, name, old, new):
        path = self.folder / "inbox" / YEAR / name
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{name}: {old}"
        path.write_text(text.replace(old, new), encoding="utf-8")
        later = time.time() - 100
        os.utime(path, (later, later))

    def sheet(self):
        self.call("review", "export", YEAR, "review.csv")
        with open(self.folder / "review.csv", encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))

    def items(self, agency, rule=CONFLICT):
        items = json.loads(self.call("review", "items", YEAR, agency, "--output", "json", expect=(0,)).stdout)
        return [i for i in items if i["rule"] == rule]

    def bring_in(self, rows, expect=(0,)):
        with open(self.folder / "review.csv", "w", encoding="utf-8-sig", newline="") as file:
            writer = csv.DictWriter(file, rows[0].keys())
            writer.writeheader()
            writer.writerows(rows)
        return self.call("review", "import", "review.csv", expect=expect)


def row_of(rows, code, rule):
    return next(r for r in rows if r["code"] == code and r["rule"] == rule)


def a_waiver_costs_nothing(o):
    o.assess()
    assert o.verdict(HOUSING)["score"] == 94 and o.verdict(HOUSING)["decisions"] == []
    words = ("waive", HOUSING, YEAR, MISSING, "--by", "甲", "--reason", "另页发布", "--document", "信〔2024〕3号")
    said = o.call(*words, expect=(0,)).stdout
    assert "waivers recorded: 1" in said and "94 (excellent) → 100 (excellent)" in said, said
    verdict = o.verdict(HOUSING)
    assert verdict["score"] == 100 and verdict["without_decisions"]["score"] == 94, verdict
    assert o.finding(HOUSING, MISSING)["review"] == "waived"
    entry = next(e for e in verdict["ledger"]["entries"] if e["rule"] == MISSING)
    assert entry["amount"] == 0 and "甲" in entry["waiver"] and "信〔2024〕3号" in entry["waiver"], entry
    assert "had been before: 1" in o.call(*words, expect=(0,)).stdout and o.decisions() == 1
    for lang in ("zh", "en"):
        assert "信〔2024〕3号" in o.call("explain", HOUSING, YEAR, lang=lang).stdout
    assert "(waived)" in o.call("report", HOUSING, YEAR).stdout and "（免扣）" in o.call("report", HOUSING, YEAR, lang="zh").stdout
    page = o.call("report", HOUSING, YEAR, "--output", "html").stdout
    assert "另页发布" in page and "94" in page, "the report names the decision"
    o.call("waive", HOUSING, YEAR, "requests.balance", "--by", "甲", "--reason", "无", expect=(64,))
    o.call("waive", HOUSING, YEAR, "0123456789abcdef", "--by", "甲", "--reason", "无", expect=(64,))
    assert o.decisions() == 1


def it_survives_a_run_of_its_own(o):
    """Another assessment, by other rules, knows the decision; nothing is judged twice for it."""
    assert "0 judged again, 16 unchanged" in o.assess().stdout
    o.call("rules", "new", "own.some-duty", expect=(0,))
    o.assess()
    assert o.finding(HOUSING, MISSING)["review"] == "waived"
    shutil.rmtree(o.folder / "rules")
    o.assess()
    assert o.finding(HOUSING, MISSING)["review"] == "waived"


def an_end_is_an_end(o):
    waived = o.call("waive", HEALTH, YEAR, CONFLICT, "--by", "乙", "--reason", "时钟有误", "--until", "2099-06-30", expect=(0,)).stdout
    assert "97 (excellent) → 100" in waived, waived
    o.assess("--on", "2099-06-30")
    assert o.verdict(HEALTH)["score"] == 100
    o.assess("--on", "2099-07-01")
    verdict = o.verdict(HEALTH)
    assert verdict["score"] == 97 and [d["effect"] for d in verdict["decisions"]] == ["expired"], verdict["decisions"]
    assert o.finding(HEALTH, CONFLICT)["review"] == "open"
    assert "expired" in o.call("report", HEALTH, YEAR, "--output", "html").stdout
    o.assess()
    assert o.verdict(HEALTH)["score"] == 100
    o.call("waive", HEALTH, YEAR, CONFLICT, "--by", "乙", "--reason", "再", "--until", "2020-01-01", expect=(64,))


def an_appeal_is_won_and_one_is_lost(o):
    rows = o.sheet()
    row = row_of(rows, EDUCATION, HEADING)
    assert row["fingerprint"].startswith("#") and row["review"] == "open", row
    before = o.verdict(EDUCATION)["score"]
    o.bring_in([{**row, "decision": "申诉", "person": "教体局", "reason": "县里统一用此标题"}])
    assert o.finding(EDUCATION, HEADING)["review"] == "appealed" and o.verdict(EDUCATION)["score"] == before
    other = row_of(rows, EDUCATION, "structure.section-order")
    o.bring_in([{**other, "decision": "appeal", "person": "教体局", "reason": "版式"}])
    said = o.bring_in([{**row, "decision": "dismiss", "person": "甲", "reason": "属实", "document": "复〔2024〕1号"},
                       {**other, "decision": "uphold", "person": "甲", "reason": "顺序确有误"}]).stdout
    assert "decisions recorded: 2" in said and "98 (excellent) → 99 (excellent)" in said, said
    assert o.finding(EDUCATION, HEADING)["review"] == "dismissed"
    assert o.finding(EDUCATION, "structure.section-order")["review"] == "confirmed"
    listed = json.loads(o.call("review", "list", YEAR, EDUCATION, "--output", "json", expect=(0,)).stdout)
    assert [d["kind"] for d in listed] == ["appeal", "appeal", "dismiss", "uphold"], listed


def a_wrong_row_stops_them_all(o):
    rows = o.sheet()
    count = o.decisions()
    good = next(r for r in rows if r["review"] == "open")
    bad = dict(row_of(rows, EDUCATION, HEADING))
    said = o.bring_in([{**good, "decision": "confirm", "person": "甲"}, {**bad, "decision": "uphold", "person": "甲", "reason": "x"},
                       {**bad, "decision": "perhaps", "person": "甲"}, {**good, "decision": "waive", "person": "", "reason": "x"},
                       {**good, "decision": "waive", "person": "甲", "reason": "x", "until": "31.2."},
                       {**good, "decision": "confirm", "person": "甲", "evidence": "#0000000000000000"}], expect=(78,)).stderr
    assert o.decisions() == count, "nothing is recorded"
    for line in (3, 4, 5, 6, 7):
        assert f"review.csv:{line}:" in said, said
    assert "review.csv:2:" not in said
    once = [{**good, "decision": "确认", "person": "甲", "time": "2024/3/5"}]
    assert "decisions recorded: 1" in o.bring_in(once).stdout and "decisions recorded: 0, had been before: 1" in o.bring_in(once).stdout
    with o.database() as db:
        assert db.execute("select made_at from decision order by id desc").fetchone()[0] == "2024-03-05T00:00:00+08:00"


def other_evidence_ends_it(o):
    """The passage changes, the fault stays: the decision lapses, and says so."""
    o.edit("wjj.html", "2023-12-28", "2023-12-29")
    o.assess()
    verdict = o.verdict(HEALTH)
    assert verdict["score"] == 97 and [d["effect"] for d in verdict["decisions"]] == ["lapsed"], verdict["decisions"]
    assert "lapsed" in o.call("report", HEALTH, YEAR, "--output", "html").stdout


def what_is_corrected_is_closed(o):
    items = o.items(HEALTH)
    assert {i["state"] for i in items} == {"open"} and len(items) == 2, items
    o.edit("wjj.html", "2023-12-29", "2024-01-15")
    o.assess("--on", "2024-05-06")
    result = o.result(HEALTH, CONFLICT)
    assert result["state"] == "fixed" and "2024-05-06" in result["reason"]["message"]["zh"], result
    items = o.items(HEALTH)
    assert {(i["state"], i["closed_on"]) for i in items} == {("fixed", "2024-05-06")}, items
    late = json.loads(o.call("review", "items", YEAR, "all", "--deadline", "2024-04-30", "--output", "json").stdout)
    assert {"late", "overdue"} <= {i["state"] for i in late}, late
    o.edit("wjj.html", "2024-01-15", "2023-12-29")
    o.assess()
    items = o.items(HEALTH)
    assert [i["returns"] for i in items if i["state"] == "open"] == [1], items
    assert o.result(HEALTH, CONFLICT)["state"] == "fail"


def answer(o, *replies):
    """A person at the terminal: each reply waits for its question."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(o.folder)
        os.execve(o.auditor, [o.auditor, "review", YEAR, "--by", "丙", "--lang", "en"], o.environment)
    heard = b""
    replies = list(replies)
    while True:
        try:
            piece = os.read(terminal, 65536)
        except OSError:
            break
        if not piece:
            break
        heard += piece
        if re.search(rb"(uit|reason|empty\)|12-31\)): $", heard) and replies:
            reply = replies.pop(0)
            if reply is None:
                os.kill(pid, signal.SIGKILL)
                break
            os.write(terminal, reply.encode() + b"\n")
    _, status = os.waitpid(pid, 0)
    os.close(terminal)
    return heard.decode(errors="replace"), status


def at_the_terminal(o):
    count = o.decisions()
    heard, _ = answer(o, "c", None)
    assert "recorded (number" in heard and o.decisions() == count + 1, heard
    o.call("rank", YEAR, "--output", "json")
    open_before = [r for r in o.sheet() if r["review"] == "open"]
    heard, status = answer(o, "w", "经核实", "", "2099-12-31", "s", "q")
    assert status == 0 and o.decisions() == count + 2, heard
    assert "decisions recorded: 1, findings skipped: 1" in heard and "→" in heard, heard
    assert len([r for r in o.sheet() if r["review"] == "open"]) == len(open_before) - 1
    assert o.call("review", YEAR, "--by", "丙", expect=(64,)).stdout == ""


def a_person_signs_for_what_is_undecided(o):
    """A blocking duty breaks down everywhere: nothing is ranked but what somebody signed for."""
    o.call("rules", "new", "requests.broken", expect=(0,))
    rule = next((o.folder / "rules").rglob("broken.lua"))
    text = rule.read_text(encoding="utf-8")
    rule.write_text(re.sub(r"(?m)^  check .*", "  check = function() error('x') end,\n  notes = {", text, count=1), encoding="utf-8")
    o.assess()
    verdict = o.verdict("fgj")
    assert not verdict["complete"] and verdict["interval"]["low"] < verdict["interval"]["high"], verdict["interval"]
    said = o.call("review", "sign", "fgj", YEAR, "--by", "甲", "--reason", "已人工核对", expect=(0,)).stdout
    verdict = o.verdict("fgj")
    assert "incomplete" in said and verdict["complete"] and verdict["score"] == 100, said
    assert verdict["without_decisions"]["complete"] is False and verdict["duties"]["open"] > 0
    ranked = [r["code"] for g in json.loads(o.call("rank", YEAR, "--output", "json").stdout)["groups"] for r in g["ranked"]]
    assert ranked == ["fgj"], ranked
    shutil.rmtree(o.folder / "rules")
    o.assess()
    assert [d["effect"] for d in o.verdict("fgj")["decisions"]] == ["settled"]


def a_document_is_given_to_its_agency(o):
    folder = o.folder / "inbox" / YEAR
    text = (folder / "gaj-2023-nb.html").read_text(encoding="utf-8")
    (folder / "stray.html").write_text("<p>2023年政府信息公开工作年度报告</p>", encoding="utf-8")
    (folder / "gaj-2023-nb.html").unlink()
    near = folder / "澄溪公安分局2023.html"
    near.write_text("<p>2023年政府信息公开工作年度报告</p>", encoding="utf-8")
    assert "2 unmatched" in o.assess().stdout
    found = {f["path"]: [a["code"] for a in f["candidates"]] for f in json.loads(o.call("rank", YEAR, "--output", "json").stdout)["unmatched_near"]}
    assert "gaj" in found[near.name] and set(found) == {near.name, "stray.html"}, found
    assert f"{near.name}  perhaps: " in o.call("rank", YEAR).stdout
    near.unlink()
    assert "1 unmatched" in o.assess().stdout and o.verdict("gaj")["kind"] == "missing"
    o.call("review", "assign", YEAR, "nothing.html", "gaj", "--by", "甲", expect=(66,))
    o.call("review", "assign", YEAR, "stray.html", "gaj", "--by", "甲", expect=(0,))
    for _ in range(2):
        assert "0 unmatched" in o.assess().stdout and o.verdict("gaj")["path"] == "stray.html"
    (folder / "stray.html").rename(folder / "other.html")
    assert "0 unmatched" in o.assess().stdout and o.verdict("gaj")["path"] == "other.html"
    (folder / "other.html").unlink()
    (folder / "gaj-2023-nb.html").write_text(text, encoding="utf-8")
    o.assess()


def nobody_rewrites_them(o):
    with o.database() as db:
        for change in ("update decision set person = 'x'", "delete from decision"):
            try:
                db.execute(change)
                raise SystemExit(f"{change} was let through")
            except sqlite3.IntegrityError:
                db.rollback()
    assert "FAIL" not in o.call("doctor", expect=(0,)).stdout
    copy = o.folder / "office.db.kept"
    shutil.copy(o.folder / "office.db", copy)
    with o.database() as db:
        trigger = db.execute("select sql from sqlite_schema where name = 'decision_is_kept'").fetchone()[0]
        db.execute("drop trigger decision_is_kept")
        db.execute("update decision set reason = '别的' where id = 3")
        db.execute(trigger)
    said = o.call("doctor", expect=(1, 78)).stdout
    assert "decision 3 is not what was recorded" in said, said
    shutil.copy(copy, o.folder / "office.db")


def main(auditor, source):
    plays = (a_waiver_costs_nothing, it_survives_a_run_of_its_own, an_end_is_an_end, an_appeal_is_won_and_one_is_lost,
             a_wrong_row_stops_them_all, other_evidence_ends_it, what_is_corrected_is_closed, at_the_terminal,
             a_person_signs_for_what_is_undecided, a_document_is_given_to_its_agency, nobody_rewrites_them)
    with tempfile.TemporaryDirectory() as folder:
        office = Office(auditor, source, pathlib.Path(folder) / "office")
        for play in plays:
            play(office)
    print(f"{len(plays)} plays")


if __name__ == "__main__":
    main(str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2]).resolve())
