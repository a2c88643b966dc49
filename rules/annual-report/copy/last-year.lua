-- The text of the agency's own last report stands in this one again (D25). An agency does describe the same work in the same words
-- every year; a finding needs most of the text, or all of what it says about its problems.

local basis = require "basis"
local copied = require "copied"

local function repeated_problems(sections)
  for _, section in ipairs(sections) do
    if section.key == "problems" then
      return true
    end
  end
  return false
end

return rule {
  id       = "copy.last-year",
  title    = { zh = "没有照抄上一年度的报告", en = "The report is not last year's again" },
  why      = {
    zh = "年度报告写的是当年的工作。去掉官方用语、法规名称和数字后，大部分文字仍与上一年度相同，或者问题和改进情况一字未改，说明报告没有反映当年情况。",
    en = "A report tells of its year. When most of its text, or all that it says of problems and remedies, is last year's once official wording, legal titles "
      .. "and figures are set aside, it does not.",
  },
  severity   = "minor",
  scope      = "agency",
  basis      = basis.article("三十二", "五十"),
  remedy     = {
    zh = "按当年的实际工作重写；上一年度的问题写明改进结果，再写当年的问题。",
    en = "Write of this year's work; say what became of last year's problems before naming this year's.",
  },
  parameters = { whole = 70, section = 95, similar = 50 },
  check      = function(dossier, out, parameters)
    local report = dossier.report
    if not report or dossier.received ~= "report" then
      return out:notapplicable { reason = { code = "no-report", zh = "没有可比较的报告", en = "there is no report to compare" } }
    elseif not dossier:report_of(dossier.year - 1) then
      return out:notapplicable { reason = { code = "no-last-year", zh = "没有存上一年度的报告，不能比较",
        en = "no report of last year is stored to compare with" } }
    end
    out:pass()
    for _, copy in ipairs(dossier:similar()) do
      if copy.code == dossier.code then
        local sections = copied.sections(copy, tonumber(parameters.section), report)
        local zh, en = copied.shown(copy, report)
        local finding = {
          at = copy.passages[1], evidence = copied.evidence(copy), found = string.format("%.0f%%", copy.share),
          message = { zh = string.format("与本机关%d年度的报告雷同 %s", copy.year, zh),
            en = string.format("agrees with the agency's report of %d to %s", copy.year, en) },
        }
        if copy.share >= tonumber(parameters.whole) or repeated_problems(sections) then
          out:fail(finding)
        elseif copy.share >= tonumber(parameters.similar) then
          out:inform(finding)
        end
      end
    end
  end,
}
