-- One thing has one value in the text (D22): how much was published, how many requests came in, how many reviews
-- there were. Channels, parts of the year, offices and other words count other things.

local basis = require "basis"
local claims = require "claims"

-- What a sentence may begin with when it speaks of the whole year and the whole agency.
local neutral = "^(?:[(（]?[一二三四五六七八九十0-9]{1,2}[)）、.]?(?:是)?)?(?:[^,。;:0-9]{2,16}[。:])?(?:20[0-9]{2}年度?|本年度?|全年|一年来|年内"
  .. "|我[局镇县市区委乡]|本[局镇县市区委乡]|本机关|共计?|总计|合计|[,:])*$"
local published = "^(?:20[0-9]{2}年度?|本年度?|全年|一年来|年内|我[局镇县市区委乡]|本[局镇县市区委乡]|本机关|共计?|总计|合计)*"
  .. "((?:主动公开|公开|发布)(?:了)?(?:各类)?(?:政府|政务)?信息)(?:数量|总数|总量)?(?:共计|共|合计|总计|为|达)?$"

local prefixes = { "公开了", "公开各类", "公开政府信息", "公开政务信息", "公开信息",
  "发布了", "发布各类", "发布政府信息", "发布政务信息", "发布信息" }

-- What counts as one thing, for claims about requests and disputes.
local one = { disputes = true, new = true, received = true, carried_in = true, carried_out = true, review = true, suits = true, made = true,
  repealed = true, valid = true }

local function note(known, order, key, at, value)
  if not known[key] then
    known[key] = {}
    order[#order + 1] = key
  end
  table.insert(known[key], { at = at, value = value })
end

-- The totals of what was published: "全年公开信息1264条".
local function totals(report, known, order)
  local seen = {}
  for _, m in ipairs(report:matches("published")) do
    local paragraph = m.paragraph
    if not seen[paragraph.order] then
      seen[paragraph.order] = true
      local all = paragraph.text
      for _, q in ipairs(paragraph:quantities()) do
        local what = (q.class == "item" or q.class == "case") and not q.approximate and not q.comparison and not q.cumulative and text.match(q.label, published)
        if what and (not q.year or q.year == report.year) then
          local lead = all:sub(1, q.from - 1 - #q.label)
          local sentence = text.match(lead, "[^。!?;]*$")
          if text.find(sentence, neutral) then
            note(known, order, text.gsub(what, "了", "") .. q.unit, q.labelled, q.value)
          end
        end
      end
    end
  end
end

return rule {
  id       = "narrative.itself",
  title    = { zh = "文中前后数字一致", en = "The text gives one value for one thing" },
  why      = {
    zh = "同一件事前后写了两个数，至少有一个是错的，或者口径没有写清楚。",
    en = "Of two values for one thing at least one is wrong, or what they count is not said.",
  },
  severity = "advice",
  basis    = basis.article("六", "六"),
  remedy   = { zh = "核对前后两处，改正写错的数字，或者写明各自的口径。", en = "Check both places; correct the wrong number, or say what each counts." },
  history  = { { date = "2026-11", text = { zh = "新增规则。", en = "New rule." } } },
  claims   = claims.declared,
  patterns = { published = { pattern = "(?:公开|发布)(?:了)?(?:各类)?(?:政府|政务)?信息[^,。;0-9]{0,12}[0-9]", literal = prefixes } },
  check    = function(report, out)
    -- Where there are tables, narrative.table holds each number against them.
    local has_table = report.requests ~= nil and report.requests.present
    local known, order, examined = {}, {}, false
    totals(report, known, order)
    for _, claim in ipairs(has_table and {} or report:claims()) do
      if one[claim.key] and claims.thing(claim, report) then
        note(known, order, claim.key, claim.labelled, claim.value)
      end
    end
    for _, key in ipairs(order) do
      local first, other = known[key][1], nil
      for i = 2, #known[key] do
        if known[key][i].value ~= first.value then
          other = other or known[key][i]
        end
      end
      if other then
        out:fail {
          at = other.at,
          evidence = { first.at },
          message = {
            zh = "前文“" .. first.at.text .. "”，此处“" .. other.at.text .. "”",
            en = "\"" .. first.at.text .. "\" before, \"" .. other.at.text .. "\" here",
          },
          expected = claims.shown(first.value),
          found = claims.shown(other.value),
          formula = claims.shown(other.value) .. " ≠ " .. claims.shown(first.value),
        }
      elseif #known[key] > 1 then
        out:pass { at = known[key][2].at }
      end
      examined = examined or #known[key] > 1
    end
    if not examined then
      out:notapplicable {
        reason = { code = "said-once", zh = "没有前后写了两次的数字", en = "no number is stated twice" },
      }
    end
  end,
}
