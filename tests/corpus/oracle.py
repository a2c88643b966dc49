#!/usr/bin/env python3
"""An independent model of the sums of the official tables.

Written from the equations themselves; shares no code and no data file with the program under
test, nor with the generator. Cells are {row: {column: number or None}}; None is anything that
is no number, and an equation with a None in it proves nothing.

    oracle.py < table.json      {"name": "requests", "form": "2021", "cells": {...}}
"""
import json
import sys

PEOPLE = ("natural", "business", "research", "welfare", "legal", "other")
ROW_TOTAL, RESULTS_TOTAL, BALANCE = ("requests.row-total", "requests.results-total",
                                     "requests.balance")


def rows_of(form):
    """The rows of the requests table: (key of row, what it is part of)."""
    rows = [("new", None), ("carried_in", None), ("granted", "total"), ("partial", "total")]
    for prefix, count in (("refused", 8), ("unavailable", 3), ("declined", 5)):
        rows += [("%s.%d" % (prefix, i + 1), "total") for i in range(count)]
    rows += [("other", "total")] if form == "2019" else \
        [("other.%d" % (i + 1), "total") for i in range(3)]
    return rows + [("total", None), ("carried_out", None)]


def equations(name, form):
    """[(rule, id, {cell: coefficient})]; each must sum to nought."""
    found = []
    if name == "disputes":
        for kind in ("review", "direct", "after_review"):
            terms = {(kind, o): 1 for o in ("upheld", "corrected", "other", "pending")}
            terms[(kind, "total")] = -1
            found.append(("disputes.total", kind, terms))
    if name != "requests":
        return found
    rows = rows_of(form)
    for row, _ in rows:
        terms = {(row, p): 1 for p in PEOPLE}
        terms[(row, "all")] = -1
        found.append((ROW_TOTAL, row, terms))
    for column in PEOPLE + ("all",):
        terms = {(r, column): 1 for r, whole in rows if whole}
        terms[("total", column)] = -1
        found.append((RESULTS_TOTAL, column, terms))
        found.append((BALANCE, column, {("new", column): 1, ("carried_in", column): 1,
                                        ("total", column): -1, ("carried_out", column): -1}))
    return found


def _residue(terms, cells):
    """The sum, or None when a cell is absent or no number."""
    total = 0
    for (row, column), factor in terms.items():
        value = cells.get(row, {}).get(column)
        if value is None:
            return None
        total += factor * value
    return total


def violations(name, form, cells):
    """Equations that fail: [(rule, id, residue)]."""
    out = []
    for rule, key, terms in equations(name, form):
        rest = _residue(terms, cells)
        if rest:
            out.append((rule, key, rest))
    return out


def undecided(name, form, cells):
    """Equations that nobody can prove: [(rule, id)]."""
    return [(rule, key) for rule, key, terms in equations(name, form)
            if _residue(terms, cells) is None]


def explanations(name, form, cells):
    """Every single cell whose change to one other count mends all: [(row, column, right)]."""
    eqs = equations(name, form)
    residues = [_residue(t, cells) for _, _, t in eqs]
    broken = [i for i, r in enumerate(residues) if r]
    out = []
    if not broken:
        return out
    for row in cells:
        for column, value in cells[row].items():
            if value is None:
                continue
            shift = _mends(eqs, residues, broken, (row, column))
            if shift is not None and value + shift >= 0:
                out.append((row, column, value + shift))
    return out


def _mends(eqs, residues, broken, cell):
    """How much `cell` must change so that every equation holds; None when it can't."""
    shift = None
    for i, (_, _, terms) in enumerate(eqs):
        if residues[i] is None:
            continue
        factor = terms.get(cell, 0)
        if factor == 0:
            if residues[i]:
                return None
            continue
        need = -residues[i] * factor
        if shift is not None and shift != need:
            return None
        shift = need
    return shift or None


