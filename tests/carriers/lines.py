#!/usr/bin/env python3
"""Paragraphs that were broken into lines of one width, each a paragraph, say what they said whole.

Usage: lines.py PROGRAM [COUNT]. The reports are those of the corpus; text, pages and Word files have their paragraphs
broken as paper breaks them, with or without the blanks that paragraphs begin with. Every fact, cell, heading and finding
must be that of the whole page. Whether a full line that ends a sentence also ends its paragraph nobody can tell.
"""
import pathlib
import random
import sys
import tempfile

import carriers
import docx_shapes
import word

# An address that a line's end tears is a link of its own in a Word file; what a quote shows begins elsewhere.
SILENT = ("text.damage", "safety.foreign-link", "identity.not-a-report")
STOPS = "，。；、：）”,;:)"
FIRST = 4  # columns before a paragraph


def columns(c):
    return 2 if ord(c) >= 0x1100 else 1


def lines_of(text, width):
    """As paper breaks it: no line begins with a mark."""
    out, line, at = [], "", FIRST
    for c in text.strip(" \u3000"):
        if at + columns(c) > width and c not in STOPS:
            out.append(line)
            line, at = "", 0
        line, at = line + c, at + columns(c)
    return out + [line]


def broken(blocks, width, blanks):
    out = []
    for b in blocks:
        lines = lines_of(b.text, width) if b.kind == "paragraph" else []
        if lines and blanks:
            lines[0] = "\u3000\u3000" + lines[0]
        out += [docx_shapes.Block("paragraph", line) for line in lines] or [b]
    return out


def as_pages(work, drawn):
    for name, _, blocks in drawn:
        (work / (name + ".html")).write_text(carriers.page(blocks), encoding="utf-8")


def as_word(work, drawn):
    for name, report, blocks in drawn:
        writing = docx_shapes.draw_writing(random.Random("lines:" + name))
        writing.boxed = writing.comments = writing.tracked = False
        writing.numbers = "typed"
        (work / (name + ".docx")).write_bytes(docx_shapes.write(random.Random(1), blocks, report.title, "", writing))


def headings(extracted):
    return [(s["key"], "".join((s["heading"] or "").split())) for s in extracted["sections"]]


def faults_of(program, pages, others, label):
    page_says, other_says = carriers.read(program, str(pages)), carriers.read(program, str(others))
    for name in sorted(other_says):
        whole, torn = page_says[name], other_says[name]
        for difference in carriers.differences(whole, torn, SILENT):
            if not difference.startswith(("section", "another number")):
                yield "%s %s: %s" % (label, name, difference)
        if headings(whole[1]) != headings(torn[1]):
            yield "%s %s: %s != %s" % (label, name, headings(whole[1]), headings(torn[1]))


def main(program, count="16"):
    drawn = [d for d in word.without_pictures(carriers.draw(77, int(count) + 8)) if len(d[2]) > 20][:int(count)]
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        (root / "pages").mkdir()
        as_pages(root / "pages", drawn)
        for label, make, width, blanks in (("text", word.as_text, 56, False), ("text-blanks", word.as_text, 64, True),
                                           ("page", as_pages, 72, True), ("word", as_word, 56, False), ("word-blanks", as_word, 80, True)):
            (root / label).mkdir()
            make(root / label, [(name, report, broken(blocks, width, blanks)) for name, report, blocks in drawn])
            faults += faults_of(program, root / "pages", root / label, label)
            print("%s: %d reports" % (label, len(drawn)))
    print("\n".join(faults[:40]))
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
