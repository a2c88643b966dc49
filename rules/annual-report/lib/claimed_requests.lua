-- What the text may say about table three: requests that came in, and how they were handled.

local words = require "claim_words"

local ends, received_verb, request, other_matters = words.ends, words.received_verb, words.request, words.other_matters

-- A share of what the table counts: one channel, part of the year, one office of many.
local channel = "网络|网上|线上|网站|在线|平台|信函|邮寄|邮政|快递|当面|现场|传真|邮件|电子|窗口|来信|书面|口头|电话|微信|邮箱"
local in_all = "等(?:多种|多个|各种)?(?:渠道|方式|途径|形式)|共(?:计)?(?:新)?(?:收|受|接|办)"

-- Sums of cells, one of which is due. A row stands for all rows that divide it, too.
local function received(column)
  return { { "new." .. column }, { "new." .. column, "carried_in." .. column }, { "total." .. column },
    { "total." .. column, "carried_out." .. column } }
end

-- The words for one kind of applicant.
local function applicant(kind)
  return "(?:^|其中|[:为]|来自|由|属于|公开申请中,?)(?:" .. kind .. ")(?:提出|提交|申请)*(?:的)?(?:政府信息公开)?(?:申请)?(?:为主|居多|占多数)?(?:的)?(?:有|为|共)?$"
end

-- "收到申请128件,其中由公民提出96件": of all that came in. What else is divided by applicants, replies and channels, has no sums of its own.
local came_in = "^(?:(?!" .. channel .. ").)*(?:" .. received_verb .. "|新收|新增)(?:(?!" .. channel .. ")[^,。;:、0-9])*申请[0-9]+件(?:\\([^()]*\\))?[,(]?"
local of_another = { clause = "^(?!" .. came_in .. "其中(?!.*其中)).*其中(?:是|为)?(?:由|来自)" }

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

local of_requests = "(?:政府信息公开|依申请公开|信息公开|公开)?(?:政府信息)?(?:的)?(?:申请)?"
-- Who speaks, where a sentence tells it.
local who = "(?:[我本][^,。;:、0-9]{1,6}|[^,。;:、0-9]{1,14}(?:局|委|办|厅|处|镇|乡|县|市|区|旗|街道|政府|管委会|办事处|机关|单位))?"
local in_time = "按时|按期|及时|按规定|按要求|按程序|(?:均|已)?在(?:法定|规定)(?:的)?(?:办理|答复)?(?:期限|时限|时间)(?:之)?内"

-- The row's own words need no topic, unless this sentence or the one before it counts something else.
local of_other_matters = "(?:收到|接到|受理|办理|承办|处理|转来|交办|收集|征集)[^。,;]{0,16}(?:" .. other_matters .. ")(?![^。]*申请)[^。]*(?:。[^。]*)?$"

local carried = "结转(?:至|到|入)?|顺延(?:至|到|入)?|转(?:至|到|入)?|延续(?:至|到)"

-- "收到" of one channel or one kind of applicant is no total, unless the sentence says that it is one.
-- "共收到网上申请" says so of the one channel.
local of_channel = {
  clause = "^(?!.*(?:" .. in_all .. ")).*(?:" .. channel .. "|转来|转办)"
    .. "|" .. received_verb .. "(?:群众|公众|公民|市民)?(?:" .. channel .. ")(?:提交|提出|方式)?的?(?:信息公开)?申请(?!.*(?:" .. channel .. "))",
  label = received_verb .. "(?:自然人|商业企业|企业|科研机构|社会公益组织|法律服务机构)(?:提交|提出)?的?(?:申请)?(?:政府信息公开|信息公开|公开)?的?申请", -- of one kind
}
-- What is said of the requests of one channel, subject or office: "网络申请120件,其中予以公开17件", "信函申请36件中,予以公开12件".
local sort = "(?:" .. channel .. "|(?<!公开)(?<!提供)(?<!处理)(?<!投诉)(?<!举报)(?<!信访)(?<!申请)类|方面|涉及|有关|延期|延长|补正|部门|单位|街道|乡镇)"
local of_sort = sort .. "(?:(?!等|收|受理|接|共)[^,、:。;0-9]){0,16}[0-9]+[件宗条份起](?:\\([^()]*\\))?[,(]?其中"
  .. "|(?:办理|办结|处理)(?:20[0-9]{2}年度?|上年度?|去年)结转[^,、:。;0-9]{0,10}[0-9]+件[,(]?其中"
  .. "|^(?:20[0-9]{2}年度?,?)?[^0-9]*" .. sort .. "(?:(?!等|共)[^,、:。;0-9]){0,16}[0-9]+[件宗条份起](?:\\([^()]*\\))?中?[,:]"
  .. "(?!(?:" .. channel .. ")[^,、。;]{0,10}[0-9])"

