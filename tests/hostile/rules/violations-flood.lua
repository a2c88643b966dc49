-- Asks for the equations for ever.
return rule {
  id = "hostile.violations-flood",
  title = { zh = "敌意规则", en = "a hostile rule" },
  severity = "minor",
  check = function(report, out)
    while true do report:violations("requests.row-total") end
  end,
}
