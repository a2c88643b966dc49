#!/usr/bin/python3
"""The register as a workbook: read through LibreOffice, once; errors name the row. usage: workbook.py AUDITOR SOURCE"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import zipfile
from xml.sax.saxutils import escape

HEADER = ["代码", "名称", "别名", "层级", "分组", "截止日", "起始年度"]
ROWS = [["xzf", "澄溪县人民政府", "澄溪县", "县", "县政府", "", ""],
        ["gaj", "澄溪县公安局", "县公安局\n公安局", "部门", "部门", "2月28日", "2019"],
        ["new", "澄溪县新设局", "", "部门", "部门", "", "2024"]]
PARTS = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.'
    'openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.'
    'openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
    "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.'
    'openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type='
    '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    "xl/workbook.xml": '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/'
    'officeDocument/2006/relationships"><sheets><sheet name="名录" sheetId="1" r:id="r1"/></sheets></workbook>',
}


def write_book(path, rows):
    sheet = "".join("<row r=\"%d\">%s</row>" % (i, "".join(
        '<c r="%s%d" t="inlineStr"><is><t xml:space="preserve">%s</t></is></c>' % (chr(65 + k), i, escape(v)) for k, v in enumerate(row) if v))
        for i, row in enumerate(rows, 1))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        for name, text in PARTS.items():
            book.writestr(name, '<?xml version="1.0" encoding="UTF-8"?>' + text)
        book.writestr("xl/worksheets/sheet1.xml", '<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/'
                      'spreadsheetml/2006/main"><sheetData>%s</sheetData></worksheet>' % sheet)


class Office:
    def __init__(self, auditor, source, folder):
        self.auditor, self.folder = auditor, folder
        shutil.copytree(source / "examples/office", folder)
        (folder / "agencies.csv").unlink()
        self.environment = {**os.environ, "AUDITOR_DATA": str(source), "NO_COLOR": "1"}

    def assess(self, expect, **environment):
        done = subprocess.run([self.auditor, "assess", "2024", "--lang", "en"], cwd=self.folder, env={**self.environment, **environment},
                              capture_output=True, text=True, check=False)
        assert done.returncode in expect, (done.returncode, done.stdout, done.stderr)
        return done.stdout + done.stderr


def plays(office, bare):
    assert "no register" in office.assess((78,))
    book = office.folder / "agencies.xlsx"
    write_book(book, [["澄溪县机关名录"], [], HEADER, *ROWS])
    assert "3 agencies" in office.assess((0, 2, 3))
    kept = office.folder / "agencies.xlsx.csv"
    lines = kept.read_text(encoding="utf-8").splitlines()
    assert lines[4].startswith("gaj,") and "县公安局;公安局" in lines[4], lines
    # what was read is kept: LibreOffice is not needed again until the workbook changes
    assert "3 agencies" in office.assess((0, 2, 3), PATH=bare)
    os.utime(book, (book.stat().st_atime, book.stat().st_mtime - 10))
    told = office.assess((78,), PATH=bare)
    assert "takes LibreOffice" in told and "agencies.csv" in told, told
    assert "3 agencies" in office.assess((0, 2, 3))
    # errors name the row of the sheet
    write_book(book, [["澄溪县机关名录"], [], HEADER, *ROWS, ["", "澄溪县无码局", "", "部门", "部门", "", ""]])
    told = office.assess((78,))
    assert "agencies.xlsx:7:" in told and "code" in told, told
    book.write_bytes(b"PK no workbook")
    told = office.assess((78,))
    assert "cannot be read" in told, told
    # a register in both forms: the table counts, and that is said
    (office.folder / "agencies.csv").write_text("code,name\na,澄溪县公安局\n", encoding="utf-8")
    told = office.assess((0, 2, 3))
    assert "1 agencies" in told.replace("1 agency", "1 agencies") and "is not read" in told, told


def main():
    auditor, source = str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2]).resolve()
    if not shutil.which("soffice") or not pathlib.Path("/usr/lib/libreoffice/program/libsclo.so").exists():
        print("SKIPPED: LibreOffice is not installed (libreoffice-calc)")
        return
    with tempfile.TemporaryDirectory() as top:
        bare = pathlib.Path(top) / "bin"
        bare.mkdir()
        plays(Office(auditor, source, pathlib.Path(top) / "office"), str(bare))


main()
