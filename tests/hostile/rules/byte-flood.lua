-- Takes a string apart into its bytes.
return rule {
  id = "hostile.byte-flood",
  title = { zh = "敌意规则", en = "a hostile rule" },
  severity = "minor",
  check = function(report, out)
    local s = ("x"):rep(100000)
    return select("#", s:byte(1, -1))
  end,
}
