-- Duties about the law that a report cites: what it applies was in force.

local declare = require "declare"
local fill = declare.fill

local law = {}

-- The sentence of a match, up to 120 characters on each side.
local function sentence(m)
  return text.match(m:before(120), "[^。;!?]*$") .. m.text .. text.match(m:behind(120), "^[^。;!?]*")
end

-- Whether this wording is wrong in the report: law ended applies no more from the year on in which it ended; what
-- began later was not in force, unless the report itself came later.
local function is_out_of_force(report, cited)
  local year = report.year
  if cited.ended then
    return year >= date.year(cited.ended)
  end
  local published = report.published
  return year < date.year(cited.began)
    and (published and published.date < cited.began or (not published and year + 1 < date.year(cited.began)))
end

-- Each wording once, with all its places.
local function judge(report, out, cited)
  local places = {}
  for _, m in ipairs(report:matches(cited.patterns)) do
    local s = (cited.unless or cited.need) and sentence(m)
    if not (cited.unless and text.find(s, cited.unless)) and not (cited.need and not text.find(s, cited.need)) then
      places[#places + 1] = m
    end
  end
  if #places > 0 then
    out:fail {
      at = places[1],
      evidence = table.move(places, 2, #places, 1, {}),
      message = fill(cited.message),
      expected = cited.expected,
      found = places[1].raw,
      basis = cited.basis and { cited.basis } or nil,
    }
  end
end

--- What the report cites was in force for its year. Each wording that is wrong from or up to a day is listed.
--- 引用的法规在报告年度有效：逐条列出某日起失效（ended）或某日起才施行（began）的写法。
---
--- Each member of `cited`: `patterns` (a name of the rule's own `patterns`), `ended` (the first day without it) or
--- `began` (its first day), `need` and `unless` (regular expressions on the sentence), `expected`, `message`, `basis`.
--- 每项写：patterns（本规则 patterns 中的名字）、ended 或 began、need 和 unless（对所在句子的要求和例外）、expected、message、basis。
--- ```lua
--- local duty = require "duty"
--- local message = { zh = "引用了已废止的文件", en = "cites what was repealed" }
--- local check = duty.law_in_force { cited = { { patterns = "old", ended = "2019-05-15", message = message } } }
--- assert(type(check) == "function") -- runs in a rule that has such a pattern
--- ```
---@class LawInForce
---@field cited table[] the wordings; 各种写法
---@field only? table for which bodies; 只适用于哪些机关
---@param o LawInForce
---@return function check
function law.in_force(o)
  declare.fields("duty.law_in_force", o, { cited = "entries!", only = "only" })
  declare.entries("duty.law_in_force", o.cited, "cited", {
    patterns = "text!", ended = "date", began = "date", need = "pattern", unless = "pattern", expected = "text",
    message = "message!", basis = "text",
  })
  local all = o.cited
  for _, cited in ipairs(all) do
    if (cited.ended == nil) == (cited.began == nil) then
      declare.wrong("duty.law_in_force", "每项写且只写 ended、began 中的一个", "write one of 'ended' and 'began' in each")
    end
  end
  return declare.only(o.only, function(report, out)
    if not report.year then
      return out:unknown {
        reason = { code = "year-unknown", zh = "报告年度不明，不能判断适用哪一版条例", en = "the report year is unknown" },
        cause = { rule = "identity.year" },
      }
    end
    for _, cited in ipairs(all) do
      if is_out_of_force(report, cited) then
        judge(report, out, cited)
      end
    end
    out:pass()
  end)
end

return law
