-- The text does not name another agency as the one that reports (D26): in the sentence that presents the report, as the
-- subject of what was done, in the signature. Superiors, offices of the agency and bodies that were renamed are right.

local signature = require "signature"

local suffix = "(?:人民政府办公[室厅]|人民政府|街道办事处|办事处|管理委员会|管委会|委员会|分局|总局|局|厅|支队|大队|中心)"
local body = "[一-龥]{2,24}?(?:" .. suffix .. "|镇|乡|街道|县|区|旗)"

-- Kinds of bodies, by how their names end: a township is not taken for its county.
local kinds = {
  { "township", "(?:镇|乡)(?:(?:人民)?政府)?$|街道(?:办事处)?$|办事处$" },
  { "government", "(?:省|市|县|区|旗|州|盟)(?:(?:人民)?政府)?$" },
  { "zone", "管理委员会$|管委会$|开发区$|高新区$" },
  { "office", "办公[厅室]$" },
  { "department", "(?:委员会|局|委|厅|支队|大队|中心)$" },
}

local workers = { office = true, department = true } -- bodies of a county
local below_city = { office = true, department = true, zone = true }

local function kind_of(name)
  for _, kind in ipairs(kinds) do
    if text.find(name, kind[2]) then
      return kind[1]
    end
  end
  return nil
end

-- Name without the places above it and without its kind: 柳汀镇, 自然资源.
local function core(name, kind)
  local s = text.gsub(name, "(?:(?:人民)?政府|办事处|管理委员会|管委会)$", "")
  if kind == "department" then
    return text.gsub(text.gsub(s, "^(?:.*?[一-龥]{2})?(?:省|市(?!场|政|容)|县|区|旗|州|盟)", ""), "(?:委员会|分局|总局|局|委|厅)$", "")
  elseif kind == "township" then
    return text.gsub(s, "^.*[一-龥]{2}(?:省|市|县|区|旗|州|盟)(?=[一-龥]{2})", "")
  elseif kind == "government" then
    return text.gsub(s, "^.*[一-龥]{2}(?:省|市|州|盟)(?=[一-龥]{2,}(?:市|县|区|旗)$)", "")
  end
  return s
end

-- The county of a department: 云汀县. A city or a province is a superior.
local function county_of(name)
  return text.match(name, "([一-龥]{2}(?:县|区|旗))(?!县|区|旗)[一-龥]{2,}$")
end

-- Governments of one rank: a county's is no superior of another county's. A city may be above or beside a county.
local ranks = { { "(?:省|自治区)(?:(?:人民)?政府)?$", 3 }, { "(?:州|盟)(?:(?:人民)?政府)?$", 2 }, { "(?:县|区|旗)(?:(?:人民)?政府)?$", 1 } }

local function rank_of(name)
  for _, rank in ipairs(ranks) do
    if text.find(name, rank[1]) then
      return rank[2]
    end
  end
  return nil
end

-- The place of a body, when its name tells one: 栩原市 of 栩原市教育局.
local function place_of(name)
  return text.match(name, "^([一-龥]{2,6}?(?:省|市|县|区|旗|州|盟))[一-龥]{2,}$")
end

-- A body of a county or city that is not the agency's own: it may be told of, but does not present or sign this report.
local function is_elsewhere(own, name)
  local a, b = place_of(own), place_of(name)
  return a ~= nil and b ~= nil and text.find(b, "[市县区旗]$") ~= nil and below_city[kind_of(own)] and below_city[kind_of(name)]
    and not text.contains(name, text.sub(a, 1, 2)) and not text.contains(own, text.sub(b, 1, 2))
end

-- 城管 is short for 城市管理和综合执法, 发改 for 发展和改革: its characters stand in the name, in their order.
local function is_short(name, short)
  return short ~= "" and text.find(name, text.gsub(short, "([一-龥])", "$1.*")) ~= nil
end

