---@meta auditor
-- The plugin interface, version 1, for lua-language-server. The program writes this file:
-- auditor rules reference DIR

---Whatever can stand as a place.
---@class Handle

---A text in both languages; the one that is missing is taken from the other; numbers, too  
---两种语言的文字，缺一种时用另一种；数也可以
---@class Words
---@field zh? string|number Chinese; 中文
---@field en? string|number English; 英文

---A text for both languages, or one for each  
---一段文字，或两种语言各一段
---@alias Text string|Words

---The level of an agency  
---机关的层级
---@alias Level "province"|"city"|"county"|"township"|"department"|"zone"

---The script of a text  
---文字
---@alias Script "hans"|"hant"|"mixed"|"unknown"

---How grave a finding is  
---严重程度：否决、严重、一般、建议
---@alias Severity "veto"|"major"|"minor"|"advice"

---The state of a result  
---结果的状态
---@alias State "pass"|"fail"|"error"|"unknown"|"notapplicable"|"notchecked"|"notselected"|"informational"|"fixed"

---Where to look: the article without tables (default), with them, all that the page shows, hidden text too  
---在何处查找：正文（默认，不含表格）、正文和表格、页面显示的全部、连隐藏的
---@alias Where "article"|"report"|"page"|"all"

---Kinds of cells  
---单元格的类别
---@alias CellKind "absent"|"number"|"blank"|"dash"|"text"|"unreadable"|"odd"|"plain"

---What a quantity counts  
---数量的类别：条篇、件宗、份、次、人次、人、个、项、户、种类、金额、时间、分、百分比、未收到、没有单位、其他
---@alias QuantityClass "item"|"case"|"copy"|"times"|"visits"|"persons"|"units"|"matters"|"houses"|"kinds"|"money"|"time"|"points"|"percent"|"zero"|"bare"|"other"

---A column of an official table  
---官方表格的一栏
---@class TableColumn
---@field key string its key; 键
---@field name Names its name; 名称

---What became of an equation on a table  
---一个算式在一张表上的结果
---@class Violation
---@field state "holds"|"broken"|"open" it holds, it does not, a cell without a number leaves it open; 成立、不成立、有格不是数而无法验证
---@field at Cell where: the cell that is probably wrong, else the one that states the sum; 在何处：最可能填错的格，否则合计格
---@field left? number the left side; only where broken; 左边的值；不成立时才有
---@field right? number the right side; 右边的值
---@field expected? string what `at` should hold; at 应为多少
---@field found? string what it holds; at 写的是多少
---@field formula? string the equation with its numbers; 代入数字的算式
---@field cells? Cell[] the cells of the equation; 算式中的各格
---@field open_cell? Cell where open: the cell without a number; 无法验证时：不是数的那一格
---@field lead? boolean this equation names the wrong cell best; 这个算式最能指明错处
---@field lead_rule? string else: the rule that reports it; 否则：由哪条规则报告
---@field lead_at? Cell else: the cell where it is reported; 否则：在哪一格报告
---@field diagnosis? Diagnosis the diagnosis, for out:fail; 诊断，交给 out:fail
---@field summary? Names the diagnosis in words; 诊断的文字说明

---A bound of a form that the figures do not keep to  
---没有守住的一处合理范围
---@class Bound
---@field state "broken"|"open" it is broken, a cell without a number leaves it open; 不符合、有格不是数而无法验证
---@field at Cell where: the cell that gives itself away; where open, the one without a number; 在何处：露出矛盾的格；无法验证时为不是数的那一格
---@field name Names what the form says of it; 格式写的说明
---@field expected? string what `at` should hold; only where broken; at 应为多少；不符合时才有
---@field found? string what it holds; at 写的是多少
---@field formula? string the bound with its numbers; 代入数字的算式
---@field cells? Cell[] its cells; 涉及的各格

---The place of what is not there (a missing section)  
---文中没有的东西的位置（如缺少的部分）
---@class Place
---@field section? string key of the section; 部分的键
---@field table? string key of the table; 表的键
---@field row? string key of the row; 行的键
---@field column? string key of the column; 栏的键
---@field line? integer line; 行号

---Where: any handle of the report, or the place of what is not there; left out: the whole document. Handles of other reports of a dossier go into evidence alone  
---在何处：报告的任一句柄，或没有的东西的位置；不写为全文。卷宗中其他报告的句柄只能写入 evidence
---@alias At Handle|Place

---This follows from the finding of another rule at a place and costs nothing; if there is no such finding, it stands for itself  
---由另一条规则在某处的发现引起：不重复扣分。没有那个发现时，本发现照算
---@class Cause
---@field rule? string id of the rule; 规则编号
---@field at? At where; left out: anywhere; 在何处；不写为任何一处

---A reason with a code  
---理由，带代码
---@class ReasonTable
---@field code? string a code for programs; 代码，供程序识别
---@field zh? string|number Chinese; 中文
---@field en? string|number English; 英文

---What out:fail and out:inform say  
---out:fail 和 out:inform 的内容
---@class Finding
---@field at? At where; 在何处
---@field evidence? At[] where else it can be seen; 还在何处可以看到，至多 31 处
---@field quote? string|number what is quoted; 引文
---@field message? Text what is wrong; 错在何处
---@field expected? string|number what is expected; 应为
---@field found? string|number what was found; 写的是
---@field formula? string|number the equation with its numbers; 代入数字的算式
---@field severity? Severity how grave this one is; 这一处的程度
---@field remedy? Text how to correct it; 如何改正
---@field basis? string|string[] the articles of law; 依据
---@field diagnosis? Diagnosis the diagnosis of a violation; 算式的诊断
---@field cause? Cause what it follows from; 由别处引起

---What out:pass says; nothing shows it yet  
---out:pass 的内容；现在不进入结果
---@class Passed
---@field at? At the place that was examined; 看过何处

---What out:unknown and out:notapplicable say  
---out:unknown 和 out:notapplicable 的内容
---@class Undecided
---@field at? At where; 在何处
---@field reason? string|ReasonTable why; 为何
---@field cause? Cause what it follows from; with it the duty is closed, without it open; 有已知的缺陷引起时，这项检查不算未完成

---A rule: one file that checks one duty  
---一条规则：一个文件，检查一项要求
---@class Rule
---@field id string its id, GROUP.NAME in lower-case letters, digits, dots and hyphens; 编号：小写字母、数字、点和连字符，写作 组.名
---@field title Text what the duty is; 标题：要求了什么
---@field why? Text why, in one or two sentences; 为何要求，一两句
---@field severity Severity how grave a finding is; each may say otherwise; 程度；每处发现可另定
---@field scope? "document"|"carriers"|"agency"|"office" what it judges: a document, the files of one report, an agency, an office; 检查一份文件、同一报告的几份文件、一个机关还是全部
---@field documents? "annual-report"|"any" whether it runs on what is no annual report, too; in the scopes agency and office, on agencies without a report of the year; 不是年报的文件查不查；范围为 agency、office 时：没有本年度报告的机关查不查
---@field forms? string|string[] the forms it is for, and those that are like them; 适用的格式，包括与之相仿的格式
---@field needs? string|string[] tables that must be there: without one the rule is `unknown`, caused by structure.table-missing; 须有的表格；缺了结果为 unknown，由 structure.table-missing 引起
---@field basis? string|string[]|table<string, string|string[]> the articles it rests on; or by form; 依据的条文；可按格式分别写
---@field remedy? Text how to correct it; 如何改正
---@field parameters? table<string, string|number> parameters with their defaults; a profile may set others of the same kind: a day 01-31, a number, true or false, any text. check gets strings; 参数和默认值；评分细则可以另设同类的值：日期 01-31、数、true/false 或任何文字。check 得到的都是文字
---@field parameters_of? string the id of a rule: what the profile or the register sets for its parameters of the same names holds here, too; 规则编号：评分细则和名录给那条规则的同名参数所设的值，这里也用
---@field patterns? table<string, string|Pattern> regular expressions on normal text, see report:matches; 在规范形式的文字上查找的正则表达式，见 report:matches
---@field claims? Claims what numbers of the text may count, see report:claims; 文中的数可能数的事，见 report:claims
---@field history? Change[] what changed and when, for the page of the rule; 何时改了什么，写在规则的说明页上
---@field check (fun(report: Report, out: Out, parameters: table<string, string>)|fun(dossier: Dossier, out: Out, parameters: table<string, string>)) the check: called once for each report, or, in the other scopes, for the dossier of each agency (carriers: of each report); says its verdict through out; 检查：对每份报告调用一次；其他范围对卷宗调用一次。用 out 说出结论

