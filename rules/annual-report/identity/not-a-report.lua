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
  ["website-report"] = { zh = "政府网站工作年度报表", en = "the yearly form on a government's website" },
}

-- A page without a word: the report may stand elsewhere, it was not handed in.
local again = { zh = "在浏览器中打开原文，看到全文后另存为完整网页；或者报送可以复制文字的PDF、Word文件。",
  en = "Open the report in a browser, save the whole page once all of it is shown; or hand in a PDF or Word file whose text can be copied." }
local wordless = {
  pictures = { zh = "只有图片、没有文字的页面", en = "a page of pictures without a word", remedy = again },
  empty = { zh = "没有文字的页面（正文由脚本或框架载入，没有存下来）", en = "a page without a word (a script or a frame fetches the text, which was not saved)",
    remedy = again },
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
    local places, what = {}, names[report.kind]
    for _, mark in ipairs(report.marks) do
      table.insert(places, mark.code == "several-reports" and 1 or #places + 1, mark.at) -- the other report's title says it best
      if report.kind == "other" then
        what = told[mark.code] or what
      end
    end
    if #report.blocks == 0 then
      what = #report.images > 0 and wordless.pictures or wordless.empty
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