-- Departments that share but a character that many have: 水务 and 商务, 林业 and 农业.
local function is_namesake(a, b)
  local last = text.sub(a, -1, -1)
  return text.len(a) == 2 and text.len(b) == 2 and a ~= b and last == text.sub(b, -1, -1) and text.find(last, "[务业政理育]") ~= nil
end

-- Whether both are agencies of one kind that cannot be the same.
local function is_other(own, name)
  if text.contains(own, name) or text.contains(name, own) then
    return false
  end
  local kind, other = kind_of(own), kind_of(name)
  local here, there = county_of(own), county_of(name)
  if workers[kind] and workers[other] and here and there and here ~= there then
    return true
  elseif not kind or kind == "office" or other ~= kind then
    return false
  end
  local a, b = core(own, kind), core(name, kind)
  if kind == "township" and a == b then -- two counties may have towns of one name
    local x, y = text.match(own, "([一-龥]{2})[县区旗][一-龥]{2,}$"), text.match(name, "([一-龥]{2})[县区旗][一-龥]{2,}$")
    return x ~= nil and y ~= nil and x ~= y
  end
  if a ~= "" and a == b and kind == "department" then -- the bureau of another province or city
    here, there = place_of(own), place_of(name)
    return here ~= nil and there ~= nil and text.sub(here, -1, -1) == text.sub(there, -1, -1)
      and not text.contains(here, there) and not text.contains(there, here)
  elseif a == "" or b == "" or is_short(a, b) or is_short(b, a) then
    return false
  elseif kind == "department" then
    return text.similar(a, b) < 0.3 or is_namesake(a, b)
  end
  if kind == "government" and text.sub(a, -1, -1) ~= text.sub(b, -1, -1) and not (rank_of(a) and rank_of(a) == rank_of(b)) then
    return false -- a superior
  end
  return text.similar(text.gsub(a, "(?:[镇乡县市区]|街道)$", ""), text.gsub(b, "(?:[镇乡县市区]|街道)$", "")) <= 0.5
end

-- "各乡镇", "新型城镇": no names.
local nobody = "^(?:配合|协助|会同|联合|指导|督促|协调|通过|按照|根据|接受|报请|提请|邀请|组织|联系|依托|督导|经|由|对|向|与|和|被|原|受|请|在|到|从|将|让|使|为)"
  .. "|各|全|本|该|所辖|下辖|辖区|部分|有关|相关|其他|试点|重点|兄弟|周边|相邻|示范|多个|两|[城乡村集小街建制心]镇$|城乡$|家乡$|下乡$|返乡$|城市街道$"

-- "度我镇", "近年来本街道": the agency itself, or none in particular, with a word that runs before it.
local itself = "我|^[本全各该]|[本全各该](?:镇|乡|街道|苏木|县|区|市|旗|局|委|厅|中心|机关|单位)|某"

-- Whose deeds a sentence tells: of the other bureaus of its county a bureau tells, of another county's it does not.
local function is_stranger(own, name)
  if text.find(name, nobody) or text.find(name, itself) then
    return false
  elseif workers[kind_of(name)] then
    local here, there = county_of(own), county_of(name)
    return workers[kind_of(own)] and here ~= nil and there ~= nil and here ~= there
  end
  return is_other(own, name)
end

local function opens_overview(report, m)
  local first = m.section == "overview" and m.from == 1 and report:section("overview").paragraphs[1]
  return first and first.order == m.paragraph.order
end

-- The first words of the overview are of the agency itself: not of another bureau beside it, whose name has no character
-- of the own one. In the years of the reform of 2018 a bureau may still be called by its former name.
local function is_beside(report, own, name, m)
  if not opens_overview(report, m) or report.year == 2018 or report.year == 2019
    or kind_of(own) ~= "department" or kind_of(name) ~= "department" or text.find(own, "(?:支队|大队|中心)$") or text.find(name, itself) then
    return false
  end
  local a, b = core(own, "department"), core(name, "department")
  return a ~= "" and b ~= "" and (is_namesake(a, b) or not text.find(a, "[" .. b .. "]"))
