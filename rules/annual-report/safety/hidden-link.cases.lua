local top = '<div class="top"><a href="/">首页</a>'

local function page(name, markup, expect, trap)
  return { name = name, trap = trap, base = "clean-2021.html", edits = { { top, markup .. top } }, expect = expect }
end

local function wrong(name, markup, found)
  return page(name, markup, { state = "fail", severity = "veto", findings = 1, found = found })
end

return cases {
  { name = "a page without hidden links", base = "clean-2021.html", expect = { state = "pass" } },
  { name = "a text has no links", base = "clean-2008", expect = { state = "pass" } },
  wrong("not displayed", '<div style="display:none"><a href="http://www.yule-zaixian.top/1.html">在线娱乐</a></div>', "http://www.yule-zaixian.top/1.html"),
  wrong("hidden on the link itself", '<a style="visibility: hidden" href="https://hao-tuijian.com/">推荐</a>', "https://hao-tuijian.com/"),
  wrong("without words", '<div style="display:none"><a href="http://www.yule-zaixian.top/"></a><p>图</p></div>'),
  wrong("several are one finding",
    '<div style="display:none"><a href="http://a-tuijian.com/">一</a><a href="http://b-tuijian.com/">二</a></div>', "http://a-tuijian.com/"),
  page("a hidden menu of the site", '<ul style="display:none"><li><a href="/hdjl/">互动</a></li><li><a href="https://www.gov.cn/">国务院</a></li></ul>',
    { state = "pass" }, true),
  page("the mark of public institutions", '<div style="display:none"><a href="http://bszs.conac.cn/sitename?m=1">事业单位</a></div>', { state = "pass" }, true),
  page("share buttons",
    '<div style="display:none"><a href="https://service.weibo.com/share/share.php">微博</a><a href="https://www.jiathis.com/share">分享</a></div>',
    { state = "pass" }, true),
  page("a counter", '<div style="display:none"><a href="https://www.cnzz.com/stat/website.php?web_id=12">站长统计</a></div>', { state = "pass" }, true),
  page("a word of trade is no maker of sites", '<div style="display:none"><a href="http://www.fapiao-kai.top/">代开发票</a></div>',
    { state = "fail", severity = "veto" }),
  page("a moving text of one pixel", '<marquee height="1" width="1" scrollamount="900"><a href="http://www.qipai-dating.top/">棋牌大厅</a></marquee>',
    { state = "fail", severity = "veto" }),
  page("hidden by a script that does nothing else",
    '<div id="pb"><a href="http://www.qipai-dating.top/">棋牌大厅</a></div><script>document.getElementById("pb").style.display="none";</script>',
    { state = "fail", severity = "veto" }),
  page("shut by a button", '<div id="pb"><a href="http://www.qipai-dating.top/">棋牌大厅</a></div>'
    .. '<script>function shut(){document.getElementById("pb").style.display="none";}</script>',
    { state = "pass" }, true),
  page("who built the site", '<div style="display:none"><a href="http://www.lanxin-ruanjian.com/">技术支持：蓝信软件</a></div>', { state = "informational" }, true),
  page("an outside link that can be seen is another duty", '<p><a href="http://www.yule-zaixian.top/1.html">图解</a></p>', { state = "pass" }, true),
  { name = "any page", base = "no-report", expect = { state = "pass" } },
  { name = "a picture alone", document = "<html><body><img src='a.png'></body></html>", expect = { state = "unknown", reason = "only-pictures" } },
  { name = "an empty page", document = "<html><body></body></html>", expect = { state = "notapplicable", reason = "no-text" } },
  wrong("moved out of the page, and displayed there",
    '<a style="text-indent:-9999em;display:block" href="http://www.yule-zaixian.top/1.html">图</a>', "http://www.yule-zaixian.top/1.html"),
}
