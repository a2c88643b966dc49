local anchor = "接待查询409人次。"
local parts = "其他信息291条。"

-- The clean report with one more sentence in its overview.
local function with(sentence)
  return { { anchor, anchor .. sentence } }
end

return cases {
  { name = "every sum holds", base = "clean-2021", expect = { state = "pass" } },
  { name = "sums of the form of 2019", base = "clean-2019", expect = { state = "pass" } },
  { name = "sums of an old report", base = "clean-2008", expect = { state = "pass" } },
  { name = "no whole with parts", document = "柳汀镇人民政府2023年政府信息公开工作年度报告\n\n一、总体情况\n\n全年没有收到申请。", format = "text",
    expect = { state = "notapplicable", reason = "no-sums" } },
  { name = "the parts exceed the whole", base = "clean-2021", edits = { { "不动产登记类418条", "不动产登记类481条" } },
    expect = { state = "fail", severity = "minor", expected = "1264", found = "1327", findings = 1, at = { section = "overview" } } },
  { name = "a list with 其他 falls short", base = "clean-2021", edits = { { parts, "其他信息219条。" } },
    expect = { state = "fail", expected = "1264", found = "1192" } },
  { name = "an open list falls short", base = "clean-2021", edits = { { "、其他信息291条。", "等。" } },
    expect = { state = "informational", expected = "1264", found = "973" } },
  { name = "the whole is mistyped", base = "clean-2008", edits = { { "236条，其中", "263条，其中" } },
    expect = { state = "informational", expected = "263", found = "236" } },
  { name = "parts in a bracket exceed their whole", base = "clean-2021", edits = with("发放手册600份（机关200份、乡镇300份、村200份）。"),
    expect = { state = "fail", expected = "600", found = "700" } },
  { name = "the inner list of two is wrong", base = "clean-2021",
    edits = with("解读材料40篇，其中图解15篇（其中原创9篇、转载8篇），视频5篇，文字20篇。"), expect = { state = "fail", expected = "15", found = "17", findings = 1 } },
  { name = "semicolons and full stops between whole and parts", base = "clean-2021",
    edits = with("受理来电90次。其中：咨询60次；投诉25次；其他10次。"), expect = { state = "fail", expected = "90", found = "95" } },
  { name = "what was handled, not what was carried over", trap = true, base = "clean-2021",
    edits = with("另办结信访件35件，结转下年度2件。其中，予以公开20件，部分公开6件，无法提供9件。"), expect = { state = "pass" } },
  { name = "two wholes: neither is sure", trap = true, base = "clean-2021", edits = with("办理建议48件、提案61件，其中主办件70件。"), expect = { state = "pass" } },
  { name = "a comparison with last year is no part", trap = true, base = "clean-2021",
    edits = with("发布视频50条，较上年增加12条，其中原创30条、转载20条。"), expect = { state = "pass" } },
  { name = "last year's figures are no parts", trap = true, base = "clean-2021",
    edits = with("发布图文50条（上年44条），其中原创30条（上年26条）、转载20条（上年18条）。"), expect = { state = "pass" } },
  { name = "the next statement is no part", trap = true, base = "clean-2021",
    edits = with("发布视频50条，其中原创30条，转载20条，发布音频8条。"), expect = { state = "pass" } },
  { name = "rough numbers prove nothing", trap = true, base = "clean-2021", edits = with("发放手册约5000份，其中机关2100余份、村社3200余份。"), expect = { state = "pass" } },
  { name = "units that differ are not added", trap = true, base = "clean-2021",
    edits = with("开展活动5场，其中邀请群众200人次、发放手册300份。"), expect = { state = "pass" } },
  { name = "numbers in titles, document numbers and dates", trap = true, base = "clean-2021",
    edits = with("落实《2023年重点任务80条》（青政办〔2023〕15号），明确任务12项，其中第三季度完成8项。"), expect = { state = "pass" } },
  { name = "traditional script, a catch-all 等", document = [[
柳汀鎮人民政府2020年政府信息公開工作年度報告

一、總體情況

2020年,我鎮主動公開專題信息90條,含文件類0條,其他文件20條,動態等信息40條。對群眾關心的財政、農業、醫療等領域及時發布,組織業務培訓。
]], format = "text", expect = { state = "fail", expected = "90", found = "60" } },
  { name = "a subtotal within the list", trap = true, base = "clean-2021",
    edits = with("发布信息60条。其中，网站发布动态12条、其他30条，共发布42条；专题专栏发布18条。"), expect = { state = "pass" } },
  { name = "a subtotal, and the list behind it falls short", base = "clean-2021",
    edits = with("发布信息60条。其中，网站发布动态12条、其他30条，共发布42条；其他栏目发布8条。"),
    expect = { state = "fail", expected = "60", found = "50", findings = 1 } },
  { name = "what adds up nothing is no subtotal", base = "clean-2021",
    edits = with("发布信息60条，其中动态12条、其他30条，共召开发布会40条。"), expect = { state = "fail", expected = "60", found = "42" } },
  { name = "a total behind its parts is too small", base = "clean-2021", edits = with("发布图解12篇、视频9篇、问答7篇，共计25篇。"),
    expect = { state = "fail", expected = "25", found = "28", findings = 1 } },
  { name = "a total behind its parts is too large", base = "clean-2021", edits = with("接待来访40人次、来电65人次，合计115人次。"),
    expect = { state = "fail", expected = "115", found = "105" } },
  { name = "a total of other things than stand before it", trap = true, base = "clean-2021",
    edits = with("覆盖12个乡镇、4个街道，共160个村。"), expect = { state = "pass" } },
  { name = "the whole divided in a second way", base = "clean-2021",
    edits = with("受理来电90次，其中咨询60次，投诉30次。从区域看，城区52次，乡镇30次，其他18次。"), expect = { state = "fail", expected = "90", found = "100", findings = 1 } },
  { name = "among so many", base = "clean-2021", edits = with("在70份手册中，机关25份、乡镇50份。"), expect = { state = "fail", expected = "70", found = "75" } },
  { name = "parts that need no word before them", base = "clean-2021", edits = with("有政务公开工作人员9名，专职3名、兼职7名。"),
    expect = { state = "fail", expected = "9", found = "10" } },
  { name = "two wholes of a sentence, each with its parts", base = "clean-2021",
    edits = with("办理提案18份，其中主办11份、协办7份；编发简报30份，其中工作动态19份、经验交流13份。"), expect = { state = "fail", expected = "30", found = "32", findings = 1 } },
  { name = "what was withdrawn is not what is divided", trap = true, base = "clean-2021",
    edits = with("全年登记查询70份，2份由查询人撤回。登记查询中，个人52份，占74.3%；单位18份，占25.7%。"), expect = { state = "pass" } },
  { name = "bodies of two kinds are graded together", trap = true, base = "clean-2021",
    edits = with("46家部门、12个乡镇参加测评，其中优秀18家、良好31家、合格9家。"), expect = { state = "pass" } },
  { name = "what was published twice is counted twice", trap = true, base = "clean-2021",
    edits = with("编发动态86条，其中网站53条，公众号41条，部分动态在两处同步刊出。"), expect = { state = "pass" } },
  { name = "the member that is wrong is named", base = "clean-2021", edits = { { "不动产登记类418条", "不动产登记类481条" } },
    expect = { state = "fail", at = { quote = "不动产登记类481条" } } },
  { name = "a member larger than its whole is named", base = "clean-2021", edits = with("发放手册600份（机关200份、乡镇700份）。"),
    expect = { state = "fail", at = { quote = "乡镇700份" } } },
  { name = "where any may be wrong, the whole is named", base = "clean-2021",
    edits = with("受理来电90次，其中咨询61次，投诉32次，其他73次。"), expect = { state = "fail", at = { quote = "受理来电90次" } } },
}
