#!/usr/bin/env python3
"""--watch: runs again within a second however an editor writes, survives broken rules, ends by Ctrl-C.

usage: watch.py PROGRAM SOURCE_FOLDER
"""

import os
import pathlib
import re
import shutil
import signal
import sys
import tempfile
import threading
import time

from bench import CASES, RULE, Bench

DRAFT = "rules/annual-report/cases/clean-2021.txt"
PAGE = "examples/documents/pinglan-2024.html"
WITHIN = 1.0  # seconds, from the change to the end of the run
PATIENCE = float(os.environ.get("AUDITOR_TEST_PATIENCE", "8"))  # of a slow or busy machine


class Watch:
    """A watching program; its output is gathered as it comes."""

    all = []

    def __init__(self, bench, *arguments, folder=None, patience=PATIENCE):
        self.patience = patience
        self.process = bench.start(*arguments, "--watch", folder=folder)
        Watch.all.append(self.process)
        self.text = ""
        self.runs = 0
        self.slow = []
        self.changed = threading.Condition()
        threading.Thread(target=self.gather, daemon=True).start()

    def gather(self):
        for line in self.process.stdout:
            with self.changed:
                self.text += line.decode()
                self.runs = self.text.count("waiting for a change")
                self.changed.notify_all()

    def after(self, change=None, runs=None):
        """The output of the run that a change starts."""
        before, length, started = self.runs, len(self.text), time.monotonic()
        wanted = before + 1 if runs is None else runs
        if change:
            change()
        with self.changed:
            done = self.changed.wait_for(lambda: self.runs >= wanted, self.patience)
        assert done, ("no run", self.text)
        if time.monotonic() - started > WITHIN and change:
            self.slow.append(time.monotonic() - started)
        time.sleep(0.15)
        assert self.runs == wanted, ("more runs than changes", self.text)
        return self.text[length:]

    def quiet(self, seconds=0.6):
        before = self.runs
        time.sleep(seconds)
        assert self.runs == before, self.text

    def end(self, code, by=signal.SIGINT):
        self.process.send_signal(by)
        assert self.process.wait(PATIENCE) == code, (self.process.returncode, self.text)
        # on a machine with nothing else to do; what else runs takes its share
        busy = max(1, os.getloadavg()[0] / len(os.sched_getaffinity(0)))
        assert len([t for t in self.slow if t > WITHIN * busy]) <= 1, ("slower than a second", self.slow, busy)


def renamed(path, text):
    """As most editors save: a file beside it takes its place."""
    other = path.with_name("." + path.name + ".swp")
    other.write_text(text)
    os.replace(other, path)


def backed_up(path, text):
    """As others do: the old file becomes a backup, a new one is written."""
    os.replace(path, path.with_name(path.name + "~"))
    path.write_text(text)


def slowly(path, text):
    with open(path, "w", encoding="utf-8") as f:
        for part in re.findall(r"(?s).{1,200}", text):
            f.write(part)
            f.flush()
            time.sleep(0.005)


def rules_test_runs_again(bench):
    bench.write()
    watch = Watch(bench, "rules", "test", "local.corner")
    assert "4 cases as expected, 0 not" in watch.after(runs=1) or "4 cases as expected, 0 not" in watch.text
    other = RULE.replace('severity = "minor"', 'severity = "major"')
    for write in (renamed, backed_up, slowly, lambda path, text: path.write_text(text)):
        assert "+ severity: major" in watch.after(lambda write=write: write(bench.rule, other))
        assert "4 cases as expected, 0 not" in watch.after(lambda write=write: write(bench.rule, RULE))
    # while a rule is being typed it is broken; the watch goes on
    for part in (RULE[:100], RULE[:-30], RULE + "x(", ""):
        assert "ERROR" in watch.after(lambda part=part: bench.rule.write_text(part))
    assert "4 cases as expected, 0 not" in watch.after(lambda: bench.rule.write_text(RULE))
    assert "- found: 7" in watch.after(lambda: renamed(bench.cases, CASES.replace('found = "12"', 'found = "7"')))
    assert "no rule local.corner" in watch.after(bench.rule.unlink)
    assert "- found: 7" in watch.after(lambda: bench.rule.write_text(RULE))
    # a rule that hangs or wants all memory is an error of its own
    for loop in ("while true do end", "local s = 'x' while true do s = s .. s end"):
        assert "+ state: error" in watch.after(lambda loop=loop: bench.rule.write_text(RULE.replace("local corner\n", loop + "\n")))
    watch.after(lambda: bench.rule.write_text(RULE))
    watch.end(2)
    assert "\033" not in watch.text, "nothing is cleared"