---A pattern with a text that stands in all its matches  
---一个模式，带它必含的文字
---@class Pattern
---@field pattern string the regular expression (PCRE2); 正则表达式（PCRE2）
---@field literal? string|string[] one of these stands in every match; found by the program if left out; 每处匹配必含其一的文字；不写时由程序推断

---What numbers of the text may count. Read once for a report, however many rules share the table  
---文中的数可能数的事。同一张表由几条规则共用时，一份报告只读一遍
---@class Claims
---@field counted QuantityClass[] the classes of quantities to look at; 只看这几类数量
---@field topics? string a regular expression whose group 1 is what the text speaks of; the last one before the number counts; 正则表达式，第 1 组是所说的事；数之前最后一处为准
---@field unless? Contexts must not match, for all things; 对各项都不能相符
---@field things Counted[] the things; the first that fits is taken; 各项；以第一个相符的为准

---A thing that may be counted, and the words that tell it  
---可能数的一件事，和说到它的词
---@class Counted
---@field key string its name, Claim.key; 名字，即 Claim.key
---@field words? string|string[] of all words of all things the last one before the number must be one of these; without: none stands before it, and one behind it; 数之前各项的词中最后一个须在其内；不写时数之前不能有词，之后须有
---@field fits? Contexts must match, else the next thing is tried; 须相符，否则看下一项
---@field not_counted? QuantityClass|QuantityClass[] classes that it is not counted in; 不看这几类数量
---@field topic? string what the text must speak of, unless the words before the number have it; 前文所说的事须是它，数之前的词含有它则不论
---@field quiet_topic? boolean where nothing is spoken of, it is enough that the sentence has the word; 前文什么也没说到时，句中有这个词即可
---@field where? Contexts must match, else it is no claim; 须相符，否则不是
---@field home? string the section in which `where` is not asked; 在这个键的部分中不论 where
---@field unless? Contexts must not match; 不能相符
---@field any_year? boolean also of other years than the report's; 不限于报告年度
---@field lasting? boolean also when it was counted over several years; 累计的数也算

---Regular expressions on what stands around a number  
---在数的周围查找的正则表达式
---@class Contexts
---@field label? string the words of its clause before the number; 本句中在数之前的文字
---@field tail? string the words of its clause behind it; 本句中在数之后的文字
---@field before? string up to 300 bytes before it; 数之前的至多 300 字节
---@field sentence? string those since the last full stop; 其中最后一个句号之后的
---@field clause? string those since the last semicolon; 其中最后一个分号之后的

---A change of a rule  
---规则的一次改动
---@class Change
---@field date string when; 年月
---@field text Text what changed; 改了什么

---The manifest of a pack, pack.lua  
---规则包的清单 pack.lua
---@class Pack
---@field id string its id in lower-case letters, digits, dots and hyphens; 编号：小写字母、数字、点和连字符
---@field version string its semantic version, as 1.0.0; 三段式语义版本，如 1.0.0
---@field interface integer the version of the plugin interface that it was written for; 按插件接口第几版编写
---@field title? Text its name; 名称
---@field level? "national"|"province"|"city"|"county"|"office" its level, which decides the order of loading; later packs may change earlier ones; 层级，决定载入次序；后载入的可以改动先载入的
---@field region? string its region; 地区
---@field years? Years the report years that it is for; 适用的报告年度
---@field needs? table<string, string> packs that it needs, with ranges of versions as >=1.0 <2; 需要的规则包和版本范围，如 >=1.0 <2
---@field deselect? string[] rules that it deselects; 不选用的规则
---@field replace? string[] rules that its own ones replace; 由本包替换的规则
---@field severity? table<string, Severity> rules that it re-levels; 另定程度的规则
---@field author? any who wrote it; 作者
---@field description? any what it is for; 说明
---@field homepage? any where it comes from; 网址
---@field license? any its licence; 许可

---A range of report years  
---报告年度的范围
---@class Years
---@field first? integer the first; left out: open; 首年；不写为不限
---@field last? integer the last; left out: open; 末年；不写为不限

---A scoring model  
---一种评分办法
---@class Scoring
---@field id string its id; 编号
---@field title? Text its name; 名称
---@field score fun(sheet: ScoringSheet): ScoringAnswer makes the ledger from the sheet with the results of the rules; asked again with the open duties as findings for the lower end of the interval; 由评分表和各规则的结果得出扣分账；总分下限另用未决项作不合格再问一次
---@field whole? boolean it wants all indicators and rules in the sheet, not only what can be charged; 评分表要列出全部指标和规则，不只有扣分可能的

---The sheet that a scoring model gets; all amounts are whole thousandths of a point  
---评分办法得到的评分表；分数都是千分之一分的整数
---@class ScoringSheet
---@field max integer the points to start from; 满分
---@field indicators ScoringIndicator[] indicators; those all of whose rules pass or do not apply are left out; 有扣分可能的指标；各规则都通过或不适用的不列
---@field levels ScoringIndicator[] what stands above them, of kind sum, the lowest level first; 所列指标的上级（方式为 sum），最低一级在前

---An indicator of the sheet  
---评分表的一个指标
---@class ScoringIndicator
---@field id string its id; 编号
---@field kind "once"|"each"|"graded"|"gate"|"veto"|"hand"|"period"|"sum" how it costs; 方式
---@field points integer what it is worth; 分值
---@field unit integer what an occurrence costs; 每处扣分
---@field cap? integer the most that it costs; 封顶
---@field parent? string id of the indicator above; 上级的编号
---@field lost? integer of one that persons or periods give: the points that are lost; 由人填写或按期评分的指标：失多少分
---@field mutex? string of a mutex only the dearest counts; 互斥组
---@field group? string its group; 分组
---@field group_cap? integer the most that the group costs; 组封顶
---@field rules ScoringRule[] its rules; 规则

---The result of a rule of an indicator  
---指标的一条规则的结果
---@class ScoringRule
---@field rule string id of the rule; 规则编号
---@field state State its state; 状态
---@field findings ScoringFinding[] its findings; 发现

---A finding  
---一处发现
---@class ScoringFinding
---@field fingerprint string its fingerprint; 指纹
---@field severity Severity how grave it is; 程度
---@field cost boolean whether it costs: not if another one explains it, if it is an observation, or if a person decided so; 是否扣分：由别处引起的和提示不扣
---@field unit? integer of a graded indicator: what it costs; 分档的指标：这一处扣几分

---What a scoring model answers; the host checks every entry, and anything wrong is an error of the model  
---评分办法的回答；主机逐条核对，不符即为评分办法出错
---@class ScoringAnswer
---@field entries ScoringEntry[] the ledger; 扣分账
---@field vetoed boolean whether the result is vetoed; 是否否决
---@field total? integer the sum, to be checked; 合计，供核对
---@field possible? integer the points that apply: the host scales what is left of them to the maximum, as an entry of its own; 适用的总分：得分换算为满分的比例，由主机记一条换算

---An entry of the ledger  
---扣分账的一条
---@class ScoringEntry
---@field indicator string id of the indicator; 指标编号
---@field rule string id of the rule; 规则编号
---@field fingerprints string[] the findings it charges; 所扣的发现
---@field count integer how many; 几处
---@field unit integer what each costs; 每处扣分
---@field amount integer what it costs: count × unit, with a limit less; 0 for a veto; 扣分：count × unit，有 limit 时可以更少；否决为 0
---@field limit? "cap"|"mutex"|"group"|"gate"|"level" why it is less; 为何少扣
---@field veto? boolean whether it vetoes; 是否否决
---@field note? Text a note; 说明
---@field mutex? string its mutex; 互斥组
---@field group? string its group; 分组
---@field group_cap? integer the cap of the group; 组封顶

---The layout of a report: pages, tables, or both of one model  
---一种报告版式；同一模型可出网页和表格
---@class Layout
---@field id string its id; 编号
---@field title? Text its name; 名称
---@field html? (fun(model: Model): table) makes the nodes of a page from the data of the report, see the html library; text is always escaped; 由报告的数据做出网页的节点，见 html 库；文字总是转义
---@field sheets? (fun(model: Model): Sheet[]) makes tables, written as CSV and XLSX; 做出表格，写成 CSV 和 XLSX

---A table to be written  
---一张表格
---@class Sheet
---@field name string its name; 名称
---@field columns SheetColumn[] its columns; 各栏
---@field rows any[][] the values, row by row; 各行的值

---A column of a table  
---表格的一栏
---@class SheetColumn
---@field title string its title; 标题
---@field width? number its width in characters; 宽度，按字符
---@field kind? "text"|"number"|"points"|"date" what it holds; 内容

---What agency.lua gets: the documents of a page. Other layouts get what their command prints as JSON, see docs/schema  
---agency.lua 得到的数据：一页上的各份文件。别的版式得到其命令的 --output json 所写的内容，见 docs/schema
---@class Model
---@field documents DocumentModel[] the documents; 各份文件
---@field lang "zh"|"en" the language of the page; 页面的语言

