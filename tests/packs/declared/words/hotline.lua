local duty = require "duty"

return rule {
  id       = "words.hotline",
  title    = { zh = "政府年报写明热线办理情况", en = "A government reports on its hotline" },
  severity = "minor",
  forms    = { "2019", "2021" },
  basis    = { "《青禾县政务公开工作考核办法》第六条" },
  remedy   = { zh = "按考核办法补正。", en = "Correct it as the county's notice asks." },
  check    = duty.phrase_present {
    pattern  = "12345|政务服务便民热线",
    belongs  = "overview",
    expected = "12345热线",
    only     = { levels = { "city", "county" }, not_named = "办公室" },
  },
}
