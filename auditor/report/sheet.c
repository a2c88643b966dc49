/* sheet.c - see sheet.h. */
#include "report/sheet.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "base/csv.h"
#include "base/file.h"
#include "base/json_read.h"
#include "base/lang.h"
#include "base/log.h"
#include "base/mem.h"

enum { SHEET_ROWS = 1048576 }; /* that a worksheet can hold */

static int check_sheet(const cJSON *sheet, struct error *err)
{
    if (!cJSON_IsArray(cJSON_GetObjectItemCaseSensitive(sheet, "columns")) ||
        !cJSON_IsArray(cJSON_GetObjectItemCaseSensitive(sheet, "rows")))
        return error_set(err, ERR_PLUGIN,
                         tr("版式插件的表“%s”缺少 columns 或 rows",
                            "the layout's sheet \"%s\" lacks columns or rows"),
                         json_string(sheet, "name"));
    return 0;
}

static void csv_value(struct strbuf *out, const cJSON *value, bool last)
{
    if (cJSON_IsNumber(value)) {
        char *digits = cJSON_PrintUnformatted(value);
        csv_write_number(out, str_of(digits), last);
        cJSON_free(digits);
    } else {
        csv_write_text(out, str_of(cJSON_IsString(value) ? value->valuestring : ""), last);
    }
}

int sheet_csv(struct strbuf *out, const cJSON *sheets, bool header, struct error *err)
{
    const cJSON *sheet = cJSON_GetArrayItem(sheets, 0);
    int rc = check_sheet(sheet, err);
    if (rc)
        return rc;
    const cJSON *item;
    if (header) {
        csv_write_bom(out);
        cJSON_ArrayForEach(item, cJSON_GetObjectItemCaseSensitive(sheet, "columns"))
            csv_write_text(out, str_of(json_string(item, "title")), item->next == NULL);
    }
    const cJSON *row;
    cJSON_ArrayForEach(row, cJSON_GetObjectItemCaseSensitive(sheet, "rows"))
        cJSON_ArrayForEach(item, row)
            csv_value(out, item, item->next == NULL);
    return 0;
}

struct tab { /* a table; what a worksheet cannot hold goes on in the next one */
    lxw_worksheet *sheet;
    char *name;
    lxw_row_t rows; /* of the worksheet */
    unsigned number;
};

struct sheet_book {
    lxw_workbook *book;
    lxw_format *header, *text, *number, *points;
    struct tab *tabs;
    size_t n, cap;
    char *path, *temporary;
};

int sheet_book_open(struct sheet_book **out, const char *path, struct error *err)
{
    /* Excel keeps the day a workbook was made; ours must be the same bytes on every day. */
    lxw_doc_properties always = { .created = 946684800 }; /* 2000-01-01 */
    if (file_is_special(path))
        return error_set(
            err, ERR_IO,
            tr("%s：不是文件，放不下工作簿", "%s: a workbook can only be written to a file"), path);
    struct sheet_book *b = mem_zero(1, sizeof *b);
    struct strbuf temporary = { 0 };
    b->path = file_target(path);
    strbuf_fmt(&temporary, "%s.part", b->path);
    b->temporary = strbuf_take(&temporary);
    /* A row is on the disk when the next one begins. */
    lxw_workbook_options options = { .constant_memory = LXW_TRUE };
    b->book = workbook_new_opt(b->temporary, &options);
    if (!b->book) {
        free(b->temporary);
        free(b->path);
        free(b);
        return error_set(err, ERR_IO, tr("写不了 %s", "cannot write %s"), path);
    }
    workbook_set_properties(b->book, &always);
    b->header = workbook_add_format(b->book);
    format_set_bold(b->header);
    format_set_text_wrap(b->header);
    format_set_bg_color(b->header, 0xE8EDF3);
    format_set_border(b->header, LXW_BORDER_THIN);
    format_set_align(b->header, LXW_ALIGN_VERTICAL_CENTER);
    b->text = workbook_add_format(b->book);
    format_set_text_wrap(b->text);
    format_set_align(b->text, LXW_ALIGN_VERTICAL_TOP);
    b->number = workbook_add_format(b->book);
    format_set_num_format(b->number, "0");
    format_set_align(b->number, LXW_ALIGN_VERTICAL_TOP);
    b->points = workbook_add_format(b->book);
    format_set_num_format(b->points, "0.0##");
    format_set_align(b->points, LXW_ALIGN_VERTICAL_TOP);
    *out = b;
    return 0;
}

static void write_header(struct sheet_book *b, struct tab *tab, const cJSON *columns)
{
    const cJSON *column;
    lxw_col_t c = 0;
    cJSON_ArrayForEach(column, columns) {
        const cJSON *width = cJSON_GetObjectItemCaseSensitive(column, "width");
        worksheet_set_column(tab->sheet, c, c, cJSON_IsNumber(width) ? width->valuedouble : 12,
                             NULL);
        worksheet_write_string(tab->sheet, 0, c++, json_string(column, "title"), b->header);
    }
    worksheet_freeze_panes(tab->sheet, 1, 0);
    worksheet_set_landscape(tab->sheet);
    worksheet_set_paper(tab->sheet, 9); /* A4 */
    worksheet_fit_to_pages(tab->sheet, 1, 0);
    worksheet_repeat_rows(tab->sheet, 0, 0);
    tab->rows = 1;
}

