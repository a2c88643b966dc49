/*
 * backup.h - copies of the database while others go on writing it (prefix store_).
 */
#ifndef AUDITOR_STORE_BACKUP_H
#define AUDITOR_STORE_BACKUP_H

#include "store/store.h"

struct store_progress {
    void (*step)(void *user, size_t done, size_t total); /* pages; NULL: nobody looks */
    void *user;
};

/* The state of one moment, copied page by page, looked through as store_verify() does and only then put
 * in the place of path, so that a former backup stays until the new one is known to be good. A writer is
 * neither waited for nor kept waiting. The copy is one file, without a log.
 * ERR_USAGE for a path that is the database itself, or a file that is no database of ours; else ERR_IO,
 * ERR_DATABASE. */
int store_backup(struct store *store, const char *path, const struct store_progress *progress,
                 struct error *err);

/* A copy of the state of this moment that may be written, that nobody else sees and that is gone when it is
 * closed: for trying out what must not be kept. It lies in memory, and where it is large in an unnamed file of
 * the system's temporary folder. The caller closes it; store may be open for reading only. */
int store_copy(struct store **out, struct store *store, struct error *err);

#endif /* AUDITOR_STORE_BACKUP_H */
