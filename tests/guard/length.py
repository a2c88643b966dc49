#!/usr/bin/env python3
"""No function over 80 lines, no source file over 500; prints the median and the share under 40."""
import pathlib
import re
import statistics
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2] / "auditor"
START = re.compile(r"^[A-Za-z_][^;=#]*\)\s*$")


def functions(path):
    """(name, lines) of each function: a head in column 0, its brace in column 0 behind it."""
    lines = path.read_text().split("\n")
    head = None
    for i, line in enumerate(lines):
        if line.startswith("{") and head is not None:
            end = next(k for k in range(i, len(lines)) if lines[k].startswith("}"))
            name = re.search(r"(\w+)\(", " ".join(lines[head:i]))
            yield (name.group(1) if name else "?", end - head + 1)
            head = None
        elif line and not line[0].isspace() and line[0] not in "{}#/*":
            head = i if "(" in line and not line.rstrip().endswith(";") else None


def main():
    faults, sizes = [], []
    for path in sorted(ROOT.rglob("*.c")):
        count = path.read_text().count("\n")
        if count > 500:
            faults.append(f"{path.relative_to(ROOT.parent)}: {count} lines; look for the second job in it")
        for name, size in functions(path):
            sizes.append(size)
            if size > 80:
                faults.append(f"{path.relative_to(ROOT.parent)}: {name} has {size} lines")
    if len(sizes) < 200:
        faults.append(f"only {len(sizes)} functions were seen: the measure is broken")
    share = 100 * sum(s <= 40 for s in sizes) / max(1, len(sizes))
    print(f"{len(sizes)} functions, median {statistics.median(sizes):.0f} lines, {share:.0f} % of 40 or less, longest {max(sizes)}")
    print("\n".join(faults))
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
