-- Numbered headings run without gap or repeat, and an announced number of items is given (D12, R27).

local run_in = require("sections").run_in
local tables = require "tables"

-- The levels; the odd one behind each is that of a list within a chapter that is numbered as the chapters are.
local rank = { chapter = 2, bracket = 4, arabic = 6, ["arabic-bracket"] = 8, running = 10 }
local numerals = { "一", "二", "三", "四", "五", "六", "七", "八", "九", "十" }

local function numeral(n)
  if n <= 10 then
    return numerals[n]
  elseif n < 20 then
    return "十" .. numerals[n - 10]
  end
  return tostring(n)
end

local written = {
  chapter = function(n) return numeral(n) .. "、" end,
  bracket = function(n) return "（" .. numeral(n) .. "）" end,
  arabic = function(n) return n .. "." end,
  ["arabic-bracket"] = function(n) return "(" .. n .. ")" end,
  running = function(n) return numeral(n) .. "是" end,
}

-- Chapters without a heading of their own, where they and nothing else make the gap: the first one that is missing, which is
-- one mistake with it; true where all of them run on with their text.
local function lost_between(report, previous, heading)
  local first, n, before = nil, 0, previous and previous.number or 0
  for _, official in ipairs(heading.style == "chapter" and report.official_sections or {}) do
    if official.required and not official.found and official.order > before and official.order < heading.number then
      n = n + 1
      first = first or not run_in(report, official) and official or nil
    end
  end
  if n == 0 or n ~= heading.number - before - 1 then
    return nil
  end
  return first and { rule = "structure.section-missing", at = { section = first.key } } or true
end

local function fault(report, out, heading, previous, due)
  local torn = rank[heading.style] <= rank.bracket and tables.torn(report)
  if torn and not (previous and heading.number == previous.number) then -- headings may have been lost with the table
    return out:unknown { at = heading, reason = tables.torn_reason(torn) }
  end
  local lost = lost_between(report, previous, heading)
  if lost == true then
    return out:pass { at = heading }
  end
  local zh, en
  if previous and heading.number == previous.number then
    zh, en = "序号重复", "the number stands twice"
  elseif previous then
    zh, en = "序号不连续", "the numbers do not run on"
  else
    zh, en = "序号没有从一开始", "the numbers do not start at one"
  end
  local title = text.sub(heading.title, 1, 20)
  out:fail {
    at = heading,
    evidence = { previous },
    message = { zh = zh .. "：“" .. title .. "”", en = en .. ": \"" .. title .. "\"" },
    expected = written[heading.style](due),
    found = written[heading.style](heading.number),
    cause = lost or nil,
  }
end

-- A list of this style begins behind a higher heading: was its first number merged into a paragraph?
local function merged(report, heading, from)
  local mark = "[(（]一[)）]|[(（]1[)）]"
  if heading.style == "arabic" then
    return true -- arabic numbers open paragraphs of all kinds; only what follows them can be judged
  elseif heading.style == "running" then
    mark = "一是|首先|第一"
  elseif heading.style == "arabic-bracket" then
    mark = "1[)）]"
  elseif heading.style == "chapter" then
    return false
  end
  for i = from, heading.index do
    local p = report.article[i]
    if p and text.find(p.text, mark) then
      return true
    end
  end
  return false
end

-- A list inside an item ("其中一是…") is no heading: then the numbers of its paragraph cannot be told apart.
local function nested(report, h)
  local p = h.style == "running" and report.article[h.index]
  if not p then
    return false
  end
  local opened, counted, at = 0, 0, 1
  while true do
    local _, to = text.find(p.text, "一是", at)
    if not to then
      break
    end
    opened, at = opened + 1, to + 1
  end
  for _, other in ipairs(report.headings) do
    if other.style == "running" and other.number == 1 and other.index == h.index then
      counted = counted + 1
    end
  end
  return opened > counted
end

-- The first paragraph under a chapter's heading: nothing stands before it that could hold number one.
local function opens_chapter(h, s)
  return h.style == "bracket" and s.last[rank.chapter] ~= nil and s.last[rank.chapter].standalone and h.index == s.since + 1
