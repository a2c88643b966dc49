-- A pattern that would compile to gigabytes.
return rule {
  id = "hostile.pattern-large",
  title = { zh = "敌意规则", en = "a hostile rule" },
  severity = "minor",
  check = function(report, out)
    return text.find("x", "((((a{1000}){1000}){1000}){1000})")
  end,
}
