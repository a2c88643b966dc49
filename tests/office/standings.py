#!/usr/bin/python3
"""What `assess` says of agencies over their years and children. usage: standings.py AUDITOR SOURCE"""

import json
import os
import pathlib
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

YEARS = ("2021", "2022", "2023")
OWN = "select s.agency, s.id, s.kind, s.result from standing s join assessment a on a.id = s.assessment where a.year = ? order by 1"


class Office:
    def __init__(self, auditor, source, folder):
        self.auditor, self.folder = auditor, folder
        shutil.copytree(source / "examples/office", folder)
        data = folder.parent / (folder.name + "-data")
        for part in ("plugins", "rules", "reports"):
            shutil.copytree(source / part, data / part)
        self.environment = {**os.environ, "AUDITOR_DATA": str(data)}

    def call(self, *words, expect=(0, 2, 3)):
        done = subprocess.run([self.auditor, *words, "--lang", "en"], cwd=self.folder, env=self.environment, capture_output=True, text=True,
                              check=False)
        assert done.returncode in expect, f"{words}: {done.returncode}\n{done.stdout}{done.stderr}"
        return done

    def assess(self, *years, jobs="2"):
        return [self.call("assess", year, "--jobs", jobs) for year in years]

    def edit(self, name, *pairs):
        path = self.folder / name
        text = path.read_text(encoding="utf-8")
        for old, new in pairs:
            assert text.count(old) == 1, f"{name}: {old}"
            text = text.replace(old, new)
        path.write_text(text, encoding="utf-8")

    def rows(self, year):
        with sqlite3.connect(self.folder / "office.db") as db:
            return {agency: (number, kind, json.loads(result)) for agency, number, kind, result in db.execute(OWN, [year])}

    def result(self, year, agency, rule):
        return next(r for r in self.rows(year)[agency][2]["results"] if r["rule"] == rule)

    def judged_anew(self, year, before):
        return {code for code, row in self.rows(year).items() if before.get(code, (None,))[0] != row[0]}


def a_year_looks_back(o):
    """What is carried over is compared with last year's report; the ledger, the ranking and the report tell it."""
    o.assess(*YEARS)
    found = o.result("2023", "blx", "history.carry-over")
    assert found["state"] == "fail" and found["deduction"] == 1 and len(found["findings"]) == 2, found
    lead = next(f for f in found["findings"] if not f["cause"])
    assert lead["evidence"][0]["column"] == "natural" and "document" not in lead["evidence"][0], lead
    assert lead["evidence"][1]["document"] == "2022/白鹭洲乡2022.txt" and lead["evidence"][1]["row"] == "carried_out", lead
    assert (lead["expected"], lead["found"]) == ("1", "0")
    assert o.result("2023", "fgj", "history.carry-over")["state"] == "pass"
    assert o.result("2023", "fgj", "history.valid-documents")["state"] == "pass"
    ledger = json.loads(o.call("explain", "blx", "2023", "--output", "json").stdout)["ledger"]
    entry = next(e for e in ledger["entries"] if e["rule"] == "history.carry-over")
    assert entry["amount"] == 1 and entry["fingerprints"] == [lead["fingerprint"]] and ledger["score"] == 99
    rank = json.loads(o.call("rank", "2023", "--output", "json").stdout)
    row = next(r for g in rank["groups"] for r in g["ranked"] if r["code"] == "blx")
    assert row["score"] == 99 and row["lost"][0]["rule"] == "history.carry-over", row
    assert "2022/白鹭洲乡2022.txt" in o.call("report", "blx", "2023", "--output", "html").stdout


def the_first_pass_stands(o):
    """A standing is its report's verdict with nothing but the rules of other scopes added."""
    with sqlite3.connect(o.folder / "office.db") as db:
        pairs = list(db.execute("select s.result, a.result from standing s join audit a on a.id = s.audit"))
    assert len(pairs) > 15
    for standing, audit in ((json.loads(s), json.loads(a)) for s, a in pairs):
        assert standing.pop("decisions") == [] and standing.pop("without_decisions") is None
        assert {f.pop("review") for r in standing["results"] for f in r["findings"]} <= {"open"}
        left_out = {r["rule"] for r in audit["results"] if (r["reason"] or {}).get("code") == "scope"}
        assert len(left_out) > 5
        for verdict in (standing, audit):
            verdict["results"] = [r for r in verdict["results"] if r["rule"] not in left_out]
            for key in ("duties", "score", "grade", "interval", "ledger", "agency", "complete"):
                verdict.pop(key)
        assert standing == audit, standing["path"]


