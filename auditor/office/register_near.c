/* register_near.c - agencies that a document may be of, when it fits none or several; see register.h. */
#include <stdlib.h>

#include "office/register.h"

enum { PAIRS_MAX = 64, ENOUGH = 40 }; /* percent */

struct pairs { /* of neighbouring characters */
    uint64_t list[PAIRS_MAX];
    size_t n;
};

static struct pairs pairs_of(struct str text)
{
    struct pairs p = { .n = 0 };
    uint64_t before = 0;
    for (size_t i = 0; i < text.n && p.n < PAIRS_MAX;) {
        uint64_t c = str_next(text, &i);
        if (before)
            p.list[p.n++] = before << 32 | c;
        before = c;
    }
    return p;
}

static size_t common(const struct pairs *a, const struct pairs *b)
{
    size_t n = 0;
    for (size_t i = 0; i < a->n; i++)
        for (size_t k = 0; k < b->n; k++)
            if (a->list[i] == b->list[k]) {
                n++;
                break;
            }
    return n;
}

/* Of two names: what they share of both. Of a path, which says more than a name: what is in it of the agency's. */
static unsigned likeness(const struct pairs *clue, bool is_name, struct str name)
{
    struct pairs own = pairs_of(register_core(name));
    if (own.n == 0 || clue->n == 0)
        return 0;
    size_t shared = common(&own, clue);
    return (unsigned)(is_name ? 200 * shared / (own.n + clue->n) : 100 * shared / own.n);
}

static unsigned agency_likeness(const struct agency *a, const struct pairs *clue, bool is_name)
{
    unsigned best = likeness(clue, is_name, a->name);
    for (size_t i = 0; i < a->alias_count; i++) {
        unsigned alias = likeness(clue, is_name, a->aliases[i]);
        best = alias > best ? alias : best;
    }
    return best;
}

size_t register_near(const struct agency_register *reg, const struct register_clue *clue,
                     int near[REGISTER_NEAR])
{
    const struct pairs name = pairs_of(register_core(clue->name));
    const struct pairs path = pairs_of(clue->path);
    unsigned likenesses[REGISTER_NEAR + 1];
    int agencies[REGISTER_NEAR + 1];
    size_t n = 0;
    for (size_t i = 0; i < reg->n; i++) {
        unsigned by_name = agency_likeness(&reg->agencies[i], &name, true);
        unsigned by_path = agency_likeness(&reg->agencies[i], &path, false);
        unsigned likely = by_name > by_path ? by_name : by_path;
        size_t at = n;
        if (likely < ENOUGH)
            continue;
        for (; at > 0 && likenesses[at - 1] < likely; at--) {
            likenesses[at] = likenesses[at - 1];
            agencies[at] = agencies[at - 1];
        }
        likenesses[at] = likely;
        agencies[at] = (int)i;
        n += n < REGISTER_NEAR;
    }
    for (size_t i = 0; i < n; i++)
        near[i] = agencies[i];
    return n;
}
