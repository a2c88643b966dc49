local duty = require "duty"

return rule {
  id       = "whole.read",
  title    = { zh = "页面文字完整", en = "The page's text is whole" },
  severity = "minor",
  forms    = { "2019", "2021" },
  basis    = { "《青禾县政务公开工作考核办法》第六条" },
  remedy   = { zh = "按考核办法补正。", en = "Correct it as the county's notice asks." },
  check    = duty.text_intact {
    lost  = { ["invalid-bytes"] = { zh = "%s处无法解码", en = "%s places undecoded" } },
    noted = { charset = { zh = "编码声明有误", en = "the charset is wrong" } },
  },
}
