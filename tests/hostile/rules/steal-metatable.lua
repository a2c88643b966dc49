-- Looks for the metatable of strings.
return rule {
  id = "hostile.steal-metatable",
  title = { zh = "敌意规则", en = "a hostile rule" },
  severity = "minor",
  check = function(report, out)
    return getmetatable("").__index
  end,
}
