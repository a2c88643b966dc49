-- Never ends.
return rule {
  id = "hostile.endless-loop",
  title = { zh = "敌意规则", en = "a hostile rule" },
  severity = "minor",
  check = function(report, out)
    while true do end
  end,
}
