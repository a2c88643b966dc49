/* thin.c - a page without what nobody reads; see thin.h. */
#include "read/thin.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>

#include "document/build.h"
#include "read/attribute.h"
#include "read/sheet.h"
#include "read/tag.h"
#include "read/tree.h"

enum { REFERENCE_MAX = 64 }; /* bytes of a reference, leading zeros and all */

struct state {
    struct str in;
    size_t i; /* the next byte */
    struct strbuf *out;
    struct thin *result;
    struct tree tree;
    struct sheet sheet;
    /* once a search has met the end of the page in vain, it is not done again */
    bool no_comment_end, no_quote[2], no_end[TAG_COUNT + 32];
};

/* Drops a part, but not its line ends. */
static void skip_to(struct state *s, size_t to)
{
    const char *end = s->in.p + to;
    size_t lines = 0;
    for (const char *p = s->in.p + s->i; p < end; lines++, p++)
        if ((p = memchr(p, '\n', (size_t)(end - p))) == NULL)
            break;
    tree_lines(&s->tree, lines);
    s->i = to;
}

static void note_unclosed(struct state *s)
{
    if (!s->result->unclosed++)
        s->result->unclosed_at = s->i;
}

static size_t find_byte(const struct state *s, size_t from, char c)
{
    const char *hit = from < s->in.n ? memchr(s->in.p + from, c, s->in.n - from) : NULL;
    return hit ? (size_t)(hit - s->in.p) : s->in.n;
}

/* Behind the next '>', or the end of the page. */
static size_t after_bracket(const struct state *s, size_t from)
{
    size_t at = find_byte(s, from, '>');
    return at < s->in.n ? at + 1 : at;
}

/* Behind the comment that begins at s->i. One that is never closed ends at the next bracket, so
 * that the rest of the page is not lost. */
static size_t comment_end(struct state *s)
{
    size_t from = s->i + 4;
    struct str rest = str_sub(s->in, from, s->in.n);
    if (str_starts(rest, STR(">")))
        return from + 1;
    if (str_starts(rest, STR("->")))
        return from + 2;
    for (size_t at = from; !s->no_comment_end; at++) {
        at = find_byte(s, at, '>');
        if (at == s->in.n)
            break;
        struct str comment = str_sub(s->in, from, at - from);
        if (str_ends(comment, STR("--")) || str_ends(comment, STR("--!")))
            return at + 1;
    }
    s->no_comment_end = true;
    note_unclosed(s);
    size_t tag = find_byte(s, s->i + 4, '<');
    const char *close = memchr(s->in.p + s->i, '>', tag - s->i);
    return close ? (size_t)(close - s->in.p) + 1 : tag;
}

/* Where the content of a script, title ... that begins at `from` ends: at "</name"; in.n if never. */
static size_t content_end(struct state *s, size_t from, struct str name, enum tag tag)
{
    unsigned slot = tag == TAG_SKIPPED ? TAG_COUNT + (name.p[0] & 31u) : (unsigned)tag;
    bool *none = &s->no_end[slot];
    for (; !*none; from++) {
        from = find_byte(s, from, '<');
        if (from == s->in.n)
            break;
        if (from + 1 == s->in.n || s->in.p[from + 1] != '/')
            continue;
        size_t start = from + 2;
        size_t end = start + name.n;
        if (end < s->in.n && strncasecmp(s->in.p + start, name.p, name.n) == 0 &&
            !tag_is_name(s->in.p[end]))
            return from;
    }
    *none = true;
    return s->in.n;
}

/* A reference to a character that would be taken for a mark of thinning: a carriage return for a line end, DEL
 * for a text that was left out. */
static bool is_disguised(struct str digits, bool hex)
{
    static const char *const marks[2][2] = { { "13", "127" }, { "d", "7f" } };
    for (size_t i = 0; i < 2; i++) {
        size_t n = strlen(marks[hex][i]);
        if (str_eq_nocase(str_sub(digits, 0, n), marks[hex][i]) &&
            (digits.n <= n || !tag_is_name(digits.p[n])))
            return true;
    }
    return false;
}

/* Behind the name or the digits of a reference that go on at n. */
static size_t reference_end(struct str rest, size_t n)
{
    while (n < rest.n && tag_is_name(rest.p[n]))
        n++;
    return n + (n < rest.n && rest.p[n] == ';');
}

