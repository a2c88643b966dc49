-- Where the text says that there was nothing (no request, no review, no lawsuit, all upheld), the cells say so
-- too, and the other way round (R21, R23, R24).

local basis = require "basis"
local claim_words = require "claim_words"
local claims = require "claims"
local subject = require "subject"
local tables = require "tables"

local none = "(?:未曾|尚未|从未|未|没有|没|无)"
local nothing = "(?:没有|无|未有|未发生|没有发生|未出现|没有出现|不存在|未产生|尚无|并无|暂无)"

-- The sentence up to a match, and whether it speaks of another year or of a part only; "1至12月" is all of it.
local partial = "上半年|下半年|季度|[局委厅办院校县区市镇乡]属(?!于|地)|(?:[013-9一二三四五六七八九十]|(?<!1[至到~—-]1)(?<!1月[至到~—-]1)2)月份?(?![0-9]{1,2}日|[至到~—-]12月)"
  .. "|本级|所属|下属|直属|系统|各(?:部门|单位|乡镇|镇|街道|县|区|市|科|股|处室|村)|其中|除|办公室"

local of_offices = "(?<![我本全])(?:乡镇|镇街|县区|部门|科室|社区)(?:全年|年内|均|都|皆)*$"

-- "邮寄渠道未收到申请": one of the ways on which requests come; where several are named, all of them are meant.
local one_way = "(?:邮寄|邮政|信函|传真|邮件|邮箱|当面|现场|窗口|网络|网上|线上|线下|互联网|纸质|书面|微信|平台)"
  .. "(?:提交|申请|接收|受理)?(?:渠道|方式|途径|形式|系统|平台|端)?(?:全年|年内|本年度?|上|方面)?$"

local function is_of_one_way(m)
  local clause = text.match(m:before(60), "[^,。;!?]*$") or ""
  return text.find(clause, one_way) and not text.find(clause, "、|和|及|与|或|等|各|所有|全部|任何")
end

local function is_of_the_year(m, report)
  local sentence = text.match(m:before(120), "[^。!?]*$") or ""
  if text.find(text.match(sentence, "[^;]*$") or "", partial) or text.find(sentence, of_offices) or subject.is_other(sentence, report.agency) then
    return false
  end
  local year = text.match(sentence .. m.text, "^.*(20[0-9]{2})年")
  return not year or not report.year or tonumber(year) == report.year
end

-- What the text states to be none: the words, the table, the sums that must be 0.
local review, suits = { "review.total" }, { "direct.total", "after_review.total" }