end

-- "1. 总体情况" before "二、…": a program that turned the page into text wrote the number in its own way.
local function numbered_otherwise(report, h)
  for _, section in ipairs(report.sections) do
    local own = section.heading
    if own and section.official and own.style ~= "chapter" and own.number == h.number - 1 and own.index < h.index then
      return true
    end
  end
  return false
end

-- The state of one walk: the last heading of each level, and the last number of each style anywhere.
local function step(report, out, h, style, s)
  local number, index = h.number, h.index
  local level = rank[style] + (h.nested and 1 or 0)
  local previous = s.last[level]
  local before = previous and s.running[level] -- the number of the previous one
  if style == "running" and previous and index - previous.index > 1 then
    previous, before = nil, nil
  elseif s.multiple and level == rank.chapter and previous and number < before then
    previous, before = nil, nil -- the next text of a collection begins
  end
  if level == rank.chapter and number == 1 and previous and before > 1 then
    s.outer = previous -- "一、…" inside of chapter five: chapter six will go on behind it
  end
  if level == rank.chapter and previous and s.outer and number == s.outer.number + 1 then
    out:pass()
    s.outer = nil
  elseif number == 1 and (not previous or before ~= 1 or s.multiple or level > rank.chapter) then
    out:pass()
  elseif previous and number == before + 1 then
    out:pass()
  elseif previous and nested(report, h) or level == rank.chapter and number > 1 and numbered_otherwise(report, h) then
    out:pass()
  elseif previous then
    fault(report, out, h, previous, before + 1)
  elseif s.running[level] ~= number - 1 and (h.standalone or opens_chapter(h, s)) and not merged(report, h, s.since) then
    fault(report, out, h, nil, 1) -- numbers that run on over chapters are no defect
  end
  s.last[level], s.running[level] = h, number
  for lower = level + 1, rank.running do
    s.last[lower] = nil
  end
  if level < rank.running then
    s.since = index
  end
end

-- "附件：1.…" and "2.…" below it: the list of what is attached goes on.
local function is_attached(report, h)
  if h.style ~= "arabic" then
    return false
  end
  for i = h.index - 1, math.max(1, h.index - 12), -1 do
    local p = report.article[i]
    if not p or text.find(p.text, "^附件") then
      return p ~= nil
    elseif not text.find(p.text, "^[0-9]{1,2}[.、]") then
      return false
    end
  end
  return false
end

local function walk(report, out)
  local s = { last = {}, running = {}, since = 1, multiple = report.kind ~= "annual-report" }
  local numbered = false
  for _, h in ipairs(report.headings) do
    local style = h.style
    if rank[style] and h.number > 0 and not is_attached(report, h) then
      step(report, out, h, style, s)
      numbered = true
    end
  end
  if not numbered then
    out:notapplicable {
      reason = { code = "no-numbers", zh = "文中没有编序号的标题", en = "no heading of the text is numbered" },
    }
  end
end

