-- Raises a table.
return rule {
  id = "hostile.error-table",
  title = { zh = "敌意规则", en = "a hostile rule" },
  severity = "minor",
  check = function(report, out)
    error({ a = {} })
  end,
}
