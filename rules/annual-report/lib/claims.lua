-- What the running text says about the cells of the official tables: "新收申请128件", "行政复议3件".
--
-- A number is understood by the words of its clause, and by what the sentence before it speaks of: 办结35件 is
-- about requests only where the last thing named is a request, not a petition or a proposal. What speaks of a part
-- (a channel, a quarter, one office), of another year, of roughly so many, or compares, is passed over.

local disputes = require "claimed_disputes"
local documents = require "claimed_documents"
local requests = require "claimed_requests"
local words = require "claim_words"

local claims = {}

-- What a sentence may speak of; the last one named is what its numbers count. The class spares most places a look.
local topics = "^.*(?=[申信建提议公留咨投热工来呼诉问复规文许处强案事培会栏])(" .. words.request .. "(?!行政复议|复议|听证|再审)"
  .. "|(?<=年新增|年度新增|其中新增)申请(?!人|方式|渠道|途径|内容|行政复议|复议)|申(?=请(?!人|方式|渠道|途径|内容))|信访(?!、?举报|、?投诉|类)|建议|提案|议案|公文"
  .. "|留言|咨询|(?<!举报)(?<!举报、)(?<!信访)(?<!信访、)投诉(?!类|举报)|(?<=收到举报|接到举报|受理举报|办理举报|处理举报)投诉(?!类)"
  .. "|热线|工单|来信|来电|呼声|诉求|问题线索|复议|诉讼|规范性文件|规章(?!制度)|(?<!规范性)文件|许可|处罚|强制|案件|(?<!查询)事项(?!\\d)|培训|会议|信息公开条例|栏目)"

local partial = "(?:上半年|下半年|季度|(?<![0-9])(?!12月[底末])[0-9一二三四五六七八九十]{1,2}月份?(?![0-9]{1,2}日)|本级|所属|下属|直属|系统|各(?:部门|单位|乡镇|镇|街道|县|区|市|科|股|处室|村)"
  .. "|(?<!政府)办公室|其中(?!$|(?:是|为)?(?:由|来自)(?:自然人|公民|个人|法人|商业企业)|个人|新收|予以|准予|同意公开|全部公开|部分|不予|无法|其他处理|上年|自然人|法人|商业企业|科研机构|社会公益组织|法律服务机构"
  .. "|[:,](?:(?:20[0-9]{2}年度?|本年度?|当年)?新收|予以公开|部分公开|不予公开|无法提供)"
  .. "|[:,]?(?:属|因|法院|国家秘密|过程性|行政执法案卷|行政查询|信访|重复申请|本机关不掌握|没有现成|要求|逾期|被?维持|被?纠|结果|公开|胜诉|败诉|[^,。;:、0-9]{0,6}直接起诉"
  .. "|[0-9]+件(?:未经|经?复议后|(?:予以|准予|同意|部分|不予)公开)|[^,。;:、0-9]{0,4}复议后))"
  .. "|平均|单[月日周季]|最[多高少](?!跑)|(?<!结)转办|转交|代为|协助|涉及(?!(?:[我本][^,。;:、]{1,5})?(?:政府信息公开|信息公开|政务公开|依申请公开))"
  .. "|以县|以市|以区|以省|以镇|以政府|近[0-9一二三四五六七八九十]年|[2-9二三四五六七八九十两]年[来间]|历年|自[0-9]+年"
  .. "|撤回|撤销申请|共同被告|第三人|(?<!不)补正(?!后?(?:申请)?(?:内容)?仍)|约谈|每|(?<![0-9])[月日年周季人]均)(?![^()]*[)])" -- not in a bracket that is closed

-- What may be carried over, the requests of this work among it.
claims.handled = words.request .. "|" .. words.other_matters

-- The row of table three that an outcome's word names; nil for other words.
claims.outcome = requests.row_of

