-- Fills a table with strings.
return rule {
  id = "hostile.many-keys",
  title = { zh = "敌意规则", en = "a hostile rule" },
  severity = "minor",
  check = function(report, out)
    local t = {}
    for i = 1, 1e12 do t["k" .. i] = i end
  end,
}
