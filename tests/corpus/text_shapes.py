"""The report as plain text: rows of words, one cell a line, or pipe rows."""
import annex
from forms import grids_of
from html_article import date_words
from html_parts import date_text


def _rows_text(rng, report, grid):
    """Rows of a table pasted as text; blanks survive only between tabs."""
    joint = "\t" if report.sensitive or rng.random() < 0.6 else rng.choice([" ", "  ", "　"])
    lines = []
    for row in grid:
        words = [c.text if joint == "\t" else c.text.replace(" ", "") for c in row]
        lines.append(joint.join(words))
    return lines


def _rows_cells(rng, report, grid):
    """One cell a line, a bar after each; spans leave runs of bars."""
    lines = []
    for row in grid:
        for cell in row:
            lines.append(cell.text)
            lines.append("|" * cell.cs if cell.role == "caption" else "|")
        if rng.random() < 0.3:
            lines[-1] += "|"
    return lines


def _rows_pipe(rng, report, grid):
    """Markdown rows: a span is one cell, its rest an empty run at the end."""
    outer = rng.random() < 0.5
    width = max(sum(c.cs for c in row) for row in grid)
    lines = []
    for i, row in enumerate(grid):
        text = " | ".join(c.text for c in row)
        rest = min(width - len(row), rng.randint(0, 6))
        if outer:
            lines.append("| %s |%s" % (text, "|" * rest))
        else:
            lines.append(text + (" | " + "|" * rest if rest else ""))
        if i == 0 and outer:
            lines.append("|" + " --- |" * width)
    return lines


ROWS = {"text": _rows_text, "cells": _rows_cells, "pipe": _rows_pipe}


def _top(rng, report):
    """What stands above the text when a page was pasted with its head."""
    lines = []
    if report.head_noise:
        lines.append(report.head_noise)
    a = report.agency
    if rng.random() < 0.5:
        lines.append("首页 > 政务公开 > 政府信息公开年报")
    if rng.random() < 0.3:
        lines.append("字体大小:【大】 【中】 【小】 打印 关闭")
    where = rng.choice(["info", "byline"])
    if where == "info" and report.published:
        lines.append("索引号：%06d/%d-%05d 发布机构：%s 发布日期：%s" % (
            rng.randint(1, 999999), report.published.year, rng.randint(1, 9999), report.publisher,
            date_text(rng, report.published)))
    lines += rng.choice([[], [""]]) + [report.title]
    if where == "byline" and report.published:
        lines.append(rng.choice(["发布日期：%s  来源：%s", "发布时间：%s 信息来源：%s"])
                     % (date_text(rng, report.published), report.publisher))
    elif not report.published:
        lines.append("来源：%s" % a.short)
    return lines


def _bottom(rng, report, sheet):
    lines = []
    if report.signed:
        lines += [report.signer or report.agency.name, date_words(report.signed)]
    lines += sheet
    if rng.random() < 0.4:
        lines.append("主办：%s 备案号：%sICP备%08d号-1" % (report.agency.upper, report.agency.mark,
                                                  rng.randint(10 ** 7, 10 ** 8)))
    return lines


def plain(rng, report, shape, vary, broken):
    """The whole document; `broken` puts ordinals of headings on a line of their own."""
    indent = rng.choice(["", "　　", "    ", "\u00a0\u00a0"])
    gap = rng.choice([[], [], [""]])
    lines = _top(rng, report)
    for text in report.opening + report.body:
        lines += [indent + text] + gap
    split = rng.random() < 0.35
    for section in report.sections:
        if broken and section.ordinal:
            lines += [section.ordinal + "、", section.heading]
        else:
            lines.append(indent + section.line())
        lines += gap
        for text in section.paragraphs:
            lines += [indent + text] + gap
        for name in section.tables:
            table = report.tables.get(name)
            if table is None or table.carrier != "grid":
                continue
            for grid in grids_of(table, split):
                lines += ROWS[shape](rng, report, vary(grid)) + gap
    sheet = []
    if report.annex:
        sheet = [report.annex_title] + ROWS[shape](rng, report, vary(annex.grid_of(report.annex)))
    lines += _bottom(rng, report, sheet)
    return "\n".join(lines) + "\n"
