/* profile_conf.c - profile.conf: the keys of a profile beside its sheet; see profile.h. */
#include <string.h>

#include "base/conf.h"
#include "base/lang.h"
#include "base/mem.h"
#include "score/cell.h"
#include "score/points.h"
#include "score/profile.h"
#include "score/profile_shape.h"

static const char *const default_blocking =
    "requests.* disputes.total structure.section-missing publication.late";

static int wrong(const struct conf *conf, const char *key, struct error *err)
{
    unsigned line = 0;
    const char *value = "";
    for (size_t i = 0; i < conf->n; i++)
        if (strcmp(conf->entries[i].key, key) == 0) {
            line = conf->entries[i].line;
            value = conf->entries[i].value;
        }
    return error_set(err, ERR_CONFIG,
                     tr("%s:%u：键 %s 的值“%s”不正确", "%s:%u: key %s has a wrong value \"%s\""),
                     conf->name, line, key, value);
}

static struct str kept(struct profile *p, const char *value)
{
    return arena_str(p->arena, str_of(value));
}

/* "90:优秀:excellent": percent, Chinese name, English name (may be left out). */
static bool read_band(struct profile *p, struct str text, struct profile_band *band)
{
    struct str part[3] = { { "", 0 }, { "", 0 }, { "", 0 } };
    size_t n = 0;
    while (n < 3 && str_split(&text, ':', &part[n]))
        n++;
    if (n < 2 || !points_parse(&band->percent, part[0]) || band->percent > 100000)
        return false;
    struct str zh = str_trim(part[1]);
    struct str en = n == 3 ? str_trim(part[2]) : zh;
    if (zh.n == 0 || en.n == 0)
        return false;
    band->name.in[LANG_ZH] = arena_str(p->arena, zh);
    band->name.in[LANG_EN] = arena_str(p->arena, en);
    return true;
}

/* Highest first. */
static bool add_band(struct profile *p, size_t *cap, struct str text)
{
    struct profile_band band = { 0 };
    if (!read_band(p, text, &band) ||
        (p->band_count && band.percent >= p->bands[p->band_count - 1].percent))
        return false;
    p->bands = mem_grow(p->bands, p->band_count, cap, sizeof *p->bands);
    p->bands[p->band_count++] = band;
    return true;
}

static bool read_bands(struct profile *p, const char *value)
{
    struct str rest = str_of(value ? value : "");
    struct str part;
    size_t cap = 0;
    while (str_split(&rest, ',', &part)) {
        part = str_trim(part);
        if (part.n && !add_band(p, &cap, part))
            return false;
    }
    return true;
}

static void read_patterns(struct profile *p, const char *value, struct str **list, size_t *n)
{
    struct str rest = str_of(value);
    size_t cap = 0;
    while (rest.n) {
        size_t len = 0;
        while (len < rest.n && !strchr(" \t,;", rest.p[len]))
            len++;
        if (len) {
            *list = mem_grow(*list, *n, &cap, sizeof **list);
            (*list)[(*n)++] = arena_str(p->arena, str_sub(rest, 0, len));
        }
        rest = str_sub(rest, len + 1, rest.n);
    }
}

static void read_groups(struct profile *p, const char *value)
{
    struct str rest = str_of(value);
    struct str word;
    size_t cap = 0;
    while (cell_word(&rest, &word)) {
        p->groups = mem_grow(p->groups, p->group_count, &cap, sizeof *p->groups);
        p->groups[p->group_count++] = arena_str(p->arena, word);
    }
}

static int named_band(const struct profile *p, struct str name)
{
    for (size_t i = 0; i < p->band_count; i++)
        if (str_eq(p->bands[i].name.in[LANG_ZH], name) ||
            str_eq(p->bands[i].name.in[LANG_EN], name))
            return (int)i;
    return -1;
}

/* "ceiling 59", "fixed 0", "grade", or "grade" and the best band that is left. */
bool profile_read_effect(const struct profile *p, struct str text, struct profile_effect *out)
{
    struct str word;
    *out = (struct profile_effect){ VETO_GRADE, 0, -1 };
    text = str_trim(text);
    if (!cell_word(&text, &word))
        return false;
    text = str_trim(text);
    bool ceiling = str_eq_c(word, "至多") || str_eq_nocase(word, "ceiling");
    if (str_eq_c(word, "等次") || str_eq_nocase(word, "grade")) {
        out->band = named_band(p, text);
        return text.n == 0 || out->band >= 0;
    }
    if (!ceiling && !str_eq_c(word, "定为") && !str_eq_nocase(word, "fixed"))
        return false;
    out->kind = ceiling ? VETO_CEILING : VETO_FIXED;
    return points_parse(&out->points, text) && out->points <= p->max;
}

static bool read_veto(struct profile *p, const char *value)
{
    return profile_read_effect(p, str_of(value ? value : "grade"), &p->veto);
}

/* "apart", "judged", "fixed 0". */
static bool read_missing(struct profile *p, const char *value)
{
    struct str text = str_trim(str_of(value ? value : "apart"));
    struct str word;
    p->missing = (struct profile_missing){ MISSING_APART, 0 };
    if (!cell_word(&text, &word))
        return false;
    text = str_trim(text);
    if (str_eq_c(word, "定为") || str_eq_nocase(word, "fixed")) {
        p->missing.kind = MISSING_FIXED;
        return points_parse(&p->missing.points, text) && p->missing.points <= p->max;
    }
    if (str_eq_c(word, "照扣") || str_eq_nocase(word, "judged"))
        p->missing.kind = MISSING_JUDGED;
    else if (!str_eq_c(word, "另列") && !str_eq_nocase(word, "apart"))
        return false;
    return text.n == 0;
}

