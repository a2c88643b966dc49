-- The section on problems names problems, and says what is done about them (D37). Short but concrete is fine.

local basis = require "basis"
local duty = require "duty"

-- Words that say that there is nothing, and nothing else.
local nothing = "^(?:[(（]?[一二三四五][)）、.]?|存在的?(?:主要)?问题(?:及|和)?|改进(?:情况|措施)?|20[0-9]{2}年度?|本年度?"
  .. "|目前|我[局镇县市区乡委]|本[局镇机关单位]+|政府信息公开(?:工作|方面)?"
  .. "|暂时?|尚|无|没有|不存在|未发现|存在|发现|的|主要|突出|明显|其他|问题|及|和|情况|[:,、。;.])*$"

-- "无明显问题，今后将继续努力", "取得了一定成绩，但还存在一些问题，今后将加以改进": words that would stand anywhere.
local will = "(?:(?:今后|下一?步|我们|我[局镇县市区乡委]|本单位|对此|将|会|要|继续|进一步|不断|加以|认真|努力|切实|逐步|再接再厉"
  .. "|改进|整改|完善|加强|提高|提升|解决|做好|推进|政府|政务公开|信息公开|各项|工作|水平|质量|的|和)+[,;。])*+$"
local idle = "(?:^[^,。;]{0,24}(?:^|[^有])(?:无|没有|不存在|未发现)(?:突出|明显|重大|其他)?的?(?:问题|不足)[,。;]" .. will
  .. "|^[^。;]{0,40}取得了?(?:一定|一些|较好|良好)?的?(?:成绩|成效|进展|进步|效果),但(?:仍|还|也|是)*存在(?:着)?(?:一些|一定|不少|某些|部分)的?(?:问题|不足|差距)[,。;]" .. will .. "|^(?=.)" .. will .. ")"

-- What lacks is worded like what is done: 有待提高, 尚未开通, 组织得较少. So a word of what is done counts in a clause that tells of
-- no lack, and one that nobody says of a lack in any.
local lacks = "不(?!断|少于|低于|低过|超过|得|仅|但|定期|漏|留|误|走样|折不扣|[^,。;:]{0,6}的?(?:问题|现象|情况|情形|短板))|(?<!若|如)未(?!来)|没(?!收)|(?:有|亟|仍|尚|还|急)待|待(?:进一步|加强|提高|提升|完善|改进)"
  .. "|需要?(?:进一步|不断|持续|继续|加强|提高|提升|完善|改进|加大|强化|优化|健全|规范|加快)|欠(?:缺|佳|妥)|缺(?:乏|少|失|位|口)|偏[少慢弱低长短窄晚多重]|较[为少慢弱低差长短薄单窄]|比较(?!分析|研究)|过于|单一"
  .. "|薄弱|滞后|困难|慢(?!病)|(?<!降|减)低(?!保|收|于|龄|效)|弱(?!势|项)|难(?:以|于|度)|(?<!减|至)少(?!于|走|跑|数)|差距|差异|短板$|陈旧|频繁|变动|参差|脱节|虽|取得|迟缓|偶有|时有|存在[^,。;:]{1,20}(?:现象|情形)"
local told = "(?:对此|为此|针对|下一?步|今后|接下来|后续|随后|明年|来年|改[由为成用]|起[把由]|要[把从]|要通过|将(?!来)|已(?!成为|无|不|难)|拟|力争|着手|争取|对策|打算|计划在|专人|逐[一条项件步份]|每[日周月季]|补[齐录上足]|解决|纠正)"
local done = "(?:改进|措施|整改)(?!(?:情况|措施|举措)?[:。]?\\s*(?:暂?无|没有)[。]?\\s*$)"
  .. "|加强|完善|提升|提高|优化|强化|健全|建立|推进|加大|规范|计划|拓宽|丰富|深化|落实|制定|修订|组织|安排|实行|更换|配备|开展|督促|培训|逐|建成|完成|增(?!长|值)|补(?!贴|助|偿|选)|调整|明确"
  .. "|抽调|选派|选聘|聘请|邀请|引[入进]|租用|委托|开通|开设|轮训|统一|固定"
  .. "|通过|纳入|推行|推动|推出|扩大|招[录聘]|新[招聘设开购]|设置|设立|重新|专门|上门|由[^,。;:]{2,14}(?:负责|牵头|承担)|购置|购买|搭建|打造|汇编|制作|编[制印写]|举办|召开|约谈|会同"
local measures = told .. "|(?:^|[,。;:\\n])(?![^,。;:\\n]*(?:" .. lacks .. "))[^,。;:\\n]*?(?:" .. done .. ")"

return rule {
  id       = "content.problems",
  title    = { zh = "写明存在的问题和改进措施", en = "Names problems and what is done about them" },
  why      = {
    zh = "只写“无”或者只提问题不写改进，看不出工作怎样改进。",
    en = "A section that says \"none\", or names problems without measures, shows no way to improve.",
  },
  severity = "minor",
  basis    = basis.article("三十二", "五十"),
  remedy   = { zh = "写明具体问题，逐项写改进情况。", en = "Name the problems, and for each what was done." },
  history  = { { date = "2026-11", text = { zh = "新增规则。", en = "New rule." } } },
  check    = duty.section_says {
    section  = "problems",
    least    = 10,
    nothing  = nothing .. "|" .. idle,
    states   = measures,
    hollow   = { zh = "存在的问题没有实际内容", en = "the section on problems says nothing" },
    unstated = { zh = "只写了问题，没有写改进措施", en = "problems without what is done about them" },
    expected = "问题和改进措施",
  },
}
