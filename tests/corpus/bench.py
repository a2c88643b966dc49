"""Pages for measuring speed: form 2021, 115-160 KB each, some 30 KB of text, made fast.

What weighs in a page of a government site is drawn as such pages have it: a narrative of 3,000
to 8,000 characters, Word mark-up around every run of it and every cell, a menu with its
submenus, the lists of other organs' sites, and scripts and styles of different length. Every
page is another report with other figures. Same seed, same bytes.
"""
import os
import random
import re

import html_article
import html_families
import html_parts
import longer
import places
import sums
import sums_more
from html_tables import Markup
from places import draw_agency
from report import draw_report

LOW, HIGH = 115 * 1024, 160 * 1024
NARRATIVE = 3000, 8000               # characters
LINKS = 120, 280
FILLERS = 40
DRAFTS = 12                          # of a page, before another length is drawn
BULK = re.compile(r"^(?:\.c\d+_|function fn).*\n", re.M)


def _sentence(rng, report, taken):
    kind = rng.random()
    if kind < 0.6:
        return [longer.filler(rng, report, taken)]
    if kind < 0.85:
        return [rng.choice(sums.ASIDES)(rng, report.ctx)]
    return rng.choice(sums_more.PASSAGES)(rng, report.ctx)


def _lengthened(rng, report, target):
    """Paragraphs of two to five sentences behind the overview, until the text is long enough."""
    said = [p for s in report.sections for p in s.paragraphs]
    size = sum(len(p) for p in said)
    section = report.section("overview")
    while size < target:
        paragraph = ""
        for _ in range(rng.randint(2, 5)):
            new = [t for t in _sentence(rng, report, said) if t not in said]
            said += new
            paragraph += "".join(new)
        if paragraph:
            section.paragraphs.append(paragraph)
            size += len(paragraph)


def _link(rng, text):
    return '<li class="nav-item"><a href="%s" target="_blank" title="%s">%s</a></li>\n' % (
        rng.choice(["/col/col%d/index.html", "http://www.%d.gov.cn/", "../zwgk/%d/", "./t%d.htm"])
        % rng.randint(100, 99999), text, text)


def _sites(rng):
    """Names of the sites that the foot of a page leads to."""
    areas = [n for n, *_ in places.CITIES + places.COUNTIES + places.TOWNS]
    bureaus = [n for n, _ in places.BUREAUS]
    return rng.sample([a + "人民政府" for a in areas] + [b + "网站" for b in bureaus]
                      + [rng.choice(areas) + b for b in bureaus], 50)


def _menus(rng, page, links):
    """(before the article, after it): a menu with submenus, and lists of links."""
    menu = [m.format(place=page.place) for m in html_parts.MENU]
    columns = [m + k for m in menu[8:] for k in ("", "目录", "公告", "动态", "专栏")]
    before = after = ""
    for i in range(links // 10):
        text = columns if i % 4 else _sites(rng)
        block = '<div class="sub-nav"><h5><a href="/col%d/">%s</a></h5>\n<ul class="list-%d">%s</ul></div>\n' % (
            rng.randint(1, 999), rng.choice(menu), i,
            "".join(_link(rng, t) for t in rng.sample(text, 10)))
        if i % 4:
            before += block
        else:
            after += block
    return before, after


def _page(rng, long, links):
    """One page, as long as it happens to be."""
    report = draw_report(rng, draw_agency(rng), rng.randint(2021, 2025))
    _lengthened(rng, report, long)
    markup = Markup(rng.choice(["wps", "ueditor", "word"]), rng.choice(["word", "wps"]), "strong",
                    "td", "", "", False, True, False)
    body = html_article.article(rng, markup, report, lambda grid: grid)
    page = html_parts.draw_page(rng, report, body, "utf-8")
    text = rng.choice(html_families.WITH_INFO)(rng, page)
    before, after = _menus(rng, page, links)
    start = text.lower().index(">", text.lower().index("<body")) + 1
    end = text.lower().rindex("</body>")
    return text[:start] + before + text[start:end] + after + text[end:]


def _drawn(rng):
    """A page that can be brought to size; the narrative's length is drawn once, so that the
    long ones stay as frequent as they are."""
    long, links = rng.randint(*NARRATIVE), rng.randint(*LINKS)
    for _ in range(DRAFTS):
        text = _page(rng, long, links)
        if len(BULK.sub("", text).encode("utf-8")) < HIGH:
            return text
    return _drawn(rng)


def _sized(rng, text, fillers):
    """Bring a page to a size between LOW and HIGH by what a page carries beside its mark-up: lines
    of its styles and scripts go, or scripts are added before its end."""
    bare = len(BULK.sub("", text).encode("utf-8"))
    target = rng.randint(max(LOW, bare), HIGH)
    size = len(text.encode("utf-8"))
    spare = size - target

    def kept(match):
        nonlocal spare
        if spare <= 0:
            return match.group()
        spare -= len(match.group().encode("utf-8"))
        return ""

    text = BULK.sub(kept, text)
    parts = []
    while True:
        piece = rng.choice(fillers)
        if size + len(piece) > target:
            break
        parts.append(piece)
        size += len(piece)
    at = text.lower().rindex("</body>")
    return text[:at] + "".join(parts) + text[at:]


def run(out, seed, count):
    """Write `count` pages into `out`."""
    os.makedirs(out, exist_ok=True)
    rng = random.Random("auditor-bench:%d" % seed)
    fillers = [html_parts.script(rng, 1) + "\n" for _ in range(FILLERS)]
    for i in range(count):
        text = _sized(rng, _drawn(rng), fillers)
        with open(os.path.join(out, "%05d.html" % i), "wb") as file:
            file.write(text.encode("utf-8"))