-- The text from a match on, up to the next heading that opens a part.
local function following(report, m)
  local lines = { m.paragraph.text }
  local index = m.paragraph.index
  for i = index and index + 1 or 1, index and math.min(#report.article, index + 30) or 0 do
    local p = report.article[i]
    if p.heading or text.find(p.text, "^(?:[一二三四五六七八九十]+、|[(（][一二三四五六七八九十]+[)）])") then
      break
    end
    lines[#lines + 1] = p.text
  end
  return table.concat(lines, "\n")
end

-- The number of an item as it is written in its mark: 2, 二.
local function number_of(written_as)
  return tonumber(written_as) or text.ordinal(written_as)
end

local circled = { "①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧", "⑨" }

-- What the n-th item bears where the first one bears 1., (1), (一) or ①.
local function item_text(first, n)
  if first == "①" then
    return circled[n]
  elseif first == "(一)" then
    return "(" .. numerals[n] .. ")"
  end
  return (text.gsub(first, "1", tostring(n)))
end

-- What an item of a list within a text begins with, by what its first one does.
local function item_mark(first, n)
  if first == "一是" then
    return numerals[n] .. "是"
  elseif first == "第一" then
    return "第" .. numerals[n] .. "(?=[,、是:])"
  elseif first == "①" then
    return circled[n]
  end
  return "(?<![0-9])\\Q" .. item_text(first, n) .. "\\E(?![0-9])"
end

-- How many items follow each other from byte `at` of s: 一是, 二是 …, 第一, 第二 …, 1., 2. …
local function running_items(s, at, first)
  local n = 0
  local _, behind = text.find(s, item_mark(first, 1), at)
  local stop = behind and text.find(s, item_mark(first, 1), behind + 1) or #s + 1
  while behind do
    n = n + 1
    if n >= #circled then
      break
    end
    local from, to = text.find(s, item_mark(first, n + 1), behind + 1)
    if not from or from > stop then
      break
    end
    behind = to
  end
  return n
end

local function announced_fails(out, m, due, given)
  out:fail {
    at = m,
    message = {
      zh = "写明" .. due .. "项，列出" .. given .. "项",
      en = due .. " items are announced, " .. given .. " given",
    },
    expected = due,
    found = given,
  }
end

local function announced_running(report, out, pattern)
  for _, m in ipairs(report:matches(pattern)) do
    local said = m[1] or m[2] or m[3]
    local due = text.ordinal(said) or tonumber(said)
    local s = following(report, m)
    local given = running_items(s, text.find(s, "\\Q" .. m.text .. "\\E", 1), text.match(m.text, "(?:一是|第一|1[.、]|[(]1[)]|①)$"))
    if due and due >= 2 and due <= 9 and given >= 2 and given ~= due then
      announced_fails(out, m, due, given)
    end
  end
end

-- "从以下两个方面改进:" and then "一是…" as the last that is said: the text breaks off.
local function broken_off(report, out)
  for _, m in ipairs(report:matches("broken_off")) do
    local due = text.ordinal(m[1]) or tonumber(m[1])
    local s = following(report, m)
    local rest = text.match(s, "\\n *一是([\\s\\S]*)$")
    if due and rest and not text.find(rest, "[二三四五六七八九]是|第[二三]|[(（][2-9二三][)）]|(?m:^ *[2-9二三四][.、])|另|其次|再次|此外|同时|最后|还") then
      announced_fails(out, m, due, 1)
    end
  end
end

-- The list of headings that opens right behind paragraph `index`: how many there are, and the last one's number.
local function heading_items(report, index)
  local first, n, last = nil, 0, 0
  for _, h in ipairs(report.headings) do
    if not first and h.index > index and h.index <= index + 1 and h.number == 1 and rank[h.style] then
      first = h
    end
    if first and h.style == first.style then
      if n > 0 and h.number <= n then
        break
      end
      n, last = n + 1, h.number
    elseif first and rank[h.style] and rank[h.style] < rank[first.style] then
      break
    end
  end
  return n, last
end

local function announced_headings(report, out, pattern)
  for _, m in ipairs(report:matches(pattern)) do
    local index = m.paragraph.index
    local due = text.ordinal(m[1]) or tonumber(m[1])
    local given = index and heading_items(report, index) or 0
    if due and due >= 2 and due <= 9 and given >= 2 and given ~= due then
      announced_fails(out, m, due, given)
    end
  end
end

-- "分成11大项" before a list that is numbered otherwise; a gap in it is told for itself.
local function announced_classes(report, out)
  for _, m in ipairs(report:matches("announced_classes")) do
    local index = m.paragraph.index
    local due = text.ordinal(m[1]) or tonumber(m[1])
    local _, last = heading_items(report, index or 0)
    if due and index and last >= 2 and last ~= due then
      out:fail {
        at = m,
        message = { zh = "写明" .. due .. "项，序号到" .. last .. "为止", en = due .. " items are announced, the numbers end at " .. last },
        expected = due,
        found = last,
      }
    end
  end
end

-- "1.目录更新不勤；2.培训偏少；2.解读单一", "（一）…；（二）…；（二）…": the number stands twice within a paragraph, behind the one before it.
local function repeated_points(report, out)
  for _, m in ipairs(report:matches("pointed")) do
    local n = number_of(m[1] or m[3])
    local first = m[1] and "1" .. m[2] or tonumber(m[3]) and "(1)" or "(一)"
    local mark = item_text(first, n)
    if text.find(m:before(200), "(?:^|[。;:!?,])\\Q" .. item_text(first, n - 1) .. "\\E(?![0-9])") then
      out:fail {
        at = m,
        message = { zh = "序号重复：" .. mark, en = "the number " .. mark .. " stands twice" },
        expected = item_text(first, n + 1),
        found = mark,
      }
    end
  end
end

-- "通过四种方式公开：网站、微信、公示栏。": fewer are named than announced. Members that 和 joins may be two.
local function announced_names(report, out)
  for _, m in ipairs(report:matches("named")) do
    local due, list = text.ordinal(m[1]) or tonumber(m[1]), m[2]
    local given = 1
    for _ in text.gmatch(list, "、") do
      given = given + 1
    end
    if due and given >= 2 and given < due and not text.find(list, "等|其他|[和及与或以]|[^、]{9}") then
      announced_fails(out, m, due, given)
    end
  end
end

-- "1.健全机构；2.充实人员；4.完善制度": a number is passed over within a paragraph.
local function skipped_points(report, out)
  local seen = {}
  for _, m in ipairs(report:matches("skipped")) do
    local first, last = text.match(m.text, "^[。;:!?,]?([0-9][.、]|[(][0-9一二三四五六七八九][)]|[①-⑨])"), text.match(m.text, "([0-9][.、]|[(][0-9一二三四五六七八九][)]|[①-⑨])$")
    local form = text.match(first, "[0-9]") and text.gsub(first, "[0-9]", "1") or text.match(first, "[(]") and "(一)" or "①"
    for n = 1, 7 do
      if text.find(first, "^" .. item_mark(form, n) .. "$") and text.find(last, "^" .. item_mark(form, n + 2) .. "$")
        and not text.find(m.paragraph.text, item_mark(form, n + 1)) and not seen[m.paragraph.order] then
        seen[m.paragraph.order] = true
        out:fail {
          at = m,
          message = { zh = "序号不连续：" .. first .. "之后是" .. last, en = last .. " follows upon " .. first },
          expected = item_text(form, n + 1),
          found = last,
        }
      end
    end
  end
end

local counters = { "个", "种", "项", "条", "点", "大" }
local nouns = { "方面", "方式", "措施", "问题", "内容", "途径", "渠道", "形式", "不足", "短板", "举措", "重点", "工作", "困难" }
local counter = "(?:" .. table.concat(counters, "|") .. ")"
local noun = "(?:" .. table.concat(nouns, "|") .. ")"

-- 个方面, 项措施 …: one of them stands in every list that is announced.
local counted = {}
for _, c in ipairs(counters) do
  for _, n in ipairs(nouns) do
    counted[#counted + 1] = c .. n
  end
end

local count = "(?<![第十百0-9])([二两三四五六七八九]|[2-9])"

local leads = "(?:以下|如下|下列|主要|存在|采取|通过|有|是|从|体现|表现|做好|抓好|分为)"
local items = count .. counter .. "?" .. noun .. "[^。;,:一二三四五六七八九]{0,8}"
local official = { "《党政机关公文格式》（GB/T 9704-2012）结构层次序数" }

return rule {
  id        = "structure.numbering",
  title     = { zh = "序号连续，列举数与所列一致", en = "Numbering runs through and lists are complete" },
  why       = {
    zh = "序号跳号、重号或项数不符，往往是漏写、误删或拼接的痕迹。",
    en = "Gaps and repeats in the numbering, or a count that is off, are mostly traces of what was left out, deleted or pasted.",
  },
  severity  = "minor",
  documents = "any",
  basis     = { ["2008"] = official, ["2019"] = official, ["2021"] = official },
  remedy    = { zh = "按顺序改正序号，或补上缺少的内容。", en = "Correct the numbers, or add what is missing." },
  patterns  = {
    announced_running = { pattern = "(?:" .. leads .. "[^。;,:]{0,10}?" .. items .. "[:,。]?|" .. items .. ":"
        .. "|" .. count .. "(?:[个项条种道招]\\p{sc:Han}{2,6}|点|件(?:大|实|要|小)?事):)(?:一是|第一(?=[,、是:]))",
      literal = { "一是", "第一" } },
    announced_list = { pattern = count .. counter .. noun .. "[^。;,:一二三四五六七八九]{0,6}:$", literal = counted },
    announced_classes = {
      pattern = "(?:分成|分为|划分为|归为|归纳为)(?:以下|如下)?(十[一二三四五六七八九]?|[二三四五六七八九]|1[0-9]|[2-9])大(?:项|类|部分|块)[^。;:]{0,20}[。:]$",
      literal = { "大项", "大类", "大部分", "大块" },
    },
    broken_off = { pattern = "(?:以下|如下|下列)" .. count .. counter .. noun .. "[^。;,:]{0,10}[:,。]$", literal = counted },
    -- No other number of the list stands between the two.
    pointed = {
      pattern = "[。;:!?]([2-9])([.、])(?![0-9])(?:(?![。;:!?][0-9]{1,2}[.、](?![0-9])).){4,300}[。;!?]\\1\\2(?![0-9])"
        .. "|[。;:!?,][(]([2-9二三四五六七八九])[)][^()]{4,200}[。;!?,][(]\\3[)](?!项)",
      literal = { "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)",
        ";(二)", ";(三)", ";(四)", ";(五)", ";(六)", ";(七)", ";(八)", ";(九)", "。(二)", "。(三)", "。(四)", "。(五)", "。(六)", "。(七)", "。(八)", "。(九)",
        ";2", ";3", ";4", ";5", ";6", ";7", ";8", ";9", "。2", "。3", "。4", "。5", "。6", "。7", "。8", "。9" },
    },
    skipped = {
      pattern = "(?:[。;:!?,]|^)(?:[1-7]([.、])(?![0-9])(?:(?![。;:!?][0-9]{1,2}[.、](?![0-9])).){4,300}[。;!?][3-9]\\1(?![0-9])"
        .. "|[(][1-7][)][^()]{4,200}[。;!?,][(][3-9][)]"
        .. "|[(][一二三四五六七][)][^()]{4,200}[。;][(][三四五六七八九][)](?!项)|[①-⑦][^①-⑳]{4,300}[。;!?,][③-⑨])",
      literal = {
        ";3", ";4", ";5", ";6", ";7", ";8", ";9", "。3", "。4", "。5", "。6", "。7", "。8", "。9", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)",
        "③", "④", "⑤", "⑥", "⑦", "⑧", "⑨",
        ";(三)", ";(四)", ";(五)", ";(六)", ";(七)", ";(八)", ";(九)", "。(三)", "。(四)", "。(五)", "。(六)", "。(七)", "。(八)", "。(九)",
      },
    },
    named = {
      pattern = count .. "(?:种|个|类|大)?(?:方式|渠道|途径|形式|载体|平台|方面|环节)(?:公开|发布|进行|开展|推进|主动|信息|政府|予以){0,4}:([^。;:,0-9()]{4,60})[。;]",
      literal = { "方式", "渠道", "途径", "形式", "载体", "平台", "方面", "环节" },
    },
    announced_points = { pattern = items .. ":(?:1[.、](?![0-9])|[(]1[)]|①)", literal = { ":1.", ":1、", ":(1)", ":①" } },
    announced_below = "(?:以下|下列|如下)" .. count .. counter .. noun .. "[^。;,:一二三四五六七八九]{0,6}。$",
  },
  check     = function(report, out)
    walk(report, out)
    announced_running(report, out, "announced_running")
    announced_running(report, out, "announced_points")
    announced_headings(report, out, "announced_list")
    announced_headings(report, out, "announced_below")
    announced_classes(report, out)
    broken_off(report, out)
    announced_names(report, out)
    repeated_points(report, out)
    skipped_points(report, out)
  end,
}
