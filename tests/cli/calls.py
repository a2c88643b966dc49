#!/usr/bin/env python3
"""How the program answers calls: help, versions, nothing to do, odd names, exit codes.

usage: calls.py PROGRAM SOURCE_FOLDER
"""

import json
import os
import pathlib
import pty
import shutil
import subprocess
import sys
import tempfile
import unicodedata

PROGRAM = os.path.abspath(sys.argv[1])
SOURCE = pathlib.Path(sys.argv[2]).resolve()
CLEAN = str(SOURCE / "rules/annual-report/cases/clean-2021.txt")
PAGE = sorted((SOURCE / "examples/documents").rglob("*.html"))[0]


def run(folder, *arguments, code=0, data=SOURCE):
    done = subprocess.run([PROGRAM, *arguments, "--lang", "en"], cwd=folder, capture_output=True, check=False,
                          env={**os.environ, "AUDITOR_DATA": str(data)})
    assert done.returncode == code, (arguments, done)
    return done.stdout.decode(), done.stderr.decode()


def help_and_version(top):
    plain, _ = run(top, "--help")
    assert run(top, "help")[0] == plain and "rank" in plain
    assert run(top, "help", "check")[0] == run(top, "check", "--help")[0]
    assert "fail-under" in run(top, "help", "check")[0]
    assert run(top, "--version")[0] == run(top, "version")[0]
    assert "no command nope" in run(top, "help", "nope", code=64)[1]
    run(top, code=64)


def each_verb_has_its_own_help(top):
    verbs = [line.split()[0] for line in run(top, "rules", "--help")[0].split("\n\n")[2].splitlines() if line[2] != " "]
    assert "prove" in verbs and len(verbs) >= 9, verbs
    pages = [run(top, "rules", verb, "--help")[0] for verb in verbs]
    for verb, page in zip(verbs, pages):
        assert page.startswith(f"usage: auditor rules {verb}") and f"auditor rules {verb} " in page.split("Example", 1)[1], page
        assert run(top, "help", "rules", verb)[0] == page
    assert "--seed" in pages[verbs.index("prove")] and "--seed" not in pages[verbs.index("list")]
    assert "unknown option --seed" in run(top, "rules", "list", "--seed", "1", code=64)[1]
    assert "unknown option --seed" in run(top, "rules", "--seed", "1", "list", code=64)[1]
    assert "no verb nope" in run(top, "rules", "nope", code=64)[1]
    assert "takes one of: list" in run(top, "rules", code=64)[1]


def columns(line):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


def lists_fit_the_terminal(top):
    """As wide as COLUMNS says; for programs a line is as long as it is."""
    (top / "bad.lua").write_text("local unused = 1\nreturn rule {\n  id = 'a-rather-long-group.and-a-rather-long-name',\n  title = { zh = '甲', en = 'a' },\n"
                                 "  severity = 'minor',\n  check = function(report, out) out:pass() end,\n}\n")
    for words, code in ((["rules", "list"], 0), (["rules", "prove", "requests.balance", CLEAN], 0), (["rules", "lint", "bad.lua"], None)):
        for lang in ("zh", "en"):
            done = subprocess.run([PROGRAM, *words, "--lang", lang], cwd=top, capture_output=True, check=False,
                                  env={**os.environ, "AUDITOR_DATA": str(SOURCE), "COLUMNS": "80"})
            text = done.stdout.decode()
            wide = [line for line in text.splitlines() if columns(line) > 80 and "/" not in line]
            assert text and not wide and code in (done.returncode, None), (words, wide[:3], done.stderr)
    wide, _ = run(top, "rules", "list")
    assert max(map(columns, wide.splitlines())) > 80


def nothing_is_written_of_nothing(top):
    (top / "empty").mkdir()
    kept = top / "kept.html"
    kept.write_text("former page")
    for verb, formats in (("check", ["html:kept.html", "xlsx:new.xlsx", "csv:new.csv", "html:pages/", "json"]),
                          ("extract", ["json:kept.html", "ndjson"])):
        outputs = [word for f in formats for word in ("--output", f)]
        out, said = run(top, verb, "empty", *outputs, code=65)
        assert out == "" and "no file" in said, (out, said)
    assert kept.read_text() == "former page"
    assert sorted(p.name for p in top.iterdir()) == ["empty", "kept.html"], list(top.iterdir())


