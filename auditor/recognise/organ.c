/* organ.c - see organ.h. */
#include "recognise/organ.h"

#include <string.h>

#include "recognise/city.h"

struct suffix {
    struct str text;
    enum report_level level;
};

/* The first that fits decides, so longer and special ones stand first. */
static const struct suffix suffixes[] = {
    { STR_INIT("监督管理委员会"), LEVEL_DEPARTMENT },
    { STR_INIT("国有资产管理委员会"), LEVEL_DEPARTMENT },
    { STR_INIT("建设管理委员会"), LEVEL_DEPARTMENT },
    { STR_INIT("城市管理委员会"), LEVEL_DEPARTMENT },
    { STR_INIT("管理委员会"), LEVEL_ZONE },
    { STR_INIT("管委会"), LEVEL_ZONE },
    { STR_INIT("街道办事处"), LEVEL_TOWNSHIP },
    { STR_INIT("地区办事处"), LEVEL_TOWNSHIP },
    { STR_INIT("街道办"), LEVEL_TOWNSHIP },
    { STR_INIT("街道"), LEVEL_TOWNSHIP },
    { STR_INIT("苏木人民政府"), LEVEL_TOWNSHIP },
    { STR_INIT("苏木"), LEVEL_TOWNSHIP },
    { STR_INIT("镇人民政府"), LEVEL_TOWNSHIP },
    { STR_INIT("乡人民政府"), LEVEL_TOWNSHIP },
    { STR_INIT("镇政府"), LEVEL_TOWNSHIP },
    { STR_INIT("乡政府"), LEVEL_TOWNSHIP },
    { STR_INIT("镇"), LEVEL_TOWNSHIP },
    { STR_INIT("乡"), LEVEL_TOWNSHIP },
    { STR_INIT("生产建设兵团"), LEVEL_PROVINCE },
    { STR_INIT("省人民政府"), LEVEL_PROVINCE },
    { STR_INIT("省政府"), LEVEL_PROVINCE },
    { STR_INIT("省"), LEVEL_PROVINCE },
    { STR_INIT("自治区人民政府"), LEVEL_PROVINCE },
    { STR_INIT("自治区政府"), LEVEL_PROVINCE },
    { STR_INIT("自治区"), LEVEL_PROVINCE },
    { STR_INIT("州人民政府"), LEVEL_CITY },
    { STR_INIT("盟人民政府"), LEVEL_CITY },
    { STR_INIT("地区人民政府"), LEVEL_CITY },
    { STR_INIT("行政公署"), LEVEL_CITY },
    { STR_INIT("行署"), LEVEL_CITY },
    { STR_INIT("自治州政府"), LEVEL_CITY },
    { STR_INIT("自治州"), LEVEL_CITY },
    { STR_INIT("盟"), LEVEL_CITY },
    { STR_INIT("地区"), LEVEL_CITY },
    { STR_INIT("县人民政府"), LEVEL_COUNTY },
    { STR_INIT("区人民政府"), LEVEL_COUNTY },
    { STR_INIT("旗人民政府"), LEVEL_COUNTY },
    { STR_INIT("县政府"), LEVEL_COUNTY },
    { STR_INIT("区政府"), LEVEL_COUNTY },
    { STR_INIT("旗政府"), LEVEL_COUNTY },
    { STR_INIT("县"), LEVEL_COUNTY },
    { STR_INIT("旗"), LEVEL_COUNTY },
    { STR_INIT("浦东新区"), LEVEL_COUNTY },
    { STR_INIT("滨海新区"), LEVEL_COUNTY },
    { STR_INIT("开发区"), LEVEL_ZONE },
    { STR_INIT("高新区"), LEVEL_ZONE },
    { STR_INIT("经开区"), LEVEL_ZONE },
    { STR_INIT("新区"), LEVEL_ZONE },
    { STR_INIT("示范区"), LEVEL_ZONE },
    { STR_INIT("保税区"), LEVEL_ZONE },
    { STR_INIT("度假区"), LEVEL_ZONE },
    { STR_INIT("风景区"), LEVEL_ZONE },
    { STR_INIT("名胜区"), LEVEL_ZONE },
    { STR_INIT("合作区"), LEVEL_ZONE },
    { STR_INIT("试验区"), LEVEL_ZONE },
    { STR_INIT("管理区"), LEVEL_ZONE },
    { STR_INIT("园区"), LEVEL_ZONE },
    { STR_INIT("工业园"), LEVEL_ZONE },
    { STR_INIT("产业园"), LEVEL_ZONE },
    { STR_INIT("新城"), LEVEL_ZONE },
    { STR_INIT("社区"), LEVEL_TOWNSHIP },
    { STR_INIT("区"), LEVEL_COUNTY },
    { STR_INIT("市人民政府"), LEVEL_CITY }, /* by its list: see city_level() */
    { STR_INIT("市政府"), LEVEL_CITY },
    { STR_INIT("市"), LEVEL_CITY },
    { STR_INIT("州"), LEVEL_CITY },
};

