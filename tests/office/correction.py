#!/usr/bin/python3
"""Notices, deadlines, corrections, and reports that are changed after they came in. usage: correction.py AUDITOR SOURCE"""

import hashlib
import json
import pathlib
import re
import sqlite3
import sys
import tempfile
import zipfile

from decisions import CONFLICT, EDUCATION, HEADING, HEALTH, HOUSING, MISSING, YEAR, Office

ORDER = "structure.section-order"
CONF = "id = own\nversion = 1\ntitle.zh = 自定\nmax = 100\nmodel = deduction\nbands = 60:合格:passed, 0:差:poor\nunlisted = off\n"
SHEET = "编号,指标,规则,分值,方式,每处扣分\n1,内容,publication.undated,80,按处,5\n2,材料清单,,20,人工,\n"


def listed(o, verb, *words):
    return json.loads(o.call("review", verb, YEAR, *words, "--output", "json", expect=(0,)).stdout)


def a_changed_report_is_noticed(o):
    """Another date, a figure of a table, a sentence: each is told with what stood there before."""
    o.assess()
    assert listed(o, "changes") == []
    page = (o.folder / "inbox" / YEAR / "wjj.html").read_text(encoding="utf-8")
    sentence = re.search(r">([^<>]{40,}。)</span></p>", page).group(1)
    o.edit("wjj.html", sentence, sentence + "另增加一句说明。")
    o.edit("wjj.html", "2023-12-28", "2023-12-20")
    said = o.assess().stdout
    assert "something else than before: 1, dated back: 1" in said, said
    rows = listed(o, "changes")
    assert {r["code"] for r in rows} == {HEALTH} and {r["kind"] for r in rows} == {"published", "text"}, rows
    dated = next(r for r in rows if r["kind"] == "published")
    assert (dated["before"], dated["after"], dated["dated"]) == ("2023-12-28", "2023-12-20", "earlier"), dated
    assert [r["after"] for r in rows if r["kind"] == "text"] == ["另增加一句说明。"], rows
    assert "dated back" in o.call("review", "changes", YEAR).stdout and "倒签" in o.call("review", "changes", YEAR, lang="zh").stdout
    assert "something else" not in o.assess().stdout and listed(o, "changes") == rows, "it is noticed once"
    for lang, words in (("zh", ("收到之后的改动", "（日期倒签）", "另增加一句说明。")), ("en", ("Changed after it came in", "(dated back)", "2023-12-28"))):
        o.call("report", "all", YEAR, "--output", "html:all.html", lang=lang)
        page = (o.folder / "all.html").read_text(encoding="utf-8")
        assert page.count(words[0]) == 1 and all(word in page for word in words)
        o.call("report", HEALTH, YEAR, "--output", "html:one.html", lang=lang)
        assert all(word in (o.folder / "one.html").read_text(encoding="utf-8") for word in words)


def a_reader_sees_no_change(o):
    """Counters and comments make other bytes, and no other report."""
    before = listed(o, "changes")
    o.edit("县教体局.html", "</body>", "<!-- fetched again --></body>")
    assert "something else" not in o.assess().stdout and listed(o, "changes") == before
    with o.database() as db:
        rows = db.execute("select changes from revision where agency = ? order by number", [EDUCATION]).fetchall()
    assert len(rows) == 2 and json.loads(rows[1][0])["total"] == 0, rows


def a_report_is_taken_away_and_comes_back(o):
    path = o.folder / "inbox" / YEAR / "县住建局.html"
    text = path.read_bytes()
    path.unlink()
    o.assess()
    assert [r["kind"] for r in listed(o, "changes", HOUSING)] == ["withdrawn"]
    path.write_bytes(text)
    o.assess()
    assert [r["kind"] for r in listed(o, "changes", HOUSING)] == ["withdrawn"], "the same content as before it went"


def a_notice_sets_the_deadline(o):
    assert {i["state"] for i in listed(o, "items")} <= {"open", "fixed"}
    o.call("notice", YEAR, "--issue", expect=(64,))
    words = ("notice", YEAR, "--issue", "--by", "甲", "--number", "整〔2024〕{n}号", "--date", "2024-03-01", "--deadline", "2024-03-20")
    assert "notices recorded: " in o.call(*words).stderr
    count = o.decisions()
    assert "notices recorded: 0" in o.call(*words).stderr and o.decisions() == count, "the same letter is recorded once"
    drafts = json.loads(o.call("notice", YEAR, *words[5:], "--output", "json").stdout)["notices"]
    assert {n["times"] for n in drafts} == {1} and not any(n["ordinal"] or n["again"] for n in drafts), "printed again it is the same letter"
    rows = [i for i in listed(o, "items") if i["state"] != "fixed" and not i["mended"]]
    assert rows and all(i["due"] == "2024-03-20" and i["notices"] == 1 and i["state"] == "overdue" for i in rows), rows
    said = o.call("rank", YEAR).stderr
    assert "not counted yet" not in said, "a notice changes no result"
    assert listed(o, "items", "--state", "overdue") == rows and listed(o, "items", "--state", "returned") == []
    o.call("review", "items", YEAR, "--state", "gone", expect=(64,))
    assert {d["kind"] for d in listed(o, "list")} == {"notice"}


