#!/usr/bin/env python3
"""A report says the same as a web page and as a PDF, whoever printed it and however it is laid out.

Usage: pdf.py PROGRAM [all]. Chromium and LibreOffice print the reports of the corpus, defects included, each in another
shape (pdf_shapes.py); `all` prints every shape with each of them, and with WeasyPrint and wkhtmltopdf. Every
fact, cell, section and finding must be the same but for places, and findings must name a page that there is. A producer
that is not installed is named as skipped.
"""
import collections
import hashlib
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import carriers
import pdf_shapes

PLAIN = pdf_shapes.SHAPES[0]

# Of a PDF less is known than of a page: it has no host.
SILENT = ("publication.source",)

# LibreOffice leaves out a full stop that would hang over the margin. Which report loses one depends on its lines.
LOSES = ("centred", "dashed", "indent", "three-lines")


def pages(folder, drawn, shapes=None):
    folder.mkdir()
    for (name, _, blocks), shape in zip(drawn, shapes or [PLAIN] * len(drawn)):
        text = carriers.page(blocks)
        text = shape.change(text) if shape.change else text
        text = text.replace("</head>", "<style>%s</style></head>" % shape.css)
        (folder / (name + ".html")).write_text(text, encoding="utf-8")


def _quietly(command, seconds, **more):
    subprocess.run(command, timeout=seconds, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **more)


def by_chromium(work, drawn, shapes=None):
    """Some run as root, in a container, where its own sandbox is not to be had."""
    for (name, _, _), shape in zip(drawn, shapes or [PLAIN] * len(drawn)):
        page, target = work.parent / "pages" / (name + ".html"), work / (name + ".pdf")
        _quietly([shutil.which("chromium"), "--headless", "--no-sandbox", "--disable-gpu",
                  "--user-data-dir=%s" % (work.parent / "profile")] +
                 ([] if shape.header else ["--no-pdf-header-footer"]) +
                 ["--print-to-pdf=%s" % target, page.as_uri()], 120, check=True)


def by_libreoffice(work, drawn, shapes=None):
    """All pages in one run, with a profile of its own so that no other instance is in the way."""
    with tempfile.TemporaryDirectory() as profile:
        _quietly(["soffice", "-env:UserInstallation=file://" + profile, "--headless", "--convert-to", "pdf",
                  "--infilter=HTML (StarWriter)", "--outdir", str(work)] +
                 [str(work.parent / "pages" / (name + ".html")) for name, _, _ in drawn], 300, check=True)


def by_weasyprint(work, drawn, shapes=None):
    for name, _, _ in drawn:
        _quietly(["weasyprint", str(work.parent / "pages" / (name + ".html")), str(work / (name + ".pdf"))], 300)


def by_wkhtmltopdf(work, drawn, shapes=None):
    for name, _, _ in drawn:
        _quietly(["wkhtmltopdf", "-q", str(work.parent / "pages" / (name + ".html")), str(work / (name + ".pdf"))], 120,
                 env=dict(os.environ, QT_QPA_PLATFORM="offscreen"))


PRODUCERS = [("chromium", "chromium", by_chromium), ("libreoffice", "soffice", by_libreoffice),
             ("weasyprint", "weasyprint", by_weasyprint), ("wkhtmltopdf", "wkhtmltopdf", by_wkhtmltopdf)]


def choose(producer, everything):
    """[(a report, its shape)]: all, or every other shape with each of the two that are common."""
    shapes = pdf_shapes.SHAPES
    chosen = []
    for i, (report, shape) in enumerate(zip(carriers.draw(9, len(shapes)), shapes)):
        able = (not shape.only or producer in shape.only) and (not shape.turn or shutil.which("qpdf"))
        office = shape.only == ("libreoffice",) or (i % 2 == 1 and not shape.only and shape.name not in LOSES)
        if able and (everything or (not shape.weak and (producer == "libreoffice") == office)):
            chosen.append((report, shape))
    return chosen