-- What the rules that use this file declare: each thing that may be counted, by the words that tell it, without the cells where the
-- number stands in the tables (`cells`; `also` by form); and the things by key.
local of = {}
claims.declared = {
  counted = { "case", "item", "copy", "bare", "matters", "units", "times", "money" },
  topics = topics,
  unless = { clause = partial, label = "^(?!.*(?<![至到~-])[0-9]{4}年度?分别).*分别(?!为|是|有|达)" }, -- what several have each
  things = {},
}
for _, things in ipairs({ disputes, requests.things, documents }) do
  for _, thing in ipairs(things) do
    of[thing.key] = of[thing.key] or thing
    table.insert(claims.declared.things, {
      key = thing.key, words = thing.words, fits = thing.fits, not_counted = thing.not_counted, topic = thing.topic, quiet_topic = thing.quiet_topic,
      where = thing.where, home = thing.home, unless = thing.unless, any_year = thing.any_year, lasting = thing.lasting,
    })
  end
end

-- The places that an agency speaks of as its own, by its level; others are those it belongs to.
local own = { province = "[省区]", city = "[市州盟区]", county = "[县区市旗]", zone = "区", township = "[镇乡]", department = "局" }

local body = "(?:局|委|办|办公室|厅|处|镇|乡|街道|中心|站|所|支队|大队|院|校|公司)"

-- What others did under its guidance: "指导乡镇、县直部门处理申请10件".
local guided = "(?:指导|督促|督导|督办|协调|帮助|统筹)[^,。;:0-9]{0,12}(?:部门|单位|乡镇|镇街|镇乡|街道|县区|县市|区县|园区|科室|处室|科所|基层|村|社区)[^,;:0-9]*$"

-- What concerns this work is told as a part: "办理行政复议案件128件,其中涉及政府信息公开的5件".
local of_all_kinds = "^[0-9一二三四五六七八九十百]+[件宗起例]?(?:案件|申请)?(?:\\([^()]*\\))?[,(]其中[,:]?(?:涉及?|属于?|因|关于|与|有)?(?:政府信息公开|信息公开|政务公开|依申请公开)"

-- Whether its sentence counts what more agencies did than this one ("全市共制发规范性文件37件,废止11件"), or more kinds.
function claims.is_of_others(claim, report)
  if text.find(claim.rest, of_all_kinds) then
    return true
  end
  local lead = claim.lead
  local clause = text.match(lead, "[^;]*$")
  if text.find(text.gsub(clause, "\\([^()]*\\)", "") .. claim.label, "政府办公[室厅]") and not text.find(report.agency or "", "办公[室厅]$") then
    return true -- of all that a government received
  end
  if text.find(clause, guided) then
    return true
  end
  local unit = text.match(clause, "([^,。;:、0-9我本]{1,4}" .. body .. ")(?:全年|共计?|本年)*" .. words.received_verb .. "[^,。;:、0-9]{0,16}[0-9]+[^;。]*$")
  if unit and not text.find(clause, "[我本]" .. body) and not text.find(report.agency or "", unit) then
    return true -- one of those that it reports for
  end
  if text.find(clause, "\\(含[^()]*[县区乡镇门属][^()]*\\)[^,;()]*$")
    or text.find(clause, "(?:^|[,、:])(?:县区|乡镇|镇街|部门)(?:全年|共计?)*(?:制发|印发|出台|收到|受理|接收|作出|办理)[^,;:0-9]{0,12}$") then
    return true -- with those below it, or they alone
  end
  if report.level and report.level ~= "department" and text.find(clause, body .. "(?:全年|共计?|本年)*(?:作出|做出|办理|查办)[^,。;:、0-9]{0,12}$")
    and not text.find(clause, "[我本]" .. body) then
    return true -- of one department of a government
  end
  local part, kind = text.match(clause, "([^,。;:、0-9]{1,10}(中心|大队|支队|分局|站|所))(?:全年|共计?|本年)*" .. words.received_verb .. "[^,。;:、0-9]{0,16}$")
  if part and not text.find(report.agency or "", kind) then
    return true
  end
  local level = report.level
  local place = level and text.match(lead, "全(国|省|市|县|区|州|盟|旗|镇|乡)(?![^。!?]*[我本][省市县区州盟旗镇乡局委办厅街机单])[^。!?]*$")
  return place ~= nil and (place == "国" or text.find(place, own[level]) == nil)
