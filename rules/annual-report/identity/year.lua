-- Title, period and running text speak of the same year, and no year is impossible (D06, D07).
-- Former years are normal in plan titles, document numbers, accounts and comparisons; the next year in plans.
-- So a sentence counts only when it opens with its year and speaks of the agency's own work, and it is a
-- finding only where nothing beside it says the report year.

local basis = require "basis"

-- Sections that speak of the report year; problems and plans look ahead.
local present = { overview = true, disclosure = true, requests = true, disputes = true, fees = true, extra = true, other = true }

-- How the section on problems opens where it looks back on the year before it names them.
local looks_back = "公开工作[^。;]{0,24}(?:取得|存在|不足)"

-- A sentence that compares, cites or tells what happened earlier.
local elsewhere = "相比|相较|[比较]去?上?年|较|同期|同比|环比|增长|增加|下降|减少|预算|决算|规划|印发|《|上年(?!度?结转)|去年|以来|成立|起[,.;。]|"
  .. "荣获|获得|获评|获得?表彰|被评|评为|评选|授予|被列为|列入|试点|入选|建成|启用|开通|上线|改版|组建|挂牌|颁布|出台|修订|施行|任命|合并|机构改革|曾|底前"
-- A figure of the year's work.
local figure = "(?:公开|发布|公布|收到|受理|接到|答复|办理|办结|制发|制定|召开|举办|开展|报送|上传|更新|推送|回应|解读)[^,。;]{0,24}[0-9]+(?:余|多)?(?:条|件|篇|次|期|场|份|个|项|宗)"
local none = "(?:没有|未|无)[^,。;]{0,6}(?:收到|接到|发生|收取|受理|申请|复议|诉讼)"

-- How a statement opens, and what shows that it is one of the agency's own work. The pattern leads with the year, as digits
-- are soon found; what stands before it is looked at behind its first.
local until_now = { "", "截[至止]", "截[至止]到" }
local function is_first()
  local ways = {}
  for i, before in ipairs(until_now) do
    ways[i] = "(?<=" .. before .. "[12])(?<![^。;!]" .. before .. "[12])"
  end
  return "(?:" .. table.concat(ways, "|") .. ")"
end
local opens = "([12]" .. is_first() .. "[0-9]{3})年(?:度|全年|底|末|12月3[01]日?)?,?"
local organ = "[^,。;]{2,14}(?:局|委|办|府|镇|乡|道|县|区|市|会|院|厅|处)[^,。;]{0,12}"
  .. "(?:公开|收到|继续|认真|严格|共|没有|未|坚持|深入|积极|全面|切实|进一步|扎实|持续"
  .. "|围绕|紧扣|聚焦|立足|按照|根据|贯彻|落实|高度重视|推进|加强|把)"
local own_work = "以来|全年|我|本|全|共|累计|政府信息公开|主动公开|依法|未|没有|收到|受理|新收|办理|无|" .. organ

-- The regulation's own name in a sentence cites nothing that happened in another year.
local regulation = "《(?:中华人民共和国)?(?:政府信息公开)?条例》"

-- Does the text of a section or paragraph name the report year anywhere?
-- A year in a document's number, or of a budget, names no year of work.
local function names(body, year)
  body = text.gsub(body, "[〔\\[(﹝][12][0-9]{3}[〕\\])﹞]|[12][0-9]{3}年(?:度)?(?:部门|财政|政府|单位|收支)*[预决]算", "")
  return text.contains(body, tostring(year)) or text.contains(body, "今年")
end

