-- Asks for a string of a petabyte.
return rule {
  id = "hostile.string-rep",
  title = { zh = "敌意规则", en = "a hostile rule" },
  severity = "minor",
  check = function(report, out)
    return ("x"):rep(1 << 50)
  end,
}
