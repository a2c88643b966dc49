#!/usr/bin/env python3
"""Fields of a form that fill the cells of a table take none of its borders away.

Usage: pdf_fields.py PROGRAM. The files are written here, by hand: each border is drawn once, cell by cell.
"""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

from pdf_hostile import stream, write

LEFT, RIGHT, HEIGHT = 80, 500, 20
ROWS = [("第二十条第（一）项",), ("信息内容", "本年制发件数", "本年废止件数", "现行有效件数"), ("规章", "0", "0", "0"), ("行政规范性文件", "12", "4", "39"),
        ("第二十条第（五）项",), ("信息内容", "本年处理决定数量"), ("行政许可", "316"), ("第二十条第（六）项",), ("信息内容", "本年处理决定数量"),
        ("行政处罚", "24"), ("行政强制", "7"), ("第二十条第（八）项",), ("信息内容", "本年收费金额（单位：万元）"), ("行政事业性收费", "182.46")]
EDGES = {1: [LEFT, RIGHT], 2: [LEFT, 230, RIGHT], 4: [LEFT, 230, 320, 410, RIGHT]}
FONTS = [b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[6 0 R]>>",
         b"<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>"
         b"/DW 1000/FontDescriptor 7 0 R>>",
         b"<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 800/Descent -200"
         b"/CapHeight 700/StemV 80>>"]


def words(x, y, text, size=10):
    return "BT /F %d Tf %g %g Td <%s> Tj ET" % (size, x, y, text.encode("utf-16-be").hex())


def line(x0, y0, x1, y1):
    return "0.5 w %g %g m %g %g l S" % (x0, y0, x1, y1)


def page(gap, left=0):
    """gap: points between a field and its cell; None: there are no fields. left: where the paper begins."""
    drawn = [words(120, 790, "云汀县民政局2023年政府信息公开工作年度报告", 14), words(LEFT, 720, "二、主动公开政府信息情况")]
    fields, y = [], 700
    for row in ROWS:
        edges = EDGES[len(row)]
        for text, x0, x1 in zip(row, edges, edges[1:]):
            drawn += [words(x0 + 4, y - 14, text), line(x0, y, x1, y), line(x0, y, x0, y - HEIGHT)]
            if gap is not None and text[0].isdigit():
                fields.append("<</Type/Annot/Subtype/Widget/FT/Tx/T(f%d)/F 4/Rect[%g %g %g %g]>>" %
                              (len(fields), x0 + gap, y - HEIGHT + gap, x1 - gap, y - gap))
        drawn.append(line(RIGHT, y, RIGHT, y - HEIGHT))
        y -= HEIGHT
    drawn += [line(x0, y, x1, y) for x0, x1 in zip(EDGES[2], EDGES[2][1:])] + [words(LEFT, y - 30, "三、收到和处理政府信息公开申请情况")]
    leaf = "<</Type/Page/Parent 2 0 R/MediaBox[%d 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>/Annots[%s]>>" % (left, " ".join(fields))
    return write([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", leaf.encode(), stream("\n".join(drawn).encode())] + FONTS)


def cells(program, path):
    done = subprocess.run([program, "extract", str(path), "--output", "json"], capture_output=True, check=False, timeout=120)
    table = json.loads(done.stdout)["documents"][0]["tables"].get("disclosure") or {}
    return {(row, column): cell["raw"] for row, columns in table.items() if isinstance(columns, dict) for column, cell in columns.items()}


def unreadable(folder):
    """Why no page that is written here can be read on this machine; None if it can."""
    if not shutil.which("pdftotext"):
        return "pdftotext is not installed"
    path = pathlib.Path(folder) / "plain.pdf"
    path.write_bytes(page(None))
    text = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True).stdout
    return None if any("\u4e00" <= c <= "\u9fff" for c in text) else "pdftotext does not know the characters (poppler-data)"


def main(program):
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        missing = unreadable(folder)
        if missing:
            print("SKIPPED: " + missing)
            return 0
        path = pathlib.Path(folder) / "fields.pdf"
        path.write_bytes(page(None))
        right = cells(program, path)
        assert right, "no cell of the plain page was read"
        for gap in (0, 1, 2, 3, 8):
            path.write_bytes(page(gap))
            good = cells(program, path) == right
            failed += not good
            print("%s a gap of %d" % ("ok    " if good else "FAILED", gap))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
