-- What the text may say about table four: reviews and lawsuits, and how they ended.

local of_cases = "(?:的)?(?:数量|总数|总量|件数|数|量)?(?:共计|共|合计|总计|一共|仅|只有)?(?:均|都|皆)?(?:发生|产生|收到|为|有|是|:)?$"

-- Reviews and lawsuits of this work only: in their own section, or where the text speaks of it.
local of_this_work = { before = "信息公开|依申请|政务公开" }
-- Reviews and lawsuits about something else.
-- "13件政府信息公开行政复议案件" says by itself what it is about.
local of_this = "^(?:涉及|有关|关于)?(?:政府信息公开|信息公开|依申请公开)(?:的|类|方面的?|领域的?)?"
local happened = "(?:发生|引发|收到|有|被|受理|办理|产生|新增|^)$"
local of_others = "(?:行政处罚|行政许可|征收|征地|拆迁|工伤|不作为|各类|其他)[^,。;、0-9]{0,8}(?:复议|诉讼|应诉)"
  .. "|因(?:(?!公开)[^,。;、0-9]){2,16}(?:引发|引起|产生|不服)|作为(?:行政)?复议机(?:关|构)|复议机构|法院(?:全年|共)*(?:审结|受理|审理|收)"
local other_cases = of_others .. "|受理(?:的)?(?:各类)?行政复议申请|上年度?结转|往年|执法(?!(?:办案)?信息公开|案卷)|法治|出庭|应诉|(?:审结|办结|维持|纠正|败诉|胜诉|纠错|未审|撤)[^,;()0-9]*$"

-- How reviews and lawsuits ended. Which of them is meant, the last one named in the sentence tells.
local plain_review = "(?<!经)(?<!经行政)复议(?!后|起诉|直接)"
local function last_named(result)
  local beside = result.beside or ""
  return plain_review .. beside .. "(?:(?!诉讼|起诉|应诉|法院).)*$", "(?:诉讼|起诉|应诉)" .. beside .. "(?:(?!" .. plain_review .. ").)*$"
end
local in_hand = "尚未审结|尚未办结|未审结|未办结|未结案|未结|正在审理(?:中)?|尚在审理(?:中)?|仍在审理(?:中)?|审理中|在审"
local ended = {
  { key = "upheld", words = "维持", label = "(?:^|[^未])维持(?:原[^,。;:、0-9]{0,8})?", tail = "(?:结果|判决)?维持" },
  { key = "corrected", words = { "纠正", "纠错" }, label = "(?:^|[^未])(?:纠正|纠错)", tail = "(?:纠正|纠错)" },
  { key = "pending", words = { "审结", "办结", "未结", "结案", "审理", "审理中", "在审" }, label = "(?:" .. in_hand .. ")", tail = "(?:" .. in_hand .. ")" },
  { key = "other", words = { "其他结果", "其他" }, label = "(?:其他结果|^其他(?:情形|情况)?)", tail = "其他(?:结果|情形|情况)?", beside = "(?=.*(?:维持|纠))" },
}

local things = {}
for _, result in ipairs(ended) do
  local direct, after = "direct." .. result.key, "after_review." .. result.key
  local of_review, of_suits = last_named(result)
  local behind = "^(?:案件)?(?:已|被|均|由[^,。;:、0-9]{2,10})?(?:判决|结果|裁定)?(?:为)?" .. result.tail .. "(?!率|费)"
  for _, of in ipairs({
    { "review", "复议", of_review, { { "review." .. result.key } } },
    { "suits", "诉", of_suits, { { direct, after }, { direct }, { after } } },
  }) do
    for _, said in ipairs({
      { words = result.words, label = result.label .. "(?:的)?(?:案件)?(?:的)?(?:有|为|共|各)?$" },
      { words = of[2], label = "(?:复议|诉讼|起诉)(?:案件)?(?:结果)?(?:中|里|当中|为)?$", tail = behind },
      { label = "^(?:其中|有|另有|其余|剩余|结果为?|:)?$", tail = behind },
    }) do
      things[#things + 1] = { key = of[1] .. "." .. result.key, words = said.words, table = "disputes", cells = of[4], where = of_this_work, home = "disputes",
        fits = { label = said.label, tail = said.tail, sentence = of[3] },
        unless = { sentence = of_others .. "|受理(?:的)?(?:各类)?行政复议申请|(?<![比较与同])上年|结转|往年|执法(?!(?:办案)?信息公开)|法治|出庭|赔偿|仲裁|民事|刑事|投诉|共同被告" } }
    end
  end
