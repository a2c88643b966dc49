/* docx.c - see docx.h. */
#include "read/docx.h"

#include <string.h>

#include "base/lang.h"
#include "read/docx_body.h"
#include "read/docx_chunk.h"
#include "read/docx_property.h"
#include "read/wordless.h"

/* A report has some hundred kilobytes of mark-up; its pictures are never unpacked. */
static const struct archive_limits limits = {
    .entries = 20000, .file = 48 << 20, .total = 96 << 20, .ratio = 2000
};

/* Of Word files in it, of which there may be several. */
static const struct archive_limits inner_limits = {
    .entries = 2000, .file = 16 << 20, .total = 16 << 20, .ratio = 2000
};

struct file {
    struct archive_door *door;
    const char *name;
    struct docx_relations top, main; /* of the file; of its main part */
    struct str main_path;
    struct docx_styles styles;
    struct docx_lists lists;
    struct doc_build *build;
    struct docx_body *body;
    uint32_t line;  /* behind which its paragraphs count */
    unsigned depth; /* Word files around it */
};

static int advise(int code, const char *message, struct error *err)
{
    if (code == ERR_LIMIT)
        return error_set(err, ERR_LIMIT,
                         tr("%s；这不像正常的文件，请用 Word 或 WPS 打开并另存，或改交网页",
                            "%s; this is no usual file: open and save it with Word or WPS, or give "
                            "the web page"),
                         message);
    if (code == ERR_LOCKED)
        return error_set(err, ERR_LOCKED,
                         tr("%s；请去掉密码后再交", "%s; give it without a password"), message);
    return error_set(err, ERR_DAMAGED,
                     tr("%s；文件可能没有传完，请用 Word 或 WPS 打开并另存，或请报送单位重新提供",
                        "%s; perhaps it was not sent whole: open and save it with Word or WPS, or "
                        "ask for it again"),
                     message);
}

/* ERR_ABSENT without a message when there is no such part. */
static int take(struct file *f, struct str path, struct str *part, struct error *err)
{
    struct error why = { 0 };
    char entry[256];
    if (!path.n || path.n >= sizeof entry)
        return ERR_ABSENT;
    memcpy(entry, path.p, path.n);
    entry[path.n] = '\0';
    int rc = archive_take(f->door, entry, part, &why);
    return rc == 0 || rc == ERR_ABSENT ? rc : advise(rc, why.message, err);
}

static int refuse(const struct file *f, const char *kind, struct error *err)
{
    return error_set(
        err, ERR_FORMAT,
        tr("%s：这是%s，不是网页、文本或 Word 文件；请改交网页（HTML）、.docx 或文本文件",
           "%s: this is %s, neither a page nor text nor a Word file; give an HTML, "
           ".docx or text file"),
        f->name, kind);
}

/* What a zip is that holds no Word document. */
static const char *other_kind(struct file *f)
{
    static const struct {
        const char *entry, *zh, *en;
    } kinds[] = {
        { "xl/workbook.xml", "Excel 工作簿", "an Excel workbook" },
        { "xl/workbook.bin", "Excel 工作簿", "an Excel workbook" },
        { "ppt/presentation.xml", "演示文稿", "a presentation" },
        { "OFD.xml", "OFD 版式文件", "an OFD file" },
        { "content.xml", "OpenDocument 文件", "an OpenDocument file" },
        { "META-INF/container.xml", "电子书（EPUB）", "an electronic book (EPUB)" },
    };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (archive_has(f->door, kinds[i].entry))
            return tr(kinds[i].zh, kinds[i].en);
    return tr("压缩包", "a ZIP archive");
}

static int find_main(struct file *f, struct error *err)
{
    const struct docx_relation *r = docx_relation_by_type(&f->top, "officeDocument");
    f->main_path = r ? r->target : STR("word/document.xml");
    if (str_starts(f->main_path, STR("xl/")) || str_starts(f->main_path, STR("ppt/")))
        return refuse(f, other_kind(f), err);
    if (!r && !archive_has(f->door, "word/document.xml"))
        return refuse(f, other_kind(f), err);
    return 0;
}

static int read_styles(struct file *f, struct error *err)
{
    const struct docx_relation *r = docx_relation_by_type(&f->main, "styles");
    struct str part;
    f->styles.plain = docx_look_unset;
    int rc = take(f, r ? r->target : STR("word/styles.xml"), &part, err);
    return rc ? rc : docx_styles_read(&f->styles, part, f->name, err);
}

static int read_lists(struct file *f, struct error *err)
{
    const struct docx_relation *r = docx_relation_by_type(&f->main, "numbering");
    struct str part;
    int rc = take(f, r ? r->target : STR("word/numbering.xml"), &part, err);
    return rc ? rc : docx_lists_read(&f->lists, part, &f->styles, f->name, err);
}

static int read_main(struct file *f, struct error *err)
{
    struct str part;
    int rc = take(f, f->main_path, &part, err);
    if (rc == ERR_ABSENT) {
        struct error why = { 0 };
        error_set(&why, ERR_DAMAGED, tr("%s：缺少正文部分", "%s: its main part is missing"),
                  f->name);
        return advise(ERR_DAMAGED, why.message, err);
    }
    return rc ? rc : docx_body_read(f->body, part, &f->main, 0, f->name, err);
}

