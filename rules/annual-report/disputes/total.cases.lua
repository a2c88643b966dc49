local line = "|2|0|0|1|3|1|0|0|0|1|0|0|0|0|0|"

local function with(name, values, expect)
  return { name = name, base = "clean-2021", edits = { { line, values } }, expect = expect }
end

return cases {
  { name = "three totals hold", base = "clean-2021", expect = { state = "pass" } },
  { name = "a page", base = "clean-2021.html", expect = { state = "pass" } },
  { name = "form 2019", base = "clean-2019", expect = { state = "pass" } },
  { name = "the old form has no table", base = "clean-2008", expect = { state = "notapplicable" } },
  with("a total of reviews", "|2|0|0|1|4|1|0|0|0|1|0|0|0|0|0|",
    { state = "fail", severity = "major", findings = 1, found = "4", expected = "3", at = { table = "disputes", row = "review", column = "total" } }),
  with("lawsuits after review", "|2|0|0|1|3|1|0|0|0|1|0|1|0|0|0|",
    { state = "fail", findings = 1, at = { table = "disputes", row = "after_review", column = "total" } }),
  with("two kinds wrong", "|2|0|0|1|2|1|1|0|0|1|0|0|0|0|0|", { state = "fail", findings = 2 }),
  with("no cases", "|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|", { state = "pass" }),
  with("a blank proves nothing", "|2|0||1|3|1|0|0|0|1|0|0|0|0|0|", { state = "unknown", reason = "cell-without-number" }),
  with("the others are still proved", "|2|0||1|3|1|0|0|0|2|0|0|0|0|0|", { state = "fail", at = { row = "direct" } }),
}
