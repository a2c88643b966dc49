#!/usr/bin/env python3
"""Make annual reports with known contents, and a label record for each.

    generate.py OUT --seed N --count K [--years 2019-2025] [--shapes html,htmlgb,text,cells,pipe,docx,pdf]
                    [--defects none|one|each|mixed] [--only NAME,...] [--others SHARE] [--jobs J]
    generate.py --bench OUT --count K          pages for measuring speed, no defects

The same arguments give the same bytes. OUT/labels.ndjson holds one record a document; README.md
says what stands in it.
"""
import argparse
import json
import os
import random
import re
import sys
from concurrent.futures import ProcessPoolExecutor

import annex
import damage
import defects_cells  # noqa: F401  (registers)
import defects_claims  # noqa: F401
import defects_frame  # noqa: F401
import defects_page  # noqa: F401
import defects_text  # noqa: F401
import defects_words  # noqa: F401
import docx_shapes
import html_article
import html_families
import html_parts
import html_tables
import print_shapes
import registry
import text_shapes
from others import draw_other
from places import draw_agency
from report import draw_report

SHAPES = ["html", "htmlgb", "text", "cells", "pipe"]
CARRIERS = ["docx", "pdf"]  # on demand
NOISY = ("disclosure", "requests", "disputes")


def _noise(rng, report, shape):
    """Damage that must not be reported as a defect; only where it can't hide one."""
    names = " ".join(report.defects)
    plain = not report.defects or all(d.split(".")[0] in NOISY for d in report.defects)
    if shape not in ("html", "htmlgb") and rng.random() < 0.3:
        damage.half_width(report)
        report.damage.append("half-width")
    if plain and report.kind == "annual-report" and shape in ("text", "cells", "pipe"):
        if rng.random() < 0.12:
            damage.pinyin(rng, report)
            report.damage.append("pinyin")
            report.may.append("text.damage")
        if rng.random() < 0.12 and "period" not in names and damage.lost_marks(report):
            report.damage.append("lost-marks")
            report.may.append("text.damage")
    if rng.random() < 0.15 and "renamed" not in names:
        damage.nbsp_ordinals(report)
        report.damage.append("nbsp")


def _script(rng, report, defects):
    """A few reports come from mirrors in the traditional script: that alone is to be told."""
    if report.script == "hans" and defects == "mixed" and not report.script_fixed \
            and rng.random() < 0.05:
        report.script = "hant"
        report.defects.append("text.script")
        report.expect.append({"rules": ["text.script"], "defect": "text.script"})
    if report.script == "hant" and damage.converter() is None:
        report.script = "hans"
        report.defects = [d for d in report.defects if d != "text.script"]
        report.expect = [e for e in report.expect if e["rules"] != ["text.script"]]


def _render_text(rng, report, shape):
    """(text, codec, charset label, family name)."""
    writing = damage.draw_writing(rng)
    codec, label = damage.draw_charset(rng, report, shape)

    def vary(grid):
        return damage.vary_grid(writing, grid)
    if shape in ("html", "htmlgb"):
        markup = html_tables.draw_markup(rng)
        body = html_article.article(rng, markup, report, vary)
        page = html_parts.draw_page(rng, report, body, label)
        family = html_families.draw_family(rng, page)
        text = family(rng, page)
        if report.planted and report.planted not in text:  # some families have no place for it
            text = text.replace("</body>", report.planted + "</body>", 1) if "</body>" in text else text + report.planted
        name = "%s/%s/%s" % (family.__name__, markup.article, markup.table)
    else:
        broken = rng.random() < 0.15
        text = text_shapes.plain(rng, report, shape, vary, broken)
        name = "broken-headings" if broken else "lines"
    return text, codec, label, name


def _render(rng, report, shape):
    """(bytes, codec, charset label, family name, suffix); of a PDF the page that is to be printed."""
    if shape in CARRIERS:
        writing = damage.draw_writing(rng)
        blocks = docx_shapes.blocks_of(rng, report, lambda grid: damage.vary_grid(writing, grid))
        if report.script == "hant":
            config = rng.choice(["s2t", "s2t", "s2tw", "s2twp"])
            docx_shapes.spell(blocks, lambda text: damage.to_traditional(text, config))
        if shape == "pdf":
            return print_shapes.for_paper(print_shapes.page(blocks)).encode(), "utf-8", "", "", "html"
        data, name = docx_shapes.docx(rng, blocks, report)
        return data, "utf-8", "", name, "docx"
    text, codec, charset, name = _render_text(rng, report, shape)
    if report.script == "hant":
        text = damage.to_traditional(text, rng.choice(["s2t", "s2t", "s2tw", "s2twp"]))
    suffix = "html" if shape in ("html", "htmlgb") else "txt"
    return damage.encode(text, codec), codec, charset, name, suffix


def _tables_label(report):
    """Only what is in the document: no table of a missing section, none that is a picture."""
    out = {}
    present = [n for s in report.sections for n in s.tables]
    for name, table in sorted(report.tables.items()):
        if name in present and table.carrier == "grid":
            out[name] = {"form": table.form, "cells": table.label()}
    return out


def _length(report):
    """Han characters and figures of the overview, as its limit counts them; None without one."""
    section = report.section("overview")
    return None if section is None else len(re.findall("[一-龥0-9]", "".join(section.paragraphs)))


