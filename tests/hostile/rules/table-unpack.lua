-- Takes a table apart into more values than a stack holds.
return rule {
  id = "hostile.table-unpack",
  title = { zh = "敌意规则", en = "a hostile rule" },
  severity = "minor",
  check = function(report, out)
    return select("#", table.unpack({}, 1, 1 << 30))
  end,
}
