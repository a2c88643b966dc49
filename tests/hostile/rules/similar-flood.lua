-- Compares long texts for ever.
return rule {
  id = "hostile.similar-flood",
  title = { zh = "敌意规则", en = "a hostile rule" },
  severity = "minor",
  check = function(report, out)
    local s = ("文"):rep(2000)
    while true do text.similar(s, s) end
  end,
}
