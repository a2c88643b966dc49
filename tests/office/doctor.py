#!/usr/bin/env python3
"""doctor.py PROGRAM: `auditor doctor` in an office names what is broken there and ends with 78."""

import os
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

        conf = os.path.join(office, "office.conf")
        with open(conf, "a", encoding="utf-8") as f:
            f.write("colour = red\n")
        expect(office, 78, "colour")
    print("1 passed, 0 failed")


main()
