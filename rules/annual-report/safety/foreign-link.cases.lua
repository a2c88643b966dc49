local site = "（http://www.qinghe-xian.gov.cn）"

local function clean(name, sentence)
  return { name = name, base = "clean-2021", edits = { { "接待查询409人次。", "接待查询409人次。" .. sentence } }, trap = true, expect = { state = "pass" } }
end

return cases {
  { name = "the government's site", base = "clean-2021", expect = { state = "pass" } },
  { name = "a link to the government's site", base = "clean-2021.html", expect = { state = "pass" } },
  { name = "no link at all", base = "clean-2008", expect = { state = "pass" } },
  { name = "a foreign host in the text", base = "clean-2021", edits = { { site, "（http://www.qinghe520.net/zwgk/index.html）" } },
    expect = { state = "fail", severity = "major", found = "www.qinghe520.net", findings = 1 } },
  { name = "a foreign host twice is one finding", base = "clean-2021",
    edits = { { site, "（http://www.qinghe520.net/zwgk/）" }, { "接待查询409人次。", "接待查询409人次，目录见http://www.qinghe520.net/gkmlpt/index。" } },
    expect = { state = "fail", found = "www.qinghe520.net", findings = 1 } },
  { name = "a foreign host without http",
    base = "clean-2021", edits = { { site, "（www.hongyun-cp.top）" } }, expect = { state = "fail", found = "www.hongyun-cp.top" } },
  { name = "a link that shows another address",
    base = "clean-2021.html", edits = { { "http://www.qinghe-xian.gov.cn/zwgk/nb/", "http://wap.qh-zx777.com/nb/" } },
    expect = { state = "fail", severity = "major", found = "wap.qh-zx777.com" } },
  { name = "a link outside of the report", trap = true,
    base = "clean-2021.html", edits = { { "<a href=\"/hdjl/\">互动交流</a>", "<a href=\"http://www.somewhere.com/\">互动交流</a>" } },
    expect = { state = "pass" } },
  { name = "a platform of a county under .cn", trap = true, base = "clean-2021", edits = { { site, "（http://www.qinghexian.cn/gkmlpt/index）" } },
    expect = { state = "informational", found = "www.qinghexian.cn" } },
  { name = "another host under .cn", base = "clean-2021", edits = { { site, "（http://www.qinghexian.cn/）" } },
    expect = { state = "fail", severity = "minor", found = "www.qinghexian.cn" } },
  { name = "a store of files", trap = true, base = "clean-2021", edits = { { site, "（https://qinghe-1250000.cos.ap-nanjing.myqcloud.com/2023/nb.docx）" } },
    expect = { state = "pass" } },
  { name = "a host that the office accepts", base = "clean-2021", edits = { { site, "（http://zwfw.qinghe-xian.gov.cn）" } }, expect = { state = "pass" } },
  clean("a mailbox far behind the site's own address",
    "（http://www.qinghe.gov.cn）公开专栏查阅，有疑问请联系县公开办，邮箱qinghegk@126.com。"),
  clean("mailboxes", "邮箱qinghe_zrj@126.com、zrj@qinghe.com。"),
  clean("accounts on known platforms", "微博https://weibo.com/u/123456、视频号https://www.douyin.com/user/abc、推文https://mp.weixin.qq.com/s/x1。"),
  clean("media of the state and a school", "见http://www.news.cn/a.htm、https://www.qhyz.edu.cn。"),
  clean("file names and versions", "附件a.docx、b.xlsx，系统V2.1.3。"),
  { name = "one host thousands of times", base = "clean-2021", edits = { { "接待查询409人次。", "接待查询409人次。" .. string.rep("见http://www.qinghe520.net/gk。", 10000) } },
    expect = { state = "fail", findings = 1 } },
  { name = "a page without a word or a link", document = "<html><head><title></title></head><body><p> </p></body></html>", format = "html",
    expect = { state = "notapplicable", reason = "no-text" } },
  { name = "who built the site, and where to share it", base = "clean-2021.html", trap = true,
    edits = { { "<div class=\"foot\">", "<div>分享到：<a href=\"http://service.weibo.com/share\">微博</a></div>"
      .. "<div class=\"foot\"><a href=\"http://www.softcompany.com\">技术支持</a>" } }, expect = { state = "pass" } },
  { name = "platforms of state bodies under other names", base = "clean-2021", trap = true,
    edits = { { "接待查询409人次。", "接待查询409人次。成交公告同步登在中国土地市场网（www.landchina.com），投诉转入www.12315.cn。" } }, expect = { state = "pass" } },
}
