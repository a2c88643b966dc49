/* city.c - see city.h. */
#include "recognise/city.h"

#include <string.h>

#include "recognise/cities.inc"
#include "recognise/rx.h"

static bool listed(const char *list, struct str city)
{
    struct str rest = str_of(list), name;
    while (str_split(&rest, ' ', &name))
        if (name.n > 0 && str_eq(name, city))
            return true;
    return false;
}

/* The city's own name: behind the province or the prefecture that it may stand with. */
static struct str own_name(struct str before, bool *under_city, bool *under_province)
{
    static const char *const above[] = { "自治区", "自治州", "省", "市", "州", "盟", "地区" };
    for (size_t k = 0; k < sizeof above / sizeof *above; k++) {
        size_t at = str_find(before, str_of(above[k])), n = strlen(above[k]);
        if (at == SIZE_MAX || at == 0 || at + n >= before.n)
            continue;
        struct str rest = str_sub(before, at + n, before.n);
        if (strcmp(above[k], "州") == 0 && rest.n < 6) /* the state's name is part of the city's */
            continue;
        bool province = strcmp(above[k], "省") == 0 || strcmp(above[k], "自治区") == 0;
        *under_province |= province;
        *under_city |= !province;
        return own_name(rest, under_city, under_province);
    }
    return before;
}

static bool speaks_of_counties(const struct page *p)
{
    for (uint32_t b = 0; p && b < p->blocks; b++)
        if ((p->hits[b] & HIT_COUNTY) && p->roles[b] == ROLE_BODY &&
            rx_has(RX_CITY_BELOW, page_text(p, b)))
            return true;
    return false;
}

static bool speaks_of_towns(const struct page *p)
{
    for (uint32_t b = 0; p && b < p->blocks; b++)
        if (page_running(p, b) &&
            (str_has(page_text(p, b), "乡镇") || str_has(page_text(p, b), "镇街") ||
             str_has(page_text(p, b), "镇(街")))
            return true;
    return false;
}

enum report_level city_level(struct str name, const struct page *p)
{
    bool under_city = false, under_province = false;
    size_t at = name.n;
    while (at >= 3 && !str_starts(str_sub(name, at - 3, 3), STR("市")))
        at -= 3;
    struct str city =
        own_name(str_sub(name, 0, at >= 3 ? at - 3 : 0), &under_city, &under_province);
    if (listed("北京 上海 天津 重庆", city))
        return LEVEL_PROVINCE;
    if (listed(prefecture_cities, city))
        return LEVEL_CITY;
    if (under_city || listed(county_cities, city))
        return LEVEL_COUNTY;
    if (under_province || speaks_of_counties(p))
        return LEVEL_CITY;
    return speaks_of_towns(p) ? LEVEL_COUNTY : LEVEL_CITY;
}
