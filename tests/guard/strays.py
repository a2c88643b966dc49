#!/usr/bin/env python3
"""Dangerous calls live in one room each, unsafe functions nowhere, official labels not in C."""
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
AUDITOR = ROOT / "auditor"

# What is looked for, where it may stand (path prefixes below auditor/), and why.
ROOMS = [
    (r"\b(?:lua_newstate|luaL_newstate)\b", ["engine/sandbox.c"], "Lua states are made by the sandbox alone"),
    (r"\blua_State\b|\bluaL_\w+\s*\(", ["engine/"], "Lua is spoken in engine/ alone"),
    (r"\bluaL_openlibs\b|\bluaL_loadfilex?\b|\bluaL_dofile\b", [], "the sandbox is built from nothing, from source text"),
    (r"\bsqlite3_(?!libversion)\w+\s*\(", ["store/"], "SQL is spoken in store/ alone"),
    (r"\b(?:html(?:Read|Parse|Create|New|Ctxt|Do)\w*|xml(?:Read|Parse|SAXParse|SAXUser|Create\w*Parser|NewParser|Ctxt)\w*)\s*\(",
     ["read/"], "documents are parsed in read/ alone"),
    (r"\bpcre2_\w+\s*\(", ["text/pattern.c"], "patterns are matched under the limits of text/pattern.c"),
    (r"\b(?:strcpy|strcat|sprintf|vsprintf|gets|strncpy|strncat|alloca|system|popen|tmpnam|mktemp)\s*\(", [],
     "unsafe functions are not used"),
    (r"\b(?:malloc|calloc|realloc)\s*\(", ["base/mem.c", "engine/sandbox.c"], "memory comes from base/mem.h"),
    (r"\bassert\s*\(", ["base/", "text/", "document/", "read/", "recognise/", "engine/", "score/", "report/", "store/",
                        "office/"], "commands check, they do not assert"),
]
COMMENT = re.compile(r"/\*.*?\*/|//[^\n]*", re.S)
STRING = re.compile(r'"(?:[^"\\\n]|\\.)*"')


def code_of(path):
    """The file without comments and strings, line numbers kept."""
    text = path.read_text()
    text = COMMENT.sub(lambda m: "\n" * m.group().count("\n"), text)
    return STRING.sub('""', text)


def strays():
    for path in sorted(AUDITOR.rglob("*.[ch]")):
        name = str(path.relative_to(AUDITOR))
        code = code_of(path)
        for pattern, rooms, why in ROOMS:
            if any(name.startswith(room) for room in rooms):
                continue
            for match in re.finditer(pattern, code):
                line = code.count("\n", 0, match.start()) + 1
                yield f"auditor/{name}:{line}: {match.group().strip()}: {why}"


def labels():
    """Row labels of the official tables, as the form plugins list them, must not stand in C."""
    found = set()
    for form in (ROOT / "plugins/forms").glob("*.lua"):
        found |= set(re.findall(r'label\s*=\s*"([^"]{12,})"', form.read_text()))
    if not found:
        yield "plugins/forms: no labels found, so nothing is proved"
    for path in sorted(AUDITOR.rglob("*.[ch]")):
        text = path.read_text()
        for label in sorted(found):
            if label in text:
                yield f"{path.relative_to(ROOT)}: the official label \"{label}\" belongs in a form plugin"


def machine_paths():
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True).stdout.split("\n")
    pattern = re.compile(r"(?<![\w.])/(?:work|root|home)/\w")
    for name in tracked:
        path = ROOT / name
        if not name or not path.is_file() or path.stat().st_size > 1_000_000 or name.startswith("tests/guard/"):
            continue
        try:
            text = path.read_text()
        except UnicodeDecodeError:
            continue
        if pattern.search(text):
            yield f"{name}: a path of one machine"


def main():
    faults = [*strays(), *labels(), *machine_paths()]
    print("\n".join(faults) or "every dangerous call is in its room")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
