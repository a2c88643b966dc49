"""How well the rules did: what was due and found, where, with which values; and false alarms.

An arithmetic defect is due under the rules whose equations the oracle finds broken.
"""
import json
import re

import oracle
from catalogue import RULES

SILENT = ("notapplicable", "notselected", "notchecked")
COUNTS = ("could", "due", "found", "placed", "valued", "missed", "misplaced", "false", "extra",
          "undecided", "error")


def _odd(cells):
    """A negative or broken count: whether sums are proved with it is the program's choice."""
    return any(v is not None and (v < 0 or v != int(v))
               for line in cells.values() for v in line.values())


def broken_rules(label):
    """({rule: equations} that must fail, rules that may fail or stay open), by the oracle."""
    must, free = {}, set()
    for name, table in label["tables"].items():
        cells = oracle.numbers(table["cells"])
        loose = _odd(cells) or any(d.startswith("lenient:" + name) for d in label["damage"])
        free |= {rule for rule, _ in oracle.undecided(name, table["form"], cells)}
        for rule, key, _ in oracle.violations(name, table["form"], cells):
            if loose:
                free.add(rule)
            else:
                must.setdefault(rule, []).append(key)
    return must, free


def _loose(label):
    """Sum rules over a table with an odd count or a renamed row: any state will do."""
    out = set()
    for name, table in label["tables"].items():
        if _odd(oracle.numbers(table["cells"])) or \
                any(d.startswith("lenient:" + name) for d in label["damage"]):
            out |= {rule for rule, _, _ in oracle.equations(name, table["form"])}
    return out


def _places(finding):
    """All (section, table, row, column) that a finding speaks of."""
    out = []
    for e in finding.get("evidence") or []:
        out.append((e.get("section"), e.get("table"), e.get("row"), e.get("column")))
    table = next((p[1] for p in out if p[1]), None)
    for c in (finding.get("diagnosis") or {}).get("cells") or []:
        out.append((table, table, c.get("row"), c.get("column")))
    return out


def placed(entry, finding):
    """Does the finding stand where the defect was put?"""
    cells = entry.get("cells")
    wanted = cells if cells else [[entry.get("row"), entry.get("column")]]
    for section, table, row, column in _places(finding):
        if entry.get("table") and table != entry["table"]:
            continue
        if not entry.get("table") and entry.get("section") and section and \
                section != entry["section"]:
            continue
        for r, c in wanted:
            if (r is None or r == row) and (c is None or c == column or column is None):
                return True
    return not entry.get("table") and not entry.get("section")


FOLD = str.maketrans("，：（）；", ",:();")


def _said(finding):
    return json.dumps(finding, ensure_ascii=False).translate(FOLD)


def leaks(finding):
    """A personal number must be shown masked wherever people read it."""
    words = [str(finding.get(k)) for k in ("message", "found", "expected", "formula", "remedy")]
    words += [str(e.get("quote")) for e in finding.get("evidence") or []]
    return any(re.search(r"\d{10,}[\dXx]", w) for w in words)


def valued(entry, finding, script="hans"):
    """Are the right and the found value named (a diagnosis first, else anywhere)?"""
    if entry.get("masked"):
        return not leaks(finding)
    if not entry.get("expected"):
        found = str(entry.get("found") or "").translate(FOLD)
        return not found or found in _said(finding) or \
            (script == "hant" and not found.isascii())
    for c in (finding.get("diagnosis") or {}).get("cells") or []:
        if str(c.get("right")) == entry["expected"] and str(c.get("found")) == entry["found"]:
            return True
    if entry.get("unique"):
        return False
    text = _said(finding)
    return entry["expected"].rstrip("%") in text and entry["found"].rstrip("%") in text


def _answers(entry, states):
    """Findings of the rules that may answer for this entry."""
    out, failed = [], False
    for rule in entry["rules"]:
        result = states.get(rule)
        if result is None:
            continue
        if result["state"] == "fail" or (entry.get("informational")
                                         and result["state"] == "informational"):
            failed = True
            out += result.get("findings") or []
    return failed, out


