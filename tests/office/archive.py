#!/usr/bin/python3
"""`backup` and `export`: while an assessment is written, after kill -9, restored, and row by row the same as the database.

usage: archive.py AUDITOR SOURCE
"""

import csv
import hashlib
import json
import os
import pathlib
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

import jsonschema

PROGRAM = os.path.abspath(sys.argv[1])
SOURCE = pathlib.Path(sys.argv[2]).resolve()


def run(office, *words, code=0):
    done = subprocess.run([PROGRAM, *words, "--lang", "en"], cwd=office, capture_output=True, text=True, check=False,
                          env={**os.environ, "AUDITOR_DATA": str(SOURCE)})
    assert code is None or done.returncode == code, (words, done)
    return done


def filled(top):
    office = top / "office"
    shutil.copytree(SOURCE / "examples/office", office)
    for year in sorted(p.name for p in (office / "inbox").iterdir()):
        run(office, "assess", year, code=None)
    return office


def content(path):
    db = sqlite3.connect(path)
    assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    tables = [r[0] for r in db.execute("SELECT name FROM sqlite_schema WHERE type='table' ORDER BY 1")]
    return {t: db.execute(f"SELECT * FROM {t}").fetchall() for t in tables}


def restored(top):
    office = filled(top)
    before = content(office / "office.db")
    said = run(office, "backup", "../safe/copy.db").stdout
    copy = top / "safe/copy.db"
    assert str(copy.stat().st_size) in said, said
    assert [p.name for p in copy.parent.iterdir()] == ["copy.db"]
    assert content(copy) == before
    year = sorted(p.name for p in (office / "inbox").iterdir())[-1]
    ranking = run(office, "rank", year, "--output", "json", code=None).stdout
    (office / "office.db").write_bytes(b"lost")
    run(office, "rank", year, code=1)
    shutil.copy(copy, office / "office.db")
    assert run(office, "rank", year, "--output", "json", code=None).stdout == ranking
    run(office, "backup")
    assert len(list((office / "backup").glob("office-*.db"))) == 1
    for where in ("agencies.csv", "office.db", "inbox"):
        former = (office / where).read_bytes() if (office / where).is_file() else None
        run(office, "backup", where, code=64)
        assert former is None or (office / where).read_bytes() == former
    run(top, "backup", code=78)


