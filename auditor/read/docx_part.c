/* docx_part.c - see docx_part.h. */
#include "read/docx_part.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/mem.h"

enum { MOST = 50000 };

struct reading {
    struct docx_relations *out;
    struct str folder; /* of the part, with its slash; "" for the top */
};

static size_t after_last_slash(struct str s)
{
    size_t i = s.n;
    while (i > 0 && s.p[i - 1] != '/')
        i--;
    return i;
}

/* "../media/a.png" below "word/" is "media/a.png". */
static struct str resolve(struct reading *r, struct str target)
{
    struct str folder = r->folder;
    if (target.n && target.p[0] == '/')
        return arena_str(r->out->arena, str_sub(target, 1, target.n));
    for (;;) {
        if (str_starts(target, STR("../")) && folder.n) {
            folder.n = after_last_slash(str_sub(folder, 0, folder.n - 1));
            target = str_sub(target, 3, target.n);
        } else if (str_starts(target, STR("./"))) {
            target = str_sub(target, 2, target.n);
        } else {
            break;
        }
    }
    return arena_fmt(r->out->arena, "%.*s%.*s", STR_ARG(folder), STR_ARG(target));
}

static bool on_start(void *user, const struct docx_tag *tag)
{
    struct reading *r = user;
    struct docx_relations *l = r->out;
    struct str id, type, target, mode;
    if (tag->name != P_RELATIONSHIP)
        return true;
    if (l->n == MOST)
        return false;
    docx_attribute(tag, "Id", &id);
    docx_attribute(tag, "Type", &type);
    docx_attribute(tag, "Target", &target);
    docx_attribute(tag, "TargetMode", &mode);
    bool outside = str_eq_nocase(mode, "External");
    l->all = mem_grow(l->all, l->n, &l->cap, sizeof *l->all);
    l->all[l->n++] = (struct docx_relation){
        .id = arena_str(l->arena, id),
        .type = arena_str(l->arena, str_sub(type, after_last_slash(type), type.n)),
        .target = outside ? arena_str(l->arena, target) : resolve(r, target),
        .outside = outside,
    };
    return true;
}

static int by_id(const void *a, const void *b)
{
    return str_cmp(((const struct docx_relation *)a)->id, ((const struct docx_relation *)b)->id);
}

int docx_relations_read(struct docx_relations *out, struct archive_door *door, struct str of,
                        const char *what, struct error *err)
{
    size_t name = after_last_slash(of);
    struct reading r = { .out = out, .folder = str_sub(of, 0, name) };
    struct docx_reader reader = { &r, on_start, NULL, NULL };
    struct str part;
    out->arena = arena_new();
    struct str path = arena_fmt(out->arena, "%.*s_rels/%.*s.rels", STR_ARG(r.folder),
                                STR_ARG(str_sub(of, name, of.n)));
    int rc = archive_take(door, path.p, &part, err);
    if (rc == ERR_ABSENT)
        return 0;
    if (rc == 0)
        rc = docx_parse(part, what, &reader, err);
    if (rc == 0 && out->n > 1)
        qsort(out->all, out->n, sizeof *out->all, by_id);
    return rc;
}

void docx_relations_free(struct docx_relations *relations)
{
    free(relations->all);
    arena_free(relations->arena);
    *relations = (struct docx_relations){ 0 };
}

const struct docx_relation *docx_relation_by_id(const struct docx_relations *relations,
                                                struct str id)
{
    struct docx_relation key = { .id = id };
    if (!relations->n)
        return NULL;
    return bsearch(&key, relations->all, relations->n, sizeof key, by_id);
}

const struct docx_relation *docx_relation_by_type(const struct docx_relations *relations,
                                                  const char *type)
{
    for (size_t i = 0; i < relations->n; i++)
        if (str_eq_c(relations->all[i].type, type) && !relations->all[i].outside)
            return &relations->all[i];
    return NULL;
}
