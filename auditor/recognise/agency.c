/* agency.c - see agency.h. */
#include "recognise/agency.h"

#include <string.h>

#include "recognise/city.h"
#include "recognise/rx.h"

struct suffix {
    const char *text;
    enum report_level level;
};

/* The first that fits decides, so longer and special ones stand first. */
static const struct suffix suffixes[] = {
    { "监督管理委员会", LEVEL_DEPARTMENT },
    { "国有资产管理委员会", LEVEL_DEPARTMENT },
    { "建设管理委员会", LEVEL_DEPARTMENT },
    { "城市管理委员会", LEVEL_DEPARTMENT },
    { "管理委员会", LEVEL_ZONE },
    { "管委会", LEVEL_ZONE },
    { "街道办事处", LEVEL_TOWNSHIP },
    { "地区办事处", LEVEL_TOWNSHIP },
    { "街道办", LEVEL_TOWNSHIP },
    { "街道", LEVEL_TOWNSHIP },
    { "苏木人民政府", LEVEL_TOWNSHIP },
    { "苏木", LEVEL_TOWNSHIP },
    { "镇人民政府", LEVEL_TOWNSHIP },
    { "乡人民政府", LEVEL_TOWNSHIP },
    { "镇政府", LEVEL_TOWNSHIP },
    { "乡政府", LEVEL_TOWNSHIP },
    { "镇", LEVEL_TOWNSHIP },
    { "乡", LEVEL_TOWNSHIP },
    { "生产建设兵团", LEVEL_PROVINCE },
    { "省人民政府", LEVEL_PROVINCE },
    { "省政府", LEVEL_PROVINCE },
    { "省", LEVEL_PROVINCE },
    { "自治区人民政府", LEVEL_PROVINCE },
    { "自治区政府", LEVEL_PROVINCE },
    { "自治区", LEVEL_PROVINCE },
    { "州人民政府", LEVEL_CITY },
    { "盟人民政府", LEVEL_CITY },
    { "地区人民政府", LEVEL_CITY },
    { "行政公署", LEVEL_CITY },
    { "行署", LEVEL_CITY },
    { "自治州政府", LEVEL_CITY },
    { "自治州", LEVEL_CITY },
    { "盟", LEVEL_CITY },
    { "地区", LEVEL_CITY },
    { "县人民政府", LEVEL_COUNTY },
    { "区人民政府", LEVEL_COUNTY },
    { "旗人民政府", LEVEL_COUNTY },
    { "县政府", LEVEL_COUNTY },
    { "区政府", LEVEL_COUNTY },
    { "旗政府", LEVEL_COUNTY },
    { "县", LEVEL_COUNTY },
    { "旗", LEVEL_COUNTY },
    { "浦东新区", LEVEL_COUNTY },
    { "滨海新区", LEVEL_COUNTY },
    { "开发区", LEVEL_ZONE },
    { "高新区", LEVEL_ZONE },
    { "经开区", LEVEL_ZONE },
    { "新区", LEVEL_ZONE },
    { "示范区", LEVEL_ZONE },
    { "保税区", LEVEL_ZONE },
    { "度假区", LEVEL_ZONE },
    { "风景区", LEVEL_ZONE },
    { "名胜区", LEVEL_ZONE },
    { "合作区", LEVEL_ZONE },
    { "试验区", LEVEL_ZONE },
    { "管理区", LEVEL_ZONE },
    { "园区", LEVEL_ZONE },
    { "工业园", LEVEL_ZONE },
    { "产业园", LEVEL_ZONE },
    { "区", LEVEL_COUNTY },
    { "市人民政府", LEVEL_CITY }, /* by its list: see city_level() */
    { "市政府", LEVEL_CITY },
    { "市", LEVEL_CITY },
    { "州", LEVEL_CITY },
};

static const char *const bodies[] = {
    "局",   "委员会", "委",   "厅",     "办公室", "办公厅",   "办",   "办事处", "中心",
    "支队", "大队",   "总队", "院",     "所",     "站",       "处",   "署",     "馆",
    "社",   "部",     "队",   "学校",   "中学",   "小学",     "大学", "学院",   "集团",
    "公司", "会",     "银行", "法院",   "检察院", "团",       "台",   "场",     "总行",
    "分局", "税务局", "海关", "医院",   "工会",   "政府办",   "监狱", "库",     "庭",
    "校",   "基地",   "园林", "博物馆", "联合社", "人民政府", "政府",
};

static const char *const generic[] = {
    "我", "本", "全", "各", "该", "此", "其", "有关", "相关", "年",   "和", "及", "的",
    "为", "在", "对", "与", "现", "按", "依", "根据", "无",   "上级", "下", "第",
};

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

