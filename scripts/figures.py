#!/usr/bin/env python3
"""Writes the measured figures that the pages about rules show: rules/annual-report/figures.json.

usage: figures.py AUDITOR SOURCE [PROVED.json]

Runs `rules prove --full`, or takes the JSON of a run, and keeps of each rule what it had to see, what it saw and its
false alarms, with the digest of its file: pages tell when a rule was changed afterwards.
"""

import json
import os
import pathlib
import subprocess
import sys


def run(auditor, source, *words):
    done = subprocess.run([auditor, "rules", *words, "--output", "json"], capture_output=True, check=False, cwd=source,
                          env={**os.environ, "AUDITOR_DATA": str(source)})
    if done.returncode not in (0, 2):
        sys.exit(done.stderr.decode())
    return json.loads(done.stdout)


def main(auditor, source, proved=None):
    auditor, source = os.path.abspath(auditor), pathlib.Path(source).resolve()
    proof = json.loads(pathlib.Path(proved).read_text()) if proved else run(auditor, source, "prove", "--full")
    rules = []
    for rule in proof["rules"]:
        shown = run(auditor, source, "show", rule["id"])
        figures = {key: rule[key] for key in ("alarms", "expected", "found", "id", "pack")}
        rules.append({**figures, "digest": shown["digest"].removeprefix("sha256:")})
    figures = {"full": proof["full"], "originals": len(proof["originals"]), "rules": rules, "schema": "auditor/figures/1"}
    text = json.dumps(figures, ensure_ascii=False, indent=1, sort_keys=True)
    (source / "rules/annual-report/figures.json").write_text(text + "\n", encoding="utf-8")


main(*sys.argv[1:])
