-- The absolute model of XCCDF 1.2: all points when every rule that counts passes, else none.
-- The first rule that does not pass bears them all; the others stand in the ledger and cost nothing.

local xccdf = require "xccdf"

local note = { zh = "分数已因前一条全部失去", en = "an earlier rule has taken all points" }

return scoring {
  id    = "xccdf-absolute",
  title = { zh = "XCCDF 绝对模型", en = "XCCDF absolute" },
  whole = true,
  score = function(sheet)
    local entries = xccdf.flat(sheet, function(indicator) return indicator.unit end).entries
    for i, entry in ipairs(entries) do
      entry.unit, entry.amount = sheet.max, sheet.max
      if i > 1 then
        entry.amount, entry.limit, entry.note = 0, "cap", note
      end
    end
    return { entries = entries, vetoed = false }
  end,
}