static const struct suffix *place_suffix(struct str name)
{
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++)
        if (str_ends(name, str_of(suffixes[i].text)))
            return &suffixes[i];
    return NULL;
}

static bool body_suffix(struct str name)
{
    for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++)
        if (str_ends(name, str_of(bodies[i])))
            return true;
    return false;
}

bool agency_is_press(struct str name)
{
    static const char *const organs[] = { "局", "厅", "委员会", "办公室", "人民政府" };
    static const char *const words[] = { "日报", "晚报", "早报", "时报", "新闻", "融媒体",
                                         "传媒", "电视", "广播", "本网", "本站", "网站",
                                         "门户", "报社", "杂志", "在线" };
    for (size_t i = 0; i < sizeof organs / sizeof *organs; i++)
        if (str_ends(name, str_of(organs[i])) && !str_has(name, "报社"))
            return false; /* 文化广播电视和旅游局, 新闻出版局 */
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_has(name, words[i]))
            return true;
    return str_ends(name, STR("网")) || str_ends(name, STR("报"));
}

bool agency_plausible(struct str name)
{
    static const char *const never[] = { "公开", "报告", "年报", "情况", "工作",
                                         "首页", "目录", "网",   "分享", "某" };
    size_t chars = page_chars(name, 60);
    if (chars < 2 || chars > 45 || !only_name_characters(name) || str_starts(name, STR("(")))
        return false;
    for (size_t i = 0; i < sizeof generic / sizeof *generic; i++)
        if (str_starts(name, str_of(generic[i])))
            return false;
    for (size_t i = 0; i < sizeof never / sizeof *never; i++)
        if (str_has(name, never[i]))
            return false;
    if (agency_is_press(name))
        return false;
    const struct suffix *s = place_suffix(name);
    if (s && strlen(s->text) < name.n)
        return true;
    return body_suffix(name) && chars >= 3;
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
    static const char *const leads[] = { "关于",   "印发", "公布", "发布", "报送", "公开",
                                         "转发",   "编制", "标题", "名称", "题名", "附件",
                                         "年度",   "年",   "度",   "中共", "可与", "请与",
                                         "直接与", "联系", "请",   "与" };
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
    static const char *const tails[] = { "关于", "的", "本级", "机关", "年度",
                                         "部门", "《", "开展", "做好" };
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

struct str agency_trim(struct str text)
{
    const struct str none = { "", 0 };
    struct pattern_match m;
    struct str name = last_part(without_tail(text));
    if (rx_find(RX_SITE_CUT, name, 0, &m))
        name = str_sub(name, m.to[0], name.n);
    name = without_tail(without_lead(name));
    if (str_starts(name, STR(")")))
        name = str_sub(name, 1, name.n);
    return agency_plausible(name) ? name : none;
}

/* What stands behind the report's name: "政府信息公开年报(X镇)". */
static struct str behind_name(struct str rest)
{
    while (rest.n > 0 && strchr("([-_:", rest.p[0]))
        rest = str_sub(rest, 1, rest.n);
    struct pattern_match year;
    size_t n = 0;
    if (rx_find(RX_YEAR, rest, 0, &year) && year.from[0] == 0)
        rest = str_sub(rest, year.to[0], rest.n);
    while (n < rest.n && !strchr(")]-_0123456789", rest.p[n]))
        n++;
    return agency_trim(str_sub(rest, 0, n));
}

struct str agency_of_title(struct str title)
{
    struct str none = { "", 0 };
    struct pattern_match name, year;
    if (!rx_find(RX_REPORT_NAME, title, 0, &name) && !rx_find(RX_OTHER_NAME, title, 0, &name))
        return none;
    struct str before = str_sub(title, 0, name.from[0]);
    if (!rx_find(RX_YEAR, before, 0, &year)) {
        struct str found = agency_trim(before);
        return found.n > 0 ? found : behind_name(str_sub(title, name.to[0], title.n));
    }
    size_t from =
        year.from[0] > 0 && before.p[year.from[0] - 1] == '(' ? year.from[0] - 1 : year.from[0];
    struct str left = agency_trim(str_sub(before, 0, from));
    struct str right = agency_trim(str_sub(before, year.to[0], before.n));
    if (left.n > 0)
        return left;
    return right.n > 0 ? right : behind_name(str_sub(title, name.to[0], title.n));
}

enum report_level agency_level(struct str name, const struct page *p)
{
    const struct suffix *s = place_suffix(name);
    if (name.n == 0)
        return LEVEL_UNKNOWN;
    if (!s)
        return body_suffix(name) ? LEVEL_DEPARTMENT : LEVEL_UNKNOWN;
    if (str_starts(str_of(s->text), STR("市")))
        return city_level(name, p);
    return s->level;
}
