#!/usr/bin/env python3
"""rules show and rules docs: a rule as a page, on a terminal, as JSON, as HTML; the folder of pages.

usage: pages.py PROGRAM SOURCE_FOLDER
"""

import json
import pathlib
import sys
import tempfile
import unicodedata

import jsonschema
from lxml import html

from bench import CASES, RULE, Bench

FIELDS = """  why      = { zh = "通知要求。", en = "The notice asks for it." },
  basis    = { ["2021"] = { "某通知第三条" } },
  remedy   = { zh = "补写数量。", en = "State the number." },
  parameters = { most = "3" },
  patterns = { corner = "专区" },
  history  = { { date = "2026-01", text = "新增" }, { date = "2026-11", text = { zh = "放宽", en = "loosened" } } },
  severity ="""
FIGURES = {"originals": 12, "rules": [{"id": "local.corner", "pack": "office@0", "expected": 40, "found": 39, "alarms": 1}]}


def width(line):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


def model(bench, rule, *arguments, lang="en"):
    data = json.loads(bench.run("rules", "show", rule, "--output", "json", *arguments, lang=lang)[0])
    jsonschema.validate(data, json.loads((bench.source / "docs/schema/rule.schema.json").read_text()))
    assert list(data) == sorted(data), list(data)
    return data


def shown(bench):
    bench.write(RULE.replace("  severity =", FIELDS), CASES)
    conf = bench.office / "profiles/local/profile.conf"
    conf.write_text(conf.read_text() + "local.corner.most = 5\n")
    (bench.office / "figures.json").write_text(json.dumps(FIGURES))
    zh = bench.run("rules", "show", "local.corner", lang="zh")[0]
    for word in ("写明专区", "通知要求。", "[格式 2021] 某通知第三条", "补写数量。", "most = 5（评分方案所设，默认 3）", "corner = 专区",
                 "数量不符", "专区12个", "应为 13，实为 12", "没有实测数据", "2026-11  放宽", "office@0", "sha256:"):
        assert word in zh, (word, zh)
    en = bench.run("rules", "show", "local.corner", "--figures", "figures.json")[0]
    for word in ("Corners are named", "another number", "expected 13, found 12", "must see: 40, seen: 39", "false alarms: 1", "loosened",
                 "not in the sheet"):
        assert word in " ".join(en.split()), (word, en)
    assert "changed since" not in en
    stale = {**FIGURES, "rules": [{**FIGURES["rules"][0], "pack": "office@9"}]}
    (bench.office / "figures.json").write_text(json.dumps(stale))
    assert "has changed since" in " ".join(bench.run("rules", "show", "local.corner", "--figures", "figures.json")[0].split())


def as_data(bench):
    data = model(bench, "local.corner")
    assert data["history"][1] == {"date": "2026-11", "text": "loosened"} and data["figures"] is None
    assert data["parameters"] == [{"default": "3", "name": "most", "set": "5"}] and data["points"]["indicator"] is None
    wrong, right = data["examples"]["wrong"], data["examples"]["right"]
    assert wrong["message"] == "another number" and wrong["lines"] == ["<p>建成专区12个。</p>"], wrong
    assert right["lines"] == ["建成专区13个。"] and right["message"] is None, right
    total = model(bench, "requests.balance", lang="zh")
    assert total["points"]["unit"] == 5 and total["needs"][0]["key"] == "requests" and total["forms"] == ["2019", "2021"]
    assert total["examples"]["right"]["lines"] and not total["examples"]["wrong"]["before"] and "应为" in total["examples"]["wrong"]["message"]
    for rule in json.loads(bench.run("rules", "list", "--output", "json")[0])["rules"]:
        for lang in ("zh", "en"):
            text = bench.run("rules", "show", rule["id"], lang=lang)[0]
            # what has no place to break, as an expression, goes beyond the width; a wide mark may stand beyond it by one
            long = [line for line in text.splitlines() if width(line) > 81 and " " in line.strip() and "sha256" not in line
                    and not any(c in line for c in "\\[|(")]
            assert not long, (rule["id"], long)
        model(bench, rule["id"])


def broken(bench):
    bench.write("return rule {", None)
    assert "local/corner.lua:1" in bench.run("rules", "show", "local.corner")[0]
    assert model(bench, "local.corner")["load_error"]
    bench.run("rules", "show", "no.rule", code=66)
    bench.run("rules", "show", code=64)
    bench.run("rules", "show", "local.corner", "--output", "html", code=64)
    assert "rules prove" in bench.run("rules", "show", "local.corner", "--figures", "office.conf", code=78)[1]
    bench.run("rules", "show", "local.corner", "--figures", "none.json", code=66)


def folder_of_pages(bench):
    bench.write(RULE.replace("  severity =", FIELDS).replace("Corners are", "Corners <b>&amp;"), CASES)
    out = bench.run("rules", "docs", "pages", "--figures", "figures.json")[0]
    folder = bench.office / "pages"
    names = {p.name for p in folder.glob("*.html")}
    rules = {r["id"] for r in json.loads(bench.run("rules", "list", "--output", "json")[0])["rules"]}
    assert names == {r + ".html" for r in rules} | {"index.html"} and str(len(rules)) in out
    index = html.parse(str(folder / "index.html")).getroot()
    links = index.xpath("//a/@href")
    assert {x for x in links if not x.startswith("#")} == names - {"index.html"}
    assert all(index.xpath(f"//*[@id='{x[1:]}']") for x in links if x.startswith("#"))
    for path in folder.glob("*.html"):
        page = html.parse(str(path)).getroot()
        assert page.get("lang") == "en" and not page.xpath("//script|//link|//img") and page.xpath("//style")
        assert all(x in names or x.startswith("#") for x in page.xpath("//a/@href")), path
    page = html.parse(str(folder / "local.corner.html")).getroot()
    assert page.findtext(".//h1") == "Corners <b>&amp; named", "what a rule says is text"
    text = " ".join(page.text_content().split())
    for word in ("The notice asks for it.", "某通知第三条", "State the number.", "another number", "专区12个", "97.5%", "loosened", "local.corner.most"):
        assert word in text, (word, text)


def again(bench):
    folder = bench.office / "pages"
    before = {p.name: p.read_bytes() for p in folder.iterdir()}
    bench.run("rules", "docs", "pages", "--figures", "figures.json")
    assert before == {p.name: p.read_bytes() for p in folder.iterdir()}, "the same rules, the same bytes"
    bench.rule.unlink()
    bench.cases.unlink()
    conf = bench.office / "profiles/local/profile.conf"
    conf.write_text(conf.read_text().replace("local.corner.most = 5\n", ""))
    (folder / "notes.txt").write_text("mine")
    bench.run("rules", "docs", "pages", lang="zh")
    assert not (folder / "local.corner.html").exists() and (folder / "notes.txt").read_text() == "mine"
    assert 'lang="zh' in (folder / "index.html").read_text()
    assert "--force" in bench.run("rules", "docs", "rules", code=64)[1], "a folder with things of others"
    assert not (bench.office / "rules/index.html").exists()
    (bench.office / "kept").mkdir()
    (bench.office / "kept/a.txt").write_text("a")
    bench.run("rules", "docs", "kept", "--force")
    assert (bench.office / "kept/a.txt").exists() and (bench.office / "kept/index.html").exists()
    bench.run("rules", "docs", "office.conf", "--force", code=64)
    bench.run("rules", "docs", code=64)


def main(program, source):
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(program, source, pathlib.Path(folder).resolve())
        for test in (shown, as_data, broken, folder_of_pages, again):
            test(bench)


main(*sys.argv[1:])
