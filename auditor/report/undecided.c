/* undecided.c - see undecided.h. */
#include "report/undecided.h"

#include <string.h>

enum { SHARED = 3 }; /* duties that give a reason of the whole document */

static const cJSON *member(const cJSON *object, const char *key)
{
    return cJSON_GetObjectItemCaseSensitive(object, key);
}

static bool is_text(const cJSON *object, const char *key, const char *value)
{
    const char *text = cJSON_GetStringValue(member(object, key));
    return text && strcmp(text, value) == 0;
}

static bool is_absent(const cJSON *object, const char *key)
{
    const cJSON *item = member(object, key);
    return !item || cJSON_IsNull(item);
}

static bool same_reason(const cJSON *a, const cJSON *b)
{
    static const char *const keys[] = { "message", "code", "cause", "place" };
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        bool neither = is_absent(a, keys[i]) && is_absent(b, keys[i]);
        if (!neither && !cJSON_Compare(member(a, keys[i]), member(b, keys[i]), true))
            return false;
    }
    return true;
}

static void add(cJSON *groups, const cJSON *result, const cJSON *reason)
{
    const char *rule = cJSON_GetStringValue(member(result, "rule"));
    const char *state = is_text(result, "state", "error") ? "error" : "unknown";
    cJSON *group = NULL;
    cJSON_ArrayForEach(group, groups)
        if (is_text(group, "state", state) && same_reason(member(group, "reason"), reason))
            break;
    if (!group) {
        group = cJSON_CreateObject();
        cJSON_AddItemToObject(group, "reason",
                              reason ? cJSON_Duplicate(reason, true) : cJSON_CreateObject());
        cJSON_AddArrayToObject(group, "rules");
        cJSON_AddStringToObject(group, "state", state);
        cJSON_AddItemToArray(groups, group);
    }
    cJSON_AddItemToArray(cJSON_GetObjectItemCaseSensitive(group, "rules"),
                         cJSON_CreateString(rule ? rule : ""));
}

static void add_result(cJSON *groups, const cJSON *result, bool every)
{
    const cJSON *reason = member(result, "reason"), *open = member(result, "open"), *item;
    bool none = is_text(result, "state", "unknown") || is_text(result, "state", "error");
    if (none && cJSON_IsObject(reason)) {
        add(groups, result, reason);
        return;
    }
    if (none || !every) {
        const cJSON *first = cJSON_GetArrayItem(open, 0);
        if (first || (none && every))
            add(groups, result, first);
        return;
    }
    cJSON_ArrayForEach(item, open)
        add(groups, result, item);
}

static bool is_of_the_whole(const cJSON *group, const char *const *parts, size_t n)
{
    const cJSON *reason = member(group, "reason");
    for (size_t i = 0; i < n; i++)
        if (is_text(reason, "code", parts[i]))
            return false;
    return is_text(group, "state", "unknown") && is_absent(reason, "place") &&
           is_absent(reason, "cause") && cJSON_GetArraySize(member(group, "rules")) >= SHARED;
}

static void take_rules(cJSON *whole, cJSON *part)
{
    cJSON *to = cJSON_GetObjectItemCaseSensitive(whole, "rules");
    cJSON *from = cJSON_GetObjectItemCaseSensitive(part, "rules");
    while (from->child)
        cJSON_AddItemToArray(to, cJSON_DetachItemViaPointer(from, from->child));
}

/* The parts of a text that is not there are not there. */
static void join_parts(cJSON *groups)
{
    static const char *const parts[] = { "table-missing", "section-missing", "nothing-examined" };
    enum { PARTS = sizeof parts / sizeof *parts };
    cJSON *whole = NULL, *next = NULL;
    cJSON_ArrayForEach(whole, groups)
        if (is_of_the_whole(whole, parts, PARTS))
            break;
    for (cJSON *group = whole ? groups->child : NULL; group; group = next) {
        bool part = false;
        next = group->next;
        for (size_t i = 0; i < PARTS && is_absent(member(group, "reason"), "cause"); i++)
            part = part || is_text(member(group, "reason"), "code", parts[i]);
        if (!part || !is_text(group, "state", "unknown"))
            continue;
        take_rules(whole, group);
        cJSON_Delete(cJSON_DetachItemViaPointer(groups, group));
    }
}

cJSON *undecided_groups(const cJSON *results, bool every)
{
    cJSON *groups = cJSON_CreateArray();
    const cJSON *result;
    cJSON_ArrayForEach(result, results)
        add_result(groups, result, every);
    join_parts(groups);
    return groups;
}

cJSON *undecided_of_result(const cJSON *result)
{
    cJSON *groups = cJSON_CreateArray();
    const cJSON *open = member(result, "open"), *item;
    cJSON_ArrayForEach(item, open)
        add(groups, result, item);
    if (cJSON_GetArraySize(open) == 0)
        add_result(groups, result, false);
    return groups;
}
