#!/usr/bin/env python3
"""Web archives, and what LibreOffice has to read first: the same report, whatever the file is called.

Usage: converted.py PROGRAM. Web archives as three programs write them, pages and Word files under wrong names; with
LibreOffice also .doc, .rtf, .odt and .xlsx, which are named as skipped without it. Every fact, cell, section and
finding must be that of the page. A file that cannot be converted is unreadable and says the way out.
"""
import csv
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

import archives
import carriers
import print_shapes
import word

# Of a web archive the host is known; LibreOffice writes no comments into old formats.
SILENT = ("publication.source", "text.damage")


def of_page(blocks):
    return carriers.page(blocks).encode()


def as_one_file(docx):
    """What Word saves as XML: all parts in one file."""
    parts = []
    with zipfile.ZipFile(docx) as file:
        for name in file.namelist():
            if name.endswith((".xml", ".rels")) and name != "[Content_Types].xml":
                text = re.sub(r"^<\?xml[^>]*\?>\s*", "", file.read(name).decode())
                parts.append('<pkg:part pkg:name="/%s" pkg:contentType="application/xml"><pkg:xmlData>%s</pkg:xmlData>'
                             '</pkg:part>' % (name, text))
    return ('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<?mso-application progid="Word.Document"?>\n'
            '<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">%s</pkg:package>' % "".join(parts))


def read_as_they_are(work, drawn):
    """{label: folder}, files whose content tells what they are"""
    makers = (("chromium", ".mht", archives.of_chromium), ("explorer", ".mhtml", archives.of_explorer),
              ("word-mht", ".doc", archives.of_word), ("page", ".doc", of_page), ("page-pdf", ".pdf", of_page))
    for label, ending, make in makers:
        (work / label).mkdir()
        for name, _, blocks in drawn:
            (work / label / (name + ending)).write_bytes(make(blocks))
        yield label, work / label
    (work / "xml").mkdir()
    word.by_hand(work / "xml", drawn)
    for file in (work / "xml").iterdir():
        file.with_suffix(".xml").write_text(as_one_file(file), encoding="utf-8")
        file.unlink()
    yield "xml", work / "xml"
    for ending in ".doc", ".html", ".wps":
        folder = work / ("docx" + ending)
        folder.mkdir()
        word.by_hand(folder, drawn)
        for file in folder.iterdir():
            file.rename(file.with_suffix(ending))
        yield "docx" + ending, folder


def converted(work, drawn):
    """Old formats as LibreOffice itself writes them, some under another's name."""
    pages = [work / "pages" / (name + ".html") for name, _, _ in drawn]
    for label, target, shown in (("doc", "doc:MS Word 97", ".wps"), ("rtf-doc", "rtf", ".doc"), ("odt", "odt", ".odt"),
                                 ("fodt", "fodt", ".fodt")):
        (work / label).mkdir()
        print_shapes.by_libreoffice(pages, work / label, target)
        for file in (work / label).iterdir():
            file.rename(file.with_suffix(shown))
        assert len(list((work / label).glob("*" + shown))) == len(pages), label
        yield label, work / label


def numbered(work, drawn):
    """Numbers that are typed nowhere, as LibreOffice writes them into RTF, which has no deleted ends of paragraphs, and into XML."""
    (work / "docx").mkdir()
    word.by_hand(work / "docx", drawn, bare=True, numbers="list")
    for label, target in ("rtf", "rtf"), ("xml2003", "xml:MS Word 2003 XML"):
        (work / label).mkdir()
        print_shapes.by_libreoffice(sorted((work / "docx").iterdir()), work / label, target, None)
        yield label, work / label


def problem(program, file, path=None):
    done = subprocess.run([program, "extract", file, "--output", "json", "--quiet"], capture_output=True,
                          env={**os.environ, **({"PATH": path} if path else {})})
    document = json.loads(done.stdout)["documents"][0]
    return document["kind"], document["problem"], document


def sheets(program, work):
    """A table that hangs on a report is read, and is no report."""
    with open(work / "annex.csv", "w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows([["项目", "件数"], ["本年新收", "12"], ["予以公开", "7"]])
    for target, name in (("xlsx", "annex.xlsx"), ("xls:MS Excel 97", "annex.xls")):
        print_shapes.by_libreoffice([work / "annex.csv"], work, target, "Text - txt - csv (StarCalc):44,34,76")
        kind, trouble, document = problem(program, work / name)
        assert kind == "other" and not trouble, (name, kind, trouble)
        assert "本年新收" in json.dumps(document, ensure_ascii=False), document


def without_libreoffice(program, work, files):
    for file in files:
        kind, trouble, _ = problem(program, file, str(work))
        assert kind == "unreadable" and trouble["code"] == "no_converter" and "libreoffice-" in trouble["message"], trouble


def main(program):
    drawn = word.without_pictures(carriers.draw(57, 8))[:4]
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        (work / "pages").mkdir()
        for name, _, blocks in drawn:
            (work / "pages" / (name + ".html")).write_bytes(of_page(blocks))
        ways = list(read_as_they_are(work, drawn))
        (work / "broken.rtf").write_bytes(b"{\\rtf1 \\bin99999999 ")
        without_libreoffice(program, work / "pages", [work / "broken.rtf"])
        if shutil.which("soffice"):
            ways += converted(work, drawn[:1])
            ways += numbered(work, drawn[:2])
        else:
            print("SKIPPED .doc, .wps, .rtf, .odt: LibreOffice is not installed (libreoffice-writer)")
        if list(pathlib.Path("/usr/lib/libreoffice/program").glob("libsclo.so")):
            sheets(program, work)
        else:
            print("SKIPPED .xlsx, .xls: not installed (libreoffice-calc)")
        pages = carriers.read(program, str(work / "pages"))
        for label, files in ways:
            cells, found = carriers.compare_read(pages, carriers.read(program, str(files)), label, SILENT)
            print("%s: %d cells the same" % (label, cells))
            faults += found
    print("\n".join(faults[:60]))
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
