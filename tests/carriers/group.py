#!/usr/bin/env python3
"""`check` on the files of one report: which belong together, which counts, what differs.

Usage: group.py PROGRAM. The reports are those of the corpus, without defects; the Word files are the corpus's own.
"""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import urllib.parse

import carriers
import word

RULE = "carrier.difference"


def results(program, folder):
    """{path below the folder: what the rule says}"""
    done = subprocess.run([program, "check", folder, "--rule", RULE, "--output", "json", "--quiet"], capture_output=True)
    assert done.returncode in (0, 2, 3), done.stderr.decode()
    return {d["path"][len(str(folder)) + 1:]: next((r for r in d["results"] if r["rule"] == RULE), None)
            for d in json.loads(done.stdout)["documents"]}


def page_with(blocks, *addresses, charset="utf-8"):
    text = carriers.page(blocks).replace("utf-8", charset)
    links = "".join('<p><a class="x" href="%s">附件</a></p>' % a for a in addresses)
    return text.replace("</body>", links + "</body>").encode(charset)


def expect(found, path, state, reason=None, findings=0):
    result = found[path]
    assert result["state"] == state, (path, result)
    assert len(result["findings"]) == findings, (path, result["findings"])
    if reason:
        assert result["reason"]["code"] == reason, (path, result)


def other(found, path, official):
    expect(found, path, "notapplicable", "other-carrier")
    assert official in found[path]["reason"]["message"], found[path]


class Case:
    def __init__(self, program, work, drawn):
        self.program, self.work, self.drawn, self.n = program, work, drawn, 0

    def folder(self, files):
        """Files by name: bytes, or the number of the report that the Word file is to tell."""
        self.n += 1
        folder = self.work / str(self.n)
        for name, content in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if isinstance(content, int):
                made = self.work / "made"
                made.mkdir(exist_ok=True)
                word.by_hand(made, [self.drawn[content]])
                content = (made / (self.drawn[content][0] + ".docx")).read_bytes()
            path.write_bytes(content)
        return results(self.program, folder)

    def page(self, i, *addresses, charset="utf-8"):
        return page_with(self.drawn[i][2], *addresses, charset=charset)


def by_name(c):
    found = c.folder({"a.html": c.page(0), "a.docx": 0, "b.html": c.page(1)})
    expect(found, "a.html", "pass")
    other(found, "a.docx", "a.html")
    expect(found, "b.html", "notapplicable", "one-carrier")


def by_content(c):
    """Endings are hints: here the Word file is called a PDF, and the page a Word file."""
    found = c.folder({"a.pdf": 0, "a.wps": c.page(0)})
    expect(found, "a.wps", "pass")
    other(found, "a.pdf", "a.wps")


def changed(blocks, old, new):
    """The page with the first cell of that text changed."""
    text = page_with(blocks).decode()
    assert ">%s</td>" % old in text
    return text.replace(">%s</td>" % old, ">%s</td>" % new, 1).encode()


def what_differs(c):
    blocks = c.drawn[0][2]
    numbers = [cell.text for b in blocks if b.grid for row in b.grid for cell in row if cell.text.isdigit() and len(cell.text) > 1]
    found = c.folder({"a.html": changed(blocks, numbers[0], "987654"), "a.docx": 0})
    expect(found, "a.html", "fail", findings=1)
    finding = found["a.html"]["findings"][0]
    assert (finding["found"], finding["expected"]) == ("987654", numbers[0]), finding
    here, there = finding["evidence"]
    assert there["document"].endswith("a.docx") and there["paragraph"] == there["line"] and "paragraph" not in here, finding
    other(found, "a.docx", "a.html")


def what_differs_in_words(c):
    """One sentence, one day, one lesser heading: one finding each; another script is no difference."""
    blocks = c.drawn[0][2]
    sentence = next(b.text for b in blocks if b.kind == "paragraph" and len(b.text) > 40 and b.text.endswith("。"))
    page = page_with(blocks).decode()
    for old, new in ((sentence, sentence[:10] + "改过" + sentence[14:]), (sentence, sentence + "此句只见于网页，别处并没有。"),
                     (sentence, sentence[:20] + "。")):
        assert old in page, old
        found = c.folder({"a.html": page.replace(old, new, 1).encode(), "a.docx": 0})
        expect(found, "a.html", "fail", findings=1)
        assert found["a.html"]["severity"] == "minor", found["a.html"]
    breaks = page.replace("。", "。<br>").replace("，", ", ").replace("（", "(")
    expect(c.folder({"a.html": breaks.encode(), "a.docx": 0}), "a.html", "pass")
    if shutil.which("opencc"):
        other = subprocess.run(["opencc", "-c", "s2t"], input=page.encode(), capture_output=True, check=True).stdout
        expect(c.folder({"a.html": other, "a.docx": 0}), "a.html", "pass")


def by_link(c):
    """The address that it had on the host, where it lies beside the page, names with signs in them, older charsets."""
    name = "附件1：工作报告（终稿）.docx"
    for address, charset in (("https://www.qingpu.gov.cn/x/202501/W02025.docx?v=1#top", "utf-8"), ("./W02025.docx", "utf-8"),
                             ("files/W02025.docx", "utf-8"), (urllib.parse.quote(name), "utf-8"), (name, "gb18030"),
                             (urllib.parse.quote(name.encode("gb18030")), "utf-8")):
        place = "files/W02025.docx" if "files" in address else "W02025.docx" if "W02025" in address else name
        found = c.folder({"page.html": c.page(0, "/index.html", address, charset=charset), place: 0, "z.html": c.page(1), "z2.html": c.page(2)})
        expect(found, "page.html", "pass")
        other(found, place, "page.html")
        expect(found, "z.html", "notapplicable", "one-carrier")


def by_no_link(c):
    found = c.folder({"page.html": c.page(0, "x.docx"), "W1.docx": 0, "z.html": c.page(1), "W2.docx": 1})
    for path in found:
        expect(found, path, "notapplicable", "one-carrier")


def a_list_has_none(c):
    """A page that links to many reports is a list; one that links to fewer comes before it. Another year is another report."""
    found = c.folder({"a-list.html": c.page(2, "W1.docx", "W2.docx"), "page.html": c.page(0, "W1.docx"), "W1.docx": 0, "W2.docx": 1})
    expect(found, "page.html", "pass")
    other(found, "W1.docx", "page.html")
    for path in "a-list.html", "W2.docx":
        expect(found, path, "notapplicable", "one-carrier")


def an_attachment_that_cannot_be_read(c):
    found = c.folder({"page.html": c.page(0, "W1.pdf"), "W1.pdf": b"%PDF-1.4\nbroken", "z.html": c.page(1)})
    expect(found, "page.html", "unknown")
    assert found["page.html"]["open"][0]["code"] == "carrier-unreadable", found


def main(program):
    drawn = [d for d in word.without_pictures(carriers.draw(77, 12, defects="none")) if d[1].year > 2020][:3]
    assert len({d[1].agency.name for d in drawn}) == 3
    with tempfile.TemporaryDirectory() as folder:
        case = Case(program, pathlib.Path(folder), drawn)
        for test in (by_name, by_content, what_differs, what_differs_in_words, by_link, by_no_link, a_list_has_none,
                     an_attachment_that_cannot_be_read):
            test(case)
            print("ok", test.__name__)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
