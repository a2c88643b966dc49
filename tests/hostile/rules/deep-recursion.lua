-- Calls itself until the stack is full.
return rule {
  id = "hostile.deep-recursion",
  title = { zh = "敌意规则", en = "a hostile rule" },
  severity = "minor",
  check = function(report, out)
    local function f(n) return 1 + f(n + 1) end
    return f(1)
  end,
}
