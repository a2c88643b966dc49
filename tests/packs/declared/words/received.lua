local duty = require "duty"

return rule {
  id       = "words.received",
  title    = { zh = "新收申请数与表三一致", en = "Requests received agree with table three" },
  severity = "minor",
  forms    = { "2019", "2021" },
  basis    = { "《青禾县政务公开工作考核办法》第六条" },
  remedy   = { zh = "按考核办法补正。", en = "Correct it as the county's notice asks." },
  check    = duty.text_agrees {
    label = "新收(?:政府信息公开)?申请$",
    table = "requests",
    cell  = "new.all",
  },
}
