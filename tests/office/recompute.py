#!/usr/bin/python3
"""Every number of `rank` is worked out again from the ledgers, the register and the sheet, by other code; then runs are killed.

usage: recompute.py AUDITOR SOURCE
"""

import copy
import csv
import fnmatch
import json
import os
import pathlib
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

YEARS = ("2022", "2023", "2024")
ORDER = ("", "advice", "minor", "major", "veto")
CAUSES = ("work", "rules", "profile", "scope", "other")
MASK = (1 << 64) - 1


def milli(points):
    return round(points * 1000)


class Office:
    def __init__(self, auditor, source, folder):
        self.auditor, self.source, self.folder = auditor, source, folder
        subprocess.run([sys.executable, source / "tests/corpus/office.py", folder], check=True)
        self.environment = {**os.environ, "AUDITOR_DATA": str(source)}

    def call(self, *words, codes=(0, 2, 3)):
        done = subprocess.run([self.auditor, *words, "--lang", "en"], cwd=self.folder, env=self.environment, capture_output=True, text=True, check=False)
        assert done.returncode in codes, (words, done)
        return done.stdout

    def rank(self, year, *words):
        return json.loads(self.call("rank", year, "--output", "json", *words))

    def use(self, profile):
        conf = self.folder / "office.conf"
        lines = [line for line in conf.read_text(encoding="utf-8").splitlines() if not line.startswith("profile")]
        conf.write_text("\n".join([*lines, "profile = " + profile]) + "\n", encoding="utf-8")

    def kill(self, after, *words):
        """True when it was still at work."""
        process = subprocess.Popen([self.auditor, *words], cwd=self.folder, env=self.environment, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL, start_new_session=True)
        time.sleep(after)
        hit = process.poll() is None
        if hit:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return hit


class Sheet:
    """Which row of sheet.csv a rule stands in."""

    def __init__(self, office, name):
        own = office.folder / "profiles" / name
        folder = own if own.exists() else office.source / "plugins/profiles" / name
        with open(folder / "sheet.csv", encoding="utf-8-sig", newline="") as file:
            self.rows = list(csv.DictReader(file))
        self.conf = dict(line.split(" = ", 1) for line in (folder / "profile.conf").read_text(encoding="utf-8").splitlines() if " = " in line)

    def row_of(self, rule):
        """The index of the row, or None: an exact id before a wildcard, a longer wildcard before a shorter one."""
        found = [((pattern == rule, len(pattern)), i) for i, row in enumerate(self.rows) for pattern in row["规则"].split()
                 if fnmatch.fnmatchcase(rule, pattern)]
        return max(found, key=lambda f: f[0])[1] if found else None


