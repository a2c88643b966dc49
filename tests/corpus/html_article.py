"""Paragraphs and headings of the article in the mark-up of the page."""
import html

import annex

from forms import grids_of
from html_tables import cut_grid, image_html, table_html

WORD_OPEN = ("<p class=MsoNormal style='text-indent:32.0pt;mso-char-indent-count:2.0;line-height:"
             "28.0pt;mso-line-height-rule:exactly'>")
WORD_RUN = ("<span style='font-size:16.0pt;font-family:仿宋_GB2312;mso-hansi-font-family:仿宋;"
            "mso-bidi-font-family:仿宋;color:black'>%s</span>")
WORD_LATIN = ("<span lang=EN-US style='font-size:16.0pt;font-family:\"Times New Roman\","
              "serif'>%s</span>")


def _runs(text):
    """Split where figures begin and end: Word writes each run as a span of its own."""
    runs, current, digit = [], "", None
    for ch in text:
        kind = ch.isascii()
        if digit is not None and kind != digit:
            runs.append((digit, current))
            current = ""
        current, digit = current + ch, kind
    runs.append((digit, current))
    return runs


def _word(rng, text):
    body = "".join((WORD_LATIN if latin else WORD_RUN) % html.escape(run, quote=False)
                   for latin, run in _runs(text))
    return WORD_OPEN + body + "<span lang=EN-US><o:p></o:p></span></p>\n"


def _wps(rng, text):
    return ('<p class="p" style="margin-top:0pt;text-indent:32.0000pt;line-height:28.0000pt">'
            '<font face="仿宋"><span style="mso-spacerun:\'yes\';font-size:16.0000pt">%s</span>'
            '</font></p>\n' % html.escape(text, quote=False))


def _ueditor(rng, text):
    return ('<p style="text-indent: 2em; line-height: 2em;"><span style="font-family: 仿宋; '
            'font-size: 21px;">%s</span></p>\n' % html.escape(text, quote=False))


def _plain(rng, text):
    return "<p>&nbsp;&nbsp;&nbsp;&nbsp;%s</p>\n" % html.escape(text, quote=False)


def _upper(rng, text):
    return "<P align=left><FONT size=3>　　%s</FONT>\n" % html.escape(text, quote=False)


def _breaks(rng, text):
    return "　　%s<br />\n<br />\n" % html.escape(text, quote=False)


def _divs(rng, text):
    return '<div class="para"><span>%s</span></div>' % html.escape(text, quote=False)


PARAGRAPHS = {"word": _word, "wps": _wps, "ueditor": _ueditor, "plain": _plain, "upper": _upper,
              "breaks": _breaks, "divs": _divs}


def paragraph(rng, markup, text):
    return PARAGRAPHS[markup.article](rng, text)


def heading(rng, markup, text):
    safe = html.escape(text, quote=False)
    if markup.heading in ("h2", "h3") and markup.article != "breaks":
        return "<%s>%s</%s>\n" % (markup.heading, safe, markup.heading)
    if markup.heading == "plain":
        return paragraph(rng, markup, text)
    if markup.heading == "font":
        return '<p><font face="黑体" size="4"><b>%s</b></font></p>\n' % safe
    if markup.heading == "span":
        cut = min(2, len(text))
        return ('<p style="text-indent:2em"><span style="font-family:黑体">%s</span>'
                '<span style="font-family:黑体">%s</span></p>\n'
                % (html.escape(text[:cut], quote=False), html.escape(text[cut:], quote=False)))
    if markup.article == "breaks":
        return "<strong>　　%s</strong><br />\n" % safe
    return "<p><strong><span>%s</span></strong></p>\n" % safe


def _tables(rng, markup, report, section, vary):
    parts = []
    for name in section.tables:
        table = report.tables.get(name)
        if table is None or table.carrier == "absent":
            continue
        if table.carrier == "image":
            parts.append(image_html(rng, name))
            continue
        grids = grids_of(table, markup.split)
        if markup.cut and name == "requests":
            grids = cut_grid(rng, grids[0])
        for grid in grids:
            parts.append(table_html(rng, markup, vary(grid)))
            parts.append(rng.choice(["", "\n", "<p>&nbsp;</p>\n", "<br>\n"]))
    return parts


def date_words(day):
    return "%d年%d月%d日" % (day.year, day.month, day.day)


def article(rng, markup, report, vary):
    """The article's inner mark-up. `vary` is the document's way of writing a grid's labels."""
    parts = [paragraph(rng, markup, t) for t in report.opening + report.body]
    for section in report.sections:
        parts.append(heading(rng, markup, section.line()))
        parts += [paragraph(rng, markup, t) for t in section.paragraphs]
        parts += _tables(rng, markup, report, section, vary)
    if report.signed and (report.signer or rng.random() < 0.8):
        parts.append('<p align="right" style="text-align:right">%s</p>\n'
                     % html.escape(report.signer or report.agency.name))
        parts.append('<p align="right" style="text-align:right">%s&nbsp;&nbsp;</p>\n'
                     % date_words(report.signed))
    if report.annex:
        parts.append(paragraph(rng, markup, report.annex_title))
        parts.append(table_html(rng, markup, vary(annex.grid_of(report.annex))))
    return "".join(parts)