def odd_names(top):
    inbox = top / "inbox"
    (inbox / "below").mkdir(parents=True)
    (inbox / "below/round").symlink_to(inbox)
    for name in ("年报.html".encode("gb18030"), b"x\xff\xfe.html", "好.html".encode()):
        shutil.copy(PAGE, os.path.join(os.fsencode(inbox), name))
    os.mkdir(os.path.join(os.fsencode(inbox), "坏.html".encode("gb18030")), mode=0)
    out, said = run(top, "check", "inbox", "--output", "json", code=0 if os.geteuid() == 0 else 3)
    paths = {d["path"] for d in json.loads(out)["documents"]}
    assert {"inbox/年报.html", "inbox/x\\xFF\\xFE.html", "inbox/好.html"} <= paths, paths
    assert "inbox/below/round" in said, said


def decimal_limits(top):
    shutil.copy(PAGE, top / "page.html")
    document = json.loads(run(top, "check", "page.html", "--output", "json", code=0)[0])["documents"][0]
    points = round(document["score"] * 1000)
    for limit, code in ((points, 0), (points - 1, 0), (points + 1, 2)):
        run(top, "check", "page.html", "--fail-under", f"{limit // 1000}.{limit % 1000:03}", code=code)
    for word in ("89.5555", "-1", "", "9e1", "89,5"):
        assert "--fail-under" in run(top, "check", "page.html", f"--fail-under={word}", code=64)[1]


def outputs_of_one_place(top):
    shutil.copy(PAGE, top / "page.html")
    for call in (("check", "page.html"), ("extract", "page.html"), ("rules", "test", "text.script")):
        for first, second in (("json:a", "json:a"), ("json:a", "text:a"), ("json", "text:-")):
            run(top, *call, "--output", first, "--output", second, code=64)
            assert not (top / "a").exists(), call
        run(top, *call, "--output", "json:b", "--output", "text:c", code=0)


def an_installation_that_lacks_a_file(top):
    data = top / "data"
    for part in ("plugins", "rules", "reports"):
        shutil.copytree(SOURCE / part, data / part)
    for missing in ("reports/assets/report.css", "reports/agency.lua"):
        os.remove(data / missing)
        said = run(top, "check", "page.html", "--output", "html:new.html", code=78, data=data)[1]
        assert missing in said, said
        assert not (top / "new.html").exists()
        run(top, "check", "page.html", data=data)  # nobody needs it for that
    layout = data / "reports/agency.lua"
    layout.write_text('local h = require "html"\nreturn layout { id = "x", html = function(model)\n'
                      '  return h.page { style = "own.css", h.h1 { model.documents[1].document.agency } } end }\n', encoding="utf-8")
    (data / "reports/assets/own.css").write_text("h1 { color: red }\n", encoding="utf-8")
    run(top, "check", "page.html", "--output", "html:new.html", data=data)  # a layout may count on a document
    assert "<h1>" in (top / "new.html").read_text(encoding="utf-8")


def help_fits_the_terminal(top):
    verbs = [line.split()[0] for line in run(top, "--help")[0].split("\n\n")[2].splitlines()[1:] if line[2] != " "]
    assert "check" in verbs and "version" in verbs, verbs
    for words in [["--help"], ["doctor"]] + [[v, "--help"] for v in verbs] + [["rules", v, "--help"] for v in ("prove", "rehearse", "show")]:
        for lang in "zh", "en":
            done = subprocess.run([PROGRAM, *words, "--lang", lang], cwd=top, capture_output=True, check=True,
                                  env={**os.environ, "AUDITOR_DATA": str(SOURCE), "COLUMNS": "80"})
            wide = [line for line in done.stdout.decode().splitlines() if columns(line) > 80 and "/" not in line]
            assert not wide, (words, wide)


def no_output_steers_a_terminal(top):
    office = top / "office"
    run(top, "init", str(office), "--year", "2024")
    with open(office / "agencies.csv", "w", encoding="utf-8") as f:
        f.write("code,name,level,group\na1,枫渡\u202e镇人民政府,township,甲\u2066组\n")
    shutil.copy(PAGE, office / "inbox/2024/枫渡\u202e镇人民政府.html")
    run(office, "assess", "2024")
    for verb in ("rank", "explain", "report"):
        words = [verb, "2024"] if verb == "rank" else [verb, "all", "2024"]
        for form in {"rank": ("text", "json", "csv", "html"), "explain": ("text", "json"),
                     "report": ("text", "csv", "html")}[verb]:
            out, _ = run(office, *words, "--output", form)
            assert not set(out) & {"\u202e", "\u2066"}, (verb, form)
    model = json.loads(run(office, "rank", "2024", "--output", "json")[0])
    assert model["groups"][0]["name"] == "甲\u2066组", "an escape is the same text to a program"


