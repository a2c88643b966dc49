-- Confusions of a closed list, each where its context leaves no doubt (D39). No speller: what is not listed is
-- not judged. A regulation called by a wrong name is law.name's to tell.

local basis = require "basis"
local duty = require "duty"

-- What is written, and what is meant.
local right = {
  ["行政权利"] = "行政权力", ["权利清单"] = "权力清单", ["权利运行"] = "权力运行", ["机构概括"] = "机构概况", ["民政互动"] = "政民互动",
  ["完善看"] = "完善了", ["截止至"] = "截至", ["截止到"] = "截至", ["12月31止"] = "12月31日止", ["行政复意"] = "行政复议", ["行政诉颂"] = "行政诉讼",
  ["行政诉松"] = "行政诉讼", ["公开条列"] = "公开条例", ["规范行文件"] = "规范性文件", ["保密审察"] = "保密审查", ["一如继往"] = "一如既往",
  ["再接再励"] = "再接再厉", ["布署"] = "部署", ["政务工开"] = "政务公开", ["信息工开"] = "信息公开", ["主动公幵"] = "主动公开", ["依申情公开"] = "依申请公开",
  ["按步就班"] = "按部就班", ["不径而走"] = "不胫而走",
}

return rule {
  id       = "wording.typo",
  title    = { zh = "没有常见的错别字", en = "No common slip of wording" },
  why      = {
    zh = "“行政权利”“机构概括”之类的错别字改变意思，也说明报告没有校对。只查固定的一批，不作一般的文字判断。",
    en = "Slips such as a wrong word of the same sound change the sense and show that nobody proofread. Only a closed list is looked for.",
  },
  severity = "advice",
  basis    = basis.article("六", "六"),
  remedy   = { zh = "按提示改正错别字。", en = "Correct the word as suggested." },
  history  = { { date = "2026-11", text = { zh = "新增规则。", en = "New rule." } } },
  patterns = {
    typo = "行政权利(?!义务|救济|人|和义务|与义务)|(?<!公民)权利清单(?!和义务|与义务)|(?<!公民)权利运行|机构概括|(?<![市县区省与和及、旗])民政互动|完善看(?![法待点护病似])"
      .. "|(?:(?<!征集|征求|意见|报名|申报|申请|投标|报送|公示|反馈|提交|[集求名报请标示馈]时间)截止至|(?<=[,。;:!(]|期限|数据|^)截止到)(?=20[0-9]{2}年|目前|年底|年末|本年|[0-9]{1,2}月)|(?<![0-9])12月31止"
      .. "|行政复意|行政诉颂|行政诉松|(?<!政府信息|政府公开|政务信息|信息|政务)公开条列|规范行文件|保密审察|一如继往|再接再励|布署|政务工开|信息工开"
      .. "|主动公幵|依申情公开|按步就班|不径而走",
  },
  check    = duty.phrase_absent { patterns = "typo", right = right },
}
