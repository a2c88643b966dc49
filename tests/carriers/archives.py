"""Web archives as three programs write them."""
import base64
import quopri

import carriers

PICTURE = base64.encodebytes(b"\x89PNG" + bytes(300)).decode()


def _page(blocks, charset):
    return carriers.page(blocks).replace('charset="utf-8"', 'charset="%s"' % charset)


def of_chromium(blocks):
    page = quopri.encodestring(_page(blocks, "utf-8").encode()).decode()
    return ("From: <Saved by Blink>\nSnapshot-Content-Location: https://www.qingpu.gov.cn/a.html\nMIME-Version: 1.0\n"
            "Content-Type: multipart/related;\n\ttype=\"text/html\";\n\tboundary=\"----B----\"\n\n\n------B----\n"
            "Content-Type: text/html\nContent-ID: <frame-1@mhtml.blink>\nContent-Transfer-Encoding: quoted-printable\n"
            "Content-Location: https://www.qingpu.gov.cn/a.html\n\n%s\n------B----\nContent-Type: image/png\n"
            "Content-Transfer-Encoding: base64\nContent-Location: https://www.qingpu.gov.cn/a.png\n\n%s\n------B------\n"
            % (page, PICTURE)).replace("\n", "\r\n").encode("latin1")


def of_explorer(blocks):
    page = base64.encodebytes(_page(blocks, "gb2312").encode("gb18030")).decode()
    return ("From: =?gb2312?B?08k=?=\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/related;\n"
            "\tboundary=\"----=_NextPart_000\"\n\nThis is a multi-part message.\n\n------=_NextPart_000\n"
            "Content-Type: text/html;\n\tcharset=\"gb2312\"\nContent-Transfer-Encoding: base64\n"
            "Content-Location: file://C:\\a.html\n\n%s\n------=_NextPart_000--\n" % page).replace("\n", "\r\n").encode("latin1")


def of_word(blocks):
    page = quopri.encodestring(_page(blocks, "gb2312").encode("gb18030")).decode("latin1")
    return ("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=\"b\"; start=\"<main>\"\n\n--b\n"
            "Content-Location: file:///C:/x/header.htm\nContent-Type: text/html; charset=\"gb2312\"\n\n<p>header</p>\n\n--b\n"
            "Content-Location: file:///C:/x.htm\nContent-ID: <main>\nContent-Transfer-Encoding: quoted-printable\n"
            "Content-Type: text/html; charset=\"gb2312\"\n\n%s\n--b--\n" % page).encode("latin1")
