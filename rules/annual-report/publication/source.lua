-- The page stands on a government host (D30). Known only when the page itself names its host.

local basis = require "basis"
local duty = require "duty"

return rule {
  id         = "publication.source",
  title      = { zh = "发布在政府网站", en = "Published on a government site" },
  why        = {
    zh = "年度报告应当在政府网站发布；其他网站的转载不能证明已经公开，内容也可能不同。",
    en = "The report is published on a government site; a copy elsewhere proves no publication and may differ.",
  },
  severity   = "major",
  basis      = basis.article("三十一", "四十九"),
  remedy     = { zh = "在政府网站或政府信息公开平台发布，并提供该网址。", en = "Publish on the government site or disclosure platform and hand in that address." },
  parameters = { hosts = "" }, -- further hosts that the office accepts
  patterns   = {
    address = {
      pattern = "(?:网站?|网址)[ :_-]{0,3}(?:https?://)?([A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+){1,4})",
      literal = { ".com", ".cn", ".net", ".org" },
    },
  },
  check      = duty.host_allowed {
    endings = { ".gov.cn", ".政务.cn", ".政务", ".xn--zfr164b" },
    parameter = "hosts",
    shown = "address",
  },
}
