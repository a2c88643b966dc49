#!/usr/bin/env python3
"""Several packs judge together: order, what a later one does to an earlier, refusals, digests; visibly."""

import json
import pathlib
import shutil
import sys
import tempfile
import time

import jsonschema

from bench import Bench, put, rule

NATIONAL = "annual-report@1.0.0"


def override(result):
    return [(o["kind"], o["by"], o["was"]) for o in result["overrides"]]


def together(b):
    """A city's pack deselects, re-levels and replaces; every result says so."""
    city = b.pack("city", {
        "version": '"1.2.0"', "level": '"city"', "needs": '{ ["annual-report"] = "^1.0" }', "deselect": '{ "text.script" }',
        "severity": '{ ["requests.balance"] = "minor" }', "replace": '{ "requests.row-total" }',
    }, {"row.lua": rule("requests.row-total", "fail{ message = { zh = '否', en = 'no' } }", "major"), "own.lua": rule("city.own")})
    results = b.results("--pack", city, code=2)
    jsonschema.validate(b.check(b.clean, "--pack", city, code=2)[0], json.loads((b.source / "docs/schema/check.schema.json").read_text()))
    assert results["requests.row-total"]["pack"] == "city@1.2.0"
    assert results["requests.row-total"]["state"] == "fail"
    assert override(results["requests.row-total"]) == [("replaced", "city@1.2.0", NATIONAL)]
    script = results["text.script"]
    assert script["state"] == "notselected" and script["reason"]["code"] == "deselected", script
    assert "city@1.2.0" in script["reason"]["message"] and override(script) == [("deselected", "city@1.2.0", NATIONAL)]
    assert override(results["requests.balance"]) == [("relevelled", "city@1.2.0", "major")]
    assert results["city.own"]["state"] == "pass" and results["city.own"]["overrides"] == []
    out, _ = b.run("rules", "list", "--pack", city)
    for line in ("city@1.2.0 replaces the rule of annual-report@1.0.0", "city@1.2.0 deselects the rule",
                 "city@1.2.0 changes the severity, which was major"):
        assert line in out, (line, out)
    listed = json.loads(b.run("rules", "list", "--output", "json", "--pack", city)[0])
    jsonschema.validate(listed, json.loads((b.source / "docs/schema/rules.schema.json").read_text()))
    assert [p["pack"] for p in listed["packs"]] == [NATIONAL, "city@1.2.0"]
    balance = next(r for r in listed["rules"] if r["id"] == "requests.balance")
    assert balance["severity"] == "minor" and balance["overrides"][0]["was"] == "major"
    assert next(r for r in listed["rules"] if r["id"] == "text.script")["deselected"] is True
    # who deselected it counts for a file that cannot be read, too
    broken = b.folder / "broken.pdf"
    broken.write_bytes(b"\x00\x01nothing")
    documents = b.check(broken, "--pack", city, code=65)[0]["documents"]
    states = {r["rule"]: r["state"] for r in documents[0]["results"]}
    assert states["text.script"] == "notselected" and states["requests.balance"] == "unknown"


def levels(b):
    """A re-level lowers every finding, and raises those that had the rule's own severity."""
    fails = "fail{ message = 'a' } out:fail{ severity = 'veto', message = 'b' } out:fail{ severity = 'advice', message = 'c' }"
    base = b.pack("base", {}, {"r.lua": rule("base.r", fails, "minor")})
    for level, expected in (("advice", ["advice"] * 3), ("major", ["advice", "major", "veto"]), ("minor", ["advice", "minor", "veto"])):
        over = b.pack("over", {"needs": '{ base = "*" }', "severity": f'{{ ["base.r"] = "{level}" }}'})
        findings = b.results("--pack", base, "--pack", over, code=None)["base.r"]["findings"]
        found = sorted(f["severity"] for f in findings)
        assert found == sorted(expected), (level, found)


