#!/usr/bin/env python3
"""An office of thirty agencies whose reports come from one template: one that took over half of another's own
text is found on both sides, one that hands in last year's text again is found, nobody else; what changes
elsewhere does not judge an agency anew. usage: copied.py AUDITOR SOURCE"""

import json
import os
import pathlib
import random
import sqlite3
import subprocess
import sys
import tempfile

PLACES = [a + b for a in "青柳梅溪石" for b in ("禾镇", "坪镇", "岗乡", "湾乡", "塘镇", "岭镇")]
# Short words in four places: what two agencies write by chance agrees in two words running, hardly in three.
WORDS = ("文化站 农技站 司法所 林业站 卫生院 供销社 学校 茶厂 水站 粮库 邮亭 渡口 集市 祠堂 苗圃 窑厂 渔港 磨坊 戏台 驿站".split(),
         "逢集时 月底 雨前 开学 春耕 结账 换届 检修 农闲 霜降 立夏 端午 腊月 清晨 晌午 入夜 周末 汛期 冬训 年初".split(),
         "登记 讲解 答复 核对 补齐 抽查 打印 整理 张贴 录音 归档 盖章 登门 复印 誊写 装订 翻译 朗读 丈量 拍照".split(),
         "旧公告 补贴表 联系人 台账页 回执单 手写件 问答册 交接单 地界图 收费牌 路线牌 值班表 缴费单 救助卡 承包书 年检簿 抽样袋 验收签 电话簿 钥匙牌".split())


def own_text(seed):
    """Sixteen sentences that are nobody else's."""
    r = random.Random(seed)
    return ["，".join("".join(r.choice(words) for words in WORDS) for _ in range(4)) + "。" for _ in range(16)]


TEMPLATE = "本镇按照统一安排，把基层政务公开标准化目录逐项落实到责任人，重点围绕惠民补贴、工程建设和救助救济更新内容，并通过村务公开栏与线上栏目同步发布。" * 2


def page(place, year, sentences):
    name = f"{place}人民政府"
    return f"""<html><head><title>{name}{year}年政府信息公开工作年度报告</title></head><body><h1>{name}{year}年政府信息公开工作年度报告</h1>
<p>{name}根据《中华人民共和国政府信息公开条例》编制本报告，统计期限自{year}年1月1日起至{year}年12月31日止。</p>
<p>一、总体情况</p><p>{TEMPLATE}</p><p>{place}{''.join(sentences[:10])}</p><p>二、主动公开政府信息情况</p><p>三、收到和处理政府信息公开申请情况</p>
<p>四、政府信息公开行政复议、行政诉讼情况</p><p>五、存在的主要问题及改进情况</p><p>{''.join(sentences[10:])}</p><p>六、其他需要报告的事项</p><p>无。</p></body></html>"""


def run(auditor, source, office, *words):
    done = subprocess.run([auditor, *words], cwd=office, env={**os.environ, "AUDITOR_DATA": source}, capture_output=True, text=True)
    assert done.returncode in (0, 2, 3), done
    return done.stdout


def findings(office, rule):
    db = sqlite3.connect(office / "office.db")
    year = db.execute("SELECT max(year) FROM assessment").fetchone()[0]
    rows = db.execute("SELECT agency, result FROM standing WHERE assessment = (SELECT id FROM assessment WHERE year = ? "
                      "ORDER BY serial DESC LIMIT 1)", (year,)).fetchall()
    db.close()
    return {agency: r for agency, text in rows for r in json.loads(text)["results"] if r["rule"] == rule and r["state"] == "fail"}


def standings(office):
    db = sqlite3.connect(office / "office.db")
    ids = dict(db.execute("SELECT agency, id FROM standing"))
    db.close()
    return ids


def main():
    auditor, source = sys.argv[1:]
    with tempfile.TemporaryDirectory() as top:
        office = pathlib.Path(top) / "office"
        run(auditor, source, "/", "init", str(office), "--year", "2022")
        (office / "agencies.csv").write_text("code,name,group\n" + "".join(f"t{i},{p}人民政府,乡镇\n" for i, p in enumerate(PLACES)), encoding="utf-8")
        for year in (2022, 2023):
            inbox = office / "inbox" / str(year)
            inbox.mkdir(exist_ok=True)
            for i, place in enumerate(PLACES):
                text = own_text(1000 * year + i)
                if year == 2023 and i == 7:  # from another, with the order changed and names as its own
                    text = [t.replace("旧公告", "老公告") for t in own_text(1000 * year + 21)[:10]][::-1] + text[10:]
                if year == 2023 and i == 12:
                    text = own_text(2022 * 1000 + i)
                (inbox / f"{place}.html").write_text(page(place, year, text), encoding="utf-8")
            run(auditor, source, office, "assess", str(year))
        found = findings(office, "copy.other-agency")
        assert set(found) == {"t7", "t21"}, found.keys()
        evidence = found["t7"]["findings"][0]["evidence"]
        assert evidence[1]["document"] == f"2023/{PLACES[21]}.html" and evidence[1]["line"] > 0, evidence
        assert set(findings(office, "copy.last-year")) == {"t12"}
        print("ok who copied")

        before = standings(office)
        (office / "inbox/2023" / f"{PLACES[3]}.html").write_text(page(PLACES[3], 2023, own_text(77)), encoding="utf-8")
        run(auditor, source, office, "assess", "2023")
        after = standings(office)
        anew = {a for a in after if after[a] != before.get(a)}
        assert anew == {"t3"}, anew
        print("ok only what changed")


main()
