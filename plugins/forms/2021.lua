-- The official layout for reports on the years 2021 and later.
-- Issued as 国办公开办函〔2021〕30号 with the annex 政府信息公开工作年度报告格式.
--
-- To prepare next year's form, copy this file (into the forms/ folder of a pack), change `id` and `years`,
-- add like = "2021", then change the labels. Nothing else of the program needs to be touched.
--
--   id         the form's name; results show it
--   like       another form: rules that hold for that one, and the articles they cite, hold for this one too
--   years      first and last report year; leave `last` out while the form is valid. Of two forms that are
--              valid for a year, the one that began later counts
--   sections   in their order (`order`; without it a section may stand anywhere)
--     title      the official heading without its number      titles   other wordings that are official too
--     class      regular expression: any heading that means this section
--     content    regular expressions: text that treats the matter, for forms that leave sections free
--     required   the report must have it
--   tables
--     heads      other texts in the table's header: captions, corner note, headings above columns
--     columns    key, name (as shown to people), label (as printed), aliases (also accepted),
--                type: count (default), signed, money; group: the heading above
--     rows       the same; columns = the keys of the columns that this row has (default: all);
--                unit: what its figures are counted in; optional = true: its absence is no defect
--     record     the table is one line of figures under several header rows; the rows are groups of columns
--     equations  rule: the duty; each = "row": holds in every row, the keys are columns;
--                each = "column": in every column, the keys are rows;
--                stated = parts added up, or left = right (both sums)
--     bounds     what plausible figures keep to; each as above, name: what is said where it is broken;
--                sum is not more than that of most; or where it is above zero, so is that of needs; with neither it
--                is zero. lines: only in these; levels, except: for which bodies (except: names of agencies)
--
-- Labels are compared without ordinals, blanks, punctuation and notes in brackets.

local title = {
  requests = { zh = "表三 收到和处理政府信息公开申请情况", en = "Table 3: requests received and handled" },
  disputes = { zh = "表四 政府信息公开行政复议、行政诉讼情况", en = "Table 4: reviews and lawsuits" },
  disclosure = { zh = "表二 主动公开政府信息情况", en = "Table 2: proactive disclosure" },
}

local results = {
  "granted", "partial", "refused.1", "refused.2", "refused.3", "refused.4", "refused.5", "refused.6",
  "refused.7", "refused.8", "unavailable.1", "unavailable.2", "unavailable.3", "declined.1", "declined.2",
  "declined.3", "declined.4", "declined.5", "other.1", "other.2", "other.3",
}

-- Of departments those may have regulations in their table that make them (of the State Council) or that report for a
-- government.
local rulemakers = "政府.{0,6}办公[厅室]|公开.{0,8}办公室$|^(?:国家|中国|国务院|中华人民共和国)(?!.*(?:[省县区州旗]|市(?!场)))"
  .. "|^[^省市县区州旗]{2,12}(?:部|总署|审计署)$"

