"""Grids as the tables of Word files: merged cells told row by row, edges a little beside each other."""
from docx_parts import escape

WIDTH = 8400  # of a table, in twentieths of a point
BESIDE = 26   # how far an edge that was drawn by hand lies off


def _matrix(grid):
    """{(row, column): (cell, is it its first place?)} and the number of columns."""
    places, columns = {}, 0
    for r, row in enumerate(grid):
        c = 0
        for cell in row:
            while (r, c) in places:
                c += 1
            for i in range(r, min(r + cell.rs, len(grid))):
                for k in range(c, c + cell.cs):
                    places[i, k] = (cell, (i, k) == (r, c))
            c += cell.cs
            columns = max(columns, c)
    return places, columns


def _runs(rng, text):
    """A text in runs, cut where an editor happened to cut it."""
    if len(text) > 3 and rng.random() < 0.3:
        at = rng.randint(1, len(text) - 1)
        return [text[:at], text[at:]]
    return [text]


def _cell_text(rng, text, breaks):
    if breaks and len(text) > 8:
        at = len(text) // 2
        joint = rng.choice(["<w:br/>", '</w:t></w:r></w:p><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>'])
        text = escape(text[:at]), escape(text[at:])
        if joint == "<w:br/>":
            joint = "</w:t><w:br/><w:t>"
        return '<w:r><w:t xml:space="preserve">%s</w:t></w:r>' % joint.join(text)
    return "".join('<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">%s</w:t></w:r>'
                   % escape(piece) for piece in _runs(rng, text) if piece)


def _tc(rng, cell, span, merge, breaks):
    text = "" if merge == "continue" else cell.text
    breaks = breaks and cell.role != "value"
    vmerge = {"": "", "restart": '<w:vMerge w:val="restart"/>', "continue": "<w:vMerge/>"}[merge]
    return ('<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/>%s%s</w:tcPr><w:p><w:pPr><w:jc w:val="center"/></w:pPr>%s'
            "</w:p></w:tc>" % ('<w:gridSpan w:val="%d"/>' % span if span > 1 else "", vmerge,
                               _cell_text(rng, text, breaks)))


def _edges(rng, grid, columns, ragged):
    """Where each cell's right edge lies in each row: the same in all, or a little off in some."""
    own = [[0 if not ragged or c in (0, columns) or rng.random() < 0.8 else BESIDE for c in range(columns + 1)]
           for _ in grid]
    step = WIDTH // columns
    for r, row in enumerate(own):
        for c in range(columns + 1):
            row[c] += c * step
    return own


def _deleted_row(rng, row):
    """A row that somebody struck out with changes tracked."""
    cells = "".join("<w:tc><w:tcPr/><w:p><w:pPr><w:rPr><w:del w:id=\"8\"/></w:rPr></w:pPr><w:del w:id=\"9\"><w:r>"
                    "<w:delText>%d</w:delText></w:r></w:del></w:p></w:tc>" % rng.randint(0, 99) for _ in row)
    return '<w:tr><w:trPr><w:del w:id="7" w:author="x"/></w:trPr>%s</w:tr>' % cells


def table(rng, grid, ragged, tracked, breaks):
    places, columns = _matrix(grid)
    edges = _edges(rng, grid, columns, ragged)
    for r in range(1, len(grid)):  # what is merged downwards has the edges of its first row
        for c in range(columns):
            here, above = places.get((r, c)), places.get((r - 1, c))
            if here and above and here[0] is above[0]:
                edges[r][c], edges[r][c + 1] = edges[r - 1][c], edges[r - 1][c + 1]
    drawn = sorted({x for row in edges for x in row})
    rows = []
    for r in range(len(grid)):
        cells, c = [], 0
        while c < columns:
            found = places.get((r, c))
            if not found:
                break
            cell, first = found
            span = drawn.index(edges[r][c + cell.cs]) - drawn.index(edges[r][c])
            merge = "" if cell.rs < 2 else "restart" if first else "continue"
            cells.append(_tc(rng, cell, span, merge, breaks))
            c += cell.cs
        rows.append("<w:tr>%s</w:tr>" % "".join(cells))
        if tracked and rng.random() < 0.05:
            rows.append(_deleted_row(rng, grid[r]))
    grid_xml = "".join('<w:gridCol w:w="%d"/>' % (b - a) for a, b in zip(drawn, drawn[1:]))
    return ('<w:tbl><w:tblPr><w:tblW w:w="%d" w:type="dxa"/></w:tblPr><w:tblGrid>%s</w:tblGrid>%s</w:tbl>'
            % (WIDTH, grid_xml, "".join(rows)))
