-- The dates of a page do not contradict each other, the report year or what the text cites (D02).

local basis = require "basis"

local stated = { meta = true, table = true, byline = true, page = true }
local days_apart = 3 -- a few days between two systems are usual

-- Dates that a page bears beside that of its publication: of a change, of validity, of the reader's visit.
local other_dates = "更新|修改|修订|变更|有效|失效|生效|废止|截止|截至|归档|打印|访问|今天|现在|星期|浏览|成文|生成|modif|update|expire|valid"

local function of_publication(d)
  return stated[d.source] and not text.find(string.lower(d.label .. " " .. d.raw), other_dates)
end

local function differing(report, out, published)
  local said = {}
  for _, d in ipairs(report.dates) do
    if of_publication(d) and not said[d.date] and math.abs(date.days(d.date, published.date)) > days_apart then
      said[d.date] = true
      out:fail {
        at = d,
        evidence = { published },
        message = {
          zh = "页面上有两个相互矛盾的发布日期：" .. published.date .. "和" .. d.date,
          en = "the page states two dates of publication that contradict: " .. published.date .. " and " .. d.date,
        },
        expected = published.date,
        found = d.date,
      }
    end
  end
end

-- Signed in the last weeks of the year is hasty, but possible; long before its end it is not.
local function signed_early(out, d, last_day)
  local finding = {
    at = d,
    message = {
      zh = "落款日期" .. d.date .. "早于报告年度的最后一天",
      en = "signed on " .. d.date .. ", before the end of the report year",
    },
    expected = "≥ " .. last_day,
    found = d.date,
  }
  if date.days(d.date, last_day) > 31 then
    out:fail(finding)
  else
    out:inform(finding)
  end
end

-- A report cannot be published before it is signed, nor signed before its year is over.
local function signed(report, out, published)
  local last_day = report.year and string.format("%04d-12-31", report.year)
  for _, d in ipairs(report.dates) do
    if d.source == "signature" and last_day and d.date < last_day then
      signed_early(out, d, last_day)
    elseif d.source == "signature" and date.days(published.date, d.date) > days_apart then
      out:fail {
        at = d,
        evidence = { published },
        message = {
          zh = "落款日期" .. d.date .. "晚于发布日期" .. published.date,
          en = "signed on " .. d.date .. ", after the date of publication " .. published.date,
        },
        expected = "≤ " .. published.date,
        found = d.date,
      }
    end
  end
end

local function too_early(report, out, published)
  local last_day = report.year and string.format("%04d-12-31", report.year)
  if last_day and published.date < last_day then
    out:fail {
      at = published,
      message = {
        zh = "发布日期" .. published.date .. "早于报告年度的最后一天",
        en = "the date of publication " .. published.date .. " lies before the end of the report year",
      },
      expected = "≥ " .. last_day,
      found = published.date,
    }
    return true
  end
end

-- A document number carries its year: what is cited cannot be younger than the page. A year further on is no slip of the
-- date of publication but of the number, which is law.number's to tell.
local function cites_later(report, out, published)
  for _, m in ipairs(report:matches("document_number")) do
    local year = tonumber(m[1])
    if year == date.year(published.date) + 1 then
      out:fail {
        at = m,
        evidence = { published },
        message = {
          zh = "发布日期" .. published.date .. "早于文中引用的" .. year .. "年文件",
          en = "the date of publication " .. published.date .. " lies before a document of " .. year .. " that the text cites",
        },
        expected = "≥ " .. year,
        found = published.date,
      }
      return
    end
  end
end

-- "2025年2月5日,市政府印发《…》": what is told as done was done before the page stood there.
local function tells_later(report, out, published)
  for _, m in ipairs(report:matches("issued")) do
    local y = m[1] or m[4]
    local day = string.format("%s-%02d-%02d", y, tonumber(m[2] or m[5]), tonumber(m[3] or m[6]))
    if day > published.date and not text.find(m:before(24) .. m.text, "[将拟]|计划|预计|打算|准备|争取|力争|下一步") then
      out:fail {
        at = m,
        evidence = { published },
        message = {
          zh = "发布日期" .. published.date .. "早于文中引用的" .. day .. "的文件",
          en = "the date of publication " .. published.date .. " lies before a document of " .. day .. " that the text cites",
        },
        expected = "≥ " .. day,
        found = published.date,
      }
      return
    end
  end
end

return rule {
  id       = "publication.date-conflict",
  title    = { zh = "发布日期不相矛盾", en = "Dates of publication do not contradict" },
  why      = {
    zh = "发布日期是判断是否按期的依据，互相矛盾时无法认定。",
    en = "Whether a report is on time is judged by its date; where dates contradict, that cannot be told.",
  },
  severity = "major",
  basis    = basis.article("三十一", "四十九"),
  remedy   = { zh = "核实实际发布日期，改正页面上错误的日期。", en = "Establish the true date of publication and correct the wrong one on the page." },
  patterns = {
    document_number = "[〔\\[(﹝](20[0-9]{2})[〕\\])﹞][0-9]{1,5}号",
    issued = {
      pattern = "(20[0-9]{2})年(1[0-2]|0?[1-9])月([12][0-9]|3[01]|0?[1-9])日[^。;!《》]{0,24}?(?:印发|下发|出台|公布|颁布|发布|制发|修订)[^。;!《》]{0,8}《"
        .. "|(?<=[)》][(,]|》[(]|号,|》)(?:于)?(20[0-9]{2})年(1[0-2]|0?[1-9])月([12][0-9]|3[01]|0?[1-9])日(?:印发|下发|发布|公布)(?=[),。;])",
      literal = { "印发", "下发", "出台", "公布", "颁布", "发布", "制发", "修订" },
    },
  },
  check    = function(report, out)
    local published = report.published
    if not published then
      return out:unknown {
        reason = { code = "no-publication-date", zh = "没有发布日期", en = "there is no date of publication" },
        cause = { rule = "publication.undated" },
      }
    end
    out:pass { at = published }
    differing(report, out, published)
    if not too_early(report, out, published) then
      signed(report, out, published)
      cites_later(report, out, published)
      tells_later(report, out, published)
    end
  end,
}
