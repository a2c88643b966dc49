/*
 * sarif.h - verdicts as SARIF 2.1.0, the exchange format of analysis tools (prefix sarif_).
 *
 * One run with all documents, written as they arrive: memory stays flat. A finding is a result of kind
 * "fail" (veto and major: error, minor: warning, advice: note); an observation is "informational"; what
 * was left undecided is "open", never absent; what a person must look at is "review"; what does not apply
 * "notApplicable". Rules that passed or were not selected are no results, since readers that do not know
 * kinds would show them as faults: each artifact names them. In an office each result says what persons decided
 * about it: a suppression is accepted (dismissed, waived), under review (appealed) or rejected (appeal turned down).
 *
 * Ownership  The writer keeps a pointer to output and engine, which must outlive it.
 * Errors     ERR_IO when the spool file for the artifacts cannot be had; output keeps its own errors.
 */
#ifndef AUDITOR_REPORT_SARIF_H
#define AUDITOR_REPORT_SARIF_H

#include "engine/engine.h"
#include "report/output.h"

struct sarif;

/* Writes the beginning. */
int sarif_open(struct sarif **out, struct output *output, const struct engine *engine,
               const char *profile, struct error *err);
/* document: the localised object of model_parse(). path: its bytes, as given. */
void sarif_document(struct sarif *sarif, const struct cJSON *document, struct str path);
/* Writes the rest, unless failed, and frees. NULL is allowed. */
int sarif_close(struct sarif *sarif, bool failed, struct error *err);

/* Appends a path as a URI reference: what is not plain is percent-encoded, byte by byte. */
void sarif_uri(struct strbuf *out, struct str path);

#endif /* AUDITOR_REPORT_SARIF_H */
