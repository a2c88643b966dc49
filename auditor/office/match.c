/*
 * match.c - which agency of the register a document belongs to; see register.h.
 *
 * A wrong match gives one agency another one's points, so every step asks for a single candidate,
 * and what a document says of itself counts more than where it lies.
 */
#include <ctype.h>

#include "base/arena.h"
#include "base/mem.h"
#include "office/register.h"

enum { NAME_BYTES_MIN = 9 }; /* three Chinese characters: less says nothing */

/* One candidate, none, or too many. */
struct pick {
    int agency;
    bool several;
};

static void add(struct pick *pick, size_t agency)
{
    if (pick->agency >= 0 && pick->agency != (int)agency)
        pick->several = true;
    pick->agency = (int)agency;
}

static int picked(struct pick pick)
{
    return pick.several ? -1 : pick.agency;
}

struct str register_core(struct str name)
{
    struct str tail = STR("人民政府");
    if (name.n > tail.n && str_ends(name, tail))
        return str_sub(name, 0, name.n - tail.n);
    return name;
}

static bool same_name(struct str a, struct str b)
{
    return a.n && b.n && (str_eq(a, b) || str_eq(register_core(a), register_core(b)));
}

static int single(size_t agency)
{
    return agency == SIZE_MAX || agency == REGISTER_SEVERAL ? -1 : (int)agency;
}

static int by_name(const struct agency_register *reg, struct str name)
{
    int agency = name.n ? single(map_get(&reg->exact, name)) : -1;
    return agency >= 0 || name.n == 0 ? agency : single(map_get(&reg->cores, register_core(name)));
}

static int by_alias(const struct agency_register *reg, struct str name)
{
    return name.n ? single(map_get(&reg->aliases, register_core(name))) : -1;
}

/* What stands before the agency's own name must be a place of this register: another county's
 * education bureau is not ours. */
static bool known_place(const struct agency_register *reg, struct str prefix)
{
    for (size_t i = 0; i < reg->n; i++) {
        struct str place = register_core(reg->agencies[i].name);
        if (place.n < reg->agencies[i].name.n && str_ends(prefix, place))
            return true;
    }
    return false;
}

static bool longer_name(const struct agency_register *reg, struct str name, struct str own)
{
    if (own.n < NAME_BYTES_MIN || name.n <= own.n || !str_ends(name, own))
        return false;
    return known_place(reg, str_sub(name, 0, name.n - own.n));
}

static bool shorter_name(struct str name, struct str own)
{
    return name.n >= NAME_BYTES_MIN && own.n > name.n && str_ends(own, name);
}

/* The document gives the name with its county, or without it. */
static struct pick pick_ending(const struct agency_register *reg, struct str name)
{
    struct pick pick = { -1, false };
    for (size_t i = 0; i < reg->n; i++) {
        struct str own = register_core(reg->agencies[i].name);
        if (longer_name(reg, register_core(name), own) || shorter_name(register_core(name), own))
            add(&pick, i);
    }
    return pick;
}

static int by_ending(const struct agency_register *reg, struct str name)
{
    return picked(pick_ending(reg, name));
}

static struct str bare_host(struct str host)
{
    return str_starts(host, STR("www.")) ? str_sub(host, 4, host.n) : host;
}

static int by_host(const struct agency_register *reg, struct str host)
{
    struct pick pick = { -1, false };
    for (size_t i = 0; host.n && i < reg->n; i++)
        if (str_eq(bare_host(reg->agencies[i].host), bare_host(host)))
            add(&pick, i);
    return picked(pick);
}

/* The name ends here, and no longer name of an office begins with it: "X县" in "X县文旅局". */
static bool ends_well(struct str rest)
{
    static const char *const next[] = { "年", "政府信息", "信息公开", "政务公开", "关于",
                                        "（", "）",       "【",       "】",       "　" };
    if (rest.n == 0 || (unsigned char)rest.p[0] < 0x80)
        return true;
    for (size_t i = 0; i < sizeof next / sizeof *next; i++)
        if (str_starts(rest, str_of(next[i])))
            return true;
    return false;
}

/* How much of the text is taken by the name; 0 when it is not there as a name of its own. */
static size_t holds_name(struct str text, struct str name)
{
    size_t at = name.n >= NAME_BYTES_MIN ? str_find(text, name) : SIZE_MAX;
    if (at == SIZE_MAX || !ends_well(str_sub(text, at + name.n, text.n)))
        return 0;
    return name.n;
}

static bool word_byte(char c)
{
    return isalnum((unsigned char)c) || (unsigned char)c >= 0x80;
}

static bool holds_code(struct str text, struct str code)
{
    if (!str_starts(text, code) || code.n < 2)
        return false;
    return text.n == code.n || !word_byte(text.p[code.n]) || (unsigned char)text.p[code.n] >= 0x80;
}

