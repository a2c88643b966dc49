local anchor = "接待查询409人次。"

local function clean(name, sentence)
  return { name = name, trap = true, base = "clean-2021", edits = { { anchor, anchor .. sentence } }, expect = { state = "pass" } }
end

return cases {
  { name = "a clean page", base = "clean-2021.html", expect = { state = "pass" } },
  { name = "a clean text", base = "clean-2021", expect = { state = "pass" } },
  { name = "before the title of the page", base = "clean-2021.html", edits = { { "<title>", "<title>98098体育在线投注-" } },
    expect = { state = "fail", severity = "veto", found = "98098体育在线投注", findings = 1 } },
  { name = "in a meta tag",
    base = "clean-2021.html", edits = { { "<meta name=\"ColumnName\"", "<meta name=\"Keywords\" content=\"UEDBET体育官网\">\n<meta name=\"ColumnName\"" } },
    expect = { state = "fail", found = "UEDBET体育官网" } },
  { name = "the first line of a text",
    base = "clean-2021", edits = { { "首页 > 政务公开", "52052体育在线投注-青禾县门户网站\n首页 > 政务公开" } },
    expect = { state = "fail", found = "52052体育在线投注", at = { line = 1 } } },
  { name = "a brand in place of a word",
    base = "clean-2021", edits = { { "按照《中华人民共和国政府信息公开条例》", "按照上级篮球比分印发的《中华人民共和国政府信息公开条例》" } },
    expect = { state = "fail", findings = 1 } },
  { name = "hidden text counts",
    base = "clean-2021.html", edits = { { "<div class=\"foot\">", "<div style=\"display:none\">六合彩开奖直播</div>\n<div class=\"foot\">" } },
    expect = { state = "fail", found = "六合彩开奖直播" } },
  { name = "adult sites",
    base = "clean-2021", edits = { { "首页 > 政务公开", "成人电影在线观看\n首页 > 政务公开" } }, expect = { state = "fail", found = "成人电影在线观看" } },
  { name = "a page stuffed with it is no less one", base = "clean-2021",
    edits = { { anchor, anchor .. string.rep("澳门赌场 博彩 ", 3000) } }, expect = { state = "fail", severity = "veto" } },
  clean("sports and lotteries of the state", "公开体育局权责清单、体育彩票公益金使用情况和体彩投注网点320个。"),
  clean("work against gambling", "开展打击网络赌博专项行动，整治六合彩、时时彩等非法彩票，查获老虎机12台。"),
  clean("a brand named by the police", "打掉某博彩平台等境外赌博网站3个。"),
  clean("words that only look alike", "推进东西部支援交流，发放一本道德手册，三级片区网格化，成人教育招生，皇冠体育馆开放。"),
  clean("pornography fought", "开展扫黄打非，清理色情低俗信息。"),
  { name = "a line stuffed with words is no less one", base = "clean-2021",
    edits = { { anchor, anchor .. string.rep("棋牌官网", 10000) } }, expect = { state = "fail", severity = "veto" } },
  { name = "a word that advertises behind the same one fought", base = "clean-2021",
    edits = { { anchor, anchor .. "整治非法老虎机。首页推荐信誉老虎机。" } }, expect = { state = "fail", found = "首页推荐信誉老虎机" } },
  { name = "a word that advertises behind many that are fought", base = "clean-2021",
    edits = { { anchor, anchor .. string.rep("整治非法老虎机。", 1000) .. "首页推荐信誉老虎机。" } }, expect = { state = "fail", found = "首页推荐信誉老虎机" } },
  { name = "a page without a word", document = "<html><head></head><body><p> </p></body></html>", format = "html",
    expect = { state = "notapplicable", reason = "no-text" } },
  { name = "a page of which only the title can be read", document = "<html><head><title>博彩官网</title></head><body><p> </p></body></html>", format = "html",
    expect = { state = "fail", severity = "veto" } },
}
