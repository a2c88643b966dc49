-- Doubles a string until memory runs out.
return rule {
  id = "hostile.string-doubling",
  title = { zh = "敌意规则", en = "a hostile rule" },
  severity = "minor",
  check = function(report, out)
    local s = "x"
    while true do s = s .. s end
  end,
}