def plausibility(form, cells, may_make_regulations=True):
    """R8, R9, R11-R13 of the disclosure table: [(id, row)]."""
    out = []

    def get(row, column):
        value = cells.get(row, {}).get(column)
        return None if value is None else value

    def known(*values):
        return all(v is not None for v in values)
    for row in ("regulations", "normative"):
        if form == "2021":
            made, repealed, valid = (get(row, c) for c in ("made", "repealed", "valid"))
            if known(made, repealed, valid) and made - repealed > valid:
                out.append(("R8", row))
        else:
            opened, public = get(row, "opened"), get(row, "public")
            if known(opened, public) and opened > public:
                out.append(("R9", row))
    for row in ("licences", "services", "penalties", "coercion") if form == "2019" else ():
        before, change, done = (get(row, c) for c in ("previous", "change", "decisions"))
        if known(before, change, done) and done > 0 and before + change == 0:
            out.append(("R11", row))
    projects, amount = get("procurement", "projects"), get("procurement", "amount")
    if known(projects, amount) and (projects == 0) != (amount == 0):
        out.append(("R12", "procurement"))
    if not may_make_regulations and any((get("regulations", c) or 0) > 0
                                        for c in cells.get("regulations", {})):
        out.append(("R13", "regulations"))
    return out


HELD = {"requests.new": [("requests", "new", "all")],
        "requests.carried_in": [("requests", "carried_in", "all")],
        "requests.total": [("requests", "total", "all")],
        "requests.carried_out": [("requests", "carried_out", "all")],
        "disputes.review": [("disputes", "review", "total")],
        "disputes.suits": [("disputes", k, "total") for k in ("direct", "after_review")],
        "disputes.all": [("disputes", k, "total") for k in ("review", "direct", "after_review")],
        "disputes.upheld": [("disputes", "review", o) for o in ("corrected", "pending")],  # R21
        "disclosure.made": [("disclosure", "normative", "made")],
        "disclosure.valid": [("disclosure", "normative", "valid")],
        "disclosure.repealed": [("disclosure", "normative", "repealed")],
        "disclosure.licences": [("disclosure", "licences", "decisions")],
        "disclosure.penalties": [("disclosure", "penalties", "decisions")]}


def contradicted(claim, tables):
    """Does the text's figure speak against the tables? None when that can't be told.

    "Received" may mean new, new and carried in, handled, or handled and carried over: a figure
    above nought that is one of them is right.
    """
    values = [numbers(tables[t]["cells"]).get(r, {}).get(c) if t in tables else None
              for t, r, c in HELD[claim["of"]]]
    if claim["value"] is None or None in values:
        return None
    said, held = claim["value"], sum(values)
    if said == held:
        return False
    if not claim["of"].startswith("requests.") or said == 0:
        return True
    rows = numbers(tables["requests"]["cells"])
    new, old, done, left = (rows.get(r, {}).get("all")
                            for r in ("new", "carried_in", "total", "carried_out"))
    return None not in (new, old, done, left) and said not in (new, new + old, done, done + left)


def too_long(count):
    """The overview's length against a thousand: True, False, or None where counting decides."""
    return None if count is None or 960 <= count <= 1040 else count > 1000


def statement_wrong(said):
    """A whole and its parts, or a share, as the label gives them."""
    if said["parts"] and said["rule"] == "narrative.sum":
        return sum(said["parts"]) != float(said["right"])
    return said["right"] != said["said"]


def excused(label):
    """Rules that may speak because the label's own facts give them a reason."""
    out = set()
    spoilt = any(violations(n, t["form"], numbers(t["cells"])) for n, t in label["tables"].items())
    if spoilt or any(contradicted(c, label["tables"]) is not False for c in label["claims"]):
        out |= {"narrative.table", "narrative.zero", "narrative.itself"}
    if too_long(label["overview_length"]) is not False and label["form"] == "2021":
        out.add("content.length")
    return out


def numbers(cells):
    """Label or extract cells to what the oracle reads: whole numbers, else None."""
    out = {}
    for row, line in cells.items():
        out[row] = {}
        for column, cell in line.items():
            value = cell.get("value") if cell.get("kind") == "number" else None
            try:
                out[row][column] = None if value is None else float(value)
            except ValueError:
                out[row][column] = None
    return out


def main():
    table = json.load(sys.stdin)
    cells = numbers(table["cells"])
    name, form = table["name"], table["form"]
    json.dump({"violations": violations(name, form, cells),
               "undecided": undecided(name, form, cells),
               "explanations": explanations(name, form, cells),
               "plausibility": plausibility(form, cells) if name == "disclosure" else []},
              sys.stdout, ensure_ascii=False)
    print()
    return 0


if __name__ == "__main__":
    sys.exit(main())
