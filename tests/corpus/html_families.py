"""Families of government pages: quite different mark-up around the same article."""
import html

import html_parts as p

XHTML = ('<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" '
         '"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n')


def trs(rng, page):
    """A content system of the two-thousand-tens: divs with ids, UCAP marks."""
    rows = "".join('<li><b>%s：</b><span>%s</span></li>' % (k, html.escape(v))
                   for k, v in p.info_pairs(rng, page))
    return (XHTML + '<html xmlns="http://www.w3.org/1999/xhtml">\n<head>\n%s\n</head>\n<body>\n'
            '<div id="header"><ul class="nav">%s</ul></div>\n<div class="bread">%s</div>\n'
            '<div class="zwxl-table"><ul>%s</ul></div>\n<div class="zwxl-main">\n'
            '<div class="zwxl-title">%s</div><div class="zwxl-bar">%s</div>\n%s'
            '<UCAPCONTENT><div id="zoom" class="TRS_Editor">%s</div></UCAPCONTENT>\n</div>\n%s'
            '<div id="footer">%s</div>\n%s</body></html>\n') % (
        p.head(rng, page, " />", 4), p.menu(rng, page), p.crumbs(rng, page), rows, page.title,
        p.byline(rng, page), p.hidden(rng, page), page.article, p.related(rng, page),
        p.footer(rng, page), p.script(rng, 2))


def nineties(rng, page):
    """Layout by nested tables, upper-case tags, attributes without quotes."""
    cells = "".join("<TD class=menu><A href=\"%s\">%s</A></TD>" % ("/", c) for c in page.columns)
    info = "".join("<TR><TD width=90 bgColor=#eef>%s:</TD><TD>%s</TD></TR>\n" % (k, html.escape(v))
                   for k, v in p.info_pairs(rng, page))
    return ('<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.0 Transitional//EN">\n<HTML><HEAD>%s\n'
            '</HEAD>\n<BODY leftMargin=0 topMargin=0>\n'
            '<TABLE width=980 align=center border=0><TBODY>'
            '<TR>%s</TR></TBODY></TABLE>\n<TABLE width=980 align=center border=0 cellSpacing=0>\n'
            '<TR><TD vAlign=top width=180><TABLE>%s</TABLE></TD>\n<TD vAlign=top>\n'
            '<TABLE width="100%%" border=0><TR><TD>%s</TD></TR>\n<TR><TD>'
            '<TABLE class=info width="96%%" border=1>%s</TABLE></TD></TR>\n'
            '<TR><TD align=middle class=title><B><FONT size=5>%s</FONT></B></TD></TR>\n'
            '<TR><TD align=middle>%s</TD></TR>\n<TR><TD class=content id=fontzoom>%s%s</TD></TR>\n'
            '</TABLE></TD></TR></TABLE>\n<HR>\n<CENTER>%s</CENTER></BODY></HTML>\n') % (
        p.head(rng, page, bulk=3), cells, p.menu(rng, page, "<TR><TD><A href=%s>%s</A></TD></TR>"),
        p.crumbs(rng, page), info, page.title, p.byline(rng, page), p.hidden(rng, page),
        page.article, p.footer(rng, page))


def modern(rng, page):
    """HTML5 with landmarks and a responsive menu."""
    info = "".join('<dt>%s</dt><dd>%s</dd>' % (k, html.escape(v))
                   for k, v in p.info_pairs(rng, page))
    return ('<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n%s\n<meta name="viewport" '
            'content="width=device-width, initial-scale=1"></head>\n<body class="page">\n'
            '<header><nav><ul>%s</ul></nav></header>\n<main><aside><ul>%s</ul></aside>\n'
            '<div class="crumb">%s</div>\n<article>\n<dl class="meta">%s</dl>\n<h1>%s</h1>\n'
            '<div class="sub">%s</div>\n%s<section class="content">%s</section>\n'
            '</article>%s\n</main>\n'
            '<footer>%s</footer>\n%s</body>\n</html>\n') % (
        p.head(rng, page, bulk=3), p.menu(rng, page), p.menu(rng, page), p.crumbs(rng, page), info,
        page.title, p.byline(rng, page), p.hidden(rng, page), page.article, p.related(rng, page),
        p.footer(rng, page), p.script(rng, 4))