def what_is_waived_is_not_asked_for(o):
    o.call("waive", HOUSING, YEAR, MISSING, "--by", "乙", "--reason", "另页发布", expect=(0,))
    item = next(i for i in listed(o, "items", HOUSING) if i["rule"] == MISSING)
    assert item["state"] == "spared" and item["review"] == "waived", item


def one_place_is_mended_and_one_is_not(o):
    """Of two faults of one duty the first is corrected: it stays open, and says so."""
    items = [i for i in listed(o, "items", HEALTH) if i["rule"] == CONFLICT]
    assert {i["mended"] for i in items} == {"partly", ""}, items
    o.edit("wjj.html", "2023-12-20", "2024-01-15")
    o.assess("--on", "2024-03-18")
    items = [i for i in listed(o, "items", HEALTH) if i["rule"] == CONFLICT]
    assert {(i["state"], i["review"], i["mended"]) for i in items} == {("fixed", "closed", "")}, items
    assert o.result(HEALTH, CONFLICT)["state"] == "fixed"


def a_correction_that_corrects_nothing(o):
    """Other bytes, the same fault: it is asked for again, and listed as such; survived by another run."""
    o.edit("县教体局.html", "fetched again", "corrected, they say")
    o.assess()
    letter = json.loads(o.call("notice", YEAR, EDUCATION, "--number", "整〔2024〕20号", "--output", "json").stdout)["notices"][0]
    assert letter["ordinal"] == " (second notice)" and letter["times"] == 2 and {a["no"] for a in letter["again"]} <= {i["no"] for i in letter["items"]}
    assert all("asked for 1 time before, by 2024-03-20, not corrected yet" in a["text"] for a in letter["again"]), letter["again"]
    o.call("notice", YEAR, EDUCATION, "--number", "整〔2024〕20号", "--output", "docx:again.docx", "--output", "html:again.html", lang="zh")
    with zipfile.ZipFile(o.folder / "again.docx") as word:
        letter = word.read("word/document.xml").decode()
    page = (o.folder / "again.html").read_text(encoding="utf-8")
    assert all("（第二次通知）" in text and "此前已通知1次，期限2024-03-20，仍未改正" in text for text in (letter, page))
    o.call("notice", YEAR, EDUCATION, "--issue", "--by", "甲", "--number", "整〔2024〕20号", "--deadline", "2099-05-01", "--date", "2024-04-01")
    rows = listed(o, "items", "--state", "returned")
    assert {(i["rule"], i["notices"], i["state"], i["due"]) for i in rows} == {
        (HEADING, 2, "open", "2099-05-01"), (ORDER, 2, "open", "2099-05-01")}, rows
    o.call("rules", "new", "own.some-duty", expect=(0,))
    o.assess()
    assert listed(o, "items", "--state", "returned") == rows
    text = o.call("review", "items", YEAR, lang="zh").stdout
    assert "通知 2 次" in text and "逾期未整改" in text, text


