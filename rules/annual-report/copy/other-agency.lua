-- The text of another agency's report stands in this one (D26). Official wording, legal titles, figures, names and what many reports
-- of the year have in common are set aside before anything is compared; a county's common template leaves little then.

local basis = require "basis"
local copied = require "copied"

return rule {
  id       = "copy.other-agency",
  title    = { zh = "没有抄用其他机关的报告", en = "The report is not copied from another agency's" },
  why      = {
    zh = "年度报告应写本机关自己的工作。去掉官方用语、法规名称、数字、机关名称和多家共有的文字后，仍与另一机关大段相同，说明内容并非本机关所写，或两份报告出自同一份底稿。",
    en = "A report tells of the agency's own work. What still agrees at length with another one, once official wording, legal titles, figures, names and what "
      .. "many have in common are set aside, was not written about this agency, or both come from one draft.",
  },
  severity   = "major",
  scope      = "office",
  basis      = basis.article("三十二", "五十"),
  remedy     = {
    zh = "与对方核对谁是原文；按本机关当年的实际工作重写雷同的部分。",
    en = "Find out whose text it was; write the copied parts anew, about this agency's work of the year.",
  },
  parameters = { whole = 50, section = 90, similar = 30 }, -- percent: of the text, of one section; from here on it is only mentioned
  check      = function(dossier, out, parameters)
    local report = dossier.report
    if not report or dossier.received ~= "report" then
      return out:notapplicable { reason = { code = "no-report", zh = "没有可比较的报告", en = "there is no report to compare" } }
    end
    out:pass()
    for _, copy in ipairs(dossier:similar()) do
      if copy.code ~= dossier.code then
        local sections = copied.sections(copy, tonumber(parameters.section), report)
        local zh, en = copied.shown(copy, report)
        local finding = {
          at = copy.passages[1], evidence = copied.evidence(copy), found = string.format("%.0f%%", copy.share),
          message = { zh = "与" .. copy.name .. "的报告雷同 " .. zh, en = "agrees with the report of " .. copy.name .. " to " .. en },
        }
        if copy.share >= tonumber(parameters.whole) or #sections > 0 then
          out:fail(finding)
        elseif copy.share >= tonumber(parameters.similar) then
          out:inform(finding)
        end
      end
    end
  end,
}
