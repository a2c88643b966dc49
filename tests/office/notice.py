#!/usr/bin/python3
"""`notice`: letters as HTML and Word, lists as JSON, CSV and XLSX, of the same faults; the office's own template; what Word makes of it.

usage: notice.py AUDITOR SOURCE
"""

import csv
import html
import io
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

import jsonschema
from lxml import etree

PROGRAM = os.path.abspath(sys.argv[1])
SOURCE = pathlib.Path(sys.argv[2]).resolve()
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DATED = ["--date", "2025-03-01"]


def run(office, *words, code=0, lang="en"):
    done = subprocess.run([PROGRAM, *words, "--lang", lang], cwd=office, capture_output=True, text=True, check=False,
                          env={**os.environ, "AUDITOR_DATA": str(SOURCE)})
    assert code is None or done.returncode == code, (words, done)
    return done


def filled(top):
    office = top / "office"
    shutil.copytree(SOURCE / "examples/office", office)
    run(office, "assess", "2024", code=None)
    return office


def text_of(path):
    """The paragraphs of a Word file, body and footer."""
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        parts = [etree.fromstring(archive.read(n)) for n in archive.namelist() if n.startswith("word/") and n.endswith(".xml") and "styles" not in n]
    return ["".join(t.text or "" for t in p.iter(W + "t")) for part in parts for p in part.iter(W + "p")]


def notices_of(office, *words, lang="en"):
    model = json.loads(run(office, "notice", "2024", *words, *DATED, "--output", "json", code=None, lang=lang).stdout)
    schema = json.loads((SOURCE / "docs/schema/notice.schema.json").read_text())
    jsonschema.Draft202012Validator(schema).validate(model)
    return model["notices"]


def the_same_everywhere(top):
    office = filled(top)
    notices = notices_of(office)
    assert len(notices) > 5 and sum(n["count"] for n in notices) > 8
    run(office, "notice", "2024", *DATED, "--output", "docx:word/", "--output", "html:pages/", "--output", "csv:all.csv", "--output", "xlsx:all.xlsx",
        "--output", "html:all.html", code=None)
    rows = list(csv.DictReader(io.StringIO((office / "all.csv").read_text(encoding="utf-8-sig"))))
    assert [(r["code"], r["message"]) for r in rows] == [(n["code"], i["message"]) for n in notices for i in n["items"]]
    whole = html.unescape((office / "all.html").read_text())
    names = sorted(p.stem for p in (office / "word").iterdir())
    assert names == sorted(f"{n['code']}-{n['agency']}" for n in notices) == sorted(p.stem for p in (office / "pages").iterdir())
    for notice in notices:
        stem = f"{notice['code']}-{notice['agency']}"
        letter = "\n".join(text_of(office / f"word/{stem}.docx"))
        page = html.unescape((office / f"pages/{stem}.html").read_text())
        assert "{{" not in letter and notice["deadline"] == "2025-03-16" and "2025-03-16" in letter and notice["agency"] in letter
        for item in notice["items"]:
            for key in ("title", "message", "article", "remedy"):
                assert item[key] and item[key] in letter, (key, item[key])
            for key in ("title", "message", "rule", "article"):
                assert item[key] in page and item[key] in whole, (key, item[key])
            assert item["evidence"].split("\n")[0] in letter
    standing = {r["agency"]: r for r in (json.loads(line) for line in exported(office, top))}
    for notice in notices:
        own = {f["fingerprint"] for r in standing[notice["code"]]["result"]["results"] for f in r["findings"] if f["severity"] and not f["cause"]}
        assert own <= {i["fingerprint"] for i in notice["items"]}, "every finding that nothing explains is an item"


def exported(office, top):
    run(office, "export", str(top / "out"))
    return (top / "out/standing.ndjson").read_text().splitlines()


def options(top):
    office = filled(top)
    first = notices_of(office)[0]
    assert notices_of(office, first["code"])[0] == first
    assert notices_of(office, "--deadline", "2025-04-30")[0]["deadline"] == "2025-04-30"
    assert [n["number"] for n in notices_of(office, "--number", "A{n}/25", "--first", "7")][:2] == ["A7/25", "A8/25"]
    grave = notices_of(office, "--least", "major")
    assert {i["severity"] for n in grave for i in n["items"]} <= {"major", "veto"} and len(grave) < len(notices_of(office))
    assert "年" in notices_of(office, lang="zh")[0]["deadline_text"]
    with open(office / "office.conf", "a", encoding="utf-8") as f:
        f.write("notice_days = 30\n")
    assert notices_of(office)[0]["deadline"] == "2025-03-31"
    for words in (["--date", "2025-02-30"], ["--deadline", "soon"], ["--least", "bad"], ["--deadline", "2025-02-01"], ["--first", "0"],
                  ["--output", "docx"], ["--output", "docx:all.docx"], ["--output", "ndjson"]):
        run(office, "notice", "2024", *DATED, *words, code=64)
    assert not (office / "all.docx").exists()
    run(office, "notice", "2024", "nobody", code=64)
    run(office, "notice", "2019x", code=64)
    run(office, "notice", "2011", code=66)
    with open(office / "office.conf", "a", encoding="utf-8") as f:
        f.write("notice_days = many\n")
    assert "notice_days" in run(office, "notice", "2024", code=78).stderr


