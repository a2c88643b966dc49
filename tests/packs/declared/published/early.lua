local duty = require "duty"

return rule {
  id       = "published.early",
  title    = { zh = "1月20日前发布", en = "Published by 20 January" },
  severity = "minor",
  forms    = { "2019", "2021" },
  basis    = { "《青禾县政务公开工作考核办法》第六条" },
  remedy   = { zh = "按考核办法补正。", en = "Correct it as the county's notice asks." },
  parameters = { day = "01-20" },
  check    = duty.before_deadline { day = "day" },
}