def order(b):
    """National, province, city, office; what is needed first; then by id. The order of naming is nothing."""
    packs = [b.pack("z-province", {"level": '"province"'}, {"r.lua": rule("x.r", "fail{ message = 'p' }")}),
             b.pack("b-city", {"level": '"city"', "replace": '{ "x.r" }'}, {"r.lua": rule("x.r", "pass()")}),
             b.pack("a-city", {"level": '"city"', "needs": '{ ["b-city"] = "1" }', "deselect": '{ "x.r" }'}),
             b.pack("c-office", {"replace": '{ "x.r" }'}, {"r.lua": rule("x.r", "inform{ message = 'o' }")})]
    digests = set()
    for turn in range(4):
        arguments = [a for p in packs[turn:] + packs[:turn] for a in ("--pack", p)]
        listed = json.loads(b.run("rules", "list", "--output", "json", *arguments)[0])
        names = [p["id"] for p in listed["packs"]]
        assert names == ["annual-report", "z-province", "b-city", "a-city", "c-office"], names
        result = b.results(*arguments, code=None)["x.r"]
        # the last one defines it anew: what was said of the earlier ones holds for them alone
        assert result["state"] == "informational" and override(result) == [("replaced", "c-office@1.0.0", "b-city@1.0.0")], result
        digests.add(b.digest(*arguments, code=None))
    assert len(digests) == 1
    result = b.results("--pack", packs[0], "--pack", packs[1], "--pack", packs[2], code=None)["x.r"]
    assert result["state"] == "notselected" and result["pack"] == "b-city@1.0.0", result


def years(b):
    """A pack for certain years changes nothing in reports of others."""
    later = b.pack("later", {"years": "{ first = 2027 }", "deselect": '{ "text.script" }', "replace": '{ "requests.balance" }'},
                   {"b.lua": rule("requests.balance", "fail{ message = 'x' }", "major"), "n.lua": rule("later.new")})
    results = b.results("--pack", later)
    assert results["text.script"]["state"] == "pass" and results["requests.balance"]["pack"] == NATIONAL
    assert results["requests.balance"]["overrides"] == []
    assert results["later.new"]["state"] == "notapplicable" and results["later.new"]["reason"]["code"] == "pack-years"
    results = b.results("--pack", later, "--year", "2027", code=None)
    assert results["requests.balance"]["pack"] == "later@1.0.0" and results["text.script"]["state"] == "notselected"


def refused(b):
    """A pack that cannot be used is refused with its reason, costs the others nothing, and is never passed over."""
    own = {"r.lua": rule("x.r")}
    good = b.pack("good", {}, {"r.lua": rule("good.r")})
    form = (b.data / "plugins/forms/2021.lua").read_text()
    cases = {
        "field 'interface' must be an integer": ({"interface": None}, own),
        "written for version 2 of the plugin interface, this program has 1": ({"interface": "2"}, own),
        "is no semantic version": ({"version": '"1.0"'}, own),
        "field 'id' must be": ({"id": '"A b"'}, own),
        "that of an office's loose rules": ({"id": '"office"'}, own),
        "unknown field 'colour'": ({"colour": '"red"'}, own),
        "years: the last lies before the first": ({"years": "{ first = 2027, last = 2026 }"}, own),
        "field 'years' must be": ({"years": "{ from = 2027 }"}, own),
        "field 'level' must be": ({"level": '"village"'}, own),
        "needs the pack province (>=2), and none can be used": ({"needs": '{ province = ">=2" }'}, own),
        "in version ^2, there is 1.0.0": ({"needs": '{ ["annual-report"] = "^2" }'}, own),
        "the range of annual-report must be written": ({"needs": '{ ["annual-report"] = "new" }'}, own),
        "deselect: no earlier pack has a rule no.such": ({"deselect": '{ "no.such" }'}, own),
        "severity: no earlier pack has a rule no.such": ({"severity": '{ ["no.such"] = "minor" }'}, own),
        "must be veto, major, minor or advice": ({"severity": '{ ["text.script"] = "grave" }'}, own),
        "replace: no earlier pack has a rule x.r": ({"replace": '{ "x.r" }'}, own),
        "replace: the pack has no rule text.script of its own": ({"replace": '{ "text.script" }'}, own),
        "the packs that it needs need it in turn": ({"needs": '{ bad = "*" }'}, own),
        "bad/forms/f.lua": ({}, {"forms/f.lua": form.replace("sections =", "parts ="), **own}),
        "bad/pack.lua:3:": ({"id": '"x",\n  "'}, own),
        "over the limit": ({"title": '(function() while true do end end)()'}, own),
    }
    for said, (manifest, files) in cases.items():
        bad = b.pack("bad", manifest, files)
        envelope, stderr = b.check(b.clean, "--pack", bad, "--pack", good, code=3)
        assert said in stderr and "a pack is refused" in stderr, (said, stderr)
        document = envelope["documents"][0]
        results = {r["rule"]: r for r in document["results"]}
        gap = next(r for name, r in results.items() if name.startswith("pack."))
        assert gap["state"] == "error" and gap["reason"]["code"] == "pack-refused", gap
        assert said in gap["reason"]["message"] and str(b.folder) not in gap["reason"]["message"], gap
        assert results["good.r"]["state"] == "pass" and "x.r" not in results
        assert document["complete"] is False and document["score"] is None
        out, _ = b.run("rules", "list", "--pack", bad, code=78)
        assert "[refused]" in out and said in out, out
        # neither a choice of rules nor a file that cannot be read hides it
        assert "pack-refused" in json.dumps(b.check(b.clean, "--pack", bad, "--rule", "text.script", code=3)[0])
    b.run("check", b.clean, "--pack", b.folder / "nothing", code=66)