class Year:
    """What the database holds of a year; nothing of it is a rank."""

    def __init__(self, office, year):
        self.year, self.office = int(year), office
        with sqlite3.connect(f"file:{office.folder}/office.db?mode=ro", uri=True) as db:
            db.row_factory = sqlite3.Row
            head = db.execute("SELECT * FROM assessment WHERE year=? AND state='done' ORDER BY serial DESC LIMIT 1", (year,)).fetchone()
            self.register = db.execute("SELECT * FROM agency WHERE assessment=? ORDER BY position", (head["id"],)).fetchall()
            stored = db.execute("SELECT agency, sha256, kind, result FROM standing WHERE assessment=?", (head["id"],)).fetchall()
        self.digests = head["profile_digest"], (head["rules_digest"], head["version"])
        self.sheet = Sheet(office, head["profile"])
        self.verdicts = {row["agency"]: json.loads(row["result"]) for row in stored}
        self.files = {row["agency"]: row["sha256"] for row in stored}
        self.kinds = {row["agency"]: row["kind"] for row in stored}
        self.groups = {}
        for agency in self.register:
            self.groups.setdefault(agency["grouping"], []).append(agency["code"])

    def score(self, code):
        """In thousandths, from the ledger; None: incomplete or not scored."""
        v = self.verdicts[code]
        if not v["ledger"] or not v["complete"]:
            return None
        score = milli(v["ledger"]["max"]) - sum(milli(e["amount"]) for e in v["ledger"]["entries"])
        assert score == milli(v["ledger"]["score"]) == milli(v["score"]), code
        return score

    def findings(self, code):
        """(rule, finding) of those that count."""
        return [(r["rule"], f) for r in self.verdicts[code]["results"] for f in r["findings"]
                if f["cause"] is None and f["severity"] in ORDER[1:] and r["state"] != "informational"]

    def lost(self, code):
        """rule -> (count, points, severity)"""
        out = {}
        for rule, finding in self.findings(code):
            count, points, severity = out.get(rule, (0, 0, ""))
            out[rule] = count + 1, points, max(severity, finding["severity"], key=ORDER.index)
        for entry in (self.verdicts[code]["ledger"] or {"entries": []})["entries"]:
            if entry["rule"] in out:
                count, points, severity = out[entry["rule"]]
                out[entry["rule"]] = count, points + milli(entry["amount"]), severity
        return out

    def ranks(self):
        out = {}
        for codes in self.groups.values():
            scores = {c: self.score(c) for c in codes if self.score(c) is not None}
            out.update({c: 1 + sum(other > own for other in scores.values()) for c, own in scores.items()})
        return out

    def has_duty(self, code, rule):
        result = next((r for r in self.verdicts[code]["results"] if r["rule"] == rule), None)
        return bool(result and result["state"] != "notselected" and (result["reason"] or {"code": ""})["code"] not in ("form", "no-rule"))

    def ranges(self):
        """Best and worst rank of 200 draws of SplitMix64, and of no change."""
        state, draws = 1, [[0] * (len(self.sheet.rows) + 1)]
        for _ in range(200):
            change = []
            for _ in self.sheet.rows:
                state = state + 0x9E3779B97F4A7C15 & MASK
                z = (state ^ state >> 30) * 0xBF58476D1CE4E5B9 & MASK
                z = (z ^ z >> 27) * 0x94D049BB133111EB & MASK
                change.append((z ^ z >> 31) % 201 - 100)
            draws.append(change + [0])
        out = {}
        for codes in self.groups.values():
            rows = {c: self.score(c) for c in codes if self.score(c) is not None}
            costs = {c: [] if self.is_fixed(c) else [(points, self.sheet.row_of(rule)) for rule, (_, points, _) in self.lost(c).items()] for c in rows}
            for change in draws:
                drawn = {c: own * 1000 - sum(p * change[-1 if row is None else row] for p, row in costs[c]) for c, own in rows.items()}
                for c, own in drawn.items():
                    rank = 1 + sum(other > own for other in drawn.values())
                    best, worst = out.get(c, (rank, rank))
                    out[c] = min(best, rank), max(worst, rank)
        return out

    def is_fixed(self, code):
        fixed = self.sheet.conf.get("missing", "").startswith("fixed")
        return self.verdicts[code]["vetoed"] or (self.kinds[code] == "missing" and fixed)


def predecessor(office, code, year):
    """Of the register: what the agency was in a year, when that is one agency."""
    with open(office.folder / "agencies.csv", encoding="utf-8-sig", newline="") as file:
        rows = {row["code"]: row for row in csv.DictReader(file)}
    row = rows[code]
    if not row["from"] or int(row["from"]) <= year:
        return code
    assert ";" not in row["predecessors"]
    return row["predecessors"] or code


