/* mime.c - see mime.h. */
#include "read/mime.h"

#include <gmime/gmime.h>

#include "base/lang.h"
#include "read/glance.h"

/* The lines before the first empty one. */
static struct str head_of(struct str bytes)
{
    enum { LOOK = 8192 };
    struct str head = str_sub(bytes, 0, LOOK);
    struct str line;
    struct str rest = head;
    while (str_split(&rest, '\n', &line))
        if (str_trim(line).n == 0)
            return str_sub(head, 0, (size_t)(line.p - head.p));
    return head;
}

static bool is_field(struct str line, const char *name)
{
    size_t n = 0;
    while (n < line.n && line.p[n] != ':')
        n++;
    return n < line.n && str_eq_nocase(str_sub(line, 0, n), name);
}

bool mime_is(struct str bytes)
{
    struct str rest = head_of(bytes);
    struct str line;
    bool version = false;
    bool type = false;
    while (str_split(&rest, '\n', &line)) {
        bool more = line.n && (line.p[0] == ' ' || line.p[0] == '\t');
        size_t colon = str_find(line, STR(":"));
        if (str_trim(line).n && !more &&
            (colon == SIZE_MAX || colon == 0 ||
             str_find(str_sub(line, 0, colon), STR(" ")) != SIZE_MAX))
            return false;
        version = version || is_field(line, "MIME-Version");
        type = type || is_field(line, "Content-Type");
    }
    return version && type;
}

static int damaged(const char *name, struct error *err)
{
    return error_set(
        err, ERR_DAMAGED,
        tr("%s：网页存档（MHT）里没有完整的网页；文件可能没有传完，请重新保存或改交网页",
           "%s: no whole page in the web archive (MHT); perhaps it was not sent whole: "
           "save it again, or give the page"),
        name);
}

/* A part costs memory whatever is in it. */
static bool has_many_parts(struct str bytes)
{
    size_t n = 0;
    const char *end = bytes.p + bytes.n;
    for (const char *at = bytes.p; at && end - at > 3;
         at = memchr(at + 1, '\n', (size_t)(end - at - 1)))
        n += at[0] == '\n' && at[1] == '-' && at[2] == '-';
    return n > MIME_PARTS;
}

enum { FRAMES = 16 };

struct search {
    const char *start; /* the part that the archive names */
    GMimePart *root, *page, *text;
    GMimePart *pages[FRAMES]; /* the first ones */
    int count;
};

static void look(struct search *s, GMimeObject *object, int depth)
{
    if (GMIME_IS_MULTIPART(object)) {
        GMimeMultipart *parts = GMIME_MULTIPART(object);
        int n = depth < MIME_DEPTH ? g_mime_multipart_get_count(parts) : 0;
        for (int i = 0; i < n; i++)
            look(s, g_mime_multipart_get_part(parts, i), depth + 1);
        return;
    }
    GMimeContentType *type = g_mime_object_get_content_type(object);
    if (!GMIME_IS_PART(object) || !type)
        return;
    const char *id = g_mime_object_get_content_id(object);
    bool page = g_mime_content_type_is_type(type, "text", "html") ||
                g_mime_content_type_is_type(type, "application", "xhtml+xml");
    if (page && !s->page)
        s->page = GMIME_PART(object);
    if (page && s->count < FRAMES)
        s->pages[s->count++] = GMIME_PART(object);
    if (page && !s->root && s->start && id && g_str_equal(id, s->start))
        s->root = GMIME_PART(object);
    if (!s->text && g_mime_content_type_is_type(type, "text", "plain"))
        s->text = GMIME_PART(object);
}

/* The identifier in <...> that the archive names, without its brackets. */
static char *start_of(GMimeObject *archive)
{
    const char *start = g_mime_object_get_content_type_parameter(archive, "start");
    return start ? g_mime_utils_decode_message_id(start) : NULL;
}

/* Is the part the last thing in a file whose end is missing? */
static bool is_cut(GMimeObject *archive, GMimePart *part, struct str bytes)
{
    if (!GMIME_IS_MULTIPART(archive))
        return false;
    GMimeMultipart *parts = GMIME_MULTIPART(archive);
    const char *boundary = g_mime_multipart_get_boundary(parts);
    int n = g_mime_multipart_get_count(parts);
    if (!boundary || n == 0 || g_mime_multipart_get_part(parts, n - 1) != GMIME_OBJECT(part))
        return false;
    struct strbuf end = { 0 };
    strbuf_fmt(&end, "\n--%s--", boundary);
    bool cut = str_find(bytes, strbuf_view(&end)) == SIZE_MAX;
    strbuf_free(&end);
    return cut;
}