def pages_without_a_word(top):
    """What stands in pictures, or what a script would fetch, is not known: that is no other text, and nothing in order."""
    for page, title, code in (('<img src="1.jpg">', "", "no_text_layer"), ('<div id="app"></div><script>load()</script>', "某县人民政府", "no_text"),
                              ("<p>&nbsp;</p>", "", "no_text")):
        (top / "bare.html").write_text(f"<html><head><meta charset='utf-8'><title>{title}</title></head><body>{page}</body></html>", encoding="utf-8")
        document = json.loads(run(top, "check", "bare.html", "--output", "json", code=65)[0])["documents"][0]
        assert (document["kind"], document["problem"]["code"]) == ("unreadable", code), document
        assert document["duties"]["open"] == document["duties"]["total"] > 0, document["duties"]
    (top / "bare.html").write_text("<html><head><meta charset='utf-8'><title>某县2024年法治政府建设年度报告</title></head><body><img src='1.jpg'></body></html>",
                                   encoding="utf-8")
    document = json.loads(run(top, "check", "bare.html", "--output", "json", code=2)[0])["documents"][0]
    assert document["kind"] == "other", document  # its head says what it is


def what_is_no_report(top):
    """Paths below a plain file are absent; pages of results are told apart; a year that is not over is warned of."""
    shutil.copy(PAGE, top / "page.html")
    for below in ("page.html/x", "page.html/"):
        assert "Not a directory" in run(top, "check", below, code=66)[1]
    run(top, "check", "page.html", "--output", "html:results.html")
    document = json.loads(run(top, "check", "results.html", "--output", "json", code=2)[0])["documents"][0]
    failed = [r["rule"] for r in document["results"] if r["state"] == "fail"]
    assert document["kind"] == "other" and failed == ["identity.not-a-report"], failed
    pages_without_a_word(top)
    office = top / "office"
    run(top, "init", str(office), "--year", "2024")
    (office / "inbox/2090").mkdir()
    shutil.copy(top / "page.html", office / "inbox/2090")
    for arguments, warned in ((["2090"], True), (["2090", "--on", "2091-02-01"], False)):
        done = subprocess.run([PROGRAM, "assess", *arguments, "--lang", "en"], cwd=office, capture_output=True, check=False)
        assert (b"2090 is not over" in done.stderr) == warned, (arguments, done)


def on_terminal(top, *arguments, **variables):
    """What a terminal gets to see."""
    child, screen = pty.fork()
    if child == 0:
        os.chdir(top)
        env = {k: v for k, v in os.environ.items() if k not in ("TERM", "NO_COLOR")}
        os.execve(PROGRAM, [PROGRAM, *arguments], {**env, "AUDITOR_DATA": str(SOURCE), **variables})
    seen = b""
    while True:
        try:
            part = os.read(screen, 4096)
        except OSError:  # its other end is closed
            part = b""
        if not part:
            break
        seen += part
    os.waitpid(child, 0)
    os.close(screen)
    return seen


def colours_on_terminals_that_have_them(top):
    shutil.copy(PAGE, top / "page.html")
    for variables, coloured in (({"TERM": "xterm"}, True), ({"TERM": "xterm", "NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False), ({}, False)):
        seen = on_terminal(top, "check", "page.html", **variables)
        assert seen and (b"\x1b[0m" in seen) == coloured, (variables, seen)
        assert (b"\x1b" in seen) == ("xterm" in variables.values()), (variables, seen)  # progress wipes its line
    assert b"\x1b[0m" in on_terminal(top, "check", "page.html", "--color", "always", TERM="dumb")


def main():
    for test in (what_is_no_report, colours_on_terminals_that_have_them, help_and_version, each_verb_has_its_own_help, lists_fit_the_terminal, help_fits_the_terminal, nothing_is_written_of_nothing, odd_names, decimal_limits, outputs_of_one_place,
                 an_installation_that_lacks_a_file, no_output_steers_a_terminal):
        with tempfile.TemporaryDirectory(prefix="auditor-cli-") as name:
            top = pathlib.Path(name)
            if test is an_installation_that_lacks_a_file:
                shutil.copy(PAGE, top / "page.html")
            test(top)
        print(f"ok {test.__name__}")


if __name__ == "__main__":
    main()
