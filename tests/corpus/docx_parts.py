"""The parts of a Word file that do not depend on its text, and the zip around them.

Three makers: "word" (all parts, styles in use), "wps" (few styles, one of those in use is missing, extensions
that no other program knows) and "strict" (the namespaces of the strict standard).
"""
import html
import io
import zipfile

TRANSITIONAL = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
}
STRICT = {
    "w": "http://purl.oclc.org/ooxml/wordprocessingml/main",
    "r": "http://purl.oclc.org/ooxml/officeDocument/relationships",
    "wp": "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing",
    "a": "http://purl.oclc.org/ooxml/drawingml/main",
}
COMMON = {
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "wpsCustomData": "http://www.wps.cn/officeDocument/2013/wpsCustomData",
}
PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def spaces(maker):
    """All namespace declarations of a part."""
    own = STRICT if maker == "strict" else TRANSITIONAL
    return " ".join('xmlns:%s="%s"' % item for item in list(own.items()) + list(COMMON.items()))


def part(maker, name, inner):
    return '%s<w:%s %s mc:Ignorable="w14">%s</w:%s>' % (DECLARATION, name, spaces(maker), inner, name)


def escape(text):
    return html.escape(text, quote=False)


STYLES = {
    # id: (name, based on, paragraph properties, run properties)
    "word": {
        "a": ("Normal", "", '<w:pPr><w:jc w:val="both"/></w:pPr>', ""),
        "1": ("heading 1", "a", '<w:pPr>%s<w:outlineLvl w:val="0"/></w:pPr>', "<w:rPr><w:b/></w:rPr>"),
        "2": ("heading 2", "a", '<w:pPr>%s<w:outlineLvl w:val="1"/></w:pPr>', "<w:rPr><w:b/></w:rPr>"),
        "af": ("Title", "a", '<w:pPr><w:jc w:val="center"/></w:pPr>', "<w:rPr><w:b/></w:rPr>"),
        "chapter": ("Chapter", "1", "", "<w:rPr><w:sz w:val=\"32\"/></w:rPr>"),
    },
    "wps": {"1": ("Normal", "", "", "")},
}


def styles(maker, list_of_headings):
    """List numbers of headings stand in their style when list_of_headings is one."""
    out = []
    for key, (name, based, paragraph, run) in STYLES["wps" if maker == "wps" else "word"].items():
        if "%s" in paragraph:
            number = '<w:numPr><w:numId w:val="%d"/></w:numPr>' % list_of_headings
            paragraph %= number if list_of_headings and name == "heading 1" else ""
        default = ' w:default="1"' if name == "Normal" else ""
        based = '<w:basedOn w:val="%s"/>' % based if based else ""
        out.append('<w:style w:type="paragraph"%s w:styleId="%s"><w:name w:val="%s"/>%s%s%s</w:style>'
                   % (default, key, name, based, paragraph, run))
    defaults = "<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val=\"21\"/></w:rPr></w:rPrDefault></w:docDefaults>"
    return part(maker, "styles", defaults + "".join(out))


def level(ilvl, fmt, text, style="", suff="nothing"):
    return ('<w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val="%s"/>%s<w:suff w:val="%s"/>'
            '<w:lvlText w:val="%s"/><w:lvlJc w:val="left"/></w:lvl>'
            % (ilvl, fmt, '<w:pStyle w:val="%s"/>' % style if style else "", suff, text))


def numbering(maker):
    """List 1: chapters and their parts, typed nowhere. List 2: the same out of a style."""
    chapters = level(0, "chineseCountingThousand", "%1、") + level(1, "chineseCounting", "（%2）")
    of_style = level(0, "japaneseCounting", "%1、", "1", "space") + level(1, "chineseCounting", "（%2）")
    return part(maker, "numbering",
                '<w:abstractNum w:abstractNumId="7"><w:multiLevelType w:val="multilevel"/>%s</w:abstractNum>'
                '<w:abstractNum w:abstractNumId="3"><w:multiLevelType w:val="multilevel"/>%s</w:abstractNum>'
                '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
                '<w:num w:numId="2"><w:abstractNumId w:val="3"/></w:num>' % (chapters, of_style))


def relations(maker, items):
    """items: [(id, last word of the type, target)]"""
    base = (STRICT if maker == "strict" else TRANSITIONAL)["r"]
    out = []
    for key, kind, target in items:
        kind = PACKAGE + "relationships/metadata/" + kind if kind == "core-properties" else "%s/%s" % (base, kind)
        out.append('<Relationship Id="%s" Type="%s" Target="%s"/>' % (key, kind, html.escape(target)))
    return '%s<Relationships xmlns="%srelationships">%s</Relationships>' % (DECLARATION, PACKAGE, "".join(out))


def core(author, created):
    return ('%s<cp:coreProperties xmlns:cp="%smetadata/core-properties" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
            "<dc:creator>%s</dc:creator><dcterms:created>%s</dcterms:created></cp:coreProperties>"
            % (DECLARATION, PACKAGE, escape(author), created))


TYPES = ('%s<Types xmlns="%scontent-types"><Default Extension="rels" ContentType="application/'
         'vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
         '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
         'wordprocessingml.document.main+xml"/></Types>' % (DECLARATION, PACKAGE))


def pack(parts):
    """The bytes of a zip; the same parts give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts:
            info = zipfile.ZipInfo(name, (2025, 1, 2, 3, 4, 6))
            info.compress_type = zipfile.ZIP_DEFLATED
            file.writestr(info, content)
    return out.getvalue()
