-- What the text may say about table two: documents, and what was decided, charged and bought.

local words = require "claim_words"

local ends = words.ends
local normative = "规范性文件"

local cases = "[件宗起例份]"

-- "作出行政许可决定", "行政许可处理决定", "办理行政许可并作出处理决定".
local function decided(act)
  return { label = "(?:(?:作出|做出)(?:的)?(?:各类)?" .. act .. "(?:(?:处理)?决定)?|" .. act .. "处理决定|^" .. act .. "决定(?:书)?(?:数量|总数|件数|数)|" .. act
    .. "(?:事项|案件)?(?:,)?(?:并|且)?(?:依法)?(?:作出|做出)(?:的)?(?:处理|" .. act .. ")?决定|(?:下达|制发|开具)" .. act .. "决定)(?:书)?" .. ends }
end

-- "全年办理行政许可66件": what is said of all of them, in the unit of the table.
local function dealt_with(act)
  return { label = "^(?:全年|本年度?|年内|20[0-9]{2}年度?|共计?|累计|我局|本局|其中)*(?:办理|办结|完成|实施)(?:各类|各项)?" .. act .. "(?:事项|(?<!处罚)案件)?(?:共|共计)?$" }
end

-- "作出行政许可决定66件、行政处罚决定8件" and "行政许可、行政处罚决定数分别为66件、8件".
local function listed(act)
  return { label = "^" .. act .. "(?:决定)?(?:书)?(?:数量|件数|数)?$",
    clause = "(?:作出|做出)(?:的)?行政(?:许可|处罚|强制)(?:决定)[^;。]*$|决定(?:书)?(?:数量|件数|数)?分别为[^;。]*$"
      .. "|(?:作出|做出|办理|办结|完成|实施)(?:的|了)?(?:各类|各项)?行政(?:许可|处罚|强制)[0-9]+" .. cases .. "[^;。]*$" }
end

-- "行政许可66件、行政处罚8件、行政强制0件", with no word that says what was done: two of them side by side, and nothing that counts what is
-- published of them or what may be done.
local function alone(act)
  return { label = "^(?:20[0-9]{2}年度?|全年|本年度?|年内|[我本][局委办厅]|共计?)*" .. act .. "(?:决定)?(?:数量|数)?(?:为|共)?$" }
end
local side_by_side = {
  must = "^(?:[^,。;:0-9]{2,12}[,:])?(?:20[0-9]{2}年度?|全年|本年度?|年内|[我本][局委办厅]|共计?|,)*行政(?:许可|处罚|强制)(?:决定)?(?:数量|数)?(?:为|共)?[0-9]+" .. cases
    .. "[,、;]行政(?:许可|处罚|强制)(?:决定)?(?:数量|数)?(?:为|共)?[0-9]+" .. cases,
  never = "公[开示布告]|发布|归集|录入|上[传报]|推送|报送|汇集|信息|清单|事项|权力|权责|职权|职责|目录|卷|平台|网站|栏|复议|诉讼|监督|涉企|涉及|[检抽评审]查|审核|撤销"
    .. "|申请|类|重大|听证|备案|移送|案例|典型|培训|咨询|投诉",
}