/* "> 80", ">= 44", ">= 44 in 2": the points from which a bonus counts, of an indicator or the whole. */
static bool read_threshold(struct profile *p, const char *value)
{
    struct str text = str_trim(str_of(value));
    p->bonus.above = -1;
    if (text.n == 0)
        return true;
    if (text.p[0] != '>')
        return false;
    p->bonus.strictly = !str_starts(text, STR(">="));
    text = str_sub(text, p->bonus.strictly ? 1 : 2, text.n);
    size_t in = str_find(text, STR(" in "));
    if (in != SIZE_MAX)
        p->bonus.indicator = arena_str(p->arena, str_trim(str_sub(text, in + 4, text.n)));
    return points_parse(&p->bonus.above, str_sub(text, 0, in));
}

static bool read_limit(const char *value, int64_t *out)
{
    *out = -1;
    return !value || points_parse(out, str_of(value));
}

/* "25:先进:advanced": the share of a group that is told apart in the ranking. */
static bool read_top(struct profile *p, const char *value)
{
    return !value || (read_band(p, str_of(value), &p->top) && p->top.percent > 0);
}

/* Decimals of the score: 0 to 3. */
static bool read_round(struct profile *p, const char *value)
{
    static const int64_t grains[] = { 1000, 100, 10, 1 };
    p->grain = 1;
    if (!value)
        return true;
    if (strlen(value) != 1 || *value < '0' || *value > '3')
        return false;
    p->grain = grains[*value - '0'];
    return true;
}

static bool read_denominator(struct profile *p, const char *value)
{
    p->applicable_only = value && strcmp(value, "applicable") == 0;
    return !value || p->applicable_only || strcmp(value, "fixed") == 0;
}

static bool read_unlisted(struct profile *p, const char *value)
{
    p->unlisted_run = !value || strcmp(value, "run") == 0;
    return p->unlisted_run || strcmp(value, "off") == 0;
}

/* RULE.PARAMETER; a rule id has a dot of its own. */
static int read_parameters(struct profile *p, const struct conf *conf, struct error *err)
{
    size_t cap = 0;
    for (size_t i = 0; i < conf->n; i++) {
        const struct conf_entry *e = &conf->entries[i];
        if (shape_field(&profile_shape, e->key))
            continue;
        const char *dot = strchr(e->key, '.');
        if (!dot || !strchr(dot + 1, '.'))
            return error_set(err, ERR_CONFIG, tr("%s:%u：不认识的键 %s", "%s:%u: unknown key %s"),
                             conf->name, e->line, e->key);
        p->parameters = mem_grow(p->parameters, p->parameter_count, &cap, sizeof *p->parameters);
        struct str value = kept(p, e->value);
        p->parameters[p->parameter_count++] =
            (struct profile_parameter){ kept(p, e->key), (char *)value.p, e->line };
    }
    return 0;
}

static int read_names(struct profile *p, const struct conf *conf, struct error *err)
{
    for (const struct shape_field *f = profile_shape.fields; f->name; f++) {
        const char *value = conf_get(conf, f->name);
        if (!shape_optional(f) && (!value || !*value))
            return error_set(err, ERR_CONFIG, tr("%s：缺少键 %s", "%s: key %s is missing"),
                             conf->name, f->name);
    }
    p->id = kept(p, conf_get(conf, "id"));
    p->version = kept(p, conf_get(conf, "version"));
    p->model = kept(p, conf_get(conf, "model"));
    const char *zh = conf_get(conf, "title.zh");
    const char *en = conf_get(conf, "title.en");
    p->title.in[LANG_ZH] = kept(p, zh);
    p->title.in[LANG_EN] = kept(p, en ? en : zh);
    if (!points_parse(&p->max, str_of(conf_get(conf, "max"))) || p->max == 0)
        return wrong(conf, "max", err);
    if (strpbrk(conf_get(conf, "model"), "/\\"))
        return wrong(conf, "model", err); /* a name, never a path */
    return 0;
}

static bool read_bonus_cap(struct profile *p, const char *value)
{
    return read_limit(value, &p->bonus.cap);
}

static bool read_bonus_total(struct profile *p, const char *value)
{
    return read_limit(value, &p->bonus.total);
}

/* The keys that are neither names nor lists of rules; bands before what names one. */
static int read_values(struct profile *p, const struct conf *conf, struct error *err)
{
    static const struct {
        const char *key;
        bool (*read)(struct profile *p, const char *value);
    } keys[] = {
        { "bands", read_bands },
        { "veto", read_veto },
        { "missing", read_missing },
        { "unlisted", read_unlisted },
        { "denominator", read_denominator },
        { "round", read_round },
        { "bonus", read_threshold },
        { "bonus.cap", read_bonus_cap },
        { "bonus.total", read_bonus_total },
        { "top", read_top },
    };
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (!keys[i].read(p, conf_get(conf, keys[i].key)))
            return wrong(conf, keys[i].key, err);
    return 0;
}

int profile_read_conf(struct profile *p, const char *name, struct str text, struct error *err)
{
    struct conf conf = { 0 };
    int rc = conf_parse(&conf, name, text, err);
    if (rc)
        return rc;
    p->conf_name = kept(p, name);
    rc = read_parameters(p, &conf, err); /* a misspelt key before the one that is missing for it */
    if (rc == 0)
        rc = read_names(p, &conf, err);
    if (rc == 0)
        rc = read_values(p, &conf, err);
    if (rc == 0) {
        const char *blocking = conf_get(&conf, "blocking");
        read_patterns(p, blocking ? blocking : default_blocking, &p->blocking, &p->blocking_count);
        read_patterns(p, conf_get(&conf, "planned"), &p->planned, &p->planned_count);
        read_groups(p, conf_get(&conf, "groups"));
    }
    conf_free(&conf);
    return rc;
}