def label_of(report, path, shape, codec, charset, family):
    years = [report.year]
    if "year-uncertain" in report.damage:
        years.append(report.year - 1)
    dates = sorted({d.isoformat() for d in (report.published, report.byline_date) if d})
    return {"path": path, "shape": shape, "family": family, "codec": codec, "charset": charset,
            "kind": report.kind, "agency": report.agency.names, "level": report.agency.level,
            "year": years, "form": report.form, "script": report.script,
            "published": dates, "title": report.title.strip(),
            "sections": [s.key for s in report.sections], "tables": _tables_label(report),
            "damage": report.damage, "defects": report.defects, "expect": report.expect,
            "claims": report.ctx.claims if report.ctx else [], "statements": report.statements,
            "overview_length": _length(report), "may": sorted(set(report.may))}


def _draw_clean(rng, agency, year):
    report = draw_report(rng, agency, year)
    if 2014 <= year <= 2018 and rng.random() < 0.6:
        annex.attach(rng, report)
    return report


def draw_each(rng, index, options):
    """One defect a report, each of the list in its turn; tried until it fits."""
    pool = [d for d in registry.DEFECTS if damage.converter() or d["name"] != "text.script"]
    pick = pool[index % len(pool)]
    shapes = [s for s in options.shapes if pick["shapes"] is None or s in pick["shapes"]]
    shape = rng.choice(shapes or options.shapes)
    for _ in range(400):
        report = _draw_clean(rng, draw_agency(rng), rng.randint(*options.years))
        if registry.inject(rng, report, shape, 1, [pick["name"]]):
            break
    _noise(rng, report, shape)
    return shape, report


def draw(rng, index, options):
    """The report of one index, with its defects in it."""
    if options.defects == "each":
        return draw_each(rng, index, options)
    shape = options.shapes[index % len(options.shapes)]
    first, last = options.years
    year = rng.randint(first, last)
    agency = draw_agency(rng)
    if options.defects != "none" and not options.only and rng.random() < options.others:
        return shape, draw_other(rng, agency, year)
    report = _draw_clean(rng, agency, year)
    if options.defects == "one" or options.only:
        registry.inject(rng, report, shape, 1, options.only)
    elif options.defects == "mixed" and rng.random() < 0.85:
        registry.inject(rng, report, shape, rng.randint(1, 4))
    if not options.only:
        _script(rng, report, options.defects)
    elif damage.converter() is None:
        _script(rng, report, "none")
    _noise(rng, report, shape)
    return shape, report


def build(index, options):
    """Make one document; returns its label record."""
    rng = random.Random("auditor-corpus:%d:%d" % (options.seed, index))
    shape, report = draw(rng, index, options)
    data, codec, charset, family, suffix = _render(rng, report, shape)
    path = "%s/%05d.%s" % (shape, index, suffix)
    with open(os.path.join(options.out, path), "wb") as file:
        file.write(data)
    if shape == "pdf":
        path, family = "pdf/%05d.pdf" % index, print_shapes.producer_of(index)
    return label_of(report, path, shape, codec, charset, family)


def _build_star(args):
    return build(*args)


def run(options):
    """Write the corpus and its labels."""
    for shape in options.shapes:
        os.makedirs(os.path.join(options.out, shape), exist_ok=True)
    work = [(i, options) for i in range(options.count)]
    if options.jobs > 1:
        with ProcessPoolExecutor(options.jobs) as pool:
            labels = list(pool.map(_build_star, work, chunksize=16))
    else:
        labels = [build(*w) for w in work]
    if "pdf" in options.shapes:
        print_shapes.print_all(os.path.join(options.out, "pdf"))
    with open(os.path.join(options.out, "labels.ndjson"), "w", encoding="utf-8") as file:
        for label in labels:
            file.write(json.dumps(label, ensure_ascii=False, sort_keys=True) + "\n")
    return labels


def parse_options(argv):
    p = argparse.ArgumentParser(description="Make annual reports with known contents.")
    p.add_argument("out", nargs="?")
    p.add_argument("--bench", metavar="OUT")
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--count", type=int, default=100)
    p.add_argument("--years", default="2016-2025")
    p.add_argument("--shapes", default=",".join(SHAPES))
    p.add_argument("--defects", choices=["none", "one", "each", "mixed"], default="mixed")
    p.add_argument("--only", help="inject only defects of these names")
    p.add_argument("--others", type=float, default=0.06, help="share that is no report")
    p.add_argument("--jobs", type=int, default=1)
    p.add_argument("--list", action="store_true", help="print the names of the defects")
    options = p.parse_args(argv)
    first, _, last = options.years.partition("-")
    options.years = (int(first), int(last or first))
    options.shapes = options.shapes.split(",")
    options.only = options.only.split(",") if options.only else None
    if not options.list and not (options.out or options.bench):
        p.error("OUT is missing")
    if set(options.shapes) - set(SHAPES + CARRIERS):
        p.error("unknown shape")
    if "pdf" in options.shapes and not print_shapes.producers():
        p.error("nothing is installed that prints (chromium, libreoffice-writer)")
    return options


def main(argv):
    options = parse_options(argv)
    if options.list:
        for d in registry.DEFECTS:
            print(d["name"], d["area"], ",".join(d["forms"]))
    elif options.bench:
        import bench
        bench.run(options.bench, options.seed, options.count)
    else:
        run(options)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
