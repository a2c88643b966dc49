-- In a passage the parts do not exceed their whole, and a list that closes itself reaches it (R25).
-- Which list belongs to which whole is worked out by the host; where another reading is possible, nothing
-- is said.

local basis = require "basis"

-- "60 + 50 = 110"
local function formula(s)
  local values = {}
  for _, part in ipairs(s.parts) do
    values[#values + 1] = tostring(part.value)
  end
  local sum = table.concat(values, " + ") .. " = " .. tostring(s.sum)
  return s.left and sum .. " ≠ " .. tostring(s.whole.value) .. " + " .. tostring(s.left.value) or sum
end

-- What the parts should make.
local function due_of(s)
  return s.whole.value + (s.left and s.left.value or 0)
end

local say = {
  over = {
    zh = "各部分之和%s大于总数%s",
    en = "the parts make %s, more than the whole of %s",
  },
  short = {
    zh = "各部分之和%s小于总数%s",
    en = "the parts make %s, less than the whole of %s",
  },
  channels = {
    zh = "各渠道之和%s大于总数%s，同一信息可能在几个渠道公开",
    en = "the channels make %s, more than the whole of %s; what was told on several may count once in it",
  },
  balance = {
    zh = "上年结转与新收共%s件，办结与结转下年共%s件",
    en = "%s came in or were carried over, %s were handled or went on",
  },
  open = {
    zh = "所列各部分之和%s未达到总数%s，列举可能不完全",
    en = "the parts listed make %s of %s; the list may be incomplete",
  },
}

-- Whether one digit makes the other number: left out, put in, changed, or two exchanged.
local function is_slip(a, b)
  a, b = tostring(a), tostring(b)
  local head = 0
  while head < #a and head < #b and a:byte(head + 1) == b:byte(head + 1) do
    head = head + 1
  end
  local x, y = a:sub(head + 1), b:sub(head + 1)
  return x:sub(2) == y:sub(2) or x == y:sub(2) or x:sub(2) == y
    or (#x > 1 and x:sub(3) == y:sub(3) and x:sub(1, 2) == y:sub(1, 2):reverse())
end

-- The number that is most likely wrong: a member larger than its whole, or the only one of which a slip of the
-- pen would make the sum hold; else the whole.
local function suspect(s)
  local whole, found, n = due_of(s), s.whole, 0
  if is_slip(s.whole.value, s.whole.value + s.sum - whole) then
    n = 1
  end
  if s.left and is_slip(s.left.value, s.left.value + s.sum - whole) then
    found, n = s.left, n + 1
  end
  for _, part in ipairs(s.parts) do
    local due = part.value + whole - s.sum
    if part.value > whole then
      return part
    elseif due >= 0 and is_slip(part.value, due) then
      found, n = part, n + 1
    end
  end
  return n == 1 and found or s.whole
end

-- The other numbers, as evidence.
local function others(s, at)
  local list = {}
  if at ~= s.whole then
    list[1] = s.whole.labelled
  end
  if s.left and at ~= s.left then
    list[#list + 1] = s.left.labelled
  end
  for _, part in ipairs(s.parts) do
    if part ~= at then
      list[#list + 1] = part.labelled
    end
  end
  return list
end

-- The statistics to 2018 count once in the whole what is told on several channels (A6).
local channel = "公报|网站|微博|微信|报刊|广播|电视|其[他它][^,。;0-9]{0,12}方式|其[他它]渠道|公示?栏"

local function by_channel(s)
  local n = 0
  for _, part in ipairs(s.parts) do
    n = n + (text.find(part.label, channel) and 1 or 0)
  end
  return n > 2 and n == #s.parts
end

-- `known` holds the wholes of which another list was wrong, and the lists that miss another whole: they are the mistake.
local function report_sum(s, outcome, known, relation)
  local message = say[s.left and "balance" or relation or s.relation]
  local sum, whole = tostring(s.sum), tostring(due_of(s))
  local at = suspect(s)
  local first, last = s.parts[1], s.parts[#s.parts]
  local of_whole, of_list = s.whole.line .. ":" .. s.whole.from, first.line .. ":" .. first.from .. ":" .. last.line .. ":" .. last.from
  local told = known[of_whole] or known[of_list]
  known[of_whole], known[of_list] = known[of_whole] or at, known[of_list] or at
  outcome {
    at = at.labelled,
    evidence = others(s, at),
    message = { zh = string.format(message.zh, sum, whole), en = string.format(message.en, sum, whole) },
    expected = whole,
    found = sum,
    formula = formula(s),
    cause = told and { rule = "narrative.sum", at = told.labelled }
      or { rule = "narrative.table", at = s.at }, -- a number that the table contradicts
  }
end

local function judge(out, s, form, known)
  if s.relation == "over" and form == "2008" and by_channel(s) then
    report_sum(s, function(finding) out:inform(finding) end, {}, "channels")
  elseif s.relation == "over" or s.relation == "short" then
    report_sum(s, function(finding) out:fail(finding) end, known)
  elseif s.relation == "open" then
    report_sum(s, function(finding) out:inform(finding) end, {})
  elseif s.relation == "holds" then
    out:pass { at = s }
  else
    return false
  end
  return true
end

return rule {
  id       = "narrative.sum",
  title    = { zh = "文中分项之和与总数相符", en = "Parts stated in the text add up to their whole" },
  why      = {
    zh = "“共N条，其中……”的分项之和不能大于总数；列有“其他”的，或者先列分项再写“共计”的，应当等于总数。",
    en = "The parts of a whole cannot exceed it, and a list that names the rest, or that ends in its total, must reach it.",
  },
  severity = "minor",
  basis    = basis.article("六", "六"),
  remedy   = { zh = "核对总数与各分项的统计口径，改正写错的数字。", en = "Check the whole and its parts and correct the wrong number." },
  check    = function(report, out)
    local examined, form, known = false, report.form, {}
    for _, s in ipairs(report:statements()) do
      examined = judge(out, s, form, known) or examined
    end
    if not examined then
      out:notapplicable {
        reason = { code = "no-sums", zh = "文中没有可以验算的总数和分项", en = "the text states no whole with its parts" },
      }
    end
  end,
}
