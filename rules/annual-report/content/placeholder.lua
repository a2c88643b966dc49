-- No placeholder and no instruction of a template is left in the text (D27).
-- File names, addresses, sizes (2×3), masked names (李某某, 138****1234), words with 某 and marks that the text speaks of are none.

local basis = require "basis"
local page = require "page"

-- A unit or a word that a number or a name belongs before.
local behind = "(?=条|件|次|篇|个(?!人信息)|项|份|期|场|人次|人参|余|万元|元|%|年|月|日|号文|镇|乡|县|市|区|街道|局|单位|部门)"

local masked_name = "(?:申请人|当事人|原告|被告|群众|村民|居民|市民|职工|学生|患者|经办人|联系人|[、和与及:])[\\p{sc:Han}]{0,2}$"

-- Stars and 某某 behind a family name hide a person, which is right.
local family = "[赵钱孙李周吴郑王冯陈蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜谢邹苏潘葛范彭鲁韦马方任袁柳唐罗薛雷贺倪汤"
  .. "殷毕郝安常乐于傅齐康余元顾孟黄穆萧尹姚邵汪毛米贝明戴宋庞熊纪舒屈项祝董梁杜阮席季贾路江童颜郭梅盛林钟徐邱骆高夏蔡田胡凌霍万管卢莫房丁邓洪包左石崔吉龚程陆荣段侯武刘龙叶黎白赖卓乔阎温庄关欧聂曾沙丰简]"

-- Behind a name only a party of a case or an applicant has these words.
local of_party = "^(?:诉|不服|等[0-9一二两三四五六七八九十]{1,3}[人名]|一案|(?:政府)?信息公开(?:纠纷|一?案)|与[^,。;]{1,24}(?:纠纷|一案))"

local function hides_person(m)
  if text.find(m.text, "^(?:[Xx×]{1,2})$") then
    local behind_name = m:behind(30)
    if text.find(m:before(2), family .. "$") and text.find(behind_name, of_party) then
      return true
    end
    return text.find(m:before(10), "(?:^|[^\\p{sc:Han}]|申请人|当事人|原告|被告|群众|村民|居民|市民|职工|学生|患者|答复|告知)" .. family .. "$") ~= nil
      and not text.find(behind_name, "^(?:[0-9](?![0-9]?[人名])|[年月日号省市县区镇乡局条件次个项份%]|街道|单位)")
  elseif not text.find(m.text, "^(?:\\*+|某某?)$") then
    return false
  end
  if m.text == "某某" and text.find(m:behind(2), "^(?:某|省|市|县|区|镇|乡|街道|局|单位|年)") then
    return false
  end
  local last = text.match(m:before(10), "[\\p{sc:Han}:、]{1,10}$") or ""
  return text.find(last, masked_name) ~= nil
    or text.find(last, "(?:^|[^\\p{sc:Han}])" .. family .. "$") ~= nil
end

