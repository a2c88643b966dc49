-- What the running text says about the cells of the official tables: "新收申请128件", "行政复议3件".
--
-- A number is understood by the words of its clause, and by what the sentence before it speaks of: 办结35件 is
-- about requests only where the last thing named is a request, not a petition or a proposal. What speaks of a part
-- (a channel, a quarter, one office), of another year, of roughly so many, or compares, is passed over.

local claims = {}

-- Paragraphs in which a number may stand that a table states too; the rules that use this file declare it.
claims.stated = {
  pattern = "(?:申请|结转|复议|诉讼|规范性文件|行政许可|行政处罚|行政强制|事业性收费)[^。;0-9]{0,40}[0-9]"
    .. "|[0-9](?:件|宗|条|起|份|例|项)[^。;,0-9]{0,14}(?:申请|复议|诉讼)",
  literal = { "申请", "结转", "复议", "诉讼", "规范性文件", "行政许可", "行政处罚", "行政强制", "事业性收费" },
}

local counted = { case = true, item = true, copy = true, bare = true, matters = true, units = true, times = true }

-- What a sentence may speak of; the last one named is what its numbers count.
local topic = "^.*((?<!复议|许可|救助|补贴|仲裁|认定|登记|执行|诉讼|低保|补助|注册|备案|听证|赔偿)申请(?!行政复议|复议|听证|再审)|信访|建议|提案|议案|公文"
  .. "|留言|咨询|投诉(?!类)|热线|工单|来信|来电|诉求|问题线索|复议|诉讼|规范性文件|(?<!规范性)文件|许可|处罚|强制|案件|事项(?!\\d)|培训|会议|信息公开条例|栏目)"

-- A share of what the table counts: one channel, part of the year, one office of many.
local channel = "网络|网上|网站|在线|平台|信函|邮寄|当面|现场|传真|邮件|电子|窗口|来信|书面|口头|电话|微信|邮箱"
local in_all = "等(?:多种|多个|各种)?(?:渠道|方式|途径|形式)|共(?:计)?(?:新)?(?:收|受|接|办)"
local partial = "上半年|下半年|季度|[0-9一二三四五六七八九十]月份?(?!1日)|本级|所属|下属|直属|系统|各(?:部门|单位|乡镇|镇|街道|县|区|市|科|股|处室|村)"
  .. "|办公室|其中(?!新收|予以|部分|不予|无法|其他处理|上年|自然人|法人)|平均|转办|转交|代为|协助|涉及|以县|以市|以区|以省|以镇|以政府|近[0-9一二三四五六七八九十]年|历年|自[0-9]+年"
  .. "|撤回|撤销申请|共同被告|第三人|补正|约谈|每"

-- The text before byte i, at most n bytes, from a whole character on.
local function before(all, i, n)
  local from = math.max(1, i - n)
  while from < i and all:byte(from) >= 0x80 and all:byte(from) < 0xC0 do
    from = from + 1
  end
  return all:sub(from, i - 1)
end

-- Sums of cells, one of which is due. A row that ends with a point stands for all rows that begin so.
local function received(column)
  return { { "new." .. column }, { "new." .. column, "carried_in." .. column }, { "total." .. column },
    { "total." .. column, "carried_out." .. column } }
end

