-- Reads a long number for ever.
return rule {
  id = "hostile.number-flood",
  title = { zh = "敌意规则", en = "a hostile rule" },
  severity = "minor",
  check = function(report, out)
    local s = (" "):rep(1000000)
    while true do tonumber(s) end
  end,
}
