-- What the running text says about the cells of the official tables: "新收申请128件", "行政复议3件".
--
-- A number is understood by the words of its clause, and by what the sentence before it speaks of: 办结35件 is
-- about requests only where the last thing named is a request, not a petition or a proposal. What speaks of a part
-- (a channel, a quarter, one office), of another year, of roughly so many, or compares, is passed over.

local claims = {}

local normative = "规范性文件"
-- An application for information, by the word before it: for the work itself, for whoever may ask, for how it is handled. There is
-- no end of other things that people apply for: 学位申请, 停车位申请, 社会保障申请.
local request = "(?:^|(?<=[依到收新共件宗份条起次0-9,。;:、(“的出交余述该此法本有与和及对将把在按以于因从由各每零])|(?<=(?<!报告|年报)公开|信息|受理|办理|处理|接收|收悉|有效|全部|所有|年度|结转|办结|答复|回复|重复|反复|补正|延期|逾期|到期|相关|有关"
  .. "|群众|公众|公民|村民|居民|市民|个人|法人|然人|请人|组织|企业|公司|单位|机构|律师|务所|媒体|团体|各界|公开类|信息类|诉类|报类|书面|网上|线上|在线|网络|信函|邮寄|邮件|传真|当面|现场|窗口|口头|形式|方式|渠道|平台|出版物))申请"

-- What a sentence may speak of; the last one named is what its numbers count. The class spares most places a look.
local topics = "^.*(?=[申信建提议公留咨投热工来呼诉问复规文许处强案事培会栏])(" .. request .. "(?!行政复议|复议|听证|再审)|申(?=请(?!人|方式|渠道|途径|内容))|信访(?!、?举报|、?投诉|类)|建议|提案|议案|公文"
  .. "|留言|咨询|(?<!举报)(?<!举报、)(?<!信访)(?<!信访、)投诉(?!类|举报)|(?<=收到举报|接到举报|受理举报|办理举报|处理举报)投诉(?!类)"
  .. "|热线|工单|来信|来电|呼声|诉求|问题线索|复议|诉讼|规范性文件|规章(?!制度)|(?<!规范性)文件|许可|处罚|强制|案件|(?<!查询)事项(?!\\d)|培训|会议|信息公开条例|栏目)"

-- A share of what the table counts: one channel, part of the year, one office of many.
local channel = "网络|网上|网站|在线|平台|信函|邮寄|当面|现场|传真|邮件|电子|窗口|来信|书面|口头|电话|微信|邮箱"
local in_all = "等(?:多种|多个|各种)?(?:渠道|方式|途径|形式)|共(?:计)?(?:新)?(?:收|受|接|办)"
local partial = "(?:上半年|下半年|季度|(?<![0-9])(?!12月[底末])[0-9一二三四五六七八九十]{1,2}月份?(?![0-9]{1,2}日)|本级|所属|下属|直属|系统|各(?:部门|单位|乡镇|镇|街道|县|区|市|科|股|处室|村)"
  .. "|(?<!政府)办公室|其中(?!$|新收|予以|准予|同意公开|全部公开|部分|不予|无法|其他处理|上年|自然人|法人|商业企业|科研机构|社会公益组织|法律服务机构"
  .. "|[:,](?:(?:20[0-9]{2}年度?|本年度?|当年)?新收|予以公开|部分公开|不予公开|无法提供)"
  .. "|[:,]?(?:属|因|法院|国家秘密|过程性|行政执法案卷|行政查询|信访|重复申请|本机关不掌握|没有现成|要求|逾期|被?维持|被?纠|结果|公开|胜诉|败诉|[^,。;:、0-9]{0,6}直接起诉"
  .. "|[0-9]+件(?:未经|经?复议后|(?:予以|准予|同意|部分|不予)公开)|[^,。;:、0-9]{0,4}复议后))"
  .. "|平均|(?<!结)转办|转交|代为|协助|涉及(?!(?:[我本][^,。;:、]{1,5})?(?:政府信息公开|信息公开|政务公开|依申请公开))"
  .. "|以县|以市|以区|以省|以镇|以政府|近[0-9一二三四五六七八九十]年|[2-9二三四五六七八九十两]年[来间]|历年|自[0-9]+年"
  .. "|撤回|撤销申请|共同被告|第三人|(?<!不)补正(?!后?(?:申请)?(?:内容)?仍)|约谈|每|(?<![0-9])[月日年周季人]均)(?![^()]*[)])" -- not in a bracket that is closed

-- Sums of cells, one of which is due. A row stands for all rows that divide it, too.
local function received(column)
  return { { "new." .. column }, { "new." .. column, "carried_in." .. column }, { "total." .. column },
    { "total." .. column, "carried_out." .. column } }
end

