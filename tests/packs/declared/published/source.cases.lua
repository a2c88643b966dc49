local source = "来源：青禾县自然资源局"

local function stated(name, as, expect, trap)
  return { name = name, base = "clean-2021", edits = { { source, as } }, expect = expect, trap = trap }
end

return cases {
  { name = "the county's", base = "clean-2021", expect = { state = "pass" } },
  { name = "in a tag of the page", base = "clean-2021.html", edits = { { "来源：", "网站：" }, { 'content="青禾县人民政府办公室"', 'content="平澜日报"' } },
    expect = { state = "fail", found = "平澜日报" } },
  stated("another county's", "来源：云汀县民政局", { state = "fail", findings = 1, found = "云汀县民政局" }),
  stated("the county's news centre", "来源：青禾县新闻中心", { state = "fail", found = "青禾县新闻中心" }),
  stated("two, one of which will do", "来源：平澜日报 来源：青禾县自然资源局", { state = "pass" }, true),
  stated("none", "作者：张三", { state = "notapplicable", reason = "no-publisher" }),
}
