/* profile_conf.c - profile.conf: the keys of a profile beside its sheet; see profile.h. */
#include <string.h>

#include "base/conf.h"
#include "base/lang.h"
#include "base/mem.h"
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

/* "90:优秀:excellent, 80:良好:good": percent, Chinese name, English name (may be left out). */
static bool add_band(struct profile *p, size_t *cap, struct str text)
{
    struct str part[3] = { { "", 0 }, { "", 0 }, { "", 0 } };
    size_t n = 0;
    while (n < 3 && str_split(&text, ':', &part[n]))
        n++;
    struct profile_band band = { 0 };
    if (n < 2 || !points_parse(&band.percent, part[0]) || band.percent > 100000)
        return false;
    struct str zh = str_trim(part[1]);
    struct str en = n == 3 ? str_trim(part[2]) : zh;
    if (zh.n == 0 || en.n == 0)
        return false;
    if (p->band_count && band.percent >= p->bands[p->band_count - 1].percent)
        return false; /* highest first */
    band.name.in[LANG_ZH] = arena_str(p->arena, zh);
    band.name.in[LANG_EN] = arena_str(p->arena, en);
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

/* "ceiling 59", "fixed 0" or "grade". */
static bool read_veto(struct profile *p, const char *value)
{
    struct str text = str_of(value ? value : "grade");
    p->veto = VETO_GRADE;
    if (str_eq_c(text, "grade"))
        return true;
    size_t space = str_find(text, STR(" "));
    struct str word = str_sub(text, 0, space == SIZE_MAX ? text.n : space);
    if (!str_eq_c(word, "ceiling") && !str_eq_c(word, "fixed"))
        return false;
    p->veto = str_eq_c(word, "ceiling") ? VETO_CEILING : VETO_FIXED;
    return points_parse(&p->veto_points, str_sub(text, word.n, text.n)) && p->veto_points <= p->max;
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

int profile_read_conf(struct profile *p, const char *name, struct str text, struct error *err)
{
    struct conf conf = { 0 };
    int rc = conf_parse(&conf, name, text, err);
    if (rc)
        return rc;
    p->conf_name = kept(p, name);
    rc = read_names(p, &conf, err);
    if (rc == 0)
        rc = read_parameters(p, &conf, err);
    if (rc == 0 && !read_bands(p, conf_get(&conf, "bands")))
        rc = wrong(&conf, "bands", err);
    if (rc == 0 && !read_veto(p, conf_get(&conf, "veto")))
        rc = wrong(&conf, "veto", err);
    if (rc == 0 && !read_unlisted(p, conf_get(&conf, "unlisted")))
        rc = wrong(&conf, "unlisted", err);
    if (rc == 0) {
        const char *blocking = conf_get(&conf, "blocking");
        read_patterns(p, blocking ? blocking : default_blocking, &p->blocking, &p->blocking_count);
        read_patterns(p, conf_get(&conf, "planned"), &p->planned, &p->planned_count);
    }
    conf_free(&conf);
    return rc;
}