-- The words for one kind of applicant.
local function applicant(kind)
  return "(?:^|其中|[:为]|来自|由|属于|公开申请中,?)(?:" .. kind .. ")(?:提出|提交|申请)*(?:的)?(?:政府信息公开)?(?:申请)?(?:为主|居多|占多数)?(?:的)?(?:有|为|共)?$"
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

local ends = "(?:表|书|事项|案件|办件|办理件|件)?(?:的)?(?:数量|总数|总量|件数|量|数)?(?:共计|共|合计|总计|累计|一共)?(?:均|都)?(?:为|是|有|计|:|达|达到)?$"
local of_requests = "(?:政府信息公开|依申请公开|信息公开|公开)?(?:政府信息)?(?:的)?(?:申请)?"
-- Who speaks, where a sentence tells it.
local who = "(?:[我本][^,。;:、0-9]{1,6}|[^,。;:、0-9]{1,14}(?:局|委|办|厅|处|镇|乡|县|市|区|旗|街道|政府|管委会|办事处|机关|单位))?"
local in_time = "按时|按期|及时|(?:均|已)?在(?:法定|规定)(?:的)?(?:办理|答复)?(?:期限|时限|时间)(?:之)?内"
-- What is carried over besides requests.
local other_matters = "信访|来信|来访|建议|提案|议案|留言|咨询|投诉|热线|工单|诉求|案件|复议|诉讼|仲裁|项目|线索|许可|登记|救助"
local received_verb = "(?:收到|接到|接收|受理|收悉|收办|(?<=全年|本年|[0-9]年|共|累计)收)"

-- The row's own words need no topic, unless this sentence or the one before it counts something else.
local of_other_matters = "(?:收到|接到|受理|办理|承办|处理|转来|交办|收集|征集)[^。,;]{0,16}(?:" .. other_matters .. ")(?![^。]*申请)[^。]*(?:。[^。]*)?$"

local of_cases = "(?:的)?(?:数量|总数|件数|数)?(?:共计|共|合计|总计|一共|仅|只有)?(?:均|都|皆)?(?:为|有|是|:)?$"

local carried = "结转(?:至|到|入)?|顺延(?:至|到|入)?|转(?:至|到|入)?|延续(?:至|到)"

-- "收到" of one channel or one kind of applicant is no total, unless the sentence says that it is one.
-- "共收到网上申请" says so of the one channel.
local of_channel = {
  clause = "^(?!.*(?:" .. in_all .. ")).*(?:" .. channel .. ")"
    .. "|" .. received_verb .. "(?:群众|公众|公民|市民)?(?:" .. channel .. ")(?:提交|提出|方式)?的?(?:信息公开)?申请(?!.*(?:" .. channel .. "))",
  label = received_verb .. "(?:自然人|商业企业|企业|科研机构|社会公益组织|法律服务机构)(?:提交|提出)?的?(?:申请)?(?:政府信息公开|信息公开|公开)?的?申请", -- of one kind
}
-- What is said of the requests of one channel, subject or office: "网络申请120件,其中予以公开17件", "信函申请36件中,予以公开12件".
local sort = "(?:" .. channel .. "|(?<!公开)(?<!提供)(?<!处理)(?<!投诉)(?<!举报)(?<!信访)(?<!申请)类|方面|涉及|有关|延期|延长|补正|部门|单位|街道|乡镇)"
local of_sort = sort .. "(?:(?!等|收|受理|接|共)[^,、:。;0-9]){0,16}[0-9]+[件宗条份起](?:\\([^()]*\\))?[,(]?其中"
  .. "|(?:办理|办结|处理)(?:20[0-9]{2}年度?|上年度?|去年)结转[^,、:。;0-9]{0,10}[0-9]+件[,(]?其中"
  .. "|^(?:20[0-9]{2}年度?,?)?[^0-9]*" .. sort .. "(?:(?!等|共)[^,、:。;0-9]){0,16}[0-9]+[件宗条份起](?:\\([^()]*\\))?中?[,:]"
  .. "(?!(?:" .. channel .. ")[^,、。;]{0,10}[0-9])"
-- Reviews and lawsuits of this work only: in their own section, or where the text speaks of it.
local of_this_work = { before = "信息公开|依申请|政务公开" }
-- Reviews and lawsuits about something else.
-- "13件政府信息公开行政复议案件" says by itself what it is about.
local of_this = "^(?:涉及|有关|关于)?(?:政府信息公开|信息公开|依申请公开)(?:的|类|方面的?|领域的?)?"
local happened = "(?:发生|引发|收到|有|被|受理|办理|产生|新增|^)$"
local of_others = "(?:行政处罚|行政许可|征收|征地|拆迁|工伤|不作为|各类|其他)[^,。;、0-9]{0,8}(?:复议|诉讼|应诉)"
  .. "|因(?:(?!公开)[^,。;、0-9]){2,16}(?:引发|引起|产生|不服)|作为(?:行政)?复议机(?:关|构)|复议机构|法院(?:全年|共)*(?:审结|受理|审理|收)"
