/*
 * packs.h - where packs lie (prefix packs_).
 *
 * Below the program's rules/ every folder with a pack.lua and every .zip is a pack. The same below an office's
 * rules/, where rule files that are in no such folder are the office's own. Whoever runs the program may
 * name more.
 *
 * Ownership  The list owns its paths until packs_free().
 * Errors     ERR_IO when a folder cannot be read. What is wrong with a pack itself is found when it loads.
 */
#ifndef AUDITOR_OFFICE_PACKS_H
#define AUDITOR_OFFICE_PACKS_H

#include "engine/engine.h"

struct packs {
    struct pack_place *places;
    size_t n, cap;
};

/* Packs below a folder, at this level if they name none. own: loose rule files in it are taken, too, and an
 * absent folder is empty. */
int packs_below(struct packs *out, const char *folder, enum pack_level level, bool own,
                struct error *err);
/* A pack, or a folder of loose rules, that the user named. */
void packs_add_named(struct packs *out, const char *path);
void packs_free(struct packs *packs);

#endif /* AUDITOR_OFFICE_PACKS_H */
