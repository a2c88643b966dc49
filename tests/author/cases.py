#!/usr/bin/env python3
"""rules test: what is compared, what a failing case shows, JSON and JUnit against their schemas.

usage: cases.py PROGRAM SOURCE_FOLDER [shipped]    with "shipped" the cases of all shipped rules instead
"""

import json
import pathlib
import sys
import tempfile

import jsonschema
from lxml import etree

from bench import CASES, RULE, Bench

HERE = pathlib.Path(__file__).resolve().parent


def unsorted(node):
    if isinstance(node, dict):
        return list(node) != sorted(node, key=str.encode) or any(unsorted(v) for v in node.values())
    return isinstance(node, list) and any(unsorted(v) for v in node)


def both(bench, *words, code=0):
    """JSON and JUnit of one run, valid against their schemas and telling the same."""
    bench.run("rules", "test", *words, "--output", "json:run.json", "--output", "junit:run.xml", "--output", "text:run.txt", code=code)
    run = json.loads((bench.office / "run.json").read_text())
    schema = json.loads((bench.source / "docs/schema/rules-test.schema.json").read_text())
    jsonschema.Draft202012Validator(schema).validate(run)
    assert not unsorted(run), "keys are in byte order"
    xml = etree.parse(bench.office / "run.xml")
    etree.XMLSchema(etree.parse(HERE / "junit.xsd")).assertValid(xml)
    assert len(xml.findall("testsuite")) == len(run["rules"])
    for suite, rule in zip(xml.findall("testsuite"), run["rules"]):
        assert suite.get("name") == rule["rule"]
        found = [(c.get("name"), "passed" if len(c) == 0 else {"failure": "failed"}.get(c[0].tag, c[0].tag)) for c in suite.findall("testcase")]
        told = [(c["name"], c["outcome"]) for c in rule["cases"]]
        assert found == told or (rule["problem"] and len(found) == 1), (found, told)
        for word, tag in (("tests", "testcase"), ("failures", "testcase/failure"), ("errors", "testcase/error")):
            assert int(suite.get(word)) == len(suite.findall(tag)), (word, suite.attrib)
    return run, xml


def a_sound_rule(bench):
    bench.write()
    run, _ = both(bench, "local.corner")
    rule = run["rules"][0]
    assert run["passed"] == 4 and run["failed"] == 0 and rule["lacking"] == [], run
    assert [c["kind"] for c in rule["cases"]] == ["pass", "fail", "notapplicable", "trap"]
    assert rule["instructions"] == sum(c["instructions"] for c in rule["cases"]) > 0
    assert rule["instructions_most"] == max(c["instructions"] for c in rule["cases"])
    assert rule["microseconds"] > 0 and rule["file"] == "local/corner.cases.lua"
    again, _ = both(bench, "local.corner")
    assert [c["instructions"] for c in again["rules"][0]["cases"]] == [c["instructions"] for c in rule["cases"]]


def the_shipped_rules(bench):
    """They keep to their cases, of which there is each kind; and no rule but theirs disturbs them."""
    bench.write()
    whole, _ = both(bench)
    failed = [(r["rule"], r["problem"], [c for c in r["cases"] if c["outcome"] != "passed"]) for r in whole["rules"]]
    failed = [f for f in failed if f[1] or f[2]]
    assert len(whole["rules"]) > 30 and whole["failed"] == 0, failed
    lacking = {r["rule"]: r["lacking"] for r in whole["rules"] if r["lacking"]}
    assert not lacking, lacking


