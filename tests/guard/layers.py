#!/usr/bin/env python3
"""The folders of auditor/ are layers: an #include may point only to a layer that is named.

Each layer's CMakeLists.txt lists the layers BELOW it; this reads the #include lines and fails on
every edge that is not listed, on a list that points up, and on store and engine seeing each other.
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2] / "auditor"
# Lowest first: a layer may list only what stands before it.
ORDER = ["base", "text", "document", "read", "recognise", "engine", "score", "report", "store", "office", "author", "command"]
APART = {("store", "engine"), ("engine", "store")}
INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"]+)"', re.M)


def below(layer):
    text = (ROOT / layer / "CMakeLists.txt").read_text()
    match = re.search(r"BELOW\s+([a-z\s]+?)(?:\)|LINKS|SOURCES)", text)
    return set(match.group(1).split()) if match else set()


def edges(layer):
    for path in sorted((ROOT / layer).glob("*.[ch]")):
        for target in INCLUDE.findall(path.read_text()):
            yield path.name, target


def main():
    faults = []
    found = {p.parent.name for p in ROOT.glob("*/CMakeLists.txt")}
    if found != set(ORDER):
        faults.append(f"layers on disk and in the list differ: {sorted(found ^ set(ORDER))}")
    for layer in ORDER:
        allowed = below(layer)
        for name in allowed:
            if name not in ORDER or ORDER.index(name) >= ORDER.index(layer):
                faults.append(f"auditor/{layer}/CMakeLists.txt: BELOW {name} does not lie below")
            if (layer, name) in APART:
                faults.append(f"auditor/{layer}/CMakeLists.txt: {layer} and {name} must not see each other")
        for name, target in edges(layer):
            top = target.split("/")[0]
            if "/" not in target or not (ROOT / target).exists():
                faults.append(f'auditor/{layer}/{name}: "{target}" is not a path from auditor/')
            elif top != layer and top not in allowed:
                faults.append(f'auditor/{layer}/{name}: includes "{target}", but {layer} does not list {top}')
    print("\n".join(faults) or f"{len(ORDER)} layers, every #include points down")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
