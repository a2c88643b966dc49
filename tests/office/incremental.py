#!/usr/bin/python3
"""What `assess` does again after a change, and what it leaves alone. usage: incremental.py AUDITOR SOURCE"""

import fcntl
import json
import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile

YEAR = "2024"
RULE = """
return rule {
  id = "local.anything", title = { zh = "甲", en = "A" }, severity = "advice", basis = { "x" },
  remedy = { zh = "乙", en = "B" },
  check = function(report, out) out:pass { at = report.title } end,
}
"""


class Office:
    def __init__(self, auditor, source, folder):
        self.auditor = auditor
        self.folder = folder
        self.inbox = folder / "inbox" / YEAR
        shutil.copytree(source / "examples" / "office", folder)
        (folder / "profiles").mkdir(exist_ok=True)
        shutil.copytree(source / "plugins/profiles/national", folder / "profiles/local")
        self.edit("profiles/local/profile.conf", "id = national", "id = local")
        self.edit("office.conf", "profile = national", "profile = local")
        # the same rules throughout, whoever edits the sources meanwhile
        data = folder.parent / (folder.name + "-data")
        for part in ("plugins", "rules", "reports"):
            shutil.copytree(source / part, data / part)
        self.environment = {**os.environ, "AUDITOR_DATA": str(data)}

    def edit(self, name, old, new):
        path = self.folder / name
        text = path.read_text(encoding="utf-8")
        assert text.count(old) >= 1, f"{name} has no {old}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def call(self, *words, expect=(0, 2, 3)):
        done = subprocess.run([self.auditor, *words, "--lang", "en"], cwd=self.folder, env=self.environment,
                              capture_output=True, text=True)
        assert done.returncode in expect, f"{words}: {done.returncode}\n{done.stdout}{done.stderr}"
        return done

    def assess(self, *words, **expected):
        """Runs and compares the counts that are printed; returns them all."""
        text = self.call("assess", YEAR, *words).stdout
        names = {"audited": "audited", "judged": "judged again", "unchanged": "unchanged", "gone": "gone",
                 "missing": "without a report", "unreadable": "unreadable", "unmatched": "unmatched"}
        found = {key: int(re.search(rf"(\d+) {words}", text)[1]) for key, words in names.items()}
        beside = re.search(r"no report of the year: (\d+)", text)
        found["beside"] = int(beside[1]) if beside else 0
        for key, value in expected.items():
            assert found[key] == value, f"{key} is {found[key]}, not {value}: {text}"
        return found

    def query(self, sql):
        db = sqlite3.connect(self.folder / "office.db")
        rows = db.execute(sql).fetchall()
        db.close()
        return rows

    def results(self):
        current = "assessment = (SELECT id FROM assessment ORDER BY serial DESC LIMIT 1)"
        return [json.loads(r[0]) for r in self.query(
            f"SELECT result FROM audit a JOIN document d ON d.id = a.document WHERE {current} ORDER BY path")]

    def states(self, rule):
        return {r["state"] for d in self.results() for r in d["results"] if r["rule"] == rule}


def unchanged_bytes(o, n):
    o.assess(audited=n, judged=0, unchanged=0, gone=0)
    o.assess(audited=0, judged=0, unchanged=n)
    victim = sorted(o.inbox.iterdir())[0]
    os.utime(victim)
    o.assess(audited=0, judged=0, unchanged=n)
    o.assess("--rehash", audited=0, judged=0, unchanged=n)


def changed_bytes(o, n):
    victim = next(p for p in sorted(o.inbox.iterdir()) if p.suffix == ".txt")
    stamp = victim.stat()
    text = victim.read_bytes()
    victim.write_bytes(text.replace("2024年12月31日".encode(), "2024年12月30日".encode()))
    os.utime(victim, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))  # same size, same time: only ctime tells
    o.assess(audited=1, unchanged=n - 1)
    victim.write_bytes(text)
    o.assess(audited=1, unchanged=n - 1)


def rules_and_profile(o, n):
    (o.folder / "rules").mkdir(exist_ok=True)
    rule = o.folder / "rules" / "anything.lua"
    rule.write_text(RULE, encoding="utf-8")
    o.assess(audited=0, judged=n, unchanged=0)
    assert "pass" in o.states("local.anything"), o.states("local.anything")
    before = o.results()
    rule.write_text(RULE.replace("out:pass", "out:nosuch"), encoding="utf-8")
    o.assess(audited=0, judged=n)
    assert "error" in o.states("local.anything") and "pass" not in o.states("local.anything")
    others = [[r for r in d["results"] if r["rule"] != "local.anything"] for d in o.results()]
    assert others == [[r for r in d["results"] if r["rule"] != "local.anything"] for d in before]
    rule.unlink()
    o.assess(audited=0)
    o.assess(audited=0, judged=0, unchanged=n)
    o.edit("profiles/local/profile.conf", "version = 1", "version = 2")
    o.assess(audited=0, judged=n, unchanged=0)


