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
  { name = "lawsuits withdrawn and settled count as other results", base = "clean-2021", trap = true,
    edits = { { line, "|2|0|1|1|4|0|0|3|0|3|0|0|1|0|1|" } }, expect = { state = "pass" } },
  { name = "the same number in every cell of a kind but its total", base = "clean-2021", trap = true,
    edits = { { line, "|1|1|1|1|4|0|0|0|0|0|2|2|2|2|8|" } }, expect = { state = "pass" } },
  { name = "figures with their unit", base = "clean-2021", trap = true,
    edits = { { line, "|2件|0件|0件|1件|3件|1件|0|0|0|1件|0|0|0|0|0|" } }, expect = { state = "pass" } },
}