---The verdict on a document, and the names that a page needs  
---一份文件的审核结果和页面要用的名称
---@class DocumentModel
---@field document Verdict the verdict; 审核结果
---@field extract? table what was understood, as the command extract prints it; nil where nobody asked; 辨认出的内容，即 extract 命令写的；没有要求时为 nil
---@field labels table<string, table<string, string>> states, severities, reviews, decisions, effects: what they are called; states、severities、reviews、decisions、effects：各结果、程度、复核状态、决定及其效力的名称
---@field lang "zh"|"en" the language; 语言
---@field rules table<string, table> by rule id: title, basis, remedy; 按规则编号：title、basis、remedy
---@field tables table[] the form's tables: key, name, section, rows, columns, cells; 格式的各张表：key、name、section、rows、columns、cells
---@field tool table<string, string> profile, rules_digest, version: what judged; profile、rules_digest、version：用什么审核的
---@field undecided table[] what stayed undecided, duties with one reason together: reason, rules, state; 未判定的检查项，原因相同的在一起：reason、rules、state

---The verdict on a document  
---一份文件的审核结果
---@class Verdict
---@field agency? string its agency; 机关
---@field title? string its title; 标题
---@field path? string the file; nil where no report came in; 文件；没有收到报告为 nil
---@field sha256? string digest of the file; 文件的摘要
---@field kind "annual-report"|"collection"|"other"|"unreadable"|"missing"|"not-due" what it is; 是什么文件
---@field problem? table why it is unreadable: code, message; 不能读取的原因：code、message
---@field year? integer report year; 报告年度
---@field form? string its form; 格式
---@field level Level kind of body; 机关层级
---@field published? string date of publication; 发布日期
---@field script? Script script; 字体
---@field complete boolean whether the audit is complete; 审核是否完成
---@field decisions? table[] decisions of persons: number, kind, effect, rule, fingerprint, subject, by, at, reason, document, until; nil outside an office; 人的决定：number、kind、effect、rule、fingerprint、subject、by、at、reason、document、until；不在办公文件夹中为 nil
---@field without_decisions? table what the result would be without them: complete, grade, interval, score; 没有这些决定时的结果：complete、grade、interval、score
---@field duties table<string, integer> counts of duties: done, notapplicable, open, total; 检查项数：done、notapplicable、open、total
---@field score? number points; nil where it is not scored or not complete; 得分；不计分、未完成为 nil
---@field max? number points of the sheet; 满分
---@field interval? table the interval of an incomplete audit: low, high; 未完成时的得分区间：low、high
---@field grade? string its grade; 等次
---@field vetoed boolean whether a veto fell; 是否被否决
---@field ledger? table the ledger: entries, max, sum, score, vetoed, profile, version; 扣分账：entries、max、sum、score、vetoed、profile、version
---@field results VerdictResult[] the result of every rule; 每条规则的结果

---The result of a rule  
---一条规则的结果
---@class VerdictResult
---@field rule string its id; 规则编号
---@field pack string pack and version; 规则包和版本
---@field state State its state; 结果
---@field severity? Severity the highest severity; 最严重的程度
---@field deduction? number points it costs; 扣分
---@field reason? table why there is no verdict: code, message, cause, place; 没有结论的原因：code、message、cause、place
---@field open table[] undecided places, each like a reason; 未判定之处，字段与 reason 相同
---@field overrides table[] what packs changed: by, kind, was; 规则包所作的改动：by、kind、was
---@field findings VerdictFinding[] its findings; 各处问题

---A finding  
---一处问题
---@class VerdictFinding
---@field message string what is wrong; 问题
---@field severity? Severity its severity; 程度
---@field expected? string what is due; 应为
---@field found? string what is there; 实为
---@field formula? string the formula; 算式
---@field remedy string how to correct it; 如何改正
---@field basis string[] the articles; 依据
---@field evidence VerdictPlace[] where; the first is the place itself; 所在之处，第一处为主
---@field diagnosis? table which cell is wrong: unique, cells, candidates, total; 错在哪一格：unique、cells、candidates、total
---@field cause? string fingerprint of the finding that explains it; 由哪处问题（指纹）造成，不另扣分
---@field fingerprint string its fingerprint; 指纹
---@field review? string its review state; nil outside an office; 复核状态；不在办公文件夹中为 nil

---A place in the document  
---一处文字或单元格
---@class VerdictPlace
---@field document? string the other report where it is, as YEAR/PATH; left out: this one; 所在的其他报告（年度/路径）；不写为这份报告
---@field quote? string the words there; 原文
---@field line? integer its line; 行号
---@field page? integer its page; nil in a document without pages; 页码；没有页的文件为 nil
---@field paragraph? integer its paragraph, the same as line; in Word files only; 段落序号；只有 Word 文件才有，与 line 相同
---@field mark? integer[] where in the text as found: first byte, bytes; 在规范化前的文字中的位置：起点、字节数
---@field section? string key of the section; 部分的键
---@field table? string key of the table; 表的键
---@field row? string key of the row; 行的键
---@field column? string key of the column; 栏的键

---A text in both languages  
---两种语言的文字
---@class Names
---@field zh string Chinese; 中文
---@field en string English; 英文

---An official form: data without functions. Labels are compared without ordinals, blanks, punctuation and notes in brackets  
---一种官方格式：只有数据，没有函数。标签比较时不计序号、空白、标点和括注
---@class Form
---@field id string its id, which results show; 编号；结果里写它
---@field like? string the form whose duties it has, too; 相仿的格式：为它写的规则也适用于本格式
---@field years? FormYears the report years that it is for; 适用的报告年度
---@field sections FormSection[] its sections, in their order; 各部分，按次序
---@field tables? FormTable[] its tables; 官方表格

---A range of report years  
---报告年度的范围
---@class FormYears
---@field first? integer the first; left out: open; 首年；不写为不限
---@field last? integer the last; left out: open; 末年；不写为不限

---A section of a form  
---格式的一个部分
---@class FormSection
---@field key string its key; 键
---@field title string the official heading without its number; 官方标题，不带序号
---@field titles? string[] other wordings that are official, too; 也算官方的其他写法
---@field class string a regular expression: what a heading of this section looks like; 正则表达式：何种标题属于这个部分
---@field content? string[] regular expressions: text that treats the matter, for forms that leave sections free; 正则表达式：不限部分的格式，写到此事的文字
---@field required? boolean whether it must be there; 是否必须有
---@field order? integer its place in the order; left out: anywhere; 次序；不写为不限

---A table of a form  
---格式的一张表
---@class FormTable
---@field key string its key; 键
---@field section string key of its section; 所属部分的键
---@field name Names its name; 名称
---@field heads? string[] other texts in its header; 表头的其他文字
---@field columns FormColumn[] its columns; 各栏
---@field rows FormRow[] its rows; 各行
---@field record? boolean one line of figures under several header rows; its rows are groups of columns; 表头几行、数据一行；行即是栏组
---@field equations? FormEquation[] its equations; 算式
---@field bounds? FormBound[] what plausible figures keep to; 合理范围

---A column of a table  
---表的一栏
---@class FormColumn
---@field key string its key; 键
---@field name Names its name; 名称
---@field label string its label as printed; 印出的标签
---@field aliases? string[] labels accepted, too; 也接受的标签
---@field group? string the heading above it; 上面一级的标签
---@field optional? boolean its absence is no defect; 缺了不算问题
---@field type? "count"|"signed"|"money" what its cells hold; 内容：件数、可为负数、金额

---A row of a table  
---表的一行
---@class FormRow
---@field key string its key; 键
---@field name Names its name; 名称
---@field label string its label as printed; 印出的标签
---@field aliases? string[] labels accepted, too; 也接受的标签
---@field group? string the heading above it; 上面一级的标签
---@field optional? boolean its absence is no defect; 缺了不算问题
---@field columns? string[] the columns that it has; 这一行有哪些栏
---@field unit? string what its figures are counted in; 数字的单位

---An equation: stated is the sum of parts, or the sum of left that of right  
---一个算式：stated 等于 parts 之和，或 left 之和等于 right 之和
---@class FormEquation
---@field rule string the rule that checks it; 由哪条规则检查
---@field each "row"|"column" holds in every row, and the keys are columns; or in every column, and they are rows; 每行成立（键为栏）或每栏成立（键为行）
---@field stated? string the one that states the sum; 写出合计的
---@field parts? string[] what is added up; 加起来的
---@field left? string[] the left side; 左边加起来的
---@field right? string[] the right side; 右边加起来的

