"""The bench on which `rules rehearse` is held against what then happens: an office with new rules beside it, and their comparison."""

import csv
import io
import json
import shutil

import jsonschema

from incremental import YEAR, Office

RULE = """
return rule {{
  id = "{id}", title = {{ zh = "总体情况", en = "Overview" }}, severity = "{severity}", basis = {{ "x" }},
  remedy = {{ zh = "改", en = "Mend it" }},
  check = function(report, out)
    local s = report:section("overview")
    if not s then
      return out:notapplicable {{ zh = "无", en = "none" }}
    end
    {body}
  end,
}}
"""
FAIL = 'out:fail { at = s, message = { zh = "有总体情况", en = "there is an overview" } }'
PASS = "out:pass { at = s }"
UNKNOWN = 'out:unknown { at = s, reason = { code = "unclear", zh = "看不清", en = "unclear" } }'
LOCAL = "9.9,总体情况,local.overview,{points},一次,,,,,,\r\n"


class Desk(Office):
    """An office with a folder of new rules beside it."""

    def __init__(self, auditor, source, folder):
        super().__init__(auditor, source, folder)
        self.source = source
        self.new = folder.parent / (folder.name + "-new")
        self.new.mkdir()
        self.schema = json.loads((source / "docs/schema/rehearsal.schema.json").read_text(encoding="utf-8"))

    def rule(self, body, folder=None, name="local.overview", severity="minor"):
        folder = folder or self.new
        folder.mkdir(exist_ok=True)
        path = folder / (name.split(".")[-1] + ".lua")
        path.write_text(RULE.format(id=name, severity=severity, body=body), encoding="utf-8")
        return path

    def profile(self, name, *edits, sheet="", drop=None):
        """A profile of the office's own beside the one in use."""
        folder = self.folder / "profiles" / name
        shutil.copytree(self.folder / "profiles/local", folder)
        for old, new in (("id = local", "id = " + name), *edits):
            self.edit(f"profiles/{name}/profile.conf", old, new)
        path = folder / "sheet.csv"
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        kept = [line for line in lines if not drop or drop not in line]
        assert drop is None or len(kept) == len(lines) - 1, drop
        path.write_text("".join(kept) + sheet, encoding="utf-8", newline="")
        return name

    def rehearse(self, *words, expect=2):
        """The model; the text, HTML and CSV of the same run must hold together with it."""
        out = self.folder.parent / "rehearsal"
        shutil.rmtree(out, ignore_errors=True)
        outputs = [f"{kind}:{out / ('r.' + kind)}" for kind in ("json", "html", "csv")]
        done = self.call("rules", "rehearse", "--against", YEAR, *words, "--output", "text",
                         *[w for o in outputs for w in ("--output", o)], expect=(expect,))
        self.text, self.stderr = done.stdout, done.stderr
        self.html = (out / "r.html").read_text(encoding="utf-8")
        self.table = list(csv.reader(io.StringIO((out / "r.csv").read_text(encoding="utf-8-sig"))))
        model = json.loads((out / "r.json").read_bytes())
        jsonschema.validate(model, self.schema)
        self.check(model)
        return model

    def check(self, m):
        s = m["summary"]
        assert s["appear"] == len(m["findings"]["appear"]) == sum(r["appear"] for r in m["rules"])
        assert s["vanish"] == len(m["findings"]["vanish"]) == sum(r["vanish"] for r in m["rules"])
        assert s["states"] == len(m["states"]) == sum(r["states"] for r in m["rules"])
        assert s["never"] == sum(r["never"] for r in m["rules"])
        rows = sum(a["grade_changed"] or a["score_changed"] for a in m["agencies"])
        rows += s["ranks"] + s["appear"] + s["vanish"] + s["change"] + s["states"]
        assert len(self.table) == 1 + rows, (len(self.table), rows)
        assert self.html.count("<script") == 0
        for line in self.text.splitlines():
            wide = sum(2 if ord(c) > 0x2E7F else 1 for c in line)
            assert wide <= 80, line

    def ranking(self):
        out = self.folder.parent / "rank.json"
        self.call("rank", YEAR, "--output", f"json:{out}", expect=(0, 3))
        places = {}
        for group in json.loads(out.read_bytes())["groups"]:
            for status in ("ranked", "incomplete", "notscored"):
                for row in group[status]:
                    places[row["code"]] = {
                        "status": status, "rank": row.get("rank"), "high": row["high"], "low": row["low"],
                        "score": row["score"] if status == "ranked" else None, "path": row["path"],
                        "grade": row.get("grade") if status == "ranked" else None, "vetoed": row["vetoed"]}
            for row in group["missing"]:
                places[row["code"]] = {"status": "missing", "rank": None, "high": None, "low": None, "score": None,
                                       "path": None, "grade": None, "vetoed": False}
        return places

    def verdicts(self):
        """Of each agency as a whole, and of files that count for nobody."""
        current = f"assessment = (SELECT id FROM assessment WHERE year = {YEAR} ORDER BY serial DESC LIMIT 1)"
        rows = self.query(f"SELECT s.agency, s.path, s.result FROM standing s WHERE s.{current}")
        rows += self.query("SELECT a.agency, d.path, a.result FROM audit a JOIN document d ON d.id = a.document"
                           f" WHERE a.choice <> 'chosen' AND a.{current}")
        return [((code or None, path or None), json.loads(result)["results"]) for code, path, result in rows]

    def findings(self):
        return sorted(((*who, r["rule"], f["fingerprint"]) for who, results in self.verdicts() for r in results
                       for f in r["findings"]), key=repr)

    def all_states(self):
        return {(*who, r["rule"]): r["state"] for who, results in self.verdicts() for r in results}


def places(model, side):
    return {a["code"]: {k: v for k, v in a[side].items() if k != "complete"} for a in model["agencies"]}


def rule_of(model, name):
    return next(r for r in model["rules"] if r["id"] == name)


def comes_true(o, model, *change):
    """Does for good what was rehearsed: the database must hold what was foretold."""
    before, findings, states = o.ranking(), o.findings(), o.all_states()
    assert places(model, "before") == before
    for step in change:
        step()
    o.assess()
    assert places(model, "after") == o.ranking()
    for name, here, there in (("appear", o.findings(), findings), ("vanish", findings, o.findings())):
        told = sorted(((f["code"], f["path"], f["rule"], f["fingerprint"]) for f in model["findings"][name]), key=repr)
        assert told == sorted(set(here) - set(there), key=repr), name
    now = o.all_states()
    told = {(s["code"], s["path"], s["rule"]): (s["before"], s["after"]) for s in model["states"]}
    real = {key: (states.get(key), now.get(key)) for key in states.keys() | now.keys()
            if states.get(key) != now.get(key)}
    assert told == real
