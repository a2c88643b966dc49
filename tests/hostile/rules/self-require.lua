-- Requires what is not there.
return rule {
  id = "hostile.self-require",
  title = { zh = "敌意规则", en = "a hostile rule" },
  severity = "minor",
  check = function(report, out)
    return require("../../etc/passwd")
  end,
}
