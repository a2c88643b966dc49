local anchor = "接待查询409人次。"

local function with(sentence)
  return { { anchor, anchor .. sentence } }
end

local function wrong(name, sentence, found, expected)
  return { name = name, base = "clean-2021", edits = with(sentence),
    expect = { state = "fail", severity = "minor", findings = 1, found = found, expected = expected } }
end

local function right(name, sentence)
  return { name = name, trap = true, base = "clean-2021", edits = with(sentence), expect = { state = "pass" } }
end

return cases {
  { name = "the format by its number", base = "clean-2021", expect = { state = "pass" } },
  { name = "an old report", base = "clean-2008", expect = { state = "pass" } },
  wrong("a year that is not there yet", "落实青政办发〔2302〕15号文件。", "发〔2302〕15号"),
  wrong("year and number swapped", "落实青政办发2023〔15〕号文件。", "办发2023〔15〕号", "〔2023〕15号"),
  wrong("the year with its word", "落实青政办发〔2023年〕15号文件。", "办发〔2023年〕15号", "〔2023〕15号"),
  wrong("a word before the number", "落实青政办发〔2023〕第15号文件。", "办发〔2023〕第15号", "〔2023〕15号"),
  wrong("a word before the number, in round brackets", "落实青政办发（2023）第15号文件。", "办发（2023）第15号", "〔2023〕15号"),
  right("orders, announcements and decisions have that word", "依据国务院令第711号、青禾县人民政府公告〔2023〕第2号和青政复决字〔2023〕第5号决定书。"),
  wrong("the national office under another name", "按照国务院办公厅政府信息与政府信息公开办公室的通知填报。",
    "国务院办公厅政府信息与政府信息公开办公室", "国务院办公厅政府信息与政务公开办公室"),
  wrong("another body's number", "执行《国务院办公厅关于印发中华人民共和国政府信息公开工作年度报告格式的通知》（国办公开办函〔2021〕30号）。",
    "国务院办公厅", "国务院办公厅政府信息与政务公开办公室"),
  wrong("the government for its office", "执行《国务院关于做好公开工作的通知》（国办发〔2022〕8号）。", "国务院", "国务院办公厅"),
  wrong("the format by a wrong number", "执行《政府信息公开工作年度报告格式》（国办函〔2021〕30号）。", "国办函〔2021〕30号"),
  wrong("the format, the office's letters short of one", "执行《政府信息公开工作年度报告格式》（国公开办函〔2021〕30号）。", "国公开办函〔2021〕30号"),
  wrong("no number behind the year", "落实有关通知（青政办发〔2023〕号）。", "青政办发〔2023〕号"),
  wrong("a year of five digits", "落实有关通知（青政办发〔20231〕5号）。", "青政办发〔20231〕5号"),
  wrong("a letter for nought", "落实有关通知（青政办发〔2O23〕5号）。", "青政办发〔2O23〕5号"),
  wrong("a letter in the number", "落实有关通知（青政办发〔2023〕1O号）。", "青政办发〔2023〕1O号"),
  wrong("two documents of one kind", "对照《青禾县档案管理办法》（青政发〔2023〕12号）和《青禾县车辆管理办法》（青政发〔2023〕12号）清理。",
    "《青禾县车辆管理办法》", "《青禾县档案管理办法》"),
  right("a title cited with a slip", "对照《公众查阅点管理办法》（青政发〔2023〕12号），修订《公众查询点管理办法》（青政发〔2023〕12号）。"),
  wrong("another body named before the title", "执行司法部《关于印发政府信息公开工作年度报告格式的通知》（国办公开办函〔2021〕30号）。", "司法部",
    "国务院办公厅政府信息与政务公开办公室"),
  right("the office named before the title", "执行国务院办公厅政府信息与政务公开办公室《关于印发政府信息公开工作年度报告格式的通知》（国办公开办函〔2021〕30号）。"),
  right("passed on by the county", "落实青禾县人民政府办公室转发的《政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）。"),
  wrong("one number for two documents", "印发《公众查阅点管理办法》（青自然发〔2023〕7号），修订《政务舆情回应细则》（青自然发〔2023〕7号）。",
    "《政务舆情回应细则》", "《公众查阅点管理办法》"),
  right("brackets of any kind", "落实青政办发[2023]15号、青政办发（2023）16号、青政办发﹝2023﹞17号、青政办发【2023】18号文件。"),
  right("lost marks", "落实国办公开办函〔202130号、国办发201724号、青政办发〔2023〕15文件。"),
  right("one document cited in short and in full",
    "落实《青禾县人民政府办公室关于印发公众查阅点管理办法的通知》（青政办发〔2023〕15号），对照《公众查阅点管理办法》（青政办发〔2023〕15号）自查。"),
  right("issued together", "印发《查阅办法》《答复规范》（青自然发〔2023〕7号），宣传《答复规范》（青自然发〔2023〕7号）。"),
  right("forwarded by the county under its own number", "执行《青禾县转发政府信息公开工作年度报告格式的通知》（青政办发〔2021〕44号）。"),
  right("the office under its name", "按照《国务院办公厅政府信息与政务公开办公室关于印发年度报告格式的通知》（国办公开办函〔2021〕30号）编制。"),
  right("an index and a telephone number are none", "索引号QH〔9999〕，电话（0799）3316020号线。"),
  right("a notice of the year after", "按照青政办函〔2024〕2号的要求编制。"),
  { name = "what is no annual report has no such duty", base = "no-report", expect = { state = "notapplicable", reason = "not-a-report" } },
  wrong("a year of two digits and no number", "按照《关于做好政务公开工作的通知》（青政办发〔23〕号）推进。", "青政办发〔23〕号"),
  right("the serial number of a window", "到便民服务处[15]号窗口办理。"),
  wrong("letters that nobody issues under", "落实全面推进政务公开的文件（国办法〔2016〕80号）。", "国办法", "国办发"),
  wrong("the letters of the official format's number are misspelt, which is one mistake", "按照《中华人民共和国政府信息公开工作年度报告格式》（国办公开函〔2021〕30号）编制。", "国办公开函", "国办公开办函"),
  wrong("neither year nor brackets filled in", "按照《关于做好政务公开工作的通知》（青政办发〔〕12号）推进。", "青政办发〔〕12号"),
  wrong("a province's title under a national number", "按照《省政府关于年度工作的通知》（国办公开办函〔2021〕30号）编制。", "省政府", "国务院办公厅政府信息与政务公开办公室"),
  wrong("no brackets, and a word before the serial number", "按照《政务公开工作要点》（青政办发2023第7号）推进。", "办发2023第7号", "〔2023〕7号"),
  right("the minutes of a meeting", "县政府办2023年第7号会议纪要已公开。"),
}
