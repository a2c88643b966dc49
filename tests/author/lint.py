#!/usr/bin/env python3
"""rules lint: what is shipped is clean, a new rule is, and each kind of slip is found at its line.

usage: lint.py PROGRAM SOURCE_FOLDER
"""

import json
import pathlib
import shutil
import sys
import tempfile
import zipfile

import jsonschema

from bench import CASES, Bench

SOUND = """return rule {
  id       = "local.corner",
  title    = { zh = "写明专区", en = "Corners are named" },
  why      = { zh = "通知要求。", en = "The notice asks for it." },
  severity = "minor",
  forms    = { "2021" },
  basis    = { "某通知" },
  remedy   = { zh = "补写。", en = "Add it." },
  check    = function(report, out, parameters)
    local overview = report:section("overview")
    local corner
    for _, p in ipairs(overview.paragraphs) do
      corner = corner or p:find("专区([0-9]+)个")
    end
    if corner and corner[1] == "13" then
      out:pass { at = corner }
    else
      out:fail { at = corner or overview, expected = 13, found = corner and corner[1], message = { zh = "数量不符", en = "another number" } }
    end
  end,
}
"""

# What is changed in the sound rule, and what is said then: code, line, a word of the message.
SLIPS = [
    ('  why      = { zh = "通知要求。", en = "The notice asks for it." },\n', "", ("no-why", 1, "why")),
    ('  basis    = { "某通知" },\n', "", ("no-basis", 1, "basis")),
    ('  remedy   = { zh = "补写。", en = "Add it." },\n', "", ("no-remedy", 1, "remedy")),
    (', en = "Add it."', "", ("one-language", 8, "add en")),
    ('zh = "数量不符", ', "", ("one-language", 18, "add zh")),
    ('{ "2021" }', '{ "2021", "2031" }', ("unknown-form", 6, "2031")),
    ('{ "2021" }', '{ "2021" }, needs = { "budget" }', ("never-applies", 6, "budget")),
    ('{ "2021" }', '{ "2008", "2021" }, needs = { "requests" }', ("needs-table", 6, "2008")),
    ('"local.corner"', '"local.edge"', ("id-path", 2, "local/corner.lua")),
    ('"Corners are named"', '"Published on time"', ("same-title", 3, "publication.late")),
    ('"minor",', '"minor", patterns = { gap = "专区" },', ("unused-pattern", 5, "gap")),
    ('"minor",', '"minor", patterns = { any = "[0-9]+" },', ("no-literal", 5, "any")),
    ('local corner\n', 'local corner = report:matches("corners")[1]\n', ("unknown-pattern", 11, "corners")),
    ('"minor",', '"minor", parameters = { most = "3" },', ("unread-parameter", 5, "most")),
    ('local corner\n', 'local corner = parameters.first\n', ("undeclared-parameter", 11, "first")),
    ('expected = 13', 'cause = { rule = "structure.section-lost" }', ("unknown-rule", 18, "structure.section-lost")),
    ('local corner\n', 'local corner = report:violations("requests.sum")[1]\n', ("no-equation", 11, "requests.sum")),
    ('return rule {', 'return rule { colour = 1,', ("broken-rule", 1, "colour")),
]

# Looks like a slip and is none.
TRAPS = [
    ('title    = { zh = "写明专区", en = "Corners are named" }', 'title    = "专区 Corners"'),  # one text for both languages
    ('"minor",', '"minor", parameters = { most = "3" }, -- see below'),
    ('"minor",', '"minor", patterns = { any = { pattern = "[0-9]+", literal = {} } },'),
    ('found = corner and corner[1]', 'found = "no.rule", cause = corner and { rule = "structure.section-missing" }'),
    ('{ "2021" }', '{ "2019", "2021" }, needs = { "requests" }'),
]


class Lint(Bench):
    def lint(self, *arguments, code=2, **named):
        out = self.run("rules", "lint", *arguments, "--output", "json", code=code, **named)[0]
        data = json.loads(out)
        jsonschema.validate(data, json.loads((self.source / "docs/schema/rules-lint.schema.json").read_text()))
        return data["complaints"]

    def own(self, *arguments, **named):
        return [(c["code"], c["line"], c["message"]) for c in self.lint("local.corner", *arguments, **named)]

    def score(self, pattern="local.*"):
        sheet = self.office / "profiles/local/sheet.csv"
        sheet.write_bytes(sheet.read_bytes().rstrip() + f"\r\n8.{pattern},专区,{pattern},1,一次,,,,,,\r\n".encode())


