-- The cases of @ID@. A rule has at least four kinds: one that passes, one that fails, one to which it does not
-- apply, and a trap, which looks like a failure and is none.
--
-- A fragment takes the place of the overview (section = "problems": of another part) of a report without faults;
-- of a page if it begins with a tag, else of plain text. A whole file is written as document, or made of a base by edits.
-- What stands in expect is compared: state, at, expected, found, findings (how many), severity.

return cases {
  { name = "corners are named", fragment = "　　全区建成政务公开专区13个。", expect = { state = "pass" } },
  { name = "corners are named on a page", fragment = "<p>全区建成政府信息公开<b>专区</b>2个。</p>", expect = { state = "pass" } },
  { name = "no word of corners", fragment = "　　全年公开信息120条。",
    expect = { state = "fail", severity = "advice", findings = 1, at = { section = "overview" } } },
  { name = "named in another part", section = "problems", fragment = "　　拟新建政务公开专区。", expect = { state = "fail" } },
  { name = "up to 2018 there was no such duty", base = "clean-2008", expect = { state = "notapplicable" } },
  { name = "blanks in the word", fragment = "　　全区建成 政务 公开 专区 13个。", trap = true, expect = { state = "pass" } },
}