static size_t fits(struct str part, const struct agency *a)
{
    if (holds_code(part, a->code))
        return part.n + 1; /* a code is written on purpose */
    size_t best = same_name(part, a->name) ? part.n : holds_name(part, a->name);
    for (size_t i = 0; i < a->alias_count; i++) {
        size_t n = same_name(part, a->aliases[i]) ? part.n : holds_name(part, a->aliases[i]);
        best = n > best ? n : best;
    }
    return best;
}

/* The longest name wins; two agencies with equally long ones: neither. */
static int by_part(const struct agency_register *reg, struct str part)
{
    size_t best = 0;
    struct pick pick = { -1, false };
    for (size_t i = 0; i < reg->n; i++) {
        size_t n = fits(part, &reg->agencies[i]);
        if (n > best)
            pick = (struct pick){ -1, false };
        if (n && n >= best) {
            best = n;
            add(&pick, i);
        }
    }
    return picked(pick);
}

static struct str stem(struct str name)
{
    for (size_t i = name.n; i-- > 1;)
        if (name.p[i] == '.')
            return str_sub(name, 0, i);
    return name;
}

/* The file's own name first, then its folders from the inside out. */
static int by_path(const struct agency_register *reg, struct str path)
{
    bool file = true;
    while (path.n) {
        size_t from = path.n;
        while (from > 0 && path.p[from - 1] != '/')
            from--;
        struct str part = str_sub(path, from, path.n);
        int agency = by_part(reg, file ? stem(part) : part);
        if (agency >= 0)
            return agency;
        file = false;
        path = str_sub(path, 0, from ? from - 1 : 0);
    }
    return -1;
}

void register_assign(struct agency_register *reg, struct str path, struct str sha256, int agency)
{
    for (size_t i = 0; i < reg->assigned_count; i++)
        if (str_eq(reg->assigned[i].path, path)) {
            reg->assigned[i].sha256 = arena_str(reg->arena, sha256);
            reg->assigned[i].agency = agency;
            return;
        }
    reg->assigned =
        mem_grow(reg->assigned, reg->assigned_count, &reg->assigned_cap, sizeof *reg->assigned);
    reg->assigned[reg->assigned_count++] =
        (struct register_assigned){ arena_str(reg->arena, path), arena_str(reg->arena, sha256),
                                    agency };
}

static int by_person(const struct agency_register *reg, const struct register_clue *clue,
                     bool bytes)
{
    for (size_t i = 0; i < reg->assigned_count; i++) {
        const struct register_assigned *a = &reg->assigned[i];
        if (bytes ? clue->sha256.n && str_eq(a->sha256, clue->sha256) : str_eq(a->path, clue->path))
            return a->agency;
    }
    return -1;
}

int register_find(const struct agency_register *reg, const struct register_clue *clue,
                  enum register_match *how)
{
    int agency = by_person(reg, clue, false);
    *how = agency >= 0 ? MATCH_ASSIGNED : MATCH_NAME;
    if (agency < 0 && clue->name.n) {
        agency = by_name(reg, clue->name);
        if (agency < 0) {
            *how = MATCH_ALIAS;
            agency = by_alias(reg, clue->name);
        }
        if (agency < 0) {
            *how = MATCH_NAME;
            agency = by_ending(reg, clue->name);
        }
    }
    if (agency < 0) {
        *how = MATCH_PATH;
        agency = by_path(reg, clue->path);
    }
    if (agency < 0 && clue->name.n == 0) { /* a portal hosts the pages of many */
        *how = MATCH_HOST;
        agency = by_host(reg, clue->host);
    }
    if (agency < 0) {
        agency = by_person(reg, clue, true);
        *how = agency < 0 ? MATCH_NONE : MATCH_ASSIGNED;
    }
    return agency;
}

int register_named(const struct agency_register *reg, struct str text)
{
    int agency = register_by_code(reg, text);
    if (agency < 0)
        agency = by_name(reg, text);
    if (agency < 0)
        agency = by_alias(reg, text);
    return agency < 0 ? by_ending(reg, text) : agency;
}

bool register_several(const struct agency_register *reg, struct str text)
{
    struct str core = register_core(text);
    if (text.n == 0 || register_named(reg, text) >= 0)
        return false;
    return map_get(&reg->exact, text) == REGISTER_SEVERAL ||
           map_get(&reg->cores, core) == REGISTER_SEVERAL ||
           map_get(&reg->aliases, core) == REGISTER_SEVERAL || pick_ending(reg, text).several;
}

const char *register_match_name(enum register_match match)
{
    static const char *const names[] = { "none", "name", "alias", "host", "path", "assigned" };
    return names[match];
}