def shipped(bench):
    data = [c for c in bench.lint(code=0, folder=bench.source) if c["level"] != "advice"]
    assert not data, data
    text = bench.run("rules", "lint", folder=bench.source)[0]
    assert "errors 0, warnings 0" in text, text[-200:]
    bench.lint("--strict", code=2 if "advice 0" not in text else 0, folder=bench.source)


def new_rules(bench):
    for i, form in enumerate(([], ["--function"])):
        bench.run("rules", "new", f"local.new-{i}", *form, "--title", f"t{i}")
        found = bench.lint(f"local.new-{i}")
        assert [c["code"] for c in found] == ["unscored"], found
    bench.score()
    bench.lint("local.new-0", code=0)
    for path in (bench.office / "rules/local").iterdir():
        path.unlink()


def slips(bench):
    bench.write(SOUND, CASES)
    assert bench.own(code=0) == [], bench.own(code=0)
    for old, new, (code, line, word) in SLIPS:
        assert SOUND.count(old) == 1, old
        bench.write(SOUND.replace(old, new), CASES)
        found = bench.lint("rules/local/corner.lua", code=0 if code == "no-why" else 2)
        hits = [(c["line"], c["message"]) for c in found if c["code"] == code]
        assert len(hits) == 1 and hits[0][0] == line and word in hits[0][1], (code, found)
        assert all(c["file"] == "rules/local/corner.lua" for c in found), found
        others = {c["code"] for c in found} - {code}
        assert not others - {"unused-pattern", "unknown-form", "case-kinds"}, (code, others)


def traps(bench):
    for old, new in TRAPS:
        text = SOUND.replace(old, new)
        assert text != SOUND, old
        if "see below" in new:
            text = text.replace("local corner\n", "local corner\n    local most = parameters['most']\n    assert(most)\n")
        bench.write(text, CASES)
        unused = "patterns" in new
        found = [c for c in bench.lint("rules/local/corner.lua", code=2 if unused else 0) if c["code"] != "unused-pattern"]
        assert not found, (new, found)


def cases(bench):
    bench.write(SOUND, None)
    assert [c[0] for c in bench.own()] == ["no-cases"]
    bench.write(SOUND, 'return cases { { name = "x", base = "clean-2021", expect = { state = "pass" } } }')
    code, _, message = bench.own()[0]
    assert code == "case-kinds" and "fail, notapplicable, trap" in message, message
    bench.write(SOUND, "return cases {")
    assert [c[0] for c in bench.own()] == ["broken-cases"]


def libraries(bench):
    bench.write('local used = require "used"\n' + SOUND.replace('"13" then', '"13" and used.one() then'), CASES)
    folder = bench.office / "rules/lib"
    folder.mkdir()
    (folder / "used.lua").write_text("local u = {}\nfunction u.one() return u.two() end\nfunction u.two() return true end\n"
                                     "u.three = function() end\nreturn u\n")
    (folder / "left.lua").write_text("return { 1 }\n")
    found = [(c["code"], c["file"], c["line"]) for c in bench.lint("rules/lib")]
    assert found == [("unused-library", "rules/lib/left.lua", 1), ("unused-function", "rules/lib/used.lua", 4)], found
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()


def profiles(bench):
    bench.write(SOUND, CASES)
    conf = bench.office / "profiles/local/profile.conf"
    sheet = bench.office / "profiles/local/sheet.csv"
    kept = conf.read_text(), sheet.read_bytes()
    conf.write_text(kept[0] + "publication.late.departments = 02-01\npublication.late.zone = soon\nblocking = none.*\n")
    bench.score("publication.lat")
    found = [(c["code"], c["message"]) for c in bench.lint("profiles", code=2)]
    assert sorted(c for c, _ in found) == ["profile-blocking", "profile-parameter", "profile-parameter", "profile-rule"], found
    assert any("departments" in m for _, m in found) and any("publication.lat " in m for _, m in found)
    conf.write_text(kept[0] + "planned = publication.lat\n")
    assert bench.lint("profiles", code=0) == []
    conf.write_text(kept[0] + "planned = publication.lat publication.late\n")
    assert [c["code"] for c in bench.lint("profiles", code=0)] == ["profile-planned"]
    bench.lint("profiles", "--strict", code=2)
    conf.write_text(kept[0] + "groups = 甲类\n")
    rows = "90,无规则,,3,一次,,,,,,\n91,汇总,,5,汇总,,,,,,\n91.1,材料,,3,人工,,,,,,\n"
    sheet.write_bytes(kept[1] + rows.encode())
    found = [(c["code"], c["message"]) for c in bench.lint("profiles", code=2)]
    assert sorted(c for c, _ in found) == ["profile-groups", "profile-idle", "profile-weights"], found
    assert any("2 of its points" in m for _, m in found), found
    sheet.write_bytes(b"\xff\xff\xff")
    assert [c["code"] for c in bench.lint("profiles", code=2)] == ["broken-profile"]
    conf.write_text(kept[0])
    sheet.write_bytes(kept[1])


