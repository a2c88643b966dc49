-- Replaces every character by a long text.
return rule {
  id = "hostile.gsub-growth",
  title = { zh = "敌意规则", en = "a hostile rule" },
  severity = "minor",
  check = function(report, out)
    local s = "x"
    while true do s = text.gsub(s, ".", ("y"):rep(1000)) end
  end,
}