static const struct str bodies[] = {
    STR_INIT("局"),     STR_INIT("委员会"), STR_INIT("委"),       STR_INIT("厅"),
    STR_INIT("办公室"), STR_INIT("办公厅"), STR_INIT("办"),       STR_INIT("办事处"),
    STR_INIT("中心"),   STR_INIT("支队"),   STR_INIT("大队"),     STR_INIT("总队"),
    STR_INIT("院"),     STR_INIT("所"),     STR_INIT("站"),       STR_INIT("处"),
    STR_INIT("署"),     STR_INIT("馆"),     STR_INIT("社"),       STR_INIT("部"),
    STR_INIT("队"),     STR_INIT("学校"),   STR_INIT("中学"),     STR_INIT("小学"),
    STR_INIT("大学"),   STR_INIT("学院"),   STR_INIT("集团"),     STR_INIT("公司"),
    STR_INIT("会"),     STR_INIT("银行"),   STR_INIT("法院"),     STR_INIT("检察院"),
    STR_INIT("团"),     STR_INIT("台"),     STR_INIT("场"),       STR_INIT("总行"),
    STR_INIT("分局"),   STR_INIT("税务局"), STR_INIT("海关"),     STR_INIT("医院"),
    STR_INIT("工会"),   STR_INIT("政府办"), STR_INIT("监狱"),     STR_INIT("库"),
    STR_INIT("庭"),     STR_INIT("校"),     STR_INIT("基地"),     STR_INIT("园林"),
    STR_INIT("博物馆"), STR_INIT("联合社"), STR_INIT("人民政府"), STR_INIT("政府"),
    STR_INIT("支行"),   STR_INIT("分行"),   STR_INIT("妇联"),     STR_INIT("残联"),
    STR_INIT("文联"),   STR_INIT("侨联"),   STR_INIT("工商联"),   STR_INIT("科协"),
    STR_INIT("社科联"), STR_INIT("政协"),   STR_INIT("室"),
};

/* "X bureau (Y office)" is what stands before the bracket. */
static struct str without_bracket(struct str name)
{
    size_t open = name.n;
    if (!str_ends(name, STR(")")))
        return name;
    while (open > 0 && name.p[open - 1] != '(')
        open--;
    return open > 1 ? str_sub(name, 0, open - 1) : name;
}

/* str_ends() for long tables: most words differ in their last byte already. */
static inline bool ends(struct str name, struct str word)
{
    return name.n >= word.n && name.p[name.n - 1] == word.p[word.n - 1] && str_ends(name, word);
}

static const struct suffix *place_suffix(struct str name)
{
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++)
        if (ends(name, suffixes[i].text))
            return &suffixes[i];
    return NULL;
}

static bool body_suffix(struct str name)
{
    for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++)
        if (ends(name, bodies[i]))
            return true;
    return false;
}

/* The divisions and regiments of the corps are to each other as a prefecture and its towns. */
static enum report_level corps_level(struct str name)
{
    static const char *const digits[] = { "一", "二", "三", "四", "五", "六", "七", "八",
                                          "九", "十", "百", "〇", "零", "0",  "1",  "2",
                                          "3",  "4",  "5",  "6",  "7",  "8",  "9" };
    bool division = str_ends(name, STR("师")), field = str_ends(name, STR("团场"));
    if (!division && !field && !str_ends(name, STR("团")))
        return LEVEL_UNKNOWN;
    struct str before = str_sub(name, 0, name.n - (field ? strlen("团场") : strlen("师")));
    if (division ? str_has(name, "第") : str_has(name, "兵团") || str_has(name, "师"))
        for (size_t i = 0; i < sizeof digits / sizeof *digits; i++)
            if (str_ends(before, str_of(digits[i])))
                return division ? LEVEL_CITY : LEVEL_TOWNSHIP;
    return LEVEL_UNKNOWN;
}

bool organ_ends(struct str name)
{
    name = without_bracket(name);
    const struct suffix *s = place_suffix(name);
    if ((s && s->text.n < name.n) || corps_level(name) != LEVEL_UNKNOWN)
        return true;
    return body_suffix(name) && page_chars(name, 3) >= 3;
}

enum report_level organ_level(struct str name, const struct page *p)
{
    name = without_bracket(name);
    const struct suffix *s = place_suffix(name);
    if (name.n == 0)
        return LEVEL_UNKNOWN;
    if (corps_level(name) != LEVEL_UNKNOWN)
        return corps_level(name);
    if (!s)
        return body_suffix(name) ? LEVEL_DEPARTMENT : LEVEL_UNKNOWN;
    if (str_starts(s->text, STR("市")))
        return city_level(name, p);
    return s->level;
}