---What plausible figures keep to: the sum is not more than that of most; or, above zero, needs that of needs to be so, too; with neither of them it is zero  
---数字的合理范围：sum 之和不多于 most 之和；或大于0时 needs 之和也大于0；两者都不写，sum 应为0
---@class FormBound
---@field rule string the rule that checks it; 由哪条规则检查
---@field name Names what is said where it is broken; 不符合时怎么说
---@field each "row"|"column" holds in every row, and the keys are columns; or in every column, and they are rows; 每行成立（键为栏）或每栏成立（键为行）
---@field lines? string[] holds only in these rows (columns); left out: in all; 只在这些行（栏）成立；不写为全部
---@field sum string[] what is added up; 加起来的
---@field most? string[] it is not more than the sum of these; 不多于这些之和
---@field needs? string[] where it is above zero, so is the sum of these; 大于0时，这些之和也应大于0
---@field levels? Level[] holds only for bodies of these levels; left out: for all; 只适用于这些层级；不写为全部
---@field except? string a regular expression: names of agencies that it does not hold for; 正则表达式：不适用的机关名称

---The cases beside a rule, RULE.cases.lua: small documents with the outcome due  
---规则的案例 RULE.cases.lua：每个案例一份小文件和应有的结果
---@alias Cases Case[]

---A case  
---一个案例
---@class Case
---@field name string its name; 名称
---@field document? string the document, written out; 全文
---@field base? string a document of the cases/ of a pack, as clean-2021; 规则包 cases/ 中的一份文件，如 clean-2021
---@field fragment? string a passage that takes the place of what stands in a section of the base; 放进 section 的一段
---@field section? string the section that it goes into; 放进哪个部分
---@field edits? Edit[] replacements; what is replaced must stand there exactly once; 替换；原文应恰好出现一次
---@field format? "html"|"text" the format of the document; document 的格式
---@field path? string its file name; 文件名
---@field year? integer the year, if it is known; 已知的年度
---@field agency? string the agency, if it is known; 已知的机关
---@field level? Level the level, if it is known; 已知的层级
---@field received? "nothing"|"unreadable" no report came in, or none that can be read; for rules over years and agencies; 没有收到报告，或收到的无法读取；只用于跨年度、跨机关的规则
---@field on? string the day of the audit, dossier.day; else the year after has ended; 审核的日期，即 dossier.day；不写时次年已经结束
---@field earlier? CaseYear[] reports of earlier years, newest first; 以往年度的报告，新的在前
---@field children? CaseChild[] the agencies below; 下级机关
---@field others? CaseOther[] other agencies' reports of the year, which it is compared with; 其他机关本年度的报告，与之比较雷同
---@field carriers? CaseReport[] the other files of the same report; 同一报告的其他文件
---@field trap? boolean a trap: it looks like a failure and is none; 陷阱：看似不合格其实合格
---@field expect Expected the outcome due; 应有的结果

---Another report of a case, written as the document of a case is  
---案例中的另一份报告，写法与案例的文件相同
---@class CaseReport
---@field document? string the document, written out; 全文
---@field base? string a document of the cases/ of a pack; 规则包 cases/ 中的一份文件
---@field fragment? string a passage that takes the place of what stands in a section of the base; 放进 section 的一段
---@field section? string the section that it goes into; 放进哪个部分
---@field edits? Edit[] replacements; 替换
---@field format? "html"|"text" the format of the document; document 的格式

---The report of an earlier year in a case  
---案例中以往一年的报告
---@class CaseYear
---@field year integer the year; 年度
---@field report CaseReport the report of that year; 该年度的报告

---An agency below the one of a case  
---案例中的一个下级机关
---@class CaseChild
---@field name string its name; 名称
---@field level? Level its level; 层级
---@field report? CaseReport its report of the year; left out: none; 本年度的报告；不写为没有

---Another agency in a case  
---案例中的另一个机关
---@class CaseOther
---@field name string its name; 名称
---@field report CaseReport its report; 它的报告

---A replacement: { from, to }; with "all" as its third, everywhere  
---一次替换：{ 原文, 新文 }，第三项 "all" 为全部替换
---@alias Edit string[]

---The outcome due in a case; only what is written is compared  
---案例应有的结果；只比较写出的项
---@class Expected
---@field state State the state; 状态
---@field at? ExpectedPlace where; 在何处
---@field severity? string how grave; 程度
---@field expected? string|number what is expected; 应为
---@field found? string|number what was found; 写的是
---@field message? string a part of the message; 说明中含有
---@field reason? string the code of the reason; 理由的代码
---@field findings? integer how many findings; 几处发现

---The place of a finding  
---发现的位置
---@class ExpectedPlace
---@field section? string key of the section; 部分的键
---@field table? string key of the table; 表的键
---@field row? string key of the row; 行的键
---@field column? string key of the column; 栏的键
---@field line? integer line; 行号
---@field quote? string a part of the quote; 引文中含有

---The report under audit, the first argument of check. What is absent is nil.  
---受检的报告，check 的第一个参数。没有的事实为 nil。
---@class Report: Handle
---@field agency? string the agency, in simplified script; 机关名称（简体）
---@field article Paragraph[] paragraphs of the article, official tables left out; 正文的段落，不含官方表格
---@field article_links Link[] links that stand in the article and are shown; 正文中显示的链接
---@field blocks Paragraph[] all paragraphs of the page: tables, menus and hidden ones too; 网页上的全部段落，包括表格、菜单和隐藏的
---@field composition? Composition the sentence that names the parts of the report; “本报告由……组成”一句
---@field dates ReportDate[] every date of head and foot; 页首页尾的全部日期
---@field disclosure? Table table two; nil if the form has none or it is not there; 表二；格式没有或文中没有时为 nil
---@field disputes? Table table four; nil if the form has none or it is not there; 表四；格式没有或文中没有时为 nil
---@field form? string the form; nil if the year is not known; 格式编号；年度不明时为 nil
---@field headings Heading[] headings of all levels, tables left out; 各级标题，不含表格里的
---@field hidden_links Link[] links that are not shown on the page; 网页上不显示的链接
---@field host? string the web site; nil if unknown; 网站域名；不知道时为 nil
---@field images Image[] all images; 全部图片
---@field kind "annual-report"|"collection"|"other" what the document is; 文件是年报、文章汇编还是其他
---@field level? Level the level of the agency; nil if unknown; 机关层级；不知道时为 nil
---@field links Link[] all links; 全部链接
---@field marks Mark[] why it is no report; 不是年报的理由
---@field metas Meta[] the meta tags and the title of the page; 网页的 meta 标签和标题
---@field notices Notice[] what was noticed while the file was read; 读取文件时注意到的问题
---@field official_sections OfficialSection[] the sections that the form prescribes; 格式规定的部分
---@field official_tables OfficialTable[] the tables that the form prescribes; 格式规定的表格
---@field page_title? Meta the <title> of the page; 网页标题 <title>
---@field period? Period the period reported on; nil if not stated; 统计期限；没写为 nil
---@field published? ReportDate the date of publication; nil if unknown; 发布日期；不知道时为 nil
---@field requests? Table table three; nil if the form has none or it is not there; 表三；格式没有或文中没有时为 nil
---@field script Script the script it is written in; 文字是简体还是繁体
---@field sections Section[] sections in reading order; 文中的各部分，按次序
---@field title? Title the title of the report; nil if there is none; 报告标题；没有为 nil
---@field year? integer the report year; nil if unknown; 报告年度；不明为 nil
local Report = {}

---the bounds that the form gives to a rule, on the tables that are there: those that are broken or open, and how many hold  
---格式交给这条规则的合理范围：不符合的、无法验证的各处，以及符合的有几处
---@param rule string
---@return Bound[]
---@return integer
function Report:bounds(rule) end

---the quantities of the article, tables left out, that count what the rule's `claims` lists  
---正文（不含表格）中数着规则 claims 所列之事的数量
---@return Claim[]
function Report:claims() end

---the first paragraph of the article whose raw text the pattern matches, but not its normal text  
---正文中第一个原文匹配、规范文字不匹配的段落
---@param pattern string
---@return Paragraph?
function Report:find_raw(pattern) end

---whether a declared pattern matches anywhere; makes no list, so it is cheaper than matches  
---声明的模式是否在某处出现；不建列表，比 matches 便宜
---@param name string
---@param where? Where
---@return boolean
function Report:has(name, where) end

---all matches of a declared pattern. A rule gets at most 4,000 for a report; beyond that the lists end and the duty is `unknown` (many-matches) unless something failed  
---声明的模式的全部匹配。一条规则对一份报告至多得到 4,000 处，超出后列表到此为止，没有不通过时结果为 unknown（many-matches）
---@param name string
---@param where? Where
---@return Match[]
function Report:matches(name, where) end

---the content of a meta tag  
---meta 标签的内容
---@param name string
---@return string?
function Report:meta(name) end

