-- Fills a table.
return rule {
  id = "hostile.huge-table",
  title = { zh = "敌意规则", en = "a hostile rule" },
  severity = "minor",
  check = function(report, out)
    local t = {}
    for i = 1, 1e12 do t[i] = {} end
  end,
}
