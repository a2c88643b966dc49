"""Noise that is no defect: ways of writing, script, lost characters, charsets."""
import functools
import os
import re
import subprocess
from dataclasses import replace

HALF = str.maketrans("，：（）；", ",:();")
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
PINYIN = {"公开": "公(gong)开(kai)", "报告": "报(bào)告(gào)", "政府": "政(zheng)府(fu)",
          "信息": "信(xin)息"}
MONEY_ROWS = ("fees", "procurement")


def draw_writing(rng):
    """How this document writes labels: accepted variants only."""
    return {"half": rng.random() < 0.25, "dot": rng.choice([".", ".", "．", "、"]),
            "quote": rng.choice(["“”", "“”", '""', "\"\""]), "wide": rng.random() < 0.06,
            "comma": rng.random() < 0.08, "unit": rng.random() < 0.03, "space": rng.random() < 0.12}


def vary_label(writing, text):
    text = re.sub(r"^(\d)\.", lambda m: m.group(1) + writing["dot"], text)
    text = text.replace("“", writing["quote"][0]).replace("”", writing["quote"][1])
    if writing["space"]:
        text = re.sub(r"^([一二三四]、|（[一二三四五六七]）)", r"\1 ", text)
    return text.translate(HALF) if writing["half"] else text


def vary_value(writing, cell, text):
    if writing["comma"] and text.isdigit() and len(text) > 3:
        text = "{:,}".format(int(text))
    if writing["wide"]:
        text = text.translate(WIDE)
    if writing["unit"] and text.isdigit() and cell.key[0] not in MONEY_ROWS:
        text += "件"
    return text


def vary_grid(writing, grid):
    return [[replace(c, text=vary_value(writing, c, c.text) if c.role == "value"
                     else vary_label(writing, c.text)) for c in row] for row in grid]


def half_width(report):
    """Mirrors fold the punctuation of the running text."""
    report.opening = [t.translate(HALF) for t in report.opening]
    for section in report.sections:
        section.paragraphs = [t.translate(HALF) for t in section.paragraphs]


def lost_marks(report):
    """The period sentence lost its 年 and 月, as some extractors leave it."""
    def squeeze(match):
        return match.group().replace("年", "").replace("月", "")
    found = 0
    for i, text in enumerate(report.opening):
        text, n = re.subn(r"%d年1月1日.{1,4}%d年12月31日" % (report.year, report.year), squeeze, text)
        report.opening[i] = text
        found += n
    return found > 0


def pinyin(rng, report):
    """Readings in brackets after some words of the running text."""
    def spoil(text):
        return re.sub("|".join(PINYIN), lambda m: PINYIN[m.group()] if rng.random() < 0.12
                      else m.group(), text)
    for section in report.sections:
        section.paragraphs = [spoil(t) for t in section.paragraphs]


def nbsp_ordinals(report):
    for section in report.sections:
        section.heading = "\u00a0" + section.heading


@functools.lru_cache(maxsize=1)
def converter():
    return "/usr/bin/opencc" if os.path.exists("/usr/bin/opencc") else None


def to_traditional(text, config="s2t"):
    """Through the opencc program; None when it is not there."""
    if converter() is None:
        return None
    done = subprocess.run([converter(), "-c", config + ".json"], input=text.encode("utf-8"),
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    return done.stdout.decode("utf-8") if done.returncode == 0 else None


def to_simplified(text):
    done = subprocess.run([converter(), "-c", "t2s.json"], input=text.encode("utf-8"),
                          stdout=subprocess.PIPE, check=True)
    return done.stdout.decode("utf-8")


CHARSETS = [("gb18030", "gb2312", 5), ("gb18030", "gbk", 3), ("gb18030", "GB2312", 2),
            ("gb18030", "", 2), ("gb18030", "gb18030", 1), ("utf-16-le", "", 1),
            ("utf-16-be", "utf-16", 0.5)]


def draw_charset(rng, report, shape):
    """(codec, label) of the file."""
    if shape != "htmlgb":
        return ("utf-8-sig" if rng.random() < 0.05 else "utf-8"), \
            rng.choice(["utf-8", "UTF-8", "utf-8", ""])
    if report.script == "hant" and rng.random() < 0.6:
        return "big5", rng.choice(["big5", "Big5", ""])
    codec, label, _ = rng.choices(CHARSETS, [c[2] for c in CHARSETS])[0]
    return codec, label


def encode(text, codec):
    """Bytes; what the charset lacks becomes a character reference."""
    data = text.encode(codec, "xmlcharrefreplace")
    if codec == "utf-16-le":
        return b"\xff\xfe" + data
    if codec == "utf-16-be":
        return b"\xfe\xff" + data
    return data
