-- Raises a handle of the report.
return rule {
  id = "hostile.error-handle",
  title = { zh = "敌意规则", en = "a hostile rule" },
  severity = "minor",
  check = function(report, out)
    error(report)
  end,
}