def a_failing_case_is_a_diff(bench):
    bench.write(cases=CASES.replace('found = "12"', 'found = "21"').replace('severity = "minor"', 'severity = "major"'))
    run, xml = both(bench, "local.corner", code=2)
    lines = {line["key"]: line for line in run["rules"][0]["cases"][1]["compared"]}
    assert lines["found"] == {"expected": "21", "found": "12", "key": "found", "same": False}, lines
    assert lines["expected"]["same"] and lines["expected"]["expected"] == "13"
    assert lines["message"] == {"expected": None, "found": "another number", "key": "message", "same": True}
    text, _ = bench.run("rules", "test", "local.corner", code=2)
    for line in ("- severity: major", "+ severity: minor", "- found: 21", "+ found: 12", "  expected: 13"):
        assert "\n      " + line + "\n" in text, (line, text)
    assert "\033" not in text, "no colour but on a terminal"
    assert "\033[31m- found: 21\033[0m" in bench.run("rules", "test", "local.corner", "--color", "always", code=2)[0]
    failure = xml.find("testsuite/testcase/failure")
    assert "- found: 21\n+ found: 12\n" in failure.text and "severity" in failure.get("message"), failure.text


def what_is_expected_and_not_there(bench):
    bench.write(cases="""return cases {
      { name = "no finding", fragment = "　　建成专区13个。", expect = { state = "fail", found = "13" } },
      { name = "no line", fragment = "　　建成专区12个。", expect = { state = "fail", at = { line = 999 } } },
      { name = "two of them", fragment = "　　建成专区12个。", expect = { state = "fail", findings = 2 } },
      { name = "no reason", base = "clean-2008", expect = { state = "notapplicable", reason = "else" } },
    }""")
    run, _ = both(bench, "local.corner", code=2)
    assert [c["outcome"] for c in run["rules"][0]["cases"]] == ["failed"] * 4, run
    missing = [line for line in run["rules"][0]["cases"][0]["compared"] if line["key"] == "found"][0]
    assert missing["expected"] == "13" and missing["found"] is None


def wrong_cases_are_named(bench):
    wrong = {
        "the case: unknown field 'fragmen'": '{ name = "x", fragmen = "x", expect = { state = "pass" } }',
        "at: unknown field 'lime'": '{ name = "x", fragment = "x", expect = { state = "fail", at = { lime = 1 } } }',
        "expect: unknown field 'states'": '{ name = "x", fragment = "x", expect = { states = "fail" } }',
        "expect.state is": '{ name = "x", fragment = "x", expect = { state = "failed" } }',
        "has no name": '{ fragment = "x", expect = { state = "pass" } }',
        "the case has no name": '{ name = " ", fragment = "x", expect = { state = "pass" } }',
        "a trap only looks": '{ name = "x", fragment = "x", trap = true, expect = { state = "fail" } }',
        "needs base, fragment or document": '{ name = "x", expect = { state = "pass" } }',
        "goes with neither": '{ name = "x", document = "x", base = "clean-2021", expect = { state = "pass" } }',
        "no base document cases/../../office.conf": '{ name = "x", base = "../../office.conf", expect = { state = "pass" } }',
        "stands 0 times": '{ name = "x", base = "clean-2021", edits = { { "nowhere", "x" } }, expect = { state = "pass" } }',
        "no section nowhere": '{ name = "x", fragment = "x", section = "nowhere", expect = { state = "pass" } }',
        "format is": '{ name = "x", document = "x", format = "pdf", expect = { state = "pass" } }',
        "level: there is no": '{ name = "x", base = "clean-2021", level = "moon", expect = { state = "pass" } }',
    }
    bench.write(cases="return cases {" + ",".join(wrong.values()) + "}")
    run, _ = both(bench, "local.corner", code=2)
    for message, case in zip(wrong, run["rules"][0]["cases"]):
        assert case["outcome"] == "error" and message in case["problem"], (message, case)
    assert run["rules"][0]["lacking"] == ["pass", "fail", "notapplicable", "trap"], "what cannot be run proves nothing"


