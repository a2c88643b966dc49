#!/usr/bin/env python3
"""doctor.py PROGRAM: `auditor doctor` in an office names what is broken there and ends with 78."""

import os
import sqlite3
import subprocess
import sys
import tempfile

PROGRAM = os.path.abspath(sys.argv[1])


def run(folder, *arguments):
    return subprocess.run([PROGRAM, *arguments, "--lang", "en"], cwd=folder, capture_output=True,
                          text=True, check=False)


def expect(folder, code, word):
    done = run(folder, "doctor")
    assert done.returncode == code and word in done.stdout, (word, done)


def damage_database(path, sql):
    db = sqlite3.connect(path)
    db.execute(sql)
    db.commit()
    db.close()


def main():
    with tempfile.TemporaryDirectory() as top:
        expect(top, 0, "in no office")
        office = os.path.join(top, "office")
        assert run(top, "init", office, "--year", "2024").returncode == 0
        with open(os.path.join(office, "inbox/2024/a.txt"), "w", encoding="utf-8") as f:
            f.write("no report\n")
        assert run(office, "assess", "2024").returncode == 2
        expect(office, 0, "office.db")

        rule = os.path.join(office, "rules/half.lua")
        with open(rule, "w", encoding="utf-8") as f:
            f.write("return rule {\n")
        expect(office, 78, "half.lua:2")
        os.remove(rule)

        database = os.path.join(office, "office.db")
        with open(database, "rb") as f:
            good = f.read()
        with open(database, "r+b") as f:
            f.seek(2 * 4096)
            f.write(b"\xa5" * (len(good) - 3 * 4096))
        expect(office, 78, "FAIL database")
        with open(database, "wb") as f:
            f.write(good)
        expect(office, 0, "ok   database")

        for damage, named in (
            ("DROP TABLE finding", "table finding"),
            ("DROP INDEX finding_by_fingerprint", "index finding_by_fingerprint"),
            ("CREATE TRIGGER t AFTER UPDATE ON audit BEGIN DELETE FROM finding; END", "trigger t"),
        ):
            damage_database(database, damage)
            expect(office, 78, named)
            for words in (("assess", "2024"), ("rank", "2024")):  # though nothing in the inbox has changed
                done = run(office, *words)
                assert done.returncode == 1 and named in done.stderr, done
            with open(database, "wb") as f:
                f.write(good)
        for damage, named in (
            ("UPDATE audit SET result = substr(result, 1, 100)", "result of a.txt"),
            ("UPDATE audit SET findings = findings + 1", "findings of a.txt"),
            ("DELETE FROM document", "foreign key audit"),
        ):
            damage_database(database, damage)
            expect(office, 78, named)
            with open(database, "wb") as f:
                f.write(good)
        expect(office, 0, "ok   database")

        conf = os.path.join(office, "office.conf")
        with open(conf, "a", encoding="utf-8") as f:
            f.write("colour = red\n")
        expect(office, 78, "colour")
    print("1 passed, 0 failed")


main()
