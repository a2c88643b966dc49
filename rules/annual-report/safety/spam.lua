-- No words of gambling, pornography or a betting brand on the page: title, meta tags, head, text, hidden text (D29).
-- Words of ordinary administration (体育局, 体育彩票公益金, 成人教育) are none, nor is a text against gambling.

local words = require "spam_words"

-- What is said about fighting it, before the word; and the weaker words around it.
local fights = "(?:打击|打掉|整治|查处|查获|收缴|没收|破获|捣毁|严禁|禁止|取缔|防范|抵制|拒绝|反诈|诈骗|禁赌|扫黄|境外|涉嫌|赌博)[^。;!?]{0,24}$"
local weaker = "打击|整治|治理|清理|清查|举报|非法|违法|违规|涉赌|赌博|监管|专项行动|警示|宣传教育|诈骗|案件|案例"

-- Words that advertise, whoever writes them.
local sells = "官网|官方|网址|入口|下载|登录|注册|开户|直播|在线|平台|app|APP|娱乐|开奖|_"

local function escaped(s)
  return text.gsub(s, "([.+*?()\\[\\]{}|^$\\\\])", "\\\\$1")
end

-- The whole word that the match stands in: 38365365体育在线投注.
local function whole(core)
  return "[\\p{Han}A-Za-z0-9_]{0,12}" .. escaped(core) .. "[\\p{Han}A-Za-z0-9_]{0,10}"
end

local function word_around(all, core)
  return text.match(all, whole(core)) or core
end

-- A sentence that speaks against gambling names it without being it.
local function is_against(all, core)
  local from, to = text.find(all, escaped(core))
  local before = text.match(all:sub(1, from - 1), "[^。;!?_|]{0,30}$") or ""
  local behind = text.match(all:sub(to + 1), "^[^。;!?_|-]{0,20}") or ""
  if text.find(before, fights) then
    return true
  end
  return text.find(before .. behind, weaker) ~= nil and not text.find(word_around(all, core), sells)
end

local names = { "betting", "casino", "brands", "lottery", "adult", "latin" }
local any_word = {}
for i, name in ipairs(names) do
  any_word[i] = "(?:" .. words[name] .. ")"
end
any_word = table.concat(any_word, "|")

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

-- Title and meta tags are no text blocks. The first word of the string; its leftmost one.
local function search_string(s)
  local from, to = text.find(s, any_word)
  return from and s:sub(from, to)
end

-- A page stuffed with one word is told by its first places; to look at thousands would break the limits.
local function often(seen, m)
  local what = (m.line or 0) .. " " .. m.text
  seen[what] = (seen[what] or 0) + 1
  return seen[what] > 8
end

-- The first such word of every block, in reading order.
local function hits_by_block(report)
  local blocks, order, seen = {}, {}, {}
  for _, name in ipairs(names) do
    for _, m in ipairs(report:matches(name, "all")) do
      if often(seen, m) then
        goto next
      end
      local all = m.paragraph.text
      local key = string.format("%08d ", m.line or 0) .. all:sub(1, 90)
      local from = text.find(all, escaped(m.text)) or 0
      if not is_against(all, m.text) then
        if not blocks[key] then
          order[#order + 1] = key
        end
        if not blocks[key] or from < blocks[key].from then
          blocks[key] = { from = from, match = m.paragraph:find(whole(m.text)) or m, word = word_around(all, m.text) }
        end
      end
      ::next::
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
    local title = report.page_title
    local word = title and search_string(title.text)
    if word and not is_against(title.text, word) then
      word = word_around(title.text, word)
      seen[word] = true
      finding(out, title, word, { zh = "网页标题中", en = "the title of the page" })
    end
    for _, meta in ipairs(report.metas) do
      local hit = search_string(meta.text)
      local full = hit and word_around(meta.text, hit)
      if hit and not seen[full] and not is_against(meta.text, hit) then
        seen[full] = true
        finding(out, meta, full, { zh = "网页元数据中", en = "a meta tag of the page" })
      end
    end
    in_blocks(report, out, seen)
    out:pass()
  end,
}
