-- Looks for the globals behind the environment.
return rule {
  id = "hostile.escape-env",
  title = { zh = "敌意规则", en = "a hostile rule" },
  severity = "minor",
  check = function(report, out)
    local e = _ENV
    e.print("out")
  end,
}