def nothing_came_in(o):
    kind, verdict = o.rows("2022")["sjj"][1:]
    missing = o.result("2022", "sjj", "publication.missing")
    assert kind == "missing" and verdict["path"] is None and verdict["score"] is None and verdict["year"] == 2022
    assert missing["state"] == "fail" and missing["severity"] == "veto"
    others = {r["state"] for r in verdict["results"] if r["rule"] != "publication.missing"}
    assert others <= {"notapplicable", "notselected"}, others
    text = o.call("report", "sjj", "2022", expect=(2,)).stdout
    assert "no report" in text and "publication.missing" in text, text
    assert "no report came in" in o.call("explain", "sjj", "2022").stdout
    for form in ("html", "csv"):
        assert "publication.missing" in o.call("report", "sjj", "2022", "--output", form, expect=(2,)).stdout
    assert o.result("2022", "fgj", "publication.missing")["state"] == "pass"


def only_what_changed(o):
    """Another year's report, a child's, the register: each brings only those that see it to be judged again."""
    before = o.rows("2023")
    o.assess("2023")
    assert not o.judged_anew("2023", before)
    o.edit("inbox/2022/白鹭洲乡2022.txt", ("予以公开	2	0	0	0	0	0	2", "予以公开	3	0	0	0	0	0	3"), ("（七）总计	2	0	0	0	0	0	2", "（七）总计	3	0	0	0	0	0	3"),
           ("四、结转下年度继续办理	1	0	0	0	0	0	1", "四、结转下年度继续办理	0	0	0	0	0	0	0"))
    assert "for: 2023" in o.assess("2022")[0].stderr
    o.assess("2023")
    assert o.judged_anew("2023", before) == {"blx"}
    assert o.result("2023", "blx", "history.carry-over")["state"] == "pass"
    before = o.rows("2023")
    child = o.folder / "inbox/2023/fgj2023.txt"
    text = child.read_bytes()
    child.unlink()
    o.assess("2023")
    assert o.judged_anew("2023", before) == {"fgj", "xzf"}, "itself and its parent"
    found = o.result("2023", "xzf", "rollup.sum")
    assert found["state"] == "informational" and "14 of 15" in found["findings"][0]["message"]["en"], found
    child.write_bytes(text)
    before = o.rows("2023")
    o.edit("agencies.csv", ("澄溪县枫渡镇人民政府,枫渡镇人民政府;枫渡镇,township,乡镇街道,xzf,www.chengxixian.gov.cn,",
                            "澄溪县枫渡镇人民政府,枫渡镇人民政府;枫渡镇,township,乡镇街道,xzf,www.chengxixian.gov.cn,02-01"))
    o.assess("2023")
    assert o.judged_anew("2023", before) == {"fgj", "fdz", "xzf"}


def an_agency_by_another_name(o):
    """The history of an agency goes on under the code that it was given later."""
    register = (o.folder / "agencies.csv").read_text(encoding="utf-8-sig").splitlines()
    register[0] += ",from,to,predecessors"
    register = [line + ("" if i == 0 else ",,2022," if line.startswith("blx,") else ",,,") for i, line in enumerate(register)]
    register.append("blz,澄溪县白鹭洲镇人民政府,,township,乡镇街道,xzf,www.chengxixian.gov.cn,,2023,,blx")
    (o.folder / "agencies.csv").write_text("\n".join(register) + "\n", encoding="utf-8")
    o.assess(*YEARS)
    assert "blz" not in o.rows("2022") and "blx" not in o.rows("2023")
    found = o.result("2023", "blz", "history.carry-over")
    assert found["state"] == "fail" and found["findings"][0]["evidence"][1]["document"] == "2022/白鹭洲乡2022.txt"


