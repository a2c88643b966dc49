/* plan.c - see plan.h. */
#include "office/plan.h"

#include <stdlib.h>
#include <string.h>

#include "base/digest.h"
#include "base/mem.h"
#include "office/pipeline.h"
#include "read/read.h"

/* The coarsest clock of a file system in use (FAT) counts in two seconds. */
static const int64_t RACY_NS = 2 * INT64_C(1000000000);

static int keep_seen(void *user, const struct store_seen *row)
{
    struct plan *plan = user;
    struct store_seen copy = *row;
    copy.path = arena_str(plan->arena, row->path);
    copy.sha256 = arena_str(plan->arena, row->sha256);
    copy.found_agency = arena_str(plan->arena, row->found_agency);
    copy.found_host = arena_str(plan->arena, row->found_host);
    copy.audit_sha256 = arena_str(plan->arena, row->audit_sha256);
    copy.context = arena_str(plan->arena, row->context);
    copy.agency = arena_str(plan->arena, row->agency);
    copy.matched = arena_str(plan->arena, row->matched);
    plan->seen = mem_grow(plan->seen, plan->seen_count, &plan->seen_cap, sizeof *plan->seen);
    plan->seen[plan->seen_count++] = copy;
    return 0;
}

static int keep_unread(void *user, const struct store_audit *row)
{
    struct plan *plan = user;
    if (!str_eq_c(row->kind, "unreadable"))
        return 0;
    plan->unread =
        mem_grow(plan->unread, plan->unread_count, &plan->unread_cap, sizeof *plan->unread);
    plan->unread[plan->unread_count++] =
        (struct plan_unread){ arena_str(plan->arena, row->path), row->id };
    return 0;
}

static int list_inbox(struct plan *plan, struct error *err)
{
    struct read_passed passed = { 0 };
    int rc = read_walk(&plan->files, plan->folder, &passed, err);
    if (rc == 0)
        read_passed_tell(&passed);
    read_passed_free(&passed);
    return rc;
}

static int list_stored(struct plan *plan, struct error *err)
{
    struct strbuf path = { 0 };
    for (size_t i = 0; i < plan->seen_count; i++) {
        if (plan->seen[i].gone)
            continue;
        strbuf_clear(&path);
        strbuf_fmt(&path, "%s/%.*s", plan->folder, STR_ARG(plan->seen[i].path));
        file_list_add(&plan->files, path.p);
    }
    strbuf_free(&path);
    return store_audits(plan->store, plan->before, keep_unread, plan, err);
}

int plan_open(struct plan *plan, struct error *err)
{
    plan->arena = arena_new();
    int rc = plan->stored ? 0 : list_inbox(plan, err);
    if (rc == 0)
        rc = store_documents(plan->store, plan->year, plan->assessment, keep_seen, plan, err);
    return rc == 0 && plan->stored ? list_stored(plan, err) : rc;
}

void plan_close(struct plan *plan)
{
    file_list_free(&plan->files);
    free(plan->seen);
    free(plan->unread);
    strbuf_free(&plan->bytes);
    arena_free(plan->arena);
}

struct str plan_path(const struct plan *plan, size_t file)
{
    return str_of(plan->files.paths[file] + strlen(plan->folder) + 1);
}

static int by_path(const void *key, const void *item)
{
    return str_cmp(*(const struct str *)key, ((const struct store_seen *)item)->path);
}

static const struct store_seen *find_seen(const struct plan *plan, struct str path)
{
    if (plan->seen_count == 0)
        return NULL;
    return bsearch(&path, plan->seen, plan->seen_count, sizeof *plan->seen, by_path);
}

static int unread_by_path(const void *key, const void *item)
{
    return str_cmp(*(const struct str *)key, ((const struct plan_unread *)item)->path);
}

int64_t plan_unread(const struct plan *plan, size_t file)
{
    struct str path = plan_path(plan, file);
    if (plan->unread_count == 0)
        return 0;
    const struct plan_unread *found =
        bsearch(&path, plan->unread, plan->unread_count, sizeof *found, unread_by_path);
    return found ? found->audit : 0;
}

