/* known.c - see known.h. */
#include "recognise/known.h"

struct known {
    struct str title;
    struct str name; /* the longest so far */
};

/* What may follow a name: behind "X县" in "X县水务局" another name goes on. */
static bool ends_well(struct str rest)
{
    static const char *const next[] = { "政府信息", "信息公开", "政务公开", "关于", "年",
                                        "二〇",     "本级",     "机关",     "【",   "】",
                                        "》",       "”",        "—" };
    if (rest.n == 0 || (unsigned char)rest.p[0] < 0x80)
        return true;
    for (size_t i = 0; i < sizeof next / sizeof *next; i++)
        if (str_starts(rest, str_of(next[i])))
            return true;
    return false;
}

/* Behind another place it is that place's: "甲市白露镇" is not our "白露镇". */
static bool begins_well(struct str before)
{
    static const char *const places[] = { "省", "市", "县", "区", "旗", "州", "盟", "镇", "乡" };
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        if (str_ends(before, str_of(places[i])))
            return false;
    return true;
}

static bool note_known(void *user, uint32_t id, size_t end, size_t length)
{
    struct known *k = user;
    (void)id;
    if (length > k->name.n && ends_well(str_sub(k->title, end, k->title.n)) &&
        begins_well(str_sub(k->title, 0, end - length)))
        k->name = str_sub(k->title, end - length, length);
    return true;
}

struct str known_in_title(const struct page *p)
{
    struct known k = { p->title, STR("") };
    if (p->hint && p->hint->agencies)
        literal_scan(p->hint->agencies, p->title, note_known, &k);
    return k.name;
}
