"""The report on paper: its blocks as a plain page, and the programs that print such a page as PDF.

A print bears the day it was made, and depends on program and fonts: the same arguments give the same text, not the
same bytes.
"""
import html
import pathlib
import shutil
import subprocess
import tempfile

# Paper needs tables that fit on it; a report's own page says so in its style sheet.
STYLE = ("<style>@page{size:A4;margin:20mm 18mm}table{border-collapse:collapse;width:100%}"
         "td{border:1px solid black;padding:2px 4px}body{font-size:12pt}</style>")


def _table(grid):
    rows = []
    for row in grid:
        cells = "".join("<td%s%s>%s</td>" % (' colspan="%d"' % c.cs if c.cs > 1 else "",
                                             ' rowspan="%d"' % c.rs if c.rs > 1 else "",
                                             html.escape(c.text, quote=False)) for c in row)
        rows.append("<tr>%s</tr>" % cells)
    return '<table border="1">%s</table>' % "\n".join(rows)


def page(blocks):
    """The blocks as a web page, nothing but the article."""
    out = ['<!DOCTYPE html>\n<html><head><meta charset="utf-8"></head><body>']
    for b in blocks:
        text = html.escape(b.number + b.text, quote=False)
        out.append({"title": '<h1 align="center">%s</h1>' % text, "heading": "<p><b>%s</b></p>" % text,
                    "line": '<p align="center">%s</p>' % text, "right": '<p align="right">%s</p>' % text,
                    "image": '<p><img src="image1.png" alt=""></p>', "grid": b.grid and _table(b.grid),
                    "paragraph": "<p>%s</p>" % text}[b.kind])
    return "\n".join(out + ["</body></html>\n"])


def for_paper(text):
    return text.replace("</head>", STYLE + "</head>")


def by_chromium(pages, folder):
    """Some run as root, in a container, where its own sandbox is not to be had."""
    with tempfile.TemporaryDirectory() as profile:
        for file in pages:
            target = pathlib.Path(folder) / (file.stem + ".pdf")
            subprocess.run([shutil.which("chromium"), "--headless", "--no-sandbox", "--disable-gpu",
                            "--user-data-dir=" + profile, "--no-pdf-header-footer", "--print-to-pdf=%s" % target,
                            file.resolve().as_uri()], check=True, timeout=120, stdout=subprocess.DEVNULL,
                           stderr=subprocess.DEVNULL)


def by_libreoffice(pages, folder, target="pdf", infilter="HTML (StarWriter)"):
    """All pages in one run, with a profile of its own so that no other instance is in the way."""
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(["soffice", "-env:UserInstallation=file://" + profile, "--headless", "--convert-to", target] +
                       (["--infilter=" + infilter] if infilter else []) + ["--outdir", str(folder)] + [str(p) for p in pages],
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=600)


def producers():
    """{name: print} of what is installed."""
    found = {"chromium": by_chromium, "libreoffice": by_libreoffice}
    programs = {"chromium": "chromium", "libreoffice": "soffice"}
    return {name: make for name, make in found.items() if shutil.which(programs[name])}


def print_all(folder):
    """Every page in the folder becomes a PDF of its name, each program printing its share; then the page goes."""
    pages = sorted(pathlib.Path(folder).glob("*.html"))
    for name, make in producers().items():
        share = [p for p in pages if producer_of(int(p.stem)) == name]
        if share:
            make(share, folder)
    for file in pages:
        if not file.with_suffix(".pdf").exists():
            raise SystemExit("not printed: %s" % file)
        file.unlink()


def producer_of(index):
    names = sorted(producers())
    return names[index // 2 % len(names)] if names else None
