"""A documentation page as a list of steps: what its fenced blocks say is typed, written, changed and printed.

```console          commands behind "$ ", each with what it prints; a line "…" stands for any lines, "…" within a line
                    for any characters. `exit=2` behind console: the last command of the block ends with 2, all others with 0.
```console          that begins without "$ ": what the command of the block before, which still runs, prints next;
                    "^C" ends it.
```sh               commands whose output does not matter
```sh built         how the program is built: each of these lines stands in scripts/demo, which CI runs
```lua file=NAME    (or any other language) the whole of a file that the reader writes
```diff file=NAME   lines that the reader changes in it, as in a unified diff without its head

Other blocks are only to be read.
"""

import re

FENCE = re.compile(r"^( *)```(.*)$")


class Step:
    def __init__(self, page, line, kind, **fields):
        self.where = f"{page}:{line}"
        self.kind = kind
        self.__dict__.update(fields)


def blocks(text):
    """(line, info, lines) of every fenced block."""
    info = None
    for number, line in enumerate(text.split("\n"), 1):
        fence = FENCE.match(line)
        if fence and info is None:
            info, indent, first, lines = fence.group(2).strip(), len(fence.group(1)), number, []
        elif fence:
            yield first, info, lines
            info = None
        elif info is not None:
            lines.append(line[indent:])
    assert info is None, f"line {first}: the block is not closed"


def console(page, first, lines, code):
    """Commands with what they print."""
    steps = []
    for number, line in enumerate(lines, first + 1):
        if line.startswith("$ "):
            steps.append(Step(page, number, "run", command=line[2:], output=[], code=0))
        elif not steps:
            steps.append(Step(page, number, "goes_on", output=[line], code=0))
        else:
            steps[-1].output.append(line)
    steps[-1].code = code
    return steps


def read(path):
    steps = []
    for first, info, lines in blocks(path.read_text()):
        words = info.split()
        options = dict(word.split("=", 1) for word in words[1:] if "=" in word)
        code = int(options.get("exit", 0))
        if words[:1] == ["console"]:
            steps += console(path.name, first, lines, code)
        elif words == ["sh", "built"]:
            steps.append(Step(path.name, first, "built", lines=lines))
        elif words[:1] == ["sh"]:
            steps += [Step(path.name, first + i, "run", command=line, output=["…"], code=code)
                      for i, line in enumerate(lines, 1) if line and not line.startswith("#")]
        elif "file" in options:
            kind = "change" if words[0] == "diff" else "write"
            steps.append(Step(path.name, first, kind, file=options["file"], lines=lines))
    return steps


def outline(steps):
    """What must be the same in a page and its translation: commands, files; not their comments, the names of
    cases, nor what is printed."""
    what = []
    for step in steps:
        if step.kind == "run":
            what.append("$ " + re.sub(r" --lang (zh|en)\b", "", step.command))
        elif step.kind in ("write", "change"):
            code = "\n".join(re.sub(r'\s*-- .*|(?<=name = )"[^"]*"', "", line) for line in step.lines)
            what.append(f"{step.kind} {step.file}\n{code}")
    return what
