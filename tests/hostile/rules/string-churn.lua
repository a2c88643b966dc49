-- Copies a large string again and again: few instructions, much work.
return rule {
  id = "hostile.string-churn",
  title = { zh = "敌意规则", en = "a hostile rule" },
  severity = "minor",
  check = function(report, out)
    local s = ("x"):rep(1000000)
    for i = 1, 1e9 do s = s:sub(2) .. i % 10 end
  end,
}
