-- Figures that are several times as large or as small as last year's deserve a second look (R16).

local basis = require "basis"
local duty = require "duty"

return rule {
  id         = "history.jump",
  title      = { zh = "数据没有突增突减", en = "Figures do not jump" },
  why        = {
    zh = "比上一年度增减数倍的数据多为漏填、错位或者口径变化；属实的，应当说明原因。",
    en = "A figure that is several times last year's was often left out, shifted or counted otherwise; where it is true the reason should be said.",
  },
  severity   = "advice",
  scope      = "agency",
  forms      = { "2019", "2021" },
  basis      = basis.format("表三、表四"),
  parameters = { times = 5, least = 30 },
  remedy     = { zh = "核对该数据；属实的，在报告中说明原因。", en = "Check the figure; where it is true, say why." },
  check      = duty.steady {
    cells = { "requests.new.all", "disputes.review.total", "disputes.direct.total", "disputes.after_review.total" },
    times = "times", least = "least",
  },
}
