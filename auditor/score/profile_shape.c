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
    { "planned", "string?",
      "评分表先列出、尚无规则检查的规则编号和通配；rules lint 因此不把它们当作笔误",
      "rule ids and wildcards of the sheet that no rule checks yet; rules lint then takes them for "
      "no slip of the pen",
      NULL },
    { "unlisted", "(\"run\"|\"off\")?", "评分表没有列的规则：仍然检查而不扣分，或不选用",
      "rules that stand in no row: they run and cost nothing, or are not selected", "run" },
    { "veto", "string?",
      "否决的后果：ceiling 59（至多此分）、fixed 0（即此分）或 grade（分数不变）；等次都为最低",
      "what a veto does: ceiling 59 (at most so many points), fixed 0, or grade (the score stays); "
      "the grade is the lowest in all three",
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
    { "分值|points", "number", "分值；否决可以不写", "what it is worth; a veto needs none", NULL },
    { "方式|kind", "string", "一次 once、按处 each 或 否决 veto", "once, each or veto", NULL },
    { "每处扣分|unit", "number?", "每处扣几分", "what an occurrence costs", "points" },
    { "封顶|cap", "number?", "至多扣几分", "the most that it costs", "points" },
    { "互斥组|mutex", "string?", "同一互斥组只计扣分最多的一项",
      "of a mutex only the dearest counts", NULL },
    { "分组|group", "string?", "分组", "its group", NULL },
    { "组封顶|group cap", "number?", "一组至多扣几分", "the most that the group costs", NULL },
    { "说明|note", "string?", "说明", "a note", NULL },
    { NULL, NULL, NULL, NULL, NULL },
};
const struct shape profile_sheet_shape = {
    .name = "ProfileSheet",
    .zh = "sheet.csv 的栏；表头写中文或英文",
    .en = "The columns of sheet.csv; the header has their Chinese or their English names",
    .fields = profile_sheet_shape_fields,
};
