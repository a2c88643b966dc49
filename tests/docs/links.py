#!/usr/bin/env python3
"""Links between pages lead somewhere, and the index of docs/ knows every page.

usage: links.py SOURCE
"""

import pathlib
import re
import sys

LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
CODE = re.compile(r"^ *```.*?^ *```|`[^`\n]*`", re.M | re.S)


def links(page):
    for target in LINK.findall(CODE.sub("", page.read_text())):
        if ":" not in target:
            yield target, (page.parent / target).resolve()


def main():
    source = pathlib.Path(sys.argv[1]).resolve()
    pages = sorted(source.glob("*.md")) + sorted((source / "docs").rglob("*.md")) + [source / "examples/README.md"]
    wrong = [f"{page.relative_to(source)}: {target} is not there" for page in pages for target, path in links(page) if not path.exists()]
    index = source / "docs/README.md"
    known = {path for _, path in links(index)} | {index}
    wrong += [f"docs/README.md does not name {page.relative_to(source)}" for page in pages
              if source / "docs" in page.parents and page not in known]
    print("\n".join(wrong))
    assert len(known) > 10
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
