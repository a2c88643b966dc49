#!/usr/bin/env python3
"""Tests of the generator, the oracle and the judge themselves."""
import hashlib
import json
import os
import sys
import tempfile
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)

import catalogue  # noqa: E402
import damage  # noqa: E402
import fragments  # noqa: E402
import generate  # noqa: E402
import judge_rules  # noqa: E402
import judge_text  # noqa: E402
import oracle  # noqa: E402
import registry  # noqa: E402

ARITHMETIC = ["requests.interior", "requests.row-total-cell", "requests.results-total-cell",
              "requests.grand-total", "requests.new", "requests.carried-in",
              "requests.carried-out", "requests.off-by-one", "requests.swapped-digits",
              "requests.shifted", "requests.two-cells", "disputes.total-cell",
              "disputes.part-cell"]


def make(out, *args):
    options = generate.parse_options([out, *args])
    return generate.run(options)


def digest(folder):
    """Of every name and byte below a folder."""
    total = hashlib.sha256()
    for base, folders, files in os.walk(folder):
        folders.sort()
        for name in sorted(files):
            total.update(name.encode())
            with open(os.path.join(base, name), "rb") as file:
                total.update(file.read())
    return total.hexdigest()


def violated(label):
    out = []
    for name, table in label["tables"].items():
        out += oracle.violations(name, table["form"], oracle.numbers(table["cells"]))
    return out


class Bytes(unittest.TestCase):
    def test_same_seed_same_bytes_whatever_the_jobs(self):
        with tempfile.TemporaryDirectory() as a, tempfile.TemporaryDirectory() as b:
            make(a, "--seed", "5", "--count", "40")
            make(b, "--seed", "5", "--count", "40", "--jobs", "2")
            self.assertEqual(digest(a), digest(b))

    def test_other_seed_other_bytes(self):
        with tempfile.TemporaryDirectory() as a, tempfile.TemporaryDirectory() as b:
            make(a, "--seed", "5", "--count", "10")
            make(b, "--seed", "6", "--count", "10")
            self.assertNotEqual(digest(a), digest(b))

    def test_files_decode_in_their_charset(self):
        with tempfile.TemporaryDirectory() as out:
            for label in make(out, "--count", "60", "--shapes", "htmlgb"):
                with open(os.path.join(out, label["path"]), "rb") as file:
                    text = file.read().decode(label["codec"])
                self.assertIn("20", text)
                self.assertIn("<body", text.lower())


