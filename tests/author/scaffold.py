#!/usr/bin/env python3
"""rules new: a rule that is ready to run, in every form and language; what it refuses.

usage: scaffold.py PROGRAM SOURCE_FOLDER
"""

import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

from bench import Bench

PAGE = "examples/documents/pinglan-2024.html"


def green_at_once(bench):
    for i, (form, lang) in enumerate(((form, lang) for form in ([], ["--function"]) for lang in ("zh", "en"))):
        name = f"local.new-{i}"
        out, _ = bench.run("rules", "new", name, *form, lang=lang)
        for ending in ("lua", "cases.lua"):
            path = bench.office / f"rules/local/new-{i}.{ending}"
            assert f" {path.relative_to(bench.office)}\n" in out and path.exists(), out
            text = path.read_text()
            assert name in text and "@" not in text, "all is filled in"
            assert text.count("--") > 3, "it is commented"
        assert f"rules test {name}" in out
        run = json.loads(bench.run("rules", "test", name, "--output", "json")[0])
        assert run["rules"][0]["lacking"] == [] and run["passed"] >= 4 and run["failed"] == 0, run
        assert name in bench.run("rules", "list")[0]
    # the rule judges from now on; nothing else is disturbed
    shutil.copy(bench.source / PAGE, bench.office / "inbox/2024/a.html")
    rules = json.loads(bench.run("rules", "list", "--output", "json")[0])["rules"]
    assert len(rules) > 34 and not any(r["error"] for r in rules), rules
    assert json.loads(bench.run("rules", "test", "disputes.total", "--output", "json")[0])["failed"] == 0


def titles(bench):
    title = 'Says "when" \\ where, 何时何地 @ID@'
    bench.run("rules", "new", "local.titled", "--title", title)
    rules = json.loads(bench.run("rules", "list", "--output", "json")[0])["rules"]
    assert [r["title"] for r in rules if r["id"] == "local.titled"] == [title], rules[-1]
    assert "one line" in bench.run("rules", "new", "local.other", "--title", "a\nb", code=64)[1]
    assert "too long" in bench.run("rules", "new", "local.other", "--title", "x" * 301, code=64)[1]
    assert not (bench.office / "rules/local/other.lua").exists()


def other_folders(bench):
    said = bench.run("rules", "new", "town.gate", "--dir", "drafts/pack")[0]
    assert "rules test town.gate --pack drafts/pack --watch" in said, said
    assert (bench.office / "drafts/pack/town/gate.cases.lua").exists()
    top = bench.office.parent
    assert "no office" in bench.run("rules", "new", "town.gate", folder=top, code=64)[1]
    bench.run("rules", "new", "town.gate", "--dir", str(bench.office / "rules"), folder=top)
    bench.run("rules", "test", "town.gate")
    bench.run("rules", "new", "town.wall", "--dir", "other/pack")
    bench.run("rules", "test", "town.wall", code=66)
    bench.run("rules", "test", "town.wall", "--pack", "other/pack")


def nothing_is_overwritten(bench):
    bench.write()
    assert "already" in bench.run("rules", "new", "local.corner", code=64)[1]
    path = bench.office / "rules/local/half.cases.lua"
    path.write_text("-- mine")
    assert "stays as it is" in bench.run("rules", "new", "local.half", code=64)[1]
    assert path.read_text() == "-- mine" and not (bench.office / "rules/local/half.lua").exists()
    assert "already" in bench.run("rules", "new", "requests.balance", code=64)[1]


def ids(bench):
    for name in ("", "corner", "Local.x", "local.", ".x", "local..x", "local.-x", "local/x", "../x.y", "local.x y", "本地.规则", "a." + "x" * 63):
        assert "rule id" in bench.run("rules", "new", name, code=64)[1], name
    for name in ("lib.x", "forms.x", "cases.x"):
        assert "no rule" in bench.run("rules", "new", name, code=64)[1], name
    for name in ("a.b.c-d", "2027.x-1"):
        bench.run("rules", "new", name)
        bench.run("rules", "test", name)
    bench.run("rules", "new", code=64)
    bench.run("rules", "new", "a.b", "c.d", code=64)


def lua_is_clean(bench):
    if not shutil.which("luacheck"):
        return
    done = subprocess.run(["luacheck", "--quiet", *map(str, (bench.source / "plugins/templates").glob("*.lua"))], cwd=bench.source,
                          capture_output=True, check=False)
    assert done.returncode == 0, done.stdout.decode()


def main():
    for test in (green_at_once, titles, other_folders, nothing_is_overwritten, ids, lua_is_clean):
        with tempfile.TemporaryDirectory(prefix="auditor-new-") as folder:
            test(Bench(sys.argv[1], pathlib.Path(sys.argv[2]), folder))
        print(f"ok {test.__name__}")


if __name__ == "__main__":
    main()
