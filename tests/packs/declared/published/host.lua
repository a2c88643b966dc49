local duty = require "duty"

return rule {
  id       = "published.host",
  title    = { zh = "发布在本县网站", en = "Published on the county's site" },
  severity = "minor",
  forms    = { "2019", "2021" },
  basis    = { "《青禾县政务公开工作考核办法》第六条" },
  remedy   = { zh = "按考核办法补正。", en = "Correct it as the county's notice asks." },
  parameters = { hosts = "lanjiang.gov.cn" },
  check    = duty.host_allowed { endings = ".qinghe-xian.gov.cn", parameter = "hosts" },
}
