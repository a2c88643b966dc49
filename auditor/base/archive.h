/*
 * archive.h - a zip file read into memory, whole or entry by entry, or refused (prefix archive_).
 *
 * Nothing is ever unpacked to disk. archive_read() is for a zip that must be sound throughout; of one that
 * is opened for single entries only those that are taken are looked at. What a zip file can do to its reader is refused before anything is
 * decompressed: names that leave the folder, are absolute, no UTF-8 or the same after folding of case
 * and composition; links and devices; encryption; more entries or bytes than the limits, bombs.
 *
 * Ownership  The archive owns names and bytes; they live until archive_free().
 * Errors     ERR_LIMIT for a limit, else ERR_FORMAT; the message begins with `name` and tells the entry.
 */
#ifndef AUDITOR_BASE_ARCHIVE_H
#define AUDITOR_BASE_ARCHIVE_H

#include <stdint.h>

#include "base/error.h"
#include "base/str.h"

struct archive_limits {
    size_t entries; /* files and folders */
    size_t file;    /* bytes of one file, unpacked */
    size_t total;   /* bytes of all files, unpacked */
    size_t ratio;   /* unpacked / packed of one file; files under 64 KB may have any */
};

struct archive_entry {
    struct str name; /* with '/' between folders */
    struct str bytes;
};

struct archive {
    struct archive_entry *entries; /* files only, by name */
    size_t n;
    struct arena *arena;
};

struct archive_door; /* a zip that is open for single entries */

int archive_open(struct archive_door **out, struct str bytes, const char *name,
                 const struct archive_limits *limits, struct error *err);
/* The bytes of an entry, ASCII case of its name ignored, backslashes taken for '/'; they live until archive_close().
 * ERR_ABSENT when there is none; then err may stay as it was. ERR_FORMAT when there are two of the name. */
int archive_take(struct archive_door *door, const char *entry, struct str *out, struct error *err);
/* Whether there is such an entry. */
bool archive_has(struct archive_door *door, const char *entry);
void archive_close(struct archive_door *door); /* NULL is allowed */

int archive_read(struct archive *out, struct str bytes, const char *name,
                 const struct archive_limits *limits, struct error *err);
void archive_free(struct archive *archive);

/* Appends a zip file of these entries in this order: the same bytes for the same content on every day. */
int archive_write(struct strbuf *out, const struct archive_entry *entries, size_t n,
                  struct error *err);

bool archive_is_zip(struct str bytes); /* by its first bytes */

struct zip; /* of libzip */
struct zip_error;
/* What libzip says went wrong, in the language of the program where people meet it. */
const char *archive_why(struct zip_error *error);
const char *archive_why_of(struct zip *zip); /* of the last call that failed */
/* Why an entry is refused that is neither a regular file nor a folder; NULL when it is one. */
const char *archive_odd_kind(struct zip *zip, uint64_t entry);

/* Whether names can stand together in a folder anywhere: UTF-8, relative,
 * no "..", at most eight deep, none twice after folding. The message begins with `where`. */
int archive_check_names(const struct str *names, size_t n, const char *where, struct error *err);

#endif /* AUDITOR_BASE_ARCHIVE_H */
