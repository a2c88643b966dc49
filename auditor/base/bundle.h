/*
 * bundle.h - the files of a folder or of a .zip, by name (prefix bundle_).
 *
 * One way to both: names are relative, with '/', sorted by bytes; what is hidden (a part begins with a
 * dot) is not listed. A zip is read whole into memory and never unpacked to disk; files of a folder
 * are read when asked for, once. A zip whose files all lie in one folder is taken as that folder.
 *
 * Both are held to the same rules (archive.h): limits, names, no links that lead out. A loose folder,
 * which people fill by hand, is only read: neither its names nor its links are refused.
 *
 * Ownership  The bundle owns names and bytes; they live until bundle_free().
 * Errors     ERR_ABSENT, ERR_IO, ERR_FORMAT, ERR_LIMIT; the message begins with the path.
 */
#ifndef AUDITOR_BASE_BUNDLE_H
#define AUDITOR_BASE_BUNDLE_H

#include "base/error.h"
#include "base/str.h"

enum bundle_kind { BUNDLE_STRICT, BUNDLE_LOOSE };

enum {
    BUNDLE_ZIP_MAX = 16 * 1024 * 1024,   /* bytes of a zip file */
    BUNDLE_FILE_MAX = 4 * 1024 * 1024,   /* of a file in a bundle */
    BUNDLE_TOTAL_MAX = 32 * 1024 * 1024, /* of all, unpacked */
    BUNDLE_FILES_MAX = 2000,
    BUNDLE_RATIO_MAX = 100
};

struct bundle;

int bundle_open(struct bundle **out, const char *path, enum bundle_kind kind, struct error *err);
void bundle_free(struct bundle *bundle); /* NULL is allowed */

const char *bundle_path(const struct bundle *bundle); /* as given */
size_t bundle_count(const struct bundle *bundle);
struct str bundle_name(const struct bundle *bundle, size_t i);
bool bundle_has(const struct bundle *bundle, struct str name);

/* The bytes of a file, the same at every call. ERR_ABSENT when it is not listed. */
int bundle_read(struct bundle *bundle, struct str name, struct str *out, struct error *err);

#endif /* AUDITOR_BASE_BUNDLE_H */
