/* docx_xml.c - see docx_xml.h. */
#include "read/docx_xml.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/lang.h"

enum { SLOTS = 256 };

/* libxml2 keeps one copy of a name and of a namespace for a whole part: a name that was looked up once is
 * known by its address. */
struct parse {
    xmlParserCtxtPtr parser;
    const struct docx_reader *reader;
    enum docx_name stack[DOCX_DEPTH + 1];
    size_t depth;
    size_t skipped; /* open elements of which nothing is told */
    enum err_code code;
    struct {
        const xmlChar *local, *space;
        unsigned char name;
    } known[SLOTS];
};

static enum docx_name find_name(struct parse *p, const xmlChar *local, const xmlChar *space)
{
    size_t i = ((uintptr_t)local >> 3 ^ (uintptr_t)local >> 11) & (SLOTS - 1);
    if (p->known[i].local != local || p->known[i].space != space) {
        p->known[i].local = local;
        p->known[i].space = space;
        p->known[i].name = (unsigned char)docx_name_find((const char *)local, (const char *)space);
    }
    return (enum docx_name)p->known[i].name;
}

static void stop(struct parse *p, enum err_code code)
{
    p->code = code;
    xmlStopParser(p->parser);
}

static void on_start(void *user, const xmlChar *local, const xmlChar *prefix, const xmlChar *space,
                     int space_count, const xmlChar **spaces, int count, int defaulted,
                     const xmlChar **attributes)
{
    struct parse *p = user;
    (void)space_count;
    (void)spaces;
    (void)defaulted;
    if (p->depth == DOCX_DEPTH) {
        stop(p, ERR_LIMIT);
        return;
    }
    enum docx_name parent = p->stack[p->depth++];
    enum docx_name name = find_name(p, local, space);
    p->stack[p->depth] = name;
    if (p->skipped || name == W_SKIPPED) {
        p->skipped++;
        return;
    }
    struct docx_tag tag = { .name = name,
                            .parent = parent,
                            .prefix = (const char *)prefix,
                            .local = (const char *)local,
                            .attributes = attributes,
                            .count = count };
    p->skipped = !p->reader->start(p->reader->user, &tag);
}

static void on_end(void *user, const xmlChar *local, const xmlChar *prefix, const xmlChar *space)
{
    struct parse *p = user;
    (void)local;
    (void)prefix;
    (void)space;
    if (!p->depth)
        return;
    enum docx_name name = p->stack[p->depth--];
    if (p->skipped)
        p->skipped--;
    else if (p->reader->end)
        p->reader->end(p->reader->user, name);
}

static void on_text(void *user, const xmlChar *bytes, int n)
{
    struct parse *p = user;
    if (!p->skipped && p->reader->text && p->depth)
        p->reader->text(p->reader->user, p->stack[p->depth],
                        (struct str){ (const char *)bytes, (size_t)n });
}

static void on_doctype(void *user, const xmlChar *name, const xmlChar *id, const xmlChar *system)
{
    (void)name;
    (void)id;
    (void)system;
    stop(user, ERR_FORMAT);
}

static int tell(const struct parse *p, const char *what, struct error *err)
{
    if (p->code == ERR_FORMAT)
        return error_set(err, ERR_FORMAT,
                         tr("%s：含文档类型声明，Word 文件不会有；请用 Word 或 WPS 另存为 .docx",
                            "%s: declares a document type, which no Word file does; save it as "
                            ".docx with Word or WPS"),
                         what);
    if (p->code == ERR_LIMIT)
        return error_set(err, ERR_LIMIT,
                         tr("%s：嵌套超过 %d 层；请检查其中的表格和文本框是否反复嵌套",
                            "%s: nested more than %d deep; look for tables or text boxes that were "
                            "put into one another"),
                         what, DOCX_DEPTH);
    const xmlError *why = xmlCtxtGetLastError(p->parser);
    struct str message = str_trim(str_of(why ? why->message : ""));
    return error_set(
        err, ERR_DAMAGED,
        tr("%s：文件已损坏，第 %d 行不是完好的 XML（%.*s）；请用 Word 或 WPS "
           "打开并另存，或请报送单位重新提供",
           "%s: damaged, no sound XML at line %d (%.*s); open and save it with Word or "
           "WPS, or ask for it again"),
        what, why ? why->line : 0, STR_ARG(message));
}

