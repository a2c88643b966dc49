/* map.c - open addressing with linear probing; see map.h. */
#include "base/map.h"

#include <stdlib.h>

#include "base/digest.h"
#include "base/mem.h"

struct map_slot {
    struct str key; /* p NULL: free */
    uint64_t hash;
    uint32_t number;
};

static struct map_slot *find(const struct map *map, struct str key, uint64_t hash)
{
    size_t at = hash & (map->size - 1);
    while (map->slots[at].key.p &&
           (map->slots[at].hash != hash || !str_eq(map->slots[at].key, key)))
        at = (at + 1) & (map->size - 1);
    return &map->slots[at];
}

/* No more than half full. */
static void make_room(struct map *map)
{
    if (map->n * 2 < map->size)
        return;
    struct map bigger = { .size = map->size ? map->size * 2 : 64, .n = map->n };
    bigger.slots = mem_zero(bigger.size, sizeof *bigger.slots);
    for (size_t i = 0; i < map->size; i++)
        if (map->slots[i].key.p)
            *find(&bigger, map->slots[i].key, map->slots[i].hash) = map->slots[i];
    free(map->slots);
    *map = bigger;
}

static struct map_slot *slot_of(struct map *map, struct str key)
{
    uint64_t hash = digest_fast(key);
    make_room(map);
    struct map_slot *slot = find(map, key, hash);
    if (!slot->key.p) {
        *slot =
            (struct map_slot){ .key = key.p ? key : STR(""), .hash = hash, .number = UINT32_MAX };
        map->n++;
    }
    return slot;
}

size_t map_add(struct map *map, struct str key, uint32_t number)
{
    size_t before = map->n;
    struct map_slot *slot = slot_of(map, key);
    if (map->n == before)
        return slot->number;
    slot->number = number;
    return SIZE_MAX;
}

void map_set(struct map *map, struct str key, uint32_t number)
{
    slot_of(map, key)->number = number;
}

size_t map_get(const struct map *map, struct str key)
{
    if (map->n == 0)
        return SIZE_MAX;
    struct map_slot *slot = find(map, key, digest_fast(key));
    return slot->key.p ? slot->number : SIZE_MAX;
}

void map_free(struct map *map)
{
    free(map->slots);
    *map = (struct map){ 0 };
}
