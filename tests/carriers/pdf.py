#!/usr/bin/env python3
"""A report says the same as a web page and as a PDF, whoever printed it.

Usage: pdf.py PROGRAM [COUNT]. Two producers print the reports of the corpus, defects included: Chromium and
LibreOffice. Every fact, cell, section and finding must be the same but for places. A producer that is not
installed is named as skipped.
"""
import pathlib
import shutil
import subprocess
import sys
import tempfile

import carriers

# Paper needs tables that fit on it; a report's own page says so in its style sheet.
STYLE = ("<style>@page{size:A4;margin:20mm 18mm}table{border-collapse:collapse;width:100%}"
         "td{border:1px solid black;padding:2px 4px}body{font-size:12pt}</style>")


def pages(folder, drawn):
    folder.mkdir()
    for name, _, blocks in drawn:
        text = carriers.page(blocks).replace("</head>", STYLE + "</head>")
        (folder / (name + ".html")).write_text(text, encoding="utf-8")


def by_chromium(work, drawn):
    """Some run as root, in a container, where its own sandbox is not to be had."""
    for name, _, _ in drawn:
        page, target = work.parent / "pages" / (name + ".html"), work / (name + ".pdf")
        subprocess.run([shutil.which("chromium"), "--headless", "--no-sandbox", "--disable-gpu",
                        "--user-data-dir=%s" % (work.parent / "profile"), "--no-pdf-header-footer",
                        "--print-to-pdf=%s" % target, page.as_uri()], check=True, timeout=120,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def by_libreoffice(work, drawn):
    """All pages in one run, with a profile of its own so that no other instance is in the way."""
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(["soffice", "-env:UserInstallation=file://" + profile, "--headless", "--convert-to", "pdf",
                        "--infilter=HTML (StarWriter)", "--outdir", str(work)] +
                       [str(work.parent / "pages" / (name + ".html")) for name, _, _ in drawn],
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300)


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
