-- The official sections stand in the official order (D11).

local basis = require "basis"

return rule {
  id       = "structure.section-order",
  title    = { zh = "各部分按规定顺序排列", en = "Sections stand in the official order" },
  severity = "minor",
  forms    = { "2019", "2021" },
  basis    = basis.format("（各部分顺序）"),
  remedy   = { zh = "按规定格式调整各部分顺序。", en = "Put the sections into the official order." },
  check    = function(report, out)
    local order, title = {}, {}
    for _, official in ipairs(report.official_sections) do
      order[official.key], title[official.key] = official.order, official.title
    end
    local last
    for _, section in ipairs(report.sections) do
      local rank = order[section.key]
      if rank and rank > 0 and (not last or section.key ~= last.key) then
        if last and rank < order[last.key] then
          out:fail {
            at = section,
            evidence = { last },
            message = {
              zh = "“" .. title[section.key] .. "”应在“" .. title[last.key] .. "”之前",
              en = "\"" .. title[section.key] .. "\" must stand before \"" .. title[last.key] .. "\"",
            },
          }
        else
          out:pass { at = section }
          last = section
        end
      end
    end
  end,
}
