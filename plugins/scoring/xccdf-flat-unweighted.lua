-- The flat unweighted model of XCCDF 1.2: how many rules pass, out of all that count; one without weight is none.

local xccdf = require "xccdf"

return scoring {
  id    = "xccdf-flat-unweighted",
  title = { zh = "XCCDF 平面不加权模型", en = "XCCDF flat, unweighted" },
  whole = true,
  score = function(sheet)
    return xccdf.flat(sheet, function(indicator) return indicator.unit > 0 and 1000 or 0 end)
  end,
}
