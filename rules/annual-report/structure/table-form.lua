-- The tables are those of the form valid for the report year (D16).

local basis = require "basis"
local tables = require "tables"

return rule {
  id       = "structure.table-form",
  title    = { zh = "表格采用报告年度适用的格式", en = "The tables are those of the form valid for the year" },
  severity = "major",
  forms    = { "2019", "2021" },
  basis    = basis.format("表二至表四"),
  remedy   = { zh = "改用报告年度适用的表格格式重新填报。", en = "Fill in the tables of the form valid for the report year." },
  check    = function(report, out)
    tables.each(report, out, function(t, official)
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
    end)
  end,
}
