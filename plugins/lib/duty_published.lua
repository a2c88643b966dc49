-- Duties about the day of publication: it is stated, it lies before a deadline.

local deadline = require "deadline"
local declare = require "declare"
local bodiless = require("page").bodiless

local published = {}

-- The date that a duty is about, and why there is none.
local function date_of(report, which)
  if which ~= "signed" then
    return report.published
  end
  local signed
  for _, d in ipairs(report.dates) do
    if d.source == "signature" then
      signed = d
    end
  end
  return signed
end

local function undated(out, which)
  if which == "signed" then
    return out:unknown { reason = { code = "no-signature-date", zh = "没有落款日期", en = "there is no date of signature" } }
  end
  out:unknown {
    reason = { code = "no-publication-date", zh = "没有发布日期", en = "there is no date of publication" },
    cause = { rule = "publication.undated" },
  }
end

local verbs = { published = { zh = "发布日期", en = "published on " }, signed = { zh = "落款日期", en = "signed on " } }

local function judge(out, d, due, verb)
  local days = date.days(due, d.date)
  if days > 0 then
    out:fail {
      at = d,
      message = {
        zh = verb.zh .. d.date .. "，超过期限" .. due .. "，迟" .. days .. "天",
        en = verb.en .. d.date .. ", " .. days .. " day(s) after the deadline " .. due,
      },
      expected = due,
      found = d.date,
      formula = d.date .. " - " .. due .. " = " .. days,
    }
  else
    out:pass { at = d }
  end
end

-- "01-31" as 1月31日.
local function in_chinese(day)
  return tonumber(day:sub(1, 2)) .. "月" .. tonumber(day:sub(4, 5)) .. "日"
end

-- Of a body of unknown kind only what is early or late for every kind can be said.
local function of_unknown_kind(out, d, year, first, last, verb)
  if d.date <= year .. first then
    out:pass { at = d }
  elseif d.date > year .. last then
    judge(out, d, year .. last, verb)
  else
    out:unknown {
      at = d,
      reason = {
        code = "level-unknown",
        zh = "不知道机关层级，不能确定适用" .. in_chinese(first) .. "还是" .. in_chinese(last) .. "的期限",
        en = "the kind of body is not known, so it is open which deadline applies",
      },
    }
  end
end

local function is_day(day)
  if text.find(day, "^[0-9]") then
    return date.valid("2000-" .. day)
  end
  return text.find(day, "^[a-z][a-z0-9_]*$") ~= nil
end

local function check_days(o)
  local days = { o.day }
  for _, group in ipairs({ o.by_level or {}, o.by_form or {} }) do
    for _, day in pairs(group) do
      days[#days + 1] = day
    end
  end
  for _, day in ipairs(days) do
    if not is_day(day) then
      declare.wrong("duty.before_deadline", "“" .. day .. "”应为“月-日”，例如 \"01-31\"，或 parameters 中的名字",
        "\"" .. day .. "\" must be a month and a day such as \"01-31\", or the name of one of the rule's parameters", 1)
    end
  end
  if not o.day and not o.by_level then
    declare.wrong("duty.before_deadline", "应写 day 或 by_level", "write 'day' or 'by_level'", 1)
  end
end

--- The report was published (or signed) by a day of the year that follows the report year; the day itself is on time.
--- 在报告年度次年的某月某日前（含当日）发布或落款。
---
--- A day is written "01-31", or as the name of one of the rule's `parameters`, so that a profile can set another.
--- 日期写作 "01-31"，或写本规则 parameters 中的名字，评分方案就可以另定。
--- ```lua
--- local duty = require "duty"
--- local check = duty.before_deadline { day = "03-31", by_level = { department = "01-31" } }
--- check(report, out, parameters)
--- ```
---@class BeforeDeadline
---@field day? string the deadline of all bodies that `by_level` does not name; 期限（by_level 没有列出的机关）
---@field by_level? table by kind of body: { county = "03-31", department = "01-31" … }; 按机关层级
---@field by_form? table by form, before those by level: { ["2008"] = "03-31" }; 按格式
---@field date? string "published" (default) or "signed"; 发布日期还是落款日期
---@field only? table for which bodies; 只适用于哪些机关
---@param o BeforeDeadline
---@return function check
function published.before(o)
  declare.fields("duty.before_deadline", o, { day = "text", by_level = "map", by_form = "map", date = "text", only = "only" })
  check_days(o)
  local which = o.date or "published"
  if not verbs[which] then
    declare.wrong("duty.before_deadline", "date 应为 published 或 signed", "'date' must be published or signed")
  end
  local verb = verbs[which]
  return declare.only(o.only, function(report, out, parameters)
    local d = date_of(report, which)
    if not d then
      return undated(out, which)
    elseif not report.year then
      return out:unknown {
        at = d,
        reason = { code = "no-year", zh = "不知道是哪一年度的报告", en = "the report year is not known" },
        cause = { rule = "identity.title" },
      }
    end
    local year = string.format("%04d-", report.year + 1)
    local first, last = deadline.of(o, report, parameters)
    if first and first == last then
      judge(out, d, year .. first, verb)
    elseif not first then
      out:notapplicable {
        reason = { code = "no-deadline", zh = "没有规定这类机关的期限", en = "no deadline is set for this kind of body" },
      }
    else
      of_unknown_kind(out, d, year, first, last, verb)
    end
  end)
end

--- The page states when it was published; a date of signature alone is not that.
--- 页面标明发布日期，落款日期不算。
--- ```lua
--- local duty = require "duty"
--- local check = duty.date_stated {}
--- check(report, out, parameters)
--- ```
---@class DateStated
---@field only? table for which bodies; 只适用于哪些机关
---@param o? DateStated
---@return function check
function published.stated(o)
  o = o or {}
  declare.fields("duty.date_stated", o, { only = "only" })
  return declare.only(o.only, function(report, out)
    if report.published then
      return out:pass { at = report.published }
    end
    local reason = bodiless(report)
    if reason and reason.code == "no-body" then
      return out:unknown { reason = reason } -- what fetches the text may fetch the date, too
    end
    local signed = date_of(report, "signed")
    out:fail {
      at = signed,
      message = signed and {
        zh = "只有落款日期" .. signed.date .. "，没有发布日期，无法判断是否按期发布",
        en = "only a date of signature (" .. signed.date .. "), so it cannot be told whether it was published on time",
      } or {
        zh = "页面没有发布日期，无法判断是否按期发布",
        en = "the page states no date of publication, so it cannot be told whether it was on time",
      },
    }
  end)
end

return published
