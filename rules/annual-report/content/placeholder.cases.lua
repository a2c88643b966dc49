local anchor = "接待查询409人次。"

local function with(sentence)
  return { { anchor, anchor .. sentence } }
end

local function clean(name, sentence)
  return { name = name, trap = true, base = "clean-2021", edits = with(sentence), expect = { state = "pass" } }
end

local function left(name, sentence, found)
  return { name = name, base = "clean-2021", edits = with(sentence), expect = { state = "fail", severity = "major", found = found, findings = 1 } }
end

return cases {
  left("empty brackets before a unit", "培训（　）人次，发放手册200份。", nil),
  left("empty square brackets before a unit", "收到咨询【】件。", "【】"),
  clean("brackets that hold something", "开放日（第三期）次日刊登通讯（图）2篇。"),
  { name = "nothing left in", base = "clean-2021", expect = { state = "pass" } },
  { name = "an old report", base = "clean-2008", expect = { state = "pass" } },
  left("capital crosses", "全年培训XX人次，开会XX次。", "XX"),
  left("small crosses", "全年培训xx人次。", "xx"),
  left("signs of multiplication", "在××镇设点。", "××"),
  left("one cross before a unit", "公开信息X条。", "X"),
  left("a year with crosses", "20XX年继续公开。", "20XX年"),
  left("underscores", "公开信息____条。", "____"),
  left("stars for a place", "在***镇设点。", "***"),
  left("somebody", "与某某镇共建专区。", "某某"),
  left("an instruction of the form", "该部分以表格形式报告，表格如下。", "该部分以表格形式报告"),
  left("an instruction in brackets", "（请在此处填写本单位情况）", "（请在此处填写本单位情况）"),
  left("a name to be filled in", "（单位名称）做好公开工作。", "（单位名称）"),
  left("a sentence that lost its year", "年，我局继续推进公开。", "年"),
  left("a year lost before a budget", "公开《县区年预算执行情况的报告》。", "年"),
  left("a year lost behind a stroke", "全县各单位都按要求办理,-年均未发生侵权的情形。", "年"),
  left("a year lost in a title", "转发《关于年第三季度施工劳务情况的通报》。", "年"),
  left("half a year's digits", "这项工作已经完成。20,我县将继续公开。", "20,"),
  { name = "also in what is no report", document = "区府工作总结范文（精选5篇）\n\n篇1\n\n一、概述\n\n20XX年，某某区公开信息XX条。\n\n篇2\n\n一、概述\n\n略。", format = "text",
    expect = { state = "fail" } },
  clean("file names and addresses", "附件见XX.pdf，网址www.xx.qinghe-xian.gov.cn，型号XXL。"),
  clean("sizes and grids", "设2×3米公示屏1块，采用4x4宫格，LED屏与APP同步。"),
  clean("words with 某", "对某些事项、某个环节、某项工作逐一说明。"),
  clean("masked people", "答复申请人李**、赵某某各1次，来电139****0000已登记。"),
  clean("rays", "公开X光检查收费标准。"),
  clean("the years of a plan", "编制国土空间总体规划（2021—2035年）。"),
  clean("mark-up and rules", "**重点**\n\n****************\n\n________________________"),
  clean("years that nobody lost", "关于印发年度要点的通知已经转发;预算公开20,000元以上的项目；近3-5年均未发生；按年全额公开。"),
  clean("an annual report by another word", "报告年度内，全年平稳；年内、年底、年初均有公开。"),
  { name = "a place behind a masked person of the same stars", base = "clean-2021", edits = with("答复申请人赵***，又在***镇设点。"),
    expect = { state = "fail", findings = 1 } },
  { name = "thousands of them are no less a fault", base = "clean-2021", edits = with(string.rep("公开信息XX条，", 5000)),
    expect = { state = "fail" } },
  { name = "one that was left behind many masked people", base = "clean-2021",
    edits = with(string.rep("答复申请人李**。", 1000) .. "公开信息XX条。"), expect = { state = "fail", found = "XX" } },
  clean("rays, a measure and a layout", "公布X射线装置许可4件、PM10均值，专栏采用3×4布局。"),
  { name = "a page without a word", document = "<html><head><title></title></head><body><p> </p></body></html>", format = "html",
    expect = { state = "notapplicable", reason = "no-text" } },
  { name = "a page that is only a picture was not read", document = '<html><body><p><img src="nb.png" width="700"></p></body></html>', format = "html",
    expect = { state = "unknown", reason = "only-pictures" } },
  left("a number that was not filled in", "全年发布信息 条，其中微信公众号 条。", nil),
  left("how long a part may be", "此部分不超过1000字。", "此部分不超过1000字"),
  clean("a person's name is hidden", "申请人李××撤回了申请，当事人王×的信息已隐去。"),
  left("a name that was not filled in", "联系人：XX。", "XX"),
  clean("nothing was received, said with the word for a case", "本局全年没有收到政府信息公开申请件，也未受理申请件。"),
  clean("words that end in a measure", "按信息条目公开，受理申请件数逐月上报，延长培训期，统计会议次数。"),
  clean("an application is a thing of its own", "全年我局未收到政府信息公开申请件，也没有受理申请件。"),
  left("applications without their number", "全年我局收到政府信息公开申请件，均已答复。", nil),
  left("a telephone of crosses", "联系电话：××××-×××××××。", nil),
  left("a name of three 某", "责任人：某某某。", nil),
  left("a word for a number", "发布政策解读（数字）篇。", "（数字）"),
  left("stars for a number", "全年公开信息**条，其中重点领域信息**条。", nil),
  left("what each is to fill in", "（本段内容由各单位根据实际补充）", nil),
  left("what is to be left out", "……（略，请各单位自行补充）", nil),
  left("where to write", "请在此处填写存在的问题。", nil),
  left("an annex without number", "详见附件X。", "附件X"),
  clean("bold words with a number", "全年公开**信息120条**，较为**丰富**。"),
  clean("a pattern of names", "推行“XX+政务公开”的做法。"),
  left("a letter for the number", "全年公开信息N条。", "N条"),
  left("crosses for a share", "满意度达到XX.X%。", "XX.X%"),
  left("a telephone number of crosses", "咨询电话：0799-XXXXXXX。", nil),
  left("each unit is to fill in", "请各单位根据实际情况填写。", nil),
  clean("a letter for many", "推行“1+N”公开模式，举办第N次开放日，建成N个点位。"),
}