def edited(path, change):
    """The template as an office's Word leaves it: other words, placeholders cut into runs."""
    with zipfile.ZipFile(path) as archive:
        parts = {n: archive.read(n) for n in archive.namelist()}
    parts["word/document.xml"] = change(parts["word/document.xml"].decode()).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


def own_template(top):
    office = filled(top)
    code = notices_of(office)[0]["code"]
    said = run(office, "notice", "--template").stdout
    assert said == "reports/notice.en.docx\n"
    run(office, "notice", "--template", code=64)
    own = office / "reports/notice.en.docx"
    assert own.read_bytes() == (SOURCE / "reports/notice.en.docx").read_bytes()
    cut = '{{ag</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:rPr><w:b/></w:rPr><w:t>ency}}'
    edited(own, lambda text: text.replace("{{agency}}", cut, 1).replace("Notice of rectification", "Our own heading"))
    run(office, "notice", "2024", code, *DATED, "--output", "docx:a.docx", code=None)
    paragraphs = text_of(office / "a.docx")
    assert "Our own heading" in paragraphs and f"To {notices_of(office)[0]['agency']}" in paragraphs
    former = (office / "a.docx").read_bytes()
    run(office, "notice", "2024", code, *DATED, "--output", "docx:a.docx", code=None)
    assert (office / "a.docx").read_bytes() == former
    edited(own, lambda text: text.replace("{{number}}", "{{nubmer}}"))
    said = run(office, "notice", "2024", code, *DATED, "--output", "docx:a.docx", code=78).stderr
    assert "nubmer" in said and "items.remedy" in said and "reports/notice.en.docx" in said, said
    own.write_text("no Word file")
    assert "notice.en.docx" in run(office, "notice", "2024", code, "--output", "docx:a.docx", code=78).stderr
    assert (office / "a.docx").read_bytes() == former


def odd_names(top):
    office = filled(top)
    with open(office / "agencies.csv", encoding="utf-8") as f:
        text = f.read()
    code = notices_of(office)[0]["code"]
    row = re.search(rf"^{code},([^,]*),", text, re.M)
    (office / "agencies.csv").write_text(text.replace(row.group(0), f"{code},../..\u202e/{row.group(1)}:*?,", 1), encoding="utf-8")
    run(office, "assess", "2024", code=None)
    run(office, "notice", "2024", *DATED, "--output", "docx:word/", code=None)
    files = [str(p.relative_to(office)) for p in office.rglob("*.docx") if "inbox" not in p.parts]
    assert files and all(f.count("/") == 1 and "\u202e" not in f for f in files), files


def shipped_templates(top):
    subprocess.run([sys.executable, SOURCE / "scripts/notice-template", top], check=True)
    for name in ("notice.docx", "notice.en.docx"):
        assert text_of(top / name) == text_of(SOURCE / "reports" / name), name


def opens_in_an_office_suite(top):
    suite = shutil.which("soffice")
    if not suite:
        print("   skipped: no LibreOffice here")
        return
    office = filled(top)
    notice = max(notices_of(office, lang="zh"), key=lambda n: n["count"])
    run(office, "notice", "2024", notice["code"], *DATED, "--output", "docx:letter.docx", code=None, lang="zh")
    subprocess.run([suite, f"-env:UserInstallation=file://{top}/profile", "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", top,
                    office / "letter.docx"], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=120)
    text = (top / "letter.txt").read_text(encoding="utf-8-sig")
    for item in notice["items"]:
        assert item["message"] in text and item["remedy"] in text
    assert notice["agency"] in text and "2025年3月16日" in text and "{{" not in text


def main():
    for test in (the_same_everywhere, options, own_template, odd_names, shipped_templates, opens_in_an_office_suite):
        with tempfile.TemporaryDirectory(prefix="auditor-notice-") as name:
            test(pathlib.Path(name))
        print(f"ok {test.__name__}")


if __name__ == "__main__":
    main()
