-- The title names the agency, the year and the report (D05).
-- 年报 for 年度报告, a year before or behind the agency, a doubled 年度 are usual; other words for the
-- report (工作报告, 政务公开) are an observation.

local basis = require "basis"

local year = "(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])|[一二][0〇○零oO一二三四五六七八九]{3}(?=年)|[一二]千[〇○零一二三四五六七八九十]{1,4}(?=年)"
local subject = "信息公开|政务公开|公开政府信息|政府公开信息|公开信息|政府信息"
local kind = "报告|年报"

-- What is left of a title without year, subject and kind is its agency.
local no_agency = {
  year, "《|》|[\\[\\](){}〔〕【】<>\"“”,.:;|_+*/—－-]", "关于|公布|发布|公开发布|公示|公告|印发|全文|附件|下载|标题",
  "政府信息公开|政务信息公开|政务公开|信息公开|公开政府信息|政府公开信息|公开信息|政府信息",
  "年度|年报|报告|工作|情况|统计|数据|的|和|与|及|暨|年|度|本(?:机关|单位|局|委|办|镇|乡|县|市|区)|我(?:局|委|办|镇|乡|县|市|区)",
}

local function has_agency(title)
  local rest = title
  for _, pattern in ipairs(no_agency) do
    rest = text.gsub(rest, pattern, "")
  end
  return text.han(rest) >= 2
end

local function lacking(title)
  local zh, en = {}, {}
  if not text.find(title, year) then
    zh[#zh + 1], en[#en + 1] = "年度", "the year"
  end
  if not has_agency(title) then
    zh[#zh + 1], en[#en + 1] = "机关名称", "the agency"
  end
  if not (text.find(title, subject) and text.find(title, kind)) then
    zh[#zh + 1], en[#en + 1] = "“政府信息公开工作年度报告”", "the name of the report"
  end
  return zh, en
end

-- How the title should read, as far as it is known.
local function proposal(report)
  local year_part = report.year and string.format("%d年", report.year) or "××××年"
  return (report.agency or "（机关全称）") .. year_part .. "政府信息公开工作年度报告"
end

return rule {
  id        = "identity.title",
  title     = { zh = "标题写明机关、年度和报告名称", en = "The title names agency, year and report" },
  why       = {
    zh = "公众靠标题查找报告。缺少机关、年度或名称，就分不清是谁的、哪一年的报告。",
    en = "People find a report by its title. Without agency, year or name nobody can tell whose report it is, or of which year.",
  },
  severity  = "minor",
  documents = "any",
  basis     = basis.format("（标题）", "三十二"),
  remedy    = {
    zh = "标题写作“机关全称＋年度＋政府信息公开工作年度报告”。",
    en = "Write the title as agency, year and the official name of the report.",
  },
  check     = function(report, out)
    if report.kind ~= "annual-report" then
      return out:notapplicable {
        reason = { code = "no-report", zh = "不是年度报告，不评价标题", en = "no annual report, so its title is not judged" },
      }
    end
    if not report.title then
      return out:fail {
        message = { zh = "没有标题", en = "there is no title" },
        expected = proposal(report),
      }
    end
    local title = report.title.text
    local zh, en = lacking(title)
    if #zh > 0 then
      out:fail {
        at = report.title,
        message = {
          zh = "标题缺少" .. table.concat(zh, "、"),
          en = "the title lacks " .. table.concat(en, ", "),
        },
        expected = proposal(report),
        found = report.title.raw,
      }
    elseif not (text.find(title, "信息公开") and text.find(title, "年度报告|年报")) then
      out:inform {
        at = report.title,
        message = { zh = "标题中的报告名称与通行写法不同", en = "the title words the report's name in another way" },
        expected = proposal(report),
        found = report.title.raw,
      }
    else
      out:pass { at = report.title }
    end
  end,
}
