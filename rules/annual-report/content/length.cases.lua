local anchor = "接待查询409人次。"

-- So many sentences of some fifty characters.
local function sentences(n)
  local list = {}
  for i = 1, n do
    list[i] = "第" .. i .. "批公开事项涉及乡村道路、饮水工程和学校改造等内容，群众可以在公开栏和网站查看进度安排与资金使用结果。"
  end
  return table.concat(list)
end

return cases {
  { name = "a short overview", base = "clean-2021", expect = { state = "pass" } },
  { name = "a long one", base = "clean-2021", edits = { { anchor, anchor .. sentences(20) } },
    expect = { state = "fail", severity = "advice", at = { section = "overview" }, expected = "≤ 1000" } },
  { name = "the form of 2019 sets no length", base = "clean-2019", expect = { state = "notapplicable" } },
  { name = "long paragraphs of another section do not count", trap = true, base = "clean-2021", edits = {
      { "检索时间由5天缩短到1天。", "检索时间由5天缩短到1天。" .. sentences(20) } }, expect = { state = "pass" } },
  { name = "no overview", base = "clean-2021", edits = { { "一、总体情况\n", "" } }, expect = { state = "unknown" } },
}
