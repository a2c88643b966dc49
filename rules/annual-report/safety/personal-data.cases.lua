local anchor = "接待查询409人次。"

local function with(sentence)
  return { { anchor, anchor .. sentence } }
end

local function clean(name, sentence)
  return { name = name, trap = true, base = "clean-2021", edits = with(sentence), expect = { state = "pass" } }
end

return cases {
  { name = "telephone, mailbox and address of the office", base = "clean-2021", expect = { state = "pass" } },
  { name = "the same on a page", base = "clean-2021.html", expect = { state = "pass" } },
  { name = "an identity number", base = "clean-2021", edits = with("申请人赵某（身份证号330199197803075125）已答复。"),
    expect = { state = "fail", severity = "veto", found = "330***********5125", findings = 1 } },
  { name = "an identity number in groups, without a word", base = "clean-2021", edits = with("钱某，330199 19780307 5125。"),
    expect = { state = "fail", severity = "veto", found = "330***********5125" } },
  { name = "a bank card", base = "clean-2021", edits = with("补贴汇入卡号6228480402564890018。"),
    expect = { state = "fail", severity = "veto", found = "622************0018" } },
  { name = "a mobile number", base = "clean-2021", edits = with("联系人孙某，手机13800001111。"),
    expect = { state = "fail", severity = "minor", found = "138****1111" } },
  { name = "a mobile number in groups", base = "clean-2021", edits = with("联系人孙某，138 0000 1111。"),
    expect = { state = "fail", severity = "minor", found = "138****1111" } },
  clean("a wrong check digit is no identity number", "登记330199197803075120一份。"),
  clean("an organisation's code", "统一社会信用代码11330199MB0123456X，代码113301990025068899。"),
  clean("index numbers and numbers of requests", "索引号002482019/2023-00012，受理编号2023115023000013800001111，项目代码2301-330199-04-01-123456。"),
  clean("a code of 18 digits that begins like a card", "公告620100202300012347号已归档，台账622848040256489009存档。"),
  clean("masked numbers", "来电138****1111，身份证330199********5125。"),
  clean("office telephones and hotlines", "电话0799-3316020、07993316021、12345，传真3316022，800-8100000。"),
  clean("an account of the treasury", "缴入财政专户，账号6228480402564890018。"),
  { name = "thousands of numbers are no less a leak", base = "clean-2021", edits = with(string.rep("赵某330199197803075125。", 10000)),
    expect = { state = "fail", severity = "veto" } },
  clean("the day of birth of a project", "项目编号330199202301010012，标段19780307。"),
  { name = "a page without a word", document = "<html><head><title></title></head><body><p> </p></body></html>", format = "html",
    expect = { state = "notapplicable", reason = "no-text" } },
  { name = "a page that is only a picture was not read", document = '<html><body><p><img src="nb.png" width="700"></p></body></html>', format = "html",
    expect = { state = "unknown", reason = "only-pictures" } },
  { name = "the identity number of who applied", base = "clean-2021",
    edits = with("受理人身份证号为330199197803075125。"), expect = { state = "fail", severity = "veto" } },
  clean("a sum of money of eleven digits", "公开资金13857961234元的拨付情况。"),
  { name = "an identity number of the first generation", base = "clean-2021", edits = with("申请人孙某（身份证号330199 680229 341）已答复。"),
    expect = { state = "fail", severity = "veto", found = "330********9341", findings = 1 } },
  clean("fifteen digits that nobody calls an identity number, or that hold no day", "台账330199680229341，受理号330199670421512；身份证号330199671329341录入有误。"),
}
