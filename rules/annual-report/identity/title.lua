-- The title names the agency, the year and the report (D05).
-- 年报 for 年度报告 and a year before or behind the agency are usual; 工作 in another place is an observation.

local basis = require "basis"

local year = "(?:(?:19|20)[0-9]{2}|[一二][0〇○零一二三四五六七八九]{3})年"
local report_name = "(?:年度报告|年度工作报告|年报|年度.{0,12}报告|工作报告|报告)"

local function lacking(title)
  local zh, en = {}, {}
  if not text.find(title, year) then
    zh[#zh + 1], en[#en + 1] = "年度", "the year"
  end
  local rest = text.gsub(text.gsub(title, year .. "度?", ""), "(?:政府|政务)?信息公开.*$", "")
  if text.han(rest) < 2 then
    zh[#zh + 1], en[#en + 1] = "机关名称", "the agency"
  end
  if not text.find(title, "信息公开.*" .. report_name) then
    zh[#zh + 1], en[#en + 1] = "“政府信息公开工作年度报告”", "the name of the report"
  end
  return zh, en
end

return rule {
  id        = "identity.title",
  title     = { zh = "标题写明机关、年度和报告名称", en = "The title names agency, year and report" },
  severity  = "minor",
  documents = "any",
  basis     = basis.format("（标题）", "三十二"),
  remedy    = {
    zh = "标题写作“机关全称＋年度＋政府信息公开工作年度报告”。",
    en = "Write the title as agency, year and the official name of the report.",
  },
  check     = function(report, out)
    local other = report.kind ~= "annual-report"
    local cause = other and { rule = "identity.not-a-report" } or nil
    if not report.title then
      return out:fail {
        message = { zh = "没有标题", en = "there is no title" },
        cause = cause,
      }
    end
    local zh, en = lacking(report.title.text)
    if #zh > 0 then
      out:fail {
        at = report.title,
        message = {
          zh = "标题缺少" .. table.concat(zh, "、"),
          en = "the title lacks " .. table.concat(en, ", "),
        },
        found = report.title.raw,
        cause = cause,
      }
    elseif not text.find(report.title.text, "年度报告|年报") then
      out:inform {
        at = report.title,
        message = { zh = "标题中的报告名称与通行写法不同", en = "the title words the report's name in another way" },
      }
    else
      out:pass { at = report.title }
    end
  end,
}