static void add_entity(struct state *s)
{
    struct str rest = str_sub(s->in, s->i, REFERENCE_MAX);
    size_t n = 0;
    if (str_starts(rest, STR("&nbsp"))) {
        strbuf_add(s->out, "\xC2\xA0", 2);
        n = rest.n > 5 && rest.p[5] == ';' ? 6 : 5;
    } else if (rest.n > 1 && rest.p[1] == '#') {
        n = 2 + (rest.n > 2 && (rest.p[2] | 0x20) == 'x');
        bool hex = n == 3;
        while (n < rest.n && rest.p[n] == '0')
            n++;
        struct str digits = str_sub(rest, n, rest.n);
        bool disguised = is_disguised(digits, hex);
        n = reference_end(rest, n);
        strbuf_add(s->out, disguised ? " " : rest.p, disguised ? 1 : n);
    } else if (rest.n > 1 && tag_is_name(rest.p[1])) {
        n = reference_end(rest, 1);
        strbuf_add(s->out, rest.p, n);
    } else {
        strbuf_add(s->out, "&amp;", 5);
        n = 1;
    }
    s->i += n;
}

/* How many bytes of white space the text begins with. */
static size_t blank_length(struct str text)
{
    for (size_t i = 0;;) {
        struct str rest = str_sub(text, i, text.n);
        size_t n = doc_build_blank(rest);
        if (str_starts(str_sub(rest, n, rest.n), STR("&nbsp")))
            n += rest.n > n + 5 && rest.p[n + 5] == ';' ? 6 : 5;
        if (!n)
            return i;
        i += n;
    }
}

/* The next such byte before `to`, else `to`. */
static size_t next_of(const struct state *s, char byte, size_t to)
{
    const char *hit = memchr(s->in.p + s->i, byte, to - s->i);
    return hit ? (size_t)(hit - s->in.p) : to;
}

/* Text without a reference. White space stays: the parser knows where it means nothing. */
static void add_plain(struct state *s, struct str text)
{
    bool shows = text.n > 1 && doc_build_blank(text) < text.n;
    if (shows || memchr(text.p, LEFT_OUT, text.n))
        left_out_add(&s->result->texts, s->out, LEFT_TEXT, text);
    else
        strbuf_str(s->out, text);
}

/* Text up to `to`; a '<' in it is text. */
static void add_text(struct state *s, size_t to)
{
    struct str text = str_sub(s->in, s->i, to - s->i);
    size_t blank = blank_length(text);
    if (blank < text.n) {
        tree_text(&s->tree, text.p[blank] != '&');
    } else if (!tree_blank(&s->tree)) {
        skip_to(s, to);
        return;
    }
    size_t less = next_of(s, '<', to); /* looked for once, however many '&' stand before it */
    while (s->i < to) {
        size_t run = next_of(s, '&', less);
        add_plain(s, str_sub(s->in, s->i, run - s->i));
        s->i = run;
        if (run == to)
            break;
        if (s->in.p[run] == '&') {
            add_entity(s);
        } else {
            strbuf_add(s->out, "&lt;", 4);
            s->i++;
            less = next_of(s, '<', to);
        }
    }
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\f';
}

enum { ENDS_TAG = 1, ENDS_ATTRIBUTE = 2 };

/* What ends the name of a tag, and that of an attribute. */
static const unsigned char name_ends[256] = {
    [' '] = ENDS_TAG | ENDS_ATTRIBUTE,
    ['\n'] = ENDS_TAG | ENDS_ATTRIBUTE,
    ['\t'] = ENDS_TAG | ENDS_ATTRIBUTE,
    ['\f'] = ENDS_TAG | ENDS_ATTRIBUTE,
    ['>'] = ENDS_TAG | ENDS_ATTRIBUTE,
    ['/'] = ENDS_TAG | ENDS_ATTRIBUTE,
    ['='] = ENDS_ATTRIBUTE,
};

