-- The official tables are text, not pictures (D15).

local basis = require "basis"
local tables = require "tables"

return rule {
  id       = "structure.table-image",
  title    = { zh = "规定的表格是文本而不是图片", en = "The official tables are no pictures" },
  severity = "major",
  forms    = { "2019", "2021" },
  basis    = basis.format("表二至表四"),
  remedy   = { zh = "以可复制、可检索的文本表格发布。", en = "Publish the table as text that can be copied and searched." },
  check    = function(report, out)
    for _, official in ipairs(report.official_tables) do
      local t = report:table(official.key)
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
        out:unknown {
          at = { table = official.key },
          reason = { code = "table-missing", zh = official.name.zh .. "不在文中", en = official.name.en .. " is not there" },
          cause = tables.absence(t, official),
        }
      end
    end
  end,
}
