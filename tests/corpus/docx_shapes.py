"""The report as a Word file written by hand: what Word and WPS put in a file that no other carrier has.

Numbers of headings that are typed nowhere, merged cells told row by row, runs cut anywhere, tracked changes,
comments, text boxes, fields, headers and footers.
"""
import re
from dataclasses import dataclass, replace

import annex
import docx_parts
from docx_parts import escape
from docx_tables import table as table_xml
from forms import grids_of
from html_article import date_words
from html_parts import date_text

NUMERALS = "一二三四五六七八九十"
PICTURE = ('<w:r><w:drawing><wp:inline><wp:docPr id="1" name="image"/><a:graphic><a:graphicData><a:blip '
           'r:embed="rId9"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>')


@dataclass
class Block:
    """kind: title, line, paragraph, heading, right, grid, image. A heading may have a number apart."""
    kind: str
    text: str = ""
    number: str = ""
    grid: list = None


def blocks_of(rng, report, vary):
    """The report as a flat list: what every carrier of it says."""
    out = [Block("title", report.title)]
    if report.published:
        out.append(Block("line", "发布日期：%s  来源：%s" % (date_text(rng, report.published), report.publisher)))
    out += [Block("paragraph", t) for t in report.opening + report.body]
    split = rng.random() < 0.35
    for section in report.sections:
        number = section.ordinal + "、" if section.ordinal else ""
        out.append(Block("heading", section.heading, number))
        out += [Block("paragraph", t) for t in section.paragraphs]
        for name in section.tables:
            t = report.tables.get(name)
            if t is None or t.carrier == "absent":
                continue
            if t.carrier == "image":
                out.append(Block("image"))
                continue
            out += [Block("grid", grid=vary(g)) for g in grids_of(t, split)]
    if report.signed:
        out += [Block("right", report.signer or report.agency.name),
                Block("right", date_words(report.signed))]
    if report.annex:
        out += [Block("paragraph", report.annex_title),
                Block("grid", grid=vary(annex.grid_of(report.annex)))]
    return out


def spell(blocks, convert):
    """The same in another script."""
    for block in blocks:
        block.text = convert(block.text) if block.text else ""
        block.number = convert(block.number) if block.number else ""
        block.grid = block.grid and [[replace(c, text=convert(c.text) if c.text else "") for c in row]
                                     for row in block.grid]


@dataclass
class Writing:
    maker: str      # word, wps, strict
    numbers: str    # typed, list, style
    ragged: bool    # table edges a little off
    tracked: bool
    breaks: bool    # in long labels
    boxed: bool     # the title stands in a text box
    margins: bool   # header and footer
    comments: bool


def draw_writing(rng):
    maker = rng.choice(["word", "word", "wps", "strict"])
    numbers = rng.choice(["typed", "list", "list", "style"])
    return Writing(maker, "list" if maker == "wps" and numbers == "style" else numbers, rng.random() < 0.4,
                   rng.random() < 0.4, rng.random() < 0.3, rng.random() < 0.25, rng.random() < 0.6,
                   rng.random() < 0.3)


def _counts(blocks):
    """Whether a list would number the headings as the report does."""
    numbers = [b.number for b in blocks if b.kind == "heading"]
    return numbers == [NUMERALS[i] + "、" for i in range(len(numbers))]


def run(text, bold=False, extra=""):
    if not text:
        return ""
    properties = '<w:rPr><w:rFonts w:hint="eastAsia"/>%s%s</w:rPr>' % ("<w:b/>" if bold else "", extra)
    return '<w:r w:rsidR="00A1">%s<w:t xml:space="preserve">%s</w:t></w:r>' % (properties, escape(text))


def _tracked(rng, pieces):
    """The runs of a text, some inserted, with others that were deleted between them."""
    out = []
    for piece in pieces:
        kind = rng.random()
        if kind < 0.4:
            out.append('<w:ins w:id="1" w:author="x" w:date="2025-01-02T03:04:05Z">%s</w:ins>' % run(piece))
        elif kind < 0.6:
            out.append('<w:moveTo w:id="2" w:author="x">%s</w:moveTo>' % run(piece))
        else:
            out.append(run(piece))
        if rng.random() < 0.6:
            old = "%d件" % rng.randint(1, 999)
            out.append('<w:del w:id="3" w:author="x"><w:r><w:delText>%s</w:delText></w:r></w:del>' % old)
    return "".join(out)


def _pieces(rng, text):
    cuts = sorted(rng.sample(range(1, len(text)), min(3, len(text) - 1))) if len(text) > 1 else []
    return [text[a:b] for a, b in zip([0] + cuts, cuts + [len(text)])]


def _linked(address):
    """An address as the field that Word makes of it."""
    return ('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> HYPERLINK "%s" '
            '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>%s<w:r><w:fldChar '
            'w:fldCharType="end"/></w:r>' % (escape(address), run(address)))


