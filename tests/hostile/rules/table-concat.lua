-- Joins a quadrillion places of nothing.
return rule {
  id = "hostile.table-concat",
  title = { zh = "敌意规则", en = "a hostile rule" },
  severity = "minor",
  check = function(report, out)
    local t = {}
    for i = 1, 100 do t[i] = "" end
    return table.concat(t, "", 1, 1 << 60)
  end,
}