-- "与上年相比,新增申请28件": by how many there were more.
local of_increase = { sentence = "相比|较|比|同比|增[长加]|渠道|方式", tail = "^[^,。;:、0-9]{0,6}来自" }

-- "不予公开5件,其中2件系上年结转": some of those that ended so.
local ended_so = { before = "(?:予以?公开|部分公开|不予公开|不予提供|无法提供|不予处理|其他处理)(?:的)?(?:决定|答复|申请)?(?:书)?[0-9]+件(?:\\([^()]*\\))?[,(]?"
  .. "(?:其中|含|包括)(?:有|了)?(?:(?:上年度?|上一年度?|去年|往年|20[0-9]{2}年度?)[^,。;、0-9]{0,6})?$" }

local things = {
  { key = "carried_in", words = { "结转", "转结", "转入", "申请" }, table = "requests", topic = "申请", quiet_topic = true, home = "requests", any_year = true,
    cells = { { "carried_in.all" } }, unless = ended_so,
    fits = { label = "(?:上年度?|上一年度?|去年|往年|20[0-9]{2}年度?)(?:度)?(?:结转|转结|转入)(?:的|过来的?|来的?|至本年度?|到本年度?|到今年|至今年)?(?:未办结)?" .. of_requests .. ends
      .. "|结转上年度?(?:未办结)?(?:的)?(?:政府信息公开)?(?:申请)?" .. ends } },
  { key = "carried_in", table = "requests", topic = "申请", quiet_topic = true, home = "requests", any_year = true, cells = { { "carried_in.all" } },
    unless = ended_so,
    fits = { label = "^(?:另有|还有|其中|加上|连同|包括|含)$", tail = "^(?:申请)?(?:由|系|是|为)?(?:上年度?|上一年度?|去年|20[0-9]{2}年度?)(?:结转|转入|转来|接转)" } },
  { key = "carried_in", words = { "承接", "接转", "申请" }, table = "requests", topic = "申请", quiet_topic = true, home = "requests", any_year = true,
    cells = { { "carried_in.all" } },
    fits = { label = "(?:承接|接转)(?:上年度?|上一年度?|去年|20[0-9]{2}年度?)(?:未办结|结转)?(?:的)?(?:申请)?$|(?:上年度?|上一年度?|去年|20[0-9]{2}年度?)接转(?:的)?(?:申请)?$" } },
  { key = "carried_out", words = "结转", table = "requests", topic = "申请", quiet_topic = true, home = "requests", any_year = true,
    cells = { { "carried_out.all" } },
    fits = { label = "结转$", tail = "^(?:申请)?(?:至|到|入)(?:下年|下一年|次年|明年|20[0-9]{2}年)" } },
  { key = "carried_out", words = "结转", table = "requests", topic = "申请", quiet_topic = true, home = "requests",
    cells = { { "carried_out.all" }, { "carried_in.all" } },
    fits = { label = "^结转$", tail = "^(?:申请)?$", clause = "(?:办结|答复)(?!率)[^;。结转]*$" } },
  { key = "carried_out", words = { "结转", "继续" }, table = "requests", any_year = true, cells = { { "carried_out.all" } },
    fits = { label = "结转(?:至|到|入)?(?:下年度?|下一年度?)(?:度)?继续(?:办理|处理|答复)" .. ends }, unless = { sentence = other_matters } },
  { key = "carried_out", words = { "结转", "转下年", "继续", "申请" }, table = "requests", topic = "申请", quiet_topic = true, home = "requests", any_year = true,
    cells = { { "carried_out.all" } },
    fits = { label = "结转(?:至|到|入)?(?:下年度?|下一年度?|次年|明年|20[0-9]{2}年度?)(?:度)?(?:继续)?(?:办理|处理|答复)?(?:的)?(?:政府信息公开)?(?:申请)?" .. ends } },
  { key = "carried_out", table = "requests", any_year = true, cells = { { "carried_out.all" } },
    fits = { tail = "^(?:政府信息公开|依申请公开|信息公开|公开)?申请[^,。;:0-9]{0,6}?结转(?:至|到|入)?(?:下年|下一年|次年|明年|20[0-9]{2}年)" },
    unless = { before = of_other_matters } },
  { key = "carried_out", table = "requests", any_year = true, cells = { { "carried_out.all" } },
    fits = { label = "(?:其余|剩余|尚有|另有|还有|未到期|未办结)的?$", tail = "^(?:将|已)?结转(?:至|到|入)?(?:下年度?|下一年度?)(?:度)?继续(?:办理|处理|答复)" },
    unless = { before = of_other_matters } },
  { key = "carried_out", table = "requests", topic = "申请", quiet_topic = true, home = "requests", any_year = true, cells = { { "carried_out.all" } },
    fits = { tail = "^(?:申请)?(?:将|已|均|依法|全部|按规定|按要求)*(?:" .. carried .. ")(?:下年|下一年|次年|明年|20[0-9]{2}年)" } },
  { key = "carried_out", words = "继续", table = "requests", topic = "申请", home = "requests", cells = { { "carried_out.all" } },
    fits = { label = "^(?:其余|剩余|另有)?(?:下年度?|下一年度?|次年)(?:度)?继续(?:办理|处理|答复)(?:的)?(?:申请)?(?:有|为|共)?$" }, unless = { sentence = other_matters } },
  { key = "carried_out", words = { "跨年办理", "跨年度办理", "转至", "转到", "转入", "转下年", "顺延", "继续" }, table = "requests", topic = "申请", quiet_topic = true,
    home = "requests", any_year = true,
    cells = { { "carried_out.all" } },
    fits = { label = "(?:^|[^续])(?:跨年度?办理(?:的)?|(?:" .. carried .. ")(?:下年度?|下一年度?|次年|明年|20[0-9]{2}年度?)(?:继续)?(?:办理|处理|答复)?(?:的)?)" .. ends } },
  { key = "carried_out", table = "requests", topic = "申请", quiet_topic = true, home = "requests", any_year = true, cells = { { "carried_out.all" } },
    fits = { label = "(?:^|其余|剩余|尚有|另有|还有|仍有)的?$",
      tail = "^(?:申请)?(?:在(?:法定)?(?:办理)?期限内)?(?:未|尚未|没有|正在|仍在)(?:办结|办理完毕|办完|办理)"
        .. "|^(?:申请)?(?:未|尚未)到(?:法定)?(?:办理|答复)?期限|^(?:申请)?(?:尚|仍)?在(?:法定)?(?:办理)?期限(?:之)?内" } },
  { key = "carried_out", words = { "办结", "在办", "未到办理", "未到答复", "未到法定", "未到期限", "申请" }, table = "requests", topic = "申请", quiet_topic = true,
    home = "requests", any_year = true, cells = { { "carried_out.all" } },
    fits = { label = "(?:^|其余|另有|尚有|还有)(?:(?:至|到)?(?:年末|年底|期末))?(?:尚|仍)?(?:未办结|在办)(?:的)?(?:申请)?(?:有|为|共)?$" } },
  { key = "natural", words = { "自然人", "公民", "申请" }, table = "requests", topic = "申请", home = "requests", cells = received("natural"),
    fits = { label = applicant("(?:以)?(?:自然人|公民)(?:个人)?") }, unless = of_another },
  { key = "natural", words = { "个人", "申请" }, table = "requests", topic = "申请", home = "requests", cells = received("natural"),
    fits = { label = applicant("个人"), clause = came_in .. "(?:其中)?(?:是|为|有|由|来自)?个人[^,。;:、0-9]*$" } },
  { key = "natural", table = "requests", topic = "申请", home = "requests", cells = received("natural"),
    fits = { label = "^(?:其中|有|:)?$", tail = "^(?:申请)?(?:由|来自)(?:自然人|公民)(?:个人)?(?:提出|提交|申请)?$" },
    unless = of_another },
  { key = "business", words = { "企业", "申请" }, table = "requests", topic = "申请", home = "requests", cells = received("business"),
    fits = { label = applicant("商业企业") }, unless = of_another },
  { key = "research", words = { "机构", "申请" }, table = "requests", topic = "申请", home = "requests", cells = received("research"),
    fits = { label = applicant("科研机构") }, unless = of_another },
  { key = "welfare", words = { "组织", "申请" }, table = "requests", topic = "申请", home = "requests", cells = received("welfare"),
    fits = { label = applicant("社会公益组织") }, unless = of_another },
  { key = "legal", words = { "机构", "申请" }, table = "requests", topic = "申请", home = "requests", cells = received("legal"),
    fits = { label = applicant("法律服务机构") }, unless = of_another },
  { key = "organisations", words = { "组织", "申请" }, table = "requests", topic = "申请", home = "requests", cells = organisations(),
    fits = { label = "(?:^|其中|[:为]|来自|由)法人(?:或|和|及|或者|以及)?其他组织(?:提出|提交)?(?:的)?(?:政府信息公开)?(?:申请)?(?:的)?(?:有|为|共)?$",
      before = "(?<!公民[、和及或与]|自然人[、和及或与]|个人[、和及或与]|公民|自然人|个人)(?:其中|[:为])?法人[^、,。;:()]*$" }, unless = of_another },
  { key = "new", words = "申请", table = "requests", cells = received("all"),
    fits = { label = "新(?:收|接收|增|受理)(?:到|的)?[^中,。;:]{0,30}" .. request .. ends } },
  { key = "new", words = "申请", table = "requests", cells = received("all"),
    fits = { label = "新(?:收|接收|增|受理)(?:到|的)?[^中,。;:]{0,12}依申请公开(?:政府信息)?" .. ends } },
  { key = "received", words = "申请", table = "requests", cells = received("all"), unless = of_channel,
    fits = { label = received_verb .. "(?:的)?[^中,。;:]{0,12}依申请公开(?:政府信息)?" .. ends } },
  { key = "new", words = "申请", table = "requests", cells = received("all"), where = { before = "依申请公开|信息公开" }, home = "requests",
    fits = { label = "^(?:20[0-9]{2}年度?|本年度?|全年|年内|当年|其中|共)*新增(?:的)?申请" .. ends }, unless = of_increase },
  { key = "new", table = "requests", cells = received("all"),
    fits = { label = "新(?:收|接收|受理)到?$", tail = "^[^,。;:、0-9]{0,24}" .. request } },
  { key = "new", words = "新收", table = "requests", topic = "申请", home = "requests", cells = received("all"),
    fits = { label = "(?:^|本年度?|当年|其中)新收(?:到)?$" } },
  { key = "received", words = "申请", table = "requests", cells = received("all"), unless = of_channel,
    fits = { label = received_verb .. "[^中,。;:]{0,40}" .. request .. ends } },
  { key = "received", words = "申请", table = "requests", cells = received("all"), unless = of_channel,
    fits = { label = received_verb .. "[^中,。;:]{0,24}申请公开(?:的)?(?:政府)?信息" .. ends } },
  { key = "received", table = "requests", cells = received("all"), unless = of_channel,
    fits = { label = received_verb .. "的?$",
      tail = "^(?:的)?(?:有效)?(?:政府信息公开|依申请公开|政务公开|信息公开|公开)?(?:政府信息)?(?:的)?" .. request } },
  { key = "received", words = "申请", table = "requests", cells = received("all"), unless = of_channel,
    fits = { label = "(?:政府信息|信息|依申请)公开(?:政府信息)?(?:的)?" .. request .. ends, sentence = "(?:收到|接到|接收|受理|收悉|新收)[^。;,0-9]*$" } },
  { key = "received", words = "申请", table = "requests", cells = received("all"), unless = of_channel,
    fits = { label = "(?:办理|处理)(?:答复|回复|办结)?(?:了)?(?:各类)?(?:政府信息公开|依申请公开|信息公开)(?:政府信息)?(?:的)?申请" .. ends } },
  { key = "received", words = "申请", table = "requests", cells = received("all"), unless = of_channel,
    fits = { label = "组织(?:提出|提交|递交|申请)?的?(?:(?:政务|信息)?公开)?(?:" .. request .. "|申请公开(?:政府)?信息|依申请公开(?:政府信息)?)" .. ends,
      sentence = received_verb .. "(?:公民|自然人|个人)、[^。;,0-9]*$" } },
  { key = "received", table = "requests", cells = received("all"), unless = of_channel,
    fits = { label = received_verb .. "$", tail = "^(?:政府信息)?依申请公开(?:政府信息)?(?:事项|办件|件)?(?=[,。;)]|$)" } },
  { key = "received", words = "申请", table = "requests", cells = received("all"),
    fits = { label = "^(?:本年度?|全年|年内|20[0-9]{2}年)?(?:政府信息公开|依申请公开(?:政府信息)?)申请(?:数量|总数|总量|量)?(?:共|共计|为|有)?$" },
    unless = { sentence = "其中|办结|答复|不予|无法|涉及|关于|针对|因|处理|" .. channel } },
  { key = "total", words = { "办结", "完毕", "完结", "完成", "答复", "回复", "已办", "申请" }, table = "requests", topic = "申请", home = "requests",
    cells = { { "total.all" } }, not_counted = "copy",
    fits = { label = "^(?:20[0-9]{2}年度?|截[至止][^,。;:]{0,14}?|至?年[底末]|全年|本年度?|年度|年内|当年|全部|均|已|共计?|总计|累计|依法|予以|其中|办理|实际|中|:|" .. in_time .. ")*" .. who
      .. "(?:20[0-9]{2}年度?|全年|本年度?|年内|当年|全部|均|已|共计?|总计|累计|依法|实际|" .. in_time .. ")*"
      .. "(?:办结|办理完毕|办理完结|办理完成|处理完毕|答复|回复|已办)(?:的)?" .. of_requests .. "(?:事项|件)?(?:总数|总量|数量|件数|数|量)?(?:共计|共|合计|总计|为|:|达)?$" },
    unless = { clause = "(?:工作日|[0-9]天|[0-9]日)(?:之?内|以内)?[^,。;0-9]{0,8}$|" .. of_sort } },
  { key = "total", table = "requests", topic = "申请", home = "requests", cells = { { "total.all" } }, not_counted = "copy",
    fits = { label = "^$", tail = "^(?:申请)?(?:已|均|全部|依法|" .. in_time .. ")+(?:办结|办理完毕|答复|回复)(?!率|意见)" },
    unless = { clause = of_sort } },
  { key = "due", words = { "需办理", "需要办理", "应办理", "应当办理", "须办理", "待办理", "应处理", "应答复", "需答复", "申请" },
    table = "requests", topic = "申请", home = "requests", cells = { { "new.all", "carried_in.all" } },
    fits = { label = "(?:需要?|应当?|须|待)(?:办理|处理|答复)(?:的)?" .. of_requests .. "(?:总数|总量|数量|件数|数)?(?:共计|共|合计|总计|为|:|达)*$" } },
}

