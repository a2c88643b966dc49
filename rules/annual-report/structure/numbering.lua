-- Numbered headings run without gap or repeat, and an announced number of items is given (D12, R27).

local rank = { chapter = 1, bracket = 2, arabic = 3, ["arabic-bracket"] = 4, running = 5 }
local sample = {
  chapter = function(n) return "第" .. n .. "项（一、二、…）" end,
  bracket = function(n) return "第" .. n .. "项（（一）（二）…）" end,
  arabic = function(n) return n .. "." end,
  ["arabic-bracket"] = function(n) return "(" .. n .. ")" end,
  running = function(n) return "第" .. n .. "项（一是二是…）" end,
}

local function fault(out, heading, previous, due)
  local zh, en
  if previous and heading.number == previous.number then
    zh, en = "序号重复", "the number stands twice"
  elseif previous then
    zh, en = "序号不连续", "the numbers have a gap"
  else
    zh, en = "序号没有从一开始", "the numbers do not start at one"
  end
  out:fail {
    at = heading,
    evidence = { previous },
    message = { zh = zh .. "：“" .. heading.title .. "”", en = en .. ": \"" .. heading.title .. "\"" },
    expected = sample[heading.style](due),
    found = heading.number,
  }
end

-- A list of this style begins behind a higher heading: was its first number merged into a paragraph?
local function merged(report, heading, from)
  local mark = "(一)"
  if heading.style == "arabic" then
    return true -- arabic numbers open paragraphs of all kinds; only what follows them can be judged
  elseif heading.style == "running" then
    mark = "一是"
  elseif heading.style == "arabic-bracket" then
    mark = "(1)"
  elseif heading.style == "chapter" then
    return false
  end
  for i = from, heading.index do
    local p = report.article[i]
    if p and text.contains(p.text, mark) then
      return true
    end
  end
  return false
end

-- One list: the headings of one style under one higher heading.
local function walk(report, out, multiple)
  local last, since = {}, 1
  for _, h in ipairs(report.headings) do
    local level = rank[h.style]
    if level then
      local previous = last[level]
      if h.style == "running" and previous and h.index - previous.index > 1 then
        previous = nil
      end
      if h.number == 1 and (previous == nil or previous.number ~= 1 or multiple or level > 1) then
        out:pass { at = h }
      elseif previous and h.number == previous.number + 1 then
        out:pass { at = h }
      elseif previous then
        fault(out, h, previous, previous.number + 1)
      elseif h.standalone and not merged(report, h, since) then
        fault(out, h, nil, 1)
      end
      last[level] = h
      for lower = level + 1, 5 do
        last[lower] = nil
      end
      if level < 5 then
        since = h.index
      end
    end
  end
end

local function announced(report, out)
  for _, m in ipairs(report:matches("announced")) do
    local due = text.ordinal(m[1]) or tonumber(m[1])
    local paragraph = m.paragraph
    local given, at = 0, 1
    while given < 20 do
      local from, to = text.find(paragraph.text, "[" .. ("一二三四五六七八九"):sub(given * 3 + 1, given * 3 + 3) .. "]是", at)
      if not from then
        break
      end
      given, at = given + 1, to + 1
      if given == 9 then
        break
      end
    end
    if due and due >= 2 and due <= 9 and given >= 2 and given ~= due then
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
  end
end

return rule {
  id        = "structure.numbering",
  title     = { zh = "序号连续，列举数与所列一致", en = "Numbering runs through and lists are complete" },
  severity  = "minor",
  documents = "any",
  basis     = { ["2008"] = { "《党政机关公文格式》（GB/T 9704-2012）结构层次序数" },
                ["2019"] = { "《党政机关公文格式》（GB/T 9704-2012）结构层次序数" },
                ["2021"] = { "《党政机关公文格式》（GB/T 9704-2012）结构层次序数" } },
  remedy    = { zh = "按顺序改正序号，或补上缺少的内容。", en = "Correct the numbers, or add what is missing." },
  patterns  = {
    announced = "([一二三四五六七八九]|[2-9])(?:个|种|项|条|点|大)(?:方面|方式|措施|问题|内容|途径|渠道|形式|不足|短板|举措|重点)[^。;一二三四五六七八九]{0,6}[:,：，。]?一是",
  },
  check     = function(report, out)
    walk(report, out, report.kind ~= "annual-report")
    announced(report, out)
  end,
}