end

for _, thing in ipairs({
  { key = "review", words = { "复议", "申请" }, table = "disputes", cells = { { "review.total" } }, where = of_this_work, home = "disputes",
    fits = { label = "(?:行政)?复议(?:案件|申请|案|事项)?(?:收案|立案)?" .. of_cases },
    unless = { clause = other_cases, label = "诉讼|未经" } },
  { key = "review", table = "disputes", cells = { { "review.total" } }, where = of_this_work, home = "disputes",
    fits = { label = happened, tail = "^行政复议(?!诉讼|、|和|及|与|被|纠|后)" },
    unless = { clause = other_cases } },
  { key = "review", table = "disputes", cells = { { "review.total" } }, unless = { clause = other_cases },
    fits = { label = happened, tail = of_this .. "行政复议(?!诉讼|、|和|及|与|被|纠|后)" } },
  { key = "direct", words = "诉", table = "disputes", cells = { { "direct.total" } }, where = of_this_work, home = "disputes",
    fits = { label = "(?:未经(?:行政)?复议|^|其中)直接(?:起诉|提起诉讼|提起行政诉讼)(?:的)?(?:政府信息公开|信息公开)?(?:行政诉讼)?(?:案件)?(?:共)?$" }, unless = { clause = other_cases } },
  { key = "after_review", words = "诉", table = "disputes", cells = { { "after_review.total" } }, where = of_this_work, home = "disputes",
    fits = { label = "复议后(?:又|再|继续)?(?:被)?(?:起诉|提起诉讼|提起行政诉讼)(?:的)?(?:政府信息公开|信息公开)?(?:行政诉讼)?(?:案件)?(?:共)?$" }, unless = { clause = other_cases } },
  { key = "disputes", words = "诉", table = "disputes", cells = { { "review.total", "direct.total", "after_review.total" } },
    where = of_this_work, home = "disputes",
    fits = { label = "(?:行政诉讼|诉讼)(?:案件|案|事项)?" .. of_cases,
      before = "复议[^、,。;:()0-9]{0,6}诉讼[^、,。;:()0-9]*$|复议(?:案件|申请)?[、和及或与] ?(?:被)?(?:提起)?(?:行政)?诉讼(?:案件|案)?" .. of_cases },
    unless = { clause = other_cases, label = "直接|后" } },
  { key = "suits", words = "诉", table = "disputes", cells = { { "direct.total", "after_review.total" } }, where = of_this_work, home = "disputes",
    fits = { label = "(?:行政诉讼|诉讼|被起诉)(?:案件|案|事项)?(?:收案|立案)?" .. of_cases }, unless = { clause = other_cases, label = "直接|后" } },
  { key = "suits", table = "disputes", cells = { { "direct.total", "after_review.total" } }, where = of_this_work, home = "disputes",
    fits = { label = "(?:发生|引发|收到|有|被|提起|产生|新增|^)$", tail = "^行政诉讼(?!、|和|及|与|被|败)" },
    unless = { clause = other_cases } },
  { key = "suits", table = "disputes", cells = { { "direct.total", "after_review.total" } }, unless = { clause = other_cases },
    fits = { label = happened, tail = of_this .. "行政诉讼(?!、|和|及|与|被|败)" } },
}) do
  things[#things + 1] = thing
end

return things
