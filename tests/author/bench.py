"""What the tests of the rule author's bench share: an office of its own, calls, a rule to try."""

import os
import pathlib
import subprocess

RULE = """
return rule {
  id       = "local.corner",
  title    = { zh = "写明专区", en = "Corners are named" },
  severity = "minor",
  forms    = { "2021" },
  check    = function(report, out)
    local overview = report:section("overview")
    local corner
    for _, p in ipairs(overview.paragraphs) do
      corner = corner or p:find("专区([0-9]+)个")
    end
    if corner and corner[1] == "13" then
      out:pass { at = corner }
    else
      out:fail { at = corner or overview, expected = 13, found = corner and corner[1], message = { zh = "数量不符", en = "another number" } }
    end
  end,
}
"""

CASES = """
return cases {
  { name = "thirteen", fragment = "　　建成专区13个。", expect = { state = "pass" } },
  { name = "twelve", fragment = "<p>建成专区12个。</p>",
    expect = { state = "fail", severity = "minor", expected = 13, found = "12", at = { section = "overview", quote = "12" } } },
  { name = "long ago", base = "clean-2008", expect = { state = "notapplicable" } },
  { name = "in two paragraphs", fragment = "　　建成专区。\\n　　专区13个。", trap = true, expect = { state = "pass" } },
}
"""


class Bench:
    """An office in a folder of its own."""

    def __init__(self, program, source, folder):
        self.program = os.path.abspath(program)
        self.source = pathlib.Path(source).resolve()
        self.environment = {**os.environ, "AUDITOR_DATA": str(self.source)}
        self.office = pathlib.Path(folder) / "office"
        self.run("init", str(self.office), "--year", "2024", folder=folder)
        self.rule = self.office / "rules/local/corner.lua"
        self.cases = self.office / "rules/local/corner.cases.lua"

    def write(self, rule=RULE, cases=CASES):
        self.rule.parent.mkdir(exist_ok=True)
        self.rule.write_text(rule)
        if cases is None:
            self.cases.unlink(missing_ok=True)
        else:
            self.cases.write_text(cases)

    def run(self, *arguments, code=0, folder=None, lang="en"):
        done = subprocess.run([self.program, *arguments, "--lang", lang], cwd=folder or self.office, capture_output=True,
                              check=False, env=self.environment)
        assert done.returncode == code, (arguments, done.returncode, done.stdout.decode(), done.stderr.decode())
        return done.stdout.decode(), done.stderr.decode()

    def start(self, *arguments, folder=None):
        return subprocess.Popen([self.program, *arguments, "--lang", "en"], cwd=folder or self.office, stdout=subprocess.PIPE,
                                stderr=subprocess.STDOUT, env=self.environment)
