-- A table with the same figures as last year's was probably copied (R17). What is all zero, or a handful of cases, may be
-- the same by chance; numbers of documents in force and of items may stay as they are.

local basis = require "basis"
local duty = require "duty"

return rule {
  id         = "history.frozen",
  title      = { zh = "数据不是照抄上一年度的", en = "Figures are not last year's again" },
  why        = {
    zh = "两年的表格数据完全相同而又不为零，多是把上一年度的报告改个年份。",
    en = "Tables that are the same in two years and not zero are mostly last year's report with another year in it.",
  },
  severity   = "minor",
  scope      = "agency",
  forms      = { "2019", "2021" },
  basis      = basis.format("表二、表三、表四"),
  parameters = { least = 5 },
  remedy     = { zh = "按本年度的实际数据重新填写该表。", en = "Fill in the table again with this year's figures." },
  check      = duty.renewed { tables = { "disclosure", "requests", "disputes" }, stocks = { "valid", "public", "previous" }, least = "least" },
}
