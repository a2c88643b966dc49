local line = "2024年1月16日"

return cases {
  { name = "on the day", base = "clean-2021", edits = { { line, "2024年1月15日" } }, expect = { state = "pass" } },
  { name = "a day late", base = "clean-2021", expect = { state = "fail", expected = "2024-01-15", found = "2024-01-16" } },
  { name = "the deadline of its form comes first", base = "clean-2019", trap = true, expect = { state = "pass" } },
  { name = "not signed", base = "clean-2021", edits = { { line, "" } }, expect = { state = "unknown", reason = "no-signature-date" } },
  { name = "a kind of body without a deadline", base = "clean-2021", level = "zone", expect = { state = "notapplicable", reason = "no-deadline" } },
  { name = "nobody knows what body it is", base = "clean-2021", agency = "青禾", level = "unknown",
    edits = { { "青禾县自然资源局", "青禾", "all" } }, expect = { state = "unknown", reason = "level-unknown" } },
}
