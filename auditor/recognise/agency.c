/* agency.c - see agency.h. */
#include "recognise/agency.h"

#include <string.h>

#include "recognise/organ.h"
#include "recognise/rx.h"

/* Words that open no name: "我县", "各部门", "和X局". With a few of them names of places begin. */
static const char *const generic[] = {
    "我", "各", "该", "此", "有关", "相关", "的", "根据", "上级",
};

/* A first character that opens names of places too. */
struct opening {
    const char *word;
    bool mostly_name;       /* names begin with it, but for what follows; else the reverse */
    const char *others[32]; /* what follows where it is the other way */
};

static const struct opening openings[] = {
    { "本", true, { "省",   "市", "县", "区", "旗", "州", "盟", "镇", "乡",   "街", "局",
                    "委",   "厅", "部", "院", "校", "办", "所", "站", "中心", "级", "机关",
                    "单位", "地", "报", "年", "次", "系", "行", "着", "公",   "辖" } },
    { "全", true, { "省", "市", "县", "区", "旗", "州各", "州的", "州政", "盟", "镇",
                    "乡", "国", "街", "局", "委", "系",   "院",   "校",   "面", "体",
                    "文", "力", "部", "程", "年", "社",   "行",   "员" } },
    { "下", true, { "级", "属", "设", "一", "列", "发", "步", "辖", "达", "半", "年" } },
    { "依", true, { "法", "照", "据", "托", "申", "规", "靠" } },
    { "第", true, { "三方", "一时", "一责", "一批", "二批", "一季", "一阶", "一步" } },
    { "其", false, { "塔木" } },
    { "年", false, { "陡镇" } },
    { "和", false, { "平",   "龙",   "顺",   "静",   "硕", "政县", "田", "县人", "县教",
                     "县公", "县委", "林格", "布克", "睦", "兴",   "乐", "谐",   "荣",
                     "桥",   "合",   "尚",   "孚",   "溪", "安",   "盛", "舍" } },
    { "及", false, { NULL } },
    { "为", false, { "民" } },
    { "在", false, { NULL } },
    { "对", false, { "青山" } },
    { "与", false, { NULL } },
    { "现", false, { "河", "龙" } },
    { "按", false, { NULL } },
    { "无", false, { "锡", "极", "棣", "为", "量", "影山", "终" } },
};

static bool opens_name(struct str name)
{
    enum { OTHERS = sizeof openings[0].others / sizeof *openings[0].others };
    for (size_t i = 0; i < sizeof generic / sizeof *generic; i++)
        if (str_starts(name, str_of(generic[i])))
            return false;
    for (size_t i = 0; i < sizeof openings / sizeof *openings; i++) {
        const struct opening *o = &openings[i];
        if (!str_starts(name, str_of(o->word)))
            continue;
        struct str rest = str_sub(name, strlen(o->word), name.n);
        bool other = false;
        for (size_t k = 0; k < OTHERS && o->others[k] != NULL && !other; k++)
            other = str_starts(rest, str_of(o->others[k]));
        return other != o->mostly_name;
    }
    return true;
}

static bool only_name_characters(struct str name)
{
    for (size_t i = 0; i < name.n;) {
        uint32_t c = str_next(name, &i);
        bool han = (c >= 0x3400 && c <= 0x9FFF) || c == 0x3007 || c >= 0x20000;
        if (!han && c != '(' && c != ')' && c != 0xB7 && c != 0x3001)
            return false;
    }
    return true;
}

/* Whether the text could be a name, whatever it ends in. */
static bool is_name(struct str name)
{
    size_t chars = page_chars(name, 60);
    if (chars < 2 || chars > 45 || !only_name_characters(name) || str_starts(name, STR("(")))
        return false;
    return opens_name(name) && organ_words(name) && !organ_is_brand(name);
}

bool agency_plausible(struct str name)
{
    return organ_ends(name) && is_name(name);
}

/* A place and more behind it, in words that no headline has: "X县城投". */
static bool names_more_than_place(struct str name)
{
    static const char *const places[] = {
        "省", "市", "县", "区", "旗", "州", "盟", "镇", "乡", "村"
    };
    static const char *const headline[] = {
        "解读", "图",   "通知", "公告", "公示", "部门", "单位", "机关", "总结",  "内容", "栏目",
        "专栏", "政策", "文件", "标题", "下载", "附件", "领域", "重点", "最新",  "平台", "全文",
        "发布", "公布", "汇总", "清单", "统计", "数据", "信息", "政务", "法治",  "依法", "主题",
        "活动", "会议", "召开", "举办", "印发", "系统", "全面", "年度", "公司:", "做好", "推进"
    };
    static const char *const ends[] = {
        "直", "各", "级", "属", "等", "及", "和", "上", "下", "内"
    };
    bool place = false;
    for (size_t i = 0; i < sizeof headline / sizeof *headline; i++)
        if (str_has(name, headline[i]))
            return false;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (str_ends(name, str_of(ends[i])))
            return false;
    for (size_t i = 0; i < sizeof places / sizeof *places && !place; i++) {
        size_t at = str_find(name, str_of(places[i]));
        place = at != SIZE_MAX && at >= 6 && at + 3 < name.n;
    }
    return place;
}

/* The part behind the last character that no name has. */
static struct str last_part(struct str text)
{
    size_t from = 0;
    for (size_t i = 0; i < text.n;) {
        size_t before = i;
        uint32_t c = str_next(text, &i);
        bool han = (c >= 0x3400 && c <= 0x9FFF) || c == 0x3007 || c >= 0x20000 || c == 0xB7;
        bool bracket = (c == '(' && before > from) || c == ')' || c == 0x3001;
        if (!han && !bracket)
            from = i;
    }
    return str_sub(text, from, text.n);
}

