/*
 * watch.h - tells when files change (prefix watch_), by inotify.
 *
 * Files are watched through their folders: editors write another file and rename it, and a file that is gone
 * for a moment must not be lost. A folder is watched with all below it, hidden ones left out; what is not
 * there yet is awaited in the nearest folder that is. Editors' own files (.x.swp, x~, x.part, 4913, #x#) are
 * no change.
 *
 * New folders are not followed by themselves: call watch_clear() and add everything again after a change; what
 * happens in between is not missed.
 *
 * Errors     ERR_IO when the system gives no more watches.
 */
#ifndef AUDITOR_BASE_WATCH_H
#define AUDITOR_BASE_WATCH_H

#include <stdbool.h>

#include "base/error.h"
#include "base/str.h"

struct watch;

int watch_new(struct watch **out, struct error *err);
void watch_free(struct watch *w); /* NULL is allowed */
void watch_clear(struct watch *w);
int watch_file(struct watch *w, const char *path, struct error *err);
/* extensions: without dots, NULL at the end; NULL: every file counts. They must outlive the watch. */
int watch_folder(struct watch *w, const char *path, const char *const *extensions,
                 struct error *err);
/* What the program itself writes: neither the file, nor what stands below the folder, is a change. Survives
 * watch_clear(). */
void watch_ignore(struct watch *w, const char *path);

int watch_descriptor(
    const struct watch *w); /* readable when something happened, maybe nothing of interest */
/* Takes what happened; true if anything watched changed, and *name (replaced) is the path of the first. Never
 * waits. */
bool watch_take(struct watch *w, struct strbuf *name);

#endif /* AUDITOR_BASE_WATCH_H */