static bool same_stamp(const struct file_stamp *a, const struct file_stamp *b)
{
    return a->size == b->size && a->mtime_ns == b->mtime_ns && a->ctime_ns == b->ctime_ns &&
           a->inode == b->inode;
}

/* A file that was written while, or just before, its stamp was taken may have been written again
 * within the same tick of the clock. */
static bool trusted(const struct store_seen *seen)
{
    int64_t young = seen->seen_ns - RACY_NS;
    return seen->stamp.mtime_ns < young && seen->stamp.ctime_ns < young;
}

/* True when the file holds the bytes that were seen. Anything odd is left to the audit to tell. */
static int same_bytes(struct plan *plan, size_t file, const struct store_seen *seen, bool *same,
                      struct error *err)
{
    struct file_stamp stamp;
    const char *path = plan->files.paths[file];
    *same = false;
    if (seen->sha256.n == 0 || read_stat(&stamp, path, path, NULL) != 0)
        return 0;
    if (!plan->rehash && !seen->gone && same_stamp(&stamp, &seen->stamp) && trusted(seen)) {
        *same = true;
        return 0;
    }
    if (stamp.size != seen->stamp.size || read_bytes(&plan->bytes, path, path, NULL) != 0)
        return 0;
    plan->read++;
    *same = digest_fast(strbuf_view(&plan->bytes)) == seen->xxh3;
    if (!*same)
        return 0;
    int rc = store_begin(plan->store, err);
    return rc ? rc : store_restamp(plan->store, seen->id, &stamp, plan->now_ns, err);
}

/* The register may give the document to another agency now, or judge it by another deadline. */
static bool same_agency(const struct plan *plan, const struct store_seen *seen)
{
    struct strbuf shown = { 0 };
    file_shown(&shown, seen->path);
    struct register_clue clue = { seen->found_agency, seen->found_host, strbuf_view(&shown),
                                  seen->sha256 };
    enum register_match how = MATCH_NONE;
    char context[PIPELINE_CONTEXT];
    int agency = register_find(plan->agencies, &clue, &how);
    strbuf_free(&shown);
    pipeline_context(context, plan->agencies, agency);
    struct str code = agency >= 0 ? plan->agencies->agencies[agency].code : str_of("");
    return str_eq_c(seen->context, context) && str_eq(seen->agency, code) &&
           str_eq_c(seen->matched, register_match_name(how));
}

int plan_file(struct plan *plan, size_t file, enum plan_action *action,
              const struct store_seen **seen, struct error *err)
{
    bool same = plan->stored;
    *seen = find_seen(plan, plan_path(plan, file));
    *action = PLAN_READ;
    int rc = *seen && !same ? same_bytes(plan, file, *seen, &same, err) : 0;
    if (rc || !same)
        return rc;
    const struct store_seen *s = *seen;
    if (plan->ocr && !plan->stored && !s->has_snapshot)
        return 0;
    if (s->audited && !s->operational && str_eq(s->audit_sha256, s->sha256) && same_agency(plan, s))
        *action = PLAN_NOTHING;
    else if (s->has_snapshot)
        *action = PLAN_REJUDGE;
    else if (plan->stored)
        *action = PLAN_RETELL;
    return 0;
}

static bool in_inbox(const struct plan *plan, struct str path)
{
    size_t low = 0;
    size_t high = plan->files.n;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        int order = str_cmp(plan_path(plan, mid), path);
        if (order == 0)
            return true;
        if (order < 0)
            low = mid + 1;
        else
            high = mid;
    }
    return false;
}

int plan_vanished(struct plan *plan, struct error *err)
{
    int rc = 0;
    for (size_t i = 0; rc == 0 && i < plan->seen_count; i++) {
        const struct store_seen *s = &plan->seen[i];
        if ((s->gone && !s->audited) || in_inbox(plan, s->path))
            continue;
        plan->gone += !s->gone;
        rc = store_begin(plan->store, err);
        if (rc == 0)
            rc = store_gone(plan->store, s->id, plan->assessment, err);
    }
    return rc;
}