def files_of_one_report(o):
    """A second file of an agency is compared with the one that counts; one that cannot be read is not passed over."""
    inbox = o.folder / "inbox/2023"
    page = (inbox / "白鹭洲乡.txt").read_text(encoding="utf-8")
    (inbox / "白鹭洲乡2.txt").write_text(page.replace("数量\n|\n4\n|", "数量\n|\n5\n|"), encoding="utf-8")
    o.assess("2023")
    found = o.result("2023", "blx", "carrier.difference")
    assert found["state"] == "fail" and found["severity"] == "major" and len(found["findings"]) == 1, found
    here, there = found["findings"][0]["evidence"]
    assert (here["row"], here["column"], there["document"]) == ("new", "natural", "2023/白鹭洲乡2.txt"), found
    assert o.result("2023", "fgj", "carrier.difference")["reason"]["code"] == "one-carrier"
    (inbox / "白鹭洲乡2.txt").rename(inbox / "白鹭洲乡.pdf")
    (inbox / "白鹭洲乡.pdf").write_bytes(b"%PDF-1.4\nbroken")
    o.assess("2023")
    found = o.result("2023", "blx", "carrier.difference")
    assert found["state"] == "unknown" and found["open"][0]["code"] == "carrier-unreadable", found
    (inbox / "白鹭洲乡.pdf").unlink()
    attachment(o, inbox)
    o.assess("2023")


def attachment(o, inbox):
    """An attachment that cannot be read bears no name of an agency; the page that links to it says whose it is."""
    text, page = inbox / "白鹭洲乡.txt", inbox / "白鹭洲乡.html"
    lines = "".join("<p>%s</p>" % line for line in text.read_text(encoding="utf-8").splitlines())
    page.write_text("<html><body>%s<a href='https://x.gov.cn/att/W02.pdf'>附件</a></body></html>" % lines, encoding="utf-8")
    (inbox / "files").mkdir()
    (inbox / "files/W02.pdf").write_bytes(b"%PDF-1.4\nbroken")
    (inbox / "files/W03.pdf").write_bytes(b"%PDF-1.4\nbroken too")
    kept = text.read_bytes()
    text.unlink()
    o.assess("2023")
    found = o.result("2023", "blx", "carrier.difference")
    assert found["state"] == "unknown" and [p["code"] for p in found["open"]] == ["carrier-unreadable"], found
    assert "W02" in found["open"][0]["message"]["zh"], found
    text.write_bytes(kept)
    page.unlink()
    shutil.rmtree(inbox / "files")


def verdicts(o):
    return {year: {code: row[1:] for code, row in o.rows(year).items()} for year in YEARS}


def killed_at_any_moment(o, whole):
    """However often it is killed, what comes out is the same; until then nothing half done is shown."""
    delay, ends = 0.01, 0
    for year in YEARS:
        while True:
            with subprocess.Popen([o.auditor, "assess", year, "--jobs", "2"], cwd=o.folder, env=o.environment, stdout=subprocess.DEVNULL,
                                  stderr=subprocess.DEVNULL) as process:
                try:
                    process.wait(delay)
                    break
                except subprocess.TimeoutExpired:
                    process.send_signal(signal.SIGKILL)
                    ends += 1
            delay = delay * 1.1 if ends < 60 else delay + 1
        time.sleep(0.05)
        o.call("rank", year, expect=(0, 3))
    assert ends > 5 and verdicts(o) == whole, ends


def main():
    auditor, source = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve()
    with tempfile.TemporaryDirectory(prefix="auditor-standings-") as name:
        top = pathlib.Path(name)
        o = Office(auditor, source, top / "office")
        a_year_looks_back(o)
        the_first_pass_stands(o)
        nothing_came_in(o)
        whole = verdicts(o)
        only_what_changed(o)
        one = Office(auditor, source, top / "one")
        one.assess(*YEARS, jobs="1")
        assert verdicts(one) == whole, "the number of workers decides nothing"
        files_of_one_report(one)
        an_agency_by_another_name(one)
        killed_at_any_moment(Office(auditor, source, top / "killed"), whole)
    print("standings hold")


if __name__ == "__main__":
    main()
