#!/usr/bin/env python3
"""Declared duties: the rules of tests/packs/declared keep their cases, all kinds of them; a wrong declaration is
refused when its file is loaded, at its line and with what is wrong.

usage: declared.py PROGRAM SOURCE [cases]    with "cases" those of the pack are run, with all others, instead
"""

import json
import pathlib
import re
import sys
import tempfile

from bench import Bench

RULE = """-- A declared rule.
local duty = require "duty"

return rule {{
  id = "wrong.rule", title = {{ zh = "甲", en = "a" }}, severity = "minor",
  check = {check},
}}
"""
LINE = 6

# What is declared, and what the message must hold.
WRONG = [
    ('duty.section_present { sections = "other" }', ["duty.section_present", "unknown field 'sections'", "heading", "section"]),
    ('duty.section_present { section = {} }', ["'section' must be a text or a list of texts"]),
    ('duty.section_present { section = "other", heading = "新媒体" }', ["'heading' or 'section'"]),
    ('duty.section_present { merged = { other = 1 } }', ["'merged' must be named regular expressions"]),
    ('duty.section_length { section = "other" }', ["'least' or 'most'"]),
    ('duty.section_length { least = 3 }', ["'section' is missing"]),
    ('duty.section_length { section = "other", least = "Many" }', ["'least' must be a whole number", 'found "Many"']),
    ('duty.phrase_present { section = "other" }', ["duty.phrase_present", "one of 'phrase', 'pattern' and 'patterns'"]),
    ('duty.phrase_absent { phrase = "a", pattern = "b" }', ["duty.phrase_absent", "one of"]),
    ('duty.phrase_absent { phrase = "a", message = { zh = "甲" } }', ["'message' must be a text or"]),
    ('duty.phrase_absent { phrase = "a", only = { level = "county" } }', ["unknown field 'only.level'", "levels"]),
    ('duty.phrase_absent { phrase = "a", only = { levels = { "village" } } }', ["'only.levels' must be some of: province"]),
    ('duty.phrase_absent "a"', ["write duty.phrase_absent { field = value }"]),
    ('duty.in_range { table = "disclosure", cell = "fees", most = 1 }', ["'cell' must be", "row.column", 'found "fees"']),
    ('duty.in_range { table = "disclosure", cell = "fees.amount" }', ["'least' or 'most'"]),
    ('duty.in_range { table = "disclosure", cell = "fees.amount", least = 5, most = 1 }', ["'least' is more than 'most'"]),
    ('duty.equation {}', ["'of', or 'table' and 'holds'"]),
    ('duty.equation { table = "requests", holds = "new.all == total.all" }', ["is no equation such as"]),
    ('duty.equation { table = "requests", holds = "new = total" }', ['"new" must be "row.column", or say']),
    ('duty.equation { table = "requests", holds = "new = total", each = "cell" }', ["'each' must be row or column"]),
    ('duty.equation { of = "requests.balance", each = "row" }', ["with 'of' there is no"]),
    ('duty.text_agrees { label = "申请$", table = "requests", cell = "new" }', ["'cell' must be \"row.column\""]),
    ('duty.text_agrees { table = "requests", cell = "new.all" }', ["'label' or 'tail'"]),
    ('duty.before_deadline {}', ["write 'day' or 'by_level'"]),
    ('duty.before_deadline { day = "31-01" }', ["month and a day such as"]),
    ('duty.before_deadline { day = "01-31", date = "sent" }', ["'date' must be published or signed"]),
    ('duty.table_labels { noted = "row-odd" }', ["noted: there is no row-odd"]),
    ('duty.host_allowed {}', ["'endings' is missing"]),
    ('duty.section_length { section = "other", most = -1 }', ["'most' must be a whole number", "the name of one"]),
    ('duty.section_says { section = "other" }', ["'least', 'nothing' and 'states'"]),
    ('duty.phrase_absent { right = { "a" } }', ["'right' must be named values"]),
    ('duty.within_bounds {}', ["'of' is missing"]),
    ('duty.law_in_force { cited = {} }', ["'cited' must be a list of { field = value }"]),
    ('duty.law_in_force { cited = { { patterns = "a", message = "b" } } }', ["one of 'ended' and 'began'"]),
    ('duty.law_in_force { cited = { { patterns = "a", message = "b", ended = "2019-13-01" } } }', ["'cited[1].ended' must be a date"]),
    ('duty.law_in_force { cited = { { name = "a" } } }', ["unknown field 'cited[1].name'"]),
    ('duty.source_named { named = "a" }', ["'patterns' or 'tags'"]),
    ('duty.source_named { tags = "a" }', ["'named' or 'not_named'"]),
    ('duty.title_names { parts = { { name = "a" } } }', ["'expected' is missing"]),
    ('duty.period_stated { unstated = "bad" }', ["'unstated' must be veto, major, minor or advice"]),
    ('duty.text_intact { lost = { cut = "a" } }', ["'lost' must be named texts"]),
]