-- How requests were handled, in the words of table three: word, row, and the expression where the word is not enough.
local reason = "因|国家秘密|禁止公开|一稳定|第三方|内部事务|过程性|案卷|查询|不掌握|现成|补正|信访|重复|出版物|反复"
local and_so_on = "等(?:原因|情形|情况|理由|因素)(?:而)?(?:依法|决定)*" -- "因本机关不掌握等原因无法提供": all of the group
local outcomes = {
  { "予以公开", "granted", "(?<!不)予以公开" }, { "同意公开", "granted", "(?<!不)同意公开" }, { "同意公开", "refused", "不同意公开" }, { "全部公开", "granted" }, { "准予公开", "granted" },
  { "部分公开", "partial" }, { "部分同意", "partial" },
  { "不予公开", "refused", and_so_on .. "不予公开" }, { "无法提供", "unavailable", and_so_on .. "无法提供" }, { "不予处理", "declined", and_so_on .. "不予处理" },
  { "不予公开", "refused", without = reason }, { "无法提供", "unavailable", without = reason }, { "不予处理", "declined", without = reason },
  { "其他处理", "other", without = reason },
  { "国家秘密", "refused.1" }, { "禁止公开", "refused.2", "法规禁止公开" }, { "一稳定", "refused.3" }, { "合法权益", "refused.4", "第三(?:方|人)合法权益" },
  { "内部事务信息", "refused.5" }, { "过程性信息", "refused.6" }, { "执法案卷", "refused.7", "执法案卷(?:信息)?" }, { "查询事项", "refused.8" },
  { "不掌握", "unavailable.1", "不掌握(?:相关|有关|该|所申请的?)?(?:政府)?(?:信息)?", not_beside = "不掌握|不存在|非本|不属于本|不是本" },
  { "现成信息", "unavailable.2", "(?:没有|无)现成信息(?:需要?另行制作)?" },
  { "另行制作", "unavailable.2" }, { "不明确", "unavailable.3", "补正后?(?:申请)?(?:内容)?仍不明确" },
  { "信访", "declined.1", "信访(?:举报|投诉)*(?:类)?" }, { "举报投诉", "declined.1", "举报投诉(?:类)?", "诉" }, { "重复申请", "declined.2", "重复(?:申请)?", "重复" },
  { "出版物", "declined.3" }, { "反复申请", "declined.4", "(?:大量反复|反复大量)(?:申请)?", "反复" }, { "重新出具", "declined.5", "重新出具(?:已获取(?:的)?信息)?" },
  { "其他", "other", "^其他(?:情形|情况)?", key = "others", beside = "不予处理|无法提供" }, { "不补正", "other.1" }, { "缴费", "other.2", "未(?:按[^,。;:、0-9]{0,8})?缴费" },
}
-- A reason is told among the replies.
local replies = "不掌握[^。]*(?:另行制作|不明确)|另行制作[^。]*不明确|(?:举报|投诉)[^。]*重复申请|予以公开|同意公开|部分公开|不予|不公开|无法提供|答复|办理结果|处理结果|其他处理"
local before = "^(?:其中|其中依法|包括|依法|属于|属|因|决定|:)*[^,。;:、]{0,12}?"
-- What one kind of applicant asked for, unless all kinds were just named.
local of_some = "^(?!.*(?:自然人|个人|公民)[^,;。、0-9]*[0-9]+件[^,;。、0-9]{0,4}[、,和](?:法人|企业|商业企业|其他组织|组织|单位|[0-9]+件来自))"
  .. ".*(?:自然人|法人|企业|个人|律师|事务所)"
  .. "|" .. of_sort
