-- What is valid now is what was valid last year, with this year's documents and without the repealed ones (R7); the items
-- of form 2019 follow from those of the year before likewise (R10). Expiry and recounts are honest breaks: a minor finding.

local basis = require "basis"
local duty = require "duty"

return rule {
  id       = "history.valid-documents",
  title    = { zh = "现行有效件数和事项数与上一年度衔接", en = "Documents and items in force follow from last year's" },
  why      = {
    zh = "现行有效件数应为上一年度的件数加本年制发、减本年废止；失效、清理或重新统计的，应当说明。",
    en = "What is in force is last year's number and what was made less what was repealed; expiry and recounts should be said.",
  },
  severity = "minor",
  scope    = "agency",
  forms    = { "2019", "2021" },
  needs    = { "disclosure" },
  basis    = basis.format("表二"),
  remedy   = {
    zh = "与上一年度报告核对；确因失效、机构改革或重新统计而不衔接的，在报告中说明。",
    en = "Check against last year's report; say so where expiry, a reform or a recount is the reason.",
  },
  check    = duty.follows {
    table = "disclosure", same_form = true,
    holds = {
      ["2019"] = {
        "licences.previous = last.licences.previous + last.licences.change",
        "services.previous = last.services.previous + last.services.change",
        "penalties.previous = last.penalties.previous + last.penalties.change",
        "coercion.previous = last.coercion.previous + last.coercion.change",
        "fees.previous = last.fees.previous + last.fees.change",
      },
      ["2021"] = {
        "regulations.valid = last.regulations.valid + regulations.made - regulations.repealed",
        "normative.valid = last.normative.valid + normative.made - normative.repealed",
      },
    },
    message = { zh = "与上一年度报告不衔接", en = "this does not follow from last year's report" },
  },
}