end

-- Words that run before a name in its sentence.
local function bare(name)
  return text.gsub(name, "^(?:根据|按照|依据|现将|现|由|为|本报告由|本报告|报告由|面?向社会(?:各界|公众)?|公布|发布|公示|编制|编写|公开|特|关于)+", "")
end

-- Whose report the title says it is; another's only where the caller told whose it should be.
local function titled(report)
  local title = report.title
  local name = title and text.match(title.text, "(" .. body .. ")(?:关于)?20[0-9]{2}年")
  return name and bare(name), title
end

-- What only the body that reports can say of itself: a department's report says it of no township, nor the reverse.
local function is_reporter(own, name)
  local kind, other = kind_of(own), kind_of(bare(name))
  local apart = kind == "department" and other == "township" or kind == "township" and other == "department"
  return apart and not text.find(name, nobody) and not text.find(name, itself) and not text.contains(own, bare(name)) and not text.contains(name, own)
end

-- "本市林业局": the place is the agency's own, the bureau is not.
local of_place = "本(?:省|市|州|县|区|旗)(?=[一-龥]{2,12}?(?:镇|乡|街道|局|委员会|厅)(?:人民政府|办事处)?(?:没有|未|无|共|收|20|$))"

-- "我局未收取信息处理费": what the agency itself owes stands in the same section, and another's beside it is only told of.
local owed = "(?:(?!" .. of_place .. ")[我本](?:局|委|厅|机关|单位|办|镇|乡|街道|县|市|区|级|院|中心|部门)|(?:本年|全年|年度),?(?:未|没有|无|共))[^。;]{0,30}信息处理费"

local function owes_itself(report, m)
  for _, p in ipairs(m.section and report:section(m.section).paragraphs or {}) do
    if text.find(p.text, owed) then
      return true
    end
  end
  return false
end

-- "我镇" as the first words of a bureau's overview, "我局" as those of a township's.
local function speaks_of_other(report, own, word, m)
  local kind = kind_of(own)
  if not opens_overview(report, m) then
    return false
  end
  if kind == "department" then
    return text.find(word, "[镇乡道]$") ~= nil and not text.find(own, "镇|乡|街道")
  end
  return kind == "township" and text.find(word, "[局委厅]$") ~= nil
end

-- "县局及各分局", "委机关与县疾控局": the body that reports, and those that belong to it.
local several = "及|与|属|系统|[局委办府关级]和"

local deeds = {
  "高度重视", "认真", "严格", "坚持", "深入", "始终", "积极", "切实", "不断", "全面", "进一步", "紧紧围绕", "紧扣", "按照", "根据", "扎实", "加强",
  "持续", "共", "全年", "主动公开", "通过", "成立", "及时", "召开", "制定", "建立", "健全", "完善", "未", "没有", "收到", "新收", "办理",
  "将继续", "将进一步", "将不断", "围绕", "聚焦", "立足", "贯彻", "落实", "推进", "强化", "突出", "着力", "大力", "结合", "依托", "把", "在", "统筹",
}

