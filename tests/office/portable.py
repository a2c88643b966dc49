#!/usr/bin/env python3
"""The content of the database is the same wherever the office lies and whatever language it was assessed
in, also for all that went wrong. usage: portable.py AUDITOR SOURCE"""

import json
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile

YEAR = "2024"
HEAD = 'return rule {{ id = "local.{name}", title = {{ zh = "甲", en = "A" }}, severity = "advice", basis = {{ "x" }},\n'
CHECK = "  check = function(report, out) {body} end,\n}}\n"
# Every way in which a rule can fail, by what it fails with.
RULES = {
    "field": HEAD + CHECK.replace("{body}", "out:fail {{ at = report.title, message = 7 }}"),
    "lua": HEAD + CHECK.replace("{body}", "local x = nil; return x.y"),
    "loop": HEAD + CHECK.replace("{body}", "while true do end"),
    "library": 'local bad = require "endless"\n' + HEAD + CHECK.replace("{body}", "out:pass()"),
    "syntax": "return rule {{",
    "unknown": HEAD + "  colour = 1,\n" + CHECK.replace("{body}", "out:pass()"),
}
# What differs between two equal runs: row numbers, and stamps of files and of the day.
SKIPPED = {"id", "seen_ns", "inode", "mtime_ns", "ctime_ns", "started_at", "finished_at"}


def make(auditor, data, folder, language):
    def run(*words, expect):
        done = subprocess.run([auditor, *words, "--lang", language], cwd=folder if folder.exists() else "/",
                              env={**os.environ, "AUDITOR_DATA": str(data)}, capture_output=True, text=True)
        assert done.returncode == expect, done
    folder.parent.mkdir(parents=True, exist_ok=True)
    run("init", str(folder), "--year", YEAR, expect=0)
    inbox = folder / "inbox" / YEAR
    for page in sorted((data / "examples").iterdir())[:4]:
        shutil.copy(page, inbox)
    (inbox / "picture.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(500))
    (inbox / "empty.html").write_bytes(b"")
    with open(inbox / "large.html", "wb") as f:
        f.truncate(40 << 20)
    for name, text in RULES.items():
        (folder / "rules" / f"{name}.lua").write_text(text.format(name=name), encoding="utf-8")
    (folder / "rules/lib").mkdir()
    (folder / "rules/lib/endless.lua").write_text("while true do end\nreturn {}\n")
    run("assess", YEAR, expect=3)
    return folder / "office.db"


def content(path):
    db = sqlite3.connect(path)
    tables = [r[0] for r in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")]
    rows = {}
    for table in tables:
        names = [r[1] for r in db.execute(f"PRAGMA table_info({table})") if r[1] not in SKIPPED]
        rows[table] = sorted(db.execute(f"SELECT {', '.join(names)} FROM {table}"), key=repr)
    results = [json.loads(r[0]) for r in db.execute("SELECT result FROM audit")]
    db.close()
    return rows, results


def compare(one, other):
    for table, rows in one.items():
        odd = [pair for pair in zip(rows, other[table]) if pair[0] != pair[1]]
        if odd or len(rows) != len(other[table]):
            left, right = next((a, b) for a, b in zip(repr(odd[0][0]).split(","), repr(odd[0][1]).split(",")) if a != b)
            sys.exit(f"table {table} differs in {len(odd)} rows: {left[:300]} | {right[:300]}")


def speaks_both(results):
    """Nothing Chinese in an English text but what Lua quotes; every fault is there."""
    codes = set()
    for d in results:
        for r in d["results"]:
            if r["rule"].startswith("local.") or "library" in r["rule"]:
                reason = r["reason"]
                if r["state"] == "error":
                    codes.add(reason["code"])
                    english = reason["message"]["en"]
                    assert not any("\u4e00" <= c <= "\u9fff" for c in english), (r["rule"], english)
    return codes


def main():
    auditor, source = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2])
    with tempfile.TemporaryDirectory(prefix="auditor-portable-") as name:
        top = pathlib.Path(name)
        data = top / "data"
        for part in ("plugins", "rules", "reports"):
            shutil.copytree(source / part, data / part)
        shutil.copytree(source / "examples/documents", data / "all")
        (data / "examples").mkdir()
        for page in sorted(p for p in (data / "all").rglob("*") if p.is_file()):
            shutil.copy(page, data / "examples")
        for broken in (False, True):
            if broken:  # also the scoring model
                model = data / "plugins/scoring/deduction.lua"
                model.write_text('return scoring { id = "deduction", score = function() return { entries = { { indicator = "?" } } } end }\n')
            kind = "broken" if broken else "sound"
            one, results = content(make(auditor, data, top / f"{kind}-a", "zh"))
            other, _ = content(make(auditor, data, top / f"deep/er/{kind}-b", "en"))
            compare(one, other)
            text = json.dumps(results, ensure_ascii=False)
            assert str(top) not in text, "a folder of this machine is in the database"
            codes = speaks_both(results)
            assert {"rule-error", "instruction-limit", "broken-rule"} <= codes, codes
            unread = [d for d in results if d["kind"] == "unreadable"]
            assert len(unread) == 3, [d["path"] for d in unread]
            for d in unread:
                assert not d["complete"] and d["score"] is None and d["duties"]["done"] == 0
                assert d["duties"]["open"] == d["duties"]["total"] > 30
                assert {r["state"] for r in d["results"] if (r["reason"] or {}).get("code") != "scope"} == {"unknown"}
            if broken:
                assert all(d["problem"] for d in results if d["kind"] == "annual-report")
                assert all(d["duties"]["done"] > 20 and not d["complete"] for d in results if d["kind"] == "annual-report")
    print("the same content in both")


if __name__ == "__main__":
    main()
