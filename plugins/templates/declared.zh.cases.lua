-- @ID@ 的案例。每条规则至少四种：通过、不通过、不适用，以及一个“陷阱”：看似有错，其实没错。
--
-- fragment 放进一份没有问题的年报，代替它的“总体情况”（换别的部分：section = "problems"）；
-- 以标签开头的片段放进网页，其他的放进纯文本。整份文件写 document，或用 base 加 edits 改几个字。
-- expect 里写什么就比什么：state 状态，at 位置，expected 应为，found 实为，findings 几处，severity 程度。

return cases {
  { name = "写到专区", fragment = "　　全区建成政务公开专区13个。", expect = { state = "pass" } },
  { name = "网页里写到专区", fragment = "<p>全区建成政府信息公开<b>专区</b>2个。</p>", expect = { state = "pass" } },
  { name = "没有写到专区", fragment = "　　全年公开信息120条。",
    expect = { state = "fail", severity = "advice", findings = 1, at = { section = "overview" } } },
  { name = "写在别的部分", section = "problems", fragment = "　　拟新建政务公开专区。", expect = { state = "fail" } },
  { name = "2018年度及以前没有这项要求", base = "clean-2008", expect = { state = "notapplicable" } },
  { name = "词中有空格", fragment = "　　全区建成 政务 公开 专区 13个。", trap = true, expect = { state = "pass" } },
}
