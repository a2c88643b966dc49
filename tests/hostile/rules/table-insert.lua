-- Inserts in front of a long list again and again.
return rule {
  id = "hostile.table-insert",
  title = { zh = "敌意规则", en = "a hostile rule" },
  severity = "minor",
  check = function(report, out)
    local t = {}
    for i = 1, 30000 do t[i] = i end
    while true do table.insert(t, 1, 0) table.remove(t, 1) end
  end,
}
