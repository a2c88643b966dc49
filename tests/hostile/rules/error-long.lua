-- Raises a very long message.
return rule {
  id = "hostile.error-long",
  title = { zh = "敌意规则", en = "a hostile rule" },
  severity = "minor",
  check = function(report, out)
    error(("x"):rep(1000000))
  end,
}
