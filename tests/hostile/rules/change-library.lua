-- Changes what the next rule sees.
return rule {
  id = "hostile.change-library",
  title = { zh = "敌意规则", en = "a hostile rule" },
  severity = "minor",
  check = function(report, out)
    text.find = function() return 1 end
  end,
}
