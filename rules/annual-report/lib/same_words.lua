-- Whether two files of one report say the same in words: title, dates, and the text sentence by sentence, wherever a sentence stands.
-- Blanks and punctuation are the carrier's own, and so is where paragraphs end.

local signature = require "signature"

local same_words = {}

local LEAST = 8 -- characters; a shorter sentence has nothing of its own
local SHOWN = 60
local MANY = 6

-- What an office puts below a text when it sends it out, and no page has.
local imprint = "^[(]?(?:抄送|主送|抄报|分送|此件(?:主动|依申请)?公开|此页无正文)|日印发[。;]?$"

local function plain(s)
  return (text.gsub(s, "[\\s\\p{P}\\p{S}]+", ""))
end

local function contains(a, b)
  return text.contains(a, b) or text.contains(b, a)
end

-- On a page of the agency's site the title may leave its name out; 年度 is 年.
function same_words.title(own, theirs)
  if not own or not theirs or not own.line or not theirs.line then
    return true
  end
  local a, b = plain(own.text), plain(theirs.text)
  return contains(text.gsub(a, "年度", "年"), text.gsub(b, "年度", "年"))
end

local function signed(report)
  local list = {}
  for _, day in ipairs(report.dates) do
    if day.source == "signature" and day.date then
      list[#list + 1] = day
    end
  end
  return list
end

-- Days at the foot of the two files that cannot be one; nil if they agree, or one file has none.
function same_words.signed(report, other)
  local own, theirs = signed(report), signed(other)
  for _, a in ipairs(own) do
    for _, b in ipairs(theirs) do
      if a.date == b.date then
        return nil
      end
    end
  end
  if own[1] and theirs[1] then
    return own[1], theirs[1]
  end
end

local body = "(?:局|厅|委|办|政府|处|中心|院|馆|队|会|站|所|公司|学校|大学|学院|室|部|署|社|台|园|[市县区旗州盟镇乡]|街道)"

-- Whether a is b with characters left out: 发改局 of 发展和改革局.
local function shortens(a, b)
  return text.find(b, (text.gsub(a, "(.)", "$1.*"))) ~= nil
end

-- Agencies at the foot of the two files that cannot be one: { name, at } twice; nil if they agree, or one file names none.
function same_words.signer(report, other)
  local a, at = signature(report, body)
  local b, there = signature(other, body)
  if a and b and not shortens(a, b) and not shortens(b, a) then
    return { name = a, at = at }, { name = b, at = there }
  end
end

-- All that a reader of the file sees, as one string.
local function whole(report)
  local list = {}
  for _, paragraph in ipairs(report.blocks) do
    if not paragraph.hidden then
      list[#list + 1] = paragraph.text
    end
  end
  return plain(table.concat(list))
end

local function keys(report)
  local known = {}
  for _, section in ipairs(report.sections) do
    known[section.key] = true
  end
  return known
end

-- Headings of official sections are compared by themselves.
local function official(report)
  local told = {}
  for _, section in ipairs(report.sections) do
    if section.official and section.heading then
      told[section.heading.title] = true
    end
  end
  return told
end

-- The sentences of a report and its lesser headings: { said, words, at }.
local function sayings(report)
  local list = {}
  for _, heading in ipairs(report.headings) do
    list[#list + 1] = { said = heading.title, words = plain(heading.title), at = heading, section = heading.section, least = 2 }
  end
  for _, paragraph in ipairs(report.article) do
    for sentence in text.gmatch(paragraph.text, "[^。;!?]+[。;!?]") do
      if not text.find(sentence, imprint) then
        list[#list + 1] = { said = sentence, words = plain(sentence), at = paragraph, section = paragraph.section, least = LEAST }
      end
    end
  end
  return list
end

-- What the other file says nowhere, by section; a section that it lacks is told as such. Where most is other, the text as a whole is.
local function missing(report, other)
  local there, known, told = whole(other), keys(other), official(report)
  local list, count, all = {}, 0, sayings(report)
  for _, of in ipairs(all) do
    local key = of.section or ""
    if (key == "" or known[key]) and not told[of.said] and text.len(of.words) >= of.least and not text.contains(there, of.words) then
      if not list[key] then
        list[key], list[#list + 1] = {}, key
      end
      table.insert(list[key], of)
      count = count + 1
    end
  end
  return list, count >= MANY and count * 2 > #all
end

local function as_one(list)
  local one = { "", [""] = {} }
  for _, key in ipairs(list) do
    for _, of in ipairs(list[key]) do
      table.insert(one[""], of)
    end
  end
  return one
end

function same_words.noticed(report, code)
  for _, notice in ipairs(report.notices) do
    if notice.code == code then
      return true
    end
  end
  return false
end

local function cut(said)
  return text.len(said) > SHOWN and text.sub(said, 1, SHOWN) .. "…" or said
end

-- { key, count, at, found, expected, there } for every section whose words differ. In another script, or read off a picture, words are
-- not comparable.
function same_words.sections(report, other)
  local list = {}
  if report.script ~= other.script or same_words.noticed(report, "ocr") or same_words.noticed(other, "ocr") then
    return list
  end
  local here, other_here = missing(report, other)
  local there, other_there = missing(other, report)
  if other_here or other_there then
    here, there = as_one(here), as_one(there)
  end
  for _, key in ipairs(there) do
    if not here[key] then
      here[#here + 1] = key
    end
  end
  for _, key in ipairs(here) do
    local own, theirs = here[key] or {}, there[key] or {}
    list[#list + 1] = {
      key = key, count = math.max(#own, #theirs),
      at = own[1] and own[1].at, found = own[1] and cut(own[1].said),
      there = theirs[1] and theirs[1].at, expected = theirs[1] and cut(theirs[1].said),
    }
  end
  return list
end

return same_words