local function opening_text(report)
  local lines = {}
  for _, p in ipairs(report.article) do
    if not p.section and not p.heading then
      lines[#lines + 1] = p.text
    end
  end
  return table.concat(lines, "\n")
end

local function section_of(report, key)
  local section = key and report:section(key)
  return section and section.text or opening_text(report)
end

-- A statement with the words before its year.
local function whole(m)
  local before = text.match(m:before(3), "截[至止]到?$")
  return before and m:widen(#before, 0) or m
end

-- Statements with another year, by section, and how many bear the report's own.
local function statements(report)
  local by_section, keys = {}, {}
  for _, m in ipairs(report:matches("statement")) do
    local y = tonumber(m[1])
    local key = m.section or "opening"
    local told = key == "opening" or present[key] or key == "problems" and m.from <= 2 and text.find(m[2] or "", looks_back)
    if y and told and not text.find(text.gsub(m[2] or "", regulation, ""), elsewhere) then
      if not by_section[key] then
        by_section[key] = { own = 0, other = {} }
        keys[#keys + 1] = key
      end
      local s = by_section[key]
      if y == report.year then
        s.own = s.own + 1
        s.first = s.first or m
      else
        s.other[#s.other + 1] = { year = y, at = m, tail = m[2] or "" }
      end
    end
  end
  return by_section, keys
end

local function speaks_of(report, out, s)
  out:fail {
    at = whole(s.at),
    message = {
      zh = "正文按" .. s.year .. "年陈述，与报告年度" .. report.year .. "年不一致",
      en = "the text speaks of " .. s.year .. " as its year, the report is of " .. report.year,
    },
    expected = report.year,
    found = s.year,
  }
end

local plans = "将|计划|预计|力争|拟|争取|目标|确保|要|下一?步|任务"

-- What an agency goes on with every year.
local goes_on = "^[^,。;]{0,14}(?:继续|认真|严格|坚持|深入|积极|全面|切实|进一步|扎实|持续|高度重视|不断)"
local routine = goes_on .. "[^。;0-9]{0,30}公开[^。;0-9]{0,16}$"

-- The overview where the statement is its first words.
local function opened(report, s, key)
  local overview = key == "overview" and s.at.from <= 2 and report:section("overview")
  local first = overview and overview.paragraphs[1]
  return first and s.at.paragraph and first.order == s.at.paragraph.order and overview
end

-- The first words of the overview, which nowhere names the report year.
local function opens_overview(report, s, key)
  local overview = opened(report, s, key)
  return overview and not names(overview.text, report.year)
end

-- What was, and what came of it this year; what others found.
local bygone = "本年度|一年来|以来|基础|指出|评估|通报|反馈"

-- What goes on every year, in any length: as the first words of the overview it is this year's.
local function is_routine(report, s, key)
  return s.at.from <= 2 and text.find(s.tail, routine)
    or opened(report, s, key) and text.find(s.tail, goes_on) and text.contains(s.tail, "公开") and not text.find(s.tail, "[0-9]")
      and not text.find(s.at.paragraph.text, bygone)
end

-- A statement of work with the wrong year, nothing beside it naming the right one.
local function misdated(report, s, key)
  if s.year < 2000 or s.year > report.year + 1 then
    return true
  end
  local paragraph = s.at.paragraph
  if s.year < report.year - 1 and not (s.year >= report.year - 3 and text.find(s.tail, figure)) then
    return opens_overview(report, s, key)
  end
  if not paragraph or names(paragraph.text, report.year) then
    return false
  end
  if s.year > report.year then
    return (text.find(s.tail, figure) or text.find(s.tail, "新收[^,。;]{0,12}[0-9]") or text.find(s.tail, none)) and not text.find(s.tail, plans)
  end
  if text.find(s.tail, figure) or text.find(s.tail, none) or is_routine(report, s, key) then
    return not text.find(paragraph.text, "较|同比|相比|上年(?!度?结转)|去年|增长|增加|下降|减少")
  end
  return not names(section_of(report, key ~= "opening" and key or nil), report.year) and not text.find(paragraph.text, bygone)
end

-- `later`: the year after the report's is told once, however many statements have it: then the title is of the year before.
local function check_text(report, out, later)
  local by_section, keys = statements(report)
  for _, key in ipairs(keys) do
    local s = by_section[key]
    local said = { [report.year + 1] = later }
    if s.first then
      out:pass { at = whole(s.first) }
    end
    for _, other in ipairs(s.other) do
      local many = #s.other > 1 and s.own == 0
        and not names(section_of(report, key ~= "opening" and key or nil), report.year)
      if not said[other.year] and (many or misdated(report, other, key)) then
        said[other.year] = true
        later = later or other.year > report.year
        speaks_of(report, out, other)
      end
    end
  end
end

-- "现公布2023年政府信息公开工作年度报告" in the opening of the report of 2024, or of 2022. Notices on last year's reports are cited.
local function check_presented(report, out)
  local named = report.title and report.title.year
  local own = text.find(opening_text(report), "(?:编制|编写|形成|发布|公布)(?:了|完成)?本(?:年度)?(?:报告|年报)|本(?:年度)?(?:报告|年报)[^,。;由]{0,8}(?:编制|编写|形成)")
  for _, m in ipairs(report:matches("presented")) do
    local y = tonumber(m[2])
    local presents = m[1] == "" or not own and text.find(m.text, "^(?:编制|编写|形成|现)")
    local opening = not m.section or text.find(m:behind(12), "^(?:报告|汇报|公布|总结|通报)?如下")
    if opening and presents and not m.paragraph.linked and y ~= report.year and y ~= named and y <= report.year + 1
      and not text.find(m:before(60), "《[^》]*$|关于(?:做好|开展)?$") then
      speaks_of(report, out, { year = y, at = m })
      return y > report.year
    end
  end
  return false
end

local function dated_in(report, year)
  for _, d in ipairs(report.dates) do
    if date.year(d.date) == year then
      return true
    end
  end
end

-- Last year's title above this year's text, which says its year only amid its sentences: the title's year is nowhere in the text,
-- the next one is what the agency tells of, and the report was dated in the year after that.
local function check_amid(report, out)
  local year = report.title and report.title.year
  local m = year and year == report.year and report:matches("amid")[1]
  if not m or tonumber(m[1]) ~= year + 1 or not present[m.section or ""] or text.find(m[2] or "", plans) or not dated_in(report, year + 2) then
    return
  end
  for _, p in ipairs(report.article) do
    if not text.contains(report.title.text, p.text) and names(p.text, year) then
      return
    end
  end
  speaks_of(report, out, { year = year + 1, at = m })
end

local function impossible(m, report)
  local y, tail = tonumber(m[2]), m[3] or ""
  local published = report.published and report.published.date
  local latest = math.max(published and date.year(published) or 0, report.year + 1)
  if y < 1949 or y > latest then
    return latest
  end
  -- "up to the end of" a year that was not over when the page was published
  local ended = text.find(tail, "^年?(?:底|末|12月3[01])") ~= nil
  if published and y == date.year(published) and y > report.year and ended and published < string.format("%04d-12-01", y) then
    return y - 1
  end
end

local function check_impossible(report, out)
  for _, m in ipairs(report:matches("until")) do
    local latest = impossible(m, report)
    if latest and not text.find((m[1] or "") .. (m[3] or ""), "规划|有效|期限|任期|合同|目标|计划") then
      out:fail {
        at = m,
        message = {
          zh = "截止年份" .. m[2] .. "年不可能",
          en = "the text counts up to " .. m[2] .. ", which cannot be",
        },
        expected = "≤ " .. latest,
        found = m[2],
      }
    end
  end
end

-- The year of a period that lies within one.
local function year_of_period(period)
  if period and period.from and period.to and date.year(period.from) == date.year(period.to) then
    return date.year(period.to)
  end
end

local function wrong_title(report, out)
  local named = report.title.year
  out:fail {
    at = report.title,
    evidence = { report.period },
    message = {
      zh = "标题年度" .. named .. "年与正文" .. report.year .. "年不一致",
      en = "the title says " .. named .. ", the text " .. report.year,
    },
    expected = report.year,
    found = named,
  }
end

local function wrong_period(report, out, y)
  out:fail {
    at = report.period,
    evidence = { report.title },
    message = {
      zh = "统计期限写的是" .. y .. "年，与标题" .. report.title.year .. "年不一致",
      en = "the period stated is of " .. y .. ", the title says " .. report.title.year,
    },
    expected = report.title.year,
    found = y,
    cause = { rule = "structure.period", at = report.period },
  }
end

return rule {
  id        = "identity.year",
  title     = { zh = "标题、统计期限与正文年度一致", en = "Title, period and text speak of one year" },
  why       = {
    zh = "年度前后不一，往往是沿用上一年的文稿，数据属于哪一年也不再可靠。",
    en = "Where years disagree an earlier text was usually reused, and it is open which year the figures are of.",
  },
  severity  = "major",
  documents = "any",
  basis     = basis.article("三十二", "五十"),
  remedy    = { zh = "核对报告年度，改正标题、统计期限或正文中写错的年份。", en = "Correct the wrong year in title, period or text." },
  patterns  = {
    statement = opens .. "(?=" .. own_work .. ")([^。;]{0,90})",
    presented = {
      pattern = "(?:编制|编写|形成|公布|发布|现将|现就)(?:了|本)?(《?)[^,。;:《》0-9]{0,20}((?:19|20)[0-9]{2})年(?:度)?(?:的)?政府信息公开(?:工作)?(?:年度报告|年报|情况)(?!的?(?:通知|要求|规定)|编制|编写|已)",
      literal = { "年政府信息公开", "年度政府信息公开", "年的政府信息公开", "年度的政府信息公开" },
    },
    amid = { pattern = "(?<=[,;])(20[0-9]{2})年(?:度|全年)?,?(?=我|全|本)([^。;]{0,60})",
      literal = { "年,我", "年我", "年度我", "年度,我", "年,全", "年全", "年度全", "年,本", "年本", "年度本" } },
    ["until"] = "([^,。;]{0,16})截[至止]到?([1-9][0-9]{3})(年[^,。;]{0,8})",
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
    local named = report.title and report.title.year
    local period = year_of_period(report.period)
    if named and named ~= report.year then
      wrong_title(report, out)
    elseif named and period and period ~= named then
      wrong_period(report, out, period)
    else
      out:pass { at = report.period or report.title }
    end
    check_text(report, out, check_presented(report, out))
    check_amid(report, out)
    check_impossible(report, out)
  end,
}
