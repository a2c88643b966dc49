-- Moves a quadrillion places.
return rule {
  id = "hostile.table-move",
  title = { zh = "敌意规则", en = "a hostile rule" },
  severity = "minor",
  check = function(report, out)
    table.move({}, 1, 1 << 50, 2)
  end,
}
