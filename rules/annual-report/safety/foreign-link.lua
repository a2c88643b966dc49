-- The report does not send its reader to a host that is not the government's (D30).
-- Mailboxes are no links; accounts on the large platforms, media of the state and services are known.

local hosts_known = require "known_hosts"
local page = require "page"

local is_known, ends = hosts_known.is_known, hosts_known.ends

-- How a host that nobody knows is to be taken: platforms of counties under .cn, and old sites, may be theirs.
local function weight(host, address, form)
  if ends(host, ".cn") and (text.find(address, "gkmlpt|xxgk|zwgk|zfxxgk") or form == "2008") then
    return nil
  end
  return ends(host, ".cn") and "minor" or "major"
end

-- More hosts, or more places of one host, tell nothing more.
local enough = 200

-- A further place of a host; of those on one line the first will do.
local function add_place(entry, address, at)
  entry.count = entry.count + 1
  if entry.count > enough then
    return
  end
  entry.lines = entry.lines or { [entry.at.line or 0] = true }
  local line = at.line or 0
  if not entry.lines[line] then
    entry.lines[line] = true
    entry.more[#entry.more + 1] = at
  end
  entry.address = entry.address .. " " .. address
end

-- Hosts in reading order; those that are not known with all places where they stand.
local function collect(report, extra)
  local hosts, order, foreign = {}, {}, 0
  local function add(host, address, at)
    host = text.gsub(host:lower(), "\\.+$", "")
    local entry = hosts[host]
    if not entry and foreign < enough then
      entry = { host = host, known = is_known(host, extra), address = " " .. address, at = at, count = 1, more = {} }
      hosts[host] = entry
      order[#order + 1] = entry
      foreign = foreign + (entry.known and 0 or 1)
    elseif entry and not entry.known then
      add_place(entry, address, at)
    end
  end
  for _, name in ipairs({ "address", "bare" }) do
    for _, m in ipairs(report:matches(name)) do
      add(m[1], m.text, m)
    end
  end
  for _, link in ipairs(report.article_links) do
    if link.host and (not link.scheme or text.find(link.scheme, "^https?$")) then
      add(link.host, link.href, link)
    end
  end
  return order
end

return rule {
  id         = "safety.foreign-link",
  title      = { zh = "报告不指向非政府网站", en = "The report sends nobody to a host that is not the government's" },
  why        = {
    zh = "政府网页上的外部链接可能已被他人利用，读者会以为是政府推荐的内容。",
    en = "An outside link on a government page may have fallen into other hands, and readers take it for recommended.",
  },
  severity   = "major",
  documents  = "any",
  basis      = {
    "《国务院办公厅关于加强政府网站域名管理的通知》（国办函〔2018〕55号）",
    "《政府网站与政府系统政务新媒体检查指标》（国办秘函〔2019〕19号）",
  },
  remedy     = {
    zh = "核实该网址，改为政府网站（.gov.cn）的网址；原网址已被他人使用的，立即删除链接。",
    en = "Check the address and give that of the government site; where another uses the old one, delete the link at once.",
  },
  parameters = { hosts = "" }, -- further hosts that the office accepts
  patterns   = {
    address = "https?:/{0,2}(?:[A-Za-z0-9._~%:!$&*+=-]*@)?((?:[A-Za-z0-9_-]+\\.)+[A-Za-z]{2,24})(?::[0-9]+)?(?:/[A-Za-z0-9_./?=&%#~+-]*)?",
    bare = {
      pattern = "(?<![@A-Za-z0-9./_-])((?:www|wap|m|xxgk|zwgk)\\.(?:[A-Za-z0-9_-]+\\.)+[A-Za-z]{2,24}|"
        .. "(?:[A-Za-z0-9-]+\\.)+(?:com|net|org|cn|cc|top|vip|xyz|info|biz|club|site|shop|online|com\\.cn|net\\.cn))"
        .. "(?![A-Za-z0-9@.-])(?:/[A-Za-z0-9_./?=&%#~+-]*)?",
      literal = {
        "www.", "wap.", "m.", "xxgk.", "zwgk.", ".com", ".net", ".org", ".cn", ".cc", ".top", ".vip", ".xyz", ".info", ".biz",
        ".club", ".site", ".shop", ".online",
      },
    },
  },
  check      = function(report, out, parameters)
    for _, entry in ipairs(collect(report, parameters.hosts)) do
      if entry.known then
        out:pass { at = entry.at }
      else
        local severity = weight(entry.host, entry.address, report.form)
        local finding = {
          at = entry.at,
          evidence = entry.more,
          severity = severity,
          message = severity and {
            zh = "报告指向的网站" .. entry.host .. "不是政府网站",
            en = "the report points to " .. entry.host .. ", which is not a government host",
          } or {
            zh = "报告指向的网站" .. entry.host .. "不是政府域名，请核实是否为政府公开平台",
            en = "the report points to " .. entry.host .. ", no government domain; check whether it is the government's platform",
          },
          expected = "*.gov.cn",
          found = entry.host,
          cause = entry.host == report.host and { rule = "publication.source" } or nil, -- the page stands there itself
        }
        if severity then
          out:fail(finding)
        else
          out:inform(finding)
        end
      end
    end
    if report.kind ~= "other" or #report.article_links > 0 or #report.links > 0 or not page.is_unread(report, out) then
      out:pass()
    end
  end,
}
