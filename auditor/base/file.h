/*
 * file.h - files and folders (prefix file_).
 *
 * Paths are bytes, as the system gives them. Errors name the path and what the system said.
 */
#ifndef AUDITOR_BASE_FILE_H
#define AUDITOR_BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "base/str.h"

/* What stat tells, in the grain that the system keeps. */
struct file_stamp {
    int64_t size;
    int64_t mtime_ns;
    int64_t ctime_ns;
    uint64_t inode;
};

struct file_list {
    char **paths; /* sorted by bytes */
    size_t n;
    size_t cap;
};

/* The reason of an ERR_IO: a pipe or device that was waited for in vain. */
#define FILE_SILENT "silent"

/* Reads a whole file into *out (replacing its content). ERR_ABSENT, ERR_IO, or ERR_LIMIT when
 * it is larger than limit bytes (0: no limit). path "-" is standard input. */
int file_read(struct strbuf *out, const char *path, size_t limit, struct error *err);

/* The same, but errors call the file `name`: for texts that are kept, which must not tell where on a
 * disk the file lay. */
int file_read_as(struct strbuf *out, const char *path, const char *name, size_t limit,
                 struct error *err);

/* Writes a file so that a reader sees the old or the new one, never half: temporary file in
 * the same folder, fsync, rename. Makes missing parent folders. */
int file_write(const char *path, struct str bytes, struct error *err);

/* Puts a finished file in the place of another, on the disk too. */
int file_replace(const char *from, const char *path, struct error *err);

int file_stat(struct file_stamp *out, const char *path, struct error *err);
int file_stat_as(struct file_stamp *out, const char *path, const char *name, struct error *err);
bool file_exists(const char *path);
bool file_is_link(const char *path);
bool file_is_special(const char *path); /* a device, pipe or socket: no file can take its place */

/* The path that a rename should name so that a link stays a link: what path leads to, or path
 * itself when nothing is there. The caller frees it. */
char *file_target(const char *path);
bool file_is_folder(const char *path);
bool file_names_folder(const char *path); /* there is one, or it ends in /; NULL: no */
int file_make_folder(const char *path,
                     struct error *err); /* with its parents; there already is fine */
int file_make_parent(const char *path, struct error *err); /* the folder that path stands in */

/* All regular files below path, recursively, without hidden ones (name starts with a dot) and
 * without Office lock files (~$...). A symbolic link to a folder is not followed. A path that is
 * a file gives itself. Names are path joined with what is below it. */
int file_walk(struct file_list *out, const char *path, struct error *err);
/* As before, but a folder below path that cannot be opened stands in the list itself; links to
 * folders, links to nothing, pipes and devices are not read and go into *passed (may be NULL). */
int file_walk_inputs(struct file_list *out, struct file_list *passed, const char *path,
                     struct error *err);
void file_list_add(struct file_list *list, const char *path); /* copies the path */
void file_list_sort(struct file_list *list);                  /* by bytes, duplicates dropped */
void file_list_free(struct file_list *list);

/* Appends a path for a person, never for opening: what is no UTF-8 is shown as the GB18030 that names
 * out of old archives mostly are, else as \xNN a byte. */
void file_shown(struct strbuf *out, struct str path);

char *file_join(const char *folder, const char *name); /* the caller frees it */
const char *file_name(const char *path);               /* the part after the last slash */
/* The path as it is reached from the working folder when it lies below, else the whole; points into path. */
const char *file_from_here(const char *path);
struct str file_extension(const char *path); /* without the dot; may be empty */

#endif /* AUDITOR_BASE_FILE_H */
