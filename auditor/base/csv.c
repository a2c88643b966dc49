/* csv.c - see csv.h. */
#include "base/csv.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/lang.h"
#include "base/log.h"
#include "base/mem.h"

struct reader {
    struct str text;
    size_t at;
    unsigned line;
    char comma;
    struct arena *arena;
    struct strbuf field;
    struct str *fields; /* of the row being read */
    size_t n, cap;
};

/* Excel writes what its locale says; the header row shows which. */
static char guess_comma(struct str text)
{
    size_t counts[3] = { 0 };
    static const char marks[3] = { ',', ';', '\t' };
    for (size_t i = 0; i < text.n && text.p[i] != '\n'; i++)
        for (int k = 0; k < 3; k++)
            counts[k] += text.p[i] == marks[k];
    int best = 0;
    for (int k = 1; k < 3; k++)
        if (counts[k] > counts[best])
            best = k;
    return marks[best];
}

static void end_field(struct reader *r)
{
    r->fields = mem_grow(r->fields, r->n, &r->cap, sizeof *r->fields);
    r->fields[r->n++] = arena_str(r->arena, str_trim(strbuf_view(&r->field)));
    strbuf_clear(&r->field);
}

/* Behind the opening quote. False when the text ends first. */
static bool read_quoted(struct reader *r)
{
    while (r->at < r->text.n) {
        char c = r->text.p[r->at++];
        if (c == '\n')
            r->line++;
        if (c != '"') {
            strbuf_char(&r->field, c);
            continue;
        }
        if (r->at < r->text.n && r->text.p[r->at] == '"') {
            strbuf_char(&r->field, '"');
            r->at++;
            continue;
        }
        return true;
    }
    return false;
}

/* Reads one row; returns false when a quote is never closed. */
static bool read_row(struct reader *r)
{
    r->n = 0;
    while (r->at < r->text.n) {
        char c = r->text.p[r->at++];
        if (c == '"' && str_trim(strbuf_view(&r->field)).n == 0) {
            if (!read_quoted(r))
                return false;
        } else if (c == r->comma) {
            end_field(r);
        } else if (c == '\n') {
            r->line++;
            break;
        } else if (c != '\r') {
            strbuf_char(&r->field, c);
        }
    }
    end_field(r);
    return true;
}

static bool has_text(const struct reader *r)
{
    for (size_t i = 0; i < r->n; i++)
        if (r->fields[i].n)
            return true;
    return false;
}

static void keep_row(struct csv *out, size_t *cap, const struct reader *r, unsigned line)
{
    struct str *copy = arena_alloc(out->arena, r->n * sizeof *copy);
    memcpy(copy, r->fields, r->n * sizeof *copy);
    out->rows = mem_grow(out->rows, out->n, cap, sizeof *out->rows);
    out->rows[out->n++] = (struct csv_row){ copy, r->n, line };
}

int csv_parse(struct csv *out, const char *name, struct str text, struct error *err)
{
    *out = (struct csv){ .arena = arena_new() };
    if (str_starts(text, STR("\xEF\xBB\xBF")))
        text = str_sub(text, 3, text.n);
    struct reader r = { .text = text, .line = 1, .comma = guess_comma(text), .arena = out->arena };
    size_t cap = 0;
    int rc = 0;
    while (rc == 0 && r.at < text.n) {
        unsigned line = r.line;
        if (!read_row(&r))
            rc = error_set(err, ERR_CONFIG,
                           tr("%s:%u：引号没有闭合", "%s:%u: a quote is never closed"), name, line);
        else if (has_text(&r))
            keep_row(out, &cap, &r, line);
    }
    free(r.fields);
    strbuf_free(&r.field);
    if (rc)
        csv_free(out);
    return rc;
}

void csv_free(struct csv *csv)
{
    free(csv->rows);
    arena_free(csv->arena);
    *csv = (struct csv){ 0 };
}

int csv_column(const struct csv *csv, const char *names)
{
    if (csv->n == 0)
        return -1;
    struct str rest = str_of(names);
    struct str name;
    while (str_split(&rest, '|', &name))
        for (size_t i = 0; i < csv->rows[0].n; i++)
            if (str_eq(csv->rows[0].fields[i], name))
                return (int)i;
    return -1;
}

struct str csv_field(const struct csv *csv, size_t row, int column)
{
    if (row >= csv->n || column < 0 || (size_t)column >= csv->rows[row].n)
        return str_of("");
    return csv->rows[row].fields[column];
}

void csv_write_bom(struct strbuf *out)
{
    strbuf_c(out, "\xEF\xBB\xBF");
}

static void end_written(struct strbuf *out, bool last)
{
    strbuf_c(out, last ? "\r\n" : ",");
}

/* What a spreadsheet may take for a formula, also in the full width that it reads alike. */
static bool runs(struct str text)
{
    static const char *const starts[] = { "=",  "+",  "-",  "@",  "\t", "\r",
                                          "\n", "＝", "＋", "－", "＠" };
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (str_starts(text, str_of(starts[i])))
            return true;
    return false;
}

void csv_write_text(struct strbuf *out, struct str text, bool last)
{
    struct strbuf safe = { 0 };
    strbuf_char(out, '"');
    if (runs(text))
        strbuf_char(out, '\'');
    log_safe(&safe, text);
    for (size_t i = 0; i < safe.n; i++) {
        if (safe.p[i] == '"')
            strbuf_char(out, '"');
        strbuf_char(out, safe.p[i]);
    }
    strbuf_char(out, '"');
    strbuf_free(&safe);
    end_written(out, last);
}

void csv_write_number(struct strbuf *out, struct str digits, bool last)
{
    strbuf_str(out, digits);
    end_written(out, last);
}