def gkml(rng, page):
    """A publicity platform: metadata in a four-column table, page data in a script."""
    pairs = p.info_pairs(rng, page)
    rows = ""
    for i in range(0, len(pairs), 2):
        rows += "<tr>%s</tr>\n" % "".join(
            "<th>%s:</th><td><span>%s</span></td>" % (k, html.escape(v)) for k, v in pairs[i:i + 2])
    data = ('<script>\nwindow._CONFIG = {"DETAIL":{"id":%d,"site_id":%d,"post_type":"normal"},'
            '"ERROR":0};\n</script>\n' % (rng.randint(1, 10 ** 7), rng.randint(1, 9999)))
    return ('<!doctype html>\n<html>\n<head>\n%s\n%s</head>\n<body>\n<div class="gkml-header">'
            '<a>%s</a></div><div class="left-nav">%s</div>\n<div class="main">'
            '<div class="classify">'
            '<table>%s</table></div>\n<h1 class="title document-number">%s</h1>\n'
            '<div class="date-row">%s</div>\n<div class="article-content">%s</div>%s\n</div>\n'
            '<div class="foot">%s</div></body></html>\n') % (
        p.head(rng, page, bulk=4), data, page.place + "政府信息公开平台",
        p.menu(rng, page, '<a href="%s">%s</a>'), rows, page.title, p.byline(rng, page),
        page.article, p.hidden(rng, page), p.footer(rng, page))


