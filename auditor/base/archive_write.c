/* archive_write.c - a zip file in memory; see archive.h. */
#include "base/archive.h"

#include <stdlib.h>
#include <zip.h>

#include "base/lang.h"
#include "base/mem.h"

enum { DOS_DAY = 0x21 }; /* 1980-01-01, the first that the format knows */

static int fail(struct error *err, const char *why)
{
    return error_set(err, ERR_INTERNAL, tr("建不了 ZIP：%s", "cannot make a zip: %s"), why);
}

static int add(zip_t *zip, const struct archive_entry *e, struct error *err)
{
    char *name = mem_strndup(e->name.p, e->name.n);
    zip_source_t *source = zip_source_buffer(zip, e->bytes.p, e->bytes.n, 0);
    zip_int64_t at = source ? zip_file_add(zip, name, source, ZIP_FL_ENC_UTF_8) : -1;
    int rc = 0;
    if (at < 0 || zip_file_set_dostime(zip, (zip_uint64_t)at, 0, DOS_DAY, 0) != 0)
        rc = fail(err, archive_why_of(zip));
    if (at < 0 && source)
        zip_source_free(source);
    free(name);
    return rc;
}

static int take_bytes(struct strbuf *out, zip_source_t *source, struct error *err)
{
    char bytes[16384];
    zip_int64_t n = -1;
    if (zip_source_open(source) == 0) {
        while ((n = zip_source_read(source, bytes, sizeof bytes)) > 0)
            strbuf_add(out, bytes, (size_t)n);
        zip_source_close(source);
    }
    return n < 0 ? fail(err, archive_why(zip_source_error(source))) : 0;
}

int archive_write(struct strbuf *out, const struct archive_entry *entries, size_t n,
                  struct error *err)
{
    zip_error_t why;
    zip_error_init(&why);
    zip_source_t *source = zip_source_buffer_create(NULL, 0, 0, &why);
    zip_t *zip = source ? zip_open_from_source(source, ZIP_TRUNCATE, &why) : NULL;
    int rc = zip ? 0 : fail(err, archive_why(&why));
    if (zip)
        zip_source_keep(source); /* closing the zip would take it along */
    for (size_t i = 0; rc == 0 && i < n; i++)
        rc = add(zip, &entries[i], err);
    if (rc == 0 && zip_close(zip) != 0)
        rc = fail(err, archive_why_of(zip));
    else if (rc == 0)
        zip = NULL;
    if (zip)
        zip_discard(zip);
    if (rc == 0)
        rc = take_bytes(out, source, err);
    if (source)
        zip_source_free(source);
    zip_error_fini(&why);
    return rc;
}
