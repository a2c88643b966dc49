#!/usr/bin/python3
"""What `rules rehearse` foretells is what happens, and it leaves no trace. usage: rehearse.py AUDITOR SOURCE"""

import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile

from incremental import YEAR
from rehearse_desk import FAIL, LOCAL, PASS, UNKNOWN, Desk, comes_true, places, rule_of

HOLD = """
import fcntl, sqlite3, sys
lock = open(sys.argv[1] + "-lock", "w")
fcntl.lockf(lock, fcntl.LOCK_EX)
db = sqlite3.connect(sys.argv[1], isolation_level=None)
db.execute("BEGIN IMMEDIATE")
db.execute("UPDATE audit SET score = 1")
print("held", flush=True)
sys.stdin.readline()
db.execute("ROLLBACK")
print("still held")
"""


def trace(folder, leave=()):
    return {str(p.relative_to(folder)): (p.read_bytes(), p.stat().st_mtime_ns, p.stat().st_mode)
            for p in sorted(folder.rglob("*")) if p.is_file() and not p.name.endswith(leave)}


def an_unchanged_run(o, n):
    m = o.rehearse(expect=0)
    assert not m["summary"]["changed"] and m["before"]["stored"], m["summary"]
    assert m["summary"]["judged"] == n and "Nothing changes." in o.text and "Nothing changes." in o.html
    assert m["before"]["rules_digest"] == m["after"]["rules_digest"]
    assert places(m, "before") == places(m, "after") == o.ranking()
    same = o.folder / "profiles/local"
    assert not o.rehearse("--profile", f"{same}", expect=0)["summary"]["changed"]
    other = o.folder.parent / "same-name"
    shutil.copytree(same, other)
    (other / "profile.conf").write_text((same / "profile.conf").read_text(encoding="utf-8") + "\n# looked at\n",
                                        encoding="utf-8")
    m = o.rehearse("--profile", str(other), expect=0)
    assert m["before"]["profile_digest"] != m["after"]["profile_digest"]
    assert "profile local (edited)" in o.text and "local (edited)" in o.html


def an_added_rule(o, n):
    o.rule(FAIL)
    sheet = LOCAL.format(points=20)
    o.profile("harder", sheet=sheet)
    m = o.rehearse("--rules", str(o.new), "--profile", "harder")
    rule = rule_of(m, "local.overview")
    assert rule["fate"] == "added" and rule["before"] is None and rule["nearly"] and rule["appear"] == n - 1, rule
    assert {f["rule"] for f in m["findings"]["appear"]} == {"local.overview"} and not m["findings"]["vanish"]
    assert {s["before"] for s in m["states"]} == {None}
    assert m["summary"]["grades"] > 0 and "100 excellent → 80 good" in o.text, o.text
    one = m["findings"]["appear"][0]
    assert one["place"]["section"] == "overview" and one["place"]["line"] and one["agency"] in o.text
    assert "and 2 more" in o.text and o.html.count(one["message"]) == n - 1
    assert ["finding appears", "minor"] in [[row[0], row[6]] for row in o.table]
    office = o.folder / "rules"
    comes_true(o, m, lambda: o.rule(FAIL, office),
               lambda: o.edit("office.conf", "profile = local", "profile = harder"))
    o.rule(PASS)  # laid over the office's own rule of the same name
    m = o.rehearse("--rules", str(o.new))
    rule = rule_of(m, "local.overview")
    assert rule["fate"] == "edited" and rule["never"] and rule["vanish"] == n - 1 and m["summary"]["appear"] == 0
    assert {(s["before"], s["after"]) for s in m["states"]} == {("fail", "pass")}
    comes_true(o, m, lambda: o.rule(PASS, office))
    o.rule(UNKNOWN)
    o.profile("gate", ("max = 100", "max = 100\nblocking = local.overview"), sheet=sheet)
    m = o.rehearse("--rules", str(o.new), "--profile", "gate")
    assert {s["after"] for s in m["states"]} == {"unknown"}
    assert sum(d["after"]["open"] > d["before"]["open"] for d in m["documents"]) == n - 1
    assert {a["after"]["status"] for a in m["agencies"]} == {"incomplete", "notscored", "missing"}
    assert "100 excellent → incomplete 80–100" in o.text and "→ no rank" in o.text, o.text
    o.rule("out:nosuch(")
    m = o.rehearse("--rules", str(o.new))  # it does not even load: the office's own rule stays
    assert "office.local.overview" in o.stderr or "overview.lua" in o.stderr, o.stderr
    o.rule("out:nosuch()")
    m = o.rehearse("--rules", str(o.new))
    assert rule_of(m, "local.overview")["broken"] and not rule_of(m, "local.overview")["never"]
    assert "breaks on" in o.text and "overview.lua:" in o.text and "traceback" not in o.text, o.text
    (office / "overview.lua").unlink()
    o.edit("office.conf", "profile = harder", "profile = local")
    o.rule(PASS)
    o.assess()


