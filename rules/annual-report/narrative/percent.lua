-- Percentages, multiples and means are recomputed at the decimals stated (R26): half a unit of the last decimal is right, a whole
-- unit may have been cut or adjusted to make a hundred, more is wrong.

local basis = require "basis"

-- What it should be, said of the numbers that it was computed from.
local function explain(share, right, is_share)
  local part, whole = text.match(share.formula, "^([^ ]+) / ([^ ]+)$")
  if share.growth or not is_share or not part then
    return { zh = "与" .. share.formula .. "的结果" .. right .. "不符", en = share.formula .. " is " .. right }
  end
  return {
    zh = "与" .. part .. "占" .. whole .. "的比例" .. right .. "不符",
    en = part .. " of " .. whole .. " is " .. right,
  }
end

-- Percentages without counts, one of them of the rest.
local function judge_hundred(out, share, verdict)
  if verdict ~= "wrong" then
    out:pass { at = share }
    return
  end
  out:fail {
    at = share.percent.labelled,
    evidence = { share.at },
    message = { zh = "各项占比合计" .. share.right .. "%，不是100%", en = "the percentages make " .. share.right .. "%" },
    expected = "100%",
    found = share.right .. "%",
    formula = share.formula .. " = " .. share.right .. "%",
  }
end

-- Whether it is right; a mean may be cut. A number that breaks a sum as well is one mistake, and so is one of which
-- `first`, another growth, is wrong.
local function judge(out, share, verdict, first)
  local is_share = share.percent.percent
  if verdict == "right" or (verdict == "adjusted" and not is_share) then
    out:pass { at = share }
    return true
  end
  local right = share.right .. (is_share and "%" or share.percent.unit)
  local what = explain(share, right, is_share)
  local finding = {
    at = share.percent.labelled,
    evidence = share.part == share.whole and { share.part.labelled } or { share.part.labelled, share.whole.labelled },
    message = { zh = share.percent.text .. what.zh, en = share.percent.text .. " is stated, " .. what.en },
    expected = right,
    found = share.percent.text,
    formula = share.formula .. " = " .. right,
    cause = first and { rule = "narrative.percent", at = first.percent.labelled }
      or { rule = "narrative.sum", at = share.part.labelled },
  }
  if verdict == "wrong" then
    out:fail(finding)
  else
    out:inform(finding)
  end
end

-- What shares are of and what grew: where no percentage of it is right and more than one is wrong, it is the mistake.
local function wrong_wholes(shares)
  local wholes, wrong, n = {}, {}, 0
  for _, share in ipairs(shares) do
    n = n + (share.verdict == "wrong" and 1 or 0)
  end
  for _, share in ipairs(n > 1 and shares or {}) do
    local verdict = not (share.ambiguous or share.hundred) and share.percent.percent and share.verdict
    if verdict then
      local number = share.growth and share.part or share.whole
      local paragraph = number.paragraph -- its number is at hand, a line is counted
      local total = not share.growth and text.match(share.formula, " / (.*)$") or ""
      local is_sum = tonumber(total) and tonumber(total) ~= number.value -- of a list: each has another member for its whole
      local key = (paragraph and paragraph.order or "") .. ":" .. (is_sum and "" or number.from) .. ":" .. total
      local of = wholes[key] or { shares = {}, total = total, is_sum = is_sum }
      wholes[key], wrong[share] = of, of
      of.right = of.right or verdict ~= "wrong"
      of.shares[#of.shares + 1] = share
    end
  end
  return wrong
end

-- One finding for all percentages of a wrong whole.
local function report_whole(out, of)
  local whole, evidence = not of.is_sum and of.shares[1].whole, {}
  for i, share in ipairs(of.shares) do
    evidence[2 * i - 1], evidence[2 * i] = share.percent.labelled, share.part.labelled
  end
  out:fail {
    at = whole and whole.labelled or of.shares[1].at,
    evidence = evidence,
    message = {
      zh = string.format("%d个占比都与总数%s不符", #of.shares, of.total),
      en = string.format("none of %d percentages is right of %s", #of.shares, of.total),
    },
    found = whole and whole.text or nil,
    formula = of.shares[1].formula .. " = " .. of.shares[1].right .. "%",
    cause = whole and { rule = "narrative.sum", at = whole.labelled } or nil,
  }
end

-- Rates of some among all of them: they end at a hundred.
local rates = {
  "办结率", "答复率", "回复率", "办复率", "满意率", "满意度", "合格率", "公开率", "整改率", "回收率", "采纳率", "覆盖率", "知晓率", "准确率", "及时率",
  "电子化率", "占比",
}

local function impossible(report, out, told)
  for _, m in ipairs(report:matches("beyond")) do
    if not told[m[2] .. "%"] then
      told.any = true
      out:fail {
        at = m,
        message = { zh = m[1] .. "不可能超过100%", en = "no such rate exceeds 100%: " .. m.text },
        found = m[2] .. "%",
      }
    end
  end
  return told.any
end

return rule {
  id       = "narrative.percent",
  title    = { zh = "文中百分比计算正确", en = "Percentages in the text are computed right" },
  why      = {
    zh = "按所写的小数位数重新计算，倍数和平均数也一样；末位相差不足1的，可能是截尾或为凑足100%调整，只作提示。",
    en = "Recomputed at the decimals stated, multiples and means as well; what is off by less than one unit of the last decimal is only noted.",
  },
  severity = "minor",
  basis    = basis.article("六", "六"),
  remedy   = { zh = "按文中的件数重新计算该百分比并改正。", en = "Compute the percentage again from the numbers stated and correct it." },
  patterns = {
    beyond = {
      pattern = "(" .. table.concat(rates, "|") .. ")(?:均|都|仍|分别)?(?:为|达到?|是|有|保持在|达到了)?"
        .. "((?:1(?:0[1-9]|[1-9][0-9])|[2-9][0-9]{2}|[1-9][0-9]{3,})(?:[.][0-9]+)?|100[.][0-9]*[1-9])%",
      literal = rates,
    },
  },
  check    = function(report, out)
    local examined, told, shares = false, {}, report:percentages()
    local wholes = wrong_wholes(shares)
    for _, share in ipairs(shares) do
      local verdict, of = not share.ambiguous and share.verdict, wholes[share]
      local several = of and not of.right and #of.shares > 1
      if several and not share.growth then
        examined, told[share.percent.text] = true, true
        if of.shares[1] == share then
          report_whole(out, of)
        end
      elseif verdict and share.hundred then
        examined = true
        judge_hundred(out, share, verdict)
      elseif verdict then
        examined = true
        if not judge(out, share, verdict, several and of.shares[1] ~= share and of.shares[1]) then
          told[share.percent.text] = true
        end
      end
    end
    if not impossible(report, out, told) and not examined then
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
