-- In every column of table three the results add up to their total (R2).

local basis = require "basis"
local duty = require "duty"

return rule {
  id       = "requests.results-total",
  title    = { zh = "申请办理表办理结果各项之和等于总计", en = "The results of the requests table add up to their total" },
  why      = {
    zh = "表三每一列中，第三项（七）总计应当等于（一）至（六）各项之和。",
    en = "In every column of table three, total (7) is the sum of the results (1) to (6).",
  },
  severity = "major",
  forms    = { "2019", "2021" },
  needs    = { "requests" },
  basis    = basis.format("表三"),
  remedy   = {
    zh = "逐项核对该列办理结果，改正写错的单元格或总计。",
    en = "Check the results of the column one by one and correct the wrong cell or the total.",
  },
  check    = duty.equation {
    of = "requests.results-total",
    message = { zh = "该列办理结果各项之和与总计不等", en = "the results of the column do not add up" },
  },
}
