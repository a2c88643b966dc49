-- Duties about the official tables as a whole: they are there, as text, of the valid form, with their labels.

local declare = require "declare"
local tables = require "tables"
local bodiless = require("page").bodiless
local each_table, unknown_table = tables.each, tables.unknown

local whole = {}

-- Calls judge(t, official) for each official table, or those of the keys, whether it is there or not.
local function each(report, keys, judge)
  for _, official in ipairs(report.official_tables) do
    if not keys or keys[official.key] then
      judge(report:table(official.key), official)
    end
  end
end

local function is_attached(report, official, pattern)
  local section = report:section(official.section)
  return pattern and text.find(section and section.text or "", pattern) ~= nil
end

--- The official tables are there, as text or at least as a picture.
--- 规定的表格在文中（文本或图片）。
--- ```lua
--- local duty = require "duty"
--- local check = duty.table_present { table = "requests" }
--- check(report, out, parameters)
--- ```
---@class TablePresent
---@field table? string|string[] keys: disclosure, requests, disputes; default: all of the form; 表的键名，不写就是全部
---@field attached? string regular expression on the section's text: then the table is in an attachment, and undecided; 写明在附件中时无法判定
---@field only? table for which bodies; 只适用于哪些机关
---@param o? TablePresent
---@return function check
function whole.present(o)
  o = o or {}
  declare.fields("duty.table_present", o, { table = "list", attached = "pattern", only = "only" })
  local keys, attached = declare.set(o.table), o.attached
  return declare.only(o.only, function(report, out)
    local reason = bodiless(report)
    if reason then
      return out:unknown { reason = reason }
    end
    each(report, keys, function(t, official)
      local place = { section = official.section, table = official.key }
      if t.present or t.image then
        out:pass { at = t }
      elseif t.torn then
        unknown_table(out, t, official)
      elseif tables.torn(report) then -- it may have been lost with the other one
        out:unknown { at = place, reason = tables.torn_reason(tables.torn(report)) }
      elseif is_attached(report, official, attached) then
        out:unknown {
          at = place,
          reason = {
            code = "attached",
            zh = official.name.zh .. "在附件中，附件没有随文提供",
            en = official.name.en .. " is in an attachment, which was not handed in",
          },
        }
      else
        out:fail {
          at = place,
          evidence = { report:section(official.section) },
          message = {
            zh = official.name.zh .. "不在文中（正文、图片中都没有，或保存时丢失）",
            en = official.name.en .. " is not there: neither in the text nor as a picture, or it was lost when saved",
          },
        }
      end
    end)
  end)
end

--- The official tables are text and no pictures.
--- 规定的表格是文本，不是图片。
--- ```lua
--- local duty = require "duty"
--- local check = duty.table_text { table = "requests" }
--- check(report, out, parameters)
--- ```
---@class TableText
---@field table? string|string[] keys; default: all of the form; 表的键名，不写就是全部
---@field only? table for which bodies; 只适用于哪些机关
---@param o? TableText
---@return function check
function whole.text(o)
  o = o or {}
  declare.fields("duty.table_text", o, { table = "list", only = "only" })
  local keys = declare.set(o.table)
  return declare.only(o.only, function(report, out)
    each(report, keys, function(t, official)
      if t.present then
        out:pass { at = t }
      elseif t.image then
        out:fail {
          at = t,
          message = {
            zh = official.name.zh .. "只有图片，数据无法核对",
            en = official.name.en .. " is only a picture, its figures cannot be checked",
          },
        }
      else
        unknown_table(out, t, official)
      end
    end)
  end)
end

