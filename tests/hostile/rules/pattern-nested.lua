-- Many stars over a long text.
return rule {
  id = "hostile.pattern-nested",
  title = { zh = "敌意规则", en = "a hostile rule" },
  severity = "minor",
  check = function(report, out)
    return text.find(("a"):rep(200), "a*a*a*a*a*a*a*a*a*[^a]")
  end,
}
