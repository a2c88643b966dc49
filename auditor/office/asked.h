/*
 * asked.h - whom a person means who types a code, a name or an alias (prefix asked_).
 *
 * Asked are the registers as they were when years were assessed, not today's file.
 */
#ifndef AUDITOR_OFFICE_ASKED_H
#define AUDITOR_OFFICE_ASKED_H

#include "store/store.h"

/* The agency's code, in place of what `code` holds, by the first of the assessments whose register
 * knows `name`. ERR_USAGE when that register knows it for several agencies, whatever the others say,
 * or none knows it (the message is then that of the first); the message says who may be meant. */
int asked_code(struct strbuf *code, struct store *store, const int64_t *assessments, size_t n,
               const char *name, struct error *err);

#endif /* AUDITOR_OFFICE_ASKED_H */
