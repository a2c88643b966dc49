-- Repeats nothing for ever.
return rule {
  id = "hostile.string-rep-nothing",
  title = { zh = "敌意规则", en = "a hostile rule" },
  severity = "minor",
  check = function(report, out)
    for _ = 1, 1e9 do (""):rep(1 << 60) end
  end,
}
