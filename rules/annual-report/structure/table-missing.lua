-- The official tables are there (D14). A table that is only a picture is structure.table-image's.

local basis = require "basis"

-- The text says that the table is attached: what is attached was not handed in with it.
local function attached(report, official)
  local section = report:section(official.section)
  local body = section and section.text or ""
  return text.find(body, "(?:附件|附表|附后|另附|见附|点击(?:查看|下载)|[.](?:pdf|docx?|xlsx?))") ~= nil
end

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
      elseif attached(report, official) then
        out:unknown {
          at = { section = official.section, table = official.key },
          reason = {
            code = "attached",
            zh = official.name.zh .. "在附件中，附件没有随文提供",
            en = official.name.en .. " is in an attachment, which was not handed in",
          },
        }
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