def moved(before, after, was, now):
    """Why a score moved, rule by rule, as docs/comparing.md has it."""
    out = dict.fromkeys(CAUSES, 0)
    old, new = before.lost(was), after.lost(now)
    for rule in {*old, *new}:
        (count, points, _), (is_count, is_points, _) = old.get(rule, (0, 0, "")), new.get(rule, (0, 0, ""))
        if points == is_points:
            continue
        if not before.has_duty(was, rule) or not after.has_duty(now, rule):
            cause = "scope"
        elif before.digests[0] != after.digests[0] and count == is_count and count:
            cause = "profile"
        elif before.files[was] != after.files[now]:
            cause = "work"
        elif before.digests[1] != after.digests[1]:
            cause = "rules"
        else:
            cause = "other" if before.digests[0] == after.digests[0] else "profile"
        out[cause] += points - is_points
    out["other"] += after.score(now) - before.score(was) - sum(out.values())
    return out


def check_row(row, after, before, ranks, ranges):
    code, lost = row["code"], after.lost(row["code"])
    assert [(i["rule"], i["count"], milli(i["points"]), i["severity"]) for i in row["lost"]] == [
        (rule, *lost[rule]) for rule in sorted(lost, key=lambda r: (-lost[r][1], r))], (code, row["lost"], lost)
    for item in row["lost"]:
        index = after.sheet.row_of(item["rule"])
        assert item.get("indicator") == (None if index is None else after.sheet.rows[index]["编号"]), item
    severities = [f["severity"] for _, f in after.findings(code)]
    assert row["findings"] == {s: severities.count(s) for s in ORDER[1:]}, code
    assert (milli(row["score"]), row["rank"]) == (after.score(code), ranks[code]), code
    assert (row["range"]["best"], row["range"]["worst"]) == ranges[code], (code, row["range"], ranges[code])
    if not before:
        assert "past" not in row
        return
    was, old = predecessor(after.office, code, before.year), before.ranks()
    if was not in old:
        assert row["past"] is None, row
        return
    past = row["past"]
    assert (past["rank"], milli(past["score"]), milli(past["change"])) == (old[was], before.score(was), after.score(code) - before.score(was)), row
    assert past["group"] == next(g for g, codes in before.groups.items() if was in codes)
    assert {k: milli(v) for k, v in past["moved"].items()} == moved(before, after, was, code), (code, past, moved(before, after, was, code))


