-- Asks string.format for a width it must not have.
return rule {
  id = "hostile.format-width",
  title = { zh = "敌意规则", en = "a hostile rule" },
  severity = "minor",
  check = function(report, out)
    return string.format("%99999999d", 1)
  end,
}