/* libxml2 compares every attribute of a tag with all before it: a hundred thousand of them would keep it
 * busy for half a minute. No '<' can stand in a tag; where none stands for long, quotes are counted. */
static bool has_endless_tag(struct str part)
{
    enum { LONG = 4096, MOST_QUOTES = 2000 };
    for (size_t from = 0; part.n - from > LONG;) {
        const char *mark = memrchr(part.p + from + 1, '<', LONG);
        if (mark) {
            from = (size_t)(mark - part.p);
            continue;
        }
        size_t quotes = 0;
        size_t i = from + 1;
        for (; i < part.n && part.p[i] != '<'; i++)
            quotes += part.p[i] == '"' || part.p[i] == '\'';
        if (quotes > MOST_QUOTES)
            return true;
        from = i;
    }
    return false;
}

int docx_parse(struct str part, const char *what, const struct docx_reader *reader,
               struct error *err)
{
    static const xmlSAXHandler handler = { .initialized = XML_SAX2_MAGIC,
                                           .startElementNs = on_start,
                                           .endElementNs = on_end,
                                           .characters = on_text,
                                           .ignorableWhitespace = on_text,
                                           .cdataBlock = on_text,
                                           .internalSubset = on_doctype };
    struct parse p = { .reader = reader };
    if (has_endless_tag(part))
        return error_set(err, ERR_LIMIT,
                         tr("%s：其中一处标记的属性过多；请用 Word 或 WPS 打开并另存",
                            "%s: one tag in it has too many attributes; open and save it with Word "
                            "or WPS"),
                         what);
    p.parser = xmlCreateMemoryParserCtxt(part.p, (int)part.n);
    if (!p.parser)
        return error_set(err, ERR_DAMAGED,
                         tr("%s：文件已损坏，其中一部分是空的；请用 Word 或 WPS "
                            "打开并另存，或请报送单位重新提供",
                            "%s: damaged, a part of it is empty; open it with Word or WPS and save "
                            "it anew, or ask for it again"),
                         what);
    *p.parser->sax = handler;
    p.parser->userData = &p;
    /* without the last one an "&" in an attribute comes as "&#38;"; there are no entities but XML's own */
    xmlCtxtUseOptions(p.parser,
                      XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOENT);
    xmlParseDocument(p.parser);
    int rc = p.code || !p.parser->wellFormed ? tell(&p, what, err) : 0;
    xmlFreeParserCtxt(p.parser);
    return rc;
}

static bool find_attribute(const struct docx_tag *tag, const char *name, bool relation,
                           struct str *value)
{
    const unsigned char **a = tag->attributes;
    *value = (struct str){ "", 0 };
    for (int i = 0; i < tag->count; i++, a += 5) {
        bool of_parts = a[2] && str_ends(str_of((const char *)a[2]), STR("/relationships"));
        if (of_parts != relation || strcmp((const char *)a[0], name) != 0)
            continue;
        *value = (struct str){ (const char *)a[3], (size_t)(a[4] - a[3]) };
        return true;
    }
    return false;
}

bool docx_attribute(const struct docx_tag *tag, const char *name, struct str *value)
{
    return find_attribute(tag, name, false, value);
}

bool docx_relation(const struct docx_tag *tag, const char *name, struct str *value)
{
    return find_attribute(tag, name, true, value);
}

struct str docx_value(const struct docx_tag *tag)
{
    struct str value;
    docx_attribute(tag, "val", &value);
    return value;
}

bool docx_is_on(const struct docx_tag *tag)
{
    struct str value = docx_value(tag);
    return !str_eq_c(value, "0") && !str_eq_c(value, "false") && !str_eq_c(value, "off");
}

long docx_number(struct str value, long without)
{
    bool minus = value.n && value.p[0] == '-';
    struct str digits = str_trim(str_sub(value, minus, value.n));
    long n = 0;
    if (!digits.n || digits.n > 6)
        return without;
    for (size_t i = 0; i < digits.n; i++) {
        if (digits.p[i] < '0' || digits.p[i] > '9')
            return without;
        n = n * 10 + (digits.p[i] - '0');
    }
    return minus ? -n : n;
}
