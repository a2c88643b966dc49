-- Whose doings a clause tells: a government reports on its bureaus, a bureau on its stations, and what those had is not
-- what the report's own tables count.

local subject = {}

local organ = "(?:局|委员会|委|厅|镇|乡|街道|苏木|嘎查|办事处|中心|站|所|队|公司|学校|中学|小学|大学|学院|党校|幼儿园|[医法]院|馆|园区|水厂|政府"
  .. "|联合会|[协商学工]会|基金会|红十字会|[居村管]委会|妇联|残联|文联|侨联|科联|工商联|科协|(?:供销|合作|信用|报|通讯)社|集团|银行|[支分]行|检察院|[生福老究科书]院|管理处|服务处|指挥部|专班"
  .. "|(?:开发|高新|新|景|示范|保税)区|[一-龥](?<![辖地社灾山片小战校全我本])[县区市旗](?<!在市)(?<!城市))"

-- Between the subject and what it did.
local adverbs = "(?:20[0-9]{2}年度?|全年|本年度?|今年|当年|年内|年度内|报告期内?|期间|也|亦|均|都|皆|则|内|,)*"

-- Words that run before a name; of a date the name keeps the last character.
local leads = "^(?:年度?|月份?|日|号|期间|止|底|末|其中|此外|另外|另|同时|但|而|因此|经统计|据统计|经核查|经查|截至目前|目前|截至年底|在|由|对|20[0-9]{2}年度?|全年|本年度?|今年|以来"
  .. "|年内|年度内|报告期内?)+"

-- The agency itself, whatever stands before, none in particular, or several; 和 stands in names, too: 住房和城乡建设局.
local several = "[及与、]|和(?!平|谐|田|龙|城乡|改革|社会|信息|旅游|体育|林业|水|科技|商务|新闻)"
local nobody = "(?:^|年度?|中|[统核]计)" .. organ .. "$|(?<![标样])[我本该]" .. organ .. "$|(?<!安)全" .. organ .. "$|" .. several

-- What is no name: a body that something is done with, "送县档案馆,全年未收到申请", and words that end like one, "新格局".
local no_name = "送|交(?!通|易|流|警)|报(?!社)|设[在于立]|建[在于]|覆盖|走|(?<!促)进(?!出口|修)|到|向|在|由|经(?!济|信|贸|开|管|营)|按|请|给|为|转|配合|会同|联合(?!会)"
  .. "|依托|依据|通过|根据|委托|借助|协同|[格布结开大]局$|(?<!高)新局$"

-- Short for the agency's own name: its characters stand in it, in their order.
local function is_own(agency, name)
  local short = text.gsub(name, "人民(?=政府)", "")
  return text.contains(agency, name) or text.find(agency, text.gsub(short, "([一-龥])", "$1.*")) ~= nil
end

-- Whether the words right before a deed name a body that is not the agency.
function subject.is_other(before, agency)
  local name = text.match(before, "([一-龥]{1,20}" .. organ .. ")" .. adverbs .. "$")
  if not name or not agency or text.find(name, nobody) then
    return false
  end
  name = text.gsub(text.gsub(name, leads, ""), "^[我本该全]", "")
  return not text.find(name, "^" .. organ .. "$") and not text.find(name, no_name) and not is_own(agency, name)
end

return subject