---the percentages of all paragraphs of the article, see Paragraph  
---正文各段的百分比，见 Paragraph
---@return Share[]
function Report:percentages() end

---sentences of at least so many characters that stand twice in the article, apart from a word like 此外 that joins them to the one before: where they stand again, and where each stood first  
---正文中出现两次的句子（至少这么多字，到句号、分号为止，句首的“此外”“同时”之类不计）：后一处，和各自的前一处
---@param characters integer
---@return Span[]
---@return Span[]
function Report:repeated(characters) end

---where the leftmost match of the named patterns is in a string that is no part of the text (a title, a tag): first and last byte  
---所列模式在一段不属于正文的文字（标题、标签）中最靠前的一处：起止字节
---@param s string
---@param names string[]
---@return integer?
---@return integer?
function Report:search(s, names) end

---the first section of a key  
---某个键的第一部分
---@param key string
---@return Section?
function Report:section(key) end

---the wholes with parts of all paragraphs of the article, see Paragraph  
---正文各段的“共……其中……”，见 Paragraph
---@return Statement[]
function Report:statements() end

---a table of the form, also when it is not there (see .present); nil if the form has none  
---格式的一张表，不在文中时也给出（看 .present）；格式没有为 nil
---@param key string
---@return Table?
function Report:table(key) end

---every equation that the form gives to a rule, on the tables that are there  
---格式交给这条规则的每个算式在文中表格上的结果
---@param rule string
---@return Violation[]
function Report:violations(rule) end

---A part of the text with its place  
---正文中的一段文字和它的位置
---@class Span: Handle
---@field line? integer its line; 行号
---@field paragraph? Paragraph the paragraph that it stands in; 所在的段落
---@field raw string as the file has it; 原文
---@field section? string the key of its section; 所在部分的键
---@field text string its text in normal form; 规范形式的文字
local Span = {}

---A match of a pattern. Judge what stands around it by its methods: paragraph.text may be very long, and may hold the same words elsewhere.  
---模式的一处匹配。周围的文字用它的方法看：paragraph.text 可能很长，也可能在别处含有同样的文字。
---@class Match: Span
---@field next? Span the text that follows its paragraph on the page, in a table the next cell; nil for none; 页面上接着它所在段落的文字，表格中是下一个单元格；没有为 nil
---@field from integer its first byte in the text of its paragraph, from 1; 起始处在段落文字中的字节位置，从 1 起
---@field [integer] string? match[0] is the whole, match[1] to match[9] are its groups; nil if one did not match; match[0] 是整段，match[1] 到 match[9] 是各组；没有匹配为 nil
local Match = {}

---up to 200 characters of the paragraph before it  
---段落中在它之前的至多 200 个字
---@param characters integer
---@return string
function Match:before(characters) end

---up to 200 characters of the paragraph behind it  
---段落中在它之后的至多 200 个字
---@param characters integer
---@return string
function Match:behind(characters) end

---group n with its place; nil if it did not match  
---第 n 组的文字和位置；没有匹配为 nil
---@param n integer
---@return Span?
function Match:group(n) end

---the span with so many bytes more at its ends  
---前后各多出若干字节的一段
---@param before integer
---@param behind integer
---@return Span
function Match:widen(before, behind) end

---A date of the head or the foot of the page  
---页首或页尾的一个日期
---@class ReportDate: Handle
---@field date? string written as 2025-01-31; nil if unreadable; 日期，写作 2025-01-31；读不成为 nil
---@field label string the words before it; 前面的说明文字，如 发布日期
---@field line integer its line; 行号
---@field raw string as the file has it; 原文
---@field section? string the key of its section; 所在部分的键
---@field source "meta"|"table"|"byline"|"page"|"signature"|"written" where it was found; 取自哪里：标签、信息表、标题下、页面、落款、文中
---@field text string its text; 文字
local ReportDate = {}

---The title of the report; it may stand in the tags of the page alone  
---报告标题；可能只在网页标签里
---@class Title: Span
---@field line? integer its line; 行号
---@field raw string as the file has it; 原文
---@field text string its text in normal form; 规范形式的文字
---@field year? integer the year that it names; 标题写的年度
local Title = {}

---The period reported on  
---统计期限
---@class Period: Span
---@field damaged boolean written incompletely or the wrong way round; 写得残缺或起止颠倒
---@field from? string its first day; nil if unreadable; 首日；读不成为 nil
---@field to? string its last day; nil if unreadable; 末日；读不成为 nil
local Period = {}

---The sentence that names the parts of the report  
---“本报告由……组成”一句
---@class Composition: Span
---@field open boolean the list of parts ends in "and others"; 列举后有“等”，没有列全
---@field parts Part[] the parts that it names; 所列的部分
---@field stated? integer how many parts it says there are; 所说的部分数
---@field stated_at? Span where it says so; 部分数在何处
local Composition = {}

---A part that the sentence of composition names  
---组成一句所列的一个部分
---@class Part: Span
---@field key? string the key of the section that it means; 与之相应的部分的键
local Part = {}

---A section of the report  
---文中的一个部分
---@class Section: Handle
---@field han integer Han characters; 汉字个数
---@field heading? Heading its heading; 标题
---@field images integer images shown in it; 其中显示的图片数
---@field key string its key, as overview; "" for one that the form does not have; 键，如 overview；不属于格式的部分为空
---@field length integer characters; 字数
---@field line integer its line; 行号
---@field match "official"|"variant"|"class"|nil how the heading meets the form: word for word, an official variant, one of its class; nil if it does not; 标题与格式的关系：原文、允许的写法、同类；不属于格式为 nil
---@field number? integer its number; 序号
---@field official boolean whether the form has it; 是否格式规定的部分
---@field paragraphs Paragraph[] its paragraphs, official tables left out; 段落，不含官方表格
---@field plain_length integer Han characters and digits, punctuation left out; 汉字和数字个数，标点不计
---@field tables string[] keys of the official tables in it; 其中的官方表格的键
---@field text string the text of its paragraphs; 各段文字
---@field title? string the heading that the form prescribes; 格式规定的标题
local Section = {}

---A section that the form prescribes  
---格式规定的一个部分
---@class OfficialSection: Handle
---@field content_at? Span where the matter is treated anywhere, for forms that leave sections free; 2008 年格式的内容在何处写到
---@field found boolean whether the report has a section of it; 文中有没有这个部分
---@field key string its key; 键
---@field order integer its place in the order; 0: anywhere; 规定的次序，0 为不限
---@field required boolean whether it must be there; 是否必须有
---@field title string the heading that is prescribed; 规定的标题
local OfficialSection = {}

---A heading  
---一个标题
---@class Heading: Span
---@field index integer of its paragraph in report.article; of the next one if it is no paragraph there; 所在段落在 report.article 中的序号；不是段落时为下一段的
---@field nested boolean whether it is numbered as the chapters are, but in a list within one of them; 与各章序号写法相同，但属于一章之内的列举
---@field number integer its number; 0 if it has none; 序号，没有为 0
---@field standalone boolean whether it is a paragraph of its own; 独占一段
---@field style "plain"|"chapter"|"bracket"|"arabic"|"arabic-bracket"|"running" how it is numbered; 序号的写法：无、一、（一）1. （1）以及段首接正文
---@field title string its text without the number; 不带序号的文字
local Heading = {}

---A paragraph  
---一个段落
---@class Paragraph: Handle
---@field chrome boolean part of a menu, a footer and so on; 属于菜单、页脚等
---@field heading boolean whether it is a heading; 是标题
---@field hidden boolean not shown on the page; 网页上不显示
---@field index? integer its place in report.article; nil if it is not there; 在 report.article 中的序号；不在其中为 nil
---@field line integer its line; 行号
---@field linked boolean whether all of it is a link; 整段是链接
---@field opening Paragraph the paragraph that it goes on from, or itself; its quantities and statements are read there; 它所接着的段落；不接着别的，就是它自己。quantities()、statements() 等在那里读
---@field order integer its turn on the page; 在页面上的次序
---@field raw string as the file has it; 原文
---@field section? string the key of its section; 所在部分的键
---@field text string its text in normal form; 规范形式的文字
local Paragraph = {}

---the first match of a pattern; nil for none  
---第一处匹配；没有为 nil
---@param pattern string
---@param init? integer
---@return Match?
function Paragraph:find(pattern, init) end

---the percentages that it states  
---其中的百分比
---@return Share[]
function Paragraph:percentages() end

---its quantities. Numbers in dates, titles, document numbers, addresses and fixed expressions are none  
---其中的数量。日期、标题、文号、地址和固定说法里的数不算
---@return Quantity[]
function Paragraph:quantities() end