def a_deselected_rule(o):
    worst = max(rule_counts(o).items(), key=lambda item: item[1])[0]
    line = next(x for x in (o.folder / "profiles/local/sheet.csv").read_text(encoding="utf-8").splitlines()
                if worst in x or worst.split(".")[0] + ".*" in x)
    o.profile("without", ("unlisted = run", "unlisted = off"), drop=line.strip())
    m = o.rehearse("--profile", "without")
    rule = rule_of(m, worst)
    assert rule["vanish"] > 0 and not rule["never"] and rule["fate"] == "kept", rule
    assert m["summary"]["appear"] == 0 and m["summary"]["scores"] > 0
    assert ("fail", "notselected") in {(s["before"], s["after"]) for s in m["states"] if s["rule"] == worst}
    assert f"{worst}  0 new, {rule['vanish']} gone" in o.text and "→not selected" in o.text.replace("notselected", "not selected")
    comes_true(o, m, lambda: o.edit("office.conf", "profile = local", "profile = without"))
    o.edit("office.conf", "profile = without", "profile = local")
    o.assess()


def rule_counts(o):
    counts = {}
    for *_, rule, _ in o.findings():
        counts[rule] = counts.get(rule, 0) + 1
    return counts


def a_changed_profile(o):
    name = o.profile("bands", ("90:优秀", "99:优秀"))
    m = o.rehearse("--profile", name)
    s = m["summary"]
    assert s["grades"] > 0 and s["appear"] == s["vanish"] == s["states"] == s["ranks"] == 0, s
    assert "Agencies whose grade changes" in o.text and m["profile"] == name
    comes_true(o, m, lambda: o.edit("office.conf", "profile = local", "profile = bands"))
    o.edit("office.conf", "profile = bands", "profile = local")
    o.assess()


def stored_by_other_rules(o, n):
    """The office's own rules changed since: that must not be laid to the charge of the new ones."""
    o.rule(FAIL, o.folder / "rules", "local.other")
    m = o.rehearse()
    assert m["before"]["stored"] and {f["rule"] for f in m["findings"]["appear"]} == {"local.other"}
    (o.new / "overview.lua").unlink()
    o.rule(FAIL, name="local.new")
    m = o.rehearse("--rules", str(o.new))
    assert not m["before"]["stored"] and "judged again" in o.stderr and "judged again by what is in use" in o.text
    assert {f["rule"] for f in m["findings"]["appear"]} == {"local.new"}
    assert rule_of(m, "local.other")["before"]["fires"] == n - 1
    (o.folder / "rules/other.lua").unlink()
    assert o.rehearse("--rules", str(o.new))["before"]["stored"] and "judged again by" not in o.stderr