def kept_prints(work, label, tool, chosen):
    """Where each report's print is kept, by its name: by what is printed, and by what prints it."""
    folder = pathlib.Path(os.environ.get("AUDITOR_PRINTED") or work / "kept") / label
    folder.mkdir(parents=True, exist_ok=True)
    printer = str(os.stat(shutil.which(tool)).st_mtime_ns).encode()
    kept = {}
    for (name, _, _), shape in chosen:
        page = (work / "pages" / (name + ".html")).read_bytes()
        kept[name] = folder / (hashlib.sha256(b"%s %d %s" % (printer, shape.header, page)).hexdigest() + ".pdf")
    return kept


def write_all(write, work, label, tool, chosen):
    """Printing takes far longer than reading: what a build beside this one has printed, AUDITOR_PRINTED, is not printed again."""
    kept = kept_prints(work, label, tool, chosen)
    new = [(report, shape) for report, shape in chosen if not kept[report[0]].exists()]
    if new:
        write(work / label, [report for report, _ in new], [shape for _, shape in new])
    for (name, _, _), _ in chosen:
        printed, part = work / label / (name + ".pdf"), kept[name].with_suffix(".%d" % os.getpid())
        if kept[name].exists():
            shutil.copy(kept[name], printed)
        elif printed.exists():
            shutil.copy(printed, part)
            part.replace(kept[name])


def turn(folder, drawn, shapes):
    for (name, _, _), shape in zip(drawn, shapes):
        if shape.turn:
            subprocess.run(["qpdf", "--rotate=+%d" % shape.turn, "--replace-input", str(folder / (name + ".pdf"))],
                           check=True)


def pages_missing(said):
    """Findings of PDFs that have a line and no page."""
    return ["%s: %s names line %d and no page" % (name, r["rule"], e["line"])
            for name, (checked, _) in said.items() for r in checked["results"]
            for f in r["findings"] for e in f["evidence"] if e["line"] and not e.get("page")]


def judge(program, work, label, names):
    """(passed, failed) of one producer."""
    said = carriers.read(program, work / label)
    cells, faults = carriers.compare_read(carriers.read(program, work / "pages"), said, label, SILENT)
    by_report = collections.Counter(f.split(":")[0].split()[1] for f in faults)
    weak = {n for n, shape in names.items() if shape.weak}
    wrong = sorted(n for n in by_report if n not in weak)
    missing = pages_missing(said)
    print("%s: %d reports, %d cells alike%s" % (label, len(names), cells, "".join(
        "; %s %s" % (names[n].name, "differs, as known" if n in weak else "DIFFERS") for n in sorted(by_report))))
    print("\n".join(["    " + f for f in faults if f.split(":")[0].split()[1] in wrong][:40] + missing[:5]))
    return len(names) - len(by_report), len(wrong) + bool(missing)


def main(program, everything=False):
    passed = failed = skipped = 0
    if not shutil.which("pdftotext"):
        print("SKIPPED: pdftotext is not installed")
        return 0
    for label, tool, write in PRODUCERS[:4 if everything else 2]:
        chosen = choose(label, everything)
        drawn, shapes = [r for r, _ in chosen], [s for _, s in chosen]
        if not shutil.which(tool):
            print("SKIPPED: %s is not installed" % label)
            skipped += len(chosen)
            continue
        with tempfile.TemporaryDirectory() as folder:
            work = pathlib.Path(folder)
            pages(work / "pages", drawn, shapes)
            (work / label).mkdir()
            write_all(write, work, label, tool, chosen)
            turn(work / label, drawn, shapes)
            good, bad = judge(program, work, label, {r[0]: s for r, s in chosen})
        passed, failed = passed + good, failed + bad
    print("%d passed, %d failed, %d skipped" % (passed, failed, skipped))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], "all" in sys.argv[2:]))
