"""Defects inside the official tables: a wrong cell of every kind, and cells without a number."""
from forms import COLUMNS, KINDS, OUTCOMES, PARTS, result_leaves
from registry import defect
from report import expect

SUMS = ["requests.row-total", "requests.results-total", "requests.balance"]


def _expect_cell(report, row, column, right, found, kind="mistyped"):
    expect(report, SUMS, section="requests", table="requests", row=row, column=column,
           expected=str(right), found=str(found), cells=[[row, column]], unique=True, kind=kind)


def _spoil(rng, report, row, column, delta=None):
    """One cell off by delta; never below nought."""
    table = report.tables["requests"]
    if row not in table.cells:  # another defect put the table of another form here
        return False
    right = table.value(row, column)
    if delta is None:
        delta = rng.choice([-1, 1]) * rng.randint(2, 40)
    found = right + delta if right + delta >= 0 else right - delta
    table.put_number(row, column, found)
    _expect_cell(report, row, column, right, found)
    return True


@defect("requests.interior", "requests", weight=2)
def interior(rng, report):
    return _spoil(rng, report, rng.choice(result_leaves(report.form)), rng.choice(PARTS))


@defect("requests.row-total-cell", "requests", weight=1.5)
def row_total(rng, report):
    rows = ["new", "carried_in", "carried_out"] + result_leaves(report.form)
    return _spoil(rng, report, rng.choice(rows), "all")


@defect("requests.results-total-cell", "requests")
def results_total(rng, report):
    return _spoil(rng, report, "total", rng.choice(PARTS))


@defect("requests.grand-total", "requests")
def grand_total(rng, report):
    return _spoil(rng, report, "total", "all")


@defect("requests.new", "requests")
def new_cell(rng, report):
    return _spoil(rng, report, "new", rng.choice(PARTS))


@defect("requests.carried-in", "requests")
def carried_in(rng, report):
    return _spoil(rng, report, "carried_in", rng.choice(PARTS))


@defect("requests.carried-out", "requests")
def carried_out(rng, report):
    return _spoil(rng, report, "carried_out", rng.choice(PARTS))


@defect("requests.off-by-one", "requests", weight=2)
def off_by_one(rng, report):
    table = report.tables["requests"]
    return _spoil(rng, report, rng.choice(sorted(table.cells)), rng.choice(COLUMNS),
                  rng.choice([-1, 1]))


@defect("requests.swapped-digits", "requests", weight=3)
def swapped(rng, report):
    table = report.tables["requests"]
    found = [(r, c) for r in table.cells for c in COLUMNS if table.value(r, c) > 11
             and table.raw(r, c)[-1] != table.raw(r, c)[-2] and table.raw(r, c)[-1] != "0"]
    if not found:
        return False
    row, column = rng.choice(found)
    raw = table.raw(row, column)
    wrong = int(raw[:-2] + raw[-1] + raw[-2])
    table.put_number(row, column, wrong)
    _expect_cell(report, row, column, int(raw), wrong, "swapped")
    return True


@defect("requests.shifted", "requests", weight=1.5)
def shifted(rng, report):
    """A row's figures slipped one column to the right; the row still adds up."""
    table = report.tables["requests"]
    rows = [r for r in table.cells if r != "total" and table.value(r, "natural")
            and not table.value(r, "other")]
    if not rows:
        return False
    row = rng.choice(rows)
    values = [table.value(row, c) for c in PARTS]
    moved = [0] + values[:-1]
    for column, value in zip(PARTS, moved):
        table.put_number(row, column, value)
    cells = [[row, c] for c, a, b in zip(PARTS, values, moved) if a != b]
    expect(report, SUMS[1:], section="requests", table="requests", row=row, cells=cells,
           kind="shifted")
    return True


@defect("requests.two-cells", "requests")
def two_cells(rng, report):
    """Two wrong cells of different rows and columns: detected, perhaps not located."""
    table = report.tables["requests"]
    rows = rng.sample(result_leaves(table.form), 2)
    columns = rng.sample(PARTS, 2)
    for row, column in zip(rows, columns):
        table.put_number(row, column, table.value(row, column) + rng.randint(1, 9))
    expect(report, SUMS, section="requests", table="requests",
           cells=[list(p) for p in zip(rows, columns)], kind="two")
    return True


def _unusable(report, name, row, column, raw, kind, rules):
    table = report.tables[name]
    old = table.raw(row, column)
    table.put(row, column, raw, kind, None)
    report.sensitive = True
    expect(report, rules, section=name, table=name, row=row, column=column, was=old,
           found=raw or None)
    return True


def _any_cell(rng, report, name):
    table = report.tables[name]
    row = rng.choice(sorted(table.cells))
    return row, rng.choice(sorted(table.cells[row]))


