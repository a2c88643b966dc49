"""Pages for measuring speed: form 2021, 115-160 KB each, chrome and Word mark-up, made fast.

Every page is another report with other figures. Same seed, same bytes.
"""
import os
import random

import html_article
import html_families
import html_parts
from html_tables import Markup
from places import draw_agency
from report import draw_report

LOW, HIGH = 115 * 1024, 160 * 1024
FILLERS = 40


def _base(rng):
    """One page, as long as it happens to be."""
    report = draw_report(rng, draw_agency(rng), rng.randint(2021, 2025))
    markup = Markup(rng.choice(["wps", "ueditor"]), rng.choice(["word", "wps"]), "strong", "td",
                    "", "", False, True, False)
    body = html_article.article(rng, markup, report, lambda grid: grid)
    page = html_parts.draw_page(rng, report, body, "utf-8")
    text = rng.choice(html_families.WITH_INFO)(rng, page)
    return text if len(text.encode("utf-8")) < HIGH else _base(rng)


def _filled(rng, text, fillers):
    """Bring a page to the size wanted with what real pages carry: scripts before the end."""
    target = rng.randint(LOW, HIGH)
    size = len(text.encode("utf-8"))
    parts = []
    while True:
        piece = rng.choice(fillers)
        if size + len(piece) > target:
            break
        parts.append(piece)
        size += len(piece)
    at = text.rfind("</body>")
    at = text.rfind("</BODY>") if at < 0 else at
    return text[:at] + "".join(parts) + text[at:]


def run(out, seed, count):
    """Write `count` pages into `out`."""
    os.makedirs(out, exist_ok=True)
    rng = random.Random("auditor-bench:%d" % seed)
    fillers = [html_parts.script(rng, 1) + "\n" for _ in range(FILLERS)]
    for i in range(count):
        text = _filled(rng, _base(rng), fillers)
        with open(os.path.join(out, "%05d.html" % i), "wb") as file:
            file.write(text.encode("utf-8"))