def beside(b):
    """A rule that takes an earlier one's place without saying so in the manifest does not get it."""
    quiet = b.pack("quiet", {}, {"s.lua": rule("text.script", "fail{ message = 'x' }")})
    results = b.results("--pack", quiet, code=None)
    assert results["text.script"]["pack"] == NATIONAL and results["text.script"]["state"] == "pass"
    assert results["quiet.text.script"]["state"] == "error" and "name it under replace" in results["quiet.text.script"]["reason"]["message"]


def versions(b):
    """Of one pack the highest version stands, unless the user names another; twins are refused."""
    rules = b.data / "rules"
    old = b.pack("town", {"version": '"1.9.0"'}, {"r.lua": rule("town.r", "fail{ message = 'old' }")}, rules)
    new = b.pack("town-new", {"id": '"town"', "version": '"1.10.0"'}, {"r.lua": rule("town.r")}, rules)
    assert b.results(code=None)["town.r"]["pack"] == "town@1.10.0"
    out, _ = b.run("rules", "list")
    assert "[not used] town@1.10.0 of the same pack is used instead" in out
    named = b.pack("named", {"id": '"town"', "version": '"0.1.0"'}, {"r.lua": rule("town.r")})
    assert b.results("--pack", named, code=None)["town.r"]["pack"] == "town@0.1.0"
    put(new, {"pack.lua": (old / "pack.lua").read_text()})
    out, _ = b.run("rules", "list", code=78)
    assert out.count("another pack has the same id and version") == 2 + 2, out  # packs, and the rules that stand for them
    put(new, {"r.lua": (old / "r.lua").read_text()})
    assert "of the same pack is used instead" in b.run("rules", "list")[0]
    shutil.rmtree(old)
    shutil.rmtree(new)


def digests(b):
    """The digest covers what can change a result, whatever it lies in, and nothing else."""
    files = {"r.lua": "local l = require 'words2'\n" + rule("dig.r"), "lib/words2.lua": "return { require 'deep' }",
             "lib/deep.lua": "return { 1 }", "lib/idle.lua": "return { 1 }", "README.md": "one", "cases/x.txt": "one",
             "r.cases.lua": "return cases { }", "forms/2099.lua": (b.data / "plugins/forms/2021.lua").read_text()
             .replace('id = "2021"', 'id = "2099"').replace("first = 2021", "first = 2099")}
    pack = b.pack("dig", {}, files)
    base = b.digest("--pack", pack)
    zipped = b.zip(pack)
    assert b.digest("--pack", zipped) == base
    assert b.digest("--pack", b.zip(pack, "other-name.zip", "dig-1.0.0/")) == base
    moved = pack.rename(b.folder / "elsewhere")
    assert b.digest("--pack", moved) == base
    for name in ("README.md", "cases/x.txt", "r.cases.lua", "lib/idle.lua", "new.txt", ".hidden.lua"):
        put(moved, {name: "return { 2 }"})
        assert b.digest("--pack", moved) == base, name
    put(b.data / "plugins/lib", {"nobody.lua": "return { 1 }"})
    assert b.digest("--pack", moved) == base
    time.sleep(0.01)
    (moved / "r.lua").touch()
    assert b.digest("--pack", moved) == base
    manifest = (moved / "pack.lua").read_text()
    changes = [("pack.lua", manifest.replace('"1.0.0"', '"1.0.1"')), ("pack.lua", manifest.replace("interface", 'deselect = { "text.script" }, interface')),
               ("pack.lua", manifest.replace("interface", 'severity = { ["text.script"] = "minor" }, interface')),
               ("pack.lua", manifest.replace("interface", "years = { first = 2020 }, interface")),
               ("r.lua", files["r.lua"] + "\n"), ("lib/deep.lua", "return { 2 }"), ("lib/words2.lua", "return { require 'deep', 2 }"),
               ("forms/2099.lua", files["forms/2099.lua"] + "\n"), ("extra.lua", rule("dig.extra"))]
    for name, text in changes:
        before = (moved / name).read_text() if (moved / name).exists() else None
        put(moved, {name: text})
        changed = b.digest("--pack", moved)
        assert changed != base, (name, text)
        if before is None:
            (moved / name).unlink()
        else:
            put(moved, {name: before})
    assert b.digest("--pack", moved) == base
    assert b.digest() != base


