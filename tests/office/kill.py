#!/usr/bin/python3
"""Kills `assess` at random moments and starts it again: the database must end up with the content of
an undisturbed run, times of day aside; and what an earlier run committed must not be done twice.

usage: kill.py AUDITOR SOURCE [--seed N] [--documents N] [--kills N]
"""

import argparse
import os
import pathlib
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

YEAR = 2024
# What differs between two equal runs: row numbers, and stamps of files and of the day.
SKIPPED = {"id", "document", "assessment", "audit", "serial", "seen_ns", "inode", "mtime_ns", "ctime_ns",
           "started_at", "finished_at"}


def columns(db, table):
    return [r[1] for r in db.execute(f"PRAGMA table_info({table})") if r[1] not in SKIPPED]


def rows(db, table, key, joins=""):
    names = ", ".join(f"t.{c}" for c in columns(db, table))
    return sorted(db.execute(f"SELECT {key}, {names} FROM {table} t {joins}"), key=repr)


def dump(path):
    db = sqlite3.connect(path)
    audit = "JOIN document d ON d.id = t.document JOIN assessment s ON s.id = t.assessment"
    finding = "JOIN audit a ON a.id = t.audit JOIN document d ON d.id = a.document JOIN assessment s ON s.id = a.assessment"
    content = {
        "assessment": rows(db, "assessment", "t.year"),
        "document": rows(db, "document", "t.path"),
        "agency": rows(db, "agency", "s.profile_digest", "JOIN assessment s ON s.id = t.assessment"),
        "audit": rows(db, "audit", "s.profile_digest, d.path", audit),
        "finding": rows(db, "finding", "s.profile_digest, d.path", finding),
    }
    assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    db.close()
    return content


def compare(left, right):
    for table, expected in left.items():
        if expected != right[table]:
            odd = set(map(repr, expected)) ^ set(map(repr, right[table]))
            sys.exit(f"table {table} differs in {len(odd)} rows, e.g. {sorted(odd)[0][:300]}")


class Office:
    def __init__(self, args, folder):
        self.args = args
        self.folder = folder
        self.environment = {**os.environ, "AUDITOR_DATA": str(folder.parent / "data")}
        self.command = [args.auditor, "assess", str(YEAR), "--quiet", "--lang", "en", "--jobs", "2"]
        subprocess.run([args.auditor, "init", folder, "--year", str(YEAR)], check=True, stdout=subprocess.DEVNULL,
                       env=self.environment)

    def fill(self, pages):
        inbox = self.folder / "inbox" / str(YEAR)
        shutil.copytree(pages, inbox, dirs_exist_ok=True)
        names = sorted(p.name for p in inbox.iterdir())[:40]
        lines = ["code,name,level,group"] + [f"{n.split('.')[0]},agency {n},department,g" for n in names]
        (self.folder / "agencies.csv").write_text("\n".join(lines) + "\n")

    def change(self, seed):
        """Edits, removes and adds files and the profile, the same way in every office."""
        choice = random.Random(seed)
        inbox = self.folder / "inbox" / str(YEAR)
        for path in sorted(inbox.iterdir()):
            action = choice.random()
            if action < 0.05:
                path.unlink()
            elif action < 0.25:
                path.write_bytes(path.read_bytes() + b"\n<!-- edited -->\n")
            elif action < 0.30:
                shutil.copy(path, inbox / ("new-" + path.name))
        conf = self.folder / "profiles" / "local" / "profile.conf"
        conf.write_text(conf.read_text().replace("version = 1", "version = 2"))

    def run(self):
        started = time.monotonic()
        done = subprocess.run(self.command, cwd=self.folder, env=self.environment, capture_output=True, text=True)
        if done.returncode not in (0, 2, 3):
            sys.exit(f"assess ended with {done.returncode}: {done.stderr}")
        return time.monotonic() - started, done.stdout

    def disturbed(self, kills, length, choice):
        """Starts and kills, then lets it finish. How many kills found it at work."""
        hits = 0
        for _ in range(kills):
            process = subprocess.Popen(self.command, cwd=self.folder, env=self.environment,
                                       stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
            time.sleep(choice.uniform(0.02, length))
            hits += process.poll() is None
            process.kill()
            process.communicate()
        return hits


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("auditor", type=lambda p: str(pathlib.Path(p).resolve()))
    parser.add_argument("source", type=pathlib.Path)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1 << 30))
    parser.add_argument("--documents", type=int, default=160)
    parser.add_argument("--kills", type=int, default=8)
    args = parser.parse_args()
    print(f"seed {args.seed}")
    choice = random.Random(args.seed)
    with tempfile.TemporaryDirectory(prefix="auditor-kill-") as name:
        folder = pathlib.Path(name)
        pages = folder / "pages"
        subprocess.run([sys.executable, args.source / "tests/corpus/generate.py", "--bench", pages,
                        "--count", str(args.documents)], check=True, stdout=subprocess.DEVNULL)
        for part in ("plugins", "rules"):  # the same rules throughout, whoever edits the sources meanwhile
            shutil.copytree(args.source / part, folder / "data" / part)
        quiet, loud = Office(args, folder / "quiet"), Office(args, folder / "loud")
        quiet.fill(pages)
        loud.fill(pages)
        hits = 0
        for phase in ("first run", "changed inbox and profile"):
            length, _ = quiet.run()
            hits += loud.disturbed(args.kills, length, choice)
            loud.run()
            compare(dump(quiet.folder / "office.db"), dump(loud.folder / "office.db"))
            _, text = loud.run()
            if " 0 audited, 0 judged again" not in text:
                sys.exit(f"after the {phase} there was still something to do: {text}")
            quiet.change(args.seed)
            loud.change(args.seed)
        print(f"{hits} of {2 * args.kills} kills found it at work; the content is the same")
        if hits == 0:
            sys.exit("no kill found it at work: the test proved nothing")


if __name__ == "__main__":
    main()
