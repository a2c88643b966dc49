-- Duties about where a report was published: on whose host, in whose name.

local declare = require "declare"
local fill = declare.fill

local source = {}

-- An address inside the office, or of the reader's own machine, says nothing of the publication.
local function is_internal(host)
  return host == "localhost" or not text.find(host, "[.]")
    or text.find(host, "^(?:10[.]|127[.]|192[.]168[.]|172[.](?:1[6-9]|2[0-9]|3[01])[.])[0-9.]+$") ~= nil
end

local function is_one_of(host, endings, further)
  for _, ending in ipairs(endings) do
    if host:sub(-#ending) == ending or host == ending:sub(2) then
      return true
    end
  end
  for _, allowed in ipairs(text.split(further, "[ ,;]+")) do
    if allowed ~= "" and (host == allowed or host:sub(-#allowed - 1) == "." .. allowed) then
      return true
    end
  end
  return false
end

-- Where the page itself shows this address.
local function shown(report, pattern, host)
  for _, m in ipairs(report:matches(pattern, "page")) do
    if string.lower(m[1] or m.text) == host then
      return m
    end
  end
end

--- The page stands on a host whose name ends as listed. Known only when the file tells its host.
--- 网页所在网站的域名以所列字样结尾；文件没有记录网站的，不适用。
--- ```lua
--- local duty = require "duty"
--- local check = duty.host_allowed { endings = ".gov.cn" }
--- check(report, out, parameters)
--- ```
---@class HostAllowed
---@field endings string|string[] with their leading point: ".gov.cn"; 域名结尾
---@field parameter? string the rule's parameter with further hosts, separated by blanks; 另有网站的参数名
---@field message? string|table what a finding says, %s is the host; 提示语
---@field shown? string the rule's pattern that finds the address where the page shows it; 页面写明网址之处
---@field only? table for which bodies; 只适用于哪些机关
---@param o HostAllowed
---@return function check
function source.host(o)
  declare.fields("duty.host_allowed", o, { endings = "list!", parameter = "text", message = "message", shown = "text", only = "only" })
  local endings, parameter = declare.list(o.endings), o.parameter
  local message = o.message or { zh = "网页所在网站%s不是政府网站", en = "the page's host %s is not a government domain" }
  return declare.only(o.only, function(report, out, parameters)
    local host = report.host and text.gsub(string.lower(report.host), ":[0-9]+$|[.]$", "")
    if not host or is_internal(host) then
      out:notapplicable {
        reason = { code = "host-unknown", zh = "文件没有记录网页所在的网站", en = "the file does not tell which site it was on" },
      }
    elseif is_one_of(host, endings, parameter and parameters[parameter] or "") then
      out:pass()
    else
      out:fail { at = o.shown and shown(report, o.shown, host) or nil, message = fill(message, host), expected = "*" .. endings[1], found = host }
    end
  end)
end

-- What a label is followed by, up to the next label of the line.
local function named(raw, cut)
  local name = text.normal(raw)
  return cut and text.gsub(name, "(?:" .. cut .. ").*$", "") or name
end

-- The report's own agency may publish it.
local function is_own(report, name)
  local own = report.agency
  return own ~= nil and (name == own or #name >= 12 and text.contains(own, name))
end

-- The first name that is allowed, above the first heading (in the byline, in the table of particulars) or in the page's
-- tags; else the first that is stated at all. What a pattern before has found is not asked again.
local function stated(report, plan)
  local first, other = report.sections[1], nil
  local limit = first and first.heading and first.heading.line or math.huge
  for _, pattern in ipairs(plan.patterns) do
    for _, m in ipairs(report:matches(pattern, "page")) do
      local value = m[1] or m.next and m.next.text
      local name = value and (m.line or 0) <= limit and named(value, plan.cut) or ""
      if name ~= "" and text.len(name) <= 60 then
        if plan.allows(name) or is_own(report, name) then
          return name, m, true
        end
        other = other or { name = name, at = m }
      end
    end
    if other then -- what the reader sees speaks before what the page keeps for machines
      return other.name, other.at, false
    end
  end
  for _, tag in ipairs(plan.tags) do
    local name = text.normal(report:meta(tag) or "")
    if name ~= "" then
      if plan.allows(name) or is_own(report, name) then
        return name, nil, true
      end
      other = other or { name = name }
    end
  end
  if other then
    return other.name, other.at, false
  end
end

--- The publisher or source that the page states is one that may publish it; the agency of the report always may. Where
--- one pattern finds several, one is enough; where a pattern finds any, what follows, and the tags, are not asked.
--- 页面写明的发布机构或来源符合要求，编制报告的机关总是符合；同一模式找到几个的，有一个符合即可；前面的模式没有找到的，才看后面的模式，最后看元数据。
--- ```lua
--- local duty = require "duty"
--- local check = duty.source_named { tags = "ContentSource", not_named = "日报$" }
--- check(report, out, parameters)
--- ```
---@class SourceNamed
---@field patterns? string|string[] the rule's own `patterns`; the first group is the name, else the next cell; 本规则的 patterns；第一组是来源名称，没有的取下一个单元格
---@field tags? string|string[] meta tags of the page that state it; 写明来源的网页元数据
---@field cut? string regular expression: with these words something else begins; 名称到这些词为止
---@field named? string regular expression that the name must match; 名称应符合
---@field not_named? string regular expression that it must not match; 名称不得符合
---@field message? string|table what a finding says, %s is the name; 提示语
---@field only? table for which bodies; 只适用于哪些机关
---@param o SourceNamed
---@return function check
function source.named(o)
  declare.fields("duty.source_named", o, {
    patterns = "list", tags = "list", cut = "pattern", named = "pattern", not_named = "pattern", message = "message", only = "only",
  })
  if not (o.patterns or o.tags) then
    declare.wrong("duty.source_named", "至少写 patterns、tags 中的一个", "write 'patterns' or 'tags' or both")
  elseif not (o.named or o.not_named) then
    declare.wrong("duty.source_named", "至少写 named、not_named 中的一个", "write 'named' or 'not_named' or both")
  end
  local due, refused = o.named, o.not_named
  local plan = { patterns = declare.list(o.patterns) or {}, tags = declare.list(o.tags) or {}, cut = o.cut }
  plan.allows = function(name)
    return not (due and not text.find(name, due)) and not (refused and text.find(name, refused))
  end
  local message = o.message or { zh = "发布机构“%s”不符合要求", en = "the publisher stated may not publish it: %s" }
  return declare.only(o.only, function(report, out)
    local name, at, allowed = stated(report, plan)
    if allowed then
      out:pass { at = at }
    elseif not name then
      out:notapplicable { reason = { code = "no-publisher", zh = "页面没有写明发布机构或来源", en = "the page states no publisher" } }
    else
      out:fail { at = at, quote = name, message = fill(message, name), expected = report.agency, found = name }
    end
  end)
end

return source
