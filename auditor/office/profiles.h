/*
 * profiles.h - which scoring profiles there are (prefix profiles_): the office's own, then the program's.
 *
 * A profile is a folder that holds profile.conf and sheet.csv; its name is the folder's.
 *
 * Ownership  The caller frees *out.
 * Errors     ERR_ABSENT: there is no such profile; the message names those that are there.
 */
#ifndef AUDITOR_OFFICE_PROFILES_H
#define AUDITOR_OFFICE_PROFILES_H

#include "base/error.h"

/* The folder of a profile. name: with a slash it is that folder; own: folder of the office's profiles, NULL: none;
 * data: the program's data folder. */
int profiles_find(char **out, const char *name, const char *own, const char *data,
                  struct error *err);

#endif /* AUDITOR_OFFICE_PROFILES_H */
