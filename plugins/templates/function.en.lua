-- @ID@: the overview states how many open-government corners there are.
--
-- One rule, one file; its cases lie beside it in .cases.lua. See it at work while you write:
-- auditor rules test @ID@ --watch
-- What a report holds and what `out` can say: docs/reference.md.

-- Patterns see the normal text: width folded, blanks dropped, simplified script. \\p{Han} is a Chinese character.
local corner = "(?:政务公开|政府信息公开)(?:服务)?(?:专区|专栏|体验区)"
local numbered = "[0-9]+个" .. corner .. "|" .. corner .. "[\\p{Han}]{0,4}?[0-9]+个"

return rule {
  -- Lower-case letters, digits, dots and hyphens. To make it cost points, name it in a row of sheet.csv.
  id       = "@ID@",
  title    = { zh = "@TITLE:写明政务公开专区的数量@", en = "@TITLE:The number of open-government corners is stated@" },
  -- Why it is checked, a sentence or two for the agency whose report it is.
  why      = {
    zh = "年度通知要求总体情况写明建成的政务公开专区数量。",
    en = "The yearly notice asks the overview for the number of open-government corners.",
  },
  -- veto, major, minor or advice
  severity = "advice",
  -- 2008 is in force to report year 2018, 2019 for 2019 and 2020, 2021 from 2021 on; without this line, all.
  forms    = { "2019", "2021" },
  -- Document and article; they are printed in the rectification notice.
  basis    = { "（在这里写依据的文件和条款）" },
  remedy   = {
    zh = "在总体情况的平台建设部分补写专区数量。",
    en = "State the number in the overview, where it treats the platforms.",
  },

  -- Called once for each report. It must say an outcome: silence is "unknown", never "pass".
  check    = function(report, out)
    local overview = report:section("overview")
    if not overview then
      -- Nothing to look at. `cause` names the rule whose finding explains it, so that nothing costs twice.
      return out:unknown {
        reason = { code = "no-overview", zh = "没有总体情况", en = "there is no overview" },
        cause = { rule = "structure.section-missing" },
      }
    end
    local mentioned
    for _, paragraph in ipairs(overview.paragraphs) do
      local found = paragraph:find(numbered)
      if found then
        return out:pass { at = found }
      end
      mentioned = mentioned or paragraph:find(corner)
    end
    -- `at` is where it stands: a paragraph, a match, a cell; quote and line come from it.
    out:fail {
      at = mentioned or overview,
      message = {
        zh = mentioned and "写了政务公开专区，没有写数量" or "没有写政务公开专区",
        en = mentioned and "open-government corners are named without their number" or "open-government corners are not named",
      },
      expected = "政务公开专区…个",
      found = mentioned and mentioned.raw,
    }
  end,
}
