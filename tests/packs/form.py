#!/usr/bin/env python3
"""Next year's form without a compiler: the invented form 2027, a pack of files, is recognised, audited, shown."""

import json
import pathlib
import re
import sys
import tempfile

from bench import Bench, put

COLUMNS = ["natural", "business", "research", "welfare", "legal", "other", "all"]
ROWS = ["new", "carried_in", "granted", "partial", *[f"refused.{i}" for i in range(1, 9)], *[f"unavailable.{i}" for i in range(1, 4)],
        *[f"declined.{i}" for i in range(1, 6)], *[f"other.{i}" for i in range(1, 4)], "total", "carried_out", "withdrawn"]
WITHDRAWN = "五、申请人主动撤回申请数量"


def table_lines(text):
    """The lines of table three in the text document, and where their figures begin."""
    lines = text.split("\n")
    first = next(i for i, line in enumerate(lines) if line.startswith("|一、本年新收"))
    return lines, first


def with_cell(text, row, column, change):
    """The document with one cell of table three changed; its right value, and the wrong one."""
    lines, first = table_lines(text)
    parts = lines[first + row].split("|")
    at = len(parts) - 1 - len(COLUMNS) + column
    right = int(parts[at])
    wrong = change(right)
    parts[at] = str(wrong)
    lines[first + row] = "|".join(parts)
    return "\n".join(lines), right, wrong


def recognised(b, pack):
    for name in ("clean-2027.html", "clean-2027.txt"):
        document = json.loads(b.run("extract", pack / "cases" / name, "--pack", pack, "--output", "json")[0])["documents"][0]
        assert document["form"] == "2027" and document["year"] == 2027
        tables = document["tables"]
        assert tables["form"] == "2027", tables["form"]
        assert list(sorted(tables["requests"])) == sorted(ROWS)
        assert tables["requests"]["withdrawn"]["natural"]["value"] == 2
        assert tables["requests"]["new"]["welfare"]["value"] == 3
        assert [s["key"] for s in document["sections"] if s["key"]] == \
            ["overview", "disclosure", "requests", "disputes", "supervision", "problems", "other"]
    without = json.loads(b.run("extract", pack / "cases/clean-2027.html", "--output", "json")[0])["documents"][0]
    assert without["form"] == "2021", without["form"]


def clean(b, pack):
    """Nothing is found in the clean reports; reports of other years stay as they were, with the pack and without."""
    for name in ("clean-2027.html", "clean-2027.txt"):
        document = b.check(pack / "cases" / name, "--pack", pack)[0]["documents"][0]
        assert document["complete"] and document["form"] == "2027"
        for result in document["results"]:
            if (result["reason"] or {}).get("code") == "scope":
                continue  # it needs reports of other years or agencies
            assert result["state"] in ("pass", "notapplicable") and not result["findings"], result
        states = {r["rule"]: r for r in document["results"]}
        for rule in ("requests.balance", "requests.row-total", "requests.results-total", "disputes.total", "cells.blank",
                     "structure.section-order", "structure.table-labels", "structure.table-form", "supervision.stated"):
            assert states[rule]["state"] == "pass", states[rule]
        assert states["requests.balance"]["pack"] == "form-2027@0.1.0"
        assert states["requests.row-total"]["pack"] == "annual-report@1.0.0"
    cases = sorted((b.source / "rules/annual-report/cases").glob("clean-*")) + sorted((b.source / "examples/documents").iterdir())
    before, after = (b.check(*cases, *packs, code=None)[0]["documents"] for packs in ((), ("--pack", pack)))
    for old, new in zip(before, after):
        assert old["form"] == new["form"] and old["score"] == new["score"], (old["path"], old["score"], new["score"])
        kept = {r["rule"]: r for r in new["results"]}
        for result in old["results"]:
            assert kept[result["rule"]] == result, (old["path"], result, kept[result["rule"]])


