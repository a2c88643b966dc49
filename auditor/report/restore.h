/*
 * restore.h - a stored verdict becomes an audit again (prefix restore_).
 *
 * Reads what check_json.h wrote in its stored form: every result with findings, open places and reasons in
 * both languages. What no later step needs is not stored and stays empty: blocks of places, instructions.
 *
 * Ownership  The audit owns copies of all texts; the caller frees it.
 * Errors     ERR_FORMAT when it is no stored verdict.
 */
#ifndef AUDITOR_REPORT_RESTORE_H
#define AUDITOR_REPORT_RESTORE_H

#include "base/error.h"
#include "engine/audit.h"
#include "report/check_json.h"

/* problem gets code (in a buffer of size bytes; "" none) and message of an unreadable document. */
int restore_audit(struct audit **out, struct str stored_json, char *code, size_t size,
                  struct audit_text *message, struct error *err);

#endif /* AUDITOR_REPORT_RESTORE_H */
