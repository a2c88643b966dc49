#!/usr/bin/env python3
"""A report says the same as a web page and as a Word file, whoever wrote the file.

Usage: word.py PROGRAM [COUNT]. Three producers write the reports of the corpus, defects included: LibreOffice
from the page, python-docx, and the corpus's own writer, which imitates Word and WPS (numbers of headings that
are typed nowhere, merged cells told row by row, tracked changes, text boxes). Every fact, cell, section and
finding must be the same but for places. A producer that is not installed is named as skipped.
"""
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

import carriers
import docx_shapes

try:
    import docx as python_docx
    from docx.enum.text import WD_ALIGN_PARAGRAPH
except ImportError:
    python_docx = None

# What was tracked or remarked is noted of the Word file alone.
SILENT = ("text.damage",)


def by_hand(work, drawn):
    for name, report, blocks in drawn:
        rng = random.Random("word:" + name)
        data, _ = docx_shapes.docx(rng, blocks, report)
        (work / (name + ".docx")).write_bytes(data)


def _add_grid(document, grid):
    columns = sum(c.cs for c in grid[0])
    table = document.add_table(rows=len(grid), cols=columns)
    places = table._cells  # asked for one by one, each costs a walk over the table
    taken = set()
    for r, row in enumerate(grid):
        c = 0
        for cell in row:
            while (r, c) in taken:
                c += 1
            taken |= {(i, k) for i in range(r, r + cell.rs) for k in range(c, c + cell.cs)}
            first = places[r * columns + c]
            last = places[(min(r + cell.rs, len(grid)) - 1) * columns + min(c + cell.cs, columns) - 1]
            (first if first is last else first.merge(last)).text = cell.text
            c += cell.cs


def by_python_docx(work, drawn):
    for name, _, blocks in drawn:
        document = python_docx.Document()
        for b in blocks:
            if b.kind == "grid":
                _add_grid(document, b.grid)
            elif b.kind == "title":
                document.add_heading(b.text, 0).alignment = WD_ALIGN_PARAGRAPH.CENTER
            elif b.kind == "heading":
                document.add_heading(b.number + b.text, 1)
            elif b.kind != "image":
                document.add_paragraph(b.text)
        document.save(str(work / (name + ".docx")))


def by_libreoffice(work, drawn):
    """All pages in one run, with a profile of its own so that no other instance is in the way."""
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(["soffice", "-env:UserInstallation=file://" + profile, "--headless", "--convert-to", "docx",
                        "--infilter=HTML (StarWriter)", "--outdir", str(work)] +
                       [str(work.parent / "pages" / (name + ".html")) for name, _, _ in drawn],
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def without_pictures(drawn):
    return [d for d in drawn if all(b.kind != "image" for b in d[2])]


def main(program, count="24"):
    drawn = carriers.draw(31, int(count))
    producers = [("by hand", by_hand, drawn)]
    if python_docx:
        producers.append(("python-docx", by_python_docx, without_pictures(drawn)[:8]))
    else:
        print("SKIPPED python-docx: not installed (python3-docx)")
    if shutil.which("soffice"):
        producers.append(("LibreOffice", by_libreoffice, drawn[:8]))
    else:
        print("SKIPPED LibreOffice: not installed (libreoffice-writer-nogui)")
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        (root / "pages").mkdir()
        for name, _, blocks in drawn:
            (root / "pages" / (name + ".html")).write_text(carriers.page(blocks), encoding="utf-8")
        for label, make, chosen in producers:
            work = root / label.replace(" ", "-")
            work.mkdir()
            make(work, chosen)
            if len(list(work.iterdir())) != len(chosen):
                faults.append("%s wrote %d of %d files" % (label, len(list(work.iterdir())), len(chosen)))
            cells, found = carriers.compare(program, str(root / "pages"), str(work), label, SILENT)
            print("%s: %d reports, %d cells the same" % (label, len(chosen), cells))
            faults += found
    print("\n".join(faults[:60]))
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