def packs(bench):
    """A pack that lies anywhere is looked at as it would load, folder or zip."""
    folder = bench.office.parent / "town"
    (folder / "gate").mkdir(parents=True)
    (folder / "pack.lua").write_text('return pack { id = "town", version = "1.0.0", interface = 1, level = "city", title = "T" }')
    (folder / "gate/open.lua").write_text(SOUND.replace("local.corner", "gate.open").replace("Corners", "Gates")
                                          .replace("专区", "门").replace('  basis    = { "某通知" },\n', ""))
    (folder / "gate/open.cases.lua").write_text(CASES.replace("专区", "门"))
    codes = {c["code"] for c in bench.lint(str(folder))}
    assert codes == {"no-basis", "unscored"}, codes
    with zipfile.ZipFile(folder.parent / "town.zip", "w") as packed:
        for path in folder.rglob("*.lua"):
            packed.write(path, path.relative_to(folder))
    assert {c["code"] for c in bench.lint(str(folder.parent / "town.zip"))} == codes
    assert {c["code"] for c in bench.lint(str(folder), folder=folder.parent)} == {"no-basis"}, "there is no office, no sheet"


def refused(bench):
    """A refused pack is told where it is wrong, and what its files name is no slip of their own."""
    folder = bench.office / "rules/paper"
    (folder / "forms").mkdir(parents=True)
    manifest = 'return pack {\n  id = "paper", version = "1.0.0", interface = 1,\n  years = { first = 2099 },\n}\n'
    form = (bench.source / "plugins/forms/2021.lua").read_text(encoding="utf-8").replace('id = "2021"', 'id = "2099"')
    row = 'key = "granted", name'
    line = form[:form.index(row)].count("\n") + 1
    wrong = form.replace(row, 'key = "granted", nam').replace('rule = "requests.balance"', 'rule = "paper.sums"')
    for text, data, place, word in (
            (manifest, wrong, ("rules/paper/forms/2099.lua", line), "'nam'"),
            (manifest.replace("years", "yeers"), form, ("rules/paper/pack.lua", 3), "'yeers'"),
            (manifest.replace("version", "versoin"), form, ("rules/paper/pack.lua", 2), "'versoin'")):
        (folder / "pack.lua").write_text(text, encoding="utf-8")
        (folder / "forms/2099.lua").write_text(data, encoding="utf-8")
        found = bench.lint()
        told = [c for c in found if c["code"] == "refused-pack"]
        assert [(c["file"], c["line"]) for c in told] == [place] and word in told[0]["message"], told
        assert "unknown-rule" not in {c["code"] for c in found}, found
    shutil.rmtree(folder)


def calls(bench):
    assert "neither a rule nor" in bench.run("rules", "lint", "no.such", code=66)[1]
    bench.run("rules", "lint", "a", "b", code=64)
    bench.run("rules", "lint", "--output", "xlsx:a.xlsx", code=64)
    bench.write(SOUND.replace('  basis    = { "某通知" },\n', ""), CASES)
    target = bench.office / "lint.json"
    out = bench.run("rules", "lint", "local.corner", "--output", f"json:{target}", "--output", "text", code=2, lang="zh")[0]
    assert "rules/local/corner.lua:1: 警告 no-basis local.corner" in out and "警告 1" in out, out
    assert json.loads(target.read_text())["warnings"] == 1


def main(program, source):
    with tempfile.TemporaryDirectory() as folder:
        bench = Lint(program, source, pathlib.Path(folder).resolve())
        for test in (shipped, new_rules, slips, traps, cases, libraries, profiles, packs, refused, calls):
            test(bench)


main(*sys.argv[1:])
