-- No words of gambling, pornography or a betting brand on the page: title, meta tags, head, text, hidden text (D29).
-- Words of ordinary administration (体育局, 体育彩票公益金, 成人教育) are none, nor is a text against gambling.

local page = require "page"
local words = require "spam_words"

-- What is said about fighting it, before the word; and the weaker words around it.
local fights = "(?:打击|打掉|整治|查处|查获|收缴|没收|破获|捣毁|严禁|禁止|取缔|防范|抵制|拒绝|反诈|诈骗|禁赌|扫黄|境外|涉嫌|赌博)[^。;!?]{0,24}$"
local weaker = "打击|整治|治理|清理|清查|举报|非法|违法|违规|涉赌|赌博|监管|专项行动|警示|宣传教育|诈骗|案件|案例"

-- Words that advertise, whoever writes them.
local sells = "官网|官方|网址|入口|下载|登录|注册|开户|直播|在线|平台|app|APP|娱乐|开奖|_"

-- Of a word. \p{Han} would take 。 and 、 too.
local letter = "[\u{3400}-\u{9FFF}A-Za-z0-9_]"

-- The characters before and behind a word that belong to it: 38365365体育在线投注.
local function tails(before, behind)
  return text.match(before, letter .. "{0,12}$") or "", text.match(behind, "^" .. letter .. "{0,10}") or ""
end

-- A sentence that speaks against gambling names it without being it.
local function is_against(before, word, behind)
  local head, tail = tails(before, behind)
  before = text.match(before, "[^。;!?_|]{0,30}$") or ""
  behind = text.match(behind, "^[^。;!?_|-]{0,20}") or ""
  if text.find(before, fights) then
    return true
  end
  return text.find(before .. behind, weaker) ~= nil and not text.find(head .. word .. tail, sells)
end

local names = { "betting", "casino", "brands", "sites", "lottery", "adult", "films", "latin" }
local function finding(out, at, word, where)
  out:fail {
    at = at,
    message = {
      zh = where.zh .. "出现博彩、色情或其他非法推广词语“" .. word .. "”",
      en = where.en .. " holds words of gambling, pornography or another unlawful trade: \"" .. word .. "\"",
    },
    found = word,
  }
end

-- Title and meta tags are no text blocks. The whole word around the leftmost one in the string, unless the
-- string speaks against it.
local function search_string(report, s)
  local from, to = report:search(s, names)
  if not from then
    return nil
  end
  local before, word, behind = s:sub(1, from - 1), s:sub(from, to), s:sub(to + 1)
  if is_against(before, word, behind) then
    return nil
  end
  local head, tail = tails(before, behind)
  return head .. word .. tail
end

-- All of them at once first: hardly any page has such words.
local function in_strings(report, out, seen)
  local title = report.page_title
  local strings = { title and title.text or "" }
  for _, meta in ipairs(report.metas) do
    strings[#strings + 1] = meta.text
  end
  if not report:search(table.concat(strings, "\n"), names) then
    return
  end
  local word = title and search_string(report, title.text)
  if word then
    seen[word] = true
    finding(out, title, word, { zh = "网页标题中", en = "the title of the page" })
  end
  for _, meta in ipairs(report.metas) do
    local hit = search_string(report, meta.text)
    if hit and not seen[hit] then
      seen[hit] = true
      finding(out, meta, hit, { zh = "网页元数据中", en = "a meta tag of the page" })
    end
  end
end

-- The first such word of every block, in reading order.
local function hits_by_block(report)
  local blocks, order = {}, {}
  for _, name in ipairs(names) do
    for _, m in ipairs(report:matches(name, "all")) do
      local block, word = m.paragraph.order, m.text
      local known = blocks[block]
      if not (known and known.from <= m.from) then
        local before, behind = m:before(30), m:behind(20)
        if not is_against(before, word, behind) then
          if not known then
            order[#order + 1] = block
          end
          local head, tail = tails(before, behind)
          blocks[block] = { from = m.from, match = m:widen(#head, #tail), word = head .. word .. tail }
        end
      end
    end
  end
  table.sort(order)
  return blocks, order
end

local function in_blocks(report, out, seen)
  local blocks, order = hits_by_block(report)
  for _, key in ipairs(order) do
    local hit = blocks[key]
    if not seen[hit.word] then
      seen[hit.word] = true
      finding(out, hit.match, hit.word, hit.match.paragraph.hidden and { zh = "页面隐藏的文字中", en = "hidden text of the page" }
        or { zh = "页面文字中", en = "the page" })
    end
  end
end

return rule {
  id        = "safety.spam",
  title     = { zh = "页面没有博彩、色情等非法推广内容", en = "No gambling, pornography or hijacked brand on the page" },
  why       = {
    zh = "页面被篡改或被冒用时，常在标题前加上博彩品牌，或把“关于”等词替换为推广词。",
    en = "A page that was tampered with or copied bears a betting brand before its title or in place of ordinary words.",
  },
  severity  = "veto",
  documents = "any",
  basis     = { "《政府网站与政府系统政务新媒体检查指标》（国办秘函〔2019〕19号）单项否决指标“安全、泄密事故等严重问题”" },
  remedy    = {
    zh = "立即清除该内容，检查网站是否被篡改，排查原因并报告主管部门；不要从来历不明的镜像站取用网页。",
    en = "Remove it at once, find out how it came there and report it; do not take pages from unknown mirrors.",
  },
  patterns  = words,
  check     = function(report, out)
    local seen = {}
    in_strings(report, out, seen)
    in_blocks(report, out, seen)
    if not page.is_unread(report, out) then
      out:pass()
    end
  end,
}
