/* pack.c - opens a pack, folder or zip; see pack.h. */
#include "engine/pack.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/lang.h"
#include "base/mem.h"
#include "engine/state.h"

struct str pack_label(const struct pack *pack, struct engine *engine, struct str name)
{
    return arena_fmt(engine->arena, "%s/%.*s", file_name(pack->info.file.p), STR_ARG(name));
}

bool pack_holds_for(const struct pack *pack, int year)
{
    const struct pack_info *info = &pack->info;
    if (info->state == PACK_REFUSED) /* what it would have said is not known */
        return true;
    if (year == 0)
        return info->first_year == 0 && info->last_year == 0;
    return year >= info->first_year && (info->last_year == 0 || year <= info->last_year);
}

/* A message is stored with results: no path of this machine stands before the file's own name. */
static int without_path(const char *path, int code, struct error *err)
{
    size_t skip = (size_t)(file_name(path) - path);
    if (code && err && skip && strncmp(err->message, path, skip) == 0) {
        struct error copy = *err;
        error_set(err, copy.code, "%s", copy.message + skip);
    }
    return code;
}

static int open_files(struct pack *pack, struct error *err)
{
    const char *path = pack->info.file.p;
    enum bundle_kind kind = pack->place.loose ? BUNDLE_LOOSE : BUNDLE_STRICT;
    int code = file_exists(path)
                   ? bundle_open(&pack->bundle, path, kind, err)
                   : error_set(err, ERR_ABSENT, tr("没有规则包 %s", "there is no pack %s"), path);
    return without_path(path, code, err);
}

/* Until its manifest is read, it is called as its file is. */
struct pack *pack_new(struct engine *engine, const struct pack_place *place)
{
    struct pack *pack = mem_zero(1, sizeof *pack);
    struct audit_text none = { { { "", 0 }, { "", 0 } } };
    struct str path = str_of(place->path);
    while (path.n > 1 && path.p[path.n - 1] == '/')
        path.n--;
    struct pack_info *info = &pack->info;
    info->file = arena_str(engine->arena, path);
    info->id = arena_str(engine->arena, str_of(file_name(info->file.p)));
    if (str_ends(info->id, STR(".zip")))
        info->id = arena_str(engine->arena, str_sub(info->id, 0, info->id.n - strlen(".zip")));
    info->version = info->region = str_of("");
    info->name = info->title.in[LANG_ZH] = info->title.in[LANG_EN] = info->id;
    info->level = place->level;
    info->why = none;
    if (place->loose) {
        info->id = STR("office");
        info->version = STR("0");
        info->name = STR("office@0");
        info->title.in[LANG_ZH] = STR("本单位的规则");
        info->title.in[LANG_EN] = STR("the office's own rules");
    }
    pack->place = *place;
    pack->place.path = info->file.p;
    return pack;
}

int pack_open(struct pack *pack, struct engine *engine, struct error *err)
{
    int code = pack->bundle ? 0 : open_files(pack, err);
    if (code || pack->place.loose)
        return code;
    if (!bundle_has(pack->bundle, STR("pack.lua")))
        return error_set(err, ERR_CONFIG, tr("%s：没有 pack.lua", "%s: there is no pack.lua"),
                         file_name(pack->info.file.p));
    return manifest_read(pack, engine, err);
}

void pack_free(struct pack *pack)
{
    if (!pack)
        return;
    bundle_free(pack->bundle);
    free(pack);
}
