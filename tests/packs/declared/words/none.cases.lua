return cases {
  { name = "none, and the table has 128", fragment = "　　全年未收到政府信息公开申请。", expect = { state = "fail", expected = "128", found = "0", findings = 1 } },
  { name = "none, and the table has none", base = "clean-2021",
    edits = { { "新收申请128件", "未收到政府信息公开申请" }, { "|96|21|2|1|7|1|128|", "|0|0|0|0|0|0|0|" } }, expect = { state = "pass" } },
  { name = "not said", base = "clean-2021", expect = { state = "notapplicable", reason = "not-stated" } },
  { name = "none of another kind", fragment = "　　全年未收到对政府信息公开申请答复的投诉。", trap = true, expect = { state = "notapplicable" } },
}
