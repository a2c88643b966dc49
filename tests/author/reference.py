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


# A layout that writes the keys of what it gets, TYPE.key, by the types of the reference.
DUMP = """
local types = {{ {types} }}

local function walk(rows, v, name)
  local fields = types[name]
  for key, member in pairs(fields and v or {{}}) do
    rows[#rows + 1] = {{ name .. "." .. key }}
    local inner = fields[key]
    for _, one in ipairs(inner and type(member) == "table" and (#member > 0 and member or {{ member }}) or {{}}) do
      walk(rows, one, inner)
    end
  end
end

return layout {{
  id = "dump", title = {{ zh = "甲", en = "a" }},
  sheets = function(model)
    local rows = {{}}
    walk(rows, model, "Model")
    return {{ {{ name = "keys", columns = {{ {{ title = "key" }} }}, rows = rows }} }}
  end,
}}
"""


def fields_of(text, name):
    """field: type, of a type of the reference."""
    part = text.split(f"\n### {name}\n", 1)[1].split("\n### ", 1)[0]
    return dict(re.findall(r"^\| `(\w+)` \| `([^`]+)`", part, re.M))


def check_model(program, sources, folder, text):
    """What a layout gets has the fields that the reference names, and no others."""
    types = {name: fields_of(text, name) for name in ("Model", "DocumentModel", "Verdict", "VerdictResult", "VerdictFinding", "VerdictPlace")}
    lua = ", ".join("{} = {{ {} }}".format(name, ", ".join(f'{key} = "{re.match("[A-Za-z]+", kind).group()}"' if kind[0].isalpha() else f"{key} = ''"
                    for key, kind in fields.items())) for name, fields in types.items())
    office = pathlib.Path(folder) / "office"
    (office / "reports").mkdir(exist_ok=True)
    (office / "reports/agency.lua").write_text(DUMP.format(types=lua))
    pages = sorted((sources / "examples/documents").glob("*.html"))
    out = subprocess.run([program, "check", *map(str, pages), "--lang", "en", "--output", "csv"], cwd=office, capture_output=True, check=False)
    keys = set(re.findall(r"^\"?(\w+\.\w+)\"?\r?$", out.stdout.decode("utf-8-sig"), re.M))
    known = {f"{name}.{key}" for name, fields in types.items() for key in fields}
    assert "VerdictPlace.line" in keys and keys <= known, (keys - known, out.stderr)
    optional = {f"{name}.{key}" for name, fields in types.items() for key, kind in fields.items() if kind.endswith("?")}
    assert known - optional <= keys, known - optional - keys


def run(program, *arguments):
    return subprocess.run([program, "--lang", "en", *arguments], check=True, capture_output=True, text=True).stdout


def main():
    program, sources = str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2]).resolve()
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
        check_model(program, sources, folder, (sources / "docs/reference.md").read_text())
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
