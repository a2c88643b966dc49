local row = "|2.没有现成信息需要另行制作|3|1|0|0|0|0|4|"
local carried = "|二、上年结转政府信息公开申请数量|2|1|0|0|0|0|3|"

return cases {
  { name = "a number in every cell", base = "clean-2021", expect = { state = "pass" } },
  { name = "a page", base = "clean-2021.html", expect = { state = "pass" } },
  { name = "form 2019", base = "clean-2019", expect = { state = "pass" } },
  { name = "the old form has no tables", base = "clean-2008", expect = { state = "notapplicable" } },
  { name = "one cell blank", base = "clean-2021", edits = { { row, "|2.没有现成信息需要另行制作|3|1||0|0|0|4|" } },
    expect = { state = "fail", severity = "major", found = "", findings = 1,
      at = { table = "requests", row = "unavailable.2", column = "research" } } },
  { name = "three blanks of a row are one finding with three places", base = "clean-2021",
    edits = { { row, "|2.没有现成信息需要另行制作|3|1||||0|4|" } },
    expect = { state = "fail", findings = 1, at = { table = "requests", row = "unavailable.2", column = "legal" } } },
  { name = "a stroke for nought", base = "clean-2021", edits = { { row, "|2.没有现成信息需要另行制作|3|1|/|0|0|0|4|" } },
    expect = { state = "fail", found = "/", at = { row = "unavailable.2", column = "research" } } },
  { name = "a dash for nought", base = "clean-2021", edits = { { "|行政强制|0|", "|行政强制|—|" } },
    expect = { state = "fail", found = "—", at = { table = "disclosure", row = "coercion", column = "decisions" } } },
  { name = "a hyphen", base = "clean-2021", edits = { { "|规章|0|0|0|", "|规章|-|-|-|" } },
    expect = { state = "fail", found = "-", findings = 1, at = { table = "disclosure", row = "regulations" } } },
  { name = "a whole row", base = "clean-2021", edits = { { carried, "|二、上年结转政府信息公开申请数量|||||||" } },
    expect = { state = "fail", findings = 1, at = { table = "requests", row = "carried_in" } } },
  { name = "the word for nothing is text, not blank", base = "clean-2021", edits = { { "|行政强制|0|", "|行政强制|无|" } },
    expect = { state = "pass" } },
  { name = "nought with a unit", base = "clean-2021", edits = { { "|行政强制|0|", "|行政强制|0件|" } }, expect = { state = "pass" } },
  { name = "a blank in a dispute", base = "clean-2021", edits = { { "|2|0|0|1|3|1|0|0|0|1|0|0|0|0|0|", "|2|0|0|1|3|1||0|0|1|0|0|0|0|0|" } },
    expect = { state = "fail", at = { table = "disputes", row = "direct", column = "corrected" } } },
  { name = "a table is not there", base = "clean-2008", year = 2023, expect = { state = "unknown", reason = "table-missing" } },
}
