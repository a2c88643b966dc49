return cases {
  { name = "the report of the year", base = "clean-2021", year = 2023, expect = { state = "pass" } },
  { name = "nothing came in", received = "nothing", year = 2023, agency = "青禾县林业局",
    expect = { state = "fail", severity = "veto", message = "2023", findings = 1 } },
  { name = "the report of another year", base = "clean-2021", year = 2024,
    expect = { state = "fail", severity = "veto", message = "2024", at = { quote = "2023年" } } },
  { name = "what came in is no annual report", base = "no-report", year = 2023,
    expect = { state = "fail", severity = "veto", message = "2023" } },
  { name = "a year before there were reports", received = "nothing", year = 2007,
    expect = { state = "notapplicable", reason = "before-regulation" } },
  { name = "a file that cannot be read may be the report", trap = true, received = "unreadable", year = 2023,
    expect = { state = "unknown", reason = "unreadable" } },
}
