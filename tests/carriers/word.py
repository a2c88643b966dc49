#!/usr/bin/env python3
"""A report says the same as a web page, as text with one cell a line, and as a Word file, whoever wrote the file.

Usage: word.py PROGRAM [COUNT]. The Word files come from the corpus's own writer, which imitates Word and WPS (numbers of
headings that are typed nowhere, merged cells told row by row, tracked changes, text boxes, hidden words), from
python-docx, from LibreOffice (from the page, and as it writes the corpus's files anew) and from pandoc. The reports are
those of the corpus, defects included. Every fact, cell, section and finding must be the same but for places. A producer
that is not installed is named as skipped.
"""
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

import archives
import carriers
import docx_parts
import docx_shapes
import print_shapes

try:
    import docx as python_docx
    from docx.enum.text import WD_ALIGN_PARAGRAPH
except ImportError:
    python_docx = None

# What was tracked or remarked is noted of the Word file alone.
SILENT = ("text.damage",)


def by_hand(work, drawn, bare=False, numbers=None):
    for name, report, blocks in drawn:
        rng = random.Random("word:" + name)
        writing = docx_shapes.draw_writing(rng)
        if bare:
            writing.boxed = writing.comments = False
        if numbers:
            writing.numbers, writing.tracked = numbers, False
        data = docx_shapes.write(rng, blocks, report.title, report.agency.short, writing)
        (work / (name + ".docx")).write_bytes(data)


def _hide_within(text):
    """Words that nobody sees in the midst of sentences, labels and figures."""
    unseen = "</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>另有8件</w:t></w:r><w:r><w:t>"
    return re.sub(r"(<w:t(?: [^>]*)?>)([^<]{2,})(?=</w:t></w:r>)",
                  lambda m: m[1] + m[2][:len(m[2]) // 2] + unseen + m[2][len(m[2]) // 2:], text)


def with_unseen(work, drawn):
    by_hand(work, drawn)
    for path in work.iterdir():
        with zipfile.ZipFile(path) as file:
            parts = [(i.filename, file.read(i)) for i in file.infolist()]
        path.write_bytes(docx_parts.pack([
            (name, _hide_within(data.decode()).encode() if name == "word/document.xml" else data) for name, data in parts]))


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
    print_shapes.by_libreoffice([pages_of(work) / (name + ".html") for name, _, _ in drawn], work, "docx")


def by_libreoffice_anew(work, drawn):
    """What LibreOffice makes of the corpus's own Word files; boxes, remarks and pictures of those lack what it asks for."""
    with tempfile.TemporaryDirectory() as folder:
        by_hand(pathlib.Path(folder), drawn, bare=True)
        print_shapes.by_libreoffice(sorted(pathlib.Path(folder).iterdir()), work, "docx:MS Word 2007 XML", None)


def by_pandoc(work, drawn):
    for name, _, _ in drawn:
        subprocess.run(["pandoc", "-f", "html", "-o", work / (name + ".docx"), pages_of(work) / (name + ".html")],
                       check=True, stderr=subprocess.DEVNULL)


def by_chunks(work, drawn):
    """Another file in the place of the text, as libraries put it there: a page, a web archive, a Word file."""
    for i, (name, report, blocks) in enumerate(drawn):
        kind = ("html", "mht", "docx")[i % 3]
        writing = docx_shapes.draw_writing(random.Random("chunk:" + name))
        content = {"html": lambda b=blocks: carriers.page(b).encode(), "mht": lambda b=blocks: archives.of_word(b),
                   "docx": lambda b=blocks, r=report, w=writing: docx_shapes.write(random.Random(1), b, r.title, "", w)}[kind]()
        body = '<w:body><w:altChunk r:id="rId1"/><w:sectPr/></w:body>'
        links = [("rId1", "aFChunk", "/word/afchunk." + kind)]
        (work / (name + ".docx")).write_bytes(docx_parts.pack([
            ("[Content_Types].xml", docx_parts.TYPES),
            ("_rels/.rels", docx_parts.relations("word", [("rId1", "officeDocument", "word/document.xml")])),
            ("word/document.xml", docx_parts.part("word", "document", body)),
            ("word/_rels/document.xml.rels", docx_parts.relations("word", links)),
            ("word/afchunk." + kind, content)]))


def as_text(work, drawn):
    """Copied off a page, one cell a line."""
    for name, _, blocks in drawn:
        lines = []
        for b in blocks:
            if b.kind == "grid":
                lines += [line for row in b.grid for cell in row for line in (cell.text, "|")]
            else:
                lines.append(b.number + b.text)
        (work / (name + ".txt")).write_text("\n".join(lines) + "\n", encoding="utf-8")


def pages_of(work):
    return work.parent / "pages"


def without_pictures(drawn):
    return [d for d in drawn if all(b.kind != "image" for b in d[2])]


def producers(drawn):
    """(label, make, what of it), with those that are not installed told and left out."""
    plain = without_pictures(drawn)
    yield "text", as_text, plain
    yield "by hand", by_hand, drawn
    yield "words unseen", with_unseen, drawn[:8]
    yield "another file inside", by_chunks, plain[:9]
    found = (("python-docx", python_docx, "python3-docx", by_python_docx, plain[:8]),
             ("LibreOffice", shutil.which("soffice"), "libreoffice-writer", by_libreoffice, drawn[:8]),
             ("LibreOffice anew", shutil.which("soffice"), "libreoffice-writer", by_libreoffice_anew, plain[:8]),
             ("pandoc", shutil.which("pandoc"), "pandoc", by_pandoc, plain[:8]))
    for label, there, package, make, chosen in found:
        if there:
            yield label, make, chosen
        else:
            print("SKIPPED %s: not installed (%s)" % (label, package))


def main(program, count="24"):
    drawn = carriers.draw(31, int(count))
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        (root / "pages").mkdir()
        for name, _, blocks in drawn:
            (root / "pages" / (name + ".html")).write_text(carriers.page(blocks), encoding="utf-8")
        for label, make, chosen in producers(drawn):
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
