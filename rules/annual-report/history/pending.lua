-- Reviews and lawsuits that were pending last year reappear in this year's results, or are pending still (R6).

local basis = require "basis"
local duty = require "duty"

return rule {
  id       = "history.pending",
  title    = { zh = "上年未审结案件列入本年度", en = "Cases pending last year reappear" },
  why      = {
    zh = "上一年度报告中尚未审结的复议、诉讼，本年度或者审结，或者仍未审结，总计不会比它少。",
    en = "A case that was pending last year ends this year or is pending still: the total cannot be smaller.",
  },
  severity = "advice",
  scope    = "agency",
  forms    = { "2019", "2021" },
  needs    = { "disputes" },
  basis    = basis.format("表四"),
  remedy   = { zh = "对照案件台账，补上上一年度未审结的案件。", en = "Add the cases that were pending last year, by the register of cases." },
  check    = duty.follows {
    table = "disputes",
    holds = { "review.total >= last.review.pending", "direct.total >= last.direct.pending", "after_review.total >= last.after_review.pending" },
    message = { zh = "上一年度尚未审结的案件没有列入", en = "cases that were pending last year are not counted" },
  },
}