static size_t name_end(const struct state *s, size_t at)
{
    while (at < s->in.n && !(name_ends[(unsigned char)s->in.p[at]] & ENDS_TAG))
        at++;
    return at;
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* The value behind '=' at `at`; moves `at` behind it. false: its quote is never closed. */
static bool read_value(struct state *s, size_t *at, struct str *value)
{
    size_t i = *at;
    while (i < s->in.n && is_blank(s->in.p[i]))
        i++;
    char c = i < s->in.n ? s->in.p[i] : '>';
    if (c == '"' || c == '\'') {
        bool *none = &s->no_quote[c == '"'];
        size_t end = *none ? s->in.n : find_byte(s, i + 1, c);
        if (end == s->in.n) {
            *none = true;
            *at = i + 1;
            return false;
        }
        *value = str_sub(s->in, i + 1, end - i - 1);
        *at = end + 1;
        return true;
    }
    size_t start = i;
    while (i < s->in.n && !is_blank(s->in.p[i]) && s->in.p[i] != '>')
        i++;
    *value = str_sub(s->in, start, i - start);
    *at = i;
    return true;
}

/* Reads the attributes that begin at `at`; returns the place behind the tag's '>'. */
static size_t read_attributes(struct state *s, size_t at, struct attributes *a, bool *closed)
{
    *closed = false;
    while (at < s->in.n) {
        char c = s->in.p[at];
        if (c == '>')
            return at + 1;
        if (is_blank(c) || c == '/') {
            *closed = c == '/';
            at++;
            continue;
        }
        size_t start = at++; /* a name is at least one byte, even '=' */
        while (at < s->in.n && !(name_ends[(unsigned char)s->in.p[at]] & ENDS_ATTRIBUTE))
            at++;
        struct str value = { "", 0 };
        size_t end = at;
        while (end < s->in.n && is_blank(s->in.p[end]))
            end++;
        enum attribute id = attribute_find(str_sub(s->in, start, at - start));
        if (end < s->in.n && s->in.p[end] == '=') {
            at = end + 1;
            if (!read_value(s, &at, &value)) {
                note_unclosed(s);
                return after_bracket(s, at);
            }
        }
        *closed = false;
        if (id != ATTR_OTHER && !a->value[id].p)
            a->value[id] = value;
    }
    return at;
}

/* Behind the start tag of an element whose content is no mark-up: takes it to its end. */
static void take_content(struct state *s, enum tag tag, struct str name, bool closed)
{
    if (closed && tag == TAG_SKIPPED)
        return;
    size_t end = content_end(s, s->i, name, tag);
    if (end == s->in.n && tag != TAG_SCRIPT) {
        note_unclosed(s); /* take what follows as mark-up, lest the page is lost */
        return;
    }
    if (end == s->in.n)
        note_unclosed(s); /* browsers show nothing of it either */
    if (tag == TAG_SCRIPT && str_eq_nocase(name, "style"))
        sheet_read(&s->sheet, str_sub(s->in, s->i, end - s->i), s->in);
    if (tag_is_skipped(tag)) {
        skip_to(s, end);
    } else {
        tree_start(&s->tree, tag, &(struct attributes){ 0 });
        add_text(s, end);
        tree_end(&s->tree, tag);
    }
    skip_to(s, after_bracket(s, s->i));
}

/* Where the page comes from, said outside meta tags, becomes one. */
static void add_origin(struct state *s, struct str name, struct str url)
{
    struct attributes meta = { 0 };
    meta.value[ATTR_NAME] = name;
    meta.value[ATTR_CONTENT] = url;
    tree_start(&s->tree, TAG_META, &meta);
}

/* "<!-- saved from url=(0042)http://www.example.gov.cn/a.html -->" */
static void add_comment(struct state *s, size_t end)
{
    enum { LONGEST = 2000 };
    struct str comment = str_trim(str_sub(s->in, s->i + 4, end - s->i - 4));
    if (comment.n > LONGEST || !str_starts(comment, STR("saved from url=")))
        return;
    size_t from = str_find(comment, STR(")")), to = 0;
    struct str url = from == SIZE_MAX ? str_sub(comment, strlen("saved from url="), comment.n)
                                      : str_sub(comment, from + 1, comment.n);
    while (to < url.n && !is_blank(url.p[to]) && !strchr("\"'<>", url.p[to]))
        to++;
    url = str_sub(url, 0, to);
    while (str_ends(url, STR("-")))
        url.n--;
    add_origin(s, STR("saved-from"), url);
}

/* A moving text one pixel high or wide is an old way to hide links: its size stands in attributes that nothing
 * else here needs. */
static bool is_pinhole(struct str name, struct str attributes)
{
    static const char *const sizes[] = { "height", "width" };
    if (name.n != strlen("marquee") || !str_eq_nocase(name, "marquee"))
        return false;
    for (size_t i = 0; i < attributes.n; i++)
        for (size_t k = 0; k < 2; k++) {
            struct str rest = str_sub(attributes, i, attributes.n);
            struct str size = str_of(sizes[k]);
            if (!str_eq_nocase(str_sub(rest, 0, size.n), sizes[k]))
                continue;
            size_t at = size.n;
            while (at < rest.n && strchr(" =\"'", rest.p[at]))
                at++;
            if (attribute_number(str_sub(rest, at, rest.n), 2) < 2)
                return true;
        }
    return false;
}

static void start_tag(struct state *s)
{
    size_t at = name_end(s, s->i + 1);
    struct str name = str_sub(s->in, s->i + 1, at - s->i - 1);
    enum tag tag = tag_find(name);
    struct attributes attributes = { 0 };
    bool closed;
    size_t begin = at;
    at = read_attributes(s, at, &attributes, &closed);
    struct str written = str_sub(s->in, begin, at - begin);
    if (is_pinhole(name, written) || (s->sheet.n > 0 && sheet_hides(&s->sheet, written)))
        attributes.value[ATTR_HIDDEN] = STR("hidden");
    bool content = tag_is_skipped(tag) || tag == TAG_TITLE || tag == TAG_TEXTAREA;
    bool lone = tag == TAG_UNKNOWN && closed; /* <o:p/> */
    struct str rel = attributes.value[ATTR_REL];
    if (tag == TAG_VOID && rel.n > 0 && str_eq_nocase(str_trim(rel), "canonical"))
        add_origin(s, STR("canonical"), attributes.value[ATTR_HREF]);
    if (!content && !lone) {
        bool cut = s->tree.cut;
        tree_start(&s->tree, tag, &attributes);
        if (s->tree.cut && !cut)
            s->result->cut_at = s->i;
        s->result->cut += s->tree.cut && !cut;
    }
    skip_to(s, at);
    if (content)
        take_content(s, tag, name, closed);
}

static void end_tag(struct state *s)
{
    size_t at = name_end(s, s->i + 2);
    tree_end(&s->tree, tag_find(str_sub(s->in, s->i + 2, at - s->i - 2)));
    if (at < s->in.n && s->in.p[at] == '>')
        s->i = at + 1; /* nearly always; a name holds no line end */
    else
        skip_to(s, after_bracket(s, at));
}

static void skip_comment(struct state *s)
{
    size_t end = comment_end(s);
    add_comment(s, end);
    skip_to(s, end);
}

/* At a '<'. */
static void add_markup(struct state *s)
{
    char c = s->i + 1 < s->in.n ? s->in.p[s->i + 1] : ' ';
    char d = s->i + 2 < s->in.n ? s->in.p[s->i + 2] : ' ';
    if (is_letter(c))
        start_tag(s);
    else if (c == '/' && is_letter(d))
        end_tag(s);
    else if (str_starts(str_sub(s->in, s->i, 4), STR("<!--")))
        skip_comment(s);
    else if (c == '!' || c == '?' || c == '/')
        skip_to(s, after_bracket(s, s->i));
    else
        add_text(s, s->i + 1);
}

void thin_html(struct thin *out, struct str html)
{
    *out = (struct thin){ 0 };
    struct state s = { .in = html,
                       .out = &out->out,
                       .result = out,
                       .tree = { .out = &out->out, .texts = &out->texts, .values = &out->values } };
    sheet_read_scripts(&s.sheet, html);
    strbuf_reserve(&out->out, html.n / 2 + 256);
    strbuf_c(&out->out, "<html><body>"); /* before any line end, so that none is skipped */
    while (s.i < html.n) {
        size_t markup = find_byte(&s, s.i, '<');
        if (s.i < markup)
            add_text(&s, markup);
        if (s.i < html.n)
            add_markup(&s);
    }
    tree_finish(&s.tree);
    strbuf_c(&out->out, "</body></html>");
}

void thin_free(struct thin *thin)
{
    strbuf_free(&thin->out);
    left_out_free(&thin->texts);
    left_out_free(&thin->values);
}