-- One number of several kinds of replies: "不予公开、无法提供、其他处理89件".
  .. "|(?:予以公开|部分公开|不予公开|无法提供|不予处理|同意公开)(?:、|和|与|及|以及)[^、,。;:0-9分依]{2,10}$"
local none_of_these = "模拟|发文|拟文|拟稿|标注|主动公开(?:的)?[0-9]+[^。;]*依申请公开(?:的)?[0-9]|新收[^。;,0-9]*申请中|公文|公开属性|属性(?:认定|审核|界定|源头)|定密|拟公开"
  .. "|依申请公开(?:类)?(?:的)?[0-9]+份[、,]不予公开|印发文件|制发文件|申请内容|从内容|按内容|主题|领域"
local groups = { refused = "不予公开", unavailable = "无法提供", declined = "不予处理" }
for _, outcome in ipairs(outcomes) do -- "因本机关不掌握而无法提供的有83件": before those of the group's own word
  local group = groups[text.match(outcome[2], "^([a-z]+)[.]") or ""]
  if group then
    things[#things + 1] = {
      key = outcome[2], words = group, table = "requests", topic = "申请", home = "requests", quiet_topic = true, cells = { { outcome[2] .. ".all" } },
      not_beside = outcome.not_beside,
      fits = { label = before .. (outcome[3] or outcome[1]) .. "(?:相关信息|的)?而?(?:依法|决定)?" .. group .. "(?:的)?(?:申请)?(?:有|为|共)?$" },
      unless = { clause = of_some, sentence = none_of_these .. (outcome.not_beside and "|不存在|非本" or ""), label = "(?:或者?|和|及)" },
    }
  end
