-- The flat model of XCCDF 1.2: the weights of the rules that pass, out of those of all rules that count.

local xccdf = require "xccdf"

return scoring {
  id    = "xccdf-flat",
  title = { zh = "XCCDF 平面模型", en = "XCCDF flat" },
  whole = true,
  score = function(sheet)
    return xccdf.flat(sheet, function(indicator) return indicator.unit end)
  end,
}
