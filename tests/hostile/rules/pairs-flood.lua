-- Sorts the keys of a large table for ever.
return rule {
  id = "hostile.pairs-flood",
  title = { zh = "敌意规则", en = "a hostile rule" },
  severity = "minor",
  check = function(report, out)
    local t = {}
    for i = 1, 50000 do t["k" .. (i * 7919) % 50000] = i end
    while true do for _ in pairs(t) do break end end
  end,
}
