-- Formats large numbers for ever.
return rule {
  id = "hostile.format-many",
  title = { zh = "敌意规则", en = "a hostile rule" },
  severity = "minor",
  check = function(report, out)
    while true do string.format("%99.99f", 1e308) end
  end,
}
