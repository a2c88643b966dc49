#!/usr/bin/python3
"""rules prove: the shipped rules hold; what they miss, raise wrongly or never raise is told by name."""
import json
import pathlib
import subprocess
import sys
import tempfile
import time

import jsonschema

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
ROOT = pathlib.Path(sys.argv[2]).resolve()
ARITHMETIC = ["cell.plus-one", "cell.minus-one", "cell.digits-swapped", "cell.times-ten"]
BOUND = 190 + 176  # cells of tables three and four, forms 2021 and 2019

FORGETFUL = """
return rule {
  id = "cells.blank", title = { zh = "空格", en = "blanks" }, severity = "major",
  remedy = { zh = "填", en = "fill in" }, basis = { "x" },
  check = function(report, out) out:pass() end,
}
"""
NERVOUS = """
return rule {
  id = "local.nervous", title = { zh = "总报", en = "always" }, severity = "minor",
  remedy = { zh = "改", en = "mend" }, basis = { "x" },
  check = function(report, out) out:fail { at = report.title } end,
}
"""


def call(*words, code, folder=None):
    done = subprocess.run([PROGRAM, "rules", "prove", *words], capture_output=True, text=True, timeout=300, cwd=folder)
    assert done.returncode == code, f"{words}: {done.returncode} instead of {code}\n{done.stdout[-3000:]}\n{done.stderr}"
    return done


def model(*words, code, folder=None):
    return json.loads(call(*words, "--output", "json", code=code, folder=folder).stdout)


def default_proof(where):
    start = time.monotonic()
    call("--lang", "en", "--output", f"json:{where}/a.json", "--output", f"html:{where}/a.html", "--output", f"text:{where}/a.txt", code=0)
    seconds = time.monotonic() - start
    proof = json.loads((where / "a.json").read_text())
    jsonschema.validate(proof, json.loads((ROOT / "docs/schema/prove.schema.json").read_text()))
    kinds = {k["id"]: k["tally"] for k in proof["kinds"]}
    total = proof["total"]
    assert proof["holds"] and not proof["alarms"] and not proof["untriggered"], proof["alarms"] + proof["untriggered"]
    assert total["seen"] == total["defects"] and total["right"] == total["right_of"] > 900, total
    assert kinds["cell.plus-one"]["made"] == kinds["cell.minus-one"]["made"] == BOUND, kinds["cell.plus-one"]
    for name in ARITHMETIC:
        t = kinds[name]
        assert t["seen"] == t["as_meant"] == t["placed"] == t["placed_of"] == t["made"] and t["right"] == t["right_of"] > 0, (name, t)
    assert all(t["made"] > 0 for t in kinds.values()), [k for k, t in kinds.items() if not t["made"]]
    page = (where / "a.html").read_text()
    assert "<script" not in page and "src=" not in page and "requests.balance" in page
    assert "The proof holds" in (where / "a.txt").read_text()
    print(f"{total['made']} mutations in {seconds:.1f} s")


def same_whatever_the_workers(where):
    for jobs in "1", "3":
        call("disputes.total", "--lang", "en", "--jobs", jobs, "--output", f"json:{where}/{jobs}.json", code=0)
    assert (where / "1.json").read_bytes() == (where / "3.json").read_bytes()
    one, other = (model("disputes.total", "--lang", "en", *seed, code=0) for seed in ((), ("--seed", "7")))
    assert other["seed"] == "7" and other["total"]["made"] == one["total"]["made"] > 50


def one_rule():
    proof = model("disputes.total", code=0)
    assert [r["id"] for r in proof["rules"]] == ["disputes.total"] and proof["rules"][0]["found"] == proof["rules"][0]["expected"] > 50
    assert "no rule" in call("no.such-rule", "--lang", "en", code=66).stderr
    call("disputes.total", "/no/such/file", code=66)
    for path in ("nofile.html", "no/such/folder"):
        said = call(path, "--lang", "en", code=66).stderr
        assert path in said and "no rule" not in said, said
    call("--seed", "x", code=64)
    call("--output", "csv", code=64)


def faults_are_named(where):
    """An office whose own rules see nothing, or something everywhere."""
    subprocess.run([PROGRAM, "init", where / "office"], check=True, capture_output=True)
    office = where / "office"
    (office / "rules").mkdir(exist_ok=True)
    (office / "rules/blank.lua").write_text(FORGETFUL)
    proof = model("cells.blank", code=2, folder=office)
    assert proof["untriggered"] == ["cells.blank"] and not any(m["seen"] for m in proof["notable"]), proof["untriggered"]
    assert {m["kind"] for m in proof["notable"]} >= {"cell.blank", "cell.slash", "cell.dash"}
    (office / "rules/blank.lua").unlink()
    (office / "rules/nervous.lua").write_text(NERVOUS)
    proof = model(*sorted(str(p) for p in (ROOT / "rules/annual-report/cases").glob("clean-2021.*")), code=2, folder=office)
    assert {a["rule"] for a in proof["alarms"]} == {"local.nervous"} and len(proof["alarms"]) == len(proof["originals"])
    assert "local.nervous" in proof["untriggered"], "a rule that fires on every original proves nothing by firing again"


def own_reports(where):
    """A user's report with a defect raises a false alarm; another text is no base at all."""
    own = where / "own"
    own.mkdir()
    clean = (ROOT / "rules/annual-report/cases/clean-2021.txt").read_text()
    (own / "clean.txt").write_text(clean)
    (own / "note.txt").write_text("关于召开会议的通知\n\n请各单位派人参加。\n")
    proof = model(str(own), code=0)
    assert [o["name"] for o in proof["originals"]] == ["clean.txt"] and proof["passed_over"] == ["note.txt"]
    # a page about reports, with a report's title and nothing of its parts, is none
    (own / "page.txt").write_text("青禾县水利局2023年政府信息公开工作年度报告\n\n　　2023年，青禾县水利局公开信息12条，收到政府信息公开申请3件。\n" * 3)
    both = model(str(own), code=0)
    assert both["passed_over"] == ["note.txt", "page.txt"] and both["total"] == proof["total"], both["passed_over"]
    (own / "page.txt").unlink()
    (own / "clean.txt").write_text(clean.replace("接待查询", "XX年接待查询", 1))
    proof = model(str(own), code=2)
    assert [a["rule"] for a in proof["alarms"]] == ["content.placeholder"], proof["alarms"]


def main():
    with tempfile.TemporaryDirectory() as folder:
        where = pathlib.Path(folder)
        default_proof(where)
        same_whatever_the_workers(where)
        one_rule()
        faults_are_named(where)
        own_reports(where)


main()