def changed_rule_first(bench):
    """Of all rules the one that was changed is shown at once, before the others have run."""
    bench.write()
    watch = Watch(bench, "rules", "test", patience=5 * PATIENCE)
    watch.after(runs=1)
    watch.slow = [0]  # the run of all rules may take longer than a second
    shown = []

    def change(path, text):
        path.write_text(text)
        started, length = time.monotonic(), len(watch.text)
        with watch.changed:
            watch.changed.wait_for(lambda: "1 rule: " in watch.text[length:], watch.patience)
        shown.append(time.monotonic() - started)

    text = watch.after(lambda: change(bench.cases, CASES.replace('found = "12"', 'found = "7"')))
    first, rest = text.split("1 rule: 3 cases as expected, 1 not", 1)
    assert "local.corner " in first and "- found: 7" in first and "annex.sums" not in first, text
    assert "annex.sums" in rest and "- found: 7" in rest, text
    text = watch.after(lambda: change(bench.rule, RULE.replace('severity = "minor"', 'severity = "major"')))
    assert text.index("+ severity: major") < text.index("1 rule: "), text
    assert min(shown) <= WITHIN, shown
    watch.process.send_signal(signal.SIGINT)
    assert watch.process.wait(PATIENCE) == 2


def nothing_without_reason(bench):
    bench.write()
    watch = Watch(bench, "rules", "test", "local.corner", "--output", "junit:rules/run.xml", "--output", "json:rules/local/run.lua", "--output", "text")
    watch.after(runs=1)
    for name in (".corner.lua.swp", "corner.lua~", "4913", "#corner.lua#", "notes.md", "corner.lua.part"):
        (bench.office / "rules/local" / name).write_text("x")
    (bench.office / "elsewhere.lua").write_text("x")
    watch.quiet()
    watch.after(lambda: [bench.rule.write_text(RULE) for _ in range(40)])  # many changes, one run
    watch.end(0, by=signal.SIGTERM)


def new_folders_and_settings(bench):
    bench.write()
    shutil.rmtree(bench.office / "profiles")
    renamed(bench.office / "office.conf", "profile = national\n")
    watch = Watch(bench, "rules", "test", "local.corner")
    watch.after(runs=1)
    (bench.office / "office.conf").write_text("nonsense = 1\n")
    watch.after(runs=2)
    assert "nonsense" in watch.text, watch.text
    watch.after(lambda: renamed(bench.office / "office.conf", "profile = national\n"))
    watch.after(lambda: (bench.office / "rules/deep/below").mkdir(parents=True))
    watch.after(lambda: (bench.office / "rules/deep/below/more.lua").write_text(RULE.replace("local.corner", "deep.below.more")))
    watch.after(lambda: (bench.office / "profiles").mkdir())
    watch.end(0)


def check_runs_again(bench):
    top = bench.office.parent
    draft = top / "draft.txt"
    text = (bench.source / DRAFT).read_text()
    wrong = text.replace("|51|11|1|1|3|1|68|", "|51|11|1|1|3|1|86|")
    assert wrong != text
    draft.write_text(text)
    (top / "other.txt").write_text(text)
    watch = Watch(bench, "check", "draft.txt", "--rule", "requests.*", "--output", "text", "--output", "json:verdict.json", folder=top)
    watch.after(runs=1)
    assert "requests.row-total" not in watch.text
    assert "requests.row-total" in watch.after(lambda: renamed(draft, wrong))
    (top / "other.txt").write_text(text + " ")
    watch.quiet()
    watch.after(draft.unlink)
    assert "draft.txt" in watch.text.splitlines()[-2], watch.text
    watch.after(lambda: draft.write_text(wrong))
    watch.end(2)
    assert (top / "verdict.json").exists()


def check_of_a_folder(bench):
    top = bench.office.parent / "inbox"
    top.mkdir()
    page = (bench.source / PAGE).read_text()
    (top / "a.html").write_text(page)
    watch = Watch(bench, "check", ".", "--output", "json:verdicts.json", "--output", "html:../pages/", "--output", "text", folder=top)
    watch.after(runs=1)
    assert "below/b.html" in watch.after(lambda: ((top / "below").mkdir(), (top / "below/b.html").write_text(page)))
    watch.quiet()
    watch.end(0)


def what_cannot_begin(bench):
    bench.run("check", "nowhere.html", "--watch", code=66)
    bench.run("check", "-", "--watch", code=64)
    bench.run("check", "--watch", code=64)
    bench.run("rules", "test", "nope", "--watch", code=66)
    bench.run("rules", "test", "--output", "csv", "--watch", code=64)


def main():
    for test in (rules_test_runs_again, changed_rule_first, nothing_without_reason, new_folders_and_settings, check_runs_again, check_of_a_folder, what_cannot_begin):
        with tempfile.TemporaryDirectory(prefix="auditor-watch-") as folder:
            try:
                test(Bench(sys.argv[1], pathlib.Path(sys.argv[2]), folder))
            finally:
                for process in Watch.all:
                    process.kill()
        print(f"ok {test.__name__}", flush=True)


if __name__ == "__main__":
    main()
