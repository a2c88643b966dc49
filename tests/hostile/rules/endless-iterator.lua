-- Never ends, in an iterator of its own.
return rule {
  id = "hostile.endless-iterator",
  title = { zh = "敌意规则", en = "a hostile rule" },
  severity = "minor",
  check = function(report, out)
    for _ in function() return 1 end do end
  end,
}