local things = {
  { key = "valid", table = "disclosure", topic = normative, lasting = true, forms = "2021", cells = { { "normative.valid" } },
    fits = { tail = "^(?:行政)?(?:规范性文件)?(?:现行|继续|仍然?)有效" } },
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
  { key = "made", words = { normative, "制发", "制定" }, table = "disclosure", cells = { { "normative.made" } }, also = { ["2019"] = { { "normative.opened" } } },
    fits = { label = "(?:制发|制定|出台|制定印发|制定出台|新制定|新制作|制作|新发布|新印发)(?:并(?:公开|发布|印发))?(?:的|了)?(?:行政)?" .. normative .. "(?:共|共计|数量|数)?$"
      .. "|" .. normative .. "(?:的)?(?:制发|制定)(?:件数|数量|数)?(?:共|为)?$" } },
  { key = "repealed", words = { "废止", normative }, table = "disclosure", topic = normative, forms = "2021", cells = { { "normative.repealed" } },
    fits = { label = "(?<!拟)(?<!建议)(?<!计划)(?<!应予)(?<!需)废止(?:的|了)?(?:行政)?(?:" .. normative .. ")?(?:共|共计|件数|数量|数)?$" }, unless = { sentence = "失效|宣布|打包|集中" },
    not_beside = "失效" },
  { key = "valid", words = { "有效", normative }, table = "disclosure", topic = normative, lasting = true, forms = "2021", cells = { { "normative.valid" } },
    fits = { label = "(?:现行|继续|期末|年末|目前|仍然?)有效(?:的)?(?:行政)?(?:" .. normative .. ")?(?:共|共计|件数|总数|数|的)?(?:为|有|达)?$" },
    unless = { sentence = "清理[^。]*(?<!年底)(?<!年末)(?<!目前)继续有效[^,。;、]*$", label = "年初|期初|上年|去年|原有|对(?!外)[^,]*有效"
      .. "|(?<!经)(?<!经过)(?<!完成)(?:清理|梳理|评估|审查|核查|排查)(?!后|结果)[^,]*有效" } },
  { key = "made", words = { "制发", "制定", "出台", "印发" }, table = "disclosure", topic = normative, cells = { { "normative.made" } },
    also = { ["2019"] = { { "normative.opened" } } },
    fits = { label = "^(?:[我本](?:局|委|办|厅|县|市|区|镇|乡|街道|机关|单位)|本年度?|全年|年内|当年|20[0-9]{2}年)+(?:新)?(?:制发|制定|出台|印发)(?:的)?$", sentence = normative } },
  { key = "public", words = { "对外公开", normative }, table = "disclosure", topic = normative, lasting = true, forms = "2019",
    cells = { { "normative.public" } },
    fits = { label = "对外公开(?:的)?(?:行政)?(?:" .. normative .. ")?(?:总数量|总数|总量|总件数)(?:为|达|共)?$|^累计对外公开$" } },
  { key = "services", words = "服务事项", table = "disclosure", forms = "2019", severity = "minor", not_counted = { "matters", "units" },
    cells = { { "services.decisions" } }, fits = { label = "其他对外管理服务事项" .. ends } },
  { key = "procurement", words = "采购项目", table = "disclosure", forms = "2019", severity = "minor", cells = { { "procurement.projects" } },
    fits = { label = "^(?:全年|本年度?)?(?:实施|完成|开展)?政府集中采购项目(?:共|数|数量|为)*$" } },
}

-- What was decided in the year, of three kinds alike.
for _, act in ipairs({ { "licences", "许可" }, { "penalties", "处罚" }, { "coercion", "强制" } }) do
  local key, word = act[1], act[2]
  local name, cells = "行政" .. word, { { key .. ".decisions" } }
  for _, thing in ipairs({
    { key = key, words = { "决定", word }, fits = decided(name) },
    { key = key, words = { word, "决定" }, fits = listed(name) },
    { key = key, words = word, not_counted = { "matters", "units", "kinds" }, fits = dealt_with(name) },
    { key = key .. "_alone", words = { word, "决定" }, not_counted = { "item", "matters", "units", "times" }, fits = alone(name), beside = side_by_side },
  }) do
    thing.table, thing.severity, thing.cells = "disclosure", "minor", cells
    things[#things + 1] = thing
  end
end

things[#things + 1] = {
  key = "fees", words = "收费", table = "disclosure", forms = "2021", severity = "minor", amount = true, cells = { { "fees.amount" } },
  fits = { label = "^(?:20[0-9]{2}年度?|(?!涉企|减|免|退|欠|违规|清|降|取消|所属|下属|代|其中)[^,。;:、0-9])*?行政事业性收费(?:总?金额|收入|总额|费用|款)?"
    .. "(?:共计|共|合计|总计|总共)?(?:人民币)?(?:为|是|达|:)?$" },
  unless = { sentence = "涉企|减免|免征|降费|清退|违规收费|政府性基金" },
}

return things
