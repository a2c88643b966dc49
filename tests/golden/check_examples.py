#!/usr/bin/env python3
"""The example documents come out as examples/expected.json says: facts, every cell, findings, silence.

Usage: check_examples.py PROGRAM SOURCE_FOLDER
examples/README.md explains the fields of expected.json.
"""
import json
import pathlib
import subprocess
import sys

SILENT = {"pass", "notapplicable", "informational", "notselected"}


def documents(program, verb, folder):
    done = subprocess.run([program, verb, folder, "--output", "json"], capture_output=True)
    assert done.returncode in (0, 2, 3), done.stderr.decode()
    return {d["path"][len(folder) + 1:]: d for d in json.loads(done.stdout)["documents"]}


def cell_faults(where, want, got):
    if got is None:
        yield f"{where}: no cell"
    elif isinstance(want, dict) and "amount" in want:
        if got["kind"] != "number" or float(got["value"]) != float(want["amount"]) or got.get("unit") != want.get("unit"):
            yield f"{where}: {want} != {got}"
    elif isinstance(want, dict):
        if got["kind"] != want["kind"] or ("raw" in want and got["raw"] != want["raw"]):
            yield f"{where}: {want} != {got}"
    elif got["kind"] != "number" or float(got["value"]) != want:
        yield f"{where}: {want} != {got}"


def fact_faults(want, check, extract):
    for key in ("kind", "agency", "level", "year", "form", "script", "published"):
        for name, got in (("check", check), ("extract", extract)):
            if key in want and got[key] != want[key]:
                yield f"{name}.{key}: {want[key]} != {got[key]}"
    for name, table in (want.get("tables") or {}).items():
        got = extract["tables"].get(name)
        if table is None or got is None:
            if table != got:
                yield f"table {name}: {'absent' if got is None else 'present'}"
            continue
        if set(table["rows"]) != set(got):
            yield f"table {name}: rows differ: {sorted(set(table['rows']) ^ set(got))}"
        for row, columns in table["rows"].items():
            for column, value in columns.items():
                yield from cell_faults(f"{name}/{row}/{column}", value, got.get(row, {}).get(column))


def at_place(want, finding):
    for place in finding["evidence"]:
        fits = True
        for key in ("section", "table", "row", "column"):
            if key in want and want[key] not in (None, "*"):
                fits = fits and place[key] == want[key]
        if fits:
            return True
    return False


def found(want, results):
    """Does one of the rules allowed to bear the finding bear it, at the place, with the values?"""
    for rule in [want["rule"], *want.get("also", [])]:
        result = results.get(rule)
        for f in result["findings"] if result and result["state"] == "fail" else []:
            fits = at_place(want, f)
            for key in ("expected", "found"):
                if key in want and f[key] is not None:
                    fits = fits and str(want[key]) in str(f[key])
            if fits and (want.get("cause") is None or f["cause"]):
                return True
    return False


def finding_faults(want, check):
    results = {r["rule"]: r for r in check["results"]}
    allowed = set(want.get("may", [])) | set(want.get("may_undecided", [])) | set(want.get("undecided", []))
    for expected in want["findings"]:
        allowed |= {expected["rule"], *expected.get("also", [])}
        if expected["rule"] in results and not found(expected, results):
            yield f"not found: {json.dumps(expected, ensure_ascii=False)}; {expected['rule']} is {results[expected['rule']]['state']}"
    for rule in want.get("undecided", []):
        if rule in results and results[rule]["state"] != "unknown":
            yield f"{rule} must be unknown, is {results[rule]['state']}"
    for rule, result in results.items():
        state = result["state"]
        if rule not in allowed and state not in SILENT:
            why = [f["message"] for f in result["findings"]] or (result["reason"] or {}).get("message")
            explained = state == "unknown" and result["reason"] and result["reason"]["cause"]
            if not explained:
                yield f"{rule} must be silent, is {state}: {why}"


def main(program, source):
    folder = str(pathlib.Path(source) / "examples")
    expected = json.loads((pathlib.Path(folder) / "expected.json").read_text())["documents"]
    checks, extracts = documents(program, "check", folder), documents(program, "extract", folder)
    faults = 0
    for want in expected:
        path = want["path"]
        if path not in checks:
            lines = ["not among the results"]
        else:
            lines = [*fact_faults(want, checks[path], extracts[path]), *finding_faults(want, checks[path])]
        faults += len(lines)
        if lines:
            print(path)
            print("\n".join(f"  {line}" for line in lines))
    print(f"{len(expected)} documents, {faults} disagreements")
    return faults > 0 or len(expected) < 40


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
