/* replay.c - see replay.h. */
#include "office/replay.h"

#include <stdlib.h>

#include "base/log.h"
#include "base/mem.h"
#include "office/batch.h"

struct stored {
    int64_t document;
    struct str path, sha256;
};

struct run {
    const struct replay *replay;
    struct stored *list;
    size_t n, cap, next, finished;
    struct strbuf snapshot;
    struct log_progress progress;
    struct arena *arena;
    struct error failed; /* of next_job(), which cannot return one */
};

static int take_document(void *user, const struct store_seen *seen)
{
    struct run *run = user;
    if (!seen->audited || !seen->has_snapshot)
        return 0;
    run->list = mem_grow(run->list, run->n, &run->cap, sizeof *run->list);
    run->list[run->n++] = (struct stored){ seen->id, arena_str(run->arena, seen->path),
                                           arena_str(run->arena, seen->sha256) };
    return 0;
}

static bool next_job(void *user, struct pipeline_job *job)
{
    struct run *run = user;
    if (run->failed.code != ERR_OK || run->next == run->n)
        return false;
    const struct stored *s = &run->list[run->next++];
    if (store_snapshot(run->replay->store, s->document, &run->snapshot, &run->failed) != 0)
        return false;
    *job = (struct pipeline_job){ .source = PIPELINE_SNAPSHOT,
                                  .path = str_of(""),
                                  .label = s->path,
                                  .sha256 = s->sha256,
                                  .bytes = strbuf_view(&run->snapshot) };
    return true;
}

static int document_done(void *user, const struct pipeline_output *out, struct error *err)
{
    struct run *run = user;
    log_progress_step(&run->progress, ++run->finished);
    return run->replay->done(run->replay->user, out, err);
}

int replay_run(const struct replay *replay, struct error *err)
{
    struct run run = { .replay = replay, .arena = arena_new() };
    struct batch batch = { .pipeline = replay->pipeline,
                           .workers = replay->workers,
                           .user = &run,
                           .next = next_job,
                           .done = document_done };
    int rc =
        store_documents(replay->store, replay->year, replay->assessment, take_document, &run, err);
    if (rc == 0) {
        log_progress_start(&run.progress, replay->what, run.n);
        rc = batch_run(&batch, err);
        log_progress_end(&run.progress);
    }
    if (rc == 0 && run.failed.code != ERR_OK) {
        if (err)
            *err = run.failed;
        rc = run.failed.code;
    }
    free(run.list);
    strbuf_free(&run.snapshot);
    arena_free(run.arena);
    return rc;
}

struct rows {
    struct agency_register *reg;
    size_t cap;
};

static void take_aliases(struct agency *a, struct str list, struct arena *arena)
{
    struct str one;
    size_t room = 1;
    for (size_t i = 0; i < list.n; i++)
        room += list.p[i] == ';';
    a->aliases = arena_alloc(arena, room * sizeof *a->aliases);
    while (str_split(&list, ';', &one))
        if (one.n)
            a->aliases[a->alias_count++] = arena_str(arena, one);
}

static int take_agency(void *user, const struct store_agency *row)
{
    struct rows *rows = user;
    struct agency_register *reg = rows->reg;
    struct arena *arena = reg->arena;
    bool known = false;
    struct agency a = { .code = arena_str(arena, row->code),
                        .name = arena_str(arena, row->name),
                        .group = arena_str(arena, row->group),
                        .parent = arena_str(arena, row->parent),
                        .host = arena_str(arena, row->host),
                        .deadline = arena_str(arena, row->deadline),
                        .level = report_level_parse(row->level, &known) };
    if (!known)
        a.level = LEVEL_UNKNOWN;
    take_aliases(&a, row->aliases, arena);
    reg->agencies = mem_grow(reg->agencies, reg->n, &rows->cap, sizeof *reg->agencies);
    reg->agencies[reg->n++] = a;
    return 0;
}

int replay_register(struct agency_register **out, struct store *store, int64_t assessment,
                    struct error *err)
{
    struct rows rows = { .reg = mem_zero(1, sizeof *rows.reg) };
    rows.reg->arena = arena_new();
    int rc = store_agencies(store, assessment, take_agency, &rows, err);
    if (rc == 0) {
        register_index(rows.reg);
        register_index_titles(rows.reg);
    } else {
        register_free(rows.reg);
        rows.reg = NULL;
    }
    *out = rows.reg;
    return rc;
}
