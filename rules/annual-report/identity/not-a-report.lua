-- What was handed in is an annual report (D04, D43). What is none is not scored.

local basis = require "basis"

local names = {
  collection = { zh = "多篇文章的合集", en = "a collection of several texts" },
  other = { zh = "其他文章", en = "another kind of text" },
}

-- What says outright which text it is instead.
local told = {
  ["own-page"] = { zh = "本程序输出的审核页面（审核报告、排名等）", en = "a page of results that this program wrote",
    remedy = { zh = "把它移出收件箱，放入年度报告本身。", en = "Take it out of the inbox and put the report itself there." } },
  ["half-year"] = { zh = "半年、季度或学年的报告", en = "a report of half a year, a quarter or a school year" },
  ["rule-of-law"] = { zh = "法治政府建设的报告", en = "a report on government by law" },
  enterprise = { zh = "企业、学校、医院等单位的信息公开报告", en = "a report of an enterprise, a school or a hospital" },
  ["website-report"] = { zh = "政府网站工作年度报表", en = "the yearly form on a government's website" },
}

-- A page without a word, whose head says nothing either: the report may stand in its pictures, or a script fetches it.
local wordless = {
  code = "no-text",
  zh = "页面上没有文字，看不出是不是年度报告",
  en = "there is no text on the page: whether it is a report is not known",
}

return rule {
  id        = "identity.not-a-report",
  title     = { zh = "是政府信息公开工作年度报告", en = "Is an annual report on information disclosure" },
  why       = {
    zh = "范文、半年报、新闻和工作总结不能代替年度报告，对它评分没有意义。",
    en = "A model text, a half-year report, news or a work summary is no substitute for the yearly report, and scoring it means nothing.",
  },
  severity  = "veto",
  documents = "any",
  basis     = basis.article("三十二", "五十"),
  remedy    = { zh = "报送本机关的政府信息公开工作年度报告。", en = "Hand in the agency's own annual report on information disclosure." },
  check     = function(report, out)
    if report.kind == "annual-report" then
      if report.year and report.year < 2008 then
        return out:notapplicable {
          reason = { code = "before-the-regulation", zh = "2008年度以前没有编制年度报告的要求", en = "up to 2007 no annual report was due" },
        }
      end
      return out:pass { at = report.title }
    end
    if #report.blocks == 0 and #report.marks == 1 and report.marks[1].code == "no-report" then
      return out:unknown { reason = wordless }
    end
    local places, what = {}, names[report.kind]
    for _, mark in ipairs(report.marks) do
      table.insert(places, mark.code == "several-reports" and 1 or #places + 1, mark.at) -- the other report's title says it best
      if report.kind == "other" then
        what = told[mark.code] or what
      end
    end
    what = what or names.other
    out:fail {
      at = places[1] or report.title,
      evidence = places,
      message = {
        zh = "不是年度报告，而是" .. what.zh,
        en = "no annual report, but " .. what.en,
      },
      found = places[1] and places[1].text or nil,
      remedy = what.remedy,
    }
  end,
}