local function organisations()
  local list = {}
  for _, rows in ipairs({ { "new" }, { "new", "carried_in" }, { "total" }, { "total", "carried_out" } }) do
    local sum = {}
    for _, row in ipairs(rows) do
      for _, column in ipairs({ "business", "research", "welfare", "legal", "other" }) do
        sum[#sum + 1] = row .. "." .. column
      end
    end
    list[#list + 1] = sum
  end
  return list
end

local ends = "(?:表|书|事项|案件)?(?:的)?(?:数量|总数|总量|量|数)?(?:共计|共|合计|总计|为|是|有|:|达|达到)?$"
local request = "(?<!复议|许可|救助|补贴|仲裁|认定|登记|执行|诉讼|低保|补助|注册|备案|听证|赔偿)申请"
local normative = "规范性文件"

-- What may be counted, tried in this order: the words before the number (label), or label and behind it (tail);
-- what the sentence must speak of; where the number stands in the tables.
local things = {
  { key = "carried_in", said = "结转 申请", table = "requests", topic = "申请", any_year = true,

    label = "(?:上年度?|上一年度?|去年|20[0-9]{2}年度?)(?:度)?结转(?:的|至本年度?|到本年度?|到今年|至今年)?(?:未办结)?(?:政府信息公开|依申请公开|信息公开)?(?:申请)?" .. ends
      .. "|结转上年度?(?:政府信息公开)?(?:申请)?" .. ends,
    cells = { { "carried_in.all" } } },
  { key = "carried_out", said = "结转 申请", table = "requests", topic = "申请", any_year = true,

    label = "结转(?:至|到|入)?(?:下年度?|下一年度?|次年|明年|20[0-9]{2}年度?)(?:度)?(?:继续)?(?:办理|处理|答复)?(?:的)?(?:政府信息公开)?(?:申请)?" .. ends,
    cells = { { "carried_out.all" } } },
  { key = "carried_out", said = "behind", table = "requests", topic = "申请", any_year = true,
    tail = "^(?:申请)?(?:将|已)?结转(?:至|到|入)?(?:下年|下一年|次年|明年)", cells = { { "carried_out.all" } } },
  { key = "natural", said = "自然人 公民 申请", table = "requests", topic = "申请",
    label = "(?:^|其中|[:为])(?:自然人|公民)(?:个人)?(?:提出|提交)?(?:的)?(?:政府信息公开)?(?:申请)?(?:的)?(?:有|为|共)?$",
    cells = received("natural") },
  { key = "organisations", said = "组织 申请", table = "requests", topic = "申请", not_behind = "(?:公民|自然人|个人)[、和及或与]?$",

    label = "(?:^|其中|[:为])法人(?:或|和|及|或者|以及)?其他组织(?:提出|提交)?(?:的)?(?:政府信息公开)?(?:申请)?(?:的)?(?:有|为|共)?$", cells = organisations() },
  { key = "new", said = "申请", table = "requests",
    label = "新(?:收|接收|增|受理)(?:到|的)?[^中,。;:]{0,30}" .. request .. ends, cells = received("all") },
  { key = "new", said = "behind", table = "requests",
    label = "新(?:收|接收|受理)到?$", tail = "^[^,。;:、0-9]{0,24}" .. request, cells = received("all") },
  { key = "new", said = "新收", table = "requests", topic = "申请", label = "(?:^|本年度?|当年|其中)新收(?:到)?$", cells = received("all") },
  { key = "received", said = "申请", table = "requests", received = true,
    label = "(?:收到|接到|接收|受理|收悉|收办)[^中,。;:]{0,40}" .. request .. ends, cells = received("all") },
  { key = "received", said = "behind", table = "requests", received = true, label = "(?:收到|接到|接收|受理|收悉|收办)$",
    tail = "^(?:的)?(?:有效)?(?:政府信息公开|依申请公开|政务公开|信息公开|公开)?(?:政府信息)?(?:的)?" .. request,
    cells = received("all") },
  { key = "received", said = "申请", table = "requests", received = true, split = true,
    label = "(?:政府信息|信息|依申请)公开(?:政府信息)?(?:的)?" .. request .. ends,
    cells = received("all") },
  { key = "total", said = "办结 完毕 完结 答复 回复 申请", table = "requests", topic = "申请", cases = true,

    label = "^(?:20[0-9]{2}年度?|全年|本年度?|年度|年内|当年|全部|均|已|共计?|总计|累计|依法|予以|我[局镇县市区委乡]|本[局镇县市区委乡]|本机关|其中|办理|:)*"
      .. "(?:办结|办理完毕|办理完结|处理完毕|答复|回复)(?:的)?(?:政府信息公开|依申请公开|信息公开)?(?:申请)?(?:事项)?(?:总数|数量|数)?(?:共计|共|合计|总计|为|:|达)?$",
    cells = { { "total.all" } } },
  { key = "review", said = "复议 申请", table = "disputes",
    label = "(?:行政)?复议(?:案件|申请|案|事项)?(?:共|共计|为|有|数|数量|总数)?$", cells = { { "review.total" } } },
  { key = "review", said = "behind", table = "disputes",
    label = "(?:发生|引发|收到|有|被|受理|办理|产生|新增|^)$", tail = "^行政复议(?!诉讼|、|和|及|与|被|纠|后)", cells = { { "review.total" } } },
  { key = "direct", said = "诉", table = "disputes",
    label = "未经(?:行政)?复议直接(?:起诉|提起诉讼|提起行政诉讼)(?:案件|的)?(?:共)?$", cells = { { "direct.total" } } },
  { key = "after_review", said = "诉", table = "disputes",
    label = "复议后(?:起诉|提起诉讼|提起行政诉讼)(?:案件|的)?(?:共)?$", cells = { { "after_review.total" } } },
  { key = "suits", said = "诉", table = "disputes",
    label = "(?:行政诉讼|诉讼)(?:案件|案|事项)?(?:共|共计|为|有|数|数量|总数)?$", cells = { { "direct.total", "after_review.total" } } },
  { key = "suits", said = "behind", table = "disputes",
    label = "(?:发生|引发|收到|有|被|提起|产生|新增|^)$", tail = "^行政诉讼(?!、|和|及|与|被|败)",
    cells = { { "direct.total", "after_review.total" } } },
  { key = "made", said = "规范性文件", table = "disclosure",
    label = "(?:制发|制定|出台|制定印发|制定出台|新制定|新制作|制作)(?:的|了)?(?:行政)?" .. normative .. "(?:共|共计|数量|数)?$",
    cells = { { "normative.made" } }, also = { ["2019"] = { { "normative.opened" } } } },
  { key = "repealed", said = "废止 规范性文件", table = "disclosure",
    label = "废止(?:的|了)?(?:行政)?(?:" .. normative .. ")?(?:共|共计)?$", topic = normative,
    not_before = "清理|失效|修改|修订|宣布|打包|集中", forms = "2021", cells = { { "normative.repealed" } } },
  { key = "valid", said = "有效 规范性文件", table = "disclosure",
    label = "现行有效(?:的)?(?:行政)?(?:" .. normative .. ")?(?:共|共计|件数)?$", topic = normative, lasting = true,
    forms = "2021", cells = { { "normative.valid" } } },
  { key = "licences", said = "决定", table = "disclosure", severity = "minor",
    label = "(?:作出|做出)(?:的)?行政许可(?:处理)?决定(?:共|共计)?$", cells = { { "licences.decisions" } } },
  { key = "penalties", said = "决定", table = "disclosure", severity = "minor",
    label = "(?:作出|做出)(?:的)?行政处罚(?:处理)?决定(?:共|共计)?$", cells = { { "penalties.decisions" } } },
  { key = "coercion", said = "决定", table = "disclosure", severity = "minor",
    label = "(?:作出|做出)(?:的)?行政强制(?:处理)?决定(?:共|共计)?$", cells = { { "coercion.decisions" } } },
}

-- How requests were handled, in the words of table three.
local outcomes = {
  ["予以公开"] = "granted", ["部分公开"] = "partial", ["不予公开"] = "refused.", ["无法提供"] = "unavailable.", ["不予处理"] = "declined.",
  ["其他处理"] = "other", ["国家秘密"] = "refused.1", ["第三方合法权益"] = "refused.4", ["三类内部事务信息"] = "refused.5",
  ["四类过程性信息"] = "refused.6", ["行政执法案卷"] = "refused.7", ["行政查询事项"] = "refused.8", ["不掌握相关政府信息"] = "unavailable.1",
  ["需要另行制作"] = "unavailable.2", ["补正后申请内容仍不明确"] = "unavailable.3", ["信访举报投诉类申请"] = "declined.1", ["重复申请"] = "declined.2",
}
local outcome_words = {}
for word in pairs(outcomes) do
  outcome_words[#outcome_words + 1] = word
end
table.sort(outcome_words, function(a, b) return #a > #b end)

-- The first words are the whole label, apart from those that lead a list.
local outcome = "^(?:其中|其中依法|包括|依法|属于|因|涉及|决定|:)*[^,。;:、]{0,12}?(" .. table.concat(outcome_words, "|")
  .. ")(?:的|类)?(?:申请|答复|情形)?(?:的)?(?:有|为|共)?$"
for _, word in ipairs(outcome_words) do
  things[#things + 1] = { key = outcomes[word], said = word, table = "requests", topic = "申请", outcome = true, cells = { { outcomes[word] .. ".all" } } }
end

-- The things by the last of these words in the label; "behind" are those told by the words behind the number.
local by_word, words = { behind = {} }, {}
for _, thing in ipairs(things) do
  for _, word in ipairs(text.split(thing.said, " ")) do
    if not by_word[word] then
      by_word[word] = {}
      words[#words + 1] = word
    end
    table.insert(by_word[word], thing)
  end
end
table.sort(words, function(a, b) return #a > #b end)
local any_word = table.concat(words, "|")
local last_word = "^.*(" .. any_word .. ")"
local behind = "^[^,。;:、0-9]{0,24}(?:申请|结转|复议|诉讼)"

local function of_other_year(q, thing, sentence, year)
  if thing.any_year or not year then
    return false
  elseif q.year then
    return q.year ~= year
  end
  local named = text.match(sentence, "^.*(20[0-9]{2})年")
  return named ~= nil and tonumber(named) ~= year
end

local function fits(thing, q, all, label, tail)
  return (not thing.label or text.find(label, thing.label) ~= nil) and (not thing.tail or text.find(tail, thing.tail) ~= nil)
    and not (thing.cases and q.class == "copy")
    and not (thing.not_behind and text.find(before(all, q.from - #label, 30), thing.not_behind))
end

-- Whether what stands before says that this is about the thing, and about all of it.
local function is_whole(q, thing, all, report)
  local lead = before(all, q.from, 300)
  local sentence = text.match(lead, "[^。!?]*$") or ""
  local clause = text.match(sentence, "[^;。]*$") or ""
  if of_other_year(q, thing, sentence, report.year) then
    return false
  elseif thing.not_before and text.find(sentence, thing.not_before) then
    return false
  elseif text.find(clause, partial) then
    return false
  end
  if thing.topic and not text.find(q.label, thing.topic) then
    local named = text.match(lead, topic)
    if named ~= thing.topic and not (thing.outcome and named == nil and text.find(sentence, "申请")) then
      return false
    end
  end
  if thing.received then
    if text.find(clause, channel) and not text.find(clause, in_all) then
      return false
    elseif thing.split and not text.find(sentence, "(?:收到|接到|接收|受理|收悉)[^。;,0-9]*$") then
      return false
    end
  end
  if thing.outcome and text.find(sentence, "新收[^。;,0-9]*申请中|自然人|法人") then
    return false
  end
  return true
end

-- Reviews and lawsuits: of this work only, and each kind for itself or both together.
local function disputes_of(q, thing, all)
  local lead = before(all, q.from, 300)
  local sentence = text.match(lead, "[^。!?]*$") or ""
  if q.section ~= "disputes" and not text.find(lead, "信息公开|依申请|政务公开") then
    return nil
  elseif text.find(sentence, "执法|法治|出庭|应诉|审结|办结|维持|纠正|败诉|胜诉|纠错|未审|撤") then
    return nil
  end
  local label = q.label
  if thing.key == "suits" and (text.find(label, "复议.{0,6}诉讼") or text.find(lead, "复议(?:案件|申请)?[、和及或与](?:被)?(?:提起)?(?:行政)?诉讼(?:案件|案)?(?:共|共计|为|有)?$")) then
    return { { "review.total", "direct.total", "after_review.total" } }
  elseif thing.key == "suits" and text.find(label, "直接|后") then
    return nil
  elseif thing.key == "review" and text.find(label, "诉讼|未经") then
    return nil
  end
  return thing.cells
end

local function thing_of(q, all)
  local label = q.label
  local word = label ~= "" and text.find(label, any_word) and text.match(label, last_word)
  if not word then
    local tail = q.tail
    if tail == "" or not text.find(tail, behind) then
      return nil
    end
    for _, thing in ipairs(by_word.behind) do
      if fits(thing, q, all, label, tail) then
        return thing
      end
    end
    return nil
  end
  for _, thing in ipairs(by_word[word]) do
    if thing.outcome then
      if text.find(label, outcome) then
        return thing
      end
    elseif fits(thing, q, all, label, "") then
      return thing
    end
  end
  return nil
end

local function claim_of(q, all, report)
  local thing = thing_of(q, all)
  if not thing or (thing.forms and thing.forms ~= report.form) or (q.cumulative and not thing.lasting) or not is_whole(q, thing, all, report) then
    return nil
  end
  local cells = thing.cells
  if thing.table == "disputes" then
    cells = disputes_of(q, thing, all)
  end
  if not cells then
    return nil
  end
  return { key = thing.key, at = q.labelled, q = q, value = q.value, table = thing.table, cells = cells, also = thing.also,
    severity = thing.severity or (thing.received and not text.find(q.label, "本年|全年|新收|年度") and "minor") or nil }
end

-- The claims of the paragraphs in which the pattern `stated` (claims.stated) is found; only those that state zero,
-- if only_zero.
function claims.read(report, only_zero)
  local list, seen = {}, {}
  for _, m in ipairs(report:matches("stated")) do
    local paragraph = m.paragraph
    local order = paragraph.order
    if not seen[order] then
      seen[order] = true
      local all = paragraph.text
      for _, q in ipairs(paragraph:quantities()) do
        if counted[q.class] and not (only_zero and q.value ~= 0) and not q.approximate and not q.comparison then
          list[#list + 1] = claim_of(q, all, report)
        end
      end
    end
  end
  return list
end

-- A name of cells as row and column; the row of several ends with a point.
local function place(name)
  local row, column = text.match(name, "^(.*)\\.([^.]+)$")
  return { row = row, column = column, several = row:sub(-1) == "." or row == "other" }
end

local places = {}
for _, thing in ipairs(things) do
  for _, names in ipairs(thing.cells) do
    for _, name in ipairs(names) do
      places[name] = place(name)
    end
  end
end

local function rows_of(t, at)
  local list = {}
  local lead = at.row:sub(-1) == "." and at.row or at.row .. "."
  for _, row in ipairs(t.rows) do
    if row.key == at.row or text.starts(row.key, lead) then
      list[#list + 1] = row.key
    end
  end
  return list
end

-- The sum of named cells: its value and the cells; nil and the cell that is no number.
function claims.sum(t, names)
  local sum, cells = 0, {}
  for _, name in ipairs(names) do
    local at = places[name] or place(name)
    for _, row in ipairs(at.several and rows_of(t, at) or { at.row }) do
      local cell = t:cell(row, at.column)
      if not cell or cell.kind ~= "number" or cell.value < 0 or not math.tointeger(cell.value) then
        return nil, cell
      end
      sum, cells[#cells + 1] = sum + cell.value, cell
    end
  end
  return sum, cells
end

-- The finding of an equation that a cell breaks: it explains that the text says something else.
function claims.cause(report, cells)
  local wanted = {}
  for _, cell in ipairs(cells) do
    wanted[cell.row .. "." .. cell.column] = true
  end
  for _, id in ipairs({ "requests.row-total", "requests.results-total", "requests.balance", "disputes.total" }) do
    for _, v in ipairs(report:violations(id)) do
      if v.state == "broken" then
        for _, cell in ipairs(v.cells) do
          if wanted[cell.row .. "." .. cell.column] then
            return { rule = v.lead and id or v.lead_rule, at = v.lead and v.at or v.lead_at }
          end
        end
      end
    end
  end
  return nil
end

-- A whole number without ".0".
function claims.shown(value)
  return tostring(math.tointeger(value) or value)
end

return claims
