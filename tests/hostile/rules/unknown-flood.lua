-- Is undecided for ever.
return rule {
  id = "hostile.unknown-flood",
  title = { zh = "敌意规则", en = "a hostile rule" },
  severity = "minor",
  check = function(report, out)
    while true do out:unknown { reason = { code = "x", zh = ("长"):rep(400), en = "x" } } end
  end,
}