@defect("requests.blank", "requests", weight=1.5)
def blank(rng, report):
    row, column = _any_cell(rng, report, "requests")
    return _unusable(report, "requests", row, column, "", "blank", "cells.blank")


@defect("requests.dash", "requests", weight=1.5)
def dash(rng, report):
    row, column = _any_cell(rng, report, "requests")
    raw = rng.choice(["/", "-", "—", "／", "--", "——"])
    return _unusable(report, "requests", row, column, raw, "dash", "cells.blank")


@defect("requests.text", "requests")
def text(rng, report):
    row, column = _any_cell(rng, report, "requests")
    raw = rng.choice(["详见附件", "无", "若干", "见表", "多件"])
    rules = ["cells.malformed", "cells.blank"] if raw == "无" else "cells.malformed"
    return _unusable(report, "requests", row, column, raw, "text", rules)


@defect("requests.negative", "requests")
def negative(rng, report):
    row, column = _any_cell(rng, report, "requests")
    value = -rng.randint(1, 9)
    report.tables["requests"].put(row, column, str(value), "number", value)
    expect(report, "cells.malformed", section="requests", table="requests", row=row,
           column=column, found=str(value))
    return True


@defect("requests.decimal", "requests")
def decimal(rng, report):
    row, column = _any_cell(rng, report, "requests")
    raw = "%d.%d" % (report.tables["requests"].value(row, column), rng.randint(1, 9))
    report.tables["requests"].put(row, column, raw, "number", float(raw))
    expect(report, "cells.malformed", section="requests", table="requests", row=row,
           column=column, found=raw)
    return True


@defect("requests.blank-row", "requests")
def blank_row(rng, report):
    """A whole row without a figure: one finding, or one a cell, at that row."""
    table = report.tables["requests"]
    row = rng.choice(sorted(table.cells))
    for column in COLUMNS:
        table.put(row, column, "", "blank", None)
    report.sensitive = True
    expect(report, "cells.blank", section="requests", table="requests", row=row)
    return True


@defect("disputes.total-cell", "disputes", weight=1.5)
def dispute_total(rng, report):
    table = report.tables["disputes"]
    kind = rng.choice(KINDS)
    right = table.value(kind, "total")
    table.put_number(kind, "total", right + rng.randint(1, 5))
    expect(report, "disputes.total", section="disputes", table="disputes", row=kind,
           expected=str(right), found=table.raw(kind, "total"))
    return True


@defect("disputes.part-cell", "disputes")
def dispute_part(rng, report):
    """A part is off; with one equation nobody can say which cell it was."""
    table = report.tables["disputes"]
    kind, outcome = rng.choice(KINDS), rng.choice(OUTCOMES[:4])
    table.put_number(kind, outcome, table.value(kind, outcome) + rng.randint(1, 4))
    expect(report, "disputes.total", section="disputes", table="disputes", row=kind)
    return True


@defect("disputes.blank", "disputes")
def dispute_blank(rng, report):
    kind, outcome = _any_cell(rng, report, "disputes")
    raw = rng.choice(["", "/", "-"])
    return _unusable(report, "disputes", kind, outcome, raw, "dash" if raw else "blank",
                     "cells.blank")


@defect("disclosure.blank", "disclosure", weight=1.5)
def disclosure_blank(rng, report):
    row, column = _any_cell(rng, report, "disclosure")
    raw = rng.choice(["", "", "/", "-", "—"])
    return _unusable(report, "disclosure", row, column, raw, "dash" if raw else "blank",
                     "cells.blank")


@defect("disclosure.text", "disclosure")
def disclosure_text(rng, report):
    row, column = _any_cell(rng, report, "disclosure")
    raw = rng.choice(["详见附件", "见官网", "不适用", "未统计"])
    return _unusable(report, "disclosure", row, column, raw, "text",
                     ["cells.malformed", "cells.blank"])


@defect("disclosure.decimal", "disclosure")
def disclosure_decimal(rng, report):
    raw = "%d.5" % rng.randint(1, 40)
    column = "decisions"
    report.tables["disclosure"].put("licences", column, raw, "number", float(raw))
    expect(report, "cells.malformed", section="disclosure", table="disclosure", row="licences",
           column=column, found=raw)
    return True


@defect("disclosure.negative", "disclosure")
def disclosure_negative(rng, report):
    column = "valid" if report.form == "2021" else "public"
    value = -rng.randint(1, 9)
    report.tables["disclosure"].put("normative", column, str(value), "number", value)
    expect(report, "cells.malformed", section="disclosure", table="disclosure", row="normative",
           column=column, found=str(value))
    return True