def no_trace(o):
    """Nothing is written, whoever else has the database open, and no file of the inbox is needed."""
    words = ("rules", "rehearse", "--against", YEAR, "--rules", str(o.new))
    before = trace(o.folder)
    told = o.call(*words, expect=(2,)).stdout
    assert trace(o.folder) == before
    away = o.folder.parent / "inbox-away"
    (o.folder / "inbox").rename(away)
    assert o.call(*words, expect=(2,)).stdout == told
    away.rename(o.folder / "inbox")
    # in a process of its own: to read the file here would take the locks off it
    with subprocess.Popen([sys.executable, "-c", HOLD, o.folder / "office.db"], stdin=subprocess.PIPE,
                          stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout.readline() == "held\n"
        held = trace(o.folder, "-shm")
        assert o.call(*words, expect=(2,)).stdout == told
        assert trace(o.folder, "-shm") == held
        assert other.communicate("\n")[0] == "still held\n"
    die = ("import os, sqlite3, sys; d = sqlite3.connect(sys.argv[1]);"
           "d.execute('PRAGMA wal_autocheckpoint = 0'); d.execute('UPDATE document SET seen_ns = seen_ns + 1');"
           "d.commit(); os._exit(0)")
    subprocess.run([sys.executable, "-c", die, o.folder / "office.db"], check=True)
    left = trace(o.folder, "-shm")
    assert any(name.endswith("-wal") and data for name, (data, *_) in left.items()), "no log was left"
    assert o.call(*words, expect=(2,)).stdout == told
    assert trace(o.folder, "-shm") == left
    o.assess()
    if os.geteuid():
        for path in o.folder.rglob("*"):
            path.chmod(path.stat().st_mode & ~0o222)
        o.folder.chmod(0o555)
        assert o.call(*words, expect=(2,)).stdout == told
        o.folder.chmod(0o755)
        for path in o.folder.rglob("*"):
            path.chmod(path.stat().st_mode | 0o200)


def not_judged_again(o, n):
    """Unchecked never looks like unchanged."""
    bad = o.inbox / "scan.html"
    bad.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(500))
    o.call("assess", YEAR, expect=(3,))
    m = o.rehearse(expect=0)
    assert m["summary"]["unreadable"] == 1 and m["summary"]["lost"] == 0 and m["summary"]["judged"] == n
    assert "scan.html: unreadable" in o.text
    bad.unlink()
    o.assess(gone=1)
    db = sqlite3.connect(o.folder / "office.db")
    path, snapshot = db.execute("SELECT path, snapshot FROM document WHERE NOT gone ORDER BY path LIMIT 1").fetchone()
    db.execute("UPDATE document SET snapshot = ? WHERE path = ?", (b"????" + snapshot[4:], path))
    db.commit()
    db.close()
    m = o.rehearse("--rules", str(o.new), expect=3)
    assert m["summary"]["lost"] == 1 and m["summary"]["judged"] == n - 1
    assert [d["lost"] for d in m["documents"] if d["path"] == path] == ["snapshot"]
    assert path not in {f["path"] for f in m["findings"]["appear"]} and "could not be judged again" in o.stderr
    o.assess("--rehash")
    db = sqlite3.connect(o.folder / "office.db")
    db.execute("UPDATE document SET snapshot = ? WHERE path = ?", (snapshot, path))
    db.commit()
    db.close()


def any_number_of_workers(o):
    seen = []
    for jobs in ("1", "5"):
        o.rehearse("--rules", str(o.new), "--jobs", jobs)
        seen.append((o.text, o.html, o.table))
    assert seen[0] == seen[1], "the rehearsal depends on the number of workers"


def packs(o, n):
    """A pack with a manifest; a copy of an installed one takes its place."""
    pack = o.folder.parent / "pack"
    o.rule(FAIL, pack, "town.overview")
    manifest = pack / "pack.lua"
    manifest.write_text('return pack { id = "town", version = "1.0.0", interface = 1,'
                        ' title = { zh = "镇", en = "Town" } }\n', encoding="utf-8")
    m = o.rehearse("--rules", str(pack))
    assert rule_of(m, "town.overview")["pack_after"] == "town@1.0.0" and m["summary"]["appear"] == n - 1
    manifest.write_text('return pack { id = 3 }\n', encoding="utf-8")
    assert "pack.lua" in o.call("rules", "rehearse", "--against", YEAR, "--rules", str(pack), expect=(78,)).stderr
    copy = o.folder.parent / "copy"
    shutil.copytree(o.source / "rules/annual-report", copy)
    rule = copy / "publication/undated.lua"
    rule.write_text(rule.read_text(encoding="utf-8") + "-- looked at again\n", encoding="utf-8")
    m = o.rehearse("--rules", str(copy), expect=0)
    assert rule_of(m, "publication.undated")["fate"] == "edited" and "edited publication.undated" in o.text