local other_cases = of_others .. "|受理(?:的)?(?:各类)?行政复议申请|上年度?结转|往年|执法(?!(?:办案)?信息公开|案卷)|法治|出庭|应诉|(?:审结|办结|维持|纠正|败诉|胜诉|纠错|未审|撤)[^,;()0-9]*$"

-- "作出行政许可决定", "行政许可处理决定", "办理行政许可并作出处理决定".
local function decided(act)
  return { label = "(?:(?:作出|做出)(?:的)?(?:各类)?" .. act .. "(?:(?:处理)?决定)?|" .. act .. "处理决定|" .. act
    .. "(?:事项|案件)?(?:,)?(?:并|且)?(?:依法)?(?:作出|做出)(?:的)?(?:处理|" .. act .. ")?决定)(?:书)?" .. ends }
end

-- "全年办理行政许可66件": what is said of all of them, in the unit of the table.
local function dealt_with(act)
  return { label = "^(?:全年|本年度?|年内|20[0-9]{2}年度?|共计?|累计|我局|本局|其中)*(?:办理|办结|完成)(?:各类|各项)?" .. act .. "(?:事项|(?<!处罚)案件)?(?:共|共计)?$" }
end

-- "作出行政许可决定66件、行政处罚决定8件" and "行政许可、行政处罚决定数分别为66件、8件".
local function listed(act)
  return { label = "^" .. act .. "(?:决定)?(?:书)?(?:数量|件数|数)?$",
    clause = "(?:作出|做出)(?:的)?行政(?:许可|处罚|强制)(?:决定)[^;。]*$|决定(?:书)?(?:数量|件数|数)?分别为[^;。]*$" }
end

-- How reviews and lawsuits ended. Which of them is meant, the last one named in the sentence tells.
local plain_review = "(?<!经)(?<!经行政)复议(?!后|起诉|直接)"
local function last_named(result)
  local beside = result.beside or ""
  return plain_review .. beside .. "(?:(?!诉讼|起诉|应诉|法院).)*$", "(?:诉讼|起诉|应诉)" .. beside .. "(?:(?!" .. plain_review .. ").)*$"
end
local in_hand = "尚未审结|尚未办结|未审结|未办结|未结案|未结|正在审理(?:中)?|尚在审理(?:中)?|仍在审理(?:中)?|审理中|在审"
local ended = {
  { key = "upheld", words = "维持", label = "(?:^|[^未])维持(?:原[^,。;:、0-9]{0,8})?", tail = "(?:结果|判决)?维持" },
  { key = "corrected", words = { "纠正", "纠错" }, label = "(?:^|[^未])(?:纠正|纠错)", tail = "(?:纠正|纠错)" },
  { key = "pending", words = { "审结", "办结", "未结", "结案", "审理", "审理中", "在审" }, label = "(?:" .. in_hand .. ")", tail = "(?:" .. in_hand .. ")" },
  { key = "other", words = { "其他结果", "其他" }, label = "(?:其他结果|^其他(?:情形|情况)?)", tail = "其他(?:结果|情形|情况)?", beside = "(?=.*(?:维持|纠))" },
}

-- What may be counted: the words that tell it, and where the number stands in the tables (`cells`; `also` by form).
local things = {}
for _, result in ipairs(ended) do
  local direct, after = "direct." .. result.key, "after_review." .. result.key
  local of_review, of_suits = last_named(result)
  local behind = "^(?:案件)?(?:已|被|均|由[^,。;:、0-9]{2,10})?(?:判决|结果|裁定)?(?:为)?" .. result.tail .. "(?!率|费)"
  for _, of in ipairs({
    { "review", "复议", of_review, { { "review." .. result.key } } },
    { "suits", "诉", of_suits, { { direct, after }, { direct }, { after } } },
  }) do
    for _, said in ipairs({
      { words = result.words, label = result.label .. "(?:的)?(?:案件)?(?:的)?(?:有|为|共|各)?$" },
      { words = of[2], label = "(?:复议|诉讼|起诉)(?:案件)?(?:结果)?(?:中|里|当中|为)?$", tail = behind },
      { label = "^(?:其中|有|另有|其余|剩余|结果为?|:)?$", tail = behind },
    }) do
      things[#things + 1] = { key = of[1] .. "." .. result.key, words = said.words, table = "disputes", cells = of[4], where = of_this_work, home = "disputes",
        fits = { label = said.label, tail = said.tail, sentence = of[3] },
        unless = { sentence = of_others .. "|受理(?:的)?(?:各类)?行政复议申请|(?<![比较与同])上年|结转|往年|执法(?!(?:办案)?信息公开)|法治|出庭|赔偿|仲裁|民事|刑事|投诉|共同被告" } }
    end
  end
