/* pack_order.c - several packs: which stand, in what order they load, what is refused; see engine.h. */
#include <stdlib.h>
#include <string.h>

#include "base/digest.h"
#include "base/file.h"
#include "base/lang.h"
#include "base/mem.h"
#include "engine/engine_seal.h"

/* The id of a rule that stands for a pack: what can be an id of the pack's own, made unique. */
static struct str gap_id(struct engine *engine, const struct pack *pack)
{
    struct strbuf id = { 0 };
    strbuf_c(&id, "pack.");
    for (size_t i = 0; i < pack->info.id.n && i < 50; i++) {
        char c = pack->info.id.p[i];
        c = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
        bool fits = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_';
        strbuf_char(&id, fits ? c : '-');
    }
    struct str base = arena_str(engine->arena, strbuf_view(&id));
    for (unsigned n = 2; slot_find(engine, strbuf_view(&id)); n++) {
        strbuf_clear(&id);
        strbuf_fmt(&id, "%s.%u", base.p, n);
    }
    struct str unique = arena_str(engine->arena, strbuf_view(&id));
    strbuf_free(&id);
    return unique;
}

/* A refused pack must never look as if its duties were met: it answers every document with `error`. */
static void add_gap(struct engine *engine, const struct pack *pack)
{
    struct rule *rule = rule_new(engine, pack, STR("pack.lua"));
    rule->info.id = gap_id(engine, pack);
    rule->info.any_document = true;
    rule->info.gap = true;
    rule->info.severity = SEVERITY_MAJOR;
    rule->info.title.in[LANG_ZH] =
        arena_fmt(engine->arena, "规则包 %.*s 不能使用", STR_ARG(pack->info.name));
    rule->info.title.in[LANG_EN] =
        arena_fmt(engine->arena, "the pack %.*s cannot be used", STR_ARG(pack->info.name));
    struct audit_text fault;
    for (enum lang lang = LANG_ZH; lang < LANG_COUNT; lang++)
        fault.in[lang] = arena_fmt(engine->arena,
                                   lang == LANG_ZH ? "规则包被拒绝：%s" : "the pack is refused: %s",
                                   pack->info.why.in[lang].p);
    rule_break(engine, rule, &fault);
    engine->rules =
        mem_grow(engine->rules, engine->rule_count, &engine->rule_cap, sizeof *engine->rules);
    engine->rules[engine->rule_count++] = rule;
    slot_add(engine, slot_of(engine, rule->info.id),
             (struct slot_event){ .kind = SLOT_DEFINED, .by = pack, .rule = rule });
}

typedef int step(struct pack *pack, struct engine *engine, struct error *err);

/* What is stored is in both languages: the step that failed is asked again in the other. */
static void refuse(struct engine *engine, struct pack *pack, step *again, const struct error *err)
{
    enum lang chosen = lang_get();
    enum lang other = lang_other(chosen);
    struct error second = *err;
    lang_set(other);
    again(pack, engine, &second);
    lang_set(chosen);
    pack->info.why.in[chosen] = arena_str(engine->arena, str_of(err->message));
    pack->info.why.in[other] = arena_str(engine->arena, str_of(second.message));
    pack->info.state = PACK_REFUSED;
    pack->settled = true;
}

static struct str content_digest(struct engine *engine, struct pack *pack)
{
    char hex[DIGEST_HEX];
    struct digest *d = digest_new();
    for (size_t i = 0; i < bundle_count(pack->bundle); i++) {
        struct str name = bundle_name(pack->bundle, i), text;
        if (!str_ends(name, STR(".lua")) || bundle_read(pack->bundle, name, &text, NULL))
            continue;
        digest_field(d, name);
        digest_field(d, text);
    }
    digest_end(d, hex);
    return arena_str(engine->arena, str_of(hex));
}

static void supersede(struct engine *engine, struct pack *pack, const struct pack *by)
{
    struct str name = by->info.name;
    pack->info.state = PACK_SUPERSEDED;
    pack->settled = true;
    pack->info.why.in[LANG_ZH] =
        arena_fmt(engine->arena, "由同一规则包的 %.*s 取代", STR_ARG(name));
    pack->info.why.in[LANG_EN] =
        arena_fmt(engine->arena, "%.*s of the same pack is used instead", STR_ARG(name));
}

static int same_version(struct pack *pack, struct engine *engine, struct error *err)
{
    (void)engine;
    return error_set(err, ERR_CONFIG,
                     tr("%s：另有一个编号和版本都相同、内容不同的规则包，不知该用哪个",
                        "%s: another pack has the same id and version but another content, and "
                        "neither can be trusted to be the one that is meant"),
                     file_name(pack->info.file.p));
}