---the wholes with parts that it states  
---其中的“共……其中……”
---@return Statement[]
function Paragraph:statements() end

---the span from byte i to j of its text; nil if empty  
---第 i 到 j 个字节的一段；空的为 nil
---@param i integer
---@param j? integer
---@return Span?
function Paragraph:sub(i, j) end

---A table that the form prescribes  
---格式规定的一张表格
---@class OfficialTable: Handle
---@field key string its key; 键
---@field name Names its name; 名称
---@field section string the key of its section; 所属部分的键
local OfficialTable = {}

---An official table  
---一张官方表格
---@class Table: Handle
---@field columns TableColumn[] the columns of the form; 格式的各栏
---@field form? string the form whose labels it bears; 表上标签所属的格式
---@field image boolean an image stands in its place; 以图片代替
---@field key string its key; 键
---@field line? integer its line; 行号
---@field name Names its name; 名称
---@field present boolean whether it is there; 在文中
---@field problems Problem[] what is wrong with its labels; 标签的问题
---@field rows Row[] the rows of the form; 格式的各行
---@field section? string the key of its section; 所属部分的键
---@field torn boolean its labels are in pieces (PDF): of one that is present the head cannot be judged; of one that is not the cells cannot be told apart, nothing was checked; 标签残缺不全（PDF）：在文中的，只是栏名不能查；不在文中的，单元格分不开，都没有查
local Table = {}

---a cell; nil where the form has none; a row or column that the form does not have raises  
---一格；格式在此没有格为 nil，没有这样的行或栏则出错
---@param row string
---@param column string
---@return Cell?
function Table:cell(row, column) end

---all cells that the form has, or those of some kinds. plain: a whole number not below zero without a unit; odd: any other number; absent: of a row that is missing  
---格式的全部格，或只要几类。plain 是不带单位、不小于零的整数，odd 是其他的数，absent 是缺行的格
---@param ... CellKind
---@return Cell[]
function Table:cells(...) end

---the cells named "row.column"; a row's name stands for all rows that divide it  
---写作“行.列”的各格；行名代表它的全部细分行
---@param names string[]
---@return Cell[]
function Table:named(names) end

---the sum of named cells; nil and the cell if one is no whole number that is not below zero  
---这些格之和；有格不是不小于零的整数时为 nil 和那一格
---@param names string[]
---@return integer?
---@return Cell?
function Table:sum(names) end

---A row of an official table  
---官方表格的一行
---@class Row: Handle
---@field cells Cell[] the cells that the form has in it; 格式在这一行的各格
---@field key string its key; 键
---@field label? string the label as the table has it; nil if the row is missing; 表上的行名原文；缺行为 nil
---@field line? integer its line; 行号
---@field name Names its name; 名称
---@field present boolean whether the table has it; 在表中
---@field [string] Cell? a cell by the key of its column: row.all; nil where the form has none; 按栏的键取格：row.all；格式在此没有格为 nil
local Row = {}

---A cell of an official table  
---官方表格的一格
---@class Cell: Handle
---@field column string the key of its column; 栏的键
---@field decimals integer decimals as written; 小数位数
---@field kind "number"|"blank"|"dash"|"text"|"unreadable"|nil what is in it; blank is not zero; nil if the row is missing; 内容是哪一类；空白不是零；缺行为 nil
---@field line? integer its line; 行号
---@field name Names what people call it; 称呼
---@field raw string as the file has it; 原文
---@field row string the key of its row; 行的键
---@field table string the key of its table; 表的键
---@field type "count"|"signed"|"money" what the form wants there; 格式要求：件数、可为负数、金额
---@field unit string the unit written; "" for none; 写出的单位；没有为空
---@field unit_due string the unit of the form; "" for none; 格式的单位；没有为空
---@field value? number its number; nil if it holds none; 数值；不是数为 nil
local Cell = {}

---Something wrong with the labels of a table  
---表格标签的一个问题
---@class Problem: Handle
---@field column? string the key of the column; 栏的键
---@field expected string the text that should be there; 应有的文字
---@field found string the text that is there; 表上的文字
---@field kind "row-missing"|"row-renamed"|"row-extra"|"column-missing"|"column-renamed"|"column-extra"|"header-broken"|"unplaced"|"table-again" which problem; 何种问题
---@field line? integer its line; 行号
---@field row? string the key of the row; 行的键
local Problem = {}

---What a broken equation tells of the wrong cell; only to be handed to out:fail as its diagnosis  
---算式不成立的诊断；只能交给 out:fail 的 diagnosis
---@class Diagnosis
local Diagnosis = {}

---A link  
---一个链接
---@class Link: Handle
---@field hidden boolean not shown on the page; 网页上不显示
---@field host? string its host in lower case; nil for a relative address; 域名，小写；相对地址为 nil
---@field href string the address; 地址
---@field in_article boolean whether it stands in the article; 在正文中
---@field line integer its line; 行号
---@field raw string its text as the file has it; 文字原文
---@field scheme? string its scheme in lower case; nil for a relative address; 协议，小写；相对地址为 nil
---@field section? string the key of its section; 所在部分的键
---@field text string its text; 文字
local Link = {}

---An image  
---一张图片
---@class Image: Handle
---@field alt string its alternative text; 替代文字
---@field hidden boolean not shown on the page; 网页上不显示
---@field in_article boolean whether it stands in the article; 在正文中
---@field line integer its line; 行号
---@field section? string the key of its section; 所在部分的键
---@field src string its address; 地址
local Image = {}

---A tag of the page  
---网页的一个标签
---@class Meta: Handle
---@field content string its content; 内容
---@field line integer its line; 行号
---@field name string its name; title for the title of the page; 名称；网页标题为 title
---@field raw string its content; 内容
---@field section nil always nil: tags stand in no section; 总为 nil：标签不在任何部分
---@field text string its content in normal form; 规范形式的内容
local Meta = {}

---Something noticed while the file was read  
---读取文件时注意到的问题
---@class Notice: Handle
---@field code string invalid-bytes charset cut unclosed deleted comments ocr off-paper; invalid-bytes charset cut unclosed deleted comments ocr off-paper
---@field count integer how often; 几处
---@field line integer its line; 行号
local Notice = {}

---A reason why a document is no annual report  
---文件不是年报的一个理由
---@class Mark: Span
---@field at? Span where; 在何处
---@field code string which reason; 何种理由
local Mark = {}

---A quantity in a paragraph  
---段落中的一个数量
---@class Quantity: Span
---@field approximate boolean said to be approximate; 约数
---@field chinese boolean written in Chinese numerals; 用汉字写
---@field class QuantityClass what it counts; 数的是什么
---@field comparison boolean compared with another year; 与上年等相比的数
---@field cumulative boolean counted over several years; 累计的数
---@field decimals integer decimals as written; 写出的小数位数
---@field from integer its first byte in passage, from 1; 起始处在 passage 中的字节位置，从 1 起
---@field label string the words of its clause before it; 本句中在它之前的文字
---@field labelled Span the number with the words before it; 数和它之前的文字
---@field lead string the words of its sentence before it; 本句话中在它之前的文字
---@field passage string the text that it was read from: its paragraph and the lines that it goes on in; 读出它的文字：段落和接着它的各行
---@field percent boolean whether it is a percentage; 是百分比
---@field rest string the words of its sentence from it on; 本句话中从它开始的文字
---@field tail string the words of its clause behind it; 本句中在它之后的文字
---@field unit string its unit; "" for none; 单位；没有为空
---@field value number its value; 数值
---@field year? integer the year that its clause names; 本句指明的年份
local Quantity = {}

---A quantity and what it counts  
---一个数量和它所数之事
---@class Claim: Quantity
---@field key string the key of what is counted; 所数之事的名字
local Claim = {}

---A whole with its parts  
---“共……其中……”：总数和部分
---@class Statement: Span
---@field ambiguous boolean too ambiguous to be judged; 关系含糊，不宜判断
---@field at Span all of it; 全句
---@field closed boolean a catch-all member closes the list; 有兜底项，列举是全的
---@field left? Quantity counts with the whole: requests that went on, beside those handled; nil for none; 和总数一起算的：办结之外结转的件数；没有为 nil
---@field parts Quantity[] the parts; 部分
---@field reason "two-wholes"|"list-end"|"approximate"|"units"|"overlap"|nil why it is ambiguous; 为何含糊
---@field relation "holds"|"over"|"short"|"open"|"ambiguous" how the sum of the parts meets the whole; 部分之和与总数的关系
---@field sum number the sum of the parts; 部分之和
---@field whole Quantity the whole; 总数
local Statement = {}

