"""How offices lay their reports out before they print them: style sheets, and what is done to the page.

A shape changes nothing that a reader reads, so whatever it is, the PDF must say what the page says.
"""
import re
from dataclasses import dataclass

PAPER = "@page{size:%s;margin:%s}"
TABLE = "table{border-collapse:collapse;width:100%%;%s}td{border:%s;padding:%s;font-size:%s;%s}"
LINE = "1px solid black"
BESIDE = ("body{padding-%s:42mm;position:relative}body::before{content:'公开指南\\A 公开制度\\A 法定主动公开\\A 公开年报\\A 意见箱';"
          "white-space:pre;position:absolute;%s:0;top:10mm;line-height:2.3;width:34mm;font-size:11pt}")


def style(size="A4", margin="20mm 18mm", border=LINE, padding="2px 4px", cell="12pt", body="12pt", table="", td="",
          more=""):
    return (PAPER % (size, margin) + TABLE % (table, border, padding, cell, td) +
            "body{font-size:%s;text-align:justify}" % body + more)


def _rows(text, change):
    """change(row, index) over the rows of every table."""
    def one(match):
        rows = re.split(r"(?=<tr>)", match.group(2))
        return match.group(1) + "".join(change(r, i) for i, r in enumerate(rows)) + "</table>"
    return re.sub(r"(<table[^>]*>)(.*?)</table>", one, text, flags=re.S)


def repeat_header(text):
    """The rows of a header go on top of every page."""
    def one(match):
        rows = re.split(r"(?=<tr>)", match.group(2))
        rows = [r for r in rows if r]
        head = _header_rows(rows)
        return "%s<thead>%s</thead><tbody>%s</tbody></table>" % (match.group(1), "".join(rows[:head]), "".join(rows[head:]))
    return re.sub(r"(<table[^>]*>)(.*?)</table>", one, text, flags=re.S)


def _header_rows(rows):
    """As many as hold no figure, and as what hangs over from them reaches."""
    count = 0
    for row in rows:
        if re.search(r">\s*[-\d.,]+\s*<", row) or count == len(rows) - 1:
            break
        count += 1
    reach = max([count] + [i + int(n) for i, row in enumerate(rows[:count]) for n in re.findall(r'rowspan="(\d+)"', row)])
    return count if reach <= count else 0


def upright(text):
    """Headers in narrow columns are written from top to bottom."""
    def one(row, index):
        if index > 3 or re.search(r">\s*[-\d.,]+\s*<", row):
            return row
        return re.sub(r"<td((?: rowspan=\"\d+\")?)>([^<>]{3,9})</td>", r'<td\1 class="up"><span>\2</span></td>', row)
    return _rows(text, one)


def stacked(text):
    """One character a line, as typed by people who know no other way."""
    def one(row, index):
        if index > 3 or re.search(r">\s*[-\d.,]+\s*<", row):
            return row
        return re.sub(r"<td((?: rowspan=\"\d+\")?)>([^<>]{2,6})</td>",
                      lambda m: "<td%s>%s</td>" % (m.group(1), "<br>".join(m.group(2))), row)
    return _rows(text, one)


def in_layout(text):
    """The article stands in the cell of a table that has no borders."""
    return text.replace("<body>", '<body><table class="lay"><tr><td>').replace("</body>", "</td></tr></table></body>")


def in_columns(text):
    """What stands between two headings or tables is set in two columns; they run across both."""
    return re.sub(r"(?:<p>(?!<b>)[^\n]*</p>\n?)+", lambda m: '<div class="two">%s</div>\n' % m.group(0), text)


def fields(text):
    """The figures are filled into fields of a form, each with a box around it."""
    text = re.sub(r"(<td[^<>]*>)\s*(\d+)\s*(</td>)", r'\1<input type="text" size="3" value="\2">\3', text)
    return text.replace("<body>", '<body><form action="/">').replace("</body>", "</form></body>")


@dataclass
class Shape:
    name: str
    css: str
    change: object = None      # of the page's text
    header: bool = False       # Chromium's own header and footer: date, title, address, page numbers
    only: tuple = ()           # producers that can do this; (): all
    turn: int = 0              # degrees by which the printed pages are turned
    weak: bool = False         # not the same yet: shown, and no fault