return form {
  id = "2021",
  years = { first = 2021 },

  sections = {
    { key = "overview", order = 1, required = true, title = "总体情况",
      class = "^(?!.*(?:主动公开|申请|复议|诉讼|问题|其他|收费)).*(?:总体(?:工作)?情况|总体概况|概述|概况|综述|基本(?:工作)?情况)" },
    { key = "disclosure", order = 2, required = true, title = "主动公开政府信息情况",
      titles = { "主动公开政府信息的情况", "行政机关主动公开政府信息情况", "行政机关主动公开政府信息的情况" },
      class = "^(?!.*(?:问题|不足|申请|建议|提案|解读)).*主动公开" },
    { key = "requests", order = 3, required = true, title = "收到和处理政府信息公开申请情况",
      titles = { "行政机关收到和处理政府信息公开申请情况", "行政机关收到和处理政府信息公开申请的情况", "收到和处理政府信息公开申请的情况" },
      class = "^(?!.*(?:复议|诉讼|收费|问题|不足)).*(?:依申请|(?:收到|受理|处理|办理|答复).{0,14}申请|申请.{0,8}(?:受理|处理|办理|答复)|信息公开申请)" },
    { key = "disputes", order = 4, required = true, title = "政府信息公开行政复议、行政诉讼情况",
      titles = { "因政府信息公开工作被申请行政复议、提起行政诉讼情况", "因政府信息公开工作被申请行政复议、提起行政诉讼的情况" },
      class = "^(?!.*(?:问题|不足)).*(?:复议|诉讼)" },
    { key = "problems", order = 5, required = true, title = "存在的主要问题及改进情况",
      titles = { "政府信息公开工作存在的主要问题及改进情况" },
      class = "问题|不足|改进(?:情况|措施|举措|方向|打算|意见)|工作(?:打算|计划|安排|思路|展望)|下一?步" },
    { key = "other", order = 6, required = true, title = "其他需要报告的事项",
      titles = { "其他需要报告事项" },
      class = "其他.{0,8}(?:报告|说明|公开|工作).{0,6}(?:事项|情况|内容)|需要?(?:报告|说明)的?(?:其他|有关)?.{0,4}(?:事项|情况)|其他(?:事项|情况)$" },
  },

  tables = {
    {
      key = "disclosure", section = "disclosure", name = title.disclosure,
      heads = { "信息内容", "第二十条第（一）项", "第二十条第（五）项", "第二十条第（六）项", "第二十条第（八）项" },
      columns = {
        { key = "made", name = { zh = "本年制发件数", en = "issued this year" }, label = "本年制发件数",
          aliases = { "本年制发数", "本年制发数量", "制发件数" } },
        { key = "repealed", name = { zh = "本年废止件数", en = "repealed this year" }, label = "本年废止件数",
          aliases = { "本年废止数", "本年废止数量", "废止件数" } },
        { key = "valid", name = { zh = "现行有效件数", en = "in force" }, label = "现行有效件数",
          aliases = { "现行有效数", "现行有效数量" } },
        { key = "decisions", name = { zh = "本年处理决定数量", en = "decisions this year" },
          label = "本年处理决定数量", aliases = { "处理决定数量", "本年处理决定数", "本年处理决定" } },
        { key = "amount", name = { zh = "本年收费金额", en = "fees charged this year" }, type = "money",
          label = "本年收费金额（单位：万元）", aliases = { "收费金额", "本年收费总金额", "本年收费金额单位万元" } },
      },
      rows = {
        { key = "regulations", name = { zh = "规章", en = "regulations" }, label = "规章",
          columns = { "made", "repealed", "valid" }, group = "第二十条第（一）项" },
        { key = "normative", name = { zh = "行政规范性文件", en = "normative documents" }, label = "行政规范性文件",
          aliases = { "规范性文件" }, columns = { "made", "repealed", "valid" }, group = "第二十条第（一）项" },
        { key = "licences", name = { zh = "行政许可", en = "licences" }, label = "行政许可",
          aliases = { "行政许可事项", "行政许可项目", "行政许可决定" },
          columns = { "decisions" }, group = "第二十条第（五）项" },
        { key = "penalties", name = { zh = "行政处罚", en = "penalties" }, label = "行政处罚",
          aliases = { "行政处罚事项", "行政处罚项目", "行政处罚决定", "行政处罚案件" },
          columns = { "decisions" }, group = "第二十条第（六）项" },
        { key = "coercion", name = { zh = "行政强制", en = "coercive measures" }, label = "行政强制",
          aliases = { "行政强制措施", "行政强制事项", "行政强制项目", "行政强制决定" }, columns = { "decisions" }, group = "第二十条第（六）项" },
        { key = "fees", name = { zh = "行政事业性收费", en = "administrative fees" }, label = "行政事业性收费",
          aliases = { "行政事业性收费项目", "行政事业收费", "行政事业性收费情况", "行政事业性收费金额" },
          columns = { "amount" }, unit = "万元", group = "第二十条第（八）项" },
      },
      bounds = {
        { rule = "disclosure.plausible", each = "row", sum = { "made" }, most = { "repealed", "valid" },
          name = { zh = "本年制发而未废止的件数多于现行有效件数", en = "more were issued and not repealed than are in force" } },
        { rule = "disclosure.plausible", each = "row", lines = { "regulations" }, sum = { "made", "repealed", "valid" },
          levels = { "county", "township", "department", "zone" }, except = rulemakers,
          name = { zh = "本机关没有规章制定权，规章一行不应有数字", en = "this body has no power to make regulations" } },
      },
    },
    {
      key = "requests", section = "requests", name = title.requests,
      heads = { "申请人情况", "法人或其他组织", "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
                "三、本年度办理结果", "（三）不予公开", "（四）无法提供", "（五）不予处理", "（六）其他处理" },
      columns = {
        { key = "natural", name = { zh = "自然人", en = "natural persons" }, label = "自然人", aliases = { "公民" } },
        { key = "business", name = { zh = "商业企业", en = "businesses" }, label = "商业企业", group = "法人或其他组织" },
        { key = "research", name = { zh = "科研机构", en = "research institutions" }, label = "科研机构",
          group = "法人或其他组织" },
        { key = "welfare", name = { zh = "社会公益组织", en = "public welfare organisations" }, label = "社会公益组织",
          aliases = { "公益组织" }, group = "法人或其他组织" },
        { key = "legal", name = { zh = "法律服务机构", en = "legal service institutions" }, label = "法律服务机构",
          group = "法人或其他组织" },
        { key = "other", name = { zh = "其他", en = "other" }, label = "其他", aliases = { "其他组织", "其它" },
          group = "法人或其他组织" },
        { key = "all", name = { zh = "总计", en = "total" }, label = "总计", aliases = { "合计" } },
      },
      rows = {
        { key = "new", name = { zh = "本年新收", en = "received this year" }, label = "一、本年新收政府信息公开申请数量",
          aliases = { "本年新收政府信息公开申请数", "本年新收政府信息公开申请", "本年度新收政府信息公开申请数量", "本年新收申请数量" } },
        { key = "carried_in", name = { zh = "上年结转", en = "carried over from last year" },
          label = "二、上年结转政府信息公开申请数量",
          aliases = { "上年结转政府信息公开申请数", "上年结转政府信息公开申请", "上年度结转政府信息公开申请数量", "上年结转申请数量" } },
        { key = "granted", name = { zh = "予以公开", en = "granted" }, label = "（一）予以公开", group = "三、本年度办理结果" },
        { key = "partial", name = { zh = "部分公开", en = "partly granted" },
          label = "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", group = "三、本年度办理结果" },
        { key = "refused.1", name = { zh = "不予公开·国家秘密", en = "refused: state secret" },
          label = "1.属于国家秘密", group = "（三）不予公开" },
        { key = "refused.2", name = { zh = "不予公开·法律行政法规禁止", en = "refused: forbidden by law" },
          label = "2.其他法律行政法规禁止公开", aliases = { "其他法律法规禁止公开" }, group = "（三）不予公开" },
        { key = "refused.3", name = { zh = "不予公开·三安全一稳定", en = "refused: security and stability" },
          label = "3.危及“三安全一稳定”", group = "（三）不予公开" },
        { key = "refused.4", name = { zh = "不予公开·第三方权益", en = "refused: rights of third parties" },
          label = "4.保护第三方合法权益", group = "（三）不予公开" },
        { key = "refused.5", name = { zh = "不予公开·内部事务信息", en = "refused: internal affairs" },
          label = "5.属于三类内部事务信息", group = "（三）不予公开" },
        { key = "refused.6", name = { zh = "不予公开·过程性信息", en = "refused: deliberations" },
          label = "6.属于四类过程性信息", group = "（三）不予公开" },
        { key = "refused.7", name = { zh = "不予公开·行政执法案卷", en = "refused: enforcement files" },
          label = "7.属于行政执法案卷", group = "（三）不予公开" },
        { key = "refused.8", name = { zh = "不予公开·行政查询事项", en = "refused: matter of inquiry" },
          label = "8.属于行政查询事项", group = "（三）不予公开" },
        { key = "unavailable.1", name = { zh = "无法提供·不掌握", en = "unavailable: not held" },
          label = "1.本机关不掌握相关政府信息", group = "（四）无法提供" },
        { key = "unavailable.2", name = { zh = "无法提供·需另行制作", en = "unavailable: would have to be made" },
          label = "2.没有现成信息需要另行制作", group = "（四）无法提供" },
        { key = "unavailable.3", name = { zh = "无法提供·补正后仍不明确", en = "unavailable: unclear after correction" },
          label = "3.补正后申请内容仍不明确", group = "（四）无法提供" },
        { key = "declined.1", name = { zh = "不予处理·信访举报投诉", en = "declined: petition or complaint" },
          label = "1.信访举报投诉类申请", group = "（五）不予处理" },
        { key = "declined.2", name = { zh = "不予处理·重复申请", en = "declined: repeated" },
          label = "2.重复申请", group = "（五）不予处理" },
        { key = "declined.3", name = { zh = "不予处理·公开出版物", en = "declined: published works" },
          label = "3.要求提供公开出版物", group = "（五）不予处理" },
        { key = "declined.4", name = { zh = "不予处理·大量反复申请", en = "declined: excessive" },
          label = "4.无正当理由大量反复申请", group = "（五）不予处理" },
        { key = "declined.5", name = { zh = "不予处理·确认或重新出具", en = "declined: confirmation of known information" },
          label = "5.要求行政机关确认或重新出具已获取信息",
          aliases = { "要求行政机关确认或者重新出具已获取信息" }, group = "（五）不予处理" },
        { key = "other.1", name = { zh = "其他处理·逾期不补正", en = "other: not corrected in time" },
          label = "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
          aliases = { "申请人无正当理由逾期不补正" }, group = "（六）其他处理" },
        { key = "other.2", name = { zh = "其他处理·逾期未缴费", en = "other: fee not paid in time" },
          label = "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
          aliases = { "申请人逾期未按收费通知要求缴纳费用" }, group = "（六）其他处理" },
        { key = "other.3", name = { zh = "其他处理·其他", en = "other: rest" },
          label = "3.其他", aliases = { "3.其它" }, group = "（六）其他处理" },
        { key = "total", name = { zh = "办理结果总计", en = "results in total" }, label = "（七）总计",
          aliases = { "合计" }, group = "三、本年度办理结果" },
        { key = "carried_out", name = { zh = "结转下年度", en = "carried over to next year" },
          label = "四、结转下年度继续办理", aliases = { "结转下年度继续办理数量", "结转下年继续办理" } },
      },
      equations = {
        { rule = "requests.row-total", each = "row", stated = "all",
          parts = { "natural", "business", "research", "welfare", "legal", "other" } },
        { rule = "requests.results-total", each = "column", stated = "total", parts = results },
        { rule = "requests.balance", each = "column",
          left = { "new", "carried_in" }, right = { "total", "carried_out" } },
      },
    },
    {
      key = "disputes", section = "disputes", name = title.disputes, record = true,
      heads = { "行政诉讼" },
      columns = {
        { key = "upheld", name = { zh = "结果维持", en = "upheld" }, label = "结果维持" },
        { key = "corrected", name = { zh = "结果纠正", en = "corrected" }, label = "结果纠正" },
        { key = "other", name = { zh = "其他结果", en = "other" }, label = "其他结果" },
        { key = "pending", name = { zh = "尚未审结", en = "pending" }, label = "尚未审结" },
        { key = "total", name = { zh = "总计", en = "total" }, label = "总计", aliases = { "合计" } },
      },
      rows = {
        { key = "review", name = { zh = "行政复议", en = "administrative review" }, label = "行政复议" },
        { key = "direct", name = { zh = "行政诉讼·未经复议直接起诉", en = "lawsuits without review" },
          label = "未经复议直接起诉", group = "行政诉讼" },
        { key = "after_review", name = { zh = "行政诉讼·复议后起诉", en = "lawsuits after review" },
          label = "复议后起诉", group = "行政诉讼" },
      },
      equations = {
        { rule = "disputes.total", each = "row", stated = "total",
          parts = { "upheld", "corrected", "other", "pending" } },
      },
    },
  },
}
