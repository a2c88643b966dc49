/*
 * carriers_attach.h - gives files without a page of their own to the page that links to them (prefix carriers_attach;
 * inside office only, for carriers_find.c).
 *
 * A page is read only when files without a page lie beside or below it. What cannot be read names nothing.
 */
#ifndef AUDITOR_OFFICE_CARRIERS_ATTACH_H
#define AUDITOR_OFFICE_CARRIERS_ATTACH_H

#include "base/str.h"

struct carriers_file {
    struct str folder, stem, path; /* path is terminated */
    unsigned rank;                 /* 0: a page */
    size_t file;
    size_t group; /* any number below the number of files */
};

/* Joins groups of files: changes their `group`. */
void carriers_attach(struct carriers_file *list, size_t n);

#endif /* AUDITOR_OFFICE_CARRIERS_ATTACH_H */