-- A mark that is quoted, and words before or behind the quotation that speak of marks: how names are hidden, what drafts may not
-- have left in them, how a title is built.
local quoted = "[“‘「『\"][^“”‘’「」『』\"]{0,16}[”’」』\"][、,和或及与者]{0,2}"
local opens, closes = "[“‘「『\"][^“”‘’「」『』\",。;]{0,12}$", "^[^“”‘’「」『』\",。;]{0,12}[”’」』\"]"
local speaks_before = "(?:不(?:得|能|应|可|准|许|要|宜)|严禁|禁止|杜绝|残留|遗留|留有|[写填录]成|[写填]作|[写填标]为|(?:格式|样式|形式|表述)(?:统一|规范)?[为是]|模板[中里]?的?)"
local speaks_behind = "(?:字样|占位|代替|替代|代称|代指|指代|表示|隐去|隐藏|遮[盖挡蔽]|掩[盖去]|打码|命名|匿名|脱敏|乱码|痕迹|残留|未填|没有填|提示语|填写说明|格式|样式|符号|字符|标记)"
local in_quotes_before = speaks_before .. "[^,。;“”]{0,8}(?:" .. quoted .. "){0,6}" .. opens
local in_quotes_behind = closes .. "[、,和或及与者]{0,2}(?:" .. quoted .. "){0,6}[^,。;“”]{0,6}" .. speaks_behind
local changed_before = "[将把][^,。;“”]{0,16}(?:" .. quoted .. "){0,6}" .. opens
local changed_behind = closes .. "[^,。;“”]{0,6}(?:改[为成写]|更正|替换|修改)"
-- "XX一件事", "XX局+年份+事项": the quotation itself is a pattern, in which the crosses stand for any.
local pattern_behind = "^[Xx×]*[^“”‘’「」『』\",。;]{0,10}(?:一件事|[+])[^“”‘’「」『』\",。;]{0,12}[”’」』\"]"
local bare_behind = "^[Xx×*]*(?:等|来|号|符号|字母)?(?:代替|替代|代称|代指|指代|表示|隐去|遮[盖挡蔽]|掩[盖去]|打码)"

local function is_spoken_of(m)
  local before, behind_it = m:before(60), m:behind(60)
  if text.find(before, opens) and text.find(behind_it, closes) then
    return text.find(before, in_quotes_before) ~= nil or text.find(behind_it, in_quotes_behind) ~= nil
      or text.find(behind_it, pattern_behind) ~= nil
      or (text.find(before, changed_before) ~= nil and text.find(behind_it, changed_behind) ~= nil)
  end
  return text.find(before, "[用以由]$") ~= nil and text.find(behind_it, bare_behind) ~= nil
end

-- What a paragraph is as a whole, worked out once: lines of stars or strokes only part the page; **text** is
-- bold as in Markdown.
local function paragraph_of(known, m)
  local order = m.paragraph.order
  if not known[order] then
    local all = m.paragraph.text
    known[order] = {
      count = 0,
      is_rule = not text.find(all, "[\\p{sc:Han}A-Za-z0-9]"),
      has_bold = text.find(all, "\\*\\*[^*]+\\*\\*") ~= nil,
    }
  end
  return known[order]
end

-- "XX申请表.doc" is the name of a file.
local function in_file_name(m)
  return text.find(m.text, "^[Xx×]+$") ~= nil
    and text.find(m:behind(24), "^[^,。;《》“”]{0,20}\\.(?:docx?|xlsx?|wps|pdf|et|txt|rar|zip|jpe?g|png)(?![A-Za-z])") ~= nil
end

local function is_left(m, paragraph)
  local bold = m.text == "**" and paragraph.has_bold and not text.find(m:behind(3), "^(?:[条件次篇个项份期场](?:[,。;、]|$)|人次)")
  return not (paragraph.is_rule or bold or hides_person(m) or in_file_name(m) or is_spoken_of(m))
end

