/*
 * export_file.h - a file of an export: written in pieces, digested on the way (prefix export_file_).
 */
#ifndef AUDITOR_OFFICE_EXPORT_FILE_H
#define AUDITOR_OFFICE_EXPORT_FILE_H

#include <cjson/cJSON.h>
#include <stdio.h>

#include "base/digest.h"
#include "base/error.h"

struct export_file {
    FILE *file;
    char *name; /* below the folder */
    struct digest *digest;
    uint64_t bytes;
};

int export_file_open(struct export_file *out, const char *folder, const char *name,
                     struct error *err);
void export_file_write(struct export_file *file, struct str bytes); /* faults are told on closing */
/* On the disk when it returns. Adds {"bytes", "path", "sha256"} to list (may be NULL); frees. An unopened
 * one is fine. */
int export_file_close(struct export_file *file, cJSON *list, struct error *err);

#endif /* AUDITOR_OFFICE_EXPORT_FILE_H */
