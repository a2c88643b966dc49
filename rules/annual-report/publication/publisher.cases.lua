local source = "来源：青禾县自然资源局"

local function stated(name, by, expect, trap)
  return { name = name, trap = trap, base = "clean-2021", edits = { { source, by } }, expect = expect }
end

local function wrong(name, by, found)
  return stated(name, by, { state = "fail", severity = "minor", findings = 1, found = found, expected = "青禾县自然资源局" })
end

return cases {
  { name = "the organ itself", base = "clean-2021", expect = { state = "pass" } },
  wrong("a newspaper", "来源：青禾日报", "青禾日报"),
  wrong("this site", "来源：本网", "本网"),
  wrong("this site's own", "来源：本站原创", "本站原创"),
  wrong("this site as publishing organ", "发布机构：本站", "本站"),
  wrong("a company", "信息来源：青禾文化传播有限公司", "青禾文化传播有限公司"),
  stated("the government's office publishes", "来源：青禾县人民政府办公室", { state = "pass" }, true),
  stated("the government's site", "来源：青禾县人民政府门户网站", { state = "pass" }, true),
  stated("this site, but the organ is stated as well", "来源：本网    发布机构：青禾县自然资源局", { state = "pass" }, true),
  wrong("the field for the publisher speaks first", "发布机构：本网    来源：青禾县自然资源局", "本网"),
  { name = "a company that must report", base = "clean-2021", trap = true, agency = "青禾县自来水有限责任公司",
    edits = { { source, "来源：青禾县自来水有限责任公司" } }, expect = { state = "pass" } },
  { name = "a media centre's own report", base = "clean-2021", trap = true, agency = "青禾县融媒体中心",
    edits = { { source, "发布机构：青禾县融媒体中心" } }, expect = { state = "pass" } },
  stated("nothing stated", "编辑：王五", { state = "notapplicable", reason = "no-publisher" }),
  { name = "a newspaper in the running text", trap = true, base = "clean-2021",
    edits = { { "接待查询409人次。", "接待查询409人次。稿件来源：青禾日报供稿3篇。" } }, expect = { state = "pass" } },
  { name = "what is no annual report has no such duty", base = "no-report", expect = { state = "notapplicable", reason = "not-a-report" } },
  wrong("a reporter", "来源：青禾县融媒体中心记者 李禾", "青禾县融媒体中心记者李禾"),
  stated("an association of reporters", "来源：青禾县记者协会", { state = "pass" }, true),
  wrong("editors", "来源：青禾政务网编辑部", "青禾政务网编辑部"),
  wrong("who runs the site", "来源：网站管理员", "网站管理员"),
  stated("the information office", "来源：青禾县政府新闻办", { state = "pass" }, true),
  wrong("a site, in Taiwan's word", "来源：青禾线上", "青禾线上"),
  wrong("a newspaper as the source of the copy", "稿源：青禾县融媒体中心", "青禾县融媒体中心"),
  { name = "the reader sees a newspaper, whatever the page keeps for machines", base = "clean-2021.html",
    edits = { { "来源：青禾县人民政府办公室　", "来源：青禾日报　" } }, expect = { state = "fail", found = "青禾日报" } },
  { name = "the reader sees an organ", trap = true, base = "clean-2021.html",
    edits = { { 'content="青禾县人民政府办公室"', 'content="本网"' } }, expect = { state = "pass" } },
  { name = "nothing but what the page keeps for machines", base = "clean-2021.html",
    edits = { { 'content="青禾县人民政府办公室"', 'content="本网"' }, { "来源：青禾县人民政府办公室　", "" } }, expect = { state = "fail", found = "本网" } },
}
