-- Percentages are recomputed at the decimals stated (R26): half a unit of the last decimal is right, a whole
-- unit may have been cut or adjusted to make a hundred, more is wrong.

local basis = require "basis"

local function judge(out, share)
  local verdict = share.verdict
  if verdict == "right" then
    return out:pass { at = share }
  end
  local part, whole = text.match(share.formula, "^([^ ]+) / ([^ ]+)$")
  local right = share.right .. "%"
  local what = share.growth and { zh = "与" .. share.formula .. "的结果", en = share.formula .. " is " }
    or { zh = "与" .. part .. "占" .. whole .. "的比例", en = part .. " of " .. whole .. " is " }
  local finding = {
    at = share.percent.labelled,
    evidence = { share.part.labelled, share.whole.labelled },
    message = {
      zh = share.percent.text .. what.zh .. right .. "不符",
      en = share.percent.text .. " is stated, " .. what.en .. right,
    },
    expected = right,
    found = share.percent.text,
    formula = share.formula .. " = " .. right,
  }
  if verdict == "wrong" then
    out:fail(finding)
  else
    out:inform(finding)
  end
end

return rule {
  id       = "narrative.percent",
  title    = { zh = "文中百分比计算正确", en = "Percentages in the text are computed right" },
  why      = {
    zh = "按所写的小数位数重新计算；末位相差不足1的，可能是截尾或为凑足100%调整，只作提示。",
    en = "Recomputed at the decimals stated; what is off by less than one unit of the last decimal is only noted.",
  },
  severity = "minor",
  basis    = basis.article("六", "六"),
  remedy   = { zh = "按文中的件数重新计算该百分比并改正。", en = "Compute the percentage again from the numbers stated and correct it." },
  check    = function(report, out)
    local examined = false
    for _, share in ipairs(report:percentages()) do
      if not share.ambiguous and share.verdict then
        judge(out, share)
        examined = true
      end
    end
    if not examined then
      out:notapplicable {
        reason = {
          code = "no-percentages",
          zh = "文中没有可以重新计算的百分比",
          en = "the text states no percentage that can be computed from it",
        },
      }
    end
  end,
}