def refused(b):
    for check, words in WRONG:
        pack = b.pack("wrong", {}, {"wrong.lua": RULE.format(check=check)})
        rules = json.loads(b.run("rules", "list", "--output", "json", "--pack", pack, code=None)[0])["rules"]
        error = next(r for r in rules if r["pack"].startswith("wrong"))["error"]
        assert error and error.startswith(f"wrong/wrong.lua:{LINE}:"), (check, error)
        for word in words:
            assert word in error, (check, word, error)
    # a regular expression is looked at when the file is loaded, too
    pack = b.pack("wrong", {}, {"wrong.lua": RULE.format(check='duty.phrase_absent { pattern = "(" }')})
    rules = json.loads(b.run("rules", "list", "--output", "json", "--pack", pack, code=None)[0])["rules"]
    error = next(r for r in rules if r["pack"].startswith("wrong"))["error"]
    assert error.startswith("wrong/wrong.lua:"), error


def limited(b):
    """A limit that names a parameter which is not there is an error of the rule, no limit that is never reached."""
    pack = b.pack("limit", {}, {"limit.lua": RULE.format(check='duty.section_length { section = "other", most = "most" }')})
    result = b.results("--pack", pack, code=None)["wrong.rule"]
    assert result["state"] == "error" and "'parameters' has no number most" in result["reason"]["message"], result


def shown(b):
    """Every duty of the how-to page loads as it is written there, and none is left out."""
    page = (b.source / "docs/declared-rules.md").read_text()
    duties = re.findall(r"`(duty\.\w+ \{[^`]*\})`", page)
    files = {f"d{i}.lua": RULE.format(check=duty).replace("wrong.rule", f"shown.d{i}") for i, duty in enumerate(duties)}
    pack = b.pack("shown", {}, files)
    rules = json.loads(b.run("rules", "list", "--output", "json", "--pack", pack)[0])["rules"]
    errors = [r["error"] for r in rules if r["error"]]
    assert not errors and sum(r["pack"].startswith("shown") for r in rules) == len(duties), errors
    constructors = re.findall(r"^  (\w+) = \w+\.\w+,$", (b.source / "plugins/lib/duty.lua").read_text(), re.M)
    assert len(constructors) > 15 and all(f"duty.{name} {{" in page for name in constructors), constructors


def kept(b, files):
    """The pack's rules beside those that are shipped, every one with cases of all kinds."""
    run = json.loads(b.run("rules", "test", "--pack", b.source / "tests/packs/declared", "--output", "json")[0])
    own = [r for r in run["rules"] if r["pack"].startswith("declared")]
    assert run["failed"] == 0 and len(own) >= 28, run["failed"]
    assert len(run["rules"]) == len(own) + len(files), (len(run["rules"]), len(own), len(files))
    lacking = {r["rule"]: r["lacking"] for r in run["rules"] if r["lacking"]}
    assert not lacking, lacking


def shipped(b):
    """The files of the shipped rules, at least half of which are declared, as models."""
    files = [p for p in (b.source / "rules/annual-report").rglob("*.lua")
             if not p.name.endswith(".cases.lua") and p.name != "pack.lua" and p.parent.name not in ("lib", "cases")]
    declared = [p for p in files if "= duty." in p.read_text() and "function" not in p.read_text()]
    assert 2 * len(declared) >= len(files), (len(declared), len(files), [p.name for p in declared])
    return files


def main():
    source = pathlib.Path(sys.argv[2]).resolve()
    with tempfile.TemporaryDirectory() as folder:
        b = Bench(sys.argv[1], source, folder)
        if "cases" in sys.argv[3:]:
            kept(b, shipped(b))
            return
        refused(b)
        limited(b)
        shown(b)


main()
