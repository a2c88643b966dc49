-- Title, period and running text speak of the same year, and no year is impossible (D06, D07).
-- Former years are normal in plan titles, document numbers, accounts and comparisons; the next year in plans.

local basis = require "basis"

-- Sections that speak of the report year; problems and plans look ahead.
local present = { overview = true, disclosure = true, requests = true, disputes = true, fees = true }
local elsewhere = "相比|相较|比.{0,6}(?:增|减|升|降)|较|同期|增长|下降|预算|决算|规划|印发|《|上年|去年|以来|至|开始|成立|起"

local function statement_years(report)
  local counts, first = {}, {}
  for _, m in ipairs(report:matches("statement")) do
    local y = tonumber(m[1])
    if y and present[m.section or "overview"] and not text.find(m[2] or "", elsewhere) then
      counts[y] = (counts[y] or 0) + 1
      first[y] = first[y] or m
    end
  end
  return counts, first
end

local function check_text(report, out)
  local counts, first = statement_years(report)
  local own = counts[report.year] or 0
  for y, n in pairs(counts) do
    if y ~= report.year and (y < report.year - 1 or y > report.year + 1 or n > own or y == report.year - 1) then
      out:fail {
        at = first[y],
        message = {
          zh = "正文按" .. y .. "年陈述，与报告年度" .. report.year .. "年不一致",
          en = "the text speaks of " .. y .. " as its year, the report is of " .. report.year,
        },
        expected = report.year,
        found = y,
      }
    end
  end
  if own > 0 then
    out:pass { at = first[report.year] }
  end
end

local function check_impossible(report, out)
  local latest = report.published and date.year(report.published.date) or report.year + 1
  if latest < report.year + 1 then
    latest = report.year + 1
  end
  for _, m in ipairs(report:matches("until")) do
    local y = tonumber(m[1])
    if y > latest then
      out:fail {
        at = m,
        message = {
          zh = "截止年份" .. y .. "年晚于发布年份，不可能",
          en = "the text counts up to " .. y .. ", which lies behind its publication",
        },
        expected = "≤ " .. latest,
        found = y,
      }
    end
  end
end

local function check_title(report, out)
  local title, period = report.title, report.period
  local named = title and title.year
  if not named then
    return
  end
  if named ~= report.year then
    out:fail {
      at = title,
      message = {
        zh = "标题年度" .. named .. "年与正文" .. report.year .. "年不一致",
        en = "the title says " .. named .. ", the text " .. report.year,
      },
      expected = report.year,
      found = named,
    }
  elseif period and period.to and date.year(period.to) ~= named then
    out:fail {
      at = period,
      evidence = { title },
      message = {
        zh = "统计期限写的是" .. date.year(period.to) .. "年，与标题" .. named .. "年不一致",
        en = "the period stated is of " .. date.year(period.to) .. ", the title says " .. named,
      },
      expected = named,
      found = date.year(period.to),
      cause = { rule = "structure.period", at = period },
    }
  else
    out:pass { at = title }
  end
end

return rule {
  id        = "identity.year",
  title     = { zh = "标题、统计期限与正文年度一致", en = "Title, period and text speak of one year" },
  severity  = "major",
  documents = "any",
  basis     = basis.article("三十二", "五十"),
  remedy    = { zh = "核对报告年度，改正标题、统计期限或正文中写错的年份。", en = "Correct the wrong year in title, period or text." },
  patterns  = {
    statement = "(?:^|[。;!])(20[0-9]{2})年(?:度)?,?((?:以来|全年|我|本|全|共|累计|政府信息公开|主动公开|依法|未|没有|收到|受理|新收|办理)[^。;]{0,80})",
    ["until"] = "截[至止]到?(20[0-9]{2})年",
  },
  check     = function(report, out)
    if report.kind ~= "annual-report" then
      return out:notapplicable {
        reason = { code = "no-report", zh = "不是年度报告，没有报告年度", en = "no annual report, so there is no report year" },
      }
    elseif not report.year then
      return out:unknown {
        at = report.title,
        reason = { code = "no-year", zh = "不知道是哪一年度的报告", en = "the report year is not known" },
        cause = { rule = "identity.title" },
      }
    end
    check_title(report, out)
    check_text(report, out)
    check_impossible(report, out)
  end,
}
