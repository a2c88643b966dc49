local duty = require "duty"

return rule {
  id       = "published.source",
  title    = { zh = "以本县机关名义发布", en = "Published in the name of an agency of the county" },
  severity = "minor",
  forms    = { "2019", "2021" },
  basis    = { "《青禾县政务公开工作考核办法》第六条" },
  remedy   = { zh = "按考核办法补正。", en = "Correct it as the county's notice asks." },
  patterns = { stated = { pattern = "来源:(?=([^:。;,]{2,20}))", literal = "来源:" } },
  check    = duty.source_named {
    patterns = "stated", tags = "ContentSource", cut = "浏览|发布", named = "^青禾县", not_named = "中心$",
  },
}