static void filter(const struct tab *tab)
{
    if (tab->sheet && tab->rows > 1 && tab->sheet->dim_colmax != LXW_COL_MAX)
        worksheet_autofilter(tab->sheet, 0, 0, tab->rows - 1, tab->sheet->dim_colmax);
}

static void add_sheet(struct sheet_book *b, struct tab *tab, const cJSON *sheet)
{
    struct strbuf name = { 0 };
    strbuf_c(&name, tab->name);
    if (++tab->number > 1)
        strbuf_fmt(&name, " (%u)", tab->number);
    tab->sheet = workbook_add_worksheet(b->book, name.n ? name.p : NULL);
    if (tab->sheet)
        write_header(b, tab, cJSON_GetObjectItemCaseSensitive(sheet, "columns"));
    strbuf_free(&name);
}

static struct tab *tab_of(struct sheet_book *b, const cJSON *sheet)
{
    const char *name = json_string(sheet, "name");
    for (size_t i = 0; i < b->n; i++)
        if (strcmp(b->tabs[i].name, name) == 0)
            return &b->tabs[i];
    b->tabs = mem_grow(b->tabs, b->n, &b->cap, sizeof *b->tabs);
    struct tab *tab = &b->tabs[b->n++];
    *tab = (struct tab){ .name = mem_strdup(name) };
    add_sheet(b, tab, sheet);
    return tab;
}

/* A reader of the sheet sees marks in place of what would turn its lines around. */
static void write_text(struct tab *tab, lxw_col_t c, const char *text, lxw_format *format)
{
    struct strbuf safe = { 0 };
    log_safe(&safe, str_of(text));
    worksheet_write_string(tab->sheet, tab->rows, c, safe.p ? safe.p : "", format);
    strbuf_free(&safe);
}

static void write_cell(struct sheet_book *b, struct tab *tab, lxw_col_t c, const cJSON *value,
                       const char *kind)
{
    if (cJSON_IsNumber(value))
        worksheet_write_number(tab->sheet, tab->rows, c, value->valuedouble,
                               strcmp(kind, "points") == 0 ? b->points : b->number);
    else if (cJSON_IsString(value))
        write_text(tab, c, value->valuestring, b->text);
}

static int no_sheet(const struct tab *tab, struct error *err)
{
    return error_set(err, ERR_PLUGIN, tr("工作表名“%s”不可用", "\"%s\" cannot name a worksheet"),
                     tab->name);
}

static int add_row(struct sheet_book *b, struct tab *tab, const cJSON *sheet, const cJSON *row,
                   struct error *err)
{
    lxw_col_t c = 0;
    const cJSON *columns = cJSON_GetObjectItemCaseSensitive(sheet, "columns");
    const cJSON *column = columns->child;
    const cJSON *value;
    if (tab->rows == SHEET_ROWS) {
        filter(tab);
        add_sheet(b, tab, sheet);
    }
    if (!tab->sheet)
        return no_sheet(tab, err);
    cJSON_ArrayForEach(value, row) {
        write_cell(b, tab, c++, value, column ? json_string(column, "kind") : "text");
        column = column ? column->next : NULL;
    }
    tab->rows++;
    return 0;
}

int sheet_book_add(struct sheet_book *b, const cJSON *sheets, struct error *err)
{
    const cJSON *sheet;
    cJSON_ArrayForEach(sheet, sheets) {
        int rc = check_sheet(sheet, err);
        if (rc)
            return rc;
        struct tab *tab = tab_of(b, sheet);
        if (!tab->sheet)
            return no_sheet(tab, err);
        const cJSON *row;
        cJSON_ArrayForEach(row, cJSON_GetObjectItemCaseSensitive(sheet, "rows")) {
            rc = add_row(b, tab, sheet, row, err);
            if (rc)
                return rc;
        }
    }
    return 0;
}

/* libxlsxwriter prints what goes wrong to standard error in words of its own, besides returning it. */
static lxw_error close_silently(lxw_workbook *book)
{
    fflush(stderr);
    int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
    int kept = nowhere >= 0 ? fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 0) : -1;
    if (kept >= 0)
        dup2(nowhere, STDERR_FILENO);
    errno = 0;
    lxw_error status = workbook_close(book);
    int reason = errno;
    fflush(stderr);
    if (kept >= 0) {
        dup2(kept, STDERR_FILENO);
        close(kept);
    }
    if (nowhere >= 0)
        close(nowhere);
    errno = reason;
    return status;
}

int sheet_book_close(struct sheet_book *b, struct error *err)
{
    for (size_t i = 0; i < b->n; i++) {
        struct tab *tab = &b->tabs[i];
        filter(tab);
        free(tab->name);
    }
    lxw_error status = close_silently(b->book);
    int rc = 0;
    if (status != LXW_NO_ERROR)
        rc = error_set(err, ERR_IO, tr("写不了 %s：%s", "cannot write %s: %s"), b->path,
                       errno ? error_system(errno) : lxw_strerror(status));
    else if (rename(b->temporary, b->path) != 0)
        rc = error_set(err, ERR_IO, tr("写不了 %s", "cannot write %s"), b->path);
    if (rc)
        remove(b->temporary);
    free(b->tabs);
    free(b->path);
    free(b->temporary);
    free(b);
    return rc;
}
