/* profile_shape.c - the keys of profile.conf and the columns of sheet.csv; see profile_shape.h. */
#include "score/profile_shape.h"

static const struct shape_field profile_shape_fields[] = {
    { "id", "string", "编号", "its id", NULL },
    { "version", "string", "版本", "its version", NULL },
    { "title.zh", "string", "中文名称", "its Chinese name", NULL },
    { "title.en", "string?", "英文名称", "its English name", "title.zh" },
    { "max", "number", "满分", "the points to start from", NULL },
    { "model", "string", "评分办法，plugins/scoring/ 中的一个文件",
      "the scoring model, a file of plugins/scoring/", NULL },
    { "bands", "string?",
      "等次：从满分的百分之几起、中文名、英文名，如 90:优秀:excellent, 60:合格:fair, "
      "0:不合格:poor；不写则不分等次",
      "grades: from which percent of the maximum, Chinese and English name, as 90:优秀:excellent, "
      "60:合格:fair, 0:不合格:poor; left out: no grades",
      NULL },
    { "blocking", "string?", "未判定即不能排名的规则",
      "rules that must be decided before an agency is ranked",
      "requests.* disputes.total structure.section-missing publication.late" },
    { "bonus", "string?",
      "加分从多少分起计入：> 80、>= 80，或某项的得分 >= 44 in 2（指标编号）；不写则一律计入",
      "from how many points a bonus counts: > 80, >= 80, or those of an indicator, >= 44 in 2; "
      "left "
      "out: always",
      NULL },
    { "bonus.cap", "number?", "加分合计至多几分", "the most that all bonuses add", NULL },
    { "bonus.total", "number?", "加分后总分至多几分", "the score that a bonus does not exceed",
      NULL },
    { "denominator", "(\"fixed\"|\"applicable\")?",
      "分母：fixed 为满分；applicable 为适用的各项分值之和，不适用的不计入，再换算为满分",
      "fixed: of the maximum; applicable: of what applies, scaled to the maximum", "fixed" },
    { "groups", "string?", "“适用”一栏所用的机关分组，与名册的分组一致",
      "groups of agencies that the column 适用 names, as in the register", NULL },
    { "missing", "string?",
      "没有交报告的机关：apart（另列，不评分）、judged（按评分表对已查出的问题扣分）或 fixed "
      "0（定为此分）",
      "an agency of which nothing came in: apart (listed, not scored), judged (what the sheet says "
      "of the findings there are) or fixed 0 (so many points)",
      "apart" },
    { "planned", "string?",
      "评分表先列出、尚无规则检查的规则编号和通配；rules lint 因此不把它们当作笔误",
      "rule ids and wildcards of the sheet that no rule checks yet; rules lint then takes them for "
      "no slip of the pen",
      NULL },
    { "round", "integer?", "得分保留几位小数（0 至 3），四舍五入",
      "decimals of the score, 0 to 3, half upwards", "3" },
    { "top", "string?", "排名时每组前百分之几另称，如 25:先进:advanced；须已排名且不在最低等次",
      "the share of a group that the ranking tells apart, as 25:先进:advanced; only ranked ones "
      "above "
      "the lowest grade",
      NULL },
    { "unlisted", "(\"run\"|\"off\")?", "评分表没有列的规则：仍然检查而不扣分，或不选用",
      "rules that stand in no row: they run and cost nothing, or are not selected", "run" },
    { "veto", "string?",
      "否决的后果：ceiling 59（至多此分）、fixed 0（即此分）或 grade（分数不变），等次都为最低；"
      "grade 良好：分数不变，等次至多为良好",
      "what a veto does: ceiling 59 (at most so many points), fixed 0, or grade (the score stays), "
      "with the lowest grade; grade 良好: the score stays, and that is the best grade left",
      "grade" },
    { NULL, NULL, NULL, NULL, NULL },
};
const struct shape profile_shape = {
    .name = "Profile",
    .zh = "profile.conf 的键，写作 键 = 值。另可写 规则.参数 = 值，另定规则的参数，如 "
          "publication.late.township = 02-28（auditor rules show 列出各规则的参数）",
    .en = "The keys of profile.conf, written key = value. RULE.PARAMETER = value sets a parameter "
          "of a rule, as publication.late.township = 02-28 (auditor rules show lists them)",
    .fields = profile_shape_fields,
};

static const struct shape_field profile_sheet_shape_fields[] = {
    { "编号|id", "string", "指标的编号", "id of the indicator", NULL },
    { "指标|indicator", "string", "指标的名称", "its name", NULL },
    { "规则|rules", "string", "规则编号，可用 requests.* 代表一组；一条规则只能归一个指标",
      "ids of rules, requests.* for a group; a rule belongs to one indicator", NULL },
    { "分值|points", "number", "分值；否决、门槛和汇总可以不写",
      "what it is worth; a veto, a gate or a sum needs none", NULL },
    { "方式|kind", "string",
      "一次 once、按处 each、分档 graded、门槛 gate、否决 veto、人工 hand、期评 period、加分 bonus "
      "或 汇总 sum",
      "once, each, graded, gate, veto, hand, period, bonus or sum", NULL },
    { "每处扣分|unit", "number?", "每处扣几分", "what an occurrence costs", "points" },
    { "封顶|cap", "number?", "至多扣几分；不限 为没有封顶",
      "the most that it costs; none: no limit", "points" },
    { "互斥组|mutex", "string?", "同一互斥组只计扣分最多的一项",
      "of a mutex only the dearest counts", NULL },
    { "分组|group", "string?", "分组", "its group", NULL },
    { "组封顶|group cap", "number?", "一组至多扣几分", "the most that the group costs", NULL },
    { "说明|note", "string?", "说明", "a note", NULL },
    { "上级|parent", "string?", "上级指标的编号或名称（方式为 汇总）；不写则按编号，1.2 属于 1",
      "the indicator above, of kind sum, by id or name; left out: by number, 1.2 below 1", NULL },
    { "适用|applies", "string?", "只用于哪些层级或分组的机关",
      "kinds of bodies or groups that it is for", "all" },
    { "分档|steps", "string?", "分档的天数和扣分，如 1-10:2; 11-30:5; 31-:10；每天0.5 为按天计",
      "days and points of a graded row, as 1-10:2; 11-30:5; 31-:10; *0.5: for each day", NULL },
    { "期评|periods", "string?",
      "各期如何合成：季度 平均、月度 合计 /10、季度 加权 20:20:30:30 /100（斜线后为每期满分）",
      "how periods are combined: quarterly mean, monthly sum /10, quarterly weights 20:20:30:30 "
      "/100 "
      "(full mark of each behind the slash)",
      NULL },
    { "底线|floor", "string?", "得分低于它即否决，如 21 或 60%",
      "fewer points than this veto the result, as 21 or 60%", NULL },
    { "后果|effect", "string?", "本行否决或低于底线的后果，写法同 profile.conf 的 veto",
      "what a veto or a floor of this row does, as veto in profile.conf", "veto" },
    { NULL, NULL, NULL, NULL, NULL },
};
const struct shape profile_sheet_shape = {
    .name = "ProfileSheet",
    .zh = "sheet.csv 的栏；表头写中文或英文",
    .en = "The columns of sheet.csv; the header has their Chinese or their English names",
    .fields = profile_sheet_shape_fields,
};
