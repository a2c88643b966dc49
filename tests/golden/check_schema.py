#!/usr/bin/env python3
"""The program's JSON and NDJSON validate against the published schemas, on every example document.

Usage: check_schema.py PROGRAM SOURCE_FOLDER
Also checked: object keys in byte order, documents sorted by the bytes of their path, NDJSON lines equal
to the array's elements, the same bytes with one worker and with three.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

import jsonschema


def run(program, *arguments):
    done = subprocess.run([program, *arguments], capture_output=True)
    assert done.returncode in (0, 2, 3), (arguments, done.returncode, done.stderr.decode())
    return done.stdout


def unsorted(node, where="$"):
    if isinstance(node, dict):
        keys = list(node)
        if keys != sorted(keys, key=lambda k: k.encode()):
            yield f"{where}: keys out of order: {keys}"
        for key, value in node.items():
            yield from unsorted(value, f"{where}.{key}")
    elif isinstance(node, list):
        for i, value in enumerate(node):
            yield from unsorted(value, f"{where}[{i}]")


def unreadable(program, source, folder):
    """Every rule has its state, none of them one that could be taken for checked."""
    words = ["check", folder + "/scan.html", "--output", "json"]
    data = json.loads(subprocess.run([program, *words], capture_output=True).stdout)
    schema = json.loads((pathlib.Path(source) / "docs/schema/check.schema.json").read_text())
    yield from (e.message[:200] for e in jsonschema.Draft202012Validator(schema).iter_errors(data))
    document = data["documents"][0]
    own = [r for r in document["results"] if r["reason"]["code"] != "scope"]  # the others need other reports, too
    states = {r["state"] for r in own}
    duties = document["duties"]
    if len(document["results"]) < 30 or states != {"unknown"} or document["complete"] or document["score"] is not None:
        yield f"an unreadable document: {len(document['results'])} results, {states}"
    if duties["open"] != duties["total"] or duties["done"] or {r["reason"]["code"] for r in own} != {"unreadable"}:
        yield f"an unreadable document: {duties}"


def main(program, source):
    examples = str(pathlib.Path(source) / "examples")
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        (pathlib.Path(folder) / "scan.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(99))
        faults += unreadable(program, source, folder)
    for verb in ("check", "extract"):
        schema = json.loads((pathlib.Path(source) / f"docs/schema/{verb}.schema.json").read_text())
        validator = jsonschema.Draft202012Validator(schema)
        whole = run(program, verb, examples, "--output", "json", "--jobs", "1")
        data = json.loads(whole)
        faults += [f"{verb}: {'/'.join(map(str, e.path))}: {e.message[:200]}" for e in list(validator.iter_errors(data))[:10]]
        faults += list(unsorted(data))[:10]
        paths = [d["path"] for d in data["documents"]]
        if len(paths) < 20 or paths != sorted(paths, key=str.encode):
            faults.append(f"{verb}: {len(paths)} documents, or not sorted by path")
        if run(program, verb, examples, "--output", "json", "--jobs", "3") != whole:
            faults.append(f"{verb}: three workers print other bytes than one")
        lines = run(program, verb, examples, "--output", "ndjson").decode().splitlines()
        if [json.loads(line) for line in lines] != data["documents"]:
            faults.append(f"{verb}: NDJSON differs from JSON")
        print(f"{verb}: {len(paths)} documents")
    print("\n".join(faults) or "all valid")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