def check_statistics(group, after):
    codes, s = after.groups[group["name"]], group["statistics"]
    scores = sorted((after.score(c) for c in codes if after.score(c) is not None), reverse=True)
    n, most = len(scores), max(milli(v["ledger"]["max"]) for v in after.verdicts.values() if v["ledger"])
    bins = [min(19, score * 20 // most) for score in scores]
    assert s["distribution"] == [bins.count(i) for i in range(20)], s
    assert s["agencies"] == len(codes) and s["absent"] == sum(after.kinds[c] == "missing" for c in codes), s
    if n:
        median = (scores[(n - 1) // 2] + scores[n // 2] + 1) // 2
        assert [milli(s[k]) for k in ("mean", "median", "highest", "lowest")] == [(sum(scores) + n // 2) // n, median, scores[0], scores[-1]], s


def check(model, after, before):
    ranks, ranges = after.ranks(), after.ranges()
    assert [g["name"] for g in model["groups"]] == list(after.groups)
    for group in model["groups"]:
        codes = after.groups[group["name"]]
        ranked = sorted((c for c in codes if c in ranks), key=lambda c: (ranks[c], c))
        assert [row["code"] for row in group["ranked"]] == ranked, group["name"]
        assert [row["code"] for row in group["missing"]] == sorted(c for c in codes if after.kinds[c] == "missing" and c not in ranks and
                                                                   not after.verdicts[c]["ledger"])
        assert sorted(row["code"] for name in ("ranked", "incomplete", "notscored", "missing") for row in group[name]) == sorted(codes)
        for row in group["incomplete"]:
            v = after.verdicts[row["code"]]
            assert not v["complete"] and (row["low"], row["high"]) == (v["interval"]["low"], v["interval"]["high"]), row
        for row in group["ranked"]:
            check_row(row, after, before, ranks, ranges)
        check_statistics(group, after)
    found = {}
    for code in after.verdicts:
        for rule, (count, points, _) in after.lost(code).items():
            agencies, all_counts, all_points = found.get(rule, (0, 0, 0))
            found[rule] = agencies + 1, all_counts + count, all_points + points
    assert [(d["rule"], d["agencies"], d["count"], milli(d["points"])) for d in model["defects"]] == [
        (rule, *found[rule]) for rule in sorted(found, key=lambda r: (-found[r][0], r))]


def must_fail(model, after, before):
    """The check is one: each number changed by the least is noticed."""
    changes = [lambda r: r.update(rank=r["rank"] + 1), lambda r: r.update(score=r["score"] - 0.001),
               lambda r: r["range"].update(worst=r["range"]["worst"] + 1), lambda r: r["findings"].update(minor=r["findings"]["minor"] + 1)]
    if before:
        changes += [lambda r: r["past"].update(rank=r["past"]["rank"] + 1),
                    lambda r: r["past"]["moved"].update(work=r["past"]["moved"]["work"] + 1, other=r["past"]["moved"]["other"] - 1)]
    groups = [lambda g: g["statistics"].update(mean=g["statistics"]["mean"] + 0.001),
              lambda g: g["ranked"].insert(0, g["ranked"].pop(1))]
    for wrong in [lambda m, c=c: c(m["groups"][1]["ranked"][0]) for c in changes] + [lambda m, c=c: c(m["groups"][1]) for c in groups]:
        other = copy.deepcopy(model)
        wrong(other)
        try:
            check(other, after, before)
        except AssertionError:
            continue
        raise SystemExit("a wrong number was not noticed")


def fill(office):
    codes = [row["code"] for row in Year(office, YEARS[-1]).register]
    (office.folder / "points").mkdir()
    story = json.loads((office.folder / "story.json").read_text(encoding="utf-8"))
    points = {code: 10 for code in story["misprint"]}  # as many points as others, lost elsewhere: their ranks depend on the weights
    rows = ["机关,指标,得分,填写人,日期"] + [f"{code},4,{points.get(code, 6 + i % 9 * 0.5)},王某,2025-02-20" for i, code in enumerate(codes) if i % 20]
    (office.folder / "points/2024.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")


def recomputed(office):
    office.use("national")
    for year in YEARS[:-1]:
        office.call("assess", year)
    office.use("shuyu")
    office.call("assess", YEARS[-1])
    fill(office)
    conf = office.folder / "profiles/shuyu/profile.conf"
    text = conf.read_text(encoding="utf-8")
    checked = 0
    for missing in ("apart", "judged", "fixed 0"):  # another sheet than last year's; some agencies wait for a person
        conf.write_text(text + f"missing = {missing}\n", encoding="utf-8")
        office.call("assess", YEARS[-1])
        before, after = Year(office, YEARS[1]), Year(office, YEARS[-1])
        model = office.rank(YEARS[-1])
        check(model, after, before)
        absent = sum(row["kind"] == "missing" for g in model["groups"] for row in g["ranked"] + g["incomplete"])
        assert (absent == 0) == (missing == "apart") and any(g["incomplete"] for g in model["groups"])
        checked += sum(len(g["ranked"]) for g in model["groups"])
    must_fail(model, after, before)
    office.use("national")
    for year, earlier in (("2023", "2022"), ("2022", None)):
        check(office.rank(year), Year(office, year), Year(office, earlier) if earlier else None)
    office.use("shuyu")
    causes = {c for g in model["groups"] for r in g["ranked"] if r["past"] for c, v in r["past"]["moved"].items() if v}
    assert len(causes) > 1 and any(r["range"]["best"] != r["range"]["worst"] for g in model["groups"] for r in g["ranked"]), causes
    print(checked, "places recomputed; score moved by", *sorted(causes))


def content(office):
    """All that was judged and decided, times and row numbers aside."""
    with sqlite3.connect(office.folder / "office.db") as db:
        assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        standings = db.execute("SELECT a.year, a.profile_digest, s.agency, s.sha256, s.kind, s.score, s.complete, s.findings FROM standing s JOIN assessment a"
                               " ON a.id=s.assessment ORDER BY 1, 2, 3").fetchall()
        decisions = db.execute("SELECT year, agency, rule, fingerprint, kind, person, reason, number FROM decision ORDER BY id").fetchall()
        items = db.execute("SELECT year, agency, rule, fingerprint, state FROM item ORDER BY 1, 2, 3, 4").fetchall()
    return standings, decisions, items


def dismiss_all(office):
    office.call("review", "export", YEARS[-1], "r.csv")
    with open(office.folder / "r.csv", encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))[:6]
    with open(office.folder / "r.csv", "w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows({**row, "decision": "confirm", "person": "李某", "reason": "核对底册"} for row in rows)
    return len(rows)


def letters_killed(office, rng):
    """Each letter is recorded once and whole, however often its run was killed; the chain goes on from there."""
    known, hits = content(office)[1], 0
    words = ("notice", YEARS[-1], "--issue", "--by", "王某", "--number", "整〔2025〕{n}号", "--date", "2025-03-01", "--deadline", "2025-03-31")
    for after in [rng.uniform(0.01, 0.1) for _ in range(6)]:
        hits += office.kill(after, *words)
        now = content(office)[1]
        assert now[:len(known)] == known and {row[4] for row in now[len(known):]} <= {"notice"}
        known = now
    office.call(*words)
    letters = [row[1] for row in content(office)[1] if row[4] == "notice"]
    model = json.loads(office.call(*words[:2], *words[5:], "--output", "json"))
    assert letters == [n["code"] for n in model["notices"]] and len(set(letters)) == len(letters), letters
    assert {n["times"] for n in model["notices"]} == {1} and "FAIL" not in office.call("doctor")
    return hits


def killed(office, rng):
    """Reading runs killed change nothing; writing ones have done all of it or nothing, and can be started again."""
    before, hits = content(office), 0
    expected = office.call("rank", YEARS[-1])
    for words in (("rank", YEARS[-1], "--output", "xlsx:r.xlsx", "--output", "html:r.html"), ("notice", YEARS[-1], "--output", "html:letters/"),
                  ("rank", YEARS[-1], "--summary")) * 3:
        hits += office.kill(rng.uniform(0.01, 0.15), *words)
    assert content(office) == before and office.call("rank", YEARS[-1]) == expected
    office.call("rank", YEARS[-1], "--output", "xlsx:r.xlsx")
    count, known = dismiss_all(office), before[1]
    for after in [rng.uniform(0.01, 0.3) for _ in range(6)]:
        hits += office.kill(after, "review", "import", "r.csv")
        now = content(office)
        assert now[1][:len(known)] == known and len(now[1]) - len(known) in (0, count), "half of an import"
        if len(now[1]) > len(known):
            break
    else:
        office.call("review", "import", "r.csv")
    assert len(content(office)[1]) == len(known) + count
    hits += letters_killed(office, rng)
    for after in [rng.uniform(0.02, 0.4) for _ in range(5)]:
        hits += office.kill(after, "assess", YEARS[-1], "--rehash")
    office.call("assess", YEARS[-1])
    done = content(office)
    assert (done[0], done[2]) == (before[0], before[2]) and "FAIL" not in office.call("doctor")
    check(office.rank(YEARS[-1]), Year(office, YEARS[-1]), Year(office, YEARS[1]))
    assert hits, "no kill found a run at work"
    print(hits, "runs killed at work; the content is the same")


def main(auditor, source):
    seed = random.SystemRandom().randrange(1 << 30)
    print("seed", seed)
    with tempfile.TemporaryDirectory() as top:
        office = Office(auditor, source, pathlib.Path(top) / "office")
        recomputed(office)
        killed(office, random.Random(seed))


main(str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2]).resolve())