def _judge_entry(label, entry, states, table, defects, notes):
    row = table[entry["rules"][0]]
    tally = defects.setdefault(entry.get("defect", "?"),
                               dict.fromkeys(("due", "found", "placed", "valued"), 0))
    failed, findings = _answers(entry, states)
    at = [f for f in findings if placed(entry, f)]
    right = [f for f in at if valued(entry, f, label["script"])]
    for name, hit in (("due", True), ("found", failed), ("placed", at), ("valued", right)):
        row[name] += bool(hit)
        tally[name] += bool(hit)
    what = {k: v for k, v in entry.items() if k not in ("rules", "defect")}
    if not failed:
        row["missed"] += 1
        shown = ["%s=%s" % (r, states[r]["state"]) for r in entry["rules"] if r in states]
        notes.append("%s MISSED %s %s (%s)" % (label["path"], entry.get("defect"), what, shown))
    elif not at:
        row["misplaced"] += 1
        notes.append("%s MISPLACED %s %s" % (label["path"], entry.get("defect"), what))
    elif not right:
        notes.append("%s VALUE %s %s: %s" % (label["path"], entry.get("defect"), what,
                                             _said(at[0])[:300]))


def _explained(result):
    """Undecided because of a defect that is itself a finding: that duty is closed."""
    return bool((result.get("reason") or {}).get("cause"))


def _quote(result):
    findings = result.get("findings") or [{}]
    finding = next((f for f in findings if f.get("severity")), findings[0])
    evidence = (finding.get("evidence") or [{}])[0]
    return "%s | %s" % (finding.get("message"), (evidence or {}).get("quote"))


def _judge_silence(label, states, table, broken, free, notes):
    """Rules that had no reason to speak; for sums the oracle alone says what is a reason."""
    due = {r for e in label["expect"] for r in e["rules"]
           if not r.startswith(("requests.", "disputes."))}
    excused = due | set(label["may"]) | set(broken) | oracle.excused(label)
    for rule in RULES:
        result = states.get(rule)
        if result is None or result["state"] in SILENT:
            continue
        if rule in free and (result["state"] == "unknown" or rule in _loose(label)):
            continue
        row = table[rule]
        row["could"] += rule not in excused
        if result["state"] == "fail" and rule not in excused:
            row["false"] += 1
            notes.append("%s FALSE %s: %s" % (label["path"], rule, _quote(result)))
        elif result["state"] == "error":
            row["error"] += 1
            notes.append("%s ERROR %s: %s" % (label["path"], rule, result.get("reason")))
        elif result["state"] == "unknown" and rule not in excused and not _explained(result):
            row["undecided"] += 1
            notes.append("%s UNKNOWN %s: %s" % (label["path"], rule, result.get("reason")))
        _judge_extra(label, rule, result, row, broken, notes)


def _judge_extra(label, rule, result, row, broken, notes):
    """More findings of one rule than were put in."""
    entries = [e for e in label["expect"] if rule in e["rules"]]
    if result["state"] != "fail" or not entries or rule in broken or rule in label["may"]:
        return
    spare = [f for f in result.get("findings") or [] if f.get("severity") and not f.get("cause")
             and not any(placed(e, f) for e in entries)]
    if spare:
        row["extra"] += len(spare)
        notes.append("%s EXTRA %s: %s" % (label["path"], rule, _said(spare[0])[:300]))


def _judge_broken(label, states, table, broken, notes):
    """Every rule with a broken equation must say fail."""
    for rule, keys in broken.items():
        state = (states.get(rule) or {}).get("state")
        if state != "fail":
            table[rule]["missed"] += 1
            notes.append("%s NOT FAIL %s=%s, broken: %s" % (label["path"], rule, state, keys))


def judge(labels, results, notes):
    """({rule: counts}, {defect: counts})."""
    table = {rule: dict.fromkeys(COUNTS, 0) for rule in RULES}
    defects = {}
    for label in labels:
        record = results.get(label["path"])
        if record is None:
            continue
        states = {r["rule"]: r for r in record.get("results") or []}
        broken, free = broken_rules(label) if label["kind"] == "annual-report" else ({}, set())
        for entry in label["expect"]:
            if entry["rules"][0] in table:
                _judge_entry(label, entry, states, table, defects, notes)
        _judge_broken(label, states, table, broken, notes)
        _judge_silence(label, states, table, broken, free, notes)
    return table, defects
