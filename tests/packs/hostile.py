#!/usr/bin/env python3
"""Hostile packs: what a zip or a folder can do to its reader is refused with the reason; a hostile rule is contained."""

import json
import os
import pathlib
import struct
import sys
import tempfile
import time
import zipfile

from bench import Bench, put, rule

MANIFEST = 'return pack { id = "evil", version = "1.0.0", interface = 1 }\n'
SOUND = {"pack.lua": MANIFEST, "r.lua": rule("evil.r")}


def archive(b, entries, method=zipfile.ZIP_DEFLATED, sound=True):
    """A zip of a sound pack and these entries: (name or ZipInfo, bytes)."""
    path = b.folder / "evil.zip"
    with zipfile.ZipFile(path, "w", method) as out:
        for name, text in (SOUND.items() if sound else ()):
            out.writestr(name, text)
        for name, content in entries:
            out.writestr(name, content)
    return path


def patched(path, old, new, count=1):
    content = path.read_bytes()
    assert content.count(old) >= 1, old
    path.write_bytes(content.replace(old, new, count) if count else content.replace(old, new))
    return path


def kind(name, mode):
    info = zipfile.ZipInfo(name)
    info.create_system = 3
    info.external_attr = mode << 16
    return info


def refused(b, pack, said):
    start = time.monotonic()
    envelope, stderr = b.check(b.clean, "--pack", pack, code=3)
    assert time.monotonic() - start < 20
    document = envelope["documents"][0]
    gaps = [r for r in document["results"] if r["rule"].startswith("pack.")]
    assert len(gaps) == 1 and gaps[0]["state"] == "error" and said in gaps[0]["reason"]["message"], (said, gaps)
    assert said in stderr, stderr
    assert not document["complete"] and not [r for r in document["results"] if r["rule"] == "evil.r"]
    # the others judge on
    assert next(r for r in document["results"] if r["rule"] == "requests.balance")["state"] == "pass"


def names(b):
    bad = [("../out.lua", "leaves the folder"), ("a/../../out.lua", "leaves the folder"), ("a//b.lua", "leaves the folder"),
           ("./a.lua", "leaves the folder"), ("/etc/x.lua", "an absolute path"), ("C:/x.lua", "an absolute path"),
           ("c:x.lua", "an absolute path"), ("a\x01.lua", "control characters"), ("a\u0085.lua", "control characters"),
           ("R.LUA", "stands twice"), ("lib/\u00e9.lua|lib/e\u0301.lua", "stands twice"), ("a\u200b.lua|a.lua", "stands twice"),
           ("ß.lua|SS.lua", "stands twice"), ("x/" * 9 + "deep.lua", "nested too deeply"), ("n" * 241 + ".lua", "a name that is too long")]
    for name, said in bad:
        refused(b, archive(b, [(n, rule("evil.more")) for n in name.split("|")]), said)
    # what Python itself would set right
    for old, new, said in ((b"xx-yy.lua", b"xx\\yy.lua", "a backslash"), (b"xx-yy.lua", b"xx\xd6\xd0y.lua", "no UTF-8"),
                           (b"xx-yy.lua", b"..\\yy.lua", "a backslash"), (b"xx-yy.lua", b"\xed\xa0\x80yy.lua", "no UTF-8")):
        refused(b, patched(archive(b, [("xx-yy.lua", "-- x")]), old, new, 0), said)
    double = archive(b, [("r2lua", rule("evil.two"))])
    refused(b, patched(double, b"r2lua", b"r.lua", 0), "a name stands twice")


def kinds(b):
    for mode, said in ((0o120777, "is a link"), (0o010644, "no regular file"), (0o020644, "no regular file"), (0o140755, "no regular file")):
        refused(b, archive(b, [(kind("link.lua", mode), "elsewhere")]), said)
    masked = kind("link.lua", 0o120777)
    masked.create_system = 0  # says it comes from DOS
    refused(b, archive(b, [(masked, "/etc/passwd")]), "is a link")
    sealed = archive(b, [("key.lua", "secret")], zipfile.ZIP_STORED)
    content = bytearray(sealed.read_bytes())
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        where = content.rfind(mark)
        content[where + at] |= 1
    sealed.write_bytes(content)
    refused(b, sealed, "encrypted")
    refused(b, archive(b, [("a.lua", "-- a" * 100)], zipfile.ZIP_BZIP2), "compression is not supported")
    refused(b, archive(b, [("a.lua", "-- a" * 100)], zipfile.ZIP_LZMA), "compression is not supported")


def sizes(b):
    refused(b, archive(b, [("zero.txt", b"\0" * (3 << 20))]), "looks like a bomb")
    refused(b, archive(b, [("large.txt", os.urandom(5 << 20))]), "too large when unpacked")
    block = b"".join(bytes(((i * 7919 + k) >> 3 & 255 for k in range(256))) for i in range(8000))
    refused(b, archive(b, [(f"t{i}.txt", block[i:] + os.urandom(40000)) for i in range(17)]), "too much when unpacked")
    refused(b, archive(b, [(f"f{i}.txt", "") for i in range(2001)]), "too many entries")
    refused(b, archive(b, [("a.txt", os.urandom((16 << 20) + 1))]), "larger than the limit")
    # an entry that says it is smaller, or larger, than it is
    for claim in (10, 100000):
        liar = archive(b, [("liar.txt", os.urandom(20000))], zipfile.ZIP_STORED)
        content = bytearray(liar.read_bytes())
        for mark, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
            where = content.rfind(mark)
            content[where + at:where + at + 4] = struct.pack("<I", claim)
        liar.write_bytes(content)
        refused(b, liar, "evil.zip")


