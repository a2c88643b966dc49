-- Words that what is claimed of several tables is told by.

local claim_words = {}

-- An application for information, by the word before it: for the work itself, for whoever may ask, for how it is handled. There is
-- no end of other things that people apply for: 学位申请, 停车位申请, 社会保障申请.
claim_words.request = "(?:^|(?<=[依到收新共件宗份条起次0-9,。;:、(“的出交余述该此法本有与和及对将把在按以于因从由各每零])|(?<=(?<!报告|年报)公开|信息|受理|办理|处理|接收|收悉|有效|全部|所有|年度|结转|"
  .. "办结|答复|回复|重复|反复|补正|延期|逾期|到期|相关|有关"
  .. "|群众|公众|公民|村民|居民|市民|个人|法人|然人|请人|组织|企业|公司|单位|机构|律师|务所|媒体|团体|各界|公开类|信息类|诉类|报类|书面|网上|线上|在线|网络|信函|邮寄|邮件|传真|当面|现场|窗口|口头|形式|方式|渠道|平台|出版物))申请"

claim_words.ends = "(?:表|书|事项|案件|办件|办理件|件)?(?:的)?(?:数量|总数|总量|件数|量|数)?(?:共计|共|合计|总计|累计|一共)?(?:均|都)?(?:为|是|有|计|:|达|达到)?$"

-- What is carried over besides requests.
claim_words.other_matters = "信访|来信|来访|建议|提案|议案|留言|咨询|投诉|热线|工单|诉求|案件|复议|诉讼|仲裁|项目|线索|许可|登记|救助"
claim_words.received_verb = "(?:收到|接到|接收|受理|收悉|收办|(?<=全年|本年|[0-9]年|共|累计)收)"

return claim_words