--- The official tables are those of the form valid for the report year.
--- 表格采用报告年度适用的格式。
--- ```lua
--- local duty = require "duty"
--- local check = duty.table_form {}
--- check(report, out, parameters)
--- ```
---@class TableForm
---@field table? string|string[] keys; default: all of the form; 表的键名，不写就是全部
---@field only? table for which bodies; 只适用于哪些机关
---@param o? TableForm
---@return function check
function whole.form(o)
  o = o or {}
  declare.fields("duty.table_form", o, { table = "list", only = "only" })
  local keys = declare.set(o.table)
  return declare.only(o.only, function(report, out)
    each_table(report, out, function(t, official)
      if t.form == report.form then
        return out:pass { at = t }
      end
      out:fail {
        at = t,
        message = {
          zh = official.name.zh .. "用的是" .. t.form .. "年版格式，" .. report.year .. "年度应使用" .. report.form .. "年版",
          en = official.name.en .. " is of form " .. t.form .. "; for " .. report.year .. " form " .. report.form .. " is valid",
        },
        expected = report.form,
        found = t.form,
      }
    end, keys)
  end)
end

local said = {
  ["row-missing"]    = { zh = "缺少行", en = "a row is missing" },
  ["row-renamed"]    = { zh = "行名不是规定表述", en = "a row is renamed" },
  ["column-missing"] = { zh = "缺少栏", en = "a column is missing" },
  ["column-renamed"] = { zh = "栏名不是规定表述", en = "a column is renamed" },
  ["header-broken"]  = { zh = "表头残缺", en = "the table's head is broken" },
  ["row-extra"]      = { zh = "多出行", en = "there is a further row" },
  ["column-extra"]   = { zh = "多出栏", en = "there is a further column" },
  ["table-again"]    = { zh = "出现两次，数据不同，只检查了其中一张", en = "stands twice with different figures; only one of them was checked" },
}

local function judge_label(out, t, problem, noted)
  if problem.kind == "unplaced" then
    local values = text.gsub(problem.found, "\\s+", " ") -- those of a record stand below each other
    return out:unknown {
      at = problem,
      reason = {
        code = "unplaced",
        zh = "“" .. values .. "”行的数据无法对应到各栏",
        en = "the values of the row \"" .. values .. "\" cannot be given to columns",
      },
    }
  end
  local word = said[problem.kind]
  local label = problem.expected ~= "" and problem.expected or problem.found
  if problem.kind == "table-again" then
    label = problem.found .. " ≠ " .. problem.expected
  end
  local finding = {
    at = problem,
    evidence = problem.kind == "table-again" and { t } or nil,
    message = {
      zh = t.name.zh .. word.zh .. "“" .. label .. "”",
      en = t.name.en .. ": " .. word.en .. ": \"" .. label .. "\"",
    },
    expected = problem.expected,
    found = text.normal(problem.found),
  }
  if noted[problem.kind] then
    out:inform(finding)
  else
    out:fail(finding)
  end
end

--- Rows and columns of the official tables are complete and named officially.
--- 表格的行、栏齐全，名称规范。
--- ```lua
--- local duty = require "duty"
--- local check = duty.table_labels {}
--- check(report, out, parameters)
--- ```
---@class TableLabels
---@field table? string|string[] keys; default: all of the form; 表的键名，不写就是全部
---@field noted? string|string[] kinds of deviation that are only noted, as "row-renamed" (see Problem.kind); 只作提示的差异
---@field only? table for which bodies; 只适用于哪些机关
---@param o? TableLabels
---@return function check
function whole.labels(o)
  o = o or {}
  declare.fields("duty.table_labels", o, { table = "list", noted = "list", only = "only" })
  local keys, noted = declare.set(o.table), declare.set(o.noted) or {}
  for kind in pairs(noted) do
    if not said[kind] then
      declare.wrong("duty.table_labels", "noted 里没有 " .. kind, "noted: there is no " .. kind)
    end
  end
  return declare.only(o.only, function(report, out)
    each_table(report, out, function(t)
      if t.torn then
        return out:unknown {
          at = t,
          reason = { code = "head-torn", zh = t.name.zh .. "的栏名分不开，没有检查", en = "the head of " .. t.name.en .. " is in pieces: not checked" },
        }
      end
      out:pass { at = t }
      for _, problem in ipairs(t.problems) do
        judge_label(out, t, problem, noted)
      end
    end, keys)
  end)
end

return whole