---A percentage and the two numbers it is made of  
---百分比和算它的两个数
---@class Share: Span
---@field ambiguous boolean another whole may be meant: judge nothing; 可能另有总数，不宜判断
---@field at Span from the first of the three numbers to the last; 三个数所在的一段
---@field formula string what is divided by what; 什么除以什么
---@field growth boolean growth, not a share; 是增减的幅度，不是占比
---@field hundred boolean percentages without counts that make a hundred; 一列没有件数、合计应为100%的占比
---@field part Quantity the part; of growth the difference, or what it became; 部分；幅度的差额或后来的数
---@field percent Quantity the percentage; 百分比
---@field right? string the right value at the decimals stated; nil if it cannot be computed; 按所写小数位应为多少；算不出为 nil
---@field verdict "right"|"adjusted"|"wrong"|nil right, rounded otherwise, wrong; nil if it cannot be computed; 正确、取舍不同、错误；算不出为 nil
---@field whole Quantity the whole, or another member of the list whose sum it is; of growth what it became, or what it was; 总数，或总数未写时同一列举的另一项；幅度的现数或原来的数
local Share = {}

---What the rule says of its duty, the second argument of check. It may speak often; the gravest counts: fail > error > unknown > informational > pass.  
---规则的结论，check 的第二个参数。可以说多次，取其重者：fail > error > unknown > informational > pass。
---@class Out
local Out = {}

---a place where the duty is not met  
---有一处不符合要求
---@param finding? Finding
function Out:fail(finding) end

---an observation that breaks no duty (`informational`)  
---值得一提，但不违反要求（提示）
---@param finding? Finding
function Out:inform(finding) end

---a place was examined and is right. A rule that says nothing is `unknown`  
---看过一处，符合要求。什么也没说的规则为 unknown
---@param place? Passed
function Out:pass(place) end

---undecided here  
---这一处无法判定
---@param undecided? Undecided
function Out:unknown(undecided) end

---the duty does not exist for this report  
---这项要求不适用于这份报告
---@param undecided? Undecided
function Out:notapplicable(undecided) end

---The dossier of an agency: its reports of this year and of earlier ones, and those of its children. Rules of scope agency and office get it as the first argument of check; each report in it is used like the one under audit, and its places may stand in the evidence of out:fail.  
---一个机关的卷宗：本年度和以往各年的报告、下级机关的报告。范围为 agency、office 的规则的 check 以它为第一个参数；各份报告的用法与受检的报告相同，其位置可写入 out:fail 的 evidence。
---@class Dossier: Handle
---@field code string its code in the register; 名录中的代码
---@field day? string the day of the audit (assess --on, else today) as long as no report of the year is there; nil with one: what is said of it does not depend on the day; 没有收到本年度报告时，按哪一天审核（assess --on，默认当天）；收到了为 nil，结果与日期无关
---@field level? Level its level in the register, else what its name tells; nil if neither does; 名录中的层级；没写的看名称，看不出为 nil
---@field name string its name in the register; 名录中的名称
---@field received "nothing"|"unreadable"|"other"|"other-year"|"report" what came in for the year: nothing, a file that cannot be read, no annual report, the report of another year, the report; 本年度收到了什么：没有、无法读取、不是年报、别的年度的年报、年报
---@field report? Report the report that counts for the year; nil if there is none or it cannot be read; 本年度计分的报告；没有或无法读取为 nil
---@field year integer the year under audit; 所审的年度
---@field years integer[] earlier years of which a report is stored, newest first; 存有报告的以往年度，新的在前
local Dossier = {}

---the other files of the same report: a page's Word file, its PDF  
---同一报告的其他文件，如网页所附的 Word、PDF
---@return Carrier[]
function Dossier:carriers() end

---the agencies that have it as their parent, with their reports of the year  
---名录中以它为上级的机关，连同各自本年度的报告
---@return Child[]
function Dossier:children() end

---its report of a year; nil if none is stored  
---某一年度的报告；没有存为 nil
---@param year integer
---@return Report?
function Dossier:report_of(year) end

---other reports that it shares passages with, the most alike first  
---有雷同段落的其他报告，最相近的在前
---@return Copy[]
function Dossier:similar() end

---An agency below this one  
---一个下级机关
---@class Child: Handle
---@field code string its code; 代码
---@field level? Level its level; 层级
---@field name string its name; 名称
---@field report? Report its report of the year; nil if there is none; 它本年度的报告；没有为 nil
local Child = {}

---Another file of the same report  
---同一报告的另一份文件
---@class Carrier: Handle
---@field document string its path; 路径
---@field report? Report the report in it; nil if it cannot be read; 其中的报告；无法读取为 nil
local Carrier = {}

---Another report with passages of this one  
---另一份与本报告雷同的报告
---@class Copy: Handle
---@field code string the code of its agency; 那份报告的机关代码
---@field document string the path of that report; 那份报告的路径
---@field name string the name of its agency; 那份报告的机关名称
---@field passages Passage[] the passages they share, in the order of this report; 雷同的段落，按本报告的次序
---@field share number how many percent of this report's text they are, official wording set aside; 雷同文字占本报告的百分比，不计官方用语
---@field shares table<string, number> the same by the keys of the sections; 各部分雷同的百分比，以部分的键为名
---@field year integer the year of that report; 那份报告的年度
local Copy = {}

---A passage of this report that another one has too; as evidence it brings the other text along  
---本报告中与另一份报告雷同的一段；作为证据时，那份报告的原文一并列出
---@class Passage: Span
---@field other_line integer its line in the other report; 0 unknown; 它在那份报告的行号；不知道为 0
---@field other_raw string the text of the other report; 那份报告的原文
local Passage = {}

---raises if value is nil or false, else gives all its arguments back  
---value 为 nil 或 false 时出错，否则原样返回全部参数
---@generic T
---@param value? T
---@param message? any
---@param ... any
---@return T
---@return any ...
function assert(value, message, ...) end

---ends the rule: the duty is `error`, with file and line of the rule  
---中止规则：这项检查的结果为 error，并写明规则文件和行号
---@param message any
---@param level? integer
function error(message, level) end

---goes through a list: positions and members  
---依次给出列表的序号和成员
---@generic T: table, V
---@param list T
---@return fun(list: V[], i?: integer): integer, V
---@return T
---@return integer
function ipairs(list) end

---goes through a table in a fixed order: integers, then strings by their bytes  
---按固定次序给出表的键和值：先整数，后文字（按字节）
---@generic T: table, K, V
---@param table T
---@return fun(table: table<K, V>, key?: K): K, V
---@return T
function pairs(table) end

---whether two values are the very same  
---两个值是否同一个，不问元表
---@param a any
---@param b any
---@return boolean
function rawequal(a, b) end

---the length of a list or a string, as #  
---列表或文字的长度，同 #
---@param value table|string
---@return integer
function rawlen(value) end

---all arguments from the n-th on; their number for "#"  
---第 n 个起的全部参数；"#" 给出个数
---@param n integer|"#"
---@param ... any
---@return any ...
function select(n, ...) end

---a number read from a string; nil if it is none  
---读成数；读不成为 nil
---@param value any
---@param base? integer
---@return number?
function tonumber(value, base) end

---as text; of tables and handles only the kind, never an address  
---写成文字；表和句柄只写出类别，不显示内存地址
---@param value any
---@return string
function tostring(value) end

---the kind of a value; handles are `userdata`  
---值的类别；句柄为 userdata
---@param value any
---@return string
function type(value) end

---Strings, by bytes; also written s:sub(...). To search and replace there is text.  
---文字，按字节计；也可写作 s:sub(…)。查找和替换用 text 库。
---@class stringlib
string = {}

---the bytes from i to j as numbers  
---第 i 到 j 个字节的值
---@param s string
---@param i? integer
---@param j? integer
---@return integer ...
function string.byte(s, i, j) end

---a string of these bytes  
---由字节值组成文字
---@param ... integer
---@return string
function string.char(...) end

---values written by a format; there is no %p  
---按格式写出；不提供 %p
---@param format string
---@param ... any
---@return string
function string.format(format, ...) end

---bytes; for characters see text.len  
---字节数；字数见 text.len
---@param s string
---@return integer
function string.len(s) end

---Latin letters in lower case  
---拉丁字母改为小写
---@param s string
---@return string
function string.lower(s) end

---n times s, with something between  
---重复 n 次，中间可加分隔
---@param s string
---@param n integer
---@param between? string
---@return string
function string.rep(s, n, between) end

---the bytes in reverse  
---字节倒序
---@param s string
---@return string
function string.reverse(s) end

---bytes i to j; by characters see text.sub  
---第 i 到 j 个字节；按字截取见 text.sub
---@param s string
---@param i integer
---@param j? integer
---@return string
function string.sub(s, i, j) end

---Latin letters in upper case  
---拉丁字母改为大写
---@param s string
---@return string
function string.upper(s) end

---Lists  
---列表
---@class tablelib
table = {}

