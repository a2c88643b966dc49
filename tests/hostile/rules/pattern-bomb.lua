-- A pattern that backtracks for ever.
return rule {
  id = "hostile.pattern-bomb",
  title = { zh = "敌意规则", en = "a hostile rule" },
  severity = "minor",
  check = function(report, out)
    return text.find(("a"):rep(5000) .. "b", "^(a+)+$")
  end,
}