end

-- Whether the rest of its sentence shows that it is meant.
local function is_beside(beside, claim)
  local sentence = claim.lead .. claim.rest
  return text.find(sentence, beside.must) ~= nil and text.find(sentence, beside.never) == nil
end

-- "不予公开5件,其中2件系上年结转": of some; what else ended so is told elsewhere.
local with_carried = "^[0-9一二三四五六七八九十百]+[件宗起例](?:申请)?[,(](?:其中|含|包括|包含)(?:[0-9]+件)?(?:申请)?(?:系|属|为|是|来自)?(?:于)?"
  .. "(?:上年度?|上一年度?|去年|往年|20[0-9]{2}年度?)(?:度)?(?:结转|转结|转入|接转|遗留)"

-- "办结137件,其中上年结转8件、本年新收129件": of those handled, by the year that they came in; others of that year went on.
local of_handled = "(?:办结|答复|办理|处理|办复|公开|提供)[^,。;:、0-9]{0,12}[0-9]+[件宗](?:申请)?[,(:]?(?:其中|包括|包含|含|分别)[^。;]*$"
local by_year = { new = "结转|转结|接转|遗留", carried_in = "新收|本年|当年|今年" }

-- Whether a count of replies, or of what became of one year's requests, may be a part of the sum that the table has.
function claims.is_part_of(claim, sum)
  if claim.value >= sum then
    return false
  end
  local beside = by_year[claim.key]
  return requests.is_outcome(claim.key) and text.find(claim.rest, with_carried) ~= nil
    or beside ~= nil and text.find(claim.lead, of_handled) ~= nil and text.find(claim.lead .. claim.rest, beside) ~= nil
end

-- Which way a case went that was carried over, where a year is named: "2022年结转至2023年" is what came into the report of 2023. The key
-- of the cell; nil where the years are others, and the claim's own where none is named.
local function carried_way(claim, report)
  local said = claim.label .. claim.text .. (text.match(claim.rest, "^[^,。;:]*") or "")
  local from, to = text.match(said, "(20[0-9]{2})年度?(?:未办结)?(?:的)?(?:结转|转结|转入|接转)"),
    text.match(said, "(?:结转|转结|顺延|延续|转)(?:至|到|入)?(20[0-9]{2})年")
  local into = to and tonumber(to) or from and tonumber(from) + 1
  if not into or not report.year or (from and to and tonumber(from) + 1 ~= into) then
    return claim.key
  end
  return into == report.year and "carried_in" or into == report.year + 1 and "carried_out" or nil
end

-- What a claim counts and its table; nil where the form has no such cells. A table may bear the labels of another form.
function claims.thing(claim, report)
  local key = claim.key
  if key == "carried_in" or key == "carried_out" then
    key = carried_way(claim, report)
  end
  local thing = of[key]
  if not thing then
    return nil, report:table("requests")
  end
  local t = report:table(thing.table)
  if thing.forms and thing.forms ~= (t and t.form or report.form) then
    return nil, t
  elseif thing.not_beside and text.find(claim.rest, thing.not_beside) then
    return nil, t -- what expired may be counted with it or not
  elseif claim.value ~= 0 and text.find(claim.label, "[均都皆各](?:为|有|是)?$") then
    return nil, t -- each of several is so many
  elseif claim.key == "total" and text.find(claim.label, requests.in_time)
    and text.find(claim.lead .. claim.rest, "延期(?:办结|答复|回复|办理|处理)[^,。;:、0-9]{0,6}[0-9]") then
    return nil, t -- what took longer was handled, too
  elseif (claim.class == "money") ~= (thing.amount or false) then
    return nil, t
  elseif thing.beside and not is_beside(thing.beside, claim) then
    return nil, t
  end
  return thing, t
end

-- "收到" by itself may count many things.
function claims.severity(claim, thing)
  return thing.severity or (claim.key == "received" and not text.find(claim.label, "本年|全年|新收|年度") and "minor") or nil
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