def damage(b):
    good = archive(b, [("lib/more.lua", "return { 1 }")]).read_bytes()
    path = b.folder / "evil.zip"
    for cut in (4, 100, len(good) // 2, len(good) - 1):
        path.write_bytes(good[:cut])
        refused(b, path, "evil.zip")
    path.write_bytes(b"not a zip at all")
    refused(b, path, "neither a folder nor a zip")
    path.write_bytes(b"")
    refused(b, path, "neither a folder nor a zip")
    where = good.index(b"r.lua") + 40
    path.write_bytes(good[:where] + bytes([good[where] ^ 0x55]) + good[where + 1:])
    refused(b, path, "r.lua in it")
    bent = []
    for at in range(0, len(good), max(1, len(good) // 60)):  # any byte: refused or used, never a fault of the program
        name = "evil%d" % (len(bent) % 10)  # packs of one id would keep each other from being read
        own = archive(b, [("pack.lua", MANIFEST.replace("evil", name)), ("r.lua", rule(name + ".r")), ("lib/more.lua", "return { 1 }")],
                      sound=False).read_bytes()
        bent.append(b.folder / ("bent-%d.zip" % at))
        bent[-1].write_bytes(own[:at] + bytes([own[at] ^ 0xFF]) + own[at + 1:])
    for first in range(0, len(bent), 10):
        assert b.run("check", b.clean, *(w for p in bent[first:first + 10] for w in ("--pack", p)), code=None)[0]
    refused(b, archive(b, [], sound=False), "there is no pack.lua")
    refused(b, archive(b, [("r.lua", rule("evil.r"))], sound=False), "there is no pack.lua")
    refused(b, archive(b, [("a/pack.lua", MANIFEST), ("b/pack.lua", MANIFEST)], sound=False), "there is no pack.lua")
    for manifest, said in (("\x1bLua", "evil.zip/pack.lua"), ("return pack {", "evil.zip/pack.lua:1:"), ("while true do end", "over the limit"),
                           ("return pack(setmetatable({}, {}))", "evil.zip/pack.lua"), ("return pack { id = io.open('/etc/passwd') }", "evil.zip/pack.lua"),
                           ("-- " + "x" * (1 << 20) + "\n" + MANIFEST, "evil.zip")):
        refused(b, archive(b, [("pack.lua", manifest)], zipfile.ZIP_STORED, sound=False), said)


def folders(b):
    outside = b.folder / "secret.lua"
    outside.write_text("top secret = ")
    pack = b.pack("evil", {}, {"r.lua": rule("evil.r")})
    (pack / "leak.lua").symlink_to(outside)
    refused(b, pack, "is a link out of it")
    assert "top secret" not in json.dumps(b.check(b.clean, "--pack", pack, code=3)[0])
    (pack / "leak.lua").unlink()
    put(pack, {"R.lua": rule("evil.two")})
    refused(b, pack, "stands twice")
    (pack / "R.lua").unlink()
    (pack / "lib").symlink_to(b.data / "plugins")  # a linked folder is not followed
    b.run("check", b.clean, "--pack", pack)


def contained(b):
    """Every hostile rule, out of a zip: an error for itself, the others judge on."""
    hostile = sorted((b.source / "tests/hostile/rules").glob("*.lua"))
    pack = b.pack("evil", {}, {p.name: p.read_bytes().decode("utf-8", "surrogateescape") for p in ()} | {"good.lua": rule("evil.good")})
    for path in hostile:
        (pack / path.name).write_bytes(path.read_bytes())
    zipped = b.zip(pack)
    document = b.check(b.clean, "--pack", zipped, code=None)[0]["documents"][0]
    results = {r["rule"]: r for r in document["results"]}
    assert results["evil.good"]["state"] == "pass" and results["requests.balance"]["state"] == "pass"
    mine = [r for r in results.values() if r["pack"] == "evil@1.0.0"]
    assert len(mine) >= len(hostile) and not [r for r in mine if r["state"] == "pass" and r["rule"] != "evil.good"], \
        [r["rule"] for r in mine if r["state"] == "pass"]


def kept(b):
    """What is odd and harmless is used: a folder on top, hidden files of systems, a zip within the zip."""
    inner = archive(b, []).read_bytes()
    for top in ("", "evil-1.0.0/"):
        entries = [(top + n, t) for n, t in SOUND.items()] + [(top + "inner.zip", inner), ("__MACOSX/._pack.lua", "x"), (top + ".DS_Store", "x"),
                                                             (top + "规则/说明.txt", "甲"), (top + "empty/", "")]
        if top:
            entries = [e for e in entries if not e[0].startswith("__MACOSX")]
        pack = archive(b, entries, sound=False)
        assert b.results("--pack", pack)["evil.r"]["pack"] == "evil@1.0.0"


def main():
    with tempfile.TemporaryDirectory() as folder:
        b = Bench(sys.argv[1], sys.argv[2], pathlib.Path(folder))
        for test in (names, kinds, sizes, damage, folders, contained, kept):
            test(b)
    print("hostile packs are refused or contained")


if __name__ == "__main__":
    main()
