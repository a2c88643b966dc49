/* log.c - see log.h. */
#include "base/log.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/lang.h"

static bool quiet_mode;
static bool line_drawn; /* a progress line stands on the terminal and must be wiped first */

void log_quiet(bool quiet)
{
    quiet_mode = quiet;
}

bool log_is_screen(int fd)
{
    const char *term = getenv("TERM");
    return isatty(fd) && term && strcmp(term, "dumb") != 0;
}

static void wipe(void)
{
    if (line_drawn)
        fputs("\r\x1B[K", stderr);
    line_drawn = false;
}

static void say(const char *prefix, const char *format, va_list args)
{
    va_list again;
    va_copy(again, args);
    int n = vsnprintf(NULL, 0, format, args);
    struct strbuf raw = { 0 };
    struct strbuf safe = { 0 };
    if (n > 0) {
        strbuf_reserve(&raw, (size_t)n);
        vsnprintf(raw.p, (size_t)n + 1, format, again);
        raw.n = (size_t)n;
    }
    va_end(again);
    log_safe(&safe, strbuf_view(&raw));
    wipe();
    fprintf(stderr, "auditor: %s%s\n", prefix, safe.p ? safe.p : "");
    strbuf_free(&raw);
    strbuf_free(&safe);
}

void log_error(const char *format, ...)
{
    va_list args;
    va_start(args, format);
    say(tr("错误：", "error: "), format, args);
    va_end(args);
}

void log_warn(const char *format, ...)
{
    if (quiet_mode)
        return;
    va_list args;
    va_start(args, format);
    say(tr("注意：", "warning: "), format, args);
    va_end(args);
}

void log_note(const char *format, ...)
{
    if (quiet_mode)
        return;
    va_list args;
    va_start(args, format);
    say("", format, args);
    va_end(args);
}

void log_progress_start(struct log_progress *p, const char *what, size_t total)
{
    *p = (struct log_progress){ .what = what, .total = total, .started = clock_seconds() };
    p->shown = !quiet_mode && log_is_screen(STDERR_FILENO);
}

void log_progress_step(struct log_progress *p, size_t done)
{
    double t = p->shown ? clock_seconds() : 0;
    if (!p->shown || t - p->drawn < 0.1)
        return;
    p->drawn = t;
    double spent = t - p->started;
    double rate = spent > 0 ? (double)done / spent : 0;
    double left = rate > 0 ? (double)(p->total - done) / rate : 0;
    fprintf(stderr,
            tr("\r\x1B[K%s %zu/%zu  每秒 %.0f  剩余 %.0f 秒",
               "\r\x1B[K%s %zu/%zu  %.0f a second  %.0f s left"),
            p->what, done, p->total, rate, left);
    fflush(stderr);
    line_drawn = true;
}

void log_progress_end(struct log_progress *p)
{
    if (p->shown)
        wipe();
}

/* Controls but newline and tab, and the characters that reorder a line. */
static bool unsafe(uint32_t c)
{
    return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0) || c == 0x200E ||
           c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) ||
           c == 0xFEFF;
}

static void add_safe(struct strbuf *out, struct str text, bool line)
{
    for (size_t i = 0; i < text.n;) {
        size_t from = i;
        uint32_t c = str_next(text, &i);
        if (unsafe(c) || (line && c < 0x20))
            strbuf_fmt(out, "<U+%04X>", (unsigned)c);
        else if (c == 0xFFFD)
            strbuf_rune(out, c);
        else
            strbuf_add(out, text.p + from, i - from);
    }
}

void log_safe(struct strbuf *out, struct str text)
{
    add_safe(out, text, false);
}

void log_safe_line(struct strbuf *out, struct str text)
{
    add_safe(out, text, true);
}
