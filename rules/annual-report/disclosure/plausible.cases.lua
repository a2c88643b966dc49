local made = "|行政规范性文件|2|1|9|"
local law = "|规章|0|0|0|"
local old_law = "规章\t0\t0\t0"
local opened = "规范性文件\t3\t3\t21"
local licences = "行政许可\t6\t0\t58"
local bought = "政府集中采购\t7\t386.50万元"

local function fails(name, base, from, to, at, found, expected)
  return { name = name, base = base, edits = { { from, to } },
    expect = { state = "fail", severity = "minor", findings = 1, found = found, expected = expected,
      at = { table = "disclosure", row = at[1], column = at[2] } } }
end

local function possible(name, base, from, to)
  return { name = name, trap = true, base = base, edits = { { from, to } }, expect = { state = "pass" } }
end

return cases {
  { name = "possible figures", base = "clean-2021", expect = { state = "pass" } },
  { name = "possible figures of the form before", base = "clean-2019", expect = { state = "pass" } },
  fails("more documents made than are in force", "clean-2021", made, "|行政规范性文件|12|1|9|", { "normative", "valid" }, "9", "≥ 11"),
  fails("the number in force left at zero", "clean-2021", made, "|行政规范性文件|2|0|0|", { "normative", "valid" }, "0", "≥ 2"),
  fails("a department with regulations", "clean-2021", law, "|规章|2|0|2|", { "regulations", "made" }, "2", "0"),
  fails("regulations in force alone", "clean-2021", law, "|规章|0|0|6|", { "regulations", "valid" }, "6", "0"),
  fails("regulations in the form before", "clean-2019", old_law, "规章\t0\t0\t4", { "regulations", "public" }, "4", "0"),
  fails("more opened than are public", "clean-2019", opened, "规范性文件\t3\t22\t21", { "normative", "public" }, "21", "≥ 22"),
  fails("decisions without items", "clean-2019", licences, "行政许可\t0\t0\t58", { "licences", "decisions" }, "58", "0"),
  fails("projects without an amount", "clean-2019", bought, "政府集中采购\t7\t0", { "procurement", "amount" }, "0", "> 0"),
  fails("an amount without projects", "clean-2019", bought, "政府集中采购\t0\t386.50万元", { "procurement", "projects" }, "0", "> 0"),
  possible("everything made this year is in force", "clean-2021", made, "|行政规范性文件|9|0|9|"),
  possible("none made, more repealed than are left", "clean-2021", made, "|行政规范性文件|0|15|9|"),
  possible("none at all", "clean-2021", made, "|行政规范性文件|0|0|0|"),
  possible("made and repealed within the year", "clean-2021", made, "|行政规范性文件|3|3|0|"),
  possible("older documents were opened as well", "clean-2019", opened, "规范性文件\t1\t8\t21"),
  possible("all items are new this year", "clean-2019", licences, "行政许可\t0\t6\t58"),
  possible("items without decisions", "clean-2019", licences, "行政许可\t6\t-2\t0"),
  possible("nothing bought", "clean-2019", bought, "政府集中采购\t0\t0"),
  possible("a small amount", "clean-2019", bought, "政府集中采购\t1\t0.04万元"),
  { name = "the government of a city with districts makes regulations", base = "clean-2021", edits = { { law, "|规章|2|0|31|" } },
    level = "city", trap = true, expect = { state = "pass" } },
  { name = "a township's regulations", base = "clean-2021", edits = { { law, "|规章|2|0|2|" } }, level = "township",
    expect = { state = "fail", findings = 1, found = "2", expected = "0" } },
  { name = "a government's office may fill in what the government made", base = "clean-2021",
    edits = { { law, "|规章|2|0|31|" }, { "青禾县自然资源局2023年", "平澜市人民政府办公室2023年" } }, agency = "平澜市人民政府办公室", level = "department",
    trap = true, expect = { state = "pass" } },
  { name = "a ministry makes regulations", base = "clean-2021", edits = { { law, "|规章|2|0|31|" } }, agency = "国家青禾总局", level = "department",
    trap = true, expect = { state = "pass" } },
  { name = "a blank proves nothing", base = "clean-2021", edits = { { made, "|行政规范性文件|2|1||" } },
    expect = { state = "unknown", reason = "cell-without-number" } },
  { name = "a count below zero proves nothing", base = "clean-2021", edits = { { made, "|行政规范性文件|2|1|-9|" } },
    expect = { state = "unknown", reason = "cell-without-number" } },
  { name = "the old form has no such table", base = "clean-2008", expect = { state = "notapplicable" } },
}
