/* commas.c - see commas.h. */
#include "read/commas.h"

#include "base/csv.h"

enum { FIELDS = 4, ROWS = 12, PARTS = 8 };

/* Tables of counts have noughts beside each other: nearly all texts have no such place. */
static bool may_be_sheet(struct str text)
{
    static const char *const parts[] = { ",0,", "\",\"" };
    size_t n = 0;
    for (size_t i = 0; i < sizeof parts / sizeof *parts && n < PARTS; i++) {
        struct str rest = text;
        for (size_t at; n < PARTS && (at = str_find(rest, str_of(parts[i]))) != SIZE_MAX; n++)
            rest = str_sub(rest, at + 2, rest.n);
    }
    return n == PARTS;
}

/* The only field that is filled in, NULL if there are more. */
static const struct str *lone_field(const struct csv_row *row)
{
    const struct str *lone = NULL;
    for (size_t i = 0; i < row->n; i++) {
        if (row->fields[i].n == 0)
            continue;
        if (lone)
            return NULL;
        lone = &row->fields[i];
    }
    return lone;
}

/* A sentence whose commas stand in no quotes. */
static bool is_prose(const struct csv_row *row)
{
    for (size_t k = 0; k < row->n; k++)
        if (str_has(row->fields[k], "。"))
            return !lone_field(row);
    return false;
}

/* Rows of several fields that are no sentences. */
static bool is_sheet(const struct csv *csv)
{
    size_t rows = 0;
    for (size_t i = 0; i < csv->n && rows < ROWS; i++)
        rows += csv->rows[i].n >= FIELDS && !is_prose(&csv->rows[i]);
    return rows >= ROWS;
}

/* One paragraph with its commas again; those at its end fill up the row. */
static void add_prose(struct doc_build *b, const struct csv_row *row, uint32_t line)
{
    size_t n = row->n;
    while (n > 0 && row->fields[n - 1].n == 0)
        n--;
    for (size_t i = 0; i < n; i++) {
        if (i > 0)
            doc_build_text(b, STR(","), line);
        doc_build_text(b, row->fields[i], line);
    }
    doc_build_break(b);
}

static void add_row(struct doc_build *b, const struct csv_row *row, uint32_t line)
{
    doc_build_row(b);
    for (size_t i = 0; i < row->n; i++) {
        doc_build_cell(b, 1, 1, false, line);
        doc_build_text(b, row->fields[i], line);
        doc_build_end_cell(b);
    }
}

static void add_rows(struct doc_build *b, const struct csv *csv, uint32_t line)
{
    bool open = false;
    for (size_t i = 0; i < csv->n; i++) {
        const struct csv_row *row = &csv->rows[i];
        const struct str *lone = lone_field(row);
        uint32_t at = line + row->line - 1;
        bool prose = is_prose(row);
        if (open && (lone || prose)) {
            doc_build_end_table(b);
            open = false;
        }
        if (prose) {
            add_prose(b, row, at);
            continue;
        }
        if (lone) {
            doc_build_text(b, *lone, at);
            doc_build_break(b);
            continue;
        }
        if (!open)
            doc_build_table(b, at);
        open = true;
        add_row(b, row, at);
    }
    if (open)
        doc_build_end_table(b);
}

bool commas_read(struct doc_build *b, struct str text, uint32_t line)
{
    struct csv csv;
    if (!may_be_sheet(text) || csv_parse(&csv, "", text, NULL) != 0)
        return false;
    bool sheet = is_sheet(&csv);
    if (sheet)
        add_rows(b, &csv, line);
    csv_free(&csv);
    return sheet;
}
