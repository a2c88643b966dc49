-- The overview is short: in principle no more than a thousand characters (D45).

local basis = require "basis"
local duty = require "duty"

return rule {
  id         = "content.length",
  title      = { zh = "总体情况篇幅适当", en = "The overview is no longer than the form allows" },
  why        = {
    zh = "格式要求总体情况简明扼要，一般不超过一千字。",
    en = "The form wants the overview short, in principle within a thousand characters.",
  },
  severity   = "advice",
  forms      = { "2021" },
  basis      = basis.format("总体情况"),
  remedy     = { zh = "压缩总体情况，突出数据和结果。", en = "Shorten the overview; keep figures and results." },
  history    = { { date = "2026-11", text = { zh = "新增规则。", en = "New rule." } } },
  parameters = { most = 1000 },
  check      = duty.section_length { section = "overview", most = "most", marks = false },
}
