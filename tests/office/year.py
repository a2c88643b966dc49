#!/usr/bin/python3
"""An office of sixty through three years: another sheet, notices, appeals, corrections, killed runs. usage: year.py AUDITOR SOURCE"""

import csv
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

from decisions import Office

YEARS = ("2022", "2023", "2024")
LATE, COPIED, FORGOTTEN, WRONG = "publication.late", "copy.other-agency", "rollup.sum", "requests.row-total"


class Sixty(Office):
    def __init__(self, auditor, source, folder):  # pylint: disable=super-init-not-called
        self.auditor, self.folder = auditor, folder
        subprocess.run([sys.executable, source / "tests/corpus/office.py", folder], check=True)
        self.environment = {**os.environ, "AUDITOR_DATA": str(source)}
        self.story = json.loads((folder / "story.json").read_text(encoding="utf-8"))

    def json(self, *words):
        return json.loads(self.call(*words, "--output", "json").stdout)

    def standings(self, year=YEARS[-1]):
        with self.database() as db:
            rows = db.execute("select s.agency, s.result from standing s join assessment a on a.id = s.assessment where a.year = ? and a.serial ="
                              " (select max(serial) from assessment where year = a.year)", [year]).fetchall()
        return {agency: json.loads(result) for agency, result in rows}

    def failing(self, rule, year=YEARS[-1]):
        return sorted(a for a, v in self.standings(year).items() for r in v["results"] if r["rule"] == rule and r["state"] == "fail")

    def items(self, *words, rule=None):
        return {(i["code"], i["rule"]): i for i in self.json("review", "items", YEARS[-1], *words) if rule in (None, i["rule"])}


def use_sheet(o, year):
    conf = o.folder / "office.conf"
    text = conf.read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("profile")]
    conf.write_text("\n".join([*lines, f"profile = {o.story['profiles'][year]}"]) + "\n", encoding="utf-8")


def years_before_are_clean(o):
    for year in YEARS[:-1]:
        use_sheet(o, year)
        o.call("assess", year, expect=(0,))
        found = {r["rule"] for v in o.standings(year).values() for r in v["results"] if r["state"] == "fail"}
        assert found <= {"history.jump"}, found


