-- The official tables are there (D14). A table that is only a picture is structure.table-image's.

local basis = require "basis"

return rule {
  id       = "structure.table-missing",
  title    = { zh = "规定的表格齐全", en = "The official tables are there" },
  severity = "major",
  forms    = { "2019", "2021" },
  basis    = basis.format("表二至表四"),
  remedy   = { zh = "在相应部分补上规定的表格，没有发生的填0。", en = "Add the official table to its section; where nothing happened, write 0." },
  check    = function(report, out)
    for _, official in ipairs(report.official_tables) do
      local t = report:table(official.key)
      if t.present or t.image then
        out:pass { at = t }
      else
        out:fail {
          at = { section = official.section, table = official.key },
          evidence = { report:section(official.section) },
          message = {
            zh = official.name.zh .. "不在文中（正文、图片中都没有，或保存时丢失）",
            en = official.name.en .. " is not there: neither in the text nor as a picture, or it was lost when saved",
          },
        }
      end
    end
  end,
}