/* Of two packs with one id: the one that the user named, else the higher version. */
static void choose(struct engine *engine, struct pack *a, struct pack *b)
{
    int order = (int)a->place.named - (int)b->place.named;
    if (order == 0)
        order = semver_cmp(&a->version, &b->version);
    if (order == 0 && !str_eq(content_digest(engine, a), content_digest(engine, b))) {
        struct error err = { 0 };
        same_version(a, engine, &err);
        refuse(engine, a, same_version, &err);
        same_version(b, engine, &err);
        refuse(engine, b, same_version, &err);
    } else if (order >= 0) {
        supersede(engine, b, a);
    } else {
        supersede(engine, a, b);
    }
}

static int by_order(const void *p, const void *q)
{
    const struct pack *a = *(struct pack *const *)p;
    const struct pack *b = *(struct pack *const *)q;
    if (a->info.level != b->info.level)
        return a->info.level < b->info.level ? -1 : 1;
    if (a->place.loose != b->place.loose)
        return a->place.loose ? 1 : -1;
    if (a->place.loose && a->place.named != b->place.named)
        return a->place.named ? 1 : -1;
    int order = str_cmp(a->info.id, b->info.id);
    return order ? order : str_cmp(a->info.file, b->info.file);
}

/* What it needs and what is still to come; NULL: nothing. */
static const struct pack *awaited(struct pack *const *list, size_t n, const struct pack *pack)
{
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < pack->need_count && !list[i]->settled; k++)
            if (str_eq(list[i]->info.id, pack->needs[k].id))
                return list[i];
    return NULL;
}

static int in_circle(struct pack *pack, struct engine *engine, struct error *err)
{
    (void)engine;
    return error_set(
        err, ERR_CONFIG,
        tr("%s：规则包之间互相需要，绕成了圈", "%s: the packs that it needs need it in turn"),
        file_name(pack->info.file.p));
}

static void keep_pack(struct engine *engine, struct pack *pack)
{
    engine->packs =
        mem_grow(engine->packs, engine->pack_count, &engine->pack_cap, sizeof *engine->packs);
    engine->packs[engine->pack_count++] = pack;
}

static void load_one(struct engine *engine, struct pack *pack)
{
    struct error err = { 0 };
    if (pack_load(pack, engine, &err))
        refuse(engine, pack, pack_load, &err);
    else
        keep_pack(engine, pack);
}

/* The first that waits for nothing, again and again. */
static void load_in_order(struct engine *engine, struct pack **list, size_t n)
{
    for (;;) {
        struct pack *next = NULL, *stuck = NULL;
        for (size_t i = 0; i < n && !next; i++) {
            if (list[i]->settled)
                continue;
            stuck = stuck ? stuck : list[i];
            next = awaited(list, n, list[i]) ? NULL : list[i];
        }
        if (next) {
            load_one(engine, next);
        } else if (stuck) {
            struct error err = { 0 };
            in_circle(stuck, engine, &err);
            refuse(engine, stuck, in_circle, &err);
        } else {
            return;
        }
    }
}

void engine_load_packs(struct engine *engine, const struct pack_place *places, size_t n)
{
    struct pack **list = mem_zero(n + 1, sizeof *list);
    for (size_t i = 0; i < n; i++) {
        struct error err = { 0 };
        list[i] = pack_new(engine, &places[i]);
        if (pack_open(list[i], engine, &err))
            refuse(engine, list[i], pack_open, &err);
    }
    if (n > 1)
        qsort(list, n, sizeof *list, by_order);
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < i && !list[i]->settled; k++)
            if (!list[k]->settled && !list[k]->place.loose &&
                str_eq(list[i]->info.id, list[k]->info.id))
                choose(engine, list[k], list[i]);
    load_in_order(engine, list, n);
    for (size_t i = 0; i < n; i++) {
        if (list[i]->info.state == PACK_REFUSED)
            add_gap(engine, list[i]);
        if (list[i]->info.state != PACK_USED)
            keep_pack(engine, list[i]);
    }
    free(list);
    engine_seal(engine);
}

int engine_load_pack(struct engine *engine, const char *path, struct error *err)
{
    char *manifest = file_join(path, "pack.lua");
    struct pack_place place = { .path = path };
    place.loose = file_is_folder(path) && !file_exists(manifest);
    struct pack *pack = pack_new(engine, &place);
    int code = pack_open(pack, engine, err);
    if (!code)
        code = pack_load(pack, engine, err);
    if (code)
        pack_free(pack);
    else
        keep_pack(engine, pack);
    engine_seal(engine);
    free(manifest);
    return code;
}
