-- Compiles patterns for ever.
return rule {
  id = "hostile.pattern-flood",
  title = { zh = "敌意规则", en = "a hostile rule" },
  severity = "minor",
  check = function(report, out)
    local i = 0
    while true do
      i = i + 1
      text.find("x", "(a|b){50}" .. i)
    end
  end,
}