def zipped_results(b):
    """A zip judges and tests itself as the folder does, and nothing is unpacked."""
    pack = b.source / "tests/packs/form-2027"
    zipped = b.zip(pack)
    clean = pack / "cases/clean-2027.html"
    a, c = (b.check(clean, "--pack", p)[0] for p in (pack, zipped))
    assert a == c
    before = sorted(p for p in b.folder.rglob("*"))
    for name in ("supervision.stated", "requests.balance"):
        out, _ = b.run("rules", "test", name, "--pack", zipped)
        assert "0 not" in out and "0 cases" not in out, out
    assert sorted(p for p in b.folder.rglob("*")) == before


def office(b):
    """An office's rules/: loose files, folders and zips with a manifest, side by side; loose files last."""
    home = b.folder / "home"
    b.run("init", home)
    rules = home / "rules"
    put(rules, {"own/r.lua": rule("own.r"), "own/lib/skip.txt": "x"})
    b.pack("zeta", {}, {"r.lua": rule("zeta.r"), "s.lua": rule("shared.s")}, rules)
    put(rules, {"s.lua": rule("shared.s", "fail{ message = 'loose' }")})
    b.zip(b.pack("packed", {"version": '"2.0.0"'}, {"r.lua": rule("packed.r")})).rename(rules / "packed.zip")
    listed = json.loads(b.run("rules", "list", "--output", "json", cwd=home)[0])
    found = {r["id"]: r["pack"] for r in listed["rules"]}
    assert found["own.r"] == "office@0" and found["zeta.r"] == "zeta@1.0.0" and found["packed.r"] == "packed@2.0.0"
    assert found["shared.s"] == "office@0" and found["requests.balance"] == NATIONAL
    assert [p["id"] for p in listed["packs"]] == ["annual-report", "packed", "zeta", "office"]
    (home / "inbox/2024").mkdir(parents=True, exist_ok=True)
    shutil.copy(b.source / "examples/documents/pinglan-2024.html", home / "inbox/2024")
    b.run("assess", "2024", code=None, cwd=home)
    again, _ = b.run("assess", "2024", code=None, cwd=home)
    assert "1 unchanged" in again, again
    put(rules, {"packed/README.md": "not a pack"})
    again, _ = b.run("assess", "2024", code=None, cwd=home)
    assert "1 unchanged" in again, again
    (rules / "packed.zip").write_bytes(b"PK\x03\x04 torn")
    out, said = b.run("assess", "2024", code=3, cwd=home)
    assert "1 judged again" in out and "1 incomplete" in out and "a pack is refused" in said, (out, said)
    out, _ = b.run("rank", "2024", code=None, cwd=home)
    named = b.pack("named", {}, {"r.lua": rule("named.r")})
    (rules / "packed.zip").unlink()
    out, _ = b.run("assess", "2024", "--pack", named, code=None, cwd=home)
    assert "1 judged again" in out, out


def main():
    with tempfile.TemporaryDirectory() as folder:
        b = Bench(sys.argv[1], sys.argv[2], pathlib.Path(folder))
        for test in (together, levels, order, years, refused, beside, versions, digests, zipped_results, office):
            test(b)
    print("packs judge together as their manifests say")


if __name__ == "__main__":
    main()
