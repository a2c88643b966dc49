/*
 * register_field.h - one field of the register as people write it (prefix register_read_).
 *
 * What is allocated belongs to the arena; nothing else can fail but a field that is no such thing, which is false.
 */
#ifndef AUDITOR_OFFICE_REGISTER_FIELD_H
#define AUDITOR_OFFICE_REGISTER_FIELD_H

#include "base/arena.h"
#include "base/str.h"
#include "recognise/report.h"

bool register_read_level(enum report_level *out, struct str text); /* empty: LEVEL_UNKNOWN */
bool register_read_year(int *out, struct str text); /* "2019" or "2019年"; empty: 0, open */

/* As spreadsheets show a day: "2月28日", "2/28", "2025-02-28", as 02-28. What is none stays as it is. */
struct str register_read_day(struct arena *arena, struct str text);
bool register_is_day(struct str text); /* MM-DD of a day that exists in every year */

/* Separated by ; or the Chinese marks for it. */
size_t register_read_list(struct arena *arena, struct str **list, struct str text);

/* "https://www.x.gov.cn/path" is a host too, to someone who copies it from a browser. */
struct str register_read_host(struct str text);

#endif /* AUDITOR_OFFICE_REGISTER_FIELD_H */
