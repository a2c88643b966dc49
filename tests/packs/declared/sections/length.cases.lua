return cases {
  { name = "as usual", base = "clean-2021", expect = { state = "pass" } },
  { name = "two lines", fragment = "　　全年公开信息120条。", expect = { state = "fail", expected = "≥ 50", found = 11, at = { section = "overview" } } },
  { name = "far too long", fragment = "　　" .. string.rep("全年公开信息。", 200), expect = { state = "fail", expected = "≤ 800", found = 1400 } },
  { name = "exactly as long as allowed, blanks not counted", fragment = "　　" .. string.rep("全 年 公 开 信 息 条 。", 100), trap = true, expect = { state = "pass" } },
  { name = "the old form", base = "clean-2008", expect = { state = "notapplicable" } },
}