def _inner(rng, writing, text):
    parts = []
    for piece in re.split(r"(http://[\w./-]+)", text):
        if piece.startswith("http"):
            parts.append(_linked(piece) if rng.random() < 0.5 else run(piece))
        elif writing.tracked and rng.random() < 0.4:
            parts.append(_tracked(rng, _pieces(rng, piece)))
        elif rng.random() < 0.3:
            parts.append("<w:smartTag><w:proofErr w:type=\"gramStart\"/>%s</w:smartTag>" % run(piece))
        else:
            parts += [run(p) for p in _pieces(rng, piece)]
    if writing.comments and rng.random() < 0.1:
        parts.append('<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>')
    return "".join(parts)


def paragraph(inner, properties=""):
    return '<w:p w14:paraId="1F"><w:pPr>%s</w:pPr>%s</w:p>' % (properties, inner)


def _heading(writing, block):
    bold = run(block.text, bold=writing.numbers != "style")
    if not block.number or writing.numbers == "typed":
        return paragraph(run(block.number + block.text, bold=True))
    if writing.numbers == "style":
        return paragraph(run(block.text), '<w:pStyle w:val="chapter"/>')
    return paragraph(bold, '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')


def _boxed(inner):
    """A text box as Word writes it: once for its own time, once for older programs."""
    content = "<w:txbxContent>%s</w:txbxContent>" % inner
    return paragraph('<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic>'
                     "<a:graphicData><wps:wsp><wps:txbx>%s</wps:txbx></wps:wsp></a:graphicData></a:graphic>"
                     "</wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>%s</v:textbox>"
                     "</v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>" % (content, content))


def _deleted_paragraph(rng):
    """One that was struck out with its end: nothing of it is left, also no number."""
    return ('<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="4"/></w:rPr>'
            '</w:pPr><w:del w:id="5"><w:r><w:delText>%d</w:delText></w:r></w:del></w:p>' % rng.randint(0, 9))


def _block(rng, writing, block):
    if block.kind == "title":
        inner = paragraph(run(block.text, True), '<w:jc w:val="center"/>')
        return _boxed(inner) if writing.boxed else inner
    if block.kind == "line":
        return paragraph(run(block.text), '<w:jc w:val="center"/>')
    if block.kind == "right":
        return paragraph(run(block.text), '<w:jc w:val="right"/>')
    if block.kind == "heading":
        return _heading(writing, block)
    if block.kind == "image":
        return paragraph(PICTURE)
    if block.kind == "grid":
        return table_xml(rng, block.grid, writing.ragged, writing.tracked, writing.breaks) + paragraph("")
    struck = _deleted_paragraph(rng) if writing.tracked and rng.random() < 0.3 else ""
    return struck + paragraph(_inner(rng, writing, block.text), '<w:ind w:firstLine="640"/>')


def _margin(maker, name, inner):
    return docx_parts.part(maker, name, paragraph(inner))


PAGE = ('<w:r><w:t>- </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText>'
        '</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar '
        'w:fldCharType="end"/></w:r><w:r><w:t> -</w:t></w:r>')


def write(rng, blocks, title, author, writing):
    """The bytes of the file."""
    if not _counts(blocks):
        writing.numbers = "typed"
    body = "".join(_block(rng, writing, b) for b in blocks)
    section = ""
    if writing.margins:
        section = '<w:headerReference w:type="default" r:id="rId6"/><w:footerReference w:type="default" r:id="rId7"/>'
    document = docx_parts.part(writing.maker, "document",
                               "<w:body>%s<w:sectPr>%s<w:pgSz w:w=\"11906\"/></w:sectPr></w:body>" % (body, section))
    links = [("rId1", "styles", "styles.xml"), ("rId2", "numbering", "numbering.xml"),
             ("rId6", "header", "header1.xml"), ("rId7", "footer", "/word/footer1.xml"),
             ("rId9", "image", "media/image1.png")]
    parts = [("[Content_Types].xml", docx_parts.TYPES),
             ("_rels/.rels", docx_parts.relations(writing.maker, [
                 ("rId1", "officeDocument", "word/document.xml"),
                 ("rId2", "core-properties", "docProps/core.xml")])),
             ("word/document.xml", document),
             ("word/_rels/document.xml.rels", docx_parts.relations(writing.maker, links)),
             ("word/numbering.xml", docx_parts.numbering(writing.maker)),
             ("docProps/core.xml", docx_parts.core(author, "2024-12-30T08:00:00Z"))]
    if writing.maker != "wps":
        parts.append(("word/styles.xml", docx_parts.styles(writing.maker, 2 if writing.numbers == "style" else 0)))
    if writing.margins:
        parts += [("word/header1.xml", _margin(writing.maker, "hdr", run(title))),
                  ("word/footer1.xml", _margin(writing.maker, "ftr", PAGE))]
    return docx_parts.pack(parts)


def docx(rng, blocks, report):
    """(bytes, the name of the way it is written)"""
    writing = draw_writing(rng)
    data = write(rng, blocks, report.title, report.agency.short, writing)
    return data, "%s/%s" % (writing.maker, writing.numbers)
