/* packs.c - see packs.h. */
#include "office/packs.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/mem.h"

static void add(struct packs *list, struct pack_place place)
{
    list->places = mem_grow(list->places, list->n, &list->cap, sizeof *list->places);
    size_t n = strlen(place.path);
    while (n > 1 && place.path[n - 1] == '/')
        n--;
    place.path = mem_strndup(place.path, n);
    list->places[list->n++] = place;
}

static bool has_manifest(const char *folder)
{
    char *manifest = file_join(folder, "pack.lua");
    bool found = file_exists(manifest);
    free(manifest);
    return found;
}

/* Whether a path lies in one of the packs from `first` on: what is in a pack is that pack's own. */
static bool in_pack(const struct packs *list, size_t first, const char *path)
{
    for (size_t i = first; i < list->n; i++) {
        size_t n = strlen(list->places[i].path);
        if (!list->places[i].loose && strncmp(path, list->places[i].path, n) == 0 && path[n] == '/')
            return true;
    }
    return false;
}

static size_t slashes(const char *path)
{
    size_t n = 0;
    for (; *path; path++)
        n += *path == '/';
    return n;
}

/* The outermost folders with a manifest: a folder's own files may be listed behind those of its folders. */
static void add_folders(struct packs *out, const struct file_list *files, struct pack_place place)
{
    size_t first = out->n;
    for (size_t depth = 0; depth <= 64; depth++)
        for (size_t i = 0; i < files->n; i++) {
            const char *path = files->paths[i];
            if (strcmp(file_name(path), "pack.lua") != 0 || slashes(path) != depth ||
                in_pack(out, first, path))
                continue;
            char *folder = mem_strndup(path, (size_t)(file_name(path) - path) - 1);
            place.path = folder;
            add(out, place);
            free(folder);
        }
}

static void add_zips(struct packs *out, size_t first, const struct file_list *files,
                     struct pack_place place)
{
    for (size_t i = 0; i < files->n; i++)
        if (str_eq_nocase(file_extension(files->paths[i]), "zip") &&
            !in_pack(out, first, files->paths[i])) {
            place.path = files->paths[i];
            add(out, place);
        }
}

int packs_below(struct packs *out, const char *folder, enum pack_level level, bool own,
                struct error *err)
{
    struct file_list files = { 0 };
    struct pack_place place = { .path = folder, .level = level };
    if (own && !file_is_folder(folder))
        return 0;
    int rc = file_walk(&files, folder, err);
    size_t first = out->n;
    if (rc == 0)
        add_folders(out, &files, place);
    if (rc == 0)
        add_zips(out, first, &files, place);
    place.loose = true;
    if (rc == 0 && own && !has_manifest(folder))
        add(out, place);
    file_list_free(&files);
    return rc;
}

void packs_add_named(struct packs *out, const char *path)
{
    struct pack_place place = { .path = path, .level = PACK_OFFICE, .named = true };
    place.loose = file_is_folder(path) && !has_manifest(path);
    add(out, place);
}

void packs_free(struct packs *packs)
{
    for (size_t i = 0; i < packs->n; i++)
        free((char *)packs->places[i].path);
    free(packs->places);
    *packs = (struct packs){ 0 };
}
