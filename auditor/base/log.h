/*
 * log.h - what the program says to a person while it works, all on stderr (prefix log_).
 *
 * Data goes to stdout; nothing here does. Control characters of foreign text are made visible.
 * Progress is drawn only on a terminal that can wipe a line, at most ten times a second.
 */
#ifndef AUDITOR_BASE_LOG_H
#define AUDITOR_BASE_LOG_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

void log_quiet(bool quiet); /* only errors from now on */
/* A terminal that understands escapes (colours, wiping a line): not TERM=dumb, not one without a name. Asked of
 * stdout, too, by those who write there. */
bool log_is_screen(int fd);
void log_error(const char *format, ...) __attribute__((format(printf, 1, 2)));
void log_warn(const char *format, ...) __attribute__((format(printf, 1, 2)));
void log_note(const char *format, ...) __attribute__((format(printf, 1, 2)));

struct log_progress {
    const char *what; /* e.g. tr("审核", "audit") */
    size_t total;
    double started; /* seconds, monotonic */
    double drawn;
    bool shown;
};

void log_progress_start(struct log_progress *p, const char *what, size_t total);
void log_progress_step(struct log_progress *p, size_t done); /* count, rate, time left */
void log_progress_end(struct log_progress *p);

/* Appends text with ESC, other control and bidirectional characters shown as marks,
 * so that a document cannot steer a terminal. */
void log_safe(struct strbuf *out, struct str text);
/* The same for what must stay on its line, such as the name of a file: line ends are marks, too. */
void log_safe_line(struct strbuf *out, struct str text);

#endif /* AUDITOR_BASE_LOG_H */
