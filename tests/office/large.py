#!/usr/bin/python3
"""The ranking of a large office: every output has every agency, and memory hardly grows with them.

usage: large.py AUDITOR SOURCE [--agencies N] [--keep DIR]

Without --agencies a small one is made, as a test; with it the figures are printed: seconds, CPU and memory of each output.
"""

import argparse
import csv
import json
import os
import pathlib
import re
import resource
import subprocess
import sys
import tempfile
import time
import zipfile

import jsonschema

FORMATS = ("text", "json", "csv", "html", "xlsx")
PER_AGENCY, SLACK = 1500, 8  # bytes, MB


def load(source):
    sys.path.insert(0, str(source / "tests/bench"))
    import large_office  # pylint: disable=import-outside-toplevel,import-error
    return large_office


def high_water(pid):
    """KB; 0 when it has just ended."""
    try:
        found = re.search(r"VmHWM:\s+(\d+)", pathlib.Path(f"/proc/{pid}/status").read_text(encoding="ascii"))
    except OSError:
        return 0
    return int(found[1]) if found else 0


class Runner:
    def __init__(self, auditor, source):
        self.auditor, self.environment = auditor, {**os.environ, "AUDITOR_DATA": str(source)}

    def rank(self, office, *words):
        """(seconds, CPU seconds, peak in MB)"""
        start, before, peak = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN), 0
        process = subprocess.Popen([self.auditor, "rank", "2024", "--quiet", "--lang", "en", *words], cwd=office, env=self.environment,
                                   stdout=subprocess.DEVNULL)
        while process.poll() is None:
            peak = max(peak, high_water(process.pid))
            time.sleep(0.01)
        assert process.returncode == 3, process.returncode
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return time.monotonic() - start, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, peak / 1024


def check_outputs(office, source, count):
    model = json.loads((office / "r.json").read_text(encoding="utf-8"))
    schema = json.loads((source / "docs/schema/rank.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(model)
    rows = {name: sum(len(group[name]) for group in model["groups"]) for name in ("ranked", "incomplete", "notscored", "missing")}
    assert sum(rows.values()) == count and all(rows.values()), rows
    for group in model["groups"]:
        scores = [row["score"] for row in group["ranked"]]
        assert scores == sorted(scores, reverse=True)
        first = {score: place for place, score in reversed(list(enumerate(scores, 1)))}
        assert [row["rank"] for row in group["ranked"]] == [first[score] for score in scores]
        for row in group["ranked"]:
            assert not row["past"] or "moved" not in row["past"] or abs(sum(row["past"]["moved"].values()) - row["past"]["change"]) < 1e-6
    renamed = [row for group in model["groups"] for row in group["ranked"] if row["code"].startswith("n")]
    assert renamed and any(row["past"] for row in renamed)
    with open(office / "r.csv", encoding="utf-8-sig", newline="") as file:
        assert [row["code"] for row in csv.DictReader(file)] == [row["code"] for group in model["groups"] for name in rows for row in group[name]]
    with zipfile.ZipFile(office / "r.xlsx") as book:
        first = book.read("xl/worksheets/sheet1.xml").decode()
        assert len(re.findall("<row ", first)) == count + 1
    page = (office / "r.html").read_text(encoding="utf-8")
    assert page.count("<tr>") < 11000
    for group in model["groups"]:
        more = len(group["ranked"]) - 1000
        assert more <= 0 or f"{more} more are in the workbook" in page
    text = (office / "r.txt").read_text(encoding="utf-8")
    assert len(text.splitlines()) == count + 2 * len(model["groups"])


def measure(runner, office, show):
    peaks = {}
    for name in FORMATS:
        seconds, cpu, peaks[name] = runner.rank(office, "--output", f"{name}:r.{'txt' if name == 'text' else name}")
        if show:
            size = (office / f"r.{'txt' if name == 'text' else name}").stat().st_size
            print(f"{name:5} {seconds:7.1f} s {cpu:7.1f} s CPU {peaks[name]:6.0f} MB, file {size / 1e6:6.1f} MB", flush=True)
    seconds, cpu, peaks["summary"] = runner.rank(office, "--summary")
    if show:
        print(f"summary {seconds:5.1f} s {cpu:7.1f} s CPU {peaks['summary']:6.0f} MB", flush=True)
    return peaks


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("auditor", type=lambda p: str(pathlib.Path(p).resolve()))
    parser.add_argument("source", type=lambda p: pathlib.Path(p).resolve())
    parser.add_argument("--agencies", type=int)
    parser.add_argument("--keep", type=pathlib.Path)
    args = parser.parse_args()
    maker, runner = load(args.source), Runner(args.auditor, args.source)
    with tempfile.TemporaryDirectory() as top:
        top = args.keep or pathlib.Path(top)
        small, count = top / "small", args.agencies or 6000
        large = top / f"large-{count}"
        for office, agencies in ((small, 2000), (large, count)):
            if not office.exists():
                maker.make(args.auditor, args.source, office, agencies)
        few, many = measure(runner, small, False), measure(runner, large, args.agencies is not None)
        check_outputs(large, args.source, count)
        for name, peak in many.items():
            grown = (peak - few[name]) * 1024 * 1024 / (count - 2000)
            room = SLACK + PER_AGENCY * (count - 2000) / 1e6
            assert name == "html" or peak - few[name] < room, f"{name}: {few[name]:.0f} and {peak:.0f} MB, {grown:.0f} bytes an agency"
        print("all of", count, "agencies;", ", ".join(f"{name} {(many[name] - few[name]) * 1024 * 1024 / (count - 2000):.0f}" for name in many),
              "bytes of memory for each more")


main()