static struct str without_lead(struct str text)
{
    static const char *const leads[] = {
        "一图读懂", "一图看懂", "一图了解", "一图速览", "图解", "图说", "政策解读", "文字解读",
        "解读",     "丨",       "关于",     "印发",     "公布", "发布", "报送",     "公开",
        "转发",     "编制",     "标题",     "名称",     "题名", "附件", "年度",     "年",
        "度",       "可与",     "请与",     "直接与",   "联系", "请",   "与",       "目前",
        "特向社会", "现向社会", "向社会",   "一是",     "二是", "三是", "四是"
    };
    for (bool cut = true; cut;) {
        cut = false;
        for (size_t i = 0; i < sizeof leads / sizeof *leads; i++) {
            if (str_starts(text, str_of(leads[i]))) {
                text = str_sub(text, strlen(leads[i]), text.n);
                cut = true;
            }
        }
    }
    return text;
}

static struct str without_tail(struct str text)
{
    static const char *const tails[] = { "关于", "的",     "(本级)", "本级", "(机关)",
                                         "机关", "年度",   "部门",   "《",   "开展",
                                         "做好", "(盖章)", "(公章)", "报送", "上报",
                                         "呈报", "提交",   "印发",   "公布", "发布" };
    for (bool cut = true; cut;) {
        cut = false;
        for (size_t i = 0; i < sizeof tails / sizeof *tails; i++) {
            if (str_ends(text, str_of(tails[i])) && text.n > strlen(tails[i])) {
                text = str_sub(text, 0, text.n - strlen(tails[i]));
                cut = true;
            }
        }
    }
    return text;
}

/* What is left of the text without brands, verbs and notes around a name. */
static struct str stripped(struct str text)
{
    struct pattern_match m;
    struct str name = last_part(without_tail(text));
    if (rx_find(RX_SITE_CUT, name, 0, &m))
        name = str_sub(name, m.to[0], name.n);
    name = without_tail(without_lead(name));
    if (str_starts(name, STR(")")))
        name = str_sub(name, 1, name.n);
    return name;
}

/* A name that the title begins with, be its first character a word of other texts: "对坊乡2021年…". */
static struct str opens_title(struct str text)
{
    struct str name = stripped(text);
    size_t chars = page_chars(name, 60);
    for (size_t i = 0; i < sizeof generic / sizeof *generic; i++)
        if (str_starts(name, str_of(generic[i])))
            return STR("");
    bool named = name.p == text.p && chars >= 3 && chars <= 45 && only_name_characters(name) &&
                 organ_ends(name) && organ_words(name) && !organ_is_brand(name);
    return named ? name : STR("");
}

struct str agency_trim(struct str text)
{
    struct str name = stripped(text);
    return agency_plausible(name) ? name : STR("");
}

/* The same for a name of whatever ending. */
static struct str trim_any(struct str text)
{
    struct str name = stripped(text);
    size_t chars = page_chars(name, 30);
    return chars >= 4 && chars <= 20 && names_more_than_place(name) && is_name(name) ? name
                                                                                     : STR("");
}

typedef struct str trimmer(struct str text);

/* What stands behind the report's name: "政府信息公开年报(X镇)". */
static struct str behind_name(struct str rest, trimmer *trim)
{
    while (rest.n > 0 && strchr("([-_:", rest.p[0]))
        rest = str_sub(rest, 1, rest.n);
    struct pattern_match year;
    size_t n = 0;
    if (rx_find(RX_YEAR, rest, 0, &year) && year.from[0] == 0)
        rest = str_sub(rest, year.to[0], rest.n);
    while (n < rest.n && !strchr(")]-_0123456789", rest.p[n]))
        n++;
    return trim(str_sub(rest, 0, n));
}

static struct str name_in_title(struct str title, trimmer *trim)
{
    struct str none = { "", 0 };
    struct pattern_match name, year;
    if (!rx_find(RX_REPORT_NAME, title, 0, &name) && !rx_find(RX_OTHER_NAME, title, 0, &name))
        return none;
    struct str before = str_sub(title, 0, name.from[0]);
    if (str_ends(before, STR("人民")) && /* "X镇人民政府信息公开" says it once for both */
        str_starts(str_sub(title, name.from[0], title.n), STR("政府")))
        before = str_sub(title, 0, name.from[0] + strlen("政府"));
    else if (str_ends(before, STR("政府")) && !str_ends(before, STR("人民政府")) &&
             str_starts(str_sub(title, name.from[0], title.n), STR("信息公开")))
        before.n -= strlen("政府"); /* "X局政府信息公开指南" */
    if (!rx_find(RX_YEAR, before, 0, &year)) {
        struct str found = trim(before);
        return found.n > 0 ? found : behind_name(str_sub(title, name.to[0], title.n), trim);
    }
    size_t from =
        year.from[0] > 0 && before.p[year.from[0] - 1] == '(' ? year.from[0] - 1 : year.from[0];
    struct str left = trim(str_sub(before, 0, from));
    if (left.n == 0 && from == year.from[0])
        left = opens_title(str_sub(before, 0, from));
    struct str right = trim(str_sub(before, year.to[0], before.n));
    if (left.n > 0)
        return left;
    return right.n > 0 ? right : behind_name(str_sub(title, name.to[0], title.n), trim);
}

struct str agency_of_title(struct str title)
{
    return name_in_title(title, agency_trim);
}

struct str agency_of_title_any(struct str title)
{
    return name_in_title(title, trim_any);
}