end
for _, outcome in ipairs(outcomes) do
  local word, row = outcome[1], outcome[2]
  local said = outcome[3] or word
  local sentence = outcome.beside or (text.find(row, "[.]") and replies or nil)
  local cells = { { row .. ".all" }, outcome.beside and { "other.3.all" } or nil }
  local unless = { clause = of_some, sentence = none_of_these .. (outcome.not_beside and "|不存在|非本" or "") }
  unless.label = "(?:^|[,、])拟|认定|标注|定为|涉及|没有(?:或|和|及)|(?:或者?|和)(?:本机关)?不掌握|公开(?:或者?|和|及|与|以及)" .. (outcome.without and "|" .. outcome.without or "")
  things[#things + 1] = {
    key = outcome.key or row, words = { word, outcome[4] or word, "申请" }, table = "requests", topic = "申请",
    home = "requests", quiet_topic = true, cells = cells,
    not_beside = outcome.not_beside, unless = unless,
    fits = { label = (outcome.beside and "" or before) .. said .. "”?(?:的|类|者)?(?:申请|答复|情形)?(?:的)?(?:有|为|共)?$", sentence = sentence },
  }
  if outcome.without then
    things[#things + 1] = {
      key = row, words = { word, "决定" }, table = "requests", topic = "申请", home = "requests", quiet_topic = true, cells = cells,
      fits = { label = "(?:作出|做出)(?:了)?" .. said .. "(?:的)?决定(?:书)?(?:有|为|共)?$" },
      unless = { clause = unless.clause, sentence = unless.sentence, label = unless.label .. "|上年|去年|往年|结转",
        tail = "^[^,。;]{0,4}(?:系|属|为|是|上年|去年|20[0-9]{2}年|结转|其中)" },
    }
  end
  things[#things + 1] = {
    key = outcome.key or row, table = "requests", topic = "申请", home = "requests", quiet_topic = true, cells = cells,
    fits = { label = "^(?:其中|有|对|另有|还有|:|共)*$", sentence = sentence,
      tail = "^(?:申请)?(?:依法|决定|答复为|属于|属|为|作出|作了?|予以)*" .. text.gsub(said, "\\^", "") .. "(?:类)?(?:申请)?(?:的)?(?:答复|处理|决定)?$" }, unless = unless,
  }
end

-- The row that an outcome's word names; nil for other words.
local function row_of(word)
  for _, outcome in ipairs(outcomes) do
    if outcome[1] == word then
      return outcome[2]
    end
  end
  return nil
end

-- Whether things are called by a key that tells how requests ended.
local function is_outcome(key)
  return text.find(key, "^(?:granted|partial|refused|unavailable|declined|others?)(?:$|[.])") ~= nil
end

return { things = things, row_of = row_of, is_outcome = is_outcome, in_time = in_time }
