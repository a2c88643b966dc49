"""Grids as the tables of saved pages: Word's, WPS's, UEditor's, hand-made, unclosed.

A Markup says how one page writes; it is drawn once a document, so that a page is of one piece.
"""
import html
from dataclasses import dataclass

WORD_TD = ("width:%d.%dpt;border:solid windowtext 1.0pt;border-left:none;mso-border-left-alt:"
           "solid windowtext .5pt;mso-border-alt:solid windowtext .5pt;padding:0cm 5.4pt 0cm "
           "5.4pt;height:%d.0pt")
WORD_P = ("<p class=MsoNormal align=center style='text-align:center;mso-pagination:widow-orphan;"
          "layout-grid-mode:char'>%s<o:p></o:p></p>")
WORD_SPAN = ("<span lang=EN-US style='font-size:%spt;font-family:宋体;mso-bidi-font-family:宋体;"
             "color:black;mso-font-kerning:0pt'>%s</span>")
WORD_LABEL = ("<span style='font-size:%spt;font-family:仿宋_GB2312;mso-hansi-font-family:宋体;"
              "mso-bidi-font-family:宋体;color:black;mso-font-kerning:0pt'>%s</span>")


@dataclass
class Markup:
    """How one page writes its tables and paragraphs."""
    table: str = "word"              # word, wps, ueditor, plain, upper, unclosed, bare
    article: str = "word"
    heading: str = "strong"
    head_cells: str = "td"
    label_break: str = ""            # inside long labels: "", br, newline, span
    pad: str = ""                    # around figures: "", nbsp, space, newline
    split: bool = False              # table two as one table a block
    tbody: bool = True
    merged: bool = False             # blocks of table two with a spacer row between
    cut: bool = False                # a long table goes on in a second one, as after a page break


TABLES = ["word", "word", "wps", "ueditor", "plain", "upper", "unclosed", "bare"]
ARTICLES = ["word", "word", "wps", "ueditor", "plain", "upper", "breaks", "divs"]


def draw_markup(rng):
    table = rng.choice(TABLES)
    article = rng.choice(ARTICLES) if rng.random() < 0.5 else \
        {"unclosed": "upper", "bare": "plain"}.get(table, table)
    return Markup(table, article, rng.choice(["strong", "plain", "h2", "span", "font", "h3"]),
                  rng.choice(["td", "td", "td", "th"]),
                  rng.choice(["", "", "br", "newline", "span"]),
                  rng.choice(["", "", "nbsp", "space", "newline"]), rng.random() < 0.35,
                  rng.random() < 0.7, rng.random() < 0.2, rng.random() < 0.08)


def _spans(cell, quote):
    text = ""
    if cell.cs > 1:
        text += " colspan=%s%d%s" % (quote, cell.cs, quote)
    if cell.rs > 1:
        text += " rowspan=%s%d%s" % (quote, cell.rs, quote)
    return text


def _broken(markup, text):
    """A long label with a break inside, as narrow columns make it."""
    if markup.label_break == "" or len(text) < 8:
        return html.escape(text, quote=False)
    at = len(text) // 2
    a, b = html.escape(text[:at], quote=False), html.escape(text[at:], quote=False)
    joint = {"br": "<br>", "newline": "\n      ", "span": "</span><span>"}[markup.label_break]
    if markup.label_break == "span":
        return "<span>%s%s%s</span>" % (a, joint, b)
    return a + joint + b


def _padded(markup, text):
    text = html.escape(text, quote=False)
    return {"": "%s", "nbsp": "&nbsp;%s&nbsp;", "space": " %s ",
            "newline": "\n        %s\n      "}[markup.pad] % text


def _inner(markup, cell):
    if cell.role == "value":
        return _padded(markup, cell.text)
    return _broken(markup, cell.text)


def _word(rng, markup, cell):
    text = _inner(markup, cell)
    size = rng.choice(["10.0", "10.5", "12.0"])
    if cell.role == "value":
        if not cell.text:
            body = WORD_P % ""
        else:
            body = WORD_P % (WORD_SPAN % (size, text))
    else:
        body = WORD_P % (WORD_LABEL % (size, text))
    style = WORD_TD % (rng.randint(38, 160), rng.randint(0, 9), rng.randint(14, 31))
    return "<td width=%d%s style='%s'>%s</td>" % (rng.randint(40, 200), _spans(cell, ""),
                                                  style, body)


def _wps(rng, markup, cell):
    text = _inner(markup, cell)
    return ('<td valign="center"%s style="width:%d.%dpt;padding:0.75pt;border-left:1.0pt solid '
            'rgb(0,0,0);mso-border-left-alt:0.5pt solid rgb(0,0,0);background:rgb(255,255,255)">'
            '<p class="MsoNormal" align="center" style="text-align:center;line-height:16.0pt">'
            '<font face="宋体"><span style="mso-spacerun:\'yes\';font-size:10.5pt">%s</span></font>'
            '</p></td>' % (_spans(cell, '"'), rng.randint(40, 200), rng.randint(0, 9), text))


