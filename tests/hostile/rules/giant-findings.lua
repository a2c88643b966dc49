-- Reports a hundred thousand findings with long texts.
return rule {
  id = "hostile.giant-findings",
  title = { zh = "敌意规则", en = "a hostile rule" },
  severity = "minor",
  check = function(report, out)
    local long = ("长"):rep(100000)
    for i = 1, 10000 do
      out:fail { at = report.article[1], message = { zh = long, en = long }, found = long, formula = long, quote = long }
    end
  end,
}
