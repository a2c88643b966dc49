return cases {
  { name = "simplified characters", base = "clean-2021", expect = { state = "pass" } },
  { name = "a page in simplified characters", base = "clean-2021.html", expect = { state = "pass" } },
  { name = "a name that keeps a traditional character", trap = true, base = "clean-2021", edits = { { "接待查询409人次。", "接待查询409人次，展出甯氏族谱与朱镕基、乾隆时期地契。" } },
    expect = { state = "pass" } },
  { name = "a traditional mirror", document = [[
柳汀鎮人民政府2020年政府信息公開工作年度報告

一、總體情況

2020年,我鎮嚴格按照條例規定,進一步擴大主動公開的範圍,對群眾關心的財政、農業、醫療等領域的信息及時發布,組織業務培訓,開展監督檢查,確保各項任務落實。

五、存在的主要問題及改進情況

存在的問題是部門報送信息還不夠及時,下一步將強化責任,實行每月通報。
]], format = "text", expect = { state = "fail", severity = "advice", findings = 1, at = { line = 1 } } },
  { name = "what is no annual report has no such duty", base = "no-report", expect = { state = "notapplicable", reason = "not-a-report" } },
  { name = "one passage that was pasted", base = "clean-2021", edits = { { "接待查询409人次。", "接待查询409人次。窗口單位應當將辦事條件、時間和費用逐項說明，遇有變動隨時發佈。" } },
    expect = { state = "fail", severity = "advice", findings = 1, at = { section = "overview" } } },
  { name = "names of works that keep their characters", trap = true, base = "clean-2021",
    edits = { { "接待查询409人次。", "接待查询409人次。展出《縣誌·學校門》《農業叢書》和“東嶽廟會”題刻拓片。" } }, expect = { state = "pass" } },
}
