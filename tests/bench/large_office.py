#!/usr/bin/env python3
"""Make an office of very many agencies over three years, assessed, to see what a ranking of it costs.

    large_office.py AUDITOR SOURCE OUT [--agencies 100000] [--seed N]

The assessments are real ones, of the example's office: their profile, rules and version are those of the program. Agencies and
what was found in them are drawn and written straight into the database: four groups; one agency in fifty sent nothing, others sent
what could not be read or is not decided yet; one in a thousand has another name and code than the year before; scores are what the
findings leave of the maximum, or 59 after a veto. The same arguments give the same rows.
"""
import argparse
import json
import os
import pathlib
import random
import shutil
import sqlite3
import subprocess

YEARS = (2022, 2023, 2024)
GROUPS = ("县（市、区）", "市直部门", "乡镇街道", "开发区")
LEVELS = ("county", "department", "township", "zone")
FIRST, SECOND = "临青云长宁安广平清河海江", "山水川原泉溪林陵州阳阴丰"
STATES = (("annual-report", 94), ("missing", 2), ("unreadable", 1), ("open", 3))
MAX = 100000


def draw_agencies(count, seed):
    """[(code, name, group)]; who has another code in the last year has both: (code, name, group, (code, name))."""
    rng = random.Random("large-office:%d" % seed)
    out = []
    for i in range(count):
        group = i % len(GROUPS)
        name = rng.choice(FIRST) + rng.choice(SECOND) + "第%d" % i + ("县人民政府", "市业务局", "镇人民政府", "开发区管理委员会")[group]
        later = ("n%06d" % i, name + "（新）") if i % 1000 == 999 else None
        out.append(("a%06d" % i, name, group, later))
    return out


def start(auditor, source, out):
    """The example's office, assessed."""
    shutil.copytree(source / "examples/office", out)
    for year in YEARS:
        done = subprocess.run([auditor, "assess", str(year), "--quiet"], cwd=out, stdout=subprocess.DEVNULL, check=False,
                              env={**os.environ, "AUDITOR_DATA": str(source)})
        assert done.returncode in (0, 2, 3), done


def write_register(out, agencies):
    lines = ["code,name,level,group,from,to,predecessors"]
    for code, name, group, later in agencies:
        lines.append("%s,%s,%s,%s,,%s," % (code, name, LEVELS[group], GROUPS[group], YEARS[-1] - 1 if later else ""))
        if later:
            lines.append("%s,%s,%s,%s,%d,,%s" % (*later, LEVELS[group], GROUPS[group], YEARS[-1], code))
    (out / "agencies.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")


class Year:
    """The rows of one assessment."""

    def __init__(self, db, year, agencies, seed):
        self.id, = db.execute("SELECT id FROM assessment WHERE year=? ORDER BY serial DESC LIMIT 1", (year,)).fetchone()
        self.year, self.agencies = year, agencies
        self.rng = random.Random("large-office:%d:%d" % (seed, year))
        self.first = db.execute("SELECT coalesce(max(id), 0) FROM standing").fetchone()[0] + 1
        text, = db.execute("SELECT result FROM standing WHERE assessment=? AND kind='annual-report' LIMIT 1", (self.id,)).fetchone()
        results = json.loads(text)["results"]
        self.result = json.dumps({"results": [{k: r[k] for k in ("reason", "rule", "state") if k in r} for r in results]},
                                 ensure_ascii=False)
        self.rules = [r["rule"] for r in results if r["state"] in ("pass", "fail")]

    def agency_rows(self):
        for i, (code, name, group, later) in enumerate(self.agencies):
            if later and self.year == YEARS[-1]:
                code, name = later
            yield self.id, i, code, name, "", LEVELS[group], GROUPS[group], "", "", ""

    def _findings(self):
        rng, found = self.rng, []
        for rule in sorted(rng.sample(self.rules, min(int(rng.expovariate(0.25)), 12))):
            severity = rng.choice(("major", "minor", "minor", "advice"))
            points = 0 if severity == "advice" else rng.randrange(1, 9) * 500
            found.extend((rule, severity, points) for _ in range(rng.choice((1, 1, 1, 2, 4))))
        return found

    def draw(self):
        """(standing, its findings) of every agency."""
        kinds, weights = zip(*STATES)
        for i, (code, _, group, later) in enumerate(self.agencies):
            code = later[0] if later and self.year == YEARS[-1] else code
            kind = self.rng.choices(kinds, weights)[0]
            is_open, kind = kind == "open", "annual-report" if kind == "open" else kind
            scored = kind == "annual-report"
            found = self._findings() if scored else []
            score = max(0, MAX - sum(f[2] for f in found)) if scored else 0
            vetoed = scored and self.rng.random() < 0.01
            score = min(score, 59000) if vetoed else score
            grade = ("优秀", "excellent") if score >= 90000 else ("良好", "good") if score >= 80000 else ("合格", "passed") \
                if score >= 60000 else ("不合格", "failed")
            grade = grade if scored else ("", "")
            number = self.first + i
            yield (number, self.id, code, None, "", "%s.html" % code if kind != "missing" else "",
                   "%064x" % self.rng.getrandbits(256) if kind != "missing" else "", 0, kind, LEVELS[group], "", "2021" if scored else "",
                   "%d-01-%02d" % (self.year + 1, 1 + i % 28) if scored else "", self.year if scored else None, "", int(scored), score,
                   score - 5000 * is_open, score, MAX if scored else 0, *grade, int(not is_open and scored), int(vetoed), int(is_open),
                   int(is_open), "", len(found), self.result if scored else '{"results":[]}'), [
                       (number, k, f[0], f[1], "%016x" % self.rng.getrandbits(64), "", "", "", "", 0, 0, f[2])
                       for k, f in enumerate(found)]


def _insert(db, table, rows):
    first = next(rows, None)
    if first:
        statement = "INSERT INTO %s VALUES (%s)" % (table, ",".join("?" * len(first)))
        db.execute(statement, first)
        db.executemany(statement, rows)


def write_year(db, year):
    for table in ("standing", "agency"):
        db.execute("DELETE FROM %s WHERE assessment=?" % table, (year.id,))
    _insert(db, "agency", year.agency_rows())
    pending = []

    def standings():
        for standing, found in year.draw():
            pending.extend(found)
            yield standing

    _insert(db, "standing", standings())
    _insert(db, "standing_finding", iter(pending))


def make(auditor, source, out, count, seed=1):
    """An office of `count` agencies in the folder `out`, which must not be there yet."""
    start(auditor, source, out)
    agencies = draw_agencies(count, seed)
    write_register(out, agencies)
    db = sqlite3.connect(out / "office.db", isolation_level=None)
    db.execute("PRAGMA foreign_keys=ON")
    db.execute("BEGIN")
    for year in YEARS:
        write_year(db, Year(db, year, agencies, seed))
    db.execute("COMMIT")
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("auditor", type=lambda p: str(pathlib.Path(p).resolve()))
    parser.add_argument("source", type=lambda p: pathlib.Path(p).resolve())
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--agencies", type=int, default=100000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    make(options.auditor, options.source, options.out, options.agencies, options.seed)


if __name__ == "__main__":
    main()
