-- Sorts with a comparison that contradicts itself.
return rule {
  id = "hostile.table-sort",
  title = { zh = "敌意规则", en = "a hostile rule" },
  severity = "minor",
  check = function(report, out)
    local t = {}
    for i = 1, 100000 do t[i] = i end
    while true do table.sort(t, function() return true end) end
  end,
}
