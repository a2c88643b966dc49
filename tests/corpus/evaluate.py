#!/usr/bin/env python3
"""Compare what the program said about a corpus with what is known about it.

    auditor check   --output ndjson OUT > results.ndjson
    auditor extract --output ndjson OUT > extract.ndjson
    evaluate.py OUT/labels.ndjson results.ndjson extract.ndjson [--show N] [--json FILE]
                [--gate DETECTED,FALSE] [--min-cells S] [--min-placed S] ...

Either of the two files may be `-` for "not given". --gate holds every rule by itself to a share of
findings due and a number of false alarms. Exit code 2 when a bound is not kept.
"""
import argparse
import json
import os
import sys

import judge_rules
import judge_text
from catalogue import BELOW, UNGATED


def load(path):
    """Records of a file, one a line; an envelope with `documents` is opened."""
    out = []
    if path == "-":
        return out
    with open(path, encoding="utf-8") as file:
        for line in file:
            if not line.strip():
                continue
            record = json.loads(line)
            out += record["documents"] if "documents" in record else [record]
    return out


def by_path(records):
    """Keyed by the last two parts of the path, as labels give it."""
    return {"/".join(r["path"].split(os.sep)[-2:]): r for r in records}


def share(part, whole):
    return 1.0 if not whole else part / whole


def print_extraction(facts):
    print("extraction                right    of    share")
    for name, (right, total) in sorted(facts.items()):
        print("  %-20s %8d %8d  %.4f" % (name, right, total, share(right, total)))


COLUMNS = ["due", "found", "missed", "misplaced", "could", "false", "extra", "undecided", "error"]


def print_rules(table, bound):
    """One line a rule: what was due and seen, what was said without a reason, and its gate."""
    print("\n%-30s%10s%10s" % ("rule", "detected", "clean of")
          + "".join("%10s" % c for c in COLUMNS) + "  gate")
    for rule in sorted(table):
        row = table[rule]
        seen = "%.4f" % share(row["found"], row["due"]) if row["due"] else "-"
        quiet = "%.4f" % (1 - share(row["false"], row["could"])) if row["could"] else "-"
        print("%-30s%10s%10s" % (rule, seen, quiet) + "".join("%10d" % row[c] for c in COLUMNS)
              + "  " + gate_of(rule, row, bound))
    print("%-50s" % "all" + "".join("%10d" % sum(r[c] for r in table.values()) for c in COLUMNS))
    for rule in sorted(UNGATED):
        print("not gated: %s (%s)" % (rule, UNGATED[rule]))
    for rule in sorted(BELOW):
        print("below its gate: %s (%s)" % (rule, BELOW[rule]))


def gate_of(rule, row, bound):
    """What the measure says of one rule: kept, broken, not gated, or nothing to go by."""
    if rule in UNGATED:
        return "not gated"
    if bound is not None and (share(row["found"], row["due"]) < bound[0]
                              or row["false"] > bound[1]):
        return "below" if rule in BELOW else "BROKEN"
    return "kept" if row["due"] or row["could"] else "no case"


def print_defects(defects):
    print("\n%-30s%10s%10s%10s%10s" % ("defect", "due", "found", "placed", "valued"))
    for name in sorted(defects):
        print("%-30s" % name + "".join("%10d" % defects[name][c]
                                       for c in ("due", "found", "placed", "valued")))


def summary(facts, table):
    total = {c: sum(r[c] for r in table.values()) for c in judge_rules.COUNTS}
    cells = facts.get("cells", (0, 0))
    return {"cells": share(*cells), "detected": share(total["found"], total["due"]),
            "placed": share(total["placed"], total["found"]),
            "valued": share(total["valued"], total["found"]),
            "false": share(total["false"], total["could"]) if total["could"] else 0.0,
            "undecided": share(total["undecided"], total["could"]) if total["could"] else 0.0}


def verdict(options, shares, table):
    """Bounds that are not kept."""
    bad = ["%s: detected %d of %d, false alarms %d" % (rule, row["found"], row["due"], row["false"])
           for rule, row in sorted(table.items()) if gate_of(rule, row, options.gate) == "BROKEN"]
    for key, bound in (("cells", options.min_cells), ("detected", options.min_detected),
                       ("placed", options.min_placed), ("valued", options.min_valued)):
        if bound is not None and shares[key] < bound:
            bad.append("%s %.4f < %.4f" % (key, shares[key], bound))
    for key, bound in (("false", options.max_false), ("undecided", options.max_undecided)):
        if bound is not None and shares[key] > bound:
            bad.append("%s %.4f > %.4f" % (key, shares[key], bound))
    return bad


def parse_options(argv):
    p = argparse.ArgumentParser(description="Compare results with a corpus's labels.")
    p.add_argument("labels")
    p.add_argument("results")
    p.add_argument("extract", nargs="?", default="-")
    p.add_argument("--show", type=int, default=40, help="how many disagreements to list")
    p.add_argument("--grep", default="", help="list only disagreements that contain this")
    p.add_argument("--json", metavar="FILE")
    p.add_argument("--gate", type=lambda s: (float(s.split(",")[0]), int(s.split(",")[1])),
                   metavar="DETECTED,FALSE", help="for each rule: least share, most false alarms")
    for name in ("min-cells", "min-detected", "min-placed", "min-valued", "max-false",
                 "max-undecided"):
        p.add_argument("--" + name, type=float)
    return p.parse_args(argv)


def main(argv):
    options = parse_options(argv)
    labels = load(options.labels)
    results, extracts = by_path(load(options.results)), by_path(load(options.extract))
    notes = []
    facts = judge_text.judge(labels, results, extracts, notes)
    table, defects = judge_rules.judge(labels, results, notes)
    print_extraction(facts)
    print_rules(table, options.gate)
    print_defects(defects)
    shares = summary(facts, table)
    shown = [n for n in notes if options.grep in n]
    print("\ndisagreements: %d" % len(shown))
    for note in shown[:options.show]:
        print("  " + note)
    print("\n" + "  ".join("%s %.4f" % kv for kv in shares.items()))
    bad = verdict(options, shares, table)
    for text in bad:
        print("BEYOND BOUND: " + text)
    if options.json:
        with open(options.json, "w", encoding="utf-8") as file:
            json.dump({"extraction": facts, "rules": table, "defects": defects, "shares": shares,
                       "disagreements": notes}, file, ensure_ascii=False, indent=1)
    return 2 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
