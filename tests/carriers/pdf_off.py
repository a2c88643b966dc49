#!/usr/bin/env python3
"""What runs off the paper's edge is lost: nothing that is not there is a finding then, and the report is not said to be whole.

Usage: pdf_off.py PROGRAM. One page, written by hand (pdf_fields.py), on paper that begins farther and farther to the right.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

import pdf_fields

# Where the paper begins, in points, and whether a character is cut: text begins at LEFT.
PAPERS = [(0, False), (pdf_fields.LEFT, False), (pdf_fields.LEFT + 8, True)]


def check(program, path):
    done = subprocess.run([program, "check", str(path), "--output", "json"], capture_output=True, check=False, timeout=120)
    return done.returncode, {r["rule"]: r for r in json.loads(done.stdout)["documents"][0]["results"]}


def faults(status, found, cut):
    failed = sorted(rule for rule, r in found.items() if r["state"] == "fail")
    missing, damage = found["structure.section-missing"], found["text.damage"]
    if not cut:
        if status != 2 or missing["state"] != "fail" or damage["state"] != "pass":
            yield "whole: exit %d, %s, %s" % (status, missing["state"], damage["state"])
        return
    if status != 3 or failed:
        yield "cut: exit %d, fails %s" % (status, failed)
    for result in (missing, damage):
        if result["state"] != "unknown" or result["reason"]["code"] != "off-paper":
            yield "cut: %s is %s, %s" % (result["rule"], result["state"], result["reason"])


def main(program):
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        missing = pdf_fields.unreadable(folder)
        if missing:
            print("SKIPPED: " + missing)
            return 0
        for left, cut in PAPERS:
            path = pathlib.Path(folder) / ("%d.pdf" % left)
            path.write_bytes(pdf_fields.page(None, left))
            wrong = list(faults(*check(program, path), cut))
            failed += bool(wrong)
            print("\n".join("%d: %s" % (left, fault) for fault in wrong))
    print("%d passed, %d failed" % (len(PAPERS) - failed, failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
