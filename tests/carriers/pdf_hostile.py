#!/usr/bin/env python3
"""A PDF that cannot be read, or is made to hurt, is unreadable for a stated reason, within limits.

Usage: pdf_hostile.py PROGRAM. The files are written here, by hand.
"""
import hashlib
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time
import zlib

FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
WORDS = b"BT /F 9 Tf 20 380 Td " + b"(words that anyone can read on a page) Tj 0 -12 Td " * 8 + b"ET"


def stream(data, more=b""):
    return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (more, len(data), data)


def write(objects, trailer=b""):
    out = b"%PDF-1.5\n"
    places = []
    for i, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (i, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % p for p in places)
    return out + b"trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start)


def one_page(content, objects=(), resources=b"/Font<</F 5 0 R>>"):
    return write([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
                  b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 400]/Contents 4 0 R/Resources<<%s>>>>" % resources,
                  content, FONT] + list(objects))


def many_pages(count):
    pages = [b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 400]/Contents 4 0 R/Resources<</Font<</F 3 0 R>>>>>>"] * count
    kids = b" ".join(b"%d 0 R" % (i + 5) for i in range(count))
    return write([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count), FONT,
                  stream(WORDS)] + pages)


def rc4(key, data):
    box, j, out = list(range(256)), 0, bytearray()
    for i in range(256):
        j = (j + box[i] + key[i % len(key)]) % 256
        box[i], box[j] = box[j], box[i]
    i = j = 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + box[i]) % 256
        box[i], box[j] = box[j], box[i]
        out.append(byte ^ box[(box[i] + box[j]) % 256])
    return bytes(out)


def locked():
    """With a password to open it: the standard handler, revision 2."""
    pad = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
    secret = (b"a secret" + pad)[:32]
    owner = rc4(hashlib.md5(secret).digest()[:5], secret)
    key = hashlib.md5(secret + owner + b"\xfc\xff\xff\xff" + b"0" * 16).digest()[:5]
    user = rc4(key, pad)
    handler = b"<</Filter/Standard/V 1/R 2/O<%s>/U<%s>/P -4>>" % (owner.hex().encode(), user.hex().encode())
    return write([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
                  b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 400]/Contents 4 0 R>>", stream(WORDS), handler],
                 b"/Encrypt 5 0 R/ID[<%s><%s>]" % ((b"0" * 16).hex().encode(), (b"0" * 16).hex().encode()))


def endless():
    """Lines without end, packed a thousand to one."""
    pack = zlib.compressobj(9)
    data = b"".join(pack.compress(b"0 0 m 1 1 l S " * 75000) for _ in range(40)) + pack.flush()
    return one_page(stream(data, b"/Filter/FlateDecode"))


def packed_twice():
    """A gigabyte of blanks in two kilobytes."""
    pack = zlib.compressobj(6)
    data = b"".join(pack.compress(b" " * 1000000) for _ in range(1000)) + pack.flush()
    return one_page(stream(zlib.compress(data, 9), b"/Filter[/FlateDecode/FlateDecode]"))


def itself():
    """A form that draws itself eight times."""
    form = stream(b"/X Do " * 8, b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>")
    return one_page(stream(WORDS + b" /X Do"), [form], b"/Font<</F 5 0 R>>/XObject<</X 6 0 R>>")


def grid():
    """More ruled lines than anyone needs."""
    lines = b" ".join(b"%d 0 m %d 400 l S 0 %d m 300 %d l S" % (i, i, i, i) for i in range(0, 300, 1))
    return one_page(stream(lines + WORDS))


def dumb():
    """A font that names its characters by numbers of its own, and says nowhere what they are."""
    glyphs = b"".join(b"%04x" % (i + 300) for i in range(60))
    fonts = [b"<</Type/Font/Subtype/CIDFontType2/BaseFont/AAAAAA+SimSun/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
             b"/Supplement 0>>/FontDescriptor 7 0 R/DW 1000>>",
             b"<</Type/FontDescriptor/FontName/AAAAAA+SimSun/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 800"
             b"/Descent -200/CapHeight 700/StemV 80>>"]
    text = stream(b"BT /F 9 Tf 20 380 Td " + (b"<" + glyphs + b"> Tj 0 -12 Td ") * 8 + b"ET")
    font = b"<</Type/Font/Subtype/Type0/BaseFont/AAAAAA+SimSun/Encoding/Identity-H/DescendantFonts[6 0 R]>>"
    return one_page(text, fonts).replace(FONT, font)


def title():
    """The same font for a title, before words that anyone can read; only bullets are no loss."""
    def page(glyphs):
        text = stream(b"BT /D 12 Tf 20 390 Td <" + glyphs + b"> Tj ET " + WORDS)
        fonts = [b"<</Type/Font/Subtype/Type0/BaseFont/AAAAAA+SimHei/Encoding/Identity-H/DescendantFonts[7 0 R]>>",
                 b"<</Type/Font/Subtype/CIDFontType2/BaseFont/AAAAAA+SimHei/CIDSystemInfo<</Registry(Adobe)"
                 b"/Ordering(Identity)/Supplement 0>>/FontDescriptor 8 0 R/DW 1000>>",
                 b"<</Type/FontDescriptor/FontName/AAAAAA+SimHei/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 800"
                 b"/Descent -200/CapHeight 700/StemV 80>>"]
        return one_page(text, fonts, b"/Font<</F 5 0 R/D 6 0 R>>")
    return page(b"0031003200330034"), page(b"0031003100320031")


def repeated():
    """One content of a megabyte, five thousand times on one page."""
    big = stream(zlib.compress(b"0 0 m 1 1 l S " * 70000, 9), b"/Filter/FlateDecode")
    return write([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
                  b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 400]/Contents[" + b"4 0 R " * 5000 +
                  b"]/Resources<</Font<</F 5 0 R>>>>>>", big, FONT])


def deep():
    """A tree of pages that is a chain."""
    count = 3000
    nodes = [b"<</Type/Pages/Parent %d 0 R/Kids[%d 0 R]/Count 1>>" % (i - 1, i + 1) for i in range(2, count)]
    return write([b"<</Type/Catalog/Pages 2 0 R>>"] + nodes +
                 [b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 300 400]/Contents %d 0 R/Resources<</Font<</F %d 0 R>>>>>>"
                  % (count - 1, count + 1, count + 2), stream(WORDS), FONT])