-- Every subject with every deed, so that only a paragraph that has one is read.
local function subjects()
  local found = {}
  for _, kind in ipairs({ "镇", "乡", "街道", "苏木", "县", "旗", "政府", "政府办公室", "办事处", "局", "委", "委员会", "厅" }) do
    for _, deed in ipairs(deeds) do
      found[#found + 1] = kind .. deed
    end
  end
  return found
end

return rule {
  id       = "identity.agency",
  title    = { zh = "报告自称的机关前后一致", en = "The report speaks of one agency as its own" },
  why      = {
    zh = "正文把别的机关写成自己，说明报告抄自他处，数据也就不可信。",
    en = "Where the text takes another agency for its own it was copied, and its figures are in doubt.",
  },
  severity = "major",
  basis    = {
    ["2008"] = { "《中华人民共和国政府信息公开条例》（国务院令第492号）第三十一条" },
    ["2019"] = { "《中华人民共和国政府信息公开条例》（国务院令第711号修订）第四十九条" },
    ["2021"] = { "《中华人民共和国政府信息公开条例》（国务院令第711号修订）第四十九条" },
  },
  remedy   = {
    zh = "核对报告是否为本机关编制，改正机关名称；内容抄自其他机关的，重新编制。",
    en = "Check that the report is the agency's own and correct the name; write it anew if it was copied.",
  },
  history  = { { date = "2026-11", text = { zh = "新增规则。", en = "New rule." } } },
  patterns = {
    presents = {
      pattern = "(" .. body .. ")(?:关于)?20[0-9]{2}年(?:度)?(?:的)?政府信息公开(?:工作)?(?:年度报告|年报)",
      literal = { "信息公开年度报告", "信息公开年报", "公开工作年度报告", "公开工作年报" },
    },
    -- "现将……情况报告如下", "本报告由……编制", "……编制了2023年度报告"
    reports = {
      pattern = "(?:现将|现就)(" .. body .. ")(?:20[0-9]{2}年(?:度)?)?(?:的)?(?:政府信息|政务|信息)公开[^,。;]{0,16}?(?:报告|公布|公开)如下"
        .. "|(?:本报告|本年报|本年度报告)由(" .. body .. ")(?:负责)?(?:编制|编写|起草|撰写)"
        .. "|(?:^|(?<=[。;]))(?:20[0-9]{2}年(?:度)?,?)?(" .. body .. ")(?:认真|严格|坚持|积极|深入|按照|根据)[^。;,]{0,30},现将[^。;,]{0,14}(?:情况)?(?:报告|公布)如下"
        .. "|(?:^|(?<=[。;]))(" .. body .. ")(?:20[0-9]{2}年(?:度)?)?,?(?:暂|均)?(?:无|没有)(?:其他|其它)?(?:需要?)?(?:报告|说明)的?(?:其他)?事项"
        .. "|(?:,|^|现由)(" .. body .. ")(?:组织)?(?:编制|编写)(?:了|完成)?(?:本|20[0-9]{2}年)(?:度)?(?:政府信息公开)?(?:工作)?(?:年度报告|年报|报告)",
      literal = { "如下", "报告由", "年报由", "编制", "编写", "报告的事项", "报告事项", "说明的事项", "报告的其他事项" },
    },
    acts = {
      pattern = "(?:(?<=[。;!])|^)(?:20[0-9]{2}年(?:度)?,?)?(" .. body .. ")(?:高度重视|认真贯彻|认真执行|认真落实|严格按照|严格执行|严格落实|坚持以|深入贯彻).{0,22}公开",
      literal = { "高度重视", "认真贯彻", "认真执行", "认真落实", "严格按照", "严格执行", "严格落实", "坚持以", "深入贯彻" },
    },
    -- what the sentence tells, of a township, a county or another county's bureau, whatever it is
    does = {
      pattern = "(?:(?<=[。;!])|^)(?:20[0-9]{2}年(?:度|以来|来)?,?|(?:一年|今年以|近年)来,?)?(?:在[^,。;!]{2,30}[下中],)?"
        .. "([一-龥]{2,10}?(?:(?:镇|乡|街道|苏木|县|旗)(?:人民政府(?:办公室)?|党委、?政府|党委|政府(?:办公室)?|办事处)?|[县区旗][一-龥]{2,10}?(?:局|委员会))"
        .. "|[省州市县区旗][一-龥]{2,12}?(?:局|委员会|委|厅))(?="
        .. table.concat(deeds, "|") .. ")",
      literal = subjects(),
    },
    -- "2023年,我局坚持……"
    speaks = {
      pattern = "(?:(?<=[。;!])|^)(?:20[0-9]{2}年(?:度|以来|来)?,?)?([我本](?:镇|乡|街道|局|委|厅))(?:20[0-9]{2}年(?:度)?)?(?=,|" .. table.concat(deeds, "|") .. ")",
      literal = { "我镇", "我乡", "我街道", "我局", "我委", "我厅", "本镇", "本乡", "本街道", "本局", "本委", "本厅" },
    },
    -- "柳汀镇人民政府没有收取信息处理费"
    owes = {
      pattern = "(?:(?<=[。;!])|^)(?>(?:(?:20[0-9]{2}|本|报告)年度?(?:内|期间)?,?)?)([一-龥]{2,14}?(?:镇(?:人民政府)?|乡(?:人民政府)?|街道(?:办事处)?|局|委员会|厅))"
        .. "(?:20[0-9]{2}年(?:度)?)?(?:没有|未|无|共收取|收取)(?:收取|发生|产生|发出)?[^,。;]{0,8}信息处理费",
      literal = { "信息处理费" },
    },
  },
  check    = function(report, out)
    local own = report.agency
    if not own then
      out:unknown {
        reason = { code = "agency-unknown", zh = "不知道是哪个机关的报告", en = "the agency is unknown" },
        cause = { rule = "identity.title" },
      }
      return
    end
    local found = {}
    local function look(name, at, acts, paragraph)
      if text.find(name, itself) then -- 某某局 is a placeholder
        return
      elseif is_other(own, name) or not acts and is_elsewhere(own, name) then
        found[#found + 1] = { name = name, at = at, paragraph = paragraph }
      end
    end
    local function finish_deeds()
      for _, m in ipairs(report:matches("does")) do
        local known = false
        for _, other in ipairs(found) do
          known = known or other.paragraph and other.paragraph.order == m.paragraph.order
        end
        local name = text.gsub(bare(m[1]), "(?<=政府)办公室$", "") -- what it does, it does for its government
        if not known and not m.paragraph.linked and (is_stranger(own, name) or is_beside(report, own, m[1], m)) then
          found[#found + 1] = { name = name, at = m, paragraph = m.paragraph }
        end
      end
    end
    for _, pattern in ipairs({ "presents", "reports", "acts" }) do
      for _, m in ipairs(report:matches(pattern)) do
        -- a title that stands alone is a link to another report
        if m.text ~= m.paragraph.text and not m.paragraph.linked and not text.find(m:before(12), "《[^》]*$|查阅|各|所属|辖区|转载|参照|学习|借鉴|上一篇|下一篇") then
          look(bare(m[1] or m[2] or m[3] or m[4] or m[5]), m, pattern == "acts", m.paragraph)
        end
      end
    end
    for _, one in ipairs({ { titled(report) }, { signature(report, suffix) } }) do
      if one[1] then
        look(one[1], one[2])
      end
    end
    finish_deeds()
    for _, m in ipairs(report:matches("owes")) do
      local name = bare(text.gsub(m[1], "^" .. of_place, ""))
      if not owes_itself(report, m) and not text.find(name, several) and not text.find(name, nobody)
        and (is_reporter(own, name) or is_other(own, name)) then
        found[#found + 1] = { name = name, at = m, paragraph = m.paragraph }
      end
    end
    for _, m in ipairs(report:matches("speaks")) do
      if speaks_of_other(report, own, m[1], m) and not m.paragraph.linked then
        found[#found + 1] = { name = m[1], at = m, paragraph = m.paragraph }
      end
    end
    if #found == 0 then
      out:pass()
      return
    end
    local evidence = {}
    for i = 2, #found do
      evidence[#evidence + 1] = found[i].at
    end
    out:fail {
      at = found[1].at,
      evidence = evidence,
      message = {
        zh = "报告是" .. own .. "的，文中自称“" .. found[1].name .. "”",
        en = "the report is " .. own .. "'s, but the text names " .. found[1].name .. " as its own",
      },
      expected = own,
      found = found[1].name,
    }
  end,
}
