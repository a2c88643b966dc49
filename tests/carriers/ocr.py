#!/usr/bin/env python3
"""A scan is read when somebody asks for it, and what is doubtful in it is neither a value nor a finding.

Usage: ocr.py PROGRAM. A report of the corpus is printed, drawn as pictures, and those are wrapped as a PDF.
"""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

import carriers
import pdf
import pdf_hostile

TOOLS = ("chromium", "pdftoppm", "tesseract")
DPI = 150


def scan(page):
    """The pictures of a PDF as one page each."""
    pictures = []
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["pdftoppm", "-r", str(DPI), "-gray", "-jpeg", str(page), folder + "/p"], check=True)
        pictures = [p.read_bytes() for p in sorted(pathlib.Path(folder).iterdir())]
    box = b"[0 0 595 842]"
    objects, kids = [], []
    for data in pictures:
        first = 3 + len(objects)
        kids.append(b"%d 0 R" % first)
        width, height, colours = shape(data)
        objects += [
            b"<</Type/Page/Parent 2 0 R/MediaBox%s/Contents %d 0 R/Resources<</XObject<</I %d 0 R>>>>>>"
            % (box, first + 1, first + 2),
            pdf_hostile.stream(b"q 595 0 0 842 0 0 cm /I Do Q"),
            pdf_hostile.stream(data, b"/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/%s"
                                     b"/BitsPerComponent 8/Filter/DCTDecode"
                               % (width, height, b"DeviceGray" if colours == 1 else b"DeviceRGB"))]
    return pdf_hostile.write([b"<</Type/Catalog/Pages 2 0 R>>",
                              b"<</Type/Pages/Kids[%s]/Count %d>>" % (b" ".join(kids), len(kids))] + objects)


def shape(jpeg):
    """Width, height, number of colours."""
    at = 2
    while jpeg[at + 1] not in (0xC0, 0xC1, 0xC2):
        at += 2 + int.from_bytes(jpeg[at + 2:at + 4], "big")
    return int.from_bytes(jpeg[at + 7:at + 9], "big"), int.from_bytes(jpeg[at + 5:at + 7], "big"), jpeg[at + 9]


def said(program, verb, path, *options):
    done = subprocess.run([program, verb, str(path), "--output", "json", *options], capture_output=True)
    return json.loads(done.stdout)["documents"][0]


def faults(program, page, path):
    plain = said(program, "check", path)
    if (plain["problem"] or {}).get("code") != "no_text_layer":
        yield "without --ocr: %s" % plain["problem"]
    checked = said(program, "check", path, "--ocr")
    if checked["complete"]:
        yield "a scan was judged completely"
    for result in checked["results"]:
        if result["state"] == "fail":
            yield "%s fails on recognised text" % result["rule"]
    notes = [f["message"] for r in checked["results"] if r["rule"] == "text.damage" for f in r["findings"]]
    if not any("扫描件" in n for n in notes):
        yield "it is not said that the text was recognised"
    right, read = said(program, "extract", page)["tables"], said(program, "extract", path, "--ocr")["tables"]
    numbers = 0
    for name, rows in right.items():
        for row, columns in (rows.items() if name != "form" and rows else ()):
            for column, cell in columns.items():
                found = ((read.get(name) or {}).get(row) or {}).get(column) or {"kind": "absent"}
                numbers += found["kind"] == "number"
                if found["kind"] == "number" and found["value"] != cell["value"]:
                    yield "%s/%s/%s: %s read as %s" % (name, row, column, cell["value"], found["value"])
                if found["kind"] == "blank" and cell["kind"] != "blank":
                    yield "%s/%s/%s: %s read as blank" % (name, row, column, cell["value"])
    if numbers < 10:
        yield "only %d values were read" % numbers


def main(program):
    missing = [t for t in TOOLS if not shutil.which(t)]
    if missing:
        print("SKIPPED: not installed: %s" % ", ".join(missing))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        drawn = carriers.draw(9, 1, "none")
        pdf.pages(work / "pages", drawn)
        (work / "printed").mkdir()
        pdf.by_chromium(work / "printed", drawn)
        path = work / "scan.pdf"
        path.write_bytes(scan(next((work / "printed").iterdir())))
        found = list(faults(program, next((work / "pages").iterdir()), path))
    print("\n".join(found))
    print("%d passed, %d failed" % (not found, bool(found)))
    return bool(found)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
