-- Grows the arguments of a tail call.
return rule {
  id = "hostile.tail-calls",
  title = { zh = "敌意规则", en = "a hostile rule" },
  severity = "minor",
  check = function(report, out)
    local function f(...) return f(1, ...) end
    return f()
  end,
}