def _ueditor(rng, markup, cell):
    return ('<td width="%d" valign="middle" align="center"%s style="word-break: break-all; '
            'border-color: windowtext;"><p style="text-align: center;"><span style="font-family: '
            '宋体, SimSun; font-size: 14px;">%s</span></p></td>'
            % (rng.randint(40, 200), _spans(cell, '"'), _inner(markup, cell)))


def _plain(rng, markup, cell):
    tag = markup.head_cells if cell.role in ("head", "caption") else "td"
    inner = _inner(markup, cell)
    if cell.role == "value" and rng.random() < 0.5:
        inner = "<p align=center>%s</p>" % inner
    return "<%s%s>%s</%s>" % (tag, _spans(cell, '"'), inner, tag)


def _upper(rng, markup, cell):
    return ("<TD%s class=xl2%d height=%d><FONT face=宋体 size=2>%s</FONT></TD>"
            % (_spans(cell, "").upper(), rng.randint(4, 9), rng.randint(18, 40),
               _inner(markup, cell)))


def _unclosed(rng, markup, cell):
    return "<td%s align=center>%s\n" % (_spans(cell, ""), _inner(markup, cell))


def _bare(rng, markup, cell):
    return "<td%s>%s</td>" % (_spans(cell, "'"), _inner(markup, cell))


CELLS = {"word": _word, "wps": _wps, "ueditor": _ueditor, "plain": _plain, "upper": _upper,
         "unclosed": _unclosed, "bare": _bare}
OPEN = {
    "word": "<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 width=%d "
            "style='width:%d.0pt;border-collapse:collapse;mso-yfti-tbllook:1184'>",
    "wps": '<div align="center"><table class="MsoNormalTable" style="border-collapse:collapse;'
           'width:%d.2500pt;mso-table-layout-alt:fixed;margin-left:-%d.0000pt">',
    "ueditor": '<table cellspacing="0" cellpadding="0" width="%d" data-sort="sortDisabled" '
               'align="center" height="%d">',
    "plain": '<table border="1" width="%d" summary="" id="t%d">',
    "upper": "<TABLE borderColor=#000000 cellSpacing=0 width=%d border=1 height=%d>",
    "unclosed": "<table border=1 width=%d cellpadding=%d>",
    "bare": "<table data-w='%d' data-h='%d'>",
}


def _row(rng, markup, index, cells):
    kind = markup.table
    if kind == "word":
        return "<tr style='mso-yfti-irow:%d;height:%d.0pt'>%s</tr>\n" % (
            index, rng.randint(14, 40), "".join(cells))
    if kind == "upper":
        return "<TR>%s</TR>\n" % "".join(cells)
    if kind == "unclosed":
        return "<tr>" + "".join(cells)
    if kind == "ueditor" and index == 0:
        return '<tr class="firstRow">%s</tr>' % "".join(cells)
    return "<tr>\n%s\n</tr>\n" % "\n".join(cells)


def table_html(rng, markup, grid):
    """One grid as one table."""
    write = CELLS[markup.table]
    parts = [OPEN[markup.table] % (rng.randint(480, 900), rng.randint(5, 700))]
    width = max(sum(c.cs for c in row) for row in grid)
    if markup.table == "plain" and rng.random() < 0.5:
        parts.append("<colgroup>%s</colgroup>" % ("<col width=\"8%%\">" % () * width))
    body = markup.tbody and markup.table not in ("unclosed", "bare")
    parts.append("<tbody>" if body else "")
    for i, row in enumerate(grid):
        if markup.merged and i and row[0].role == "caption":
            parts.append(_row(rng, markup, i, ["<td colspan=%d>&nbsp;</td>" % width]))
        parts.append(_row(rng, markup, i, [write(rng, markup, c) for c in row]))
    parts.append("</tbody></table>" if body else "</table>")
    if markup.table == "wps":
        parts.append("</div>")
    return "".join(parts)


def cut_grid(rng, grid):
    """A long grid in two, before the first row of a group; spans hang over as Word leaves them."""
    places = [i for i, row in enumerate(grid) if i > 6 and row[0].text[:1] in "（(四"]
    if not places:
        return [grid]
    at = rng.choice(places)
    return [grid[:at], grid[at:]]


def image_html(rng, name):
    return ('<p style="text-align:center"><img src="./W0202%08d_files/%d.png" width="%d" '
            'border="0" oldsrc="W02%06d.png" alt=""></p>'
            % (rng.randint(1, 99999999), rng.randint(1, 9), rng.randint(500, 800),
               rng.randint(1, 999999)))
