/* export_file.c - see export_file.h. */
#include "office/export_file.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/lang.h"
#include "base/mem.h"

int export_file_open(struct export_file *out, const char *folder, const char *name,
                     struct error *err)
{
    char *path = file_join(folder, name);
    int rc = 0;
    *out = (struct export_file){ .file = fopen(path, "wbe") };
    if (out->file) {
        out->name = mem_strdup(name);
        out->digest = digest_new();
    } else {
        rc = error_set(err, ERR_IO, tr("写不了 %s：%s", "cannot write %s: %s"), path,
                       error_system(errno));
    }
    free(path);
    return rc;
}

void export_file_write(struct export_file *file, struct str bytes)
{
    fwrite(bytes.p, 1, bytes.n, file->file);
    digest_add(file->digest, bytes);
    file->bytes += bytes.n;
}

int export_file_close(struct export_file *file, cJSON *list, struct error *err)
{
    char hex[DIGEST_HEX];
    int rc = 0;
    if (!file->file)
        return 0;
    bool bad = fflush(file->file) != 0 || ferror(file->file) || fsync(fileno(file->file)) != 0;
    int why = errno;
    bad = fclose(file->file) != 0 || bad;
    digest_end(file->digest, hex);
    if (bad)
        rc = error_set(err, ERR_IO, tr("写不了 %s：%s", "cannot write %s: %s"), file->name,
                       error_system(why));
    cJSON *entry = list && !bad ? cJSON_CreateObject() : NULL;
    if (entry) {
        cJSON_AddNumberToObject(entry, "bytes", (double)file->bytes);
        cJSON_AddStringToObject(entry, "path", file->name);
        cJSON_AddStringToObject(entry, "sha256", hex);
        cJSON_AddItemToArray(list, entry);
    }
    free(file->name);
    *file = (struct export_file){ 0 };
    return rc;
}