static void unpack(struct strbuf *out, GMimePart *part)
{
    GMimeDataWrapper *content = g_mime_part_get_content(part);
    GMimeStream *stream = g_mime_stream_mem_new();
    if (content)
        g_mime_data_wrapper_write_to_stream(content, stream);
    GByteArray *bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream));
    strbuf_add(out, bytes->data ? (const char *)bytes->data : "", bytes->len);
    g_object_unref(stream);
}

/* The charset that the part says it is in, as a header of a page. */
static void label_of(struct strbuf *headers, GMimePart *part)
{
    const char *label = g_mime_object_get_content_type_parameter(GMIME_OBJECT(part), "charset");
    if (label)
        strbuf_fmt(headers, "Content-Type: text/html; charset=%s\n", label);
}

static struct glance glance_at(GMimePart *part)
{
    struct strbuf bytes = { 0 };
    struct strbuf headers = { 0 };
    unpack(&bytes, part);
    label_of(&headers, part);
    struct glance seen = glance(strbuf_view(&bytes), strbuf_view(&headers));
    strbuf_free(&bytes);
    strbuf_free(&headers);
    return seen;
}

/* Where the page is but a frame around others - it is a frameset, or has next to no words but in its
 * <iframe> -, that one of them which has most to read; else the page. */
static GMimePart *framed(const struct search *s, GMimePart *page)
{
    enum { FEW = 100 };
    GMimePart *most = page;
    struct glance outer = glance_at(page);
    size_t best = outer.frameset ? 0 : outer.words;
    if (!outer.frameset && (!outer.iframe || outer.words > FEW))
        return page;
    for (int i = 0; i < s->count; i++) {
        if (s->pages[i] == page)
            continue;
        size_t words = glance_at(s->pages[i]).words;
        if (words > best) {
            best = words;
            most = s->pages[i];
        }
    }
    return most;
}

static void describe(struct mime *out, GMimeObject *archive, GMimePart *part)
{
    const char *from = g_mime_object_get_header(archive, "Snapshot-Content-Location");
    if (!from)
        from = g_mime_part_get_content_location(part);
    label_of(&out->headers, part);
    if (from && (g_str_has_prefix(from, "http://") || g_str_has_prefix(from, "https://")))
        strbuf_c(&out->location, from);
}

static int take(struct mime *out, GMimeObject *archive, struct str bytes, const char *name,
                struct error *err)
{
    char *start = start_of(archive);
    struct search s = { .start = start };
    look(&s, archive, 0);
    g_free(start);
    GMimePart *part = s.root ? s.root : s.page ? s.page : s.text;
    if (part && part != s.text && s.count > 1)
        part = framed(&s, part);
    if (!part || is_cut(archive, part, bytes))
        return damaged(name, err);
    unpack(&out->page, part);
    describe(out, archive, part);
    return str_trim(strbuf_view(&out->page)).n ? 0 : damaged(name, err);
}

int mime_open(struct mime *out, struct str bytes, const char *name, struct error *err)
{
    *out = (struct mime){ 0 };
    if (has_many_parts(bytes))
        return error_set(err, ERR_LIMIT,
                         tr("%s：网页存档（MHT）的部分超过 %d 个；请改交网页",
                            "%s: the web archive (MHT) has more than %d parts; give the page"),
                         name, MIME_PARTS);
    g_mime_init();
    GMimeStream *stream = g_mime_stream_mem_new_with_buffer(bytes.p, bytes.n);
    GMimeParser *parser = g_mime_parser_new_with_stream(stream);
    GMimeObject *archive = g_mime_parser_construct_part(parser, NULL);
    int rc = archive ? take(out, archive, bytes, name, err) : damaged(name, err);
    if (archive)
        g_object_unref(archive);
    g_object_unref(parser);
    g_object_unref(stream);
    return rc;
}

void mime_free(struct mime *mime)
{
    strbuf_free(&mime->page);
    strbuf_free(&mime->headers);
    strbuf_free(&mime->location);
}