def aspnet(rng, page):
    """A form around all, with a view state that is longer than the text."""
    state = "".join(rng.choice("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
                    for _ in range(rng.randint(4000, 14000)))
    info = "　".join("%s：%s" % (k, html.escape(v)) for k, v in p.info_pairs(rng, page) if v)
    return (XHTML + '<html><head id="Head1">%s</head>\n<body>\n<form name="form1" method="post" '
            'action="show.aspx?id=%d" id="form1">\n<div><input type="hidden" name="__VIEWSTATE" '
            'value="/wEP%s==" /></div>\n<div class="top">%s</div><div class="pos">%s</div>\n'
            '<div class="xx">%s</div>\n<p class="bt"><span id="lblTitle">%s</span></p>\n'
            '<p class="ly">%s</p>\n<div id="content" class="nr">%s</div>\n%s'
            '<div class="bottom">%s</div>\n</form></body></html>\n') % (
        p.head(rng, page, " />", 2), rng.randint(1, 9999), state,
        p.menu(rng, page, '<a href="%s">%s</a> | '), p.crumbs(rng, page), info, page.title,
        p.byline(rng, page), page.article, p.hidden(rng, page), p.footer(rng, page))


def printed(rng, page):
    """The print view: hardly any chrome, comments of the browser."""
    return ('<!-- saved from url=(%04d)http://%s/zwgk/content_%d.htm -->\n<html><head>%s</head>'
            '<body>\n<div align=center><a href="javascript:window.print()">打印</a> '
            '<a href="javascript:window.close()">关闭</a></div>\n<h3 align=center>%s</h3>\n'
            '<div align=center>%s</div><hr>\n<div id=art>%s</div>\n<p align=center>%s</p>'
            '</body></html>\n') % (
        rng.randint(20, 60), page.report.page_host, rng.randint(1, 10 ** 6),
        p.head(rng, page, bulk=5), page.title, p.byline(rng, page), page.article,
        p.footer(rng, page))


def rich(rng, page):
    """Sections within sections with inline styles, as mobile editors write."""
    depth = rng.randint(4, 14)
    opened = "".join('<section style="margin:0;padding:%dpx;box-sizing:border-box">'
                     % rng.randint(0, 9) for _ in range(depth))
    return ('<!DOCTYPE html>\n<html>\n<head>\n%s\n</head>\n<body id="activity-detail">\n'
            '<div class="rich_media"><h2 class="rich_media_title" id="activity-name">%s</h2>\n'
            '<div id="meta_content">%s</div>\n<div class="rich_media_content" id="js_content">'
            '%s%s%s</div></div>\n%s<div class="tool">%s</div>\n%s</body></html>\n') % (
        p.head(rng, page, bulk=4), page.title, p.byline(rng, page), opened, page.article,
        "</section>" * depth, p.hidden(rng, page), p.footer(rng, page), p.script(rng, 3))


def portal(rng, page):
    """Frames of scripts, search box, select lists, the date of the day, tabs."""
    options = "".join("<option value=%d>%s</option>" % (i, n) for i, n in enumerate(
        ["市直部门网站", "县区网站", "乡镇街道网站", "其他网站"]))
    info = "".join("<tr><td class=t>%s</td><td class=c colspan=3>%s</td></tr>"
                   % (k, html.escape(v)) for k, v in p.info_pairs(rng, page))
    return ('<!DOCTYPE html>\n<html>\n<head>%s</head>\n<body>\n<div class=top>欢迎访问%s网站 '
            '<script>document.write(new Date().toLocaleDateString())'
            '</script> 无障碍浏览 繁體版 长者模式</div>\n'
            '<div class=search><input type=text value=请输入关键字><select>%s</select></div>\n'
            '<ul class=tabs>%s</ul>\n<div class=pos>%s</div>\n'
            '<table class=xxgk width=100%%>%s</table>\n'
            '<div class=con>\n<h1>%s</h1>\n<div class=bar>%s</div>\n'
            '<div class=txt>%s%s\n</div>\n%s</div>'
            '<div class=foot>%s</div>\n</body>\n</html>\n') % (
        p.head(rng, page, bulk=4), page.place, options, p.menu(rng, page), p.crumbs(rng,
        page), info,
        page.title, p.byline(rng, page), p.hidden(rng, page), page.article, p.related(rng, page),
        p.footer(rng, page))


def fonts(rng, page):
    """Copied from a word processor into an old editor: nested fonts that nobody closes."""
    nest = "".join('<font face="%s">' % rng.choice(["宋体", "仿宋_GB2312", "Verdana"])
                   for _ in range(rng.randint(3, 40)))
    return ('<html>\n<head>%s</head>\n<body bgcolor=#ffffff>\n<center><b>'
            '<font size=+2>%s</font></b>'
            '<br>%s</center>\n<div>%s</div><hr size=1>\n%s\n%s\n<br clear=all>\n'
            '<small>%s</small>\n') % (
        p.head(rng, page, bulk=4), page.title, p.byline(rng, page), p.crumbs(rng, page), nest,
        page.article, p.footer(rng, page))


def catalogue(rng, page):
    """Definition lists for metadata, the title in a table cell, attachments below."""
    info = "".join("<tr><td>%s：</td><td>%s</td></tr>" % (k, html.escape(v))
                   for k, v in p.info_pairs(rng, page))
    return (XHTML + '<html>\n<head>\n%s\n</head>\n<body>\n<div id="wrap">\n<ul id="menu">%s</ul>\n'
            '<table class="bt"><tr><td class="ArticleTitle"><strong>%s</strong></td></tr>'
            '<tr><td>%s</td></tr></table>\n<table class="syh" border="0">%s</table>\n'
            '<div id="ContentBody">%s</div>\n<div class="fj">附件：<a href="./P0%d.docx">年度报告.docx</a>'
            '</div>%s\n<div id="copyright">%s</div>\n</div>\n</body>\n</html>\n') % (
        p.head(rng, page, " />", 4), p.menu(rng, page), page.title, p.byline(rng, page), info,
        page.article, rng.randint(1, 999999), p.hidden(rng, page), p.footer(rng, page))


WITH_INFO = [trs, nineties, modern, gkml, aspnet, portal, catalogue]
FAMILIES = WITH_INFO + [printed, rich, fonts]


def draw_family(rng, page):
    """A family that shows the date somewhere the page means to show it."""
    if "info" in page.where and not {"meta", "byline"} & set(page.where) \
            or page.report.byline_date != page.report.published:
        return rng.choice(WITH_INFO)
    return rng.choice(FAMILIES)