def picture():
    """A picture of nine hundred million dots behind the words."""
    pack = zlib.compressobj(9)
    data = b"".join(pack.compress(bytes(1000000)) for _ in range(900)) + pack.flush()
    return one_page(stream(WORDS + b" q 300 0 0 400 0 0 cm /I Do Q"),
                    [stream(data, b"/Type/XObject/Subtype/Image/Width 30000/Height 30000/ColorSpace/DeviceGray"
                                  b"/BitsPerComponent 8/Filter/FlateDecode")], b"/Font<</F 5 0 R>>/XObject<</I 6 0 R>>")


def active():
    """A script that runs on opening, and a program that is attached: nobody looks at them."""
    return write([b"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>"
                  b"/Names<</EmbeddedFiles<</Names[(a.exe) 6 0 R]>>>>>>",
                  b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
                  b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 400]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
                  stream(WORDS), FONT, b"<</Type/Filespec/F(a.exe)/EF<</F 7 0 R>>>>", stream(b"MZ")])


def files():
    """[(name, bytes, the reasons that are right; None: it is read)]"""
    return [
        ("good", one_page(stream(WORDS)), {None}),
        ("scan", one_page(stream(b"0 0 300 400 re f")), {"no_text_layer"}),
        ("cut", one_page(stream(WORDS))[:150], {"damaged"}),
        ("cut behind its objects", one_page(stream(WORDS)).rpartition(b"xref\n0")[0], {"damaged"}),
        ("more objects, then cut", one_page(stream(WORDS)) + b"9 0 obj\n<</Type/Page>>\nendobj\n", {"damaged"}),
        ("locked", locked(), {"encrypted"}),
        ("pages", many_pages(2000), {"too_many_pages"}),
        ("circle", write([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R]/Count 1>>"]),
         {"damaged", "no_text_layer"}),
        ("endless", endless(), {"no_text_layer", "timeout"}),
        ("packed twice", packed_twice(), {"too_large"}),
        ("itself", itself(), {None}),
        ("grid", grid(), {None}),
        ("no pages", write([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>"]), {"damaged"}),
        ("wrong count", many_pages(1).replace(b"/Count 1", b"/Count 99999999"), {None, "damaged"}),
        ("its own length", one_page(b"<</Length 4 0 R>>\nstream\nBT ET\nendstream"), {"no_text_layer"}),
        ("dumb", dumb(), {"no_unicode"}),
        ("dumb title", title()[0], {"no_unicode"}),
        ("dumb bullets", title()[1], {None}),
        ("repeated", repeated(), {"too_large"}),
        ("deep", deep(), {None}),
        ("brackets", one_page(stream(WORDS), [b"[" * 200000 + b"]" * 200000]), {None}),
        ("picture", picture(), {None}),
        ("active", active(), {None}),
        ("rubbish", b"%PDF-1.7\n" + bytes(range(256)) * 40, {"damaged"}),
    ]


def main(program):
    if not shutil.which("pdftotext"):
        print("SKIPPED: pdftotext is not installed")
        return 0
    failed = 0
    # A sanitizer lets no memory be limited: what unpacks without end is ended by the clock there.
    unlimited = b"__asan_init" in pathlib.Path(program).read_bytes()
    with tempfile.TemporaryDirectory() as folder:
        hostile = files()
        for name, data, right in hostile:
            path = pathlib.Path(folder) / (name + ".pdf")
            path.write_bytes(data)
            start = time.monotonic()
            done = subprocess.run([program, "check", str(path), "--output", "json"], capture_output=True, timeout=120)
            took = time.monotonic() - start
            document = json.loads(done.stdout)["documents"][0]
            code = (document["problem"] or {}).get("code")
            if unlimited and name == "packed twice":
                right = right | {"timeout"}
            good = code in right and (document["kind"] == "unreadable") == (code is not None)
            if code:  # nothing of it was judged, and no score is shown
                good = good and document["score"] is None and not document["complete"]
            failed += not good
            print("%s %s: %s, %.1f s" % ("ok    " if good else "FAILED", name, code, took))
    print("%d passed, %d failed" % (len(hostile) - failed, failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
