/*
 * zipped.h - documents that came in together in one .zip (prefix zipped_; inside read only).
 *
 * The files of batch.zip are documents of their own with paths like "batch.zip/folder/page.html". Nothing is
 * unpacked to disk; a file is unpacked into memory when it is read. A Word file is a zip too, and no batch.
 * A zip in a zip is a file that cannot be read.
 *
 * Names      Old programs write names in GB18030: they are shown, and asked for, as file_shown() has them.
 * Limits     ZIPPED_ENTRIES files; READ_LIMIT bytes a file; unpacked at most ZIPPED_RATIO times what is packed.
 *            They hold for what the directory states and for what really comes out.
 * Errors     ERR_FORMAT, ERR_LIMIT, ERR_IO; messages begin with `name`.
 */
#ifndef AUDITOR_READ_ZIPPED_H
#define AUDITOR_READ_ZIPPED_H

#include "base/error.h"
#include "base/file.h"
#include "base/str.h"

enum { ZIPPED_ENTRIES = 10000, ZIPPED_RATIO = 200 };

/* Is the file a zip, by name and first bytes, and no Office file? A broken one is. */
bool zipped_is_batch(const char *path);

/* The paths of its files. ERR_FORMAT also for names that leave the folder or stand twice. */
int zipped_list(struct file_list *out, const char *path, const char *name, struct error *err);

/* When path leads into a zip ("a/batch.zip/x.html"): the length of the zip's own path, else 0. */
size_t zipped_split(const char *path);

/* The bytes of one file; `archive` bytes of path name the zip. */
int zipped_read(struct strbuf *out, const char *path, size_t archive, const char *name,
                struct error *err);

#endif /* AUDITOR_READ_ZIPPED_H */