---the members of a list, strings and numbers, as one string  
---把列表中的文字和数连成一段
---@param list table
---@param between? string
---@param i? integer
---@param j? integer
---@return string
function table.concat(list, between, i, j) end

---adds a value at the end, or at a position  
---在末尾或指定位置加入一个值
---@param list table
---@param ... any
function table.insert(list, ...) end

---copies a part of a list  
---复制列表的一段
---@param from table
---@param first integer
---@param last integer
---@param at integer
---@param to? table
---@return table
function table.move(from, first, last, at, to) end

---the arguments as a table, their number as its n  
---把参数收成一个表，n 为个数
---@param ... any
---@return table
function table.pack(...) end

---takes a value out of a list, the last or that of a position  
---取出并删去末尾或指定位置的值
---@param list table
---@param ... integer
---@return any
function table.remove(list, ...) end

---sorts in place, stable; before(a, b) says whether a comes first  
---稳定排序；before(a, b) 说明 a 是否在前
---@param list table
---@param before? function
function table.sort(list, before) end

---the members as many values, at most 250  
---把列表展开为多个值，至多 250 个
---@param list table
---@param i? integer
---@param j? integer
---@return any ...
function table.unpack(list, i, j) end

---Mathematics; without random numbers  
---数学函数；没有随机数
---@class mathlib
math = {}

---absolute value  
---绝对值
---@param x number
---@return number
function math.abs(x) end

---the smallest whole number not below x  
---不小于 x 的最小整数
---@param x number
---@return integer
function math.ceil(x) end

---the largest whole number not above x  
---不大于 x 的最大整数
---@param x number
---@return integer
function math.floor(x) end

---the rest of a division, with the sign of a  
---相除的余数，符号同被除数
---@param a number
---@param b number
---@return number
function math.fmod(a, b) end

---larger than any number  
---比任何数都大
---@type number
math.huge = nil

---the largest  
---最大的
---@param x number
---@param ... number
---@return number
function math.max(x, ...) end

---the largest integer  
---最大的整数
---@type integer
math.maxinteger = nil

---the smallest  
---最小的
---@param x number
---@param ... number
---@return number
function math.min(x, ...) end

---the smallest integer  
---最小的整数
---@type integer
math.mininteger = nil

---the whole part and the fraction  
---整数部分和小数部分
---@param x number
---@return number
---@return number
function math.modf(x) end

---the number pi  
---圆周率
---@type number
math.pi = nil

---the same as an integer; nil if it has a fraction  
---值为整数时给出整数，否则为 nil
---@param x any
---@return integer?
function math.tointeger(x) end

---"integer" or "float"; nil if it is no number  
---integer 或 float，不是数为 nil
---@param x any
---@return string?
function math.type(x) end

---a < b as unsigned integers  
---按无符号整数比较
---@param a integer
---@param b integer
---@return boolean
function math.ult(a, b) end

---Characters of UTF-8  
---UTF-8 字符
---@class utf8lib
utf8 = {}

---a string of these code points  
---由字符编码组成文字
---@param ... integer
---@return string
function utf8.char(...) end

---code points of the characters from byte i to j  
---第 i 到 j 字节处各字的编码
---@param s string
---@param i? integer
---@param j? integer
---@param lax? boolean
---@return integer ...
function utf8.codepoint(s, i, j, lax) end

---goes through the characters: position and code point  
---依次给出每个字的位置和编码
---@param s string
---@param lax? boolean
---@return function
---@return string
---@return integer
function utf8.codes(s, lax) end

---characters; nil and the place of the fault if it is no UTF-8  
---字数；不是 UTF-8 时为 nil 和出错的位置
---@param s string
---@param i? integer
---@param j? integer
---@param lax? boolean
---@return integer?
---@return integer?
function utf8.len(s, i, j, lax) end

---the byte at which the n-th character begins  
---第 n 个字始于哪个字节
---@param s string
---@param n integer
---@param i? integer
---@return integer?
function utf8.offset(s, n, i) end

---Searching text, and Chinese numbers. Patterns are regular expressions of PCRE2; i, j and init count bytes unless said otherwise.  
---文字的查找和中文数字。模式是 PCRE2 正则表达式；i、j、init 除注明外按字节计。
---@class textlib
text = {}

---whether a plain string stands in s  
---是否含有一段文字（不是模式）
---@param s string
---@param plain string
---@return boolean
function text.contains(s, plain) end

---whether s ends with a plain string  
---是否以一段文字结尾
---@param s string
---@param plain string
---@return boolean
function text.ends(s, plain) end

---the first match of a pattern: its first and last byte, then its groups; nil for none  
---第一处与模式相符的文字：起止字节和各组；没有为 nil
---@param s string
---@param pattern string
---@param init? integer
---@return integer?
---@return integer?
---@return string? ...
function text.find(s, pattern, init) end

---goes through all matches: their groups, or the whole match  
---依次给出每处相符的各组（没有组时为整段）
---@param s string
---@param pattern string
---@return function
function text.gmatch(s, pattern) end

---s with matches replaced; $0…$9 stand for groups, $$ for a dollar  
---替换后的文字；$0…$9 代表各组，$$ 代表 $
---@param s string
---@param pattern string
---@param replacement string
---@param max? integer
---@return string
function text.gsub(s, pattern, replacement, max) end

---the number of Han characters  
---汉字个数
---@param s string
---@return integer
function text.han(s) end

---the number of characters  
---字数
---@param s string
---@return integer
function text.len(s) end

---the groups of the first match, or the whole match; nil for none  
---第一处相符的各组（没有组时为整段）；没有为 nil
---@param s string
---@param pattern string
---@param init? integer
---@return string? ...
function text.match(s, pattern, init) end

---the normal form: width folded, blanks dropped, simplified script. What the report gives as text is in it  
---规范形式：全角转半角、去空白、转简体；报告的文字已是这种形式
---@param s string
---@return string
function text.normal(s) end

---the number at the start of s, in digits or in Chinese, and its bytes; nil for none  
---开头处的数（阿拉伯或汉字数字）和所占字节；没有为 nil
---@param s string
---@return number?
---@return integer?
function text.number(s) end

---a Chinese ordinal as a number; nil if it is none  
---汉字序号：三 为 3；不是为 nil
---@param s string
---@return integer?
function text.ordinal(s) end

---how alike, 0 to 1: the longest common subsequence over the longer text  
---相似程度，0 到 1：最长公共子序列与较长一段之比
---@param a string
---@param b string
---@return number
function text.similar(a, b) end

---the parts between matches of a pattern  
---按模式分开
---@param s string
---@param pattern string
---@return string[]
function text.split(s, pattern) end

---whether s begins with a plain string  
---是否以一段文字开头
---@param s string
---@param plain string
---@return boolean
function text.starts(s, plain) end

---characters i to j; negative ones count from the end  
---第 i 到 j 个字，负数从末尾数
---@param s string
---@param i integer
---@param j? integer
---@return string
function text.sub(s, i, j) end

---Dates, written as 2025-01-31  
---日期，写作 2025-01-31
---@class datelib
date = {}

---the date so many days later, or earlier  
---若干天之后（负数为之前）的日期
---@param date string
---@param days integer
---@return string
function date.add(date, days) end

---days from a to b  
---从 a 到 b 的天数
---@param a string
---@param b string
---@return integer
function date.days(a, b) end

---the first date in a text, its first and last byte; nil for none  
---文字中的第一个日期和起止字节；没有为 nil
---@param s string
---@param init? integer
---@return string?
---@return integer?
---@return integer?
function date.find(s, init) end

---whether it is a date written as 2025-01-31  
---是不是写作 2025-01-31 的日期
---@param s string
---@return boolean
function date.valid(s) end

---the year of a date  
---日期的年份
---@param date string
---@return integer
function date.year(date) end

---a library: of the program's plugins/lib/, then of the pack's lib/. Ask for it at the top of the file  
---引用一个库：先找程序的 plugins/lib/，再找本规则包的 lib/。应写在文件开头
---@param name string
---@return any
function require(name) end

---declares a rule  
---声明一条规则
---@param declaration Rule
---@return Rule
function rule(declaration) end

---declares an official form  
---声明一种官方格式
---@param declaration Form
---@return Form
function form(declaration) end

---declares a scoring model  
---声明一种评分办法
---@param declaration Scoring
---@return Scoring
function scoring(declaration) end

---declares the layout of a report  
---声明一种报告版式
---@param declaration Layout
---@return Layout
function layout(declaration) end

---declares the manifest of a pack  
---声明规则包的清单
---@param declaration Pack
---@return Pack
function pack(declaration) end

---declares the cases of a rule  
---声明规则的案例
---@param declaration Cases
---@return Cases
function cases(declaration) end