class Clean(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.labels = make(self.folder.name, "--seed", "9", "--count", "200", "--defects", "none",
                           "--jobs", "2")

    def tearDown(self):
        self.folder.cleanup()

    def test_clean_reports_satisfy_the_oracle(self):
        for label in self.labels:
            self.assertEqual(violated(label), [], label["path"])
            told = [oracle.contradicted(c, label["tables"]) for c in label["claims"]]
            self.assertNotIn(True, told, label["path"])
            self.assertEqual((label["expect"], label["defects"]), ([], []))
            if "disclosure" in label["tables"]:
                table = label["tables"]["disclosure"]
                allowed = label["level"] in ("province", "city")
                self.assertEqual(oracle.plausibility(
                    table["form"], oracle.numbers(table["cells"]), allowed), [], label["path"])

    def test_table_forms_follow_the_year(self):
        rows = {"2019": 23, "2021": 25}
        for label in self.labels:
            if label["form"] == "2008":
                self.assertEqual(label["tables"], {})
            else:
                self.assertEqual(len(label["tables"]["requests"]["cells"]), rows[label["form"]])

    def test_every_number_of_a_table_stands_in_the_file(self):
        for label in self.labels:
            with open(os.path.join(self.folder.name, label["path"]), "rb") as file:
                text = file.read().decode(label["codec"]).translate(
                    str.maketrans("０１２３４５６７８９", "0123456789")).replace(",", "")
            for table in label["tables"].values():
                for line in table["cells"].values():
                    for cell in line.values():
                        self.assertIn(str(cell["value"]).lstrip("+"), text)


class Defects(unittest.TestCase):
    def test_the_oracle_sees_every_arithmetic_defect(self):
        for name in ARITHMETIC:
            with tempfile.TemporaryDirectory() as out:
                labels = make(out, "--seed", "3", "--count", "30", "--only", name,
                              "--years", "2019-2025", "--shapes", "text")
            hit = [x for x in labels if x["defects"]]
            self.assertGreater(len(hit), 4, name)
            for label in hit:
                self.check_arithmetic(name, label)

    def check_arithmetic(self, name, label):
        entry = label["expect"][0]
        table = label["tables"][entry["table"]]
        cells = oracle.numbers(table["cells"])
        found = oracle.violations(entry["table"], table["form"], cells)
        self.assertTrue(found, (name, label["path"]))
        self.assertTrue({r for r, _, _ in found} & set(entry["rules"]))
        if entry.get("unique"):
            self.assertEqual(oracle.explanations(entry["table"], table["form"], cells),
                             [(entry["row"], entry["column"], float(entry["expected"]))], name)

    def test_the_oracle_sees_every_false_claim(self):
        for name in ("claim.count", "claim.none", "claim.some"):
            with tempfile.TemporaryDirectory() as out:
                labels = make(out, "--seed", "6", "--count", "40", "--only", name,
                              "--years", "2019-2025", "--shapes", "text")
            hit = [x for x in labels if x["defects"]]
            self.assertGreater(len(hit), 2, name)
            for label in hit:
                told = [oracle.contradicted(c, label["tables"]) for c in label["claims"]]
                self.assertIn(True, told, (name, label["path"]))

    def test_the_oracle_sees_every_wrong_statement(self):
        for name in ("narrative.over", "narrative.more-sums", "narrative.more-shares"):
            with tempfile.TemporaryDirectory() as out:
                labels = make(out, "--seed", "6", "--count", "20", "--only", name,
                              "--shapes", "text")
            for label in [x for x in labels if x["defects"]]:
                self.assertTrue(all(oracle.statement_wrong(s) for s in label["statements"]), name)

    def test_each_kind_in_its_turn(self):
        count = len(registry.DEFECTS)
        with tempfile.TemporaryDirectory() as out:
            labels = make(out, "--seed", "2", "--count", str(count), "--years", "2014-2025",
                          "--defects", "each", "--jobs", "2")
        names = [d for x in labels for d in x["defects"]]
        self.assertEqual(len(names), len(set(names)))
        self.assertGreater(len(names), count - 3)

    def test_every_defect_can_be_made(self):
        for d in registry.DEFECTS:
            if d["name"] == "text.script" and damage.converter() is None:
                continue
            shapes = ",".join(d["shapes"] or ["text"])
            with tempfile.TemporaryDirectory() as out:
                labels = make(out, "--seed", "4", "--count", "25", "--only", d["name"],
                              "--shapes", shapes)
            hit = [x for x in labels if x["defects"] == [d["name"]]]
            self.assertTrue(hit, d["name"])
            for label in hit:
                self.assertTrue(label["expect"], d["name"])
                for entry in label["expect"]:
                    self.assertTrue(set(entry["rules"]) <= set(catalogue.RULES))


class Passages(unittest.TestCase):
    def test_there_are_enough_and_all_can_be_read(self):
        folder = os.path.join(HERE, "fragments")
        found = [f for name in sorted(os.listdir(folder))
                 for f in fragments.parse(os.path.join(folder, name))]
        self.assertGreater(len(found), 60)
        silent = [f for f in found if not f["expect"]]
        self.assertGreater(len(silent), 30)
        self.assertEqual(len({f["about"] for f in found}), len(found))


class Oracle(unittest.TestCase):
    def test_what_received_may_mean(self):
        cells = {r: {"all": {"kind": "number", "value": v}}
                 for r, v in (("new", 9), ("carried_in", 1), ("total", 8), ("carried_out", 2))}
        tables = {"requests": {"form": "2021", "cells": cells}}
        for value, wrong in ((9, False), (10, False), (8, False), (7, True), (0, True)):
            self.assertEqual(oracle.contradicted({"of": "requests.new", "value": value}, tables),
                             wrong, value)
        self.assertIsNone(oracle.contradicted({"of": "disputes.all", "value": 0}, tables))

    def test_counts_of_equations(self):
        self.assertEqual(len(oracle.equations("requests", "2021")), 39)
        self.assertEqual(len(oracle.equations("requests", "2019")), 37)
        self.assertEqual(len(oracle.equations("disputes", "2021")), 3)

    def test_a_blank_proves_nothing(self):
        cells = {k: dict.fromkeys(("upheld", "corrected", "other", "pending", "total"), 0)
                 for k in ("review", "direct", "after_review")}
        cells["review"]["upheld"] = None
        cells["review"]["total"] = 4
        self.assertEqual(oracle.violations("disputes", "2021", cells), [])
        self.assertEqual(oracle.undecided("disputes", "2021", cells),
                         [("disputes.total", "review")])

    def test_plausibility(self):
        cells = {"regulations": {"made": 3, "repealed": 0, "valid": 1}}
        self.assertIn(("R8", "regulations"), oracle.plausibility("2021", cells, True))
        self.assertIn(("R13", "regulations"), oracle.plausibility("2021", cells, False))
        cells = {"procurement": {"projects": 0, "amount": 5.0},
                 "licences": {"previous": 3, "change": -3, "decisions": 1},
                 "normative": {"made": 0, "opened": 5, "public": 4}}
        self.assertEqual([i for i, _ in oracle.plausibility("2019", cells)], ["R9", "R11", "R12"])


def perfect(label):
    """What a program that knows all would say about a label."""
    states = {r: {"rule": r, "state": "pass", "findings": []} for r in catalogue.RULES}
    for entry in label["expect"]:
        finding = {"evidence": [{"section": entry.get("section"), "table": entry.get("table"),
                                 "row": entry.get("row"), "column": entry.get("column"),
                                 "quote": json.dumps(entry, ensure_ascii=False)}]}
        cells = [{"row": r, "column": c, "right": entry.get("expected"),
                  "found": entry.get("found")} for r, c in entry.get("cells", [])]
        finding["diagnosis"] = {"cells": cells}
        broken, free = judge_rules.broken_rules(label)
        rules = [r for r in entry["rules"] if r in broken or r in free] or entry["rules"][:1]
        states[rules[0]]["state"] = "fail"
        states[rules[0]]["findings"].append(finding)
    for rule in judge_rules.broken_rules(label)[0]:
        states[rule]["state"] = "fail"
    return {"path": "x/" + label["path"], "results": list(states.values())}


class Judge(unittest.TestCase):
    def setUp(self):
        with tempfile.TemporaryDirectory() as out:
            self.labels = make(out, "--seed", "8", "--count", "120")
        self.results = {x["path"]: perfect(x) for x in self.labels}

    def totals(self):
        table, _ = judge_rules.judge(self.labels, self.results, [])
        return {c: sum(r[c] for r in table.values()) for c in judge_rules.COUNTS}

    def test_a_perfect_program_has_no_disagreement(self):
        notes = []
        judge_rules.judge(self.labels, self.results, notes)
        self.assertEqual(notes, [])
        t = self.totals()
        self.assertEqual(t["due"], t["valued"])
        self.assertGreater(t["due"], 60)

    def test_silence_and_noise_are_both_counted(self):
        for state in ("pass", "fail"):
            for record in self.results.values():
                for result in record["results"]:
                    result["state"] = state
            t = self.totals()
            self.assertEqual(t["missed"] > 0, state == "pass")
            self.assertEqual(t["false"], t["could"] if state == "fail" else 0)

    def test_cells(self):
        self.assertTrue(judge_text.same_cell({"kind": "number", "value": "46.00"},
                                             {"kind": "number", "value": "46.00"}))
        self.assertFalse(judge_text.same_cell({"kind": "blank", "value": None},
                                              {"kind": "number", "value": 0}))
        self.assertFalse(judge_text.same_cell({"kind": "number", "value": 12},
                                              {"kind": "number", "value": 21}))


if __name__ == "__main__":
    unittest.main()
