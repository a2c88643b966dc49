-- The page stands on a government host (D30). Known only when the page itself names its host.

local basis = require "basis"

-- An address inside the office, or of the reader's own machine, says nothing of the publication.
local function internal(host)
  return host == "localhost" or not text.find(host, "[.]")
    or text.find(host, "^(?:10[.]|127[.]|192[.]168[.]|172[.](?:1[6-9]|2[0-9]|3[01])[.])[0-9.]+$") ~= nil
end

local function government(host, extra)
  for _, ending in ipairs({ ".gov.cn", ".政务.cn", ".政务", ".xn--zfr164b" }) do
    if host:sub(-#ending) == ending or host == ending:sub(2) then
      return true
    end
  end
  for _, allowed in ipairs(text.split(extra, "[ ,;]+")) do
    if allowed ~= "" and (host == allowed or host:sub(-#allowed - 1) == "." .. allowed) then
      return true
    end
  end
  return false
end

return rule {
  id         = "publication.source",
  title      = { zh = "发布在政府网站", en = "Published on a government site" },
  severity   = "major",
  basis      = basis.article("三十一", "四十九"),
  remedy     = { zh = "在政府网站或政府信息公开平台发布，并提供该网址。", en = "Publish on the government site or disclosure platform and hand in that address." },
  parameters = { hosts = "" }, -- further hosts that the office accepts
  check      = function(report, out, parameters)
    local host = report.host and text.gsub(string.lower(report.host), ":[0-9]+$|[.]$", "")
    if not host or internal(host) then
      return out:notapplicable {
        reason = { code = "host-unknown", zh = "文件没有记录网页所在的网站", en = "the file does not tell which site it was on" },
      }
    end
    if government(host, parameters.hosts) then
      out:pass()
    else
      out:fail {
        message = {
          zh = "网页所在网站" .. host .. "不是政府网站",
          en = "the page's host " .. host .. " is not a government domain",
        },
        expected = "*.gov.cn",
        found = host,
      }
    end
  end,
}
