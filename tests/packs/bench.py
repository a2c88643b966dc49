"""What the tests of packs share: the program, packs made on the spot, a look at results."""

import json
import os
import pathlib
import shutil
import subprocess
import zipfile

RULE = """return rule {{
  id = "{id}", title = {{ zh = "甲", en = "{title}" }}, severity = "{severity}",
  check = function(report, out) out:{says} end,
}}
"""


class Bench:
    def __init__(self, program, source, folder):
        self.program = os.path.abspath(program)
        self.source = pathlib.Path(source).resolve()
        self.folder = pathlib.Path(folder).resolve()
        # A data folder of its own: packs can be put beside the national one.
        self.data = self.folder / "data"
        for name in ("plugins", "rules", "reports"):
            shutil.copytree(self.source / name, self.data / name)
        self.clean = self.source / "rules/annual-report/cases/clean-2021.html"

    def run(self, *arguments, code=0, cwd=None, lang="en"):
        done = subprocess.run([self.program, *map(str, arguments), "--lang", lang], cwd=cwd or self.folder, check=False,
                              capture_output=True, env={**os.environ, "AUDITOR_DATA": str(self.data)})
        assert (0 <= done.returncode < 128 if code is None else done.returncode == code), (arguments, done.returncode, done.stdout.decode(), done.stderr.decode())
        return done.stdout.decode(), done.stderr.decode()

    def check(self, *arguments, code=0):
        """The envelope of a check, and what was said."""
        out, said = self.run("check", "--output", "json", *arguments, code=code)
        return json.loads(out), said

    def results(self, *arguments, code=0):
        """Results of the clean report by rule."""
        envelope, _ = self.check(self.clean, *arguments, code=code)
        return {r["rule"]: r for r in envelope["documents"][0]["results"]}

    def digest(self, *arguments, code=0):
        return self.check(self.clean, *arguments, code=code)[0]["tool"]["rules_digest"]

    def pack(self, name, manifest, files=(), where=None):
        """A folder with a pack.lua of these lines, and files."""
        folder = (where or self.folder) / name
        shutil.rmtree(folder, ignore_errors=True)
        head = {"id": f'"{name}"', "version": '"1.0.0"', "interface": "1"}
        head.update(manifest)
        fields = "".join(f"  {k} = {v},\n" for k, v in head.items() if v is not None)
        put(folder, {"pack.lua": f"return pack {{\n{fields}}}\n", **dict(files)})
        return folder

    def zip(self, folder, name=None, top=""):
        """The same as a zip file beside it; top: all of it in one folder."""
        path = self.folder / (name or folder.name + ".zip")
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
            for file in sorted(folder.rglob("*")):
                if file.is_file():
                    out.write(file, top + str(file.relative_to(folder)))
        return path


def put(folder, files):
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def rule(name, says="pass()", severity="minor", title="a rule"):
    return RULE.format(id=name, says=says, severity=severity, title=title)
