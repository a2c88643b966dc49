/* letters.c - see letters.h. */
#include "command/letters.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/lang.h"
#include "base/mem.h"
#include "command/layout.h"
#include "report/fill.h"
#include "report/output.h"

enum { NAME_MAX_BYTES = 150, TEMPLATE_MAX = 16 * 1024 * 1024 };
enum { FORMATS = 1 << OUTPUT_HTML | 1 << OUTPUT_DOCX };

struct letters {
    struct output *list;
    size_t n;
    const struct setup *setup;
    struct engine_plugin *layout;
    struct strbuf template_bytes;
    char *template_path;
};

bool letters_take(const char *spec)
{
    struct output output;
    bool taken = output_parse(&output, spec, FORMATS, NULL) == 0 &&
                 (output.format == OUTPUT_DOCX || file_names_folder(output.path));
    output_close(&output, true, NULL);
    return taken;
}

/* The office's own template goes before the program's. */
static char *template_path(const struct setup *setup, bool own)
{
    const char *name = tr("notice.docx", "notice.en.docx");
    char *reports = own ? mem_strdup(setup->layouts) : file_join(setup->data, "reports");
    char *path = file_join(reports, name);
    free(reports);
    return path;
}

static int load_template(struct letters *l, struct error *err)
{
    char *own = l->setup->layouts ? template_path(l->setup, true) : NULL;
    l->template_path = own && file_exists(own) ? mem_strdup(own) : template_path(l->setup, false);
    free(own);
    int rc = file_read(&l->template_bytes, l->template_path, TEMPLATE_MAX, err);
    if (rc == ERR_ABSENT)
        err->code = rc = ERR_CONFIG; /* the installation is incomplete */
    return rc;
}

static int add(struct letters *l, const char *spec, size_t count, struct error *err)
{
    struct output output = { 0 };
    int rc = output_parse(&output, spec, FORMATS, err);
    bool folder = rc == 0 && file_names_folder(output.path);
    if (rc == 0 && folder)
        rc = file_make_folder(output.path, err);
    if (rc == 0 && !folder && count > 1)
        rc = error_set(err, ERR_USAGE,
                       tr("一个 Word 文件只放一个机关的通知书；请用 --output docx:文件夹/",
                          "a Word file holds the notice of one agency; use --output docx:FOLDER/"));
    if (rc == 0 && output.format == OUTPUT_DOCX && !l->template_path)
        rc = load_template(l, err);
    if (rc == 0 && output.format == OUTPUT_HTML && !l->layout)
        rc = layout_open(&l->layout, l->setup, "notice.lua", err);
    if (rc) {
        output_close(&output, true, NULL);
        return rc;
    }
    l->list = mem_resize(l->list, l->n + 1, sizeof *l->list);
    l->list[l->n++] = output;
    return 0;
}

int letters_open(struct letters **out, const struct cli *cli, const struct setup *setup,
                 size_t count, struct error *err)
{
    struct letters *l = mem_zero(1, sizeof *l);
    int rc = 0;
    l->setup = setup;
    for (size_t i = 0; rc == 0 && i < cli->value_count; i++) {
        if (strcmp(cli->values[i].name, "output") != 0)
            continue;
        if (letters_take(cli->values[i].value))
            rc = add(l, cli->values[i].value, count, err);
    }
    *out = l;
    return rc;
}

void letters_close(struct letters *l)
{
    if (!l)
        return;
    for (size_t i = 0; i < l->n; i++)
        output_close(&l->list[i], true, NULL);
    free(l->list);
    free(l->template_path);
    strbuf_free(&l->template_bytes);
    free(l);
}

/* What a file name cannot have anywhere, or would confuse people, is left out of it. */
static void add_name(struct strbuf *out, struct str text)
{
    for (size_t i = 0; i < text.n && out->n < NAME_MAX_BYTES;) {
        uint32_t c = str_next(text, &i);
        bool odd = c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x200B && c <= 0x200F) ||
                   (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF ||
                   (c < 0x80 && strchr("/\\:*?\"<>|", (int)c));
        strbuf_rune(out, odd ? '_' : c);
    }
}

/* CODE-NAME.docx: the code keeps apart what is called alike. */
static char *letter_path(const struct output *o, const cJSON *notice)
{
    const cJSON *code = cJSON_GetObjectItemCaseSensitive(notice, "code");
    const cJSON *name = cJSON_GetObjectItemCaseSensitive(notice, "agency");
    struct strbuf file = { 0 };
    if (!file_names_folder(o->path))
        return mem_strdup(o->path);
    add_name(&file, str_of(cJSON_GetStringValue(code)));
    strbuf_char(&file, '-');
    add_name(&file, str_of(cJSON_GetStringValue(name)));
    if (file.p[0] == '.')
        file.p[0] = '_';
    strbuf_fmt(&file, ".%s", output_format_name(o->format));
    char *path = file_join(o->path, file.p);
    strbuf_free(&file);
    return path;
}

static int html(struct letters *l, struct strbuf *out, const cJSON *notice, struct error *err)
{
    cJSON *model = cJSON_CreateObject();
    cJSON *list = cJSON_AddArrayToObject(model, "notices");
    cJSON_AddItemReferenceToArray(list, (cJSON *)notice);
    cJSON_AddStringToObject(model, "lang", lang_get() == LANG_EN ? "en" : "zh");
    int rc = layout_html(out, l->setup, l->layout, model, err);
    cJSON_Delete(model);
    return rc;
}

int letters_write(struct letters *l, const cJSON *notice, struct error *err)
{
    int rc = 0;
    for (size_t i = 0; rc == 0 && i < l->n; i++) {
        struct strbuf bytes = { 0 };
        char *path = letter_path(&l->list[i], notice);
        rc = l->list[i].format == OUTPUT_HTML
                 ? html(l, &bytes, notice, err)
                 : fill_docx(&bytes, strbuf_view(&l->template_bytes),
                             file_from_here(l->template_path), notice, err);
        if (rc == 0)
            rc = file_write(path, strbuf_view(&bytes), err);
        free(path);
        strbuf_free(&bytes);
    }
    return rc;
}

int letters_template(const struct setup *setup, struct error *err)
{
    struct strbuf bytes = { 0 };
    char *own = template_path(setup, true);
    char *from = template_path(setup, false);
    int rc = 0;
    if (file_exists(own))
        rc = error_set(err, ERR_USAGE,
                       tr("%s 已经有了，没有覆盖", "%s is there already; it was left alone"),
                       file_from_here(own));
    if (rc == 0)
        rc = file_read(&bytes, from, TEMPLATE_MAX, err);
    if (rc == 0)
        rc = file_write(own, strbuf_view(&bytes), err);
    if (rc == 0)
        printf("%s\n", file_from_here(own));
    free(from);
    free(own);
    strbuf_free(&bytes);
    return rc;
}
