#!/usr/bin/env python3
"""Follows a documentation page in an empty home: every command is run, every file written, what is printed compared.

usage: run.py BUILD SOURCE PAGE [TRANSLATION]    BUILD: the build folder, which has auditor/auditor
"""

import difflib
import os
import pathlib
import re
import select
import signal
import subprocess
import sys
import tempfile
import time

import page as pages

PATIENCE = 60 # seconds for a command to end
PATIENCE_WATCHING = 15 # for a change to be seen
KEEP_ENVIRONMENT = ("PATH", "TMPDIR", "ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS")


def matches(expected, printed):
    """Whether the lines printed are those shown, "…" standing for what was left out; blank lines at the end do not count."""
    pattern = "".join("(?:.*\n)*?" if line.strip() == "…" else
                      ".*".join(re.escape(part) for part in line.rstrip().split("…")) + " *\n" for line in expected)
    printed = printed.replace("\r\n", "\n").replace("\ufeff", "").rstrip("\n")
    return re.fullmatch(pattern, printed + "\n" if printed else "") is not None


class Reader:
    def __init__(self, build, source, home, builds):
        self.home = home
        clone = home / "auditor"
        (clone / "build").mkdir(parents=True)
        for entry in source.iterdir():
            if entry.name not in ("build", ".git"):
                (clone / entry.name).symlink_to(entry)
        (clone / "build/release").symlink_to(build)
        if not builds:
            self.stand_in(source)
        self.environment = {k: os.environ[k] for k in KEEP_ENVIRONMENT if k in os.environ}
        self.environment.update(HOME=str(home), LANG="C.UTF-8", LC_ALL="C.UTF-8", TERM="dumb",
                                PATH=f"{build}/auditor:{self.environment['PATH']}")
        self.folder = home
        self.running = None
        self.heard = ""

    def stand_in(self, source):
        """What `cmake --install` would have put into the home."""
        share = self.home / ".local/share/auditor"
        share.mkdir(parents=True)
        for name in ("plugins", "rules", "reports", "examples"):
            (share / name).symlink_to(source / name)

    def fail(self, step, text):
        print(f"{step.where}: {text}")
        sys.exit(1)

    def compare(self, step, printed):
        if matches(step.output, printed):
            return
        diff = difflib.unified_diff(step.output, printed.rstrip("\n").split("\n"), "the page", "the program", lineterm="")
        self.fail(step, "not what is printed\n" + "\n".join(diff))

    def start(self, command):
        state = self.home / ".state"
        script = f"{command}\ncode=$?\npwd >{state}; env -0 >{state}.env\nexit $code"
        return subprocess.Popen(["bash", "-c", script], cwd=self.folder, env=self.environment, stdin=subprocess.DEVNULL,
                                stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True)

    def keep_state(self):
        state = self.home / ".state"
        if state.exists():
            self.folder = pathlib.Path(state.read_text().rstrip("\n"))
            self.environment = dict(pair.split("=", 1) for pair in (self.home / ".state.env").read_text().split("\0") if pair)

    def run(self, step):
        self.end()
        if "--watch" in step.command:
            return self.watch(step)
        process = self.start(step.command)
        try:
            printed = process.communicate(timeout=PATIENCE)[0].decode()
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            self.fail(step, f"`{step.command}` does not end")
        if process.returncode != step.code:
            self.fail(step, f"`{step.command}` ends with {process.returncode}, not {step.code}\n{printed}")
        self.keep_state()
        self.compare(step, printed)

    def watch(self, step):
        self.running, self.heard = self.start(step.command), ""
        os.set_blocking(self.running.stdout.fileno(), False)
        self.listen(step)

    def listen(self, step):
        """Waits until what is still running has printed what the page shows."""
        wanted = [line for line in step.output if line != "^C"]
        until = time.monotonic() + PATIENCE_WATCHING
        while not matches(wanted, self.heard):
            if time.monotonic() > until or self.running.poll() is not None:
                self.compare(step, self.heard)
            if select.select([self.running.stdout], [], [], 0.2)[0]:
                self.heard += (self.running.stdout.read() or b"").decode()
        self.heard = ""
        if "^C" in step.output:
            self.end()

    def goes_on(self, step):
        if not self.running:
            self.fail(step, "nothing runs that could go on")
        self.listen(step)

    def end(self):
        if self.running:
            os.killpg(self.running.pid, signal.SIGINT)
            self.running.wait(PATIENCE)
            self.running.stdout.close()
            self.running = None

    def built(self, step):
        demo = (self.home / "auditor/scripts/demo").read_text().replace('"$preset"', "release")  # its default
        for line in step.lines:
            if f"\n{line}" not in demo:
                self.fail(step, f"scripts/demo does not do this: {line}")

    def write(self, step):
        path = self.folder / step.file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(step.lines) + "\n")

    def change(self, step):
        path = self.folder / step.file
        if not path.exists():
            self.fail(step, f"there is no {step.file} to change")
        mark = "﻿"
        text = path.read_text()
        text, head = (text[1:], mark) if text.startswith(mark) else (text, "")
        before = "\n".join(line[1:] for line in step.lines if not line.startswith("+")) + "\n"
        after = "\n".join(line[1:] for line in step.lines if not line.startswith("-")) + "\n"
        if ("\n" + text).count("\n" + before) != 1:
            self.fail(step, f"these lines stand in {step.file} {text.count(before)} times, not once:\n{before}\n{text}")
        path.write_text(head + ("\n" + text).replace("\n" + before, "\n" + after)[1:])


def follow(build, source, path):
    steps = pages.read(path)
    assert steps, f"{path}: nothing to follow"
    with tempfile.TemporaryDirectory() as home:
        builds = any(step.kind == "built" for step in steps)
        reader = Reader(build, source, pathlib.Path(home).resolve(), builds)
        try:
            for step in steps:
                getattr(reader, step.kind)(step)
        finally:
            reader.end()
    print(f"{path.name}: {len(steps)} steps as shown")


def same(path, translation):
    a, b = (pages.outline(pages.read(p)) for p in (path, translation))
    if a != b:
        print("\n".join(difflib.unified_diff(a, b, path.name, translation.name, lineterm="")))
        sys.exit("the page and its translation do not say the same")


def main():
    build, source, path = (pathlib.Path(argument).resolve() for argument in sys.argv[1:4])
    follow(build, source, path)
    for translation in sys.argv[4:]:
        translation = pathlib.Path(translation).resolve()
        same(path, translation)
        follow(build, source, translation)


if __name__ == "__main__":
    main()