/* Notes, headers, footers: what stands beside the text of the document. */
static int read_apart(struct file *f, struct str path, struct error *err)
{
    struct docx_relations relations = { 0 };
    struct str part;
    int rc = take(f, path, &part, err);
    if (rc == 0)
        rc = docx_relations_read(&relations, f->door, path, f->name, err);
    if (rc == 0)
        rc = docx_body_read(f->body, part, &relations, DOC_CHROME, f->name, err);
    docx_relations_free(&relations);
    return rc == ERR_ABSENT ? 0 : rc;
}

static int read_all_apart(struct file *f, struct error *err)
{
    static const char *const notes[] = { "footnotes", "endnotes" };
    int rc = 0;
    for (size_t i = 0; rc == 0 && i < sizeof notes / sizeof *notes; i++) {
        const struct docx_relation *r = docx_relation_by_type(&f->main, notes[i]);
        if (r)
            rc = read_apart(f, r->target, err);
    }
    struct str path;
    for (size_t i = 0; rc == 0 && (path = docx_body_margin(f->body, i)).n; i++)
        rc = read_apart(f, path, err);
    return rc;
}

/* Who wrote it and when; a file without it, or with a broken one, is still readable. */
static void read_properties(struct file *f)
{
    static const char *const types[] = { "core-properties", "extended-properties",
                                         "extendedProperties", "custom-properties",
                                         "customProperties" };
    struct str part;
    for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
        const struct docx_relation *r = docx_relation_by_type(&f->top, types[i]);
        if (r && take(f, r->target, &part, NULL) == 0)
            docx_properties_read(f->build, part, f->name);
    }
}

static int read_file(struct file *f, struct error *err);

static void close_file(struct file *f)
{
    docx_body_free(f->body);
    docx_lists_free(&f->lists);
    docx_styles_free(&f->styles);
    docx_relations_free(&f->main);
    docx_relations_free(&f->top);
    archive_close(f->door);
}

/* A Word file in the place of a paragraph: its text goes into the same document. */
static bool read_inner(struct file *f, struct str bytes)
{
    struct file inner = { .name = f->name, .build = f->build, .depth = f->depth + 1 };
    bool good = inner.depth <= DOCX_CHUNKS &&
                archive_open(&inner.door, bytes, f->name, &inner_limits, NULL) == 0;
    inner.line = docx_body_line(f->body);
    good = good && read_file(&inner, NULL) == 0;
    if (inner.body)
        docx_body_go_on(f->body, docx_body_line(inner.body));
    close_file(&inner);
    return good;
}

/* A file of another kind in the place of a paragraph; false when it cannot be read. */
static bool read_chunk(void *user, struct str path)
{
    struct file *f = user;
    struct str bytes;
    uint32_t line = docx_body_line(f->body);
    if (take(f, path, &bytes, NULL) != 0)
        return false;
    if (archive_is_zip(bytes))
        return read_inner(f, bytes);
    bool good = docx_chunk_read(f->build, bytes, f->name, &line);
    docx_body_go_on(f->body, line);
    return good;
}

/* The absence of a part that a file can do without is no error. */
static int unless_absent(int rc)
{
    return rc == ERR_ABSENT ? 0 : rc;
}

static int read_file(struct file *f, struct error *err)
{
    int rc = docx_relations_read(&f->top, f->door, STR(""), f->name, err);
    if (rc == 0)
        rc = find_main(f, err);
    if (rc == 0)
        rc = docx_relations_read(&f->main, f->door, f->main_path, f->name, err);
    if (rc == 0)
        rc = unless_absent(read_styles(f, err));
    if (rc == 0)
        rc = unless_absent(read_lists(f, err));
    if (rc)
        return rc;
    if (f->depth == 0)
        read_properties(f);
    f->body = docx_body_new(f->build, &f->styles, &f->lists);
    docx_body_go_on(f->body, f->line);
    docx_body_on_chunk(f->body, read_chunk, f);
    rc = read_main(f, err);
    if (rc == 0 && docx_body_lost_chunk(f->body))
        rc = error_set(
            err, ERR_FORMAT,
            tr("%s：正文是嵌在里面的另一份文件（altChunk），读不了；请用 Word 或 WPS "
               "打开并另存为 .docx",
               "%s: its text is another file put inside (altChunk), which cannot be read; "
               "open it with Word or WPS and save it as .docx"),
            f->name);
    return rc ? rc : read_all_apart(f, err);
}

int docx_read(struct doc **out, struct str bytes, const char *name, struct error *err)
{
    struct file f = { .name = name };
    struct error why = { 0 };
    *out = NULL;
    int rc = archive_open(&f.door, bytes, name, &limits, &why);
    if (rc)
        return advise(rc, why.message, err);
    f.build = doc_build_new(DOC_DOCX, "UTF-8");
    rc = read_file(&f, err);
    close_file(&f);
    if (rc == 0)
        *out = doc_build_end(f.build);
    else
        doc_build_free(f.build);
    if (rc == 0 && (rc = wordless_check(*out, name, err)) != 0) {
        doc_free(*out);
        *out = NULL;
    }
    return rc;
}