end

for _, thing in ipairs({
  { key = "carried_in", words = { "结转", "转结", "申请" }, table = "requests", topic = "申请", quiet_topic = true, home = "requests", any_year = true,
    cells = { { "carried_in.all" } },
    fits = { label = "(?:上年度?|上一年度?|去年|20[0-9]{2}年度?)(?:度)?(?:结转|转结)(?:的|过来的?|来的?|至本年度?|到本年度?|到今年|至今年)?(?:未办结)?" .. of_requests .. ends
      .. "|结转上年度?(?:政府信息公开)?(?:申请)?" .. ends } },
  { key = "carried_in", table = "requests", topic = "申请", quiet_topic = true, home = "requests", any_year = true, cells = { { "carried_in.all" } },
    fits = { label = "^(?:另有|还有|其中|加上|连同|包括|含)$", tail = "^(?:申请)?(?:由|系|是|为)?(?:上年度?|上一年度?|去年|20[0-9]{2}年度?)(?:结转|转入|转来|接转)" } },
  { key = "carried_in", words = { "承接", "接转" }, table = "requests", topic = "申请", quiet_topic = true, home = "requests", any_year = true,
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
    fits = { label = "(?:^|[^续])(?:跨年度?办理(?:的)?|(?:" .. carried .. ")(?:下年度?|下一年度?|次年|明年|20[0-9]{2}年度?)(?:继续)?(?:办理|处理|答复)?(?:的)?)$" } },
  { key = "carried_out", table = "requests", topic = "申请", quiet_topic = true, home = "requests", any_year = true, cells = { { "carried_out.all" } },
    fits = { label = "(?:^|其余|剩余|尚有|另有|还有|仍有)的?$",
      tail = "^(?:申请)?(?:在(?:法定)?(?:办理)?期限内)?(?:未|尚未|没有|正在|仍在)(?:办结|办理完毕|办完|办理)"
        .. "|^(?:申请)?(?:未|尚未)到(?:法定)?(?:办理|答复)?期限|^(?:申请)?(?:尚|仍)?在(?:法定)?(?:办理)?期限(?:之)?内" } },
  { key = "carried_out", words = { "办结", "在办", "未到办理", "未到答复", "未到法定", "未到期限" }, table = "requests", topic = "申请", quiet_topic = true,
    home = "requests", any_year = true, cells = { { "carried_out.all" } },
    fits = { label = "(?:^|其余|另有|尚有|还有)(?:(?:至|到)?(?:年末|年底|期末))?(?:尚|仍)?(?:未办结|在办)(?:的)?(?:申请)?(?:有|为|共)?$" } },
  { key = "valid", table = "disclosure", topic = normative, lasting = true, forms = "2021", cells = { { "normative.valid" } },
    fits = { tail = "^(?:行政)?(?:规范性文件)?(?:现行|继续|仍然?)有效" } },
  { key = "natural", words = { "自然人", "公民", "申请" }, table = "requests", topic = "申请", home = "requests", cells = received("natural"),
    fits = { label = applicant("(?:以)?(?:自然人|公民)(?:个人)?") } },
  { key = "natural", table = "requests", topic = "申请", home = "requests", cells = received("natural"),
    fits = { label = "^(?:其中|有|:)?$", tail = "^(?:申请)?(?:由|来自)(?:自然人|公民)(?:个人)?(?:提出|提交|申请)?$" } },
  { key = "business", words = { "企业", "申请" }, table = "requests", topic = "申请", home = "requests", cells = received("business"),
    fits = { label = applicant("商业企业") } },
  { key = "research", words = { "机构", "申请" }, table = "requests", topic = "申请", home = "requests", cells = received("research"),
    fits = { label = applicant("科研机构") } },
  { key = "welfare", words = { "组织", "申请" }, table = "requests", topic = "申请", home = "requests", cells = received("welfare"),
    fits = { label = applicant("社会公益组织") } },
  { key = "legal", words = { "机构", "申请" }, table = "requests", topic = "申请", home = "requests", cells = received("legal"),
    fits = { label = applicant("法律服务机构") } },
  { key = "organisations", words = { "组织", "申请" }, table = "requests", topic = "申请", home = "requests", cells = organisations(),
    fits = { label = "(?:^|其中|[:为]|来自|由)法人(?:或|和|及|或者|以及)?其他组织(?:提出|提交)?(?:的)?(?:政府信息公开)?(?:申请)?(?:的)?(?:有|为|共)?$",
      before = "(?<!公民[、和及或与]|自然人[、和及或与]|个人[、和及或与]|公民|自然人|个人)(?:其中|[:为])?法人[^、,。;:()]*$" } },
  { key = "new", words = "申请", table = "requests", cells = received("all"),
    fits = { label = "新(?:收|接收|增|受理)(?:到|的)?[^中,。;:]{0,30}" .. request .. ends } },
  { key = "new", words = "申请", table = "requests", cells = received("all"),
    fits = { label = "新(?:收|接收|增|受理)(?:到|的)?[^中,。;:]{0,12}依申请公开(?:政府信息)?" .. ends } },
  { key = "received", words = "申请", table = "requests", cells = received("all"), unless = of_channel,
    fits = { label = received_verb .. "(?:的)?[^中,。;:]{0,12}依申请公开(?:政府信息)?" .. ends } },
  { key = "new", table = "requests", cells = received("all"),
    fits = { label = "新(?:收|接收|受理)到?$", tail = "^[^,。;:、0-9]{0,24}" .. request } },
  { key = "new", words = "新收", table = "requests", topic = "申请", home = "requests", cells = received("all"),
    fits = { label = "(?:^|本年度?|当年|其中)新收(?:到)?$" } },
  { key = "received", words = "申请", table = "requests", cells = received("all"), unless = of_channel,
    fits = { label = received_verb .. "[^中,。;:]{0,40}" .. request .. ends } },
  { key = "received", table = "requests", cells = received("all"), unless = of_channel,
    fits = { label = received_verb .. "的?$",
      tail = "^(?:的)?(?:有效)?(?:政府信息公开|依申请公开|政务公开|信息公开|公开)?(?:政府信息)?(?:的)?" .. request } },
  { key = "received", words = "申请", table = "requests", cells = received("all"), unless = of_channel,
    fits = { label = "(?:政府信息|信息|依申请)公开(?:政府信息)?(?:的)?" .. request .. ends, sentence = "(?:收到|接到|接收|受理|收悉|新收)[^。;,0-9]*$" } },
  { key = "received", words = "申请", table = "requests", cells = received("all"), unless = of_channel,
    fits = { label = "(?:办理|处理)(?:答复|回复|办结)?(?:了)?(?:各类)?(?:政府信息公开|依申请公开|信息公开)(?:政府信息)?(?:的)?申请" .. ends } },
  { key = "received", words = "申请", table = "requests", cells = received("all"), unless = of_channel,
    fits = { label = "组织(?:提出|提交|递交|申请)?的?" .. request .. ends, sentence = received_verb .. "(?:公民|自然人|个人)、[^。;,0-9]*$" } },
  { key = "received", table = "requests", cells = received("all"), unless = of_channel,
    fits = { label = received_verb .. "$", tail = "^(?:政府信息)?依申请公开(?:政府信息)?(?:事项|办件|件)?(?=[,。;)]|$)" } },
  { key = "received", words = "申请", table = "requests", cells = received("all"),
    fits = { label = "^(?:本年度?|全年|年内|20[0-9]{2}年)?(?:政府信息公开|依申请公开(?:政府信息)?)申请(?:数量|总数)?(?:共|共计|为|有)?$" },
    unless = { sentence = "其中|办结|答复|不予|无法|涉及|关于|针对|因|处理|" .. channel } },
  { key = "total", words = { "办结", "完毕", "完结", "完成", "答复", "回复", "已办", "申请" }, table = "requests", topic = "申请", home = "requests",
    cells = { { "total.all" } }, not_counted = "copy",
    fits = { label = "^(?:20[0-9]{2}年度?|截[至止][^,。;:]{0,14}?|至?年[底末]|全年|本年度?|年度|年内|当年|全部|均|已|共计?|总计|累计|依法|予以|其中|办理|实际|中|:|" .. in_time .. ")*" .. who
      .. "(?:20[0-9]{2}年度?|全年|本年度?|年内|当年|全部|均|已|共计?|总计|累计|依法|实际|" .. in_time .. ")*"
      .. "(?:办结|办理完毕|办理完结|办理完成|处理完毕|答复|回复|已办)(?:的)?" .. of_requests .. "(?:事项|件)?(?:总数|数量|件数|数)?(?:共计|共|合计|总计|为|:|达)?$" },
    unless = { clause = "(?:工作日|[0-9]天|[0-9]日)(?:之?内|以内)?[^,。;0-9]{0,8}$|" .. of_sort } },
  { key = "total", table = "requests", topic = "申请", home = "requests", cells = { { "total.all" } }, not_counted = "copy",
    fits = { label = "^$", tail = "^(?:申请)?(?:已|均|全部|依法|" .. in_time .. ")+(?:办结|办理完毕|答复|回复)(?!率|意见)" },
    unless = { clause = of_sort } },
  { key = "due", words = { "需办理", "需要办理", "应办理", "应当办理", "须办理", "待办理", "应处理", "应答复", "需答复", "申请" },
    table = "requests", topic = "申请", home = "requests", cells = { { "new.all", "carried_in.all" } },
    fits = { label = "(?:需要?|应当?|须|待)(?:办理|处理|答复)(?:的)?" .. of_requests .. "(?:总数|总量|数量|件数|数)?(?:共计|共|合计|总计|为|:|达)*$" } },
  { key = "review", words = { "复议", "申请" }, table = "disputes", cells = { { "review.total" } }, where = of_this_work, home = "disputes",
    fits = { label = "(?:行政)?复议(?:案件|申请|案|事项)?" .. of_cases },
    unless = { clause = other_cases, label = "诉讼|未经" } },
  { key = "review", table = "disputes", cells = { { "review.total" } }, where = of_this_work, home = "disputes",
    fits = { label = "(?:发生|引发|收到|有|被|受理|办理|产生|新增|^)$", tail = "^行政复议(?!诉讼|、|和|及|与|被|纠|后)" },
    unless = { clause = other_cases } },
  { key = "review", table = "disputes", cells = { { "review.total" } }, unless = { clause = other_cases },
    fits = { label = happened, tail = of_this .. "行政复议(?!诉讼|、|和|及|与|被|纠|后)" } },
  { key = "direct", words = "诉", table = "disputes", cells = { { "direct.total" } }, where = of_this_work, home = "disputes",
    fits = { label = "未经(?:行政)?复议直接(?:起诉|提起诉讼|提起行政诉讼)(?:的)?(?:政府信息公开|信息公开)?(?:行政诉讼)?(?:案件)?(?:共)?$" }, unless = { clause = other_cases } },
  { key = "after_review", words = "诉", table = "disputes", cells = { { "after_review.total" } }, where = of_this_work, home = "disputes",
    fits = { label = "复议后(?:起诉|提起诉讼|提起行政诉讼)(?:的)?(?:政府信息公开|信息公开)?(?:行政诉讼)?(?:案件)?(?:共)?$" }, unless = { clause = other_cases } },
  { key = "disputes", words = "诉", table = "disputes", cells = { { "review.total", "direct.total", "after_review.total" } },
    where = of_this_work, home = "disputes",
    fits = { label = "(?:行政诉讼|诉讼)(?:案件|案|事项)?" .. of_cases,
      before = "复议[^、,。;:()0-9]{0,6}诉讼[^、,。;:()0-9]*$|复议(?:案件|申请)?[、和及或与] ?(?:被)?(?:提起)?(?:行政)?诉讼(?:案件|案)?" .. of_cases },
    unless = { clause = other_cases } },
  { key = "suits", words = "诉", table = "disputes", cells = { { "direct.total", "after_review.total" } }, where = of_this_work, home = "disputes",
    fits = { label = "(?:行政诉讼|诉讼)(?:案件|案|事项)?" .. of_cases }, unless = { clause = other_cases, label = "直接|后" } },
  { key = "suits", table = "disputes", cells = { { "direct.total", "after_review.total" } }, where = of_this_work, home = "disputes",
    fits = { label = "(?:发生|引发|收到|有|被|提起|产生|新增|^)$", tail = "^行政诉讼(?!、|和|及|与|被|败)" },
    unless = { clause = other_cases } },
  { key = "suits", table = "disputes", cells = { { "direct.total", "after_review.total" } }, unless = { clause = other_cases },
    fits = { label = happened, tail = of_this .. "行政诉讼(?!、|和|及|与|被|败)" } },
  { key = "regulations_repealed", words = "废止", table = "disclosure", forms = "2021", cells = { { "regulations.repealed" } },
    fits = { label = "^废止(?:了)?(?:政府|地方政府)?$", sentence = "规章(?!制度)(?:(?!规范性).)*$" }, unless = { sentence = "清理|失效|修改|修订|宣布|打包|集中" } },
  { key = "regulations_valid", words = "有效", table = "disclosure", forms = "2021", lasting = true, cells = { { "regulations.valid" } },
    fits = { label = "^(?:截至年底|年末)?(?:现行|继续)有效(?:的)?(?:共|为)?$", sentence = "规章(?!制度)(?:(?!规范性)[^;])*$" }, unless = { sentence = "清理|失效|宣布|打包|集中" } },
  { key = "regulations_valid", words = "规章", table = "disclosure", forms = "2021", lasting = true, cells = { { "regulations.valid" } },
    fits = { label = "^(?:地方)?(?:政府)?规章$", clause = "现行有效[^;。0-9]*[0-9]+件[,、][^;。,、0-9]*$" }, unless = { sentence = "清理|失效|宣布|打包|集中" } },
  { key = "regulations_made", words = "规章", table = "disclosure", cells = { { "regulations.made" } },
    fits = { label = "(?:^|[^和、及])(?:制定|出台|新制定|制发)(?:的)?(?:政府|地方政府)?规章(?:共|共计)?$" } },
  { key = "regulations_valid", words = "规章", table = "disclosure", forms = "2021", lasting = true, cells = { { "regulations.valid" } },
    fits = { label = "(?:现行|继续)有效(?:的)?(?:政府|地方政府)?规章(?:共|共计)?$" } },
  { key = "made", words = normative, table = "disclosure", cells = { { "normative.made" } }, also = { ["2019"] = { { "normative.opened" } } },
    fits = { label = "(?:制发|制定|出台|制定印发|制定出台|新制定|新制作|制作|新发布|新印发)(?:并(?:公开|发布|印发))?(?:的|了)?(?:行政)?" .. normative .. "(?:共|共计|数量|数)?$"
      .. "|" .. normative .. "制发(?:件数|数量|数)$" } },
  { key = "repealed", words = { "废止", normative }, table = "disclosure", topic = normative, forms = "2021", cells = { { "normative.repealed" } },
    fits = { label = "(?<!拟)(?<!建议)(?<!计划)(?<!应予)(?<!需)废止(?:的|了)?(?:行政)?(?:" .. normative .. ")?(?:共|共计|件数|数量|数)?$" }, unless = { sentence = "失效|宣布|打包|集中" },
    not_beside = "失效" },
  { key = "valid", words = { "有效", normative }, table = "disclosure", topic = normative, lasting = true, forms = "2021", cells = { { "normative.valid" } },
    fits = { label = "(?:现行|继续|期末|年末|目前|仍然?)有效(?:的)?(?:行政)?(?:" .. normative .. ")?(?:共|共计|件数|总数|数|的)?(?:为|有|达)?$" },
    unless = { sentence = "清理[^。]*继续有效[^,。;、]*$", label = "年初|期初|上年|去年|原有" } },
  { key = "made", words = { "制发", "制定", "出台", "印发" }, table = "disclosure", topic = normative, cells = { { "normative.made" } },
    also = { ["2019"] = { { "normative.opened" } } },
    fits = { label = "^(?:[我本](?:局|委|办|厅|县|市|区|镇|乡|街道|机关|单位)|本年度?|全年|年内|当年|20[0-9]{2}年)+(?:新)?(?:制发|制定|出台|印发)(?:的)?$", sentence = normative } },
  { key = "public", words = { "总数", "总数量", normative }, table = "disclosure", topic = normative, lasting = true, forms = "2019",
    cells = { { "normative.public" } },
    fits = { label = "对外公开(?:的)?(?:行政)?(?:" .. normative .. ")?(?:总数量|总数|总量|总件数)(?:为|达|共)?$|^累计对外公开$" } },
  { key = "services", words = "服务事项", table = "disclosure", forms = "2019", severity = "minor", not_counted = { "matters", "units" },
    cells = { { "services.decisions" } }, fits = { label = "其他对外管理服务事项" .. ends } },
  { key = "procurement", words = "采购项目", table = "disclosure", forms = "2019", severity = "minor", cells = { { "procurement.projects" } },
    fits = { label = "^(?:全年|本年度?)?(?:实施|完成|开展)?政府集中采购项目(?:共|数|数量|为)*$" } },
  { key = "licences", words = { "决定", "许可" }, table = "disclosure", severity = "minor", cells = { { "licences.decisions" } },
    fits = decided("行政许可") },
  { key = "licences", words = { "许可", "决定" }, table = "disclosure", severity = "minor", cells = { { "licences.decisions" } }, fits = listed("行政许可") },
  { key = "licences", words = "许可", table = "disclosure", severity = "minor", not_counted = { "matters", "units", "kinds" },
    cells = { { "licences.decisions" } }, fits = dealt_with("行政许可") },
  { key = "penalties", words = { "决定", "处罚" }, table = "disclosure", severity = "minor", cells = { { "penalties.decisions" } },
    fits = decided("行政处罚") },
  { key = "penalties", words = { "处罚", "决定" }, table = "disclosure", severity = "minor", cells = { { "penalties.decisions" } }, fits = listed("行政处罚") },
  { key = "penalties", words = "处罚", table = "disclosure", severity = "minor", not_counted = { "matters", "units", "kinds" },
    cells = { { "penalties.decisions" } }, fits = dealt_with("行政处罚") },
  { key = "coercion", words = { "决定", "强制" }, table = "disclosure", severity = "minor", cells = { { "coercion.decisions" } },
    fits = decided("行政强制") },
  { key = "coercion", words = { "强制", "决定" }, table = "disclosure", severity = "minor", cells = { { "coercion.decisions" } }, fits = listed("行政强制") },
  { key = "coercion", words = "强制", table = "disclosure", severity = "minor", not_counted = { "matters", "units", "kinds" },
    cells = { { "coercion.decisions" } }, fits = dealt_with("行政强制") },
}) do
  things[#things + 1] = thing
end

-- How requests were handled, in the words of table three: word, row, and the expression where the word is not enough.
local reason = "因|国家秘密|禁止公开|一稳定|第三方|内部事务|过程性|案卷|查询|不掌握|现成|补正|信访|重复|出版物|反复"
local outcomes = {
  { "予以公开", "granted", "(?<!不)予以公开" }, { "同意公开", "granted", "(?<!不)同意公开" }, { "同意公开", "refused", "不同意公开" }, { "全部公开", "granted" }, { "准予公开", "granted" },
  { "部分公开", "partial" }, { "部分同意", "partial" },
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
local none_of_these = "模拟|发文|主动公开(?:的)?[0-9]+[^。;]*依申请公开(?:的)?[0-9]|新收[^。;,0-9]*申请中|公文|公开属性|属性(?:认定|审核|界定|源头)|定密|拟公开"
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
  things[#things + 1] = {
    key = outcome.key or row, table = "requests", topic = "申请", home = "requests", quiet_topic = true, cells = cells,
    fits = { label = "^(?:其中|有|对|另有|还有|:|共)*$", sentence = sentence,
      tail = "^(?:申请)?(?:依法|决定|答复为|属于|属|为|作出|作了?|予以)*" .. text.gsub(said, "\\^", "") .. "(?:类)?(?:申请)?(?:的)?(?:答复|处理|决定)?$" }, unless = unless,
  }
end

-- What may be carried over, the requests of this work among it.
claims.handled = request .. "|" .. other_matters

-- The row of table three that an outcome's word names; nil for other words.
function claims.outcome(word)
  for _, outcome in ipairs(outcomes) do
    if outcome[1] == word then
      return outcome[2]
    end
  end
  return nil
end

-- What the rules that use this file declare, without the cells; and the things by key.
local of = {}
claims.declared = {
  counted = { "case", "item", "copy", "bare", "matters", "units", "times" },
  topics = topics,
  unless = { clause = partial, label = "^(?!.*(?<![至到~-])[0-9]{4}年度?分别).*分别(?!为|是|有|达)" }, -- what several have each
  things = {},
}
for i, thing in ipairs(things) do
  of[thing.key] = of[thing.key] or thing
  claims.declared.things[i] = {
    key = thing.key, words = thing.words, fits = thing.fits, not_counted = thing.not_counted, topic = thing.topic, quiet_topic = thing.quiet_topic,
    where = thing.where, home = thing.home, unless = thing.unless, any_year = thing.any_year, lasting = thing.lasting,
  }
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
  local unit = text.match(clause, "([^,。;:、0-9我本]{1,4}" .. body .. ")(?:全年|共计?|本年)*" .. received_verb .. "[^,。;:、0-9]{0,16}[0-9]+[^;。]*$")
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
  local part, kind = text.match(clause, "([^,。;:、0-9]{1,10}(中心|大队|支队|分局|站|所))(?:全年|共计?|本年)*" .. received_verb .. "[^,。;:、0-9]{0,16}$")
  if part and not text.find(report.agency or "", kind) then
    return true
  end
  local level = report.level
  local place = level and text.match(lead, "全(国|省|市|县|区|州|盟|旗|镇|乡)(?![^。!?]*[我本][省市县区州盟旗镇乡局委办厅街机单])[^。!?]*$")
  return place ~= nil and (place == "国" or text.find(place, own[level]) == nil)
end

-- What a claim counts and its table; nil where the form has no such cells. A table may bear the labels of another form.
function claims.thing(claim, report)
  local thing = of[claim.key]
  local t = report:table(thing.table)
  if thing.forms and thing.forms ~= (t and t.form or report.form) then
    return nil, t
  elseif thing.not_beside and text.find(claim.rest, thing.not_beside) then
    return nil, t -- what expired may be counted with it or not
  elseif claim.value ~= 0 and text.find(claim.label, "[均都皆各](?:为|有|是)?$") then
    return nil, t -- each of several is so many
  elseif claim.key == "total" and text.find(claim.label, in_time) and text.find(claim.lead .. claim.rest, "延期(?:办结|答复|回复|办理|处理)[^,。;:、0-9]{0,6}[0-9]") then
    return nil, t -- what took longer was handled, too
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
