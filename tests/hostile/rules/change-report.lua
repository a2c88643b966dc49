-- Changes the report.
return rule {
  id = "hostile.change-report",
  title = { zh = "敌意规则", en = "a hostile rule" },
  severity = "minor",
  check = function(report, out)
    report.kind = "other"
  end,
}
