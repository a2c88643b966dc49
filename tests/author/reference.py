#!/usr/bin/python3
"""The committed reference and annotations are what the program writes, and the annotations are sound.

reference.py PROGRAM SOURCES
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

COMMITTED = {
    "reference.md": "docs/reference.md",
    "reference.zh.md": "docs/reference.zh.md",
    "auditor.lua": "plugins/types/auditor.lua",
}
BASIC = {"string", "number", "integer", "boolean", "nil", "any", "table", "function"}
TOKEN = re.compile(r'\s*("[^"]*"|\.\.\.|\[\]|[A-Za-z_]\w*|[|?<>(),:])')


class Type:
    """Reads one LuaCATS type at the start of a text; names are the types that it speaks of."""

    def __init__(self, text):
        self.text, self.at, self.names = text, 0, set()
        self.union()

    def peek(self):
        found = TOKEN.match(self.text, self.at)
        return (found.group(1), found.end()) if found else ("", self.at)

    def take(self, token):
        found, end = self.peek()
        if found == token:
            self.at = end
        return found == token

    def need(self, token):
        assert self.take(token), f"{token} is due in {self.text!r} at {self.at}"

    def union(self):
        self.one()
        while self.take("|"):
            self.one()

    def one(self):
        token, end = self.peek()
        assert token and (token[0] == '"' or token[0].isalpha() or token == "("), f"no type: {self.text!r}"
        self.at = end
        if token == "(":
            self.union()
            self.need(")")
        elif token == "fun":
            self.function()
        elif token[0] != '"':
            self.names.add(token)
            if self.take("<"):
                self.union()
                self.need(",")
                self.union()
                self.need(">")
        while self.take("[]") or self.take("?"):
            pass

    def function(self):
        self.need("(")
        while not self.take(")"):
            self.at = self.peek()[1]
            self.take("?")
            self.need(":")
            self.union()
            self.take(",")
        if self.take(":"):
            self.union()
            while self.take(","):
                self.union()


def check_annotations(text):
    known, used, parameters, functions = set(BASIC), set(), [], 0
    for number, line in enumerate(text.split("\n"), 1):
        tag = re.match(r"---@(\w+) (.*)", line)
        if tag and tag.group(1) == "class":
            name, _, base = tag.group(2).partition(": ")
            known.add(name)
            used |= {base} if base else set()
        elif tag and tag.group(1) == "alias":
            name, kind = tag.group(2).split(" ", 1)
            known.add(name)
            used |= Type(kind).names
        elif tag and tag.group(1) == "generic":
            known |= set(re.findall(r"\b[A-Z]\b", tag.group(2)))
        elif tag and tag.group(1) in ("param", "field"):
            name, kind = tag.group(2).split(" ", 1)
            used |= Type(kind).names
            parameters += [name.rstrip("?")] if tag.group(1) == "param" else []
        elif tag and tag.group(1) in ("return", "type"):
            used |= Type(tag.group(2)).names
        elif line.startswith("function "):
            given = [p for p in re.search(r"\((.*)\) end$", line).group(1).split(", ") if p]
            assert given == parameters, f"line {number}: {line} has tags for {parameters}"
            parameters, functions = [], functions + 1
    assert not used - known, f"types that nothing defines: {used - known}"
    return functions


def run(program, *arguments):
    return subprocess.run([program, "--lang", "en", *arguments], check=True, capture_output=True, text=True).stdout


def main():
    program, sources = sys.argv[1], pathlib.Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as folder:
        run(program, "rules", "reference", folder)
        for name, committed in COMMITTED.items():
            written = (pathlib.Path(folder) / name).read_text()
            assert written == (sources / committed).read_text(), (
                f"{committed} is not what the program writes: auditor rules reference DIR writes {name}")
        run(program, "init", folder + "/office")
        settings = json.loads((pathlib.Path(folder) / "office/rules/.luarc.json").read_text())
        for library in settings["workspace.library"]:
            assert pathlib.Path(library).is_dir(), library
    shown = run(program, "rules", "reference")
    assert shown == (sources / "docs/reference.md").read_text()
    annotations = sources / "plugins/types/auditor.lua"
    subprocess.run(["luac5.4", "-p", str(annotations)], check=True)
    functions = check_annotations(annotations.read_text())
    number = re.search(r"^plugin interface (\d+)$", run(program, "version"), re.M).group(1)
    assert f"# The plugin interface, version {number}\n" in shown
    assert re.search(rf"interface *= {number},", (sources / "rules/annual-report/pack.lua").read_text())
    print(f"3 files, {functions} functions annotated")


if __name__ == "__main__":
    main()
