-- Raises nothing.
return rule {
  id = "hostile.error-nil",
  title = { zh = "敌意规则", en = "a hostile rule" },
  severity = "minor",
  check = function(report, out)
    error()
  end,
}