local function disputes_named(m)
  local words, list = m.text .. (text.match(m:behind(16), "^[^。,;:0-9]*") or ""), {}
  if text.find(words, "纠|败诉|胜诉|撤销|维持|审结|变更|违法|直接|后(?:起|提|诉)|不服|费|答复不|不当|不及时|复议机关|决定书|工作人员|12345|应诉|出庭|以外|之外") then
    return list
  end
  if text.find(words, "复议") then
    list[#list + 1] = review
  end
  if text.find(words, "诉讼|起诉") then
    list[#list + 1] = suits
  end
  return list
end

local function fail(report, out, at, t, cells, sum)
  local found, cause = "0", claims.cause(report, cells)
  out:fail {
    at = at,
    evidence = cells,
    message = {
      zh = "文中“" .. at.text .. "”，" .. t.name.zh .. "中为" .. claims.shown(sum),
      en = "the text says there was none (\"" .. at.text .. "\"), " .. t.name.en .. " has " .. claims.shown(sum),
    },
    expected = not cause and claims.shown(sum) or nil,
    found = found,
    formula = found .. " ≠ " .. claims.shown(sum),
    cause = cause,
  }
end

-- The named sums of a table are 0, as the text says.
local function demand_none(report, out, at, key, names)
  local t = report:table(key)
  if not t.present then
    return tables.unknown(out, t, t)
  end
  local sum, cell = t:sum(names)
  if not sum then
    return tables.no_number(out, cell, t)
  elseif sum == 0 then
    out:pass { at = at }
  else
    fail(report, out, at, t, t:named(names), sum)
  end
end

local function no_requests(report, out)
  local examined = false
  for _, m in ipairs(report:matches("no_requests")) do
    if is_of_the_year(m, report) and not is_of_one_way(m) then
      examined = true
      demand_none(report, out, m, "requests", { "new.all" })
    end
  end
  return examined
end

-- "零复议、零诉讼" is a boast that bodies make about all their work, too.
local function is_of_disclosure(m)
  local sentence = text.match(m:before(120), "[^。!?]*$") or ""
  return not text.find(m.text, "^零") or m.section == "disputes" or (text.find(sentence, "公开") and not text.find(sentence, "执法|处罚|案卷|败诉"))
end

local function no_disputes(report, out)
  local examined = false
  for _, m in ipairs(report:matches("no_disputes")) do
    if is_of_the_year(m, report) and is_of_disclosure(m) then
      for _, names in ipairs(disputes_named(m)) do
        examined = true
        demand_none(report, out, m, "disputes", names)
      end
    end
  end
  return examined
end

-- Sums of which one is 0 where the text says that there was nothing of the kind.
local function demand_one_none(report, out, at, key, sums)
  local t = report:table(key)
  for _, names in ipairs(t.present and sums or {}) do
    if t:sum(names) == 0 then
      return out:pass { at = at }
    end
  end
  demand_none(report, out, at, key, sums[1])
end

-- No normative document was made.
local function no_documents(report, out)
  local examined = false
  for _, m in ipairs(report:matches("no_documents")) do
    if is_of_the_year(m, report) then
      local t = report:table("disclosure")
      local sums = { { "normative.made" } }
      if (t.present and t.form or report.form) == "2019" then
        sums[2] = { "normative.opened" }
      end
      examined = true
      demand_one_none(report, out, m, "disclosure", sums)
    end
  end
  return examined
end

-- No licence was granted, no penalty or measure of coercion decided.
local decided = { ["行政许可"] = "licences", ["行政处罚"] = "penalties", ["行政强制"] = "coercion" }

local function no_decisions(report, out)
  local examined = false
  for _, m in ipairs(report:matches("no_decisions")) do
    if is_of_the_year(m, report) then
      for name, row in pairs(decided) do
        if text.find(m.text, name) then
          examined = true
          demand_none(report, out, m, "disclosure", { row .. ".decisions" })
        end
      end
    end
  end
  return examined
end

-- No fees were taken. What was asked of applicants for information is told in the same words.
local function no_fees(report, out)
  local t, examined = report:table("disclosure"), false
  local cell = t.present and t.form ~= "2019" and t:cell("fees", "amount")
  for _, m in ipairs(cell and cell.kind == "number" and report:matches("no_fees") or {}) do
    local sentence = text.match(m:before(80), "[^。!?]*$") or ""
    if is_of_the_year(m, report) and m.section ~= "other" and not text.find(sentence, "公开|申请|处理费") then
      examined = true
      if tonumber(cell.value) == 0 then
        out:pass { at = m }
      else
        fail(report, out, m, t, t:named({ "fees.amount" }), tonumber(cell.value))
      end
    end
  end
  return examined
end

-- Whether the last thing that the text speaks of before a match, or the match itself, is a request.
local function is_of_requests(m)
  local spoken = text.match(m:before(120) .. m.text .. (text.match(m:behind(12), "^[^。,;]*") or ""), "^.*(" .. claims.handled .. ")")
  return spoken == "申请"
end

-- Nothing was carried over, in or out.
local function none_carried(report, out)
  local examined = false
  for _, m in ipairs(report:matches("none_carried")) do
    if is_of_the_year(m, report) and is_of_requests(m) then
      examined = true
      demand_none(report, out, m, "requests", { text.find(m.text, "(?:上年|上一年|去年)") and "carried_in.all" or "carried_out.all" })
    end
  end
  return examined
end

-- Nothing ended in one way: "没有不予公开的情形".
local function no_outcome(report, out)
  local examined = false
  for _, m in ipairs(report:matches("no_outcome")) do
    local row = claims.outcome(text.match(m.text, "(?:不予公开|部分公开|无法提供|不予处理)"))
    if row and is_of_the_year(m, report) then
      examined = true
      demand_none(report, out, m, "requests", { row .. ".all" })
    end
  end
  return examined
end

-- What one channel brought or one kind of applicant asked for, and what other matters are handled.
local of_some = "复议|诉讼|信访|投诉|建议|提案|咨询|网络|网上|线上|在线|网站|平台|微信|电子|信函|邮寄|邮政|快递|书面|口头|当面|现场|窗口|传真|邮件"
  .. "|转来|转办|结转|其余|除|涉及|有关|关于|方面|属于|符合|应当|能够|可以|范围"

local not_granted = { "refused.all", "unavailable.all", "declined.all" }
local of_organisations = { "new.business", "new.research", "new.welfare", "new.legal", "new.other" }

-- Whether the words are about all requests: a figure that they name is that of all new ones, and what else there is does not come from
-- those of the year before, of which "收到3件,全部予以公开" says nothing.
local function is_of_all(report, clause, cells)
  local t, figure = report:table("requests"), text.match(clause, "^.*?([0-9]+)[件宗条份起][^0-9]*$")
  if figure and not (t.present and t:sum({ "new.all" }) == tonumber(figure)) then
    return false
  end
  local carried = t.present and cells == not_granted and text.find(clause, "收|受理") and t:sum({ "carried_in.all" }) or 0
  return carried == 0 or (t:sum(cells) or 0) > carried
end

-- All requests ended in one way, or came from one kind of applicant: "全部申请均予以公开", "申请人均为自然人". What else there is in the
-- cells contradicts it; a request that was granted in part or withdrawn does not.
local function all_of_one_kind(report, out, key, cells)
  local examined = false
  for _, m in ipairs(report:matches(key)) do
    local clause = (text.match(m:before(120), "[^。;!?]*$") or "") .. m.text
    if is_of_the_year(m, report) and is_of_requests(m) and not text.find(clause, of_some) and is_of_all(report, clause, cells) then
      examined = true
      demand_none(report, out, m, "requests", cells)
    end
  end
  return examined
end

-- "均获维持": nothing was corrected, and nothing ended otherwise or is pending unless only what was concluded is meant.
-- Cases are won in court; 未经复议直接起诉 and 复议后起诉 are lawsuits.
local function upheld_rows(sentence, words)
  local is_review, is_suit = text.find(sentence, "(?<!经)(?<!经行政)复议(?!后|起诉|直接)"), text.find(sentence, "诉讼|起诉|判决")
  if text.find(words, "胜诉|败诉") then
    is_review = nil
  end
  if is_review and not is_suit then
    return { "review" }
  elseif is_suit and not is_review then
    return { "direct", "after_review" }
  end
  return is_review and { "review", "direct", "after_review" } or nil
end

-- Of lawsuits about other things nothing is said here.
local other_suits = "民事|刑事|仲裁|赔偿|征地|征收|工伤|处罚|各类(?:行政)?(?:复议|诉讼)"

local function all_upheld(report, out)
  local examined = false
  for _, m in ipairs(report:matches("all_upheld")) do
    local sentence = text.match(m:before(80), "[^。!?]*$") or ""
    local rows = is_of_the_year(m, report) and not text.find(sentence, other_suits) and upheld_rows(text.match(sentence, "[^;]*$") or "", m.text)
    if rows then
      local names = {}
      for _, row in ipairs(rows) do
        names[#names + 1] = row .. ".corrected"
        if not text.find(sentence .. m:behind(40), "审结|其余|未结|正在|尚|撤回|终止|驳回|其他") then
          names[#names + 1] = row .. ".pending"
        end
      end
      examined = true
      demand_none(report, out, m, "disputes", names)
    end
  end
  return examined
end

-- Requests that ended because a fee was not paid: there was a notice to pay, perhaps last year's, and the report
-- should say so; that it does not contradicts nothing.
local function fees(report, out)
  local t = report:table("requests")
  local cell = t.present and t.form ~= "2019" and t:cell("other.2", "all")
  if not cell or cell.kind ~= "number" or cell.value == 0 then
    return false
  elseif report:has("fee_notice") then
    out:pass { at = cell }
  else
    out:inform {
      at = cell,
      message = {
        zh = "有" .. claims.shown(cell.value) .. "件申请因逾期未缴费不再处理，文中却没有写信息处理费的收费通知",
        en = claims.shown(cell.value) .. " requests ended for unpaid fees, but the text mentions no notice to pay",
      },
      expected = "收费通知",
      found = claims.shown(cell.value),
    }
  end
  return true
end

-- Numbers: 0 in the text and something in the table, or something in the text and nothing in the table.
local function judge_number(report, out, claim, thing, t)
  local largest, at = 0, thing.cells[1]
  for _, names in ipairs(thing.cells) do
    local sum, cell = t:sum(names)
    if not sum then
      return tables.no_number(out, cell, t)
    elseif claim.value == sum then
      return out:pass()
    elseif sum >= largest then
      largest, at = sum, names
    end
  end
  if claims.is_of_others(claim, report) then
    out:pass()
  elseif claim.value == 0 then
    fail(report, out, claim.labelled, t, t:named(at), largest)
  elseif largest == 0 then
    local words = claim.labelled
    out:fail {
      at = words,
      evidence = t:named(at),
      message = {
        zh = "文中“" .. words.text .. "”，" .. t.name.zh .. "中为0",
        en = "the text says \"" .. words.text .. "\", " .. t.name.en .. " has none",
      },
      expected = "0",
      found = claims.shown(claim.value),
      formula = claims.shown(claim.value) .. " ≠ 0",
      cause = { rule = "narrative.table", at = words },
    }
  end
end

-- Whether a table has a total of 0, which a number in the text may contradict.
local function has_none(report)
  for key, sums in pairs({ requests = { { "new.all" }, { "carried_out.all" }, { "carried_in.all" } }, disputes = { review, suits } }) do
    local t = report:table(key)
    for _, names in ipairs(t.present and sums or {}) do
      if t:sum(names) == 0 then
        return true
      end
    end
  end
  return false
end

local function numbers(report, out)
  local examined, none_there = false, nil
  for _, claim in ipairs(report:claims()) do
    local thing, t = claims.thing(claim, report)
    if thing and thing.table ~= "disclosure" and t.present then
      examined = true
      if none_there == nil then
        none_there = has_none(report)
      end
      if none_there or claim.value == 0 then
        judge_number(report, out, claim, thing, t)
      end
    end
  end
  return examined
end

local words = "(?:任何|公民|法人|或者|或|和|及|以及|与|、|其他|其它|组织|自然人|企业|群众|社会|公众|个人|单位|关于|有关|对|向|我|本|镇|县|市|区|局|乡|街道|机关|要求|提出|提交|提起"
  .. "|的|政府|信息|政务|公开|依|各类|相关|新的|新增|到|过|(?:书面|网上|网络|线上|当面|线下)(?:、|或者?|和|及)(?:网上|网络|电子|线上|书面|线下|当面|信函)(?:形式|方式)?)*"

-- Requests as such, not those of some kind.
local all_requests = "(?:全部|所有|全年|本年度?|收到|受理|上述|以上|办理)(?:的)?(?:政府信息公开|依申请公开)?申请(?:事项)?|(?<=[,。;:])申请(?:事项)?"
  .. "|(?:收到|受理|接收|新收)[^,。;:0-9]{0,12}" .. claim_words.request .. "[0-9]+件"

return rule {
  id       = "narrative.zero",
  title    = { zh = "文中说没有的，表格中也没有", en = "What the text says there was none of, the tables have none of" },
  why      = {
    zh = "文中写“未收到申请”“未发生复议诉讼”“均获维持”，表格却有数字，或者相反，两者必有一处失实。",
    en = "If the text says that nothing was received or that all was upheld and the table has figures, or the reverse, one of the two is untrue.",
  },
  severity = "major",
  forms    = { "2019", "2021" },
  basis    = basis.regulation("五十"),
  remedy   = { zh = "按台账核对文字和表格，改正失实的一处。", en = "Check text and table against the register and correct the untrue one." },
  history  = { { date = "2026-11", text = { zh = "新增规则。", en = "New rule." } } },
  claims   = claims.declared,
  patterns = {
    no_requests = {
      pattern = none .. "(?:收到|接到|接收到?|受理|接收|收悉)(?:过)?" .. words
        .. "(?<!复议|书面|重复)申请(?!人|行政复议|复议|公开.{0,8}(?:复议|诉讼)|费|[^。,;]{0,6}(?:投诉|举报|信访))"
        .. "|(?:没有|无|未有)(?:人|任何|公民|法人|其他组织)" .. words .. "(?<!复议|书面|重复|[许认登])申请(?:公开)?(?:政府)?(?:信息)?(?:公开)?(?=[,。;!]|的情[况形])"
        .. "|(?<![有从])(?:没有|未有|未发生|未产生|无(?:任何)?)依申请公开(?:政府信息)?(?:件|事项|办件|情况|业务|案件|工作发生)?(?=[,。;!])"
        .. "|依申请公开(?:政府信息)?(?:的)?(?:申请|受理|收件)?(?:数量|总数|总量|件数|数|量)为(?:零|0(?![0-9.件宗条起份]))"
        .. "|依申请公开(?:政府信息)?(?:的)?(?:申请|事项|受理量)?(?:数|数量|总数)?(?:均)?为(?:零件?|0件)(?=[,。;!])|(?:全年|本年度?|年内|年度|20[0-9]{2}年)(?:保持|实现|为)?零申请(?=[,。;!])"
        .. "|依申请公开[^,。;0-9]{0,10}零(?:受理|收件|办件|发生)(?![^,。;]{0,4}(?:投诉|复议|诉讼|超期|逾期))"
        .. "|依申请公开(?:工作|方面|情况)[:,。](?:本年度?|今年|全年|年内|20[0-9]{2}年度?)?,?(?:未发生|未产生|没有|无|为零)(?=[,。;!])"
        .. "|(?<![有从])(?:无(?:任何|新收|新增)?|(?:没有|未有|未)(?:新收|新增))(?:到)?(?:政府信息公开|依申请公开(?:政府信息)?|信息公开)(?:的)?申请(?!人|行政复议|复议|渠道|平台)",
      literal = { "未收到", "没有收到", "无收到", "没收到", "曾收到", "从未收到", "未接到", "没有接到", "未接收", "没有接收", "未受理", "没有受理", "未收悉", "曾接到",
        "曾受理", "曾接收", "没有收悉", "无接到", "无受理", "没接到", "没受理", "无任何", "有任何", "无人", "有人",
        "有公民", "无公民", "有法人", "无法人", "有其他组织", "无其他组织", "无新收", "无新增", "有新收", "有新增", "未新收", "未新增", "未有依申请公开", "无政府信息公开", "无依申请公开", "无信息公开", "没有依申请公开",
        "未发生依申请公开", "未产生依申请公开", "量为零", "数为零", "公开为零", "公开为0", "申请为零", "事项为零", "事项为0", "申请为0", "零申请", "零受理", "零收件", "零办件", "零发生",
        "量为0", "数为0", "依申请公开工作", "依申请公开方面", "依申请公开情况" },
    },
    no_documents = {
      pattern = "(?:未曾|尚未|从未|未|没有|没|无)(?:新)?(?:制定|制发|出台|印发|制作|发布|下发|发文)(?:过|任何|新的|新|和|并|或|、|发布|制发|制定|出台|印发|公开|公布|的|我[市县区镇乡局]|本级|政府|行政)*"
        .. "规范性文件"
        .. "(?!公开|管理|清理|制度|目录|数据库|办法|库|草案|的(?!情|现)|时|前)"
        .. "|" .. nothing .. "(?:新)?(?:制定|制发|出台|印发|制作|增)(?:的|和|发布)*(?:行政)?规范性文件(?!公开|管理|清理|制度|目录|数据库|办法|库|草案|时|前)",
      literal = { "规范性文件" },
    },
    no_decisions = {
      pattern = "(?:^|(?<=[,。;:]))(?:20[0-9]{2}年度?|本年度?|全年|年内|今年)?,?(?:我|本)?(?:局|镇|乡|委|办|厅|单位|机关|街道|县|市|区|中心|部门)?"
        .. "(?:无|没有|未(?:作出|实施|发生|开展|办理))(?:过|任何)?(?:行政许可|行政处罚|行政强制)(?:[、和及或](?:行政许可|行政处罚|行政强制))*"
        .. "(?:类)?(?:事项|案件|决定|行为|业务|措施)?(?:发生)?(?=[,。;])",
      literal = { "行政许可", "行政处罚", "行政强制" },
    },
    no_fees = {
      pattern = "(?:^|(?<=[,。;:]))(?:20[0-9]{2}年度?|本年度?|全年|年内|今年)?,?(?:我|本)?(?:局|镇|乡|委|办|厅|单位|机关|街道|县|市|区|中心|部门)?"
        .. "(?:无|没有|未(?:收取|产生|发生|开展))(?:过|任何)*行政事业性收费(?:项目|事项|行为|情况|收入)?(?:发生)?(?=[,。;])",
      literal = "行政事业性收费",
    },
    none_carried = {
      pattern = "(?:没有|无|未有|不存在|未|零)(?:需要?|须|待|发生|产生|出现|任何|政府信息公开申请|申请)*(?:(?:上年度?|上一年度?|去年)结转|结转(?:至|到|入)?(?:下年|下一年|次年|明年|20[0-9]{2}年))"
        .. "|(?:上年度?|上一年度?|去年)(?:没有|无|未有)(?:任何)?结转(?:的)?(?:政府信息公开)?(?:申请|件|事项|办件)*(?=[,。;!])"
        .. "|(?<=办结,|答复,|完毕,|办结并|答复并)(?:没有|无|零)结转(?:件|申请|事项|办件)?(?=[,。;!])",
      literal = { "结转" },
    },
    no_outcome = {
      pattern = nothing .. "(?:依法|依申请|政府信息公开|作出|属于|答复为|因.{0,8})?(?:不予公开|部分公开|无法提供|不予处理)(?:政府信息|信息|申请)?(?:的)?(?:情形|情况|申请|政府信息|信息|决定|答复|现象|事项|,|。|;|、)",
      literal = { "不予公开", "部分公开", "无法提供", "不予处理" },
    },
    all_granted = {
      pattern = "(?:" .. all_requests .. "),?(?:经(?:审查|审核),?)?(?:已|均|都|全部|全)+(?:已|依法|按时|按期|按规定)*(?:予以|同意|准予)公开(?=[,。;!])",
      literal = { "予以公开", "同意公开", "准予公开" },
    },
    all_natural = {
      pattern = "(?:" .. all_requests .. ")人?,?(?:均|都|全部)(?:为|是|系|由|来自)(?:自然人|公民个人)(?:提出|提交|申请)*(?:的)?(?:申请)?(?=[,。;!])",
      literal = { "自然人", "公民个人" },
    },
    no_disputes = {
      pattern = "(?=[未尚从没无])(?<!有|若|如)(?:未曾|尚未|从未|未(?!经|能|来|按|及)|没有|无(?!法|正|故|需|理|偿))"
        .. "(?:有|因|被|发生|出现|产生|收到|接到|引发|引起|涉及|受理|存在|提起|政府|行政|类|申请|关于|信息|政务|公开|工作|的|任何|公民|法人|其他|组织|和|或|与|及|、|或者|而|由|案件|新增|我|本|局|镇|县|市|区|乡|省|旗|街道|机关|单位|部门"
        .. "|方面|领域|环节|相关|有关|过|一[起件例宗]|依申请|群众|个人|企业|针对|对|答复|处理|事项|情况|情形)*(?:行政复议|行政诉讼|复议|诉讼)"
        .. "(?:申请|案件|事项|和|或|与|及|、|或者|以及|被|提起|行政|诉讼|复议|的|情况|情形|案)*"
        .. "|零(?:行政)?(?:复议|诉讼)(?:[、,和及]?零(?:行政)?(?:复议|诉讼))?",
      literal = { "复议", "诉讼" },
    },
    all_upheld = "(?:均|全部|都|全)(?:获得?|被|予以?|为|是|依法)?(?:复议机关|法院|人民法院)?(?:结果|判决|决定|裁定)?(?:为|予以)?维持|(?:均|全部|全)(?:获|获得)?胜诉"
      .. "|无一[件例起宗]?(?:被)?(?:纠正|纠错|败诉)",
    fee_notice = { pattern = "收费通知|(?:信息处理|处理)费|缴费通知|通知.{0,12}(?:缴|费)", literal = { "收费通知", "处理费", "缴费通知", "通知" } },
  },
  check    = function(report, out)
    local examined = no_requests(report, out)
    examined = no_fees(report, out) or examined
    examined = no_disputes(report, out) or examined
    examined = no_documents(report, out) or examined
    examined = no_decisions(report, out) or examined
    examined = none_carried(report, out) or examined
    examined = no_outcome(report, out) or examined
    examined = all_of_one_kind(report, out, "all_granted", not_granted) or examined
    examined = all_of_one_kind(report, out, "all_natural", of_organisations) or examined
    examined = all_upheld(report, out) or examined
    examined = numbers(report, out) or examined
    examined = fees(report, out) or examined
    if examined then
      out:pass()
    else
      out:notapplicable {
        reason = { code = "not-stated", zh = "文中没有可以与表格对照的说法", en = "the text says nothing that the tables could contradict" },
      }
    end
  end,
}
