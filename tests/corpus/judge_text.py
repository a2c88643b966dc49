"""How well a document was understood: facts, sections, and the tables cell by cell."""
from decimal import Decimal, InvalidOperation


def same_number(a, b):
    try:
        return Decimal(str(a).replace(",", "")) == Decimal(str(b).replace(",", ""))
    except (InvalidOperation, ValueError):
        return False


def same_cell(label, cell):
    """A number must be that number; what is no number must be of its kind."""
    if cell is None:
        return False
    kind, value = label["kind"], label.get("value")
    if kind != "number":
        return cell.get("kind") == kind
    if cell.get("kind") != "number":
        odd = str(value).startswith("-") or "." in str(value)
        return odd and cell.get("kind") in ("text", "unreadable")
    return same_number(value, cell.get("value"))


def _count(facts, name, right):
    entry = facts.setdefault(name, [0, 0])
    entry[0] += bool(right)
    entry[1] += 1
    return right


def _judge_cells(label, extract, facts, notes):
    lenient = [d[8:] for d in label["damage"] if d.startswith("lenient:")]
    found_tables = extract.get("tables") or {}
    for name, table in label["tables"].items():
        found = found_tables.get(name) or {}
        if not _count(facts, "tables", bool(found)):
            notes.append("%s extract: table %s not found" % (label["path"], name))
        _count(facts, "table form", found.get("form") in (table["form"], None))
        body = found.get("cells") or found.get("rows") or found
        wrong = 0
        for row, line in table["cells"].items():
            if "%s:%s" % (name, row) in lenient:
                continue
            for column, cell in line.items():
                got = (body.get(row) or {}).get(column)
                if not _count(facts, "cells", same_cell(cell, got)):
                    wrong += 1
                    if wrong <= 2:
                        notes.append("%s extract: %s.%s.%s is %s, not %s" % (
                            label["path"], name, row, column, got, cell))
    _judge_invented(label, found_tables, facts, notes)


def _judge_invented(label, found_tables, facts, notes):
    """Cells and tables that are not in the document must not be in the extract."""
    for name, found in found_tables.items():
        if not found or name not in ("disclosure", "requests", "disputes"):
            continue
        if not _count(facts, "no table invented", name in label["tables"]):
            notes.append("%s extract: table %s was invented" % (label["path"], name))
            continue
        body = found.get("cells") or found.get("rows") or found
        known = label["tables"][name]["cells"]
        rows = [r for r in body if isinstance(body[r], dict) and r not in known]
        filled = [r for r in rows if any(isinstance(c, dict) and c.get("kind") == "number"
                                         for c in body[r].values())]
        if not _count(facts, "no row invented", not filled):
            notes.append("%s extract: rows invented in %s: %s" % (label["path"], name, filled))


def _fact(facts, notes, label, name, got, accepted):
    if not _count(facts, name, got in accepted):
        notes.append("%s %s: %r, not %r" % (label["path"], name, got, accepted))


def _judge_facts(label, record, facts, notes):
    _fact(facts, notes, label, "kind", record.get("kind"), [label["kind"]])
    if label["kind"] != "annual-report" or record.get("kind") != "annual-report":
        return
    spoiled = "brand-in-title" in label["damage"] or "title.no-agency" in label["defects"]
    accepted = label["agency"] + ([None] if spoiled else [])
    _fact(facts, notes, label, "agency", record.get("agency"), accepted)
    levels = [label["level"]] + (["unknown"] if spoiled else [])
    _fact(facts, notes, label, "level", record.get("level"), levels)
    _fact(facts, notes, label, "year", record.get("year"), label["year"])
    if len(label["year"]) == 1:
        _fact(facts, notes, label, "form", record.get("form"), [label["form"]])
    _fact(facts, notes, label, "script", record.get("script"), [label["script"]])
    dates = label["published"] or [None]
    _fact(facts, notes, label, "published", record.get("published"), dates)


def judge(labels, results, extracts, notes):
    """{fact: [right, total]} over all labels."""
    facts = {}
    for label in labels:
        extract = extracts.get(label["path"])
        record = extract or results.get(label["path"])
        if not _count(facts, "documents", record is not None):
            notes.append("%s: no record" % label["path"])
            continue
        _judge_facts(label, record, facts, notes)
        if extract is None or label["kind"] != "annual-report":
            continue
        keys = [s["key"] for s in extract.get("sections") or [] if s.get("key")]
        if "section.renamed" not in label["defects"] and \
                not _count(facts, "sections", keys == label["sections"]):
            notes.append("%s sections: %s, not %s" % (label["path"], keys, label["sections"]))
        _judge_cells(label, extract, facts, notes)
    return facts
