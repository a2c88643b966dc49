-- No links on the page that the reader cannot see (D29). Menus, share buttons and counters are often hidden, too; what
-- counts is a hidden link that leads to a host which is not the government's.

local hosts = require "known_hosts"
local page = require "page"

-- Counters, share buttons, code libraries, reading aids: hidden by trade.
local services = "(?:^|\\.)(?:cnzz|umeng|51\\.la|51la|baidu|bdstatic|bdimg|jiathis|bshare|sharejs|addthis|google|googleapis|gstatic|jquery|bootcdn"
  .. "|qq|gtimg|sina|sinaimg|weibo|alicdn|aliyun|aliyuncs|163|sogou|so|360|haosou|bing|wechat|mozilla|microsoft|adobe|ucap|trs|isoa|kaipuyun)(?:\\.|$)"
local makers = "技术支持|承办单位|(?:网站|网页|系统|软件|平台).{0,4}(?:制作|设计|开发|建设|维护|运维)|^(?:制作|设计|开发|维护|建设)(?:单位|公司|[：:].*)?$"
  .. "|ICP|公安备案|(?:访问|站长|流量)统计|下载.{0,6}(?:浏览器|插件|阅读器)|浏览器|无障碍"

local enough = 200

local function is_foreign(report, link, extra)
  if not link.host or (link.scheme and not text.find(link.scheme, "^https?$")) then
    return false
  end
  local host = text.gsub(link.host:lower(), "\\.+$", "")
  return host ~= report.host and not hosts.is_known(host, extra) and text.find(host, services) == nil
end

-- One finding for all of them: who hides one link hides many.
local function collect(report, extra)
  local hidden, made, seen, names = {}, {}, {}, {}
  for _, link in ipairs(report.hidden_links) do
    if #hidden < enough and is_foreign(report, link, extra) then
      if text.find(link.text or "", makers) then
        made[#made + 1] = link
      else
        hidden[#hidden + 1] = link
        if not seen[link.host] then
          seen[link.host] = true
          names[#names + 1] = link.host
        end
      end
    end
  end
  return hidden, made, names
end

return rule {
  id         = "safety.hidden-link",
  title      = { zh = "网页没有隐藏的外部链接", en = "No hidden links to outside hosts" },
  why        = {
    zh = "读者看不见而搜索引擎看得见的链接，多为入侵者植入，替赌博、色情网站引流。",
    en = "Links that search engines see and readers do not are mostly planted by intruders for gambling or pornography.",
  },
  severity   = "veto",
  documents  = "any",
  basis      = { "《政府网站与政府系统政务新媒体检查指标》（国办秘函〔2019〕19号）单项否决指标" },
  remedy     = {
    zh = "立即删除隐藏的链接，检查网站是否被入侵，清查其他网页。",
    en = "Delete the hidden links at once, find out whether the site was broken into, and search its other pages.",
  },
  parameters = { hosts = "" }, -- further hosts that the office accepts
  history    = { { date = "2026-11", text = { zh = "新增规则。", en = "New rule." } } },
  check      = function(report, out, parameters)
    local hidden, made, names = collect(report, parameters.hosts)
    if #hidden > 0 then
      out:fail {
        at = hidden[1],
        evidence = table.move(hidden, 2, #hidden, 1, {}),
        quote = text.sub(hidden[1].text ~= "" and hidden[1].text or hidden[1].href, 1, 60),
        message = {
          zh = "网页隐藏了" .. #hidden .. "个指向外部网站的链接：" .. table.concat(names, "、", 1, math.min(3, #names)),
          en = #hidden .. " hidden link(s) to outside hosts: " .. table.concat(names, ", ", 1, math.min(3, #names)),
        },
        found = hidden[1].href,
      }
    end
    for i = 1, math.min(3, #made) do
      out:inform {
        at = made[i],
        message = { zh = "隐藏的链接指向网站建设单位，请核实", en = "a hidden link to whoever built the site; check it" },
        found = made[i].href,
      }
    end
    if report.kind ~= "other" or #report.hidden_links > 0 or #report.links > 0 or not page.is_unread(report, out) then
      out:pass()
    end
  end,
}
