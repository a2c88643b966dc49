/*
 * map.h - from texts to numbers (prefix map_).
 *
 * A hash table for registers of many thousand names. {0} is an empty map. Keys are views: what they
 * point to must outlive the map. A key has one number; map_add() leaves the first one.
 */
#ifndef AUDITOR_BASE_MAP_H
#define AUDITOR_BASE_MAP_H

#include "base/str.h"

struct map_slot;

struct map {
    struct map_slot *slots;
    size_t n, size;
};

/* The number the key had already, else SIZE_MAX after it got this one. */
size_t map_add(struct map *map, struct str key, uint32_t number);
void map_set(struct map *map, struct str key, uint32_t number); /* the last one counts */
size_t map_get(const struct map *map, struct str key);          /* SIZE_MAX: not there */
void map_free(struct map *map);

#endif /* AUDITOR_BASE_MAP_H */