enum report_level report_level_of(struct str agency)
{
    return organ_level(agency, NULL);
}

static bool ends_in(struct str name, const char *const *list, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (str_ends(name, str_of(list[i])))
            return true;
    return false;
}

static bool speaks_of_media(struct str name)
{
    static const char *const words[] = { "日报", "晚报", "早报", "时报", "新闻",  "融媒体",
                                         "传媒", "电视", "广播", "本网", "本站",  "网站",
                                         "门户", "报社", "杂志", "在线", "通讯社" };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_has(name, words[i]))
            return true;
    return false;
}

#define ENDS_IN(name, list) ends_in(name, list, sizeof(list) / sizeof *(list))

bool organ_is_media(struct str name)
{
    static const char *const ends[] = { "中心", "台", "社", "集团", "公司" };
    return speaks_of_media(name) && ENDS_IN(name, ends);
}

bool organ_is_brand(struct str name)
{
    static const char *const organs[] = { "局", "厅", "委员会", "办公室", "人民政府", "学院" };
    if (ENDS_IN(name, organs) || organ_is_media(name))
        return false; /* 文化广播电视和旅游局, 新闻出版局 */
    return speaks_of_media(name) || str_ends(name, STR("网")) || str_ends(name, STR("报"));
}

/* Whether the word at byte `at` is followed by one of the list; "部" of "部署" is another word. */
static bool goes_on(struct str rest, const char *const *list, size_t n)
{
    static const char *const others[] = { "部署", "部门", "部分", "办法", "办理", "处理", "处置" };
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (str_starts(rest, str_of(others[i])))
            return false;
    for (size_t i = 0; i < n; i++)
        if (str_starts(rest, str_of(list[i])))
            return true;
    return false;
}

/* "Work" in a name is a field of work with its organ: 金融工作局, 农村工作领导小组办公室. */
static bool work_is_organ(struct str name)
{
    static const char *const organs[] = { "部",       "局",       "厅",   "委",   "办",   "处",
                                          "署",       "站",       "队",   "大队", "支队", "总队",
                                          "领导小组", "联席会议", "中心", "服务", "管理", "指导",
                                          "协调",     "促进",     "保障", "事务", "推进", "研究",
                                          "协会",     "联合会" };
    static const char *const sentence[] = { "做好", "开展", "认真",   "进一步", "加强", "落实",
                                            "负责", "成立", "完成",   "实行",   "牵头", "抓好",
                                            "推动", "日常", "具体",   "相关",   "有关", "各项",
                                            "此项", "该项", "为组长", "调整",   "由",   "我" };
    size_t at = str_find(name, STR("工作"));
    if (at == SIZE_MAX)
        return true;
    for (size_t i = 0; i < sizeof sentence / sizeof *sentence; i++)
        if (str_has(name, sentence[i]))
            return false;
    for (size_t from = 0; at != SIZE_MAX; at = str_find(str_sub(name, from, name.n), STR("工作"))) {
        at += from;
        from = at + strlen("工作");
        if (at < 6 || !goes_on(str_sub(name, from, name.n), organs, sizeof organs / sizeof *organs))
            return false;
    }
    return true;
}

/* A net that is no site: 互联网信息办公室, 网格中心, 国网X供电公司. */
static bool net_is_organ(struct str name)
{
    static const char *const before[] = { "互联", "电", "路", "管", "水利", "供热" };
    static const char *const behind[] = { "信办", "信委", "信中", "络", "格", "安", "监" };
    size_t at = str_find(name, STR("网"));
    for (size_t from = 0; at != SIZE_MAX; at = str_find(str_sub(name, from, name.n), STR("网"))) {
        at += from;
        from = at + strlen("网");
        bool known = from == strlen("国网") && str_starts(name, STR("国网"));
        known |= ENDS_IN(str_sub(name, 0, at), before);
        for (size_t k = 0; k < sizeof behind / sizeof *behind; k++)
            known |= str_starts(str_sub(name, from, name.n), str_of(behind[k]));
        if (!known)
            return false;
    }
    return true;
}

bool organ_words(struct str name)
{
    static const char *const never[] = { "公开", "报告", "年报", "情况",   "首页",   "目录",
                                         "分享", "某",   "包括", "内容",   "主要",   "成立",
                                         "设立", "组建", "疑问", "政府和", "政府及", "政府与" };
    for (size_t i = 0; i < sizeof never / sizeof *never; i++)
        if (str_has(name, never[i]))
            return false;
    return work_is_organ(name) && net_is_organ(name);
}