def located(b, pack):
    """One wrong cell of table three, any of its 26 rows and 7 columns: named, with its right value."""
    text = (pack / "cases/clean-2027.txt").read_text()
    folder = b.folder / "cells"
    expected = {}
    for row, name in enumerate(ROWS):
        for column, key in enumerate(COLUMNS):
            changed, right, wrong = with_cell(text, row, column, lambda v: v + 3)
            file = f"{row:02}-{column}.txt"
            put(folder, {file: changed})
            expected[file] = (name, key, str(right), str(wrong))
    documents = b.check(folder, "--pack", pack, code=2)[0]["documents"]
    assert len(documents) == len(ROWS) * len(COLUMNS) == 182
    for document in documents:
        wanted = expected[pathlib.Path(document["path"]).name]
        findings = [f for r in document["results"] for f in r["findings"] if f["diagnosis"] and not f["cause"]]
        assert len(findings) == 1, (wanted, [f["message"] for f in findings])
        diagnosis = findings[0]["diagnosis"]
        cells = [(c["row"], c["column"], c["right"], c["found"]) for c in diagnosis["cells"]]
        assert diagnosis["unique"] and cells == [wanted], (wanted, diagnosis)


def defects(b, pack):
    """What is wrong by the new form alone is found, at its place."""
    text = (pack / "cases/clean-2027.txt").read_text()
    page = (pack / "cases/clean-2027.html").read_text()

    def states(content, name):
        put(b.folder, {name: content})
        return {r["rule"]: r for r in b.check(b.folder / name, "--pack", pack, code=None)[0]["documents"][0]["results"]}

    missing = states(re.sub(r"五、政府信息公开监督检查情况\n\n.*?\n\n", "", text, flags=re.S), "missing.txt")["structure.section-missing"]
    assert missing["state"] == "fail" and missing["findings"][0]["evidence"][0]["section"] == "supervision", missing
    dropped = states("\n".join(x for x in text.split("\n") if WITHDRAWN not in x), "dropped.txt")["structure.table-labels"]
    assert dropped["state"] == "fail" and dropped["findings"][0]["evidence"][0]["row"] == "withdrawn", dropped
    old = states(page.replace("<td>社会组织</td>", "<td>社会公益组织</td>"), "old-label.html")["structure.table-labels"]
    assert old["state"] == "fail" and old["findings"][0]["evidence"][0]["column"] == "welfare", old
    silent = states(re.sub("接受市政务公开办检查2次，自行抽查答复文书1次", "按要求接受指导", text), "silent.txt")["supervision.stated"]
    assert silent["state"] == "fail" and silent["severity"] == "minor"
    # a report that counts what was withdrawn as handled, as the old equation would have it
    both = with_cell(text, ROWS.index("withdrawn"), 0, lambda v: 0)[0]
    both = with_cell(both, ROWS.index("withdrawn"), 6, lambda v: 0)[0]
    assert states(both, "both.txt")["requests.balance"]["state"] == "fail"


def shown(b, pack):
    """The report as a page names the new row, the renamed column and the new section."""
    text = (pack / "cases/clean-2027.txt").read_text()
    broken = with_cell(text, ROWS.index("withdrawn"), 3, lambda v: 4)[0]
    broken = re.sub("接受市政务公开办检查2次，自行抽查答复文书1次", "按要求接受指导", broken)
    put(b.folder, {"shown.txt": broken})
    page = b.folder / "shown.html"
    b.run("check", b.folder / "shown.txt", "--pack", pack, "--output", f"html:{page}", code=2, lang="zh")
    html = page.read_text()
    for words in ("申请人撤回", "社会组织", "政府信息公开监督检查情况", "requests.balance", "form-2027@0.1.0", "代替 annual-report@1.0.0"):
        assert words in html, words


    # a report of an earlier year is told by the rule that judged it
    b.run("check", b.clean, "--pack", pack, "--output", f"html:{page}", lang="zh")
    html = page.read_text()
    assert "申请办理表勾稽关系成立" in html and "含撤回" not in html


def proven(b, pack):
    for name in ("requests.balance", "supervision.stated"):
        out, _ = b.run("rules", "test", name, "--pack", pack)
        assert "0 not" in out and "0 cases" not in out, out
    clean_reports = [pack / "cases" / name for name in ("clean-2027.html", "clean-2027.txt")]
    proof = json.loads(b.run("rules", "prove", "--pack", pack, *clean_reports, "--output", "json")[0])
    total = proof["total"]
    assert proof["holds"] and total["defects"] == total["seen"] > 100 and not proof["alarms"], total
    assert total["placed"] == total["placed_of"] and total["right"] == total["right_of"], total


def main():
    with tempfile.TemporaryDirectory() as folder:
        b = Bench(sys.argv[1], sys.argv[2], pathlib.Path(folder))
        pack = b.source / "tests/packs/form-2027"
        for test in (recognised, clean, located, defects, shown, proven):
            test(b, pack)
    print("form 2027 is recognised, audited and shown")


if __name__ == "__main__":
    main()