def while_it_is_written(top):
    office = filled(top)
    year = sorted(p.name for p in (office / "inbox").iterdir())[-1]
    page = sorted((office / "inbox" / year).iterdir())[0]
    for i in range(600):
        shutil.copy(page, office / "inbox" / year / f"copy-{i}.html")
    environment = {**os.environ, "AUDITOR_DATA": str(SOURCE)}
    writer = subprocess.Popen([PROGRAM, "assess", year, "--quiet"], cwd=office, env=environment,
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    taken = 0
    while writer.poll() is None and taken < 20:
        run(office, "backup", f"../b{taken}.db")
        taken += 1
    assert writer.wait() in (0, 2, 3) and taken > 0
    sizes = [len(content(top / f"b{i}.db")["audit"]) for i in range(taken)]
    assert sizes == sorted(sizes), sizes
    run(office, "doctor", code=None)
    print(f"   {taken} backups while {sizes} audits were there")


def killed(top):
    office = filled(top)
    good = run(office, "backup", "../copy.db") and content(top / "copy.db")
    rng = random.Random(7)
    for _ in range(8):
        for words, left in ((["backup", "../copy.db"], None), (["export", "../out"], top / "out")):
            process = subprocess.Popen([PROGRAM, *words], cwd=office, env={**os.environ, "AUDITOR_DATA": str(SOURCE)},
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(rng.random() * 0.03)
            process.send_signal(signal.SIGKILL)
            process.wait()
            assert content(top / "copy.db") == good
            if left and left.exists():
                checked_export(office, left)
                shutil.rmtree(left)
    run(office, "backup", "../copy.db")
    assert not (top / "copy.db.part").exists()


def value(kind, stored):
    """A value of the database as an export has it."""
    if stored is None:
        return None
    if kind == "points":
        return stored / 1000
    if kind == "flag":
        return bool(stored)
    if kind == "json":
        return json.loads(stored)
    return str(stored) if kind == "text" else stored


def checked_export(office, folder):
    manifest = json.loads((folder / "manifest.json").read_text())
    jsonschema.Draft202012Validator(json.loads((SOURCE / "docs/schema/export.schema.json").read_text())).validate(manifest)
    files = {f["path"] for t in manifest["tables"] for f in t["files"]}
    assert files | {"manifest.json", "columns.csv"} == {p.name for p in folder.iterdir()}
    db = sqlite3.connect(office / "office.db")
    tables = {r[0] for r in db.execute("SELECT name FROM sqlite_schema WHERE type='table'")}
    assert tables <= {t["name"] for t in manifest["tables"]}, tables
    for table in manifest["tables"]:
        for f in table["files"]:
            data = (folder / f["path"]).read_bytes()
            assert (len(data), hashlib.sha256(data).hexdigest()) == (f["bytes"], f["sha256"]), f
        lines = [json.loads(line) for line in (folder / f"{table['name']}.ndjson").read_text().splitlines()]
        with open(folder / f"{table['name']}.csv", encoding="utf-8-sig", newline="") as f:
            sheet = list(csv.DictReader(f))
        assert len(lines) == len(sheet) == table["rows"], table["name"]
        assert list(sheet[0]) == [c["name"] for c in table["columns"] if c["csv"]] if sheet else True
        assert all(list(line) == sorted(line) for line in lines)
        if table["name"] in tables:
            names = [c["name"] for c in table["columns"] if c["kind"] != "time"]
            kinds = {c["name"]: c["kind"] for c in table["columns"]}
            stored = db.execute(f"SELECT {', '.join(names)} FROM {table['name']}").fetchall()
            expected = sorted(repr([value(kinds[n], v) for n, v in zip(names, row)]) for row in stored)
            found = [[float(line[n]) if kinds[n] == "points" else line[n] for n in names] for line in lines]
            assert sorted(map(repr, found)) == expected, table["name"]
        for line, row in zip(lines, sheet):
            for name, text in row.items():
                exact = line[name]
                shown = "" if exact is None else str(exact).lower() if isinstance(exact, bool) else f"{exact:g}" if isinstance(exact, float) else str(exact)
                assert text in (shown, "'" + shown), (table["name"], name, text, exact)
    return manifest


def exported(top):
    office = filled(top)
    said = run(office, "export", "../deep/out/").stdout
    assert "tables" in said
    manifest = checked_export(office, top / "deep/out")
    ledgers = [json.loads(line) for line in (top / "deep/out/audit_ledger.ndjson").read_text().splitlines()]
    audits = [json.loads(line) for line in (top / "deep/out/audit.ndjson").read_text().splitlines()]
    scored = 0
    for audit in audits:
        ledger = audit["result"]["ledger"]
        own = [e for e in ledgers if e["audit"] == audit["id"]]
        assert len(own) == len(ledger["entries"] if ledger else []), audit["path"]
        if audit["scored"]:
            scored += 1
            assert abs(audit["max"] - sum(e["amount"] for e in own) - audit["score"]) < 1e-9, audit["id"]
    assert scored > 10 and any(t["name"] == "audit_ledger" and t["rows"] > 5 for t in manifest["tables"])
    run(office, "export", "../deep/out", code=64)
    (top / "empty").mkdir()
    run(office, "export", "../empty")
    run(office, "export", "agencies.csv/x", code=1)
    assert not [p for p in (top / "deep").iterdir() if p.name != "out"]


def main():
    for test in (restored, while_it_is_written, killed, exported):
        with tempfile.TemporaryDirectory(prefix="auditor-archive-") as name:
            test(pathlib.Path(name))
        print(f"ok {test.__name__}")


if __name__ == "__main__":
    main()