def a_pack_that_takes_and_eases(o):
    """A zip without rules of its own: one of an earlier pack is deselected, another one costs less."""
    taken, eased = sorted(rule_counts(o).items(), key=lambda item: -item[1])[:2]
    taken, eased = taken[0], eased[0]
    pack = o.folder.parent / "ease"
    pack.mkdir()
    (pack / "pack.lua").write_text(
        'return pack { id = "ease", version = "2.0.0", interface = 1, title = { zh = "减", en = "Ease" },'
        f' deselect = {{ "{taken}" }}, severity = {{ ["{eased}"] = "advice" }} }}\n', encoding="utf-8")
    packed = shutil.make_archive(str(pack), "zip", pack)
    m = o.rehearse("--rules", packed)
    assert {f["rule"] for f in m["findings"]["vanish"]} == {taken} == {s["rule"] for s in m["states"]}
    assert {s["after"] for s in m["states"]} == {"notselected"} and not m["findings"]["appear"]
    levels = [f for f in m["findings"]["change"] if f["before"] != f["after"]]
    freed = [f for f in m["findings"]["change"] if f["was"]["caused"] and not f["caused"]]
    assert {f["rule"] for f in levels} == {eased} and {f["after"] for f in levels} == {"advice"}
    assert freed and len(levels) + len(freed) == len(m["findings"]["change"])  # what the taken rule explained
    assert "→advice] " + eased in o.text and "counts by itself now" in o.text and "counts by itself now" in o.html
    (o.folder / "rules").mkdir(exist_ok=True)
    comes_true(o, m, lambda: shutil.copy(packed, o.folder / "rules/ease.zip"))
    (o.folder / "rules/ease.zip").unlink()
    o.assess()


def exit_codes(o, auditor):
    def code(*words, expect):
        return o.call("rules", "rehearse", *words, expect=(expect,)).stderr
    assert "nosuch" in code("--against", YEAR, "--rules", "nosuch", expect=66)
    assert "nosuch" in code("--against", YEAR, "--profile", "nosuch", expect=66)
    assert "2019" in code("--against", "2019", expect=66)
    (o.folder / "profiles/broken").mkdir()
    (o.folder / "profiles/broken/profile.conf").write_text("id = broken\nmax = many\n", encoding="utf-8")
    (o.folder / "profiles/broken/sheet.csv").write_text("", encoding="utf-8")
    code("--against", YEAR, "--profile", "broken", expect=78)
    code(expect=64)
    code("--against", "soon", expect=64)
    code("--against", YEAR, "more", expect=64)
    code("--against", YEAR, "--output", "sarif", expect=64)
    code("--against", YEAR, "--output", "text", "--output", "json", expect=64)
    outside = subprocess.run([auditor, "rules", "rehearse", "--against", YEAR], cwd=o.folder.parent,
                             env=o.environment, capture_output=True, check=False)
    assert outside.returncode == 78
    db = o.folder / "office.db"
    db.rename(o.folder / "kept.db")
    code("--against", YEAR, expect=66)
    (o.folder / "kept.db").rename(db)
    assert not list(o.folder.glob("office.db-wal"))


def both_languages(o):
    text = subprocess.run([o.auditor, "rules", "rehearse", "--against", YEAR, "--rules", str(o.new)], cwd=o.folder,
                          env=o.environment, capture_output=True, text=True, check=False).stdout
    assert "新出现的问题" in text and "有总体情况" in text and "从不触发的规则" in text, text
    assert not re.search(r"\b(rules|before|after|fires)\b", text), text