def points_are_filled_in(o):
    """An indicator for a person keeps the result open until it is filled in, with what the points rest on."""
    folder = o.folder / "profiles" / "own"
    folder.mkdir(parents=True)
    (folder / "profile.conf").write_text(CONF, encoding="utf-8")
    (folder / "sheet.csv").write_text(SHEET, encoding="utf-8-sig")
    conf = o.folder / "office.conf"
    kept = conf.read_text(encoding="utf-8")
    conf.write_text(kept.replace("profile = national", "profile = own"), encoding="utf-8")
    proof = o.folder / "proof.txt"
    proof.write_text("五件材料", encoding="utf-8")
    o.assess()
    fill = ("review", "fill", HOUSING, YEAR)
    assert not o.verdict(HOUSING)["complete"]
    for words in (("2", "15"), ("2", "15", "--by", "甲"), ("2", "21", "--by", "甲", "--document", "x"),
                  ("2", "many", "--by", "甲", "--document", "x")):
        o.call(*fill, *words, expect=(64,))
    assert "there are: 2" in o.call(*fill, "9", "1", "--by", "甲", "--document", "x", expect=(64,)).stderr
    o.call(*fill, "2", "15", "--by", "甲", "--evidence", "nothing.txt", expect=(66,))
    said = o.call(*fill, "2", "15.5", "--by", "甲", "--evidence", "proof.txt", "--reason", "抽查", expect=(0,)).stdout
    assert "incomplete" in said and "95.5" in said, said
    verdict = o.verdict(HOUSING)
    assert verdict["complete"] and verdict["score"] == 95.5, verdict["score"]
    row = next(d for d in verdict["decisions"] if d["kind"] == "fill")
    assert (row["subject"], row["effect"], row["by"]) == ("2", "holds", "甲"), row
    with o.database() as db:
        evidence = db.execute("select evidence from decision where kind = 'fill'").fetchone()[0]
    assert evidence == hashlib.sha256(proof.read_bytes()).hexdigest()
    assert "before" in o.call(*fill, "2", "15.5", "--by", "甲", "--evidence", "proof.txt", "--reason", "抽查", expect=(0,)).stdout
    o.call(*fill, "2", "12", "--by", "乙", "--document", "复〔2024〕2号", expect=(0,))
    verdict = o.verdict(HOUSING)
    assert verdict["score"] == 92 and [d["effect"] for d in verdict["decisions"] if d["kind"] == "fill"] == ["replaced", "holds"]
    conf.write_text(kept, encoding="utf-8")
    o.assess()
    assert [d["effect"] for d in o.verdict(HOUSING)["decisions"] if d["kind"] == "fill"] == ["replaced", "lapsed"]


def an_earlier_date_alone_corrects_nothing(o):
    """A late report that comes in again and states an earlier day is for a person to look at; a signature settles it."""
    stated = "2024-01-24"
    day, rule = stated, "publication.late"

    def state(date):
        nonlocal day
        o.edit("县教体局.html", day, date)
        o.assess()
        day = date
        item = next((i for i in listed(o, "items", EDUCATION) if i["rule"] == rule), None)
        return o.result(EDUCATION, rule), item

    result, item = state("2024-06-20")
    assert result["state"] == "fail" and item["state"] == "open"
    result, item = state(stated)
    assert result["state"] == item["state"] == "fixed", "so it had come in before it was late"
    assert state("2024-06-20")[1]["returns"] == 1
    for date in ("2024-01-02", "2024-01-03"):  # and it does not help to do it twice
        result, item = state(date)
        assert (result["state"], result["reason"]["code"]) == ("unknown", "dated-back"), result
        assert "2024-06-20" in result["reason"]["message"]["zh"] and date in result["reason"]["message"]["en"]
        assert (item["state"], item["mended"]) == ("open", "unverified"), item
    o.call("review", "sign", EDUCATION, YEAR, "--by", "甲", "--reason", "网站日志为证", expect=(0,))
    item = next(i for i in listed(o, "items", EDUCATION) if i["rule"] == rule)
    assert (item["state"], item["review"]) == ("fixed", "closed"), item
    assert o.result(EDUCATION, rule)["state"] == "unknown", "the signature stands beside it"


def nobody_rewrites_a_notice(o):
    with o.database() as db:
        trigger = db.execute("select sql from sqlite_schema where name = 'decision_is_kept'").fetchone()[0]
        db.execute("drop trigger decision_is_kept")
        db.execute("update decision set expiry = '2099-01-01' where id = 2")
        db.execute(trigger)
    for words in (("doctor",), ("review", "list", YEAR), ("backup",)):
        done = o.call(*words, expect=(1, 78))
        assert "decision 2 is not what was recorded" in done.stdout + done.stderr, done
    assert sqlite3.connect(o.folder / "office.db").execute("pragma quick_check").fetchone() == ("ok",)


def main(auditor, source):
    plays = (a_changed_report_is_noticed, a_reader_sees_no_change, a_report_is_taken_away_and_comes_back, a_notice_sets_the_deadline,
             what_is_waived_is_not_asked_for, one_place_is_mended_and_one_is_not, a_correction_that_corrects_nothing,
             points_are_filled_in, an_earlier_date_alone_corrects_nothing, nobody_rewrites_a_notice)
    with tempfile.TemporaryDirectory() as folder:
        office = Office(auditor, source, pathlib.Path(folder) / "office")
        for play in plays:
            play(office)
    print(f"{len(plays)} plays")


if __name__ == "__main__":
    main(str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2]).resolve())