-- The words behind an opening bracket, and others beside them.
local function in_brackets(words, others)
  local list = others
  for _, word in ipairs(words) do
    for _, bracket in ipairs({ "(", "【", "[" }) do
      list[#list + 1] = bracket .. word
    end
  end
  return list
end

-- What a gap in brackets is the number of.
local counted = { "件", "条", "次", "人次", "篇", "项", "份", "期", "场", "万元" }

-- The same behind each closing bracket.
local function behind_brackets(words)
  local list = {}
  for _, word in ipairs(words) do
    for _, bracket in ipairs({ ")", "】", "]" }) do
      list[#list + 1] = bracket .. word
    end
  end
  return list
end

-- What is left of a year; only its neighbours show what is missing.
local lost = { ["年"] = true, ["20,"] = true }

local function told(m)
  if not lost[m.text] then
    return m.text
  end
  return text.match(m:before(6), "[^。;]*$") .. m.text .. text.match(m:behind(6), "^[^。;]*")
end

-- More places in one paragraph tell nothing more.
local enough = 60

local names = {
  "crosses", "number", "year", "strokes", "stars", "somebody", "lost_year", "lost_digits", "lost_month", "lost_number",
  "circles", "instruction", "limit", "name", "gap", "contact", "share", "letter", "annex",
}

local function by_paragraph(report)
  local places, order, known = {}, {}, {}
  for _, name in ipairs(names) do
    for _, m in ipairs(report:matches(name)) do
      local paragraph = paragraph_of(known, m)
      if paragraph.count < enough and is_left(m, paragraph) then
        paragraph.count = paragraph.count + 1
        local turn = m.paragraph.order -- not its line: printed, a paragraph has several
        if not places[turn] then
          places[turn] = {}
          order[#order + 1] = turn
        end
        table.insert(places[turn], m)
      end
    end
  end
  table.sort(order)
  return places, order
end

return rule {
  id        = "content.placeholder",
  title     = { zh = "没有遗留占位符和模板说明", en = "No placeholder or template instruction is left" },
  why       = {
    zh = "占位符和模板说明表明报告没有写完就发布了，读者看不到应有的内容。",
    en = "Placeholders and a template's instructions show that an unfinished report was published; what belongs there is not told.",
  },
  severity  = "major",
  documents = "any",
  basis     = basis.article("六", "六"),
  remedy    = { zh = "填上实际内容，删去模板中的说明文字。", en = "Fill in what belongs there and delete the template's instructions." },
  patterns  = {
    crosses = "(?<![A-Za-z0-9./_@×+-])(?:[Xx]{2,}|×{2,}|Ｘ{2,})(?![A-Za-z0-9./_@×+-])",
    number = { pattern = "(?<![A-Za-z0-9×.)(/-])[Xx×]" .. behind .. "(?!人才|光|射线)", literal = { "X", "x", "×" } },
    year = "(?<![A-Za-z0-9])(?:19|20)(?:[0-9]?[Xx×*]{1,2}|_{1,2}|[?]{1,2})年?(?![A-Za-z0-9])",
    circles = { pattern = "(?<![一二三四五六七八九〇○])[〇○]{2,6}(?![一二三四五六七八九〇○])", literal = { "〇〇", "○○" } },
    strokes = "(?<![A-Za-z0-9/=._-])(?:_{3,}|_{2}(?=[年月日条件次份个项篇]))(?![A-Za-z0-9])",
    stars = "(?<![A-Za-z0-9*])\\*{2,}(?:-\\*+)*(?![A-Za-z0-9*])",
    somebody = "(?<![\\p{sc:Han}])某某|某某(?=省|市|县|区|镇|乡|街道|局|单位|年)|某(?=(?:省|市|县|区|镇|乡)(?:人民)?政府(?!信息公开[^,。;]{0,4}(?:案|纠纷|诉讼|复议)))",
    lost_year = "年(?:(?<=^年|[。;]年)(?=[,是我全区])|(?<=《[省市县区]年|《[省市县]区年)"
      .. "(?=度?(?:政府信息|预算|决算|财政))"
      .. "|(?<=[,。;]-年)(?=均|全|我|共|度|末|底)|(?<=关于年|印发年|下达年)(?=第[一二三四]季度|上半年|下半年|[省市县区][委政]))",
    lost_digits = "(?:^|(?<=[。;]))20,(?=我|全[省市县区镇乡]|[省市县区镇乡局]将)",
    lost_month = "(?:自|至)年月",
    instruction = {
      pattern = "(?:该|本)部分以表格形式报告|[(【\\[](?:请|此处|这里)[^)】\\]]{0,24}(?:填|插入|删)[^)】\\]]{0,40}[)】\\]]|"
        .. "[(【\\[](?:本段|本节|[本此该]部分|略,|注:)[^)】\\]]{0,24}(?:填|补充|删|改写)[^)】\\]]{0,10}[)】\\]]|请在(?:此处|这里|下方|下面)(?:填写|填报|插入|补充)|"
        .. "请(?:各?(?:单位|部门|科室|乡镇|街道))?(?:按|据|根据)(?:照)?实际(?:情况)?(?:填写|填报|修改|补充)|[(【\\[](?:如|若)(?:没有|无|有)[^)】\\]]{0,16}(?:填|删|写)[^)】\\]]{0,10}[)】\\]]|"
        .. "[(【\\[](?:待补充|待填写|待填报|待核实|待完善|下同,请修改)[)】\\]]",
      literal = in_brackets({ "请", "此处", "这里", "如", "若", "待", "下同", "本段", "本节", "本部分", "此部分", "该部分", "略,", "注:" },
        { "请在此处", "请在这里", "请在下", "部分以表格形式报告", "请按实际", "请据实际", "请根据实际", "单位根据实际", "部门根据实际", "科室根据实际", "乡镇根据实际", "街道根据实际", "单位按", "部门按" }),
    },
    gap = { pattern = "(?<![0-9〔〕])[(【\\[] {0,6}[)】\\]](?=" .. table.concat(counted, "|") .. ")", literal = behind_brackets(counted) },
    contact = { pattern = "(?:电话|手机|传真|邮编|邮箱)(?:号码)?:?(?:[×Xx]{3,}-|[0-9]{3,4}-[×Xx]{3,})", literal = { "×-", "X-", "x-", "-×", "-X", "-x" } },
    share = { pattern = "(?<![A-Za-z0-9.×])[Xx×]{1,3}[.][Xx×]{1,2}%", literal = { "X%", "x%", "×%" } },
    letter = { pattern = "(?<![A-Za-z0-9+第×*/.-])N(?:条|件|篇|份|期|场|人次)(?=[,。;、)])", literal = { "N条", "N件", "N篇", "N份", "N期", "N场", "N人次" } },
    annex = { pattern = "附件[Xx×](?=[,。;、)])", literal = { "附件X", "附件x", "附件×" } },
    -- blanks are dropped before: "信息 条,"
    lost_number = {
      pattern = "(?:(?:公开|发布|推送|更新|刊发)(?:政府|政务)?信息|(?:公众号|网站|微博|新媒体))条(?=[,。;、)])"
        .. "|(?<!未|无|没|没有)(?:收到|受理|答复|办结)(?:政府信息公开|依申请公开|信息公开)?申请件(?=[,。;、)])|(?:召开|举办)[^,。;0-9]{0,8}(?:会议|培训班?)[次场](?=[,。;、)])",
      literal = { "信息条", "公众号条", "网站条", "微博条", "新媒体条", "申请件", "会议次", "会议场", "培训次", "培训场", "培训班次" },
    },
    limit = { pattern = "(?:此|本|该)部分(?:原则上)?(?:不得?|不应|一般不)超过[0-9一二三]{1,4}[千百]?字", literal = { "部分不", "部分原则上不", "部分一般不" } },
    name = "[(【\\[<](?:单位|机关|行政机关|本单位|本机关|部门|公开主体)(?:名称|全称|简称)[)】\\]>]|"
      .. "[(【\\[](?:具体数字|数字|数量|年份)[)】\\]](?=条|件|次|年|个|项|篇|份|场|期|人|万)",
  },
  check     = function(report, out)
    if page.is_unread(report, out) then
      return
    end
    local places, order = by_paragraph(report)
    for _, turn in ipairs(order) do
      local first = places[turn][1]
      local said = told(first)
      out:fail {
        at = first,
        evidence = table.move(places[turn], 2, #places[turn], 1, {}),
        message = {
          zh = "遗留占位符或模板说明“" .. said .. "”",
          en = "a placeholder or a template's words were left in: \"" .. said .. "\"",
        },
        found = first.raw,
      }
    end
    if #order == 0 then
      out:pass()
    end
  end,
}