SHAPES = [
    Shape("plain", style()),
    Shape("landscape", style(size="A4 landscape")),
    Shape("small", style(cell="7pt", body="9pt", padding="0 1px")),
    Shape("tiny-wide", style(size="A3 landscape", cell="6pt", body="8pt")),
    Shape("tall", style(padding="10px 4px", cell="14pt", body="16pt")),
    Shape("tall-repeat", style(padding="10px 4px", cell="13pt", body="16pt", more="thead{display:table-header-group}"),
          repeat_header),
    Shape("unbroken-rows", style(padding="8px 4px", more="tr{break-inside:avoid;page-break-inside:avoid}")),
    Shape("upright", style(size="A4 landscape", more=".up span{writing-mode:vertical-rl;display:inline-block}"),
          upright, only=("chromium",)),
    Shape("stacked", style(), stacked),
    Shape("narrow", style(margin="20mm 45mm", cell="10.5pt", padding="1px")),
    Shape("dotted", style(border="1px dotted #999")),
    Shape("dashed", style(border="1px dashed #888")),
    Shape("hairline", style(border="0.4pt solid #ccc")),
    Shape("double", style(border="3px double black")),
    Shape("separate", style(table="border-collapse:separate;border-spacing:2px")),
    Shape("shaded", style(border="1px solid #fff", td="background:#e8eef7")),
    Shape("three-lines", style(border="none", more="tr{border-top:1px solid black;border-bottom:1px solid black}"), weak=True),
    Shape("borderless", style(border="none", padding="4px 6px"), weak=True),
    Shape("borderless-small", style(border="none", padding="3px 3px", cell="8pt"), weak=True),
    Shape("borderless-landscape", style(size="A4 landscape", border="none", padding="5px 8px"), weak=True),
    Shape("centred", style(td="text-align:center;vertical-align:middle")),
    Shape("right-figures", style(td="text-align:right;vertical-align:top")),
    Shape("spaced", style(td="letter-spacing:1pt", more="h1{letter-spacing:6pt}p{text-indent:2em;line-height:1.9}")),
    Shape("indent", style(more="p{text-indent:2em;line-height:28pt;margin:0}td p{text-indent:0}", body="16pt",
                          cell="10pt")),
    Shape("printed-by-browser", style(margin="15mm"), header=True, only=("chromium",)),
    Shape("running", style(margin="28mm 18mm") + "@page{@top-center{content:'年度报告汇编';font-size:9pt}"
          "@bottom-right{content:'第' counter(page) '页';font-size:9pt}}", only=("chromium", "weasyprint")),
    Shape("layout", style(more=".lay>tbody>tr>td,.lay>tr>td{border:none;padding:0}"), in_layout),
    Shape("columns", style(more="p{column-count:2;column-gap:8mm}"), only=("chromium",), weak=True),
    Shape("columns-under-headings", style(body="10.5pt", more=".two{column-count:2;column-gap:9mm}.two p{text-indent:2em;margin:0}"),
          in_columns, only=("chromium",)),
    Shape("on-its-side", style(), turn=90),
    Shape("on-its-head", style(size="A4 landscape"), turn=180),
    Shape("fangsong", style(td="font-family:'Noto Serif CJK SC'", more="body{font-family:'Noto Serif CJK SC'}")),
    Shape("menu", style(more=BESIDE % ("left", "left") + "p{text-indent:2em}"), only=("chromium",)),
    Shape("menu-right", style(more=BESIDE % ("right", "right") + "p{text-indent:2em}"), only=("chromium",)),
    Shape("box", style(more="body::before{content:'政务公开 便民利民';float:right;border:1px solid red;width:5em;padding:4pt;"
                       "margin:4pt 4pt 4pt 16pt}p{text-indent:2em}"), only=("chromium",)),
    Shape("watermark", style(more="body::before{content:'内部资料';position:fixed;top:40%;left:20%;font-size:60pt;color:#eee;"
                             "transform:rotate(-40deg);z-index:-1}"), only=("chromium",)),
    Shape("hanging", style(more="p{padding-left:2em;text-indent:-2em;margin:4pt 0}p[align]{padding:0;text-indent:0}"),
          only=("chromium", "weasyprint", "wkhtmltopdf")),
    Shape("set-apart", style(more="p{letter-spacing:.4em;text-indent:2em}"), only=("chromium",)),
    Shape("narrow-text", style(more="p{width:62%;margin:6pt auto;text-indent:2em}"), only=("chromium", "weasyprint")),
    Shape("official", style(margin="37mm 26mm 35mm 28mm", body="16pt", cell="10pt",
                            more="h1{font-size:22pt;font-weight:normal;text-align:center}p{text-indent:2em;line-height:28pt;"
                            "margin:0}td p,p[align]{text-indent:0}") + "@page{@bottom-center{content:'第 ' counter(page) ' 页 共 '"
          " counter(pages) ' 页';font-size:9pt}}", only=("chromium", "weasyprint")),
    Shape("headings-in-the-middle", style(more="p>b{display:block;text-align:center;font-size:16pt}p{text-indent:2em;margin:2pt}"),
          only=("chromium", "weasyprint")),
    Shape("tight", style(body="10.5pt", more="p{margin:0;line-height:1.15;text-indent:2em}")),
    Shape("fields", style(cell="14pt"), fields, only=("libreoffice",)),
]