def the_year_is_open_until_filled_in(o):
    use_sheet(o, YEARS[-1])
    o.call("assess", YEARS[-1], expect=(3,))
    assert not any(v["complete"] for v in o.standings().values()), "the material of every agency waits for a person"
    codes = sorted(o.standings())
    (o.folder / "points").mkdir()
    rows = ["机关,指标,得分,填写人,日期,依据"] + [f"{c},4,{8 + i % 3},王某,2025-02-20,材料/{c}.pdf" for i, c in enumerate(codes[1:])]
    (o.folder / "points/2024.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    assert "1 incomplete" in o.call("assess", YEARS[-1], expect=(3,)).stdout
    assert [c for c, v in o.standings().items() if not v["complete"]] == codes[:1]
    o.call("review", "fill", codes[0], YEARS[-1], "4", "9.5", "--by", "王某", "--document", "函〔2025〕3号", expect=(0,))
    assert all(v["complete"] for v in o.standings().values())


def what_is_wrong_is_found(o):
    story = o.story
    assert o.failing(LATE) == sorted(story["late"]) and o.failing(FORGOTTEN) == ["c00"]
    assert o.failing(COPIED) == sorted([*story["copied"], *story["copied"].values()])
    assert o.failing(WRONG) == sorted(story["misprint"])
    assert o.failing("publication.missing") == sorted(story["missing"])
    assert o.failing("history.pending") == [], "what was pending is carried over"
    assert [c for c in o.failing("history.carry-over") if c != "c00"] == []
    (old, new), = story["renamed"].items()
    past = {row["code"]: row["past"] for g in o.json("rank", YEARS[-1])["groups"] for row in g["ranked"] if row.get("past")}
    assert past[new]["score"] == o.standings(YEARS[1])[old]["score"]


def every_score_follows_from_its_ledger(o):
    ranked = {row["code"]: row for g in o.json("rank", YEARS[-1])["groups"] for row in g["ranked"]}
    for code, v in o.standings().items():
        ledger = v["ledger"]
        if v["score"] is None:
            assert code in o.story["missing"] and code not in ranked, code
            continue
        lost = sum(round(e["amount"] * 1000) for e in ledger["entries"])
        assert round(v["score"] * 1000) == ledger["max"] * 1000 - lost, (code, ledger)
        if code in ranked:
            assert ranked[code]["score"] == v["score"], code
    for group in o.json("rank", YEARS[-1])["groups"]:
        scores = [row["score"] for row in group["ranked"]]
        assert [row["rank"] for row in group["ranked"]] == [1 + sum(s > t for s in scores) for t in scores]


def notices_go_out(o):
    done = o.call("notice", YEARS[-1], "--issue", "--by", "王某", "--number", "整〔2025〕{n}号", "--date", "2025-02-21", "--deadline", "2099-03-10",
                  "--output", "docx:letters/")
    letters = sorted(p.name.split("-")[0] for p in (o.folder / "letters").iterdir())
    asked = {code for code, _ in o.items()}
    assert letters == sorted(asked) and set(o.story["misprint"]) <= asked, (letters, done.stderr)
    assert all(i["state"] == "open" and i["due"] == "2099-03-10" for i in o.items().values())


def one_appeal_is_won_and_one_is_lost(o):
    won, lost = o.story["appeals"]["won"], o.story["appeals"]["lost"]
    before = {c: v["score"] for c, v in o.standings().items()}
    o.call("review", "export", YEARS[-1], "r.csv")
    with open(o.folder / "r.csv", encoding="utf-8-sig", newline="") as file:
        rows = [r for r in csv.DictReader(file) if r["code"] in (won, lost) and r["rule"] == WRONG]
    assert len(rows) == 2
    for kinds in (("appeal", "appeal"), ("dismiss", "uphold")):
        with open(o.folder / "r.csv", "w", encoding="utf-8-sig", newline="") as file:
            writer = csv.DictWriter(file, rows[0].keys())
            writer.writeheader()
            for row in rows:
                writer.writerow({**row, "decision": kinds[row["code"] == lost], "person": "李某", "reason": "核对底册", "document": "复〔2025〕1号"})
        o.call("review", "import", "r.csv", expect=(0,))
    after = o.standings()
    assert after[won]["score"] == before[won] + 4 and after[lost]["score"] == before[lost], (before[won], after[won]["score"])
    assert after[won]["without_decisions"]["score"] == before[won]
    assert o.items(rule=WRONG)[won, WRONG]["state"] == "spared" and o.items(rule=WRONG)[lost, WRONG]["review"] == "confirmed"


def killed(o, after):
    process = subprocess.Popen([o.auditor, "assess", YEARS[-1], "--rehash"], cwd=o.folder, env=o.environment, stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL, start_new_session=True)
    time.sleep(after)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def corrections_come_in(o):
    """Whenever the run is killed, the next one ends in the same: two corrected, one not, one with an earlier date."""
    shutil.copytree(o.folder / "corrections/2024", o.folder / "inbox/2024", dirs_exist_ok=True)
    for path in (o.folder / "corrections/2024").iterdir():
        os.utime(o.folder / "inbox/2024" / path.name, (time.time() - 60,) * 2)
    for after in (0.05, 0.2, 0.4):
        killed(o, after)
    o.call("assess", YEARS[-1], expect=(3,))
    story, items = o.story, o.items(rule=WRONG)
    for code in story["backdated"]:
        result = next(r for r in o.standings()[code]["results"] if r["rule"] == LATE)
        assert (result["state"], result["reason"]["code"], o.items()[code, LATE]["state"]) == ("unknown", "dated-back", "open"), result
        o.call("review", "sign", code, YEARS[-1], "--by", "王某", "--reason", "网站日志为证", expect=(0,))
        assert o.items()[code, LATE]["state"] == "fixed"
    o.call("assess", YEARS[-1], expect=(2,))
    assert {c: items[c, WRONG]["state"] for c in story["corrected"] + story["uncorrected"]} == {
        **{c: "fixed" for c in story["corrected"]}, **{c: "open" for c in story["uncorrected"]}}
    for code in story["corrected"]:
        result = next(r for r in o.standings()[code]["results"] if r["rule"] == WRONG)
        assert result["state"] == "fixed" and o.standings()[code]["score"] > 90, (code, o.standings()[code]["score"])
    changes = o.json("review", "changes", YEARS[-1])
    assert {r["code"] for r in changes} == set(story["corrected"] + story["uncorrected"] + story["backdated"]), changes
    assert {r["code"] for r in changes if r["dated"] == "earlier"} == set(story["backdated"])
    cell = [r for r in changes if r["code"] == story["corrected"][0] and r["kind"] == "cell"]
    assert [(r["row"], r["column"], int(r["before"]) - int(r["after"])) for r in cell] == [("new", "all", 7)], cell
    assert changes == o.json("review", "changes", YEARS[-1]) and "FAIL" not in o.call("doctor", expect=(0,)).stdout


def who_did_not_correct_is_asked_again(o):
    late = o.story["uncorrected"][0]
    second = json.loads(o.call("notice", YEARS[-1], late, "--number", "x", "--output", "json", lang="zh").stdout)["notices"][0]
    assert second["times"] == 2 and second["ordinal"] == "（第二次通知）" and {a["asked"] for a in second["again"]} == {1}, second
    o.call("notice", YEARS[-1], late, "--issue", "--by", "王某", "--number", "整〔2025〕90号", "--deadline", "2099-04-10")
    assert o.json("rank", YEARS[-1], "--summary")["corrections"]["returned"] == len(o.items("--state", "returned"))
    assert o.json("rank", YEARS[-1], "--summary")["changes"] == {"changed": 4, "dated_back": 1}
    o.call("rank", YEARS[-1], "--summary", "--output", "html:summary.html")
    assert "dated back 1" in (o.folder / "summary.html").read_text(encoding="utf-8")
    again = o.items("--state", "returned")
    assert {code for code, _ in again} == {late} and all(i["notices"] == 2 and i["due"] == "2099-04-10" for i in again.values()), again


def all_of_it_is_shown(o):
    for lang in ("zh", "en"):
        for words in (("rank", YEARS[-1]), ("rank", YEARS[-1], "--summary"), ("trend",), ("review", "list", YEARS[-1]),
                      ("explain", "t06", YEARS[-1]), ("diff", YEARS[1], YEARS[2])):
            assert o.call(*words, lang=lang).stdout, words
    o.call("backup", expect=(0,))
    every_score_follows_from_its_ledger(o)


def main(auditor, source):
    plays = (years_before_are_clean, the_year_is_open_until_filled_in, what_is_wrong_is_found, every_score_follows_from_its_ledger,
             notices_go_out, one_appeal_is_won_and_one_is_lost, corrections_come_in, who_did_not_correct_is_asked_again, all_of_it_is_shown)
    with tempfile.TemporaryDirectory() as folder:
        office = Sixty(auditor, source, pathlib.Path(folder) / "office")
        for play in plays:
            play(office)
    print(f"{len(plays)} plays")


if __name__ == "__main__":
    main(str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2]).resolve())