def a_whole_year(auditor, source, folder):
    """History, children, other files, decisions, points given and what cannot be read: all that `assess` looks at."""
    o = Desk(auditor, source, folder / "whole")
    sheet = o.folder / "profiles/local/sheet.csv"
    sheet.write_text(sheet.read_text(encoding="utf-8") + "9.8,亮点,,5,加分,,,,,,\r\n", encoding="utf-8", newline="")
    (o.folder / "points").mkdir()
    (o.folder / "points" / f"{YEAR}.csv").write_text("机关,指标,得分\nmzj,9.8,3\njtj,9.8,2\n", encoding="utf-8")
    (o.inbox / "scan.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(500))
    town = (o.inbox / "枫渡镇2024.txt").read_text(encoding="utf-8")
    (o.inbox / "枫渡镇2024.htm").write_text("<pre>" + town.replace("2", "3", 400) + "</pre>", encoding="utf-8")
    o.call("assess", "2023")
    o.call("assess", YEAR)
    agency, rule = "mzj", "narrative.percent"
    o.call("waive", agency, YEAR, rule, "--by", "A. Person", "--reason", "seen")
    assert not o.rehearse(expect=0)["summary"]["changed"], o.text
    pack = folder / "whole-pack"
    shutil.copytree(source / "rules/annual-report", pack)

    def change(name, old, new):
        path = pack / name
        text = path.read_text(encoding="utf-8")
        assert old in text, name
        path.write_text(text.replace(old, new), encoding="utf-8")
    change("history/jump.lua", "-- Figures", "-- The figures")
    m = o.rehearse("--rules", str(pack), expect=0)
    assert m["before"]["stored"] and m["before"]["rules_digest"] != m["after"]["rules_digest"]
    assert rule_of(m, "history.jump")["after"]["applies"] > 0, "the second pass was left out"
    change("history/jump.lua", "times = 5, least = 30", "times = 1.01, least = 1")
    change("history/jump.lua", 'severity   = "advice"', 'severity   = "major"')
    change("publication/missing.lua", 'severity  = "veto"', 'severity  = "minor"')
    strict = o.profile("strict", sheet="9.7,突变,history.jump,10,一次,,,,,,\r\n")
    m = o.rehearse("--rules", str(pack), "--profile", strict)
    assert rule_of(m, "history.jump")["appear"] > 0 and m["summary"]["scores"] > 0 and m["summary"]["ranks"] > 0, o.text
    assert any(f["rule"] == "publication.missing" and f["path"] is None for f in m["findings"]["change"]), o.text
    comes_true(o, m, lambda: shutil.copytree(pack, pathlib.Path(o.environment["AUDITOR_DATA"]) / "rules/annual-report", dirs_exist_ok=True),
               lambda: o.edit("office.conf", "profile = local", "profile = strict"))
    assert not o.rehearse(expect=0)["summary"]["changed"], o.text
    # what was decided, given and registered since is no work of the new rules
    o.call("waive", "mzj", YEAR, "history.jump", "--by", "A. Person", "--reason", "seen", "--until", "2999-01-01")
    (o.folder / "points" / f"{YEAR}.csv").write_text("机关,指标,得分\nmzj,9.8,1\n", encoding="utf-8")
    change("history/jump.lua", "-- The figures", "-- All figures")
    m = o.rehearse("--rules", str(pack), expect=0)
    assert not m["before"]["stored"] and "judged again" in o.stderr


def main():
    auditor, source = sys.argv[1], pathlib.Path(sys.argv[2])
    with tempfile.TemporaryDirectory(prefix="auditor-rehearse-") as name:
        o = Desk(auditor, source, pathlib.Path(name) / "office")
        n = o.assess()["audited"]
        an_unchanged_run(o, n)
        an_added_rule(o, n)
        a_deselected_rule(o)
        a_changed_profile(o)
        stored_by_other_rules(o, n)
        no_trace(o)
        any_number_of_workers(o)
        both_languages(o)
        not_judged_again(o, n)
        packs(o, n)
        a_pack_that_takes_and_eases(o)
        exit_codes(o, auditor)
        a_whole_year(auditor, source, pathlib.Path(name))
    print("what was rehearsed came true, and left no trace")


if __name__ == "__main__":
    main()
