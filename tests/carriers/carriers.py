"""One report on several carriers: the pages, what the program says of each, and how that is compared.

The reports are those of the corpus, with its defects. Every carrier is made from the same blocks
(corpus/docx_shapes.py: Block), so that nothing but the carrier differs.
"""
import collections
import json
import pathlib
import random
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "corpus"))
import damage  # noqa: E402
import docx_shapes  # noqa: E402
import generate  # noqa: E402
from print_shapes import page  # noqa: E402, F401

FACTS = ("agency", "form", "kind", "level", "published", "script", "title", "year")


def draw(seed, count, defects="mixed"):
    """[(name, report, blocks)]"""
    options = generate.parse_options(["out", "--seed", str(seed), "--shapes", "docx", "--defects", defects,
                                      "--years", "2019-2025"])
    out = []
    for i in range(count):
        rng = random.Random("auditor-carriers:%d:%d" % (seed, i))
        _, report = generate.draw(rng, i, options)
        writing = damage.draw_writing(rng)
        blocks = docx_shapes.blocks_of(rng, report, lambda grid, w=writing: damage.vary_grid(w, grid))
        out.append(("%05d" % i, report, blocks))
    return out


def _documents(program, verb, folder):
    done = subprocess.run([program, verb, folder, "--output", "json", "--jobs", "2", "--quiet"], capture_output=True)
    assert done.returncode in (0, 2, 3), done.stderr.decode()
    return {pathlib.Path(d["path"]).stem: d for d in json.loads(done.stdout)["documents"]}


def read(program, folder):
    """{name: (what check says, what extract says)}"""
    checked, extracted = _documents(program, "check", folder), _documents(program, "extract", folder)
    return {name: (checked[name], extracted[name]) for name in checked}


def _cells(extracted):
    return {(name, row, column): (cell["kind"], cell["value"], "".join(cell["raw"].split()))
            for name, table in extracted["tables"].items() if name != "form" and table
            for row, columns in table.items() for column, cell in columns.items()}


def _sections(extracted):
    """Without blanks: what stands between words is the carrier's own."""
    return [(s["key"], "".join((s["heading"] or "").split()), ["".join(p["text"].split()) for p in s["paragraphs"]])
            for s in extracted["sections"]]


def _findings(checked, silent):
    """What is said of the document, places and quotes left out. `silent` rules speak of one carrier only."""
    out = collections.Counter()
    for result in checked["results"]:
        if result["rule"] in silent:
            continue
        out[result["rule"], result["state"]] += 1
        for f in result["findings"]:
            out[result["rule"], f["severity"], "".join(f["message"].split()), f["found"], f["expected"],
                f["formula"]] += 1
    return out


def differences(page_said, other_said, silent=()):
    """What differs between a page and another carrier of it, in words."""
    (page_checked, page_extracted), (other_checked, other_extracted) = page_said, other_said
    if other_extracted["problem"]:
        yield "unreadable: %s" % other_extracted["problem"]
        return
    for key in FACTS:
        if page_extracted[key] != other_extracted[key]:
            yield "%s: %s != %s" % (key, page_extracted[key], other_extracted[key])
    a, b = _cells(page_extracted), _cells(other_extracted)
    for key in sorted(set(a) | set(b)):
        if a.get(key) != b.get(key):
            yield "cell %s: %s != %s" % ("/".join(key), a.get(key), b.get(key))
    for left, right in zip(_sections(page_extracted), _sections(other_extracted)):
        if left != right:
            yield "section %s: %s != %s" % (left[0], left[1:], right[1:])
    if len(page_extracted["sections"]) != len(other_extracted["sections"]):
        yield "another number of sections"
    a, b = _findings(page_checked, silent), _findings(other_checked, silent)
    for key in sorted(set(a) | set(b), key=str):
        if a[key] != b[key]:
            yield "finding %s: %d != %d" % (key, a[key], b[key])


def compare(program, pages, others, label, silent=()):
    """(how many cells agree, faults) over two folders with files of the same names."""
    return compare_read(read(program, pages), read(program, others), label, silent)


def compare_read(page_says, other_says, label, silent=()):
    """The same of what read() gave."""
    faults, cells = [], 0
    for name in sorted(other_says):
        found = list(differences(page_says[name], other_says[name], silent))
        faults += ["%s %s: %s" % (label, name, f) for f in found]
        cells += 0 if found else len(_cells(page_says[name][1]))
    return cells, faults
