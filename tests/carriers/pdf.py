#!/usr/bin/env python3
"""A report says the same as a web page and as a PDF, whoever printed it.

Usage: pdf.py PROGRAM [COUNT]. Two producers print the reports of the corpus, defects included: Chromium and
LibreOffice. Every fact, cell, section and finding must be the same but for places. A producer that is not
installed is named as skipped.
"""
import pathlib
import shutil
import sys
import tempfile

import carriers
import print_shapes

def pages(folder, drawn):
    folder.mkdir()
    for name, _, blocks in drawn:
        text = print_shapes.for_paper(carriers.page(blocks))
        (folder / (name + ".html")).write_text(text, encoding="utf-8")


def by_chromium(work, drawn):
    print_shapes.by_chromium([work.parent / "pages" / (name + ".html") for name, _, _ in drawn], work)


def by_libreoffice(work, drawn):
    print_shapes.by_libreoffice([work.parent / "pages" / (name + ".html") for name, _, _ in drawn], work)


def main():
    program, count = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 3
    producers = [("chromium", shutil.which("chromium"), by_chromium),
                 ("libreoffice", shutil.which("soffice"), by_libreoffice)]
    passed = failed = skipped = 0
    if not shutil.which("pdftotext"):
        print("SKIPPED: pdftotext is not installed")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        drawn = carriers.draw(9, count)
        pages(work / "pages", drawn)
        for name, present, write in producers:
            if not present:
                print("SKIPPED: %s is not installed" % name)
                skipped += count
                continue
            (work / name).mkdir()
            write(work / name, drawn)
            cells, faults = carriers.compare(program, work / "pages", work / name, name, SILENT)
            print("%s: %d reports, %d cells alike" % (name, count, cells))
            print("\n".join("    " + f for f in faults[:40]))
            failed += len({f.split(":")[0] for f in faults})
            passed += count - len({f.split(":")[0] for f in faults})
    print("%d passed, %d failed, %d skipped" % (passed, failed, skipped))
    return 1 if failed else 0


# Of a PDF less is known than of a page: it has no host.
SILENT = ("publication.source",)

if __name__ == "__main__":
    sys.exit(main())
