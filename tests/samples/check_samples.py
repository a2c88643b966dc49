#!/usr/bin/env python3
"""Five real documents come out as a careful official would judge them.

Usage: check_samples.py PROGRAM SAMPLES_FOLDER. The documents are not part of the project: where the folder is
absent the test says so and is skipped (exit code 77).
"""
import json
import pathlib
import subprocess
import sys

# By the number that begins the file's name: facts, then rule -> lines of the findings that must be there (0: no line),
# then the observations that may be there. Every other rule passes, does not apply, or is undecided for a stated cause.
EXPECTED = {
    "000": (("annual-report", "长山镇人民政府", "township", 2016, "2008", "hans", "2017-02-17"),
            {"publication.source": {1}, "safety.spam": {1}, "structure.section-missing": {0}, "wording.typo": {25}}, {"identity.title"}),
    "001": (("collection", None, "unknown", None, None, "hans", "2024-10-23"),
            {"content.placeholder": {11, 13, 37, 45, 61, 79, 145, 165, 173, 191, 203, 211, 217}, "identity.not-a-report": {5},
             "structure.numbering": {15, 29, 35, 99, 217}}, {"identity.title"}),
    "002": (("annual-report", "宿城区王官集镇人民政府", "township", 2020, "2019", "hant", None),
            {"cells.blank": {543}, "law.name": {5}, "publication.undated": {630}, "structure.heading": {545},
             "structure.period": {0}, "structure.table-labels": {16, 17}, "text.script": {1},
             "wording.typo": {4, 8}}, set()),
    "003": (("annual-report", "台山市赤溪镇人民政府", "township", 2019, "2019", "hant", "2020-01-19"),
            {"identity.title": {0}, "narrative.sum": {12}, "publication.publisher": {3}, "safety.foreign-link": {4}, "structure.period": {0},
             "structure.section-empty": {14, 15, 16}, "structure.table-missing": {0}, "text.script": {4}, "wording.typo": {8}},
            {"structure.composition", "structure.heading"}),
    "004": (("annual-report", "襄垣县人民政府", "county", 2017, "2008", "hans", "2018-03-06"),
            {"publication.publisher": {18}, "publication.date-conflict": {18}}, {"narrative.percent", "structure.composition"}),
}
# Rules that rest on the blank row of sample 002.
UNDECIDED = {"002": {"publication.date-conflict", "publication.late", "requests.balance", "requests.row-total"}}


def run(program, verb, folder):
    done = subprocess.run([program, verb, folder, "--output", "json"], capture_output=True)
    assert done.returncode in (0, 2, 3), done.stderr.decode()
    return json.loads(done.stdout)["documents"]


def result_faults(number, document):
    _, due, observed = EXPECTED[number]
    undecided = UNDECIDED.get(number)
    for result in document["results"]:
        rule, state = result["rule"], result["state"]
        lines = {f["evidence"][0]["line"] or 0 for f in result["findings"] if f["severity"]}
        if lines != due.get(rule, set()):
            yield f"{rule}: findings at {sorted(lines)}, due at {sorted(due.get(rule, set()))}"
        if (state == "fail") != (rule in due):
            yield f"{rule} is {state}"
        if state == "informational" and rule not in observed:
            yield f"{rule} is informational"
        if state == "error" or (state == "unknown" and not result["reason"]["cause"]):
            yield f"{rule} is {state} without a cause"
        if undecided is not None and (state == "unknown") != (rule in undecided):
            yield f"{rule} is {state}: what rests on a blank cell is undecided, all else is not"


def cell_faults(tables):
    """Sample 002: every cell 0 but the blank last row of table three."""
    counts = {name: sum(len(row) for row in (tables[name] or {}).values()) for name in ("disclosure", "requests", "disputes")}
    if counts != {"disclosure": 22, "requests": 161, "disputes": 15}:
        yield f"cells: {counts}"
    for name in counts:
        for row, columns in (tables[name] or {}).items():
            for column, cell in columns.items():
                blank = row == "carried_out"
                if (cell["kind"] != "blank") if blank else (cell["kind"] != "number" or float(cell["value"]) != 0):
                    yield f"{name}/{row}/{column}: {cell}"


def main(program, folder):
    if not pathlib.Path(folder).is_dir():
        print(f"skipped: {folder} is not there")
        return 77
    faults = []
    for document in run(program, "check", folder):
        number = pathlib.Path(document["path"]).name[:3]
        facts = tuple(document[k] for k in ("kind", "agency", "level", "year", "form", "script", "published"))
        if facts != EXPECTED[number][0]:
            faults.append(f"{number}: {facts} != {EXPECTED[number][0]}")
        faults += [f"{number}: {f}" for f in result_faults(number, document)]
    for document in run(program, "extract", folder):
        if pathlib.Path(document["path"]).name.startswith("002"):
            faults += cell_faults(document["tables"])
    print("\n".join(faults) or "five documents as expected")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