def register(o, n):
    line = next(x for x in (o.folder / "agencies.csv").read_text(encoding="utf-8").splitlines()
                if x.startswith("mzj,"))
    cells = line.split(",")
    o.edit("agencies.csv", line, ",".join(cells[:-1] + ["01-02"]))
    o.assess(audited=0, judged=1, unchanged=n - 1)
    late = o.query("SELECT count(*) FROM finding f JOIN audit a ON a.id = f.audit WHERE a.agency = 'mzj'"
                   " AND rule = 'publication.late'")
    assert late[0][0] >= 1, "the agency's own deadline was not used"
    o.edit("agencies.csv", ",".join(cells[:-1] + ["01-02"]), line)
    o.assess(audited=0, judged=1)


def vanished_and_doubled(o, n):
    path, = [r[0] for r in o.query("SELECT path FROM document d JOIN audit a ON a.document = d.id"
                                   " WHERE a.agency = 'mzj' LIMIT 1")]
    file = o.inbox / path
    kept = file.read_bytes()
    counts = o.assess(unchanged=n)
    missing, beside = counts["missing"], counts["beside"]
    file.unlink()
    o.assess(gone=1, unchanged=n - 1, missing=missing + 1)
    o.assess(gone=0, unchanged=n - 1)
    file.write_bytes(kept)
    o.assess(missing=missing, audited=0, judged=1)  # known bytes come back: the snapshot is enough
    copy = o.inbox / ("a-copy" + file.suffix)
    copy.write_bytes(kept)
    o.assess(audited=1, missing=missing)
    choices = dict(o.query("SELECT path, choice FROM audit a JOIN document d ON d.id = a.document WHERE agency = 'mzj'"
                           " AND assessment = (SELECT id FROM assessment ORDER BY serial DESC LIMIT 1)"))
    assert sorted(choices.values()) == ["chosen", "other"], choices
    copy.unlink()
    o.assess(gone=1)
    name, = [r.split(",")[1] for r in (o.folder / "agencies.csv").read_text(encoding="utf-8").splitlines() if r.startswith("mzj,")]
    file.write_text(f"{name}2021年政府信息公开工作年度报告\n", encoding="utf-8")
    o.assess(missing=missing, beside=beside + 1)
    file.write_bytes(kept)
    o.assess(missing=missing, beside=beside)


def unreadable(o, n):
    bad = o.inbox / "scan.html"
    bad.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(500))
    done = o.call("assess", YEAR, expect=(3,))
    assert "scan.html" in done.stdout and "1 unreadable" in done.stdout, done.stdout
    o.assess(audited=0, judged=0, unchanged=n + 1, unreadable=1)
    bad.unlink()
    o.assess(gone=1, unreadable=0)


def one_at_a_time(o):
    with open(o.folder / "office.db-lock", "w", encoding="utf-8") as lock:
        fcntl.lockf(lock, fcntl.LOCK_EX)
        done = o.call("assess", YEAR, expect=(1,))
        assert "another auditor" in done.stderr, done.stderr


def nothing_is_shown_of_half_a_year(o):
    o.call("rank", YEAR)
    db = sqlite3.connect(o.folder / "office.db")
    db.execute("UPDATE assessment SET state = 'running'")
    db.commit()
    db.close()
    for words in (("rank", YEAR), ("report", "all", YEAR), ("explain", "all", YEAR)):
        assert "was not finished" in o.call(*words, expect=(66,)).stderr
    o.assess()
    o.call("rank", YEAR)


def any_number_of_workers(auditor, source, folder):
    seen = []
    for jobs in ("1", "5"):
        o = Office(auditor, source, folder / f"jobs-{jobs}")
        o.assess("--jobs", jobs)
        o.call("rank", YEAR, "--output", "json:rank.json", "--output", "html:rank.html")
        seen.append((o.results(), (o.folder / "rank.json").read_bytes(), (o.folder / "rank.html").read_bytes()))
    assert seen[0] == seen[1], "results depend on the number of workers"


def main():
    auditor, source = sys.argv[1], pathlib.Path(sys.argv[2])
    with tempfile.TemporaryDirectory(prefix="auditor-office-") as name:
        o = Office(auditor, source, pathlib.Path(name) / "office")
        n = len([p for p in o.inbox.rglob("*") if p.is_file()])
        unchanged_bytes(o, n)
        changed_bytes(o, n)
        rules_and_profile(o, n)
        register(o, n)
        vanished_and_doubled(o, n)
        unreadable(o, n)
        one_at_a_time(o)
        nothing_is_shown_of_half_a_year(o)
        any_number_of_workers(auditor, source, pathlib.Path(name))
    print("only what changed was done again")


if __name__ == "__main__":
    main()