def nothing_to_run_is_a_failure(bench):
    for rule, cases, message in ((RULE, None, "no cases file"), (RULE, "return cases {}", "no case in it"), (RULE, "return cases {", "corner.cases.lua:1"),
                                 (RULE + "x(", CASES, "local/corner.lua")):
        bench.write(rule, cases)
        run, xml = both(bench, "local.corner", code=2)
        assert message in run["rules"][0]["problem"] and run["failed"] == 1, run
        assert message in xml.find("testsuite/testcase/error").text
        assert message in bench.run("rules", "test", "local.corner", code=2)[0]
    bench.write(RULE.replace('local overview = report:section("overview")', "local overview = nil"))
    text, _ = bench.run("rules", "test", "local.corner", code=2)
    assert "+ state: error" in text and "local/corner.lua:" in text, text


def what_is_lacking_is_a_warning(bench):
    bench.write(cases='return cases { { name = "x", fragment = "　　专区13个。", expect = { state = "pass" } } }')
    text, _ = bench.run("rules", "test", "local.corner")
    assert "no case: fail, notapplicable, trap" in text, text
    text, _ = bench.run("rules", "test", "local.corner", lang="zh")
    assert "缺少案例：不通过、不适用、陷阱" in text, text


def fragments_stand_in_their_section(bench):
    bench.write(RULE.replace('report:section("overview")', 'report:section("problems")'), """return cases {
      { name = "text", section = "problems", fragment = "　　建成专区13个。", expect = { state = "pass" } },
      { name = "page", section = "problems", fragment = "<p>建成</p><p>专区13个。</p>", expect = { state = "pass" } },
      { name = "form 2019", section = "problems", fragment = "　　建成专区13个。", base = "clean-2019", expect = { state = "notapplicable" } },
      { name = "elsewhere", fragment = "　　建成专区13个。", expect = { state = "fail" } },
    }""")
    both(bench, "local.corner")
    # a fragment leaves the rest of the document sound
    for section in ("overview", "problems", "other"):
        for name in ("clean-2021.txt", "clean-2021.html"):
            fragment = "<p>本年度没有这类情况。</p>" if name.endswith("html") else "　　本年度没有这类情况。"
            bench.write('return rule { id = "local.corner", title = { zh = "写明", en = "Corners" }, severity = "minor", check = function(report, out) '
                        'for _, s in ipairs(report.official_sections) do if not s.found then out:fail { found = s.key } end end '
                        'for _, key in ipairs { "disclosure", "requests", "disputes" } do if not report:table(key).present then out:fail { found = key } end end '
                        f'local s = report:section("{section}") if #s.paragraphs ~= 1 then out:fail {{ found = tostring(#s.paragraphs) }} end out:pass() end }}',
                        f'return cases {{ {{ name = "x", base = "{name}", section = "{section}", fragment = "{fragment}", expect = {{ state = "pass" }} }} }}')
            both(bench, "local.corner")


def outputs_and_calls(bench):
    bench.write()
    assert "one output" in bench.run("rules", "test", "--output", "json", "--output", "text", code=64)[1]
    assert "json, junit" in bench.run("rules", "test", "--output", "csv", code=64)[1]
    bench.run("rules", "test", "a", "b", code=64)
    assert "no rule nope" in bench.run("rules", "test", "nope", code=66)[1]
    bench.run("rules", "test", "local.corner", "--output", "json:no/such/file.json")
    bench.run("rules", "test", "local.corner", "--output", "junit:office.conf/x", code=1)


def main():
    tests = (a_sound_rule, a_failing_case_is_a_diff, what_is_expected_and_not_there, wrong_cases_are_named, nothing_to_run_is_a_failure,
             what_is_lacking_is_a_warning, fragments_stand_in_their_section, outputs_and_calls)
    for test in (the_shipped_rules,) if "shipped" in sys.argv[3:] else tests:
        with tempfile.TemporaryDirectory(prefix="auditor-cases-") as folder:
            test(Bench(sys.argv[1], sys.argv[2], folder))
        print(f"ok {test.__name__}")


if __name__ == "__main__":
    main()
